# What went wrong. $detail is for whoever looks after the program: what another program says, or this one's own word for it.

own-fault = это ошибка Frontwatch, пожалуйста, сообщите о ней (подробности: «{ $detail }»)
as-said = { $text }

# Why the system did not do what it was asked.
system-not-found = такого файла или папки нет
system-denied = система не разрешает
system-exists = уже существует
system-no-folder = часть пути — не папка
system-folder = это папка
system-read-only = диск доступен только для чтения
system-full = диск заполнен
system-busy = используется другой программой
system-address-in-use = этот порт занят другой программой
system-timed-out = система не ответила вовремя
system-no-memory = не осталось памяти
system-not-text = внутри не текст
system-says = ответ системы: «{ $what }»

# The store.
holder = «{ $program }» (процесс { $pid }, с { $since })
store-held = { $dir } занимает { $holder }: сначала остановите эту программу или укажите другую папку с --data
store-newer = { $path }: записано более новой версией Frontwatch (формат { $found }; эта версия читает до { $supported }). Обновите Frontwatch или укажите другую папку с --data
store-outdated = { $path }: записано более старой версией Frontwatch (формат { $found }; эта версия читает { $supported }). Один раз запустите `frontwatch watch` этой версии — он обновит базу
store-missing = в { $path } пока ничего не сохранено: сначала запустите `frontwatch watch` или укажите его папку с --data
store-damaged = { $path }: база повреждена (подробности: «{ $detail }»). При первой возможности она будет отложена в сторону и никогда не перезаписана; если это не проходит, остановите Frontwatch и запустите снова
store-moved-aside = { $path }: база была повреждена (подробности: «{ $detail }»). Она сохранена как { $moved }; начата новая с тем, что удалось прочитать (инциденты: { $incidents }, версии нормы: { $baselines }). Недостающее изучается заново
store-found = Когда наблюдение начиналось, содержимое { $path } прочитать не удавалось, а теперь удаётся: наблюдение начинается с ним заново
store-read-only = { $path }: только чтение, запись невозможна. Проверьте права, диск и то, не держит ли файл кто-то ещё
store-full = диск заполнен: в { $path } больше ничего нельзя сохранить; освободите место
store-busy = { $path }: файл заблокирован другой программой (резервное копирование, просмотр баз данных?); закройте его там
store-no-shared-memory = { $path } лежит в файловой системе, которая не поддерживает общую память (сетевой диск?): используйте папку данных на локальном диске
store-slow = диск не отвечает: то, о чём сообщается сейчас, ещё не сохранено в { $path }; проверьте диск
store-refused = в { $path } ничего не сохранено (подробности: «{ $detail }»). Это ошибка Frontwatch, пожалуйста, сообщите о ней
store-io = { $path }: не удалось использовать: { $why }; проверьте права и диск
store-failed = { $path }: ошибка базы данных (подробности: «{ $detail }»). Проверьте диск, затем запустите `frontwatch doctor`
store-broke = хранилище { $path } сломалось, выполняя запрос. Это ошибка Frontwatch, пожалуйста, сообщите о ней
store-closed = { $path }: хранилище закрыто; запустите Frontwatch снова

# What was learned.
baseline-none = { $watch }: пока ничего не изучено
baseline-no-version = { $watch }: версии { $version } нет; список версий показывает `frontwatch baseline history`
baseline-unreadable = { $watch }: изученное сохранено в формате, который эта версия не читает; выберите более позднюю
baseline-no-page = { $watch }: нет страницы, которую можно подтвердить; попробуйте снова, когда она откроется

# The keychain, and what is kept there.
keychain-missing = в связке ключей нет учётных данных «{ $name }»: сохраните их командой `frontwatch credential set { $name } --origin https://…`
keychain-strange = то, что в связке ключей хранится как «{ $name }», записано не этой программой: удалите это и задайте заново
keychain-locked = связка ключей заблокирована: разблокируйте её (войдите в сеанс или ответьте на её запрос) и попробуйте снова
keychain-silent = связка ключей не отвечает: возможно, она ждёт, пока вы её разблокируете
keychain-unavailable = связкой ключей нельзя воспользоваться (подробности: «{ $detail }»). В Linux её ведёт gnome-keyring, KWallet или KeePassXC
secret-origin = это не адрес источника: напишите схему и узел, а если порт необычный, то и порт, например https://report.example или smtp://smtp.example:465
secret-in-the-clear = секрет отправляется только по https: по http его мог бы прочитать любой по пути
secret-length = длина секрета — от 1 до { $longest } байт
secret-mail = почтовому серверу нужны имя и пароль: напишите имя:пароль, без --bearer и --header
secret-no-colon = для имени и пароля напишите имя:пароль; для токена укажите --bearer или --header NAME
secret-characters = в секрете есть символы, которые нельзя отправить, например конец строки
secret-header = в заголовке с таким именем секрет отправить нельзя

# Alerts that do not arrive.
undelivered-no-server = ни один сервер уведомлений не отвечает (подробности: «{ $detail }»)
undelivered-refused = уведомление не принято: { $why }
notify-silent = сервер уведомлений не ответил за { $seconds } с
notify-unread = ответ сервера уведомлений не удаётся прочитать (подробности: «{ $detail }»)
notify-ended = часть Frontwatch, которая показывает уведомления, остановилась; запустите Frontwatch снова
far-silent = нет ответа за { $seconds } с
far-timed-out = нет ответа вовремя
far-no-name = такого имени не существует
far-no-answer-of-name = имя не удалось узнать
far-refuses = соединения отклоняются
far-dropped = соединение закрыто без ответа
far-unreachable = отсюда туда нет пути
far-untrusted = сертификат не вызывает доверия
far-unencrypted = не удалось установить шифрованное соединение
far-not-http = ответ не по HTTP
far-local = этот компьютер не дал установить соединение
far-unreached = связаться не удаётся
far-credential-elsewhere = учётные данные { $name } отправляются только на { $origin }, а это { $here }: задайте их для него заново
far-credential-missing = в связке ключей нет учётных данных { $name }: сохраните их командой `frontwatch credential set { $name } --origin { $origin }`
far-answers = ответ { $status }: { $what }
webhook-not-this = это оповещение не принимается; проверьте, таков ли шаблон, какого ждут
webhook-elsewhere = перенаправление; напишите адрес, на который оно ведёт
webhook-no-entry = доступ запрещён; проверьте адрес и учётные данные
webhook-none = такого вебхука нет; проверьте адрес
webhook-wait = просят подождать
webhook-not-so = оповещения в таком виде не принимаются
webhook-fails = сбой на той стороне
mail-answers = ответ почтового сервера { $status }: { $what }
mail-not-this = это письмо не принимается
mail-no-entry = доступ запрещён; проверьте имя и пароль
mail-not-these-people = письма от этого отправителя этим получателям не принимаются
mail-not-now = не сейчас
mail-not-so = письма в таком виде не принимаются
mail-no-mail-server = сервер отвечает не как почтовый или без шифрования; проверьте порт и учётные данные
mail-no-user = учётные данные — не имя и пароль: задайте их заново как имя:пароль
mail-unmade = письмо не удалось составить (подробности: «{ $detail }»)

# The configuration as a file.
configuration-missing = конфигурации { $file } нет: впишите в неё для каждого издания три строки: [[outlet]], name = "Ваша газета", homepage = "https://gazeta.example/"; `frontwatch demo` обходится без неё и показывает наблюдение в работе
configuration-unreadable = { $file } не удаётся прочитать: { $why }; проверьте права
configuration-unwritable = { $file } не удаётся записать: { $why }; проверьте права и диск
configuration-in-file = { $file }: { $what }

# Starting.
homeless = у этого пользователя нет домашней папки: укажите конфигурацию с --config и папку данных с --data
fetch-authority-unread = файл центра сертификации { $file } не удалось прочитать: { $why }; исправьте путь или уберите файл из `certificate_authorities`
fetch-authority-bad = { $file } — не сертификат PEM (подробности: «{ $detail }»): экспортируйте его в PEM или уберите из `certificate_authorities`
fetch-user-agent = «{ $agent }» нельзя отправить как User-Agent: используйте в `user_agent` только видимые символы ASCII
fetch-no-authorities = не удалось прочитать сертификаты центров сертификации (подробности: «{ $detail }»): проверьте, установлены ли сертификаты системы (пакет ca-certificates)
fetch-no-client = не удалось подготовить клиент HTTP (подробности: «{ $detail }»): проверьте, установлены ли сертификаты системы (пакет ca-certificates)
desktop-no-thread = уведомления показать нельзя: { $why }; закройте другие программы и запустите снова
desktop-no-display = здесь нет рабочего стола (не заданы ни DISPLAY, ни WAYLAND_DISPLAY): без него наблюдает `frontwatch watch`
desktop-ended = программа рабочего стола не смогла продолжить; без рабочего стола наблюдает `frontwatch watch`
desktop-not-started = программу рабочего стола не удалось запустить (подробности: «{ $detail }»)
demo-no-folder = не удалось создать временную папку: { $why }; проверьте диск
demo-no-newsroom = редакция для демонстрации не открылась (подробности: «{ $detail }»)
autostart-homeless = у этого пользователя нет домашней папки
autostart-file = { $file }: { $why }
