# What the command line says besides its tables: what it is asked, what it did, and why it could not.

# The marks and states of what `frontwatch watch` prints.
terminal-mark = { $mark ->
    [over] BİTTİ
    [alarm] ALARM
   *[warning] UYARI
}
terminal-state = { $state ->
    [open] açık
    [acknowledged] biri ilgileniyor
   *[resolved] sona erdi
}
terminal-ended = izleme kendiliğinden durdu
terminal-again = İzleme kendiliğinden durdu. Bu, Frontwatch’ın bir hatasıdır, lütfen bildirin. İzleme yeniden başlatılıyor.
terminal-missed = { $count } olay, gösterilemeyecek kadar hızlı geldi

incident-unknown = { $id } numaralı bir olay yok: olayları `frontwatch incidents` listeler
list-unread = { $file } okunamıyor: { $why }

# `frontwatch add`: what stands before what was found.
found-name = ad
found-homepage = ana sayfa
found-title = başlığı
found-feed = akış
found-admin = yönetim

# `frontwatch credential`.
credential-column-name = ad
credential-column-origin = gönderildiği yer
credential-column-manner = nasıl
credential-basic = kullanıcı ve parola
credential-bearer = bearer türünde token
credential-header = { $name } başlığı
credential-gone = başka bir program sildi
credential-none = Anahtarlıkta Frontwatch programına ait bir kimlik bilgisi yok.
credential-kept = { $name }: anahtarlığa kondu ({ $manner }), yalnızca şuraya gönderilir: { $origin }
credential-removed = { $name }: anahtarlıktan silindi
credential-name = bir ad en çok 64 harf, rakam, nokta, kısa çizgi ve alt çizgiden oluşur
credential-which-site = Gönderileceği site; örneğin https://report.example:
credential-say-site = hangi siteye gönderilebileceğini --origin ile belirtin; örneğin https://report.example
credential-secret = Gizli bilgi (kullanıcı:parola veya token), ekranda gösterilmez:

# `frontwatch replay`.
replay-unlisted = { $dir } dizinindeki kopyalar listelenemedi: { $why }
replay-none = { $dir } dizininde kopya yok
replay-left-out = atlandı: { $why }
replay-unread = { $file } okunamıyor: { $why }
replay-empty = { $file } boş
replay-meta = { $file } bir .meta.json dosyasında bulunması gerekeni içermiyor (ayrıntı: “{ $detail }”)
replay-packed = { $file } açılamıyor (ayrıntı: “{ $detail }”)

# `frontwatch demo`: the course of it, and what was staged against what was seen.
demo-opens = Bu bilgisayarda altı haber sitesi olan bir haber merkezi açılıyor: { $outlets }.
demo-learns = Siteler yayın yaparken Frontwatch ana sayfaları için olağan durumu öğreniyor.
demo-learned = Altısı da öğrenildi. Bundan sonra her şey kurgudur; ekranınızın köşesine bakın.
demo-quiet = Şimdi artık hiçbir şey bildirilmemeli.
demo-well = Kurgulananların hepsi bildirildi, başka hiçbir şey bildirilmedi.
demo-undelivered = Hiçbir bildirim sunucusu yanıt vermediği için bildirim gösterilemedi: `frontwatch doctor` komutuna bakın.
demo-word = { $word ->
    [staged] KURGU
    [learned] öğrenildi
    [seen] GÖRÜLDÜ
    [told] BİLDİRİLDİ
    [taken] üstlenildi
    [again] yine
   *[unstaged] KURGUDA YOK
}
demo-incident = { $outlet }: { $what } ({ terminal-state })
demo-later = { $what }, { $seconds } s sonra
demo-told-here = yalnızca burada, hiçbir bildirim sunucusu yanıt vermiyor: { $body }
demo-missed-attack = GÖRÜLMEDİ: { $outlet } ({ $kind }) saldırıya uğradı, ama bildirilmedi
demo-missed-end = GÖRÜLMEDİ: { $outlet } ({ $kind }) eski hâline getirildi, ama bildirilmedi
demo-unlearned = ÖĞRENİLMEDİ: { $outlet }
demo-unexpected = BİLDİRİLDİ, AMA KURGUDA YOKTU: { $what }
demo-untold = BİLDİRİLMEDİ: { $incident } olayı
