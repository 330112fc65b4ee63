### What is said of admin endpoints: login pages, closed panels, JSON, and the credentials that they are asked with.

# Login pages.
signal-login-vanished = giriş sayfası kayboldu: { $how ->
    [missing] yerinde artık hiçbir şey yok
   *[other] yerinde başka bir sayfa duruyor
}
signal-login-target = giriş sayfasına yazılanlar artık başka bir adrese gönderiliyor: { $target }
signal-login-method = parola artık bir sonraki sayfanın adresine yazılacak; orada kaydedilir ve görülebilir
signal-login-plain = parola artık şifrelenmeden gönderilecek: arada bulunan herkes onu okuyabilir
signal-login-field-gone = giriş sayfasında her zaman bulunan bir alan kayboldu: { $field }
signal-login-field-new = giriş sayfası, daha önce hiç istemediği bir şey istiyor: { $field }
signal-login-factor-gone = giriş sayfası artık ikinci doğrulama adımını istemiyor ({ $field })

# What should be closed.
signal-panel-open = kapalı olması gereken sayfa açılıyor
signal-panel-login = her zaman herkesi geri çeviren adreste artık bir giriş sayfası görünüyor
signal-panel-back = hiçbir şey olmaması gereken adres yeniden yanıt veriyor
signal-panel-gone = herkesi geri çevirmesi gereken adreste artık hiçbir şey yok

# JSON.
signal-values-appeared = { $count ->
    [1] { $what ->
        [administrator] { $from } ile { $to } arasında yeni bir yönetici ortaya çıktı: “{ $name }”
        [user] { $from } ile { $to } arasında yeni bir kullanıcı ortaya çıktı: “{ $name }”
       *[value] { $from } ile { $to } arasında { $pointer } konumunda yeni bir değer ortaya çıktı: “{ $name }”
    }
   *[other] { $what ->
        [administrator] { $from } ile { $to } arasında { $count } yeni yönetici ortaya çıktı, örneğin “{ $name }”
        [user] { $from } ile { $to } arasında { $count } yeni kullanıcı ortaya çıktı, örneğin “{ $name }”
       *[value] { $from } ile { $to } arasında { $pointer } konumunda { $count } yeni değer ortaya çıktı, örneğin “{ $name }”
    }
}
signal-values-vanished = { $count ->
    [1] { $what ->
        [administrator] { $from } ile { $to } arasında bir yönetici kayboldu: “{ $name }”
        [user] { $from } ile { $to } arasında bir kullanıcı kayboldu: “{ $name }”
       *[value] { $from } ile { $to } arasında { $pointer } konumundaki bir değer kayboldu: “{ $name }”
    }
   *[other] { $what ->
        [administrator] { $from } ile { $to } arasında { $count } yönetici kayboldu, örneğin “{ $name }”
        [user] { $from } ile { $to } arasında { $count } kullanıcı kayboldu, örneğin “{ $name }”
       *[value] { $from } ile { $to } arasında { $pointer } konumundaki { $count } değer kayboldu, örneğin “{ $name }”
    }
}
signal-values-changed = { $count ->
    [1] { $what ->
        [administrator] { $from } ile { $to } arasında bir yöneticinin bilgileri değiştirildi: “{ $name }”
        [user] { $from } ile { $to } arasında bir kullanıcının bilgileri değiştirildi: “{ $name }”
       *[value] { $from } ile { $to } arasında { $pointer } konumunda, değişmemesi gereken bir değer değiştirildi: “{ $name }”
    }
   *[other] { $what ->
        [administrator] { $from } ile { $to } arasında { $count } yöneticinin bilgileri değiştirildi, örneğin “{ $name }”
        [user] { $from } ile { $to } arasında { $count } kullanıcının bilgileri değiştirildi, örneğin “{ $name }”
       *[value] { $from } ile { $to } arasında, değişmemesi gereken { $count } değer değiştirildi, örneğin { $pointer } konumunda “{ $name }”
    }
}
signal-values-many = { $from } ile { $to } arasında { $pointer } konumundaki çok sayıda değerin bir bölümü eklendi, kayboldu veya değişti
signal-values-no-match = { $pointer } konumunda artık veya henüz hiçbir şey yok, bu yüzden karşılaştırma yapılamıyor: ya adresin yanıtı farklı ya da işaretçi yanlış
signal-values-unnamed = yapılandırmada hiçbir değer belirtilmediği için burada hiçbir şey karşılaştırılmıyor: değişmemesi gerekenleri yazın, örneğin values = ["/*/id"]
signal-values-refused = adres erişimimizi reddediyor (durum kodu { $status }): bir kimlik bilgisi istiyor ya da gönderdiğimizi kabul etmedi
signal-values-login = değerlerin yerinde bir giriş sayfası yanıt veriyor: kimlik bilgisi eksik ya da kabul edilmedi
signal-values-unread = adresin verdiği yanıtı okuyamıyoruz: { $why }
values-empty = yanıt boş
values-not-json = yanıt JSON değil
values-cut-short = yanıt yarıda kesiliyor
values-too-deep = yanıtın iç içe yapısı çok derin
