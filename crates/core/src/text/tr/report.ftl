# The report of one alarm, which a person hands on as text, and what stands beside it in the window. Each is a line of its own.

report-title = { $outlet }: { $what }
report-where = Nerede: { $place }, { $address }
report-urgency = { $severity ->
    [critical] Aciliyet: kritik
    [warning] Aciliyet: dikkat
   *[info] Aciliyet: not
}
report-state = Durum: { $state }
report-since = Başlangıç: { $since }, son görülme: { $last } ({ $looks } kontrol)
report-why = Neden
report-before = Önce: { $text }
report-now = Şimdi: { $text }
report-nothing = hiçbir şey
report-happened = Ne oldu
report-moment = { $at } – { $what }
report-kept = Saklanan sayfalar ve baytlarının SHA-256 değerleri
report-capture = { $at } – { $role }: durum kodu { $status }, { $bytes } bayt, { $address }
report-more = Burada listelenenlerden fazlası saklandı.
report-todo = Şimdi ne yapmalı
report-made = Frontwatch tarafından yazıldı, { $at }. Sayfadan alınan metinlerde http yerine hxxp yazılır; böylece kimse yanlışlıkla açmaz.

# Why a page was kept.
capture-baseline = olağan durum bundan öğrenildi
capture-before = önceki kontrol
capture-suspect = olağan dışı
capture-alarm = alarm anı
capture-hourly = saatte bir saklanan

# What happened of an incident, before it was one.
moment-last-good = her şeyin yolunda olduğu son kontrol
moment-first-bad = bunu gören ilk kontrol

# What to do when a page is not the newsroom's own, where the newsroom has written nothing else.
runbook-look = Sayfaya kendiniz bakın: başka bir tarayıcıda veya ofis ağı dışında bir telefonda.
runbook-call = Siteyi yönetenleri ve nöbetçi editörü arayın. (Adları ve numaraları burada yazmalı.)
runbook-logs = Herhangi bir şey geri yüklenmeden önce sunucu günlüklerini saklatın: ne olduğu ve davetsiz kişinin nasıl girdiği oradan anlaşılır.
runbook-push = Neyin değiştirildiğini öğrenene kadar anlık bildirimleri ve sosyal medya paylaşımlarını bekletin.
runbook-statement = Okurlar sorarsa: “Sitemizde bir sorun var ve gideriyoruz; şu anda orada yazanlar bize ait olmayabilir.”

# Why a person set an alarm aside.
why-design = tasarımı değiştirdik
why-advertisement = reklam
why-partner = bir iş ortağının içeriği
why-other = başka bir şey
why-cannot-tell = söyleyemiyorum
moment-set-aside = önemsiz sayıldı: { $why }

# After several alarms alike that were set aside. $selector names a part of a page as [outlet.ignore] does.
rule-leave-out = { $outlet } için birbirine benzeyen { $times } alarm önemsiz sayıldı ({ $why }). Frontwatch bundan sonra sayfaların “{ $selector }” bölümünü dışarıda bırakabilir. Sayfayı kaplayanlar, betikler, sayfa ve haber başlıkları orada yine değerlendirilir.
rule-no-part = { $outlet } için birbirine benzeyen { $times } alarm önemsiz sayıldı ({ $why }). Dışarıda bırakılabilecek kadar küçük bir bölüm bulunamadı. Önceden bildiğiniz bir değişiklik için yapılandırmadaki [[outlet.planned]], neyin ne kadar süreyle beklendiğini belirtir.
rule-never = { $outlet } için birbirine benzeyen { $times } alarm önemsiz sayıldı ({ $why }). Bunların konusu hiçbir zaman dışarıda bırakılmaz: saldırı da aynı görünür. Size aitse “Bunu biz yaptık” deyin; öğrenilir.
rule-left-out = “{ $selector }” bölümü dışarıda bırakıldı.
