# What is normal for a page, in words.

baseline-empty = пока ничего не известно
baseline-looks = изучено по { $looks ->
    [one] { $looks } проверке
   *[other] { $looks } проверкам
} с { $since }; уверенность { $confidence }%
baseline-never-changes = никогда не меняются: логотипы — { $logos }, ссылки — { $links }, скрипты, стили и формы — { $sources }, тексты — { $texts }
baseline-title = последний заголовок страницы: «{ $title }»
baseline-measures = ссылок от { $least-links } до { $most-links }, знаков от { $least-text } до { $most-text }
baseline-hosts = скрипты, фреймы или формы приходят ещё с { $hosts ->
    [one] { $hosts } сервера
   *[other] { $hosts } серверов
}
baseline-host = с { $host } приходят скрипты, фреймы или формы
baseline-forms = { $forms ->
    [one] чередуется { $forms } вариант вёрстки
    [few] чередуются { $forms } варианта вёрстки
    [many] чередуются { $forms } вариантов вёрстки
   *[other] чередуются { $forms } варианта вёрстки
}
baseline-provisional = один вариант вёрстки продержался полчаса и принят за норму, последний раз замечен в { $last }; это можно отменить
baseline-learned = страница изменилась обычным образом
baseline-learned-standing = это продержалось полчаса и считается нормой: { $cause }
baseline-approved = человек подтвердил, что эта страница наша
baseline-parts = известны собственные файлы: таблицы стилей — { $sheets }, скрипты — { $scripts }, логотипы — { $logos }, другие картинки — { $pictures }
baseline-logo = на логотипе одно и то же с { $since }
baseline-learned-correction = материал исправлен или дополнен; прежнее осталось
baseline-story = материал «{ $title }»: { $words ->
    [one] { $words } слово
    [few] { $words } слова
    [many] { $words } слов
   *[other] { $words } слова
}, известен с { $since }
baseline-story-corrected = исправлялся { $times ->
    [1] один раз, понемногу
    [one] { $times } раз, каждый раз понемногу
    [few] { $times } раза, каждый раз понемногу
    [many] { $times } раз, каждый раз понемногу
   *[other] { $times } раза, каждый раз понемногу
}
baseline-values = { $count ->
    [one] { $count } значение
    [few] { $count } значения
    [many] { $count } значений
   *[other] { $count } значения
} в { $pointer }, без изменений с { $since }: { $values }
baseline-values-some = { $count ->
    [one] { $count } значение
    [few] { $count } значения
    [many] { $count } значений
   *[other] { $count } значения
} в { $pointer }, без изменений с { $since }, среди них { $values }
baseline-values-more = остальные значения, ещё { $count }, сравниваются все вместе и по отдельности не хранятся
baseline-closed-denied = отказывает всем; известно с { $since }
baseline-closed-gone = там ничего нет; известно с { $since }
baseline-closed-login = отвечает страница входа; известно с { $since }
baseline-closed-open = человек подтвердил, что это может быть открыто; известно с { $since }
baseline-names = { $looks ->
    [one] { $looks } проверка того, куда ведёт имя
    [few] { $looks } проверки того, куда ведёт имя
    [many] { $looks } проверок того, куда ведёт имя
   *[other] { $looks } проверки того, куда ведёт имя
}; известно сетей: { $networks }
baseline-names-servers = имя обслуживает { $owner }
baseline-names-mail = почту принимает { $owner }
baseline-names-alias = имя ведёт дальше, на { $owner }
portrait-counts = { $links ->
    [one] { $links } ссылка
    [few] { $links } ссылки
    [many] { $links } ссылок
   *[other] { $links } ссылки
} и { $pictures ->
    [one] { $pictures } изображение
    [few] { $pictures } изображения
    [many] { $pictures } изображений
   *[other] { $pictures } изображения
}
portrait-alone = с других серверов не приходят ни скрипты, ни фреймы, ни формы
portrait-more = { $hosts ->
    [one] так же — ещё с { $hosts } сервера
   *[other] так же — ещё с { $hosts } серверов
}
