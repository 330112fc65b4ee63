# One sentence for each kind of signal, read after "Report: " and in lists. Names and texts in arguments come from the
# watched page.

signal-collapse-page = пропала большая часть главной страницы: осталось { $percent }% обычного текста и ссылок
signal-lost-headings = заголовки пропали; раньше их всегда было не меньше { $count }
signal-lost-page = пропало { $percent }% того, что на странице никогда не менялось
signal-lost-navigation = пропала навигация: { $count ->
    [one] { $count } ссылка, которая никогда не менялась
    [few] { $count } ссылки, которые никогда не менялись
    [many] { $count } ссылок, которые никогда не менялись
   *[other] { $count } ссылки, которые никогда не менялись
}
signal-takeover-page = на месте этой страницы другая
signal-title-replaced = у страницы другой заголовок: «{ $title }»
signal-title-card = в соцсетях страница теперь показывается под другим заголовком: «{ $title }»
signal-title-markup = в заголовок страницы вписан код
signal-wording-title = заголовок страницы утверждает, что она захвачена: «{ $text }»
signal-wording-heading = один из заголовков утверждает, что страница захвачена: «{ $text }»
signal-wording-text = текст на странице утверждает, что она захвачена: «{ $text }»
signal-cover-picture = главную страницу закрывает картинка, которой там никогда не было
signal-cover-element = главную страницу закрывает что-то, чего там никогда не было
signal-cover-frame = главную страницу закрывает чужая страница
signal-cover-hidden = новый стиль скрывает главную страницу
signal-cover-pushed = что-то высотой во весь экран вытесняет с него главную страницу
signal-cover-bar = слова, которых там никогда не было, остаются на экране при прокрутке: «{ $text }»
signal-link-scattered = { $count ->
    [one] { $count } ссылка в разных местах ведёт
    [few] { $count } ссылки в разных местах ведут
    [many] { $count } ссылок в разных местах ведут
   *[other] { $count } ссылки в разных местах ведут
} на { $host }, хотя раньше туда не вела ни одна
signal-wallet-placed = читателей просят перевести криптовалюту на адрес, которого там никогда не было
signal-cover-made-up = новый стиль закрывает главную страницу или накладывает на неё слова либо картинку
signal-image-top = новая картинка там, где картинок никогда не было, источник — { $host }
signal-image-logo = логотип заменён другой картинкой, источник — { $host }
signal-image-everywhere = одна и та же новая картинка стоит в { $count ->
    [one] { $count } месте
   *[other] { $count } местах
}
signal-image-words = одни и те же новые слова стоят вместо { $count ->
    [one] { $count } картинки
   *[other] { $count } картинок
}
signal-image-exchanged = { $count ->
    [one] { $count } картинка приходит
    [few] { $count } картинки приходят
    [many] { $count } картинок приходят
   *[other] { $count } картинки приходят
} с сервера, откуда картинки никогда не приходили: { $host }
signal-source-script = скрипт с сервера, которого там никогда не было: { $host }
signal-source-frame = фрейм с сервера, которого там никогда не было: { $host }
signal-source-object = встроенный объект с сервера, которого там никогда не было: { $host }
signal-source-style = таблица стилей с сервера, которого там никогда не было: { $host }
signal-source-form = форма отправляет введённое на чужой сервер: { $host }
signal-source-base = все адреса на странице теперь ведут на чужой сервер: { $host }
signal-source-refresh = страница перенаправляет читателей на чужой сервер: { $host }
signal-source-canonical = страница указывает, что она принадлежит другому сайту: { $host }
signal-source-icon = значок страницы приходит с чужого сервера: { $host }
signal-source-elsewhere = страница указывает, что её адрес — на другом сайте: { $host }
signal-script-replaces = новый скрипт подменяет страницу целиком
signal-script-packed = код нового скрипта намеренно сделан нечитаемым
signal-script-redirects = новый скрипт отправляет читателей на другой адрес
signal-script-reads = новый скрипт считывает то, что вводят в поля
signal-script-rewrites = новый скрипт скрывает страницу или переписывает её заголовки
signal-script-stays = новый скрипт остаётся у читателей и после ухода со страницы
signal-script-new = на странице новый скрипт
signal-link-hijacked = { $count ->
    [one] { $count } ссылка теперь ведёт
    [few] { $count } ссылки теперь ведут
    [many] { $count } ссылок теперь ведут
   *[other] { $count } ссылки теперь ведут
} на чужой сайт: { $host }
signal-link-hidden = скрытые ссылки ведут на чужие сайты, например на { $host }
signal-link-block = ссылки на чужие сайты там, где ссылок не было, например на { $host }
signal-link-buried = { $count ->
    [one] { $count } скрытая ссылка стоит
    [few] { $count } скрытые ссылки стоят
    [many] { $count } скрытых ссылок стоят
   *[other] { $count } скрытой ссылки стоят
} в одном месте, где раньше не было ни одной
signal-link-redirected = { $count ->
    [one] { $count } ссылка с прежними словами ведёт
    [few] { $count } ссылки с прежними словами ведут
    [many] { $count } ссылок с прежними словами ведут
   *[other] { $count } ссылки с прежними словами ведут
} теперь на чужой сайт: { $host }
signal-link-moved = { $count ->
    [one] { $count } заголовок ведёт не туда, куда вёл
    [few] { $count } заголовка ведут не туда, куда вели
    [many] { $count } заголовков ведут не туда, куда вели
   *[other] { $count } заголовка ведут не туда, куда вели
} раньше
signal-link-program = чужой сайт предлагает читателям программу: { $host }
signal-headline-shared = над { $count ->
    [one] { $count } материалом
   *[other] { $count } разными материалами
} стоит одна и та же новая фраза
signal-headline-same = { $count ->
    [one] { $count } заголовок повторяет
    [few] { $count } заголовка повторяют
    [many] { $count } заголовков повторяют
   *[other] { $count } заголовка повторяют
} одно и то же: «{ $text }»
signal-headline-entries = изменено { $percent }% названий разделов и коротких ссылок
signal-headline-rewritten = переписано { $percent }% оставшихся заголовков
signal-language-changed = письменность текста теперь другая: { $writing ->
    [Latin] латиница
    [Cyrillic] кириллица
    [Arabic] арабская
    [Hebrew] еврейская
    [Greek] греческая
    [Han] китайские иероглифы
    [Kana] японская кана
    [Hangul] корейская
    [Indic] индийская
   *[other] неизвестная
}
signal-text-hidden = почти весь текст скрыт: видно { $percent }%
signal-text-buried = { $count ->
    [one] { $count } знак скрытого текста
    [few] { $count } знака скрытого текста
    [many] { $count } знаков скрытого текста
   *[other] { $count } знака скрытого текста
} там, где его не было
signal-text-added = слова там, где слов никогда не было ({ $count ->
    [one] { $count } знак
    [few] { $count } знака
    [many] { $count } знаков
   *[other] { $count } знака
})
signal-text-placed = над страницей { $count ->
    [one] { $count } знак текста
    [few] { $count } знака текста
    [many] { $count } знаков текста
   *[other] { $count } знака текста
}, где его никогда не было
signal-language-turned = направление письма на странице теперь противоположное
signal-charset-declared = страница указывает, что написана в другой кодировке: { $charset }
signal-charset-served = сервер указывает, что страница написана в другой кодировке: { $charset }
signal-robots-noindex = страница просит поисковики забыть её
signal-markup-new = в страницу встроено то, чего в ней никогда не было: { $word }
signal-language-declared = страница указывает, что написана на другом языке: { $language }
signal-style-new = новые указания в коде страницы меняют её вид
signal-collapse-code = пропало { $percent }% того, что страница всегда загружала: её скриптов и стилей
signal-collapse-logo = пропал логотип
signal-collapse-styles = у страницы больше нет оформления: остался голый список
signal-collapse-scripts = пропало { $percent }% скриптов
signal-collapse-layout = пропали части страницы, которые были всегда ({ $percent }% её вёрстки)
signal-collapse-pictures = пропало { $percent }% картинок
signal-collapse-headings = пропало { $percent }% заголовков
signal-collapse-links = пропало { $percent }% ссылок
signal-collapse-elements = пропало { $percent }% страницы
signal-collapse-text = пропало { $percent }% текста
signal-grown-text = страница длиннее, чем когда-либо, на { $count ->
    [one] { $count } знак
    [few] { $count } знака
    [many] { $count } знаков
   *[other] { $count } знака
}
signal-grown-end = что-то добавлено после конца страницы
signal-language-passage = слова { $writing ->
    [Latin] латиницей
    [Cyrillic] кириллицей
    [Arabic] арабским письмом
    [Hebrew] еврейским письмом
    [Greek] греческими буквами
    [Han] китайскими иероглифами
    [Kana] японской каной
    [Hangul] корейским письмом
    [Indic] индийским письмом
   *[other] неизвестным письмом
}, чего на странице никогда не было
signal-fixed-words = изменены слова, которые не менялись { $looks ->
    [one] { $looks } проверку
    [few] { $looks } проверки
    [many] { $looks } проверок
   *[other] { $looks } проверки
} подряд
signal-fixed-link = ссылки на другие сайты, которые не менялись { $looks ->
    [one] { $looks } проверку
    [few] { $looks } проверки
    [many] { $looks } проверок
   *[other] { $looks } проверки
} подряд, ведут теперь в другое место
signal-fixed-address = страница называет своим другой адрес; прежний не менялся { $looks ->
    [one] { $looks } проверку
    [few] { $looks } проверки
    [many] { $looks } проверок
   *[other] { $looks } проверки
} подряд
signal-sound-plays = страница сама включает звук
signal-login-added = страница спрашивает пароль, чего никогда не делала
signal-login-open = панель управления открывается без авторизации
signal-redirect-foreign = адрес теперь ведёт на другой сайт: { $host }
signal-availability-maintenance = сайт сообщает, что на нём ведутся работы
signal-availability-robot-check = перед страницей стоит проверка на робота
signal-availability-refused = сайт отклоняет запросы Frontwatch (код { $status })
signal-availability-error = сайт отвечает страницей ошибки (код { $status })
signal-availability-unreachable = сайт не даёт пригодного ответа
signal-feed-unread = это не лента, которую можно прочитать: не RSS, не Atom, не JSON Feed и не карта сайта
signal-feed-broken = лента обрывается; удалось прочитать только { $count ->
    [one] { $count } первый материал
    [few] { $count } первых материала
    [many] { $count } первых материалов
   *[other] { $count } первого материала
}
signal-feed-index = это список из { $count ->
    [one] { $count } карты сайта
   *[other] { $count } карт сайта
}; материалы перечислены там
signal-feed-circular = в этом списке карт сайта указан только он сам
signal-feed-empty = лента пуста; раньше в ней { $count ->
    [one] был { $count } материал
    [few] было { $count } материала
    [many] было { $count } материалов
   *[other] было { $count } материала
}
signal-feed-vanished = из ленты { $count ->
    [one] пропал { $count } материал
    [few] пропали { $count } материала
    [many] пропало { $count } материалов
   *[other] пропало { $count } материала
}, более старые остались
signal-feed-removed = из ленты раньше времени { $count ->
    [one] убран { $count } материал
    [few] убраны { $count } материала
    [many] убрано { $count } материалов
   *[other] убрано { $count } материала
}
signal-feed-moved = { $count ->
    [one] { $count } материал в ленте ведёт
    [few] { $count } материала в ленте ведут
    [many] { $count } материалов в ленте ведут
   *[other] { $count } материала в ленте ведут
} не на прежний адрес, например: { $address }
signal-feed-retitled = материалы в ленте переписаны, например «{ $title }»
signal-feed-links = { $count ->
    [one] { $count } материал в ленте ведёт
    [few] { $count } материала в ленте ведут
    [many] { $count } материалов в ленте ведут
   *[other] { $count } материала в ленте ведут
} на чужой сайт: { $host }
signal-feed-flood = в ленте разом { $count ->
    [one] появился { $count } новый материал
    [few] появились { $count } новых материала
    [many] появилось { $count } новых материалов
   *[other] появилось { $count } нового материала
}
signal-painted-changed = таблица стилей самой страницы { $file } теперь другая
signal-painted-cover = таблица стилей самой страницы { $file } теперь накладывает что-то на главную страницу
signal-painted-hidden = таблица стилей самой страницы { $file } теперь скрывает главную страницу
signal-painted-made-up = таблица стилей самой страницы { $file } теперь накладывает слова или картинку на главную страницу
signal-painted-behind = таблица стилей самой страницы { $file } теперь подкладывает картинку под главную страницу
signal-painted-import = таблица стилей самой страницы { $file } подключает ещё одну с сервера, которого там никогда не было: { $host }
signal-planted-changed = скрипт самой страницы { $file } теперь другой
signal-planted-loads = скрипт самой страницы { $file } теперь обращается к серверу, которого никогда не упоминал: { $host }
signal-planted-replaces = скрипт самой страницы { $file } теперь подменяет страницу целиком
signal-planted-packed = в скрипт самой страницы { $file } вставлен нечитаемый код
signal-planted-redirects = скрипт самой страницы { $file } теперь отправляет читателей на другой адрес
signal-planted-reads = скрипт самой страницы { $file } теперь считывает то, что вводят в поля
signal-planted-rewrites = скрипт самой страницы { $file } теперь скрывает страницу или переписывает её заголовки
signal-picture-repainted = на логотипе теперь не то, что было всегда, хотя адрес тот же ({ $file })
signal-picture-unread = на месте логотипа картинка, которую нельзя прочитать: она повреждена, слишком велика или слишком сложна ({ $file })
signal-picture-logo = логотип заменён другим, и на нём не то, что было ({ $file })
signal-picture-same = одно и то же теперь на { $count ->
    [one] { $count } картинке
   *[other] { $count } картинках
}, раньше все они различались
signal-picture-unwanted = на странице картинка, которую вы не хотите видеть: { $file }
signal-picture-elsewhere = на странице картинка, замеченная при инциденте у издания { $outlet }
