# Yedekler: ne hazırlandı, ne yerine kondu ve bir dosya neden kabul edilmedi.

backup-made = { $file } hazırlandı ({ $megabytes } MB): { $holds ->
    [both] öğrenilen ve saklanan her şeyle birlikte veri deposu ve yapılandırma
    [store] öğrenilen ve saklanan her şeyle birlikte veri deposu; yapılandırma yok
   *[configuration] yapılandırma; henüz hiçbir şey saklanmadı
}. Onu yalnızca sizin okuyabileceğiniz bir yerde saklayın.
backup-no-secrets = Yapılandırmada hiçbir gizli bilginin adı geçmiyor.
backup-secrets = { $count ->
    [one] Gizli bilgiler hiçbir yedeğe girmez, anahtarlıkta kalır. Başka bir bilgisayarda şunun `frontwatch credential set` ile yeniden girilmesi gerekir: { $names }
   *[other] Gizli bilgiler hiçbir yedeğe girmez, anahtarlıkta kalır. Başka bir bilgisayarda şunların `frontwatch credential set` ile yeniden girilmesi gerekir: { $names }
}
backup-exists = { $file } zaten var ve olduğu gibi bırakıldı: başka bir dosya adı verin
backup-nothing = yedeklenecek bir şey yok: { $folder } klasöründe veri deposu, ayrıca { $configuration } dosyası yok

backup-replace = { $folder } klasöründeki veri deposu ve yapılandırma değiştirilecek; şimdikiler yanlarında saklanacak. { answer-yes } yazın:
backup-nobody = soracak kimse yok: oradakiler değiştirilecekse --yes yazın
backup-left = Hiçbir şey değiştirilmedi.
backup-restored = { $made } tarihli yedek (Frontwatch { $program }) yerine kondu.
backup-aside = Önceden orada olan { $file } adıyla saklanıyor; artık gerekmediğinde silin.

backup-refused = { $file } kabul edilmedi ve hiçbir şey değiştirilmedi: { $why }
backup-no-backup = bu bir Frontwatch yedeği değil
backup-cut-short = dosya yarıda kesiliyor; geldiği yerden yeniden kopyalayın
backup-trailing = bitişinden sonra bir şey geliyor
backup-foreign = onu Frontwatch'un başka bir sürümü, bu sürümün bilmediği bir biçimde hazırlamış; Frontwatch'u güncelleyin
backup-list = içindekiler listesi okunamıyor
backup-outside = "{ $entry }" kendi klasörünün dışına çıkıyor
backup-absolute = "{ $entry }" diskte kendi yerini belirtiyor
backup-folder = "{ $entry }" bir klasörün içinde; yedeklerde böyle bir şey olmaz
backup-link = "{ $entry }" başka bir dosyaya bağlantı
backup-hard-link = "{ $entry }" başka bir dosyanın ikinci adı
backup-special = "{ $entry }" sıradan bir dosya değil
backup-extension = "{ $entry }" hiçbir yedekte bulunmayan bir türden
backup-twice = "{ $entry }" içinde iki kez var
backup-case = "{ $entry }" bilinen bir addan yalnızca büyük harfleriyle ayrılıyor
backup-unknown = "{ $entry }" hiçbir yedeğe ait değil
backup-many = içinde herhangi bir yedektekinden fazlası var
backup-size = "{ $entry }" olması gereken uzunlukta değil
backup-bomb = açıldığında bu boyuttaki herhangi bir yedekten çok daha fazla yer kaplıyor
backup-missing = "{ $entry }" içinde olmalıydı ama yok
backup-digest = "{ $entry }" yedek alındığında olduğu gibi değil
backup-database = içindeki veritabanı bozuk
backup-shape = içindeki veritabanında Frontwatch'un hiç yapmadığı bir şey var ("{ $entry }")
backup-newer = içindeki veritabanını daha yeni bir Frontwatch yazmış; Frontwatch'u güncelleyin
backup-configuration = içindeki yapılandırma kullanılamıyor

backup-unreadable = { $file } okunamıyor: { $why }
backup-unwritable = { $file } yazılamıyor: { $why }

store-upgraded = { $path } güncellendi (biçim { $from } → { $to }). Önceki hali `frontwatch restore` için { $kept } dosyasında saklanıyor
store-not-backed-up = { $path } güncellendi (biçim { $from } → { $to }), ama öncesinde yedeği alınamadı: { $why }
store-restoring = { $path } geri yüklemesi yarıda kaldı: `frontwatch watch` komutunu bir kez ya da geri yüklemeyi yeniden başlatın, kalanı tamamlanır
