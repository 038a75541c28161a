// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/application.h"

#include "access/agentprotocol.h"
#include "access/controlclient.h"
#include "base/privatefile.h"
#include "base/workerthread.h"
#include "service/servicefixture.h"
#include "support/guitestmain.h"
#include "widgets/messagestrip.h"

#include <QAction>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QRegularExpression>
#include <QSystemTrayIcon>
#include <QTimer>

#include <csignal>

using namespace std::chrono_literals;
using agent::ControlClient;
using agent::ControlRequest;
using agent::ControlResponse;
using testsupport::await;

namespace {

constexpr int kPatience = 60'000;
const QString kToken = QStringLiteral("telegram/bot#token");

/// What a program, or a second start, came to.
struct Ended {
    int status = -1;
    QString out;
    QString err;
};

QString told(const base::Result<ControlResponse> &answer)
{
    if (!answer)
        return QString(base::codeName(answer.error().code)) + QStringLiteral(" (channel)");
    return answer->error ? QString(base::codeName(answer->error->code)) : QStringLiteral("ok");
}

widgets::MainWindow *window()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<widgets::MainWindow *>(widget))
            return found;
    }
    return nullptr;
}

/// An entry of the tray icon's menu; nullptr when there is none now.
QAction *trayAction(const QString &text)
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        const auto *menu = qobject_cast<QMenu *>(widget);
        for (QAction *action : menu != nullptr ? menu->actions() : QList<QAction *>()) {
            if (action->text() == text)
                return action;
        }
    }
    return nullptr;
}

} // namespace

/// The whole program but main(), over a vault of its own, asked from outside through its socket, by its tray and by signals.
class TestApplication final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheWindow();
    void withoutAVault();
    void answersOnItsSocket();
    void commandLineGoesThroughIt();
    void windowFollowsTheAgent();
    void secondStartRaisesTheFirst();
    void hiddenStartCanBeRaised();
    void hiddenStartWithoutTrayShowsTheWindow();
    void anotherAgentHasTheSocket();
    void trayLocksTheAgent();
    void controlLLocks();
    void ends_data();
    void ends();
    void leavesNothingBehind();
    void programEndsLocked();

private:
    [[nodiscard]] QString home() const { return QFileInfo(m_bench->home.path()).absolutePath(); }
    [[nodiscard]] QString socket() const { return platform::vaultPaths(home()).controlSocket; }
    void start(bool hidden = false);
    [[nodiscard]] base::Result<ControlResponse> ask(ControlRequest request);
    [[nodiscard]] base::Result<ControlResponse> ask(const QString &operation);
    [[nodiscard]] base::Result<ControlResponse> unlock(std::string_view passphrase = vaulttest::Home::kPassphrase);
    [[nodiscard]] base::Result<ControlResponse> get(const QString &reference = kToken);
    /// What the strips of the window say.
    [[nodiscard]] static QString shownText();
    /// By the window's own page.
    static void unlockByHand();
    /// What the agent says of the lock, or how asking it failed.
    [[nodiscard]] QString state();
    /// Runs a program of ours on this vault, while this process's event loop runs.
    [[nodiscard]] Ended run(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] QProcessEnvironment environment() const;
    /// Files of SQLite beside the vault that a clean end takes away.
    [[nodiscard]] QStringList leftovers() const;
    /// How often the log says "locked".
    [[nodiscard]] int timesLocked();

    QTemporaryDir m_folder;
    std::unique_ptr<servicetest::Bench> m_bench;
    std::unique_ptr<desktop::Application> m_application;
    base::WorkerThread m_client{QStringLiteral("client")};
};

void TestApplication::initTestCase()
{
    const auto folder = [this](const char *variable, const char *name) {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QVERIFY(base::ensurePrivateDirectory(path));
        qputenv(variable, QFile::encodeName(path));
    };
    folder("HOME", "user");
    folder("XDG_RUNTIME_DIR", "run");
    folder("XDG_STATE_HOME", "state");
    // No bus of the developer's, hence no tray: the offscreen platform has none either.
    for (const char *bus : {"DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"})
        qputenv(bus, "unix:path=/nonexistent/bus");
}

void TestApplication::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<servicetest::Bench>();
    m_bench->putSecret(QStringLiteral("telegram/bot"), {QStringLiteral("token=123:abc")});
    VERIFY_OK(await(m_bench->host->lock(service::LockReason::User)));
}

void TestApplication::cleanup()
{
    m_application.reset();
    m_bench.reset();
}

void TestApplication::start(bool hidden)
{
    auto made = desktop::Application::create({home(), true, hidden});
    VERIFY_OK(made);
    m_application = *std::move(made);
    const auto started = m_application->start(*qApp);
    VERIFY_OK(started);
    QVERIFY(*started);
}

base::Result<ControlResponse> TestApplication::ask(ControlRequest request)
{
    const auto call = [path = socket(),
                       held = std::make_shared<ControlRequest>(std::move(request))]() -> base::Result<ControlResponse> {
        LATCHKEY_TRY(ControlClient client, ControlClient::connect(path, 10s));
        return client.call(*held, 60s);
    };
    return await(m_client.run(call), 2 * kPatience);
}

base::Result<ControlResponse> TestApplication::ask(const QString &operation)
{
    ControlRequest request;
    request.operation = operation;
    return ask(std::move(request));
}

QString TestApplication::state()
{
    const auto answer = ask(agent::operation::kState);
    return answer && !answer->error ? answer->values.value(agent::member::kState) : told(answer);
}

base::Result<ControlResponse> TestApplication::unlock(std::string_view passphrase)
{
    ControlRequest request;
    request.operation = agent::operation::kUnlock;
    request.secrets.emplace(agent::member::kPassphrase, vaulttest::secret(passphrase));
    return ask(std::move(request));
}

base::Result<ControlResponse> TestApplication::get(const QString &reference)
{
    ControlRequest request;
    request.operation = agent::operation::kGet;
    request.arguments.insert(agent::member::kReference, reference);
    return ask(std::move(request));
}

QProcessEnvironment TestApplication::environment() const
{
    QProcessEnvironment out = QProcessEnvironment::systemEnvironment();
    // A process that refuses to be read cannot be looked through for leaks.
    out.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("exitcode=99:detect_leaks=0"));
    out.insert(QStringLiteral("LATCHKEY_PASSPHRASE_FILE"), m_folder.filePath(QStringLiteral("passphrase")));
    return out;
}

Ended TestApplication::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, QStringList{QStringLiteral("--home"), home(), QStringLiteral("--no-keychain")} + arguments);
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, kPatience))
        qFatal("%s does not end", qPrintable(program));
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

QStringList TestApplication::leftovers() const
{
    return m_bench->home.names().filter(QRegularExpression(QStringLiteral("-(wal|shm|journal)$")));
}

int TestApplication::timesLocked()
{
    m_bench->unlock();
    const int times = static_cast<int>(m_bench->auditKinds().count(QStringLiteral("locked")));
    static_cast<void>(await(m_bench->host->lock(service::LockReason::User)));
    return times;
}

QString TestApplication::shownText()
{
    QStringList out;
    for (const widgets::MessageStrip *strip : window()->findChildren<widgets::MessageStrip *>())
        out << strip->message().title;
    return out.join(QLatin1Char('\n'));
}

void TestApplication::unlockByHand()
{
    for (QWidget *field : window()->findChildren<QWidget *>(QStringLiteral("passphraseEdit"))) {
        if (!field->isVisible())
            continue;
        auto *inner = field->findChild<QLineEdit *>();
        QTest::keyClicks(inner,
                         QString::fromLatin1(vaulttest::Home::kPassphrase.data(), vaulttest::Home::kPassphrase.size()));
        QTest::keyClick(inner, Qt::Key_Return);
    }
    QTRY_VERIFY_WITH_TIMEOUT(trayAction(QStringLiteral("Lock now")) != nullptr, kPatience);
}

void TestApplication::showsTheWindow()
{
    start();
    QVERIFY(window() != nullptr);
    QVERIFY(window()->isVisible());
    QCOMPARE(state(), QStringLiteral("locked"));
}

void TestApplication::withoutAVault()
{
    QVERIFY(QFile::remove(m_bench->home.path()));
    start();
    QCOMPARE(state(), QStringLiteral("not-initialized"));
    QCOMPARE(told(unlock()), QStringLiteral("not_initialized"));
    QVERIFY(trayAction(QStringLiteral("Lock now")) == nullptr);
    m_application.reset();
    QVERIFY(!QFileInfo::exists(m_bench->home.path())); // looking at it makes none
}

void TestApplication::answersOnItsSocket()
{
    start();
    QCOMPARE(told(get()), QStringLiteral("locked_by_agent"));
    QCOMPARE(told(unlock("wrong")), QStringLiteral("wrong_passphrase"));
    QCOMPARE(state(), QStringLiteral("locked"));
    const auto opened = unlock();
    QCOMPARE(told(opened), QStringLiteral("ok"));
    // The witness stands where docs/INTERFACE.md says, so that what one program saw the other knows.
    const QString witness = m_bench->home.vaultId.toString(QUuid::WithoutBraces) + QStringLiteral(".anchor");
    QVERIFY(QFileInfo::exists(qEnvironmentVariable("XDG_STATE_HOME") + QStringLiteral("/latchkey/") + witness));
    QCOMPARE(opened->values.value(agent::member::kOpenedBy), QStringLiteral("passphrase"));
    auto value = get();
    QCOMPARE(told(value), QStringLiteral("ok"));
    QCOMPARE(vaulttest::textOf(value->secrets.at(agent::member::kValue)), QByteArrayLiteral("123:abc"));
    const auto status = ask(agent::operation::kStatus);
    QCOMPARE(told(status), QStringLiteral("ok"));
    const QJsonObject document = QJsonDocument::fromJson(status->values.value(agent::member::kDocument).toUtf8()).object();
    QCOMPARE(document.value(QStringLiteral("state")).toString(), QStringLiteral("unlocked"));
    QCOMPARE(document.value(QStringLiteral("agent")).toBool(), true);
    QCOMPARE(document.value(QStringLiteral("credential_count")).toInt(), 1);
    QCOMPARE(told(ask(agent::operation::kLock)), QStringLiteral("ok"));
    QCOMPARE(told(get()), QStringLiteral("locked_by_agent"));
}

void TestApplication::commandLineGoesThroughIt()
{
    const QString passphrase = m_folder.filePath(QStringLiteral("passphrase"));
    QVERIFY(vaulttest::writeFile(passphrase,
                                 QByteArray(vaulttest::Home::kPassphrase.data(),
                                            static_cast<qsizetype>(vaulttest::Home::kPassphrase.size()))));
    QVERIFY(QFile::setPermissions(passphrase, QFile::ReadOwner | QFile::WriteOwner));
    start();
    const QString cli = QStringLiteral(LATCHKEY_CLI_PROGRAM);
    Ended ended = run(cli, {QStringLiteral("get"), kToken});
    // The passphrase lies in a file, but the user has locked the desktop: that is not gone around.
    QVERIFY2(ended.status == 3, qPrintable(ended.err));
    ended = run(cli, {QStringLiteral("unlock")});
    QVERIFY2(ended.status == 0, qPrintable(ended.err));
    QCOMPARE(state(), QStringLiteral("unlocked"));
    ended = run(cli, {QStringLiteral("get"), kToken});
    QVERIFY2(ended.status == 0, qPrintable(ended.err));
    QCOMPARE(ended.out.trimmed(), QStringLiteral("123:abc"));
    ended = run(cli, {QStringLiteral("--json"), QStringLiteral("status")});
    QVERIFY2(ended.status == 0, qPrintable(ended.err));
    QCOMPARE(QJsonDocument::fromJson(ended.out.toUtf8()).object().value(QStringLiteral("agent")).toBool(), true);
    ended = run(cli, {QStringLiteral("lock")});
    QVERIFY2(ended.status == 0, qPrintable(ended.err));
    QCOMPARE(state(), QStringLiteral("locked"));
    QVERIFY(QFile::remove(passphrase));
}

void TestApplication::windowFollowsTheAgent()
{
    start();
    const auto shown = [](const char *name) {
        const auto *found = window()->findChild<QWidget *>(QString::fromLatin1(name));
        return found != nullptr && found->isVisible();
    };
    QTRY_VERIFY(shown("UnlockPage"));
    QCOMPARE(told(unlock()), QStringLiteral("ok"));
    QTRY_VERIFY(shown("ExchangesPage"));
    QVERIFY(!shown("UnlockPage"));
    QCOMPARE(told(ask(agent::operation::kLock)), QStringLiteral("ok"));
    QTRY_VERIFY(shown("UnlockPage"));
    QVERIFY(!shown("ExchangesPage"));
}

void TestApplication::secondStartRaisesTheFirst()
{
    start();
    window()->showMinimized();
    const Ended second = run(QStringLiteral(LATCHKEY_DESKTOP_PROGRAM), {});
    QVERIFY2(second.status == 0, qPrintable(second.err));
    QVERIFY(window()->isVisible());
    QVERIFY(!window()->isMinimized());
    QCOMPARE(state(), QStringLiteral("locked")); // the first one still serves
}

void TestApplication::hiddenStartCanBeRaised()
{
    start(true);
    QVERIFY(!window()->isVisible());
    const Ended second = run(QStringLiteral(LATCHKEY_DESKTOP_PROGRAM), {QStringLiteral("--hidden")});
    QVERIFY2(second.status == 0, qPrintable(second.err));
    QVERIFY(window()->isVisible());
}

void TestApplication::hiddenStartWithoutTrayShowsTheWindow()
{
    start(true);
    QVERIFY(!window()->isVisible()); // a panel may be late
    QTRY_VERIFY_WITH_TIMEOUT(window()->isVisible(), kPatience);
}

void TestApplication::anotherAgentHasTheSocket()
{
    QVERIFY(base::ensurePrivateDirectory(QFileInfo(socket()).path()));
    QStringList asked;
    bool refuses = false;
    auto serve = agent::ControlServer::listen(
        socket(), [&](const ControlRequest &request, const agent::ControlReply &reply) {
            asked << request.operation;
            ControlResponse answer;
            if (refuses && request.operation == agent::operation::kLock)
                answer.error = base::Error{base::ErrorCode::Internal, {}};
            answer.values.insert(agent::member::kState, QStringLiteral("of latchkey serve"));
            reply(std::move(answer));
        });
    VERIFY_OK(serve);
    start();
    QVERIFY(window()->isVisible());
    QCOMPARE(state(), QStringLiteral("of latchkey serve"));
    // One click locks that one too.
    asked.clear();
    unlockByHand();
    trayAction(QStringLiteral("Lock now"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(asked.contains(agent::operation::kLock), kPatience);
    // One that does not lock is told of.
    refuses = true;
    unlockByHand();
    trayAction(QStringLiteral("Lock now"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(shownText().contains(QStringLiteral("another Latchkey still has this vault open")), kPatience);
    // Once it is gone, the next unlock takes its place.
    serve->reset();
    unlockByHand();
    QCOMPARE(state(), QStringLiteral("unlocked"));
}

void TestApplication::trayLocksTheAgent()
{
    start();
    QVERIFY(trayAction(QStringLiteral("Lock now")) == nullptr); // there is nothing to lock
    QCOMPARE(told(unlock()), QStringLiteral("ok"));
    QAction *lock = trayAction(QStringLiteral("Lock now"));
    QVERIFY(lock != nullptr);
    lock->trigger();
    QCOMPARE(told(get()), QStringLiteral("locked_by_agent"));
    QCOMPARE(state(), QStringLiteral("locked"));
    QVERIFY(trayAction(QStringLiteral("Unlock...")) != nullptr);
    window()->hide();
    trayAction(QStringLiteral("Unlock..."))->trigger();
    QVERIFY(window()->isVisible());
}

void TestApplication::controlLLocks()
{
    start();
    QCOMPARE(told(unlock()), QStringLiteral("ok"));
    QTest::keyClick(window(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(told(get()), QStringLiteral("locked_by_agent"));
}

void TestApplication::ends_data()
{
    QTest::addColumn<QString>("by");
    QTest::newRow("tray menu") << "tray";
    QTest::newRow("closing without a tray") << "close";
    QTest::newRow("SIGTERM") << "signal";
}

/// However it ends, the vault is locked first and the log says so.
void TestApplication::ends()
{
    QFETCH(QString, by);
    const int before = timesLocked();
    start();
    QCOMPARE(told(unlock()), QStringLiteral("ok"));
    QTimer::singleShot(0, this, [&by] {
        if (by == QLatin1StringView("tray"))
            trayAction(QStringLiteral("Quit"))->trigger();
        else if (by == QLatin1StringView("close"))
            window()->close();
        else
            ::raise(SIGTERM);
    });
    QTimer watchdog;
    connect(&watchdog, &QTimer::timeout, this, [] { QCoreApplication::exit(1); });
    watchdog.start(kPatience);
    QCOMPARE(QApplication::exec(), 0);
    QCOMPARE(told(get()), QStringLiteral("locked_by_agent"));
    m_application.reset();
    QCOMPARE(timesLocked(), before + 2); // the last look at the log itself, and this
}

void TestApplication::leavesNothingBehind()
{
    start();
    QCOMPARE(told(unlock()), QStringLiteral("ok"));
    QVERIFY(QFileInfo::exists(socket()));
    m_application.reset();
    QVERIFY(!QFileInfo::exists(socket()));
    QCOMPARE(leftovers(), QStringList());
    QCOMPARE(told(ask(agent::operation::kState)), QStringLiteral("no_agent (channel)"));
    start(); // and the next one is the first again
    QCOMPARE(state(), QStringLiteral("locked"));
}

/// The real program, main() included.
void TestApplication::programEndsLocked()
{
    const int before = timesLocked();
    QProcess program;
    program.setProcessEnvironment(environment());
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QStringLiteral(LATCHKEY_DESKTOP_PROGRAM),
                  {QStringLiteral("--home"), home(), QStringLiteral("--no-keychain")});
    QTRY_COMPARE_WITH_TIMEOUT(told(ask(agent::operation::kState)), QStringLiteral("ok"), kPatience);
    QCOMPARE(told(unlock()), QStringLiteral("ok"));
    QCOMPARE(told(get()), QStringLiteral("ok"));
    program.terminate();
    QVERIFY(QTest::qWaitFor([&program] { return program.state() == QProcess::NotRunning; }, kPatience));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(!QFileInfo::exists(socket()));
    QCOMPARE(leftovers(), QStringList());
    QCOMPARE(timesLocked(), before + 2);
}

LATCHKEY_GUI_TEST_MAIN(TestApplication)

#include "tst_application.moc"
