# The words that window, alerts and command line share.

verdict-learning = изучение
verdict-normal = норма
verdict-suspect = подозрение
verdict-alarm = тревога
verdict-inconclusive = неизвестно
verdict-set-aside = отмечено как ложная тревога, ещё на месте

kind-homepage = главная страница
kind-admin = панель управления
kind-feed = лента
kind-article = материалы
kind-tls = сертификат
kind-dns = записи DNS

# Where in a sentence: with its preposition, after "alarm" and after "that".
place-homepage = на главной странице
place-admin = в панели управления
place-feed = в ленте
place-article = в опубликованных материалах
place-tls = по сертификату
place-dns = по записям DNS

state-open = пока никто не занимается
state-acknowledged = кто-то уже занимается
state-put-off = отложено до { $until }
state-rests = осталось открытым: за этой страницей наблюдение больше не ведётся
state-taken-by = занимается { $by }
state-resolved-ours = завершено: это были мы
state-resolved-recovered = завершено: снова в порядке
state-resolved-dismissed = завершено: ложная тревога

failure-no-such-name = такого имени не существует
failure-dns-failed = имя не удалось найти
failure-timed-out = ответ не пришёл вовремя
failure-refused = в соединении отказано
failure-dropped = соединение оборвалось
failure-unreachable = до сайта нет пути
failure-untrusted = сертификату нет доверия
failure-tls = защищённое соединение не удалось установить
failure-not-http = ответил не веб-сервер
failure-too-many-redirects = перенаправления идут по кругу или их больше десяти
failure-bad-redirect = перенаправление ведёт на адрес, по которому нельзя перейти
failure-too-large = пришло больше 10 МиБ
failure-bad-encoding = пришло то, что не удаётся декодировать
failure-proxy = прокси этого компьютера не сработал
failure-local = этот компьютер не смог выполнить проверку
failure-no-credential = в связке ключей нет таких учётных данных: их добавляет `frontwatch credential set`
failure-foreign-credential = эти учётные данные относятся к другому сайту и сюда не отправляются: `frontwatch credential set` задаёт, к какому они относятся
failure-no-keychain = связка ключей заблокирована или не отвечает: разблокируйте её или запустите `frontwatch doctor`
failure-judging = Frontwatch не смог оценить эту страницу: это ошибка программы, пожалуйста, сообщите о ней
failure-own-network = нет сети у самого этого компьютера, поэтому об этой странице ничего сказать нельзя

stage-credential = до отправки запроса
stage-dns = при поиске имени
stage-connect = при соединении
stage-headers = при ожидании ответа
stage-body = при получении страницы
stage-decode = при декодировании страницы
stage-redirect = при переходе по перенаправлению

failed-look = { $failure } ({ $stage })

# The sentence of a look that nothing is to be said of.
as-it-should-be = всё в порядке

# Why there is a new version of what is normal, where the pages themselves are not the reason.
version-rolled-back = действующей выбрана версия { $version }
version-forgotten = всё изученное раньше забыто, изучение начато заново
version-counted = замечено снова
version-relearned = изучено заново по сохранённым страницам, так как прежнюю версию не удалось прочитать

# What happened of an incident.
no-incidents = Инцидентов пока не было.
moment-opened = тревога подтверждена
moment-reported = об этом сообщили из редакции
moment-put-off = кто-то отложил её на время
channel = { $kind ->
    [webhook] вебхук:{ $name }
    [email] почта:{ $name }
   *[desktop] рабочий стол
}
moment-told = сообщено ({ $channel }): { $title }
moment-withdrawn = сообщать больше не нужно ({ $channel }), так как сообщено более позднее: { $title }
moment-waits = ещё предстоит сообщить ({ $channel }): { $title }
moment-failed = пока не удалось сообщить ({ $channel }), попытки продолжаются: { $title } ({ $why })
moment-silent = никого не оповестили
moment-silent-because = никого не оповестили: { $why }

# Who did something, where the system has no name for them.
somebody = кто-то

# Why nobody was told of something.
why-not-urgent = достаточно строки в списке, уведомление не нужно
why-already-told = об этом уже сообщали, ничего нового
why-done-by-a-person = тот, кто нажал кнопку в Frontwatch, и так знает
why-gathered = сообщено вместе с другими, в уже показанном уведомлении
why-others-open = другие случаи из того же оповещения ещё не завершились
why-paused = оповещения были приостановлены
why-outlet-paused = оповещения об этом издании были приостановлены
why-snoozed = кто-то это отложил
why-quiet-hours = были тихие часы, оповещение ждало утра
why-offline = этот компьютер был не в сети

# Stories of one outlet together. $title: what the feed calls the first of them.
stories-deleted = { $count ->
    [1] больше не открывается { $today ->
        [today] материал, опубликованный сегодня
       *[earlier] опубликованный материал
    }: «{ $title }»
    [one] больше не открывается { $count } { $today ->
        [today] материал, опубликованный сегодня
       *[earlier] опубликованный материал
    }
    [few] больше не открываются { $count } { $today ->
        [today] материала, опубликованных сегодня
       *[earlier] опубликованных материала
    }
    [many] больше не открываются { $count } { $today ->
        [today] материалов, опубликованных сегодня
       *[earlier] опубликованных материалов
    }
   *[other] больше не открываются { $count } { $today ->
        [today] материала, опубликованных сегодня
       *[earlier] опубликованных материала
    }
}
stories-other = «{ $title }»: { $what }{ $count ->
    [1] {""}
    [one] {" "}(всего { $count } материал)
    [few] {" "}(всего { $count } материала)
    [many] {" "}(всего { $count } материалов)
   *[other] {" "}(всего { $count } материала)
}

# $differed of the latest $looks looks as a reader's browser.
readers-differ = часть читателей, возможно, видит другую главную страницу: отличия в { $differed } из { $looks } { $looks ->
    [one] проверки
   *[other] проверок
}

# What one server of several shows. $differed of the latest $looks looks saw it.
looks-differ = { $kind ->
    [homepage] часть читателей, возможно, видит другую главную страницу
    [admin] панель управления выглядит по-разному от проверки к проверке
    [feed] часть читателей, возможно, получает другую ленту
   *[article] проверки показывают разное
}: отличия в { $differed } из { $looks } { $looks ->
    [one] проверки
   *[other] проверок
}

# A suspicion that stood. $what: a signal's sentence.
lasting-suspicion = необычно уже { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
}: { $what }

# Why a troubling look was not told.
held-unconfirmed = это должна была подтвердить повторная проверка
held-differed = повторная проверка этого не увидела
held-not-yet-lasting = подозрение не продержалось и пяти минут
held-set-aside = вы отметили это как ложную тревогу, и оно продолжалось
held-too-few-failures = сбоев было слишком мало или они длились слишком недолго
held-not-yet-unseen = проверить не удавалось меньше десяти минут
held-own-network = другие сайты тоже не отвечали: дело было в сети этого компьютера
held-site-is-gone = та же неполадка была с главной страницей издания, и о ней сообщено
held-hidden-alarm = тревога на этой странице ещё не завершилась, и о ней сообщено
held-outage-told = о недоступности страницы уже сообщено
held-planned = это было запланировано
untold = { $what } ({ $looks ->
    [one] { $looks } проверка
    [few] { $looks } проверки
    [many] { $looks } проверок
   *[other] { $looks } проверки
}): { $why }
untold-none = Обо всём необычном за последние семь дней сообщено.

# What was there can't be seen. Said in brackets.
curtain = { $behind ->
    [maintenance] технические работы
    [robot-check] проверка на робота
    [refused] запросы Frontwatch отклоняются
    [error] страница ошибки
   *[silent] сайт не отвечает
}
hidden-since = скрыто с { $since } ({ curtain })

# Moments. $clock is HH:MM; the day is said when it is not the reader's today.
time-today = { $clock }
time-this-year = { $clock } { $day } { month }
time-any-year = { $clock } { $day } { month } { $year } года
month = { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}
