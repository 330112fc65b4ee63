# The report of one alarm, which a person hands on as text, and what stands beside it in the window. Each is a line of its own.

report-title = { $outlet }: { $what }
report-where = Harada: { $place }, { $address }
report-urgency = { $severity ->
    [critical] Təcililik: kritik
    [warning] Təcililik: xəbərdarlıq
   *[info] Təcililik: qeyd
}
report-state = Vəziyyət: { $state }
report-since = Başlanğıc: { $since }, son dəfə görülüb: { $last } ({ $looks } yoxlama)
report-why = Səbəb
report-before = Əvvəl: { $text }
report-now = İndi: { $text }
report-nothing = heç nə
report-happened = Nə baş verib
report-moment = { $at } – { $what }
report-kept = Saxlanmış səhifələr və baytlarının SHA-256 qiyməti
report-capture = { $at } – { $role }: status { $status }, { $bytes } bayt, { $address }
report-more = Burada göstərilənlərdən başqa da saxlanmış səhifələr var.
report-todo = İndi nə etməli
report-made = Frontwatch tərəfindən yazılıb, { $at }. Səhifənin mətnində http hissəsi hxxp kimi yazılır ki, onu heç kim səhvən açmasın.

# Why a page was kept.
capture-baseline = adi vəziyyət bundan öyrənilib
capture-before = əvvəlki yoxlama
capture-suspect = qeyri-adi
capture-alarm = həyəcan siqnalı
capture-hourly = saatda bir saxlanılan

# What happened of an incident, before it was one.
moment-last-good = hər şeyin qaydasında olduğu son yoxlama
moment-first-bad = bunu görən ilk yoxlama

# What to do when a page is not the newsroom's own, where the newsroom has written nothing else.
runbook-look = Səhifəyə özünüz baxın: başqa brauzerdə, yaxud telefonda, ofis şəbəkəsindən kənarda.
runbook-call = Saytı idarə edənə və növbətçi redaktora zəng edin. (Onların adları və nömrələri burada yazılmalıdır.)
runbook-logs = Nə isə bərpa edilməzdən əvvəl serverin jurnallarını saxlatdırın: nə baş verdiyi və kənar şəxsin necə daxil olduğu oradan görünür.
runbook-push = Nəyin dəyişdirildiyini bilməyincə push bildirişlərini və sosial şəbəkə paylaşımlarını saxlayın.
runbook-statement = Oxucular soruşsa: “Saytımızda problem var, onu aradan qaldırırıq; hazırda orada yazılanlar bizə aid olmaya bilər.”

# Why a person set an alarm aside.
why-design = dizaynı dəyişmişik
why-advertisement = reklam
why-partner = tərəfdaşın materialı
why-other = başqa səbəb
why-cannot-tell = deyə bilmirəm
moment-set-aside = əhəmiyyətsiz sayılıb: { $why }

# After several alarms alike that were set aside. $selector names a part of a page as [outlet.ignore] does.
rule-leave-out = { $outlet } üzrə { $times } oxşar həyəcan siqnalı əhəmiyyətsiz sayılıb ({ $why }). Frontwatch bundan sonra səhifələrin “{ $selector }” hissəsini nəzərə almaya bilər. Səhifəni örtənlər, skriptlər, səhifə və xəbər başlıqları orada yenə də qiymətləndirilir.
rule-no-part = { $outlet } üzrə { $times } oxşar həyəcan siqnalı əhəmiyyətsiz sayılıb ({ $why }). Nəzərdən kənarda qala biləcək qədər kiçik hissə tapılmadı. Əvvəlcədən bildiyiniz dəyişiklik üçün konfiqurasiyadakı [[outlet.planned]] nəyin, nə qədər müddətə gözlənildiyini göstərir.
rule-never = { $outlet } üzrə { $times } oxşar həyəcan siqnalı əhəmiyyətsiz sayılıb ({ $why }). Onların aid olduğu heç vaxt nəzərdən kənarda qalmır: hücum da eyni görünür. Bu sizinkidirsə, “Bunu biz etmişik” deyin, onda öyrəniləcək.
rule-left-out = “{ $selector }” hissəsi nəzərə alınmır.
