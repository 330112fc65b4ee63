# What went wrong. $detail is for whoever looks after the program: what another program says, or this one's own word for it.

own-fault = bu bir Frontwatch hatasıdır, lütfen bildirin (ayrıntı: “{ $detail }”)
as-said = { $text }

# Why the system did not do what it was asked.
system-not-found = böyle bir dosya veya klasör yok
system-denied = sistem buna izin vermiyor
system-exists = zaten var
system-no-folder = yolunun bir parçası klasör değil
system-folder = bu bir klasör
system-read-only = bulunduğu disk yalnızca okunabiliyor
system-full = disk dolu
system-busy = başka bir program kullanıyor
system-address-in-use = bu bağlantı noktasını başka bir program kullanıyor
system-timed-out = sistem zamanında yanıt vermedi
system-no-memory = bellek kalmadı
system-not-text = içindekiler metin değil
system-says = sistemin yanıtı: “{ $what }”

# The store.
holder = “{ $program }” (işlem { $pid }, başlangıç: { $since })
store-held = { $dir } kullanımda; kullanan: { $holder }. Önce onu durdurun veya --data ile başka bir dizin belirtin
store-newer = { $path } daha yeni bir Frontwatch tarafından yazılmış (biçim { $found }; bu sürüm en çok { $supported } okur): Frontwatch programını güncelleyin veya --data ile başka bir dizin belirtin
store-outdated = { $path } daha eski bir Frontwatch tarafından yazılmış (biçim { $found }; bu sürüm { $supported } okur): bu sürümün `frontwatch watch` komutunu bir kez çalıştırın, veri deposunu günceller
store-missing = { $path } içinde henüz hiçbir şey saklanmamış: önce `frontwatch watch` komutunu çalıştırın veya dizinini --data ile belirtin
store-damaged = { $path } bozuk (ayrıntı: “{ $detail }”): ilk fırsatta kenara taşınır, hiçbir zaman üzerine yazılmaz; sürerse Frontwatch’ı durdurup yeniden başlatın
store-moved-aside = { $path } bozulmuştu (ayrıntı: “{ $detail }”). { $moved } adıyla saklandı; okunabilenlerle yeni bir veri deposu başlatıldı (olaylar: { $incidents }, olağan durumun sürümleri: { $baselines }). Eksik olanlar yeniden öğreniliyor
store-found = İzleme başladığında { $path } içindekiler okunamıyordu, artık okunabiliyor: izleme bunlarla yeniden başlıyor
store-read-only = { $path } yalnızca okunabiliyor, yazılamıyor: izinlerini, diski ve dosyayı başka kimin tuttuğunu kontrol edin
store-full = disk dolu: { $path } içine artık hiçbir şey yazılamıyor; diskte yer açın
store-busy = { $path } başka bir program tarafından kilitli tutuluyor (bir yedekleme, bir veri tabanı tarayıcısı?): orada kapatın
store-no-shared-memory = { $path } paylaşılan belleği desteklemeyen bir dosya sisteminde (ağ sürücüsü mü?): yerel diskteki bir veri klasörünü kullanın
store-slow = disk yanıt vermiyor: şimdi bildirilenler henüz { $path } içine kaydedilmedi; diski kontrol edin
store-refused = { $path } içine hiçbir şey yazılmadı (ayrıntı: “{ $detail }”). Bu bir Frontwatch hatasıdır, lütfen bildirin
store-io = { $path } kullanılamadı: { $why }; izinlerini ve diski kontrol edin
store-failed = { $path } veri deposunda hata oluştu (ayrıntı: “{ $detail }”): diski kontrol edin, sonra `frontwatch doctor` komutuna bakın
store-broke = { $path } veri deposu kendisinden isteneni yaparken bozuldu. Bu bir Frontwatch hatasıdır, lütfen bildirin
store-closed = { $path } veri deposu kapalı: Frontwatch programını yeniden başlatın

# What was learned.
baseline-none = { $watch } hakkında henüz hiçbir şey öğrenilmedi
baseline-no-version = { $watch } için { $version } numaralı sürüm yok; sürümleri `frontwatch baseline history` listeler
baseline-unreadable = { $watch } hakkında öğrenilenler bu sürümün okuyamadığı bir biçimde saklanmış; daha sonraki bir sürümü seçin
baseline-no-page = { $watch }: onaylanabilecek bir sayfa yok; sayfa yerine geldiğinde yeniden deneyin

# The keychain, and what is kept there.
keychain-missing = anahtarlıkta “{ $name }” adlı bir kimlik bilgisi yok: `frontwatch credential set { $name } --origin https://…` komutuyla saklayın
keychain-strange = anahtarlıkta “{ $name }” adıyla tutulanı bu program yazmadı: silin ve yeniden belirleyin
keychain-locked = anahtarlık kilitli: kilidini açın (masaüstünde oturum açın veya sorusunu yanıtlayın), sonra yeniden deneyin
keychain-silent = anahtarlık yanıt vermiyor: kilidini açmanızı bekliyor olabilir
keychain-unavailable = kullanılabilecek bir anahtarlık yok (ayrıntı: “{ $detail }”). Linux sistemlerinde bunu gnome-keyring, KWallet veya KeePassXC sağlar
secret-origin = bu bir kaynak adresi değil: şemayı ve sunucuyu, olağan dışıysa bağlantı noktasını da yazın; örneğin https://report.example veya smtp://smtp.example:465
secret-in-the-clear = gizli bilgi yalnızca https ile gönderilir: http ile yoldaki herkes okuyabilirdi
secret-length = gizli bilgi 1 ile { $longest } bayt arasında olmalıdır
secret-mail = e-posta sunucusu kullanıcı ve parola ister: --bearer ve --header olmadan kullanıcı:parola biçiminde yazın
secret-no-colon = kullanıcı ve parola için kullanıcı:parola yazın; token için --bearer veya --header NAME belirtin
secret-characters = gizli bilgide gönderilemeyen karakterler var; örneğin satır sonu
secret-header = bu adlı bir başlıkta gizli bilgi gönderilemez

# Alerts that do not arrive.
undelivered-no-server = hiçbir bildirim sunucusu yanıt vermiyor (ayrıntı: “{ $detail }”)
undelivered-refused = bildirim kabul edilmedi: { $why }
notify-silent = bildirim sunucusu { $seconds } saniye içinde yanıt vermedi
notify-unread = bildirim sunucusunun yanıtı okunamıyor (ayrıntı: “{ $detail }”)
notify-ended = Frontwatch programının bildirim gösteren bölümü durdu; Frontwatch programını yeniden başlatın
far-silent = { $seconds } saniye içinde yanıt vermedi
far-timed-out = zamanında yanıt vermedi
far-no-name = adı mevcut değil
far-no-answer-of-name = adı sorgulanamadı
far-refuses = bağlantıyı reddediyor
far-dropped = yanıt vermeden bağlantıyı kesti
far-unreachable = buradan ulaşılacak bir yol yok
far-untrusted = sertifikasına güvenilmiyor
far-unencrypted = şifreli bir bağlantı kurulamadı
far-not-http = yanıtı HTTP değil
far-local = bu bilgisayar bağlantının kurulmasına izin vermedi
far-unreached = ulaşılamıyor
far-credential-elsewhere = { $name } adlı kimlik bilgisi yalnızca { $origin } adresine gönderilir, bu ise { $here }: bu adres için yeniden belirleyin
far-credential-missing = anahtarlıkta { $name } adlı bir kimlik bilgisi yok: `frontwatch credential set { $name } --origin { $origin }` komutuyla saklayın
far-answers = yanıtı { $status }: { $what }
webhook-not-this = bu uyarıyı kabul etmiyor; şablonun beklenen biçimde olup olmadığına bakın
webhook-elsewhere = başka bir yere yönlendiriyor; yönlendirdiği adresi yazın
webhook-no-entry = bizi içeri almıyor; adresini ve kimlik bilgisini kontrol edin
webhook-none = böyle bir webhook yok; adresini kontrol edin
webhook-wait = beklememizi istiyor
webhook-not-so = uyarıları bu biçimde kabul etmiyor
webhook-fails = hata veriyor
mail-answers = e-posta sunucusunun yanıtı { $status }: { $what }
mail-not-this = bu iletiyi kabul etmiyor
mail-no-entry = bizi içeri almıyor; kullanıcıyı ve parolayı kontrol edin
mail-not-these-people = bu gönderenden bu alıcılara ileti kabul etmiyor
mail-not-now = şu anda olmaz
mail-not-so = iletileri bu biçimde kabul etmiyor
mail-no-mail-server = bir e-posta sunucusu gibi veya şifreli konuşmuyor; bağlantı noktasını ve kimlik bilgisini kontrol edin
mail-no-user = kimlik bilgisi kullanıcı ve parola değil: kullanıcı:parola biçiminde yeniden belirleyin
mail-unmade = ileti hazırlanamadı (ayrıntı: “{ $detail }”)

# The configuration as a file.
configuration-missing = { $file } yapılandırma dosyası yok: her haber sitesi için içine üç satır yazın: [[outlet]], name = "Gazeteniz", homepage = "https://gazeteniz.example/"; `frontwatch demo` dosya gerektirmez ve izlemeyi iş başında gösterir
configuration-unreadable = { $file } okunamıyor: { $why }; izinlerini kontrol edin
configuration-unwritable = { $file } yazılamıyor: { $why }; izinlerini ve diski kontrol edin
configuration-in-file = { $file }: { $what }

# Starting.
homeless = bu kullanıcının ev dizini yok: yapılandırmayı --config, veri dizinini --data ile belirtin
fetch-authority-unread = { $file } sertifika yetkilisi dosyası okunamadı: { $why }; yolunu düzeltin veya `certificate_authorities` listesinden çıkarın
fetch-authority-bad = { $file } bir PEM sertifikası değil (ayrıntı: “{ $detail }”): PEM olarak dışa aktarın veya `certificate_authorities` listesinden çıkarın
fetch-user-agent = “{ $agent }” User-Agent olarak gönderilemez: `user_agent` anahtarında yalnızca görünen ASCII karakterleri kullanın
fetch-no-authorities = sertifika yetkililerinin sertifikaları okunamadı (ayrıntı: “{ $detail }”): sistemin sertifikalarının (ca-certificates paketi) kurulu olduğunu kontrol edin
fetch-no-client = HTTP istemcisi hazırlanamadı (ayrıntı: “{ $detail }”): sistemin sertifikalarının (ca-certificates paketi) kurulu olduğunu kontrol edin
desktop-no-thread = bildirim gösterilemiyor: { $why }; diğer programları kapatıp yeniden başlatın
desktop-no-display = burada masaüstü yok (ne DISPLAY ne de WAYLAND_DISPLAY ayarlı): masaüstü olmadan `frontwatch watch` izler
desktop-ended = masaüstü programı devam edemedi; masaüstü olmadan `frontwatch watch` izler
desktop-not-started = masaüstü programı başlatılamadı (ayrıntı: “{ $detail }”)
demo-no-folder = geçici dizin oluşturulamadı: { $why }; diski kontrol edin
demo-no-newsroom = demonun haber merkezi açılamadı (ayrıntı: “{ $detail }”)
autostart-homeless = bu kullanıcının ev dizini yok
autostart-file = { $file }: { $why }
