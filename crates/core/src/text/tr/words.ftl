# The words that window, alerts and command line share.

verdict-learning = öğreniliyor
verdict-normal = normal
verdict-suspect = şüpheli
verdict-alarm = alarm
verdict-inconclusive = belirsiz
verdict-set-aside = önemsiz sayıldı, hâlâ duruyor

kind-homepage = ana sayfa
kind-admin = yönetim sayfası
kind-feed = haber akışı
kind-article = haberler
kind-tls = sertifika
kind-dns = alan adı kayıtları

# Always in the nominative.
place-homepage = ana sayfa
place-admin = yönetim sayfası
place-feed = haber akışı
place-article = yayımlanmış haberler
place-tls = sertifika
place-dns = alan adı kayıtları

state-open = henüz kimse ilgilenmiyor
state-acknowledged = biri ilgileniyor
state-put-off = ertelendi (şu zamana kadar: { $until })
state-rests = açık kaldı: bu sayfa artık izlenmiyor
state-taken-by = { $by } ilgileniyor
state-resolved-ours = sona erdi: bunu biz yaptık
state-resolved-recovered = sona erdi: normale döndü
state-resolved-dismissed = sona erdi: önemsiz sayıldı

failure-no-such-name = böyle bir alan adı yok
failure-dns-failed = alan adı sorgulanamadı
failure-timed-out = zamanında yanıt gelmedi
failure-refused = bağlantı reddedildi
failure-dropped = bağlantı koptu
failure-unreachable = siteye giden bir yol yok
failure-untrusted = sertifikaya güvenilmiyor
failure-tls = güvenli bir bağlantı kurulamadı
failure-not-http = yanıt veren, bir web sunucusu değil
failure-too-many-redirects = site, döngüye girerek veya ondan fazla kez yönlendiriyor
failure-bad-redirect = site, açılamayan bir adrese yönlendiriyor
failure-too-large = site, 10 MiB sınırını aşan bir yanıt gönderdi
failure-bad-encoding = site, kodu çözülemeyen bir içerik gönderdi
failure-proxy = bu bilgisayarın vekil sunucusu çalışmadı
failure-local = bu bilgisayar kontrolü yapamadı
failure-no-credential = anahtarlıkta böyle bir kimlik bilgisi yok: `frontwatch credential set` komutuyla eklenir
failure-foreign-credential = kimlik bilgisi başka bir siteye ait ve buraya gönderilmiyor: hangi siteye ait olduğu `frontwatch credential set` komutuyla belirtilir
failure-no-keychain = anahtarlık kilitli veya yanıt vermiyor: kilidini açın ya da `frontwatch doctor` komutuna bakın
failure-judging = Frontwatch bu sayfayı değerlendirirken hata verdi: bu bir program hatası, lütfen bildirin
failure-own-network = bu bilgisayarın kendi ağ bağlantısı yok, bu yüzden bu sayfa hakkında bir şey söylenemiyor

stage-credential = hiçbir istek yapılmadan önce
stage-dns = alan adı sorgulanırken
stage-connect = bağlanırken
stage-headers = yanıt beklenirken
stage-body = sayfa alınırken
stage-decode = sayfanın kodu çözülürken
stage-redirect = yönlendirilirken

failed-look = { $failure } ({ $stage })

# The sentence of a look that nothing is to be said of.
as-it-should-be = olması gerektiği gibi

# Why there is a new version of what is normal.
version-rolled-back = { $version } numaralı sürüm geçerli sayıldı
version-forgotten = daha önce öğrenilenlerin tümü unutuldu, yeniden öğreniliyor
version-counted = yeniden görüldü
version-relearned = önceki sürüm okunamadığı için saklanan sayfalardan yeniden öğrenildi

# What happened of an incident.
no-incidents = Henüz hiçbir olay olmadı.
moment-opened = doğrulandı
moment-reported = bu, haber merkezinden bildirildi
moment-put-off = biri bunu bir süre erteledi
channel = { $kind ->
    [webhook] webhook:{ $name }
    [email] e-posta:{ $name }
   *[desktop] masaüstü
}
moment-told = bildirildi ({ $channel ->
    [desktop] masaüstü
   *[other] { $channel }
}): { $title }
moment-withdrawn = daha sonraki bir gelişme bildirildiği için artık bildirilmeyecek ({ $channel ->
    [desktop] masaüstü
   *[other] { $channel }
}): { $title }
moment-waits = bildirilmeyi bekliyor ({ $channel ->
    [desktop] masaüstü
   *[other] { $channel }
}): { $title }
moment-failed = henüz bildirilemedi ({ $channel ->
    [desktop] masaüstü
   *[other] { $channel }
}), yeniden deneniyor: { $title } ({ $why })
moment-silent = kimseye bildirilmedi
moment-silent-because = kimseye bildirilmedi: { $why }

# Who did something, where the system has no name for them.
somebody = birisi

# Why nobody was told of something.
why-not-urgent = listede bir satıra değer, bildirime değil
why-already-told = daha önce bildirildi, söylenecek yeni bir şey yok
why-done-by-a-person = Frontwatch’ta düğmeye basan kişi zaten biliyor
why-gathered = diğerleriyle birlikte, daha önce verilen bir bildirimde yer aldı
why-others-open = birlikte bildirildiği diğer alarmlar sona ermemişti
why-paused = uyarılar duraklatılmıştı
why-outlet-paused = bu haber sitesinin uyarıları duraklatılmıştı
why-snoozed = biri ertelemişti
why-quiet-hours = sessiz saatlerdi, sabahı bekledi
why-offline = bu bilgisayar çevrim dışıydı

# Stories of one outlet together.
stories-deleted = { $count ->
    [one] { $today ->
        [today] bugün yayımlanan bir haber
       *[earlier] yayımlanmış bir haber
    } artık açılmıyor: “{ $title }”
   *[other] { $today ->
        [today] bugün yayımlanan { $count } haber
       *[earlier] yayımlanmış { $count } haber
    } artık açılmıyor
}
stories-other = “{ $title }”: { $what }{ $count ->
    [one] {""}
   *[other] {" "}(toplam { $count } haber)
}

readers-differ = bazı okurlar farklı bir ana sayfa görüyor olabilir: { $looks } kontrolden { $differed } tanesi farklıydı

looks-differ = { $kind ->
    [homepage] bazı okurlar farklı bir ana sayfa görüyor olabilir
    [admin] yönetim sayfası her kontrolde aynı değil
    [feed] bazı okurlar farklı bir haber akışı alıyor olabilir
   *[article] her kontrolde aynı şey görülmüyor
}: { $looks } kontrolden { $differed } tanesi farklıydı

# A suspicion that stood.
lasting-suspicion = { $minutes } dakikadır olağan dışı: { $what }

# Why a troubling look was not told.
held-unconfirmed = ikinci bir kontrolün bunu doğrulaması gerekiyordu
held-differed = ikinci kontrolde görülmedi
held-not-yet-lasting = beş dakika sürmemiş bir şüpheydi
held-set-aside = bunu önemsiz saymıştınız ve sürüyordu
held-too-few-failures = hata sayısı çok azdı ya da süre çok kısaydı
held-not-yet-unseen = görülemediği süre on dakikadan azdı
held-own-network = başka hiçbir site de yanıt vermiyordu: sorun bu bilgisayarın ağındaydı
held-site-is-gone = haber sitesinin ana sayfasında da aynı sorun vardı ve bu bildirildi
held-hidden-alarm = bu sayfada sona ermemiş bir alarm vardı ve bu bildirildi
held-outage-told = sayfanın açılmadığı zaten bildirilmişti
held-planned = planlıydı
untold = { $what } ({ $looks } kontrol): { $why }
untold-none = Son yedi günde olağan dışı olan her şey bildirildi.

# Read before a verb: why what was there can't be seen.
curtain = { $behind ->
    [maintenance] bir bakım sayfasının arkasında kaldığı için
    [robot-check] bir robot doğrulamasının arkasında kaldığı için
    [refused] erişimimiz reddedildiği için
    [error] bir hata sayfasının arkasında kaldığı için
   *[silent] site yanıt vermediği için
}
hidden-since = { curtain } görülemiyor (başlangıç: { $since })

# Moments. The day comes before the clock, and takes no ending.
time-today = { $clock }
time-this-year = { $day } { month } { $clock }
time-any-year = { $day } { month } { $year } { $clock }
month = { $month ->
    [1] Ocak
    [2] Şubat
    [3] Mart
    [4] Nisan
    [5] Mayıs
    [6] Haziran
    [7] Temmuz
    [8] Ağustos
    [9] Eylül
    [10] Ekim
    [11] Kasım
   *[12] Aralık
}
