# One sentence for each kind of signal, read after "Report: " and in lists.

signal-collapse-page = ana sayfanın büyük bölümü kayboldu: her zamanki metin ve bağlantıların %{ $percent } kadarı kaldı
signal-lost-headings = haber başlıkları kayboldu; her zaman en az { $count } başlık vardı
signal-lost-page = sayfada hiç değişmeyen içeriğin { $percent ->
    [100] tamamı
   *[other] %{ $percent } kadarı
} kayboldu
signal-lost-navigation = gezinme menüsü kayboldu (hiç değişmeyen { $count } bağlantı)
signal-takeover-page = bu sayfanın yerinde başka bir sayfa duruyor
signal-title-replaced = sayfanın başlığı değişti: “{ $title }”
signal-title-card = sayfa başka bir başlıkla paylaşılıyor: “{ $title }”
signal-title-markup = sayfanın başlığına kod yazıldı
signal-wording-title = sayfanın başlığında, sayfanın ele geçirildiği öne sürülüyor: “{ $text }”
signal-wording-heading = bir haber başlığında, sayfanın ele geçirildiği öne sürülüyor: “{ $text }”
signal-wording-text = bir metinde, sayfanın ele geçirildiği öne sürülüyor: “{ $text }”
signal-cover-picture = daha önce orada hiç görülmemiş bir görsel ana sayfayı kaplıyor
signal-cover-element = daha önce orada hiç görülmemiş bir şey ana sayfayı kaplıyor
signal-cover-frame = yabancı bir sayfa ana sayfayı kaplıyor
signal-cover-hidden = yeni bir stil ana sayfayı gizliyor
signal-cover-pushed = ekran boyunda bir şey ana sayfayı görünen alanın dışına itiyor
signal-cover-bar = daha önce orada hiç görülmemiş sözler, sayfa kaydırılsa da ekranda kalıyor: “{ $text }”
signal-link-scattered = çeşitli yerlerdeki { $count } bağlantı, daha önce hiçbirinin gitmediği bir yere gidiyor: { $host }
signal-wallet-placed = okurlardan, daha önce orada hiç bulunmayan bir adrese kripto para göndermeleri isteniyor
signal-cover-made-up = yeni bir stil ana sayfayı kaplıyor veya üzerine yazı ya da görsel koyuyor
signal-image-top = daha önce hiç görsel bulunmayan bir yerde yeni bir görsel var; kaynağı: { $host }
signal-image-logo = logonun yerine başka bir görsel kondu; kaynağı: { $host }
signal-image-everywhere = aynı yeni görsel { $count } yerde duruyor
signal-image-words = { $count } görsel için aynı yeni sözler yazılı
signal-image-exchanged = { $count } görsel, daha önce hiçbir görselin gelmediği bir sunucudan geliyor: { $host }
signal-source-script = daha önce orada hiç görülmemiş bir sunucudan bir betik geliyor: { $host }
signal-source-frame = daha önce orada hiç görülmemiş bir sunucudan bir çerçeve geliyor: { $host }
signal-source-object = daha önce orada hiç görülmemiş bir sunucudan gömülü bir nesne geliyor: { $host }
signal-source-style = daha önce orada hiç görülmemiş bir sunucudan bir stil dosyası geliyor: { $host }
signal-source-form = bir form, içine yazılanları yabancı bir sunucuya gönderiyor: { $host }
signal-source-base = sayfadaki tüm adresler artık yabancı bir sunucuya gidiyor: { $host }
signal-source-refresh = sayfa, okurlarını yabancı bir sunucuya yönlendiriyor: { $host }
signal-source-canonical = sayfa, başka bir siteye ait olduğunu bildiriyor: { $host }
signal-source-icon = sayfanın simgesi yabancı bir sunucudan geliyor: { $host }
signal-source-elsewhere = sayfa, başka bir sitede bulunduğunu bildiriyor: { $host }
signal-script-replaces = yeni bir betik, sayfanın tamamının yerine başka bir içerik koyuyor
signal-script-packed = okunmaz hâle getirilmiş yeni bir betik var
signal-script-redirects = yeni bir betik okurları başka bir yere yönlendiriyor
signal-script-reads = yeni bir betik, alanlara yazılanları okuyor
signal-script-rewrites = yeni bir betik sayfayı gizliyor veya haber başlıklarını değiştiriyor
signal-script-stays = yeni bir betik, okurlar sayfadan ayrıldıktan sonra da tarayıcılarında kalıyor
signal-script-new = sayfada yeni bir betik var
signal-link-hijacked = { $count } bağlantı artık yabancı bir siteye gidiyor: { $host }
signal-link-hidden = gizli bağlantılar yabancı sitelere gidiyor, örneğin { $host }
signal-link-block = daha önce bağlantı bulunmayan bir yerde yabancı sitelere giden bağlantılar var, örneğin { $host }
signal-link-buried = daha önce gizli bağlantı bulunmayan bir yerde { $count } gizli bağlantı var
signal-link-redirected = { $count } bağlantının metni aynı, ancak artık yabancı bir siteye gidiyorlar: { $host }
signal-link-moved = { $count } haber başlığı artık öncekinden farklı bir yere gidiyor
signal-link-program = yabancı bir site okurlara bir program indirmeyi öneriyor: { $host }
signal-headline-shared = { $count } farklı haberin üzerinde aynı yeni cümle duruyor
signal-headline-same = { $count } haber başlığında aynı şey yazıyor: “{ $text }”
signal-headline-entries = bölüm adlarının ve kısa bağlantıların { $percent ->
    [100] tamamı
   *[other] %{ $percent } kadarı
} değiştirildi
signal-headline-rewritten = yerinde kalan haber başlıklarının { $percent ->
    [100] tamamı
   *[other] %{ $percent } kadarı
} değiştirildi
signal-language-changed = metin artık başka bir yazıyla yazılı: { $writing ->
    [Latin] Latin yazısı
    [Cyrillic] Kiril yazısı
    [Arabic] Arap yazısı
    [Hebrew] İbrani yazısı
    [Greek] Yunan yazısı
    [Han] Çin yazısı
    [Kana] Japon yazısı
    [Hangul] Kore yazısı
    [Indic] Hint yazıları
   *[other] bilinmeyen bir yazı
}
signal-text-hidden = metnin neredeyse tamamı gizli: yalnızca %{ $percent } kadarı görülebiliyor
signal-text-buried = daha önce gizli metin bulunmayan bir yerde { $count } karakterlik gizli metin var
signal-text-added = daha önce hiç yazı bulunmayan bir yerde yazı var ({ $count } karakter)
signal-text-placed = sayfanın üstünde, daha önce hiç yazı bulunmayan bir yerde { $count } karakterlik metin var
signal-language-turned = sayfa artık ters yönde yazılıyor
signal-charset-declared = sayfa, başka bir karakter kümesiyle yazıldığını bildiriyor: { $charset }
signal-charset-served = sunucu, sayfanın başka bir karakter kümesiyle yazıldığını bildiriyor: { $charset }
signal-robots-noindex = sayfa, arama motorlarından kendisini unutmalarını istiyor
signal-markup-new = sayfaya, orada daha önce hiç kullanılmamış bir şey yerleştirildi: { $word }
signal-language-declared = sayfa, başka bir dilde yazıldığını bildiriyor: { $language }
signal-style-new = sayfaya eklenen yeni komutlar sayfanın görünümünü değiştiriyor
signal-collapse-code = sayfanın her zaman yüklediği betik ve stillerin { $percent ->
    [100] tamamı
   *[other] %{ $percent } kadarı
} kayboldu
signal-collapse-logo = logo kayboldu
signal-collapse-styles = sayfanın görünümünü belirleyen hiçbir şey kalmadı: sayfa biçimsiz bir listeye dönüştü
signal-collapse-scripts = betiklerin { $percent ->
    [100] tamamı
   *[other] %{ $percent } kadarı
} kayboldu
signal-collapse-layout = sayfanın her zaman yerinde olan bölümleri kayboldu (düzenin { $percent ->
    [100] tamamı
   *[other] %{ $percent } kadarı
})
signal-collapse-pictures = görsellerin { $percent ->
    [100] tamamı
   *[other] %{ $percent } kadarı
} kayboldu
signal-collapse-headings = haber başlıklarının { $percent ->
    [100] tamamı
   *[other] %{ $percent } kadarı
} kayboldu
signal-collapse-links = bağlantıların { $percent ->
    [100] tamamı
   *[other] %{ $percent } kadarı
} kayboldu
signal-collapse-elements = sayfanın { $percent ->
    [100] tamamı
   *[other] %{ $percent } kadarı
} kayboldu
signal-collapse-text = metnin { $percent ->
    [100] tamamı
   *[other] %{ $percent } kadarı
} kayboldu
signal-grown-text = sayfa, şimdiye kadarki en uzun hâlinden { $count } karakter daha uzun
signal-grown-end = sayfanın bittiği yerden sonrasına bir şey eklendi
signal-language-passage = sayfada daha önce hiç görülmemiş bir yazıyla yazılmış kelimeler var: { $writing ->
    [Latin] Latin yazısı
    [Cyrillic] Kiril yazısı
    [Arabic] Arap yazısı
    [Hebrew] İbrani yazısı
    [Greek] Yunan yazısı
    [Han] Çin yazısı
    [Kana] Japon yazısı
    [Hangul] Kore yazısı
    [Indic] Hint yazıları
   *[other] bilinmeyen bir yazı
}
signal-fixed-words = { $looks } kontrol boyunca hiç değişmeyen sözler değiştirildi
signal-fixed-link = başka sitelere giden ve { $looks } kontrol boyunca hiç değişmeyen bağlantılar artık başka bir yere gidiyor
signal-fixed-address = sayfa, kendi adresi olarak başka bir adres veriyor; { $looks } kontrol boyunca hep aynıydı
signal-sound-plays = sayfa kendiliğinden ses çalıyor
signal-login-added = sayfa parola istiyor; daha önce hiç istememişti
signal-login-open = yönetim sayfası giriş yapılmadan açılıyor
signal-redirect-foreign = adres artık başka bir siteye yönlendiriyor: { $host }
signal-availability-maintenance = site, bakımda olduğunu bildiriyor
signal-availability-robot-check = sayfanın önünde bir robot doğrulaması var
signal-availability-refused = site erişimimizi reddediyor (durum kodu { $status })
signal-availability-error = site bir hata sayfasıyla yanıt veriyor (durum kodu { $status })
signal-availability-unreachable = site kullanılabilir bir yanıt vermiyor
signal-feed-unread = bu, okunabilen bir haber akışı değil: ne RSS ne Atom ne JSON Feed ne de site haritası
signal-feed-broken = haber akışı yarıda kesiliyor; yalnızca ilk { $count } haber okunabildi
signal-feed-index = bu, { $count } site haritasından oluşan bir liste; haberler o haritalarda
signal-feed-circular = bu site haritası listesinde kendisinden başka bir şey yok
signal-feed-empty = haber akışı boş; daha önce { $count } haber vardı
signal-feed-vanished = { $count } haber akıştan kayboldu, daha eskileri hâlâ duruyor
signal-feed-removed = { $count } haber, zamanı gelmeden akıştan çıkarıldı
signal-feed-moved = akıştaki { $count } haber öncekinden farklı bir adrese gidiyor, örneğin { $address }
signal-feed-retitled = akıştaki haberler değiştirildi, örneğin “{ $title }”
signal-feed-links = akıştaki { $count } haber yabancı bir siteye gidiyor: { $host }
signal-feed-flood = haber akışına bir anda { $count } yeni haber geldi
signal-painted-changed = sayfanın kendi stil dosyası artık başka bir dosya: { $file }
signal-painted-cover = sayfanın kendi stil dosyası ({ $file }) artık ana sayfanın üzerini bir şeyle kaplıyor
signal-painted-hidden = sayfanın kendi stil dosyası ({ $file }) artık ana sayfayı gizliyor
signal-painted-made-up = sayfanın kendi stil dosyası ({ $file }) artık ana sayfanın üzerine yazı veya görsel koyuyor
signal-painted-behind = sayfanın kendi stil dosyası ({ $file }) artık ana sayfanın arkasına bir görsel koyuyor
signal-painted-import = sayfanın kendi stil dosyası ({ $file }), daha önce orada hiç görülmemiş bir sunucudan başka bir stil dosyası alıyor: { $host }
signal-planted-changed = sayfanın kendi betiği artık başka bir betik: { $file }
signal-planted-loads = sayfanın kendi betiği ({ $file }) artık daha önce hiç adı geçmeyen bir sunucuya başvuruyor: { $host }
signal-planted-replaces = sayfanın kendi betiği ({ $file }) artık sayfanın tamamının yerine başka bir içerik koyuyor
signal-planted-packed = sayfanın kendi betiğine ({ $file }) okunmaz bir şey eklendi
signal-planted-redirects = sayfanın kendi betiği ({ $file }) artık okurları başka bir yere yönlendiriyor
signal-planted-reads = sayfanın kendi betiği ({ $file }) artık alanlara yazılanları okuyor
signal-planted-rewrites = sayfanın kendi betiği ({ $file }) artık sayfayı gizliyor veya haber başlıklarını değiştiriyor
signal-picture-repainted = logo, adresi aynı kaldığı hâlde her zamankinden başka bir şey gösteriyor ({ $file })
signal-picture-unread = logonun yerinde okunamayan bir resim var: bozuk ya da aşırı büyük veya karmaşık ({ $file })
signal-picture-logo = logonun yerine, başka bir şey gösteren bir logo kondu ({ $file })
signal-picture-same = eskiden birbirinden farklı olan { $count } görsel artık aynı şeyi gösteriyor
signal-picture-unwanted = sayfada, görmek istemediğiniz bir görsel var: { $file }
signal-picture-elsewhere = sayfada, daha önce { $outlet } ile ilgili bir olayda ortaya çıkan bir görsel var
