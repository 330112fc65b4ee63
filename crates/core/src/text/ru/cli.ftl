# The command line: tables, progress, and what a person at the terminal is told.

column-outlet = издание
column-watch = объект
column-address = адрес
column-verdict = оценка
column-last-look = последняя проверка
column-what = подробности

never-looked = ещё не было
nothing-unusual = ничего необычного
almost-over = снова в порядке; для уверенности нужна ещё одна проверка
learning-so-far = изучается, что здесь норма
no-judgement = проверить не удалось

round-done = { $total ->
    [one] Проверен { $total } объект
    [few] Проверены { $total } объекта
    [many] Проверено { $total } объектов
   *[other] Проверено { $total } объекта
}: { $alarms ->
    [0] тревог нет
    [one] { $alarms } тревога
    [few] { $alarms } тревоги
    [many] { $alarms } тревог
   *[other] { $alarms } тревоги
}, подозрений: { $suspects }, не удалось проверить: { $unseen }.

ordinary-stories = { $count ->
    [one] Проверен { $count } опубликованный материал: он без изменений или ещё не изучен.
    [few] Проверены { $count } опубликованных материала: они без изменений или ещё не изучены.
    [many] Проверено { $count } опубликованных материалов: они без изменений или ещё не изучены.
   *[other] Проверено { $count } опубликованного материала: они без изменений или ещё не изучены.
}

watching-now = Под наблюдением { $total ->
    [one] { $total } адрес
    [few] { $total } адреса
    [many] { $total } адресов
   *[other] { $total } адреса
}. Остановить: Ctrl-C.
nothing-configured = Наблюдать не за чем: в { $file } нет ни одного издания.
no-such-outlet = В { $file } нет издания с названием «{ $name }».
stopped = Остановлено. С этого момента наблюдение не ведётся.

not-watched-by-this-version = эта версия за этим не наблюдает
not-watched-between = наблюдения не было с { $from } до { $to }

configuration-kept = Файл { $file } в нынешнем виде не годится, наблюдение продолжается с прежним содержанием: { $why }
configuration-unusable = Наблюдение не ведётся, пока конфигурация не исправлена: { $why }
pictures-unread = Не удалось прочитать { $count ->
    [one] { $count } нежелательную картинку
    [few] { $count } нежелательные картинки
    [many] { $count } нежелательных картинок
   *[other] { $count } нежелательной картинки
}, из поиска исключено: { $files }. Подходят PNG, JPEG, GIF, WebP и SVG размером до 2 МБ.
pictures-too-many = Нежелательных картинок слишком много, в поиске участвуют первые { $most }; уберите часть из папки.
store-mended = { $what }.
store-trouble = Хранилище отказало: { $why }. Наблюдение продолжается, оповещения по-прежнему приходят.
not-approved = { $outlet }: ничего не подтверждено, страницу не удалось увидеть. Попробуйте снова, когда она откроется.
approval-changed = { $outlet }: ничего не подтверждено, страница изменилась после вопроса. Посмотрите, чем она отличается теперь.
judging-trouble = { $outlet }: не удалось оценить эту страницу. Это ошибка Frontwatch; страница сохранена, чтобы о ней можно было сообщить.
configuration-reloaded = Файл { $file } прочитан заново: новых — { $added }, изменённых — { $changed }, снятых с наблюдения — { $removed }.
nothing-stored = Каталог данных занят: { $holder }. Эта проверка будет оценена, но ничего из неё не сохранится.
another-holder = другой экземпляр Frontwatch

network-online = Этот компьютер снова в сети.
network-offline = Не отвечает ни один сервер: похоже, этот компьютер не в сети. Пока не ответит хотя бы один, ни одно издание не считается недоступным.
network-captive = Между этим компьютером и интернетом стоит страница входа в сеть: пока вы её не пройдёте, издания не оцениваются.
network-why-system-offline = Система сообщает, что выхода в интернет с этого компьютера нет.
network-why-system-captive = Система сообщает, что перед интернетом стоит страница входа в сеть.
network-why-probe-caught = Вместо нейтрального адреса отвечает кто-то чужой: обычно это страница входа в сеть. Откройте любую страницу в браузере и войдите.
network-why-strangers = Вместо нескольких сайтов сразу отвечает кто-то чужой: обычно это страница входа в сеть. Откройте любую страницу в браузере и войдите.
network-why-probes-silent = Нейтральные адреса тоже не отвечают, значит, дело в сети этого компьютера.
network-why-hosts-silent = Несколько сайтов замолчали одновременно, и ни один не отвечает: скорее всего, дело в сети этого компьютера.
network-proxy-out = То, что открывается через системный прокси, пока не оценивается. { $why }.
caught-up-well = Пропущенное проверено: { $total ->
    [one] { $total } адрес, ничего необычного.
    [few] { $total } адреса, ничего необычного.
    [many] { $total } адресов, ничего необычного.
   *[other] { $total } адреса, ничего необычного.
}
caught-up-done = Пропущенное проверено: { $total ->
    [one] { $total } адрес
    [few] { $total } адреса
    [many] { $total } адресов
   *[other] { $total } адреса
}, тревог: { $alarms }, подозрений: { $suspects }, не удалось проверить: { $unseen }.
metered-slower = Это лимитное подключение: адреса проверяются вдвое реже, и об атаке может стать известно позже. (С metered = "same" в [watching] частота остаётся прежней.)

incident-opened = ТРЕВОГА — { $outlet }: { $what }. { $at }
incident-acknowledged = { $outlet }: этим занимается { $by }. { $at }
incident-resolved = { $outlet }: { $how }. { $at }
notice-not-delivered = Это оповещение не удалось показать на рабочем столе, попытки продолжаются: { $title } ({ $why })
channel-fails = Оповещения не доходят { $kind ->
    [email] по почтовому каналу
   *[other] через вебхук
} «{ $name }», попытки продолжаются: { $why }.

# What was learned of a page: compared, taken back, forgotten, approved.
no-such-address = у издания { $outlet } нет наблюдения по этому адресу
several-addresses = у этого издания несколько адресов: выберите один с помощью --url ({ $addresses })
compared = { $address }: версия { $from } и версия { $to }
compared-same = различий, которые можно описать словами, нет
compared-first = { $address }: версия { $version } первая, сравнить её не с чем
counts-again = { $address }: версия { $version } снова действует, её новый номер — { $newest }
forgotten = { $address }: изученное забыто; наблюдение изучит всё заново
approve-before = раньше:
approve-now = сейчас:
approve-publish = Это опубликовала ваша редакция? Из-за того, что подтверждено, тревоги больше не будет. Введите { answer-yes }:
approve-nobody = ответить некому: укажите --yes, если эта страница ваша
approve-nothing = Ничего не изменено.
approve-normal = { $address }: отныне это норма
approve-over = инцидент { $incident } завершён: это были вы
