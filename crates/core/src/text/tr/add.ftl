# What is seen of a site before its outlet is added, and what a person is asked.

add-elsewhere = Adres başka bir siteye yönlendiriyor: { $host }. Bu sitenin size ait olduğundan emin olun.
add-https = Ana sayfa https üzerinden geliyor ve tarayıcılara yalnızca https kullanmaları söyleniyor (HSTS).
add-https-only = Ana sayfa https üzerinden geliyor, ancak tarayıcılara yalnızca https kullanmaları söylenmiyor (HSTS yok).
add-no-https = Ana sayfa https olmadan geliyor: arada bulunan herkes onu fark edilmeden değiştirebilir.
add-server = Sunucu kendini şöyle tanıtıyor: { $server }.
add-generator = Sayfalarda, hazırlandıkları yazılım olarak { $generator } belirtiliyor.
add-certificate = Sitenin sertifikasını imzalayan: { $issuer }; geçerlilik sonu: { $until }.
add-no-certificate = Tarayıcılar sitenin sertifikasına güvenmiyor: okurlar güvenlik uyarısı görüyor.
add-names = Alan adına hizmet veren: { $servers }; e-postaları alan: { $mail }.
add-names-no-mail = Alan adına hizmet veren: { $servers }; bu alan adı e-posta almıyor.
add-feed = { $count ->
    [0] Haber akışında hiç haber yok.
   *[other] Haber akışında { $count } haber var.
}
add-feed-sitemaps = { $count ->
    [0] Haber akışı, boş bir site haritası listesi.
   *[other] Haber akışı, { $count } site haritasından oluşan bir liste: en yeni haberlerin bulunduğu haritaya bakılıyor.
}
add-admin-login = parola istiyor
add-admin-denied = herkesi geri çeviriyor
add-admin-gone = bulunmuyor
add-admin-users = kullanıcılarını listeliyor
add-no-feed = Haber akışı bulunamadı. Akış olmadan, kaybolan haberler fark edilemez.
add-left-out = { $address } alınmadı: bu adres zaten { $outlet } kapsamında izleniyor.
add-users-open = { $path } adresindeki kullanıcı listesini herkes okuyabiliyor. Siteyi yönetenlerden bunu kapatmalarını isteyin.
add-probe-done = { $found ->
    [0] Alışılmış yerlerde hiçbir adres bulunamadı
   *[other] Alışılmış yerlerde { $found } adres bulundu
}; { $asked } istek yapıldı.
add-probe-stopped = Site bir isteği reddettiği için başka istek yapılmadı; bulunanlar eksik olabilir.

answer-yes = evet
add-may-you = Bu siteyi siz mi yönetiyorsunuz veya izleme izniniz var mı? Evet ise { answer-yes } yazın:
add-may-probe = Alışılmış yerlerde bir giriş sayfası ve bir haber akışı da aransın mı? Art arda en fazla 12 istek yapılır. Evet ise { answer-yes } yazın:
add-write = Bu haber sitesi { $file } dosyasına yazılsın mı? Evet ise { answer-yes } yazın:
add-nobody-to-ask = Soruları yanıtlayacak kimse yok. Bu siteyi yönetiyorsanız veya izleme izniniz varsa ve dosyaya yazılmasını istiyorsanız --yes ekleyin.
add-nothing-written = Hiçbir şey yazılmadı.
add-written = { $file } dosyasına yazıldı; çalışmakta olan izleme bunu kendiliğinden devralır

# A list of outlets from another program.
list = { $add ->
    [0] Yeni haber sitesi yok
   *[other] { $add } haber sitesi yeni
}; { $known ->
    [0] zaten izlenen adres yok
   *[other] { $known } adres zaten izleniyor
}; { $refused ->
    [0] reddedilen satır yok
   *[other] { $refused } satır reddedildi
}.
list-line = { $line }. satır: { $what }: { $why }
list-no-address = bir site adresi değil
list-other-scheme = bir sitenin adresi https:// veya http:// ile başlar
list-password = adreste ad ve parola bırakmayın
list-broken = liste burada bozuk; devamı okunmadı
list-too-many = bir seferde alınandan fazla
list-write = { $count } haber sitesi { $file } dosyasına yazılsın mı? Yalnızca bu siteleri siz yönetiyorsanız veya izleme izniniz varsa. Evet ise { answer-yes } yazın:
