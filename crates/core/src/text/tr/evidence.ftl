# What stood before and stands now, as the program says it where it is no text of the site itself. Read by itself, beside the
# reason. $text, $title, $name, $issuer and the like may be of the site.

shown-nothing = hiçbir şey

# The page, and how it answers.
shown-page-itself = sayfanın kendisi
shown-status = durum kodu { $status }
shown-status-text = durum kodu { $status }: { $text }
shown-refused-or-gone = geri çevriliyor veya bulunmuyor
shown-refused = geri çevriliyor
shown-not-there = yok
shown-answered = sayfa yanıt veriyordu
shown-no-answer = değerlendirilebilecek bir yanıt yok; kontrol şu aşamada bitti: { $stage }
shown-stage-judging = değerlendirme
shown-stage-own-network = bu bilgisayarın kendi ağı

# Certificates.
shown-certificate = bir sertifika
shown-no-certificate = sertifika olmayan bir şey
shown-certificate-valid = şu anda geçerli bir sertifika
shown-certificate-lasting = süresi dolmak üzere olmayan bir sertifika
shown-run-out = süresi doldu
shown-valid-until = { $day } tarihine kadar geçerli
shown-valid-from = { $day } tarihinden itibaren geçerli
shown-chain-incomplete = { $count } sertifika; hiçbiri tanınan bir kuruma ulaşmıyor
shown-self-signed = kendi kendini imzalamış
shown-signed-for = { $name } için, imzalayan: { $issuer }
shown-taken-back = iptal eden: { $issuer }
shown-not-trusted = imzalayan: { $issuer }, güvenilmiyor
shown-signed-by = imzalayan: { $issuer }
shown-signed-everywhere = imzalayan: { $issuer }, burada ve diğer bütün sitelerde
shown-nameless = adı belirtilmeyen biri
shown-another-key = başka bir anahtar

# How much is there.
shown-least-links-text = en az { $links } bağlantı ve { $text } karakter
shown-links-text = { $links } bağlantı ve { $text } karakter
shown-least-headings = en az { $count } başlık
shown-headings = { $count } başlık
shown-least-parts = en az { $links } bağlantı, { $pictures } görsel ve { $headings } başlık
shown-parts-gone = { $links } bağlantı, { $pictures } görsel ve { $headings } başlık; kaybolan oran %{ $percent }: { $part ->
    [code] kod
    [logo] logo
    [layout] düzen
    [scripts] betikler
    [pictures] görseller
    [headings] başlıklar
    [links] bağlantılar
    [elements] ögeler
   *[text] metin
}
shown-styled = stil dosyaları olan bir sayfa
shown-unstyled = hiçbiri kalmadı
shown-most-characters = en çok { $count } karakter
shown-characters = { $count } karakter
shown-ended = sayfa, bittiğini bildirdiği yerde bitiyordu
shown-goes-on = sayfa, sonundan sonra devam ediyor
shown-never-changed = hiç değişmeyen { $count } parça
shown-still-there = bunlardan { $count } tanesi yerinde
shown-links-never-changed = hiç değişmeyen { $count } bağlantı
shown-most-gone = çoğu kayboldu
shown-same-for = { $count } kontrol boyunca aynı
shown-changed-of = { $count } tanesi değişti, { $same } tanesi değişmedi

# What covers the page.
shown-uncovered = sayfayı hiçbir şey kaplamıyordu
shown-large-element = ekran büyüklüğünde bir öge
shown-visible = sayfa görülebiliyordu
shown-hiding-rule = sayfayı veya büyük bölümünü gizleyen bir stil kuralı
shown-not-made-up = hiçbir şey eklenmiyordu
shown-making-rule = yazı veya görsel ekleyen bir stil kuralı
shown-covering-rule = tüm ekranın üzerine bir öge koyan bir stil kuralı
shown-nothing-behind = sayfanın arkasında görsel yoktu
shown-another-version = başka bir sürüm
shown-nothing-from-there = oradan hiçbir şey

# Pictures.
shown-no-picture = orada görsel yoktu
shown-logo = her zaman orada olan bir logo
shown-the-logo = her zamanki logo
shown-different-pictures = her yerde farklı bir görsel
shown-pictures-say-same = { $all } görselden { $count } tanesinde aynı sözler yazılı
shown-words-of-own = her görsel için ayrı sözler
shown-pictures-known = görseller bilinen sunuculardan geliyordu
shown-seen-at = { $outlet } ile ilgili bir olayda görüldü
shown-show-same = { $all } görselden { $count } tanesi aynı şeyi gösteriyor
shown-showed-else = her biri başka bir şey gösteriyordu

# Words, headlines and languages.
shown-no-words = orada yazı yoktu
shown-no-hidden-text = orada gizli metin yoktu
shown-hidden-characters = { $count } gizli karakter
shown-no-claim = böyle bir iddia yoktu
shown-no-wallet = orada ödeme adresi yoktu
shown-headline-each = her haberin kendi başlığı
shown-headline-one = { $count } haberin üzerinde aynı başlık
shown-words-kept = bağlantıların sözleri değişmez
shown-links-reworded = yerinde kalan bağlantıların %{ $percent } kadarının sözleri başka
shown-entries-reworded = yerinde kalan kısa bağlantıların %{ $percent } kadarının sözleri başka
shown-mostly-letters = çoğunlukla şu yazı: { $writing ->
    [Latin] Latin yazısı
    [Cyrillic] Kiril yazısı
    [Arabic] Arap yazısı
    [Hebrew] İbrani yazısı
    [Greek] Yunan yazısı
    [Han] Çin yazısı
    [Kana] Japon yazısı
    [Hangul] Kore yazısı
    [Indic] Hint yazıları
   *[other] başka bir yazı
}
shown-no-passage = şu yazıyla bir bölüm yoktu: { $writing ->
    [Latin] Latin yazısı
    [Cyrillic] Kiril yazısı
    [Arabic] Arap yazısı
    [Hebrew] İbrani yazısı
    [Greek] Yunan yazısı
    [Han] Çin yazısı
    [Kana] Japon yazısı
    [Hangul] Kore yazısı
    [Indic] Hint yazıları
   *[other] başka bir yazı
}
shown-letters = { $count } harf, yazı: { $writing ->
    [Latin] Latin yazısı
    [Cyrillic] Kiril yazısı
    [Arabic] Arap yazısı
    [Hebrew] İbrani yazısı
    [Greek] Yunan yazısı
    [Han] Çin yazısı
    [Kana] Japon yazısı
    [Hangul] Kore yazısı
    [Indic] Hint yazıları
   *[other] başka bir yazı
}
shown-written-other-way = öbür yönde yazılıyordu
shown-written-from-right = sağdan sola yazılı
shown-written-from-left = soldan sağa yazılı
shown-another-language = başka bir dil
shown-least-visible = metnin en az %{ $percent } kadarı görülebiliyordu
shown-share-visible = metnin %{ $percent } kadarı görülebiliyor
shown-passages-gone = bu bölümler artık sayfada yok

# Links.
shown-links-home = bağlantılar haber sitesinin kendi sayfalarına gidiyordu
shown-links-lead-to = { $count } bağlantı { $host } adresine gidiyor
shown-no-hidden-strangers = yabancı sitelere gizli bağlantı yoktu
shown-no-hidden-links = orada gizli bağlantı yoktu
shown-hidden-links = bir yerde { $count } gizli bağlantı
shown-no-links = orada bağlantı yoktu
shown-no-link-there = oraya giden bağlantı yoktu
shown-same-words-home = aynı sözler haber sitesinin kendi sayfalarına gidiyordu
shown-headlines-stay = haber başlıkları hep aynı yere gider
shown-headlines-moved = { $all } başlıktan { $count } tanesi başka yere gidiyor
shown-no-programs = program önerilmiyordu

# What pages load and do.
shown-no-script = böyle bir betik yoktu
shown-script-harmless = betik böyle bir şey yapmıyordu
shown-no-script-like = buna benzer betik yoktu; bilinen betik sayısı: { $count }
shown-no-sheet-like = sayfada { $count } stil, hiçbiri buna benzemiyor
shown-no-markup-like = sayfa kodundaki { $count } sözcük arasında böylesi yoktu
shown-forms-elsewhere = formlar oraya hiç göndermiyordu
shown-none = yoktu
shown-never-loaded = oradan hiç yüklenmiyordu; bilinen başka sunucu sayısı: { $count }
shown-silent = sayfa sessizdi
shown-sound = bir video veya ses
shown-to-be-found = arama motorlarında bulunabilir

# Login pages.
shown-asks-password = parola isteyen bir sayfa
shown-no-password = parola alanı yok: { $title }
shown-over-https = https ile gönderiliyordu
shown-over-http = http ile gönderiliyor
shown-by-post = POST ile gönderiliyordu
shown-by-get = GET ile gönderiliyor
shown-never-asked = hiç istenmiyordu
shown-nobody-asked = kimseden parola istenmiyordu
shown-password-field = bir parola alanı

# Feeds.
shown-feed = bir haber akışı
shown-whole-feed = tam bir haber akışı
shown-other-sitemaps = başka site haritalarının listesi
shown-list-of-stories = haberlerin listesi
shown-stories-broken = { $count } haber, sonra hiçbir şey
shown-stories = { $count } haber
shown-no-stories = haber yok
shown-stories-known = haberler bilinen sitelere gidiyordu
shown-most-new-stories = bir seferde en çok { $count } yeni haber
shown-new-stories = bir anda { $count } yeni haber
shown-other-stories = { $count } başka haber, öncekilerden hiçbiri
shown-stories-gone = bunlardan { $count } tanesi kayboldu, daha eskileri duruyor
shown-stories-some-new = { $count } haber, { $came } tanesi yeni
shown-stories-keep-words = haberlerin sözleri değişmez
shown-stories-keep-addresses = haberlerin adresleri değişmez

# Names and values.
shown-answers = yanıtlar
shown-something-else = başka bir şey
shown-no-usable-answer = kullanılabilir bir yanıt yok
shown-no-such-name = böyle bir ad veya adres yok
shown-json = bir JSON belgesi
shown-fixed-values = değişmemesi gereken değerler
shown-no-pointer = hiçbir gösterici belirtilmedi
shown-values-at = { $pointer } konumunda { $count } değer
shown-values-several = { $values }
shown-values = { $count } değer
shown-values-other = { $count } değer, öncekiler değil
shown-nothing-there = orada hiçbir şey yok
