<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>What is protected</source>
        <translation>Korunanlar</translation>
    </message>
    <message>
        <source>What is not protected</source>
        <translation>Korunmayanlar</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Bu bilgisayar</translation>
    </message>
    <message>
        <source>&amp;Copy for a report</source>
        <translation>Rapor için &amp;kopyala</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Etkinlik</translation>
    </message>
    <message>
        <source>Find a name or a program</source>
        <translation>Ad veya program bul</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>&amp;Göster:</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>&amp;Zaman:</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Denetim günlüğü</translation>
    </message>
    <message>
        <source>Nothing has used a key yet.</source>
        <translation>Henüz hiçbir anahtar kullanılmadı.</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>Tümünü gö&amp;ster</translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation>&amp;Dışa aktar...</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>D&amp;oğrula</translation>
    </message>
</context>
<context>
    <name>AddWayDialog</name>
    <message>
        <source>Add a way to unlock</source>
        <translation>Kilit açma yolu ekle</translation>
    </message>
    <message>
        <source>Passphrase and this &amp;computer</source>
        <translation>Parola ve bu &amp;bilgisayar</translation>
    </message>
    <message>
        <source>You type a passphrase; the other half stays in this computer&apos;s keychain, so a copy of the file cannot be guessed. On another computer you need the recovery key.</source>
        <translation>Siz bir parola yazarsınız; diğer yarı bu bilgisayarın anahtarlığında kalır, böylece dosyanın kopyasından parola tahmin edilemez. Başka bir bilgisayarda kurtarma anahtarı gerekir.</translation>
    </message>
    <message>
        <source>Passphrase &amp;only</source>
        <translation>Yalnızca pa&amp;rola</translation>
    </message>
    <message>
        <source>Works wherever the vault file is. Choose a long one.</source>
        <translation>Kasa dosyası nerede olursa olsun çalışır. Uzun bir parola seçin.</translation>
    </message>
    <message>
        <source>This co&amp;mputer only</source>
        <translation>Yalnızca bu bilgisa&amp;yar</translation>
    </message>
    <message>
        <source>No passphrase. Anyone at your unlocked computer can open Latchkey, and Lock now will not ask for anything.</source>
        <translation>Parola yok. Açık bilgisayarınızın başına geçen herkes Latchkey&apos;i açabilir; &quot;Şimdi kilitle&quot; kullanılsa bile hiçbir şey sorulmaz.</translation>
    </message>
    <message>
        <source>Passphrase &amp;now:</source>
        <translation>Şi&amp;mdiki parola:</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>Şimdiki parola</translation>
    </message>
    <message>
        <source>New &amp;passphrase:</source>
        <translation>Yeni &amp;parola:</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Yeni parola</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>T&amp;ekrar:</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Yeni parola, tekrar</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Yeniden &amp;dene</translation>
    </message>
    <message>
        <source>Canc&amp;el</source>
        <translation>İp&amp;tal</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>E&amp;kle</translation>
    </message>
</context>
<context>
    <name>AppearancePanel</name>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Sistem gibi</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>K&amp;oyu</translation>
    </message>
    <message>
        <source>Li&amp;ght</source>
        <translation>&amp;Açık</translation>
    </message>
</context>
<context>
    <name>BackupPanel</name>
    <message>
        <source>One encrypted file with everything in it. It opens with the recovery key.</source>
        <translation>İçinde her şeyin bulunduğu tek bir şifreli dosya. Kurtarma anahtarıyla açılır.</translation>
    </message>
    <message>
        <source>&amp;Back up now...</source>
        <translation>Şimdi ye&amp;dekle...</translation>
    </message>
    <message>
        <source>By itself:</source>
        <translation>Kendiliğinden:</translation>
    </message>
    <message>
        <source>Ne&amp;ver</source>
        <translation>Hi&amp;çbir zaman</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>Klas&amp;ör:</translation>
    </message>
    <message>
        <source> newest</source>
        <translation> yedek (en yeni)</translation>
    </message>
    <message>
        <source>Made while Latchkey is unlocked; one that was missed is made later. A full or missing folder is told here.</source>
        <translation>Latchkey kilidi açıkken alınır; kaçırılan yedek sonra alınır. Klasör dolu veya eksikse burada bildirilir.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>İptal</translation>
    </message>
    <message>
        <source>Dail&amp;y</source>
        <translation>&amp;Günlük</translation>
    </message>
    <message>
        <source>Wee&amp;kly</source>
        <translation>Ha&amp;ftalık</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Seç...</translation>
    </message>
    <message>
        <source>Keep:</source>
        <translation>Sakla:</translation>
    </message>
</context>
<context>
    <name>ExchangesPage</name>
    <message>
        <source>Find an account</source>
        <translation>Hesap bul</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Hesaplar</translation>
    </message>
    <message>
        <source>&amp;Add account...</source>
        <translation>&amp;Hesap ekle...</translation>
    </message>
    <message>
        <source>No exchange keys yet</source>
        <translation>Henüz borsa anahtarı yok</translation>
    </message>
    <message>
        <source>Add a key and Latchkey shows what it may do before a bot uses it.</source>
        <translation>Bir anahtar ekleyin; Latchkey, bir bot onu kullanmadan önce neler yapabildiğini gösterir.</translation>
    </message>
    <message>
        <source>A&amp;dd account...</source>
        <translation>H&amp;esap ekle...</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>Hesap adı</translation>
    </message>
    <message>
        <source>main</source>
        <translation>main</translation>
    </message>
    <message>
        <source>Environment:</source>
        <translation>Ortam:</translation>
    </message>
    <message>
        <source>&amp;Demo</source>
        <translation>&amp;Demo</translation>
    </message>
    <message>
        <source>How to make a key</source>
        <translation>Anahtar nasıl oluşturulur</translation>
    </message>
    <message>
        <source>What this key may do</source>
        <translation>Bu anahtarın yetkileri</translation>
    </message>
    <message>
        <source>Discard &amp;changes</source>
        <translation>D&amp;eğişiklikleri at</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>Şimdi ko&amp;ntrol et</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Kaydet</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>İ&amp;çe aktar...</translation>
    </message>
    <message>
        <source>Acco&amp;unt name:</source>
        <translation>He&amp;sap adı:</translation>
    </message>
    <message>
        <source>Li&amp;ve (real money)</source>
        <translation>&amp;Canlı (gerçek para)</translation>
    </message>
    <message>
        <source>R&amp;emove...</source>
        <translation>Ka&amp;ldır...</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import keys</source>
        <translation>Anahtarları içe aktar</translation>
    </message>
    <message>
        <source>Keys that you keep elsewhere now: an .env file, JSON or CSV, the configuration of Freqtrade or OctoBot, the keys of ccxt or Jesse, an export of Bitwarden, KeePassXC or 1Password, or the encrypted store of an older tool. The file is only read.</source>
        <translation>Şu anda başka yerde tuttuğunuz anahtarlar: bir .env dosyası, JSON veya CSV, Freqtrade veya OctoBot yapılandırması, ccxt veya Jesse anahtarları, Bitwarden, KeePassXC veya 1Password dışa aktarımı ya da eski bir aracın şifreli deposu. Dosya yalnızca okunur.</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>D&amp;osya:</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>&amp;Seç...</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>Biçi&amp;m:</translation>
    </message>
    <message>
        <source>&amp;Key file:</source>
        <translation>&amp;Anahtar dosyası:</translation>
    </message>
    <message>
        <source>Ch&amp;oose...</source>
        <translation>Se&amp;ç...</translation>
    </message>
    <message>
        <source>Only for encrypted stores of older tools, when the key is not beside the file.</source>
        <translation>Yalnızca eski araçların şifreli depoları için, anahtar dosyanın yanında değilse.</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dosyada</translation>
    </message>
    <message>
        <source>What is in the vault already is not changed.</source>
        <translation>Kasada zaten olanlar değiştirilmez.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Geri</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>İp&amp;tal</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>So&amp;nraki</translation>
    </message>
</context>
<context>
    <name>LlmPage</name>
    <message>
        <source>Providers</source>
        <translation>Sağlayıcılar</translation>
    </message>
    <message>
        <source>&amp;Add provider...</source>
        <translation>Sağlayı&amp;cı ekle...</translation>
    </message>
    <message>
        <source>No provider set.</source>
        <translation>Ayarlanmış sağlayıcı yok.</translation>
    </message>
    <message>
        <source>Programs use Ollama on this computer.</source>
        <translation>Programlar bu bilgisayardaki Ollama uygulamasını kullanır.</translation>
    </message>
    <message>
        <source>A&amp;dd provider...</source>
        <translation>Sağlayıcı &amp;ekle...</translation>
    </message>
    <message>
        <source>&amp;Provider:</source>
        <translation>&amp;Sağlayıcı:</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Sağlayıcı</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Ad:</translation>
    </message>
    <message>
        <source>Name of the settings</source>
        <translation>Ayarların adı</translation>
    </message>
    <message>
        <source>main</source>
        <translation>main</translation>
    </message>
    <message>
        <source>&amp;Base URL:</source>
        <translation>Temel &amp;URL:</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Temel URL</translation>
    </message>
    <message>
        <source>Use this address though it is not encr&amp;ypted</source>
        <translation>Şi&amp;freli olmasa da bu adresi kullan</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>Ana&amp;htar:</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Dağıtım</translation>
    </message>
    <message>
        <source>API &amp;version:</source>
        <translation>A&amp;PI sürümü:</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API sürümü</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>M&amp;odel:</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Asks the server which models it has</source>
        <translation>Sunucuya hangi modellerin bulunduğunu sorar</translation>
    </message>
    <message>
        <source>&amp;Use this one</source>
        <translation>Bun&amp;u kullan</translation>
    </message>
    <message>
        <source>D&amp;iscard changes</source>
        <translation>D&amp;eğişiklikleri at</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>Şimdi ko&amp;ntrol et</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Kaydet</translation>
    </message>
    <message>
        <source>Deploymen&amp;t:</source>
        <translation>&amp;Dağıtım:</translation>
    </message>
    <message>
        <source>Loa&amp;d list</source>
        <translation>Liste&amp;yi yükle</translation>
    </message>
    <message>
        <source>R&amp;emove...</source>
        <translation>Ka&amp;ldır...</translation>
    </message>
</context>
<context>
    <name>LockingPanel</name>
    <message>
        <source>Minutes without use</source>
        <translation>Kullanılmadan geçen dakika</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> dakika</translation>
    </message>
    <message>
        <source>When the &amp;screen is locked</source>
        <translation>Ekran k&amp;ilitlendiğinde</translation>
    </message>
    <message>
        <source>When the li&amp;d is closed</source>
        <translation>&amp;Kapak kapatıldığında</translation>
    </message>
    <message>
        <source>Then:</source>
        <translation>Ardından:</translation>
    </message>
    <message>
        <source>Lock &amp;everything, programs stop</source>
        <translation>&amp;Her şeyi kilitle, programlar durur</translation>
    </message>
    <message>
        <source>Lock the &amp;window, programs go on</source>
        <translation>&amp;Pencereyi kilitle, programlar sürer</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>Other programs of this session can read that menu while Latchkey is unlocked.</source>
        <translation>Latchkey kilidi açıkken bu oturumdaki diğer programlar o menüyü okuyabilir.</translation>
    </message>
    <message>
        <source>Starts locked and in the tray, and asks for nothing.</source>
        <translation>Kilitli olarak tepside başlar ve hiçbir şey sormaz.</translation>
    </message>
    <message>
        <source>Take a copied secret off the &amp;clipboard after</source>
        <translation>Kopyalanan gizli bi&amp;lgiyi panodan silme süresi:</translation>
    </message>
    <message>
        <source>Seconds on the clipboard</source>
        <translation>Panoda kalma süresi (saniye)</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>When nobody &amp;uses the computer for</source>
        <translation>Bilgisayar şu &amp;süre kullanılmadığında:</translation>
    </message>
    <message>
        <source>When the computer &amp;goes to sleep</source>
        <translation>Bilgisayar uyku m&amp;oduna geçtiğinde</translation>
    </message>
    <message>
        <source>When another user &amp;takes over the screen</source>
        <translation>Ekranı &amp;başka bir kullanıcı devraldığında</translation>
    </message>
    <message>
        <source>Passphrase:</source>
        <translation>Parola:</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>İzin ver</translation>
    </message>
    <message>
        <source>Keep as it was</source>
        <translation>Eskisi gibi kalsın</translation>
    </message>
    <message>
        <source>Show account names in the tray menu</source>
        <translation>Hesap adlarını tepsi menüsünde göster</translation>
    </message>
    <message>
        <source>Start w&amp;hen I log in</source>
        <translation>Oturum &amp;açtığımda başlat</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>Sayfalar</translation>
    </message>
    <message>
        <source>&amp;Recovery key...</source>
        <translation>Kurtarma anahta&amp;rı...</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>Şi&amp;mdi kilitle</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>Kapa&amp;t</translation>
    </message>
</context>
<context>
    <name>OlderVaultDialog</name>
    <message>
        <source>Older vault file</source>
        <translation>Daha eski kasa dosyası</translation>
    </message>
    <message>
        <source>Use this older file?</source>
        <translation>Bu eski dosya kullanılsın mı?</translation>
    </message>
    <message>
        <source>The vault file is older than the one that was last used on this computer. If you put a copy back on purpose, go on with it: what was stored since then is not in it. If you did not, somebody may have exchanged the file, and keys that you have replaced or removed would be in use again.</source>
        <translation>Kasa dosyası, bu bilgisayarda en son kullanılandan daha eski. Bir kopyayı bilerek geri koyduysanız onunla sürdürün: o zamandan beri saklananlar içinde yoktur. Siz koymadıysanız biri dosyayı başka bir dosyayla değiştirmiş olabilir; o durumda yenilediğiniz veya kaldırdığınız anahtarlar yeniden kullanıma girer.</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Parola:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>&amp;Recovery key:</source>
        <translation>Kurtarma &amp;anahtarı:</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Kurtarma anahtarı</translation>
    </message>
    <message>
        <source>&amp;Use the older file</source>
        <translation>Eski dosyayı &amp;kullan</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>İp&amp;tal</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change passphrase</source>
        <translation>Parolayı değiştir</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Parolayı değiştir</translation>
    </message>
    <message>
        <source>It applies at once. Whoever has an older copy of the vault file can still open that copy with the old passphrase.</source>
        <translation>Hemen geçerli olur. Kasa dosyasının eski bir kopyasına sahip olan biri, o kopyayı eski parolayla yine açabilir.</translation>
    </message>
    <message>
        <source>&amp;Old passphrase:</source>
        <translation>&amp;Eski parola:</translation>
    </message>
    <message>
        <source>Old passphrase</source>
        <translation>Eski parola</translation>
    </message>
    <message>
        <source>&amp;New passphrase:</source>
        <translation>&amp;Yeni parola:</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Yeni parola</translation>
    </message>
    <message>
        <source>A&amp;gain:</source>
        <translation>Tek&amp;rar:</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Yeni parola, tekrar</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>Güç:</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>İp&amp;tal</translation>
    </message>
    <message>
        <source>C&amp;hange passphrase</source>
        <translation>&amp;Parolayı değiştir</translation>
    </message>
</context>
<context>
    <name>ProtectionPage</name>
    <message>
        <source>How should your keys be protected?</source>
        <translation>Anahtarlarınız nasıl korunsun?</translation>
    </message>
    <message>
        <source>Passphrase and this &amp;computer (recommended)</source>
        <translation>Parola ve bu bilgisa&amp;yar (önerilir)</translation>
    </message>
    <message>
        <source>You type a passphrase; the other half stays in this computer&apos;s keychain, so a copy of the file cannot be guessed. On another computer you need the recovery key.</source>
        <translation>Siz bir parola yazarsınız; diğer yarı bu bilgisayarın anahtarlığında kalır, böylece dosyanın kopyasından parola tahmin edilemez. Başka bir bilgisayarda kurtarma anahtarı gerekir.</translation>
    </message>
    <message>
        <source>Passphrase &amp;only</source>
        <translation>Yalnızca pa&amp;rola</translation>
    </message>
    <message>
        <source>Works wherever the vault file is. Choose a long one.</source>
        <translation>Kasa dosyası nerede olursa olsun çalışır. Uzun bir parola seçin.</translation>
    </message>
    <message>
        <source>This co&amp;mputer only</source>
        <translation>Yalnızca b&amp;u bilgisayar</translation>
    </message>
    <message>
        <source>No passphrase. Anyone at your unlocked computer can open Latchkey, and Lock now will not ask for anything.</source>
        <translation>Parola yok. Açık bilgisayarınızın başına geçen herkes Latchkey&apos;i açabilir; &quot;Şimdi kilitle&quot; kullanılsa bile hiçbir şey sorulmaz.</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Parola:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>T&amp;ekrar:</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Parola, tekrar</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Yeniden &amp;dene</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <source>Ready</source>
        <translation>Hazır</translation>
    </message>
    <message>
        <source>What is stored</source>
        <translation>Saklananlar</translation>
    </message>
    <message>
        <source>How to lock</source>
        <translation>Nasıl kilitlenir</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>&amp;Start when I log in</source>
        <translation>&amp;Oturum açtığımda başlat</translation>
    </message>
    <message>
        <source>It starts hidden and locked, and asks for nothing by itself.</source>
        <translation>Gizli ve kilitli başlar, kendiliğinden hiçbir şey sormaz.</translation>
    </message>
</context>
<context>
    <name>RecoveryKeyPage</name>
    <message>
        <source>Keep this recovery key</source>
        <translation>Bu kurtarma anahtarını saklayın</translation>
    </message>
    <message>
        <source>It opens your vault when the passphrase is forgotten or this computer is gone. Write it down or save it, and keep it apart from this computer.</source>
        <translation>Parola unutulduğunda veya bu bilgisayar elden çıktığında kasanızı açar. Yazın veya kaydedin ve bu bilgisayardan ayrı bir yerde tutun.</translation>
    </message>
    <message>
        <source>&amp;Save to file...</source>
        <translation>&amp;Dosyaya kaydet...</translation>
    </message>
    <message>
        <source>Type two groups, to be sure that you have it:</source>
        <translation>Elinizde olduğundan emin olmak için iki grubu yazın:</translation>
    </message>
    <message>
        <source>First group</source>
        <translation>Birinci grup</translation>
    </message>
    <message>
        <source>Second group</source>
        <translation>İkinci grup</translation>
    </message>
    <message>
        <source>&amp;Print...</source>
        <translation>&amp;Yazdır...</translation>
    </message>
    <message>
        <source>Group:</source>
        <translation>Grup:</translation>
    </message>
</context>
<context>
    <name>RecoveryKeySheet</name>
    <message>
        <source>Latchkey recovery key</source>
        <translation>Latchkey kurtarma anahtarı</translation>
    </message>
    <message>
        <source>It opens your vault when the passphrase is forgotten or this computer is gone: choose &quot;Use the recovery key instead&quot; where Latchkey asks for the passphrase, and type the nine groups.</source>
        <translation>Parola unutulduğunda veya bu bilgisayar elden çıktığında kasanızı açar: Latchkey parolayı sorduğunda &quot;Bunun yerine kurtarma anahtarını kullan&quot; seçeneğini seçin ve dokuz grubu yazın.</translation>
    </message>
    <message>
        <source>Whoever has this paper and the vault&apos;s file can read everything in it. Keep it where you keep money, apart from the computer.</source>
        <translation>Bu kâğıda ve kasanın dosyasına sahip olan biri içindeki her şeyi okuyabilir. Paranızı sakladığınız yerde, bilgisayardan ayrı tutun.</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore from a backup</source>
        <translation>Yedekten geri yükle</translation>
    </message>
    <message>
        <source>Choose the file, and type the recovery key of the vault that it was made of. Nothing is changed before you have seen what is inside.</source>
        <translation>Dosyayı seçin ve yedeğin alındığı kasanın kurtarma anahtarını yazın. İçinde ne olduğunu görmenizden önce hiçbir şey değiştirilmez.</translation>
    </message>
    <message>
        <source>Backup &amp;file:</source>
        <translation>Yedek &amp;dosyası:</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>&amp;Seç...</translation>
    </message>
    <message>
        <source>&amp;Recovery key:</source>
        <translation>Kurtarma &amp;anahtarı:</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Kurtarma anahtarı</translation>
    </message>
    <message>
        <source>A backup that was given a passphrase of its own can be opened with it in a terminal, with &quot;latchkey restore&quot;.</source>
        <translation>Kendine ait bir parola verilmiş yedek, bir uçbirimde &quot;latchkey restore&quot; ile o parolayla açılabilir.</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>Yedeğin içindekiler</translation>
    </message>
    <message>
        <source>&amp;New passphrase:</source>
        <translation>&amp;Yeni parola:</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Yeni parola</translation>
    </message>
    <message>
        <source>A&amp;gain:</source>
        <translation>Tek&amp;rar:</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Yeni parola, tekrar</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>Güç:</translation>
    </message>
    <message>
        <source>Latchkey is locked now. Unlock it with the new passphrase; the recovery key of the backup opens it too.</source>
        <translation>Latchkey şimdi kilitli. Kilidini yeni parolayla açın; yedeğin kurtarma anahtarı da açar.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Geri</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>İp&amp;tal</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>So&amp;nraki</translation>
    </message>
</context>
<context>
    <name>SecurityPage</name>
    <message>
        <source>Security</source>
        <translation>Güvenlik</translation>
    </message>
    <message>
        <source>Ways to unlock</source>
        <translation>Kilit açma yolları</translation>
    </message>
    <message>
        <source>Any one of these opens the vault.</source>
        <translation>Bunlardan herhangi biri kasayı açar.</translation>
    </message>
    <message>
        <source>Change &amp;passphrase...</source>
        <translation>Parola&amp;yı değiştir...</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Kurtarma anahtarı</translation>
    </message>
    <message>
        <source>&amp;Add a way...</source>
        <translation>Yol &amp;ekle...</translation>
    </message>
    <message>
        <source>&amp;New recovery key...</source>
        <translation>Yeni k&amp;urtarma anahtarı...</translation>
    </message>
    <message>
        <source>Show &amp;it again and confirm...</source>
        <translation>Yeniden göster &amp;ve doğrula...</translation>
    </message>
</context>
<context>
    <name>SetupSummary</name>
    <message>
        <source>Your vault is made. It opens with: %1</source>
        <translation>Kasanız oluşturuldu. Açma yolu: %1</translation>
    </message>
    <message>
        <source>You have the recovery key.</source>
        <translation>Kurtarma anahtarı sizde.</translation>
    </message>
    <message>
        <source>Keep it apart from this computer.</source>
        <translation>Bu bilgisayardan ayrı bir yerde tutun.</translation>
    </message>
    <message>
        <source>The recovery key is not confirmed.</source>
        <translation>Kurtarma anahtarı doğrulanmadı.</translation>
    </message>
    <message>
        <source>Without it a forgotten passphrase or a lost computer means a lost vault. &quot;Recovery key...&quot; at the foot of the window shows it again.</source>
        <translation>O olmadan, unutulan bir parola veya kaybedilen bir bilgisayar kasanın da kaybı demektir. Pencerenin altındaki &quot;Kurtarma anahtarı...&quot; onu yeniden gösterir.</translation>
    </message>
    <message>
        <source>%1 is stored.</source>
        <translation>%1 saklandı.</translation>
    </message>
    <message>
        <source>No exchange key is stored yet.</source>
        <translation>Henüz borsa anahtarı saklanmadı.</translation>
    </message>
    <message>
        <source>Add one on the page &quot;Exchanges&quot; when you have it.</source>
        <translation>Anahtarınız olduğunda &quot;Borsalar&quot; sayfasından ekleyin.</translation>
    </message>
    <message>
        <source>Press Ctrl+L, or &quot;Lock now&quot; in the window or the tray.</source>
        <translation>Ctrl+L tuşlarına basın veya pencerede ya da tepside &quot;Şimdi kilitle&quot; seçeneğini kullanın.</translation>
    </message>
    <message numerus="yes">
        <source>Latchkey also locks by itself: after %n minutes without use, with the screen, and before the computer sleeps.</source>
        <translation>
            <numerusform>Latchkey kendiliğinden de kilitlenir: %n dakika kullanılmadığında, ekran kilitlendiğinde ve bilgisayar uykuya geçmeden önce.</numerusform>
        </translation>
    </message>
    <message>
        <source>No passphrase is set: anyone at this computer can unlock it again.</source>
        <translation>Parola belirlenmedi: bu bilgisayarın başındaki herkes kilidi yeniden açabilir.</translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>Add your first exchange</source>
        <translation>İlk borsanızı ekleyin</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>&amp;Atla</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Geri</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>So&amp;nraki</translation>
    </message>
    <message>
        <source>&amp;Restore from a backup</source>
        <translation>Yede&amp;kten geri yükle</translation>
    </message>
    <message>
        <source>Not no&amp;w</source>
        <translation>Şi&amp;mdi değil</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Latchkey is locked</source>
        <translation>Latchkey kilitli</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Parola:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>&amp;Recovery key:</source>
        <translation>Kurtarma &amp;anahtarı:</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Kurtarma anahtarı</translation>
    </message>
    <message>
        <source>No passphrase is set: anyone at this computer can unlock.</source>
        <translation>Parola belirlenmedi: bu bilgisayarın başındaki herkes kilidi açabilir.</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Kilidi aç</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>İpta&amp;l</translation>
    </message>
    <message>
        <source>Use the &amp;recovery key instead</source>
        <translation>Bunun yerine ku&amp;rtarma anahtarını kullan</translation>
    </message>
    <message>
        <source>Restore from a &amp;backup</source>
        <translation>Y&amp;edekten geri yükle</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>This computer&apos;s keychain is ready.</source>
        <translation>Bu bilgisayarın anahtarlığı hazır.</translation>
    </message>
    <message>
        <source>Your system will ask for your login password when you press Next.</source>
        <translation>&quot;Sonraki&quot; düğmesine bastığınızda sisteminiz oturum açma parolanızı soracak.</translation>
    </message>
    <message>
        <source>Your system will ask you to invent a keyring password; do not leave it empty.</source>
        <translation>Sisteminiz yeni bir anahtarlık parolası belirlemenizi isteyecek; boş bırakmayın.</translation>
    </message>
    <message>
        <source>No keychain service runs on this computer.</source>
        <translation>Bu bilgisayarda çalışan bir anahtarlık hizmeti yok.</translation>
    </message>
    <message>
        <source>This session has no keychain: there is no session bus.</source>
        <translation>Bu oturumda anahtarlık yok: oturum veri yolu bulunmuyor.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Anahtarlık yanıt vermiyor.</translation>
    </message>
    <message>
        <source>Your login keyring is locked.</source>
        <translation>Oturum anahtarlığınız kilitli.</translation>
    </message>
    <message>
        <source>A keychain service runs on this computer, but no keyring was made yet.</source>
        <translation>Bu bilgisayarda bir anahtarlık hizmeti çalışıyor ama henüz anahtarlık oluşturulmamış.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>Passphrase and this computer</source>
        <translation>Parola ve bu bilgisayar</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>Yalnızca bu bilgisayar</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Kurtarma anahtarı</translation>
    </message>
    <message>
        <source>Very weak: guessed at once</source>
        <translation>Çok zayıf: anında tahmin edilir</translation>
    </message>
    <message>
        <source>Weak: guessed within hours</source>
        <translation>Zayıf: saatler içinde tahmin edilir</translation>
    </message>
    <message>
        <source>Fair: withstands a casual attack</source>
        <translation>Orta: sıradan bir saldırıya dayanır</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>İyi</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Çok iyi</translation>
    </message>
    <message>
        <source>Vault created</source>
        <translation>Kasa oluşturuldu</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Kilit açıldı</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Kilitlendi</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Eklendi</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Değiştirildi</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Kaldırıldı</translation>
    </message>
    <message>
        <source>Removal undone</source>
        <translation>Kaldırma geri alındı</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>Kalıcı olarak silindi</translation>
    </message>
    <message>
        <source>Shown on the screen</source>
        <translation>Ekranda gösterildi</translation>
    </message>
    <message>
        <source>Copied to the clipboard</source>
        <translation>Panoya kopyalandı</translation>
    </message>
    <message>
        <source>New version stored</source>
        <translation>Yeni sürüm saklandı</translation>
    </message>
    <message>
        <source>Version taken into use</source>
        <translation>Sürüm kullanıma alındı</translation>
    </message>
    <message>
        <source>Held back: may withdraw</source>
        <translation>Bekletildi: para çekebilir</translation>
    </message>
    <message>
        <source>Withdrawal right accepted</source>
        <translation>Para çekme yetkisi kabul edildi</translation>
    </message>
    <message>
        <source>Value read</source>
        <translation>Değer okundu</translation>
    </message>
    <message>
        <source>Read for a change</source>
        <translation>Değişiklik için okundu</translation>
    </message>
    <message>
        <source>Given to a program at start</source>
        <translation>Başlangıçta bir programa verildi</translation>
    </message>
    <message>
        <source>Request signed</source>
        <translation>İstek imzalandı</translation>
    </message>
    <message>
        <source>Check begun</source>
        <translation>Kontrol başladı</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Kontrol edildi</translation>
    </message>
    <message>
        <source>Result of a check noted</source>
        <translation>Kontrol sonucu kaydedildi</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Ayarlar değişti</translation>
    </message>
    <message>
        <source>Passphrase changed</source>
        <translation>Parola değişti</translation>
    </message>
    <message>
        <source>Recovery key confirmed</source>
        <translation>Kurtarma anahtarı doğrulandı</translation>
    </message>
    <message>
        <source>Opened past the agent</source>
        <translation>Aracı atlanarak açıldı</translation>
    </message>
    <message>
        <source>Older vault accepted</source>
        <translation>Daha eski kasa kabul edildi</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tamamlandı</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Reddedildi</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Çalışıyor</translation>
    </message>
    <message>
        <source>Works, rights unknown</source>
        <translation>Çalışıyor, yetkileri bilinmiyor</translation>
    </message>
    <message>
        <source>Refused by the exchange</source>
        <translation>Borsa reddetti</translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation>Kontrol edilemedi</translation>
    </message>
    <message>
        <source>%1 refused this key%2.</source>
        <translation>%1 bu anahtarı reddetti%2.</translation>
    </message>
    <message>
        <source>Copy the whole key again, and check that it belongs to the address %5. A server without users of its own may want a key, too.</source>
        <translation>Anahtarın tamamını yeniden kopyalayın ve %5 adresine ait olup olmadığına bakın. Kendi kullanıcıları olmayan bir sunucu da anahtar isteyebilir.</translation>
    </message>
    <message>
        <source>%1 accepts this key, but it may not list the models%2.</source>
        <translation>%1 bu anahtarı kabul ediyor ama anahtar modelleri listeleyemiyor%2.</translation>
    </message>
    <message>
        <source>Give the key the right to read models, or use one without limits.</source>
        <translation>Anahtara modelleri okuma yetkisi verin veya sınırı olmayan bir anahtar kullanın.</translation>
    </message>
    <message>
        <source>%1 accepts this key, but the account has nothing left to spend%2.</source>
        <translation>%1 bu anahtarı kabul ediyor ama hesapta harcanacak bakiye kalmamış%2.</translation>
    </message>
    <message>
        <source>Look at the balance or the quota there.</source>
        <translation>Oradaki bakiyeye veya kotaya bakın.</translation>
    </message>
    <message>
        <source>%1 does not have the model &quot;%3&quot;.</source>
        <translation>%1 üzerinde &quot;%3&quot; modeli yok.</translation>
    </message>
    <message>
        <source>Choose one from the list, or install it there.</source>
        <translation>Listeden bir model seçin veya onu oraya kurun.</translation>
    </message>
    <message>
        <source>%1 accepts this key, but has no deployment &quot;%4&quot;%2.</source>
        <translation>%1 bu anahtarı kabul ediyor ama &quot;%4&quot; adlı bir dağıtımı yok%2.</translation>
    </message>
    <message>
        <source>Use the name that you gave to the deployment, not that of its model.</source>
        <translation>Modelin adını değil, dağıtıma verdiğiniz adı kullanın.</translation>
    </message>
    <message>
        <source>%1 refused this%2.</source>
        <translation>%1 bunu reddetti%2.</translation>
    </message>
    <message>
        <source>Compare key, address and model with what stands there.</source>
        <translation>Anahtarı, adresi ve modeli orada yazanlarla karşılaştırın.</translation>
    </message>
    <message>
        <source>Not checked: what answers at %5 does not speak like %1%2.</source>
        <translation>Kontrol edilmedi: %5 adresinden gelen yanıt %1 yanıtına benzemiyor%2.</translation>
    </message>
    <message>
        <source>Check the address, and the API version where there is one.</source>
        <translation>Adresi ve varsa API sürümünü kontrol edin.</translation>
    </message>
    <message>
        <source>Not checked: %1 asks for fewer requests%2.</source>
        <translation>Kontrol edilmedi: %1 daha az istek gönderilmesini istiyor%2.</translation>
    </message>
    <message>
        <source>Your settings are safe. Wait a minute and check again.</source>
        <translation>Ayarlarınız güvende. Bir dakika bekleyip yeniden kontrol edin.</translation>
    </message>
    <message>
        <source>Not checked: %1 has trouble or is under maintenance%2.</source>
        <translation>Kontrol edilmedi: %1 sorun yaşıyor veya bakımda%2.</translation>
    </message>
    <message>
        <source>Your settings are safe; check again later.</source>
        <translation>Ayarlarınız güvende; daha sonra yeniden kontrol edin.</translation>
    </message>
    <message>
        <source>Not checked: the connection to %5 is not safe.</source>
        <translation>Kontrol edilmedi: %5 bağlantısı güvenli değil.</translation>
    </message>
    <message>
        <source>The certificate was refused and nothing was sent. Check the address, and this computer&apos;s date.</source>
        <translation>Sertifika reddedildi ve hiçbir şey gönderilmedi. Adresi ve bu bilgisayarın tarihini kontrol edin.</translation>
    </message>
    <message>
        <source>Not checked: something between this computer and %1 answered in its place%2.</source>
        <translation>Kontrol edilmedi: bu bilgisayar ile %1 arasındaki bir şey onun yerine yanıt verdi%2.</translation>
    </message>
    <message>
        <source>Your settings are safe. A network login page, a region block or a firewall can do this.</source>
        <translation>Ayarlarınız güvende. Ağın giriş sayfası, bölge engeli veya güvenlik duvarı buna yol açabilir.</translation>
    </message>
    <message>
        <source>Not checked: what is sent to %5 would not be encrypted.</source>
        <translation>Kontrol edilmedi: %5 adresine gönderilenler şifrelenmeyecekti.</translation>
    </message>
    <message>
        <source>Use an address with https, or agree that everybody on the way may read and change it.</source>
        <translation>https ile başlayan bir adres kullanın veya yoldaki herkesin bunu okuyup değiştirebileceğini kabul edin.</translation>
    </message>
    <message>
        <source>Not checked: %1 could not be reached at %5.</source>
        <translation>Kontrol edilmedi: %5 adresinde %1 sağlayıcısına ulaşılamadı.</translation>
    </message>
    <message>
        <source>Your settings are safe. Check the address, and whether the server runs.</source>
        <translation>Ayarlarınız güvende. Adresi ve sunucunun çalışıp çalışmadığını kontrol edin.</translation>
    </message>
    <message>
        <source>%1 answers, but has no model.</source>
        <translation>%1 yanıt veriyor ama modeli yok.</translation>
    </message>
    <message>
        <source>It has the deployment &quot;%4&quot;.</source>
        <translation>&quot;%4&quot; dağıtımı var.</translation>
    </message>
    <message>
        <source>It has the model &quot;%3&quot;.</source>
        <translation>&quot;%3&quot; modeli var.</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 yanıt veriyor.</translation>
    </message>
    <message>
        <source>%1 does not know this key%2.</source>
        <translation>%1 bu anahtarı tanımıyor%2.</translation>
    </message>
    <message>
        <source>Check that the whole API key was copied, and that it was not deleted at %1.</source>
        <translation>API anahtarının tamamının kopyalandığını ve %1 üzerinde silinmediğini kontrol edin.</translation>
    </message>
    <message>
        <source>Refused: key</source>
        <translation>Reddedildi: anahtar</translation>
    </message>
    <message>
        <source>%1 refused the signature%2.</source>
        <translation>%1 imzayı reddetti%2.</translation>
    </message>
    <message>
        <source>The API key is known, but the secret key does not belong to it. Copy it again, or make a new key.</source>
        <translation>API Key tanınıyor ama Secret Key ona ait değil. Yeniden kopyalayın veya yeni bir anahtar oluşturun.</translation>
    </message>
    <message>
        <source>Refused: secret key</source>
        <translation>Reddedildi: Secret Key</translation>
    </message>
    <message>
        <source>%1 refused the passphrase%2.</source>
        <translation>%1, Passphrase değerini reddetti%2.</translation>
    </message>
    <message>
        <source>The passphrase is the one you chose when making the key, not your login password.</source>
        <translation>Passphrase, anahtarı oluştururken sizin belirlediğiniz değerdir; oturum açma parolanız değildir.</translation>
    </message>
    <message>
        <source>Refused: passphrase</source>
        <translation>Reddedildi: Passphrase</translation>
    </message>
    <message>
        <source>%1 refused the time of the request%2.</source>
        <translation>%1 isteğin saatini reddetti%2.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock, then check again.</source>
        <translation>Bu bilgisayarın saatini ayarlayın, ardından yeniden kontrol edin.</translation>
    </message>
    <message>
        <source>Refused: clock</source>
        <translation>Reddedildi: saat</translation>
    </message>
    <message>
        <source>%1 knows this key, but not this computer&apos;s address%2.</source>
        <translation>%1 bu anahtarı tanıyor ama bu bilgisayarın adresini tanımıyor%2.</translation>
    </message>
    <message>
        <source>Add the address at %1, or say that the key is used from another computer.</source>
        <translation>Adresi %1 üzerinde ekleyin veya anahtarın başka bir bilgisayardan kullanıldığını belirtin.</translation>
    </message>
    <message>
        <source>Refused: address</source>
        <translation>Reddedildi: adres</translation>
    </message>
    <message>
        <source>This key has expired%2.</source>
        <translation>Bu anahtarın süresi dolmuş%2.</translation>
    </message>
    <message>
        <source>Make a new key at %1.</source>
        <translation>%1 üzerinde yeni bir anahtar oluşturun.</translation>
    </message>
    <message>
        <source>Refused: expired</source>
        <translation>Reddedildi: süresi dolmuş</translation>
    </message>
    <message>
        <source>%1 accepts key, signature and passphrase, but this key may not read its own rights%2.</source>
        <translation>%1 anahtarı, imzayı ve Passphrase değerini kabul ediyor ama bu anahtar kendi yetkilerini okuyamıyor%2.</translation>
    </message>
    <message>
        <source>Give the key the right to read at %1, then check again.</source>
        <translation>%1 üzerinde anahtara okuma yetkisi verin, ardından yeniden kontrol edin.</translation>
    </message>
    <message>
        <source>Refused: permission</source>
        <translation>Reddedildi: izin</translation>
    </message>
    <message>
        <source>This key does not belong to this environment of %1%2.</source>
        <translation>Bu anahtar, %1 üzerindeki bu ortama ait değil%2.</translation>
    </message>
    <message>
        <source>Demo keys work for demo accounts only, live keys for live ones. Save it as the other kind.</source>
        <translation>Demo anahtarlar yalnızca demo hesaplarda, canlı anahtarlar yalnızca canlı hesaplarda çalışır. Diğer tür olarak kaydedin.</translation>
    </message>
    <message>
        <source>Refused: live or demo</source>
        <translation>Reddedildi: canlı veya demo</translation>
    </message>
    <message>
        <source>%1 does not serve this account%2.</source>
        <translation>%1 bu hesaba hizmet vermiyor%2.</translation>
    </message>
    <message>
        <source>Log in at %1 and look for a message about your account.</source>
        <translation>%1 üzerinde oturum açın ve hesabınızla ilgili bir ileti olup olmadığına bakın.</translation>
    </message>
    <message>
        <source>Refused: account</source>
        <translation>Reddedildi: hesap</translation>
    </message>
    <message>
        <source>Log in at %1 and look at the key there.</source>
        <translation>%1 üzerinde oturum açın ve oradaki anahtara bakın.</translation>
    </message>
    <message>
        <source>Your key is safe. Wait a minute and check again.</source>
        <translation>Anahtarınız güvende. Bir dakika bekleyip yeniden kontrol edin.</translation>
    </message>
    <message>
        <source>Your key is safe; check again later.</source>
        <translation>Anahtarınız güvende; daha sonra yeniden kontrol edin.</translation>
    </message>
    <message>
        <source>Not checked: the connection to %1 is not safe.</source>
        <translation>Kontrol edilmedi: %1 bağlantısı güvenli değil.</translation>
    </message>
    <message>
        <source>Your key is safe. A network login page, a region block or a firewall can do this.</source>
        <translation>Anahtarınız güvende. Ağın giriş sayfası, bölge engeli veya güvenlik duvarı buna yol açabilir.</translation>
    </message>
    <message>
        <source>Not checked: the private key cannot be used for signing.</source>
        <translation>Kontrol edilmedi: özel anahtar imzalamak için kullanılamıyor.</translation>
    </message>
    <message>
        <source>Give it as a PEM without a password, as it was made for %1.</source>
        <translation>%1 için oluşturulduğu gibi, parolasız PEM olarak verin.</translation>
    </message>
    <message>
        <source>Not checked: %1 could not be reached.</source>
        <translation>Kontrol edilmedi: %1 borsasına ulaşılamadı.</translation>
    </message>
    <message>
        <source>Open the page with your API keys and add a new one.</source>
        <translation>API anahtarlarınızın bulunduğu sayfayı açın ve yeni bir anahtar ekleyin.</translation>
    </message>
    <message>
        <source>Choose a system-generated key.</source>
        <translation>Sistem tarafından oluşturulan anahtarı seçin.</translation>
    </message>
    <message>
        <source>Tick Read and Trade.</source>
        <translation>Okuma (Read) ve İşlem (Trade) kutularını işaretleyin.</translation>
    </message>
    <message>
        <source>Leave Withdraw off: a bot does not need it.</source>
        <translation>Para çekme (Withdraw) kutusunu boş bırakın: botun buna ihtiyacı yoktur.</translation>
    </message>
    <message>
        <source>Enter this computer&apos;s address, so that the key works from here only.</source>
        <translation>Anahtar yalnızca buradan çalışsın diye bu bilgisayarın adresini girin.</translation>
    </message>
    <message>
        <source>Choose a passphrase for the key. It is not your login password, and you need it here.</source>
        <translation>Anahtar için bir Passphrase belirleyin. Bu, oturum açma parolanız değildir ve burada gerekecek.</translation>
    </message>
    <message>
        <source>Copy the Secret Key at once: it is shown only this time.</source>
        <translation>Secret Key değerini hemen kopyalayın: yalnızca bu kez gösterilir.</translation>
    </message>
    <message>
        <source>Something in this request is not valid.</source>
        <translation>Bu istekte geçersiz bir şey var.</translation>
    </message>
    <message>
        <source>This is not valid here: %1.</source>
        <translation>Bu burada geçerli değil: %1.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Düzeltip yeniden deneyin.</translation>
    </message>
    <message>
        <source>That is not a valid name.</source>
        <translation>Bu geçerli bir ad değil.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid name.</source>
        <translation>&quot;%1&quot; geçerli bir ad değil.</translation>
    </message>
    <message>
        <source>Use letters, digits, dots, dashes, underscores and inner spaces, with / between the parts.</source>
        <translation>Harf, rakam, nokta, tire, alt çizgi ve ad içinde boşluk kullanın; bölümleri / ile ayırın.</translation>
    </message>
    <message>
        <source>That is not a valid reference.</source>
        <translation>Bu geçerli bir başvuru değil.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid reference.</source>
        <translation>&quot;%1&quot; geçerli bir başvuru değil.</translation>
    </message>
    <message>
        <source>Write NAME#FIELD or latchkey://NAME/FIELD, for example bitget/main#api_key.</source>
        <translation>NAME#FIELD veya latchkey://NAME/FIELD biçiminde yazın; örneğin bitget/main#api_key.</translation>
    </message>
    <message>
        <source>The input is not the JSON that is expected here.</source>
        <translation>Girdi, burada beklenen JSON değil.</translation>
    </message>
    <message>
        <source>Give one flat JSON object whose values are text, for example {&quot;api_key&quot;:&quot;...&quot;}.</source>
        <translation>Değerleri metin olan tek düzeyli bir JSON nesnesi verin; örneğin {&quot;api_key&quot;:&quot;...&quot;}.</translation>
    </message>
    <message>
        <source>A field is missing.</source>
        <translation>Bir alan eksik.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing.</source>
        <translation>&quot;%1&quot; alanı eksik.</translation>
    </message>
    <message>
        <source>Fill it in and try again.</source>
        <translation>Doldurup yeniden deneyin.</translation>
    </message>
    <message>
        <source>A field is empty.</source>
        <translation>Bir alan boş.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is empty.</source>
        <translation>&quot;%1&quot; alanı boş.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess.</source>
        <translation>Bu parola çok kolay tahmin edilir.</translation>
    </message>
    <message>
        <source>Use several words that do not belong together.</source>
        <translation>Birbiriyle ilgisi olmayan birkaç sözcük kullanın.</translation>
    </message>
    <message>
        <source>This needs an answer, and there is no terminal to ask on.</source>
        <translation>Buna bir yanıt gerekiyor ama sorulacak bir uçbirim yok.</translation>
    </message>
    <message>
        <source>This needs an answer, and there is no terminal to ask on (%1).</source>
        <translation>Buna bir yanıt gerekiyor ama sorulacak bir uçbirim yok (%1).</translation>
    </message>
    <message>
        <source>Give the answer by an option; --help lists them.</source>
        <translation>Yanıtı bir seçenekle verin; --help seçenekleri listeler.</translation>
    </message>
    <message>
        <source>It is not clear which field is meant.</source>
        <translation>Hangi alanın kastedildiği belli değil.</translation>
    </message>
    <message>
        <source>Several fields could be meant: %1.</source>
        <translation>Birden çok alan kastedilmiş olabilir: %1.</translation>
    </message>
    <message>
        <source>Write NAME#FIELD.</source>
        <translation>NAME#FIELD biçiminde yazın.</translation>
    </message>
    <message>
        <source>This profile does not fit what it is to be used with.</source>
        <translation>Bu profil, birlikte kullanılacağı şeye uymuyor.</translation>
    </message>
    <message>
        <source>This profile does not fit: %1.</source>
        <translation>Bu profil uymuyor: %1.</translation>
    </message>
    <message>
        <source>Name one credential with --with, or choose another profile.</source>
        <translation>--with ile tek bir kimlik bilgisi belirtin veya başka bir profil seçin.</translation>
    </message>
    <message>
        <source>No Latchkey program is running that could keep the vault open.</source>
        <translation>Kasayı açık tutabilecek, çalışan bir Latchkey programı yok.</translation>
    </message>
    <message>
        <source>Start &quot;latchkey serve&quot; or the Latchkey window.</source>
        <translation>&quot;latchkey serve&quot; komutunu veya Latchkey penceresini başlatın.</translation>
    </message>
    <message>
        <source>Latchkey does not know this exchange.</source>
        <translation>Latchkey bu borsayı tanımıyor.</translation>
    </message>
    <message>
        <source>Latchkey does not know the exchange &quot;%1&quot;.</source>
        <translation>Latchkey &quot;%1&quot; borsasını tanımıyor.</translation>
    </message>
    <message>
        <source>&quot;latchkey exchange catalogue&quot; lists all that it knows.</source>
        <translation>&quot;latchkey exchange catalogue&quot; tanınan tüm borsaları listeler.</translation>
    </message>
    <message>
        <source>Latchkey does not know this provider of language models.</source>
        <translation>Latchkey bu dil modeli sağlayıcısını tanımıyor.</translation>
    </message>
    <message>
        <source>Latchkey does not know the provider &quot;%1&quot;.</source>
        <translation>Latchkey &quot;%1&quot; sağlayıcısını tanımıyor.</translation>
    </message>
    <message>
        <source>&quot;latchkey llm set --help&quot; lists all that it knows.</source>
        <translation>&quot;latchkey llm set --help&quot; tanınan tüm sağlayıcıları listeler.</translation>
    </message>
    <message>
        <source>The vault is locked.</source>
        <translation>Kasa kilitli.</translation>
    </message>
    <message>
        <source>Unlock it first.</source>
        <translation>Önce kilidini açın.</translation>
    </message>
    <message>
        <source>Latchkey is running and locked.</source>
        <translation>Latchkey çalışıyor ve kilitli.</translation>
    </message>
    <message>
        <source>Unlock it there, or use --no-agent to open the vault by yourself.</source>
        <translation>Kilidini orada açın veya kasayı kendiniz açmak için --no-agent kullanın.</translation>
    </message>
    <message>
        <source>That passphrase is not right. Nothing was changed.</source>
        <translation>Bu parola doğru değil. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Try again, or use the recovery key. If you are sure of it, this way in may be damaged.</source>
        <translation>Yeniden deneyin veya kurtarma anahtarını kullanın. Parolanızdan eminseniz bu kilit açma yolu hasar görmüş olabilir.</translation>
    </message>
    <message>
        <source>Nothing that was given opens this vault.</source>
        <translation>Verilenlerden hiçbiri bu kasayı açmıyor.</translation>
    </message>
    <message>
        <source>The way in that was given cannot be used: %1.</source>
        <translation>Verilen kilit açma yolu kullanılamıyor: %1.</translation>
    </message>
    <message>
        <source>Give its passphrase or the recovery key.</source>
        <translation>Parolasını veya kurtarma anahtarını verin.</translation>
    </message>
    <message>
        <source>Opening this vault needs more memory than is free.</source>
        <translation>Bu kasayı açmak için boş olandan fazla bellek gerekiyor.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Diğer programları kapatıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>There is nothing of that name.</source>
        <translation>Bu adda bir şey yok.</translation>
    </message>
    <message>
        <source>There is nothing named &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; adında bir şey yok.</translation>
    </message>
    <message>
        <source>Look at the list of names and check the spelling.</source>
        <translation>Ad listesine bakın ve yazımı kontrol edin.</translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation>Böyle bir alan yok.</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; alanı yok.</translation>
    </message>
    <message>
        <source>Look at the entry: it lists its fields.</source>
        <translation>Kayda bakın: alanlarını listeler.</translation>
    </message>
    <message>
        <source>There is no such version.</source>
        <translation>Böyle bir sürüm yok.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no such version that may be used.</source>
        <translation>&quot;%1&quot; için kullanılabilecek böyle bir sürüm yok.</translation>
    </message>
    <message>
        <source>Look at its history: it lists the versions.</source>
        <translation>Geçmişine bakın: sürümlerini listeler.</translation>
    </message>
    <message>
        <source>There is no vault yet.</source>
        <translation>Henüz kasa yok.</translation>
    </message>
    <message>
        <source>Make one with &quot;latchkey init&quot; or in the Latchkey window.</source>
        <translation>&quot;latchkey init&quot; komutuyla veya Latchkey penceresinde bir kasa oluşturun.</translation>
    </message>
    <message>
        <source>This is held back until you agree.</source>
        <translation>Bu, siz onay verene kadar bekletiliyor.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is held back: it waits for a check, or it may withdraw money and nobody agreed to that.</source>
        <translation>&quot;%1&quot; bekletiliyor: bir kontrol bekliyor ya da para çekebiliyor ve buna kimse onay vermedi.</translation>
    </message>
    <message>
        <source>Switch withdrawing off at the exchange and check again, or agree with &quot;latchkey exchange consent&quot;.</source>
        <translation>Borsada para çekme yetkisini kapatıp yeniden kontrol edin veya &quot;latchkey exchange consent&quot; ile onay verin.</translation>
    </message>
    <message>
        <source>This was refused.</source>
        <translation>Bu reddedildi.</translation>
    </message>
    <message>
        <source>Ask the owner of this vault.</source>
        <translation>Bu kasanın sahibine sorun.</translation>
    </message>
    <message>
        <source>The value is not the stored one.</source>
        <translation>Değer, saklanan değer değil.</translation>
    </message>
    <message>
        <source>That exists already. Nothing was changed.</source>
        <translation>Bu zaten var. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; exists already. Nothing was changed.</source>
        <translation>&quot;%1&quot; zaten var. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Choose another name, or change what exists.</source>
        <translation>Başka bir ad seçin veya var olanı değiştirin.</translation>
    </message>
    <message>
        <source>This was changed in the meantime. Nothing was saved.</source>
        <translation>Bu, bu arada değiştirildi. Hiçbir şey kaydedilmedi.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was changed in the meantime. Nothing was saved.</source>
        <translation>&quot;%1&quot; bu arada değiştirildi. Hiçbir şey kaydedilmedi.</translation>
    </message>
    <message>
        <source>Look at it again and repeat your change.</source>
        <translation>Yeniden bakın ve değişikliğinizi yineleyin.</translation>
    </message>
    <message>
        <source>The vault was damaged or changed by something else than Latchkey.</source>
        <translation>Kasa hasar görmüş veya Latchkey dışında bir şey tarafından değiştirilmiş.</translation>
    </message>
    <message>
        <source>The vault was damaged or changed by something else than Latchkey: %1.</source>
        <translation>Kasa hasar görmüş veya Latchkey dışında bir şey tarafından değiştirilmiş: %1.</translation>
    </message>
    <message>
        <source>Nothing was written. Use a backup, and find out what touched the file.</source>
        <translation>Hiçbir şey yazılmadı. Bir yedek kullanın ve dosyaya neyin dokunduğunu bulun.</translation>
    </message>
    <message>
        <source>This file is not a Latchkey vault.</source>
        <translation>Bu dosya bir Latchkey kasası değil.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the folder, or use a backup.</source>
        <translation>Hiçbir şey değiştirilmedi. Klasörü kontrol edin veya bir yedek kullanın.</translation>
    </message>
    <message>
        <source>This vault is older than the one that was last used here.</source>
        <translation>Bu kasa, burada en son kullanılandan daha eski.</translation>
    </message>
    <message>
        <source>If you put an old copy back on purpose, run &quot;latchkey restore --accept-older&quot;.</source>
        <translation>Eski bir kopyayı bilerek geri koyduysanız &quot;latchkey restore --accept-older&quot; komutunu çalıştırın.</translation>
    </message>
    <message>
        <source>This vault was made by a newer Latchkey.</source>
        <translation>Bu kasa daha yeni bir Latchkey ile oluşturulmuş.</translation>
    </message>
    <message>
        <source>Update Latchkey.</source>
        <translation>Latchkey&apos;i güncelleyin.</translation>
    </message>
    <message>
        <source>The exchange or provider refused these credentials.</source>
        <translation>Borsa veya sağlayıcı bu kimlik bilgilerini reddetti.</translation>
    </message>
    <message>
        <source>Compare them with what stands there, or make new ones.</source>
        <translation>Orada yazanlarla karşılaştırın veya yenilerini oluşturun.</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>Sunucuya ulaşılamadı.</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>%1 sunucusuna ulaşılamadı.</translation>
    </message>
    <message>
        <source>Check the connection and try again.</source>
        <translation>Bağlantıyı kontrol edip yeniden deneyin.</translation>
    </message>
    <message>
        <source>The connection is not safe: the server&apos;s certificate was refused.</source>
        <translation>Bağlantı güvenli değil: sunucunun sertifikası reddedildi.</translation>
    </message>
    <message>
        <source>Check the address and this computer&apos;s date. Nothing secret was sent.</source>
        <translation>Adresi ve bu bilgisayarın tarihini kontrol edin. Gizli hiçbir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Sunucu zamanında yanıt vermedi.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Daha sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>The server sent far more than it should.</source>
        <translation>Sunucu olması gerekenden çok fazla veri gönderdi.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Adresi kontrol edin.</translation>
    </message>
    <message>
        <source>The server wanted to send the request elsewhere. Latchkey did not follow.</source>
        <translation>Sunucu isteği başka bir yere yönlendirmek istedi. Latchkey buna uymadı.</translation>
    </message>
    <message>
        <source>Check the address, and whether this network asks you to log in first.</source>
        <translation>Adresi ve bu ağın önce oturum açmanızı isteyip istemediğini kontrol edin.</translation>
    </message>
    <message>
        <source>A key is not sent over a connection that is not encrypted.</source>
        <translation>Anahtar, şifrelenmemiş bir bağlantı üzerinden gönderilmez.</translation>
    </message>
    <message>
        <source>A key is not sent to %1 over a connection that is not encrypted.</source>
        <translation>Anahtar, şifrelenmemiş bir bağlantı üzerinden %1 adresine gönderilmez.</translation>
    </message>
    <message>
        <source>Use an address with https.</source>
        <translation>https ile başlayan bir adres kullanın.</translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense.</source>
        <translation>Sunucunun yanıtı anlamsız.</translation>
    </message>
    <message>
        <source>Check the address and try again.</source>
        <translation>Adresi kontrol edip yeniden deneyin.</translation>
    </message>
    <message>
        <source>This computer offers no keychain to Latchkey.</source>
        <translation>Bu bilgisayar Latchkey&apos;e bir anahtarlık sunmuyor.</translation>
    </message>
    <message>
        <source>Use the recovery key, or a vault that needs only a passphrase (--method passphrase).</source>
        <translation>Kurtarma anahtarını veya yalnızca parola isteyen bir kasa (--method passphrase) kullanın.</translation>
    </message>
    <message>
        <source>Unlock it, or use the recovery key.</source>
        <translation>Kilidini açın veya kurtarma anahtarını kullanın.</translation>
    </message>
    <message>
        <source>This computer&apos;s half of the key is missing. Your vault is intact.</source>
        <translation>Anahtarın bu bilgisayardaki yarısı eksik. Kasanız sağlam.</translation>
    </message>
    <message>
        <source>Use the recovery key.</source>
        <translation>Kurtarma anahtarını kullanın.</translation>
    </message>
    <message>
        <source>This computer&apos;s half of the key is not the one that the vault was made with. Your vault is intact.</source>
        <translation>Anahtarın bu bilgisayardaki yarısı, kasanın oluşturulduğu yarı değil. Kasanız sağlam.</translation>
    </message>
    <message>
        <source>Access to your login keyring was not allowed.</source>
        <translation>Oturum anahtarlığınıza erişime izin verilmedi.</translation>
    </message>
    <message>
        <source>Try again and allow it, or use the recovery key.</source>
        <translation>Yeniden deneyip izin verin veya kurtarma anahtarını kullanın.</translation>
    </message>
    <message>
        <source>Your login keyring does not answer.</source>
        <translation>Oturum anahtarlığınız yanıt vermiyor.</translation>
    </message>
    <message>
        <source>Try again, or use the recovery key.</source>
        <translation>Yeniden deneyin veya kurtarma anahtarını kullanın.</translation>
    </message>
    <message>
        <source>The keychain did not keep the secret. Nothing was lost.</source>
        <translation>Anahtarlık gizli bilgiyi saklamadı. Hiçbir şey kaybolmadı.</translation>
    </message>
    <message>
        <source>Try again, or choose a passphrase only.</source>
        <translation>Yeniden deneyin veya yalnızca parola seçeneğini kullanın.</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>Bir dosya okunamadı veya yazılamadı.</translation>
    </message>
    <message>
        <source>A file could not be read or written: %1.</source>
        <translation>Bir dosya okunamadı veya yazılamadı: %1.</translation>
    </message>
    <message>
        <source>Check the disk and the rights of the folder.</source>
        <translation>Diski ve klasörün izinlerini kontrol edin.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed.</source>
        <translation>Disk dolu. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Make room and try again.</source>
        <translation>Yer açıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>The vault cannot be written. Nothing was changed.</source>
        <translation>Kasaya yazılamıyor. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Check the rights of its file and folder, and whether the disk is read-only.</source>
        <translation>Dosyasının ve klasörünün izinlerini ve diskin salt okunur olup olmadığını kontrol edin.</translation>
    </message>
    <message>
        <source>The vault is busy.</source>
        <translation>Kasa meşgul.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Birazdan yeniden deneyin.</translation>
    </message>
    <message>
        <source>Nothing was given out, because its use could not be recorded.</source>
        <translation>Kullanımı kaydedilemediği için hiçbir şey verilmedi.</translation>
    </message>
    <message>
        <source>Make the vault&apos;s disk writable, or make room on it.</source>
        <translation>Kasanın bulunduğu diski yazılabilir yapın veya diskte yer açın.</translation>
    </message>
    <message>
        <source>The memory for secrets is full.</source>
        <translation>Gizli bilgiler için ayrılan bellek dolu.</translation>
    </message>
    <message>
        <source>Do it in smaller parts, or restart Latchkey.</source>
        <translation>Daha küçük parçalar hâlinde yapın veya Latchkey&apos;i yeniden başlatın.</translation>
    </message>
    <message>
        <source>A cryptographic operation failed.</source>
        <translation>Bir şifreleme işlemi başarısız oldu.</translation>
    </message>
    <message>
        <source>If it was a key of your own, check that it is whole. Otherwise run &quot;latchkey doctor&quot;.</source>
        <translation>Kendi anahtarınızsa eksiksiz olduğunu kontrol edin. Değilse &quot;latchkey doctor&quot; komutunu çalıştırın.</translation>
    </message>
    <message>
        <source>Others may read or write this file or folder, so Latchkey does not use it.</source>
        <translation>Bu dosyayı veya klasörü başkaları okuyabiliyor ya da değiştirebiliyor; bu yüzden Latchkey onu kullanmıyor.</translation>
    </message>
    <message>
        <source>Others may read or write %1, so Latchkey does not use it.</source>
        <translation>Başkaları şunu okuyabiliyor ya da değiştirebiliyor, bu yüzden Latchkey onu kullanmıyor: %1.</translation>
    </message>
    <message>
        <source>Take the rights of others away (chmod go-rwx).</source>
        <translation>Başkalarının izinlerini kaldırın (chmod go-rwx).</translation>
    </message>
    <message>
        <source>This was cancelled. Nothing was changed.</source>
        <translation>Bu iptal edildi. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>The program was not found.</source>
        <translation>Program bulunamadı.</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot; was not found.</source>
        <translation>&quot;%1&quot; programı bulunamadı.</translation>
    </message>
    <message>
        <source>Check its name, or give its whole path.</source>
        <translation>Adını kontrol edin veya tam yolunu verin.</translation>
    </message>
    <message>
        <source>The program cannot be run.</source>
        <translation>Program çalıştırılamıyor.</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot; cannot be run.</source>
        <translation>&quot;%1&quot; programı çalıştırılamıyor.</translation>
    </message>
    <message>
        <source>Check that it is a program and that you may run it.</source>
        <translation>Bunun bir program olduğunu ve çalıştırma izniniz bulunduğunu kontrol edin.</translation>
    </message>
    <message>
        <source>Something went wrong inside Latchkey.</source>
        <translation>Latchkey içinde bir şey ters gitti.</translation>
    </message>
    <message>
        <source>Something went wrong inside Latchkey: %1.</source>
        <translation>Latchkey içinde bir şey ters gitti: %1.</translation>
    </message>
    <message>
        <source>Please report it, with what you did.</source>
        <translation>Lütfen ne yaptığınızla birlikte bildirin.</translation>
    </message>
    <message>
        <source>That recovery key is not right. Nothing was changed.</source>
        <translation>Bu kurtarma anahtarı doğru değil. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Compare it with your copy and try again, or use the passphrase. If you are sure of it, this way in may be damaged: use the passphrase.</source>
        <translation>Kopyanızla karşılaştırıp yeniden deneyin veya parolayı kullanın. Anahtardan eminseniz bu kilit açma yolu hasar görmüş olabilir: parolayı kullanın.</translation>
    </message>
    <message>
        <source>That recovery key has a typing error in it. Nothing was changed.</source>
        <translation>Bu kurtarma anahtarında bir yazım hatası var. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Compare it with your copy, letter by letter, and try again.</source>
        <translation>Kopyanızla harf harf karşılaştırıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>That recovery key belongs to another vault. Nothing was changed.</source>
        <translation>Bu kurtarma anahtarı başka bir kasaya ait. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Look for the one of this vault, or use the passphrase.</source>
        <translation>Bu kasanın kurtarma anahtarını bulun veya parolayı kullanın.</translation>
    </message>
    <message>
        <source>That recovery key is not valid any more: a newer one was made. Nothing was changed.</source>
        <translation>Bu kurtarma anahtarı artık geçerli değil: daha yenisi oluşturuldu. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Use the newer one, or the passphrase.</source>
        <translation>Yeni olanı veya parolayı kullanın.</translation>
    </message>
    <message>
        <source>The passphrase may be right, but this way in is damaged. Nothing was changed.</source>
        <translation>Parola doğru olabilir ama bu kilit açma yolu hasar görmüş. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>No way into the vault was given.</source>
        <translation>Kasa için bir kilit açma yolu verilmedi.</translation>
    </message>
    <message>
        <source>Use --passphrase-file, or run it at a terminal.</source>
        <translation>--passphrase-file kullanın veya bir uçbirimde çalıştırın.</translation>
    </message>
    <message>
        <source>Locked here, but another Latchkey still has this vault open.</source>
        <translation>Burada kilitlendi ama başka bir Latchkey bu kasayı hâlâ açık tutuyor.</translation>
    </message>
    <message>
        <source>Lock it there (latchkey lock), or end latchkey serve.</source>
        <translation>Orada kilitleyin (latchkey lock) veya latchkey serve programını sonlandırın.</translation>
    </message>
    <message>
        <source>Your login keyring is locked. No vault was made.</source>
        <translation>Oturum anahtarlığınız kilitli. Kasa oluşturulmadı.</translation>
    </message>
    <message>
        <source>Unlock it and try again. To do without it: latchkey init --method passphrase</source>
        <translation>Kilidini açıp yeniden deneyin. Onsuz yapmak için: latchkey init --method passphrase</translation>
    </message>
    <message>
        <source>This computer offers no keychain to Latchkey. No vault was made.</source>
        <translation>Bu bilgisayar Latchkey&apos;e bir anahtarlık sunmuyor. Kasa oluşturulmadı.</translation>
    </message>
    <message>
        <source>To do without it: latchkey init --method passphrase</source>
        <translation>Onsuz yapmak için: latchkey init --method passphrase</translation>
    </message>
    <message>
        <source>Nothing waits for your consent there.</source>
        <translation>Orada onayınızı bekleyen bir şey yok.</translation>
    </message>
    <message>
        <source>&quot;latchkey exchange list&quot; tells what is held back.</source>
        <translation>&quot;latchkey exchange list&quot; nelerin bekletildiğini gösterir.</translation>
    </message>
    <message>
        <source>By: %1</source>
        <translation>Açma yolu: %1</translation>
    </message>
    <message>
        <source>Secret memory is not locked: it may be written to swap (raise RLIMIT_MEMLOCK).</source>
        <translation>Gizli bellek kilitli değil: takas alanına yazılabilir (RLIMIT_MEMLOCK değerini yükseltin).</translation>
    </message>
    <message>
        <source>Other programs of this user may read this process.</source>
        <translation>Bu kullanıcının diğer programları bu süreci okuyabilir.</translation>
    </message>
    <message>
        <source>A crash would write a core file.</source>
        <translation>Bir çökme, bellek döküm dosyası (core) yazar.</translation>
    </message>
    <message>
        <source>%1 is open to other users.</source>
        <translation>%1 diğer kullanıcılara açık.</translation>
    </message>
    <message>
        <source>Install one there, then check again.</source>
        <translation>Oraya bir model kurun, ardından yeniden kontrol edin.</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Kontrol edilmedi</translation>
    </message>
    <message>
        <source>Works, no model chosen</source>
        <translation>Çalışıyor, model seçilmedi</translation>
    </message>
    <message>
        <source>No such model</source>
        <translation>Böyle bir model yok</translation>
    </message>
    <message>
        <source>No such deployment</source>
        <translation>Böyle bir dağıtım yok</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>Model seçilmedi.</translation>
    </message>
    <message>
        <source>The server has no model.</source>
        <translation>Sunucuda model yok.</translation>
    </message>
    <message>
        <source>It answers everybody, so whether it takes the key is not proven.</source>
        <translation>Herkese yanıt veriyor; bu yüzden anahtarı kabul ettiği kanıtlanmış değil.</translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation>Bağlantı şifreli değil.</translation>
    </message>
    <message>
        <source>The provider does not serve the region that this computer seems to be in.</source>
        <translation>Sağlayıcı, bu bilgisayarın bulunuyor göründüğü bölgeye hizmet vermiyor.</translation>
    </message>
    <message>
        <source>The request was to be sent elsewhere. Latchkey did not follow.</source>
        <translation>İstek başka bir yere yönlendirilmek istendi. Latchkey buna uymadı.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 eksik.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 boş.</translation>
    </message>
    <message>
        <source>%1 is no address. Write it with https:// in front, without a name, a password or a question mark.</source>
        <translation>%1 bir adres değil. Başında https:// olacak şekilde; ad, parola veya soru işareti olmadan yazın.</translation>
    </message>
    <message>
        <source>What is sent to %1 is not encrypted; everybody on the way can read and change it. Ask all the same?</source>
        <translation>%1 adresine gönderilenler şifrelenmez; yoldaki herkes okuyup değiştirebilir. Yine de sorulsun mu?</translation>
    </message>
    <message>
        <source>It may read, trade and withdraw.</source>
        <translation>Okuyabilir, işlem yapabilir ve para çekebilir.</translation>
    </message>
    <message>
        <source>It may read and withdraw.</source>
        <translation>Okuyabilir ve para çekebilir.</translation>
    </message>
    <message>
        <source>Whether it may withdraw is not known.</source>
        <translation>Para çekip çekemediği bilinmiyor.</translation>
    </message>
    <message>
        <source>It may read, trade and transfer between accounts; it may not withdraw.</source>
        <translation>Okuyabilir, işlem yapabilir ve hesaplar arası transfer yapabilir; para çekemez.</translation>
    </message>
    <message>
        <source>It may read and trade; it may not withdraw.</source>
        <translation>Okuyabilir ve işlem yapabilir; para çekemez.</translation>
    </message>
    <message>
        <source>It may read and transfer between accounts; it may not trade or withdraw.</source>
        <translation>Okuyabilir ve hesaplar arası transfer yapabilir; işlem yapamaz ve para çekemez.</translation>
    </message>
    <message>
        <source>It may read; it may not trade or withdraw.</source>
        <translation>Okuyabilir; işlem yapamaz ve para çekemez.</translation>
    </message>
    <message>
        <source>Works, but your clock is %1 s ahead.</source>
        <translation>Çalışıyor ama saatiniz %1 s ileri.</translation>
    </message>
    <message>
        <source>Works, but your clock is %1 s behind.</source>
        <translation>Çalışıyor ama saatiniz %1 s geri.</translation>
    </message>
    <message>
        <source>Latchkey allowed for it; your bots cannot. Set the clock.</source>
        <translation>Latchkey bunu hesaba kattı; botlarınız katamaz. Saati ayarlayın.</translation>
    </message>
    <message>
        <source>Works, but this key may withdraw money.</source>
        <translation>Çalışıyor ama bu anahtar para çekebilir.</translation>
    </message>
    <message>
        <source>A bot does not need that. Switch it off at %1, then check again.</source>
        <translation>Botun buna ihtiyacı yoktur. %1 üzerinde kapatın, ardından yeniden kontrol edin.</translation>
    </message>
    <message>
        <source>Works, but what this key may do is not known.</source>
        <translation>Çalışıyor ama bu anahtarın yetkileri bilinmiyor.</translation>
    </message>
    <message>
        <source>Look at its rights at %1; until then treat it as one that may withdraw.</source>
        <translation>%1 üzerinde yetkilerine bakın; o zamana kadar para çekebilen bir anahtar gibi davranın.</translation>
    </message>
    <message>
        <source>Works, but this key has rights that Latchkey does not know.</source>
        <translation>Çalışıyor ama bu anahtarın Latchkey&apos;in tanımadığı yetkileri var.</translation>
    </message>
    <message>
        <source>Look at its rights at %1; withdrawing cannot be ruled out.</source>
        <translation>%1 üzerinde yetkilerine bakın; para çekme olasılığı dışlanamaz.</translation>
    </message>
    <message>
        <source>%1 accepts this key.</source>
        <translation>%1 bu anahtarı kabul ediyor.</translation>
    </message>
    <message>
        <source>This key works, but it belongs to another account at %1.</source>
        <translation>Bu anahtar çalışıyor ama %1 üzerindeki başka bir hesaba ait.</translation>
    </message>
    <message>
        <source>The old key stays in use. Use the new one anyway, or save it as an account of its own.</source>
        <translation>Eski anahtar kullanımda kalıyor. Yenisini yine de kullanın veya ayrı bir hesap olarak kaydedin.</translation>
    </message>
    <message>
        <source>Used elsewhere: not checked from here.</source>
        <translation>Başka yerde kullanılıyor: buradan kontrol edilmiyor.</translation>
    </message>
    <message>
        <source>%1 knows this key, but not this computer&apos;s address.</source>
        <translation>%1 bu anahtarı tanıyor ama bu bilgisayarın adresini tanımıyor.</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Eksik</translation>
    </message>
    <message>
        <source>May withdraw</source>
        <translation>Para çekebilir</translation>
    </message>
    <message>
        <source>Replacement waiting</source>
        <translation>Yenisi bekliyor</translation>
    </message>
    <message>
        <source>Used elsewhere</source>
        <translation>Başka yerde kullanılıyor</translation>
    </message>
    <message>
        <source>This key may withdraw money.</source>
        <translation>Bu anahtar para çekebilir.</translation>
    </message>
    <message>
        <source>This key works from any address. Limit it to the addresses of your computers.</source>
        <translation>Bu anahtar her adresten çalışıyor. Bilgisayarlarınızın adresleriyle sınırlayın.</translation>
    </message>
    <message>
        <source>This key has a right that Latchkey does not know; withdrawing cannot be ruled out.</source>
        <translation>Bu anahtarın Latchkey&apos;in tanımadığı bir yetkisi var; para çekme olasılığı dışlanamaz.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong. Latchkey allowed for it; your bots cannot.</source>
        <translation>Bu bilgisayarın saati yanlış. Latchkey bunu hesaba kattı; botlarınız katamaz.</translation>
    </message>
    <message>
        <source>A demo key was used for a live account, or a live key for a demo account.</source>
        <translation>Canlı hesap için demo anahtar veya demo hesap için canlı anahtar kullanıldı.</translation>
    </message>
    <message>
        <source>The exchange does not serve the region that this computer seems to be in.</source>
        <translation>Borsa, bu bilgisayarın bulunuyor göründüğü bölgeye hizmet vermiyor.</translation>
    </message>
    <message>
        <source>The exchange answered with a code that Latchkey does not know.</source>
        <translation>Borsa, Latchkey&apos;in tanımadığı bir kodla yanıt verdi.</translation>
    </message>
    <message>
        <source>This exchange has no field &quot;%1&quot;. It was kept all the same.</source>
        <translation>Bu borsada &quot;%1&quot; alanı yok. Yine de saklandı.</translation>
    </message>
    <message>
        <source>Spaces around %1 were taken away.</source>
        <translation>Baştaki ve sondaki boşluklar silindi: %1.</translation>
    </message>
    <message>
        <source>Line breaks in %1 were taken away.</source>
        <translation>Satır sonları silindi: %1.</translation>
    </message>
    <message>
        <source>Invisible characters in %1 were taken away.</source>
        <translation>Görünmeyen karakterler silindi: %1.</translation>
    </message>
    <message>
        <source>%1 looks like the value of another field. Were two fields swapped?</source>
        <translation>%1 başka bir alanın değerine benziyor. İki alan yer değiştirmiş olabilir mi?</translation>
    </message>
    <message>
        <source>%1 has an unusual length. Was it copied whole?</source>
        <translation>%1 alışılmadık uzunlukta. Tamamı kopyalandı mı?</translation>
    </message>
    <message>
        <source>%1 has characters that are unusual for this exchange.</source>
        <translation>%1 bu borsa için alışılmadık karakterler içeriyor.</translation>
    </message>
    <message>
        <source>%1 is not a private key that can be read.</source>
        <translation>%1 okunabilen bir özel anahtar değil.</translation>
    </message>
    <message>
        <source>%1 is protected by a password. Give it without one; Latchkey encrypts it.</source>
        <translation>%1 parolayla korunuyor. Parolasız verin; Latchkey şifreler.</translation>
    </message>
    <message>
        <source>%1 holds a private key; it is used as one.</source>
        <translation>%1 bir özel anahtar içeriyor; öyle kullanılıyor.</translation>
    </message>
    <message>
        <source>Both a secret and a private key were given; the private key is used.</source>
        <translation>Hem Secret Key hem özel anahtar verildi; özel anahtar kullanılıyor.</translation>
    </message>
    <message>
        <source>Earlier version brought back</source>
        <translation>Önceki sürüm geri getirildi</translation>
    </message>
    <message>
        <source>Version turned down</source>
        <translation>Sürüm geri çevrildi</translation>
    </message>
    <message>
        <source>Version retired</source>
        <translation>Sürüm kullanımdan kaldırıldı</translation>
    </message>
    <message>
        <source>Version marked as known to others</source>
        <translation>Sürüm, başkalarınca biliniyor olarak işaretlendi</translation>
    </message>
    <message>
        <source>Rules for versions changed</source>
        <translation>Sürüm kuralları değişti</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Yeniden adlandırıldı</translation>
    </message>
    <message>
        <source>Alias added</source>
        <translation>Takma ad eklendi</translation>
    </message>
    <message>
        <source>Alias removed</source>
        <translation>Takma ad kaldırıldı</translation>
    </message>
    <message>
        <source>All secrets removed</source>
        <translation>Tüm gizli bilgiler kaldırıldı</translation>
    </message>
    <message>
        <source>Value compared</source>
        <translation>Değer karşılaştırıldı</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>İçe aktarıldı</translation>
    </message>
    <message>
        <source>Given out by an export</source>
        <translation>Dışa aktarmayla verildi</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>Yeni kurtarma anahtarı</translation>
    </message>
    <message>
        <source>Log goes on from here</source>
        <translation>Günlük buradan devam ediyor</translation>
    </message>
    <message>
        <source>Way in added</source>
        <translation>Kilit açma yolu eklendi</translation>
    </message>
    <message>
        <source>Way in removed</source>
        <translation>Kilit açma yolu kaldırıldı</translation>
    </message>
    <message>
        <source>Old keychain entry deleted</source>
        <translation>Eski anahtarlık kaydı silindi</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Aynı değil</translation>
    </message>
    <message>
        <source>it has no value</source>
        <translation>değeri yok</translation>
    </message>
    <message>
        <source>it has no name that can be kept</source>
        <translation>saklanabilecek bir adı yok</translation>
    </message>
    <message>
        <source>there are control characters in it</source>
        <translation>içinde denetim karakterleri var</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>çok büyük</translation>
    </message>
    <message>
        <source>the file has two different values for it</source>
        <translation>dosyada bunun için iki farklı değer var</translation>
    </message>
    <message>
        <source>the other program encrypted it</source>
        <translation>diğer program bunu şifrelemiş</translation>
    </message>
    <message>
        <source>there is an example instead of a key</source>
        <translation>anahtar yerine bir örnek var</translation>
    </message>
    <message>
        <source>it is no credential</source>
        <translation>kimlik bilgisi değil</translation>
    </message>
    <message>
        <source>the key file does not open it</source>
        <translation>anahtar dosyası bunu açmıyor</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Yeni</translation>
    </message>
    <message>
        <source>In the vault already</source>
        <translation>Zaten kasada</translation>
    </message>
    <message>
        <source>Left alone: the vault has another value</source>
        <translation>Dokunulmadı: kasada başka bir değer var</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Atlandı</translation>
    </message>
    <message>
        <source>held back until you agree</source>
        <translation>siz onay verene kadar bekletiliyor</translation>
    </message>
    <message>
        <source>no version of it is in use</source>
        <translation>kullanımda olan bir sürümü yok</translation>
    </message>
    <message>
        <source>its value does not fit into this format</source>
        <translation>değeri bu biçime uymuyor</translation>
    </message>
    <message>
        <source>another one has the same variable</source>
        <translation>aynı değişken başka bir kayıtta var</translation>
    </message>
    <message>
        <source>Left alone: %1</source>
        <translation>Dokunulmadı: %1</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>Atlandı: %1</translation>
    </message>
    <message>
        <source>env file</source>
        <translation>env dosyası</translation>
    </message>
    <message>
        <source>encrypted store of an older tool (Fernet)</source>
        <translation>eski bir aracın şifreli deposu (Fernet)</translation>
    </message>
    <message>
        <source>database of an older tool (Fernet)</source>
        <translation>eski bir aracın veritabanı (Fernet)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV tablosu</translation>
    </message>
    <message>
        <source>Freqtrade configuration</source>
        <translation>Freqtrade yapılandırması</translation>
    </message>
    <message>
        <source>ccxt file of keys</source>
        <translation>ccxt anahtar dosyası</translation>
    </message>
    <message>
        <source>OctoBot configuration</source>
        <translation>OctoBot yapılandırması</translation>
    </message>
    <message>
        <source>Jesse export</source>
        <translation>Jesse dışa aktarımı</translation>
    </message>
    <message>
        <source>Bitwarden export</source>
        <translation>Bitwarden dışa aktarımı</translation>
    </message>
    <message>
        <source>KeePassXC export</source>
        <translation>KeePassXC dışa aktarımı</translation>
    </message>
    <message>
        <source>1Password export</source>
        <translation>1Password dışa aktarımı</translation>
    </message>
    <message>
        <source>%1 and its key %2 are still there; together they give the secrets away.</source>
        <translation>%1 ve anahtarı %2 hâlâ duruyor; ikisi birlikte gizli bilgileri ele verir.</translation>
    </message>
    <message>
        <source>%1 is still there, with the secrets in plain text.</source>
        <translation>%1 hâlâ duruyor; gizli bilgiler içinde düz metin olarak yer alıyor.</translation>
    </message>
    <message>
        <source>Once everything works, delete it: %1</source>
        <translation>Her şey çalıştığında silin: %1</translation>
    </message>
    <message>
        <source>Deleting does not reach backups, synchronised folders, the history of git, or copies that an SSD or the file system keeps. Replace keys that may have been seen there.</source>
        <translation>Silmek yedeklere, eşitlenen klasörlere, git geçmişine ve bir SSD&apos;nin veya dosya sisteminin tuttuğu kopyalara ulaşmaz. Oralarda görülmüş olabilecek anahtarları değiştirin.</translation>
    </message>
    <message>
        <source>It lies in a git repository: what was ever committed stays in its history.</source>
        <translation>Dosya bir git deposunda duruyor: bir kez commit edilen her şey geçmişinde kalır.</translation>
    </message>
    <message>
        <source>The passphrase of a way in that is to go on was not given. Nothing was changed.</source>
        <translation>Sürecek bir kilit açma yolunun parolası verilmedi. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Give it as well, or let that way in end with the old key.</source>
        <translation>Onu da verin veya o kilit açma yolunun eski anahtarla birlikte sona ermesine izin verin.</translation>
    </message>
    <message>
        <source>One of the ways in is of a kind that this Latchkey does not know, and cannot go on. Nothing was changed.</source>
        <translation>Kilit açma yollarından biri bu Latchkey&apos;in tanımadığı türde ve sürdürülemiyor. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Let it end with the old key, or remove it first if it is not yours.</source>
        <translation>Eski anahtarla birlikte sona ermesine izin verin veya sizin değilse önce kaldırın.</translation>
    </message>
    <message>
        <source>The recovery key cannot be removed, only replaced. Nothing was changed.</source>
        <translation>Kurtarma anahtarı kaldırılamaz, yalnızca yenilenebilir. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Make a new one with &quot;latchkey recovery-key new&quot; or on the Security page.</source>
        <translation>&quot;latchkey recovery-key new&quot; ile veya Güvenlik sayfasında yenisini oluşturun.</translation>
    </message>
    <message>
        <source>This is the last way in besides the recovery key. Nothing was changed.</source>
        <translation>Bu, kurtarma anahtarı dışındaki son kilit açma yolu. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Add another one first.</source>
        <translation>Önce bir başkasını ekleyin.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Bilinmiyor</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>Yedek alındı</translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation>Yedekleme başarısız oldu</translation>
    </message>
    <message>
        <source>Restored from a backup</source>
        <translation>Yedekten geri yüklendi</translation>
    </message>
    <message>
        <source>This file is not a Latchkey backup.</source>
        <translation>Bu dosya bir Latchkey yedeği değil.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another file.</source>
        <translation>Hiçbir şey değiştirilmedi. Başka bir dosya seçin.</translation>
    </message>
    <message>
        <source>This backup is damaged, or was changed. Nothing was restored.</source>
        <translation>Bu yedek hasarlı veya değiştirilmiş. Hiçbir şey geri yüklenmedi.</translation>
    </message>
    <message>
        <source>Use another copy of it, or an older backup.</source>
        <translation>Onun başka bir kopyasını veya daha eski bir yedeği kullanın.</translation>
    </message>
    <message>
        <source>This backup was made by a newer Latchkey.</source>
        <translation>Bu yedek daha yeni bir Latchkey ile alınmış.</translation>
    </message>
    <message>
        <source>That recovery key does not open this backup. Nothing was changed.</source>
        <translation>Bu kurtarma anahtarı bu yedeği açmıyor. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>A backup is opened by the recovery key that was valid when it was made.</source>
        <translation>Bir yedeği, alındığı sırada geçerli olan kurtarma anahtarı açar.</translation>
    </message>
    <message>
        <source>That passphrase does not open this backup. Nothing was changed.</source>
        <translation>Bu parola bu yedeği açmıyor. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>It is the backup&apos;s own, not the vault&apos;s. The recovery key opens it, too.</source>
        <translation>Kasanın değil, yedeğin kendi parolası gerekir. Kurtarma anahtarı da onu açar.</translation>
    </message>
    <message>
        <source>This backup has no passphrase: only the recovery key opens it.</source>
        <translation>Bu yedeğin parolası yok: onu yalnızca kurtarma anahtarı açar.</translation>
    </message>
    <message>
        <source>Use the recovery key (--recovery-key-file).</source>
        <translation>Kurtarma anahtarını kullanın (--recovery-key-file).</translation>
    </message>
    <message>
        <source>This vault has no recovery key, so nothing would open the backup.</source>
        <translation>Bu kasanın kurtarma anahtarı yok; bu yüzden yedeği hiçbir şey açamazdı.</translation>
    </message>
    <message>
        <source>Make a recovery key, or give the backup a passphrase of its own.</source>
        <translation>Bir kurtarma anahtarı oluşturun veya yedeğe kendine ait bir parola verin.</translation>
    </message>
    <message>
        <source>The vault&apos;s folder is on another computer (a network file system), where programs of two computers would damage the vault. It was not opened.</source>
        <translation>Kasanın klasörü başka bir bilgisayarda (ağ dosya sistemi); orada iki bilgisayarın programları kasaya zarar verirdi. Kasa açılmadı.</translation>
    </message>
    <message>
        <source>Keep the vault on a disk of this computer (--home, or LATCHKEY_HOME).</source>
        <translation>Kasayı bu bilgisayarın bir diskinde tutun (--home veya LATCHKEY_HOME).</translation>
    </message>
    <message>
        <source>Once everything works, delete it.</source>
        <translation>Her şey çalışınca onu silin.</translation>
    </message>
    <message>
        <source>Master key changed</source>
        <translation>Ana anahtar değiştirildi</translation>
    </message>
    <message>
        <source>There is a vault here already. Nothing was changed.</source>
        <translation>Burada zaten bir kasa var. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Add --replace: the vault is then kept beside it under another name.</source>
        <translation>--replace ekleyin: o zaman eski kasa başka bir adla yanında saklanır.</translation>
    </message>
    <message>
        <source>Latchkey is running and locked itself: another program replaced the vault or its master key.</source>
        <translation>Latchkey çalışıyor ve kendini kilitledi: başka bir program kasayı veya ana anahtarını değiştirdi.</translation>
    </message>
    <message>
        <source>Somebody locked this vault by hand: no program opens it again by itself.</source>
        <translation>Bu kasa elle kilitlendi: hiçbir program onu kendiliğinden yeniden açamaz.</translation>
    </message>
    <message>
        <source>Unlock it in the window, or by latchkey unlock at a terminal.</source>
        <translation>Pencereden ya da bir terminalde latchkey unlock ile kilidini açın.</translation>
    </message>
    <message>
        <source>the vault is damaged there</source>
        <translation>kasa orada hasarlı</translation>
    </message>
</context>
<context>
    <name>desktop</name>
    <message>
        <source>The place where a trader&apos;s API keys live.</source>
        <translation>Trader&apos;ların API anahtarlarını sakladığı yer.</translation>
    </message>
    <message>
        <source>Folder of the vault.</source>
        <translation>Kasanın klasörü.</translation>
    </message>
    <message>
        <source>Never touch the system&apos;s keychain.</source>
        <translation>Sistemin anahtarlığına hiç dokunma.</translation>
    </message>
    <message>
        <source>Start in the tray, without a window.</source>
        <translation>Pencere açmadan tepside başla.</translation>
    </message>
</context>
<context>
    <name>desktop::Application</name>
    <message>
        <source>Lock automatically</source>
        <translation>Otomatik kilitleme</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Görünüm</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Yedek</translation>
    </message>
    <message>
        <source>Master key</source>
        <translation>Ana anahtar</translation>
    </message>
</context>
<context>
    <name>presentation::AboutController</name>
    <message>
        <source>Nothing needs attention.</source>
        <translation>İlgilenmenizi gerektiren bir şey yok.</translation>
    </message>
    <message>
        <source>This computer protects less than it could.</source>
        <translation>Bu bilgisayar, koruyabileceğinden daha azını koruyor.</translation>
    </message>
</context>
<context>
    <name>presentation::AccountChecks</name>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>demo</translation>
    </message>
    <message>
        <source>live</source>
        <translation>canlı</translation>
    </message>
</context>
<context>
    <name>presentation::AccountEditor</name>
    <message>
        <source>Code %1</source>
        <translation>Kod %1</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>New %1 account</source>
        <translation>Yeni %1 hesabı</translation>
    </message>
    <message>
        <source>Give the account a name, for example main.</source>
        <translation>Hesaba bir ad verin, örneğin main.</translation>
    </message>
    <message>
        <source>Use letters, digits, dots, dashes and underscores.</source>
        <translation>Harf, rakam, nokta, tire ve alt çizgi kullanın.</translation>
    </message>
    <message>
        <source>Saved, but not checked.</source>
        <translation>Kaydedildi ama kontrol edilmedi.</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>Henüz kontrol edilmedi.</translation>
    </message>
    <message>
        <source>The old key stays in use. %1</source>
        <translation>Eski anahtar kullanımda kalıyor. %1</translation>
    </message>
    <message>
        <source>Saved. %1</source>
        <translation>Kaydedildi. %1</translation>
    </message>
    <message>
        <source>Your key was saved. %1</source>
        <translation>Anahtarınız kaydedildi. %1</translation>
    </message>
    <message>
        <source>Saving, then asking %1...</source>
        <translation>Kaydediliyor, ardından %1 borsasına sorulacak...</translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation>%1 borsasına soruluyor...</translation>
    </message>
    <message>
        <source>Type the name of the account: %1</source>
        <translation>Hesabın adını yazın: %1</translation>
    </message>
    <message>
        <source>Releasing the key...</source>
        <translation>Anahtar serbest bırakılıyor...</translation>
    </message>
    <message>
        <source>Taking the new key into use...</source>
        <translation>Yeni anahtar kullanıma alınıyor...</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>Kaydediliyor...</translation>
    </message>
    <message>
        <source>Removing...</source>
        <translation>Kaldırılıyor...</translation>
    </message>
    <message>
        <source>The key at %1 itself is not deleted.</source>
        <translation>%1 üzerindeki anahtarın kendisi silinmez.</translation>
    </message>
    <message>
        <source>Putting it back...</source>
        <translation>Geri konuyor...</translation>
    </message>
</context>
<context>
    <name>presentation::AccountFacts</name>
    <message>
        <source>Unknown</source>
        <translation>Bilinmiyor</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Evet</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Hayır</translation>
    </message>
    <message>
        <source>Stored on %1</source>
        <translation>Saklandığı tarih: %1</translation>
    </message>
    <message>
        <source>Read balances</source>
        <translation>Bakiyeleri okuma</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>İşlem yapma</translation>
    </message>
    <message>
        <source>Transfer between accounts</source>
        <translation>Hesaplar arası transfer</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Para çekme</translation>
    </message>
    <message>
        <source>Rights Latchkey does not know</source>
        <translation>Latchkey&apos;in tanımadığı yetkiler</translation>
    </message>
    <message>
        <source>Allowed IP addresses</source>
        <translation>İzin verilen IP adresleri</translation>
    </message>
    <message>
        <source>Any address</source>
        <translation>Her adres</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Geçerlilik sonu</translation>
    </message>
    <message>
        <source>Not told by the exchange</source>
        <translation>Borsa bildirmiyor</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>Hesap kimliği</translation>
    </message>
    <message>
        <source>Checked %1.</source>
        <translation>Kontrol: %1.</translation>
    </message>
    <message>
        <source>Checked %1. Your clock is right to %2 s.</source>
        <translation>Kontrol: %1. Saatiniz %2 s hassasiyetle doğru.</translation>
    </message>
    <message>
        <source>Checked %1. Your clock is %2 s ahead.</source>
        <translation>Kontrol: %1. Saatiniz %2 s ileri.</translation>
    </message>
    <message>
        <source>Checked %1. Your clock is %2 s behind.</source>
        <translation>Kontrol: %1. Saatiniz %2 s geri.</translation>
    </message>
</context>
<context>
    <name>presentation::AccountListModel</name>
    <message>
        <source>Checking...</source>
        <translation>Kontrol ediliyor...</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>demo</translation>
    </message>
    <message>
        <source>live</source>
        <translation>canlı</translation>
    </message>
</context>
<context>
    <name>presentation::ActivityController</name>
    <message>
        <source>Verifying...</source>
        <translation>Doğrulanıyor...</translation>
    </message>
    <message>
        <source>The log is whole.</source>
        <translation>Günlük eksiksiz.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, none of them changed or missing.</source>
        <translation>
            <numerusform>%n kayıt; hiçbiri değiştirilmemiş, eksik kayıt yok.</numerusform>
        </translation>
    </message>
    <message>
        <source>Head of the log: %1</source>
        <translation>Günlüğün başı: %1</translation>
    </message>
    <message>
        <source>Exporting...</source>
        <translation>Dışa aktarılıyor...</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were exported.</source>
        <translation>
            <numerusform>%n kayıt dışa aktarıldı.</numerusform>
        </translation>
    </message>
    <message>
        <source>To %1. It tells names and times of use, and no key.</source>
        <translation>Dosya: %1. Adları ve kullanım zamanlarını içerir, anahtar içermez.</translation>
    </message>
</context>
<context>
    <name>presentation::ActivityModel</name>
    <message>
        <source>Entry %1</source>
        <translation>Kayıt %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Sonuç</translation>
    </message>
</context>
<context>
    <name>presentation::AppearanceController</name>
    <message>
        <source>This holds until you quit.</source>
        <translation>Bu, programdan çıkana kadar geçerlidir.</translation>
    </message>
</context>
<context>
    <name>presentation::BackupController</name>
    <message>
        <source>The backup of %1 failed.</source>
        <translation>Yedekleme (%1) başarısız oldu.</translation>
    </message>
    <message>
        <source>No backup was made from here yet.</source>
        <translation>Buradan henüz yedek alınmadı.</translation>
    </message>
    <message>
        <source>Last backup: %1.</source>
        <translation>Son yedek: %1.</translation>
    </message>
    <message>
        <source>Making the backup...</source>
        <translation>Yedek alınıyor...</translation>
    </message>
    <message>
        <source>The backup was made.</source>
        <translation>Yedek alındı.</translation>
    </message>
    <message numerus="yes">
        <source>%n credentials, read again and compared: %1.</source>
        <translation>
            <numerusform>%n kimlik bilgisi, yeniden okundu ve karşılaştırıldı: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup was made, but nobody has confirmed the recovery key.</source>
        <translation>Yedek alındı ama kurtarma anahtarını kimse doğrulamadı.</translation>
    </message>
    <message>
        <source>Nothing else opens it: confirm the recovery key above.</source>
        <translation>Onu başka hiçbir şey açmaz: yukarıda kurtarma anahtarını doğrulayın.</translation>
    </message>
    <message>
        <source>The vault cannot be written to now, so the log does not tell of it.</source>
        <translation>Kasaya şu anda yazılamıyor; bu yüzden günlükte bu yer almıyor.</translation>
    </message>
</context>
<context>
    <name>presentation::CreateVaultController</name>
    <message>
        <source>Asking this computer&apos;s keychain...</source>
        <translation>Bu bilgisayarın anahtarlığına soruluyor...</translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation>Bir parola yazın.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>İki parola aynı değil.</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>İkisini de yeniden yazın.</translation>
    </message>
    <message>
        <source>Making your vault...</source>
        <translation>Kasanız oluşturuluyor...</translation>
    </message>
    <message>
        <source>Those groups are not right.</source>
        <translation>Bu gruplar doğru değil.</translation>
    </message>
    <message>
        <source>Look at groups %1 and %2 on your paper and type them again.</source>
        <translation>Kâğıdınızdaki %1 ve %2 numaralı gruplara bakıp yeniden yazın.</translation>
    </message>
    <message>
        <source>No vault was made, and what you typed is still there. Try again, or choose &quot;Passphrase only&quot;.</source>
        <translation>Kasa oluşturulmadı, yazdıklarınız duruyor. Yeniden deneyin veya &quot;Yalnızca parola&quot; seçeneğini seçin.</translation>
    </message>
    <message>
        <source>Your system asks for a password in a window of its own.</source>
        <translation>Sisteminiz kendi penceresinde bir parola soruyor.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>İptal edildi.</translation>
    </message>
    <message>
        <source>If your system still asks for a password, you may close that window.</source>
        <translation>Sisteminiz hâlâ parola soruyorsa o pencereyi kapatabilirsiniz.</translation>
    </message>
</context>
<context>
    <name>presentation::FormNotes</name>
    <message>
        <source>You were editing %1.</source>
        <translation>Şunu düzenliyordunuz: %1.</translation>
    </message>
    <message>
        <source>What you typed is here again: save it, or discard it.</source>
        <translation>Yazdıklarınız yine burada: kaydedin veya atın.</translation>
    </message>
    <message>
        <source>The secret may still be on the clipboard.</source>
        <translation>Gizli bilgi hâlâ panoda olabilir.</translation>
    </message>
    <message>
        <source>The clipboard is empty now.</source>
        <translation>Pano artık boş.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 kaldırıldı.</translation>
    </message>
</context>
<context>
    <name>presentation::ImportController</name>
    <message>
        <source>The keys in this file are encrypted, and the key to them is not beside it.</source>
        <translation>Bu dosyadaki anahtarlar şifreli ve onları açan anahtar yanında değil.</translation>
    </message>
    <message>
        <source>Choose the key file, too.</source>
        <translation>Anahtar dosyasını da seçin.</translation>
    </message>
    <message>
        <source>Reading the file...</source>
        <translation>Dosya okunuyor...</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 yeni</translation>
    </message>
    <message>
        <source>%1 in the vault already</source>
        <translation>%1 zaten kasada</translation>
    </message>
    <message>
        <source>%1 left alone</source>
        <translation>%1 dokunulmadan bırakılacak</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 atlanacak</translation>
    </message>
    <message>
        <source>nothing in it</source>
        <translation>içinde bir şey yok</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Importing...</source>
        <translation>İçe aktarılıyor...</translation>
    </message>
    <message>
        <source>Check each account before a bot uses it.</source>
        <translation>Bir bot kullanmadan önce her hesabı kontrol edin.</translation>
    </message>
    <message>
        <source>Imported: %1.</source>
        <translation>İçe aktarıldı: %1.</translation>
    </message>
    <message>
        <source>It is not clear what this file is.</source>
        <translation>Bu dosyanın ne olduğu anlaşılmıyor.</translation>
    </message>
    <message>
        <source>Choose its format above.</source>
        <translation>Biçimini yukarıdan seçin.</translation>
    </message>
</context>
<context>
    <name>presentation::ImportRowsModel</name>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dosyada</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ne olacak</translation>
    </message>
</context>
<context>
    <name>presentation::LlmEditor</name>
    <message>
        <source>Code %1</source>
        <translation>Kod %1</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>Yeni sağlayıcı</translation>
    </message>
    <message>
        <source>Give the settings a name, for example main.</source>
        <translation>Ayarlara bir ad verin, örneğin main.</translation>
    </message>
    <message>
        <source>Use letters, digits, dots, dashes and underscores.</source>
        <translation>Harf, rakam, nokta, tire ve alt çizgi kullanın.</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Hiçbir şey kaydedilmedi.</translation>
    </message>
    <message>
        <source>Saved. %1</source>
        <translation>Kaydedildi. %1</translation>
    </message>
    <message>
        <source>Your settings were saved. %1</source>
        <translation>Ayarlarınız kaydedildi. %1</translation>
    </message>
    <message>
        <source>Saving, then asking %1...</source>
        <translation>Kaydediliyor, ardından %1 sağlayıcısına sorulacak...</translation>
    </message>
    <message>
        <source>Saved, but not checked.</source>
        <translation>Kaydedildi ama kontrol edilmedi.</translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation>%1 sağlayıcısına soruluyor...</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 yanıt veriyor.</translation>
    </message>
    <message>
        <source>Models to choose from: %1.</source>
        <translation>Seçilebilecek model sayısı: %1.</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>Kaydediliyor...</translation>
    </message>
    <message>
        <source>Programs get these settings from now on.</source>
        <translation>Programlar bundan sonra bu ayarları alır.</translation>
    </message>
    <message>
        <source>Removing...</source>
        <translation>Kaldırılıyor...</translation>
    </message>
    <message>
        <source>The key at %1 itself is not deleted.</source>
        <translation>%1 üzerindeki anahtarın kendisi silinmez.</translation>
    </message>
    <message>
        <source>The server itself is left alone.</source>
        <translation>Sunucunun kendisine dokunulmaz.</translation>
    </message>
    <message>
        <source>Putting it back...</source>
        <translation>Geri konuyor...</translation>
    </message>
</context>
<context>
    <name>presentation::LlmFacts</name>
    <message>
        <source>Stored on %1</source>
        <translation>Saklandığı tarih: %1</translation>
    </message>
    <message>
        <source>Checked %1.</source>
        <translation>Kontrol: %1.</translation>
    </message>
</context>
<context>
    <name>presentation::LlmListModel</name>
    <message>
        <source>Checking...</source>
        <translation>Kontrol ediliyor...</translation>
    </message>
    <message>
        <source>%1, in use, %2</source>
        <translation>%1, kullanımda, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>presentation::LockingController</name>
    <message>
        <source>Last seen: %1</source>
        <translation>Son görülme: %1</translation>
    </message>
    <message>
        <source>Last seen: never</source>
        <translation>Son görülme: hiç</translation>
    </message>
    <message>
        <source>This system does not tell.</source>
        <translation>Bu sistem bildirmiyor.</translation>
    </message>
    <message>
        <source>Keys and mouse count in every program.</source>
        <translation>Her programdaki klavye ve fare kullanımı sayılır.</translation>
    </message>
    <message>
        <source>This system does not tell when you are away: only what you do in Latchkey counts.</source>
        <translation>Bu sistem uzakta olduğunuzu bildirmiyor: yalnızca Latchkey içinde yaptıklarınız sayılır.</translation>
    </message>
    <message>
        <source>Checking the passphrase...</source>
        <translation>Parola kontrol ediliyor...</translation>
    </message>
    <message>
        <source>This locks Latchkey less.</source>
        <translation>Bu, Latchkey&apos;in daha az kilitlenmesine yol açar.</translation>
    </message>
    <message>
        <source>Type your passphrase to allow it.</source>
        <translation>İzin vermek için parolanızı yazın.</translation>
    </message>
    <message numerus="yes">
        <source>Latchkey locks in %n s.</source>
        <translation>
            <numerusform>Latchkey %n s içinde kilitlenecek.</numerusform>
        </translation>
    </message>
    <message>
        <source>Programs go on.</source>
        <translation>Programlar sürer.</translation>
    </message>
    <message>
        <source>Programs stop then.</source>
        <translation>Programlar o anda durur.</translation>
    </message>
</context>
<context>
    <name>presentation::RecoveryKeyCopies</name>
    <message>
        <source>There is something at %1 already. It was left as it is.</source>
        <translation>%1 konumunda zaten bir şey var. Olduğu gibi bırakıldı.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Başka bir ad seçin.</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Kaydedildi: %1.</translation>
    </message>
    <message>
        <source>It lies beside the vault: whoever takes both can open it. Keep it somewhere else.</source>
        <translation>Kasanın yanında duruyor: ikisini de alan kişi kasayı açabilir. Başka bir yerde saklayın.</translation>
    </message>
    <message>
        <source>Whoever has this file can open your vault. Keep it apart from this computer.</source>
        <translation>Bu dosyaya sahip olan biri kasanızı açabilir. Bu bilgisayardan ayrı bir yerde tutun.</translation>
    </message>
    <message>
        <source>Handing it to the printer...</source>
        <translation>Yazıcıya gönderiliyor...</translation>
    </message>
    <message>
        <source>Sent to the printer %1.</source>
        <translation>%1 yazıcısına gönderildi.</translation>
    </message>
    <message>
        <source>Whoever has the paper can open your vault. Wait at the printer for it.</source>
        <translation>Kâğıda sahip olan biri kasanızı açabilir. Yazıcının başında bekleyin.</translation>
    </message>
    <message>
        <source>It could not be printed.</source>
        <translation>Yazdırılamadı.</translation>
    </message>
    <message>
        <source>Write it down, or save it to a file. %1</source>
        <translation>Elle yazın veya bir dosyaya kaydedin. %1</translation>
    </message>
</context>
<context>
    <name>presentation::RestoreController</name>
    <message>
        <source>Looking inside...</source>
        <translation>İçine bakılıyor...</translation>
    </message>
    <message numerus="yes">
        <source>%n credentials, as they were on %1.</source>
        <translation>
            <numerusform>%n kimlik bilgisi, şu tarihteki hâliyle: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The vault that is here now is not deleted: it is kept beside the new one, under another name. Programs get their keys from the restored vault once it is unlocked.</source>
        <translation>Şu anda buradaki kasa silinmez: yenisinin yanında başka bir adla saklanır. Kilidi açıldığında programlar anahtarlarını geri yüklenen kasadan alır.</translation>
    </message>
    <message>
        <source>There is no vault here yet: the restored one is the first.</source>
        <translation>Burada henüz kasa yok: geri yüklenen ilk kasa olacak.</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same.</source>
        <translation>İki yeni parola aynı değil.</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>İkisini de yeniden yazın.</translation>
    </message>
    <message>
        <source>Restoring...</source>
        <translation>Geri yükleniyor...</translation>
    </message>
    <message numerus="yes">
        <source>%n credentials.</source>
        <translation>
            <numerusform>%n kimlik bilgisi.</numerusform>
        </translation>
    </message>
    <message>
        <source>The vault that was here is kept as %1.</source>
        <translation>Buradaki önceki kasa şu adla saklandı: %1.</translation>
    </message>
    <message>
        <source>The backup was restored.</source>
        <translation>Yedek geri yüklendi.</translation>
    </message>
</context>
<context>
    <name>presentation::SecurityController</name>
    <message>
        <source>Made on %1.</source>
        <translation>Oluşturulma: %1.</translation>
    </message>
    <message>
        <source>The other half is kept by %1.</source>
        <translation>Diğer yarıyı saklayan: %1.</translation>
    </message>
    <message>
        <source>Type a new passphrase.</source>
        <translation>Yeni bir parola yazın.</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same.</source>
        <translation>İki yeni parola aynı değil.</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>İkisini de yeniden yazın.</translation>
    </message>
    <message>
        <source>Changing the passphrase...</source>
        <translation>Parola değiştiriliyor...</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>Parola değiştirildi.</translation>
    </message>
    <message>
        <source>Older copies of the vault file still open with the old one.</source>
        <translation>Kasa dosyasının eski kopyaları eski parolayla açılmaya devam eder.</translation>
    </message>
    <message>
        <source>Of an unknown kind</source>
        <translation>Bilinmeyen türde</translation>
    </message>
    <message>
        <source>A newer Latchkey may have made it. Remove it if it is not yours.</source>
        <translation>Daha yeni bir Latchkey oluşturmuş olabilir. Sizin değilse kaldırın.</translation>
    </message>
    <message>
        <source>Not changed since the vault was made.</source>
        <translation>Kasa oluşturulduğundan beri değiştirilmedi.</translation>
    </message>
    <message>
        <source>Last changed on %1.</source>
        <translation>Son değiştirme: %1.</translation>
    </message>
</context>
<context>
    <name>presentation::UnlockController</name>
    <message>
        <source>Your keys are encrypted in the vault on this computer.</source>
        <translation>Anahtarlarınız bu bilgisayardaki kasada şifreli duruyor.</translation>
    </message>
    <message>
        <source>The vault is open, and programs go on.</source>
        <translation>Kasa açık ve programlar sürüyor.</translation>
    </message>
    <message>
        <source>Locked at %1 because you locked it.</source>
        <translation>Kilitlenme: %1. Neden: siz kilitlediniz.</translation>
    </message>
    <message>
        <source>Locked at %1 because the vault was changed by another program.</source>
        <translation>Kilitlenme: %1. Neden: kasa başka bir program tarafından değiştirildi.</translation>
    </message>
    <message>
        <source>Locked at %1 because it was not used for a while.</source>
        <translation>Kilitlenme: %1. Neden: bir süre kullanılmadı.</translation>
    </message>
    <message>
        <source>Locked at %1 because the screen was locked.</source>
        <translation>Kilitlenme: %1. Neden: ekran kilitlendi.</translation>
    </message>
    <message>
        <source>Locked at %1 because the computer went to sleep.</source>
        <translation>Kilitlenme: %1. Neden: bilgisayar uykuya geçti.</translation>
    </message>
    <message>
        <source>Locked at %1 because another user took over the screen.</source>
        <translation>Kilitlenme: %1. Neden: ekranı başka bir kullanıcı devraldı.</translation>
    </message>
    <message>
        <source>Locked at %1 because the lid was closed.</source>
        <translation>Kilitlenme: %1. Neden: kapak kapatıldı.</translation>
    </message>
    <message>
        <source>Locked at %1 because you logged out.</source>
        <translation>Kilitlenme: %1. Neden: oturumu kapattınız.</translation>
    </message>
    <message>
        <source>Locked at %1.</source>
        <translation>Kilitlenme: %1.</translation>
    </message>
    <message>
        <source>1 program still holds a key it was given at start.</source>
        <translation>1 program, başlangıçta verilen bir anahtarı hâlâ tutuyor.</translation>
    </message>
    <message numerus="yes">
        <source>%n programs still hold keys they were given at start.</source>
        <translation>
            <numerusform>%n program, başlangıçta verilen anahtarları hâlâ tutuyor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlocking...</source>
        <translation>Kilit açılıyor...</translation>
    </message>
    <message>
        <source>Nothing was opened. If you did not put an old copy back yourself, find out who exchanged the file.</source>
        <translation>Hiçbir şey açılmadı. Eski bir kopyayı kendiniz geri koymadıysanız dosyayı kimin başka bir dosyayla değiştirdiğini bulun.</translation>
    </message>
</context>
<context>
    <name>presentation::VaultKeyController</name>
    <message>
        <source>The keychain still holds what is no longer needed; Latchkey tries again at the next unlock.</source>
        <translation>Anahtarlıkta artık gerekmeyen bilgiler hâlâ duruyor; Latchkey, kilit bir daha açıldığında yeniden dener.</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>Durduruluyor...</translation>
    </message>
    <message>
        <source>Changing the master key...</source>
        <translation>Ana anahtar değiştiriliyor...</translation>
    </message>
    <message>
        <source>Everything in the vault is encrypted anew.</source>
        <translation>Kasadaki her şey yeniden şifreleniyor.</translation>
    </message>
    <message>
        <source>The master key was changed.</source>
        <translation>Ana anahtar değiştirildi.</translation>
    </message>
    <message>
        <source>Older copies and backups still open with the old passphrase and recovery key.</source>
        <translation>Eski kopyalar ve yedekler eski parola ve kurtarma anahtarıyla açılmaya devam eder.</translation>
    </message>
    <message>
        <source>Making a new recovery key...</source>
        <translation>Yeni kurtarma anahtarı oluşturuluyor...</translation>
    </message>
    <message>
        <source>A new recovery key was made.</source>
        <translation>Yeni bir kurtarma anahtarı oluşturuldu.</translation>
    </message>
    <message>
        <source>The old one opens only older copies and backups.</source>
        <translation>Eskisi yalnızca eski kopyaları ve yedekleri açar.</translation>
    </message>
    <message>
        <source>Removing...</source>
        <translation>Kaldırılıyor...</translation>
    </message>
    <message>
        <source>Removed: %1.</source>
        <translation>Kaldırıldı: %1.</translation>
    </message>
    <message>
        <source>Older copies of the vault file still open with it.</source>
        <translation>Kasa dosyasının eski kopyaları bununla açılmaya devam eder.</translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation>Bir parola yazın.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>İki parola aynı değil.</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>İkisini de yeniden yazın.</translation>
    </message>
    <message>
        <source>Adding...</source>
        <translation>Ekleniyor...</translation>
    </message>
    <message>
        <source>Your system asks for a password in a window of its own.</source>
        <translation>Sisteminiz kendi penceresinde bir parola soruyor.</translation>
    </message>
    <message>
        <source>Added: %1.</source>
        <translation>Eklendi: %1.</translation>
    </message>
    <message>
        <source>From now on it opens the vault as well.</source>
        <translation>Bundan sonra kasayı bu da açar.</translation>
    </message>
</context>
<context>
    <name>presentation::VaultPresenter</name>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>Henüz hiçbir şey saklanmadı.</translation>
    </message>
    <message>
        <source>The window is locked, programs go on. AES-256-GCM.</source>
        <translation>Pencere kilitli, programlar sürüyor. AES-256-GCM.</translation>
    </message>
    <message>
        <source>Locked. AES-256-GCM.</source>
        <translation>Kilitli. AES-256-GCM.</translation>
    </message>
    <message>
        <source>The recovery key is not confirmed.</source>
        <translation>Kurtarma anahtarı doğrulanmadı.</translation>
    </message>
    <message>
        <source>Unlocked by this computer only. Locking asks for no passphrase.</source>
        <translation>Kilit yalnızca bu bilgisayarla açıldı. Kilitlense de parola sorulmaz.</translation>
    </message>
    <message>
        <source>Unlocked by passphrase and this computer. AES-256-GCM.</source>
        <translation>Kilit, parola ve bu bilgisayarla açıldı. AES-256-GCM.</translation>
    </message>
    <message>
        <source>Unlocked by the recovery key. AES-256-GCM.</source>
        <translation>Kilit, kurtarma anahtarıyla açıldı. AES-256-GCM.</translation>
    </message>
    <message>
        <source>Unlocked by passphrase. AES-256-GCM.</source>
        <translation>Kilit, parolayla açıldı. AES-256-GCM.</translation>
    </message>
    <message numerus="yes">
        <source>Locks after %n minutes idle.</source>
        <translation>
            <numerusform>%n dakika kullanılmazsa kilitlenir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program changed the master key: what you were typing could not be kept.</source>
        <translation>Başka bir program ana anahtarı değiştirdi: yazmakta olduklarınız saklanamadı.</translation>
    </message>
</context>
<context>
    <name>widgets::AboutPage</name>
    <message>
        <source>A copy of the vault file, also an old one, shows nobody your keys, names or notes.</source>
        <translation>Kasa dosyasının bir kopyası, eski de olsa, anahtarlarınızı, adları ve notlarınızı kimseye göstermez.</translation>
    </message>
    <message>
        <source>What anything else than Latchkey changes in the file is noticed before it is used.</source>
        <translation>Latchkey dışında bir şeyin dosyada yaptığı değişiklik, dosya kullanılmadan önce fark edilir.</translation>
    </message>
    <message>
        <source>Other users of this computer cannot read the vault, nor this program&apos;s memory.</source>
        <translation>Bu bilgisayarın diğer kullanıcıları kasayı ve bu programın belleğini okuyamaz.</translation>
    </message>
    <message>
        <source>When the vault is locked, its keys are wiped from memory.</source>
        <translation>Kasa kilitlendiğinde anahtarları bellekten silinir.</translation>
    </message>
    <message>
        <source>Programs get a key only after the log has it, and exchanges only over a connection that is proven.</source>
        <translation>Programlar bir anahtarı ancak günlüğe yazıldıktan sonra, borsalar ise yalnızca kimliği kanıtlanmış bir bağlantı üzerinden alır.</translation>
    </message>
    <message>
        <source>Harmful programs that run as you while the vault is open: they can watch your keyboard and screen, or ask for what you may have.</source>
        <translation>Kasa açıkken sizin adınıza çalışan zararlı programlar: klavyenizi ve ekranınızı izleyebilir veya sizin alabildiklerinizi isteyebilir.</translation>
    </message>
    <message>
        <source>The administrator of this computer, and whoever changed it before Latchkey started.</source>
        <translation>Bu bilgisayarın yöneticisi ve Latchkey başlamadan önce onu değiştirmiş olanlar.</translation>
    </message>
    <message>
        <source>What a bot does with a key once it has it, and the exchange itself.</source>
        <translation>Bir botun aldığı anahtarla ne yaptığı ve borsanın kendisi.</translation>
    </message>
    <message>
        <source>Older copies of the vault: they open with the passphrase that was valid then.</source>
        <translation>Kasanın eski kopyaları: o zaman geçerli olan parolayla açılır.</translation>
    </message>
    <message>
        <source>A vault without a passphrase, against anyone who sits at your unlocked computer.</source>
        <translation>Parolasız bir kasa, açık bilgisayarınızın başına oturan herkese karşı.</translation>
    </message>
    <message>
        <source>Memory that hibernation writes to the disk: lock first.</source>
        <translation>Hazırda bekletmenin diske yazdığı bellek: önce kilitleyin.</translation>
    </message>
    <message>
        <source>Copied: no secret and no name of an account is in it.</source>
        <translation>Kopyalandı: içinde gizli bilgi ve hesap adı yok.</translation>
    </message>
</context>
<context>
    <name>widgets::AccountDelegate</name>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
</context>
<context>
    <name>widgets::ActivityPage</name>
    <message>
        <source>Version taken into use</source>
        <translation>Sürüm kullanıma alındı</translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation>Kontrol edilemedi</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tümü</translation>
    </message>
    <message>
        <source>Uses of keys</source>
        <translation>Anahtar kullanımları</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Kontroller</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Değişiklikler</translation>
    </message>
    <message>
        <source>Unlocking and locking</source>
        <translation>Kilit açma ve kilitleme</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Tüm zamanlar</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Son 1 saat</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Son 24 saat</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Son 7 gün</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Son 30 gün</translation>
    </message>
    <message>
        <source>Nothing has used a key yet.</source>
        <translation>Henüz hiçbir anahtar kullanılmadı.</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>Eşleşen kayıt yok.</translation>
    </message>
    <message>
        <source>As soon as a program gets a key or a signature, it stands here.</source>
        <translation>Bir program anahtar veya imza alır almaz burada görünür.</translation>
    </message>
    <message>
        <source>The log was searched to its beginning.</source>
        <translation>Günlük başına kadar arandı.</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>Okunuyor...</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n kayıt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newest entries; more come as you scroll</source>
        <translation>
            <numerusform>En yeni %n kayıt; kaydırdıkça devamı gelir</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON satırları (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tablo (*.csv)</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Denetim günlüğünü dışa aktar</translation>
    </message>
</context>
<context>
    <name>widgets::BackupPanel</name>
    <message>
        <source>Back up now</source>
        <translation>Şimdi yedekle</translation>
    </message>
    <message>
        <source>Latchkey backups (*.lkb)</source>
        <translation>Latchkey yedekleri (*.lkb)</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Yedek klasörü</translation>
    </message>
</context>
<context>
    <name>widgets::ConsentDialog</name>
    <message>
        <source>Keep a key that may withdraw</source>
        <translation>Para çekebilen bir anahtarı kabul et</translation>
    </message>
    <message>
        <source>%1 may withdraw money</source>
        <translation>%1 para çekebilir</translation>
    </message>
    <message>
        <source>&amp;Type %1 to keep it:</source>
        <translation>Kabul etmek için %1 &amp;yazın:</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>Hesap adı</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>İp&amp;tal</translation>
    </message>
    <message>
        <source>&amp;Keep anyway</source>
        <translation>Yine de &amp;kabul et</translation>
    </message>
    <message>
        <source>Whoever gets hold of this key, or of a bot that has it, can move your money away. A bot does not need that right. It is safer to switch it off at the exchange and check again.</source>
        <translation>Bu anahtarı veya onu kullanan bir botu ele geçiren kişi paranızı alıp götürebilir. Botun bu yetkiye ihtiyacı yoktur. Yetkiyi borsada kapatıp yeniden kontrol etmek daha güvenlidir.</translation>
    </message>
</context>
<context>
    <name>widgets::DraftDialog</name>
    <message>
        <source>Not saved</source>
        <translation>Kaydedilmedi</translation>
    </message>
    <message>
        <source>What you typed is not saved</source>
        <translation>Yazdıklarınız kaydedilmedi</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>Düz&amp;enlemeyi sürdür</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;At</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Kaydet</translation>
    </message>
    <message>
        <source>Save it and see whether it works, or discard it and close.</source>
        <translation>Kaydedip çalışıp çalışmadığını görün veya değişiklikleri atıp kapatın.</translation>
    </message>
</context>
<context>
    <name>widgets::ExchangesPage</name>
    <message>
        <source>Continue the new account...</source>
        <translation>Yeni hesaba devam et...</translation>
    </message>
    <message>
        <source>Add account...</source>
        <translation>Hesap ekle...</translation>
    </message>
    <message>
        <source>No account matches &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; ile eşleşen hesap yok.</translation>
    </message>
    <message>
        <source>No exchange keys yet</source>
        <translation>Henüz borsa anahtarı yok</translation>
    </message>
    <message>
        <source>Choose an account</source>
        <translation>Bir hesap seçin</translation>
    </message>
    <message>
        <source>Add a key and Latchkey shows what it may do before a bot uses it.</source>
        <translation>Bir anahtar ekleyin; Latchkey, bir bot onu kullanmadan önce neler yapabildiğini gösterir.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Canlı</translation>
    </message>
    <message>
        <source>Manage keys at %1</source>
        <translation>Anahtarları %1 üzerinde yönet</translation>
    </message>
    <message>
        <source>How to make a key at %1</source>
        <translation>%1 üzerinde anahtar nasıl oluşturulur</translation>
    </message>
    <message>
        <source>Saving also asks %1 whether the key works.</source>
        <translation>Kaydederken %1 borsasına anahtarın çalışıp çalışmadığı da sorulur.</translation>
    </message>
</context>
<context>
    <name>widgets::ImportDialog</name>
    <message>
        <source>Judge by the content</source>
        <translation>İçeriğe göre belirle</translation>
    </message>
    <message>
        <source>Choose a file of keys</source>
        <translation>Anahtarların bulunduğu dosyayı seçin</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Anahtar dosyasını seçin</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>So&amp;nraki</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>İçe akta&amp;r</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Ka&amp;pat</translation>
    </message>
</context>
<context>
    <name>widgets::LlmDelegate</name>
    <message>
        <source>in use</source>
        <translation>kullanımda</translation>
    </message>
</context>
<context>
    <name>widgets::LlmPage</name>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>No provider set.</source>
        <translation>Ayarlanmış sağlayıcı yok.</translation>
    </message>
    <message>
        <source>Programs use Ollama on this computer.</source>
        <translation>Programlar bu bilgisayardaki Ollama uygulamasını kullanır.</translation>
    </message>
    <message>
        <source>Programs get this one</source>
        <translation>Programlar bunu alıyor</translation>
    </message>
    <message>
        <source>Manage keys at %1</source>
        <translation>Anahtarları %1 üzerinde yönet</translation>
    </message>
    <message>
        <source>Saving also asks %1 whether it answers. That costs nothing.</source>
        <translation>Kaydederken %1 sağlayıcısının yanıt verip vermediği de sorulur. Bunun bir maliyeti yoktur.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Anahtar</translation>
    </message>
    <message>
        <source>None needed on this computer</source>
        <translation>Bu bilgisayarda gerekmez</translation>
    </message>
    <message>
        <source>Continue the new one...</source>
        <translation>Yeni sağlayıcıya devam et...</translation>
    </message>
    <message>
        <source>&amp;Add provider...</source>
        <translation>Sağlayı&amp;cı ekle...</translation>
    </message>
    <message>
        <source>Choose a provider</source>
        <translation>Bir sağlayıcı seçin</translation>
    </message>
</context>
<context>
    <name>widgets::LlmRemovalDialog</name>
    <message>
        <source>Remove provider</source>
        <translation>Sağlayıcıyı kaldır</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 kaldırılsın mı?</translation>
    </message>
    <message>
        <source>Programs get other settings from then on.</source>
        <translation>Programlar bundan sonra başka ayarlar alır.</translation>
    </message>
    <message>
        <source>The key at %1 itself is not deleted.</source>
        <translation>%1 üzerindeki anahtarın kendisi silinmez.</translation>
    </message>
    <message>
        <source>The server itself is left alone.</source>
        <translation>Sunucunun kendisine dokunulmaz.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Kalsın</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ka&amp;ldır</translation>
    </message>
</context>
<context>
    <name>widgets::LockWarning</name>
    <message>
        <source>Stay unlocked</source>
        <translation>Açık kalsın</translation>
    </message>
</context>
<context>
    <name>widgets::LockingPanel</name>
    <message>
        <source> minute</source>
        <translation> dakika</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> dakika</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message>
        <source>Exchanges</source>
        <translation>Borsalar</translation>
    </message>
    <message>
        <source>LLM providers</source>
        <translation>LLM sağlayıcıları</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Etkinlik</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Güvenlik</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Hakkında</translation>
    </message>
    <message>
        <source>Set up Latchkey</source>
        <translation>Latchkey kurulumu</translation>
    </message>
    <message numerus="yes">
        <source>Copied. The clipboard is emptied in %n s.</source>
        <translation>
            <numerusform>Kopyalandı. Pano %n s içinde boşaltılacak.</numerusform>
        </translation>
    </message>
    <message>
        <source>The secret is still on the clipboard: this desktop lets Latchkey remove it only while you use this window.</source>
        <translation>Gizli bilgi hâlâ panoda: bu masaüstü, Latchkey&apos;in onu silmesine yalnızca bu pencereyi kullanırken izin veriyor.</translation>
    </message>
</context>
<context>
    <name>widgets::MasterKeyPanel</name>
    <message>
        <source>The master key encrypts everything in the vault. Change it when somebody may have seen a passphrase, the recovery key or a copy of the file. Older copies still open with the old ways in: delete them.</source>
        <translation>Ana anahtar kasadaki her şeyi şifreler. Birisi bir parolayı, kurtarma anahtarını veya dosyanın bir kopyasını görmüş olabilirse değiştirin. Eski kopyalar eski yollarla açılmaya devam eder: onları silin.</translation>
    </message>
    <message>
        <source>Change &amp;master key...</source>
        <translation>A&amp;na anahtarı değiştir...</translation>
    </message>
</context>
<context>
    <name>widgets::MessageStrip</name>
    <message>
        <source>Details</source>
        <translation>Ayrıntılar</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>İşlem sürüyor</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Şimdi kontrol et</translation>
    </message>
    <message>
        <source>Keep anyway...</source>
        <translation>Yine de kabul et...</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation>Yine de kullan</translation>
    </message>
    <message>
        <source>It is used elsewhere</source>
        <translation>Başka yerde kullanılıyor</translation>
    </message>
    <message>
        <source>It is used here</source>
        <translation>Burada kullanılıyor</translation>
    </message>
    <message>
        <source>Use recovery key</source>
        <translation>Kurtarma anahtarını kullan</translation>
    </message>
    <message>
        <source>Unlock keyring</source>
        <translation>Anahtarlığın kilidini aç</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>Clear the clipboard</source>
        <translation>Panoyu temizle</translation>
    </message>
    <message>
        <source>Use this older file...</source>
        <translation>Bu eski dosyayı kullan...</translation>
    </message>
</context>
<context>
    <name>widgets::PageList</name>
    <message>
        <source>%1, not saved</source>
        <translation>%1, kaydedilmedi</translation>
    </message>
</context>
<context>
    <name>widgets::PassphraseDialog</name>
    <message>
        <source>Use several words that do not belong together.</source>
        <translation>Birbiriyle ilgisi olmayan birkaç sözcük kullanın.</translation>
    </message>
</context>
<context>
    <name>widgets::QrCodeView</name>
    <message>
        <source>Recovery key as a QR code</source>
        <translation>QR kodu olarak kurtarma anahtarı</translation>
    </message>
</context>
<context>
    <name>widgets::QuitDialog</name>
    <message>
        <source>Quit Latchkey</source>
        <translation>Latchkey&apos;den çık</translation>
    </message>
    <message>
        <source>Programs use keys from Latchkey</source>
        <translation>Programlar Latchkey&apos;deki anahtarları kullanıyor</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of programs</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>Çalışmaya &amp;devam et</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Çı&amp;k</translation>
    </message>
    <message>
        <source>They keep the keys that they were given at start. They get no more, and no signatures, until Latchkey runs again and is unlocked.</source>
        <translation>Başlangıçta verilen anahtarlar onlarda kalır. Latchkey yeniden çalıştırılıp kilidi açılana kadar başka anahtar ve imza alamazlar.</translation>
    </message>
    <message>
        <source>What you typed is not saved</source>
        <translation>Yazdıklarınız kaydedilmedi</translation>
    </message>
    <message>
        <source>What you typed before the lock is offered again after unlocking, but not after Latchkey has quit.</source>
        <translation>Kilitlenmeden önce yazdıklarınız kilit açılınca yeniden sunulur, ama Latchkey&apos;den çıkıldıktan sonra sunulmaz.</translation>
    </message>
</context>
<context>
    <name>widgets::RecoveryKeyGrid</name>
    <message>
        <source>Recovery key, nine groups of five characters</source>
        <translation>Kurtarma anahtarı, beşer karakterli dokuz grup</translation>
    </message>
</context>
<context>
    <name>widgets::RecoveryKeyPage</name>
    <message>
        <source>Type groups %1 and %2, to be sure that you have it:</source>
        <translation>Elinizde olduğundan emin olmak için %1 ve %2 numaralı grupları yazın:</translation>
    </message>
    <message>
        <source>Group &amp;%1:</source>
        <translation>Grup &amp;%1:</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Kurtarma anahtarını kaydet</translation>
    </message>
    <message>
        <source>Print the recovery key</source>
        <translation>Kurtarma anahtarını yazdır</translation>
    </message>
</context>
<context>
    <name>widgets::RemovalDialog</name>
    <message>
        <source>Remove account</source>
        <translation>Hesabı kaldır</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 kaldırılsın mı?</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Kalsın</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ka&amp;ldır</translation>
    </message>
    <message>
        <source>Programs can no longer get this key from Latchkey. The key at %1 itself is not deleted.</source>
        <translation>Programlar artık bu anahtarı Latchkey&apos;den alamaz. %1 üzerindeki anahtarın kendisi silinmez.</translation>
    </message>
</context>
<context>
    <name>widgets::RestoreDialog</name>
    <message>
        <source>Ne&amp;xt</source>
        <translation>So&amp;nraki</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>Geri yü&amp;kle</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Ka&amp;pat</translation>
    </message>
    <message>
        <source>Use several words that do not belong together.</source>
        <translation>Birbiriyle ilgisi olmayan birkaç sözcük kullanın.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Bir yedek seçin</translation>
    </message>
    <message>
        <source>Latchkey backups (*.lkb)</source>
        <translation>Latchkey yedekleri (*.lkb)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tüm dosyalar (*)</translation>
    </message>
    <message>
        <source>&amp;Restore and replace</source>
        <translation>Geri yü&amp;kle ve değiştir</translation>
    </message>
</context>
<context>
    <name>widgets::SecretField</name>
    <message>
        <source>Reveal</source>
        <translation>Göster</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Reveal %1</source>
        <translation>Göster: %1</translation>
    </message>
    <message>
        <source>Shows it for 15 seconds. The activity log notes it.</source>
        <translation>15 saniye gösterir. Denetim günlüğüne yazılır.</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Kopyala: %1</translation>
    </message>
    <message>
        <source>Puts it on the clipboard for a short time. The activity log notes it.</source>
        <translation>Kısa süre için panoya koyar. Denetim günlüğüne yazılır.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Gizle</translation>
    </message>
</context>
<context>
    <name>widgets::SecurityPage</name>
    <message>
        <source>Not confirmed yet. Without it, a forgotten passphrase or a lost keychain means that the vault stays shut for good.</source>
        <translation>Henüz doğrulanmadı. O olmadan, unutulan bir parola veya kaybedilen bir anahtarlık kasanın bir daha açılamaması demektir.</translation>
    </message>
    <message>
        <source>This vault has no recovery key.</source>
        <translation>Bu kasanın kurtarma anahtarı yok.</translation>
    </message>
    <message>
        <source>Confirmed: somebody has it on paper or in a file. Keep it apart from this computer.</source>
        <translation>Doğrulandı: kâğıt üzerinde veya bir dosyada duruyor. Bu bilgisayardan ayrı bir yerde tutun.</translation>
    </message>
    <message>
        <source>%1 (opened the vault now)</source>
        <translation>%1 (kasayı şimdi bu açtı)</translation>
    </message>
    <message>
        <source>Remove...</source>
        <translation>Kaldır...</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Kaldır: %1</translation>
    </message>
</context>
<context>
    <name>widgets::SetupWizard</name>
    <message>
        <source>Set up Latchkey: step %1 of %2</source>
        <translation>Latchkey kurulumu: adım %1 / %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Bitti</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>So&amp;nraki</translation>
    </message>
    <message>
        <source>Do this &amp;later</source>
        <translation>Bunu &amp;sonra yap</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>&amp;Atla</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>İp&amp;tal</translation>
    </message>
    <message>
        <source>Not no&amp;w</source>
        <translation>Şi&amp;mdi değil</translation>
    </message>
</context>
<context>
    <name>widgets::TrayIcon</name>
    <message>
        <source>Check</source>
        <translation>Kontrol et</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Kontrol edildi</translation>
    </message>
    <message>
        <source>Latchkey: the window is locked, programs go on</source>
        <translation>Latchkey: pencere kilitli, programlar sürüyor</translation>
    </message>
    <message>
        <source>Latchkey: not set up</source>
        <translation>Latchkey: kurulmadı</translation>
    </message>
    <message>
        <source>Latchkey: locked</source>
        <translation>Latchkey: kilitli</translation>
    </message>
    <message>
        <source>Latchkey: unlocked, something needs attention</source>
        <translation>Latchkey: kilidi açık, ilgilenmeniz gereken bir şey var</translation>
    </message>
    <message>
        <source>Latchkey: unlocked</source>
        <translation>Latchkey: kilidi açık</translation>
    </message>
    <message>
        <source>Unlock...</source>
        <translation>Kilidi aç...</translation>
    </message>
    <message>
        <source>Open Latchkey</source>
        <translation>Latchkey&apos;i aç</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Şimdi kilitle</translation>
    </message>
    <message>
        <source>Lock window</source>
        <translation>Pencereyi kilitle</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Çık</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Tüm hesaplar</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>demo</translation>
    </message>
    <message>
        <source>live</source>
        <translation>canlı</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The results are in the window.</source>
        <translation>Sonuçlar pencerede.</translation>
    </message>
</context>
<context>
    <name>widgets::UnlockPage</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Kilidi aç</translation>
    </message>
    <message>
        <source>&amp;Unlock with this computer</source>
        <translation>&amp;Kilidi bu bilgisayarla aç</translation>
    </message>
    <message>
        <source>Unlock with this &amp;computer instead</source>
        <translation>Bunun yerine bu &amp;bilgisayarla aç</translation>
    </message>
    <message>
        <source>Use the &amp;recovery key instead</source>
        <translation>Bunun yerine ku&amp;rtarma anahtarını kullan</translation>
    </message>
    <message>
        <source>Use the &amp;passphrase instead</source>
        <translation>Bunun yerine par&amp;olayı kullan</translation>
    </message>
</context>
<context>
    <name>widgets::VaultKeyDialog</name>
    <message>
        <source>Change master key</source>
        <translation>Ana anahtarı değiştir</translation>
    </message>
    <message>
        <source>Change the master key</source>
        <translation>Ana anahtarı değiştir</translation>
    </message>
    <message>
        <source>All keys in the vault are encrypted anew. You get a new recovery key: the paper you have opens only older copies and backups. Those still open with what opens them now, so delete them and make a new backup.</source>
        <translation>Kasadaki bütün anahtarlar yeniden şifrelenir. Yeni bir kurtarma anahtarı alırsınız: elinizdeki kâğıt yalnızca eski kopyaları ve yedekleri açar. Onlar, şu anda neyle açılıyorsa onunla açılmaya devam eder; bu yüzden onları silin ve yeni bir yedek alın.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>İp&amp;tal</translation>
    </message>
    <message>
        <source>C&amp;hange master key</source>
        <translation>Ana anahtarı &amp;değiştir</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>Yeni kurtarma anahtarı</translation>
    </message>
    <message>
        <source>Make a new recovery key</source>
        <translation>Yeni bir kurtarma anahtarı oluştur</translation>
    </message>
    <message>
        <source>The paper you have opens this vault no longer, only older copies and backups. The new key is shown next.</source>
        <translation>Elinizdeki kâğıt artık bu kasayı açmaz; yalnızca eski kopyaları ve yedekleri açar. Yeni anahtar bundan sonra gösterilir.</translation>
    </message>
    <message>
        <source>&amp;Make a new one</source>
        <translation>&amp;Yenisini oluştur</translation>
    </message>
    <message>
        <source>Remove a way to unlock</source>
        <translation>Kilit açma yolunu kaldır</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;?</source>
        <translation>&quot;%1&quot; kaldırılsın mı?</translation>
    </message>
    <message>
        <source>It opens this vault no longer. Older copies of the vault file still open with it.</source>
        <translation>Artık bu kasayı açmaz. Kasa dosyasının eski kopyaları onunla açılmaya devam eder.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Kal&amp;sın</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ka&amp;ldır</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Parola:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>Of another way, if it has another:</source>
        <translation>Başka bir yolun, farklı bir parolası varsa:</translation>
    </message>
    <message>
        <source>Passphrase of another way</source>
        <translation>Başka bir yolun parolası</translation>
    </message>
</context>
</TS>
