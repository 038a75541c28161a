// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heartbeat.h"
#include "presentation/backupcontroller.h"
#include "presentation/importcontroller.h"
#include "storage/sqlitefernetdatabase.h"
#include "support/guitestmain.h"
#include "widgets/backuppanel.h"
#include "widgets/exchangespage.h"
#include "widgets/importdialog.h"
#include "widgets/masterkeypanel.h"
#include "widgets/vaultkeydialog.h"
#include "windowfixture.h"

#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QThread>

using presentation::StripMessage;
using windowtest::child;
using windowtest::Heartbeat;
using windowtest::innerOf;
using windowtest::WindowBench;

namespace {

/// Argon2id at its real cost, with sanitizers, on a busy machine.
constexpr int kPatience = 90'000;
/// The rule. It holds with sanitizers as well: they slow down the vault's thread, not the waiting for it.
constexpr qint64 kMostMs = 100;
constexpr int kManyKeys = 3'000;
constexpr int kLookEveryMs = 20;
constexpr std::string_view kPassphrase = "four words for the vault";

} // namespace

/// The window goes on painting and answering while the vault works, with Argon2id at its real cost.
class TestHeartbeat final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void noticesAStall();
    void saving();
    void checking();
    void unlocking();
    void importing();
    void backingUp();
    void rotating();
    void cleanupTestCase();

private:
    void press(const char *button) const { child<QPushButton>(*m_bench->window, button)->click(); }
    void expectSmooth(Heartbeat &heartbeat, const char *during) const;
    [[nodiscard]] presentation::AccountEditor &editor() const { return m_bench->presenter->editor(); }

    /// What the application gives the window besides.
    struct Panels {
        explicit Panels(WindowBench &bench);
        service::Backups backups;
        service::BackupSchedule schedule;
        presentation::BackupController backupPage;
        storage::SqliteFernetDatabase database;
        service::Imports imports;
        presentation::ImportController import;
    };

    std::unique_ptr<WindowBench> m_bench;
    std::unique_ptr<Panels> m_panels;
};

TestHeartbeat::Panels::Panels(WindowBench &bench)
    : backups({*bench.host, {bench.home.environment(), bench.noKeychain, bench.gate}, {QStringLiteral("test")}})
    , schedule(*bench.host, backups)
    , backupPage({*bench.host, backups, schedule, *bench.integrity})
    , imports({*bench.host, *bench.catalogue, database, {QStringLiteral("test")}})
    , import(imports)
{
    bench.window->addSecurityPanel(QStringLiteral("Master key"), new widgets::MasterKeyPanel(*bench.presenter));
    bench.window->addSecurityPanel(QStringLiteral("Backup"), new widgets::BackupPanel(backupPage));
    bench.window->setImport(import);
}

void TestHeartbeat::initTestCase()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithoutVault);
    m_panels = std::make_unique<Panels>(*m_bench);
    m_bench->window->present();
    Heartbeat heartbeat;
    presentation::CreateVaultController &create = m_bench->presenter->create();
    create.create(vault::SlotKind::Passphrase, vaulttest::secret(kPassphrase), vaulttest::secret(kPassphrase));
    QTRY_VERIFY_WITH_TIMEOUT(create.recoveryKey() != nullptr, kPatience);
    expectSmooth(heartbeat, "creation");
    // The other steps are put off; what is measured is the settings dialog.
    for (const char *button : {"skipButton", "skipButton", "nextButton"}) {
        QTRY_VERIFY(child<QPushButton>(*m_bench->window, button)->isEnabled());
        press(button);
    }
    QTRY_VERIFY(child<QWidget>(*m_bench->window, "pageStack")->isVisible());
}

void TestHeartbeat::expectSmooth(Heartbeat &heartbeat, const char *during) const
{
    const qint64 longest = heartbeat.longestStallMs();
    qInfo("longest stall during %s: %lld ms", during, static_cast<long long>(longest));
    QVERIFY2(longest <= kMostMs, qPrintable(QStringLiteral("%1 ms").arg(longest)));
}

/// What measures must be able to find something.
void TestHeartbeat::noticesAStall()
{
    Heartbeat heartbeat;
    QTimer::singleShot(0, this, [] { QThread::msleep(kMostMs + 100); });
    QTRY_VERIFY(heartbeat.longestStallMs() > kMostMs);
}

void TestHeartbeat::saving()
{
    for (int round = 1; round <= 3; ++round) {
        presentation::AccountEditor &form = editor();
        form.startNew(QStringLiteral("bitget"));
        QTRY_VERIFY(form.isNew());
        child<QLineEdit>(*m_bench->window, "nameEdit")->setText(QStringLiteral("bot%1").arg(round));
        innerOf(*m_bench->window, "api_keyEdit")->insert(QStringLiteral("bg_0123456789abcdef0123456789abcde%1").arg(round));
        innerOf(*m_bench->window, "api_secretEdit")->insert(QString(64, QLatin1Char('a')));
        innerOf(*child<QWidget>(*m_bench->window, "editorPage"), "passphraseEdit")->insert(QStringLiteral("Passphrase123"));
        m_bench->bitget->answer = servicetest::report(QStringLiteral("works"));
        Heartbeat heartbeat;
        child<QPushButton>(*child<QWidget>(*m_bench->window, "editorPage"), "saveButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->presenter->accounts().rowCount() == round && !form.isBusy(), kPatience);
        expectSmooth(heartbeat, "saving");
    }
}

void TestHeartbeat::checking()
{
    for (int round = 0; round < 3; ++round) {
        const auto asked = m_bench->bitget->asked.size();
        QTRY_VERIFY(child<QPushButton>(*m_bench->window, "checkButton")->isEnabled());
        Heartbeat heartbeat;
        press("checkButton");
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->bitget->asked.size() > asked && !editor().isBusy(), kPatience);
        expectSmooth(heartbeat, "checking");
    }
}

void TestHeartbeat::unlocking()
{
    for (int round = 0; round < 3; ++round) {
        m_bench->lock();
        Heartbeat heartbeat;
        m_bench->presenter->unlock().unlockWithPassphrase(vaulttest::secret(kPassphrase));
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->presenter->state() == presentation::VaultPresenter::State::Unlocked
                                     && m_bench->presenter->accounts().rowCount() == 3,
                                 kPatience);
        expectSmooth(heartbeat, "unlock");
    }
}

/// A file of thousands of keys, looked at and taken over by the dialog.
void TestHeartbeat::importing()
{
    using Step = presentation::ImportController::Step;
    QByteArray content;
    for (int number = 0; number < kManyKeys; ++number)
        content += "SOME_KEY_" + QByteArray::number(number) + "=value\n";
    const QString path = m_bench->home.file(QStringLiteral("many.env"));
    QVERIFY(vaulttest::writeFile(path, content));
    Q_EMIT m_bench->window->findChild<widgets::ExchangesPage *>()->importRequested();
    auto *dialog = m_bench->window->findChild<widgets::ImportDialog *>();
    QVERIFY(dialog != nullptr);
    auto *next = child<QPushButton>(*dialog, "nextButton");
    child<QLineEdit>(*dialog, "fileEdit")->setText(path);
    Heartbeat looking;
    next->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_panels->import.step() == Step::Review, kPatience);
    QCoreApplication::processEvents(); // paints the table
    expectSmooth(looking, "looking at a file to import");
    QCOMPARE(m_panels->import.rows().rowCount(), kManyKeys);
    Heartbeat heartbeat;
    next->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_panels->import.step() == Step::Done, kPatience);
    QCoreApplication::processEvents();
    expectSmooth(heartbeat, "import");
    next->click();
    QTRY_VERIFY(m_bench->window->findChild<widgets::ImportDialog *>() == nullptr);
}

void TestHeartbeat::backingUp()
{
    presentation::BackupController &page = m_panels->backupPage;
    Heartbeat heartbeat;
    page.backUp(m_bench->home.file(QStringLiteral("one.lkb")));
    QTRY_VERIFY_WITH_TIMEOUT(!page.isBusy(), kPatience);
    expectSmooth(heartbeat, "backup");
    QVERIFY2(page.message().text.contains(QStringLiteral("one.lkb")), qPrintable(page.message().title)); // made
}

/// A bar comes and goes, Cancel stays usable, and thousands of values are encrypted anew.
void TestHeartbeat::rotating()
{
    auto *panel = m_bench->window->findChild<widgets::MasterKeyPanel *>();
    child<QPushButton>(*panel, "masterKeyButton")->click();
    auto *dialog = panel->findChild<widgets::VaultKeyDialog *>();
    QVERIFY(dialog != nullptr);
    innerOf(*dialog, "passphraseEdit0")->insert(QString::fromUtf8(kPassphrase.data(), kPassphrase.size()));
    bool barWithCancel = false;
    QTimer look;
    connect(&look, &QTimer::timeout, dialog, [dialog, &barWithCancel] {
        const auto *bar = dialog->findChild<QProgressBar *>();
        const auto *cancel = child<QPushButton>(*dialog, "leaveButton");
        barWithCancel = barWithCancel || (bar != nullptr && bar->isVisible() && cancel->isEnabled());
    });
    look.start(kLookEveryMs);
    Heartbeat heartbeat;
    child<QPushButton>(*dialog, "doButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(panel->findChild<widgets::VaultKeyDialog *>() == nullptr, kPatience);
    expectSmooth(heartbeat, "rotation");
    QCOMPARE(m_bench->presenter->security().message().level, StripMessage::Level::Ok);
    QVERIFY(barWithCancel);
}

void TestHeartbeat::cleanupTestCase()
{
    m_bench->window.reset();
    m_panels.reset();
    m_bench.reset();
}

LATCHKEY_GUI_TEST_MAIN(TestHeartbeat)

#include "tst_heartbeat.moc"
