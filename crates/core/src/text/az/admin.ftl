### What is said of admin endpoints: login pages, closed panels, JSON, and the credentials that they are asked with.

# Login pages.
signal-login-vanished = giriş səhifəsi yoxa çıxıb: { $how ->
    [missing] orada artıq heç nə yoxdur
   *[other] yerində başqa səhifə var
}
signal-login-target = giriş səhifəsinə yazılanlar indi başqa ünvana göndərilir: { $target }
signal-login-method = parol indi növbəti səhifənin ünvanına düşəcək, orada isə saxlanır və görünür
signal-login-plain = parol indi şifrələnmədən göndəriləcək: yol boyu hər kəs onu oxuya bilər
signal-login-field-gone = giriş səhifəsində həmişə olan xana yoxa çıxıb: { $field }
signal-login-field-new = giriş səhifəsi əvvəllər heç vaxt istəmədiyi məlumatı istəyir: { $field }
signal-login-factor-gone = giriş səhifəsi artıq ikinci təsdiqləməni istəmir ({ $field })

# What should be closed.
signal-panel-open = bağlı olmalı səhifə açılır
signal-panel-login = həmişə hamını rədd edən ünvan indi giriş səhifəsi göstərir
signal-panel-back = heç nəyin olmamalı olduğu ünvan yenidən cavab verir
signal-panel-gone = hamını rədd etməli olan ünvanda artıq heç nə yoxdur

# JSON.
signal-values-appeared = { $count ->
    [1] { $what ->
        [administrator] { $from } ilə { $to } arasında yeni administrator peyda olub: “{ $name }”
        [user] { $from } ilə { $to } arasında yeni istifadəçi peyda olub: “{ $name }”
       *[value] { $from } ilə { $to } arasında yeni dəyər peyda olub: “{ $name }” ({ $pointer })
    }
   *[other] { $what ->
        [administrator] { $from } ilə { $to } arasında { $count } yeni administrator peyda olub, məsələn, “{ $name }”
        [user] { $from } ilə { $to } arasında { $count } yeni istifadəçi peyda olub, məsələn, “{ $name }”
       *[value] { $from } ilə { $to } arasında { $count } yeni dəyər peyda olub ({ $pointer }), məsələn, “{ $name }”
    }
}
signal-values-vanished = { $count ->
    [1] { $what ->
        [administrator] { $from } ilə { $to } arasında “{ $name }” adlı administrator yoxa çıxıb
        [user] { $from } ilə { $to } arasında “{ $name }” adlı istifadəçi yoxa çıxıb
       *[value] { $from } ilə { $to } arasında “{ $name }” dəyəri yoxa çıxıb ({ $pointer })
    }
   *[other] { $what ->
        [administrator] { $from } ilə { $to } arasında { $count } administrator yoxa çıxıb, məsələn, “{ $name }”
        [user] { $from } ilə { $to } arasında { $count } istifadəçi yoxa çıxıb, məsələn, “{ $name }”
       *[value] { $from } ilə { $to } arasında { $count } dəyər yoxa çıxıb ({ $pointer }), məsələn, “{ $name }”
    }
}
signal-values-changed = { $count ->
    [1] { $what ->
        [administrator] { $from } ilə { $to } arasında “{ $name }” adlı administratorun məlumatları dəyişib
        [user] { $from } ilə { $to } arasında “{ $name }” adlı istifadəçinin məlumatları dəyişib
       *[value] { $from } ilə { $to } arasında dəyişməməli olan dəyər dəyişib: “{ $name }” ({ $pointer })
    }
   *[other] { $what ->
        [administrator] { $from } ilə { $to } arasında { $count } administratorun məlumatları dəyişib, məsələn, “{ $name }”
        [user] { $from } ilə { $to } arasında { $count } istifadəçinin məlumatları dəyişib, məsələn, “{ $name }”
       *[value] { $from } ilə { $to } arasında dəyişməməli olan { $count } dəyər dəyişib ({ $pointer }), məsələn, “{ $name }”
    }
}
signal-values-many = { $from } ilə { $to } arasında çoxsaylı dəyərlərdən ({ $pointer }) bəziləri əlavə olunub, yoxa çıxıb və ya dəyişib
signal-values-no-match = { $pointer } göstəricisi üzrə hələ və ya artıq heç nə yoxdur, ona görə müqayisə mümkün deyil: ünvan başqa cür cavab verir, yaxud göstərici səhvdir
signal-values-unnamed = burada heç nə müqayisə edilmir, çünki konfiqurasiyada heç bir dəyər göstərilməyib: hansıların dəyişməməli olduğunu yazın, məsələn, values = ["/*/id"]
signal-values-refused = ünvan sorğularımızı rədd edir (status { $status }): giriş məlumatı istəyir, yaxud göndərdiyimizi qəbul etməyib
signal-values-login = dəyərlərin yerinə giriş səhifəsi gəlir: giriş məlumatı yoxdur, yaxud qəbul edilməyib
signal-values-unread = ünvanın cavabını oxuya bilmirik: { $why }
values-empty = cavab boşdur
values-not-json = cavab JSON deyil
values-cut-short = cavab yarımçıq kəsilir
values-too-deep = cavabın quruluşu həddən artıq çoxqatlıdır
