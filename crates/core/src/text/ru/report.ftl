# The report of one alarm, which a person hands on as text, and what stands beside it in the window. Each is a line of its own.

report-title = { $outlet }: { $what }
report-where = Где: { $place }, { $address }
report-urgency = { $severity ->
    [critical] Срочность: критическая
    [warning] Срочность: предупреждение
   *[info] Срочность: заметка
}
report-state = Состояние: { $state }
report-since = Начало: { $since }, замечено в последний раз: { $last } ({ $looks ->
    [one] { $looks } проверка
    [few] { $looks } проверки
    [many] { $looks } проверок
   *[other] { $looks } проверки
})
report-why = Почему
report-before = Раньше: { $text }
report-now = Сейчас: { $text }
report-nothing = ничего
report-happened = Что произошло
report-moment = { $at } – { $what }
report-kept = Сохранённые страницы и SHA-256 их байтов
report-capture = { $at } – { $role }: код { $status }, { $bytes ->
    [one] { $bytes } байт
    [few] { $bytes } байта
    [many] { $bytes } байт
   *[other] { $bytes } байта
}, { $address }
report-more = Сохранено больше, чем перечислено здесь.
report-todo = Что делать сейчас
report-made = Составлено программой Frontwatch, { $at }. В том, что взято со страницы, вместо http написано hxxp, чтобы никто не открыл это по ошибке.

# Why a page was kept.
capture-baseline = по ней изучена норма
capture-before = предыдущая проверка
capture-suspect = отклонение от нормы
capture-alarm = тревога
capture-hourly = сохраняется раз в час

# What happened of an incident, before it was one.
moment-last-good = последняя проверка, когда всё было в порядке
moment-first-bad = первая проверка, которая это увидела

# What to do when a page is not the newsroom's own, where the newsroom has written nothing else.
runbook-look = Посмотрите на страницу сами: в другом браузере или на телефоне не через сеть редакции.
runbook-call = Позвоните тому, кто обслуживает сайт, и дежурному редактору. (Здесь должны стоять их имена и телефоны.)
runbook-logs = Попросите сохранить журналы сервера, прежде чем что-либо восстанавливать: по ним видно, что произошло и как проник посторонний.
runbook-push = Придержите push-уведомления и посты в соцсетях, пока не узнаете, что изменено.
runbook-statement = Если спросят читатели: «На нашем сайте неполадки, мы их устраняем; то, что сейчас на нём написано, может быть не нашим».

# Why a person set an alarm aside.
why-design = мы сменили дизайн
why-advertisement = реклама
why-partner = материал партнёра
why-other = другое
why-cannot-tell = не могу сказать
moment-set-aside = признано неважным: { $why }

# After several alarms alike that were set aside. $selector names a part of a page as [outlet.ignore] does.
rule-leave-out = Похожие тревоги издания { $outlet } признаны неважными, всего { $times } ({ $why }). Frontwatch может впредь не учитывать часть его страниц «{ $selector }». То, что закрывает страницу, скрипты и заголовки там оцениваются по-прежнему.
rule-no-part = Похожие тревоги издания { $outlet } признаны неважными, всего { $times } ({ $why }). Нет такой части страницы, достаточно малой, чтобы её не учитывать. Для изменения, о котором вы знаете заранее, в [[outlet.planned]] в файле настроек указывают, что ожидается и как долго.
rule-never = Похожие тревоги издания { $outlet } признаны неважными, всего { $times } ({ $why }). То, чего они касаются, учитывается всегда: атака выглядит так же. Если это ваше, ответьте «Это были мы», и оно будет изучено.
rule-left-out = Часть «{ $selector }» не учитывается.
