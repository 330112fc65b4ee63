### What is said of certificates and of how pages are transported.

signal-certificate-untrusted = okurlar güvenlik uyarısı görüyor: sitenin sertifikasını imzalayan { $issuer } güvenilir kurumlar arasında değil
signal-certificate-self-signed = okurlar güvenlik uyarısı görüyor: sitenin sertifikasını kendisinden başka imzalayan yok
signal-certificate-name = okurlar güvenlik uyarısı görüyor: sertifika başka bir ada ait ({ $name })
signal-certificate-revoked = okurlar güvenlik uyarısı görüyor: { $issuer }, sitenin sertifikasını iptal etti
signal-certificate-expired = okurlar güvenlik uyarısı görüyor: sitenin sertifikasının süresi doldu ({ $until })
signal-certificate-early = okurlar güvenlik uyarısı görüyor: sitenin sertifikası { $from } öncesinde geçerli değil
signal-certificate-unread = site, okunabilen bir sertifika göstermiyor
signal-certificate-incomplete = bazı okurlar güvenlik uyarısı görebilir: site, sertifikasını doğrulayan ara sertifikaları artık göndermiyor
signal-certificate-issuer = sitenin sertifikasını artık başka bir kurum imzalıyor: { $issuer }; önceki: { $before }
signal-certificate-key = site, daha önce hiç göstermediği bir anahtar gösteriyor ve bunu onaylayan bir kurum yok
signal-certificate-expiry = sitenin sertifikasının süresi üç haftadan kısa sürede doluyor ({ $until }) ve sertifika yenilenmedi
signal-certificate-expiry-fortnight = sitenin sertifikasının süresi iki haftadan kısa sürede doluyor ({ $until }) ve sertifika yenilenmedi
signal-certificate-expiry-week = sitenin sertifikasının süresi bir haftadan kısa sürede doluyor ({ $until }); o zaman okurlar güvenlik uyarısı görecek
signal-certificate-expiry-day = sitenin sertifikasının süresi bir günden kısa sürede doluyor ({ $until }); o zaman okurlar güvenlik uyarısı görecek
signal-certificate-protocol = siteyle kurulan bağlantılar her zamankinden daha az korunuyor
signal-certificate-opened = bu bilgisayarda veya ağında bir şey şifreli bağlantıları çözüyor: artık her site { $issuer } tarafından imzalanmış görünüyor
signal-transport-plain = sayfa artık şifrelenmeden geliyor; her zaman şifreli gelirdi
signal-transport-unshown = tarayıcılar artık sayfayı göstermiyor, dosya olarak kaydediyor ya da kodunu gösteriyor: “{ $said }” olarak gönderiliyor
signal-transport-host = artık sitenin başka bir sunucusu yanıt veriyor: { $host }
signal-transport-hsts = site artık tarayıcılara yalnızca şifreli bağlantı kullanmalarını söylemiyor
signal-transport-csp = site artık tarayıcılara, sayfalarının neleri yükleyebileceğini söylemiyor
signal-transport-server = artık başka türde bir sunucu yanıt veriyor: { $server }
signal-robots-header = sunucu, arama motorlarından sayfayı unutmalarını istiyor

baseline-certificate-taken = site, { $issuer } tarafından verilmiş bir sertifika gösteriyor (geçerlilik sonu: { $until })
baseline-certificate-current = sertifikasını imzalayan: { $issuer }, geçerlilik: { $from } – { $until }
baseline-certificate-signer = sertifikasını imzalayanlardan biri: { $issuer }
baseline-certificate-untrusted = tarayıcılar sertifikasına hiçbir zaman güvenmedi; bu hep böyleydi
baseline-certificate-keys = kendisine ait { $keys } anahtar biliniyor
