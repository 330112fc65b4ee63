# What the command line says besides its tables: what it is asked, what it did, and why it could not.

# The marks and states of what `frontwatch watch` prints.
terminal-mark = { $mark ->
    [over] КОНЕЦ
    [alarm] ТРЕВОГА
   *[warning] ВНИМАНИЕ
}
terminal-state = { $state ->
    [open] открыто
    [acknowledged] кто-то занимается
   *[resolved] закончилось
}
terminal-ended = наблюдение прекратилось само
terminal-again = Наблюдение прекратилось само. Это ошибка Frontwatch, пожалуйста, сообщите о ней. Наблюдение начинается заново.
terminal-missed = { $count ->
    [one] { $count } событие пришло слишком быстро и не показано
    [few] { $count } события пришли слишком быстро и не показаны
    [many] { $count } событий пришли слишком быстро и не показаны
   *[other] { $count } события пришли слишком быстро и не показаны
}

incident-unknown = инцидента { $id } нет: список показывает `frontwatch incidents`
list-unread = { $file } не удаётся прочитать: { $why }

# `frontwatch add`: what stands before what was found.
found-name = название
found-homepage = главная
found-title = заголовок
found-feed = лента
found-admin = панель

# `frontwatch credential`.
credential-column-name = название
credential-column-origin = куда отправляется
credential-column-manner = как
credential-basic = имя и пароль
credential-bearer = токен bearer
credential-header = заголовок { $name }
credential-gone = удалено другой программой
credential-none = В связке ключей нет учётных данных Frontwatch.
credential-kept = { $name }: сохранено в связке ключей ({ $manner }), отправляется только на { $origin }
credential-removed = { $name }: удалено из связки ключей
credential-name = в названии до 64 букв, цифр, точек, дефисов и подчёркиваний
credential-which-site = Сайт, на который это отправляется, например https://report.example:
credential-say-site = укажите с --origin, на какой сайт это можно отправлять, например https://report.example
credential-secret = Секрет (имя:пароль или токен), на экране не показывается:

# `frontwatch replay`.
replay-unlisted = не удаётся прочитать папку со снимками { $dir }: { $why }
replay-none = в папке { $dir } нет снимков
replay-left-out = пропущено: { $why }
replay-unread = { $file } не удаётся прочитать: { $why }
replay-empty = { $file } пуст
replay-meta = { $file }: внутри не то, что должно быть в .meta.json (подробности: «{ $detail }»)
replay-packed = { $file } не удаётся распаковать (подробности: «{ $detail }»)

# `frontwatch demo`: the course of it, and what was staged against what was seen.
demo-opens = На этом компьютере открывается редакция с шестью изданиями: { $outlets }.
demo-learns = Пока они публикуют новости, Frontwatch изучает, что считать нормой для их главных страниц.
demo-learned = Все шесть изучены. Дальше всё разыгрывается по сценарию; смотрите в угол экрана.
demo-quiet = Теперь больше ни о чём сообщать не должны.
demo-well = Обо всём, что было разыграно, сообщено, и больше ни о чём.
demo-undelivered = Ни одного уведомления показать не удалось: ни один сервер уведомлений не отвечает. Запустите `frontwatch doctor`.
demo-word = { $word ->
    [staged] СЦЕНА
    [learned] изучено
    [seen] ЗАМЕЧЕНО
    [told] СООБЩЕНО
    [taken] взято
    [again] снова
   *[unstaged] НЕ ПО СЦЕНАРИЮ
}
demo-incident = { $outlet }: { $what } ({ terminal-state })
demo-later = { $what }, через { $seconds } с
demo-told-here = только здесь, ни один сервер уведомлений не отвечает: { $body }
demo-missed-attack = НЕ ЗАМЕЧЕНО: { $outlet } ({ $kind }) — была атака, о ней не сообщено
demo-missed-end = НЕ ЗАМЕЧЕНО: { $outlet } ({ $kind }) — всё восстановлено, об этом не сообщено
demo-unlearned = НЕ ИЗУЧЕНО: { $outlet }
demo-unexpected = СООБЩЕНО, НО НЕ РАЗЫГРЫВАЛОСЬ: { $what }
demo-untold = НЕ СООБЩЕНО: инцидент { $incident }
