# The words that window, alerts and command line share.

verdict-learning = öyrənilir
verdict-normal = normal
verdict-suspect = şübhəli
verdict-alarm = həyəcan siqnalı
verdict-inconclusive = bilinmir
verdict-set-aside = əsassız sayılıb, hələ oradadır

kind-homepage = ana səhifə
kind-admin = admin səhifəsi
kind-feed = xəbər lenti
kind-article = xəbərlər
kind-tls = sertifikat
kind-dns = DNS qeydləri

# The same within a sentence, in the locative.
place-homepage = ana səhifədə
place-admin = admin səhifəsində
place-feed = xəbər lentində
place-article = dərc olunmuş xəbərlərdə
place-tls = sertifikatda
place-dns = DNS qeydlərində

state-open = hələ heç kim məşğul olmur
state-acknowledged = kimsə məşğul olur
state-put-off = { $until } olana qədər təxirə salınıb
state-rests = açıq qalıb: bu səhifə artıq izlənmir
state-taken-by = { $by } məşğul olur
state-resolved-ours = bitib: bunu biz etmişik
state-resolved-recovered = bitib: yenidən qaydasındadır
state-resolved-dismissed = bitib: əsassız sayılıb

failure-no-such-name = belə domen adı yoxdur
failure-dns-failed = domen adının hara apardığını öyrənmək mümkün olmadı
failure-timed-out = cavab vaxtında gəlmədi
failure-refused = bağlantı rədd edildi
failure-dropped = bağlantı kəsildi
failure-unreachable = sayta yol yoxdur
failure-untrusted = sertifikata etibar edilmir
failure-tls = təhlükəsiz bağlantı qurmaq mümkün olmadı
failure-not-http = cavab verən veb-server deyil
failure-too-many-redirects = sayt dairəvi və ya on dəfədən çox yönləndirir
failure-bad-redirect = sayt açıla bilməyən ünvana yönləndirir
failure-too-large = sayt 10 MiB-dan çox məlumat göndərdi
failure-bad-encoding = saytın göndərdiyini dekodlaşdırmaq mümkün deyil
failure-proxy = bu kompüterin proksisi işləmədi
failure-local = bu kompüter yoxlama apara bilmədi
failure-no-credential = parol anbarında belə giriş məlumatı yoxdur: `frontwatch credential set` onu ora yazır
failure-foreign-credential = giriş məlumatı başqa sayta aiddir və bura göndərilmir: hansı sayta aid olduğu `frontwatch credential set` ilə göstərilir
failure-no-keychain = parol anbarı kilidlidir və ya cavab vermir: kilidini açın, yaxud `frontwatch doctor` əmrinin nəticəsinə baxın
failure-judging = Frontwatch bu səhifəni qiymətləndirə bilmədi: bu, proqramın xətasıdır, xahiş edirik, onu bildirin
failure-own-network = bu kompüterin öz şəbəkəsi işləmir, ona görə bu səhifə barədə heç nə demək olmur

stage-credential = sorğu göndərilməzdən əvvəl
stage-dns = domen adı axtarılarkən
stage-connect = qoşularkən
stage-headers = cavab gözlənilərkən
stage-body = səhifə qəbul edilərkən
stage-decode = səhifə dekodlaşdırılarkən
stage-redirect = yönləndirmə zamanı

failed-look = { $failure } ({ $stage })

# The sentence of a look that nothing is to be said of.
as-it-should-be = qaydasındadır

# Why there is a new version of what is normal, where the pages themselves are not the reason.
version-rolled-back = { $version } nömrəli versiya əsas götürülüb
version-forgotten = əvvəl öyrənilənlərin hamısı unudulub və yenidən öyrənilir
version-counted = yenidən görülüb
version-relearned = əvvəlki versiya oxuna bilmədiyi üçün saxlanmış səhifələrdən yenidən öyrənilib

# What happened of an incident.
no-incidents = Hələ heç bir hadisə olmayıb.
moment-opened = təsdiqləndi
moment-reported = bu barədə redaksiyadan məlumat verildi
moment-put-off = kimsə bunu bir müddət təxirə saldı
channel = { $kind ->
    [webhook] webhook:{ $name }
    [email] e-poçt:{ $name }
   *[desktop] masaüstü
}
moment-told = bildirilib ({ $channel }): { $title }
moment-withdrawn = artıq bildirilməyəcək ({ $channel }), çünki daha yenisi bildirilib: { $title }
moment-waits = hələ bildirilməlidir ({ $channel }): { $title }
moment-failed = hələ bildirmək mümkün olmayıb ({ $channel }), yenidən cəhd edilir: { $title } ({ $why })
moment-silent = heç kimə bildirilməyib
moment-silent-because = heç kimə bildirilməyib: { $why }

# Who did something, where the system has no name for them.
somebody = kimsə

# Why nobody was told of something.
why-not-urgent = siyahıda qeydə layiqdir, bildirişə yox
why-already-told = əvvəl bildirilib, yeni heç nə yoxdur
why-done-by-a-person = Frontwatch-da düyməni basan şəxs özü bilir
why-gathered = mövcud bildirişdə başqaları ilə birlikdə bildirilib
why-others-open = birlikdə bildirilən digər hadisələr hələ bitməmişdi
why-paused = xəbərdarlıqlara fasilə verilmişdi
why-outlet-paused = bu nəşrin xəbərdarlıqları dayandırılmışdı
why-snoozed = kimsə bunu təxirə salmışdı
why-quiet-hours = sakit saatlar idi, səhərə saxlanıldı
why-offline = bu kompüterdə internet yox idi

# Stories of one outlet together. $title: what the feed calls the first of them.
stories-deleted = { $count ->
    [one] { $today ->
        [today] bu gün dərc olunmuş xəbər
       *[earlier] dərc olunmuş xəbər
    } artıq açılmır: “{ $title }”
   *[other] { $today ->
        [today] bu gün dərc olunmuş { $count } xəbər
       *[earlier] dərc olunmuş { $count } xəbər
    } artıq açılmır
}
stories-other = “{ $title }”: { $what }{ $count ->
    [one] {""}
   *[other] {" "}(cəmi { $count } xəbər)
}

# $differed of the latest $looks looks as a reader's browser.
readers-differ = oxucuların bir hissəsi başqa ana səhifə görə bilər: son { $looks } yoxlama zamanı { $differed } dəfə fərq görülüb

# What one server of several shows. $differed of the latest $looks looks saw it.
looks-differ = { $kind ->
    [homepage] oxucuların bir hissəsi başqa ana səhifə görə bilər
    [admin] admin səhifəsi hər yoxlamada eyni deyil
    [feed] oxucuların bir hissəsi başqa xəbər lenti ala bilər
   *[article] hər yoxlamada eyni şey görünmür
}: son { $looks } yoxlama zamanı { $differed } dəfə fərq görülüb

# A suspicion that stood. $what: a signal's sentence.
lasting-suspicion = { $minutes } dəqiqədir ki, qeyri-adi hal davam edir: { $what }

# Why a troubling look was not told.
held-unconfirmed = ikinci yoxlama bunu təsdiqləməli idi
held-differed = ikinci yoxlamada bu görünmədi
held-not-yet-lasting = şübhə hələ beş dəqiqə davam etməmişdi
held-set-aside = siz bunu əsassız saymışdınız, o isə davam edirdi
held-too-few-failures = uğursuz yoxlamalar az idi, yaxud çox qısa müddəti əhatə edirdi
held-not-yet-unseen = görünməməsindən hələ on dəqiqə keçməmişdi
held-own-network = başqa saytlar da cavab vermirdi: səbəb bu kompüterin şəbəkəsi idi
held-site-is-gone = nəşrin ana səhifəsi də eyni vəziyyətdə idi, bu isə bildirilib
held-hidden-alarm = bu səhifədəki həyəcan siqnalı bitməmişdi, bu isə bildirilib
held-outage-told = səhifənin işləmədiyi artıq bildirilmişdi
held-planned = bu, planlaşdırılmışdı
untold = { $what } ({ $looks } yoxlama): { $why }
untold-none = Son yeddi gündə qeyri-adi nə olubsa, bildirilib.

# What was there can't be seen: why, before "görünmür".
curtain = { $behind ->
    [maintenance] texniki işlər səhifəsi göstərildiyi üçün
    [robot-check] robot yoxlaması çıxdığı üçün
    [refused] sorğularımız rədd edildiyi üçün
    [error] xəta səhifəsi göstərildiyi üçün
   *[silent] sayt cavab vermədiyi üçün
}
hidden-since = { curtain } görünmür, başlanğıc: { $since }

# Moments. $clock is HH:MM; the day is said when it is not the reader's today.
time-today = { $clock }
time-this-year = { $day } { month }, { $clock }
time-any-year = { $day } { month } { $year }, { $clock }
month = { $month ->
    [1] yanvar
    [2] fevral
    [3] mart
    [4] aprel
    [5] may
    [6] iyun
    [7] iyul
    [8] avqust
    [9] sentyabr
    [10] oktyabr
    [11] noyabr
   *[12] dekabr
}
