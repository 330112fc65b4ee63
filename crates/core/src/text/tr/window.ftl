# The window's own words.

app = Frontwatch
title = { $what } – { app }

standing = { $standing ->
    [normal] Olması gerektiği gibi
    [learning] Olağan durum öğreniliyor
    [suspect] Olağan dışı
    [unseen] Görülemiyor
    [offline] Bu bilgisayar çevrim dışı
    [alarm] Alarm
    [paused] Uyarılar duraklatıldı
   *[none] Bakılmadı
}

# Moments.
moment-other-day = { $day } { $clock }
ago-now = az önce
ago-seconds = { $count } sn önce
ago-minutes = { $count } dk önce
ago-hours = { $count } sa önce
ago-days = { $count } gün önce

# While the window opens.
starting = Durum soruluyor…

# Under the sentence on top.
last-look = Son kontrol: { $ago }.
last-look-none = Son kontrol: henüz yok.
offline-help = Bu bilgisayarın bağlantısını kontrol edin. Bağlantı gelene kadar hiçbir haber sitesi hakkında bir şey söylenemez; bağlantı gelince izleme kendiliğinden sürer.

# A re-check.
recheck-all = Şimdi yeniden kontrol et
recheck = Yeniden kontrol et
looking = Bakılıyor…
looking-at = Bakılıyor… { $done }/{ $total }
looked = { $clock }: { $outcome }
recheck-set-aside = { $count ->
    [one] Önemsiz sayılan bir alarmın nedeni hâlâ duruyor.
   *[other] Önemsiz sayılan { $count } alarmın nedeni hâlâ duruyor.
}

pause-hour = Bir saat duraklat
resume = Uyarıları sürdür

# Adding an outlet.
add-outlet = Haber sitesi ekle
add-address = Sitenin adresi
add-example = report.example
add-look = Bak
add-found = Doğru site bu mu?
add-name = Ad
add-title = Sayfa başlığı
add-homepage = Ana sayfa
add-feed = Haber akışı
add-admin = Giriş noktaları
add-probe = Giriş sayfasını ara
add-probe-hint = Haber akışı da alışılmış yerlerde aranır: art arda en fazla 12 istek yapılır.
add-may-you = Bu siteyi siz mi yönetiyorsunuz veya izleme izniniz var mı?
add-watch-it = Evet, izle
add-back = Geri
add-cancel = Vazgeç

# What is out of the ordinary.
anomalies = Olağan dışı durumlar
no-anomalies = { $standing ->
    [normal] Yok. Bir ana sayfada haber merkezinin yayımlamadığı bir şey belirirse burada görünür.
    [learning] Şimdilik yok. Olağan durum hâlâ öğreniliyor; bir saldırıyı ele veren ifadeler ve sayfayı kaplayan içerikler ilk kontrolden itibaren değerlendiriliyor.
   *[other] Açık alarm yok. Bu, her şey yolunda demek değildir: yukarıya bakın.
}
anomaly-title = { $outlet }: { $summary }
severity = { $severity ->
    [critical] Kritik
    [warning] Dikkat
   *[info] Not
}
since-seen = Başlangıç: { $since }, { $seen ->
    [1] bir kez
    [2] iki kez
   *[other] { $seen } kez
} görüldü.
began-over = { $since } ile { $over } arasında
reasons = Neden
before = Önce
now = Şimdi
nothing = yok
over = Son bir günde sona erenler: { $count }
route-missing = Açtığınız alarm artık listede değil: bir günden uzun süre önce sona erdi ya da artık izlenmeyen bir yere ait.
close = Kapat

# What a person can say of an alarm.
acknowledge = Ben ilgileniyorum
this-was-us = Bunu biz yaptık…
put-off = Şimdi değil
put-off-for = { $length ->
    [quarter] 15 dakikalığına
    [hour] Bir saatliğine
   *[morning] Yarına kadar ({ $clock })
}
dismiss = Önemli bir şey değil…

# Under an outlet: what was seen and not told.
untold = Bana neden bildirilmedi?
untold-since = {" "}(başlangıç: { $since })
untold-none = Son yedi günde burada görülen olağan dışı her şey bildirildi.

# Several alarms that one alert tells of, on one card.
together = { $count ->
    [one] Aynı uyarıda bildirilen bir yer daha
   *[other] Aynı uyarıda bildirilen { $count } yer daha
}

# The second question before an alarm is said to be nothing.
dismiss-question = Bu alarm önemsiz mi?
dismiss-yes-does = Evet derseniz bu alarm sona erer ve sayfada yalnızca bu durdukça yinelenmez. Sayfadan hiçbir şey öğrenilmez: bir şey eklenirse ya da bu gidip geri gelirse size bildirilir.
dismiss-no-does = Emin değilseniz hayır deyin: hiçbir şey kaybolmaz. “Şimdi değil” yalnızca hatırlatmaları bir süre durdurur.
dismiss-no = Hayır veya emin değilim
dismiss-yes = Evet, önemli bir şey değil

# Who was told of an alarm, and who was not.
timeline = Kime bildirildi?
timeline-none = Bu alarm hakkında henüz hiçbir şey bilinmiyor.
timeline-kind = { $kind ->
    [look] Görüldü
    [told] Uyarı
    [undelivered] İletilemedi
    [silent] Uyarı yok
   *[state] Ne oldu
}

# A person reports what they see.
report = Bunu biz yayımlamadık…
report-outlet = Haber sitesi
report-address = Nerede? Boş bırakırsanız ana sayfa
report-words = Ne görüyorsunuz? (isteğe bağlı)
report-what = Frontwatch şu anda orada olanı saklar ve bir alarm açar; böylece uyarı alan herkesin haberi olur.
report-send = Bildir

# The second question before a page is taken for normal.
approve-question = Bunu oraya haber merkeziniz mi koydu?
approve-place = { $outlet }, { $place }: { $address }
approve-different = Farklı olanlar:
approve-yes-does = Evet derseniz Frontwatch sayfanın şu anki hâlini normal sayar ve bunun için bir daha alarm vermez.
approve-no-does = Emin değilseniz hayır deyin: hiçbir şey kaybolmaz.
approve-critical = Bu kritik bir alarm. Evet demeden önce, bunu yayımlamış olabilecek kişiye sorun.
approve-changed = Siz okurken oradaki içerik değişti. Geri dönüp yeniden bakın.
approve-no = Hayır veya emin değilim
approve-yes = Evet, bunu biz yaptık

# First aid on a critical alarm.
first-aid = Şimdi ne yapmalı?

# The outlets and what is watched of them.
outlets = { $count } haber sitesi
outlet-added = { $outlet } artık izleniyor.

# The first page of all.
welcome = Ana sayfanız artık sizin değilse bir dakika içinde haberiniz olsun
welcome-what = Frontwatch, ana sayfalarınıza yarım dakikada bir bakar. Orada haber merkezinizin yayımlamadığı bir şey varsa size bunu sade bir dille bildirir; öncesini ve şimdiki hâlini gösterir.
welcome-add = Sitenizi izleyin
welcome-or = Ya da önce programı tanıyın
welcome-demonstration-what = Bu bilgisayardaki bir haber merkezi gözlerinizin önünde saldırıya uğrar. Hiçbir gerçek siteye dokunulmaz.
welcome-demonstration = Demo haber merkezinde nasıl çalıştığını gör
starting-demonstration = Demo başlatılıyor…

# While the demonstration runs.
demonstration = Bu bir demo: bu bilgisayardaki bir haber merkezi
demonstration-end = Demoyu bitir

# At the foot.
foot = Frontwatch mesajları
messages = { $count } mesaj
message-trouble = Müdahaleniz gerekiyor
read = Okudum

# A test of the way that an alert takes.
test-alert = Bana bir deneme uyarısı gönder
testing = Gönderiliyor…
tested = { $arrived ->
    [yes] Ulaştı
   *[no] Ulaşmadı
}

# The program behind the window does not answer.
gone = Frontwatch yanıt vermiyor
gone-means = Bu pencere, sitelerinizin durumunu bilemiyor. Bu, her şey yolunda demek değildir.
gone-do = Ne yapmalı?
gone-wait = Biraz bekleyin: bu pencere sormayı sürdürür ve kendiliğinden düzelir.
gone-restart = Düzelmezse tepsideki simgeden Frontwatch programını kapatıp yeniden başlatın.
gone-look = O zamana kadar ana sayfalarınıza kendiniz bakın.
gone-retry = Yeniden sor

trouble-unknown = Frontwatch yanıt vermedi. Yeniden deneyin; böyle sürerse Frontwatch programından çıkıp yeniden başlatın.

# Where there is no tray, from whose menu it is ended.
quit = Çık: izlemeyi durdur
# Asked before it ends while alarms are open.
quit-question = Açık bir alarm varken izleme durdurulsun mu?
quit-yes-does = Evet derseniz Frontwatch yeniden başlatılana kadar haber sitelerinizi kimse izlemez ve bundan sonra olacaklar hiçbir kanaldan kimseye bildirilmez. Şu anda açık olanlar açık kalır; izlenmeyen süre yeniden başlatıldığında bildirilir.
quit-no-does = Yalnızca ekranınızdan kalkmasını istiyorsanız hayır deyin ve pencereyi kapatın: Frontwatch tepside izlemeyi sürdürür.
quit-no = Hayır, izlemeyi sürdür
quit-yes = Evet, izlemeyi durdur

# The ways between the pages.
nav = Sayfalar
nav-to = { $page ->
    [outlets] Haber siteleri
    [history] Geçmiş
    [settings] Ayarlar
   *[now] Şimdi
}

# What has happened.
history-words = Sözcükler
history-outlet = Haber sitesi
history-severity = Aciliyet
history-state = Durum
history-all = Tümü
history-in-state = { $state ->
    [open] Açık
    [acknowledged] Birisi üstlendi
   *[resolved] Bitti
}
history-found = { $count ->
    [0] Saklananlar arasında uyan yok.
   *[other] { $more ->
        [yes] Şimdilik { $count }; devamı var.
       *[no] Toplam { $count }.
    }
}
history-more = Devam

# Under a list that is too long: what is not listed.
unlisted = Bunlardan daha az acil { $count } olay daha var; burada listelenmedi.
unlisted-where = Tümü

# The page of one incident.
incident-everything = Bununla ilgili her şey
incident-back = { $to ->
    [history] Geçmişe dön
   *[now] Şimdiki duruma dön
}
incident-unknown = Bu alarmla ilgili hiçbir şey bilinmiyor.
incident-asking = Aranıyor…
incident-course = Ne oldu
incident-reasons = Ne değişti
incident-reasons-none = Hiçbir kontrol neyin değiştiğini göstermedi.
# What stands in the two columns of a reason, for those who do not see them side by side.
incident-about = { $about ->
    [hosts] Sunucular ve adresler, önce ve şimdi
    [titles] Başlıklar, önce ve şimdi
    [forms] Formlar, önce ve şimdi
    [pictures] Görseller, önce ve şimdi
   *[text] Önce orada ne vardı, şimdi ne var
}
incident-marks = Farklı olanların “Önce” sütununda üstü, “Şimdi” sütununda altı çizili.
incident-captures = Kanıt olarak saklandı
incident-captures-what = Sayfalar alındıkları gibi. Aynı baytlara sahip olan herkes aynı SHA-256 değerini bulur.
incident-captures-none = Bununla ilgili hiçbir sayfa saklanmadı.
incident-captures-more = Burada listelenenlerden fazlası saklandı.
incident-capture = { $says } · durum kodu { $status } · { $bytes } bayt
incident-evidence = alarm bunun için verildi
incident-print = Yazdır
incident-copy = Metin olarak kopyala
incident-copied = Rapor kopyalandı. Bir e-postaya veya sohbete yapıştırabilirsiniz.
copy-by-hand = Kopyalanamadı. Elle kopyalamanız için metin burada:
save-as-file = Dosya olarak kaydet

# What to do now, on the page of an incident.
runbook = Şimdi ne yapmalı
runbook-default = Bunlar Frontwatch tarafından yazıldı. Kendi adımlarınızı yazın: kimin hangi numaradan aranacağını ve okurlara ne denileceğini.
runbook-edit = Bu adımları değiştir
runbook-steps = Her satıra bir adım. Boş kalırsa Frontwatch tarafından yazılanlar gösterilir
runbook-save = Kaydet
runbook-cancel = Vazgeç

# Opening a page that may be hostile.
open-page = Sayfayı aç…
open-question = Sayfa tarayıcınızda açılsın mı?
open-may = Şu anda orada olan size ait olmayabilir. Bu bilgisayara zarar vermeye veya parolanızı çalmak için giriş yaptırmaya çalışabilir.
open-how = Oraya parola yazmayın, hiçbir şey indirmeyin ve gördükten sonra kapatın. Ofis ağı dışında bir telefon daha güvenlidir.
open-no = Hayır, açma
open-yes = Evet, aç

# Why an alarm is nothing, in one tap; each ends it.
dismiss-why = Evet, bu önemsiz, çünkü bu:
dismiss-because = { $why ->
    [design] yeni tasarımımız
    [advertisement] bir reklam
    [partner] bir iş ortağının içeriği
    [cannot_tell] ne olduğunu söyleyemiyorum
   *[other] başka bir şey
}
# After several alarms alike that were set aside.
leave-out = Bu bölümü dışarıda bırak…
leave-out-question = Bu bölüm izlenmesin mi?
leave-out-does = Bu, haber sitesinin yapılandırmasına yazılır. Sayfayı kaplayanlar, betikler, sayfa ve haber başlıkları orada yine alarm verir; bu bölümdeki öteki değişiklikler artık alarm vermez. Haber sitesinin sayfasında onu yeniden izlemeye başlayabilirsiniz.
leave-out-no = Hayır, hepsini izle
leave-out-yes = Evet, dışarıda bırak

# Pictures of an incident.
incident-pictures = Görseller
incident-pictures-none = Saklanan görsel yok.
incident-pictures-side = { $side ->
    [before] Sayfanın kendi logoları, önceki hâliyle
   *[now] Daha önce orada olmayan görseller
}
incident-picture = { $side ->
    [before] Sayfanın önceki logosu
   *[now] Daha önce orada olmayan bir görsel
}
incident-unblur = { $shown ->
    [yes] Yeni görselleri bulanıklaştır
   *[no] Yeni görselleri göster
}

# The page of one outlet.
outlet-all = Tüm haber siteleri
outlet-gone = Bu haber sitesi artık izlenmiyor.
outlet-asking = Hakkında bilinenler soruluyor…
next-look = { $when ->
    [looking] Şimdi kontrol ediliyor.
    [now] Sonraki kontrol şimdi.
   *[later] Sonraki kontrole kalan: { $wait }.
}
in-seconds = { $count } sn
in-minutes = { $count } dk
in-hours = { $count } sa
milliseconds = { $count } ms
# How long it took to answer. $middle and $most: "40 ms".
pace = Son 24 saatte genellikle { $middle }, en çok { $most } içinde yanıt verdi.
pace-none = Son 24 saatte hiçbir yanıtın süresi ölçülmedi.
pace-silent = { $count } yarım saatte yanıt yok; çarpıyla işaretlendi.
pace-unwatched = { $all } yarım saatin { $count } tanesinde izlenmedi.
# How often it was there. $share: "99.9%".
there = { $span ->
    [day] Son 24 saat
   *[week] Son 7 gün
}: { $looks } kontrolün { $share } kadarında yerindeydi.
there-none = { $span ->
    [day] Son 24 saat
   *[week] Son 7 gün
}: yerinde olup olmadığını hiçbir kontrol gösteremedi.
learned = Ne öğrendi
learned-versions = { $count ->
    [0] Öğrenmenin başlangıcı: { $since }; henüz saklanan sürüm yok.
   *[other] Öğrenmenin başlangıcı: { $since }; { $count } sürüm saklandı.
}
forget = Öğrenileni unut…
forget-question = Sayfa şu anki hâliyle doğru mu?
forget-yes-does = “Evet” derseniz { $outlet } üzerinde şu anda duranlar sonraki bakışlardan itibaren normal olarak öğrenilir. Önce sayfaya kendiniz bakın: başka bir tarayıcıda ya da telefonda.
forget-no-does = Yeniden öğrenilene kadar daha az şey fark edilebilir. Önceden öğrenilenler saklanır ve yeniden geçerli kılınabilir.
forget-no = Hayır, kalsın
forget-yes = Evet, yeniden öğren
forgotten = Yeniden öğreniliyor.
versions = Onda neler değişti
version-counts = şu anda geçerli
version-unreadable = programın önceki sürümünden, yeniden geçerli kılınamaz
count-again = Buna dön…
count-again-question = { $at } itibarıyla öğrenilene dönülsün mü?
count-again-does = Sayfa bundan sonra buna göre değerlendirilir: sonradan gelip hâlâ duranlar alarm verebilir. Hiçbir şey silinmez, yeniden ileri dönülebilir.
count-again-no = Hayır, olduğu gibi kalsın
count-again-yes = Evet, dön
edit = Düzenle…
edit-group = Yayıncısı, varsa
edit-homepages = Ana sayfalar, her satırda bir tane
edit-homepages-missing = En az bir ana sayfa yazın.
edit-name-missing = Bir ad yazın.
edit-feed = Haber akışı, varsa
edit-pinned = Her zaman izlenen haberler, her satırda bir adres
edit-admin = Giriş sayfaları ve öteki giriş noktaları
edit-admin-add = Bir tane ekle
edit-admin-new = Yeni
edit-admin-drop = Çıkar
edit-admin-gone = kaydedince çıkarılır
edit-admin-keep = Kalsın
edit-expect = Orada ne olmalı
edit-expected = { $expect ->
    [login] Parola soran bir sayfa
    [denied] Ret yanıtı: 401 veya 403
    [gone] Hiçbir şey: 404, 410 veya bağlantı yok
   *[json] Değerleri değişmemesi gereken veri (JSON)
}
edit-values = Hangi değerler değişmemeli, her satırda bir JSON işaretçisi
edit-values-help = Örneğin /*/id ve /*/slug; burada * bir listenin her öğesini belirtir.
edit-credential = Kimlik bilgisinin adı, gerekiyorsa
edit-credential-help = Bu bilgisayarın anahtarlığında saklanır; oraya “frontwatch credential set AD” komutuyla konur. Dosyada yalnızca adı bulunur.
edit-overtaken = Dosya bu arada değişti. Yazdıklarınız duruyor, kaydederseniz onlar geçerli olur; geri kalan her şey dosyada şu anda yazdığı gibidir.
edit-rest = Bu, yapılandırma dosyasına yazılır. Oradaki açıklamalar ve öteki ayarlar kalır.
edit-save = Kaydet
remove = Bu haber sitesini izlemeyi bırak…
remove-question = { $outlet } izlenmesin mi?
remove-yes-does = “Evet” derseniz bu haber sitesine kimse bakmaz ve orada olanlar kimseye bildirilmez. Yapılandırma dosyasından çıkarılır; saklanan alarmlar kalır.
remove-no-does = Yalnızca bir süre uyarı istemiyorsanız “Hayır” deyin ve uyarılarını duraklatın: Frontwatch izlemeyi sürdürür.
remove-no = Hayır, izlemeyi sürdür
remove-yes = Evet, izlemeyi bırak
removed = { $outlet } artık izlenmiyor.
put-back = Geri koy
# A pause of the alerts of one outlet.
outlet-paused = Uyarılar duraklatıldı
outlet-paused-until = Uyarılar duraklatıldı, bitiş: { $until }
outlet-pause-hour = Uyarılarını bir saat duraklat
outlet-pause = Ben sürdürene kadar uyarılarını duraklat
untold-paused = Bu haber sitesinin uyarıları duraklatıldı. Duraklatma bittiğinde hâlâ açık olanlar o zaman bildirilir.

# Looking for an outlet among many.
search = Ad, yayıncı veya adrese göre ara
filter = Durum
filter-any = Herhangi biri
found = { $count ->
    [0] Böyle bir haber sitesi yok.
   *[other] Böyle { $count } haber sitesi var.
}
outlets-more = Olması gerektiği gibi olmayan { $count } tane daha.
outlets-more-well = Olması gerektiği gibi olan { $count } tane daha.

# Ignoring a part of the pages.
ignore = Sayfalarının bir bölümünü yok say…
ignore-never = Bu bölümler son zamanlarda değişti. Yok sayılanın metni alarm vermez; sayfayı kaplayan bir şey, bir betik, sayfa veya haber başlığı ise nerede olursa olsun her zaman verir.
ignore-none = Son zamanlarda kendi adı olan hiçbir bölüm değişmedi.
ignore-this = Yok say
# What is ignored, on the page of an outlet. $part: as the configuration has it.
ignored = Yok sayılan bölümler
ignored-what = Metinlerindeki değişiklikler alarm vermez.
watch-part = Yeniden izle…
watch-part-question = { $part } yeniden izlensin mi?
watch-part-does = Bölüm yapılandırma dosyasından çıkarılır; oradaki açıklamalarınız kalır. Bir sonraki kontrolden başlayarak bu bölümdeki değişiklikler alarm verebilir. Yok sayıldığı sürece içindekiler öğrenilmedi; bu yüzden şu anda orada olanlar bir kez yeni diye bildirilebilir.
watch-part-no = Hayır, yok saymayı sürdür
watch-part-yes = Evet, yeniden izle

# How well a page is known. $percent: on the way to that.
learning-looks = İlk { $of } kontrolden { $looks } tanesi
sharp = Bu sayfa iyi tanınıyor.
sharp-at = %{ $percent } kadarı tanınıyor; değişmesi böyle sürerse şu andan sonra iyi tanınır: { $at }. Kaplamalar, ele geçirmeler ve saldırganın sözleri ilk kontrolden bildirilir.
sharp-with-changes = %{ $percent } kadarı tanınıyor; birkaç kez daha değişince iyi tanınır. Kaplamalar, ele geçirmeler ve saldırganın sözleri ilk kontrolden bildirilir.

# A list of outlets from another program.
import = Haber siteleri listesini içe aktar…
import-file = OPML, “homepage” sütunu olan CSV, changedetection.io dışa aktarımı veya her satırda bir adres
import-long = Liste 2 MB boyutundan büyük. Bölün.
import-more = Ve { $count } tane daha.
import-may-you = Bu siteleri siz mi yönetiyorsunuz veya izleme izniniz var mı?
import-add = { $count ->
    [one] Evet, izle
   *[other] Evet, bu { $count } siteyi izle
}
imported = { $count } haber sitesi artık izleniyor.
export = Haber sitelerini dışa aktar…
export-copy = { $form ->
    [addresses] Adresleri kopyala, changedetection.io için
    [csv] CSV olarak kopyala, hesap tablosu için
   *[opml] OPML olarak kopyala, akış okuyucular için
}
export-save = { $form ->
    [addresses] Adresleri kaydet, changedetection.io için
    [opml] OPML olarak kaydet
   *[csv] CSV olarak kaydet
}
export-copied = Liste kopyalandı. Yeni bir dosyaya yapıştırıp kaydedin.

# The settings. $file: where they stand.
settings-file = Bunların hepsi tek bir dosyada durur. Dosyayı kendiniz de düzenleyebilirsiniz; oradaki açıklamalarınız kalır: { $file }
settings-refused = Dosyada bir hata var. Hata orada düzeltilene kadar izleme, dosyanın önceki içeriğiyle sürer ve burada hiçbir şey değiştirilemez:
# While somebody fills in a field. $now: what stands in the file.
settings-changed = Dosya bu arada değişti; orada şu anda yazan: { $now }. Kaydederseniz sizin yazdığınız geçerli olur.
settings-save = Kaydet
settings-saved = Kaydedildi
settings-put-back = Geri al
probes-none = Kimseye sorma
probes-none-help = O zaman kendi bağlantınız koptuğunda bir haber sitesinin çöktüğü söylenebilir.
settings-edit = Değiştir
settings-remove = Kaldır…
settings-remove-question = Bu kayıt kaldırılsın mı: { $what }?
settings-remove-yes = Evet, kaldır
settings-remove-no = Hayır
settings-group = { $group ->
    [alerts] Size ne zaman bildirilir
    [channels] Uyarılar nereye gider
    [planned] Planlanan değişiklikler
    [language] Dil
    [login] Başlatma
    [network] Kendi ağınız
    [store] Saklananlar
   *[watching] Kontroller nasıl yapılır
}
backup = Yedek kaydet
backup-help = Öğrenilen ve saklanan her şey ile bu ayarlar tek bir dosyada, indirilenler klasörüne kaydedilir. Anahtarlıktaki gizli bilgiler dosyada yer almaz, webhook adresleri ise yer alır ve böyle bir adresi bilen oraya yazabilir: dosyayı kimseyle paylaşmayın. `frontwatch restore DOSYA` onu bu bilgisayarda veya başka birinde geri yükler.
backup-making = Yedek hazırlanıyor…
# A value of the file: its name, and what it does.
setting = { $setting ->
    [interval] İki kontrol arasındaki süre
    [timeout] Yanıt için en uzun bekleme süresi
    [keep] Bu bilgisayarda saklananların üst sınırı
    [unwanted_pictures] İstenmeyen görsellerin klasörü
    [probes] Bu bilgisayarın çevrim içi olup olmadığını gösteren adresler
    [metered] Bağlantı kotalıysa
    [quiet_hours] Sessiz saatler
    [time_zone] Saat dilimi
   *[languages] Pencerenin ve uyarıların dili
}
setting-help = { $setting ->
    [interval] Ana sayfalar için, örneğin 30s (30 saniye) veya 1m (1 dakika). Haber akışları, haberler ve sertifikalar kendi sıklıklarında kontrol edilir.
    [timeout] Bir kontrolün her aşaması için, örneğin 15s (15 saniye).
    [keep] Görülen sayfalar ve öğrenilenler için, örneğin 500MB. Bir alarma ait olanlar bunun dışında, ayrıca saklanır.
    [unwanted_pictures] Buradaki görseller hiçbir sayfada bulunmamalı: biri görülürse size hemen bildirilir. Klasörün tam yolunu yazın; boş bırakırsanız hiçbir görsel aranmaz.
    [probes] Her satıra bir tane. Yalnızca kontroller başarısız olduğunda sorulur; böylece kendi ağınızdaki bir sorun hiçbir haber sitesine yüklenmez. Boş bırakırsanız tarayıcıların sorduğu adreslere sorulur.
    [metered] Örneğin bir telefonun bağlantısı.
    [quiet_hours] Yalnızca kritik olanlar bildirilir. Geri kalanlar, bu saatler bitince tek bir uyarıda gelir.
    [time_zone] Sessiz saatlerin neye göre sayılacağı, örneğin Europe/Istanbul. Boş bırakırsanız bu bilgisayarın saat dilimi geçerlidir.
   *[languages] Bundan sonra söylenen her şey bu dilde olur.
}
quiet-from = Başlangıç
quiet-until = Bitiş
metered = { $how ->
    [same] Her zamanki sıklıkta bak
   *[slower] Yarı sıklıkta bak
}
language-own = Masaüstünün kendi dili

# Channels: webhooks and mail.
channels-what = Uyarılar her zaman bu masaüstüne gelir. Bir sohbete, bir telefona veya bir posta kutusuna da gidebilir.
channel-kind = { $kind ->
    [email] E-posta
   *[webhook] Webhook
}
channel-add = { $kind ->
    [email] E-posta ekle
   *[webhook] Webhook ekle
}
channel-least = { $least ->
    [critical] Yalnızca “Kritik” olanlar
   *[warning] “Dikkat” ve “Kritik” olanlar
}
channel-field = { $field ->
    [name] Ad
    [url] Adres
    [template] Gönderilen içerik
    [server] E-posta sunucusu
    [from] Gönderen
    [to] Alıcılar
    [least] Hangi uyarılar
    [credential] Kimlik bilgisinin adı
    [manner] Kimlik bilgisi nasıl gönderilir
   *[header] HTTP üst bilgisinin adı
}
channel-help = { $field ->
    [name] Nasıl adlandırmak isterseniz, örneğin masa.
    [url] Hizmetin gönderim için verdiği adres, https ile.
    [template] Boş bırakırsanız her şey JSON olarak gönderilir. Ya da hizmetin kabul ettiği biçimi seçin:
    [server] Bağlantı noktası (port) ile birlikte.
    [from] E-posta kimden gelsin.
    [to] Her satıra bir tane.
    [secret] Bu masaüstünün anahtarlığında saklanır, dosyaya hiçbir zaman yazılmaz ve bir daha gösterilmez. Boş bırakırsanız anahtarlıktaki kalır.
   *[credential] Gerekiyorsa, anahtarlıkta hangi adla saklandığı, örneğin masa-eposta.
}
channel-url-stays = Boş bırakırsanız adres aynı kalır: { $site }.
channel-template = { $template ->
    [chat] Slack, Mattermost, Google Chat
    [discord] Discord
    [ntfy] ntfy
   *[all] Her şey
}
channel-manner = { $manner ->
    [basic] Kullanıcı adı ve parola
    [header] Ayrı bir HTTP üst bilgisinde
   *[bearer] Belirteç (token) olarak
}
channel-secret = { $manner ->
    [basic] Kullanıcı adı ve parola, aralarında iki nokta
   *[bearer] Kimlik bilgisi
}

# Planned changes.
plans-what = Yeni bir tasarım veya özel bir yayın için: belirttikleriniz, plan geçerli olduğu sürece alarm vermez. Boşalan veya yerine başkası konan bir sayfa, girişler, alan adları, sertifikalar ve bilinmeyen betikler yine alarm verir.
plan-when = { $from } ile { $until } arasında
# After that, with a comma between. $zone: "Asia/Baku".
plan-clock = { $zone } saatiyle
plan-clock-own = bu bilgisayarın saatiyle
plan-add = Değişiklik planla
plan-outlet = Haber sitesi
plan-from = Başlangıç
plan-until = Bitiş
plan-when-missing = Bir gün ve saat seçin.
plan-until-early = Başlangıçtan sonraki bir zaman seçin.
plan-nothing-expected = Beklenenleri işaretleyin ya da aşağıya bir sunucu yazın.
plan-zone = Saatlerin hangi saat dilimine göre okunduğu. Boş bırakırsanız bu bilgisayarınki.
plan-signals = Neler bekleniyor
plan-signal = { $signal ->
    [charset] Karakter kümesi
    [cover] Sayfayı kaplayan bir şey
    [feed] Haber akışı
    [fixed] Hiç değişmeyen içerik
    [headline] Haber başlıkları
    [image] Başka bir sunucudan görseller
    [language] Sayfanın dili
    [link] Bağlantılar
    [lost] Kaybolan bölümler
    [missing] Kaybolan haberler
    [outage] Sitenin açılmaması
    [painted] Kaplayan veya gizleyen stiller
    [picture] Görseller
    [redirect] Yönlendirmeler
    [robots] Arama motorlarına söylenenler
    [sheet] Stil dosyaları
    [sound] Ses
    [source] Başka sunuculardan çerçeveler ve medya
    [text] Metinler
    [title] Sayfa başlığı
   *[vocabulary] Alışılmadık kelimeler
}
plan-hosts = Yeni içeriğin gelebileceği sunucular
plan-hosts-help = https olmadan, aralarında boşlukla. Boş bırakırsanız yalnızca daha önce içerik gelen sunucular.

# Starting at login.
autostart = Oturum açılışında Frontwatch programını başlat
autostart-help = Tepside, penceresiz.
autostart-none = Oturum açılışında başlatma burada ayarlanamıyor.

# The first run. $outlet: the outlet that was added first.
first-step = Adım { $step }/{ $of }
first-heading = { $step ->
    [alerts] Bir uyarı size ulaşacak mı?
    [login] Bundan sonra hep izlensin mi?
   *[look] { $outlet } böyle mi görünmeli?
}
first-what = { $step ->
    [alerts] Şimdi kendinize bir tane gönderin. Masaüstü, bildirim göstermek için izin isterse evet deyin.
    [login] Frontwatch yalnızca çalıştığı sürece izler. Siz oturum açtığınızda kendiliğinden başlayabilir.
   *[look] Frontwatch şu anda gördüğünü normal sayar. Sayfa zaten saldırıya uğradıysa öyle saymamalı.
}
first-looking = İlk kez bakılıyor…
logo-picture = Sayfanın logosu, görüldüğü haliyle
first-wrong = Bu şu anda sitede duruyor ve hiçbiriniz yayımlamadınız mı? Bildirin: bir alarm açılır ve uyarı alan herkesin haberi olur.
first-wrong-since = Sayfa artık düzgün de yalnızca ilk görülen mi yanlıştı? Öyleyse yeniden öğrenilebilir.
first-next = { $step ->
    [alerts] Devam
    [login] Bitti
   *[look] Evet, doğru
}
first-no = Hayır, bir terslik var
first-skip = Bunu atla
first-again = İlk adıma dön
first-end = Tümünü atla
