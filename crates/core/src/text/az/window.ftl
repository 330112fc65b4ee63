# The window's own words. Only the window reads this file.

app = Frontwatch
title = { $what } – { app }

# How something stands, where only its shape is to be seen.
standing = { $standing ->
    [normal] Qaydasındadır
    [learning] Adi vəziyyət öyrənilir
    [suspect] Qeyri-adi
    [unseen] Görünmür
    [offline] Bu kompüterdə internet yoxdur
    [alarm] Həyəcan siqnalı
    [paused] Xəbərdarlıqlara fasilə verilib
   *[none] Yoxlanmayıb
}

# Moments. $clock is HH:MM, $day a date in words.
moment-other-day = { $day }, { $clock }
ago-now = indicə
ago-seconds = { $count } san. əvvəl
ago-minutes = { $count } dəq. əvvəl
ago-hours = { $count } saat əvvəl
ago-days = { $count } gün əvvəl

# While the window opens.
starting = Vəziyyət soruşulur…

# Under the sentence on top. $ago: one of the above.
last-look = Son yoxlama: { $ago }.
last-look-none = Son yoxlama: hələ olmayıb.
offline-help = Bu kompüterin bağlantısını yoxlayın. Bağlantı bərpa olunanadək heç bir nəşr barədə heç nə demək olmur; sonra izləmə öz-özünə davam edəcək.

# A re-check. $outcome is a sentence of the program.
recheck-all = İndi yenidən yoxla
recheck = Yenidən yoxla
looking = Yoxlanır…
looking-at = Yoxlanır… { $done } / { $total }
looked = { $clock }: { $outcome }
recheck-set-aside = { $count ->
    [one] Əsassız sayılmış bir həyəcan siqnalının səbəbi hələ oradadır.
   *[other] Əsassız sayılmış { $count } həyəcan siqnalının səbəbi hələ oradadır.
}

pause-hour = Bir saat fasilə ver
resume = Xəbərdarlıqları bərpa et

# Adding an outlet.
add-outlet = Nəşr əlavə et
add-address = Saytın ünvanı
add-example = report.example
add-look = Yoxla
add-found = Bu, doğru saytdırmı?
add-name = Ad
add-title = Səhifənin başlığı
add-homepage = Ana səhifə
add-feed = Xəbər lenti
add-admin = Giriş yolları
add-probe = Giriş səhifəsini axtar
add-probe-hint = Xəbər lenti də tipik ünvanlarda axtarılır: ən çoxu 12 sorğu, bir-birinin ardınca.
add-may-you = Bu saytı siz idarə edirsinizmi, yaxud onu izləməyə icazəniz varmı?
add-watch-it = Bəli, izlə
add-back = Geri
add-cancel = Ləğv et

# What is out of the ordinary.
anomalies = Qeyri-adi nə var
no-anomalies = { $standing ->
    [normal] Heç nə. Ana səhifədə redaksiyanın dərc etmədiyi nəsə peyda olsa, burada göstəriləcək.
    [learning] Hələlik heç nə. Adi vəziyyət hələ öyrənilir; hücumdan xəbər verən sözlər və səhifəni örtən elementlər isə ilk yoxlamadan qiymətləndirilir.
   *[other] Davam edən həyəcan siqnalı yoxdur. Bu, hər şeyin qaydasında olduğu demək deyil: yuxarıya baxın.
}
anomaly-title = { $outlet }: { $summary }
severity = { $severity ->
    [critical] Kritik
    [warning] Diqqət
   *[info] Qeyd
}
since-seen = Başlanğıc: { $since }, { $seen ->
    [1] bir
    [2] iki
   *[other] { $seen }
} yoxlamada görülüb
began-over = { $since } – { $over }
reasons = Səbəblər
before = Əvvəl
now = İndi
nothing = heç nə
over = Son bir gündə bitənlər: { $count }
route-missing = Açdığınız həyəcan siqnalı artıq siyahıda yoxdur: ya bitməsindən bir gündən çox keçib, ya da aid olduğu izləmə silinib.
close = Bağla

# What a person can say of an alarm.
acknowledge = Mən məşğul oluram
this-was-us = Bunu biz etmişik…
put-off = İndi yox
put-off-for = { $length ->
    [quarter] 15 dəqiqəlik
    [hour] Bir saatlıq
   *[morning] Sabaha qədər, { $clock }
}
dismiss = Əsassız siqnaldır…

# Under an outlet: what was seen and not told.
untold = Mənə niyə bildirilməyib?
untold-since = {" "}(başlanğıc: { $since })
untold-none = Son yeddi gündə burada qeyri-adi nə olubsa, bildirilib.

# Several alarms that one alert tells of, on one card.
together = { $count ->
    [one] Eyni xəbərdarlıqda bildirilən daha bir yer
   *[other] Eyni xəbərdarlıqda bildirilən daha { $count } yer
}

# The second question before an alarm is said to be nothing.
dismiss-question = Bu həyəcan siqnalı əsassızdırmı?
dismiss-yes-does = “Bəli” desəniz, bu həyəcan siqnalı bitəcək və səhifədə yalnız bu qaldıqca təkrarlanmayacaq. Səhifədən heç nə öyrənilmir: nəsə əlavə olunsa və ya bu yox olub qayıtsa, sizə xəbər veriləcək.
dismiss-no-does = Əmin deyilsinizsə, “Xeyr” deyin: heç nə itmir, “İndi yox” isə xatırlatmaları yalnız bir müddət dayandırır.
dismiss-no = Xeyr, yaxud əmin deyiləm
dismiss-yes = Bəli, əsassızdır

# Who was told of an alarm, and who was not.
timeline = Kimə bildirilib?
timeline-none = Bu həyəcan siqnalı barədə hələ heç nə məlum deyil.
timeline-kind = { $kind ->
    [look] Görülüb
    [told] Xəbərdarlıq
    [undelivered] Çatdırılmayıb
    [silent] Xəbərdarlıq yoxdur
   *[state] Nə baş verib
}

# A person reports what they see. $outlet: the outlet's name.
report = Bunu biz dərc etməmişik…
report-outlet = Nəşr
report-address = Harada? Boş saxlasanız, ana səhifə götürülür
report-words = Nə görürsünüz? (istəyə görə)
report-what = Frontwatch indi orada nə varsa saxlayır və həyəcan siqnalı açır ki, xəbərdarlıq alan hər kəs bundan xəbər tutsun.
report-send = Bildir

# The second question before a page is taken for normal.
approve-question = Bunu sizin redaksiyanız yerləşdiribmi?
approve-place = { $outlet }, { $place }: { $address }
approve-different = Nə fərqlidir:
approve-yes-does = “Bəli” desəniz, Frontwatch səhifənin indiki halını adi sayacaq və ona görə bir daha həyəcan siqnalı verməyəcək.
approve-no-does = Əmin deyilsinizsə, “Xeyr” deyin: heç nə itmir.
approve-critical = Bu, kritik həyəcan siqnalıdır. “Bəli” deməzdən əvvəl bunu dərc etmiş ola biləcək əməkdaşdan soruşun.
approve-changed = Siz oxuyarkən orada olanlar dəyişib. Geri qayıdın və yenidən baxın.
approve-no = Xeyr, yaxud əmin deyiləm
approve-yes = Bəli, bunu biz etmişik

# First aid on a critical alarm.
first-aid = İndi nə etməli

# The outlets and what is watched of them.
outlets = { $count } nəşr
outlet-added = { $outlet } indi izlənir.

# The first page of all.
welcome = Ana səhifəniz sizdən xəbərsiz dəyişsə, bir dəqiqə ərzində bilin
welcome-what = Frontwatch ana səhifələrinizi hər yarım dəqiqədən bir yoxlayır. Orada redaksiyanızın dərc etmədiyi nəsə görünəndə bunu sizə sadə sözlərlə bildirir, əvvəl nə olduğunu və indi nə olduğunu göstərir.
welcome-add = Saytınızı izləyin
welcome-or = Yaxud əvvəlcə proqrama baxın
welcome-demonstration-what = Bu kompüterdəki nümunə redaksiyaya gözünüzün qabağında hücum edilir. Heç bir həqiqi sayta toxunulmur.
welcome-demonstration = Nümunə redaksiyada necə işlədiyinə bax
starting-demonstration = Nümayiş başlayır…

# While the demonstration runs.
demonstration = Bu, nümayişdir: bu kompüterdəki nümunə redaksiya
demonstration-end = Nümayişi bitir

# At the foot.
foot = Frontwatch mesajları
messages = { $count } mesaj
message-trouble = Müdaxiləniz lazımdır
read = Oxudum

# A test of the way that an alert takes.
test-alert = Mənə sınaq xəbərdarlığı göndər
testing = Göndərilir…
tested = { $arrived ->
    [yes] Çatdı
   *[no] Çatmadı
}

# The program behind the window does not answer.
gone = Frontwatch cavab vermir
gone-means = Bu pəncərə saytlarınızın vəziyyətini deyə bilmir. Bu, hər şeyin qaydasında olduğu demək deyil.
gone-do = Nə etməli
gone-wait = Bir az gözləyin: bu pəncərə soruşmağa davam edir və öz-özünə bərpa olunur.
gone-restart = Bərpa olunmasa, bildiriş sahəsindəki menyudan Frontwatch proqramını bağlayın və onu yenidən başladın.
gone-look = O vaxtadək ana səhifələrinizə özünüz baxın.
gone-retry = Yenidən soruş

trouble-unknown = Frontwatch cavab vermədi. Yenidən cəhd edin; belə qalsa, Frontwatch proqramından çıxın və onu yenidən başladın.

# Where there is no tray, from whose menu it is ended.
quit = Çıx: izləməni dayandır
# Asked before it ends while alarms are open.
quit-question = Həyəcan siqnalı davam edərkən izləmə dayandırılsınmı?
quit-yes-does = “Bəli” desəniz, Frontwatch yenidən başladılanadək nəşrlərinizi heç kim izləməyəcək və baş verənlər heç bir kanalla heç kimə bildirilməyəcək. Davam edən həyəcan siqnalları olduğu kimi qalır, izlənməyən vaxt isə sonra bildirilir.
quit-no-does = Pəncərə sadəcə mane olursa, “Xeyr” deyin və onu bağlayın: Frontwatch bildiriş sahəsində izləməyə davam edir.
quit-no = Xeyr, izləməyə davam et
quit-yes = Bəli, izləməni dayandır

# The ways between the pages.
nav = Səhifələr
nav-to = { $page ->
    [outlets] Nəşrlər
    [history] Tarixçə
    [settings] Parametrlər
   *[now] İndi
}

# What has happened.
history-words = Sözlər
history-outlet = Nəşr
history-severity = Təcililik
history-state = Vəziyyət
history-all = Hamısı
history-in-state = { $state ->
    [open] Davam edir
    [acknowledged] Kimsə öz üzərinə götürüb
   *[resolved] Bitib
}
history-found = { $count ->
    [0] Saxlanılanlar arasında uyğun gələni yoxdur.
   *[other] { $more ->
        [yes] Hələlik { $count }; daha var.
       *[no] Cəmi { $count }.
    }
}
history-more = Davamı

# Under a list that is too long: what is not listed.
unlisted = Bunlardan az təcili olan daha { $count } hadisə burada göstərilməyib.
unlisted-where = Hamısı

# The page of one incident.
incident-everything = Bu barədə hər şey
incident-back = { $to ->
    [history] Tarixçəyə qayıt
   *[now] İndiki vəziyyətə qayıt
}
incident-unknown = Bu həyəcan siqnalı haqqında heç nə məlum deyil.
incident-asking = Axtarılır…
incident-course = Nə baş verib
incident-reasons = Nə dəyişib
incident-reasons-none = Heç bir yoxlama nəyin dəyişdiyini göstərməyib.
# What stands in the two columns of a reason, for those who do not see them side by side.
incident-about = { $about ->
    [hosts] Serverlər və ünvanlar, əvvəl və indi
    [titles] Başlıqlar, əvvəl və indi
    [forms] Formalar, əvvəl və indi
    [pictures] Şəkillər, əvvəl və indi
   *[text] Əvvəl orada nə var idi və indi nə var
}
incident-marks = Fərqlənən yerlərin “Əvvəl” sütununda üstündən, “İndi” sütununda isə altından xətt çəkilib.
incident-captures = Sübut kimi saxlanıb
incident-captures-what = Səhifələr alındığı kimidir. Eyni baytlar kimdə olsa, SHA-256 qiyməti də eyni alınar.
incident-captures-none = Bu barədə heç bir səhifə saxlanmayıb.
incident-captures-more = Burada göstərilənlərdən başqa da saxlanmış səhifələr var.
incident-capture = { $says } · status { $status } · { $bytes } bayt
incident-evidence = həyəcan siqnalı buna görə verilib
incident-print = Çap et
incident-copy = Mətn kimi köçür
incident-copied = Hesabat köçürüldü. Onu məktuba və ya söhbətə yapışdıra bilərsiniz.
copy-by-hand = Köçürmək alınmadı. Əl ilə köçürmək üçün mətn buradadır:
save-as-file = Fayl kimi saxla

# What to do now, on the page of an incident.
runbook = İndi nə etməli
runbook-default = Bunlar Frontwatch tərəfindən yazılıb. Redaksiyanızın öz addımlarını yazın: kimə zəng etməli, hansı nömrələrə, oxuculara nə demək.
runbook-edit = Bu addımları dəyiş
runbook-steps = Hər sətirdə bir addım. Boş qalsa, Frontwatch tərəfindən yazılanlar göstərilir
runbook-save = Saxla
runbook-cancel = Ləğv et

# Opening a page that may be hostile.
open-page = Səhifəni aç…
open-question = Səhifə brauzerinizdə açılsın?
open-may = İndi orada olan sizin olmaya bilər. O, bu kompüterə zərər vurmağa, yaxud parolunuzu oğurlamaq üçün sizi giriş etməyə sövq etməyə çalışa bilər.
open-how = Ora parol yazmayın, heç nə endirməyin və gördükdən sonra bağlayın. Ofis şəbəkəsindən kənar telefon daha təhlükəsizdir.
open-no = Xeyr, açma
open-yes = Bəli, aç

# Why an alarm is nothing, in one tap; each ends it.
dismiss-why = Bəli, bu əhəmiyyətsizdir, çünki bu:
dismiss-because = { $why ->
    [design] yeni dizaynımızdır
    [advertisement] reklamdır
    [partner] tərəfdaşın materialıdır
    [cannot_tell] nə olduğunu deyə bilmədiyim şeydir
   *[other] başqa şeydir
}
# After several alarms alike that were set aside.
leave-out = Bu hissəni nəzərə alma…
leave-out-question = Bu hissə izlənməsin?
leave-out-does = Bu, həmin nəşrin konfiqurasiyasına yazılır. Səhifəni örtənlər, skriptlər, səhifə və xəbər başlıqları orada yenə də həyəcan siqnalı verir; bu hissədəki digər dəyişikliklər isə artıq vermir. Onu nəşrin səhifəsində yenidən izləməyə başlaya bilərsiniz.
leave-out-no = Xeyr, hamısını izlə
leave-out-yes = Bəli, nəzərə alma

# Pictures of an incident.
incident-pictures = Şəkillər
incident-pictures-none = Saxlanmış şəkil yoxdur.
incident-pictures-side = { $side ->
    [before] Səhifənin öz loqotipləri, əvvəlki halında
   *[now] Əvvəllər orada olmayan şəkillər
}
incident-picture = { $side ->
    [before] Səhifənin əvvəlki loqotipi
   *[now] Əvvəllər orada olmayan şəkil
}
incident-unblur = { $shown ->
    [yes] Yeni şəkilləri bulanıq göstər
   *[no] Yeni şəkilləri göstər
}

# The page of one outlet.
outlet-all = Bütün nəşrlər
outlet-gone = Bu nəşr artıq izlənmir.
outlet-asking = Haqqında bilinənlər soruşulur…
next-look = { $when ->
    [looking] İndi yoxlanır.
    [now] Növbəti yoxlama indi.
   *[later] Növbəti yoxlamaya qalıb: { $wait }.
}
in-seconds = { $count } san.
in-minutes = { $count } dəq.
in-hours = { $count } saat
milliseconds = { $count } ms
# How long it took to answer. $middle and $most: "40 ms".
pace = Son 24 saatda adətən { $middle }, ən çoxu { $most } ərzində cavab verib.
pace-none = Son 24 saatda heç bir cavabın vaxtı ölçülməyib.
pace-silent = { $count } yarım saatda cavab olmayıb; xaçla işarələnib.
pace-unwatched = { $all } yarım saatdan { $count } ədədində izlənməyib.
# How often it was there. $share: "99.9%".
there = { $span ->
    [day] Son 24 saat
   *[week] Son 7 gün
}: { $looks } yoxlamanın { $share } qədərində yerində olub.
there-none = { $span ->
    [day] Son 24 saat
   *[week] Son 7 gün
}: yerində olub-olmadığını heç bir yoxlama göstərə bilməyib.
learned = Nə öyrənib
learned-versions = { $count ->
    [0] Öyrənmə başlayıb: { $since }; hələ heç bir versiya saxlanmayıb.
   *[other] Öyrənmə başlayıb: { $since }; { $count } versiya saxlanıb.
}
forget = Öyrənilənləri unut…
forget-question = Səhifə indi olduğu kimi düzgündür?
forget-yes-does = “Bəli” desəniz, növbəti baxışlardan başlayaraq { $outlet } saytında indi olan norma kimi öyrəniləcək. Əvvəlcə səhifəyə özünüz baxın: başqa brauzerdə və ya telefonda.
forget-no-does = Yenidən öyrənilənə qədər daha az şey sezilə bilər. Əvvəl öyrənilənlər saxlanır və yenidən əsas götürülə bilər.
forget-no = Xeyr, saxla
forget-yes = Bəli, yenidən öyrən
forgotten = Yenidən öyrənilir.
versions = Onda nələr dəyişib
version-counts = indi əsasdır
version-unreadable = proqramın əvvəlki versiyasındandır, yenidən əsas götürülə bilməz
count-again = Buna qayıt…
count-again-question = Bu vaxt öyrənilənlərə qayıdılsın: { $at }?
count-again-does = Səhifə bundan sonra ona görə qiymətləndiriləcək: sonra gələn və hələ də qalan şeylər həyəcan siqnalı verə bilər. Heç nə silinmir, irəli də qayıtmaq olar.
count-again-no = Xeyr, olduğu kimi qalsın
count-again-yes = Bəli, qayıt
edit = Dəyiş…
edit-group = Naşiri, əgər varsa
edit-homepages = Ana səhifələr, hər sətirdə biri
edit-homepages-missing = Ən azı bir ana səhifə yazın.
edit-name-missing = Ad yazın.
edit-feed = Lenti, əgər varsa
edit-pinned = Həmişə izlənən xəbərlər, hər sətirdə bir ünvan
edit-admin = Giriş səhifələri və digər giriş yolları
edit-admin-add = Birini əlavə et
edit-admin-new = Yeni
edit-admin-drop = Çıxar
edit-admin-gone = yadda saxlayanda çıxarılacaq
edit-admin-keep = Saxla
edit-expect = Orada nə olmalıdır
edit-expected = { $expect ->
    [login] Parol soruşan səhifə
    [denied] Rədd cavabı: 401 və ya 403
    [gone] Heç nə: 404, 410 və ya bağlantı yoxdur
   *[json] Dəyərləri dəyişməməli olan məlumat (JSON)
}
edit-values = Hansı dəyərlər dəyişməməlidir, hər sətirdə bir JSON göstəricisi
edit-values-help = Məsələn, /*/id və /*/slug; burada * siyahının hər bir elementini bildirir.
edit-credential = Giriş məlumatının adı, əgər lazımdırsa
edit-credential-help = Bu kompüterin açar anbarında saxlanılır; ora “frontwatch credential set AD” əmri ilə yazılır. Faylda yalnız adı olur.
edit-overtaken = Bu arada fayl dəyişdirilib. Daxil etdikləriniz yerindədir və yadda saxlasanız, onlar yazılacaq; qalan hər şey faylda indi olduğu kimidir.
edit-rest = Bu, konfiqurasiya faylına yazılır. Oradakı şərhlər və digər ayarlar qalır.
edit-save = Yadda saxla
remove = Bu nəşri izləməyi dayandır…
remove-question = { $outlet } izlənməsin?
remove-yes-does = “Bəli” desəniz, bu nəşrə heç kim baxmayacaq və orada baş verənlər heç kimə bildirilməyəcək. Nəşr konfiqurasiya faylından çıxarılır; saxlanmış həyəcan siqnalları qalır.
remove-no-does = Sadəcə bir müddət xəbərdarlıq istəmirsinizsə, “Xeyr” deyin və onun xəbərdarlıqlarını dayandırın: Frontwatch izləməyə davam edir.
remove-no = Xeyr, izləməyə davam et
remove-yes = Bəli, izləməni dayandır
removed = { $outlet } artıq izlənmir.
put-back = Geri qaytar
# A pause of the alerts of one outlet.
outlet-paused = Xəbərdarlıqlar dayandırılıb
outlet-paused-until = Xəbərdarlıqlar dayandırılıb, bitmə vaxtı: { $until }
outlet-pause-hour = Xəbərdarlıqlarını bir saatlıq dayandır
outlet-pause = Mən davam etdirənədək xəbərdarlıqlarını dayandır
untold-paused = Bu nəşrin xəbərdarlıqları dayandırılıb. Fasilənin sonunda hələ davam edənlər o zaman bildiriləcək.

# Looking for an outlet among many.
search = Ad, naşir və ya ünvan üzrə axtar
filter = Vəziyyət
filter-any = İstənilən
found = { $count ->
    [0] Belə nəşr yoxdur.
   *[other] Belə { $count } nəşr var.
}
outlets-more = Qaydasında olmayan daha { $count } nəşr.
outlets-more-well = Qaydasında olan daha { $count } nəşr.

# Ignoring a part of the pages.
ignore = Səhifələrinin bir hissəsini nəzərə alma…
ignore-never = Bu hissələr son vaxtlar dəyişib. Nəzərə alınmayanın mətni həyəcan siqnalı vermir; səhifəni örtən element, skript, səhifə və ya xəbər başlığı isə harada olursa olsun, həmişə verir.
ignore-none = Son vaxtlar öz adı olan heç bir hissə dəyişməyib.
ignore-this = Nəzərə alma
# What is ignored, on the page of an outlet. $part: as the configuration has it.
ignored = Nəzərə alınmayan hissələr
ignored-what = Onların mətnindəki dəyişikliklər həyəcan siqnalı vermir.
watch-part = Yenidən izlə…
watch-part-question = { $part } yenidən izlənsin?
watch-part-does = Bu hissə konfiqurasiya faylından çıxarılır; oradakı şərhləriniz qalır. Növbəti yoxlamadan başlayaraq bu hissədəki dəyişikliklər həyəcan siqnalı verə bilər. Nəzərə alınmadığı müddətdə orada nəyin olduğu öyrənilməyib, ona görə indi orada olanlar bir dəfə yeni kimi bildirilə bilər.
watch-part-no = Xeyr, nəzərə alma
watch-part-yes = Bəli, yenidən izlə

# How well a page is known. $percent: on the way to that.
learning-looks = İlk { $of } yoxlamadan { $looks }
sharp = Bu səhifə yaxşı tanınır.
sharp-at = { $percent } faiz tanınır; əvvəlki kimi dəyişməyə davam etsə, bu vaxtdan yaxşı tanınacaq: { $at }. Örtmə, ələ keçirmə və hücumçunun sözləri ilk yoxlamadan bildirilir.
sharp-with-changes = { $percent } faiz tanınır; bir neçə dəfə də dəyişəndən sonra yaxşı tanınacaq. Örtmə, ələ keçirmə və hücumçunun sözləri ilk yoxlamadan bildirilir.

# A list of outlets from another program.
import = Nəşrlərin siyahısını idxal et…
import-file = OPML, “homepage” sütunu olan CSV, changedetection.io ixracı, yaxud hər sətirdə bir ünvan
import-long = Siyahı 2 MB-dan böyükdür. Onu bölün.
import-more = Və daha { $count }.
import-may-you = Bu saytları siz idarə edirsinizmi, yaxud izləməyə icazəniz varmı?
import-add = { $count ->
    [one] Bəli, izlə
   *[other] Bəli, bunların { $count } ədədini də izlə
}
imported = { $count } nəşr indi izlənir.
export = Nəşrləri ixrac et…
export-copy = { $form ->
    [addresses] Ünvanları köçür, changedetection.io üçün
    [csv] CSV kimi köçür, elektron cədvəl üçün
   *[opml] OPML kimi köçür, lent oxuyan proqramlar üçün
}
export-save = { $form ->
    [addresses] Ünvanları saxla, changedetection.io üçün
    [opml] OPML kimi saxla
   *[csv] CSV kimi saxla
}
export-copied = Siyahı köçürüldü. Onu yeni fayla yapışdırıb yadda saxlayın.

# The settings. $file: where they stand.
settings-file = Bunların hamısı bir faylda yazılıb, onu özünüz də dəyişə bilərsiniz; oradakı şərhləriniz qalır: { $file }
settings-refused = Faylda səhv var. O, faylın özündə düzəldilənədək Frontwatch əvvəlki ayarlarla davam edir və burada heç nə dəyişmək olmur:
# While somebody fills in a field. $now: what stands in the file.
settings-changed = Bu arada fayl dəyişdirilib, indi orada yazılan: { $now }. Yadda saxlasanız, ora sizin daxil etdiyiniz yazılacaq.
settings-save = Yadda saxla
settings-saved = Yadda saxlandı
settings-put-back = Geri qaytar
probes-none = Heç kimdən soruşma
probes-none-help = Onda öz bağlantınız kəsiləndə nəşrin açılmadığı deyilə bilər.
settings-edit = Dəyiş
settings-remove = Sil…
settings-remove-question = Bu qeyd silinsin: { $what }?
settings-remove-yes = Bəli, sil
settings-remove-no = Xeyr
settings-group = { $group ->
    [alerts] Sizə nə vaxt bildirilir
    [channels] Xəbərdarlıqlar hara göndərilir
    [planned] Planlaşdırılmış dəyişikliklər
    [language] Dil
    [login] Proqramın başlaması
    [network] Öz şəbəkəniz
    [store] Nə saxlanılır
   *[watching] Frontwatch necə yoxlayır
}
backup = Ehtiyat nüsxəni saxla
backup-help = Öyrənilən və saxlanan hər şey və bu ayarlar bir faylda, yükləmələr qovluğunda saxlanır. Parol anbarındakı gizli məlumatlar ora düşmür, webhook ünvanları isə düşür və belə ünvanı bilən ora yaza bilər: faylı heç kimə verməyin. `frontwatch restore FAYL` onu bu kompüterdə və ya başqasında geri qaytarır.
backup-making = Ehtiyat nüsxə hazırlanır…
# A value of the file: its name, and what it does.
setting = { $setting ->
    [interval] İki yoxlama arasındakı vaxt
    [timeout] Cavab ən çoxu nə qədər gözlənilir
    [keep] Bu kompüterdə ən çoxu nə qədər məlumat saxlanılır
    [unwanted_pictures] Arzuolunmaz şəkillər qovluğu
    [probes] Bu kompüterdə internetin olub-olmadığını göstərən ünvanlar
    [metered] Trafiki limitli bağlantıda
    [quiet_hours] Sakit saatlar
    [time_zone] Saat qurşağı
   *[languages] Pəncərənin və xəbərdarlıqların dili
}
setting-help = { $setting ->
    [interval] Ana səhifə üçün, məsələn, 30s və ya 1m. Xəbər lentləri, xəbərlər və sertifikatlar öz tezliyi ilə yoxlanır.
    [timeout] Yoxlamanın hər mərhələsi üçün, məsələn, 15s.
    [keep] Görülmüş səhifələr və öyrənilənlər üçün, məsələn, 500MB. Həyəcan siqnalına aid olanlar bundan əlavə saxlanılır.
    [unwanted_pictures] Oradakı şəkillər heç bir səhifədə görünməməlidir: görünsə, sizə dərhal bildirilir. Qovluğun tam yolu yazılır; boş qalsa, qovluq yoxdur.
    [probes] Hər sətirdə biri. Onlara yalnız yoxlamalar alınmayanda müraciət edilir ki, öz şəbəkənizin nasazlığı heç bir nəşrin adına yazılmasın. Boş qalsa, brauzerlərin müraciət etdiyi ünvanlar götürülür.
    [metered] Məsələn, telefon vasitəsilə qoşulanda.
    [quiet_hours] Yalnız kritik hadisələr bildirilir. Qalanları bu saatlar bitəndə bir xəbərdarlıqda gəlir.
    [time_zone] Sakit saatların hansı yerin vaxtı ilə sayıldığı, məsələn, Asia/Baku. Boş qalsa, bu kompüterin saat qurşağı götürülür.
   *[languages] Bundan sonra hər şey bu dildə bildiriləcək.
}
quiet-from = Başlama vaxtı
quiet-until = Bitmə vaxtı
metered = { $how ->
    [same] Həmişəki tezliklə yoxla
   *[slower] İki dəfə seyrək yoxla
}
language-own = Sistemin öz dili

# Channels: webhooks and mail.
channels-what = Xəbərdarlıqlar həmişə bu kompüterə gəlir. Onlar söhbətə, telefona və ya poçt qutusuna da göndərilə bilər.
channel-kind = { $kind ->
    [email] E-poçt
   *[webhook] Webhook
}
channel-add = { $kind ->
    [email] E-poçt əlavə et
   *[webhook] Webhook əlavə et
}
channel-least = { $least ->
    [critical] Yalnız kritik olanlar
   *[warning] “Diqqət” və kritik olanlar
}
channel-field = { $field ->
    [name] Ad
    [url] Ünvan
    [template] Nə göndərilir
    [server] Poçt serveri
    [from] Göndərən
    [to] Alanlar
    [least] Hansı xəbərdarlıqlar
    [credential] Giriş məlumatının adı
    [manner] Giriş məlumatı necə göndərilir
   *[header] HTTP başlığının adı
}
channel-help = { $field ->
    [name] Onu necə adlandırmaq istəyirsinizsə, məsələn, desk.
    [url] Xidmətin göndərmək üçün verdiyi ünvan, https ilə birlikdə.
    [template] Boş qalsa, hər şey JSON şəklində göndərilir. Yaxud xidmətin qəbul etdiyi forma:
    [server] Portu ilə birlikdə.
    [from] Məktubun kimin adından gəldiyi.
    [to] Hər sətirdə biri.
    [secret] Bu kompüterin parol anbarına yazılır, heç vaxt fayla düşmür və bir daha göstərilmir. Boş qalsa, anbardakı olduğu kimi qalır.
   *[credential] Giriş məlumatı tələb olunursa: onun parol anbarındakı adı, məsələn, desk-mail.
}
channel-url-stays = Boş qalsa, ünvan dəyişmir: { $site }.
channel-template = { $template ->
    [chat] Slack, Mattermost, Google Chat
    [discord] Discord
    [ntfy] ntfy
   *[all] Hər şey
}
channel-manner = { $manner ->
    [basic] İstifadəçi adı və parol
    [header] Ayrıca HTTP başlığında
   *[bearer] Token kimi
}
channel-secret = { $manner ->
    [basic] İstifadəçi adı və parol, aralarında iki nöqtə
   *[bearer] Məxfi açar
}

# Planned changes.
plans-what = Yeni dizayn və ya xüsusi buraxılış üçün: burada göstərdikləriniz plan qüvvədə olduğu müddətdə həyəcan siqnalı vermir. Boşaldılmış və ya başqası ilə əvəz edilmiş səhifə, giriş səhifələri, domen adları, sertifikatlar və naməlum skriptlər yenə də həyəcan siqnalı verir.
plan-when = { $from } – { $until }
# After that, with a comma between. $zone: "Asia/Baku".
plan-clock = { $zone } saatı ilə
plan-clock-own = bu kompüterin saatı ilə
plan-add = Dəyişiklik planlaşdır
plan-outlet = Nəşr
plan-from = Başlama vaxtı
plan-until = Bitmə vaxtı
plan-when-missing = Gün və saat seçin.
plan-until-early = Başlama vaxtından sonrakı bir vaxt seçin.
plan-nothing-expected = Nə gözlənildiyini işarələyin və ya aşağıda server yazın.
plan-zone = Vaxtların hansı qurşağın saatı ilə göstərildiyi. Boş qalsa, bu kompüterin öz saatı ilə.
plan-signals = Nə gözlənilir
plan-signal = { $signal ->
    [charset] Simvol kodlaşdırması
    [cover] Səhifəni örtən element
    [feed] Xəbər lenti
    [fixed] Yerində heç vaxt dəyişməyənlər
    [headline] Xəbər başlıqları
    [image] Başqa serverdən gələn şəkillər
    [language] Səhifənin dili
    [link] Keçidlər
    [lost] Yoxa çıxan hissələr
    [missing] Yoxa çıxan xəbərlər
    [outage] Saytın işləməməsi
    [painted] Örtən və ya gizlədən stillər
    [picture] Şəkillər
    [redirect] Yönləndirmələr
    [robots] Axtarış sistemləri üçün göstərişlər
    [sheet] Stil faylları
    [sound] Səs
    [source] Başqa serverlərdən gələn çərçivələr və media
    [text] Mətnlər
    [title] Səhifənin başlığı
   *[vocabulary] Qeyri-adi sözlər
}
plan-hosts = Yeniliklərin gələ biləcəyi serverlər
plan-hosts-help = https yazmadan, aralarında boşluqla. Boş qalsa, yalnız əvvəllər də nəsə gələn serverlər nəzərdə tutulur.

# Starting at login.
autostart = Sistemə girəndə Frontwatch başlasın
autostart-help = Bildiriş sahəsində, pəncərəsiz.
autostart-none = Sistemə girəndə başlama burada tənzimlənə bilmir.

# The first run. $outlet: the outlet that was added first.
first-step = Addım { $step } / { $of }
first-heading = { $step ->
    [alerts] Xəbərdarlıq sizə çatacaqmı?
    [login] İzləmə bundan sonra davam etsinmi?
   *[look] { $outlet } belə görünməlidirmi?
}
first-what = { $step ->
    [alerts] İndi özünüzə bir xəbərdarlıq göndərin. Sistem Frontwatch bildirişlərinin göstərilməsinə icazə istəsə, razılaşın.
    [login] Frontwatch yalnız işlədiyi müddətdə izləyir. Sistemə girəndə öz-özünə başlaya bilər.
   *[look] Frontwatch indi gördüyünü adi sayır. Səhifə artıq hücuma məruz qalıbsa, onu adi saymamalıdır.
}
first-looking = İlk yoxlama aparılır…
logo-picture = Səhifənin loqotipi, göründüyü kimi
first-wrong = Bu, indi saytda görünür və sizlərdən heç kim onu dərc etməyib? Xəbər verin: həyəcan siqnalı açılır və xəbərdarlıq alan hər kəs bundan xəbər tutur.
first-wrong-since = Səhifə artıq qaydasındadır, yalnız ilk görünən yanlış idi? Onda o, yenidən öyrənilə bilər.
first-next = { $step ->
    [alerts] Davam et
    [login] Hazırdır
   *[look] Bəli, düzdür
}
first-no = Xeyr, nəsə düz deyil
first-skip = Bunu ötür
first-again = İlk addıma qayıt
first-end = Hamısını ötür
