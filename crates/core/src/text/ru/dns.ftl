# What is said of names, read after "Report: " and in lists. Names and addresses in arguments come from whoever answers.

signal-names-servers = имя { $name } теперь обслуживают другие DNS-серверы: { $now } вместо { $before }. Кто ими управляет, тот решает, что видят читатели
signal-names-vanished = имя { $name } больше никуда не ведёт: читатели не могут найти сайт
signal-names-alias = имя { $name } теперь ведёт дальше, на чужое имя: { $now }
signal-names-address = имя { $name } теперь ведёт в сеть, где его никогда не было: { $now }
signal-names-differ = часть читателей попадает не туда: для { $name } резолвер { $resolver } даёт { $now }, другие — нет
signal-names-denied = часть читателей не может найти сайт: по данным резолвера { $resolver } имя { $name } никуда не ведёт, по данным других — ведёт
signal-names-mail = почта для { $name } теперь уходит к кому-то другому: { $now }
signal-names-private = все ответы для { $name } — адреса частной сети, как у страницы входа в гостиничный Wi-Fi: { $now }
signal-names-unanswered = имя { $name } не удалось найти: никто из опрошенных не смог ответить
signal-names-unread = ответы по этому имени не удаётся прочитать
