# What the command line says besides its tables: what it is asked, what it did, and why it could not.

# The marks and states of what `frontwatch watch` prints.
terminal-mark = { $mark ->
    [over] BİTDİ
    [alarm] HƏYƏCAN SİQNALI
   *[warning] XƏBƏRDARLIQ
}
terminal-state = { $state ->
    [open] açıqdır
    [acknowledged] kimsə məşğul olur
   *[resolved] bitib
}
terminal-ended = izləmə öz-özünə dayandı
terminal-again = İzləmə öz-özünə dayandı. Bu, Frontwatch-un xətasıdır, lütfən, bildirin. İzləmə yenidən başladılır.
terminal-missed = { $count } hadisə çox sürətlə gəldiyi üçün göstərilmədi

incident-unknown = { $id } nömrəli hadisə yoxdur: hadisələri `frontwatch incidents` göstərir
list-unread = { $file } oxunmur: { $why }

# `frontwatch add`: what stands before what was found.
found-name = ad
found-homepage = ana səhifə
found-title = başlığı
found-feed = lent
found-admin = admin səhifəsi

# `frontwatch credential`.
credential-column-name = ad
credential-column-origin = hara göndərilir
credential-column-manner = necə
credential-basic = istifadəçi və parol
credential-bearer = bearer tokeni
credential-header = { $name } başlığı
credential-gone = başqa proqram silib
credential-none = Parol anbarında Frontwatch proqramının giriş məlumatı yoxdur.
credential-kept = { $name }: parol anbarında saxlandı ({ $manner }), yalnız bura göndərilir: { $origin }
credential-removed = { $name }: parol anbarından silindi
credential-name = ad ən çoxu 64 hərf, rəqəm, nöqtə, defis və alt xətdən ibarət ola bilər
credential-which-site = Onun göndəriləcəyi sayt, məsələn, https://report.example:
credential-say-site = onun hansı sayta göndərilə biləcəyini --origin ilə göstərin, məsələn, https://report.example
credential-secret = Parol (istifadəçi:parol və ya token), ekranda göstərilmir:

# `frontwatch replay`.
replay-unlisted = { $dir } qovluğundakı nüsxələri sadalamaq mümkün olmadı: { $why }
replay-none = { $dir } qovluğunda nüsxə yoxdur
replay-left-out = nəzərə alınmadı: { $why }
replay-unread = { $file } oxunmur: { $why }
replay-empty = { $file } boşdur
replay-meta = { $file } .meta.json faylında olmalı olanı saxlamır (təfərrüat: “{ $detail }”)
replay-packed = { $file } açılmır (təfərrüat: “{ $detail }”)

# `frontwatch demo`: the course of it, and what was staged against what was seen.
demo-opens = Bu kompüterdə altı nəşri olan redaksiya açılır: { $outlets }.
demo-learns = Nəşrlər xəbər dərc edərkən Frontwatch onların ana səhifələri üçün adi vəziyyəti öyrənir.
demo-learned = Altısı da öyrənildi. Bundan sonra hər şey səhnələşdirilib; ekranınızın küncünə baxın.
demo-quiet = İndi daha heç nə bildirilməməlidir.
demo-well = Səhnələşdirilənlərin hamısı bildirildi, başqa heç nə bildirilmədi.
demo-undelivered = Heç bir bildiriş serveri cavab vermədiyi üçün bildiriş göstərilə bilmədi: `frontwatch doctor` əmrinə baxın.
demo-word = { $word ->
    [staged] SƏHNƏ
    [learned] öyrənildi
    [seen] GÖRÜLDÜ
    [told] BİLDİRİLDİ
    [taken] götürüldü
    [again] yenə
   *[unstaged] SƏHNƏDƏ YOXDUR
}
demo-incident = { $outlet }: { $what } ({ terminal-state })
demo-later = { $what }, { $seconds } s sonra
demo-told-here = yalnız burada, heç bir bildiriş serveri cavab vermir: { $body }
demo-missed-attack = GÖRÜLMƏDİ: { $outlet } ({ $kind }) hücuma məruz qaldı, amma bildirilmədi
demo-missed-end = GÖRÜLMƏDİ: { $outlet } ({ $kind }) bərpa edildi, amma bildirilmədi
demo-unlearned = ÖYRƏNİLMƏDİ: { $outlet }
demo-unexpected = BİLDİRİLDİ, AMMA SƏHNƏDƏ YOX İDİ: { $what }
demo-untold = BİLDİRİLMƏDİ: { $incident } hadisəsi
