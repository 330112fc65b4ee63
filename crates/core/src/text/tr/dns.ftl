# What is said of names, read after "Report: " and in lists.

signal-names-servers = { $name } alan adına artık başka alan adı sunucuları hizmet veriyor: { $before } yerine { $now }. Okurların ne göreceğine bu sunucuları yönetenler karar verir
signal-names-vanished = { $name } alan adı artık hiçbir yere yönlendirmiyor: okurlar siteyi bulamıyor
signal-names-alias = { $name } alan adı artık başkasına ait bir ada yönlendiriyor: { $now }
signal-names-address = { $name } alan adı artık daha önce hiç bulunmadığı bir ağa yönlendiriyor: { $now }
signal-names-differ = bazı okurlar başka bir yere yönlendiriliyor: { $resolver ->
    [system] sistemin DNS sunucusu
   *[other] { $resolver }
}, { $name } için { $now } yanıtını veriyor, diğerleri vermiyor
signal-names-denied = bazı okurlar siteyi bulamıyor: { $resolver ->
    [system] sistemin DNS sunucusu
   *[other] { $resolver }
}, { $name } alan adının hiçbir yere yönlendirmediğini bildiriyor, diğerleri bildirmiyor
signal-names-mail = { $name } alan adına gelen e-postalar artık başkasına gidiyor: { $now }
signal-names-private = { $name } için verilen her yanıt özel bir ağın adresi; örneğin otellerin giriş sayfaları böyle yanıt verir: { $now }
signal-names-unanswered = { $name } alan adı sorgulanamadı: sorulan sunucular yanıt veremedi
signal-names-unread = bu alan adı için gelen yanıtlar okunamıyor
