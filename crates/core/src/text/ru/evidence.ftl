# What stood before and stands now, as the program says it where it is no text of the site itself. Read by itself, beside the
# reason. $text, $title, $name, $issuer and the like may be of the site.

shown-nothing = ничего

# The page, and how it answers.
shown-page-itself = сама страница
shown-status = код { $status }
shown-status-text = код { $status }: { $text }
shown-refused-or-gone = отказ или ничего нет
shown-refused = отказ
shown-not-there = ничего нет
shown-answered = страница отвечала
shown-no-answer = ответа, который можно оценить, нет; проверка прервалась: { $stage }
shown-stage-judging = при оценке
shown-stage-own-network = в собственной сети этого компьютера

# Certificates.
shown-certificate = сертификат
shown-no-certificate = не сертификат
shown-certificate-valid = сертификат, который действует сейчас
shown-certificate-lasting = сертификат с запасом срока
shown-run-out = срок истёк
shown-valid-until = действует до { $day }
shown-valid-from = действует с { $day }
shown-chain-incomplete = сертификатов: { $count }, они не ведут ни к одному центру сертификации
shown-self-signed = подписан самим собой
shown-signed-for = для { $name }, издатель — { $issuer }
shown-taken-back = отозван, издатель — { $issuer }
shown-not-trusted = издатель — { $issuer }, доверия нет
shown-signed-by = издатель — { $issuer }
shown-signed-everywhere = издатель — { $issuer }, здесь и на всех других сайтах
shown-nameless = кто-то без имени
shown-another-key = другой ключ

# How much is there.
shown-least-links-text = не меньше: ссылок { $links }, знаков { $text }
shown-links-text = ссылок: { $links }, знаков: { $text }
shown-least-headings = не меньше { $count ->
    [one] { $count } заголовка
   *[other] { $count } заголовков
}
shown-headings = заголовков: { $count }
shown-least-parts = не меньше: ссылок { $links }, картинок { $pictures }, заголовков { $headings }
shown-parts-gone = ссылок: { $links }, картинок: { $pictures }, заголовков: { $headings }; пропало { $percent }%: { $part ->
    [code] код
    [logo] логотип
    [layout] вёрстка
    [scripts] скрипты
    [pictures] картинки
    [headings] заголовки
    [links] ссылки
    [elements] элементы
   *[text] текст
}
shown-styled = страница с таблицами стилей
shown-unstyled = не осталось ни одной
shown-most-characters = не больше { $count ->
    [one] { $count } знака
   *[other] { $count } знаков
}
shown-characters = знаков: { $count }
shown-ended = страница кончалась там, где сама это указывает
shown-goes-on = она продолжается после своего конца
shown-never-changed = частей, которые никогда не менялись: { $count }
shown-still-there = из них на месте: { $count }
shown-links-never-changed = ссылок, которые никогда не менялись: { $count }
shown-most-gone = большинство пропало
shown-same-for = без изменений, проверок подряд: { $count }
shown-changed-of = изменилось: { $count }, не изменилось: { $same }

# What covers the page.
shown-uncovered = страницу ничто не закрывало
shown-large-element = элемент размером с весь экран
shown-visible = страница была видна
shown-hiding-rule = правило, которое скрывает страницу или большую её часть
shown-not-made-up = ничего не добавлялось
shown-making-rule = правило, которое добавляет слова или картинку
shown-covering-rule = правило, которое накладывает элемент на весь экран
shown-nothing-behind = под страницей не было картинки
shown-another-version = другая версия
shown-nothing-from-there = оттуда — ничего

# Pictures.
shown-no-picture = там не было картинки
shown-logo = логотип, который был там всегда
shown-the-logo = логотип, который был всегда
shown-different-pictures = на каждом месте своя картинка
shown-pictures-say-same = одно и то же написано у { $count ->
    [one] { $count } картинки
   *[other] { $count } картинок
} из { $all }
shown-words-of-own = у каждой картинки свои слова
shown-pictures-known = картинки приходили с известных серверов
shown-seen-at = замечена при инциденте у издания { $outlet }
shown-show-same = одно и то же на { $count } из { $all }
shown-showed-else = на каждой было своё

# Words, headlines and languages.
shown-no-words = там не было слов
shown-no-hidden-text = там не было скрытого текста
shown-hidden-characters = скрытых знаков: { $count }
shown-no-claim = такого утверждения не было
shown-no-wallet = там не было адреса для платежей
shown-headline-each = у каждого материала свой заголовок
shown-headline-one = один на материалов: { $count }
shown-words-kept = слова ссылок не меняются
shown-links-reworded = у { $percent }% оставшихся ссылок другие слова
shown-entries-reworded = у { $percent }% оставшихся коротких ссылок другие слова
shown-mostly-letters = в основном эта письменность: { $writing ->
    [Latin] латиница
    [Cyrillic] кириллица
    [Arabic] арабская
    [Hebrew] еврейская
    [Greek] греческая
    [Han] китайские иероглифы
    [Kana] японская кана
    [Hangul] корейская
    [Indic] индийская
   *[other] неизвестная
}
shown-no-passage = не было текста, письменность которого — { $writing ->
    [Latin] латиница
    [Cyrillic] кириллица
    [Arabic] арабская
    [Hebrew] еврейская
    [Greek] греческая
    [Han] китайские иероглифы
    [Kana] японская кана
    [Hangul] корейская
    [Indic] индийская
   *[other] неизвестная
}
shown-letters = букв: { $count }, письменность: { $writing ->
    [Latin] латиница
    [Cyrillic] кириллица
    [Arabic] арабская
    [Hebrew] еврейская
    [Greek] греческая
    [Han] китайские иероглифы
    [Kana] японская кана
    [Hangul] корейская
    [Indic] индийская
   *[other] неизвестная
}
shown-written-other-way = направление письма было другим
shown-written-from-right = написано справа налево
shown-written-from-left = написано слева направо
shown-another-language = другой язык
shown-least-visible = было видно не меньше { $percent }% текста
shown-share-visible = видно { $percent }% текста
shown-passages-gone = этих фрагментов на странице больше нет

# Links.
shown-links-home = ссылки вели на страницы самого издания
shown-links-lead-to = ссылок, ведущих на { $host }: { $count }
shown-no-hidden-strangers = не было скрытых ссылок на чужие сайты
shown-no-hidden-links = там не было скрытых ссылок
shown-hidden-links = скрытых ссылок в одном месте: { $count }
shown-no-links = там не было ссылок
shown-no-link-there = туда не вела ни одна ссылка
shown-same-words-home = те же слова вели на страницы самого издания
shown-headlines-stay = заголовки ведут туда, куда вели
shown-headlines-moved = ведут в другое место: { $count } из { $all }
shown-no-programs = программ не предлагали

# What pages load and do.
shown-no-script = такого скрипта не было
shown-script-harmless = скрипт ничего такого не делал
shown-no-script-like = похожего скрипта не было; известно скриптов: { $count }
shown-no-sheet-like = таблиц стилей на странице: { $count }, похожей нет
shown-no-markup-like = среди слов разметки ({ $count }) такого не было
shown-forms-elsewhere = формы никогда туда не отправляли
shown-none = не было
shown-never-loaded = оттуда никогда не загружалось; известно других серверов: { $count }
shown-silent = страница молчала
shown-sound = видео или звук
shown-to-be-found = доступна поисковикам

# Login pages.
shown-asks-password = страница, которая спрашивает пароль
shown-no-password = нет поля для пароля: { $title }
shown-over-https = отправлялось по https
shown-over-http = отправляется по http
shown-by-post = отправлялось методом POST
shown-by-get = отправляется методом GET
shown-never-asked = никогда не спрашивали
shown-nobody-asked = пароля ни у кого не спрашивали
shown-password-field = поле для пароля

# Feeds.
shown-feed = лента
shown-whole-feed = целая лента
shown-other-sitemaps = список других карт сайта
shown-list-of-stories = список материалов
shown-stories-broken = материалов: { $count }, дальше ничего
shown-stories = материалов: { $count }
shown-no-stories = материалов нет
shown-stories-known = материалы вели на известные сайты
shown-most-new-stories = за раз не больше { $count ->
    [one] { $count } нового материала
   *[other] { $count } новых материалов
}
shown-new-stories = новых материалов разом: { $count }
shown-other-stories = других материалов: { $count }, из тех — ни одного
shown-stories-gone = из них пропало: { $count }, более старые на месте
shown-stories-some-new = материалов: { $count }, из них новых: { $came }
shown-stories-keep-words = слова материалов не меняются
shown-stories-keep-addresses = адреса материалов не меняются

# Names and values.
shown-answers = ответы
shown-something-else = что-то другое
shown-no-usable-answer = нет пригодного ответа
shown-no-such-name = такого имени или адреса нет
shown-json = документ JSON
shown-fixed-values = значения, которые не должны меняться
shown-no-pointer = ни одного указателя не задано
shown-values-at = значений по { $pointer }: { $count }
shown-values-several = { $values }
shown-values = значений: { $count }
shown-values-other = значений: { $count }, но другие
shown-nothing-there = там ничего нет
