# What `frontwatch doctor` found of each thing that an alert depends on.

doctor-ok = yaxşı
doctor-note = qeyd
doctor-trouble = PROBLEM

doctor-configuration = konfiqurasiya
doctor-store = məlumat bazası
doctor-outbox = göndəriləcəklər
doctor-notifications = bildirişlər
doctor-tray = bildiriş sahəsi
doctor-keychain = parol anbarı
doctor-network = şəbəkə
doctor-clock = saat
doctor-test = { $kind ->
    [webhook] “{ $name }” webhook kanalı ilə sınaq
    [email] “{ $name }” poçt kanalı ilə sınaq
   *[desktop] sınaq bildirişi
}

doctor-named = { $file } faylında { $outlets } nəşr və { $addresses } ünvan göstərilib
doctor-open-to-others = bu kompüterin digər istifadəçiləri onu oxuya bilər, içində isə webhook ünvanları ola bilər: `chmod 600 { $file }` onu yalnız sizə açıq saxlayır
doctor-writable = { $folder } qovluğuna yazmaq mümkündür

doctor-nothing-ever = indiyədək göndəriləsi heç nə olmayıb
doctor-none-waits = göndərilməyi gözləyən xəbərdarlıq yoxdur
doctor-waiting = göndərilə bilməyən xəbərdarlıqlar gözləyir: { $which }. İşləyən izləmə onları göndərməyə yenidən cəhd edir
doctor-waiting-by = { $channel } – { $count } ({ $why })
doctor-not-tried = hələ cəhd edilməyib

doctor-server = { $name } { $version } ({ $vendor }) cavab verir; { $buttons ->
    [shown] düymələri göstərir
   *[none] düymələri göstərmir: xəbərdarlıqları oxumaq olar, cavablandırmaq olmaz
}
doctor-no-server = { $why }. Bildiriş serveri işə düşənədək bu iş masasında heç bir xəbərdarlıq görünə bilməz; `frontwatch watch` davam edir, xəbərdarlıqları öz terminalında yazır və server işə düşən kimi onları çatdırır
doctor-tray-elsewhere = bildiriş sahəsindəki nişan `frontwatch-desktop` proqramına aiddir; nişanın olub-olmadığını həmin proqram işə düşəndə bildirir

doctor-keychain-unneeded = hazırda ona ehtiyac yoxdur; vəziyyəti: { $why }
doctor-keychain-answers = cavab verir və { $kept } giriş məlumatı saxlayır; konfiqurasiyada göstərilənlər: { $named }
doctor-credential = “{ $name }” adlı giriş məlumatı yalnız bu ünvana göndərilir: { $origin }; ona görə { $without }
doctor-no-look = { $address } yoxlana bilmir
doctor-no-alert = { $channel } kanalı ilə xəbərdarlıq göndərilmir

doctor-all-answer = { $count } nəşrin hamısı cavab verir
doctor-none-answers = heç bir nəşr cavab vermir: { $outlets }. Bu kompüter internetə qoşuludurmu?
doctor-some-answer = { $count } nəşr cavab verir, bunlar isə cavab vermir: { $outlets }
doctor-silent = { $outlet } ({ $why })

doctor-no-time = heç bir nəşr saatın neçə olduğunu bildirmir
doctor-clock-agrees = nəşrlərin serverləri ilə uyğundur
doctor-clock-off = bu kompüterin saatı ilə nəşrlərin serverləri arasında { $span } fərq var: saatı şəbəkə ilə qurun, əks halda xəbərdarlıqlarda vaxt yanlış olacaq
doctor-minutes = { $count } dəqiqə
doctor-hours = { $count } saat
doctor-days = { $count } gün

bundle-made = Nasazlıq barədə hesabat üçün { $file } hazırlandı. Bu, adi mətndir: göndərməzdən əvvəl oxuyun.
bundle-holds = İçindədir: versiyalar, yuxarıdakıların hamısı, konfiqurasiya, məlumat bazasının həcmi və bütövlüyü, jurnalların son sətirləri.
bundle-lacks = İçində yoxdur: səhifələr və onların mətnləri, sirlər və onların adları, ünvanda "?" işarəsindən sonra və "@" işarəsindən əvvəl gələn hissə, webhook ünvanlarının hostdan sonrakı hissəsi, e-poçt ünvanları, şablonlar, redaksiyanızın addımları, şərhlər, ev qovluğunuzun adı. Nəşrlərinizin adları və ünvanları içindədir.
bundle-failed = { $file } hazırlanmadı: { $why }
