# What reaches a person as a notification. Titles are short enough for a banner of one line and name the outlet;
# bodies say the whole thing by themselves, as some screens show no title.

# $what: a signal's sentence, said without a full stop. $seen: how many looks saw it.
notice-content-title = { $outlet }: тревога { $place }
notice-content-body = { $outlet }: { $what }. { since-seen }{ $connection ->
    [fine] {" "}{ connection-fine }
   *[unknown] {""}
}
since-seen = С { $since }, замечено { $seen ->
    [1] один раз
    [2] дважды
    [one] { $seen } раз
    [few] { $seen } раза
    [many] { $seen } раз
   *[other] { $seen } раза
}.
connection-fine = Ваше подключение к интернету в порядке.

# What is in trouble, where it is not the outlet's front page itself. The object is in the accusative.
subject = { $kind ->
    [homepage] { $outlet }
    [admin] { $outlet }: панель управления
    [feed] { $outlet }: лента
    [article] { $outlet }: опубликованный материал
    [tls] { $outlet }: сертификат
   *[dns] { $outlet }: имя сайта
}
object = { $kind ->
    [homepage] сайт { $outlet }
    [admin] панель управления сайта { $outlet }
    [feed] ленту сайта { $outlet }
    [article] опубликованный материал сайта { $outlet }
    [tls] сертификат сайта { $outlet }
   *[dns] имя сайта { $outlet }
}

notice-outage-title = { $outlet }: { $how ->
    [error] страница ошибки
    [maintenance] технические работы
    [certificate] нет доверия к сертификату
   *[silent] нет ответа
}
notice-outage-body = { subject } { $how ->
    [error] с { $since } показывает страницу ошибки
    [maintenance] с { $since } сообщает о технических работах
    [certificate] с { $since } показывает сертификат, которому нет доверия
   *[silent] не отвечает с { $since }
}{ $others ->
    [fine] {"; "}{ $how ->
        [silent] другие сайты отвечают
       *[other] другие сайты открываются
    }
   *[unknown] {""}
}.

notice-unseen-title = { $outlet }: проверить не удаётся
notice-unseen-body = Не удаётся проверить { object }: уже { minutes } { $how ->
    [robot-check] вместо страницы открывается проверка на робота
    [too-large] приходит больше данных, чем Frontwatch может прочитать
    [unreadable] приходят данные, которые Frontwatch не может прочитать
    [credential] требуются учётные данные, которых у Frontwatch нет
    [opened] что-то на этом компьютере или в его сети вскрывает зашифрованные соединения
   *[refused] сайт отклоняет запросы Frontwatch
}. Это не значит, что всё в порядке.
minutes = { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
}

# In lists and on top of the window, after the outlet's name.
headline-outage = { $kind ->
    [admin] { "панель управления " }
    [feed] { "лента " }
    [article] { "опубликованный материал " }
   *[homepage] { "" }
}{ $how ->
    [error] показывает страницу ошибки
    [maintenance] сообщает о технических работах
    [certificate] показывает сертификат, которому нет доверия
   *[silent] не отвечает
}
headline-unseen = проверить не удаётся: { $how ->
    [robot-check] вместо страницы открывается проверка на робота
    [too-large] приходит больше данных, чем Frontwatch может прочитать
    [unreadable] приходят данные, которые Frontwatch не может прочитать
    [credential] требуются учётные данные, которых у Frontwatch нет
    [opened] что-то на этом компьютере или в его сети вскрывает зашифрованные соединения
   *[refused] сайт отклоняет запросы Frontwatch
}

# Several outlets at once. $grouped: whether they are of one publisher. $cause: what kind of trouble.
notice-several-title = { $cause ->
    [outage] { several-sites }: нет ответа
    [unseen] { several-sites }: проверить не удаётся
   *[content] { $grouped ->
        [grouped] { $group }: тревога на { $count } из { $total ->
            [one] { $total } сайта
           *[other] { $total } сайтов
        }
       *[apart] Тревога в { $count ->
            [one] { $count } издании
           *[other] { $count } изданиях
        }
    }
}
several-sites = { $grouped ->
    [grouped] { $count } из { $total ->
        [one] { $total } сайта
       *[other] { $total } сайтов
    } группы «{ $group }»
   *[apart] { $count ->
        [one] { $count } издание
        [few] { $count } издания
        [many] { $count } изданий
       *[other] { $count } издания
    }
}
notice-several-body = { $cause ->
    [outage] { several-sites } { $count ->
        [one] не отвечает или показывает страницу ошибки.
       *[other] не отвечают или показывают страницу ошибки.
    }
    [unseen] Не удаётся проверить { several-sites }. Это не значит, что всё в порядке.
   *[content] { several-sites }{ $shared }.
} Первый случай: { $first }, { $since }.{ $named ->
    [none] {""}
   *[some] { also }
}{ $connection ->
    [fine] {" "}{ connection-fine }
   *[unknown] {""}
}
also = {" "}Также: { $others }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}.
headline-several = { $cause ->
    [outage] { several-sites } { $count ->
        [one] не отвечает или показывает страницу ошибки
       *[other] не отвечают или показывают страницу ошибки
    }
    [unseen] { several-sites }: проверить не удаётся
   *[content] { several-sites }{ $shared }
}
# These follow the outlets.
shared-picture = : одна и та же новая картинка
shared-host = : содержимое с одного и того же чужого адреса, { $host }
shared-title = : один и тот же новый заголовок, «{ $title }»
shared-words = : одни и те же новые слова, «{ $words }»
shared-moment = : { $what }
shared-one = : { $outlet } – { $what }

notice-several-over-title = { $grouped ->
    [grouped] { $group }: отбой
   *[apart] { $count ->
        [one] { $count } издание: отбой
        [few] { $count } издания: отбой
        [many] { $count } изданий: отбой
       *[other] { $count } издания: отбой
    }
}
notice-several-over-body = Все { $grouped ->
    [grouped] { $count ->
        [one] { $count } сайт
        [few] { $count } сайта
        [many] { $count } сайтов
       *[other] { $count } сайта
    } группы «{ $group }»
   *[apart] { $count ->
        [one] { $count } издание
        [few] { $count } издания
        [many] { $count } изданий
       *[other] { $count } издания
    }
} с { $over } снова { $cause ->
    [outage] отвечают
    [unseen] доступны для проверки
   *[content] в порядке
}. { $cause ->
    [content] Тревога началась
   *[outage] Неполадки начались
} в { $began }.

notice-also-on = То же — ещё на { $pages ->
    [1] одной странице этого издания
    [one] { $pages } странице этого издания
   *[other] { $pages } страницах этого издания
}.
notice-nobody-has-it = Пока никто этим не занимается.

# What a person reported.
notice-reported-title = { $outlet }: сообщили о проблеме { $place }
notice-reported-body = { $outlet }: { $what }. Сообщение поступило в { $since }.
reported-by = { $by } сообщает, что { $place } есть то, чего редакция не публиковала
reported-words = { $by } сообщает о том, что { $place }: «{ $words }»

notice-morning-title = За тихие часы: { $count ->
    [1] одно сообщение
    [one] { $count } сообщение
    [few] { $count } сообщения
    [many] { $count } сообщений
   *[other] { $count } сообщения
}
notice-and-more = И ещё { $count }.

# What an open alarm showed can't be seen.
notice-hidden-title = { $outlet }: скрыто, но не устранено
notice-hidden-body = { $outlet }: то, что там было, с { $since } скрыто ({ curtain }). Тревога не снята.

# $body: a notice, said without its last full stop.
notice-flapping-body = { $body }. То появляется, то пропадает: { $times ->
    [one] { $times } раз
    [few] { $times } раза
    [many] { $times } раз
   *[other] { $times } раза
} с { $since }.

notice-over-title = { $outlet }: отбой
notice-over-content = { subject } с { $over } снова в порядке. Тревога началась в { $began }.
notice-over-outage = { subject } с { $over } снова отвечает. Неполадки начались в { $began }.
notice-over-reported = Сообщение про { object }, поступившее в { $began }, закрыто в { $over }.
notice-over-unseen = С { $over } снова удаётся проверить { object }. Не удавалось с { $began }.

button-acknowledge = Беру на себя
button-open = Открыть
button-recheck = Перепроверить

# Sent on request, to see whether an alert arrives.
notice-test-title = Frontwatch: это проверка
notice-test-body = Так до вас дойдёт оповещение. Ни с одним сайтом ничего не случилось.
test-arrived = { $kind ->
    [webhook] Сервер вебхука получил оповещение.
    [email] Почтовый сервер принял письмо: скоро оно должно быть в ящике.
   *[other] Служба уведомлений приняла оповещение: оно уже должно быть на экране.
}
test-failed = Оповещение не дошло: { $why }.
