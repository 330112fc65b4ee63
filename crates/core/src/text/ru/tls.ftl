### What is said of certificates and of how pages are transported.

signal-certificate-untrusted = читатели видят предупреждение: издатель сертификата сайта — { $issuer }, и за него никто не ручается
signal-certificate-self-signed = читатели видят предупреждение: сертификат сайта подписан только самим собой
signal-certificate-name = читатели видят предупреждение: сертификат выдан на другое имя, { $name }
signal-certificate-revoked = читатели видят предупреждение: сертификат сайта отозван, издатель — { $issuer }
signal-certificate-expired = читатели видят предупреждение: срок сертификата сайта истёк в { $until }
signal-certificate-early = читатели видят предупреждение: сертификат сайта начнёт действовать только с { $from }
signal-certificate-unread = сайт не показывает сертификата, который можно прочитать
signal-certificate-incomplete = часть читателей может увидеть предупреждение: сайт больше не сообщает, кто ручается за его сертификат
signal-certificate-issuer = за сайт теперь ручается другой центр сертификации: { $issuer }; раньше был { $before }
signal-certificate-key = сайт показывает ключ, которого никогда не показывал, и за него никто не ручается
signal-certificate-expiry = срок сертификата сайта истекает в { $until }, меньше чем через три недели, а новый не выпущен
signal-certificate-expiry-fortnight = срок сертификата сайта истекает в { $until }, меньше чем через две недели, а новый не выпущен
signal-certificate-expiry-week = срок сертификата сайта истекает в { $until }, меньше чем через неделю; после этого читатели увидят предупреждение
signal-certificate-expiry-day = срок сертификата сайта истекает в { $until }, меньше чем через сутки; после этого читатели увидят предупреждение
signal-certificate-protocol = соединения с сайтом защищены слабее, чем всегда
signal-certificate-opened = что-то на этом компьютере или в его сети вскрывает зашифрованные соединения: теперь у всех сайтов издателем сертификата значится { $issuer }
signal-transport-plain = страница теперь приходит без шифрования, хотя всегда приходила с ним
signal-transport-unshown = браузеры больше не показывают страницу, а сохраняют её или показывают её код: она отправляется как «{ $said }»
signal-transport-host = теперь отвечает другой сервер этого же сайта: { $host }
signal-transport-hsts = сайт больше не предписывает браузерам настаивать на шифровании
signal-transport-csp = сайт больше не сообщает браузерам, что могут загружать его страницы
signal-transport-server = теперь отвечает сервер другого типа: { $server }
signal-robots-header = сервер просит поисковики забыть страницу

baseline-certificate-taken = сайт показывает сертификат, издатель — { $issuer }, действует до { $until }
baseline-certificate-current = сертификат сайта: издатель — { $issuer }, действует с { $from } до { $until }
baseline-certificate-signer = издателем сертификата бывает и { $issuer }
baseline-certificate-untrusted = браузеры никогда не доверяли этому сертификату; так было всегда
baseline-certificate-keys = собственных ключей известно: { $keys }
