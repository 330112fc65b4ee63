# What is said of names, read after "Report: " and in lists. Names and addresses in arguments come from whoever answers.

signal-names-servers = { $name } adına indi başqa DNS serverləri xidmət göstərir: əvvəl { $before }, indi { $now }. Bu serverləri kim idarə edirsə, oxucuların nə görəcəyinə də o qərar verir
signal-names-vanished = { $name } adı artıq heç yerə aparmır: oxucular saytı tapa bilmir
signal-names-alias = { $name } adı indi başqasının adına yönləndirilir: { $now }
signal-names-address = { $name } adı indi əvvəllər heç vaxt olmadığı şəbəkəyə aparır: { $now }
signal-names-differ = oxucuların bir hissəsi başqa yerə yönləndirilir: { $resolver } xidməti { $name } adı üçün { $now } cavabını verir, digərləri isə yox
signal-names-denied = oxucuların bir hissəsi saytı tapa bilmir: { $resolver } xidmətinə görə { $name } heç yerə aparmır, digərlərinə görə isə aparır
signal-names-mail = { $name } ünvanına göndərilən məktublar indi başqasına gedir: { $now }
signal-names-private = { $name } üçün bütün cavablar daxili şəbəkənin ünvanlarıdır (məsələn, otelin giriş səhifəsi belə cavab verir): { $now }
signal-names-unanswered = { $name } adının hara apardığını öyrənmək mümkün olmadı: sorğu göndərilən serverlər cavab verə bilmədi
signal-names-unread = bu ad üçün gələn cavabları oxumaq mümkün deyil
