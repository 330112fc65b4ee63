# What `frontwatch doctor` found of each thing that an alert depends on.

doctor-ok = tamam
doctor-note = not
doctor-trouble = SORUN

doctor-configuration = yapılandırma
doctor-store = veri deposu
doctor-outbox = gönderilecekler
doctor-notifications = bildirimler
doctor-tray = tepsi
doctor-keychain = anahtarlık
doctor-network = ağ
doctor-clock = saat
doctor-test = { $kind ->
    [webhook] “{ $name }” adlı webhook kanalıyla deneme
    [email] “{ $name }” adlı e-posta kanalıyla deneme
   *[desktop] deneme bildirimi
}

doctor-named = { $file } dosyasında { $outlets } haber sitesi ve { $addresses } adres var
doctor-open-to-others = bu bilgisayardaki başkaları onu okuyabilir ve içinde webhook adresleri bulunabilir: `chmod 600 { $file }` onu yalnızca size açık bırakır
doctor-writable = { $folder } dizinine yazılabiliyor

doctor-nothing-ever = şimdiye kadar gönderilecek bir şey olmadı
doctor-none-waits = gönderilmeyi bekleyen uyarı yok
doctor-waiting = gönderilemeyen uyarılar bekliyor: { $which }. Çalışmakta olan izleme bunları yeniden dener
doctor-waiting-by = { $channel } için { $count } uyarı ({ $why })
doctor-not-tried = henüz denenmedi

doctor-server = { $name } { $version } ({ $vendor }) yanıt veriyor; { $buttons ->
    [shown] düğmeleri gösteriyor
   *[none] düğmeleri göstermiyor: uyarılar okunabilir, yanıtlanamaz
}
doctor-no-server = { $why }. Bir bildirim sunucusu çalışana kadar bu masaüstünde hiçbir uyarı görünemez; `frontwatch watch` sürer, uyarıları kendi terminaline yazar ve bir sunucu çalışmaya başlayınca onları iletir
doctor-tray-elsewhere = tepsi simgesi `frontwatch-desktop` programına aittir; simgenin gösterilip gösterilemediğini bu program başlarken bildirir

doctor-keychain-unneeded = şu anda gerekmiyor; durumu: { $why }
doctor-keychain-answers = yanıt veriyor ve { $kept } kimlik bilgisi tutuyor; yapılandırmada belirtilen: { $named }
doctor-credential = “{ $name }” adlı kimlik bilgisi yalnızca şu adrese gönderilir: { $origin }; bu yüzden { $without }
doctor-no-look = { $address } kontrol edilemiyor
doctor-no-alert = { $channel } kanalıyla uyarı gönderilemiyor

doctor-all-answer = { $count } haber sitesinin tümü yanıt veriyor
doctor-none-answers = hiçbir haber sitesi yanıt vermiyor: { $outlets }. Bu bilgisayar çevrim içi mi?
doctor-some-answer = { $count } haber sitesi yanıt veriyor, şunlar vermiyor: { $outlets }
doctor-silent = { $outlet } ({ $why })

doctor-no-time = hiçbir haber sitesi saatin kaç olduğunu bildirmiyor
doctor-clock-agrees = haber sitelerinin sunucularıyla uyumlu
doctor-clock-off = bu bilgisayarın saati ile haber sitelerinin sunucuları arasında { $span } fark var: saati ağ üzerinden ayarlayın, yoksa uyarılardaki saatler yanlış olur
doctor-minutes = { $count } dakika
doctor-hours = { $count } saat
doctor-days = { $count } gün

bundle-made = Hata bildirimi için { $file } hazırlandı. Düz metindir: göndermeden önce okuyun.
bundle-holds = İçinde: sürümler, yukarıdakilerin tümü, yapılandırma, veri deposunun boyutu ve sağlam olup olmadığı, günlüklerin son satırları.
bundle-lacks = İçinde olmayanlar: sayfalar ve metinleri, gizli bilgiler ve adları, adreslerde "?" işaretinden sonra ve "@" işaretinden önce gelenler, webhook adreslerinin sunucu adından sonrası, e-posta adresleri, şablonlar, haber merkezinizin adımları, yorumlar, ev klasörünüzün adı. Yayınlarınızın adları ve adresleri içindedir.
bundle-failed = { $file } hazırlanamadı: { $why }
