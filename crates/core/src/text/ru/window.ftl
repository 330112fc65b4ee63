# The window's own words. Only the window reads this file; a test of the window says each of them. Sentences about an
# outlet come ready from the program; here are the labels, the buttons and the help around them.

app = Frontwatch
# The window's title. $what: the sentence on top, or the alarm that was opened.
title = { $what } — { app }

# How something stands, where only its shape is to be seen.
standing = { $standing ->
    [normal] Всё в порядке
    [learning] Изучается норма
    [suspect] Есть отклонения
    [unseen] Проверить не удаётся
    [offline] Этот компьютер не в сети
    [alarm] Тревога
    [paused] Оповещения приостановлены
   *[none] Не проверено
}

# Moments. $clock is HH:MM, $day a date in words.
moment-other-day = { $clock } { $day }
ago-now = только что
ago-seconds = { $count } с назад
ago-minutes = { $count } мин назад
ago-hours = { $count } ч назад
ago-days = { $count ->
    [one] { $count } день назад
    [few] { $count } дня назад
    [many] { $count } дней назад
   *[other] { $count } дня назад
}

# While the window opens.
starting = Выясняем, как обстоят дела…

# Under the sentence on top. $ago: one of the above.
last-look = Последняя проверка: { $ago }.
last-look-none = Последняя проверка: ещё не было.
offline-help = Проверьте подключение этого компьютера. Пока его нет, ни об одном издании ничего сказать нельзя; потом наблюдение продолжится само.

# A re-check. $outcome is a sentence of the program.
recheck-all = Проверить сейчас
recheck = Перепроверить
looking = Идёт проверка…
looking-at = Идёт проверка… { $done } из { $total }
looked = { $clock }: { $outcome }
recheck-set-aside = Ещё на месте то, что отмечено как ложная тревога: { $count }.

pause-hour = Пауза на час
resume = Возобновить оповещения

# Adding an outlet.
add-outlet = Добавить издание
add-address = Адрес сайта
add-example = report.example
add-look = Проверить
add-found = Это тот сайт?
add-name = Название
add-title = Заголовок страницы
add-homepage = Главная страница
add-feed = Лента
add-admin = Служебные входы
add-probe = Найти страницу входа
add-probe-hint = И ленту, по типовым адресам: не больше 12 запросов, один за другим.
add-may-you = Вы обслуживаете этот сайт или вам разрешено за ним наблюдать?
add-watch-it = Да, наблюдать
add-back = Назад
add-cancel = Отмена

# What is out of the ordinary.
anomalies = Отклонения от нормы
no-anomalies = { $standing ->
    [normal] Ничего. Если на главной странице появится то, чего редакция не публиковала, вы увидите это здесь.
    [learning] Пока ничего. Норма ещё изучается; слова и перекрытия, которые выдают атаку, оцениваются с первой же проверки.
   *[other] Открытых тревог нет. Это не значит, что всё в порядке: смотрите выше.
}
anomaly-title = { $outlet }: { $summary }
severity = { $severity ->
    [critical] Критично
    [warning] Предупреждение
   *[info] К сведению
}
since-seen = С { $since }, замечено { $seen ->
    [1] один раз
    [2] дважды
    [one] { $seen } раз
    [few] { $seen } раза
    [many] { $seen } раз
   *[other] { $seen } раза
}
began-over = С { $since } до { $over }
reasons = Почему
before = Было
now = Стало
nothing = ничего
over = Завершено за последние сутки: { $count }
route-missing = Тревоги, которую вы открыли, в списке больше нет: она завершилась больше суток назад или относится к адресу, снятому с наблюдения.
close = Закрыть

# What a person can say of an alarm.
acknowledge = Беру на себя
this-was-us = Это были мы…
put-off = Не сейчас
put-off-for = { $length ->
    [quarter] На 15 минут
    [hour] На час
   *[morning] До завтра, { $clock }
}
dismiss = Ложная тревога…

# Under an outlet: what was seen and not told.
untold = Почему меня не оповестили?
untold-since = {" "}(с { $since })
untold-none = Обо всём необычном здесь за последние семь дней сообщено.

# Several alarms that one alert tells of, on one card.
together = { $count ->
    [1] Ещё одно место в том же оповещении
    [one] Ещё { $count } место в том же оповещении
    [few] Ещё { $count } места в том же оповещении
    [many] Ещё { $count } мест в том же оповещении
   *[other] Ещё { $count } места в том же оповещении
}

# The second question before an alarm is said to be nothing.
dismiss-question = Это ложная тревога?
dismiss-yes-does = Если вы ответите «да», эта тревога завершится и не повторится, пока на странице остаётся только это. Нормой страница от этого не станет: если что-то добавится или это исчезнет и появится снова, вы узнаете.
dismiss-no-does = Если не уверены, ответьте «нет»: вы ничего не потеряете, а «Не сейчас» лишь на время отключит напоминания.
dismiss-no = Нет или есть сомнения
dismiss-yes = Да, тревога ложная

# Who was told of an alarm, and who was not.
timeline = Кого оповестили?
timeline-none = Об этой тревоге пока ничего не известно.
timeline-kind = { $kind ->
    [look] Замечено
    [told] Оповещение
    [undelivered] Не доставлено
    [silent] Без оповещения
   *[state] Что произошло
}

# A person reports what they see. $outlet: the outlet's name.
report = Мы этого не публиковали…
report-outlet = Издание
report-address = Где? Если оставить пустым — на главной странице
report-words = Что вы видите? (по желанию)
report-what = Frontwatch сохранит то, что там сейчас, и поднимет тревогу, чтобы о ней узнали все, кому приходят оповещения.
report-send = Сообщить

# The second question before a page is taken for normal.
approve-question = Это разместила ваша редакция?
approve-place = { $outlet }, { $place }: { $address }
approve-different = Что отличается:
approve-yes-does = Если вы ответите «да», Frontwatch примет страницу в нынешнем виде за норму и больше не будет поднимать из-за этого тревогу.
approve-no-does = Если не уверены, ответьте «нет»: вы ничего не потеряете.
approve-critical = Это критическая тревога. Прежде чем ответить «да», спросите того, кто мог это опубликовать.
approve-changed = Пока вы читали, страница изменилась. Вернитесь и посмотрите ещё раз.
approve-no = Нет или есть сомнения
approve-yes = Да, это были мы

# First aid on a critical alarm.
first-aid = Что делать сейчас

# The outlets and what is watched of them.
outlets = { $count ->
    [one] { $count } издание
    [few] { $count } издания
    [many] { $count } изданий
   *[other] { $count } издания
}
outlet-added = { $outlet }: наблюдение началось.

# The first page of all.
welcome = Узнайте за минуту, что главная страница больше не ваша
welcome-what = Frontwatch проверяет ваши главные страницы каждые полминуты. Если там появится то, чего редакция не публиковала, он скажет об этом простыми словами и покажет, что было раньше и что есть сейчас.
welcome-add = Наблюдать за вашим сайтом
welcome-or = Или сначала посмотрите, как это работает
welcome-demonstration-what = На ваших глазах атакуют демонстрационную редакцию на этом компьютере. Настоящие сайты не затрагиваются.
welcome-demonstration = Показать на демонстрационной редакции
starting-demonstration = Демонстрация запускается…

# While the demonstration runs.
demonstration = Это демонстрация: редакция на этом компьютере
demonstration-end = Завершить демонстрацию

# At the foot.
foot = Сообщения Frontwatch
messages = { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
    [many] { $count } сообщений
   *[other] { $count } сообщения
}
message-trouble = Требует внимания
read = Прочитано

# A test of the way that an alert takes.
test-alert = Прислать мне пробное оповещение
testing = Отправляется…
tested = { $arrived ->
    [yes] Дошло
   *[no] Не дошло
}

# The program behind the window does not answer.
gone = Frontwatch не отвечает
gone-means = Это окно не может узнать, как обстоят дела с вашими сайтами. Это не значит, что всё в порядке.
gone-do = Что делать
gone-wait = Подождите немного: окно продолжает спрашивать и вернётся само.
gone-restart = Если этого не случится, закройте Frontwatch через трей и запустите снова.
gone-look = А пока смотрите на свои главные страницы сами.
gone-retry = Спросить ещё раз

trouble-unknown = Frontwatch не ответил. Попробуйте ещё раз; если не поможет, закройте Frontwatch и запустите снова.

# Where there is no tray, from whose menu it is ended.
quit = Выйти и прекратить наблюдение
# Asked before it ends while alarms are open.
quit-question = Прекратить наблюдение, пока тревога не снята?
quit-yes-does = Если вы ответите «да», за вашими изданиями никто не будет следить, и о том, что случится дальше, никто не узнает ни по одному каналу, пока Frontwatch не запустят снова. Открытые тревоги останутся открытыми, а о пропущенном времени будет сказано после запуска.
quit-no-does = Если окно просто мешает, ответьте «нет» и закройте его: Frontwatch продолжит наблюдение в трее.
quit-no = Нет, продолжать наблюдение
quit-yes = Да, прекратить наблюдение

# The ways between the pages.
nav = Страницы
nav-to = { $page ->
    [outlets] Издания
    [history] История
    [settings] Настройки
   *[now] Сейчас
}

# What has happened.
history-words = Слова
history-outlet = Издание
history-severity = Срочность
history-state = Состояние
history-all = Все
history-in-state = { $state ->
    [open] Открыто
    [acknowledged] Кто-то занимается
   *[resolved] Завершено
}
history-found = { $count ->
    [0] Среди сохранённого ничего подходящего.
   *[other] { $more ->
        [yes] Пока { $count }; есть ещё.
       *[no] Всего { $count }.
    }
}
history-more = Дальше

# Under a list that is too long: what is not listed.
unlisted = { $count ->
    [one] Ещё { $count } инцидент, менее срочный, здесь не показан.
    [few] Ещё { $count } инцидента, менее срочных, здесь не показаны.
    [many] Ещё { $count } инцидентов, менее срочных, здесь не показаны.
   *[other] Ещё { $count } инцидента, менее срочных, здесь не показаны.
}
unlisted-where = Все

# The page of one incident.
incident-everything = Всё об этом
incident-back = { $to ->
    [history] Назад к истории
   *[now] Назад к тому, что сейчас
}
incident-unknown = Об этой тревоге ничего не известно.
incident-asking = Идёт поиск…
incident-course = Что произошло
incident-reasons = Что изменилось
incident-reasons-none = Ни одна проверка не показала, что изменилось.
# What stands in the two columns of a reason, for those who do not see them side by side.
incident-about = { $about ->
    [hosts] Серверы и адреса, раньше и сейчас
    [titles] Заголовки, раньше и сейчас
    [forms] Формы, раньше и сейчас
    [pictures] Картинки, раньше и сейчас
   *[text] Что там было раньше и что сейчас
}
incident-marks = Различия зачёркнуты в столбце «Было» и подчёркнуты в столбце «Стало».
incident-captures = Сохранено как доказательство
incident-captures-what = Страницы в том виде, в каком они получены. У кого те же байты, у того получится тот же SHA-256.
incident-captures-none = Ни одной страницы по этому случаю не сохранено.
incident-captures-more = Сохранено больше, чем перечислено здесь.
incident-capture = { $says } · код { $status } · { $bytes ->
    [one] { $bytes } байт
    [few] { $bytes } байта
    [many] { $bytes } байт
   *[other] { $bytes } байта
}
incident-evidence = тревога поднята из-за этой страницы
incident-print = Печать
incident-copy = Скопировать как текст
incident-copied = Отчёт скопирован. Его можно вставить в письмо или чат.
copy-by-hand = Скопировать не удалось. Вот текст, чтобы скопировать вручную:
save-as-file = Сохранить в файл

# What to do now, on the page of an incident.
runbook = Что делать сейчас
runbook-default = Это слова Frontwatch. Напишите свои: кому звонить и по каким номерам, что сказать читателям.
runbook-edit = Изменить эти шаги
runbook-steps = По одному шагу в строке. Если пусто, остаются слова Frontwatch
runbook-save = Сохранить
runbook-cancel = Отмена

# Opening a page that may be hostile.
open-page = Открыть страницу…
open-question = Открыть страницу в вашем браузере?
open-may = То, что там сейчас, может быть не вашим. Оно может попытаться навредить этому компьютеру или заставить вас ввести пароль, чтобы украсть его.
open-how = Не вводите там пароль, ничего не скачивайте и закройте страницу, когда посмотрите. Телефон не через сеть редакции безопаснее.
open-no = Нет, не открывать
open-yes = Да, открыть

# Why an alarm is nothing, in one tap; each ends it.
dismiss-why = Да, это неважно, потому что это:
dismiss-because = { $why ->
    [design] наш новый дизайн
    [advertisement] реклама
    [partner] материал партнёра
    [cannot_tell] не могу сказать, что именно
   *[other] что-то другое
}
# After several alarms alike that were set aside.
leave-out = Не учитывать эту часть…
leave-out-question = Не наблюдать за этой частью?
leave-out-does = Это записывается в настройки издания. То, что закрывает страницу, скрипты и заголовки там по-прежнему вызывают тревогу; другие изменения в этой части — больше нет. Снова наблюдать за ней можно на странице издания.
leave-out-no = Нет, наблюдать за всем
leave-out-yes = Да, не учитывать

# Pictures of an incident.
incident-pictures = Картинки
incident-pictures-none = Ни одной не сохранено.
incident-pictures-side = { $side ->
    [before] Собственные логотипы страницы, какими они были
   *[now] Картинки, которых раньше не было
}
incident-picture = { $side ->
    [before] Логотип страницы, каким он был
   *[now] Картинка, которой раньше не было
}
incident-unblur = { $shown ->
    [yes] Размыть новые картинки
   *[no] Показать новые картинки
}

# The page of one outlet.
outlet-all = Все издания
outlet-gone = За этим изданием больше не наблюдают.
outlet-asking = Запрашивается, что о нём известно…
next-look = { $when ->
    [looking] Идёт проверка.
    [now] Следующая проверка сейчас.
   *[later] Следующая проверка через { $wait }.
}
in-seconds = { $count } с
in-minutes = { $count } мин
in-hours = { $count } ч
milliseconds = { $count } мс
# How long it took to answer. $middle and $most: "40 ms".
pace = За последние 24 часа отвечал обычно за { $middle }, самое большее за { $most }.
pace-none = За последние 24 часа время ответа не измерено ни разу.
pace-silent = Получасов без ответа, отмеченных крестом: { $count }.
pace-unwatched = Получасов без наблюдения: { $count } из { $all }.
# How often it was there. $share: "99.9%".
there = { $span ->
    [day] Последние 24 часа
   *[week] Последние 7 дней
}: на месте в { $share } проверок, всего проверок { $looks }.
there-none = { $span ->
    [day] Последние 24 часа
   *[week] Последние 7 дней
}: ни одна проверка не смогла показать, на месте ли он.
learned = Что изучено
learned-versions = { $count ->
    [0] Изучается с { $since }; ни одной версии ещё не сохранено.
   *[other] Изучается с { $since }; сохранено версий: { $count }.
}
forget = Забыть изученное…
forget-question = Страница сейчас такая, какой должна быть?
forget-yes-does = «Да» значит: то, что сейчас стоит на { $outlet }, со следующих проверок изучается как норма. Сначала посмотрите на страницу сами: в другом браузере или с телефона.
forget-no-does = Пока она изучается заново, заметить можно меньше. Изученное раньше сохраняется, и его можно вернуть.
forget-no = Нет, оставить
forget-yes = Да, изучить заново
forgotten = Изучается заново.
versions = Что в нём менялось
version-counts = действует сейчас
version-unreadable = от прежней версии программы, вернуть нельзя
count-again = Вернуться к этому…
count-again-question = Вернуться к изученному на { $at }?
count-again-does = Теперь о странице судят по этому: то, что появилось позже и всё ещё стоит, может поднять тревогу. Ничего не удаляется, и можно вернуться вперёд.
count-again-no = Нет, оставить как есть
count-again-yes = Да, вернуться
edit = Изменить…
edit-group = Издатель, если есть
edit-homepages = Главные страницы, по одной в строке
edit-homepages-missing = Укажите хотя бы одну главную страницу.
edit-name-missing = Введите название.
edit-feed = Лента, если есть
edit-pinned = Материалы, за которыми наблюдают всегда, по одному адресу в строке
edit-admin = Страницы входа и другие служебные входы
edit-admin-add = Добавить
edit-admin-new = Новый
edit-admin-drop = Убрать
edit-admin-gone = исчезнет при сохранении
edit-admin-keep = Оставить
edit-expect = Что там должно быть
edit-expected = { $expect ->
    [login] Страница, которая спрашивает пароль
    [denied] Отказ: 401 или 403
    [gone] Ничего: 404, 410 или нет соединения
   *[json] Данные (JSON), значения которых не должны меняться
}
edit-values = Какие значения не должны меняться, по одному указателю JSON в строке
edit-values-help = Например, /*/id и /*/slug, где * означает каждый элемент списка.
edit-credential = Имя учётных данных, если они нужны
edit-credential-help = Они хранятся в связке ключей этого компьютера; туда их помещает команда «frontwatch credential set ИМЯ». В файле стоит только имя.
edit-overtaken = Файл тем временем изменили. Введённое вами осталось и при сохранении будет записано; всё остальное — как сейчас в файле.
edit-rest = Это записывается в файл настроек. Комментарии и остальные настройки в нём остаются.
edit-save = Сохранить
remove = Прекратить наблюдение за этим изданием…
remove-question = Прекратить наблюдение за { $outlet }?
remove-yes-does = Если ответить «да», никто не будет смотреть на это издание и никому не сообщат, что там происходит. Оно убирается из файла настроек; сохранённые тревоги остаются.
remove-no-does = Если вам лишь не нужны оповещения на время, ответьте «нет» и приостановите их: Frontwatch продолжит наблюдение.
remove-no = Нет, продолжать наблюдение
remove-yes = Да, прекратить наблюдение
removed = За { $outlet } больше не наблюдают.
put-back = Вернуть
# A pause of the alerts of one outlet.
outlet-paused = Оповещения приостановлены
outlet-paused-until = Оповещения приостановлены до { $until }
outlet-pause-hour = Приостановить его оповещения на час
outlet-pause = Приостановить его оповещения, пока я не возобновлю
untold-paused = Оповещения об этом издании приостановлены. О том, что останется открытым в конце паузы, сообщат тогда.

# Looking for an outlet among many.
search = Поиск по названию, издателю или адресу
filter = Состояние
filter-any = Любое
found = { $count ->
    [0] Таких изданий нет.
   *[other] Таких изданий: { $count }.
}
outlets-more = Ещё не в порядке: { $count }.
outlets-more-well = Ещё в порядке: { $count }.

# Ignoring a part of the pages.
ignore = Не учитывать часть его страниц…
ignore-never = Эти части недавно менялись. Текст того, что не учитывается, тревоги не вызывает; перекрытие, скрипт или заголовок вызывают её всегда, где бы ни стояли.
ignore-none = Ни одна часть с собственным именем недавно не менялась.
ignore-this = Не учитывать
# What is ignored, on the page of an outlet. $part: as the configuration has it.
ignored = Части, которые не учитываются
ignored-what = Изменения текста в них тревоги не вызывают.
watch-part = Снова наблюдать…
watch-part-question = Снова наблюдать за { $part }?
watch-part-does = Запись убирается из файла настроек; ваши комментарии в нём остаются. Начиная со следующей проверки изменения в этой части могут вызвать тревогу. Пока часть не учитывалась, её содержимое не изучалось, поэтому о том, что стоит в ней сейчас, может быть один раз сообщено как о новом.
watch-part-no = Нет, не учитывать дальше
watch-part-yes = Да, снова наблюдать

# How well a page is known. $percent: on the way to that.
learning-looks = Первых проверок: { $looks } из { $of }
sharp = Эта страница хорошо изучена.
sharp-at = Изучена на { $percent }%; хорошо — с { $at }, если будет меняться так же. О перекрытиях, захватах и словах взломщика сообщается с первой же проверки.
sharp-with-changes = Изучена на { $percent }%; хорошо — когда изменится ещё несколько раз. О перекрытиях, захватах и словах взломщика сообщается с первой же проверки.

# A list of outlets from another program.
import = Импортировать список изданий…
import-file = OPML, CSV со столбцом «homepage», экспорт changedetection.io или по одному адресу в строке
import-long = Список больше 2 МБ. Разделите его.
import-more = И ещё { $count }.
import-may-you = Вы обслуживаете эти сайты или вам разрешено за ними наблюдать?
import-add = { $count ->
    [one] Да, наблюдать ({ $count })
   *[other] Да, наблюдать за всеми ({ $count })
}
imported = Теперь под наблюдением изданий: { $count }.
export = Экспорт изданий…
export-copy = { $form ->
    [addresses] Скопировать адреса, для changedetection.io
    [csv] Скопировать как CSV, для таблиц
   *[opml] Скопировать как OPML, для программ чтения лент
}
export-save = { $form ->
    [addresses] Сохранить адреса, для changedetection.io
    [opml] Сохранить как OPML
   *[csv] Сохранить как CSV
}
export-copied = Список скопирован. Вставьте его в новый файл и сохраните.

# The settings. $file: where they stand.
settings-file = Всё это записано в одном файле; его можно править и самому, ваши комментарии в нём остаются: { $file }
settings-refused = В файле есть ошибка. Пока её там не исправят, Frontwatch работает с прежними настройками, а здесь ничего изменить нельзя:
# While somebody fills in a field. $now: what stands in the file.
settings-changed = Файл тем временем изменили, там теперь записано: { $now }. При сохранении запишется то, что ввели вы.
settings-save = Сохранить
settings-saved = Сохранено
settings-put-back = Вернуть
probes-none = Никого не спрашивать
probes-none-help = Тогда издание может быть названо недоступным, хотя пропала ваша собственная связь.
settings-edit = Изменить
settings-remove = Удалить…
settings-remove-question = Удалить эту запись ({ $what })?
settings-remove-yes = Да, удалить
settings-remove-no = Нет
settings-group = { $group ->
    [alerts] Когда вас оповещать
    [channels] Куда приходят оповещения
    [planned] Запланированные изменения
    [language] Язык
    [login] Запуск
    [network] Ваша собственная сеть
    [store] Что хранится
   *[watching] Как Frontwatch проверяет
}
backup = Сохранить резервную копию
backup-help = Всё изученное и сохранённое и эти настройки — в одном файле, в папке загрузок. Секретов из связки ключей в нём нет, но адреса вебхуков есть, а кто знает такой адрес, может по нему писать: никому не отдавайте этот файл. `frontwatch restore ФАЙЛ` вернёт всё на место, здесь или на другом компьютере.
backup-making = Создаётся резервная копия…
# A value of the file: its name, and what it does.
setting = { $setting ->
    [interval] Время между двумя проверками
    [timeout] Сколько ждать ответа
    [keep] Сколько хранить на этом компьютере
    [unwanted_pictures] Папка нежелательных картинок
    [probes] Адреса, по которым видно, в сети ли этот компьютер
    [metered] На лимитном подключении
    [quiet_hours] Тихие часы
    [time_zone] Часовой пояс
   *[languages] Язык окна и оповещений
}
setting-help = { $setting ->
    [interval] Для главных страниц, например 30s или 1m. Ленты, материалы и сертификаты проверяются в своём ритме.
    [timeout] На каждом этапе проверки, например 15s.
    [keep] Не больше этого занимают увиденные страницы и всё изученное, например 500MB. То, что относится к тревогам, хранится сверх этого.
    [unwanted_pictures] Картинок из неё не должно быть ни на одной странице: если появится хоть одна, вам сразу сообщат. Нужен полный путь; если пусто, такой папки нет.
    [probes] По одному в строке. К ним обращаются, только когда проверки не удаются, чтобы не винить издание в неполадках вашей сети. Если пусто, используются те же, что у браузеров.
    [metered] Например, через телефон, когда платить приходится за трафик.
    [quiet_hours] Сообщается только о критическом. Обо всём остальном — одним оповещением, когда они закончатся.
    [time_zone] По каким часам считать тихие часы, например Asia/Baku. Если пусто, по часам этого компьютера.
   *[languages] На нём будет всё, что сообщается с этого момента.
}
quiet-from = Начало
quiet-until = Конец
metered = { $how ->
    [same] Проверять так же часто
   *[slower] Проверять вдвое реже
}
language-own = Как в системе

# Channels: webhooks and mail.
channels-what = Оповещения всегда приходят на рабочий стол этого компьютера. Их можно отправлять ещё и в чат, на телефон или на почту.
channel-kind = { $kind ->
    [email] Почта
   *[webhook] Вебхук
}
channel-add = { $kind ->
    [email] Добавить почту
   *[webhook] Добавить вебхук
}
channel-least = { $least ->
    [critical] Только критические
   *[warning] Предупреждения и критические
}
channel-field = { $field ->
    [name] Название
    [url] Адрес
    [template] Что отправляется
    [server] Почтовый сервер
    [from] Отправитель
    [to] Получатели
    [least] Какие оповещения
    [credential] Имя учётных данных
    [manner] Как отправлять учётные данные
   *[header] Имя HTTP-заголовка
}
channel-help = { $field ->
    [name] Какое вам удобно, например desk.
    [url] Тот, который дал сервис для отправки сообщений, с https.
    [template] Если пусто, отправляется всё, в виде JSON. Или в том виде, который принимает сервис:
    [server] Вместе с портом.
    [from] От кого приходит письмо.
    [to] По одному в строке.
    [secret] Хранится в связке ключей этого компьютера, в файл не попадает и больше не показывается. Если пусто, остаётся то, что там уже хранится.
   *[credential] Если они нужны: имя, под которым они хранятся в связке ключей, например desk-mail.
}
channel-url-stays = Если пусто, остаётся прежний: { $site }.
channel-template = { $template ->
    [chat] Slack, Mattermost, Google Chat
    [discord] Discord
    [ntfy] ntfy
   *[all] Всё
}
channel-manner = { $manner ->
    [basic] Имя пользователя и пароль
    [header] В отдельном HTTP-заголовке
   *[bearer] Как токен
}
channel-secret = { $manner ->
    [basic] Имя пользователя и пароль через двоеточие
   *[bearer] Секретный ключ
}

# Planned changes.
plans-what = Для редизайна или спецвыпуска: то, что вы укажете, не вызовет тревоги, пока действует план. Пустая или подменённая страница, страницы входа, имена сайтов, сертификаты и неизвестные скрипты вызывают её всё равно.
plan-when = с { $from } до { $until }
# After that, with a comma between. $zone: "Asia/Baku".
plan-clock = по часам { $zone }
plan-clock-own = по часам этого компьютера
plan-add = Запланировать изменение
plan-outlet = Издание
plan-from = Начало
plan-until = Конец
plan-when-missing = Укажите день и время.
plan-until-early = Укажите время позже начала.
plan-nothing-expected = Отметьте, что ожидается, или укажите сервер ниже.
plan-zone = По чьим часам указано время. Если пусто — по часам этого компьютера.
plan-signals = Что ожидается
plan-signal = { $signal ->
    [charset] Кодировка
    [cover] То, что закрывает страницу
    [feed] Лента
    [fixed] То, что никогда не менялось
    [headline] Заголовки материалов
    [image] Картинки с чужого сервера
    [language] Язык страницы
    [link] Ссылки
    [lost] Исчезающие части страницы
    [missing] Исчезающие материалы
    [outage] Сайт недоступен
    [painted] Стили, которые закрывают или скрывают
    [picture] Картинки
    [redirect] Перенаправления
    [robots] Указания для поисковиков
    [sheet] Таблицы стилей
    [sound] Звук
    [source] Фреймы и медиафайлы с чужих серверов
    [text] Тексты
    [title] Заголовок страницы
   *[vocabulary] Необычные слова
}
plan-hosts = С каких серверов может прийти новое
plan-hosts-help = Без https, через пробел. Если пусто, только с прежних.

# Starting at login.
autostart = Запускать Frontwatch при входе в систему
autostart-help = В трее, без окна.
autostart-none = Запуск при входе в систему здесь настроить нельзя.

# The first run. $outlet: the outlet that was added first.
first-step = Шаг { $step } из { $of }
first-heading = { $step ->
    [alerts] Дойдёт ли до вас оповещение?
    [login] Наблюдать и дальше?
   *[look] Так ли должен выглядеть сайт { $outlet }?
}
first-what = { $step ->
    [alerts] Отправьте себе пробное оповещение прямо сейчас. Если система спросит, можно ли Frontwatch показывать уведомления, разрешите.
    [login] Frontwatch наблюдает, только пока запущен. Он может запускаться сам, когда вы входите в систему.
   *[look] То, что Frontwatch видит сейчас, он примет за норму. Если страницу уже атаковали, этого нельзя допустить.
}
first-looking = Идёт первая проверка…
logo-picture = Логотип страницы, каким его увидели
first-wrong = Это стоит на сайте прямо сейчас, и никто из вас этого не публиковал? Сообщите: поднимется тревога, и о ней узнают все, кому приходят оповещения.
first-wrong-since = Страница уже в порядке, а неверным было лишь то, что увидели сначала? Тогда её можно изучить заново.
first-next = { $step ->
    [alerts] Дальше
    [login] Готово
   *[look] Да, всё верно
}
first-no = Нет, что-то не так
first-skip = Пропустить
first-again = Вернуться к первому шагу
first-end = Пропустить всё
