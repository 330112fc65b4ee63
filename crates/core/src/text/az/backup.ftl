# Ehtiyat nüsxələri: nə hazırlandı, nə yerinə qoyuldu və fayl niyə qəbul edilmədi.

backup-made = { $file } hazırlandı ({ $megabytes } MB): { $holds ->
    [both] öyrənilən və saxlanılan hər şeylə birlikdə məlumat bazası və konfiqurasiya
    [store] öyrənilən və saxlanılan hər şeylə birlikdə məlumat bazası; konfiqurasiya yoxdur
   *[configuration] konfiqurasiya; hələ heç nə saxlanılmayıb
}. Onu yalnız sizin oxuya biləcəyiniz yerdə saxlayın.
backup-no-secrets = Konfiqurasiyada heç bir sirrin adı çəkilmir.
backup-secrets = { $count ->
    [one] Sirlər heç bir ehtiyat nüsxəsinə düşmür, parol anbarında qalır. Başqa kompüterdə bunu `frontwatch credential set` ilə yenidən daxil etmək lazımdır: { $names }
   *[other] Sirlər heç bir ehtiyat nüsxəsinə düşmür, parol anbarında qalır. Başqa kompüterdə bunları `frontwatch credential set` ilə yenidən daxil etmək lazımdır: { $names }
}
backup-exists = { $file } artıq mövcuddur və olduğu kimi saxlanıldı: başqa fayl adı göstərin
backup-nothing = nüsxəsi çıxarılacaq heç nə yoxdur: { $folder } qovluğunda məlumat bazası, habelə { $configuration } faylı yoxdur

backup-replace = { $folder } qovluğundakı məlumat bazası və konfiqurasiya əvəz olunacaq; indikilər onların yanında saxlanılacaq. { answer-yes } yazın:
backup-nobody = soruşulacaq heç kim yoxdur: oradakılar əvəz olunmalıdırsa, --yes yazın
backup-left = Heç nə dəyişdirilmədi.
backup-restored = { $made } tarixli ehtiyat nüsxəsi (Frontwatch { $program }) yerinə qoyuldu.
backup-aside = Əvvəl orada olan { $file } adı ilə saxlanılır; daha lazım olmayanda onu silin.

backup-refused = { $file } qəbul edilmədi və heç nə dəyişdirilmədi: { $why }
backup-no-backup = bu, Frontwatch-ın ehtiyat nüsxəsi deyil
backup-cut-short = fayl yarımçıq qırılır; onu gəldiyi yerdən yenidən köçürün
backup-trailing = sonundan sonra nə isə gəlir
backup-foreign = onu Frontwatch-ın başqa versiyası bu versiyanın tanımadığı formada hazırlayıb; Frontwatch-ı yeniləyin
backup-list = içindəkilərin siyahısı oxunmur
backup-outside = "{ $entry }" öz qovluğundan kənara aparır
backup-absolute = "{ $entry }" diskdə öz yerini göstərir
backup-folder = "{ $entry }" qovluğun içindədir, ehtiyat nüsxəsində isə belə şey olmur
backup-link = "{ $entry }" başqa fayla keçiddir
backup-hard-link = "{ $entry }" başqa faylın ikinci adıdır
backup-special = "{ $entry }" adi fayl deyil
backup-extension = "{ $entry }" heç bir ehtiyat nüsxəsində olmayan növdəndir
backup-twice = "{ $entry }" içində iki dəfə var
backup-case = "{ $entry }" tanınan addan yalnız böyük hərfləri ilə fərqlənir
backup-unknown = "{ $entry }" heç bir ehtiyat nüsxəsinə aid deyil
backup-many = içində istənilən ehtiyat nüsxəsindəkindən çox şey var
backup-size = "{ $entry }" olmalı olduğu uzunluqda deyil
backup-bomb = açıldıqda bu ölçüdə heç bir ehtiyat nüsxəsinin tutmadığı qədər yer tutur
backup-missing = "{ $entry }" içində olmalıdır, amma yoxdur
backup-digest = "{ $entry }" nüsxə hazırlanan vaxt olduğu kimi deyil
backup-database = içindəki məlumat bazası zədəlidir
backup-shape = içindəki məlumat bazasında Frontwatch-ın heç vaxt yaratmadığı bir şey var ("{ $entry }")
backup-newer = içindəki məlumat bazasını daha yeni Frontwatch yazıb; Frontwatch-ı yeniləyin
backup-configuration = içindəki konfiqurasiyadan istifadə etmək olmur

backup-unreadable = { $file } oxunmur: { $why }
backup-unwritable = { $file } yazılmır: { $why }

store-upgraded = { $path } yeniləndi (format { $from } → { $to }). Əvvəlki halı `frontwatch restore` üçün { $kept } faylında saxlanılır
store-not-backed-up = { $path } yeniləndi (format { $from } → { $to }), amma ondan əvvəl ehtiyat nüsxəsi çıxarmaq olmadı: { $why }
store-restoring = { $path } faylının bərpası yarımçıq qalıb: `frontwatch watch` əmrini bir dəfə, yaxud bərpanı yenidən başladın, qalanını o tamamlayacaq
