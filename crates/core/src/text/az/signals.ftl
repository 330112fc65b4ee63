# One sentence for each kind of signal, read after "Report: " and in lists. Names and texts in arguments come from the
# watched page.

signal-collapse-page = ana səhifənin çox hissəsi yoxa çıxıb: adi mətn və keçidlərin yalnız { $percent } faizi qalıb
signal-lost-headings = xəbər başlıqları yoxa çıxıb; həmişə ən azı { $count } başlıq olub
signal-lost-page = səhifədə heç vaxt dəyişməyənlərin { $percent } faizi yoxa çıxıb
signal-lost-navigation = naviqasiya menyusu yoxa çıxıb: heç vaxt dəyişməyən { $count } keçid
signal-takeover-page = bu səhifənin yerində başqa səhifə var
signal-title-replaced = səhifənin başlığı dəyişib: “{ $title }”
signal-title-card = səhifə paylaşılanda başqa başlıq görünür: “{ $title }”
signal-title-markup = səhifənin başlığına kod yazılıb
signal-wording-title = səhifənin başlığında onun ələ keçirildiyi iddia olunur: “{ $text }”
signal-wording-heading = xəbər başlığında səhifənin ələ keçirildiyi iddia olunur: “{ $text }”
signal-wording-text = mətndə səhifənin ələ keçirildiyi iddia olunur: “{ $text }”
signal-cover-picture = ana səhifəni əvvəllər orada heç vaxt görünməmiş şəkil örtür
signal-cover-element = ana səhifəni əvvəllər orada heç vaxt görünməmiş nəsə örtür
signal-cover-frame = ana səhifəni kənar səhifə örtür
signal-cover-hidden = yeni stil ana səhifəni gizlədir
signal-cover-pushed = ekran hündürlüyündə nəsə ana səhifəni görünən sahədən çıxarır
signal-cover-bar = əvvəllər orada heç vaxt görünməmiş sözlər səhifə sürüşdürüləndə də ekranda qalır: “{ $text }”
signal-link-scattered = müxtəlif yerlərdəki { $count } keçid əvvəllər heç bir keçidin aparmadığı ünvana aparır: { $host }
signal-wallet-placed = oxuculardan kriptovalyutanı əvvəllər orada heç vaxt olmamış ünvana göndərmək xahiş olunur
signal-cover-made-up = yeni stil ana səhifəni örtür, yaxud onun üzərinə söz və ya şəkil qoyur
signal-image-top = əvvəllər heç bir şəklin olmadığı yerdə yeni şəkil var, mənbəyi: { $host }
signal-image-logo = loqotip başqa şəkillə əvəz olunub, mənbəyi: { $host }
signal-image-everywhere = eyni yeni şəkil { $count } yerdə görünür
signal-image-words = { $count } şəklin yerində eyni yeni sözlər yazılıb
signal-image-exchanged = { $count } şəkil əvvəllər heç bir şəklin gəlmədiyi serverdən gəlir: { $host }
signal-source-script = əvvəllər orada heç vaxt görünməmiş serverdən skript gəlir: { $host }
signal-source-frame = əvvəllər orada heç vaxt görünməmiş serverdən çərçivə gəlir: { $host }
signal-source-object = əvvəllər orada heç vaxt görünməmiş serverdən yerləşdirilmiş obyekt gəlir: { $host }
signal-source-style = əvvəllər orada heç vaxt görünməmiş serverdən stil faylı gəlir: { $host }
signal-source-form = forma yazılanları kənar serverə göndərir: { $host }
signal-source-base = səhifədəki bütün ünvanlar indi kənar serverə aparır: { $host }
signal-source-refresh = səhifə oxucularını kənar serverə yönləndirir: { $host }
signal-source-canonical = səhifə başqa sayta aid olduğunu bildirir: { $host }
signal-source-icon = səhifənin nişanı kənar serverdən gəlir: { $host }
signal-source-elsewhere = səhifə başqa saytda yerləşdiyini bildirir: { $host }
signal-script-replaces = yeni skript bütün səhifəni əvəz edir
signal-script-packed = yeni skript oxunmaz hala salınıb
signal-script-redirects = yeni skript oxucuları başqa yerə yönləndirir
signal-script-reads = yeni skript xanalara yazılanları oxuyur
signal-script-rewrites = yeni skript səhifəni gizlədir və ya xəbər başlıqlarını dəyişdirir
signal-script-stays = yeni skript oxucular səhifədən çıxandan sonra da onların brauzerində qalır
signal-script-new = səhifədə yeni skript var
signal-link-hijacked = { $count } keçid indi kənar sayta aparır: { $host }
signal-link-hidden = gizli keçidlər kənar saytlara aparır, məsələn, { $host }
signal-link-block = əvvəllər keçid olmayan yerdə kənar saytlara aparan keçidlər var, məsələn, { $host }
signal-link-buried = əvvəllər gizli keçid olmayan bir yerdə { $count } gizli keçid var
signal-link-redirected = { $count } keçidin sözləri dəyişməyib, özləri isə indi kənar sayta aparır: { $host }
signal-link-moved = { $count } xəbər başlığı əvvəlkindən başqa yerə aparır
signal-link-program = kənar sayt oxuculara proqram təklif edir: { $host }
signal-headline-shared = { $count } fərqli xəbərin üzərində eyni yeni cümlə var
signal-headline-same = { $count } xəbər başlığında eyni sözlər yazılıb: “{ $text }”
signal-headline-entries = bölmə adlarının və qısa keçidlərin { $percent } faizi dəyişdirilib
signal-headline-rewritten = yerində qalan xəbər başlıqlarının { $percent } faizi başqa cür yazılıb
signal-language-changed = mətn indi başqa yazı ilədir: { $writing ->
    [Latin] latın
    [Cyrillic] kiril
    [Arabic] ərəb
    [Hebrew] yəhudi
    [Greek] yunan
    [Han] Çin heroqlifləri
    [Kana] yapon kanası
    [Hangul] Koreya hanqılı
    [Indic] hind
   *[other] digər yazı
}
signal-text-hidden = mətnin demək olar hamısı gizlədilib: yalnız { $percent } faizi görünür
signal-text-buried = əvvəllər gizli mətn olmayan yerdə { $count } simvolluq gizli mətn var
signal-text-added = əvvəllər heç bir söz olmayan yerdə sözlər var ({ $count } simvol)
signal-text-placed = səhifənin yuxarısında, əvvəllər heç vaxt mətn olmayan yerdə { $count } simvolluq mətn var
signal-language-turned = səhifə indi əks istiqamətdə yazılıb
signal-charset-declared = səhifə başqa simvol kodlaşdırmasında yazıldığını bildirir: { $charset }
signal-charset-served = server səhifənin başqa simvol kodlaşdırmasında yazıldığını bildirir: { $charset }
signal-robots-noindex = səhifə axtarış sistemlərindən onu unutmağı xahiş edir
signal-markup-new = səhifəyə əvvəllər orada heç vaxt işlənməmiş nəsə əlavə olunub: { $word }
signal-language-declared = səhifə başqa dildə yazıldığını bildirir: { $language }
signal-style-new = səhifədəki yeni göstərişlər onun görünüşünü dəyişir
signal-collapse-code = səhifənin həmişə yüklədiyi skript və stillərin { $percent } faizi yoxa çıxıb
signal-collapse-logo = loqotip yoxa çıxıb
signal-collapse-styles = səhifənin görünüşünü artıq heç nə müəyyən etmir: o, çılpaq siyahıya çevrilib
signal-collapse-scripts = skriptlərin { $percent } faizi yoxa çıxıb
signal-collapse-layout = səhifənin həmişə olan hissələri yoxa çıxıb (tərtibatın { $percent } faizi)
signal-collapse-pictures = şəkillərin { $percent } faizi yoxa çıxıb
signal-collapse-headings = xəbər başlıqlarının { $percent } faizi yoxa çıxıb
signal-collapse-links = keçidlərin { $percent } faizi yoxa çıxıb
signal-collapse-elements = səhifənin { $percent } faizi yoxa çıxıb
signal-collapse-text = mətnin { $percent } faizi yoxa çıxıb
signal-grown-text = səhifə indiyədək olduğundan { $count } simvol uzundur
signal-grown-end = səhifənin sonundan sonra nəsə əlavə olunub
signal-language-passage = səhifədə əvvəllər heç vaxt olmamış yazı ilə sözlər var: { $writing ->
    [Latin] latın
    [Cyrillic] kiril
    [Arabic] ərəb
    [Hebrew] yəhudi
    [Greek] yunan
    [Han] Çin heroqlifləri
    [Kana] yapon kanası
    [Hangul] Koreya hanqılı
    [Indic] hind
   *[other] digər yazı
}
signal-fixed-words = { $looks } yoxlamada heç dəyişməyən sözlər dəyişdirilib
signal-fixed-link = başqa saytlara aparan və { $looks } yoxlamada heç dəyişməyən keçidlər indi başqa yerə aparır
signal-fixed-address = səhifə öz ünvanı kimi başqa ünvan göstərir; { $looks } yoxlamada bu ünvan eyni olub
signal-sound-plays = səhifə öz-özünə səs oxudur
signal-login-added = səhifə parol istəyir; əvvəllər heç vaxt istəməyib
signal-login-open = admin səhifəsi giriş tələb etmədən açılır
signal-redirect-foreign = ünvan indi başqa sayta aparır: { $host }
signal-availability-maintenance = sayt texniki işlər aparıldığını bildirir
signal-availability-robot-check = səhifənin qarşısında robot yoxlaması var
signal-availability-refused = sayt sorğularımızı rədd edir (status { $status })
signal-availability-error = sayt xəta səhifəsi ilə cavab verir (status { $status })
signal-availability-unreachable = sayt yararlı cavab vermir
signal-feed-unread = bu, oxuna bilən lent deyil: nə RSS, nə Atom, nə JSON Feed, nə də sayt xəritəsi
signal-feed-broken = lent yarımçıq kəsilir; yalnız ilk { $count } xəbəri oxumaq mümkün oldu
signal-feed-index = bu, { $count } sayt xəritəsinin siyahısıdır; xəbərlər həmin xəritələrdədir
signal-feed-circular = sayt xəritələrinin bu siyahısında özündən başqa heç nə yoxdur
signal-feed-empty = lent boşdur; əvvəl { $count } xəbər var idi
signal-feed-vanished = lentdən { $count } xəbər yoxa çıxıb, daha köhnələri isə yerindədir
signal-feed-removed = { $count } xəbər lentdən vaxtından əvvəl çıxarılıb
signal-feed-moved = lentdəki { $count } xəbər əvvəlkindən başqa ünvana aparır, məsələn, { $address }
signal-feed-retitled = lentdəki xəbərlər dəyişdirilib, məsələn, “{ $title }”
signal-feed-links = lentdəki { $count } xəbər kənar sayta aparır: { $host }
signal-feed-flood = lentə eyni anda { $count } yeni xəbər daxil olub
signal-painted-changed = səhifənin öz stil faylı ({ $file }) dəyişib
signal-painted-cover = səhifənin öz stil faylı ({ $file }) indi ana səhifənin üzərinə nəsə qoyur
signal-painted-hidden = səhifənin öz stil faylı ({ $file }) indi ana səhifəni gizlədir
signal-painted-made-up = səhifənin öz stil faylı ({ $file }) indi ana səhifənin üzərinə söz və ya şəkil qoyur
signal-painted-behind = səhifənin öz stil faylı ({ $file }) indi ana səhifənin arxasına şəkil qoyur
signal-painted-import = səhifənin öz stil faylı ({ $file }) əvvəllər orada heç vaxt görünməmiş serverdən başqa stil faylı yükləyir: { $host }
signal-planted-changed = səhifənin öz skripti ({ $file }) dəyişib
signal-planted-loads = səhifənin öz skripti ({ $file }) indi əvvəllər heç vaxt göstərmədiyi serverə müraciət edir: { $host }
signal-planted-replaces = səhifənin öz skripti ({ $file }) indi bütün səhifəni əvəz edir
signal-planted-packed = səhifənin öz skriptinə ({ $file }) oxunmaz nəsə əlavə olunub
signal-planted-redirects = səhifənin öz skripti ({ $file }) indi oxucuları başqa yerə yönləndirir
signal-planted-reads = səhifənin öz skripti ({ $file }) indi xanalara yazılanları oxuyur
signal-planted-rewrites = səhifənin öz skripti ({ $file }) indi səhifəni gizlədir və ya xəbər başlıqlarını dəyişdirir
signal-picture-repainted = loqotip həmin ünvanda əvvəlkindən başqa şəkil göstərir ({ $file })
signal-picture-unread = loqotipin yerində oxunmayan şəkil var: o ya zədələnib, ya da həddən artıq böyük və ya mürəkkəbdir ({ $file })
signal-picture-logo = loqotip başqa şəkil göstərən loqotiplə əvəz olunub ({ $file })
signal-picture-same = əvvəllər fərqli olan { $count } şəkil indi eyni şeyi göstərir
signal-picture-unwanted = səhifədə görmək istəmədiyiniz şəkil var: { $file }
signal-picture-elsewhere = səhifədə { $outlet } ilə bağlı hadisədə görünmüş şəkil var
