# What `frontwatch doctor` found of each thing that an alert depends on.

doctor-ok = хорошо
doctor-note = заметка
doctor-trouble = ПРОБЛЕМА

doctor-configuration = конфигурация
doctor-store = хранилище
doctor-outbox = очередь отправки
doctor-notifications = уведомления
doctor-tray = трей
doctor-keychain = связка ключей
doctor-network = сеть
doctor-clock = часы
doctor-test = { $kind ->
    [webhook] проверка через вебхук «{ $name }»
    [email] проверка по почтовому каналу «{ $name }»
   *[desktop] пробное уведомление
}

doctor-named = в { $file } { $outlets ->
    [one] { $outlets } издание
    [few] { $outlets } издания
    [many] { $outlets } изданий
   *[other] { $outlets } издания
}, { $addresses ->
    [one] { $addresses } адрес
    [few] { $addresses } адреса
    [many] { $addresses } адресов
   *[other] { $addresses } адреса
}
doctor-open-to-others = другие пользователи этого компьютера могут его прочитать, а в нём могут быть адреса вебхуков: `chmod 600 { $file }` оставит доступ только вам
doctor-writable = каталог { $folder } доступен для записи

doctor-nothing-ever = отправлять пока было нечего
doctor-none-waits = нет оповещений, ожидающих отправки
doctor-waiting = есть оповещения, которые не удалось отправить: { $which }. Работающее наблюдение попробует снова
doctor-waiting-by = { $channel } — { $count } ({ $why })
doctor-not-tried = попыток ещё не было

doctor-server = { $name } { $version } ({ $vendor }) отвечает; { $buttons ->
    [shown] кнопки показываются
   *[none] кнопки не показываются: оповещения можно прочитать, но не ответить на них
}
doctor-no-server = { $why }. Пока не запущена служба уведомлений, на этом рабочем столе не появится ни одно оповещение; `frontwatch watch` продолжает работу, пишет оповещения в свой терминал и доставит их, когда служба появится
doctor-tray-elsewhere = значок в трее показывает программа `frontwatch-desktop`; при запуске она сообщает, есть ли трей

doctor-keychain-unneeded = сейчас она не нужна; её состояние: { $why }
doctor-keychain-answers = отвечает, учётных данных в ней: { $kept }; в конфигурации указано: { $named }
doctor-credential = учётные данные «{ $name }» отправляются только на { $origin }, поэтому { $without }
doctor-no-look = адрес { $address } нельзя проверить
doctor-no-alert = по каналу { $channel } оповещения не отправляются

doctor-all-answer = отвечают все издания: { $count }
doctor-none-answers = не отвечает ни одно издание: { $outlets }. Этот компьютер в сети?
doctor-some-answer = { $count ->
    [one] отвечает { $count } издание
    [few] отвечают { $count } издания
    [many] отвечают { $count } изданий
   *[other] отвечает { $count } издания
}, не отвечают: { $outlets }
doctor-silent = { $outlet } ({ $why })

doctor-no-time = ни одно издание не сообщает, который час
doctor-clock-agrees = сходятся с серверами изданий
doctor-clock-off = часы этого компьютера расходятся с серверами изданий на { $span }: настройте их по сети, иначе время в оповещениях будет неверным
doctor-minutes = { $count ->
    [one] { $count } минуту
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минуты
}
doctor-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
    [many] { $count } часов
   *[other] { $count } часа
}
doctor-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
   *[other] { $count } дня
}

bundle-made = Для сообщения об ошибке создан файл { $file }. Это обычный текст: прочтите его, прежде чем отправить.
bundle-holds = В нём: версии, всё перечисленное выше, конфигурация, размер и целость хранилища, последние строки журналов.
bundle-lacks = Не вошли: страницы и их тексты, секреты и их имена, то, что в адресах следует за "?" и стоит перед "@", адреса вебхуков после имени узла, почтовые адреса, шаблоны, памятка вашей редакции, комментарии, имя домашней папки. Названия и адреса ваших изданий в нём есть.
bundle-failed = Файл { $file } не создан: { $why }
