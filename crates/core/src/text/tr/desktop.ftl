# The tray, the sentence on top of the window, and why something that was asked for could not be done.

standing-empty = Henüz hiçbir şey izlenmiyor.
standing-refused = Hiçbir şey izlenmiyor: yapılandırmada bir hata var.
standing-normal = { $total ->
    [one] { $outlet } olması gerektiği gibi.
   *[other] { $total } haber sitesinin hepsi olması gerektiği gibi.
}
standing-first-look = { $total ->
    [one] Haber sitesine
   *[other] { $total } haber sitesine
} ilk kez bakılıyor.
standing-learning = Olağan durum öğreniliyor: { $total ->
    [one] { $learning } haber sitesi
   *[other] { $total } haber sitesinden { $learning } tanesi
}.
standing-suspect = { $suspects ->
    [one] { $outlet } sitesinde olağan dışı bir durum var, ancak alarm için yeterli değil: { $what }.
   *[other] { $suspects } haber sitesinde olağan dışı bir durum var, ancak alarm için yeterli değil. İlki { $outlet }: { $what }.
}
standing-confirming = { $outlet }: bir şey farklı. İkinci kez bakılıyor.
standing-something = ikinci kontrol gösterecek
standing-unseen = { $unseen ->
    [one] { $outlet } görülemiyor. Bu, her şey yolunda demek değildir.
   *[other] { $total } haber sitesinden { $unseen } tanesi görülemiyor. Bu, her şey yolunda demek değildir.
}
standing-alarm = { $alarms ->
    [one] { $outlet }: { $what } (başlangıç: { $since }).
   *[other] { $alarms } alarm. İlki { $outlet }: { $what } (başlangıç: { $since }).
}
standing-alarm-several = { $alarms ->
    [one] { $what } (başlangıç: { $since }).
   *[other] { $alarms } alarm. İlki: { $what } (başlangıç: { $since }).
}
standing-paused = Duraklatıldı: siz sürdürene kadar uyarı verilmeyecek.{ $alarms ->
    [0] {""}
   *[other] {" "}{ $alarms } açık alarm var.
}
standing-paused-until = Duraklatıldı: { $until } öncesinde uyarı verilmeyecek.{ $alarms ->
    [0] {""}
   *[other] {" "}{ $alarms } açık alarm var.
}
standing-demonstration = Demo. { $sentence }
standing-unwritten = Şu anda hiçbir şey kaydedilmiyor. { $sentence }

recheck-nothing = Henüz bakılacak bir şey yok: önce bir haber sitesi ekleyin.
recheck-well = { $total } sayfaya bakıldı: olağan dışı bir şey yok.
recheck-done = { $total } sayfaya bakıldı: { $alarms ->
    [0] alarm yok
   *[other] { $alarms } alarm
}, { $suspects } olağan dışı, { $unseen } görülemeyen.

# What is staged in the demonstration.
scene-learning = Altı haber sitesi yayın yapıyor; Frontwatch bu sitelerin ana sayfaları, yönetim panelleri ve haberleri için olağan durumu öğreniyor.
scene-cover = Birinci haber sitesinin ana sayfasını, sitenin kendi sunucusundan gelen bir görsel kaplıyor.
scene-spread = Aynı görsel üç siteyi daha kaplıyor.
scene-panel = Birinci haber sitesinin yönetim sayfası giriş yapılmadan açılıyor.
scene-stories = İkinci haber sitesinde yayımlanmış haberlerin yarısı siliniyor.
scene-outage = Beşinci haber sitesi artık yanıt vermiyor.
scene-restored = Haber merkezi beş siteyi de eski hâline getiriyor.
scene-over = Senaryo burada bitti. Haber siteleri, siz demoyu bitirene kadar yayını sürdürür.

tray-recheck = Şimdi yeniden kontrol et
tray-open = Frontwatch penceresini aç
tray-pause-hour = Uyarıları bir saat duraklat
tray-resume = Uyarıları sürdür
tray-quit = Çık: izlemeyi durdur

no-tray = Bu masaüstü tepsi simgesi göstermiyor. İzleme yine de sürüyor; bu pencereyi açmak için Frontwatch programını yeniden başlatın.

trouble-no-such-incident = Bu alarm zaten sona erdi.
trouble-already-taken = Bu alarmla zaten biri ilgileniyor.
trouble-no-such-watch = Bu sayfa artık izlenmiyor.
trouble-changed = Size sorulduktan sonra sayfa değişti. Şimdi neyin farklı olduğuna bakın.
trouble-in-question = Bu sayfadaki alarm bitmedi ya da şu anda doğrulanıyor. Şimdi öğrenilen, dışarıdan birinin koyduğu şey olabilir. Önce sayfayı düzeltip alarmın bitmesini bekleyin ya da bildirdiğiniz olayı kapatın.
trouble-demonstration = Demoya hiçbir şey eklenemez. Önce demoyu bitirin.
trouble-alarm-first = Kendi haber sitelerinizden birinde alarm var. Önce ona bakın.
trouble-no-such-outlet = Bu haber sitesi artık izlenmiyor.
trouble-elsewhere = Bu adres haber sitesine ait değil. Adresi, gördüğünüz sayfadan kopyalayın.
trouble-stopped = İzleme durdu. Frontwatch programından çıkıp yeniden başlatın.
trouble-no-address = Bu bir site adresi değil. Tarayıcıda yazdığınız gibi yazın: report.example
trouble-other-scheme = Site adresi https:// veya http:// ile başlar
trouble-password = Adrese kullanıcı adı ve parola yazmayın.
trouble-status = Site yanıt veriyor, ancak hata bildiriyor (durum kodu { $status }). Adresi kontrol edin.
trouble-refused = Site, kontrol edilmesine izin vermiyor (durum kodu { $status }). Siteyi yönetenlerden Frontwatch erişimine izin vermelerini isteyin, sonra yeniden deneyin.
trouble-already-watched = Bu adres zaten { $outlet } kapsamında izleniyor.
trouble-not-proposed = Bu arada başka bir siteye bakıldı. Geri dönüp bu siteye yeniden bakın.
trouble-no-page = Siteden sayfa alınamadı: { $why }. Adresi ve bağlantınızı kontrol edin.
trouble-not-written = Hiçbir şey yazılmadı. { $why }
trouble-not-saved = Dosya “{ $folder }” klasörüne kaydedilemedi: { $why }. Orada yer açın ya da metni kopyalayın.
# A file was saved. $path: where it is.
saved = Şu dosyaya kaydedildi: { $path }. Dosyayı yalnızca siz okuyabilirsiniz.
# The name of a secret is in use. $whose: the channel or the outlet that it is for.
credential-taken = “{ $name }” adlı gizli bilgi zaten şunun için saklanıyor: { $whose }. Üzerine yazılırdı. Başka bir ad seçin.
trouble-no-backup = Yedek oluşturulmadı: { $why }.
trouble-no-demonstration = Demo başlatılamadı: { $why }
trouble-not-opened = Tarayıcı açılamadı: { $why }
trouble-list-too-long = Liste 2 MB boyutundan büyük. Bölün.
trouble-no-list = Bu, okunabilen bir liste değil: OPML, “homepage” sütunu olan CSV, changedetection.io dışa aktarımı veya her satırda bir adres.
trouble-autostart = Oturum açılışında başlatma ayarı değiştirilemedi: { $why }
trouble-store = Saklanan veriler okunamadı: { $why }
trouble-bad-request = Pencere ile program birbirini anlamıyor ({ $why }). Frontwatch programından çıkıp yeniden başlatın.
