// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/application.h"

#include "access/agentprotocol.h"
#include "access/controlclient.h"
#include "base/log.h"
#include "base/privatefile.h"
#include "base/randomsource.h"
#include "crypto/libraryversion.h"
#include "exchange/credentialprobe.h"
#include "keychain/disabledkeychain.h"
#include "keychain/keychainfactory.h"
#include "net/qthttpclient.h"
#include "platform/desktopsettings.h"
#include "platform/hardening.h"
#include "platform/lpspooler.h"
#include "platform/sessionbuses.h"
#include "platform/singleinstance.h"
#include "platform/systemkdfgate.h"
#include "platform/systemprocesses.h"
#include "platform/terminationsignals.h"
#include "presentation/backupcontroller.h"
#include "presentation/importcontroller.h"
#include "presentation/llmcontroller.h"
#include "presentation/restorecontroller.h"
#include "service/keyholders.h"
#include "service/ports/autostart.h"
#include "service/profiles.h"
#include "service/statusquery.h"
#include "storage/fileanchorstore.h"
#include "storage/networkfilesystem.h"
#include "storage/sqlitefernetdatabase.h"
#include "storage/sqlitevaultfilesystem.h"
#include "storage/sqliteversion.h"
#include "widgets/appearancepanel.h"
#include "widgets/backuppanel.h"
#include "widgets/lockingpanel.h"
#include "widgets/masterkeypanel.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QSessionManager>
#include <QSystemTrayIcon>

#include <atomic>

namespace desktop {

namespace {

constexpr std::chrono::seconds kBusy{10};
constexpr std::chrono::seconds kRaisePatience{2};
constexpr std::chrono::seconds kChangesEvery{1};
constexpr std::chrono::minutes kBackupsEvery{10};
const QString kProgram = QStringLiteral("latchkey-desktop");

std::unique_ptr<vault::ports::KeySlotSecretStore> makeStore(const Options &options)
{
    if (options.noKeychain)
        return std::make_unique<keychain::DisabledKeychain>();
    return keychain::makeKeychain();
}

} // namespace

/// Everything the program is made of, in the order in which it is built.
struct Application::Parts {
    Parts(const Options &options, const platform::VaultPaths &paths, exchange::ExchangeCatalogue exchangeCatalogue,
          llm::ProviderCatalogue providerCatalogue, service::ProfileCatalogue profileCatalogue)
        : exchanges(std::move(exchangeCatalogue))
        , providers(std::move(providerCatalogue))
        , profiles(std::move(profileCatalogue))
        , files(kBusy)
        , anchors(platform::stateBase())
        , store(makeStore(options))
        , gate(paths.runtimeDirectory)
        , probes(exchange::makeProbes(exchanges, http, clock))
        , host({{files, anchors, clock, random}, *store, gate}, paths.vaultFile)
        , secrets(host, {kProgram})
        , accounts({host, exchanges, probes, {kProgram}})
        , llm(host, providers, {kProgram})
        , llmProbes(::llm::makeProbes(providers, http, clock))
        , llmChecks({host, providers, llmProbes, {kProgram}, QProcessEnvironment::systemEnvironment()})
        , planner(host, profiles, exchanges)
        , status({host, secrets, accounts, llm})
        , integrity(host)
        , backups({host, {{files, anchors, clock, random}, *store, gate}, {kProgram}})
        , backupSchedule(host, backups)
        , diagnostics(host, [this, paths] { return facts(paths); })
        , autostart(platform::makeAutostart(options.home))
        , lockPolicy(host)
        , lockWatch({host, lockPolicy, *sessionEvents, *idleTime})
        , settings(platform::configDirectory())
        , appearance(settings, options.systemIsDark)
        , theme(appearance)
        , keySlots(host, {{files, anchors, clock, random}, *store, gate}, {kProgram})
        , rotation(host, {{files, anchors, clock, random}, *store, gate}, {kProgram})
        , presenter({host, accounts, integrity, diagnostics, random, keySlots, rotation})
        , locking({host, lockPolicy, lockWatch, *autostart})
        , backupPage({host, backups, backupSchedule, integrity})
        , restore(host, backups)
        , imports({host, exchanges, fernetDatabase, {kProgram}})
        , import(imports)
        , checks(accounts, presenter.accounts())
        , llmPage({host, llm, llmChecks, presenter.drafts(), {kProgram}})
        , window(presenter, &llmPage)
        , lockWarning(new widgets::LockWarning(locking, &window))
        , curtain(presenter)
        , tray({presenter, locking, checks})
    {
        presenter.unlock().setKeyHolders([this] { return keyHolders.running(); });
        window.addAboutPanel(tr("Appearance"), new widgets::AppearancePanel(appearance));
        presenter.create().copies().setSpooler(spooler);
        window.setLocking(locking);
        window.addSecurityPanel(tr("Lock automatically"), new widgets::LockingPanel(locking));
        window.addSecurityPanel(tr("Master key"), new widgets::MasterKeyPanel(presenter));
        window.addSecurityPanel(tr("Backup"), new widgets::BackupPanel(backupPage));
        window.setRestore(restore);
        window.setImport(import);
    }

    /// In the thread of `diagnostics`.
    [[nodiscard]] service::ports::SystemFacts facts(const platform::VaultPaths &paths) const
    {
        service::ports::SystemFacts out;
        out.protection = platform::hardeningState();
        out.stateFolder = platform::stateDirectory();
        out.controlSocket = paths.controlSocket;
        out.fileSystem = storage::fileSystemTypeAt(paths.vaultFile);
        out.vaultPlace = storage::requireLocalFileSystem(paths.vaultFile);
        // Where this program does not serve the socket, another one does.
        out.agentRuns = serves || QFileInfo::exists(paths.controlSocket);
        out.opensslVersion = crypto::opensslVersion();
        out.sqliteVersion = storage::sqliteVersion();
        return out;
    }

    base::SystemClock clock;
    base::SystemRandomSource random;
    net::QtHttpClient http;
    exchange::ExchangeCatalogue exchanges;
    llm::ProviderCatalogue providers;
    service::ProfileCatalogue profiles;
    storage::SqliteVaultFileSystem files;
    storage::FileAnchorStore anchors;
    std::unique_ptr<vault::ports::KeySlotSecretStore> store;
    platform::SystemKdfGate gate;
    exchange::ProbeMap probes;
    service::VaultHost host;
    service::Secrets secrets;
    service::Exchanges accounts;
    service::LlmSettings llm;
    ::llm::ProbeMap llmProbes;
    service::LlmChecks llmChecks;
    service::RunPlanner planner;
    service::StatusQuery status;
    service::Integrity integrity;
    service::Backups backups;
    service::BackupSchedule backupSchedule;
    std::atomic_bool serves = false; ///< `server` is there; read by the thread of `diagnostics`
    service::Diagnostics diagnostics;
    platform::BusAddresses buses = platform::busAddresses();
    std::unique_ptr<service::ports::SessionEvents> sessionEvents = platform::makeSessionEvents(buses);
    std::unique_ptr<service::ports::IdleTime> idleTime = platform::makeIdleTime(buses);
    std::unique_ptr<service::ports::Autostart> autostart;
    platform::LpSpooler spooler;
    platform::SystemProcesses processes;
    service::KeyHolders keyHolders{processes};
    service::LockPolicy lockPolicy;
    service::LockWatch lockWatch;
    platform::DesktopSettings settings;
    presentation::AppearanceController appearance;
    widgets::Theme theme;
    service::KeySlots keySlots;
    service::KeyRotation rotation;
    presentation::VaultPresenter presenter;
    presentation::LockingController locking;
    presentation::BackupController backupPage;
    presentation::RestoreController restore;
    storage::SqliteFernetDatabase fernetDatabase;
    service::Imports imports;
    presentation::ImportController import;
    presentation::AccountChecks checks;
    presentation::LlmController llmPage;
    widgets::MainWindow window;
    widgets::LockWarning *lockWarning; ///< of the window
    widgets::LockCurtain curtain;
    widgets::TrayIcon tray;
    TrayWatcher trayWatcher;
    widgets::InputWatch input;
    widgets::LockShortcut shortcut;
    std::optional<base::FileLock> instance;
    std::unique_ptr<platform::TerminationSignals> signalsWatch;
    base::WorkerThread otherAgent{QStringLiteral("other-agent")};
    std::unique_ptr<agent::AgentDispatcher> dispatcher;
    std::unique_ptr<agent::ControlServer> server;
};

Application::Application(Options options, std::unique_ptr<Parts> parts)
    : m_options(std::move(options))
    , m_parts(std::move(parts))
{
}

Application::~Application() = default;

base::Result<std::unique_ptr<Application>> Application::create(const Options &options)
{
    const platform::VaultPaths paths = platform::vaultPaths(options.home.isEmpty() ? platform::defaultHome() : options.home);
    LATCHKEY_CHECK(base::ensurePrivateDirectory(paths.runtimeDirectory));
    LATCHKEY_TRY(exchange::ExchangeCatalogue exchanges, exchange::ExchangeCatalogue::load());
    LATCHKEY_TRY(llm::ProviderCatalogue providers, llm::ProviderCatalogue::load());
    LATCHKEY_TRY(service::ProfileCatalogue profiles, service::ProfileCatalogue::load());
    auto parts = std::make_unique<Parts>(options, paths, std::move(exchanges), std::move(providers), std::move(profiles));
    std::unique_ptr<Application> application(new Application(options, std::move(parts)));
    application->m_paths = paths;
    return application;
}

base::Result<bool> Application::start(QApplication &application)
{
    auto instance = platform::claimSingleInstance(m_paths);
    if (!instance && instance.error().code == base::ErrorCode::AlreadyExists) {
        raiseOther();
        return false;
    }
    if (!instance)
        return std::unexpected(instance.error());
    m_parts->instance = *std::move(instance);
    LATCHKEY_CHECK(watchSignals());
    LATCHKEY_CHECK(serveAgent());
    connectWindow(application);
    m_parts->host.watchChanges(kChangesEvery);
    m_parts->lockWatch.start();
    m_parts->backupSchedule.start(kBackupsEvery);
    m_parts->trayWatcher.start();
    if (!m_options.hidden)
        m_parts->window.present();
    return true;
}

void Application::raiseOther() const
{
    auto client = agent::ControlClient::connect(m_paths.controlSocket, kRaisePatience);
    if (!client)
        return;
    agent::ControlRequest request;
    request.operation = agent::operation::kRaise;
    const auto answered = client->call(request, kRaisePatience);
    Q_UNUSED(answered)
}

base::Result<void> Application::serveAgent()
{
    Parts &parts = *m_parts;
    parts.dispatcher = std::make_unique<agent::AgentDispatcher>(agent::AgentDispatcher::Parts{
        parts.host, parts.secrets, parts.planner, parts.accounts, parts.status, QString(),
        [this] { m_parts->window.present(); }, [this](std::int64_t pid) { m_parts->keyHolders.add(pid); }});
    auto server = agent::ControlServer::listen(m_paths.controlSocket, parts.dispatcher->handler());
    if (server) {
        parts.server = *std::move(server);
        parts.serves = true;
        return {};
    }
    // `latchkey serve` may hold the vault's socket already; the window works all the same, and its Lock now locks that one too.
    if (server.error().code != base::ErrorCode::AlreadyExists)
        return std::unexpected(server.error());
    qCInfo(base::lcAgent) << "another agent serves this vault; programs talk to that one";
    return {};
}

base::Result<void> Application::watchSignals()
{
    // Whoever asks the program to end (a session's end, systemd, Ctrl+C) gets a vault that is locked, and a log that says so.
    LATCHKEY_TRY(m_parts->signalsWatch, platform::TerminationSignals::watch([this] { quit(); }));
    return {};
}

void Application::connectWindow(QApplication &application)
{
    Parts &parts = *m_parts;
    // The window has asked about drafts. Queued: it hides behind its close event, and a question of ours brings it back.
    connect(&parts.window, &widgets::MainWindow::quitRequested, this, &Application::quitByUser, Qt::QueuedConnection);
    connect(&parts.presenter, &presentation::VaultPresenter::quitReady, this, &QCoreApplication::quit);
    connect(&parts.tray, &widgets::TrayIcon::openRequested, &parts.window, &widgets::MainWindow::present);
    connect(&parts.tray, &widgets::TrayIcon::quitRequested, this,
            [this] { m_parts->window.confirmLeaving([this] { quitByUser(); }); });
    connect(&parts.trayWatcher, &TrayWatcher::available, this, [this] {
        m_parts->tray.show();
        followTray();
    });
    connect(&parts.trayWatcher, &TrayWatcher::missing, this, &Application::followTray);
    connectLocking(application);
    connect(&parts.host, &service::VaultHost::stateChanged, this, &Application::followState);
}

void Application::connectLocking(QApplication &application)
{
    Parts &parts = *m_parts;
    using presentation::LockingController;
    connect(&parts.tray, &widgets::TrayIcon::lockRequested, &parts.locking, &LockingController::lockNow);
    connect(&parts.tray, &widgets::TrayIcon::lockWindowRequested, &parts.locking, &LockingController::lockWindow);
    connect(&parts.shortcut, &widgets::LockShortcut::triggered, &parts.locking, &LockingController::lockNow);
    connect(&parts.shortcut, &widgets::LockShortcut::windowTriggered, &parts.locking, &LockingController::lockWindow);
    const auto tellIdle = [this] { m_parts->presenter.setIdleMinutes(m_parts->locking.settings().idleMinutes); };
    connect(&parts.locking, &LockingController::changed, this, tellIdle);
    tellIdle();
    connect(&parts.lockWatch, &service::LockWatch::changed, this, [this] {
        m_parts->window.setClipboardTime(std::chrono::seconds(m_parts->lockWatch.settings().clipboardSeconds));
    });
    connect(&parts.input, &widgets::InputWatch::used, &parts.lockWatch, &service::LockWatch::noteInput);
    application.installEventFilter(&parts.shortcut);
    application.installEventFilter(&parts.input);
    // The end of the session is no question either: what the session manager is told is only not to start us again, which is
    // the autostart's business.
    connect(&application, &QGuiApplication::commitDataRequest, this, [this](QSessionManager &session) {
        session.setRestartHint(QSessionManager::RestartNever);
        base::whenDone(m_parts->host.lock(service::LockReason::Logout), this, [](const base::Result<service::Done> &) {});
    });
}

void Application::followState()
{
    Parts &parts = *m_parts;
    const bool unlocked = parts.host.state() == service::LockState::Unlocked;
    if (!unlocked)
        parts.http.forgetConnections();
    if (parts.server)
        return;
    if (!unlocked && parts.host.lastLock().reason == service::LockReason::User)
        lockOther();
    // The agent that held the socket may have gone; until then programs talk to that one.
    if (const auto served = unlocked ? serveAgent() : base::Result<void>(); !served)
        qCWarning(base::lcAgent) << "programs cannot reach this vault:" << base::codeName(served.error().code);
}

void Application::lockOther()
{
    // On a thread of its own: whoever does not answer must not hold up the window.
    auto locked = m_parts->otherAgent.run([path = m_paths.controlSocket]() -> base::Result<bool> {
        LATCHKEY_TRY(auto client, agent::ControlClient::connect(path, kRaisePatience));
        agent::ControlRequest request;
        request.operation = agent::operation::kLock;
        LATCHKEY_TRY(const agent::ControlResponse answer, client.call(request, kRaisePatience));
        return answer.error ? base::Result<bool>(std::unexpected(*answer.error)) : base::Result<bool>(true);
    });
    base::whenDone(locked, this, [this](const base::Result<bool> &done) {
        if (done || done.error().code == base::ErrorCode::NoAgent)
            return;
        // Whoever locked must not think that all is shut.
        m_parts->presenter.unlock().refuse({base::ErrorCode::TimedOut, QStringLiteral("other_agent")});
        m_parts->window.present();
    });
}

void Application::followTray()
{
    // Asked before there is a tray, Qt would remember that there is none.
    const bool tray = m_parts->tray.isShown() && QSystemTrayIcon::isSystemTrayAvailable();
    m_parts->window.setMayHide(tray);
    if (!tray && !m_parts->window.isVisible())
        m_parts->window.present(); // hidden, and nothing else would bring it back
}

void Application::quitByUser()
{
    if (m_quitting) // its windows are closed on the way
        return;
    m_parts->window.confirmQuit(m_parts->keyHolders.names(), [this] { quit(); });
}

void Application::quit()
{
    m_quitting = true;
    m_parts->presenter.lockForQuit();
}

} // namespace desktop
