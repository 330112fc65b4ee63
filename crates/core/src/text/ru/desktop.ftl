# The tray, the sentence on top of the window, and why something that was asked for could not be done.

standing-empty = Наблюдение пока не ведётся: изданий нет.
standing-refused = Наблюдение не ведётся: в конфигурации ошибка.
standing-normal = { $total ->
    [1] { $outlet }: всё в порядке.
    [one] У всех { $total } издания всё в порядке.
   *[other] У всех { $total } изданий всё в порядке.
}
standing-first-look = Идёт первая проверка { $total ->
    [1] издания.
    [one] { $total } издания.
   *[other] { $total } изданий.
}
standing-learning = Изучается, что считать нормой: { $learning } из { $total ->
    [one] { $total } издания.
   *[other] { $total } изданий.
}
standing-suspect = { $suspects ->
    [1] { $outlet }: есть отклонения, для тревоги их мало — { $what }.
    [one] У { $suspects } издания есть отклонения, для тревоги их мало. Первое — { $outlet }: { $what }.
   *[other] У { $suspects } изданий есть отклонения, для тревоги их мало. Первое — { $outlet }: { $what }.
}
standing-confirming = { $outlet }: что-то изменилось. Идёт повторная проверка.
standing-something = в чём дело, покажет повторная проверка
standing-unseen = { $unseen ->
    [1] Не удаётся проверить сайт { $outlet }. Это не значит, что всё в порядке.
    [one] Не удаётся проверить { $unseen } из { $total ->
        [one] { $total } издания
       *[other] { $total } изданий
    }. Это не значит, что всё в порядке.
   *[other] Не удаётся проверить { $unseen } из { $total ->
        [one] { $total } издания
       *[other] { $total } изданий
    }. Это не значит, что всё в порядке.
}
standing-alarm = { $alarms ->
    [1] { $outlet }: { $what } (с { $since }).
    [one] { $alarms } тревога. Первая — { $outlet }: { $what } (с { $since }).
    [few] { $alarms } тревоги. Первая — { $outlet }: { $what } (с { $since }).
    [many] { $alarms } тревог. Первая — { $outlet }: { $what } (с { $since }).
   *[other] { $alarms } тревоги. Первая — { $outlet }: { $what } (с { $since }).
}
standing-alarm-several = { $alarms ->
    [1] { $what } (с { $since }).
    [one] { $alarms } тревога. Первая: { $what } (с { $since }).
    [few] { $alarms } тревоги. Первая: { $what } (с { $since }).
    [many] { $alarms } тревог. Первая: { $what } (с { $since }).
   *[other] { $alarms } тревоги. Первая: { $what } (с { $since }).
}
standing-paused = Пауза: оповещений не будет, пока вы их не возобновите.{ $alarms ->
    [0] {""}
    [one] {" "}Не снята { $alarms } тревога.
    [few] {" "}Не сняты { $alarms } тревоги.
    [many] {" "}Не снято { $alarms } тревог.
   *[other] {" "}Не снято { $alarms } тревоги.
}
standing-paused-until = Пауза: до { $until } оповещений не будет.{ $alarms ->
    [0] {""}
    [one] {" "}Не снята { $alarms } тревога.
    [few] {" "}Не сняты { $alarms } тревоги.
    [many] {" "}Не снято { $alarms } тревог.
   *[other] {" "}Не снято { $alarms } тревоги.
}
standing-demonstration = Демонстрация. { $sentence }
standing-unwritten = Сейчас ничего не записывается. { $sentence }

recheck-nothing = Проверять пока нечего: сначала добавьте издание.
recheck-well = { $total ->
    [one] Проверена { $total } страница
    [few] Проверены { $total } страницы
    [many] Проверено { $total } страниц
   *[other] Проверено { $total } страницы
}: ничего необычного.
recheck-done = { $total ->
    [one] Проверена { $total } страница
    [few] Проверены { $total } страницы
    [many] Проверено { $total } страниц
   *[other] Проверено { $total } страницы
}: { $alarms ->
    [0] тревог нет
    [one] { $alarms } тревога
    [few] { $alarms } тревоги
    [many] { $alarms } тревог
   *[other] { $alarms } тревоги
}, отклонений: { $suspects }, не удалось проверить: { $unseen }.

# What is staged in the demonstration.
scene-learning = Шесть изданий публикуют новости, а Frontwatch изучает, что считать нормой для их главных страниц, панелей управления и материалов.
scene-cover = Главную страницу первого издания закрывает картинка с его же сервера.
scene-spread = Та же картинка закрывает ещё три главные страницы.
scene-panel = Панель управления первого издания открывается без авторизации.
scene-stories = Половина опубликованных материалов второго издания удалена.
scene-outage = Пятое издание больше не отвечает.
scene-restored = Редакция восстанавливает все пять сайтов.
scene-over = Больше ничего не разыгрывается. Издания продолжают публиковать, пока вы не завершите демонстрацию.

tray-recheck = Проверить сейчас
tray-open = Открыть Frontwatch
tray-pause-hour = Приостановить оповещения на час
tray-resume = Возобновить оповещения
tray-quit = Выйти и прекратить наблюдение

no-tray = На этом рабочем столе нет значков в трее. Наблюдение всё равно идёт; чтобы открыть это окно, запустите Frontwatch ещё раз.

trouble-no-such-incident = Эта тревога уже завершена.
trouble-already-taken = Этой тревогой уже кто-то занимается.
trouble-no-such-watch = За этой страницей наблюдение больше не ведётся.
trouble-changed = Страница изменилась после вопроса. Посмотрите, чем она отличается теперь.
trouble-in-question = Тревога на этой странице не закончилась или как раз проверяется. Сейчас было бы изучено то, что мог поставить злоумышленник. Сначала верните страницу в порядок и дождитесь конца тревоги или закройте то, о чём сообщили.
trouble-demonstration = В демонстрацию ничего добавить нельзя. Сначала завершите её.
trouble-alarm-first = У одного из ваших изданий тревога. Сначала посмотрите её.
trouble-no-such-outlet = За этим изданием наблюдение больше не ведётся.
trouble-elsewhere = Этот адрес не с сайта издания. Скопируйте адрес той страницы, которую видите.
trouble-stopped = Наблюдение остановилось. Закройте Frontwatch и запустите снова.
trouble-no-address = Это не адрес сайта. Введите его, как в браузере: report.example
trouble-other-scheme = Адрес сайта начинается с https:// или http://
trouble-password = Уберите из адреса имя пользователя и пароль.
trouble-status = Сайт отвечает, но с ошибкой (код { $status }). Проверьте адрес.
trouble-refused = Сайт не даёт себя проверить (код { $status }). Попросите тех, кто его обслуживает, пропускать Frontwatch, затем попробуйте снова.
trouble-already-watched = Этот адрес уже под наблюдением у издания { $outlet }.
trouble-not-proposed = С тех пор проверяли другой сайт. Вернитесь и проверьте этот ещё раз.
trouble-no-page = Сайт не отдаёт страницу: { $why }. Проверьте адрес и своё подключение.
trouble-not-written = Ничего не записано. { $why }
trouble-not-saved = Не удалось сохранить файл в «{ $folder }»: { $why }. Освободите там место или скопируйте текст.
# A file was saved. $path: where it is.
saved = Сохранено в файл { $path }. Прочитать его можете только вы.
# The name of a secret is in use. $whose: the channel or the outlet that it is for.
credential-taken = Секрет с именем «{ $name }» уже хранится для { $whose } и был бы потерян. Выберите другое имя.
trouble-no-backup = Резервная копия не создана: { $why }.
trouble-no-demonstration = Не удалось запустить демонстрацию: { $why }
trouble-not-opened = Не удалось открыть браузер: { $why }
trouble-list-too-long = Список больше 2 МБ. Разделите его.
trouble-no-list = Это не список, который можно прочитать: OPML, CSV со столбцом «homepage», экспорт changedetection.io или по одному адресу в строке.
trouble-autostart = Не удалось изменить запуск при входе в систему: { $why }
trouble-store = Не удалось прочитать сохранённое: { $why }
trouble-bad-request = Окно и программа не понимают друг друга ({ $why }). Закройте Frontwatch и запустите снова.
