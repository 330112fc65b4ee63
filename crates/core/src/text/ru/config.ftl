# What is wrong with a configuration. What $found, $expected and $remedy are, the rest of this file says.

config-at = строка { $line }, столбец { $column }: { $what }
config-mistake = { $subject }: найдено: { $found }; ожидается: { $expected }; { $remedy }
config-to-correct = сначала нужно исправить конфигурацию: { $mistake }
config-does-not-fit = с этим изменением конфигурация станет неверной: { $mistake }
config-no-such-outlet = издания «{ $outlet }» нет
config-outlet-by-hand = издание «{ $outlet }» записано так, что изменить его можно только вручную
config-add-by-hand = издание «{ $outlet }» не прочиталось бы в том же виде; добавьте его в файл вручную
config-selector-by-hand = издание «{ $outlet }» не прочиталось бы в том же виде; впишите селектор в файл вручную
config-runbook-by-hand = инструкция не прочиталась бы в том же виде; впишите её в файл вручную
config-gone = в конфигурации больше нет: { $what }
config-by-hand = { $what }: записано так, что изменить это можно только в текстовом редакторе
config-values-unused = values: значения проверяются только при expect = "json", поэтому эти не проверяются; удалите их

# What was found.
config-quoted = "{ $text }"
config-as-it-is = { $what }
config-reasoned = "{ $text }" ({ $why })
config-nothing = ничего
config-empty-list = пустой список
config-a-text = текст
config-a-number = число
config-a-moment = дата или время
config-a-list = список
config-something-else = что-то другое
config-characters = { $count ->
    [one] { $count } символ
    [few] { $count } символа
    [many] { $count } символов
   *[other] { $count } символа
}
config-bytes = { $count ->
    [one] { $count } байт
    [few] { $count } байта
    [many] { $count } байт
   *[other] { $count } байта
}
config-unknown-key = неизвестный ключ
config-unknown-key-in = неизвестный ключ в разделе { $table }
config-toml-found = запись не по правилам TOML ({ $what })
config-no-name = пустое название
config-spaces-around = пробелы вокруг "{ $text }"
config-invisible = невидимые символы в "{ $text }"
config-scheme = схема "{ $text }"
config-secret-address = неверный адрес (здесь он не повторяется: он может быть секретным)
config-password = адрес с именем пользователя или паролем
config-fragment = часть, которая начинается с #
config-url-no-host = пустое имя узла
config-url-international = неверное международное доменное имя
config-url-port = неверный номер порта
config-url-ipv4 = неверный адрес IPv4
config-url-ipv6 = неверный адрес IPv6
config-url-character = недопустимый символ в доменном имени
config-url-none = это не адрес
config-hook-clear = адрес http узла "{ $text }"
config-impolite = { $seconds } с при адресе узла "{ $text }"
config-no-time = "{ $text }": такой промежуток пуст
config-no-resolvers = false, а resolvers не заданы
config-probes = { $count ->
    [one] { $count } адрес
    [few] { $count } адреса
    [many] { $count } адресов
   *[other] { $count } адреса
}
config-name-twice = "{ $text }": такое название уже есть в строке { $line }
config-watch-twice = адрес, за которым уже наблюдает "{ $text }"
config-plan-empty = ни signals, ни hosts
config-until-early = время не позже `from`
config-no-place = место для "{ $text }": в оповещении такого нет
config-unclosed = {"{{"} без {"}}"}
config-no-json = это не JSON: { $text }
config-server-port = неверный порт
config-server-host = неверное имя узла
config-mailbox-none = адреса нет
config-mailbox-local = адрес, который почтовые серверы не принимают
config-mailbox-domain = адрес без верного имени узла
config-mailbox-name = в имени недопустимые символы
config-selector-closes-nothing = "{ $text }": { $sign } ничего не закрывает
config-selector-sign = "{ $text }": знак { $sign } здесь недопустим
config-selector-quotation = "{ $text }": кавычка не закрыта
config-selector-open = "{ $text }": скобка { $sign } не закрыта
config-selector-part = "{ $text }": не хватает части

# What was expected, and what to do.
config-toml = верный TOML
config-toml-expected = верный TOML ({ $what })
config-toml-do = исправьте; формат описан на https://toml.io
config-one-key-of = { $keys } или { $last }
config-remove-it = удалите его
config-remove-them = удалите их
config-mean = может быть, "{ $text }"?
config-mean-key = может быть, { $key }?
config-one-of = напишите одно из: { $words }
config-longer = сделайте длиннее
config-shorter = сделайте короче
config-at-most = не больше { $count }
config-at-most-seconds = длительность не больше { $seconds } с
config-flag = true или false
config-flag-do = напишите true или false без кавычек
config-list = список в квадратных скобках
config-list-do = заключите в [ и ]
config-table = таблица
config-table-do = напишите один раз [{ $header }], а ключи — ниже
config-tables = список таблиц
config-tables-do = над каждой напишите [[{ $header }]] в двойных скобках
config-interval = длительность не меньше "2s"
config-interval-do = напишите целое число и ms, s, m или h, например "30s"
config-polite = не меньше "10s", если не все адреса на этом же компьютере
config-polite-do = напишите "10s" или больше
config-timeout = длительность от "100ms" до "5m"
config-timeout-do = напишите целое число и ms, s, m или h, например "15s"
config-size = размер не меньше "1MB"
config-size-do = напишите целое число и kB, MB или GB, например "500MB"
config-name = название из 1–64 символов
config-name-do = напишите название для оповещений, например "Report"
config-name-shorter = напишите название короче
config-type-again = наберите название заново вручную
config-name-once = название, которого нет у других изданий (регистр не важен)
config-name-once-do = дайте одному из двух другое название или объедините их в одно издание
config-channel-once = имя, которого нет у других каналов { $kind } (регистр не важен)
config-channel-once-do = дайте одному из двух другое имя
config-watch-once = каждый адрес как { $kind } — один раз
config-watch-once-do = удалите один из двух
config-address = адрес http или https
config-address-do = напишите полностью, например "https://example.com/"
config-address-longest = адрес не длиннее { $most } байт
config-no-password = адрес без них
config-no-password-do = удалите всё, что стоит перед @; секрету место в связке ключей (`frontwatch credential set`)
config-no-fragment = адрес без неё
config-no-fragment-do = удалите её: на сайт она не передаётся
config-hook-do = напишите полностью, например "https://chat.example/hooks/…"
config-hook-encrypted = адрес https: по http оповещения мог бы прочитать любой по пути
config-hook-encrypted-do = напишите https://; http — только для адресов этого же компьютера
config-expect = login, denied, gone или json
config-expect-do = напишите, как адрес должен отвечать, например "login"
config-night = два времени суток, например "22:00-07:00"
config-night-do = напишите четырьмя цифрами, когда тишина начинается и когда кончается
config-zone = название часового пояса, например "Asia/Baku"
config-zone-do = напишите как в базе IANA: регион, косая черта и город
config-moment = день и время, например "2026-12-24T22:00"
config-moment-do = напишите год, месяц и день, букву T, часы и минуты; часовой пояс указывается в time_zone
config-signal = то, что можно запланировать: первое слово признака, например "title" или "image"; либо "outage"
config-signal-do = уберите это: пустая или подменённая страница, панели, страницы входа, имена, сертификаты и скрипты никогда не считаются ожидаемыми
config-plan = то, что ожидается
config-plan-do = укажите: signals = ["title", "image"]
config-until = конец запланированного
config-until-do = напишите более позднее время
config-host = имя узла, например "cdn.example"
config-host-do = напишите без https:// и без пути
config-metered = slower или same
config-metered-do = напишите, что делать при платном трафике, например "slower"
config-pointer = указатель JSON (RFC 6901), где * — каждый элемент
config-pointer-do = напишите путь к значению, например "/*/id"
config-tilde = в имени напишите ~0 вместо ~ и ~1 вместо /
config-language = код языка (BCP 47)
config-language-do = напишите, например, "az", "en" или "zh-Hant"
config-agent = User-Agent из печатных символов ASCII
config-agent-do = напишите, например, "Example newsroom monitor (desk@example.com)"
config-path = полный путь к файлу PEM
config-path-do = напишите, например, "/etc/ssl/newsroom-ca.pem"
config-folder = полный путь к папке
config-folder-do = напишите, например, "/home/editor/unwanted-pictures"
config-resolver = адрес сервера DNS, с портом, если это не 53
config-resolver-do = напишите, например, "9.9.9.9", "149.112.112.112:53" или "[2620:fe::fe]:53"
config-some-resolvers = серверы, у которых узнавать имена
config-some-resolvers-do = укажите их в resolvers или удалите этот ключ
config-probes-do = оставьте те, которым больше доверяете
config-credential = название учётных данных: до 64 букв, цифр, точек, дефисов и подчёркиваний
config-credential-do = назовите как в `frontwatch credential list`; сам секрет здесь никогда не пишется
config-least = warning или critical
config-least-do = напишите наименьшую важность, с которой туда отправлять, например "warning"
config-template = JSON с местами для оповещения, например {"{{"}text{"}}"}
config-template-do = напишите, например, '{"{"}"text": {"{{"}text{"}}}"}'; кавычки вокруг значения не нужны
config-places = есть такие: { $words }
config-server = почтовый сервер и его порт
config-server-do = напишите, например, "smtp.example.com:465"
config-mailbox = адрес почты
config-mailbox-do = напишите, например, "desk@example.com" или "Frontwatch <watch@example.com>"
config-selector = селектор CSS
config-selector-do = напишите, например, ".ad", "#weather" или "div[data-ad]"
config-runbook = несколько строк текста
config-runbook-do = пишите каждый шаг отдельной строкой между """ и """
config-runbook-lines = инструкция из { $count } { $count ->
    [one] строки
   *[other] строк
}; в спешке можно прочитать не больше { $most }
config-runbook-line = строка из { $count } { $count ->
    [one] символа
   *[other] символов
}; разбейте её на строки не длиннее { $most }
