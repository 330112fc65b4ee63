# What reaches a person as a notification. Names, moments and counts take no ending: sentences are built around them.

notice-content-title = { $outlet }: alarm ({ $place })
notice-content-body = { $outlet }: { $what }. { since-seen }{ $connection ->
    [fine] {" "}{ connection-fine }
   *[unknown] {""}
}
since-seen = Başlangıç: { $since }, { $seen ->
    [1] bir kez
    [2] iki kez
   *[other] { $seen } kez
} görüldü.
connection-fine = İnternet bağlantınız sorunsuz.

subject = { $kind ->
    [homepage] { $outlet }
    [admin] { $outlet }: yönetim sayfası
    [feed] { $outlet }: haber akışı
    [article] { $outlet }: yayımlanmış bir haber
    [tls] { $outlet }: sertifika
   *[dns] { $outlet }: alan adı
}
# Always in the nominative.
object = { $kind ->
    [homepage] { $outlet }
    [admin] { $outlet } yönetim sayfası
    [feed] { $outlet } haber akışı
    [article] { $outlet } sitesinde yayımlanmış bir haber
    [tls] { $outlet } sertifikası
   *[dns] { $outlet } alan adı
}

notice-outage-title = { $outlet }: { $how ->
    [error] hata sayfası
    [maintenance] bakımda
    [certificate] güvenilmeyen sertifika
   *[silent] yanıt yok
}
notice-outage-body = { subject } { $how ->
    [error] bir hata sayfası gösteriyor
    [maintenance] bakımda olduğunu bildiriyor
    [certificate] güvenilmeyen bir sertifika gösteriyor
   *[silent] yanıt vermiyor
} (başlangıç: { $since }){ $others ->
    [fine] {"; "}{ $how ->
        [silent] diğer siteler yanıt veriyor
       *[other] diğer siteler açılıyor
    }
   *[unknown] {""}
}.

notice-unseen-title = { $outlet }: görülemiyor
notice-unseen-body = { object } görülemiyor: { minutes }dır { $how ->
    [robot-check] bizden robot doğrulaması isteniyor
    [too-large] okuyabileceğimizden fazlası gönderiliyor
    [unreadable] okuyamadığımız bir yanıt gönderiliyor
    [credential] elimizde olmayan bir kimlik bilgisi isteniyor
    [opened] bu bilgisayarda veya ağında bir şey şifreli bağlantıları çözüyor
   *[refused] erişimimiz reddediliyor
}. Bu, her şey yolunda demek değildir.
# Ends with this very word, which takes an ending above.
minutes = { $minutes } dakika

# After the outlet's name.
headline-outage = { $kind ->
    [admin] { "yönetim sayfası " }
    [feed] { "haber akışı " }
    [article] { "yayımlanmış bir haber " }
   *[homepage] { "" }
}{ $how ->
    [error] bir hata sayfası gösteriyor
    [maintenance] bakımda olduğunu bildiriyor
    [certificate] güvenilmeyen bir sertifika gösteriyor
   *[silent] yanıt vermiyor
}
headline-unseen = görülemiyor: { $how ->
    [robot-check] bizden robot doğrulaması isteniyor
    [too-large] okuyabileceğimizden fazlası gönderiliyor
    [unreadable] okuyamadığımız bir yanıt gönderiliyor
    [credential] elimizde olmayan bir kimlik bilgisi isteniyor
    [opened] bu bilgisayarda veya ağında bir şey şifreli bağlantıları çözüyor
   *[refused] erişimimiz reddediliyor
}

# Several outlets at once.
notice-several-title = { $cause ->
    [outage] { several-sites } yanıt vermiyor
    [unseen] { several-sites } görülemiyor
   *[content] { $grouped ->
        [grouped] { $group }: { $total } sitenin { $count } tanesinde alarm
       *[apart] { $count } haber sitesinde alarm
    }
}
several-sites = { $grouped ->
    [grouped] { $total } { $group } sitesinden { $count } tanesi
   *[apart] { $count } haber sitesi
}
notice-several-body = { $cause ->
    [outage] { several-sites } yanıt vermiyor veya bir hata sayfası gösteriyor.
    [unseen] { several-sites } görülemiyor. Bu, her şey yolunda demek değildir.
   *[content] { several-sites }{ $shared }.
} İlki { $first }, { $since }.{ $named ->
    [none] {""}
   *[some] { also }
}{ $connection ->
    [fine] {" "}{ connection-fine }
   *[unknown] {""}
}
also = {" "}Ayrıca { $others }{ $more ->
    [0] {""}
   *[other] {" "}ve { $more } site daha
}.
headline-several = { $cause ->
    [outage] { several-sites } yanıt vermiyor veya bir hata sayfası gösteriyor
    [unseen] { several-sites } görülemiyor
   *[content] { several-sites }{ $shared }
}
# These follow the outlets.
shared-picture = {" "}aynı yeni görseli gösteriyor
shared-host = {" "}aynı yabancı adresten gelen bir şey gösteriyor: { $host }
shared-title = {" "}aynı yeni başlığı taşıyor: “{ $title }”
shared-words = {" "}aynı yeni sözleri gösteriyor: “{ $words }”
shared-moment = : { $what }
shared-one = : { $outlet } – { $what }

notice-several-over-title = { $grouped ->
    [grouped] { $group }: sorun giderildi
   *[apart] { $count } haber sitesi: sorun giderildi
}
notice-several-over-body = { $count } { $grouped ->
    [grouped] { $group } sitesinin
   *[apart] haber sitesinin
} hepsi { $cause ->
    [outage] yeniden yanıt veriyor
    [unseen] yeniden görülebiliyor
   *[content] normale döndü
}. { $cause ->
    [content] Alarmın başlangıcı
   *[outage] Sorunun başlangıcı
}: { $began }, düzelme: { $over }.

notice-also-on = { $pages ->
    [one] Başka bir sayfasında da görülüyor
   *[other] Başka { $pages } sayfasında da görülüyor
}.
notice-nobody-has-it = Henüz kimse ilgilenmiyor.

# What a person reported.
notice-reported-title = { $outlet }: bildirildi ({ $place })
notice-reported-body = { $outlet }: { $what }. Bildirim zamanı: { $since }.
reported-by = { $by }, haber merkezinin yayımlamadığı bir şey olduğunu bildiriyor ({ $place })
reported-words = { $by } bildiriyor ({ $place }): “{ $words }”

notice-morning-title = Sessiz saatlerde: { $count ->
    [one] bir mesaj
   *[other] { $count } mesaj
}
notice-and-more = Ve { $count } tane daha.

# What an open alarm showed can't be seen.
notice-hidden-title = { $outlet }: görülemiyor, ama alarm sürüyor
notice-hidden-body = { $outlet }: alarma yol açan içerik, { curtain } görülemiyor (başlangıç: { $since }). Alarm sona ermedi.

notice-flapping-body = { $body }. Gelip gidiyor: { $times } kez (başlangıç: { $since }).

notice-over-title = { $outlet }: sorun giderildi
notice-over-content = { subject } normale döndü. Alarmın başlangıcı: { $began }, düzelme: { $over }.
notice-over-outage = { subject } yeniden yanıt veriyor. Sorunun başlangıcı: { $began }, düzelme: { $over }.
notice-over-reported = { object } için yapılan bildirim sonuçlandı. Bildirim: { $began }, sonuç: { $over }.
notice-over-unseen = { object } yeniden görülebiliyor. Görülemediği süre: { $began } – { $over }.

button-acknowledge = Ben ilgileniyorum
button-open = Aç
button-recheck = Yeniden kontrol et

# Sent on request.
notice-test-title = Frontwatch: bu bir deneme
notice-test-body = Bir uyarı size böyle ulaşır. Hiçbir sitede bir şey olmadı.
test-arrived = { $kind ->
    [webhook] Webhook sunucusu aldı.
    [email] E-posta sunucusu aldı: birazdan posta kutusunda olmalı.
   *[other] Bildirim sunucusu kabul etti: şu anda ekranınızda olmalı.
}
test-failed = Ulaşmadı: { $why }.
