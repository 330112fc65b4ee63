# What went wrong. $detail is for whoever looks after the program: what another program says, or this one's own word for it.

own-fault = bu, Frontwatch proqramının xətasıdır, xahiş edirik, onu bildirin (təfərrüat: “{ $detail }”)
as-said = { $text }

# Why the system did not do what it was asked.
system-not-found = belə fayl və ya qovluq yoxdur
system-denied = sistem buna icazə vermir
system-exists = o, artıq mövcuddur
system-no-folder = yolunun bir hissəsi qovluq deyil
system-folder = bu, qovluqdur
system-read-only = diskini yalnız oxumaq olar
system-full = disk doludur
system-busy = onu başqa proqram istifadə edir
system-address-in-use = bu portu başqa proqram istifadə edir
system-timed-out = sistem vaxtında cavab vermədi
system-no-memory = yaddaş qalmayıb
system-not-text = içindəki mətn deyil
system-says = sistemin cavabı: “{ $what }”

# The store.
holder = “{ $program }” (proses { $pid }, başlanğıc: { $since })
store-held = { $dir } məşğuldur, onu istifadə edən: { $holder }. Əvvəlcə onu dayandırın və ya --data ilə başqa qovluq göstərin
store-newer = { $path } daha yeni Frontwatch tərəfindən yazılıb (format { $found }; bu versiya ən çoxu { $supported } oxuyur): Frontwatch proqramını yeniləyin və ya --data ilə başqa qovluq göstərin
store-outdated = { $path } daha köhnə Frontwatch tərəfindən yazılıb (format { $found }; bu versiya { $supported } oxuyur): bu versiyanın `frontwatch watch` əmrini bir dəfə işə salın, o, bazanı yeniləyəcək
store-missing = { $path } bazasında hələ heç nə saxlanmayıb: əvvəlcə `frontwatch watch` əmrini işə salın və ya bazanın qovluğunu --data ilə göstərin
store-damaged = { $path } zədələnib (təfərrüat: “{ $detail }”): imkan yaranan kimi kənara köçürülür, heç vaxt üstündən yazılmır; davam edərsə, Frontwatch proqramını dayandırıb yenidən başladın
store-moved-aside = { $path } zədələnmişdi (təfərrüat: “{ $detail }”). O, { $moved } adı ilə saxlanıb; ondan oxuna bilənlərlə yeni baza başladılıb (hadisələr: { $incidents }, adi vəziyyətin versiyaları: { $baselines }). Çatışmayanlar yenidən öyrənilir
store-found = İzləmə başlayanda { $path } bazasındakılar oxunmurdu, indi isə oxunur: izləmə onlarla yenidən başlayır
store-read-only = { $path } yalnız oxunur, yazmaq olmur: icazələri, diski və faylı başqa kimin tutduğunu yoxlayın
store-full = disk doludur: { $path } bazasına daha heç nə yazmaq olmur; diskdə yer açın
store-busy = { $path } başqa proqram tərəfindən kilidlənib (ehtiyat nüsxə, baza brauzeri?): onu həmin proqramda bağlayın
store-no-shared-memory = { $path } yaddaşı bölüşə bilməyən fayl sistemindədir (şəbəkə diski?): yerli diskdəki qovluqdan istifadə edin
store-slow = disk cavab vermir: indi bildirilənlər hələ { $path } bazasına yazılmayıb; diski yoxlayın
store-refused = { $path } bazasına heç nə yazılmadı (təfərrüat: “{ $detail }”). Bu, Frontwatch proqramının xətasıdır, xahiş edirik, onu bildirin
store-io = { $path } istifadə oluna bilmədi: { $why }; icazələri və diski yoxlayın
store-failed = { $path } bazasında xəta (təfərrüat: “{ $detail }”): diski yoxlayın, sonra `frontwatch doctor` əmrinə baxın
store-broke = { $path } bazası ondan istənəni edərkən dayandı. Bu, Frontwatch proqramının xətasıdır, xahiş edirik, onu bildirin
store-closed = { $path } bazası bağlıdır: Frontwatch proqramını yenidən başladın

# What was learned.
baseline-none = { $watch } haqqında hələ heç nə öyrənilməyib
baseline-no-version = { $watch } üçün { $version } nömrəli versiya yoxdur; versiyaları `frontwatch baseline history` göstərir
baseline-unreadable = { $watch } haqqında öyrənilənlər bu versiyanın oxuya bilmədiyi formatdadır; daha sonrakı versiyanı seçin
baseline-no-page = { $watch }: təsdiqlənəcək səhifə yoxdur; səhifə açılanda yenidən cəhd edin

# The keychain, and what is kept there.
keychain-missing = parol anbarında “{ $name }” adlı giriş məlumatı yoxdur: onu `frontwatch credential set { $name } --origin https://…` əmri ilə saxlayın
keychain-strange = parol anbarında “{ $name }” adı ilə saxlananı bu proqram yazmayıb: onu silin və yenidən təyin edin
keychain-locked = parol anbarı kilidlidir: kilidi açın (iş masasına daxil olun və ya onun sualını cavablandırın), sonra yenidən cəhd edin
keychain-silent = parol anbarı cavab vermir: ola bilsin, kilidi açmağınızı gözləyir
keychain-unavailable = istifadə oluna bilən parol anbarı yoxdur (təfərrüat: “{ $detail }”). Linux sistemində onu gnome-keyring, KWallet və ya KeePassXC təmin edir
secret-origin = bu, mənbə ünvanı deyil: sxemi və hostu, adi deyilsə, portu da yazın, məsələn, https://report.example və ya smtp://smtp.example:465
secret-in-the-clear = parol yalnız https ilə göndərilir: http ilə onu yolda hər kəs oxuya bilərdi
secret-length = parolun uzunluğu 1 ilə { $longest } bayt arasında olmalıdır
secret-mail = poçt serveri istifadəçi və parol tələb edir: --bearer və --header olmadan istifadəçi:parol şəklində yazın
secret-no-colon = istifadəçi və parol üçün istifadəçi:parol yazın; token üçün --bearer və ya --header NAME göstərin
secret-characters = parolda göndərilə bilməyən simvollar var, məsələn, sətir sonu
secret-header = bu adlı başlıqda parol göndərmək olmaz

# Alerts that do not arrive.
undelivered-no-server = heç bir bildiriş serveri cavab vermir (təfərrüat: “{ $detail }”)
undelivered-refused = bildiriş qəbul edilmədi: { $why }
notify-silent = bildiriş serveri { $seconds } saniyə ərzində cavab vermədi
notify-unread = bildiriş serverinin cavabı oxunmur (təfərrüat: “{ $detail }”)
notify-ended = Frontwatch proqramının bildiriş göstərən hissəsi dayanıb; Frontwatch proqramını yenidən başladın
far-silent = { $seconds } saniyə ərzində cavab vermədi
far-timed-out = vaxtında cavab vermədi
far-no-name = adı mövcud deyil
far-no-answer-of-name = adını tapmaq mümkün olmadı
far-refuses = bağlantını rədd edir
far-dropped = cavab vermədən bağlantını kəsdi
far-unreachable = buradan ora yol yoxdur
far-untrusted = sertifikatı etibarlı deyil
far-unencrypted = onunla şifrəli bağlantı qurmaq mümkün olmadı
far-not-http = cavabı HTTP deyil
far-local = bu kompüter bağlantı qurmağa imkan vermədi
far-unreached = ona çatmaq mümkün deyil
far-credential-elsewhere = { $name } adlı giriş məlumatı yalnız { $origin } ünvanına göndərilir, bu isə { $here }: onu bu ünvan üçün yenidən təyin edin
far-credential-missing = parol anbarında { $name } adlı giriş məlumatı yoxdur: onu `frontwatch credential set { $name } --origin { $origin }` əmri ilə saxlayın
far-answers = cavabı { $status }: { $what }
webhook-not-this = bu xəbərdarlığı qəbul etmir; şablonun gözlənilən formada olub-olmadığına baxın
webhook-elsewhere = başqa yerə yönləndirir; yönləndirdiyi ünvanı yazın
webhook-no-entry = bizi buraxmır; ünvanını və giriş məlumatını yoxlayın
webhook-none = belə webhook yoxdur; ünvanını yoxlayın
webhook-wait = gözləməyi xahiş edir
webhook-not-so = xəbərdarlıqları bu şəkildə qəbul etmir
webhook-fails = xəta verir
mail-answers = poçt serverinin cavabı { $status }: { $what }
mail-not-this = bu məktubu qəbul etmir
mail-no-entry = bizi buraxmır; istifadəçini və parolu yoxlayın
mail-not-these-people = bu göndərəndən bu alıcılara məktub qəbul etmir
mail-not-now = hazırda yox
mail-not-so = məktubları bu şəkildə qəbul etmir
mail-no-mail-server = poçt serveri kimi və ya şifrəli danışmır; portunu və giriş məlumatını yoxlayın
mail-no-user = giriş məlumatı istifadəçi və parol deyil: onu istifadəçi:parol şəklində yenidən təyin edin
mail-unmade = məktubu hazırlamaq mümkün olmadı (təfərrüat: “{ $detail }”)

# The configuration as a file.
configuration-missing = { $file } konfiqurasiya faylı yoxdur: hər nəşr üçün ora üç sətir yazın: [[outlet]], name = "Qəzetiniz", homepage = "https://qezetiniz.example/"; `frontwatch demo` əmrinə fayl lazım deyil, o, izləməni iş başında göstərir
configuration-unreadable = { $file } oxunmur: { $why }; icazələrini yoxlayın
configuration-unwritable = { $file } faylına yazmaq olmur: { $why }; icazələrini və diski yoxlayın
configuration-in-file = { $file }: { $what }

# Starting.
homeless = bu istifadəçinin ev qovluğu yoxdur: konfiqurasiyanı --config, məlumat qovluğunu --data ilə göstərin
fetch-authority-unread = { $file } sertifikat mərkəzi faylı oxunmadı: { $why }; yolunu düzəldin və ya onu `certificate_authorities` siyahısından çıxarın
fetch-authority-bad = { $file } faylı PEM sertifikatı deyil (təfərrüat: “{ $detail }”): onu PEM formatında ixrac edin və ya `certificate_authorities` siyahısından çıxarın
fetch-user-agent = “{ $agent }” User-Agent kimi göndərilə bilməz: `user_agent` açarında yalnız görünən ASCII simvolları işlədin
fetch-no-authorities = sertifikat mərkəzlərinin sertifikatları oxunmadı (təfərrüat: “{ $detail }”): sistemin sertifikatlarının (ca-certificates paketi) quraşdırıldığını yoxlayın
fetch-no-client = HTTP müştərisi hazırlana bilmədi (təfərrüat: “{ $detail }”): sistemin sertifikatlarının (ca-certificates paketi) quraşdırıldığını yoxlayın
desktop-no-thread = bildiriş göstərmək mümkün deyil: { $why }; başqa proqramları bağlayıb yenidən başladın
desktop-no-display = burada iş masası yoxdur (nə DISPLAY, nə də WAYLAND_DISPLAY təyin olunub): onsuz izləmək üçün `frontwatch watch` var
desktop-ended = masaüstü proqram davam edə bilmədi; iş masası olmadan izləmək üçün `frontwatch watch` var
desktop-not-started = masaüstü proqram başlaya bilmədi (təfərrüat: “{ $detail }”)
demo-no-folder = müvəqqəti qovluq yaratmaq mümkün olmadı: { $why }; diski yoxlayın
demo-no-newsroom = nümayişin redaksiyası açılmadı (təfərrüat: “{ $detail }”)
autostart-homeless = bu istifadəçinin ev qovluğu yoxdur
autostart-file = { $file }: { $why }
