# The tray, the sentence on top of the window, and why something that was asked for could not be done.

standing-empty = Hələ heç nə izlənmir.
standing-refused = Heç nə izlənmir: konfiqurasiyada səhv var.
standing-normal = { $total ->
    [one] { $outlet } qaydasındadır.
   *[other] { $total } nəşrin hamısı qaydasındadır.
}
standing-first-look = { $total ->
    [one] Nəşr ilk dəfə yoxlanır.
   *[other] { $total } nəşr ilk dəfə yoxlanır.
}
standing-learning = { $total ->
    [one] Adi vəziyyət öyrənilir: { $total } nəşr.
   *[other] Adi vəziyyət öyrənilir: { $learning } nəşr (cəmi { $total }).
}
standing-suspect = { $suspects ->
    [one] { $outlet } adi vəziyyətdə deyil, amma bu, həyəcan siqnalı üçün yetərli deyil: { $what }.
   *[other] { $suspects } nəşr adi vəziyyətdə deyil, amma bu, həyəcan siqnalı üçün yetərli deyil. Birinci – { $outlet }: { $what }.
}
standing-confirming = { $outlet }: nəsə fərqlidir. İkinci dəfə yoxlanır.
standing-something = ikinci yoxlama aydınlaşdıracaq
standing-unseen = { $unseen ->
    [one] { $outlet } görünmür. Bu, hər şeyin qaydasında olduğu demək deyil.
   *[other] { $unseen } nəşr görünmür (cəmi { $total }). Bu, hər şeyin qaydasında olduğu demək deyil.
}
standing-alarm = { $alarms ->
    [one] { $outlet }: { $what } (başlanğıc: { $since }).
   *[other] { $alarms } həyəcan siqnalı. Birinci – { $outlet }: { $what } (başlanğıc: { $since }).
}
standing-alarm-several = { $alarms ->
    [one] { $what } (başlanğıc: { $since }).
   *[other] { $alarms } həyəcan siqnalı. Birinci: { $what } (başlanğıc: { $since }).
}
standing-paused = Fasilə: siz bərpa edənədək xəbərdarlıq edilmir.{ $alarms ->
    [0] {""}
   *[other] {" "}{ $alarms } həyəcan siqnalı davam edir.
}
standing-paused-until = Fasilə: { $until } olana qədər xəbərdarlıq edilmir.{ $alarms ->
    [0] {""}
   *[other] {" "}{ $alarms } həyəcan siqnalı davam edir.
}
standing-demonstration = Nümayiş. { $sentence }
standing-unwritten = Hazırda heç nə yazılmır. { $sentence }

recheck-nothing = Hələ yoxlanacaq heç nə yoxdur: əvvəlcə nəşr əlavə edin.
recheck-well = { $total } səhifə yoxlandı: qeyri-adi heç nə yoxdur.
recheck-done = { $total } səhifə yoxlandı: { $alarms ->
    [0] həyəcan siqnalı yoxdur
   *[other] { $alarms } həyəcan siqnalı
}, qeyri-adi: { $suspects }, görünməyən: { $unseen }.

# What is staged in the demonstration.
scene-learning = Altı nəşr xəbər dərc edir, Frontwatch isə onların ana səhifələri, panelləri və xəbərləri üçün adi vəziyyəti öyrənir.
scene-cover = Birinci nəşrin ana səhifəsini onun öz serverindən gələn şəkil örtür.
scene-spread = Həmin şəkil daha üç nəşri örtür.
scene-panel = Birinci nəşrin admin səhifəsi giriş tələb etmədən açılır.
scene-stories = İkinci nəşrin dərc olunmuş xəbərlərinin yarısı silinir.
scene-outage = Beşinci nəşr artıq cavab vermir.
scene-restored = Redaksiya beş nəşrin hamısını bərpa edir.
scene-over = Nümayiş olunacaq başqa hadisə yoxdur. Siz nümayişi bitirənədək nəşrlər xəbər dərc etməyə davam edir.

tray-recheck = İndi yenidən yoxla
tray-open = Frontwatch pəncərəsini aç
tray-pause-hour = Xəbərdarlıqlara bir saat fasilə ver
tray-resume = Xəbərdarlıqları bərpa et
tray-quit = Çıx: izləməni dayandır

no-tray = Bu iş masası bildiriş sahəsində nişan göstərmir. İzləmə yenə də davam edir; bu pəncərəni açmaq üçün Frontwatch proqramını yenidən başladın.

trouble-no-such-incident = Bu həyəcan siqnalı artıq bitib.
trouble-already-taken = Bu həyəcan siqnalı ilə artıq kimsə məşğul olur.
trouble-no-such-watch = Bu səhifə artıq izlənmir.
trouble-changed = Sual veriləndən sonra səhifə dəyişib. İndi nəyin fərqli olduğuna baxın.
trouble-in-question = Bu səhifənin həyəcan siqnalı bitməyib və ya indicə təsdiqlənir. İndi öyrənilən şey kənar müdaxilə edənin qoyduğu ola bilər. Əvvəlcə səhifəni qaydasına salın və siqnalın bitməsini gözləyin və ya xəbər verdiyiniz hadisəni bağlayın.
trouble-demonstration = Nümayişə heç nə əlavə etmək olmaz. Əvvəlcə onu bitirin.
trouble-alarm-first = Öz nəşrlərinizdən birində həyəcan siqnalı var. Əvvəlcə ona baxın.
trouble-no-such-outlet = Bu nəşr artıq izlənmir.
trouble-elsewhere = Bu ünvan nəşrin saytına aid deyil. Onu gördüyünüz səhifədən köçürün.
trouble-stopped = İzləmə dayanıb. Frontwatch proqramından çıxın və onu yenidən başladın.
trouble-no-address = Bu, sayt ünvanı deyil. Onu brauzerdəki kimi yazın: report.example
trouble-other-scheme = Saytın ünvanı https:// və ya http:// ilə başlayır.
trouble-password = Ünvandan istifadəçi adını və parolu çıxarın.
trouble-status = Sayt cavab verir, amma xəta ilə (status { $status }). Ünvanı yoxlayın.
trouble-refused = Sayt yoxlanmağa imkan vermir (status { $status }). Saytı idarə edən şəxsdən Frontwatch proqramına icazə verməsini xahiş edin, sonra yenidən cəhd edin.
trouble-already-watched = Bu ünvan artıq { $outlet } üçün izlənir.
trouble-not-proposed = Bu vaxt ərzində başqa sayt yoxlanıb. Geri qayıdın və bu saytı yenidən yoxlayın.
trouble-no-page = Sayt səhifə göndərmir: { $why }. Ünvanı və bağlantınızı yoxlayın.
trouble-not-written = Heç nə yazılmadı. { $why }
trouble-not-saved = Fayl “{ $folder }” qovluğunda saxlana bilmədi: { $why }. Orada yer açın və ya mətni köçürün.
# A file was saved. $path: where it is.
saved = Bu faylda saxlandı: { $path }. Faylı yalnız siz oxuya bilərsiniz.
# The name of a secret is in use. $whose: the channel or the outlet that it is for.
credential-taken = “{ $name }” adlı gizli açar artıq bunun üçün saxlanır: { $whose }. O, itərdi. Başqa ad seçin.
trouble-no-backup = Ehtiyat nüsxə yaradılmadı: { $why }.
trouble-no-demonstration = Nümayişi başlatmaq mümkün olmadı: { $why }
trouble-not-opened = Brauzeri açmaq mümkün olmadı: { $why }
trouble-list-too-long = Siyahı 2 MB-dan böyükdür. Onu bölün.
trouble-no-list = Bu, oxuna bilən siyahı deyil: OPML, “homepage” sütunu olan CSV, changedetection.io ixracı, yaxud hər sətirdə bir ünvan.
trouble-autostart = Sistemə girəndə başlama parametrini dəyişmək mümkün olmadı: { $why }
trouble-store = Saxlanmış məlumatları oxumaq mümkün olmadı: { $why }
trouble-bad-request = Pəncərə ilə proqram bir-birini anlamır ({ $why }). Frontwatch proqramından çıxın və onu yenidən başladın.
