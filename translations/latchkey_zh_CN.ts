<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>What is protected</source>
        <translation>受到保护的内容</translation>
    </message>
    <message>
        <source>What is not protected</source>
        <translation>不受保护的内容</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>&amp;Copy for a report</source>
        <translation>复制以供报告(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Find a name or a program</source>
        <translation>查找名称或程序</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>显示(&amp;S):</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>时间(&amp;T):</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>Nothing has used a key yet.</source>
        <translation>还没有任何程序使用过密钥。</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>显示全部(&amp;E)</translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation>导出(&amp;X)...</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>校验(&amp;V)</translation>
    </message>
</context>
<context>
    <name>AddWayDialog</name>
    <message>
        <source>Add a way to unlock</source>
        <translation>添加解锁方式</translation>
    </message>
    <message>
        <source>Passphrase and this &amp;computer</source>
        <translation>口令和本机(&amp;C)</translation>
    </message>
    <message>
        <source>You type a passphrase; the other half stays in this computer&apos;s keychain, so a copy of the file cannot be guessed. On another computer you need the recovery key.</source>
        <translation>您输入口令，另一半保存在本机的密钥环中，因此拿到文件副本也无从猜测。换到另一台电脑时需要恢复密钥。</translation>
    </message>
    <message>
        <source>Passphrase &amp;only</source>
        <translation>仅口令(&amp;O)</translation>
    </message>
    <message>
        <source>Works wherever the vault file is. Choose a long one.</source>
        <translation>保险库文件在哪里都能用。请选用较长的口令。</translation>
    </message>
    <message>
        <source>This co&amp;mputer only</source>
        <translation>仅本机(&amp;M)</translation>
    </message>
    <message>
        <source>No passphrase. Anyone at your unlocked computer can open Latchkey, and Lock now will not ask for anything.</source>
        <translation>没有口令。任何人坐到您未锁定的电脑前都能打开 Latchkey，“立即锁定”之后也不会要求输入任何内容。</translation>
    </message>
    <message>
        <source>Passphrase &amp;now:</source>
        <translation>当前口令(&amp;N):</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>当前口令</translation>
    </message>
    <message>
        <source>New &amp;passphrase:</source>
        <translation>新口令(&amp;P):</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>再次输入(&amp;A):</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>再次输入新口令</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Canc&amp;el</source>
        <translation>取消(&amp;E)</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
</context>
<context>
    <name>AppearancePanel</name>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Li&amp;ght</source>
        <translation>浅色(&amp;G)</translation>
    </message>
</context>
<context>
    <name>BackupPanel</name>
    <message>
        <source>One encrypted file with everything in it. It opens with the recovery key.</source>
        <translation>一个包含全部内容的加密文件。用恢复密钥打开。</translation>
    </message>
    <message>
        <source>&amp;Back up now...</source>
        <translation>立即备份(&amp;B)...</translation>
    </message>
    <message>
        <source>By itself:</source>
        <translation>自动备份:</translation>
    </message>
    <message>
        <source>Ne&amp;ver</source>
        <translation>从不(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F):</translation>
    </message>
    <message>
        <source> newest</source>
        <translation> 份最新备份</translation>
    </message>
    <message>
        <source>Made while Latchkey is unlocked; one that was missed is made later. A full or missing folder is told here.</source>
        <translation>在 Latchkey 解锁期间进行；错过的备份会稍后补做。文件夹已满或不存在时会在这里提示。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Dail&amp;y</source>
        <translation>每天(&amp;Y)</translation>
    </message>
    <message>
        <source>Wee&amp;kly</source>
        <translation>每周(&amp;K)</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>选择...</translation>
    </message>
    <message>
        <source>Keep:</source>
        <translation>保留:</translation>
    </message>
</context>
<context>
    <name>ExchangesPage</name>
    <message>
        <source>Find an account</source>
        <translation>查找账户</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>&amp;Add account...</source>
        <translation>添加账户(&amp;A)...</translation>
    </message>
    <message>
        <source>No exchange keys yet</source>
        <translation>还没有交易所密钥</translation>
    </message>
    <message>
        <source>Add a key and Latchkey shows what it may do before a bot uses it.</source>
        <translation>添加密钥后，Latchkey 会在机器人使用它之前显示它有哪些权限。</translation>
    </message>
    <message>
        <source>A&amp;dd account...</source>
        <translation>添加账户(&amp;D)...</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>账户名称</translation>
    </message>
    <message>
        <source>main</source>
        <translation>main</translation>
    </message>
    <message>
        <source>Environment:</source>
        <translation>环境:</translation>
    </message>
    <message>
        <source>&amp;Demo</source>
        <translation>模拟盘(&amp;D)</translation>
    </message>
    <message>
        <source>How to make a key</source>
        <translation>如何创建密钥</translation>
    </message>
    <message>
        <source>What this key may do</source>
        <translation>此密钥的权限</translation>
    </message>
    <message>
        <source>Discard &amp;changes</source>
        <translation>放弃更改(&amp;C)</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>立即检查(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>导入(&amp;I)...</translation>
    </message>
    <message>
        <source>Acco&amp;unt name:</source>
        <translation>账户名称(&amp;U):</translation>
    </message>
    <message>
        <source>Li&amp;ve (real money)</source>
        <translation>实盘，真实资金(&amp;V)</translation>
    </message>
    <message>
        <source>R&amp;emove...</source>
        <translation>移除(&amp;E)...</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import keys</source>
        <translation>导入密钥</translation>
    </message>
    <message>
        <source>Keys that you keep elsewhere now: an .env file, JSON or CSV, the configuration of Freqtrade or OctoBot, the keys of ccxt or Jesse, an export of Bitwarden, KeePassXC or 1Password, or the encrypted store of an older tool. The file is only read.</source>
        <translation>您目前保存在别处的密钥：.env 文件、JSON 或 CSV、Freqtrade 或 OctoBot 的配置、ccxt 或 Jesse 的密钥、Bitwarden、KeePassXC 或 1Password 的导出，或旧工具的加密存储。文件只会被读取。</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>文件(&amp;F):</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>选择(&amp;H)...</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>格式(&amp;M):</translation>
    </message>
    <message>
        <source>&amp;Key file:</source>
        <translation>密钥文件(&amp;K):</translation>
    </message>
    <message>
        <source>Ch&amp;oose...</source>
        <translation>选择(&amp;O)...</translation>
    </message>
    <message>
        <source>Only for encrypted stores of older tools, when the key is not beside the file.</source>
        <translation>仅用于旧工具的加密存储，且密钥不在文件旁边时。</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>What is in the vault already is not changed.</source>
        <translation>保险库中已有的内容不会更改。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>下一步(&amp;X)</translation>
    </message>
</context>
<context>
    <name>LlmPage</name>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>&amp;Add provider...</source>
        <translation>添加提供商(&amp;A)...</translation>
    </message>
    <message>
        <source>No provider set.</source>
        <translation>未设置提供商。</translation>
    </message>
    <message>
        <source>Programs use Ollama on this computer.</source>
        <translation>程序使用本机的 Ollama。</translation>
    </message>
    <message>
        <source>A&amp;dd provider...</source>
        <translation>添加提供商(&amp;D)...</translation>
    </message>
    <message>
        <source>&amp;Provider:</source>
        <translation>提供商(&amp;P):</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N):</translation>
    </message>
    <message>
        <source>Name of the settings</source>
        <translation>设置的名称</translation>
    </message>
    <message>
        <source>main</source>
        <translation>main</translation>
    </message>
    <message>
        <source>&amp;Base URL:</source>
        <translation>基础 URL(&amp;B):</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>基础 URL</translation>
    </message>
    <message>
        <source>Use this address though it is not encr&amp;ypted</source>
        <translation>地址未加密，仍然使用(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>密钥(&amp;K):</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>API &amp;version:</source>
        <translation>API 版本(&amp;V):</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API 版本</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>模型(&amp;M):</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Asks the server which models it has</source>
        <translation>向服务器询问它有哪些模型</translation>
    </message>
    <message>
        <source>&amp;Use this one</source>
        <translation>使用这一个(&amp;U)</translation>
    </message>
    <message>
        <source>D&amp;iscard changes</source>
        <translation>放弃更改(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>立即检查(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Deploymen&amp;t:</source>
        <translation>部署(&amp;T):</translation>
    </message>
    <message>
        <source>Loa&amp;d list</source>
        <translation>加载列表(&amp;D)</translation>
    </message>
    <message>
        <source>R&amp;emove...</source>
        <translation>移除(&amp;E)...</translation>
    </message>
</context>
<context>
    <name>LockingPanel</name>
    <message>
        <source>Minutes without use</source>
        <translation>无人使用的分钟数</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>When the &amp;screen is locked</source>
        <translation>屏幕锁定时(&amp;S)</translation>
    </message>
    <message>
        <source>When the li&amp;d is closed</source>
        <translation>合上笔记本盖子时(&amp;D)</translation>
    </message>
    <message>
        <source>Then:</source>
        <translation>届时:</translation>
    </message>
    <message>
        <source>Lock &amp;everything, programs stop</source>
        <translation>锁定全部，程序停止(&amp;E)</translation>
    </message>
    <message>
        <source>Lock the &amp;window, programs go on</source>
        <translation>锁定窗口，程序继续(&amp;W)</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Other programs of this session can read that menu while Latchkey is unlocked.</source>
        <translation>Latchkey 解锁期间，本次会话中的其他程序可以读取该菜单。</translation>
    </message>
    <message>
        <source>Starts locked and in the tray, and asks for nothing.</source>
        <translation>启动后保持锁定并停留在托盘中，不提任何询问。</translation>
    </message>
    <message>
        <source>Take a copied secret off the &amp;clipboard after</source>
        <translation>复制的机密在剪贴板上保留(&amp;C)</translation>
    </message>
    <message>
        <source>Seconds on the clipboard</source>
        <translation>在剪贴板上保留的秒数</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>When nobody &amp;uses the computer for</source>
        <translation>电脑无人使用达(&amp;U)</translation>
    </message>
    <message>
        <source>When the computer &amp;goes to sleep</source>
        <translation>电脑进入睡眠时(&amp;G)</translation>
    </message>
    <message>
        <source>When another user &amp;takes over the screen</source>
        <translation>其他用户接管屏幕时(&amp;T)</translation>
    </message>
    <message>
        <source>Passphrase:</source>
        <translation>口令:</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Keep as it was</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Show account names in the tray menu</source>
        <translation>在托盘菜单中显示账户名称</translation>
    </message>
    <message>
        <source>Start w&amp;hen I log in</source>
        <translation>登录时启动(&amp;H)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>&amp;Recovery key...</source>
        <translation>恢复密钥(&amp;R)...</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>立即锁定(&amp;L)</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>关闭(&amp;O)</translation>
    </message>
</context>
<context>
    <name>OlderVaultDialog</name>
    <message>
        <source>Older vault file</source>
        <translation>较旧的保险库文件</translation>
    </message>
    <message>
        <source>Use this older file?</source>
        <translation>要使用这个较旧的文件吗？</translation>
    </message>
    <message>
        <source>The vault file is older than the one that was last used on this computer. If you put a copy back on purpose, go on with it: what was stored since then is not in it. If you did not, somebody may have exchanged the file, and keys that you have replaced or removed would be in use again.</source>
        <translation>保险库文件比上次在本机使用的要旧。如果是您有意放回副本，可以继续使用：此后存储的内容不在其中。如果不是，可能有人调换了文件，那样您已替换或移除的密钥就会重新启用。</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>口令(&amp;P):</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>&amp;Recovery key:</source>
        <translation>恢复密钥(&amp;R):</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>&amp;Use the older file</source>
        <translation>使用较旧的文件(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>It applies at once. Whoever has an older copy of the vault file can still open that copy with the old passphrase.</source>
        <translation>更改立即生效。持有保险库文件旧副本的人仍可用旧口令打开那份副本。</translation>
    </message>
    <message>
        <source>&amp;Old passphrase:</source>
        <translation>旧口令(&amp;O):</translation>
    </message>
    <message>
        <source>Old passphrase</source>
        <translation>旧口令</translation>
    </message>
    <message>
        <source>&amp;New passphrase:</source>
        <translation>新口令(&amp;N):</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>A&amp;gain:</source>
        <translation>再次输入(&amp;G):</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>再次输入新口令</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>强度:</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;hange passphrase</source>
        <translation>更改口令(&amp;H)</translation>
    </message>
</context>
<context>
    <name>ProtectionPage</name>
    <message>
        <source>How should your keys be protected?</source>
        <translation>您的密钥要如何保护？</translation>
    </message>
    <message>
        <source>Passphrase and this &amp;computer (recommended)</source>
        <translation>口令和本机(推荐)(&amp;C)</translation>
    </message>
    <message>
        <source>You type a passphrase; the other half stays in this computer&apos;s keychain, so a copy of the file cannot be guessed. On another computer you need the recovery key.</source>
        <translation>您输入口令，另一半保存在本机的密钥环中，因此拿到文件副本也无从猜测。换到另一台电脑时需要恢复密钥。</translation>
    </message>
    <message>
        <source>Passphrase &amp;only</source>
        <translation>仅口令(&amp;O)</translation>
    </message>
    <message>
        <source>Works wherever the vault file is. Choose a long one.</source>
        <translation>保险库文件在哪里都能用。请选用较长的口令。</translation>
    </message>
    <message>
        <source>This co&amp;mputer only</source>
        <translation>仅本机(&amp;M)</translation>
    </message>
    <message>
        <source>No passphrase. Anyone at your unlocked computer can open Latchkey, and Lock now will not ask for anything.</source>
        <translation>没有口令。任何人坐到您未锁定的电脑前都能打开 Latchkey，“立即锁定”之后也不会要求输入任何内容。</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>口令(&amp;P):</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>再次输入(&amp;A):</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <source>Ready</source>
        <translation>准备就绪</translation>
    </message>
    <message>
        <source>What is stored</source>
        <translation>已存储的内容</translation>
    </message>
    <message>
        <source>How to lock</source>
        <translation>如何锁定</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>&amp;Start when I log in</source>
        <translation>登录时启动(&amp;S)</translation>
    </message>
    <message>
        <source>It starts hidden and locked, and asks for nothing by itself.</source>
        <translation>启动后隐藏并保持锁定，不会主动询问。</translation>
    </message>
</context>
<context>
    <name>RecoveryKeyPage</name>
    <message>
        <source>Keep this recovery key</source>
        <translation>请保管好此恢复密钥</translation>
    </message>
    <message>
        <source>It opens your vault when the passphrase is forgotten or this computer is gone. Write it down or save it, and keep it apart from this computer.</source>
        <translation>忘记口令或失去本机时，用它打开您的保险库。请抄写或保存下来，并与本机分开存放。</translation>
    </message>
    <message>
        <source>&amp;Save to file...</source>
        <translation>保存到文件(&amp;S)...</translation>
    </message>
    <message>
        <source>Type two groups, to be sure that you have it:</source>
        <translation>请输入其中两组，以确认您已留存:</translation>
    </message>
    <message>
        <source>First group</source>
        <translation>第一组</translation>
    </message>
    <message>
        <source>Second group</source>
        <translation>第二组</translation>
    </message>
    <message>
        <source>&amp;Print...</source>
        <translation>打印(&amp;P)...</translation>
    </message>
    <message>
        <source>Group:</source>
        <translation>组:</translation>
    </message>
</context>
<context>
    <name>RecoveryKeySheet</name>
    <message>
        <source>Latchkey recovery key</source>
        <translation>Latchkey 恢复密钥</translation>
    </message>
    <message>
        <source>It opens your vault when the passphrase is forgotten or this computer is gone: choose &quot;Use the recovery key instead&quot; where Latchkey asks for the passphrase, and type the nine groups.</source>
        <translation>忘记口令或失去本机时，用它打开您的保险库：在 Latchkey 要求输入口令的地方选择“改用恢复密钥”，然后输入这九组字符。</translation>
    </message>
    <message>
        <source>Whoever has this paper and the vault&apos;s file can read everything in it. Keep it where you keep money, apart from the computer.</source>
        <translation>同时拥有这张纸和保险库文件的人可以读取其中的一切。请像保管钱一样保管它，并与电脑分开存放。</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>Choose the file, and type the recovery key of the vault that it was made of. Nothing is changed before you have seen what is inside.</source>
        <translation>请选择文件，并输入备份所属保险库的恢复密钥。在您看到其中的内容之前，不会有任何更改。</translation>
    </message>
    <message>
        <source>Backup &amp;file:</source>
        <translation>备份文件(&amp;F):</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>选择(&amp;H)...</translation>
    </message>
    <message>
        <source>&amp;Recovery key:</source>
        <translation>恢复密钥(&amp;R):</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>A backup that was given a passphrase of its own can be opened with it in a terminal, with &quot;latchkey restore&quot;.</source>
        <translation>设有自己口令的备份，可以在终端中用“latchkey restore”凭该口令打开。</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>备份中的内容</translation>
    </message>
    <message>
        <source>&amp;New passphrase:</source>
        <translation>新口令(&amp;N):</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>A&amp;gain:</source>
        <translation>再次输入(&amp;G):</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>再次输入新口令</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>强度:</translation>
    </message>
    <message>
        <source>Latchkey is locked now. Unlock it with the new passphrase; the recovery key of the backup opens it too.</source>
        <translation>Latchkey 现已锁定。请用新口令解锁；备份的恢复密钥也能打开它。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>下一步(&amp;X)</translation>
    </message>
</context>
<context>
    <name>SecurityPage</name>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Ways to unlock</source>
        <translation>解锁方式</translation>
    </message>
    <message>
        <source>Any one of these opens the vault.</source>
        <translation>以下任意一种都能打开保险库。</translation>
    </message>
    <message>
        <source>Change &amp;passphrase...</source>
        <translation>更改口令(&amp;P)...</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>&amp;Add a way...</source>
        <translation>添加方式(&amp;A)...</translation>
    </message>
    <message>
        <source>&amp;New recovery key...</source>
        <translation>新的恢复密钥(&amp;N)...</translation>
    </message>
    <message>
        <source>Show &amp;it again and confirm...</source>
        <translation>再次显示并确认(&amp;I)...</translation>
    </message>
</context>
<context>
    <name>SetupSummary</name>
    <message>
        <source>Your vault is made. It opens with: %1</source>
        <translation>您的保险库已创建。打开方式：%1</translation>
    </message>
    <message>
        <source>You have the recovery key.</source>
        <translation>您已留存恢复密钥。</translation>
    </message>
    <message>
        <source>Keep it apart from this computer.</source>
        <translation>请与本机分开存放。</translation>
    </message>
    <message>
        <source>The recovery key is not confirmed.</source>
        <translation>恢复密钥尚未确认。</translation>
    </message>
    <message>
        <source>Without it a forgotten passphrase or a lost computer means a lost vault. &quot;Recovery key...&quot; at the foot of the window shows it again.</source>
        <translation>没有恢复密钥，一旦忘记口令或失去电脑，保险库也就失去了。点按窗口底部的“恢复密钥...”可再次显示。</translation>
    </message>
    <message>
        <source>%1 is stored.</source>
        <translation>%1 已存储。</translation>
    </message>
    <message>
        <source>No exchange key is stored yet.</source>
        <translation>还没有存储交易所密钥。</translation>
    </message>
    <message>
        <source>Add one on the page &quot;Exchanges&quot; when you have it.</source>
        <translation>拿到密钥后，请在“交易所”页面添加。</translation>
    </message>
    <message>
        <source>Press Ctrl+L, or &quot;Lock now&quot; in the window or the tray.</source>
        <translation>按 Ctrl+L，或点按窗口或托盘中的“立即锁定”。</translation>
    </message>
    <message numerus="yes">
        <source>Latchkey also locks by itself: after %n minutes without use, with the screen, and before the computer sleeps.</source>
        <translation>
            <numerusform>Latchkey 也会自动锁定：无人使用 %n 分钟后、屏幕锁定时以及电脑睡眠之前。</numerusform>
        </translation>
    </message>
    <message>
        <source>No passphrase is set: anyone at this computer can unlock it again.</source>
        <translation>未设置口令：任何使用本机的人都能再次解锁。</translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>Add your first exchange</source>
        <translation>添加您的第一个交易所</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>跳过(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Restore from a backup</source>
        <translation>从备份恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Not no&amp;w</source>
        <translation>暂不(&amp;W)</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Latchkey is locked</source>
        <translation>Latchkey 已锁定</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>口令(&amp;P):</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>&amp;Recovery key:</source>
        <translation>恢复密钥(&amp;R):</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>No passphrase is set: anyone at this computer can unlock.</source>
        <translation>未设置口令：任何使用本机的人都能解锁。</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Use the &amp;recovery key instead</source>
        <translation>改用恢复密钥(&amp;R)</translation>
    </message>
    <message>
        <source>Restore from a &amp;backup</source>
        <translation>从备份恢复(&amp;B)</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>This computer&apos;s keychain is ready.</source>
        <translation>本机的密钥环已就绪。</translation>
    </message>
    <message>
        <source>Your system will ask for your login password when you press Next.</source>
        <translation>点按“下一步”后，系统会要求输入您的登录密码。</translation>
    </message>
    <message>
        <source>Your system will ask you to invent a keyring password; do not leave it empty.</source>
        <translation>系统会要求您设定一个密钥环密码，请不要留空。</translation>
    </message>
    <message>
        <source>No keychain service runs on this computer.</source>
        <translation>本机没有运行密钥环服务。</translation>
    </message>
    <message>
        <source>This session has no keychain: there is no session bus.</source>
        <translation>此会话没有密钥环：没有会话总线。</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>密钥环没有响应。</translation>
    </message>
    <message>
        <source>Your login keyring is locked.</source>
        <translation>您的登录密钥环已锁定。</translation>
    </message>
    <message>
        <source>A keychain service runs on this computer, but no keyring was made yet.</source>
        <translation>本机运行着密钥环服务，但还没有创建密钥环。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase and this computer</source>
        <translation>口令和本机</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>仅本机</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Very weak: guessed at once</source>
        <translation>非常弱：一猜即中</translation>
    </message>
    <message>
        <source>Weak: guessed within hours</source>
        <translation>弱：数小时内可被猜中</translation>
    </message>
    <message>
        <source>Fair: withstands a casual attack</source>
        <translation>一般：能抵挡随意的攻击</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>非常好</translation>
    </message>
    <message>
        <source>Vault created</source>
        <translation>已创建保险库</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>已解锁</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Removal undone</source>
        <translation>已撤销移除</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>已永久删除</translation>
    </message>
    <message>
        <source>Shown on the screen</source>
        <translation>已在屏幕上显示</translation>
    </message>
    <message>
        <source>Copied to the clipboard</source>
        <translation>已复制到剪贴板</translation>
    </message>
    <message>
        <source>New version stored</source>
        <translation>已存储新版本</translation>
    </message>
    <message>
        <source>Version taken into use</source>
        <translation>已启用版本</translation>
    </message>
    <message>
        <source>Held back: may withdraw</source>
        <translation>暂不放行：可以提现</translation>
    </message>
    <message>
        <source>Withdrawal right accepted</source>
        <translation>已接受提现权限</translation>
    </message>
    <message>
        <source>Value read</source>
        <translation>已读取值</translation>
    </message>
    <message>
        <source>Read for a change</source>
        <translation>为更改而读取</translation>
    </message>
    <message>
        <source>Given to a program at start</source>
        <translation>已在启动时交给程序</translation>
    </message>
    <message>
        <source>Request signed</source>
        <translation>已签名请求</translation>
    </message>
    <message>
        <source>Check begun</source>
        <translation>已开始检查</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>Result of a check noted</source>
        <translation>已记录检查结果</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>已更改设置</translation>
    </message>
    <message>
        <source>Passphrase changed</source>
        <translation>已更改口令</translation>
    </message>
    <message>
        <source>Recovery key confirmed</source>
        <translation>已确认恢复密钥</translation>
    </message>
    <message>
        <source>Opened past the agent</source>
        <translation>已绕过代理程序打开</translation>
    </message>
    <message>
        <source>Older vault accepted</source>
        <translation>已接受较旧的保险库</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Works, rights unknown</source>
        <translation>可用，权限未知</translation>
    </message>
    <message>
        <source>Refused by the exchange</source>
        <translation>被交易所拒绝</translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation>无法检查</translation>
    </message>
    <message>
        <source>%1 refused this key%2.</source>
        <translation>%1 拒绝了此密钥%2。</translation>
    </message>
    <message>
        <source>Copy the whole key again, and check that it belongs to the address %5. A server without users of its own may want a key, too.</source>
        <translation>请重新复制完整的密钥，并检查它是否属于地址 %5。没有自己用户的服务器也可能要求密钥。</translation>
    </message>
    <message>
        <source>%1 accepts this key, but it may not list the models%2.</source>
        <translation>%1 接受此密钥，但它无权列出模型%2。</translation>
    </message>
    <message>
        <source>Give the key the right to read models, or use one without limits.</source>
        <translation>请授予该密钥读取模型的权限，或使用不受限制的密钥。</translation>
    </message>
    <message>
        <source>%1 accepts this key, but the account has nothing left to spend%2.</source>
        <translation>%1 接受此密钥，但该账户已没有可用额度%2。</translation>
    </message>
    <message>
        <source>Look at the balance or the quota there.</source>
        <translation>请在那里查看余额或配额。</translation>
    </message>
    <message>
        <source>%1 does not have the model &quot;%3&quot;.</source>
        <translation>%1 没有模型“%3”。</translation>
    </message>
    <message>
        <source>Choose one from the list, or install it there.</source>
        <translation>请从列表中选择一个，或在那里安装它。</translation>
    </message>
    <message>
        <source>%1 accepts this key, but has no deployment &quot;%4&quot;%2.</source>
        <translation>%1 接受此密钥，但没有部署“%4”%2。</translation>
    </message>
    <message>
        <source>Use the name that you gave to the deployment, not that of its model.</source>
        <translation>请使用您给部署起的名称，而不是其模型的名称。</translation>
    </message>
    <message>
        <source>%1 refused this%2.</source>
        <translation>%1 拒绝了这次请求%2。</translation>
    </message>
    <message>
        <source>Compare key, address and model with what stands there.</source>
        <translation>请将密钥、地址和模型与那里显示的内容核对。</translation>
    </message>
    <message>
        <source>Not checked: what answers at %5 does not speak like %1%2.</source>
        <translation>未检查：在 %5 应答的不像是 %1%2。</translation>
    </message>
    <message>
        <source>Check the address, and the API version where there is one.</source>
        <translation>请检查地址；如有 API 版本，也请检查。</translation>
    </message>
    <message>
        <source>Not checked: %1 asks for fewer requests%2.</source>
        <translation>未检查：%1 要求减少请求%2。</translation>
    </message>
    <message>
        <source>Your settings are safe. Wait a minute and check again.</source>
        <translation>您的设置已妥善保存。请等一分钟再检查。</translation>
    </message>
    <message>
        <source>Not checked: %1 has trouble or is under maintenance%2.</source>
        <translation>未检查：%1 出现故障或正在维护%2。</translation>
    </message>
    <message>
        <source>Your settings are safe; check again later.</source>
        <translation>您的设置已妥善保存，请稍后再检查。</translation>
    </message>
    <message>
        <source>Not checked: the connection to %5 is not safe.</source>
        <translation>未检查：到 %5 的连接不安全。</translation>
    </message>
    <message>
        <source>The certificate was refused and nothing was sent. Check the address, and this computer&apos;s date.</source>
        <translation>证书未被接受，没有发送任何内容。请检查地址和本机的日期。</translation>
    </message>
    <message>
        <source>Not checked: something between this computer and %1 answered in its place%2.</source>
        <translation>未检查：本机与 %1 之间有其他东西代替它作了应答%2。</translation>
    </message>
    <message>
        <source>Your settings are safe. A network login page, a region block or a firewall can do this.</source>
        <translation>您的设置已妥善保存。网络登录页面、地区限制或防火墙都可能造成这种情况。</translation>
    </message>
    <message>
        <source>Not checked: what is sent to %5 would not be encrypted.</source>
        <translation>未检查：发送到 %5 的内容不会加密。</translation>
    </message>
    <message>
        <source>Use an address with https, or agree that everybody on the way may read and change it.</source>
        <translation>请使用 https 地址，或同意途中的任何人都可以读取和更改内容。</translation>
    </message>
    <message>
        <source>Not checked: %1 could not be reached at %5.</source>
        <translation>未检查：无法在 %5 连接到 %1。</translation>
    </message>
    <message>
        <source>Your settings are safe. Check the address, and whether the server runs.</source>
        <translation>您的设置已妥善保存。请检查地址，以及服务器是否在运行。</translation>
    </message>
    <message>
        <source>%1 answers, but has no model.</source>
        <translation>%1 有应答，但没有模型。</translation>
    </message>
    <message>
        <source>It has the deployment &quot;%4&quot;.</source>
        <translation>它有部署“%4”。</translation>
    </message>
    <message>
        <source>It has the model &quot;%3&quot;.</source>
        <translation>它有模型“%3”。</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 有应答。</translation>
    </message>
    <message>
        <source>%1 does not know this key%2.</source>
        <translation>%1 不认识此密钥%2。</translation>
    </message>
    <message>
        <source>Check that the whole API key was copied, and that it was not deleted at %1.</source>
        <translation>请检查 API Key 是否复制完整，以及是否已在 %1 被删除。</translation>
    </message>
    <message>
        <source>Refused: key</source>
        <translation>被拒绝：密钥</translation>
    </message>
    <message>
        <source>%1 refused the signature%2.</source>
        <translation>%1 拒绝了签名%2。</translation>
    </message>
    <message>
        <source>The API key is known, but the secret key does not belong to it. Copy it again, or make a new key.</source>
        <translation>API Key 有效，但 Secret Key 与它不匹配。请重新复制，或创建新密钥。</translation>
    </message>
    <message>
        <source>Refused: secret key</source>
        <translation>被拒绝：Secret Key</translation>
    </message>
    <message>
        <source>%1 refused the passphrase%2.</source>
        <translation>%1 拒绝了 Passphrase%2。</translation>
    </message>
    <message>
        <source>The passphrase is the one you chose when making the key, not your login password.</source>
        <translation>Passphrase 是您创建密钥时自己设定的，不是登录密码。</translation>
    </message>
    <message>
        <source>Refused: passphrase</source>
        <translation>被拒绝：Passphrase</translation>
    </message>
    <message>
        <source>%1 refused the time of the request%2.</source>
        <translation>%1 拒绝了请求的时间%2。</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock, then check again.</source>
        <translation>请校准本机的时钟，然后再检查。</translation>
    </message>
    <message>
        <source>Refused: clock</source>
        <translation>被拒绝：时钟</translation>
    </message>
    <message>
        <source>%1 knows this key, but not this computer&apos;s address%2.</source>
        <translation>%1 认识此密钥，但不认可本机的地址%2。</translation>
    </message>
    <message>
        <source>Add the address at %1, or say that the key is used from another computer.</source>
        <translation>请在 %1 添加该地址，或注明此密钥在另一台电脑上使用。</translation>
    </message>
    <message>
        <source>Refused: address</source>
        <translation>被拒绝：地址</translation>
    </message>
    <message>
        <source>This key has expired%2.</source>
        <translation>此密钥已过期%2。</translation>
    </message>
    <message>
        <source>Make a new key at %1.</source>
        <translation>请在 %1 创建新密钥。</translation>
    </message>
    <message>
        <source>Refused: expired</source>
        <translation>被拒绝：已过期</translation>
    </message>
    <message>
        <source>%1 accepts key, signature and passphrase, but this key may not read its own rights%2.</source>
        <translation>%1 接受密钥、签名和 Passphrase，但此密钥无权读取自身的权限%2。</translation>
    </message>
    <message>
        <source>Give the key the right to read at %1, then check again.</source>
        <translation>请在 %1 授予该密钥读取权限，然后再检查。</translation>
    </message>
    <message>
        <source>Refused: permission</source>
        <translation>被拒绝：权限</translation>
    </message>
    <message>
        <source>This key does not belong to this environment of %1%2.</source>
        <translation>此密钥不属于 %1 的这个环境%2。</translation>
    </message>
    <message>
        <source>Demo keys work for demo accounts only, live keys for live ones. Save it as the other kind.</source>
        <translation>模拟盘密钥只能用于模拟盘账户，实盘密钥只能用于实盘账户。请另存为另一种。</translation>
    </message>
    <message>
        <source>Refused: live or demo</source>
        <translation>被拒绝：实盘或模拟盘</translation>
    </message>
    <message>
        <source>%1 does not serve this account%2.</source>
        <translation>%1 不为此账户提供服务%2。</translation>
    </message>
    <message>
        <source>Log in at %1 and look for a message about your account.</source>
        <translation>请登录 %1，查看有关您账户的消息。</translation>
    </message>
    <message>
        <source>Refused: account</source>
        <translation>被拒绝：账户</translation>
    </message>
    <message>
        <source>Log in at %1 and look at the key there.</source>
        <translation>请登录 %1，在那里查看此密钥。</translation>
    </message>
    <message>
        <source>Your key is safe. Wait a minute and check again.</source>
        <translation>您的密钥已妥善保存。请等一分钟再检查。</translation>
    </message>
    <message>
        <source>Your key is safe; check again later.</source>
        <translation>您的密钥已妥善保存，请稍后再检查。</translation>
    </message>
    <message>
        <source>Not checked: the connection to %1 is not safe.</source>
        <translation>未检查：到 %1 的连接不安全。</translation>
    </message>
    <message>
        <source>Your key is safe. A network login page, a region block or a firewall can do this.</source>
        <translation>您的密钥已妥善保存。网络登录页面、地区限制或防火墙都可能造成这种情况。</translation>
    </message>
    <message>
        <source>Not checked: the private key cannot be used for signing.</source>
        <translation>未检查：该私钥无法用于签名。</translation>
    </message>
    <message>
        <source>Give it as a PEM without a password, as it was made for %1.</source>
        <translation>请提供为 %1 创建的、不带密码的 PEM。</translation>
    </message>
    <message>
        <source>Not checked: %1 could not be reached.</source>
        <translation>未检查：无法连接到 %1。</translation>
    </message>
    <message>
        <source>Open the page with your API keys and add a new one.</source>
        <translation>打开 API 密钥页面，添加一个新密钥。</translation>
    </message>
    <message>
        <source>Choose a system-generated key.</source>
        <translation>选择由系统生成的密钥。</translation>
    </message>
    <message>
        <source>Tick Read and Trade.</source>
        <translation>勾选“读取”(Read)和“交易”(Trade)。</translation>
    </message>
    <message>
        <source>Leave Withdraw off: a bot does not need it.</source>
        <translation>不要勾选“提现”(Withdraw)：机器人不需要它。</translation>
    </message>
    <message>
        <source>Enter this computer&apos;s address, so that the key works from here only.</source>
        <translation>填入本机的地址，使密钥只能在这里使用。</translation>
    </message>
    <message>
        <source>Choose a passphrase for the key. It is not your login password, and you need it here.</source>
        <translation>为密钥设定 Passphrase。它不是您的登录密码，在这里也要用到它。</translation>
    </message>
    <message>
        <source>Copy the Secret Key at once: it is shown only this time.</source>
        <translation>立即复制 Secret Key：它只显示这一次。</translation>
    </message>
    <message>
        <source>Something in this request is not valid.</source>
        <translation>此请求中有无效内容。</translation>
    </message>
    <message>
        <source>This is not valid here: %1.</source>
        <translation>此处无效：%1。</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>请更正后重试。</translation>
    </message>
    <message>
        <source>That is not a valid name.</source>
        <translation>这不是有效的名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid name.</source>
        <translation>“%1”不是有效的名称。</translation>
    </message>
    <message>
        <source>Use letters, digits, dots, dashes, underscores and inner spaces, with / between the parts.</source>
        <translation>请使用字母、数字、点、短横线、下划线和中间的空格，各部分之间用 / 分隔。</translation>
    </message>
    <message>
        <source>That is not a valid reference.</source>
        <translation>这不是有效的引用。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid reference.</source>
        <translation>“%1”不是有效的引用。</translation>
    </message>
    <message>
        <source>Write NAME#FIELD or latchkey://NAME/FIELD, for example bitget/main#api_key.</source>
        <translation>请写成 NAME#FIELD 或 latchkey://NAME/FIELD，例如 bitget/main#api_key。</translation>
    </message>
    <message>
        <source>The input is not the JSON that is expected here.</source>
        <translation>输入内容不是此处所要求的 JSON。</translation>
    </message>
    <message>
        <source>Give one flat JSON object whose values are text, for example {&quot;api_key&quot;:&quot;...&quot;}.</source>
        <translation>请提供一个单层 JSON 对象，其值均为文本，例如 {&quot;api_key&quot;:&quot;...&quot;}。</translation>
    </message>
    <message>
        <source>A field is missing.</source>
        <translation>缺少一个字段。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing.</source>
        <translation>缺少字段“%1”。</translation>
    </message>
    <message>
        <source>Fill it in and try again.</source>
        <translation>请填写后重试。</translation>
    </message>
    <message>
        <source>A field is empty.</source>
        <translation>有一个字段为空。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is empty.</source>
        <translation>字段“%1”为空。</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess.</source>
        <translation>此口令太容易被猜中。</translation>
    </message>
    <message>
        <source>Use several words that do not belong together.</source>
        <translation>请使用几个互不相关的词。</translation>
    </message>
    <message>
        <source>This needs an answer, and there is no terminal to ask on.</source>
        <translation>此操作需要回答，但没有可供询问的终端。</translation>
    </message>
    <message>
        <source>This needs an answer, and there is no terminal to ask on (%1).</source>
        <translation>此操作需要回答，但没有可供询问的终端 (%1)。</translation>
    </message>
    <message>
        <source>Give the answer by an option; --help lists them.</source>
        <translation>请用选项给出回答；--help 列出所有选项。</translation>
    </message>
    <message>
        <source>It is not clear which field is meant.</source>
        <translation>不清楚指的是哪个字段。</translation>
    </message>
    <message>
        <source>Several fields could be meant: %1.</source>
        <translation>可能指以下几个字段：%1。</translation>
    </message>
    <message>
        <source>Write NAME#FIELD.</source>
        <translation>请写成 NAME#FIELD。</translation>
    </message>
    <message>
        <source>This profile does not fit what it is to be used with.</source>
        <translation>此配置方案与要配合使用的对象不符。</translation>
    </message>
    <message>
        <source>This profile does not fit: %1.</source>
        <translation>此配置方案不符：%1。</translation>
    </message>
    <message>
        <source>Name one credential with --with, or choose another profile.</source>
        <translation>请用 --with 指定一个凭据，或选择另一个配置方案。</translation>
    </message>
    <message>
        <source>No Latchkey program is running that could keep the vault open.</source>
        <translation>没有正在运行、可以让保险库保持打开的 Latchkey 程序。</translation>
    </message>
    <message>
        <source>Start &quot;latchkey serve&quot; or the Latchkey window.</source>
        <translation>请启动“latchkey serve”或 Latchkey 窗口。</translation>
    </message>
    <message>
        <source>Latchkey does not know this exchange.</source>
        <translation>Latchkey 不认识此交易所。</translation>
    </message>
    <message>
        <source>Latchkey does not know the exchange &quot;%1&quot;.</source>
        <translation>Latchkey 不认识交易所“%1”。</translation>
    </message>
    <message>
        <source>&quot;latchkey exchange catalogue&quot; lists all that it knows.</source>
        <translation>“latchkey exchange catalogue”列出它认识的所有交易所。</translation>
    </message>
    <message>
        <source>Latchkey does not know this provider of language models.</source>
        <translation>Latchkey 不认识此语言模型提供商。</translation>
    </message>
    <message>
        <source>Latchkey does not know the provider &quot;%1&quot;.</source>
        <translation>Latchkey 不认识提供商“%1”。</translation>
    </message>
    <message>
        <source>&quot;latchkey llm set --help&quot; lists all that it knows.</source>
        <translation>“latchkey llm set --help”列出它认识的所有提供商。</translation>
    </message>
    <message>
        <source>The vault is locked.</source>
        <translation>保险库已锁定。</translation>
    </message>
    <message>
        <source>Unlock it first.</source>
        <translation>请先解锁。</translation>
    </message>
    <message>
        <source>Latchkey is running and locked.</source>
        <translation>Latchkey 正在运行，且已锁定。</translation>
    </message>
    <message>
        <source>Unlock it there, or use --no-agent to open the vault by yourself.</source>
        <translation>请在那里解锁，或使用 --no-agent 自行打开保险库。</translation>
    </message>
    <message>
        <source>That passphrase is not right. Nothing was changed.</source>
        <translation>口令不正确。没有任何更改。</translation>
    </message>
    <message>
        <source>Try again, or use the recovery key. If you are sure of it, this way in may be damaged.</source>
        <translation>请重试，或使用恢复密钥。如果您确信口令无误，则此解锁方式可能已损坏。</translation>
    </message>
    <message>
        <source>Nothing that was given opens this vault.</source>
        <translation>所提供的都无法打开此保险库。</translation>
    </message>
    <message>
        <source>The way in that was given cannot be used: %1.</source>
        <translation>所提供的解锁方式无法使用：%1。</translation>
    </message>
    <message>
        <source>Give its passphrase or the recovery key.</source>
        <translation>请提供其口令或恢复密钥。</translation>
    </message>
    <message>
        <source>Opening this vault needs more memory than is free.</source>
        <translation>打开此保险库所需的内存超过可用内存。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>There is nothing of that name.</source>
        <translation>没有叫这个名称的内容。</translation>
    </message>
    <message>
        <source>There is nothing named &quot;%1&quot;.</source>
        <translation>没有名为“%1”的内容。</translation>
    </message>
    <message>
        <source>Look at the list of names and check the spelling.</source>
        <translation>请查看名称列表，并检查拼写。</translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation>没有这样的字段。</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;.</source>
        <translation>没有字段“%1”。</translation>
    </message>
    <message>
        <source>Look at the entry: it lists its fields.</source>
        <translation>请查看该条目：其中列出了它的字段。</translation>
    </message>
    <message>
        <source>There is no such version.</source>
        <translation>没有这样的版本。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no such version that may be used.</source>
        <translation>“%1”没有可以使用的这一版本。</translation>
    </message>
    <message>
        <source>Look at its history: it lists the versions.</source>
        <translation>请查看其历史：其中列出了各个版本。</translation>
    </message>
    <message>
        <source>There is no vault yet.</source>
        <translation>还没有保险库。</translation>
    </message>
    <message>
        <source>Make one with &quot;latchkey init&quot; or in the Latchkey window.</source>
        <translation>请用“latchkey init”或在 Latchkey 窗口中创建。</translation>
    </message>
    <message>
        <source>This is held back until you agree.</source>
        <translation>在您同意之前，暂不放行。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is held back: it waits for a check, or it may withdraw money and nobody agreed to that.</source>
        <translation>“%1”暂不放行：它在等待检查，或者它可以提现而尚无人同意。</translation>
    </message>
    <message>
        <source>Switch withdrawing off at the exchange and check again, or agree with &quot;latchkey exchange consent&quot;.</source>
        <translation>请在交易所关闭提现权限后再检查，或用“latchkey exchange consent”表示同意。</translation>
    </message>
    <message>
        <source>This was refused.</source>
        <translation>此操作被拒绝。</translation>
    </message>
    <message>
        <source>Ask the owner of this vault.</source>
        <translation>请询问此保险库的所有者。</translation>
    </message>
    <message>
        <source>The value is not the stored one.</source>
        <translation>该值与存储的值不同。</translation>
    </message>
    <message>
        <source>That exists already. Nothing was changed.</source>
        <translation>它已存在。没有任何更改。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; exists already. Nothing was changed.</source>
        <translation>“%1”已存在。没有任何更改。</translation>
    </message>
    <message>
        <source>Choose another name, or change what exists.</source>
        <translation>请选择另一个名称，或更改已有的内容。</translation>
    </message>
    <message>
        <source>This was changed in the meantime. Nothing was saved.</source>
        <translation>其间它已被更改。没有保存任何内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was changed in the meantime. Nothing was saved.</source>
        <translation>“%1”在此期间已被更改。没有保存任何内容。</translation>
    </message>
    <message>
        <source>Look at it again and repeat your change.</source>
        <translation>请重新查看，然后再次进行更改。</translation>
    </message>
    <message>
        <source>The vault was damaged or changed by something else than Latchkey.</source>
        <translation>保险库已损坏，或被 Latchkey 以外的程序更改。</translation>
    </message>
    <message>
        <source>The vault was damaged or changed by something else than Latchkey: %1.</source>
        <translation>保险库已损坏，或被 Latchkey 以外的程序更改：%1。</translation>
    </message>
    <message>
        <source>Nothing was written. Use a backup, and find out what touched the file.</source>
        <translation>没有写入任何内容。请使用备份，并查明是什么动过该文件。</translation>
    </message>
    <message>
        <source>This file is not a Latchkey vault.</source>
        <translation>此文件不是 Latchkey 保险库。</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the folder, or use a backup.</source>
        <translation>没有任何更改。请检查文件夹，或使用备份。</translation>
    </message>
    <message>
        <source>This vault is older than the one that was last used here.</source>
        <translation>此保险库比上次在这里使用的要旧。</translation>
    </message>
    <message>
        <source>If you put an old copy back on purpose, run &quot;latchkey restore --accept-older&quot;.</source>
        <translation>如果是您有意放回旧副本，请运行“latchkey restore --accept-older”。</translation>
    </message>
    <message>
        <source>This vault was made by a newer Latchkey.</source>
        <translation>此保险库由更新版本的 Latchkey 创建。</translation>
    </message>
    <message>
        <source>Update Latchkey.</source>
        <translation>请更新 Latchkey。</translation>
    </message>
    <message>
        <source>The exchange or provider refused these credentials.</source>
        <translation>交易所或提供商拒绝了这些凭据。</translation>
    </message>
    <message>
        <source>Compare them with what stands there, or make new ones.</source>
        <translation>请与那里显示的内容核对，或创建新的凭据。</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>无法连接到服务器。</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>无法连接到 %1。</translation>
    </message>
    <message>
        <source>Check the connection and try again.</source>
        <translation>请检查连接后重试。</translation>
    </message>
    <message>
        <source>The connection is not safe: the server&apos;s certificate was refused.</source>
        <translation>连接不安全：服务器的证书未被接受。</translation>
    </message>
    <message>
        <source>Check the address and this computer&apos;s date. Nothing secret was sent.</source>
        <translation>请检查地址和本机的日期。没有发送任何机密。</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>服务器没有及时应答。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>The server sent far more than it should.</source>
        <translation>服务器发来的内容远超应有的量。</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>请检查地址。</translation>
    </message>
    <message>
        <source>The server wanted to send the request elsewhere. Latchkey did not follow.</source>
        <translation>服务器要把请求转往别处，Latchkey 没有跟随。</translation>
    </message>
    <message>
        <source>Check the address, and whether this network asks you to log in first.</source>
        <translation>请检查地址，以及此网络是否要求先登录。</translation>
    </message>
    <message>
        <source>A key is not sent over a connection that is not encrypted.</source>
        <translation>密钥不会通过未加密的连接发送。</translation>
    </message>
    <message>
        <source>A key is not sent to %1 over a connection that is not encrypted.</source>
        <translation>密钥不会通过未加密的连接发送到 %1。</translation>
    </message>
    <message>
        <source>Use an address with https.</source>
        <translation>请使用 https 地址。</translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense.</source>
        <translation>服务器的应答没有意义。</translation>
    </message>
    <message>
        <source>Check the address and try again.</source>
        <translation>请检查地址后重试。</translation>
    </message>
    <message>
        <source>This computer offers no keychain to Latchkey.</source>
        <translation>本机没有可供 Latchkey 使用的密钥环。</translation>
    </message>
    <message>
        <source>Use the recovery key, or a vault that needs only a passphrase (--method passphrase).</source>
        <translation>请使用恢复密钥，或使用只需口令的保险库 (--method passphrase)。</translation>
    </message>
    <message>
        <source>Unlock it, or use the recovery key.</source>
        <translation>请将其解锁，或使用恢复密钥。</translation>
    </message>
    <message>
        <source>This computer&apos;s half of the key is missing. Your vault is intact.</source>
        <translation>缺少本机保存的那一半密钥。您的保险库完好无损。</translation>
    </message>
    <message>
        <source>Use the recovery key.</source>
        <translation>请使用恢复密钥。</translation>
    </message>
    <message>
        <source>This computer&apos;s half of the key is not the one that the vault was made with. Your vault is intact.</source>
        <translation>本机保存的那一半密钥不是创建此保险库时所用的。您的保险库完好无损。</translation>
    </message>
    <message>
        <source>Access to your login keyring was not allowed.</source>
        <translation>访问登录密钥环未获允许。</translation>
    </message>
    <message>
        <source>Try again and allow it, or use the recovery key.</source>
        <translation>请重试并允许访问，或使用恢复密钥。</translation>
    </message>
    <message>
        <source>Your login keyring does not answer.</source>
        <translation>您的登录密钥环没有响应。</translation>
    </message>
    <message>
        <source>Try again, or use the recovery key.</source>
        <translation>请重试，或使用恢复密钥。</translation>
    </message>
    <message>
        <source>The keychain did not keep the secret. Nothing was lost.</source>
        <translation>密钥环没有保存该机密。没有丢失任何内容。</translation>
    </message>
    <message>
        <source>Try again, or choose a passphrase only.</source>
        <translation>请重试，或选择仅用口令。</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>有文件无法读取或写入。</translation>
    </message>
    <message>
        <source>A file could not be read or written: %1.</source>
        <translation>有文件无法读取或写入：%1。</translation>
    </message>
    <message>
        <source>Check the disk and the rights of the folder.</source>
        <translation>请检查磁盘和文件夹的权限。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed.</source>
        <translation>磁盘已满。没有任何更改。</translation>
    </message>
    <message>
        <source>Make room and try again.</source>
        <translation>请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The vault cannot be written. Nothing was changed.</source>
        <translation>保险库无法写入。没有任何更改。</translation>
    </message>
    <message>
        <source>Check the rights of its file and folder, and whether the disk is read-only.</source>
        <translation>请检查其文件和文件夹的权限，以及磁盘是否为只读。</translation>
    </message>
    <message>
        <source>The vault is busy.</source>
        <translation>保险库正忙。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍候片刻再试。</translation>
    </message>
    <message>
        <source>Nothing was given out, because its use could not be recorded.</source>
        <translation>由于无法记录使用情况，没有交出任何内容。</translation>
    </message>
    <message>
        <source>Make the vault&apos;s disk writable, or make room on it.</source>
        <translation>请使保险库所在的磁盘可写，或腾出空间。</translation>
    </message>
    <message>
        <source>The memory for secrets is full.</source>
        <translation>存放机密的内存已满。</translation>
    </message>
    <message>
        <source>Do it in smaller parts, or restart Latchkey.</source>
        <translation>请分成较小的部分进行，或重新启动 Latchkey。</translation>
    </message>
    <message>
        <source>A cryptographic operation failed.</source>
        <translation>加密运算失败。</translation>
    </message>
    <message>
        <source>If it was a key of your own, check that it is whole. Otherwise run &quot;latchkey doctor&quot;.</source>
        <translation>如果用的是您自己的密钥，请检查它是否完整。否则请运行“latchkey doctor”。</translation>
    </message>
    <message>
        <source>Others may read or write this file or folder, so Latchkey does not use it.</source>
        <translation>其他人可能可以读取或写入此文件或文件夹，因此 Latchkey 不使用它。</translation>
    </message>
    <message>
        <source>Others may read or write %1, so Latchkey does not use it.</source>
        <translation>其他人可能可以读取或写入 %1，因此 Latchkey 不使用它。</translation>
    </message>
    <message>
        <source>Take the rights of others away (chmod go-rwx).</source>
        <translation>请去除其他人的权限 (chmod go-rwx)。</translation>
    </message>
    <message>
        <source>This was cancelled. Nothing was changed.</source>
        <translation>已取消。没有任何更改。</translation>
    </message>
    <message>
        <source>The program was not found.</source>
        <translation>找不到程序。</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot; was not found.</source>
        <translation>找不到程序“%1”。</translation>
    </message>
    <message>
        <source>Check its name, or give its whole path.</source>
        <translation>请检查其名称，或提供完整路径。</translation>
    </message>
    <message>
        <source>The program cannot be run.</source>
        <translation>程序无法运行。</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot; cannot be run.</source>
        <translation>程序“%1”无法运行。</translation>
    </message>
    <message>
        <source>Check that it is a program and that you may run it.</source>
        <translation>请检查它是不是程序，以及您是否有权运行它。</translation>
    </message>
    <message>
        <source>Something went wrong inside Latchkey.</source>
        <translation>Latchkey 内部出错。</translation>
    </message>
    <message>
        <source>Something went wrong inside Latchkey: %1.</source>
        <translation>Latchkey 内部出错：%1。</translation>
    </message>
    <message>
        <source>Please report it, with what you did.</source>
        <translation>请报告此问题，并说明您做了什么。</translation>
    </message>
    <message>
        <source>That recovery key is not right. Nothing was changed.</source>
        <translation>恢复密钥不正确。没有任何更改。</translation>
    </message>
    <message>
        <source>Compare it with your copy and try again, or use the passphrase. If you are sure of it, this way in may be damaged: use the passphrase.</source>
        <translation>请与您留存的副本核对后重试，或使用口令。如果您确信无误，则此解锁方式可能已损坏：请使用口令。</translation>
    </message>
    <message>
        <source>That recovery key has a typing error in it. Nothing was changed.</source>
        <translation>恢复密钥中有输入错误。没有任何更改。</translation>
    </message>
    <message>
        <source>Compare it with your copy, letter by letter, and try again.</source>
        <translation>请与您留存的副本逐字核对，然后重试。</translation>
    </message>
    <message>
        <source>That recovery key belongs to another vault. Nothing was changed.</source>
        <translation>该恢复密钥属于另一个保险库。没有任何更改。</translation>
    </message>
    <message>
        <source>Look for the one of this vault, or use the passphrase.</source>
        <translation>请找出此保险库的恢复密钥，或使用口令。</translation>
    </message>
    <message>
        <source>That recovery key is not valid any more: a newer one was made. Nothing was changed.</source>
        <translation>该恢复密钥已失效：已创建了更新的恢复密钥。没有任何更改。</translation>
    </message>
    <message>
        <source>Use the newer one, or the passphrase.</source>
        <translation>请使用较新的恢复密钥，或使用口令。</translation>
    </message>
    <message>
        <source>The passphrase may be right, but this way in is damaged. Nothing was changed.</source>
        <translation>口令可能是对的，但此解锁方式已损坏。没有任何更改。</translation>
    </message>
    <message>
        <source>No way into the vault was given.</source>
        <translation>没有提供保险库的解锁方式。</translation>
    </message>
    <message>
        <source>Use --passphrase-file, or run it at a terminal.</source>
        <translation>请使用 --passphrase-file，或在终端中运行。</translation>
    </message>
    <message>
        <source>Locked here, but another Latchkey still has this vault open.</source>
        <translation>这里已锁定，但另一个 Latchkey 仍打开着此保险库。</translation>
    </message>
    <message>
        <source>Lock it there (latchkey lock), or end latchkey serve.</source>
        <translation>请在那里锁定 (latchkey lock)，或结束 latchkey serve。</translation>
    </message>
    <message>
        <source>Your login keyring is locked. No vault was made.</source>
        <translation>您的登录密钥环已锁定。没有创建保险库。</translation>
    </message>
    <message>
        <source>Unlock it and try again. To do without it: latchkey init --method passphrase</source>
        <translation>请将其解锁后重试。如不使用密钥环：latchkey init --method passphrase</translation>
    </message>
    <message>
        <source>This computer offers no keychain to Latchkey. No vault was made.</source>
        <translation>本机没有可供 Latchkey 使用的密钥环。没有创建保险库。</translation>
    </message>
    <message>
        <source>To do without it: latchkey init --method passphrase</source>
        <translation>如不使用密钥环：latchkey init --method passphrase</translation>
    </message>
    <message>
        <source>Nothing waits for your consent there.</source>
        <translation>那里没有等待您同意的内容。</translation>
    </message>
    <message>
        <source>&quot;latchkey exchange list&quot; tells what is held back.</source>
        <translation>“latchkey exchange list”会列出暂不放行的内容。</translation>
    </message>
    <message>
        <source>By: %1</source>
        <translation>操作者：%1</translation>
    </message>
    <message>
        <source>Secret memory is not locked: it may be written to swap (raise RLIMIT_MEMLOCK).</source>
        <translation>机密内存未锁定：内容可能被写入交换区（请提高 RLIMIT_MEMLOCK）。</translation>
    </message>
    <message>
        <source>Other programs of this user may read this process.</source>
        <translation>此用户的其他程序可以读取本进程。</translation>
    </message>
    <message>
        <source>A crash would write a core file.</source>
        <translation>程序崩溃时会写出核心转储文件。</translation>
    </message>
    <message>
        <source>%1 is open to other users.</source>
        <translation>%1 对其他用户开放。</translation>
    </message>
    <message>
        <source>Install one there, then check again.</source>
        <translation>请在那里安装一个，然后再检查。</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Works, no model chosen</source>
        <translation>可用，未选择模型</translation>
    </message>
    <message>
        <source>No such model</source>
        <translation>没有这个模型</translation>
    </message>
    <message>
        <source>No such deployment</source>
        <translation>没有这个部署</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>尚未选择模型。</translation>
    </message>
    <message>
        <source>The server has no model.</source>
        <translation>服务器上没有模型。</translation>
    </message>
    <message>
        <source>It answers everybody, so whether it takes the key is not proven.</source>
        <translation>它对任何人都应答，因此无法证明它接受该密钥。</translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation>连接未加密。</translation>
    </message>
    <message>
        <source>The provider does not serve the region that this computer seems to be in.</source>
        <translation>提供商不服务于本机看起来所在的地区。</translation>
    </message>
    <message>
        <source>The request was to be sent elsewhere. Latchkey did not follow.</source>
        <translation>请求被要求发往别处。Latchkey 没有跟随。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 为空。</translation>
    </message>
    <message>
        <source>%1 is no address. Write it with https:// in front, without a name, a password or a question mark.</source>
        <translation>%1 不是地址。请在前面写上 https://，不要带用户名、密码或问号。</translation>
    </message>
    <message>
        <source>What is sent to %1 is not encrypted; everybody on the way can read and change it. Ask all the same?</source>
        <translation>发送到 %1 的内容未加密；途中任何人都可以读取和更改。仍要询问吗？</translation>
    </message>
    <message>
        <source>It may read, trade and withdraw.</source>
        <translation>它可以读取、交易和提现。</translation>
    </message>
    <message>
        <source>It may read and withdraw.</source>
        <translation>它可以读取和提现。</translation>
    </message>
    <message>
        <source>Whether it may withdraw is not known.</source>
        <translation>不清楚它是否可以提现。</translation>
    </message>
    <message>
        <source>It may read, trade and transfer between accounts; it may not withdraw.</source>
        <translation>它可以读取、交易和在账户间划转；不可以提现。</translation>
    </message>
    <message>
        <source>It may read and trade; it may not withdraw.</source>
        <translation>它可以读取和交易；不可以提现。</translation>
    </message>
    <message>
        <source>It may read and transfer between accounts; it may not trade or withdraw.</source>
        <translation>它可以读取和在账户间划转；不可以交易或提现。</translation>
    </message>
    <message>
        <source>It may read; it may not trade or withdraw.</source>
        <translation>它可以读取；不可以交易或提现。</translation>
    </message>
    <message>
        <source>Works, but your clock is %1 s ahead.</source>
        <translation>可用，但您的时钟快了 %1 秒。</translation>
    </message>
    <message>
        <source>Works, but your clock is %1 s behind.</source>
        <translation>可用，但您的时钟慢了 %1 秒。</translation>
    </message>
    <message>
        <source>Latchkey allowed for it; your bots cannot. Set the clock.</source>
        <translation>Latchkey 已将其计入；您的机器人做不到。请校准时钟。</translation>
    </message>
    <message>
        <source>Works, but this key may withdraw money.</source>
        <translation>可用，但此密钥可以提现。</translation>
    </message>
    <message>
        <source>A bot does not need that. Switch it off at %1, then check again.</source>
        <translation>机器人不需要此权限。请在 %1 将其关闭，然后再检查。</translation>
    </message>
    <message>
        <source>Works, but what this key may do is not known.</source>
        <translation>可用，但不清楚此密钥有哪些权限。</translation>
    </message>
    <message>
        <source>Look at its rights at %1; until then treat it as one that may withdraw.</source>
        <translation>请在 %1 查看它的权限；在此之前请把它当作可以提现的密钥。</translation>
    </message>
    <message>
        <source>Works, but this key has rights that Latchkey does not know.</source>
        <translation>可用，但此密钥有 Latchkey 不认识的权限。</translation>
    </message>
    <message>
        <source>Look at its rights at %1; withdrawing cannot be ruled out.</source>
        <translation>请在 %1 查看它的权限；不能排除可以提现。</translation>
    </message>
    <message>
        <source>%1 accepts this key.</source>
        <translation>%1 接受此密钥。</translation>
    </message>
    <message>
        <source>This key works, but it belongs to another account at %1.</source>
        <translation>此密钥可用，但它属于 %1 的另一个账户。</translation>
    </message>
    <message>
        <source>The old key stays in use. Use the new one anyway, or save it as an account of its own.</source>
        <translation>旧密钥继续使用。您可以仍然使用新密钥，或将其另存为单独的账户。</translation>
    </message>
    <message>
        <source>Used elsewhere: not checked from here.</source>
        <translation>在别处使用：不从本机检查。</translation>
    </message>
    <message>
        <source>%1 knows this key, but not this computer&apos;s address.</source>
        <translation>%1 认识此密钥，但不认识本机的地址。</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>May withdraw</source>
        <translation>可以提现</translation>
    </message>
    <message>
        <source>Replacement waiting</source>
        <translation>替换密钥等待中</translation>
    </message>
    <message>
        <source>Used elsewhere</source>
        <translation>在别处使用</translation>
    </message>
    <message>
        <source>This key may withdraw money.</source>
        <translation>此密钥可以提现。</translation>
    </message>
    <message>
        <source>This key works from any address. Limit it to the addresses of your computers.</source>
        <translation>此密钥可从任何地址使用。请将其限制为您的电脑的地址。</translation>
    </message>
    <message>
        <source>This key has a right that Latchkey does not know; withdrawing cannot be ruled out.</source>
        <translation>此密钥有一项 Latchkey 不认识的权限；不能排除可以提现。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong. Latchkey allowed for it; your bots cannot.</source>
        <translation>本机的时钟不准。Latchkey 已将其计入；您的机器人做不到。</translation>
    </message>
    <message>
        <source>A demo key was used for a live account, or a live key for a demo account.</source>
        <translation>模拟盘密钥被用于实盘账户，或实盘密钥被用于模拟盘账户。</translation>
    </message>
    <message>
        <source>The exchange does not serve the region that this computer seems to be in.</source>
        <translation>交易所不服务于本机看起来所在的地区。</translation>
    </message>
    <message>
        <source>The exchange answered with a code that Latchkey does not know.</source>
        <translation>交易所返回了 Latchkey 不认识的代码。</translation>
    </message>
    <message>
        <source>This exchange has no field &quot;%1&quot;. It was kept all the same.</source>
        <translation>此交易所没有字段“%1”。仍已保留。</translation>
    </message>
    <message>
        <source>Spaces around %1 were taken away.</source>
        <translation>已去除 %1 两端的空格。</translation>
    </message>
    <message>
        <source>Line breaks in %1 were taken away.</source>
        <translation>已去除 %1 中的换行。</translation>
    </message>
    <message>
        <source>Invisible characters in %1 were taken away.</source>
        <translation>已去除 %1 中的不可见字符。</translation>
    </message>
    <message>
        <source>%1 looks like the value of another field. Were two fields swapped?</source>
        <translation>%1 看起来像另一个字段的值。是否把两个字段填反了？</translation>
    </message>
    <message>
        <source>%1 has an unusual length. Was it copied whole?</source>
        <translation>%1 的长度不寻常。是否完整复制了？</translation>
    </message>
    <message>
        <source>%1 has characters that are unusual for this exchange.</source>
        <translation>%1 含有此交易所不常见的字符。</translation>
    </message>
    <message>
        <source>%1 is not a private key that can be read.</source>
        <translation>%1 不是可读取的私钥。</translation>
    </message>
    <message>
        <source>%1 is protected by a password. Give it without one; Latchkey encrypts it.</source>
        <translation>%1 受密码保护。请提供不带密码的；Latchkey 会将其加密。</translation>
    </message>
    <message>
        <source>%1 holds a private key; it is used as one.</source>
        <translation>%1 包含私钥；将作为私钥使用。</translation>
    </message>
    <message>
        <source>Both a secret and a private key were given; the private key is used.</source>
        <translation>同时提供了机密和私钥；将使用私钥。</translation>
    </message>
    <message>
        <source>Earlier version brought back</source>
        <translation>已恢复先前的版本</translation>
    </message>
    <message>
        <source>Version turned down</source>
        <translation>已否决版本</translation>
    </message>
    <message>
        <source>Version retired</source>
        <translation>已停用版本</translation>
    </message>
    <message>
        <source>Version marked as known to others</source>
        <translation>版本已标记为他人已知</translation>
    </message>
    <message>
        <source>Rules for versions changed</source>
        <translation>已更改版本规则</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>已重命名</translation>
    </message>
    <message>
        <source>Alias added</source>
        <translation>已添加别名</translation>
    </message>
    <message>
        <source>Alias removed</source>
        <translation>已移除别名</translation>
    </message>
    <message>
        <source>All secrets removed</source>
        <translation>已移除所有机密</translation>
    </message>
    <message>
        <source>Value compared</source>
        <translation>已比对值</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Given out by an export</source>
        <translation>已通过导出交出</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>新的恢复密钥</translation>
    </message>
    <message>
        <source>Log goes on from here</source>
        <translation>日志从这里继续</translation>
    </message>
    <message>
        <source>Way in added</source>
        <translation>已添加解锁方式</translation>
    </message>
    <message>
        <source>Way in removed</source>
        <translation>已移除解锁方式</translation>
    </message>
    <message>
        <source>Old keychain entry deleted</source>
        <translation>已删除旧的密钥环条目</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>it has no value</source>
        <translation>没有值</translation>
    </message>
    <message>
        <source>it has no name that can be kept</source>
        <translation>没有可以保存的名称</translation>
    </message>
    <message>
        <source>there are control characters in it</source>
        <translation>其中含有控制字符</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>太大</translation>
    </message>
    <message>
        <source>the file has two different values for it</source>
        <translation>文件中有两个不同的值</translation>
    </message>
    <message>
        <source>the other program encrypted it</source>
        <translation>已被另一个程序加密</translation>
    </message>
    <message>
        <source>there is an example instead of a key</source>
        <translation>那里是示例，不是密钥</translation>
    </message>
    <message>
        <source>it is no credential</source>
        <translation>不是凭据</translation>
    </message>
    <message>
        <source>the key file does not open it</source>
        <translation>密钥文件无法打开它</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>In the vault already</source>
        <translation>已在保险库中</translation>
    </message>
    <message>
        <source>Left alone: the vault has another value</source>
        <translation>未改动：保险库中是另一个值</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>held back until you agree</source>
        <translation>在您同意之前暂不放行</translation>
    </message>
    <message>
        <source>no version of it is in use</source>
        <translation>没有启用的版本</translation>
    </message>
    <message>
        <source>its value does not fit into this format</source>
        <translation>其值不适合此格式</translation>
    </message>
    <message>
        <source>another one has the same variable</source>
        <translation>另一项使用了相同的变量</translation>
    </message>
    <message>
        <source>Left alone: %1</source>
        <translation>未改动：%1</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>已跳过：%1</translation>
    </message>
    <message>
        <source>env file</source>
        <translation>env 文件</translation>
    </message>
    <message>
        <source>encrypted store of an older tool (Fernet)</source>
        <translation>旧工具的加密存储 (Fernet)</translation>
    </message>
    <message>
        <source>database of an older tool (Fernet)</source>
        <translation>旧工具的数据库 (Fernet)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>Freqtrade configuration</source>
        <translation>Freqtrade 配置</translation>
    </message>
    <message>
        <source>ccxt file of keys</source>
        <translation>ccxt 密钥文件</translation>
    </message>
    <message>
        <source>OctoBot configuration</source>
        <translation>OctoBot 配置</translation>
    </message>
    <message>
        <source>Jesse export</source>
        <translation>Jesse 导出文件</translation>
    </message>
    <message>
        <source>Bitwarden export</source>
        <translation>Bitwarden 导出文件</translation>
    </message>
    <message>
        <source>KeePassXC export</source>
        <translation>KeePassXC 导出文件</translation>
    </message>
    <message>
        <source>1Password export</source>
        <translation>1Password 导出文件</translation>
    </message>
    <message>
        <source>%1 and its key %2 are still there; together they give the secrets away.</source>
        <translation>%1 及其密钥 %2 仍在原处；两者在一起就会泄露机密。</translation>
    </message>
    <message>
        <source>%1 is still there, with the secrets in plain text.</source>
        <translation>%1 仍在原处，其中的机密是明文。</translation>
    </message>
    <message>
        <source>Once everything works, delete it: %1</source>
        <translation>一切正常后，请将其删除：%1</translation>
    </message>
    <message>
        <source>Deleting does not reach backups, synchronised folders, the history of git, or copies that an SSD or the file system keeps. Replace keys that may have been seen there.</source>
        <translation>删除不会影响备份、同步的文件夹、git 的历史，以及 SSD 或文件系统保留的副本。可能已在那里被看到的密钥，请予以更换。</translation>
    </message>
    <message>
        <source>It lies in a git repository: what was ever committed stays in its history.</source>
        <translation>它位于 git 仓库中：凡是提交过的内容都会留在历史里。</translation>
    </message>
    <message>
        <source>The passphrase of a way in that is to go on was not given. Nothing was changed.</source>
        <translation>没有提供要继续使用的解锁方式的口令。没有任何更改。</translation>
    </message>
    <message>
        <source>Give it as well, or let that way in end with the old key.</source>
        <translation>请一并提供，或让该解锁方式随旧密钥一起失效。</translation>
    </message>
    <message>
        <source>One of the ways in is of a kind that this Latchkey does not know, and cannot go on. Nothing was changed.</source>
        <translation>其中一种解锁方式是此 Latchkey 不认识的类型，无法继续使用。没有任何更改。</translation>
    </message>
    <message>
        <source>Let it end with the old key, or remove it first if it is not yours.</source>
        <translation>请让它随旧密钥一起失效；如果不是您的，请先将其移除。</translation>
    </message>
    <message>
        <source>The recovery key cannot be removed, only replaced. Nothing was changed.</source>
        <translation>恢复密钥不能移除，只能更换。没有任何更改。</translation>
    </message>
    <message>
        <source>Make a new one with &quot;latchkey recovery-key new&quot; or on the Security page.</source>
        <translation>请用“latchkey recovery-key new”或在“安全”页面创建新的恢复密钥。</translation>
    </message>
    <message>
        <source>This is the last way in besides the recovery key. Nothing was changed.</source>
        <translation>这是恢复密钥之外的最后一种解锁方式。没有任何更改。</translation>
    </message>
    <message>
        <source>Add another one first.</source>
        <translation>请先添加另一种。</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>已完成备份</translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation>备份失败</translation>
    </message>
    <message>
        <source>Restored from a backup</source>
        <translation>已从备份恢复</translation>
    </message>
    <message>
        <source>This file is not a Latchkey backup.</source>
        <translation>此文件不是 Latchkey 备份。</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another file.</source>
        <translation>没有任何更改。请选择其他文件。</translation>
    </message>
    <message>
        <source>This backup is damaged, or was changed. Nothing was restored.</source>
        <translation>此备份已损坏或被更改过。没有恢复任何内容。</translation>
    </message>
    <message>
        <source>Use another copy of it, or an older backup.</source>
        <translation>请使用它的另一份副本，或更早的备份。</translation>
    </message>
    <message>
        <source>This backup was made by a newer Latchkey.</source>
        <translation>此备份由更新版本的 Latchkey 创建。</translation>
    </message>
    <message>
        <source>That recovery key does not open this backup. Nothing was changed.</source>
        <translation>该恢复密钥打不开此备份。没有任何更改。</translation>
    </message>
    <message>
        <source>A backup is opened by the recovery key that was valid when it was made.</source>
        <translation>备份由制作时有效的恢复密钥打开。</translation>
    </message>
    <message>
        <source>That passphrase does not open this backup. Nothing was changed.</source>
        <translation>该口令打不开此备份。没有任何更改。</translation>
    </message>
    <message>
        <source>It is the backup&apos;s own, not the vault&apos;s. The recovery key opens it, too.</source>
        <translation>需要的是备份自己的口令，不是保险库的口令。恢复密钥也能打开它。</translation>
    </message>
    <message>
        <source>This backup has no passphrase: only the recovery key opens it.</source>
        <translation>此备份没有口令：只有恢复密钥能打开它。</translation>
    </message>
    <message>
        <source>Use the recovery key (--recovery-key-file).</source>
        <translation>请使用恢复密钥 (--recovery-key-file)。</translation>
    </message>
    <message>
        <source>This vault has no recovery key, so nothing would open the backup.</source>
        <translation>此保险库没有恢复密钥，因此没有任何方式能打开备份。</translation>
    </message>
    <message>
        <source>Make a recovery key, or give the backup a passphrase of its own.</source>
        <translation>请创建恢复密钥，或给备份设置自己的口令。</translation>
    </message>
    <message>
        <source>The vault&apos;s folder is on another computer (a network file system), where programs of two computers would damage the vault. It was not opened.</source>
        <translation>保险库所在的文件夹位于另一台电脑上(网络文件系统)，两台电脑的程序会在那里损坏保险库。保险库未被打开。</translation>
    </message>
    <message>
        <source>Keep the vault on a disk of this computer (--home, or LATCHKEY_HOME).</source>
        <translation>请将保险库放在本机的磁盘上(--home 或 LATCHKEY_HOME)。</translation>
    </message>
    <message>
        <source>Once everything works, delete it.</source>
        <translation>一切正常后，请将其删除。</translation>
    </message>
    <message>
        <source>Master key changed</source>
        <translation>主密钥已更换</translation>
    </message>
    <message>
        <source>There is a vault here already. Nothing was changed.</source>
        <translation>此处已有保险库。未作任何更改。</translation>
    </message>
    <message>
        <source>Add --replace: the vault is then kept beside it under another name.</source>
        <translation>加上 --replace：原保险库会以另一个名称保留在旁边。</translation>
    </message>
    <message>
        <source>Latchkey is running and locked itself: another program replaced the vault or its master key.</source>
        <translation>Latchkey 正在运行，并已自行锁定：另一个程序替换了保险库或其主密钥。</translation>
    </message>
    <message>
        <source>Somebody locked this vault by hand: no program opens it again by itself.</source>
        <translation>此保险库已被手动锁定：程序不能再自行打开它。</translation>
    </message>
    <message>
        <source>Unlock it in the window, or by latchkey unlock at a terminal.</source>
        <translation>请在窗口中解锁，或在终端中运行 latchkey unlock。</translation>
    </message>
    <message>
        <source>the vault is damaged there</source>
        <translation>保险库的该处已损坏</translation>
    </message>
</context>
<context>
    <name>desktop</name>
    <message>
        <source>The place where a trader&apos;s API keys live.</source>
        <translation>存放交易者 API 密钥的地方。</translation>
    </message>
    <message>
        <source>Folder of the vault.</source>
        <translation>保险库所在的文件夹。</translation>
    </message>
    <message>
        <source>Never touch the system&apos;s keychain.</source>
        <translation>从不使用系统的密钥环。</translation>
    </message>
    <message>
        <source>Start in the tray, without a window.</source>
        <translation>在托盘中启动，不显示窗口。</translation>
    </message>
</context>
<context>
    <name>desktop::Application</name>
    <message>
        <source>Lock automatically</source>
        <translation>自动锁定</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Master key</source>
        <translation>主密钥</translation>
    </message>
</context>
<context>
    <name>presentation::AboutController</name>
    <message>
        <source>Nothing needs attention.</source>
        <translation>没有需要注意的事项。</translation>
    </message>
    <message>
        <source>This computer protects less than it could.</source>
        <translation>本机的保护没有达到应有的程度。</translation>
    </message>
</context>
<context>
    <name>presentation::AccountChecks</name>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2)：%3</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>模拟盘</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实盘</translation>
    </message>
</context>
<context>
    <name>presentation::AccountEditor</name>
    <message>
        <source>Code %1</source>
        <translation>代码 %1</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>New %1 account</source>
        <translation>新的 %1 账户</translation>
    </message>
    <message>
        <source>Give the account a name, for example main.</source>
        <translation>请为账户起一个名称，例如 main。</translation>
    </message>
    <message>
        <source>Use letters, digits, dots, dashes and underscores.</source>
        <translation>请使用字母、数字、点、短横线和下划线。</translation>
    </message>
    <message>
        <source>Saved, but not checked.</source>
        <translation>已保存，但未检查。</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>尚未检查。</translation>
    </message>
    <message>
        <source>The old key stays in use. %1</source>
        <translation>旧密钥继续使用。%1</translation>
    </message>
    <message>
        <source>Saved. %1</source>
        <translation>已保存。%1</translation>
    </message>
    <message>
        <source>Your key was saved. %1</source>
        <translation>您的密钥已保存。%1</translation>
    </message>
    <message>
        <source>Saving, then asking %1...</source>
        <translation>正在保存，然后询问 %1...</translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation>正在询问 %1...</translation>
    </message>
    <message>
        <source>Type the name of the account: %1</source>
        <translation>请输入账户名称：%1</translation>
    </message>
    <message>
        <source>Releasing the key...</source>
        <translation>正在放行密钥...</translation>
    </message>
    <message>
        <source>Taking the new key into use...</source>
        <translation>正在启用新密钥...</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>正在保存...</translation>
    </message>
    <message>
        <source>Removing...</source>
        <translation>正在移除...</translation>
    </message>
    <message>
        <source>The key at %1 itself is not deleted.</source>
        <translation>%1 上的密钥本身不会被删除。</translation>
    </message>
    <message>
        <source>Putting it back...</source>
        <translation>正在放回...</translation>
    </message>
</context>
<context>
    <name>presentation::AccountFacts</name>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Stored on %1</source>
        <translation>存储于 %1</translation>
    </message>
    <message>
        <source>Read balances</source>
        <translation>读取余额</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Transfer between accounts</source>
        <translation>账户间划转</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>提现</translation>
    </message>
    <message>
        <source>Rights Latchkey does not know</source>
        <translation>Latchkey 不认识的权限</translation>
    </message>
    <message>
        <source>Allowed IP addresses</source>
        <translation>允许的 IP 地址</translation>
    </message>
    <message>
        <source>Any address</source>
        <translation>任意地址</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Not told by the exchange</source>
        <translation>交易所未告知</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>账户 ID</translation>
    </message>
    <message>
        <source>Checked %1.</source>
        <translation>检查时间：%1。</translation>
    </message>
    <message>
        <source>Checked %1. Your clock is right to %2 s.</source>
        <translation>检查时间：%1。您的时钟误差为 %2 秒。</translation>
    </message>
    <message>
        <source>Checked %1. Your clock is %2 s ahead.</source>
        <translation>检查时间：%1。您的时钟快 %2 秒。</translation>
    </message>
    <message>
        <source>Checked %1. Your clock is %2 s behind.</source>
        <translation>检查时间：%1。您的时钟慢 %2 秒。</translation>
    </message>
</context>
<context>
    <name>presentation::AccountListModel</name>
    <message>
        <source>Checking...</source>
        <translation>正在检查...</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>模拟盘</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实盘</translation>
    </message>
</context>
<context>
    <name>presentation::ActivityController</name>
    <message>
        <source>Verifying...</source>
        <translation>正在校验...</translation>
    </message>
    <message>
        <source>The log is whole.</source>
        <translation>日志完整。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, none of them changed or missing.</source>
        <translation>
            <numerusform>共 %n 条，没有一条被更改或缺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>Head of the log: %1</source>
        <translation>日志头：%1</translation>
    </message>
    <message>
        <source>Exporting...</source>
        <translation>正在导出...</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were exported.</source>
        <translation>
            <numerusform>已导出 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>To %1. It tells names and times of use, and no key.</source>
        <translation>导出到 %1。其中有名称和使用时间，没有密钥。</translation>
    </message>
</context>
<context>
    <name>presentation::ActivityModel</name>
    <message>
        <source>Entry %1</source>
        <translation>第 %1 条</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>presentation::AppearanceController</name>
    <message>
        <source>This holds until you quit.</source>
        <translation>此设置在您退出之前有效。</translation>
    </message>
</context>
<context>
    <name>presentation::BackupController</name>
    <message>
        <source>The backup of %1 failed.</source>
        <translation>%1 的备份失败。</translation>
    </message>
    <message>
        <source>No backup was made from here yet.</source>
        <translation>还没有从这里做过备份。</translation>
    </message>
    <message>
        <source>Last backup: %1.</source>
        <translation>上次备份：%1。</translation>
    </message>
    <message>
        <source>Making the backup...</source>
        <translation>正在备份...</translation>
    </message>
    <message>
        <source>The backup was made.</source>
        <translation>备份已完成。</translation>
    </message>
    <message numerus="yes">
        <source>%n credentials, read again and compared: %1.</source>
        <translation>
            <numerusform>%n 个凭据，已重新读取并比对：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup was made, but nobody has confirmed the recovery key.</source>
        <translation>备份已完成，但还没有人确认恢复密钥。</translation>
    </message>
    <message>
        <source>Nothing else opens it: confirm the recovery key above.</source>
        <translation>没有别的方式能打开它：请在上方确认恢复密钥。</translation>
    </message>
    <message>
        <source>The vault cannot be written to now, so the log does not tell of it.</source>
        <translation>目前无法写入保险库，因此日志中没有这次记录。</translation>
    </message>
</context>
<context>
    <name>presentation::CreateVaultController</name>
    <message>
        <source>Asking this computer&apos;s keychain...</source>
        <translation>正在询问本机的密钥环...</translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>请重新输入两次。</translation>
    </message>
    <message>
        <source>Making your vault...</source>
        <translation>正在创建您的保险库...</translation>
    </message>
    <message>
        <source>Those groups are not right.</source>
        <translation>这些组不正确。</translation>
    </message>
    <message>
        <source>Look at groups %1 and %2 on your paper and type them again.</source>
        <translation>请查看纸上的第 %1 组和第 %2 组，然后重新输入。</translation>
    </message>
    <message>
        <source>No vault was made, and what you typed is still there. Try again, or choose &quot;Passphrase only&quot;.</source>
        <translation>没有创建保险库，您输入的内容仍在。请重试，或选择“仅口令”。</translation>
    </message>
    <message>
        <source>Your system asks for a password in a window of its own.</source>
        <translation>系统会在单独的窗口中要求输入密码。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>If your system still asks for a password, you may close that window.</source>
        <translation>如果系统仍在要求输入密码，您可以关闭那个窗口。</translation>
    </message>
</context>
<context>
    <name>presentation::FormNotes</name>
    <message>
        <source>You were editing %1.</source>
        <translation>您之前正在编辑 %1。</translation>
    </message>
    <message>
        <source>What you typed is here again: save it, or discard it.</source>
        <translation>您输入的内容已恢复：请保存或放弃。</translation>
    </message>
    <message>
        <source>The secret may still be on the clipboard.</source>
        <translation>机密可能仍在剪贴板上。</translation>
    </message>
    <message>
        <source>The clipboard is empty now.</source>
        <translation>剪贴板现已清空。</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 已移除。</translation>
    </message>
</context>
<context>
    <name>presentation::ImportController</name>
    <message>
        <source>The keys in this file are encrypted, and the key to them is not beside it.</source>
        <translation>此文件中的密钥已加密，而用来打开它们的密钥不在旁边。</translation>
    </message>
    <message>
        <source>Choose the key file, too.</source>
        <translation>请同时选择密钥文件。</translation>
    </message>
    <message>
        <source>Reading the file...</source>
        <translation>正在读取文件...</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 个新条目</translation>
    </message>
    <message>
        <source>%1 in the vault already</source>
        <translation>%1 个已在保险库中</translation>
    </message>
    <message>
        <source>%1 left alone</source>
        <translation>%1 个不改动</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 个跳过</translation>
    </message>
    <message>
        <source>nothing in it</source>
        <translation>其中没有内容</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Importing...</source>
        <translation>正在导入...</translation>
    </message>
    <message>
        <source>Check each account before a bot uses it.</source>
        <translation>在机器人使用之前，请检查每个账户。</translation>
    </message>
    <message>
        <source>Imported: %1.</source>
        <translation>已导入：%1。</translation>
    </message>
    <message>
        <source>It is not clear what this file is.</source>
        <translation>无法判断这是什么文件。</translation>
    </message>
    <message>
        <source>Choose its format above.</source>
        <translation>请在上方选择格式。</translation>
    </message>
</context>
<context>
    <name>presentation::ImportRowsModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理方式</translation>
    </message>
</context>
<context>
    <name>presentation::LlmEditor</name>
    <message>
        <source>Code %1</source>
        <translation>代码 %1</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>新提供商</translation>
    </message>
    <message>
        <source>Give the settings a name, for example main.</source>
        <translation>请为设置起一个名称，例如 main。</translation>
    </message>
    <message>
        <source>Use letters, digits, dots, dashes and underscores.</source>
        <translation>请使用字母、数字、点、短横线和下划线。</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>没有保存任何内容。</translation>
    </message>
    <message>
        <source>Saved. %1</source>
        <translation>已保存。%1</translation>
    </message>
    <message>
        <source>Your settings were saved. %1</source>
        <translation>您的设置已保存。%1</translation>
    </message>
    <message>
        <source>Saving, then asking %1...</source>
        <translation>正在保存，然后询问 %1...</translation>
    </message>
    <message>
        <source>Saved, but not checked.</source>
        <translation>已保存，但未检查。</translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation>正在询问 %1...</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 有应答。</translation>
    </message>
    <message>
        <source>Models to choose from: %1.</source>
        <translation>可选模型数：%1。</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>正在保存...</translation>
    </message>
    <message>
        <source>Programs get these settings from now on.</source>
        <translation>程序从现在起使用这些设置。</translation>
    </message>
    <message>
        <source>Removing...</source>
        <translation>正在移除...</translation>
    </message>
    <message>
        <source>The key at %1 itself is not deleted.</source>
        <translation>%1 上的密钥本身不会被删除。</translation>
    </message>
    <message>
        <source>The server itself is left alone.</source>
        <translation>服务器本身不受影响。</translation>
    </message>
    <message>
        <source>Putting it back...</source>
        <translation>正在放回...</translation>
    </message>
</context>
<context>
    <name>presentation::LlmFacts</name>
    <message>
        <source>Stored on %1</source>
        <translation>存储于 %1</translation>
    </message>
    <message>
        <source>Checked %1.</source>
        <translation>检查时间：%1。</translation>
    </message>
</context>
<context>
    <name>presentation::LlmListModel</name>
    <message>
        <source>Checking...</source>
        <translation>正在检查...</translation>
    </message>
    <message>
        <source>%1, in use, %2</source>
        <translation>%1，使用中，%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>presentation::LockingController</name>
    <message>
        <source>Last seen: %1</source>
        <translation>最近一次：%1</translation>
    </message>
    <message>
        <source>Last seen: never</source>
        <translation>最近一次：从未</translation>
    </message>
    <message>
        <source>This system does not tell.</source>
        <translation>此系统不提供该信息。</translation>
    </message>
    <message>
        <source>Keys and mouse count in every program.</source>
        <translation>任何程序中的键盘和鼠标操作都计入。</translation>
    </message>
    <message>
        <source>This system does not tell when you are away: only what you do in Latchkey counts.</source>
        <translation>此系统不告知您何时离开：只计入您在 Latchkey 中的操作。</translation>
    </message>
    <message>
        <source>Checking the passphrase...</source>
        <translation>正在检查口令...</translation>
    </message>
    <message>
        <source>This locks Latchkey less.</source>
        <translation>这会放宽 Latchkey 的锁定。</translation>
    </message>
    <message>
        <source>Type your passphrase to allow it.</source>
        <translation>请输入口令以允许此更改。</translation>
    </message>
    <message numerus="yes">
        <source>Latchkey locks in %n s.</source>
        <translation>
            <numerusform>Latchkey 将在 %n 秒后锁定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Programs go on.</source>
        <translation>程序继续运行。</translation>
    </message>
    <message>
        <source>Programs stop then.</source>
        <translation>届时程序停止。</translation>
    </message>
</context>
<context>
    <name>presentation::RecoveryKeyCopies</name>
    <message>
        <source>There is something at %1 already. It was left as it is.</source>
        <translation>%1 已存在，未作改动。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择另一个名称。</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>已保存到 %1。</translation>
    </message>
    <message>
        <source>It lies beside the vault: whoever takes both can open it. Keep it somewhere else.</source>
        <translation>它与保险库放在一起：谁同时拿到两者就能打开保险库。请存放到别处。</translation>
    </message>
    <message>
        <source>Whoever has this file can open your vault. Keep it apart from this computer.</source>
        <translation>谁有此文件就能打开您的保险库。请与本机分开存放。</translation>
    </message>
    <message>
        <source>Handing it to the printer...</source>
        <translation>正在交给打印机...</translation>
    </message>
    <message>
        <source>Sent to the printer %1.</source>
        <translation>已发送到打印机 %1。</translation>
    </message>
    <message>
        <source>Whoever has the paper can open your vault. Wait at the printer for it.</source>
        <translation>谁有这张纸就能打开您的保险库。请在打印机旁等候取走。</translation>
    </message>
    <message>
        <source>It could not be printed.</source>
        <translation>无法打印。</translation>
    </message>
    <message>
        <source>Write it down, or save it to a file. %1</source>
        <translation>请抄写下来，或保存到文件。%1</translation>
    </message>
</context>
<context>
    <name>presentation::RestoreController</name>
    <message>
        <source>Looking inside...</source>
        <translation>正在查看内容...</translation>
    </message>
    <message numerus="yes">
        <source>%n credentials, as they were on %1.</source>
        <translation>
            <numerusform>%n 个凭据，为 %1 时的状态。</numerusform>
        </translation>
    </message>
    <message>
        <source>The vault that is here now is not deleted: it is kept beside the new one, under another name. Programs get their keys from the restored vault once it is unlocked.</source>
        <translation>现有的保险库不会被删除：它会以另一个名称保留在新保险库旁边。恢复的保险库解锁后，程序会从中获得密钥。</translation>
    </message>
    <message>
        <source>There is no vault here yet: the restored one is the first.</source>
        <translation>这里还没有保险库：恢复的将是第一个。</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same.</source>
        <translation>两次输入的新口令不一致。</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>请重新输入两次。</translation>
    </message>
    <message>
        <source>Restoring...</source>
        <translation>正在恢复...</translation>
    </message>
    <message numerus="yes">
        <source>%n credentials.</source>
        <translation>
            <numerusform>%n 个凭据。</numerusform>
        </translation>
    </message>
    <message>
        <source>The vault that was here is kept as %1.</source>
        <translation>原来的保险库已保留为 %1。</translation>
    </message>
    <message>
        <source>The backup was restored.</source>
        <translation>备份已恢复。</translation>
    </message>
</context>
<context>
    <name>presentation::SecurityController</name>
    <message>
        <source>Made on %1.</source>
        <translation>创建于 %1。</translation>
    </message>
    <message>
        <source>The other half is kept by %1.</source>
        <translation>另一半由 %1 保存。</translation>
    </message>
    <message>
        <source>Type a new passphrase.</source>
        <translation>请输入新口令。</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same.</source>
        <translation>两次输入的新口令不一致。</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>请重新输入两次。</translation>
    </message>
    <message>
        <source>Changing the passphrase...</source>
        <translation>正在更改口令...</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>口令已更改。</translation>
    </message>
    <message>
        <source>Older copies of the vault file still open with the old one.</source>
        <translation>保险库文件的旧副本仍可用旧口令打开。</translation>
    </message>
    <message>
        <source>Of an unknown kind</source>
        <translation>未知类型</translation>
    </message>
    <message>
        <source>A newer Latchkey may have made it. Remove it if it is not yours.</source>
        <translation>可能由更新版本的 Latchkey 创建。如果不是您的，请将其移除。</translation>
    </message>
    <message>
        <source>Not changed since the vault was made.</source>
        <translation>自创建保险库以来未更换。</translation>
    </message>
    <message>
        <source>Last changed on %1.</source>
        <translation>上次更换：%1。</translation>
    </message>
</context>
<context>
    <name>presentation::UnlockController</name>
    <message>
        <source>Your keys are encrypted in the vault on this computer.</source>
        <translation>您的密钥加密保存在本机的保险库中。</translation>
    </message>
    <message>
        <source>The vault is open, and programs go on.</source>
        <translation>保险库已打开，程序继续运行。</translation>
    </message>
    <message>
        <source>Locked at %1 because you locked it.</source>
        <translation>已于 %1 锁定，因为您将其锁定。</translation>
    </message>
    <message>
        <source>Locked at %1 because the vault was changed by another program.</source>
        <translation>已于 %1 锁定，因为保险库被另一个程序更改。</translation>
    </message>
    <message>
        <source>Locked at %1 because it was not used for a while.</source>
        <translation>已于 %1 锁定，因为一段时间没有使用。</translation>
    </message>
    <message>
        <source>Locked at %1 because the screen was locked.</source>
        <translation>已于 %1 锁定，因为屏幕已锁定。</translation>
    </message>
    <message>
        <source>Locked at %1 because the computer went to sleep.</source>
        <translation>已于 %1 锁定，因为电脑进入了睡眠。</translation>
    </message>
    <message>
        <source>Locked at %1 because another user took over the screen.</source>
        <translation>已于 %1 锁定，因为其他用户接管了屏幕。</translation>
    </message>
    <message>
        <source>Locked at %1 because the lid was closed.</source>
        <translation>已于 %1 锁定，因为合上了笔记本盖子。</translation>
    </message>
    <message>
        <source>Locked at %1 because you logged out.</source>
        <translation>已于 %1 锁定，因为您已注销。</translation>
    </message>
    <message>
        <source>Locked at %1.</source>
        <translation>已于 %1 锁定。</translation>
    </message>
    <message>
        <source>1 program still holds a key it was given at start.</source>
        <translation>1 个程序仍持有启动时获得的密钥。</translation>
    </message>
    <message numerus="yes">
        <source>%n programs still hold keys they were given at start.</source>
        <translation>
            <numerusform>%n 个程序仍持有启动时获得的密钥。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlocking...</source>
        <translation>正在解锁...</translation>
    </message>
    <message>
        <source>Nothing was opened. If you did not put an old copy back yourself, find out who exchanged the file.</source>
        <translation>没有打开任何内容。如果不是您自己放回了旧副本，请查明是谁调换了文件。</translation>
    </message>
</context>
<context>
    <name>presentation::VaultKeyController</name>
    <message>
        <source>The keychain still holds what is no longer needed; Latchkey tries again at the next unlock.</source>
        <translation>密钥环中仍有不再需要的内容；Latchkey 会在下次解锁时重试。</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>正在停止...</translation>
    </message>
    <message>
        <source>Changing the master key...</source>
        <translation>正在更换主密钥...</translation>
    </message>
    <message>
        <source>Everything in the vault is encrypted anew.</source>
        <translation>保险库中的所有内容都将重新加密。</translation>
    </message>
    <message>
        <source>The master key was changed.</source>
        <translation>主密钥已更换。</translation>
    </message>
    <message>
        <source>Older copies and backups still open with the old passphrase and recovery key.</source>
        <translation>旧副本和备份仍可用旧口令和旧恢复密钥打开。</translation>
    </message>
    <message>
        <source>Making a new recovery key...</source>
        <translation>正在创建新的恢复密钥...</translation>
    </message>
    <message>
        <source>A new recovery key was made.</source>
        <translation>已创建新的恢复密钥。</translation>
    </message>
    <message>
        <source>The old one opens only older copies and backups.</source>
        <translation>旧的恢复密钥只能打开旧副本和备份。</translation>
    </message>
    <message>
        <source>Removing...</source>
        <translation>正在移除...</translation>
    </message>
    <message>
        <source>Removed: %1.</source>
        <translation>已移除：%1。</translation>
    </message>
    <message>
        <source>Older copies of the vault file still open with it.</source>
        <translation>保险库文件的旧副本仍可用它打开。</translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>请重新输入两次。</translation>
    </message>
    <message>
        <source>Adding...</source>
        <translation>正在添加...</translation>
    </message>
    <message>
        <source>Your system asks for a password in a window of its own.</source>
        <translation>系统会在单独的窗口中要求输入密码。</translation>
    </message>
    <message>
        <source>Added: %1.</source>
        <translation>已添加：%1。</translation>
    </message>
    <message>
        <source>From now on it opens the vault as well.</source>
        <translation>从现在起，它也能打开保险库。</translation>
    </message>
</context>
<context>
    <name>presentation::VaultPresenter</name>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>还没有存储任何内容。</translation>
    </message>
    <message>
        <source>The window is locked, programs go on. AES-256-GCM.</source>
        <translation>窗口已锁定，程序继续运行。AES-256-GCM。</translation>
    </message>
    <message>
        <source>Locked. AES-256-GCM.</source>
        <translation>已锁定。AES-256-GCM。</translation>
    </message>
    <message>
        <source>The recovery key is not confirmed.</source>
        <translation>恢复密钥尚未确认。</translation>
    </message>
    <message>
        <source>Unlocked by this computer only. Locking asks for no passphrase.</source>
        <translation>仅凭本机解锁。锁定后不要求口令。</translation>
    </message>
    <message>
        <source>Unlocked by passphrase and this computer. AES-256-GCM.</source>
        <translation>已用口令和本机解锁。AES-256-GCM。</translation>
    </message>
    <message>
        <source>Unlocked by the recovery key. AES-256-GCM.</source>
        <translation>已用恢复密钥解锁。AES-256-GCM。</translation>
    </message>
    <message>
        <source>Unlocked by passphrase. AES-256-GCM.</source>
        <translation>已用口令解锁。AES-256-GCM。</translation>
    </message>
    <message numerus="yes">
        <source>Locks after %n minutes idle.</source>
        <translation>
            <numerusform>闲置 %n 分钟后锁定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program changed the master key: what you were typing could not be kept.</source>
        <translation>另一个程序更改了主密钥：您正在输入的内容无法保留。</translation>
    </message>
</context>
<context>
    <name>widgets::AboutPage</name>
    <message>
        <source>A copy of the vault file, also an old one, shows nobody your keys, names or notes.</source>
        <translation>保险库文件的副本(包括旧副本)不会向任何人泄露您的密钥、名称或备注。</translation>
    </message>
    <message>
        <source>What anything else than Latchkey changes in the file is noticed before it is used.</source>
        <translation>Latchkey 以外的任何程序对文件所作的更改，都会在使用之前被发现。</translation>
    </message>
    <message>
        <source>Other users of this computer cannot read the vault, nor this program&apos;s memory.</source>
        <translation>本机的其他用户无法读取保险库，也无法读取本程序的内存。</translation>
    </message>
    <message>
        <source>When the vault is locked, its keys are wiped from memory.</source>
        <translation>保险库锁定时，其密钥会从内存中抹除。</translation>
    </message>
    <message>
        <source>Programs get a key only after the log has it, and exchanges only over a connection that is proven.</source>
        <translation>只有在日志记录之后，程序才能得到密钥；只有通过经过验证的连接，密钥才会用于交易所。</translation>
    </message>
    <message>
        <source>Harmful programs that run as you while the vault is open: they can watch your keyboard and screen, or ask for what you may have.</source>
        <translation>保险库打开时以您的身份运行的有害程序：它们可以监视您的键盘和屏幕，或索取您有权取得的内容。</translation>
    </message>
    <message>
        <source>The administrator of this computer, and whoever changed it before Latchkey started.</source>
        <translation>本机的管理员，以及在 Latchkey 启动之前改动过本机的人。</translation>
    </message>
    <message>
        <source>What a bot does with a key once it has it, and the exchange itself.</source>
        <translation>机器人拿到密钥之后的所作所为，以及交易所本身。</translation>
    </message>
    <message>
        <source>Older copies of the vault: they open with the passphrase that was valid then.</source>
        <translation>保险库的旧副本：它们可用当时有效的口令打开。</translation>
    </message>
    <message>
        <source>A vault without a passphrase, against anyone who sits at your unlocked computer.</source>
        <translation>没有口令的保险库，防不住坐到您未锁定电脑前的任何人。</translation>
    </message>
    <message>
        <source>Memory that hibernation writes to the disk: lock first.</source>
        <translation>休眠时写入磁盘的内存：请先锁定。</translation>
    </message>
    <message>
        <source>Copied: no secret and no name of an account is in it.</source>
        <translation>已复制：其中没有机密，也没有账户名称。</translation>
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
        <translation>已启用版本</translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation>无法检查</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Uses of keys</source>
        <translation>密钥的使用</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Unlocking and locking</source>
        <translation>解锁和锁定</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Nothing has used a key yet.</source>
        <translation>还没有任何程序使用过密钥。</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>没有匹配的条目。</translation>
    </message>
    <message>
        <source>As soon as a program gets a key or a signature, it stands here.</source>
        <translation>一旦有程序得到密钥或签名，就会显示在这里。</translation>
    </message>
    <message>
        <source>The log was searched to its beginning.</source>
        <translation>已将日志搜索到开头。</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>正在读取...</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newest entries; more come as you scroll</source>
        <translation>
            <numerusform>最新的 %n 条；滚动可显示更多</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON 行 (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>导出审计日志</translation>
    </message>
</context>
<context>
    <name>widgets::BackupPanel</name>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Latchkey backups (*.lkb)</source>
        <translation>Latchkey 备份 (*.lkb)</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>备份文件夹</translation>
    </message>
</context>
<context>
    <name>widgets::ConsentDialog</name>
    <message>
        <source>Keep a key that may withdraw</source>
        <translation>保留可以提现的密钥</translation>
    </message>
    <message>
        <source>%1 may withdraw money</source>
        <translation>%1 可以提现</translation>
    </message>
    <message>
        <source>&amp;Type %1 to keep it:</source>
        <translation>要保留，请输入 %1(&amp;T):</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>账户名称</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keep anyway</source>
        <translation>仍然保留(&amp;K)</translation>
    </message>
    <message>
        <source>Whoever gets hold of this key, or of a bot that has it, can move your money away. A bot does not need that right. It is safer to switch it off at the exchange and check again.</source>
        <translation>谁拿到此密钥，或拿到持有它的机器人，就能转走您的资金。机器人不需要这项权限。更安全的做法是在交易所将其关闭，然后再检查。</translation>
    </message>
</context>
<context>
    <name>widgets::DraftDialog</name>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>What you typed is not saved</source>
        <translation>您输入的内容尚未保存</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>继续编辑(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save it and see whether it works, or discard it and close.</source>
        <translation>保存并看看它是否可用，或放弃并关闭。</translation>
    </message>
</context>
<context>
    <name>widgets::ExchangesPage</name>
    <message>
        <source>Continue the new account...</source>
        <translation>继续填写新账户...</translation>
    </message>
    <message>
        <source>Add account...</source>
        <translation>添加账户...</translation>
    </message>
    <message>
        <source>No account matches &quot;%1&quot;.</source>
        <translation>没有与“%1”匹配的账户。</translation>
    </message>
    <message>
        <source>No exchange keys yet</source>
        <translation>还没有交易所密钥</translation>
    </message>
    <message>
        <source>Choose an account</source>
        <translation>请选择一个账户</translation>
    </message>
    <message>
        <source>Add a key and Latchkey shows what it may do before a bot uses it.</source>
        <translation>添加密钥后，Latchkey 会在机器人使用它之前显示它有哪些权限。</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>模拟盘</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实盘</translation>
    </message>
    <message>
        <source>Manage keys at %1</source>
        <translation>在 %1 管理密钥</translation>
    </message>
    <message>
        <source>How to make a key at %1</source>
        <translation>如何在 %1 创建密钥</translation>
    </message>
    <message>
        <source>Saving also asks %1 whether the key works.</source>
        <translation>保存时也会询问 %1 密钥是否可用。</translation>
    </message>
</context>
<context>
    <name>widgets::ImportDialog</name>
    <message>
        <source>Judge by the content</source>
        <translation>按内容判断</translation>
    </message>
    <message>
        <source>Choose a file of keys</source>
        <translation>选择密钥文件</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>选择密钥文件</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>下一步(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>widgets::LlmDelegate</name>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
</context>
<context>
    <name>widgets::LlmPage</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No provider set.</source>
        <translation>未设置提供商。</translation>
    </message>
    <message>
        <source>Programs use Ollama on this computer.</source>
        <translation>程序使用本机的 Ollama。</translation>
    </message>
    <message>
        <source>Programs get this one</source>
        <translation>程序使用这一个</translation>
    </message>
    <message>
        <source>Manage keys at %1</source>
        <translation>在 %1 管理密钥</translation>
    </message>
    <message>
        <source>Saving also asks %1 whether it answers. That costs nothing.</source>
        <translation>保存时也会询问 %1 是否有应答，不产生费用。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>None needed on this computer</source>
        <translation>在本机不需要</translation>
    </message>
    <message>
        <source>Continue the new one...</source>
        <translation>继续填写新提供商...</translation>
    </message>
    <message>
        <source>&amp;Add provider...</source>
        <translation>添加提供商(&amp;A)...</translation>
    </message>
    <message>
        <source>Choose a provider</source>
        <translation>请选择一个提供商</translation>
    </message>
</context>
<context>
    <name>widgets::LlmRemovalDialog</name>
    <message>
        <source>Remove provider</source>
        <translation>移除提供商</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>移除 %1？</translation>
    </message>
    <message>
        <source>Programs get other settings from then on.</source>
        <translation>此后程序将使用其他设置。</translation>
    </message>
    <message>
        <source>The key at %1 itself is not deleted.</source>
        <translation>%1 上的密钥本身不会被删除。</translation>
    </message>
    <message>
        <source>The server itself is left alone.</source>
        <translation>服务器本身不受影响。</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
</context>
<context>
    <name>widgets::LockWarning</name>
    <message>
        <source>Stay unlocked</source>
        <translation>保持解锁</translation>
    </message>
</context>
<context>
    <name>widgets::LockingPanel</name>
    <message>
        <source> minute</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> 分钟</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message>
        <source>Exchanges</source>
        <translation>交易所</translation>
    </message>
    <message>
        <source>LLM providers</source>
        <translation>LLM 提供商</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Set up Latchkey</source>
        <translation>设置 Latchkey</translation>
    </message>
    <message numerus="yes">
        <source>Copied. The clipboard is emptied in %n s.</source>
        <translation>
            <numerusform>已复制。剪贴板将在 %n 秒后清空。</numerusform>
        </translation>
    </message>
    <message>
        <source>The secret is still on the clipboard: this desktop lets Latchkey remove it only while you use this window.</source>
        <translation>机密仍在剪贴板上：此桌面只允许 Latchkey 在您使用此窗口时将其清除。</translation>
    </message>
</context>
<context>
    <name>widgets::MasterKeyPanel</name>
    <message>
        <source>The master key encrypts everything in the vault. Change it when somebody may have seen a passphrase, the recovery key or a copy of the file. Older copies still open with the old ways in: delete them.</source>
        <translation>主密钥加密保险库中的一切。如果有人可能看到了口令、恢复密钥或文件的副本，请更换主密钥。旧副本仍可用旧的方式打开：请删除它们。</translation>
    </message>
    <message>
        <source>Change &amp;master key...</source>
        <translation>更换主密钥(&amp;M)...</translation>
    </message>
</context>
<context>
    <name>widgets::MessageStrip</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Keep anyway...</source>
        <translation>仍然保留...</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation>仍然使用</translation>
    </message>
    <message>
        <source>It is used elsewhere</source>
        <translation>在别处使用</translation>
    </message>
    <message>
        <source>It is used here</source>
        <translation>在这里使用</translation>
    </message>
    <message>
        <source>Use recovery key</source>
        <translation>使用恢复密钥</translation>
    </message>
    <message>
        <source>Unlock keyring</source>
        <translation>解锁密钥环</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Clear the clipboard</source>
        <translation>清空剪贴板</translation>
    </message>
    <message>
        <source>Use this older file...</source>
        <translation>使用这个较旧的文件...</translation>
    </message>
</context>
<context>
    <name>widgets::PageList</name>
    <message>
        <source>%1, not saved</source>
        <translation>%1，未保存</translation>
    </message>
</context>
<context>
    <name>widgets::PassphraseDialog</name>
    <message>
        <source>Use several words that do not belong together.</source>
        <translation>请使用几个互不相关的词。</translation>
    </message>
</context>
<context>
    <name>widgets::QrCodeView</name>
    <message>
        <source>Recovery key as a QR code</source>
        <translation>恢复密钥的二维码</translation>
    </message>
</context>
<context>
    <name>widgets::QuitDialog</name>
    <message>
        <source>Quit Latchkey</source>
        <translation>退出 Latchkey</translation>
    </message>
    <message>
        <source>Programs use keys from Latchkey</source>
        <translation>有程序正在使用 Latchkey 的密钥</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of programs</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>继续运行(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>They keep the keys that they were given at start. They get no more, and no signatures, until Latchkey runs again and is unlocked.</source>
        <translation>它们会保留启动时获得的密钥。在 Latchkey 再次运行并解锁之前，它们得不到新的密钥，也得不到签名。</translation>
    </message>
    <message>
        <source>What you typed is not saved</source>
        <translation>您输入的内容尚未保存</translation>
    </message>
    <message>
        <source>What you typed before the lock is offered again after unlocking, but not after Latchkey has quit.</source>
        <translation>锁定前输入的内容会在解锁后重新提供，但退出 Latchkey 后就没有了。</translation>
    </message>
</context>
<context>
    <name>widgets::RecoveryKeyGrid</name>
    <message>
        <source>Recovery key, nine groups of five characters</source>
        <translation>恢复密钥，共九组，每组五个字符</translation>
    </message>
</context>
<context>
    <name>widgets::RecoveryKeyPage</name>
    <message>
        <source>Type groups %1 and %2, to be sure that you have it:</source>
        <translation>请输入第 %1 组和第 %2 组，以确认您已留存:</translation>
    </message>
    <message>
        <source>Group &amp;%1:</source>
        <translation>第 &amp;%1 组:</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>保存恢复密钥</translation>
    </message>
    <message>
        <source>Print the recovery key</source>
        <translation>打印恢复密钥</translation>
    </message>
</context>
<context>
    <name>widgets::RemovalDialog</name>
    <message>
        <source>Remove account</source>
        <translation>移除账户</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>移除 %1？</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Programs can no longer get this key from Latchkey. The key at %1 itself is not deleted.</source>
        <translation>程序将无法再从 Latchkey 得到此密钥。%1 上的密钥本身不会被删除。</translation>
    </message>
</context>
<context>
    <name>widgets::RestoreDialog</name>
    <message>
        <source>Ne&amp;xt</source>
        <translation>下一步(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Use several words that do not belong together.</source>
        <translation>请使用几个互不相关的词。</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>Latchkey backups (*.lkb)</source>
        <translation>Latchkey 备份 (*.lkb)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;Restore and replace</source>
        <translation>恢复并替换(&amp;R)</translation>
    </message>
</context>
<context>
    <name>widgets::SecretField</name>
    <message>
        <source>Reveal</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Reveal %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Shows it for 15 seconds. The activity log notes it.</source>
        <translation>显示 15 秒。审计日志会予以记录。</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>Puts it on the clipboard for a short time. The activity log notes it.</source>
        <translation>短时间放到剪贴板上。审计日志会予以记录。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>widgets::SecurityPage</name>
    <message>
        <source>Not confirmed yet. Without it, a forgotten passphrase or a lost keychain means that the vault stays shut for good.</source>
        <translation>尚未确认。没有它，一旦忘记口令或失去密钥环，保险库将永远无法打开。</translation>
    </message>
    <message>
        <source>This vault has no recovery key.</source>
        <translation>此保险库没有恢复密钥。</translation>
    </message>
    <message>
        <source>Confirmed: somebody has it on paper or in a file. Keep it apart from this computer.</source>
        <translation>已确认：有人已将其留存在纸上或文件中。请与本机分开存放。</translation>
    </message>
    <message>
        <source>%1 (opened the vault now)</source>
        <translation>%1 (此次用它打开了保险库)</translation>
    </message>
    <message>
        <source>Remove...</source>
        <translation>移除...</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>widgets::SetupWizard</name>
    <message>
        <source>Set up Latchkey: step %1 of %2</source>
        <translation>设置 Latchkey：第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Do this &amp;later</source>
        <translation>稍后再做(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>跳过(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Not no&amp;w</source>
        <translation>暂不(&amp;W)</translation>
    </message>
</context>
<context>
    <name>widgets::TrayIcon</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>Latchkey: the window is locked, programs go on</source>
        <translation>Latchkey：窗口已锁定，程序继续运行</translation>
    </message>
    <message>
        <source>Latchkey: not set up</source>
        <translation>Latchkey：未设置</translation>
    </message>
    <message>
        <source>Latchkey: locked</source>
        <translation>Latchkey：已锁定</translation>
    </message>
    <message>
        <source>Latchkey: unlocked, something needs attention</source>
        <translation>Latchkey：已解锁，有事项需要注意</translation>
    </message>
    <message>
        <source>Latchkey: unlocked</source>
        <translation>Latchkey：已解锁</translation>
    </message>
    <message>
        <source>Unlock...</source>
        <translation>解锁...</translation>
    </message>
    <message>
        <source>Open Latchkey</source>
        <translation>打开 Latchkey</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Lock window</source>
        <translation>锁定窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>所有账户</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>模拟盘</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实盘</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The results are in the window.</source>
        <translation>结果见窗口。</translation>
    </message>
</context>
<context>
    <name>widgets::UnlockPage</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Unlock with this computer</source>
        <translation>用本机解锁(&amp;U)</translation>
    </message>
    <message>
        <source>Unlock with this &amp;computer instead</source>
        <translation>改用本机解锁(&amp;C)</translation>
    </message>
    <message>
        <source>Use the &amp;recovery key instead</source>
        <translation>改用恢复密钥(&amp;R)</translation>
    </message>
    <message>
        <source>Use the &amp;passphrase instead</source>
        <translation>改用口令(&amp;P)</translation>
    </message>
</context>
<context>
    <name>widgets::VaultKeyDialog</name>
    <message>
        <source>Change master key</source>
        <translation>更换主密钥</translation>
    </message>
    <message>
        <source>Change the master key</source>
        <translation>更换主密钥</translation>
    </message>
    <message>
        <source>All keys in the vault are encrypted anew. You get a new recovery key: the paper you have opens only older copies and backups. Those still open with what opens them now, so delete them and make a new backup.</source>
        <translation>保险库中的所有密钥都将重新加密。您会得到新的恢复密钥：您手中的那张纸只能打开旧副本和备份。它们仍可用现在的方式打开，因此请删除它们，并制作新的备份。</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;hange master key</source>
        <translation>更换主密钥(&amp;H)</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>新的恢复密钥</translation>
    </message>
    <message>
        <source>Make a new recovery key</source>
        <translation>创建新的恢复密钥</translation>
    </message>
    <message>
        <source>The paper you have opens this vault no longer, only older copies and backups. The new key is shown next.</source>
        <translation>您手中的那张纸将不再能打开此保险库，只能打开旧副本和备份。接下来会显示新的恢复密钥。</translation>
    </message>
    <message>
        <source>&amp;Make a new one</source>
        <translation>创建新的(&amp;M)</translation>
    </message>
    <message>
        <source>Remove a way to unlock</source>
        <translation>移除解锁方式</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;?</source>
        <translation>要移除“%1”吗？</translation>
    </message>
    <message>
        <source>It opens this vault no longer. Older copies of the vault file still open with it.</source>
        <translation>它将不再能打开此保险库。保险库文件的旧副本仍可用它打开。</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>口令(&amp;P):</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Of another way, if it has another:</source>
        <translation>另一种方式的口令(如果不同):</translation>
    </message>
    <message>
        <source>Passphrase of another way</source>
        <translation>另一种方式的口令</translation>
    </message>
</context>
</TS>
