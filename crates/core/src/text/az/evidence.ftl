# What stood before and stands now, as the program says it where it is no text of the site itself. Read by itself, beside the
# reason. $text, $title, $name, $issuer and the like may be of the site.

shown-nothing = heç nə

# The page, and how it answers.
shown-page-itself = səhifənin özü
shown-status = status { $status }
shown-status-text = status { $status }: { $text }
shown-refused-or-gone = rədd edilir, yaxud mövcud deyil
shown-refused = rədd edilir
shown-not-there = yoxdur
shown-answered = səhifə cavab verirdi
shown-no-answer = qiymətləndirilə bilən cavab yoxdur, yoxlama bu mərhələdə bitib: { $stage }
shown-stage-judging = qiymətləndirmə
shown-stage-own-network = bu kompüterin öz şəbəkəsi

# Certificates.
shown-certificate = sertifikat
shown-no-certificate = sertifikat olmayan nəsə
shown-certificate-valid = hazırda etibarlı sertifikat
shown-certificate-lasting = müddəti bitməyən sertifikat
shown-run-out = müddəti bitib
shown-valid-until = { $day } tarixinədək etibarlıdır
shown-valid-from = { $day } tarixindən etibarlıdır
shown-chain-incomplete = sertifikatların sayı { $count }, heç biri tanınan quruma aparmır
shown-self-signed = özü imzalayıb
shown-signed-for = { $name } üçün, imzalayan: { $issuer }
shown-taken-back = ləğv edən: { $issuer }
shown-not-trusted = imzalayan: { $issuer }, etibar edilmir
shown-signed-by = imzalayan: { $issuer }
shown-signed-everywhere = imzalayan: { $issuer }, burada və bütün digər saytlarda
shown-nameless = adı göstərilməyən kimsə
shown-another-key = başqa açar

# How much is there.
shown-least-links-text = ən azı { $links } keçid və { $text } simvol
shown-links-text = { $links } keçid və { $text } simvol
shown-least-headings = ən azı { $count } başlıq
shown-headings = { $count } başlıq
shown-least-parts = ən azı { $links } keçid, { $pictures } şəkil və { $headings } başlıq
shown-parts-gone = { $links } keçid, { $pictures } şəkil və { $headings } başlıq; itən pay { $percent } faiz: { $part ->
    [code] kod
    [logo] loqotip
    [layout] tərtibat
    [scripts] skriptlər
    [pictures] şəkillər
    [headings] başlıqlar
    [links] keçidlər
    [elements] elementlər
   *[text] mətn
}
shown-styled = stil faylları olan səhifə
shown-unstyled = heç biri qalmayıb
shown-most-characters = ən çoxu { $count } simvol
shown-characters = { $count } simvol
shown-ended = səhifə bitdiyini bildirdiyi yerdə bitirdi
shown-goes-on = səhifə sonundan sonra davam edir
shown-never-changed = heç vaxt dəyişməyən { $count } hissə
shown-still-there = onlardan { $count } hissə yerindədir
shown-links-never-changed = heç vaxt dəyişməyən { $count } keçid
shown-most-gone = çoxu yoxa çıxıb
shown-same-for = { $count } yoxlama ərzində eyni
shown-changed-of = { $count } dəyişib, { $same } dəyişməyib

# What covers the page.
shown-uncovered = səhifəni heç nə örtmürdü
shown-large-element = ekran boyda element
shown-visible = səhifə görünürdü
shown-hiding-rule = səhifəni və ya onun çox hissəsini gizlədən stil qaydası
shown-not-made-up = heç nə əlavə olunmurdu
shown-making-rule = söz və ya şəkil əlavə edən stil qaydası
shown-covering-rule = bütün ekranın üzərinə element qoyan stil qaydası
shown-nothing-behind = səhifənin arxasında şəkil yox idi
shown-another-version = başqa versiya
shown-nothing-from-there = oradan heç nə

# Pictures.
shown-no-picture = orada şəkil yox idi
shown-logo = həmişə orada olan loqotip
shown-the-logo = həmişə olan loqotip
shown-different-pictures = hər yerdə başqa şəkil
shown-pictures-say-same = { $all } şəkildən { $count } ədədində eyni sözlər yazılıb
shown-words-of-own = hər şəklin öz sözləri
shown-pictures-known = şəkillər tanınan serverlərdən gəlirdi
shown-seen-at = { $outlet } ilə bağlı hadisədə görünüb
shown-show-same = { $all } şəkildən { $count } ədədi eyni şeyi göstərir
shown-showed-else = hər biri başqa şey göstərirdi

# Words, headlines and languages.
shown-no-words = orada söz yox idi
shown-no-hidden-text = orada gizli mətn yox idi
shown-hidden-characters = { $count } gizli simvol
shown-no-claim = belə iddia yox idi
shown-no-wallet = orada ödəniş ünvanı yox idi
shown-headline-each = hər xəbərin öz başlığı
shown-headline-one = { $count } xəbərin üzərində eyni başlıq
shown-words-kept = keçidlərin sözləri dəyişmir
shown-links-reworded = yerində qalan keçidlərin { $percent } faizinin sözləri başqadır
shown-entries-reworded = yerində qalan qısa keçidlərin { $percent } faizinin sözləri başqadır
shown-mostly-letters = əsasən bu yazı: { $writing ->
    [Latin] latın
    [Cyrillic] kiril
    [Arabic] ərəb
    [Hebrew] ivrit
    [Greek] yunan
    [Han] Çin heroqlifləri
    [Kana] yapon kanası
    [Hangul] Koreya hanqılı
    [Indic] hind
   *[other] digər yazı
}
shown-no-passage = bu yazı ilə parça yox idi: { $writing ->
    [Latin] latın
    [Cyrillic] kiril
    [Arabic] ərəb
    [Hebrew] ivrit
    [Greek] yunan
    [Han] Çin heroqlifləri
    [Kana] yapon kanası
    [Hangul] Koreya hanqılı
    [Indic] hind
   *[other] digər yazı
}
shown-letters = { $count } hərf, yazı: { $writing ->
    [Latin] latın
    [Cyrillic] kiril
    [Arabic] ərəb
    [Hebrew] ivrit
    [Greek] yunan
    [Han] Çin heroqlifləri
    [Kana] yapon kanası
    [Hangul] Koreya hanqılı
    [Indic] hind
   *[other] digər yazı
}
shown-written-other-way = əks istiqamətdə yazılırdı
shown-written-from-right = sağdan sola yazılıb
shown-written-from-left = soldan sağa yazılıb
shown-another-language = başqa dil
shown-least-visible = mətnin ən azı { $percent } faizi görünürdü
shown-share-visible = mətnin { $percent } faizi görünür
shown-passages-gone = bu parçalar artıq səhifədə yoxdur

# Links.
shown-links-home = keçidlər nəşrin öz səhifələrinə aparırdı
shown-links-lead-to = { $count } keçid { $host } ünvanına aparır
shown-no-hidden-strangers = kənar saytlara gizli keçid yox idi
shown-no-hidden-links = orada gizli keçid yox idi
shown-hidden-links = bir yerdə { $count } gizli keçid
shown-no-links = orada keçid yox idi
shown-no-link-there = oraya heç bir keçid aparmırdı
shown-same-words-home = həmin sözlər nəşrin öz səhifələrinə aparırdı
shown-headlines-stay = xəbər başlıqları əvvəlki yerə aparır
shown-headlines-moved = { $all } başlıqdan { $count } ədədi başqa yerə aparır
shown-no-programs = proqram təklif olunmurdu

# What pages load and do.
shown-no-script = belə skript yox idi
shown-script-harmless = skript belə şey etmirdi
shown-no-script-like = belə skript yox idi; tanınan skriptlər: { $count }
shown-no-sheet-like = səhifədə { $count } stil, heç biri buna bənzəmir
shown-no-markup-like = səhifə kodundakı { $count } söz arasında belə söz yox idi
shown-forms-elsewhere = formalar heç vaxt oraya göndərmirdi
shown-none = yox idi
shown-never-loaded = oradan heç vaxt yüklənmirdi; tanınan digər serverlər: { $count }
shown-silent = səhifə səssiz idi
shown-sound = video və ya səs
shown-to-be-found = axtarış sistemlərində tapılır

# Login pages.
shown-asks-password = parol istəyən səhifə
shown-no-password = parol xanası yoxdur: { $title }
shown-over-https = https ilə göndərilirdi
shown-over-http = http ilə göndərilir
shown-by-post = POST ilə göndərilirdi
shown-by-get = GET ilə göndərilir
shown-never-asked = heç vaxt istənilmirdi
shown-nobody-asked = heç kimdən parol istənilmirdi
shown-password-field = parol xanası

# Feeds.
shown-feed = lent
shown-whole-feed = tam lent
shown-other-sitemaps = digər sayt xəritələrinin siyahısı
shown-list-of-stories = xəbərlərin siyahısı
shown-stories-broken = { $count } xəbər, sonra heç nə
shown-stories = { $count } xəbər
shown-no-stories = xəbər yoxdur
shown-stories-known = xəbərlər tanınan saytlara aparırdı
shown-most-new-stories = bir dəfəyə ən çoxu { $count } yeni xəbər
shown-new-stories = eyni anda { $count } yeni xəbər
shown-other-stories = { $count } başqa xəbər, həmin xəbərlərdən heç biri
shown-stories-gone = onlardan { $count } xəbər yoxa çıxıb, daha köhnələri yerindədir
shown-stories-some-new = { $count } xəbər, onlardan { $came } yeni
shown-stories-keep-words = xəbərlərin sözləri dəyişmir
shown-stories-keep-addresses = xəbərlərin ünvanları dəyişmir

# Names and values.
shown-answers = cavablar
shown-something-else = başqa bir şey
shown-no-usable-answer = yararlı cavab yoxdur
shown-no-such-name = belə ad yoxdur, yaxud ünvanı yoxdur
shown-json = JSON sənədi
shown-fixed-values = dəyişməməli olan qiymətlər
shown-no-pointer = heç bir göstərici qurulmayıb
shown-values-at = { $pointer } ünvanında { $count } qiymət
shown-values-several = { $values }
shown-values = { $count } qiymət
shown-values-other = { $count } qiymət, əvvəlkilər deyil
shown-nothing-there = orada heç nə yoxdur
