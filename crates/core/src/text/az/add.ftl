# What is seen of a site before its outlet is added, and what a person is asked.

add-elsewhere = Ünvan başqa sayta aparır: { $host }. Bunun sizin saytınız olduğuna əmin olun.
add-https = Ana səhifə https ilə gəlir və brauzerlərə yalnız https ilə qoşulmaq tapşırılır (HSTS).
add-https-only = Ana səhifə https ilə gəlir, amma brauzerlərə yalnız https ilə qoşulmaq tapşırılmır (HSTS yoxdur).
add-no-https = Ana səhifə https olmadan gəlir: yol boyu hər kəs onu hiss olunmadan dəyişə bilər.
add-server = Server özünü belə təqdim edir: { $server }.
add-generator = Səhifələrdə onların nə ilə hazırlandığı göstərilir: { $generator }.
add-certificate = Sertifikatı { $issuer } imzalayıb; bitmə vaxtı: { $until }.
add-no-certificate = Sertifikata brauzerlər etibar etmir: sayta girən oxuculara təhlükə xəbərdarlığı göstərilir.
add-names = Domen adına { $servers } xidmət göstərir, poçtu isə { $mail } qəbul edir.
add-names-no-mail = Domen adına { $servers } xidmət göstərir; poçt qəbul edilmir.
add-feed = { $count ->
    [0] Lentdə heç bir xəbər yoxdur.
   *[other] Lentdə { $count } xəbər var.
}
add-feed-sitemaps = { $count ->
    [0] Lent sayt xəritələrinin boş siyahısıdır.
   *[other] Lent { $count } sayt xəritəsindən ibarət siyahıdır: ən yeni xəbərlər olan xəritə izlənir.
}
add-admin-login = parol istəyir
add-admin-denied = hamını rədd edir
add-admin-gone = mövcud deyil
add-admin-users = istifadəçilərin siyahısını verir
add-no-feed = Xəbər lenti tapılmadı. Lent olmasa, xəbərlərin yoxa çıxması aşkar edilmir.
add-left-out = { $address } əlavə edilmir: bu ünvan artıq { $outlet } üçün izlənir.
add-users-open = İstifadəçilərin siyahısını hər kəs oxuya bilər: { $path }. Saytı idarə edən şəxsdən bu siyahını bağlamasını xahiş edin.
add-probe-done = { $found ->
    [0] Tipik ünvanlarda heç nə tapılmadı
   *[other] Tipik ünvanlarda { $found } nəticə tapıldı
}, { $asked } sorğu göndərildi.
add-probe-stopped = Sayt bir sorğunu rədd etdi, ona görə başqa sorğu göndərilmədi; bu siyahı natamam ola bilər.

answer-yes = bəli
add-may-you = Bu saytı siz idarə edirsinizmi, yaxud onu izləməyə icazəniz varmı? Təsdiq üçün { answer-yes } yazın:
add-may-probe = Giriş səhifəsi və xəbər lenti saytın tipik ünvanlarında da axtarılsınmı? Ən çoxu 12 sorğu, bir-birinin ardınca. Təsdiq üçün { answer-yes } yazın:
add-write = Bu nəşr { $file } faylına yazılsınmı? Təsdiq üçün { answer-yes } yazın:
add-nobody-to-ask = Sualı cavablandıracaq kimsə yoxdur. Bu saytı siz idarə edirsinizsə, yaxud onu izləməyə icazəniz varsa, --yes əlavə edin: nəşr onda yazılacaq.
add-nothing-written = Heç nə yazılmadı.
add-written = { $file } faylına yazıldı; işləyən izləmə onu özü nəzarətə götürəcək

# A list of outlets from another program.
list = { $add ->
    [0] Yeni nəşr yoxdur
   *[other] { $add } nəşr yenidir
}; { $known ->
    [0] artıq izlənən ünvan yoxdur
   *[other] { $known } ünvan artıq izlənir
}; { $refused ->
    [0] rədd edilən sətir yoxdur
   *[other] { $refused } sətir rədd edilib
}.
list-line = { $line } nömrəli sətir: { $what }: { $why }
list-no-address = sayt ünvanı deyil
list-other-scheme = saytın ünvanı https:// və ya http:// ilə başlayır
list-password = ünvanda ad və parol yazmayın
list-broken = siyahı burada pozulub və bundan sonrası oxunmayıb
list-too-many = bir dəfəyə götürüləndən çoxdur
list-write = { $count } nəşr { $file } faylına yazılsınmı? Yalnız bu saytları siz idarə edirsinizsə, yaxud izləməyə icazəniz varsa. Təsdiq üçün { answer-yes } yazın:
