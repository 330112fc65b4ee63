# The command line: tables, progress, and what a person at the terminal is told.

column-outlet = site
column-watch = izlenen
column-address = adres
column-verdict = sonuç
column-last-look = son kontrol
column-what = açıklama

never-looked = henüz yok
nothing-unusual = olağan dışı bir şey yok
almost-over = normale döndü; emin olmak için bir kontrol daha yapılacak
learning-so-far = olağan durum öğreniliyor
no-judgement = görülemedi

round-done = { $total } izleme noktası: { $alarms ->
    [0] alarm yok
   *[other] { $alarms } alarm
}, { $suspects } şüpheli, { $unseen } görülemeyen.

ordinary-stories = Yayımlanmış { $count } habere daha bakıldı: ya eskisi gibi ya da henüz bilinmiyor.

watching-now = { $total } adres izleniyor. Durdurmak için Ctrl-C tuşlarına basın.
nothing-configured = İzlenecek bir şey yok: { $file } dosyasında hiçbir haber sitesi yok.
no-such-outlet = { $file } dosyasında “{ $name }” adlı bir haber sitesi yok.
stopped = Durduruldu. Şu andan itibaren hiçbir şey izlenmiyor.

not-watched-by-this-version = bu sürümde izlenmiyor
not-watched-between = { $from } ile { $to } arasında izlenmedi

configuration-kept = { $file } bu hâliyle kullanılamıyor; izleme, dosyanın önceki içeriğiyle sürüyor: { $why }
configuration-unusable = Yapılandırma düzeltilene kadar hiçbir şey izlenmiyor: { $why }
pictures-unread = { $count ->
    [one] İstenmeyen görsellerden biri okunamıyor
   *[other] İstenmeyen görsellerden { $count } tanesi okunamıyor
} ve aranmıyor: { $files }. En fazla 2 MB boyutunda PNG, JPEG, GIF, WebP ve SVG dosyaları okunabilir.
pictures-too-many = İstenmeyen görsellerin yalnızca ilk { $most } tanesi aranıyor; klasörden bazılarını çıkarın.
store-mended = { $what }.
store-trouble = Veri deposunda hata oluştu: { $why }. Depo yeniden çalışana kadar olanlar kaydedilmiyor. İzleme sürüyor; uyarılar verilmeye devam ediyor.
not-approved = { $outlet }: sayfa görülemediği için hiçbir şey onaylanmadı. Sayfa yerine geldiğinde yeniden deneyin.
approval-changed = { $outlet }: size sorulduktan sonra sayfa değiştiği için hiçbir şey onaylanmadı. Şimdi neyin farklı olduğuna bakın.
store-works = Veri deposu yeniden çalışıyor. Bu arada bildirilenler kaydedildi.
look-trouble = { $outlet }: bu sayfaya bakış yarıda kaldı. Bu bir Frontwatch hatasıdır; sayfaya yeniden bakılacak.
part-trouble = Frontwatch programının bir bölümü çöktü ({ $part }). Bu bir program hatasıdır: lütfen bize bildirin. İzleme sürüyor.
judging-trouble = { $outlet }: bu sayfa değerlendirilemedi. Bu bir Frontwatch hatasıdır; sayfa, hata bildirimi için saklandı.
configuration-reloaded = { $file } yeniden okundu: { $added } yeni, { $changed } değişen, { $removed } artık izlenmeyen.
nothing-stored = Veri dizinini { $holder } kullanıyor: bu kontrol değerlendiriliyor, ancak hiçbir şey saklanmıyor.
nothing-kept = Veri deposunda hata oluştu: { $why }. Bu kontrol değerlendiriliyor, ancak hiçbir şey saklanmıyor.
nothing-known = Daha önce öğrenilenler de okunamıyor: { $why }. Sayfalar ilk kez görülüyormuş gibi değerlendiriliyor.
another-holder = başka bir Frontwatch

network-online = Bu bilgisayar yeniden çevrim içi.
network-offline = Hiçbir sunucu yanıt vermiyor: bu bilgisayar çevrim dışı görünüyor. Biri yanıt verene kadar hiçbir haber sitesi için “yanıt vermiyor” denmeyecek.
network-captive = Bu bilgisayarla internet arasında bir giriş portalı var: siz giriş yapana kadar hiçbir haber sitesi değerlendirilmeyecek.
network-why-system-offline = Sistem, bu bilgisayarın internete çıkışı olmadığını bildiriyor.
network-why-system-captive = Sistem, internetin önünde bir giriş portalı olduğunu bildiriyor.
network-why-probe-caught = Tarafsız bir adresin yerine yabancı bir sunucu yanıt veriyor: genellikle bu bir portaldır. Giriş yapmak için tarayıcıda bir sayfa açın.
network-why-strangers = Birkaç sitenin yerine aynı anda yabancı bir sunucu yanıt veriyor: genellikle bu bir portaldır. Giriş yapmak için tarayıcıda bir sayfa açın.
network-why-probes-silent = Tarafsız adresler de yanıt vermiyor; demek ki sorun bu bilgisayarın kendi ağında.
network-why-hosts-silent = Birkaç site aynı anda sustu ve hiçbiri yanıt vermiyor; bu yüzden sorunun bu bilgisayarın kendi ağında olduğu kabul ediliyor.
network-proxy-out = Sistemin vekil sunucusu üzerinden ulaşılanlar şimdilik değerlendirilmiyor. { $why }.
caught-up-well = İzlenmeyen süre telafi edildi: { $total } adrese bakıldı, olağan dışı bir şey yok.
caught-up-done = İzlenmeyen süre telafi edildi: { $total } adrese bakıldı; { $alarms } alarm, { $suspects } şüpheli, { $unseen } görülemeyen.
metered-slower = Bu bağlantı kotalı: adreslere yarı sıklıkta bakılıyor ve bir saldırı daha geç bildirilebilir. (Hızın aynı kalması için [watching] altında metered = "same" kullanın.)

incident-opened = ALARM { $outlet }: { $what }. { $at }
incident-acknowledged = { $outlet }: { $by } ilgileniyor. { $at }
incident-resolved = { $outlet }: { $how }. { $at }
notice-not-delivered = Bu uyarı masaüstünde gösterilemedi, yeniden denenecek: { $title } ({ $why })
channel-fails = Uyarılar “{ $name }” adlı { $kind ->
    [email] e-posta kanalına
   *[other] webhook kanalına
} ulaşmıyor ve yeniden deneniyor: { $why }.

# What was learned of a page: compared, taken back, forgotten, approved.
no-such-address = { $outlet } için bu adreste izleme yok
several-addresses = bu haber sitesinin birden çok adresi var: --url ile birini seçin ({ $addresses })
compared = { $address }: { $from } numaralı sürüm ve { $to } numaralı sürüm
compared-same = sözle anlatılabilecek bir fark yok
compared-first = { $address }: { $version } numaralı sürüm ilk sürüm, karşılaştırılacak bir öncesi yok
counts-again = { $address }: { $version } numaralı sürüm yeniden geçerli; yeni numarası: { $newest }
forgotten = { $address }: öğrenilenler silindi; izleme her şeyi yeniden öğrenecek
approve-before = önce:
approve-now = şimdi:
approve-publish = Bunu haber merkeziniz mi yayımladı? Onaylanan şey için bir daha alarm verilmez. Evet ise { answer-yes } yazın:
approve-nobody = soruyu yanıtlayacak kimse yok: bu sayfa sizinse --yes ekleyin
approve-nothing = Hiçbir şey değiştirilmedi.
approve-normal = { $address }: bundan sonra olağan durum bu
approve-over = { $incident } olayı sona erdi: bunu siz yaptınız
