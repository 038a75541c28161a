// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/application.h"

#include "access/agentprotocol.h"
#include "access/controlclient.h"
#include "base/privatefile.h"
#include "base/workerthread.h"
#include "platform/busfixture.h"
#include "service/servicefixture.h"
#include "support/guitestmain.h"
#include "widgets/confirmdialogs.h"
#include "widgets/lockingpanel.h"
#include "widgets/lockwarning.h"
#include "widgets/unlockpage.h"

#include <QAction>
#include <QDBusArgument>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>

#include <algorithm>

using namespace std::chrono_literals;
using agent::ControlClient;
using agent::ControlRequest;
using agent::ControlResponse;
using bustest::MockService;
using bustest::PrivateBus;
using testsupport::await;

namespace {

constexpr int kPatience = 60'000;
const QString kSession = QStringLiteral("/org/freedesktop/login1/session/c1");

template<typename T>
T *topLevel()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<T *>(widget))
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

MockService::Play logind()
{
    return {QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
            QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("--template logind"),
            QStringLiteral("PreparingForSleep")};
}

MockService::Play screenSaver()
{
    return {QStringLiteral("org.gnome.ScreenSaver"), QStringLiteral("/org/gnome/ScreenSaver"),
            QStringLiteral("org.gnome.ScreenSaver"), QStringLiteral("--template gnome_screensaver"),
            QStringLiteral("SetActive")};
}

} // namespace

/// The whole program but main(), locked by its session: two buses of the test's own with services played by dbusmock.
class TestApplicationLocks final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void screenLock();
    void sleep();
    void userSwitch();
    void shutdown();
    void lockWindow();
    void lockNowFromALockedWindow();
    void programsThatHoldKeys();
    void panelStandsOnThePage();

private:
    [[nodiscard]] QString home() const { return QFileInfo(m_bench->home.path()).absolutePath(); }
    void start();
    [[nodiscard]] base::Result<ControlResponse> ask(const QString &operation, const QMap<QString, QString> &arguments = {},
                                                    std::string_view passphrase = {});
    /// What the agent says of the lock, or how asking it failed.
    [[nodiscard]] QString state();
    /// What a program gets now: the value, or the name of the error.
    [[nodiscard]] QString got();
    [[nodiscard]] static QString shownReason();
    [[nodiscard]] int inhibitors() const;

    QTemporaryDir m_folder;
    std::unique_ptr<PrivateBus> m_session;
    std::unique_ptr<PrivateBus> m_system;
    std::unique_ptr<MockService> m_saver;
    std::unique_ptr<MockService> m_logind;
    std::unique_ptr<servicetest::Bench> m_bench;
    std::unique_ptr<desktop::Application> m_application;
    base::WorkerThread m_client{QStringLiteral("client")};
};

void TestApplicationLocks::initTestCase()
{
    const auto folder = [this](const char *variable, const char *name) {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QVERIFY(base::ensurePrivateDirectory(path));
        qputenv(variable, QFile::encodeName(path));
    };
    folder("HOME", "user");
    folder("XDG_RUNTIME_DIR", "run");
    folder("XDG_STATE_HOME", "state");
    folder("XDG_CONFIG_HOME", "config");
    qputenv("XDG_SESSION_ID", "c1");
    m_session = std::make_unique<PrivateBus>(QStringLiteral("test-session"));
    m_system = std::make_unique<PrivateBus>(QStringLiteral("test-system"));
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_session->address().toUtf8());
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_system->address().toUtf8());
    m_saver = std::make_unique<MockService>(*m_session, screenSaver());
    m_logind = std::make_unique<MockService>(*m_system, logind());
    m_logind->control(QStringLiteral("AddSession"),
                      {QStringLiteral("c1"), QStringLiteral("seat0"), 1000U, QStringLiteral("me"), true});
}

void TestApplicationLocks::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<servicetest::Bench>();
    m_bench->putSecret(QStringLiteral("telegram/bot"), {QStringLiteral("token=123:abc")});
    VERIFY_OK(await(m_bench->host->lock(service::LockReason::User)));
    start();
}

void TestApplicationLocks::cleanup()
{
    m_application.reset();
    m_bench.reset();
}

/// Unlocked, and with an eye on its session.
void TestApplicationLocks::start()
{
    auto made = desktop::Application::create({home(), true, false});
    VERIFY_OK(made);
    m_application = *std::move(made);
    const auto started = m_application->start(*qApp);
    VERIFY_OK(started);
    QVERIFY(*started);
    QTRY_COMPARE_WITH_TIMEOUT(inhibitors(), 1, kPatience);
    VERIFY_OK(ask(agent::operation::kUnlock, {}, vaulttest::Home::kPassphrase));
    QCOMPARE(state(), QStringLiteral("unlocked"));
    QVERIFY(!topLevel<widgets::MainWindow>()->findChild<widgets::UnlockPage *>()->isVisible());
}

base::Result<ControlResponse> TestApplicationLocks::ask(const QString &operation, const QMap<QString, QString> &arguments,
                                                        std::string_view passphrase)
{
    auto request = std::make_shared<ControlRequest>();
    request->operation = operation;
    request->arguments = arguments;
    if (!passphrase.empty())
        request->secrets.emplace(agent::member::kPassphrase, vaulttest::secret(passphrase));
    const auto call = [path = platform::vaultPaths(home()).controlSocket, request]() -> base::Result<ControlResponse> {
        LATCHKEY_TRY(ControlClient client, ControlClient::connect(path, 10s));
        return client.call(*request, 60s);
    };
    return await(m_client.run(call), 2 * kPatience);
}

QString TestApplicationLocks::state()
{
    const auto answer = ask(agent::operation::kState);
    return answer ? answer->values.value(agent::member::kState) : QString(base::codeName(answer.error().code));
}

QString TestApplicationLocks::got()
{
    auto answer = ask(agent::operation::kGet, {{agent::member::kReference, QStringLiteral("telegram/bot#token")}});
    if (!answer || answer->error)
        return QString(base::codeName(answer ? answer->error->code : answer.error().code));
    return QString::fromUtf8(vaulttest::textOf(answer->secrets.at(agent::member::kValue)));
}

QString TestApplicationLocks::shownReason()
{
    const auto *page = topLevel<widgets::MainWindow>()->findChild<widgets::UnlockPage *>();
    return page->isVisible() ? page->findChild<QLabel *>(QStringLiteral("reasonLabel"))->text() : QString();
}

int TestApplicationLocks::inhibitors() const
{
    const QVariantList reply = m_logind->call(QStringLiteral("/org/freedesktop/login1"),
                                              QStringLiteral("org.freedesktop.login1.Manager"),
                                              QStringLiteral("ListInhibitors"));
    const auto list = reply.value(0).value<QDBusArgument>();
    int count = 0;
    list.beginArray();
    for (; !list.atEnd(); ++count)
        static_cast<void>(list.asVariant());
    list.endArray();
    return count;
}

void TestApplicationLocks::screenLock()
{
    m_saver->call(QStringLiteral("/org/gnome/ScreenSaver"), QStringLiteral("org.gnome.ScreenSaver"),
                  QStringLiteral("SetActive"), {true});
    QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("locked"), kPatience);
    QVERIFY2(shownReason().endsWith(QStringLiteral("because the screen was locked.")), qPrintable(shownReason()));
    QCOMPARE(got(), QStringLiteral("locked_by_agent"));
}

/// The computer waits with its sleep until there is no key in memory any more.
void TestApplicationLocks::sleep()
{
    m_logind->emitSignal(QStringLiteral("PrepareForSleep"), QStringLiteral("b"), {true});
    QTRY_COMPARE_WITH_TIMEOUT(inhibitors(), 0, kPatience);
    QCOMPARE(state(), QStringLiteral("locked"));
    QVERIFY2(shownReason().endsWith(QStringLiteral("because the computer went to sleep.")), qPrintable(shownReason()));
    m_logind->emitSignal(QStringLiteral("PrepareForSleep"), QStringLiteral("b"), {false});
    QTRY_COMPARE_WITH_TIMEOUT(inhibitors(), 1, kPatience);
    QCOMPARE(state(), QStringLiteral("locked"));
}

void TestApplicationLocks::userSwitch()
{
    m_logind->setProperties({{QStringLiteral("Active"), false}}, kSession);
    QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("locked"), kPatience);
    QVERIFY2(shownReason().endsWith(QStringLiteral("because another user took over the screen.")),
             qPrintable(shownReason()));
    m_logind->setProperties({{QStringLiteral("Active"), true}}, kSession);
    QCOMPARE(state(), QStringLiteral("locked"));
}

void TestApplicationLocks::shutdown()
{
    m_logind->emitSignal(QStringLiteral("PrepareForShutdown"), QStringLiteral("b"), {true});
    QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("locked"), kPatience);
}

void TestApplicationLocks::lockWindow()
{
    QVERIFY(trayAction(QStringLiteral("Lock window")) != nullptr);
    trayAction(QStringLiteral("Lock window"))->trigger();
    QVERIFY2(shownReason().endsWith(QStringLiteral("because you locked it. The vault is open, and programs go on.")),
             qPrintable(shownReason()));
    QCOMPARE(state(), QStringLiteral("unlocked"));
    QCOMPARE(got(), QStringLiteral("123:abc"));
    auto *field = topLevel<widgets::MainWindow>()->findChild<widgets::UnlockPage *>()->findChild<QLineEdit *>(
        QStringLiteral("secret"));
    QTest::keyClicks(field, QString::fromLatin1(vaulttest::Home::kPassphrase.data(), vaulttest::Home::kPassphrase.size()));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(shownReason(), QString(), kPatience);
    QVERIFY(trayAction(QStringLiteral("Lock window")) != nullptr);
}

void TestApplicationLocks::lockNowFromALockedWindow()
{
    auto *window = topLevel<widgets::MainWindow>();
    QTest::keyClick(window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!shownReason().isEmpty());
    QCOMPARE(got(), QStringLiteral("123:abc"));
    QTest::keyClick(window, Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(state(), QStringLiteral("locked"));
    QCOMPARE(got(), QStringLiteral("locked_by_agent"));
}

/// A lock takes nothing away from a program that was started with keys; people are told that it still runs.
void TestApplicationLocks::programsThatHoldKeys()
{
    QProcess bot;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("exitcode=99:detect_leaks=0"));
    bot.setProcessEnvironment(environment);
    bot.start(QStringLiteral(LATCHKEY_CLI_PROGRAM),
              {QStringLiteral("--home"), home(), QStringLiteral("--no-keychain"), QStringLiteral("run"),
               QStringLiteral("--with"), QStringLiteral("telegram/bot"), QStringLiteral("--"), QStringLiteral("sh"),
               QStringLiteral("-c"), QStringLiteral("echo up; read end")});
    QVERIFY2(QTest::qWaitFor([&bot] { return bot.bytesAvailable() > 0 || bot.state() == QProcess::NotRunning; }, kPatience),
             "the program does not come up");
    QCOMPARE(bot.readAllStandardOutput(), QByteArrayLiteral("up\n"));
    QAction *quit = trayAction(QStringLiteral("Quit"));
    QVERIFY(quit != nullptr);
    quit->trigger();
    auto *dialog = topLevel<widgets::MainWindow>()->findChild<widgets::QuitDialog *>();
    QVERIFY(dialog != nullptr);
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text() == QStringLiteral("sh"); }));
    dialog->reject();
    QCOMPARE(got(), QStringLiteral("123:abc")); // it goes on
    // Without a tray, closing ends the program; a window that went on without one could not be found again.
    auto *main = topLevel<widgets::MainWindow>();
    QTRY_VERIFY(main->findChild<widgets::QuitDialog *>() == nullptr);
    main->close();
    QTRY_VERIFY(main->findChild<widgets::QuitDialog *>() != nullptr);
    main->findChild<widgets::QuitDialog *>()->reject();
    QVERIFY(main->isVisible());
    VERIFY_OK(ask(agent::operation::kLock));
    QVERIFY2(shownReason().endsWith(QStringLiteral(" 1 program still holds a key it was given at start.")),
             qPrintable(shownReason()));
    bot.write("end\n");
    QTRY_COMPARE_WITH_TIMEOUT(bot.state(), QProcess::NotRunning, kPatience);
    auto *window = topLevel<widgets::MainWindow>();
    window->hide();
    window->present();
    QVERIFY2(!shownReason().contains(QStringLiteral("program")), qPrintable(shownReason()));
}

void TestApplicationLocks::panelStandsOnThePage()
{
    auto *window = topLevel<widgets::MainWindow>();
    QVERIFY(window->findChild<widgets::LockWarning *>() != nullptr);
    auto *panel = window->findChild<widgets::LockingPanel *>();
    QVERIFY(panel != nullptr);
    QTRY_COMPARE(panel->findChild<QLabel *>(QStringLiteral("sleepSeen"))->text(), QStringLiteral("Last seen: never"));
    QCOMPARE(panel->findChild<QLabel *>(QStringLiteral("lidSeen"))->text(), QStringLiteral("This system does not tell."));
}

LATCHKEY_GUI_TEST_MAIN(TestApplicationLocks)

#include "tst_applicationlocks.moc"
