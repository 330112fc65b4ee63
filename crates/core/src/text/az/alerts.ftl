# What reaches a person as a notification. Titles are short enough for a banner of one line and name the outlet.

# place-* is in the locative: "ana səhifədə".
notice-content-title = { $outlet }: { $place } həyəcan siqnalı
notice-content-body = { $outlet }: { $what }. { since-seen }{ $connection ->
    [fine] {" "}{ connection-fine }
   *[unknown] {""}
}
since-seen = Başlanğıc: { $since }, { $seen ->
    [1] bir
    [2] iki
   *[other] { $seen }
} yoxlamada görülüb.
connection-fine = İnternet bağlantınız qaydasındadır.

# What is in trouble, where it is not the outlet's front page itself. Always in the nominative.
subject = { $kind ->
    [homepage] { $outlet }
    [admin] { $outlet }: admin səhifəsi
    [feed] { $outlet }: xəbər lenti
    [article] { $outlet }: dərc olunmuş xəbər
    [tls] { $outlet }: sertifikat
   *[dns] { $outlet }: domen adı
}
object = { $kind ->
    [homepage] { $outlet }
    [admin] { $outlet } saytının admin səhifəsi
    [feed] { $outlet } saytının xəbər lenti
    [article] { $outlet } saytında dərc olunmuş xəbər
    [tls] { $outlet } saytının sertifikatı
   *[dns] { $outlet } saytının domen adı
}

notice-outage-title = { $outlet }: { $how ->
    [error] xəta səhifəsi
    [maintenance] texniki işlər
    [certificate] sertifikata etibar yoxdur
   *[silent] cavab yoxdur
}
notice-outage-body = { subject } { $how ->
    [error] xəta səhifəsi göstərir
    [maintenance] texniki işlər aparıldığını bildirir
    [certificate] etibar edilməyən sertifikat göstərir
   *[silent] cavab vermir
}{ $others ->
    [fine] {"; "}{ $how ->
        [silent] digər saytlar cavab verir
       *[other] digər saytlar işləyir
    }
   *[unknown] {""}
}. Başlanğıc: { $since }.

notice-unseen-title = { $outlet }: görə bilmirik
notice-unseen-body = { object } görünmür: artıq { minutes } { $how ->
    [robot-check] sorğularımızın qarşısına robot yoxlaması çıxır
    [too-large] oxuya biləcəyimizdən çox məlumat gəlir
    [unreadable] oxuya bilmədiyimiz məlumat gəlir
    [credential] bizdə olmayan giriş məlumatı tələb olunur
    [opened] bu kompüterdə və ya onun şəbəkəsində nəsə şifrələnmiş bağlantıları açır
   *[refused] sorğularımız rədd edilir
}. Bu, hər şeyin qaydasında olduğu demək deyil.
# "For so many minutes", within a sentence.
minutes = { $minutes } dəqiqədir ki,

# In lists and on top of the window, after the outlet's name.
headline-outage = { $kind ->
    [admin] { "admin səhifəsi " }
    [feed] { "xəbər lenti " }
    [article] { "dərc olunmuş xəbər " }
   *[homepage] { "" }
}{ $how ->
    [error] xəta səhifəsi göstərir
    [maintenance] texniki işlər aparıldığını bildirir
    [certificate] etibar edilməyən sertifikat göstərir
   *[silent] cavab vermir
}
headline-unseen = görə bilmirik: { $how ->
    [robot-check] sorğularımızın qarşısına robot yoxlaması çıxır
    [too-large] oxuya biləcəyimizdən çox məlumat gəlir
    [unreadable] oxuya bilmədiyimiz məlumat gəlir
    [credential] bizdə olmayan giriş məlumatı tələb olunur
    [opened] bu kompüterdə və ya onun şəbəkəsində nəsə şifrələnmiş bağlantıları açır
   *[refused] sorğularımız rədd edilir
}

# Several outlets at once. $grouped: whether they are of one publisher. $cause: what kind of trouble.
notice-several-title = { $cause ->
    [outage] { several-sites } cavab vermir
    [unseen] { several-sites } görünmür
   *[content] { $grouped ->
        [grouped] { $group }: { $count } saytda həyəcan siqnalı (cəmi { $total })
       *[apart] { $count } nəşrdə həyəcan siqnalı
    }
}
# The ending of the number follows its last word: "6 saytından 4-ü".
several-sites = { $grouped ->
    [grouped] { $group } qrupunun { $total } saytından { $count ->
        [1] 1-i
        [2] 2-si
        [3] 3-ü
        [4] 4-ü
        [5] 5-i
        [6] 6-sı
        [7] 7-si
        [8] 8-i
        [9] 9-u
        [10] 10-u
        [11] 11-i
        [12] 12-si
       *[other] { $count } sayt
    }
   *[apart] { $count } nəşr
}
notice-several-body = { $cause ->
    [outage] { several-sites } cavab vermir və ya xəta səhifəsi göstərir.
    [unseen] { several-sites } görünmür. Bu, hər şeyin qaydasında olduğu demək deyil.
   *[content] { several-sites }{ $shared }.
} Birinci: { $first }, { $since }.{ $named ->
    [none] {""}
   *[some] { also }
}{ $connection ->
    [fine] {" "}{ connection-fine }
   *[unknown] {""}
}
also = {" "}Həmçinin: { $others }{ $more ->
    [0] {""}
   *[other] {" "}və daha { $more } nəşr
}.
headline-several = { $cause ->
    [outage] { several-sites } cavab vermir və ya xəta səhifəsi göstərir
    [unseen] { several-sites } görünmür
   *[content] { several-sites }{ $shared }
}
# These follow the outlets.
shared-picture = {" "}eyni yeni şəkli göstərir
shared-host = {" "}eyni kənar ünvandan nəsə göstərir: { $host }
shared-title = {" "}eyni yeni başlığı daşıyır: “{ $title }”
shared-words = {" "}eyni yeni sözləri göstərir: “{ $words }”
shared-moment = : { $what }
shared-one = : { $outlet } – { $what }

notice-several-over-title = { $grouped ->
    [grouped] { $group }: problem aradan qalxıb
   *[apart] { $count } nəşr: problem aradan qalxıb
}
notice-several-over-body = { $grouped ->
    [grouped] { $group } qrupunun { $count } saytının
   *[apart] { $count } nəşrin
} hamısı yenidən { $cause ->
    [outage] cavab verir
    [unseen] görünür
   *[content] qaydasındadır
}. { $cause ->
    [content] Həyəcan siqnalı
   *[outage] Nasazlıq
} { $began } ilə { $over } arasında davam edib.

notice-also-on = Saytın daha { $pages ->
    [one] bir
   *[other] { $pages }
} səhifəsində də var.
notice-nobody-has-it = Hələ heç kim bununla məşğul olmur.

# What a person reported.
notice-reported-title = { $outlet }: { $place } problem bildirilib
notice-reported-body = { $outlet }: { $what }. Bildirilib: { $since }.
reported-by = { $by } bildirir ki, { $place } redaksiyanın dərc etmədiyi nəsə var
reported-words = { $by } { $place } gördüyünü yazır: “{ $words }”

notice-morning-title = Sakit saatlarda: { $count ->
    [one] bir mesaj
   *[other] { $count } mesaj
}
notice-and-more = Və daha { $count } mesaj.

# What an open alarm showed can't be seen.
notice-hidden-title = { $outlet }: görünmür, amma bitməyib
notice-hidden-body = { $outlet }: { curtain } orada olanlar görünmür. Başlanğıc: { $since }. Bu, hələ bitməyib.

# $body: a notice, said without its last full stop.
notice-flapping-body = { $body }. Bu hal gah başlayır, gah keçir: { $times } dəfə, ilki { $since }.

notice-over-title = { $outlet }: problem aradan qalxıb
notice-over-content = { subject } yenidən qaydasındadır. Həyəcan siqnalı { $began } ilə { $over } arasında davam edib.
notice-over-outage = { subject } yenidən cavab verir. Nasazlıq { $began } ilə { $over } arasında davam edib.
notice-over-reported = { object } barədə bildirilən məsələ həll olunub. Bildirilib: { $began }, həll olunub: { $over }.
notice-over-unseen = { object } yenidən görünür. { $began } ilə { $over } arasında görünmürdü.

button-acknowledge = Mən məşğul oluram
button-open = Aç
button-recheck = Yenidən yoxla

# Sent on request, to see whether an alert arrives.
notice-test-title = Frontwatch: bu, sınaqdır
notice-test-body = Xəbərdarlıq sizə belə çatacaq. Heç bir saytda heç nə baş verməyib.
test-arrived = { $kind ->
    [webhook] Webhook serveri onu qəbul etdi.
    [email] Poçt serveri onu qəbul etdi: tezliklə poçt qutusunda olmalıdır.
   *[other] Bildiriş serveri onu qəbul etdi: indi ekranınızda olmalıdır.
}
test-failed = Çatmadı: { $why }.
