<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>What is protected</source>
        <translation>Что защищено</translation>
    </message>
    <message>
        <source>What is not protected</source>
        <translation>Что не защищено</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Этот компьютер</translation>
    </message>
    <message>
        <source>&amp;Copy for a report</source>
        <translation>&amp;Копировать для отчёта</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Активность</translation>
    </message>
    <message>
        <source>Find a name or a program</source>
        <translation>Найти название или программу</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>&amp;Показать:</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>Вре&amp;мя:</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Журнал аудита</translation>
    </message>
    <message>
        <source>Nothing has used a key yet.</source>
        <translation>Ещё ничто не использовало ключ.</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>Показать &amp;всё</translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation>&amp;Экспорт...</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>Прове&amp;рить</translation>
    </message>
</context>
<context>
    <name>AddWayDialog</name>
    <message>
        <source>Add a way to unlock</source>
        <translation>Добавление способа разблокировки</translation>
    </message>
    <message>
        <source>Passphrase and this &amp;computer</source>
        <translation>Парольная фраза и этот &amp;компьютер</translation>
    </message>
    <message>
        <source>You type a passphrase; the other half stays in this computer&apos;s keychain, so a copy of the file cannot be guessed. On another computer you need the recovery key.</source>
        <translation>Вы вводите парольную фразу; вторая половина остаётся в связке ключей этого компьютера, поэтому к копии файла фразу не подобрать. На другом компьютере понадобится ключ восстановления.</translation>
    </message>
    <message>
        <source>Passphrase &amp;only</source>
        <translation>&amp;Только парольная фраза</translation>
    </message>
    <message>
        <source>Works wherever the vault file is. Choose a long one.</source>
        <translation>Работает везде, где есть файл хранилища. Выберите длинную.</translation>
    </message>
    <message>
        <source>This co&amp;mputer only</source>
        <translation>Только &amp;этот компьютер</translation>
    </message>
    <message>
        <source>No passphrase. Anyone at your unlocked computer can open Latchkey, and Lock now will not ask for anything.</source>
        <translation>Без парольной фразы. Любой за вашим разблокированным компьютером сможет открыть Latchkey, и после «Заблокировать» для входа ничего не потребуется.</translation>
    </message>
    <message>
        <source>Passphrase &amp;now:</source>
        <translation>Ны&amp;нешняя парольная фраза:</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>Нынешняя парольная фраза</translation>
    </message>
    <message>
        <source>New &amp;passphrase:</source>
        <translation>Новая &amp;парольная фраза:</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Новая парольная фраза</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>&amp;Ещё раз:</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Новая парольная фраза ещё раз</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>По&amp;вторить</translation>
    </message>
    <message>
        <source>Canc&amp;el</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Добавить</translation>
    </message>
</context>
<context>
    <name>AppearancePanel</name>
    <message>
        <source>As the &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмное</translation>
    </message>
    <message>
        <source>Li&amp;ght</source>
        <translation>С&amp;ветлое</translation>
    </message>
</context>
<context>
    <name>BackupPanel</name>
    <message>
        <source>One encrypted file with everything in it. It opens with the recovery key.</source>
        <translation>Один зашифрованный файл, в котором есть всё. Он открывается ключом восстановления.</translation>
    </message>
    <message>
        <source>&amp;Back up now...</source>
        <translation>Создать копию с&amp;ейчас...</translation>
    </message>
    <message>
        <source>By itself:</source>
        <translation>Автоматически:</translation>
    </message>
    <message>
        <source>Ne&amp;ver</source>
        <translation>Н&amp;икогда</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>Пап&amp;ка:</translation>
    </message>
    <message>
        <source> newest</source>
        <translation> шт.</translation>
    </message>
    <message>
        <source>Made while Latchkey is unlocked; one that was missed is made later. A full or missing folder is told here.</source>
        <translation>Создаётся, пока Latchkey разблокирован; пропущенная копия создаётся позже. Если папка заполнена или отсутствует, об этом сообщается здесь.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Dail&amp;y</source>
        <translation>Е&amp;жедневно</translation>
    </message>
    <message>
        <source>Wee&amp;kly</source>
        <translation>Еженеде&amp;льно</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Выбрать...</translation>
    </message>
    <message>
        <source>Keep:</source>
        <translation>Хранить последних:</translation>
    </message>
</context>
<context>
    <name>ExchangesPage</name>
    <message>
        <source>Find an account</source>
        <translation>Найти аккаунт</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Аккаунты</translation>
    </message>
    <message>
        <source>&amp;Add account...</source>
        <translation>&amp;Добавить аккаунт...</translation>
    </message>
    <message>
        <source>No exchange keys yet</source>
        <translation>Ключей бирж пока нет</translation>
    </message>
    <message>
        <source>Add a key and Latchkey shows what it may do before a bot uses it.</source>
        <translation>Добавьте ключ, и Latchkey покажет, что он позволяет, прежде чем его использует бот.</translation>
    </message>
    <message>
        <source>A&amp;dd account...</source>
        <translation>Д&amp;обавить аккаунт...</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>Название аккаунта</translation>
    </message>
    <message>
        <source>main</source>
        <translation>main</translation>
    </message>
    <message>
        <source>Environment:</source>
        <translation>Режим:</translation>
    </message>
    <message>
        <source>&amp;Demo</source>
        <translation>Де&amp;мо</translation>
    </message>
    <message>
        <source>How to make a key</source>
        <translation>Как создать ключ</translation>
    </message>
    <message>
        <source>What this key may do</source>
        <translation>Что позволяет этот ключ</translation>
    </message>
    <message>
        <source>Discard &amp;changes</source>
        <translation>О&amp;тменить правку</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>&amp;Проверить</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>&amp;Импортировать...</translation>
    </message>
    <message>
        <source>Acco&amp;unt name:</source>
        <translation>&amp;Название аккаунта:</translation>
    </message>
    <message>
        <source>Li&amp;ve (real money)</source>
        <translation>&amp;Реальный (настоящие деньги)</translation>
    </message>
    <message>
        <source>R&amp;emove...</source>
        <translation>&amp;Удалить...</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import keys</source>
        <translation>Импорт ключей</translation>
    </message>
    <message>
        <source>Keys that you keep elsewhere now: an .env file, JSON or CSV, the configuration of Freqtrade or OctoBot, the keys of ccxt or Jesse, an export of Bitwarden, KeePassXC or 1Password, or the encrypted store of an older tool. The file is only read.</source>
        <translation>Ключи, которые вы сейчас храните в другом месте: файл .env, JSON или CSV, конфигурация Freqtrade или OctoBot, ключи ccxt или Jesse, экспорт из Bitwarden, KeePassXC или 1Password либо зашифрованное хранилище более старой программы. Файл только читается.</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Файл:</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>&amp;Выбрать...</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>Фор&amp;мат:</translation>
    </message>
    <message>
        <source>&amp;Key file:</source>
        <translation>Файл &amp;ключа:</translation>
    </message>
    <message>
        <source>Ch&amp;oose...</source>
        <translation>Вы&amp;брать...</translation>
    </message>
    <message>
        <source>Only for encrypted stores of older tools, when the key is not beside the file.</source>
        <translation>Только для зашифрованных хранилищ более старых программ, если ключ лежит не рядом с файлом.</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>В файле</translation>
    </message>
    <message>
        <source>What is in the vault already is not changed.</source>
        <translation>То, что уже есть в хранилище, не меняется.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>На&amp;зад</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>Д&amp;алее</translation>
    </message>
</context>
<context>
    <name>LlmPage</name>
    <message>
        <source>Providers</source>
        <translation>Провайдеры</translation>
    </message>
    <message>
        <source>&amp;Add provider...</source>
        <translation>&amp;Добавить провайдера...</translation>
    </message>
    <message>
        <source>No provider set.</source>
        <translation>Провайдер не задан.</translation>
    </message>
    <message>
        <source>Programs use Ollama on this computer.</source>
        <translation>Программы используют Ollama на этом компьютере.</translation>
    </message>
    <message>
        <source>A&amp;dd provider...</source>
        <translation>Д&amp;обавить провайдера...</translation>
    </message>
    <message>
        <source>&amp;Provider:</source>
        <translation>П&amp;ровайдер:</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Провайдер</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>Name of the settings</source>
        <translation>Название настроек</translation>
    </message>
    <message>
        <source>main</source>
        <translation>main</translation>
    </message>
    <message>
        <source>&amp;Base URL:</source>
        <translation>Б&amp;азовый URL:</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Базовый URL</translation>
    </message>
    <message>
        <source>Use this address though it is not encr&amp;ypted</source>
        <translation>Использовать этот адрес, хотя соединение не &amp;шифруется</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>&amp;Ключ:</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Развёртывание</translation>
    </message>
    <message>
        <source>API &amp;version:</source>
        <translation>В&amp;ерсия API:</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>Версия API</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>&amp;Модель:</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Asks the server which models it has</source>
        <translation>Спрашивает у сервера, какие модели у него есть</translation>
    </message>
    <message>
        <source>&amp;Use this one</source>
        <translation>&amp;Использовать</translation>
    </message>
    <message>
        <source>D&amp;iscard changes</source>
        <translation>О&amp;тменить правку</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>&amp;Проверить</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Deploymen&amp;t:</source>
        <translation>Ра&amp;звёртывание:</translation>
    </message>
    <message>
        <source>Loa&amp;d list</source>
        <translation>За&amp;грузить список</translation>
    </message>
    <message>
        <source>R&amp;emove...</source>
        <translation>&amp;Удалить...</translation>
    </message>
</context>
<context>
    <name>LockingPanel</name>
    <message>
        <source>Minutes without use</source>
        <translation>Минуты бездействия</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> мин</translation>
    </message>
    <message>
        <source>When the &amp;screen is locked</source>
        <translation>При блокировке &amp;экрана</translation>
    </message>
    <message>
        <source>When the li&amp;d is closed</source>
        <translation>При зак&amp;рытии крышки</translation>
    </message>
    <message>
        <source>Then:</source>
        <translation>Тогда:</translation>
    </message>
    <message>
        <source>Lock &amp;everything, programs stop</source>
        <translation>Блокировать &amp;всё, доступ программ прекращается</translation>
    </message>
    <message>
        <source>Lock the &amp;window, programs go on</source>
        <translation>Блокировать &amp;окно, программы продолжают работать</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>Other programs of this session can read that menu while Latchkey is unlocked.</source>
        <translation>Другие программы этого сеанса могут прочитать это меню, пока Latchkey разблокирован.</translation>
    </message>
    <message>
        <source>Starts locked and in the tray, and asks for nothing.</source>
        <translation>Запускается заблокированным, в трее, и ничего не спрашивает.</translation>
    </message>
    <message>
        <source>Take a copied secret off the &amp;clipboard after</source>
        <translation>&amp;Убирать скопированный секрет из буфера обмена через</translation>
    </message>
    <message>
        <source>Seconds on the clipboard</source>
        <translation>Секунды в буфере обмена</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>When nobody &amp;uses the computer for</source>
        <translation>Если ко&amp;мпьютером не пользуются</translation>
    </message>
    <message>
        <source>When the computer &amp;goes to sleep</source>
        <translation>При переходе компьютера в &amp;спящий режим</translation>
    </message>
    <message>
        <source>When another user &amp;takes over the screen</source>
        <translation>При переходе экрана к другому &amp;пользователю</translation>
    </message>
    <message>
        <source>Passphrase:</source>
        <translation>Парольная фраза:</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Разрешить</translation>
    </message>
    <message>
        <source>Keep as it was</source>
        <translation>Оставить как было</translation>
    </message>
    <message>
        <source>Show account names in the tray menu</source>
        <translation>Показывать названия аккаунтов в меню трея</translation>
    </message>
    <message>
        <source>Start w&amp;hen I log in</source>
        <translation>Запускать при в&amp;ходе в систему</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>&amp;Recovery key...</source>
        <translation>Клю&amp;ч восстановления...</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>За&amp;блокировать</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>Закр&amp;ыть</translation>
    </message>
</context>
<context>
    <name>OlderVaultDialog</name>
    <message>
        <source>Older vault file</source>
        <translation>Более старый файл хранилища</translation>
    </message>
    <message>
        <source>Use this older file?</source>
        <translation>Использовать этот более старый файл?</translation>
    </message>
    <message>
        <source>The vault file is older than the one that was last used on this computer. If you put a copy back on purpose, go on with it: what was stored since then is not in it. If you did not, somebody may have exchanged the file, and keys that you have replaced or removed would be in use again.</source>
        <translation>Файл хранилища старше того, который использовался на этом компьютере последним. Если вы намеренно вернули копию, продолжайте с ней: того, что сохранено с тех пор, в ней нет. Если нет, файл могли подменить, и тогда снова будут использоваться ключи, которые вы заменили или удалили.</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Парольная фраза:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>&amp;Recovery key:</source>
        <translation>&amp;Ключ восстановления:</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Ключ восстановления</translation>
    </message>
    <message>
        <source>&amp;Use the older file</source>
        <translation>&amp;Использовать старый файл</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Отмена</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change passphrase</source>
        <translation>Смена парольной фразы</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Изменить парольную фразу</translation>
    </message>
    <message>
        <source>It applies at once. Whoever has an older copy of the vault file can still open that copy with the old passphrase.</source>
        <translation>Действует сразу. Тот, у кого есть более старая копия файла хранилища, по-прежнему может открыть её старой парольной фразой.</translation>
    </message>
    <message>
        <source>&amp;Old passphrase:</source>
        <translation>&amp;Старая парольная фраза:</translation>
    </message>
    <message>
        <source>Old passphrase</source>
        <translation>Старая парольная фраза</translation>
    </message>
    <message>
        <source>&amp;New passphrase:</source>
        <translation>&amp;Новая парольная фраза:</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Новая парольная фраза</translation>
    </message>
    <message>
        <source>A&amp;gain:</source>
        <translation>&amp;Ещё раз:</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Новая парольная фраза ещё раз</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>Стойкость:</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>C&amp;hange passphrase</source>
        <translation>&amp;Изменить парольную фразу</translation>
    </message>
</context>
<context>
    <name>ProtectionPage</name>
    <message>
        <source>How should your keys be protected?</source>
        <translation>Как защитить ваши ключи?</translation>
    </message>
    <message>
        <source>Passphrase and this &amp;computer (recommended)</source>
        <translation>Парольная фраза и этот &amp;компьютер (рекомендуется)</translation>
    </message>
    <message>
        <source>You type a passphrase; the other half stays in this computer&apos;s keychain, so a copy of the file cannot be guessed. On another computer you need the recovery key.</source>
        <translation>Вы вводите парольную фразу; вторая половина остаётся в связке ключей этого компьютера, поэтому к копии файла фразу не подобрать. На другом компьютере понадобится ключ восстановления.</translation>
    </message>
    <message>
        <source>Passphrase &amp;only</source>
        <translation>&amp;Только парольная фраза</translation>
    </message>
    <message>
        <source>Works wherever the vault file is. Choose a long one.</source>
        <translation>Работает везде, где есть файл хранилища. Выберите длинную.</translation>
    </message>
    <message>
        <source>This co&amp;mputer only</source>
        <translation>Только &amp;этот компьютер</translation>
    </message>
    <message>
        <source>No passphrase. Anyone at your unlocked computer can open Latchkey, and Lock now will not ask for anything.</source>
        <translation>Без парольной фразы. Любой за вашим разблокированным компьютером сможет открыть Latchkey, и после «Заблокировать» для входа ничего не потребуется.</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Парольная фраза:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>&amp;Ещё раз:</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Парольная фраза ещё раз</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>По&amp;вторить</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <source>Ready</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>What is stored</source>
        <translation>Что сохранено</translation>
    </message>
    <message>
        <source>How to lock</source>
        <translation>Как заблокировать</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>&amp;Start when I log in</source>
        <translation>Запускать при &amp;входе в систему</translation>
    </message>
    <message>
        <source>It starts hidden and locked, and asks for nothing by itself.</source>
        <translation>Запускается скрытым и заблокированным и сам ничего не спрашивает.</translation>
    </message>
</context>
<context>
    <name>RecoveryKeyPage</name>
    <message>
        <source>Keep this recovery key</source>
        <translation>Сохраните этот ключ восстановления</translation>
    </message>
    <message>
        <source>It opens your vault when the passphrase is forgotten or this computer is gone. Write it down or save it, and keep it apart from this computer.</source>
        <translation>Он откроет ваше хранилище, если парольная фраза забыта или этого компьютера больше нет. Запишите или сохраните его и держите отдельно от этого компьютера.</translation>
    </message>
    <message>
        <source>&amp;Save to file...</source>
        <translation>Сохранить в &amp;файл...</translation>
    </message>
    <message>
        <source>Type two groups, to be sure that you have it:</source>
        <translation>Введите две группы, чтобы убедиться, что ключ у вас есть:</translation>
    </message>
    <message>
        <source>First group</source>
        <translation>Первая группа</translation>
    </message>
    <message>
        <source>Second group</source>
        <translation>Вторая группа</translation>
    </message>
    <message>
        <source>&amp;Print...</source>
        <translation>&amp;Распечатать...</translation>
    </message>
    <message>
        <source>Group:</source>
        <translation>Группа:</translation>
    </message>
</context>
<context>
    <name>RecoveryKeySheet</name>
    <message>
        <source>Latchkey recovery key</source>
        <translation>Ключ восстановления Latchkey</translation>
    </message>
    <message>
        <source>It opens your vault when the passphrase is forgotten or this computer is gone: choose &quot;Use the recovery key instead&quot; where Latchkey asks for the passphrase, and type the nine groups.</source>
        <translation>Он откроет ваше хранилище, если парольная фраза забыта или этого компьютера больше нет: выберите «Использовать ключ восстановления» там, где Latchkey спрашивает парольную фразу, и введите девять групп.</translation>
    </message>
    <message>
        <source>Whoever has this paper and the vault&apos;s file can read everything in it. Keep it where you keep money, apart from the computer.</source>
        <translation>Тот, у кого есть этот лист и файл хранилища, может прочитать в нём всё. Храните лист там, где храните деньги, отдельно от компьютера.</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore from a backup</source>
        <translation>Восстановление из резервной копии</translation>
    </message>
    <message>
        <source>Choose the file, and type the recovery key of the vault that it was made of. Nothing is changed before you have seen what is inside.</source>
        <translation>Выберите файл и введите ключ восстановления хранилища, с которого он сделан. Ничего не изменится, пока вы не увидите, что внутри.</translation>
    </message>
    <message>
        <source>Backup &amp;file:</source>
        <translation>&amp;Файл резервной копии:</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>&amp;Выбрать...</translation>
    </message>
    <message>
        <source>&amp;Recovery key:</source>
        <translation>&amp;Ключ восстановления:</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Ключ восстановления</translation>
    </message>
    <message>
        <source>A backup that was given a passphrase of its own can be opened with it in a terminal, with &quot;latchkey restore&quot;.</source>
        <translation>Резервную копию с собственной парольной фразой можно открыть этой фразой в терминале командой «latchkey restore».</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>В резервной копии</translation>
    </message>
    <message>
        <source>&amp;New passphrase:</source>
        <translation>&amp;Новая парольная фраза:</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Новая парольная фраза</translation>
    </message>
    <message>
        <source>A&amp;gain:</source>
        <translation>&amp;Ещё раз:</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Новая парольная фраза ещё раз</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>Стойкость:</translation>
    </message>
    <message>
        <source>Latchkey is locked now. Unlock it with the new passphrase; the recovery key of the backup opens it too.</source>
        <translation>Теперь Latchkey заблокирован. Разблокируйте его новой парольной фразой; ключ восстановления резервной копии его тоже открывает.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>На&amp;зад</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>Д&amp;алее</translation>
    </message>
</context>
<context>
    <name>SecurityPage</name>
    <message>
        <source>Security</source>
        <translation>Безопасность</translation>
    </message>
    <message>
        <source>Ways to unlock</source>
        <translation>Способы разблокировки</translation>
    </message>
    <message>
        <source>Any one of these opens the vault.</source>
        <translation>Любой из них открывает хранилище.</translation>
    </message>
    <message>
        <source>Change &amp;passphrase...</source>
        <translation>И&amp;зменить парольную фразу...</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Ключ восстановления</translation>
    </message>
    <message>
        <source>&amp;Add a way...</source>
        <translation>&amp;Добавить способ...</translation>
    </message>
    <message>
        <source>&amp;New recovery key...</source>
        <translation>&amp;Новый ключ восстановления...</translation>
    </message>
    <message>
        <source>Show &amp;it again and confirm...</source>
        <translation>Показать ещё р&amp;аз и подтвердить...</translation>
    </message>
</context>
<context>
    <name>SetupSummary</name>
    <message>
        <source>Your vault is made. It opens with: %1</source>
        <translation>Ваше хранилище создано. Оно открывается так: %1</translation>
    </message>
    <message>
        <source>You have the recovery key.</source>
        <translation>Ключ восстановления у вас есть.</translation>
    </message>
    <message>
        <source>Keep it apart from this computer.</source>
        <translation>Храните его отдельно от этого компьютера.</translation>
    </message>
    <message>
        <source>The recovery key is not confirmed.</source>
        <translation>Ключ восстановления не подтверждён.</translation>
    </message>
    <message>
        <source>Without it a forgotten passphrase or a lost computer means a lost vault. &quot;Recovery key...&quot; at the foot of the window shows it again.</source>
        <translation>Без него забытая парольная фраза или утраченный компьютер означают утрату хранилища. «Ключ восстановления...» внизу окна покажет его снова.</translation>
    </message>
    <message>
        <source>%1 is stored.</source>
        <translation>Сохранено: %1.</translation>
    </message>
    <message>
        <source>No exchange key is stored yet.</source>
        <translation>Ключ биржи ещё не сохранён.</translation>
    </message>
    <message>
        <source>Add one on the page &quot;Exchanges&quot; when you have it.</source>
        <translation>Добавьте его на странице «Биржи», когда он у вас будет.</translation>
    </message>
    <message>
        <source>Press Ctrl+L, or &quot;Lock now&quot; in the window or the tray.</source>
        <translation>Нажмите Ctrl+L или «Заблокировать» в окне либо в трее.</translation>
    </message>
    <message numerus="yes">
        <source>Latchkey also locks by itself: after %n minutes without use, with the screen, and before the computer sleeps.</source>
        <translation>
            <numerusform>Latchkey блокируется и сам: через %n минуту бездействия, вместе с экраном и перед переходом компьютера в спящий режим.</numerusform>
            <numerusform>Latchkey блокируется и сам: через %n минуты бездействия, вместе с экраном и перед переходом компьютера в спящий режим.</numerusform>
            <numerusform>Latchkey блокируется и сам: через %n минут бездействия, вместе с экраном и перед переходом компьютера в спящий режим.</numerusform>
        </translation>
    </message>
    <message>
        <source>No passphrase is set: anyone at this computer can unlock it again.</source>
        <translation>Парольная фраза не задана: любой за этим компьютером может снова разблокировать хранилище.</translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>Add your first exchange</source>
        <translation>Добавьте первую биржу</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Пропуст&amp;ить</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>На&amp;зад</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>Д&amp;алее</translation>
    </message>
    <message>
        <source>&amp;Restore from a backup</source>
        <translation>Во&amp;сстановить из резервной копии</translation>
    </message>
    <message>
        <source>Not no&amp;w</source>
        <translation>Не сей&amp;час</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Latchkey is locked</source>
        <translation>Latchkey заблокирован</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Парольная фраза:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>&amp;Recovery key:</source>
        <translation>&amp;Ключ восстановления:</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Ключ восстановления</translation>
    </message>
    <message>
        <source>No passphrase is set: anyone at this computer can unlock.</source>
        <translation>Парольная фраза не задана: разблокировать может любой за этим компьютером.</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Разблокировать</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>Use the &amp;recovery key instead</source>
        <translation>Использовать ключ &amp;восстановления</translation>
    </message>
    <message>
        <source>Restore from a &amp;backup</source>
        <translation>Во&amp;сстановить из резервной копии</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>This computer&apos;s keychain is ready.</source>
        <translation>Связка ключей этого компьютера готова.</translation>
    </message>
    <message>
        <source>Your system will ask for your login password when you press Next.</source>
        <translation>Когда вы нажмёте «Далее», система спросит пароль входа.</translation>
    </message>
    <message>
        <source>Your system will ask you to invent a keyring password; do not leave it empty.</source>
        <translation>Система попросит придумать пароль для связки ключей; не оставляйте его пустым.</translation>
    </message>
    <message>
        <source>No keychain service runs on this computer.</source>
        <translation>На этом компьютере не работает служба связки ключей.</translation>
    </message>
    <message>
        <source>This session has no keychain: there is no session bus.</source>
        <translation>В этом сеансе нет связки ключей: нет сеансовой шины.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Связка ключей не отвечает.</translation>
    </message>
    <message>
        <source>Your login keyring is locked.</source>
        <translation>Связка ключей входа заблокирована.</translation>
    </message>
    <message>
        <source>A keychain service runs on this computer, but no keyring was made yet.</source>
        <translation>На этом компьютере работает служба связки ключей, но сама связка ещё не создана.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>Passphrase and this computer</source>
        <translation>Парольная фраза и этот компьютер</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>Только этот компьютер</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Ключ восстановления</translation>
    </message>
    <message>
        <source>Very weak: guessed at once</source>
        <translation>Очень слабая: подбирается сразу</translation>
    </message>
    <message>
        <source>Weak: guessed within hours</source>
        <translation>Слабая: подбирается за несколько часов</translation>
    </message>
    <message>
        <source>Fair: withstands a casual attack</source>
        <translation>Средняя: выдержит несерьёзную атаку</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Хорошая</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Очень хорошая</translation>
    </message>
    <message>
        <source>Vault created</source>
        <translation>Хранилище создано</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Разблокировано</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Заблокировано</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>Removal undone</source>
        <translation>Удаление отменено</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>Удалено навсегда</translation>
    </message>
    <message>
        <source>Shown on the screen</source>
        <translation>Показано на экране</translation>
    </message>
    <message>
        <source>Copied to the clipboard</source>
        <translation>Скопировано в буфер обмена</translation>
    </message>
    <message>
        <source>New version stored</source>
        <translation>Сохранена новая версия</translation>
    </message>
    <message>
        <source>Version taken into use</source>
        <translation>Версия введена в действие</translation>
    </message>
    <message>
        <source>Held back: may withdraw</source>
        <translation>Выдача приостановлена: возможен вывод средств</translation>
    </message>
    <message>
        <source>Withdrawal right accepted</source>
        <translation>Право вывода средств принято</translation>
    </message>
    <message>
        <source>Value read</source>
        <translation>Значение прочитано</translation>
    </message>
    <message>
        <source>Read for a change</source>
        <translation>Прочитано для изменения</translation>
    </message>
    <message>
        <source>Given to a program at start</source>
        <translation>Выдано программе при запуске</translation>
    </message>
    <message>
        <source>Request signed</source>
        <translation>Запрос подписан</translation>
    </message>
    <message>
        <source>Check begun</source>
        <translation>Проверка начата</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Проверено</translation>
    </message>
    <message>
        <source>Result of a check noted</source>
        <translation>Результат проверки записан</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Настройки изменены</translation>
    </message>
    <message>
        <source>Passphrase changed</source>
        <translation>Парольная фраза изменена</translation>
    </message>
    <message>
        <source>Recovery key confirmed</source>
        <translation>Ключ восстановления подтверждён</translation>
    </message>
    <message>
        <source>Opened past the agent</source>
        <translation>Открыто в обход агента</translation>
    </message>
    <message>
        <source>Older vault accepted</source>
        <translation>Принято более старое хранилище</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отказано</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Работает</translation>
    </message>
    <message>
        <source>Works, rights unknown</source>
        <translation>Работает, права неизвестны</translation>
    </message>
    <message>
        <source>Refused by the exchange</source>
        <translation>Отказ биржи</translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation>Не удалось проверить</translation>
    </message>
    <message>
        <source>%1 refused this key%2.</source>
        <translation>%1 не принимает этот ключ%2.</translation>
    </message>
    <message>
        <source>Copy the whole key again, and check that it belongs to the address %5. A server without users of its own may want a key, too.</source>
        <translation>Скопируйте ключ целиком ещё раз и проверьте, что он относится к адресу %5. Ключ может требовать и сервер без собственных пользователей.</translation>
    </message>
    <message>
        <source>%1 accepts this key, but it may not list the models%2.</source>
        <translation>%1 принимает этот ключ, но запросить список моделей с ним нельзя%2.</translation>
    </message>
    <message>
        <source>Give the key the right to read models, or use one without limits.</source>
        <translation>Дайте ключу право читать список моделей или используйте ключ без ограничений.</translation>
    </message>
    <message>
        <source>%1 accepts this key, but the account has nothing left to spend%2.</source>
        <translation>%1 принимает этот ключ, но на аккаунте не осталось средств%2.</translation>
    </message>
    <message>
        <source>Look at the balance or the quota there.</source>
        <translation>Проверьте там баланс или квоту.</translation>
    </message>
    <message>
        <source>%1 does not have the model &quot;%3&quot;.</source>
        <translation>У %1 нет модели «%3».</translation>
    </message>
    <message>
        <source>Choose one from the list, or install it there.</source>
        <translation>Выберите модель из списка или установите её там.</translation>
    </message>
    <message>
        <source>%1 accepts this key, but has no deployment &quot;%4&quot;%2.</source>
        <translation>%1 принимает этот ключ, но развёртывания «%4» там нет%2.</translation>
    </message>
    <message>
        <source>Use the name that you gave to the deployment, not that of its model.</source>
        <translation>Укажите название, которое вы дали развёртыванию, а не название его модели.</translation>
    </message>
    <message>
        <source>%1 refused this%2.</source>
        <translation>%1 отклоняет этот запрос%2.</translation>
    </message>
    <message>
        <source>Compare key, address and model with what stands there.</source>
        <translation>Сравните ключ, адрес и модель с тем, что указано там.</translation>
    </message>
    <message>
        <source>Not checked: what answers at %5 does not speak like %1%2.</source>
        <translation>Не проверено: то, что отвечает по адресу %5, не похоже на %1%2.</translation>
    </message>
    <message>
        <source>Check the address, and the API version where there is one.</source>
        <translation>Проверьте адрес и версию API, если она указывается.</translation>
    </message>
    <message>
        <source>Not checked: %1 asks for fewer requests%2.</source>
        <translation>Не проверено: %1 просит отправлять меньше запросов%2.</translation>
    </message>
    <message>
        <source>Your settings are safe. Wait a minute and check again.</source>
        <translation>Ваши настройки в сохранности. Подождите минуту и проверьте снова.</translation>
    </message>
    <message>
        <source>Not checked: %1 has trouble or is under maintenance%2.</source>
        <translation>Не проверено: у %1 неполадки или технические работы%2.</translation>
    </message>
    <message>
        <source>Your settings are safe; check again later.</source>
        <translation>Ваши настройки в сохранности; проверьте снова позже.</translation>
    </message>
    <message>
        <source>Not checked: the connection to %5 is not safe.</source>
        <translation>Не проверено: соединение с %5 небезопасно.</translation>
    </message>
    <message>
        <source>The certificate was refused and nothing was sent. Check the address, and this computer&apos;s date.</source>
        <translation>Сертификат отклонён, ничего не отправлено. Проверьте адрес и дату на этом компьютере.</translation>
    </message>
    <message>
        <source>Not checked: something between this computer and %1 answered in its place%2.</source>
        <translation>Не проверено: вместо %1 ответило что-то между этим компьютером и сервером%2.</translation>
    </message>
    <message>
        <source>Your settings are safe. A network login page, a region block or a firewall can do this.</source>
        <translation>Ваши настройки в сохранности. Причиной может быть страница входа в сеть, региональная блокировка или межсетевой экран.</translation>
    </message>
    <message>
        <source>Not checked: what is sent to %5 would not be encrypted.</source>
        <translation>Не проверено: данные, отправляемые на %5, не были бы зашифрованы.</translation>
    </message>
    <message>
        <source>Use an address with https, or agree that everybody on the way may read and change it.</source>
        <translation>Используйте адрес с https или согласитесь с тем, что любой на пути сможет прочитать и изменить данные.</translation>
    </message>
    <message>
        <source>Not checked: %1 could not be reached at %5.</source>
        <translation>Не проверено: не удалось связаться с %1 по адресу %5.</translation>
    </message>
    <message>
        <source>Your settings are safe. Check the address, and whether the server runs.</source>
        <translation>Ваши настройки в сохранности. Проверьте адрес и работает ли сервер.</translation>
    </message>
    <message>
        <source>%1 answers, but has no model.</source>
        <translation>%1 отвечает, но моделей там нет.</translation>
    </message>
    <message>
        <source>It has the deployment &quot;%4&quot;.</source>
        <translation>Развёртывание «%4» там есть.</translation>
    </message>
    <message>
        <source>It has the model &quot;%3&quot;.</source>
        <translation>Модель «%3» там есть.</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 отвечает.</translation>
    </message>
    <message>
        <source>%1 does not know this key%2.</source>
        <translation>%1 не знает этот ключ%2.</translation>
    </message>
    <message>
        <source>Check that the whole API key was copied, and that it was not deleted at %1.</source>
        <translation>Проверьте, что API Key скопирован целиком и не удалён на %1.</translation>
    </message>
    <message>
        <source>Refused: key</source>
        <translation>Отказ: ключ</translation>
    </message>
    <message>
        <source>%1 refused the signature%2.</source>
        <translation>%1 не принимает подпись%2.</translation>
    </message>
    <message>
        <source>The API key is known, but the secret key does not belong to it. Copy it again, or make a new key.</source>
        <translation>API Key известен, но Secret Key к нему не подходит. Скопируйте его ещё раз или создайте новый ключ.</translation>
    </message>
    <message>
        <source>Refused: secret key</source>
        <translation>Отказ: Secret Key</translation>
    </message>
    <message>
        <source>%1 refused the passphrase%2.</source>
        <translation>%1 не принимает Passphrase%2.</translation>
    </message>
    <message>
        <source>The passphrase is the one you chose when making the key, not your login password.</source>
        <translation>Passphrase — это фраза, которую вы выбрали при создании ключа, а не ваш пароль для входа.</translation>
    </message>
    <message>
        <source>Refused: passphrase</source>
        <translation>Отказ: Passphrase</translation>
    </message>
    <message>
        <source>%1 refused the time of the request%2.</source>
        <translation>%1 не принимает время запроса%2.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock, then check again.</source>
        <translation>Установите часы этого компьютера и проверьте снова.</translation>
    </message>
    <message>
        <source>Refused: clock</source>
        <translation>Отказ: часы</translation>
    </message>
    <message>
        <source>%1 knows this key, but not this computer&apos;s address%2.</source>
        <translation>%1 знает этот ключ, но не адрес этого компьютера%2.</translation>
    </message>
    <message>
        <source>Add the address at %1, or say that the key is used from another computer.</source>
        <translation>Добавьте адрес на %1 или укажите, что ключ используется с другого компьютера.</translation>
    </message>
    <message>
        <source>Refused: address</source>
        <translation>Отказ: адрес</translation>
    </message>
    <message>
        <source>This key has expired%2.</source>
        <translation>Срок действия этого ключа истёк%2.</translation>
    </message>
    <message>
        <source>Make a new key at %1.</source>
        <translation>Создайте новый ключ на %1.</translation>
    </message>
    <message>
        <source>Refused: expired</source>
        <translation>Отказ: срок истёк</translation>
    </message>
    <message>
        <source>%1 accepts key, signature and passphrase, but this key may not read its own rights%2.</source>
        <translation>%1 принимает ключ, подпись и Passphrase, но этот ключ не может читать собственные права%2.</translation>
    </message>
    <message>
        <source>Give the key the right to read at %1, then check again.</source>
        <translation>Дайте ключу право чтения на %1 и проверьте снова.</translation>
    </message>
    <message>
        <source>Refused: permission</source>
        <translation>Отказ: право доступа</translation>
    </message>
    <message>
        <source>This key does not belong to this environment of %1%2.</source>
        <translation>Этот ключ — от другого режима %1%2.</translation>
    </message>
    <message>
        <source>Demo keys work for demo accounts only, live keys for live ones. Save it as the other kind.</source>
        <translation>Демо-ключи работают только с демо-аккаунтами, реальные — только с реальными. Сохраните ключ в другом режиме.</translation>
    </message>
    <message>
        <source>Refused: live or demo</source>
        <translation>Отказ: реальный или демо</translation>
    </message>
    <message>
        <source>%1 does not serve this account%2.</source>
        <translation>%1 не обслуживает этот аккаунт%2.</translation>
    </message>
    <message>
        <source>Log in at %1 and look for a message about your account.</source>
        <translation>Войдите на %1 и посмотрите, нет ли сообщения о вашем аккаунте.</translation>
    </message>
    <message>
        <source>Refused: account</source>
        <translation>Отказ: аккаунт</translation>
    </message>
    <message>
        <source>Log in at %1 and look at the key there.</source>
        <translation>Войдите на %1 и посмотрите там на ключ.</translation>
    </message>
    <message>
        <source>Your key is safe. Wait a minute and check again.</source>
        <translation>Ваш ключ в сохранности. Подождите минуту и проверьте снова.</translation>
    </message>
    <message>
        <source>Your key is safe; check again later.</source>
        <translation>Ваш ключ в сохранности; проверьте снова позже.</translation>
    </message>
    <message>
        <source>Not checked: the connection to %1 is not safe.</source>
        <translation>Не проверено: соединение с %1 небезопасно.</translation>
    </message>
    <message>
        <source>Your key is safe. A network login page, a region block or a firewall can do this.</source>
        <translation>Ваш ключ в сохранности. Причиной может быть страница входа в сеть, региональная блокировка или межсетевой экран.</translation>
    </message>
    <message>
        <source>Not checked: the private key cannot be used for signing.</source>
        <translation>Не проверено: закрытым ключом нельзя подписывать.</translation>
    </message>
    <message>
        <source>Give it as a PEM without a password, as it was made for %1.</source>
        <translation>Укажите его в виде PEM без пароля, таким, каким он был создан для %1.</translation>
    </message>
    <message>
        <source>Not checked: %1 could not be reached.</source>
        <translation>Не проверено: не удалось связаться с %1.</translation>
    </message>
    <message>
        <source>Open the page with your API keys and add a new one.</source>
        <translation>Откройте страницу с вашими ключами API и добавьте новый.</translation>
    </message>
    <message>
        <source>Choose a system-generated key.</source>
        <translation>Выберите ключ, создаваемый системой.</translation>
    </message>
    <message>
        <source>Tick Read and Trade.</source>
        <translation>Отметьте чтение и торговлю (Read, Trade).</translation>
    </message>
    <message>
        <source>Leave Withdraw off: a bot does not need it.</source>
        <translation>Вывод средств (Withdraw) не отмечайте: боту он не нужен.</translation>
    </message>
    <message>
        <source>Enter this computer&apos;s address, so that the key works from here only.</source>
        <translation>Введите адрес этого компьютера, чтобы ключ работал только отсюда.</translation>
    </message>
    <message>
        <source>Choose a passphrase for the key. It is not your login password, and you need it here.</source>
        <translation>Придумайте для ключа Passphrase. Это не ваш пароль для входа, и она понадобится здесь.</translation>
    </message>
    <message>
        <source>Copy the Secret Key at once: it is shown only this time.</source>
        <translation>Скопируйте Secret Key сразу: он показывается только один раз.</translation>
    </message>
    <message>
        <source>Something in this request is not valid.</source>
        <translation>В этом запросе что-то недопустимо.</translation>
    </message>
    <message>
        <source>This is not valid here: %1.</source>
        <translation>Здесь это недопустимо: %1.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Исправьте и попробуйте снова.</translation>
    </message>
    <message>
        <source>That is not a valid name.</source>
        <translation>Это недопустимое название.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid name.</source>
        <translation>Недопустимое название: «%1».</translation>
    </message>
    <message>
        <source>Use letters, digits, dots, dashes, underscores and inner spaces, with / between the parts.</source>
        <translation>Используйте буквы, цифры, точки, дефисы, подчёркивания и пробелы внутри, а между частями — /.</translation>
    </message>
    <message>
        <source>That is not a valid reference.</source>
        <translation>Это недопустимая ссылка.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid reference.</source>
        <translation>Недопустимая ссылка: «%1».</translation>
    </message>
    <message>
        <source>Write NAME#FIELD or latchkey://NAME/FIELD, for example bitget/main#api_key.</source>
        <translation>Пишите NAME#FIELD или latchkey://NAME/FIELD, например bitget/main#api_key.</translation>
    </message>
    <message>
        <source>The input is not the JSON that is expected here.</source>
        <translation>Введённое — не тот JSON, который здесь ожидается.</translation>
    </message>
    <message>
        <source>Give one flat JSON object whose values are text, for example {&quot;api_key&quot;:&quot;...&quot;}.</source>
        <translation>Укажите один плоский объект JSON с текстовыми значениями, например {&quot;api_key&quot;:&quot;...&quot;}.</translation>
    </message>
    <message>
        <source>A field is missing.</source>
        <translation>Не хватает поля.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing.</source>
        <translation>Не хватает поля «%1».</translation>
    </message>
    <message>
        <source>Fill it in and try again.</source>
        <translation>Заполните его и попробуйте снова.</translation>
    </message>
    <message>
        <source>A field is empty.</source>
        <translation>Поле пусто.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is empty.</source>
        <translation>Поле «%1» пусто.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess.</source>
        <translation>Эту парольную фразу слишком легко подобрать.</translation>
    </message>
    <message>
        <source>Use several words that do not belong together.</source>
        <translation>Возьмите несколько слов, не связанных между собой.</translation>
    </message>
    <message>
        <source>This needs an answer, and there is no terminal to ask on.</source>
        <translation>Здесь нужен ответ, но нет терминала, чтобы задать вопрос.</translation>
    </message>
    <message>
        <source>This needs an answer, and there is no terminal to ask on (%1).</source>
        <translation>Здесь нужен ответ, но нет терминала, чтобы задать вопрос (%1).</translation>
    </message>
    <message>
        <source>Give the answer by an option; --help lists them.</source>
        <translation>Дайте ответ параметром; их список показывает --help.</translation>
    </message>
    <message>
        <source>It is not clear which field is meant.</source>
        <translation>Неясно, какое поле имеется в виду.</translation>
    </message>
    <message>
        <source>Several fields could be meant: %1.</source>
        <translation>Подходит несколько полей: %1.</translation>
    </message>
    <message>
        <source>Write NAME#FIELD.</source>
        <translation>Пишите NAME#FIELD.</translation>
    </message>
    <message>
        <source>This profile does not fit what it is to be used with.</source>
        <translation>Этот профиль не подходит к тому, с чем его хотят использовать.</translation>
    </message>
    <message>
        <source>This profile does not fit: %1.</source>
        <translation>Этот профиль не подходит: %1.</translation>
    </message>
    <message>
        <source>Name one credential with --with, or choose another profile.</source>
        <translation>Укажите одну запись через --with или выберите другой профиль.</translation>
    </message>
    <message>
        <source>No Latchkey program is running that could keep the vault open.</source>
        <translation>Не запущена программа Latchkey, которая могла бы держать хранилище открытым.</translation>
    </message>
    <message>
        <source>Start &quot;latchkey serve&quot; or the Latchkey window.</source>
        <translation>Запустите «latchkey serve» или окно Latchkey.</translation>
    </message>
    <message>
        <source>Latchkey does not know this exchange.</source>
        <translation>Latchkey не знает эту биржу.</translation>
    </message>
    <message>
        <source>Latchkey does not know the exchange &quot;%1&quot;.</source>
        <translation>Latchkey не знает биржу «%1».</translation>
    </message>
    <message>
        <source>&quot;latchkey exchange catalogue&quot; lists all that it knows.</source>
        <translation>«latchkey exchange catalogue» показывает все известные биржи.</translation>
    </message>
    <message>
        <source>Latchkey does not know this provider of language models.</source>
        <translation>Latchkey не знает этого провайдера языковых моделей.</translation>
    </message>
    <message>
        <source>Latchkey does not know the provider &quot;%1&quot;.</source>
        <translation>Latchkey не знает провайдера «%1».</translation>
    </message>
    <message>
        <source>&quot;latchkey llm set --help&quot; lists all that it knows.</source>
        <translation>«latchkey llm set --help» показывает всех известных.</translation>
    </message>
    <message>
        <source>The vault is locked.</source>
        <translation>Хранилище заблокировано.</translation>
    </message>
    <message>
        <source>Unlock it first.</source>
        <translation>Сначала разблокируйте его.</translation>
    </message>
    <message>
        <source>Latchkey is running and locked.</source>
        <translation>Latchkey запущен и заблокирован.</translation>
    </message>
    <message>
        <source>Unlock it there, or use --no-agent to open the vault by yourself.</source>
        <translation>Разблокируйте его там или откройте хранилище самостоятельно с --no-agent.</translation>
    </message>
    <message>
        <source>That passphrase is not right. Nothing was changed.</source>
        <translation>Парольная фраза неверна. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Try again, or use the recovery key. If you are sure of it, this way in may be damaged.</source>
        <translation>Попробуйте снова или используйте ключ восстановления. Если вы уверены в ней, этот способ разблокировки мог быть повреждён.</translation>
    </message>
    <message>
        <source>Nothing that was given opens this vault.</source>
        <translation>Ничто из указанного не открывает это хранилище.</translation>
    </message>
    <message>
        <source>The way in that was given cannot be used: %1.</source>
        <translation>Указанный способ разблокировки использовать нельзя: %1.</translation>
    </message>
    <message>
        <source>Give its passphrase or the recovery key.</source>
        <translation>Укажите его парольную фразу или ключ восстановления.</translation>
    </message>
    <message>
        <source>Opening this vault needs more memory than is free.</source>
        <translation>Чтобы открыть это хранилище, нужно больше памяти, чем свободно.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Закройте другие программы и попробуйте снова.</translation>
    </message>
    <message>
        <source>There is nothing of that name.</source>
        <translation>С таким названием ничего нет.</translation>
    </message>
    <message>
        <source>There is nothing named &quot;%1&quot;.</source>
        <translation>С названием «%1» ничего нет.</translation>
    </message>
    <message>
        <source>Look at the list of names and check the spelling.</source>
        <translation>Посмотрите список названий и проверьте написание.</translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation>Такого поля нет.</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;.</source>
        <translation>Поля «%1» нет.</translation>
    </message>
    <message>
        <source>Look at the entry: it lists its fields.</source>
        <translation>Посмотрите запись: в ней перечислены её поля.</translation>
    </message>
    <message>
        <source>There is no such version.</source>
        <translation>Такой версии нет.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no such version that may be used.</source>
        <translation>У «%1» нет такой версии, которую можно использовать.</translation>
    </message>
    <message>
        <source>Look at its history: it lists the versions.</source>
        <translation>Посмотрите историю: в ней перечислены версии.</translation>
    </message>
    <message>
        <source>There is no vault yet.</source>
        <translation>Хранилища ещё нет.</translation>
    </message>
    <message>
        <source>Make one with &quot;latchkey init&quot; or in the Latchkey window.</source>
        <translation>Создайте его командой «latchkey init» или в окне Latchkey.</translation>
    </message>
    <message>
        <source>This is held back until you agree.</source>
        <translation>Выдача приостановлена, пока вы не согласитесь.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is held back: it waits for a check, or it may withdraw money and nobody agreed to that.</source>
        <translation>Выдача «%1» приостановлена: ожидается проверка, или ключ позволяет вывод средств, а согласия на это никто не дал.</translation>
    </message>
    <message>
        <source>Switch withdrawing off at the exchange and check again, or agree with &quot;latchkey exchange consent&quot;.</source>
        <translation>Отключите вывод средств на бирже и проверьте снова или дайте согласие командой «latchkey exchange consent».</translation>
    </message>
    <message>
        <source>This was refused.</source>
        <translation>В этом отказано.</translation>
    </message>
    <message>
        <source>Ask the owner of this vault.</source>
        <translation>Обратитесь к владельцу этого хранилища.</translation>
    </message>
    <message>
        <source>The value is not the stored one.</source>
        <translation>Значение не совпадает с сохранённым.</translation>
    </message>
    <message>
        <source>That exists already. Nothing was changed.</source>
        <translation>Это уже существует. Ничего не изменено.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; exists already. Nothing was changed.</source>
        <translation>«%1» уже существует. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Choose another name, or change what exists.</source>
        <translation>Выберите другое название или измените существующее.</translation>
    </message>
    <message>
        <source>This was changed in the meantime. Nothing was saved.</source>
        <translation>За это время здесь произошли изменения. Ничего не сохранено.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was changed in the meantime. Nothing was saved.</source>
        <translation>За это время «%1» изменили. Ничего не сохранено.</translation>
    </message>
    <message>
        <source>Look at it again and repeat your change.</source>
        <translation>Посмотрите ещё раз и повторите своё изменение.</translation>
    </message>
    <message>
        <source>The vault was damaged or changed by something else than Latchkey.</source>
        <translation>Хранилище повреждено или изменено не программой Latchkey.</translation>
    </message>
    <message>
        <source>The vault was damaged or changed by something else than Latchkey: %1.</source>
        <translation>Хранилище повреждено или изменено не программой Latchkey: %1.</translation>
    </message>
    <message>
        <source>Nothing was written. Use a backup, and find out what touched the file.</source>
        <translation>Ничего не записано. Возьмите резервную копию и выясните, что затронуло файл.</translation>
    </message>
    <message>
        <source>This file is not a Latchkey vault.</source>
        <translation>Этот файл не является хранилищем Latchkey.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the folder, or use a backup.</source>
        <translation>Ничего не изменено. Проверьте папку или возьмите резервную копию.</translation>
    </message>
    <message>
        <source>This vault is older than the one that was last used here.</source>
        <translation>Это хранилище старше того, которое использовалось здесь последним.</translation>
    </message>
    <message>
        <source>If you put an old copy back on purpose, run &quot;latchkey restore --accept-older&quot;.</source>
        <translation>Если вы намеренно вернули старую копию, выполните «latchkey restore --accept-older».</translation>
    </message>
    <message>
        <source>This vault was made by a newer Latchkey.</source>
        <translation>Это хранилище создано более новой версией Latchkey.</translation>
    </message>
    <message>
        <source>Update Latchkey.</source>
        <translation>Обновите Latchkey.</translation>
    </message>
    <message>
        <source>The exchange or provider refused these credentials.</source>
        <translation>Биржа или провайдер не принимает эти данные доступа.</translation>
    </message>
    <message>
        <source>Compare them with what stands there, or make new ones.</source>
        <translation>Сравните их с тем, что указано там, или создайте новые.</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>Не удалось связаться с сервером.</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>Не удалось связаться с %1.</translation>
    </message>
    <message>
        <source>Check the connection and try again.</source>
        <translation>Проверьте соединение и попробуйте снова.</translation>
    </message>
    <message>
        <source>The connection is not safe: the server&apos;s certificate was refused.</source>
        <translation>Соединение небезопасно: сертификат сервера отклонён.</translation>
    </message>
    <message>
        <source>Check the address and this computer&apos;s date. Nothing secret was sent.</source>
        <translation>Проверьте адрес и дату на этом компьютере. Ничего секретного не отправлено.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Сервер не ответил вовремя.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Попробуйте снова позже.</translation>
    </message>
    <message>
        <source>The server sent far more than it should.</source>
        <translation>Сервер прислал намного больше, чем следует.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Проверьте адрес.</translation>
    </message>
    <message>
        <source>The server wanted to send the request elsewhere. Latchkey did not follow.</source>
        <translation>Сервер попросил отправить запрос в другое место. Latchkey этого не сделал.</translation>
    </message>
    <message>
        <source>Check the address, and whether this network asks you to log in first.</source>
        <translation>Проверьте адрес и не требует ли эта сеть сначала войти.</translation>
    </message>
    <message>
        <source>A key is not sent over a connection that is not encrypted.</source>
        <translation>Ключ не отправляется по незашифрованному соединению.</translation>
    </message>
    <message>
        <source>A key is not sent to %1 over a connection that is not encrypted.</source>
        <translation>Ключ не отправляется на %1 по незашифрованному соединению.</translation>
    </message>
    <message>
        <source>Use an address with https.</source>
        <translation>Используйте адрес с https.</translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense.</source>
        <translation>Ответ сервера не имеет смысла.</translation>
    </message>
    <message>
        <source>Check the address and try again.</source>
        <translation>Проверьте адрес и попробуйте снова.</translation>
    </message>
    <message>
        <source>This computer offers no keychain to Latchkey.</source>
        <translation>На этом компьютере для Latchkey нет связки ключей.</translation>
    </message>
    <message>
        <source>Use the recovery key, or a vault that needs only a passphrase (--method passphrase).</source>
        <translation>Используйте ключ восстановления или хранилище, которому нужна только парольная фраза (--method passphrase).</translation>
    </message>
    <message>
        <source>Unlock it, or use the recovery key.</source>
        <translation>Разблокируйте её или используйте ключ восстановления.</translation>
    </message>
    <message>
        <source>This computer&apos;s half of the key is missing. Your vault is intact.</source>
        <translation>Половины ключа, хранившейся на этом компьютере, нет. Ваше хранилище цело.</translation>
    </message>
    <message>
        <source>Use the recovery key.</source>
        <translation>Используйте ключ восстановления.</translation>
    </message>
    <message>
        <source>This computer&apos;s half of the key is not the one that the vault was made with. Your vault is intact.</source>
        <translation>Половина ключа на этом компьютере — не та, с которой создано хранилище. Ваше хранилище цело.</translation>
    </message>
    <message>
        <source>Access to your login keyring was not allowed.</source>
        <translation>Доступ к связке ключей входа не был разрешён.</translation>
    </message>
    <message>
        <source>Try again and allow it, or use the recovery key.</source>
        <translation>Попробуйте снова и разрешите доступ или используйте ключ восстановления.</translation>
    </message>
    <message>
        <source>Your login keyring does not answer.</source>
        <translation>Связка ключей входа не отвечает.</translation>
    </message>
    <message>
        <source>Try again, or use the recovery key.</source>
        <translation>Попробуйте снова или используйте ключ восстановления.</translation>
    </message>
    <message>
        <source>The keychain did not keep the secret. Nothing was lost.</source>
        <translation>Связка ключей не сохранила секрет. Ничего не утрачено.</translation>
    </message>
    <message>
        <source>Try again, or choose a passphrase only.</source>
        <translation>Попробуйте снова или выберите только парольную фразу.</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>Не удалось прочитать или записать файл.</translation>
    </message>
    <message>
        <source>A file could not be read or written: %1.</source>
        <translation>Не удалось прочитать или записать файл: %1.</translation>
    </message>
    <message>
        <source>Check the disk and the rights of the folder.</source>
        <translation>Проверьте диск и права на папку.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed.</source>
        <translation>Диск заполнен. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Make room and try again.</source>
        <translation>Освободите место и попробуйте снова.</translation>
    </message>
    <message>
        <source>The vault cannot be written. Nothing was changed.</source>
        <translation>Хранилище нельзя записать. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Check the rights of its file and folder, and whether the disk is read-only.</source>
        <translation>Проверьте права на его файл и папку и не доступен ли диск только для чтения.</translation>
    </message>
    <message>
        <source>The vault is busy.</source>
        <translation>Хранилище занято.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Попробуйте снова чуть позже.</translation>
    </message>
    <message>
        <source>Nothing was given out, because its use could not be recorded.</source>
        <translation>Ничего не выдано: использование не удалось записать в журнал.</translation>
    </message>
    <message>
        <source>Make the vault&apos;s disk writable, or make room on it.</source>
        <translation>Сделайте диск хранилища доступным для записи или освободите на нём место.</translation>
    </message>
    <message>
        <source>The memory for secrets is full.</source>
        <translation>Память для секретов заполнена.</translation>
    </message>
    <message>
        <source>Do it in smaller parts, or restart Latchkey.</source>
        <translation>Делайте это меньшими частями или перезапустите Latchkey.</translation>
    </message>
    <message>
        <source>A cryptographic operation failed.</source>
        <translation>Криптографическая операция не удалась.</translation>
    </message>
    <message>
        <source>If it was a key of your own, check that it is whole. Otherwise run &quot;latchkey doctor&quot;.</source>
        <translation>Если это был ваш собственный ключ, проверьте, что он цел. Иначе выполните «latchkey doctor».</translation>
    </message>
    <message>
        <source>Others may read or write this file or folder, so Latchkey does not use it.</source>
        <translation>Другие могут читать или изменять этот файл или папку, поэтому Latchkey их не использует.</translation>
    </message>
    <message>
        <source>Others may read or write %1, so Latchkey does not use it.</source>
        <translation>Другие могут читать или изменять %1, поэтому Latchkey этим не пользуется.</translation>
    </message>
    <message>
        <source>Take the rights of others away (chmod go-rwx).</source>
        <translation>Отберите права у других (chmod go-rwx).</translation>
    </message>
    <message>
        <source>This was cancelled. Nothing was changed.</source>
        <translation>Отменено. Ничего не изменено.</translation>
    </message>
    <message>
        <source>The program was not found.</source>
        <translation>Программа не найдена.</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot; was not found.</source>
        <translation>Программа «%1» не найдена.</translation>
    </message>
    <message>
        <source>Check its name, or give its whole path.</source>
        <translation>Проверьте её имя или укажите полный путь.</translation>
    </message>
    <message>
        <source>The program cannot be run.</source>
        <translation>Программу нельзя запустить.</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot; cannot be run.</source>
        <translation>Программу «%1» нельзя запустить.</translation>
    </message>
    <message>
        <source>Check that it is a program and that you may run it.</source>
        <translation>Проверьте, что это программа и что вам можно её запускать.</translation>
    </message>
    <message>
        <source>Something went wrong inside Latchkey.</source>
        <translation>Внутри Latchkey произошла ошибка.</translation>
    </message>
    <message>
        <source>Something went wrong inside Latchkey: %1.</source>
        <translation>Внутри Latchkey произошла ошибка: %1.</translation>
    </message>
    <message>
        <source>Please report it, with what you did.</source>
        <translation>Сообщите о ней и о том, что вы делали.</translation>
    </message>
    <message>
        <source>That recovery key is not right. Nothing was changed.</source>
        <translation>Ключ восстановления неверен. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Compare it with your copy and try again, or use the passphrase. If you are sure of it, this way in may be damaged: use the passphrase.</source>
        <translation>Сравните его со своей копией и попробуйте снова или используйте парольную фразу. Если вы уверены в нём, этот способ разблокировки мог быть повреждён: используйте парольную фразу.</translation>
    </message>
    <message>
        <source>That recovery key has a typing error in it. Nothing was changed.</source>
        <translation>В ключе восстановления опечатка. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Compare it with your copy, letter by letter, and try again.</source>
        <translation>Сравните его со своей копией буква за буквой и попробуйте снова.</translation>
    </message>
    <message>
        <source>That recovery key belongs to another vault. Nothing was changed.</source>
        <translation>Этот ключ восстановления — от другого хранилища. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Look for the one of this vault, or use the passphrase.</source>
        <translation>Найдите ключ от этого хранилища или используйте парольную фразу.</translation>
    </message>
    <message>
        <source>That recovery key is not valid any more: a newer one was made. Nothing was changed.</source>
        <translation>Этот ключ восстановления больше не действует: создан более новый. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Use the newer one, or the passphrase.</source>
        <translation>Используйте более новый или парольную фразу.</translation>
    </message>
    <message>
        <source>The passphrase may be right, but this way in is damaged. Nothing was changed.</source>
        <translation>Парольная фраза, возможно, верна, но этот способ разблокировки повреждён. Ничего не изменено.</translation>
    </message>
    <message>
        <source>No way into the vault was given.</source>
        <translation>Не указан ни один способ разблокировки хранилища.</translation>
    </message>
    <message>
        <source>Use --passphrase-file, or run it at a terminal.</source>
        <translation>Используйте --passphrase-file или запустите в терминале.</translation>
    </message>
    <message>
        <source>Locked here, but another Latchkey still has this vault open.</source>
        <translation>Здесь заблокировано, но это хранилище всё ещё открыто в другом Latchkey.</translation>
    </message>
    <message>
        <source>Lock it there (latchkey lock), or end latchkey serve.</source>
        <translation>Заблокируйте его там (latchkey lock) или завершите latchkey serve.</translation>
    </message>
    <message>
        <source>Your login keyring is locked. No vault was made.</source>
        <translation>Связка ключей входа заблокирована. Хранилище не создано.</translation>
    </message>
    <message>
        <source>Unlock it and try again. To do without it: latchkey init --method passphrase</source>
        <translation>Разблокируйте её и попробуйте снова. Чтобы обойтись без неё: latchkey init --method passphrase</translation>
    </message>
    <message>
        <source>This computer offers no keychain to Latchkey. No vault was made.</source>
        <translation>На этом компьютере для Latchkey нет связки ключей. Хранилище не создано.</translation>
    </message>
    <message>
        <source>To do without it: latchkey init --method passphrase</source>
        <translation>Чтобы обойтись без неё: latchkey init --method passphrase</translation>
    </message>
    <message>
        <source>Nothing waits for your consent there.</source>
        <translation>Там ничто не ждёт вашего согласия.</translation>
    </message>
    <message>
        <source>&quot;latchkey exchange list&quot; tells what is held back.</source>
        <translation>«latchkey exchange list» показывает, чья выдача приостановлена.</translation>
    </message>
    <message>
        <source>By: %1</source>
        <translation>Кем: %1</translation>
    </message>
    <message>
        <source>Secret memory is not locked: it may be written to swap (raise RLIMIT_MEMLOCK).</source>
        <translation>Память для секретов не закреплена: она может попасть в файл подкачки (увеличьте RLIMIT_MEMLOCK).</translation>
    </message>
    <message>
        <source>Other programs of this user may read this process.</source>
        <translation>Другие программы этого пользователя могут читать этот процесс.</translation>
    </message>
    <message>
        <source>A crash would write a core file.</source>
        <translation>При сбое был бы записан файл core.</translation>
    </message>
    <message>
        <source>%1 is open to other users.</source>
        <translation>%1 доступен другим пользователям.</translation>
    </message>
    <message>
        <source>Install one there, then check again.</source>
        <translation>Установите её там и проверьте снова.</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Не проверено</translation>
    </message>
    <message>
        <source>Works, no model chosen</source>
        <translation>Работает, модель не выбрана</translation>
    </message>
    <message>
        <source>No such model</source>
        <translation>Такой модели нет</translation>
    </message>
    <message>
        <source>No such deployment</source>
        <translation>Такого развёртывания нет</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>Модель не выбрана.</translation>
    </message>
    <message>
        <source>The server has no model.</source>
        <translation>На сервере нет моделей.</translation>
    </message>
    <message>
        <source>It answers everybody, so whether it takes the key is not proven.</source>
        <translation>Он отвечает всем, поэтому не доказано, что он принимает ключ.</translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation>Соединение не зашифровано.</translation>
    </message>
    <message>
        <source>The provider does not serve the region that this computer seems to be in.</source>
        <translation>Провайдер не обслуживает регион, в котором, по-видимому, находится этот компьютер.</translation>
    </message>
    <message>
        <source>The request was to be sent elsewhere. Latchkey did not follow.</source>
        <translation>Запрос нужно было отправить в другое место. Latchkey этого не сделал.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Не указано: %1.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>Пусто: %1.</translation>
    </message>
    <message>
        <source>%1 is no address. Write it with https:// in front, without a name, a password or a question mark.</source>
        <translation>%1 — не адрес. Напишите его с https:// в начале, без имени, пароля и вопросительного знака.</translation>
    </message>
    <message>
        <source>What is sent to %1 is not encrypted; everybody on the way can read and change it. Ask all the same?</source>
        <translation>То, что отправляется на %1, не шифруется; любой на пути может прочитать и изменить это. Всё равно отправить запрос?</translation>
    </message>
    <message>
        <source>It may read, trade and withdraw.</source>
        <translation>Разрешены чтение, торговля и вывод средств.</translation>
    </message>
    <message>
        <source>It may read and withdraw.</source>
        <translation>Разрешены чтение и вывод средств.</translation>
    </message>
    <message>
        <source>Whether it may withdraw is not known.</source>
        <translation>Неизвестно, разрешён ли вывод средств.</translation>
    </message>
    <message>
        <source>It may read, trade and transfer between accounts; it may not withdraw.</source>
        <translation>Разрешены чтение, торговля и переводы между счетами; вывод средств не разрешён.</translation>
    </message>
    <message>
        <source>It may read and trade; it may not withdraw.</source>
        <translation>Разрешены чтение и торговля; вывод средств не разрешён.</translation>
    </message>
    <message>
        <source>It may read and transfer between accounts; it may not trade or withdraw.</source>
        <translation>Разрешены чтение и переводы между счетами; торговля и вывод средств не разрешены.</translation>
    </message>
    <message>
        <source>It may read; it may not trade or withdraw.</source>
        <translation>Разрешено чтение; торговля и вывод средств не разрешены.</translation>
    </message>
    <message>
        <source>Works, but your clock is %1 s ahead.</source>
        <translation>Работает, но ваши часы спешат на %1 с.</translation>
    </message>
    <message>
        <source>Works, but your clock is %1 s behind.</source>
        <translation>Работает, но ваши часы отстают на %1 с.</translation>
    </message>
    <message>
        <source>Latchkey allowed for it; your bots cannot. Set the clock.</source>
        <translation>Latchkey это учёл; ваши боты не могут. Установите часы.</translation>
    </message>
    <message>
        <source>Works, but this key may withdraw money.</source>
        <translation>Работает, но этот ключ позволяет вывод средств.</translation>
    </message>
    <message>
        <source>A bot does not need that. Switch it off at %1, then check again.</source>
        <translation>Боту это не нужно. Отключите это на %1 и проверьте снова.</translation>
    </message>
    <message>
        <source>Works, but what this key may do is not known.</source>
        <translation>Работает, но неизвестно, что позволяет этот ключ.</translation>
    </message>
    <message>
        <source>Look at its rights at %1; until then treat it as one that may withdraw.</source>
        <translation>Посмотрите его права на %1; до тех пор считайте, что он позволяет вывод средств.</translation>
    </message>
    <message>
        <source>Works, but this key has rights that Latchkey does not know.</source>
        <translation>Работает, но у этого ключа есть права, неизвестные Latchkey.</translation>
    </message>
    <message>
        <source>Look at its rights at %1; withdrawing cannot be ruled out.</source>
        <translation>Посмотрите его права на %1; вывод средств не исключён.</translation>
    </message>
    <message>
        <source>%1 accepts this key.</source>
        <translation>%1 принимает этот ключ.</translation>
    </message>
    <message>
        <source>This key works, but it belongs to another account at %1.</source>
        <translation>Этот ключ работает, но относится к другому аккаунту на %1.</translation>
    </message>
    <message>
        <source>The old key stays in use. Use the new one anyway, or save it as an account of its own.</source>
        <translation>Старый ключ остаётся в использовании. Всё равно используйте новый или сохраните его как отдельный аккаунт.</translation>
    </message>
    <message>
        <source>Used elsewhere: not checked from here.</source>
        <translation>Используется в другом месте: отсюда не проверено.</translation>
    </message>
    <message>
        <source>%1 knows this key, but not this computer&apos;s address.</source>
        <translation>%1 знает этот ключ, но не адрес этого компьютера.</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Не полностью заполнено</translation>
    </message>
    <message>
        <source>May withdraw</source>
        <translation>Возможен вывод средств</translation>
    </message>
    <message>
        <source>Replacement waiting</source>
        <translation>Ожидает замены</translation>
    </message>
    <message>
        <source>Used elsewhere</source>
        <translation>Используется в другом месте</translation>
    </message>
    <message>
        <source>This key may withdraw money.</source>
        <translation>Этот ключ позволяет вывод средств.</translation>
    </message>
    <message>
        <source>This key works from any address. Limit it to the addresses of your computers.</source>
        <translation>Этот ключ работает с любого адреса. Ограничьте его адресами ваших компьютеров.</translation>
    </message>
    <message>
        <source>This key has a right that Latchkey does not know; withdrawing cannot be ruled out.</source>
        <translation>У этого ключа есть право, неизвестное Latchkey; вывод средств не исключён.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong. Latchkey allowed for it; your bots cannot.</source>
        <translation>Часы этого компьютера неверны. Latchkey это учёл; ваши боты не могут.</translation>
    </message>
    <message>
        <source>A demo key was used for a live account, or a live key for a demo account.</source>
        <translation>Демо-ключ использован для реального аккаунта или реальный ключ для демо-аккаунта.</translation>
    </message>
    <message>
        <source>The exchange does not serve the region that this computer seems to be in.</source>
        <translation>Биржа не обслуживает регион, в котором, по-видимому, находится этот компьютер.</translation>
    </message>
    <message>
        <source>The exchange answered with a code that Latchkey does not know.</source>
        <translation>Биржа ответила кодом, который Latchkey не знает.</translation>
    </message>
    <message>
        <source>This exchange has no field &quot;%1&quot;. It was kept all the same.</source>
        <translation>У этой биржи нет поля «%1». Оно всё равно сохранено.</translation>
    </message>
    <message>
        <source>Spaces around %1 were taken away.</source>
        <translation>Убраны пробелы вокруг: %1.</translation>
    </message>
    <message>
        <source>Line breaks in %1 were taken away.</source>
        <translation>Убраны переносы строк: %1.</translation>
    </message>
    <message>
        <source>Invisible characters in %1 were taken away.</source>
        <translation>Убраны невидимые символы: %1.</translation>
    </message>
    <message>
        <source>%1 looks like the value of another field. Were two fields swapped?</source>
        <translation>%1 похоже на значение другого поля. Не перепутаны ли два поля?</translation>
    </message>
    <message>
        <source>%1 has an unusual length. Was it copied whole?</source>
        <translation>%1: необычная длина. Скопировано ли значение целиком?</translation>
    </message>
    <message>
        <source>%1 has characters that are unusual for this exchange.</source>
        <translation>%1: есть символы, необычные для этой биржи.</translation>
    </message>
    <message>
        <source>%1 is not a private key that can be read.</source>
        <translation>%1 — не закрытый ключ, который можно прочитать.</translation>
    </message>
    <message>
        <source>%1 is protected by a password. Give it without one; Latchkey encrypts it.</source>
        <translation>%1: защищено паролем. Укажите без пароля; Latchkey зашифрует его.</translation>
    </message>
    <message>
        <source>%1 holds a private key; it is used as one.</source>
        <translation>%1 содержит закрытый ключ; он используется как ключ.</translation>
    </message>
    <message>
        <source>Both a secret and a private key were given; the private key is used.</source>
        <translation>Указаны и секрет, и закрытый ключ; используется закрытый ключ.</translation>
    </message>
    <message>
        <source>Earlier version brought back</source>
        <translation>Возвращена прежняя версия</translation>
    </message>
    <message>
        <source>Version turned down</source>
        <translation>Версия отклонена</translation>
    </message>
    <message>
        <source>Version retired</source>
        <translation>Версия выведена из действия</translation>
    </message>
    <message>
        <source>Version marked as known to others</source>
        <translation>Версия отмечена как известная посторонним</translation>
    </message>
    <message>
        <source>Rules for versions changed</source>
        <translation>Правила для версий изменены</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Переименовано</translation>
    </message>
    <message>
        <source>Alias added</source>
        <translation>Псевдоним добавлен</translation>
    </message>
    <message>
        <source>Alias removed</source>
        <translation>Псевдоним удалён</translation>
    </message>
    <message>
        <source>All secrets removed</source>
        <translation>Все секреты удалены</translation>
    </message>
    <message>
        <source>Value compared</source>
        <translation>Значение сверено</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Импортировано</translation>
    </message>
    <message>
        <source>Given out by an export</source>
        <translation>Выдано при экспорте</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>Новый ключ восстановления</translation>
    </message>
    <message>
        <source>Log goes on from here</source>
        <translation>Журнал продолжается отсюда</translation>
    </message>
    <message>
        <source>Way in added</source>
        <translation>Способ разблокировки добавлен</translation>
    </message>
    <message>
        <source>Way in removed</source>
        <translation>Способ разблокировки удалён</translation>
    </message>
    <message>
        <source>Old keychain entry deleted</source>
        <translation>Старая запись в связке ключей удалена</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Не совпадает</translation>
    </message>
    <message>
        <source>it has no value</source>
        <translation>нет значения</translation>
    </message>
    <message>
        <source>it has no name that can be kept</source>
        <translation>нет названия, которое можно сохранить</translation>
    </message>
    <message>
        <source>there are control characters in it</source>
        <translation>содержит управляющие символы</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>слишком велико</translation>
    </message>
    <message>
        <source>the file has two different values for it</source>
        <translation>в файле для этого два разных значения</translation>
    </message>
    <message>
        <source>the other program encrypted it</source>
        <translation>зашифровано другой программой</translation>
    </message>
    <message>
        <source>there is an example instead of a key</source>
        <translation>вместо ключа указан пример</translation>
    </message>
    <message>
        <source>it is no credential</source>
        <translation>это не данные доступа</translation>
    </message>
    <message>
        <source>the key file does not open it</source>
        <translation>файл ключа это не открывает</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новое</translation>
    </message>
    <message>
        <source>In the vault already</source>
        <translation>Уже есть в хранилище</translation>
    </message>
    <message>
        <source>Left alone: the vault has another value</source>
        <translation>Оставлено как есть: в хранилище другое значение</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>held back until you agree</source>
        <translation>выдача приостановлена, пока вы не согласитесь</translation>
    </message>
    <message>
        <source>no version of it is in use</source>
        <translation>ни одна версия не действует</translation>
    </message>
    <message>
        <source>its value does not fit into this format</source>
        <translation>значение не подходит для этого формата</translation>
    </message>
    <message>
        <source>another one has the same variable</source>
        <translation>та же переменная уже у другой записи</translation>
    </message>
    <message>
        <source>Left alone: %1</source>
        <translation>Оставлено как есть: %1</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>Пропущено: %1</translation>
    </message>
    <message>
        <source>env file</source>
        <translation>файл env</translation>
    </message>
    <message>
        <source>encrypted store of an older tool (Fernet)</source>
        <translation>зашифрованное хранилище более старой программы (Fernet)</translation>
    </message>
    <message>
        <source>database of an older tool (Fernet)</source>
        <translation>база данных более старой программы (Fernet)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>таблица CSV</translation>
    </message>
    <message>
        <source>Freqtrade configuration</source>
        <translation>конфигурация Freqtrade</translation>
    </message>
    <message>
        <source>ccxt file of keys</source>
        <translation>файл ключей ccxt</translation>
    </message>
    <message>
        <source>OctoBot configuration</source>
        <translation>конфигурация OctoBot</translation>
    </message>
    <message>
        <source>Jesse export</source>
        <translation>экспорт Jesse</translation>
    </message>
    <message>
        <source>Bitwarden export</source>
        <translation>экспорт Bitwarden</translation>
    </message>
    <message>
        <source>KeePassXC export</source>
        <translation>экспорт KeePassXC</translation>
    </message>
    <message>
        <source>1Password export</source>
        <translation>экспорт 1Password</translation>
    </message>
    <message>
        <source>%1 and its key %2 are still there; together they give the secrets away.</source>
        <translation>%1 и ключ к нему %2 всё ещё на месте; вместе они раскрывают секреты.</translation>
    </message>
    <message>
        <source>%1 is still there, with the secrets in plain text.</source>
        <translation>%1 всё ещё на месте, секреты в нём — открытым текстом.</translation>
    </message>
    <message>
        <source>Once everything works, delete it: %1</source>
        <translation>Когда всё заработает, удалите это: %1</translation>
    </message>
    <message>
        <source>Deleting does not reach backups, synchronised folders, the history of git, or copies that an SSD or the file system keeps. Replace keys that may have been seen there.</source>
        <translation>Удаление не затрагивает резервные копии, синхронизируемые папки, историю git и копии, которые сохраняет SSD или файловая система. Замените ключи, которые могли там увидеть.</translation>
    </message>
    <message>
        <source>It lies in a git repository: what was ever committed stays in its history.</source>
        <translation>Файл лежит в репозитории git: всё, что хоть раз попало в коммит, остаётся в истории.</translation>
    </message>
    <message>
        <source>The passphrase of a way in that is to go on was not given. Nothing was changed.</source>
        <translation>Не указана парольная фраза способа разблокировки, который должен остаться. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Give it as well, or let that way in end with the old key.</source>
        <translation>Укажите и её или дайте этому способу прекратить действие вместе со старым ключом.</translation>
    </message>
    <message>
        <source>One of the ways in is of a kind that this Latchkey does not know, and cannot go on. Nothing was changed.</source>
        <translation>Один из способов разблокировки — неизвестного этой версии Latchkey вида, и сохранить его нельзя. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Let it end with the old key, or remove it first if it is not yours.</source>
        <translation>Дайте ему прекратить действие вместе со старым ключом или сначала удалите его, если он не ваш.</translation>
    </message>
    <message>
        <source>The recovery key cannot be removed, only replaced. Nothing was changed.</source>
        <translation>Ключ восстановления нельзя удалить, можно только заменить. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Make a new one with &quot;latchkey recovery-key new&quot; or on the Security page.</source>
        <translation>Создайте новый командой «latchkey recovery-key new» или на странице «Безопасность».</translation>
    </message>
    <message>
        <source>This is the last way in besides the recovery key. Nothing was changed.</source>
        <translation>Это последний способ разблокировки, кроме ключа восстановления. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Add another one first.</source>
        <translation>Сначала добавьте другой.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>Резервная копия создана</translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation>Резервное копирование не удалось</translation>
    </message>
    <message>
        <source>Restored from a backup</source>
        <translation>Восстановлено из резервной копии</translation>
    </message>
    <message>
        <source>This file is not a Latchkey backup.</source>
        <translation>Этот файл — не резервная копия Latchkey.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another file.</source>
        <translation>Ничего не изменено. Выберите другой файл.</translation>
    </message>
    <message>
        <source>This backup is damaged, or was changed. Nothing was restored.</source>
        <translation>Эта резервная копия повреждена или была изменена. Ничего не восстановлено.</translation>
    </message>
    <message>
        <source>Use another copy of it, or an older backup.</source>
        <translation>Возьмите другой экземпляр этой копии или более старую резервную копию.</translation>
    </message>
    <message>
        <source>This backup was made by a newer Latchkey.</source>
        <translation>Эту резервную копию создала более новая версия Latchkey.</translation>
    </message>
    <message>
        <source>That recovery key does not open this backup. Nothing was changed.</source>
        <translation>Этот ключ восстановления не открывает эту резервную копию. Ничего не изменено.</translation>
    </message>
    <message>
        <source>A backup is opened by the recovery key that was valid when it was made.</source>
        <translation>Резервную копию открывает тот ключ восстановления, который действовал, когда её создавали.</translation>
    </message>
    <message>
        <source>That passphrase does not open this backup. Nothing was changed.</source>
        <translation>Эта парольная фраза не открывает эту резервную копию. Ничего не изменено.</translation>
    </message>
    <message>
        <source>It is the backup&apos;s own, not the vault&apos;s. The recovery key opens it, too.</source>
        <translation>Нужна собственная парольная фраза копии, а не хранилища. Ключ восстановления её тоже открывает.</translation>
    </message>
    <message>
        <source>This backup has no passphrase: only the recovery key opens it.</source>
        <translation>У этой резервной копии нет парольной фразы: её открывает только ключ восстановления.</translation>
    </message>
    <message>
        <source>Use the recovery key (--recovery-key-file).</source>
        <translation>Используйте ключ восстановления (--recovery-key-file).</translation>
    </message>
    <message>
        <source>This vault has no recovery key, so nothing would open the backup.</source>
        <translation>У этого хранилища нет ключа восстановления, поэтому резервную копию нечем было бы открыть.</translation>
    </message>
    <message>
        <source>Make a recovery key, or give the backup a passphrase of its own.</source>
        <translation>Создайте ключ восстановления или задайте резервной копии собственную парольную фразу.</translation>
    </message>
    <message>
        <source>The vault&apos;s folder is on another computer (a network file system), where programs of two computers would damage the vault. It was not opened.</source>
        <translation>Папка хранилища находится на другом компьютере (сетевая файловая система), где программы двух компьютеров повредили бы хранилище. Оно не открыто.</translation>
    </message>
    <message>
        <source>Keep the vault on a disk of this computer (--home, or LATCHKEY_HOME).</source>
        <translation>Держите хранилище на диске этого компьютера (--home или LATCHKEY_HOME).</translation>
    </message>
    <message>
        <source>Once everything works, delete it.</source>
        <translation>Когда всё заработает, удалите его.</translation>
    </message>
    <message>
        <source>Master key changed</source>
        <translation>Главный ключ изменён</translation>
    </message>
    <message>
        <source>There is a vault here already. Nothing was changed.</source>
        <translation>Здесь уже есть хранилище. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Add --replace: the vault is then kept beside it under another name.</source>
        <translation>Добавьте --replace: тогда прежнее хранилище сохранится рядом под другим именем.</translation>
    </message>
    <message>
        <source>Latchkey is running and locked itself: another program replaced the vault or its master key.</source>
        <translation>Latchkey запущен и заблокировался сам: другая программа заменила хранилище или его главный ключ.</translation>
    </message>
    <message>
        <source>Somebody locked this vault by hand: no program opens it again by itself.</source>
        <translation>Хранилище заблокировали вручную: программы сами его больше не откроют.</translation>
    </message>
    <message>
        <source>Unlock it in the window, or by latchkey unlock at a terminal.</source>
        <translation>Разблокируйте его в окне или командой latchkey unlock в терминале.</translation>
    </message>
    <message>
        <source>the vault is damaged there</source>
        <translation>хранилище там повреждено</translation>
    </message>
</context>
<context>
    <name>desktop</name>
    <message>
        <source>The place where a trader&apos;s API keys live.</source>
        <translation>Место, где живут ключи API трейдера.</translation>
    </message>
    <message>
        <source>Folder of the vault.</source>
        <translation>Папка хранилища.</translation>
    </message>
    <message>
        <source>Never touch the system&apos;s keychain.</source>
        <translation>Никогда не обращаться к связке ключей системы.</translation>
    </message>
    <message>
        <source>Start in the tray, without a window.</source>
        <translation>Запуститься в трее, без окна.</translation>
    </message>
</context>
<context>
    <name>desktop::Application</name>
    <message>
        <source>Lock automatically</source>
        <translation>Автоматическая блокировка</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Резервное копирование</translation>
    </message>
    <message>
        <source>Master key</source>
        <translation>Главный ключ</translation>
    </message>
</context>
<context>
    <name>presentation::AboutController</name>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Ничто не требует внимания.</translation>
    </message>
    <message>
        <source>This computer protects less than it could.</source>
        <translation>Этот компьютер защищает хуже, чем мог бы.</translation>
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
        <translation>демо</translation>
    </message>
    <message>
        <source>live</source>
        <translation>реальный</translation>
    </message>
</context>
<context>
    <name>presentation::AccountEditor</name>
    <message>
        <source>Code %1</source>
        <translation>Код %1</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>New %1 account</source>
        <translation>Новый аккаунт %1</translation>
    </message>
    <message>
        <source>Give the account a name, for example main.</source>
        <translation>Дайте аккаунту название, например main.</translation>
    </message>
    <message>
        <source>Use letters, digits, dots, dashes and underscores.</source>
        <translation>Используйте буквы, цифры, точки, дефисы и подчёркивания.</translation>
    </message>
    <message>
        <source>Saved, but not checked.</source>
        <translation>Сохранено, но не проверено.</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>Ещё не проверено.</translation>
    </message>
    <message>
        <source>The old key stays in use. %1</source>
        <translation>Старый ключ остаётся в использовании. %1</translation>
    </message>
    <message>
        <source>Saved. %1</source>
        <translation>Сохранено. %1</translation>
    </message>
    <message>
        <source>Your key was saved. %1</source>
        <translation>Ваш ключ сохранён. %1</translation>
    </message>
    <message>
        <source>Saving, then asking %1...</source>
        <translation>Сохранение, затем запрос к %1...</translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation>Запрос к %1...</translation>
    </message>
    <message>
        <source>Type the name of the account: %1</source>
        <translation>Введите название аккаунта: %1</translation>
    </message>
    <message>
        <source>Releasing the key...</source>
        <translation>Разрешение выдачи ключа...</translation>
    </message>
    <message>
        <source>Taking the new key into use...</source>
        <translation>Переход на новый ключ...</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>Сохранение...</translation>
    </message>
    <message>
        <source>Removing...</source>
        <translation>Удаление...</translation>
    </message>
    <message>
        <source>The key at %1 itself is not deleted.</source>
        <translation>Сам ключ на %1 не удаляется.</translation>
    </message>
    <message>
        <source>Putting it back...</source>
        <translation>Отмена удаления...</translation>
    </message>
</context>
<context>
    <name>presentation::AccountFacts</name>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Stored on %1</source>
        <translation>Сохранено %1</translation>
    </message>
    <message>
        <source>Read balances</source>
        <translation>Чтение балансов</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>Торговля</translation>
    </message>
    <message>
        <source>Transfer between accounts</source>
        <translation>Переводы между счетами</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Вывод средств</translation>
    </message>
    <message>
        <source>Rights Latchkey does not know</source>
        <translation>Права, неизвестные Latchkey</translation>
    </message>
    <message>
        <source>Allowed IP addresses</source>
        <translation>Разрешённые IP-адреса</translation>
    </message>
    <message>
        <source>Any address</source>
        <translation>Любой адрес</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Истекает</translation>
    </message>
    <message>
        <source>Not told by the exchange</source>
        <translation>Биржа не сообщает</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>ID аккаунта</translation>
    </message>
    <message>
        <source>Checked %1.</source>
        <translation>Проверено %1.</translation>
    </message>
    <message>
        <source>Checked %1. Your clock is right to %2 s.</source>
        <translation>Проверено %1. Ваши часы точны до %2 с.</translation>
    </message>
    <message>
        <source>Checked %1. Your clock is %2 s ahead.</source>
        <translation>Проверено %1. Ваши часы спешат на %2 с.</translation>
    </message>
    <message>
        <source>Checked %1. Your clock is %2 s behind.</source>
        <translation>Проверено %1. Ваши часы отстают на %2 с.</translation>
    </message>
</context>
<context>
    <name>presentation::AccountListModel</name>
    <message>
        <source>Checking...</source>
        <translation>Проверка...</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>демо</translation>
    </message>
    <message>
        <source>live</source>
        <translation>реальный</translation>
    </message>
</context>
<context>
    <name>presentation::ActivityController</name>
    <message>
        <source>Verifying...</source>
        <translation>Проверка...</translation>
    </message>
    <message>
        <source>The log is whole.</source>
        <translation>Журнал цел.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, none of them changed or missing.</source>
        <translation>
            <numerusform>%n запись: ничего не изменено и не пропало.</numerusform>
            <numerusform>%n записи: ничего не изменено и не пропало.</numerusform>
            <numerusform>%n записей: ничего не изменено и не пропало.</numerusform>
        </translation>
    </message>
    <message>
        <source>Head of the log: %1</source>
        <translation>Последний хеш журнала: %1</translation>
    </message>
    <message>
        <source>Exporting...</source>
        <translation>Экспорт...</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were exported.</source>
        <translation>
            <numerusform>Экспортирована %n запись.</numerusform>
            <numerusform>Экспортированы %n записи.</numerusform>
            <numerusform>Экспортировано %n записей.</numerusform>
        </translation>
    </message>
    <message>
        <source>To %1. It tells names and times of use, and no key.</source>
        <translation>В %1. Там названия и время использования, но ни одного ключа.</translation>
    </message>
</context>
<context>
    <name>presentation::ActivityModel</name>
    <message>
        <source>Entry %1</source>
        <translation>Запись %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
</context>
<context>
    <name>presentation::AppearanceController</name>
    <message>
        <source>This holds until you quit.</source>
        <translation>Действует до выхода из программы.</translation>
    </message>
</context>
<context>
    <name>presentation::BackupController</name>
    <message>
        <source>The backup of %1 failed.</source>
        <translation>Резервное копирование (%1) не удалось.</translation>
    </message>
    <message>
        <source>No backup was made from here yet.</source>
        <translation>Отсюда резервных копий ещё не создавали.</translation>
    </message>
    <message>
        <source>Last backup: %1.</source>
        <translation>Последняя резервная копия: %1.</translation>
    </message>
    <message>
        <source>Making the backup...</source>
        <translation>Создание резервной копии...</translation>
    </message>
    <message>
        <source>The backup was made.</source>
        <translation>Резервная копия создана.</translation>
    </message>
    <message numerus="yes">
        <source>%n credentials, read again and compared: %1.</source>
        <translation>
            <numerusform>%n запись, прочитана заново и сверена: %1.</numerusform>
            <numerusform>%n записи, прочитаны заново и сверены: %1.</numerusform>
            <numerusform>%n записей, прочитаны заново и сверены: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup was made, but nobody has confirmed the recovery key.</source>
        <translation>Резервная копия создана, но ключ восстановления никто не подтвердил.</translation>
    </message>
    <message>
        <source>Nothing else opens it: confirm the recovery key above.</source>
        <translation>Ничто другое её не откроет: подтвердите ключ восстановления выше.</translation>
    </message>
    <message>
        <source>The vault cannot be written to now, so the log does not tell of it.</source>
        <translation>Сейчас записать в хранилище нельзя, поэтому в журнале этого нет.</translation>
    </message>
</context>
<context>
    <name>presentation::CreateVaultController</name>
    <message>
        <source>Asking this computer&apos;s keychain...</source>
        <translation>Запрос к связке ключей этого компьютера...</translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation>Введите парольную фразу.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Парольные фразы не совпадают.</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>Введите обе ещё раз.</translation>
    </message>
    <message>
        <source>Making your vault...</source>
        <translation>Создание хранилища...</translation>
    </message>
    <message>
        <source>Those groups are not right.</source>
        <translation>Эти группы неверны.</translation>
    </message>
    <message>
        <source>Look at groups %1 and %2 on your paper and type them again.</source>
        <translation>Посмотрите на группы %1 и %2 на своём листе и введите их снова.</translation>
    </message>
    <message>
        <source>No vault was made, and what you typed is still there. Try again, or choose &quot;Passphrase only&quot;.</source>
        <translation>Хранилище не создано, а введённое вами осталось на месте. Попробуйте снова или выберите «Только парольная фраза».</translation>
    </message>
    <message>
        <source>Your system asks for a password in a window of its own.</source>
        <translation>Система запрашивает пароль в собственном окне.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>If your system still asks for a password, you may close that window.</source>
        <translation>Если система всё ещё запрашивает пароль, это окно можно закрыть.</translation>
    </message>
</context>
<context>
    <name>presentation::FormNotes</name>
    <message>
        <source>You were editing %1.</source>
        <translation>Вы редактировали: %1.</translation>
    </message>
    <message>
        <source>What you typed is here again: save it, or discard it.</source>
        <translation>Введённое вами снова здесь: сохраните или отмените правку.</translation>
    </message>
    <message>
        <source>The secret may still be on the clipboard.</source>
        <translation>Секрет, возможно, ещё в буфере обмена.</translation>
    </message>
    <message>
        <source>The clipboard is empty now.</source>
        <translation>Буфер обмена теперь пуст.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>Удалено: %1.</translation>
    </message>
</context>
<context>
    <name>presentation::ImportController</name>
    <message>
        <source>The keys in this file are encrypted, and the key to them is not beside it.</source>
        <translation>Ключи в этом файле зашифрованы, а ключа к ним рядом нет.</translation>
    </message>
    <message>
        <source>Choose the key file, too.</source>
        <translation>Выберите и файл ключа.</translation>
    </message>
    <message>
        <source>Reading the file...</source>
        <translation>Чтение файла...</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>новых: %1</translation>
    </message>
    <message>
        <source>%1 in the vault already</source>
        <translation>уже есть в хранилище: %1</translation>
    </message>
    <message>
        <source>%1 left alone</source>
        <translation>оставлено как есть: %1</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>пропущено: %1</translation>
    </message>
    <message>
        <source>nothing in it</source>
        <translation>в нём ничего нет</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Importing...</source>
        <translation>Импорт...</translation>
    </message>
    <message>
        <source>Check each account before a bot uses it.</source>
        <translation>Проверьте каждый аккаунт, прежде чем его использует бот.</translation>
    </message>
    <message>
        <source>Imported: %1.</source>
        <translation>Импортировано: %1.</translation>
    </message>
    <message>
        <source>It is not clear what this file is.</source>
        <translation>Непонятно, что это за файл.</translation>
    </message>
    <message>
        <source>Choose its format above.</source>
        <translation>Выберите его формат выше.</translation>
    </message>
</context>
<context>
    <name>presentation::ImportRowsModel</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>В файле</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что произойдёт</translation>
    </message>
</context>
<context>
    <name>presentation::LlmEditor</name>
    <message>
        <source>Code %1</source>
        <translation>Код %1</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>Новый провайдер</translation>
    </message>
    <message>
        <source>Give the settings a name, for example main.</source>
        <translation>Дайте настройкам название, например main.</translation>
    </message>
    <message>
        <source>Use letters, digits, dots, dashes and underscores.</source>
        <translation>Используйте буквы, цифры, точки, дефисы и подчёркивания.</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Ничего не сохранено.</translation>
    </message>
    <message>
        <source>Saved. %1</source>
        <translation>Сохранено. %1</translation>
    </message>
    <message>
        <source>Your settings were saved. %1</source>
        <translation>Ваши настройки сохранены. %1</translation>
    </message>
    <message>
        <source>Saving, then asking %1...</source>
        <translation>Сохранение, затем запрос к %1...</translation>
    </message>
    <message>
        <source>Saved, but not checked.</source>
        <translation>Сохранено, но не проверено.</translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation>Запрос к %1...</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 отвечает.</translation>
    </message>
    <message>
        <source>Models to choose from: %1.</source>
        <translation>Модели на выбор: %1.</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>Сохранение...</translation>
    </message>
    <message>
        <source>Programs get these settings from now on.</source>
        <translation>Отныне программы получают эти настройки.</translation>
    </message>
    <message>
        <source>Removing...</source>
        <translation>Удаление...</translation>
    </message>
    <message>
        <source>The key at %1 itself is not deleted.</source>
        <translation>Сам ключ на %1 не удаляется.</translation>
    </message>
    <message>
        <source>The server itself is left alone.</source>
        <translation>Сам сервер не затрагивается.</translation>
    </message>
    <message>
        <source>Putting it back...</source>
        <translation>Отмена удаления...</translation>
    </message>
</context>
<context>
    <name>presentation::LlmFacts</name>
    <message>
        <source>Stored on %1</source>
        <translation>Сохранено %1</translation>
    </message>
    <message>
        <source>Checked %1.</source>
        <translation>Проверено %1.</translation>
    </message>
</context>
<context>
    <name>presentation::LlmListModel</name>
    <message>
        <source>Checking...</source>
        <translation>Проверка...</translation>
    </message>
    <message>
        <source>%1, in use, %2</source>
        <translation>%1, используется, %2</translation>
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
        <translation>Последний раз: %1</translation>
    </message>
    <message>
        <source>Last seen: never</source>
        <translation>Последний раз: никогда</translation>
    </message>
    <message>
        <source>This system does not tell.</source>
        <translation>Эта система об этом не сообщает.</translation>
    </message>
    <message>
        <source>Keys and mouse count in every program.</source>
        <translation>Учитываются клавиши и мышь в любой программе.</translation>
    </message>
    <message>
        <source>This system does not tell when you are away: only what you do in Latchkey counts.</source>
        <translation>Эта система не сообщает, что вас нет: учитываются только ваши действия в Latchkey.</translation>
    </message>
    <message>
        <source>Checking the passphrase...</source>
        <translation>Проверка парольной фразы...</translation>
    </message>
    <message>
        <source>This locks Latchkey less.</source>
        <translation>Это ослабляет блокировку Latchkey.</translation>
    </message>
    <message>
        <source>Type your passphrase to allow it.</source>
        <translation>Введите парольную фразу, чтобы разрешить это.</translation>
    </message>
    <message numerus="yes">
        <source>Latchkey locks in %n s.</source>
        <translation>
            <numerusform>Latchkey заблокируется через %n с.</numerusform>
            <numerusform>Latchkey заблокируется через %n с.</numerusform>
            <numerusform>Latchkey заблокируется через %n с.</numerusform>
        </translation>
    </message>
    <message>
        <source>Programs go on.</source>
        <translation>Программы продолжат работать.</translation>
    </message>
    <message>
        <source>Programs stop then.</source>
        <translation>Доступ программ тогда прекратится.</translation>
    </message>
</context>
<context>
    <name>presentation::RecoveryKeyCopies</name>
    <message>
        <source>There is something at %1 already. It was left as it is.</source>
        <translation>%1 уже существует. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Выберите другое имя.</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Сохранено в %1.</translation>
    </message>
    <message>
        <source>It lies beside the vault: whoever takes both can open it. Keep it somewhere else.</source>
        <translation>Ключ лежит рядом с хранилищем: кто заберёт оба файла, сможет его открыть. Храните ключ в другом месте.</translation>
    </message>
    <message>
        <source>Whoever has this file can open your vault. Keep it apart from this computer.</source>
        <translation>Тот, у кого есть этот файл, может открыть ваше хранилище. Храните его отдельно от этого компьютера.</translation>
    </message>
    <message>
        <source>Handing it to the printer...</source>
        <translation>Передача на принтер...</translation>
    </message>
    <message>
        <source>Sent to the printer %1.</source>
        <translation>Отправлено на принтер %1.</translation>
    </message>
    <message>
        <source>Whoever has the paper can open your vault. Wait at the printer for it.</source>
        <translation>Тот, у кого есть этот лист, может открыть ваше хранилище. Дождитесь его у принтера.</translation>
    </message>
    <message>
        <source>It could not be printed.</source>
        <translation>Не удалось напечатать.</translation>
    </message>
    <message>
        <source>Write it down, or save it to a file. %1</source>
        <translation>Запишите ключ или сохраните его в файл. %1</translation>
    </message>
</context>
<context>
    <name>presentation::RestoreController</name>
    <message>
        <source>Looking inside...</source>
        <translation>Просмотр содержимого...</translation>
    </message>
    <message numerus="yes">
        <source>%n credentials, as they were on %1.</source>
        <translation>
            <numerusform>%n запись в состоянии на %1.</numerusform>
            <numerusform>%n записи в состоянии на %1.</numerusform>
            <numerusform>%n записей в состоянии на %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The vault that is here now is not deleted: it is kept beside the new one, under another name. Programs get their keys from the restored vault once it is unlocked.</source>
        <translation>Нынешнее хранилище не удаляется: оно остаётся рядом с новым под другим именем. Программы получают ключи из восстановленного хранилища, как только оно разблокировано.</translation>
    </message>
    <message>
        <source>There is no vault here yet: the restored one is the first.</source>
        <translation>Здесь ещё нет хранилища: восстановленное будет первым.</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same.</source>
        <translation>Новые парольные фразы не совпадают.</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>Введите обе ещё раз.</translation>
    </message>
    <message>
        <source>Restoring...</source>
        <translation>Восстановление...</translation>
    </message>
    <message numerus="yes">
        <source>%n credentials.</source>
        <translation>
            <numerusform>%n запись.</numerusform>
            <numerusform>%n записи.</numerusform>
            <numerusform>%n записей.</numerusform>
        </translation>
    </message>
    <message>
        <source>The vault that was here is kept as %1.</source>
        <translation>Прежнее хранилище сохранено как %1.</translation>
    </message>
    <message>
        <source>The backup was restored.</source>
        <translation>Восстановлено из резервной копии.</translation>
    </message>
</context>
<context>
    <name>presentation::SecurityController</name>
    <message>
        <source>Made on %1.</source>
        <translation>Дата создания: %1.</translation>
    </message>
    <message>
        <source>The other half is kept by %1.</source>
        <translation>Вторая половина хранится здесь: %1.</translation>
    </message>
    <message>
        <source>Type a new passphrase.</source>
        <translation>Введите новую парольную фразу.</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same.</source>
        <translation>Новые парольные фразы не совпадают.</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>Введите обе ещё раз.</translation>
    </message>
    <message>
        <source>Changing the passphrase...</source>
        <translation>Смена парольной фразы...</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>Парольная фраза изменена.</translation>
    </message>
    <message>
        <source>Older copies of the vault file still open with the old one.</source>
        <translation>Более старые копии файла хранилища по-прежнему открываются старой.</translation>
    </message>
    <message>
        <source>Of an unknown kind</source>
        <translation>Неизвестного вида</translation>
    </message>
    <message>
        <source>A newer Latchkey may have made it. Remove it if it is not yours.</source>
        <translation>Возможно, его создала более новая версия Latchkey. Удалите его, если он не ваш.</translation>
    </message>
    <message>
        <source>Not changed since the vault was made.</source>
        <translation>Не менялся с момента создания хранилища.</translation>
    </message>
    <message>
        <source>Last changed on %1.</source>
        <translation>Последнее изменение: %1.</translation>
    </message>
</context>
<context>
    <name>presentation::UnlockController</name>
    <message>
        <source>Your keys are encrypted in the vault on this computer.</source>
        <translation>Ваши ключи зашифрованы в хранилище на этом компьютере.</translation>
    </message>
    <message>
        <source>The vault is open, and programs go on.</source>
        <translation>Хранилище открыто, программы продолжают работать.</translation>
    </message>
    <message>
        <source>Locked at %1 because you locked it.</source>
        <translation>Заблокировано в %1: вы заблокировали сами.</translation>
    </message>
    <message>
        <source>Locked at %1 because the vault was changed by another program.</source>
        <translation>Заблокировано в %1: хранилище изменила другая программа.</translation>
    </message>
    <message>
        <source>Locked at %1 because it was not used for a while.</source>
        <translation>Заблокировано в %1: хранилищем некоторое время не пользовались.</translation>
    </message>
    <message>
        <source>Locked at %1 because the screen was locked.</source>
        <translation>Заблокировано в %1: экран был заблокирован.</translation>
    </message>
    <message>
        <source>Locked at %1 because the computer went to sleep.</source>
        <translation>Заблокировано в %1: компьютер перешёл в спящий режим.</translation>
    </message>
    <message>
        <source>Locked at %1 because another user took over the screen.</source>
        <translation>Заблокировано в %1: экран перешёл к другому пользователю.</translation>
    </message>
    <message>
        <source>Locked at %1 because the lid was closed.</source>
        <translation>Заблокировано в %1: была закрыта крышка.</translation>
    </message>
    <message>
        <source>Locked at %1 because you logged out.</source>
        <translation>Заблокировано в %1: вы вышли из системы.</translation>
    </message>
    <message>
        <source>Locked at %1.</source>
        <translation>Заблокировано в %1.</translation>
    </message>
    <message>
        <source>1 program still holds a key it was given at start.</source>
        <translation>1 программа всё ещё держит ключ, полученный при запуске.</translation>
    </message>
    <message numerus="yes">
        <source>%n programs still hold keys they were given at start.</source>
        <translation>
            <numerusform>%n программа всё ещё держит ключ, полученный при запуске.</numerusform>
            <numerusform>%n программы всё ещё держат ключи, полученные при запуске.</numerusform>
            <numerusform>%n программ всё ещё держат ключи, полученные при запуске.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlocking...</source>
        <translation>Разблокировка...</translation>
    </message>
    <message>
        <source>Nothing was opened. If you did not put an old copy back yourself, find out who exchanged the file.</source>
        <translation>Ничего не открыто. Если вы не возвращали старую копию сами, выясните, кто подменил файл.</translation>
    </message>
</context>
<context>
    <name>presentation::VaultKeyController</name>
    <message>
        <source>The keychain still holds what is no longer needed; Latchkey tries again at the next unlock.</source>
        <translation>В связке ключей ещё осталось ненужное; Latchkey попробует снова при следующей разблокировке.</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>Остановка...</translation>
    </message>
    <message>
        <source>Changing the master key...</source>
        <translation>Смена главного ключа...</translation>
    </message>
    <message>
        <source>Everything in the vault is encrypted anew.</source>
        <translation>Всё в хранилище шифруется заново.</translation>
    </message>
    <message>
        <source>The master key was changed.</source>
        <translation>Главный ключ изменён.</translation>
    </message>
    <message>
        <source>Older copies and backups still open with the old passphrase and recovery key.</source>
        <translation>Более старые копии и резервные копии по-прежнему открываются старыми парольной фразой и ключом восстановления.</translation>
    </message>
    <message>
        <source>Making a new recovery key...</source>
        <translation>Создание нового ключа восстановления...</translation>
    </message>
    <message>
        <source>A new recovery key was made.</source>
        <translation>Создан новый ключ восстановления.</translation>
    </message>
    <message>
        <source>The old one opens only older copies and backups.</source>
        <translation>Старый открывает только более старые копии и резервные копии.</translation>
    </message>
    <message>
        <source>Removing...</source>
        <translation>Удаление...</translation>
    </message>
    <message>
        <source>Removed: %1.</source>
        <translation>Удалено: %1.</translation>
    </message>
    <message>
        <source>Older copies of the vault file still open with it.</source>
        <translation>Более старые копии файла хранилища по-прежнему открываются этим способом.</translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation>Введите парольную фразу.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Парольные фразы не совпадают.</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>Введите обе ещё раз.</translation>
    </message>
    <message>
        <source>Adding...</source>
        <translation>Добавление...</translation>
    </message>
    <message>
        <source>Your system asks for a password in a window of its own.</source>
        <translation>Система запрашивает пароль в собственном окне.</translation>
    </message>
    <message>
        <source>Added: %1.</source>
        <translation>Добавлено: %1.</translation>
    </message>
    <message>
        <source>From now on it opens the vault as well.</source>
        <translation>Теперь этот способ тоже открывает хранилище.</translation>
    </message>
</context>
<context>
    <name>presentation::VaultPresenter</name>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>Пока ничего не сохранено.</translation>
    </message>
    <message>
        <source>The window is locked, programs go on. AES-256-GCM.</source>
        <translation>Окно заблокировано, программы продолжают работать. AES-256-GCM.</translation>
    </message>
    <message>
        <source>Locked. AES-256-GCM.</source>
        <translation>Заблокировано. AES-256-GCM.</translation>
    </message>
    <message>
        <source>The recovery key is not confirmed.</source>
        <translation>Ключ восстановления не подтверждён.</translation>
    </message>
    <message>
        <source>Unlocked by this computer only. Locking asks for no passphrase.</source>
        <translation>Разблокировано только этим компьютером. Блокировка не требует парольной фразы.</translation>
    </message>
    <message>
        <source>Unlocked by passphrase and this computer. AES-256-GCM.</source>
        <translation>Разблокировано парольной фразой и этим компьютером. AES-256-GCM.</translation>
    </message>
    <message>
        <source>Unlocked by the recovery key. AES-256-GCM.</source>
        <translation>Разблокировано ключом восстановления. AES-256-GCM.</translation>
    </message>
    <message>
        <source>Unlocked by passphrase. AES-256-GCM.</source>
        <translation>Разблокировано парольной фразой. AES-256-GCM.</translation>
    </message>
    <message numerus="yes">
        <source>Locks after %n minutes idle.</source>
        <translation>
            <numerusform>Блокировка через %n минуту бездействия.</numerusform>
            <numerusform>Блокировка через %n минуты бездействия.</numerusform>
            <numerusform>Блокировка через %n минут бездействия.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program changed the master key: what you were typing could not be kept.</source>
        <translation>Другая программа сменила главный ключ: то, что вы вводили, сохранить не удалось.</translation>
    </message>
</context>
<context>
    <name>widgets::AboutPage</name>
    <message>
        <source>A copy of the vault file, also an old one, shows nobody your keys, names or notes.</source>
        <translation>Копия файла хранилища, в том числе старая, никому не покажет ваши ключи, названия и заметки.</translation>
    </message>
    <message>
        <source>What anything else than Latchkey changes in the file is noticed before it is used.</source>
        <translation>Всё, что изменит в файле не Latchkey, будет замечено до использования.</translation>
    </message>
    <message>
        <source>Other users of this computer cannot read the vault, nor this program&apos;s memory.</source>
        <translation>Другие пользователи этого компьютера не могут прочитать ни хранилище, ни память этой программы.</translation>
    </message>
    <message>
        <source>When the vault is locked, its keys are wiped from memory.</source>
        <translation>При блокировке хранилища его ключи стираются из памяти.</translation>
    </message>
    <message>
        <source>Programs get a key only after the log has it, and exchanges only over a connection that is proven.</source>
        <translation>Программы получают ключ только после записи в журнал, а биржи — только по соединению, подлинность которого проверена.</translation>
    </message>
    <message>
        <source>Harmful programs that run as you while the vault is open: they can watch your keyboard and screen, or ask for what you may have.</source>
        <translation>Вредоносные программы, запущенные от вашего имени, пока хранилище открыто: они могут следить за клавиатурой и экраном или запросить то, что доступно вам.</translation>
    </message>
    <message>
        <source>The administrator of this computer, and whoever changed it before Latchkey started.</source>
        <translation>Администратор этого компьютера и тот, кто изменил компьютер до запуска Latchkey.</translation>
    </message>
    <message>
        <source>What a bot does with a key once it has it, and the exchange itself.</source>
        <translation>То, что бот делает с полученным ключом, и сама биржа.</translation>
    </message>
    <message>
        <source>Older copies of the vault: they open with the passphrase that was valid then.</source>
        <translation>Более старые копии хранилища: они открываются парольной фразой, действовавшей тогда.</translation>
    </message>
    <message>
        <source>A vault without a passphrase, against anyone who sits at your unlocked computer.</source>
        <translation>Хранилище без парольной фразы — от любого, кто сидит за вашим разблокированным компьютером.</translation>
    </message>
    <message>
        <source>Memory that hibernation writes to the disk: lock first.</source>
        <translation>Память, которую гибернация записывает на диск: сначала заблокируйте.</translation>
    </message>
    <message>
        <source>Copied: no secret and no name of an account is in it.</source>
        <translation>Скопировано: здесь нет ни секретов, ни названий аккаунтов.</translation>
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
        <translation>Версия введена в действие</translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation>Не удалось проверить</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Uses of keys</source>
        <translation>Использование ключей</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Проверки</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Изменения</translation>
    </message>
    <message>
        <source>Unlocking and locking</source>
        <translation>Разблокировка и блокировка</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Любое время</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Последний час</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Последние 24 часа</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Последние 7 дней</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Последние 30 дней</translation>
    </message>
    <message>
        <source>Nothing has used a key yet.</source>
        <translation>Ещё ничто не использовало ключ.</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>Нет подходящих записей.</translation>
    </message>
    <message>
        <source>As soon as a program gets a key or a signature, it stands here.</source>
        <translation>Как только программа получит ключ или подпись, это появится здесь.</translation>
    </message>
    <message>
        <source>The log was searched to its beginning.</source>
        <translation>Журнал просмотрен до самого начала.</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>Чтение...</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newest entries; more come as you scroll</source>
        <translation>
            <numerusform>Последние записи: %n; при прокрутке появятся ещё</numerusform>
            <numerusform>Последние записи: %n; при прокрутке появятся ещё</numerusform>
            <numerusform>Последние записи: %n; при прокрутке появятся ещё</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Строки JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Таблица (*.csv)</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Экспорт журнала аудита</translation>
    </message>
</context>
<context>
    <name>widgets::BackupPanel</name>
    <message>
        <source>Back up now</source>
        <translation>Создание резервной копии</translation>
    </message>
    <message>
        <source>Latchkey backups (*.lkb)</source>
        <translation>Резервные копии Latchkey (*.lkb)</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Папка для резервных копий</translation>
    </message>
</context>
<context>
    <name>widgets::ConsentDialog</name>
    <message>
        <source>Keep a key that may withdraw</source>
        <translation>Оставить ключ с правом вывода средств</translation>
    </message>
    <message>
        <source>%1 may withdraw money</source>
        <translation>%1 позволяет вывод средств</translation>
    </message>
    <message>
        <source>&amp;Type %1 to keep it:</source>
        <translation>&amp;Введите %1, чтобы оставить ключ:</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>Название аккаунта</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>&amp;Keep anyway</source>
        <translation>Всё &amp;равно оставить</translation>
    </message>
    <message>
        <source>Whoever gets hold of this key, or of a bot that has it, can move your money away. A bot does not need that right. It is safer to switch it off at the exchange and check again.</source>
        <translation>Тот, кто завладеет этим ключом или ботом, у которого он есть, сможет вывести ваши деньги. Боту это право не нужно. Безопаснее отключить его на бирже и проверить снова.</translation>
    </message>
</context>
<context>
    <name>widgets::DraftDialog</name>
    <message>
        <source>Not saved</source>
        <translation>Не сохранено</translation>
    </message>
    <message>
        <source>What you typed is not saved</source>
        <translation>Введённое вами не сохранено</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Продолжить правку</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Не сохранять</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Save it and see whether it works, or discard it and close.</source>
        <translation>Сохраните и посмотрите, работает ли, или закройте без сохранения.</translation>
    </message>
</context>
<context>
    <name>widgets::ExchangesPage</name>
    <message>
        <source>Continue the new account...</source>
        <translation>Продолжить новый аккаунт...</translation>
    </message>
    <message>
        <source>Add account...</source>
        <translation>Добавить аккаунт...</translation>
    </message>
    <message>
        <source>No account matches &quot;%1&quot;.</source>
        <translation>Нет аккаунта, подходящего под «%1».</translation>
    </message>
    <message>
        <source>No exchange keys yet</source>
        <translation>Ключей бирж пока нет</translation>
    </message>
    <message>
        <source>Choose an account</source>
        <translation>Выберите аккаунт</translation>
    </message>
    <message>
        <source>Add a key and Latchkey shows what it may do before a bot uses it.</source>
        <translation>Добавьте ключ, и Latchkey покажет, что он позволяет, прежде чем его использует бот.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Демо</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Реальный</translation>
    </message>
    <message>
        <source>Manage keys at %1</source>
        <translation>Управлять ключами на %1</translation>
    </message>
    <message>
        <source>How to make a key at %1</source>
        <translation>Как создать ключ на %1</translation>
    </message>
    <message>
        <source>Saving also asks %1 whether the key works.</source>
        <translation>При сохранении Latchkey также спрашивает у %1, работает ли ключ.</translation>
    </message>
</context>
<context>
    <name>widgets::ImportDialog</name>
    <message>
        <source>Judge by the content</source>
        <translation>Определить по содержимому</translation>
    </message>
    <message>
        <source>Choose a file of keys</source>
        <translation>Выберите файл с ключами</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Выберите файл ключа</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>Д&amp;алее</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Импортировать</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Закр&amp;ыть</translation>
    </message>
</context>
<context>
    <name>widgets::LlmDelegate</name>
    <message>
        <source>in use</source>
        <translation>используется</translation>
    </message>
</context>
<context>
    <name>widgets::LlmPage</name>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>No provider set.</source>
        <translation>Провайдер не задан.</translation>
    </message>
    <message>
        <source>Programs use Ollama on this computer.</source>
        <translation>Программы используют Ollama на этом компьютере.</translation>
    </message>
    <message>
        <source>Programs get this one</source>
        <translation>Программы получают эти настройки</translation>
    </message>
    <message>
        <source>Manage keys at %1</source>
        <translation>Управлять ключами на %1</translation>
    </message>
    <message>
        <source>Saving also asks %1 whether it answers. That costs nothing.</source>
        <translation>При сохранении Latchkey также проверяет, отвечает ли %1. Это ничего не стоит.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>None needed on this computer</source>
        <translation>На этом компьютере не нужен</translation>
    </message>
    <message>
        <source>Continue the new one...</source>
        <translation>Продолжить ввод нового...</translation>
    </message>
    <message>
        <source>&amp;Add provider...</source>
        <translation>&amp;Добавить провайдера...</translation>
    </message>
    <message>
        <source>Choose a provider</source>
        <translation>Выберите провайдера</translation>
    </message>
</context>
<context>
    <name>widgets::LlmRemovalDialog</name>
    <message>
        <source>Remove provider</source>
        <translation>Удаление провайдера</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Удалить %1?</translation>
    </message>
    <message>
        <source>Programs get other settings from then on.</source>
        <translation>После этого программы будут получать другие настройки.</translation>
    </message>
    <message>
        <source>The key at %1 itself is not deleted.</source>
        <translation>Сам ключ на %1 не удаляется.</translation>
    </message>
    <message>
        <source>The server itself is left alone.</source>
        <translation>Сам сервер не затрагивается.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Оставить</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
</context>
<context>
    <name>widgets::LockWarning</name>
    <message>
        <source>Stay unlocked</source>
        <translation>Не блокировать</translation>
    </message>
</context>
<context>
    <name>widgets::LockingPanel</name>
    <message>
        <source> minute</source>
        <translation> мин</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> мин</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message>
        <source>Exchanges</source>
        <translation>Биржи</translation>
    </message>
    <message>
        <source>LLM providers</source>
        <translation>Провайдеры LLM</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Активность</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Безопасность</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Set up Latchkey</source>
        <translation>Настройка Latchkey</translation>
    </message>
    <message numerus="yes">
        <source>Copied. The clipboard is emptied in %n s.</source>
        <translation>
            <numerusform>Скопировано. Буфер обмена очистится через %n с.</numerusform>
            <numerusform>Скопировано. Буфер обмена очистится через %n с.</numerusform>
            <numerusform>Скопировано. Буфер обмена очистится через %n с.</numerusform>
        </translation>
    </message>
    <message>
        <source>The secret is still on the clipboard: this desktop lets Latchkey remove it only while you use this window.</source>
        <translation>Секрет всё ещё в буфере обмена: эта среда рабочего стола позволяет Latchkey убрать его, только пока вы работаете в этом окне.</translation>
    </message>
</context>
<context>
    <name>widgets::MasterKeyPanel</name>
    <message>
        <source>The master key encrypts everything in the vault. Change it when somebody may have seen a passphrase, the recovery key or a copy of the file. Older copies still open with the old ways in: delete them.</source>
        <translation>Главный ключ шифрует всё в хранилище. Смените его, если кто-то мог увидеть парольную фразу, ключ восстановления или копию файла. Более старые копии по-прежнему открываются старыми способами: удалите их.</translation>
    </message>
    <message>
        <source>Change &amp;master key...</source>
        <translation>Сменить &amp;главный ключ...</translation>
    </message>
</context>
<context>
    <name>widgets::MessageStrip</name>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Выполняется</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Keep anyway...</source>
        <translation>Всё равно оставить...</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation>Всё равно использовать</translation>
    </message>
    <message>
        <source>It is used elsewhere</source>
        <translation>Используется в другом месте</translation>
    </message>
    <message>
        <source>It is used here</source>
        <translation>Используется здесь</translation>
    </message>
    <message>
        <source>Use recovery key</source>
        <translation>Использовать ключ восстановления</translation>
    </message>
    <message>
        <source>Unlock keyring</source>
        <translation>Разблокировать связку ключей</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Clear the clipboard</source>
        <translation>Очистить буфер обмена</translation>
    </message>
    <message>
        <source>Use this older file...</source>
        <translation>Использовать этот старый файл...</translation>
    </message>
</context>
<context>
    <name>widgets::PageList</name>
    <message>
        <source>%1, not saved</source>
        <translation>%1, не сохранено</translation>
    </message>
</context>
<context>
    <name>widgets::PassphraseDialog</name>
    <message>
        <source>Use several words that do not belong together.</source>
        <translation>Возьмите несколько слов, не связанных между собой.</translation>
    </message>
</context>
<context>
    <name>widgets::QrCodeView</name>
    <message>
        <source>Recovery key as a QR code</source>
        <translation>Ключ восстановления в виде QR-кода</translation>
    </message>
</context>
<context>
    <name>widgets::QuitDialog</name>
    <message>
        <source>Quit Latchkey</source>
        <translation>Выход из Latchkey</translation>
    </message>
    <message>
        <source>Programs use keys from Latchkey</source>
        <translation>Программы используют ключи из Latchkey</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of programs</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Не выходить</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выйти</translation>
    </message>
    <message>
        <source>They keep the keys that they were given at start. They get no more, and no signatures, until Latchkey runs again and is unlocked.</source>
        <translation>Ключи, полученные при запуске, останутся у них. Новых ключей и подписей они не получат, пока Latchkey не будет снова запущен и разблокирован.</translation>
    </message>
    <message>
        <source>What you typed is not saved</source>
        <translation>Введённое вами не сохранено</translation>
    </message>
    <message>
        <source>What you typed before the lock is offered again after unlocking, but not after Latchkey has quit.</source>
        <translation>Введённое до блокировки будет предложено снова после разблокировки, но не после выхода из Latchkey.</translation>
    </message>
</context>
<context>
    <name>widgets::RecoveryKeyGrid</name>
    <message>
        <source>Recovery key, nine groups of five characters</source>
        <translation>Ключ восстановления: девять групп по пять знаков</translation>
    </message>
</context>
<context>
    <name>widgets::RecoveryKeyPage</name>
    <message>
        <source>Type groups %1 and %2, to be sure that you have it:</source>
        <translation>Введите группы %1 и %2, чтобы убедиться, что ключ у вас есть:</translation>
    </message>
    <message>
        <source>Group &amp;%1:</source>
        <translation>Группа &amp;%1:</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Сохранение ключа восстановления</translation>
    </message>
    <message>
        <source>Print the recovery key</source>
        <translation>Печать ключа восстановления</translation>
    </message>
</context>
<context>
    <name>widgets::RemovalDialog</name>
    <message>
        <source>Remove account</source>
        <translation>Удаление аккаунта</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Удалить %1?</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Оставить</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Programs can no longer get this key from Latchkey. The key at %1 itself is not deleted.</source>
        <translation>Программы больше не смогут получить этот ключ от Latchkey. Сам ключ на %1 не удаляется.</translation>
    </message>
</context>
<context>
    <name>widgets::RestoreDialog</name>
    <message>
        <source>Ne&amp;xt</source>
        <translation>Д&amp;алее</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>Восстанов&amp;ить</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Закр&amp;ыть</translation>
    </message>
    <message>
        <source>Use several words that do not belong together.</source>
        <translation>Возьмите несколько слов, не связанных между собой.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Выбор резервной копии</translation>
    </message>
    <message>
        <source>Latchkey backups (*.lkb)</source>
        <translation>Резервные копии Latchkey (*.lkb)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>&amp;Restore and replace</source>
        <translation>&amp;Восстановить и заменить</translation>
    </message>
</context>
<context>
    <name>widgets::SecretField</name>
    <message>
        <source>Reveal</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Reveal %1</source>
        <translation>Показать %1</translation>
    </message>
    <message>
        <source>Shows it for 15 seconds. The activity log notes it.</source>
        <translation>Показывает на 15 секунд. Это записывается в журнал аудита.</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Копировать %1</translation>
    </message>
    <message>
        <source>Puts it on the clipboard for a short time. The activity log notes it.</source>
        <translation>Помещает в буфер обмена на короткое время. Это записывается в журнал аудита.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>widgets::SecurityPage</name>
    <message>
        <source>Not confirmed yet. Without it, a forgotten passphrase or a lost keychain means that the vault stays shut for good.</source>
        <translation>Ещё не подтверждён. Без него забытая парольная фраза или утраченная связка ключей означает, что хранилище останется закрытым навсегда.</translation>
    </message>
    <message>
        <source>This vault has no recovery key.</source>
        <translation>У этого хранилища нет ключа восстановления.</translation>
    </message>
    <message>
        <source>Confirmed: somebody has it on paper or in a file. Keep it apart from this computer.</source>
        <translation>Подтверждён: он у кого-то есть на бумаге или в файле. Храните его отдельно от этого компьютера.</translation>
    </message>
    <message>
        <source>%1 (opened the vault now)</source>
        <translation>%1 (хранилище открыто этим способом)</translation>
    </message>
    <message>
        <source>Remove...</source>
        <translation>Удалить...</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Удалить: %1</translation>
    </message>
</context>
<context>
    <name>widgets::SetupWizard</name>
    <message>
        <source>Set up Latchkey: step %1 of %2</source>
        <translation>Настройка Latchkey: шаг %1 из %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Готово</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>Д&amp;алее</translation>
    </message>
    <message>
        <source>Do this &amp;later</source>
        <translation>Сделать поз&amp;же</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Пропуст&amp;ить</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>Not no&amp;w</source>
        <translation>Не сей&amp;час</translation>
    </message>
</context>
<context>
    <name>widgets::TrayIcon</name>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Проверено</translation>
    </message>
    <message>
        <source>Latchkey: the window is locked, programs go on</source>
        <translation>Latchkey: окно заблокировано, программы продолжают работать</translation>
    </message>
    <message>
        <source>Latchkey: not set up</source>
        <translation>Latchkey: не настроен</translation>
    </message>
    <message>
        <source>Latchkey: locked</source>
        <translation>Latchkey: заблокирован</translation>
    </message>
    <message>
        <source>Latchkey: unlocked, something needs attention</source>
        <translation>Latchkey: разблокирован, что-то требует внимания</translation>
    </message>
    <message>
        <source>Latchkey: unlocked</source>
        <translation>Latchkey: разблокирован</translation>
    </message>
    <message>
        <source>Unlock...</source>
        <translation>Разблокировать...</translation>
    </message>
    <message>
        <source>Open Latchkey</source>
        <translation>Открыть Latchkey</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>Lock window</source>
        <translation>Заблокировать окно</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Все аккаунты</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>демо</translation>
    </message>
    <message>
        <source>live</source>
        <translation>реальный</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The results are in the window.</source>
        <translation>Результаты видны в окне.</translation>
    </message>
</context>
<context>
    <name>widgets::UnlockPage</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Разблокировать</translation>
    </message>
    <message>
        <source>&amp;Unlock with this computer</source>
        <translation>&amp;Разблокировать этим компьютером</translation>
    </message>
    <message>
        <source>Unlock with this &amp;computer instead</source>
        <translation>Разблокировать эти&amp;м компьютером</translation>
    </message>
    <message>
        <source>Use the &amp;recovery key instead</source>
        <translation>Использовать ключ &amp;восстановления</translation>
    </message>
    <message>
        <source>Use the &amp;passphrase instead</source>
        <translation>Использовать парольную &amp;фразу</translation>
    </message>
</context>
<context>
    <name>widgets::VaultKeyDialog</name>
    <message>
        <source>Change master key</source>
        <translation>Смена главного ключа</translation>
    </message>
    <message>
        <source>Change the master key</source>
        <translation>Смена главного ключа</translation>
    </message>
    <message>
        <source>All keys in the vault are encrypted anew. You get a new recovery key: the paper you have opens only older copies and backups. Those still open with what opens them now, so delete them and make a new backup.</source>
        <translation>Все ключи в хранилище будут зашифрованы заново. Вы получите новый ключ восстановления: ваш нынешний лист открывает только более старые копии и резервные копии. Их по-прежнему открывает то же, что и сейчас, поэтому удалите их и создайте новую резервную копию.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>C&amp;hange master key</source>
        <translation>&amp;Сменить главный ключ</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>Новый ключ восстановления</translation>
    </message>
    <message>
        <source>Make a new recovery key</source>
        <translation>Создание нового ключа восстановления</translation>
    </message>
    <message>
        <source>The paper you have opens this vault no longer, only older copies and backups. The new key is shown next.</source>
        <translation>Ваш нынешний лист больше не будет открывать это хранилище, только более старые копии и резервные копии. Новый ключ будет показан далее.</translation>
    </message>
    <message>
        <source>&amp;Make a new one</source>
        <translation>&amp;Создать новый</translation>
    </message>
    <message>
        <source>Remove a way to unlock</source>
        <translation>Удаление способа разблокировки</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;?</source>
        <translation>Удалить «%1»?</translation>
    </message>
    <message>
        <source>It opens this vault no longer. Older copies of the vault file still open with it.</source>
        <translation>Он больше не будет открывать это хранилище. Более старые копии файла хранилища он по-прежнему открывает.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Оставить</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Парольная фраза:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>Of another way, if it has another:</source>
        <translation>Другого способа, если она у него своя:</translation>
    </message>
    <message>
        <source>Passphrase of another way</source>
        <translation>Парольная фраза другого способа</translation>
    </message>
</context>
</TS>
