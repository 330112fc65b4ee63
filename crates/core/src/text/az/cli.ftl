# The command line: tables, progress, and what a person at the terminal is told.

column-outlet = nəşr
column-watch = nə izlənir
column-address = ünvan
column-verdict = nəticə
column-last-look = son yoxlama
column-what = nə görülüb

never-looked = hələ yoxlanmayıb
nothing-unusual = qeyri-adi heç nə yoxdur
almost-over = yenidən qaydasındadır; əmin olmaq üçün bir dəfə də yoxlanacaq
learning-so-far = adi vəziyyət öyrənilir
no-judgement = görə bilmədik

round-done = { $total } izləmə: { $alarms ->
    [0] həyəcan siqnalı yoxdur
   *[other] { $alarms } həyəcan siqnalı
}, şübhəli: { $suspects }, görə bilmədiyimiz: { $unseen }.

ordinary-stories = Dərc olunmuş { $count } xəbər yoxlandı: dəyişməyib və ya hələ tanınmır.

watching-now = { $total } ünvan izlənir. Dayandırmaq üçün Ctrl-C basın.
nothing-configured = İzlənəcək heç nə yoxdur: { $file } faylında nəşr göstərilməyib.
no-such-outlet = { $file } faylında “{ $name }” adlı nəşr yoxdur.
stopped = Dayandırıldı. Bundan sonra heç nə izlənmir.

not-watched-by-this-version = bu versiya izləmir
not-watched-between = { $from } ilə { $to } arasında izlənməyib

configuration-kept = { $file } faylı hazırkı halında yararsızdır, izləmə əvvəlki konfiqurasiya ilə davam edir: { $why }
configuration-unusable = Konfiqurasiya düzəldilənədək heç nə izlənmir: { $why }
pictures-unread = { $count ->
    [one] Arzuolunmaz şəkillərdən biri oxunmur
   *[other] Arzuolunmaz { $count } şəkil oxunmur
} və axtarılmır: { $files }. Ən çoxu 2 MB həcmində PNG, JPEG, GIF, WebP və SVG oxunur.
pictures-too-many = Arzuolunmaz şəkillərdən yalnız ilk { $most } şəkil axtarılır; qovluqdan bir neçəsini çıxarın.
store-mended = { $what }.
store-trouble = Məlumat bazasında xəta: { $why }. Baza yenidən işləyənədək baş verənlər yazılmır. İzləmə davam edir; xəbərdarlıqlar yenə bildirilir.
not-approved = { $outlet }: heç nə təsdiqlənmədi, çünki səhifəni görmək mümkün olmadı. Səhifə açılanda yenidən cəhd edin.
approval-changed = { $outlet }: heç nə təsdiqlənmədi, çünki sual veriləndən sonra səhifə dəyişib. İndi nəyin fərqli olduğuna baxın.
store-works = Məlumat bazası yenə işləyir. Bu müddətdə bildirilənlər saxlanıb.
look-trouble = { $outlet }: bu səhifəyə baxış yarımçıq qaldı. Bu, Frontwatch proqramının xətasıdır; səhifəyə yenidən baxılacaq.
part-trouble = Frontwatch proqramının bir hissəsi sıradan çıxdı ({ $part }). Bu, proqramın xətasıdır: xahiş edirik, bizə bildirin. İzləmə davam edir.
judging-trouble = { $outlet }: bu səhifəni qiymətləndirmək alınmadı. Bu, Frontwatch proqramının xətasıdır; səhifə xəta hesabatı üçün saxlanıb.
configuration-reloaded = { $file } yenidən oxundu: yeni – { $added }, dəyişdirilmiş – { $changed }, izləmədən çıxarılmış – { $removed }.
nothing-stored = Məlumat qovluğu məşğuldur ({ $holder }): bu yoxlama qiymətləndirilir, amma heç nə yadda saxlanmır.
nothing-kept = Məlumat bazasında xəta: { $why }. Bu yoxlama qiymətləndirilir, amma heç nə yadda saxlanmır.
nothing-known = Əvvəl öyrənilənləri də oxumaq olmur: { $why }. Səhifələr ilk dəfə görülürmüş kimi qiymətləndirilir.
another-holder = başqa Frontwatch

network-online = Bu kompüter yenidən internetə qoşulub.
network-offline = Heç bir server cavab vermir: görünür, bu kompüterdə internet yoxdur. Onlardan biri cavab verənədək heç bir nəşr işləməyən sayılmayacaq.
network-captive = Bu kompüterlə internet arasında giriş portalı var: siz portaldan keçənədək heç bir nəşr qiymətləndirilmir.
network-why-system-offline = Sistem bildirir ki, bu kompüterdən internetə yol yoxdur.
network-why-system-captive = Sistem bildirir ki, internetin qarşısında giriş portalı var.
network-why-probe-caught = Neytral ünvanın yerinə kənar tərəf cavab verir: adətən bu, giriş portalıdır. Daxil olmaq üçün brauzerdə istənilən səhifəni açın.
network-why-strangers = Eyni anda bir neçə saytın yerinə kənar tərəf cavab verir: adətən bu, giriş portalıdır. Daxil olmaq üçün brauzerdə istənilən səhifəni açın.
network-why-probes-silent = Neytral ünvanlar da cavab vermir, deməli, səbəb bu kompüterin öz şəbəkəsidir.
network-why-hosts-silent = Bir neçə sayt eyni vaxtda susub və heç biri cavab vermir, ona görə səbəb bu kompüterin öz şəbəkəsi sayılır.
network-proxy-out = Sistemin proksisi vasitəsilə açılanlar hələlik qiymətləndirilmir. { $why }.
caught-up-well = İzlənməyən vaxtın yoxlaması tamamlandı: { $total } ünvan yoxlandı, qeyri-adi heç nə yoxdur.
caught-up-done = İzlənməyən vaxtın yoxlaması tamamlandı: { $total } ünvan, həyəcan siqnalı: { $alarms }, şübhəli: { $suspects }, görə bilmədiyimiz: { $unseen }.
metered-slower = Bu bağlantının trafiki limitlidir: ünvanlar iki dəfə seyrək yoxlanır və hücum barədə daha gec bildirilə bilər. ([watching] bölməsində metered = "same" yazılsa, sürət dəyişmir.)

incident-opened = HƏYƏCAN SİQNALI { $outlet }: { $what }. { $at }
incident-acknowledged = { $outlet }: { $by } məşğul olur. { $at }
incident-resolved = { $outlet }: { $how }. { $at }
notice-not-delivered = Bu xəbərdarlığı ekranda göstərmək mümkün olmadı, yenidən cəhd edilir: { $title } ({ $why })
channel-fails = “{ $name }” { $kind ->
    [email] poçt kanalı ilə
   *[other] webhook kanalı ilə
} göndərilən xəbərdarlıqlar çatmır, yenidən cəhd edilir: { $why }.

# What was learned of a page: compared, taken back, forgotten, approved.
no-such-address = { $outlet } üçün bu ünvanda izləmə yoxdur
several-addresses = bu nəşrin bir neçə ünvanı var: --url ilə birini seçin ({ $addresses })
compared = { $address }: { $from } nömrəli versiya və { $to } nömrəli versiya
compared-same = sözlə deyilə bilən fərq yoxdur
compared-first = { $address }: { $version } nömrəli versiya birincidir, onu müqayisə etməyə başqası yoxdur
counts-again = { $address }: { $version } nömrəli versiya yenidən əsas götürülüb, yeni nömrəsi: { $newest }
forgotten = { $address }: öyrənilənlər silindi; izləmə hər şeyi yenidən öyrənəcək
approve-before = əvvəl:
approve-now = indi:
approve-publish = Bunu sizin redaksiyanız dərc edibmi? Təsdiqlənənə görə bir daha həyəcan siqnalı verilməyəcək. Təsdiq üçün { answer-yes } yazın:
approve-nobody = sualı cavablandıracaq kimsə yoxdur: bu səhifə sizindirsə, --yes əlavə edin
approve-nothing = Heç nə dəyişdirilmədi.
approve-normal = { $address }: bundan sonra bu, adi sayılır
approve-over = { $incident } hadisəsi bitib: bunu siz etmisiniz
