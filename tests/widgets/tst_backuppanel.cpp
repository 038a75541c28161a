// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/backuppanel.h"

#include "service/heldgate.h"
#include "support/guitestmain.h"
#include "widgets/messagestrip.h"
#include "widgets/pagelist.h"
#include "widgets/securitypage.h"
#include "windowfixture.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QWheelEvent>

using presentation::StripMessage;
using service::BackupPeriod;
using service::BackupPlan;
using servicetest::Occupied;
using windowtest::child;
using windowtest::WindowBench;

namespace {

constexpr int kPatience = 60'000;

/// The window with the section "Backup".
struct Bench {
    Bench()
        : backups({*window.host, {window.home.environment(), window.noKeychain, gate}, {QStringLiteral("test")}})
        , schedule(*window.host, backups)
        , controller({*window.host, backups, schedule, *window.integrity})
    {
        window.window->addSecurityPanel(QStringLiteral("Backup"), new widgets::BackupPanel(controller));
    }
    ~Bench() { window.window.reset(); }
    Q_DISABLE_COPY_MOVE(Bench)

    [[nodiscard]] BackupPlan stored()
    {
        const auto plan = testsupport::await(schedule.plan());
        if (!plan)
            qFatal("no plan");
        return *plan;
    }

    WindowBench window{WindowBench::Begin::WithVault};
    servicetest::HeldGate gate;
    service::Backups backups;
    service::BackupSchedule schedule;
    presentation::BackupController controller;
};

} // namespace

class TestBackupPanel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void atFirst();
    void makesOneWhereItIsWanted();
    void nothingIsOverwritten();
    void theFileDialogCanBeLeft();
    void cancel();
    void dailyAsksForTheFolder();
    void switchesAreStoredAtOnce();
    void refusedSwitchGoesBack();
    void theWheelChangesNothing();
    void failureStandsInWords();
    void lockEmptiesIt();
    void lockEndsABackup();

private:
    [[nodiscard]] widgets::BackupPanel &panel() const
    {
        return *m_bench->window.window->findChild<widgets::BackupPanel *>();
    }
    template<typename T>
    [[nodiscard]] T &in(const char *name) const
    {
        return *child<T>(panel(), name);
    }
    [[nodiscard]] StripMessage::Level level() const { return in<widgets::MessageStrip>("strip").message().level; }
    [[nodiscard]] QFileDialog *dialog() const { return panel().findChild<QFileDialog *>(); }
    void press(QAbstractButton &button) const
    {
        QVERIFY(button.isVisible() && button.isEnabled());
        button.click();
    }
    void choose(const QString &path) const;
    [[nodiscard]] QString file(const QString &name) const { return m_bench->window.home.file(name); }
    [[nodiscard]] QString folder() const;
    /// Daily, into folder(), by the switches.
    void planDaily() const;
    [[nodiscard]] QString whole() const;

    std::unique_ptr<Bench> m_bench;
};

void TestBackupPanel::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<Bench>();
    widgets::MainWindow &window = *m_bench->window.window;
    window.present();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    m_bench->window.unlock();
    auto *list = child<widgets::PageList>(window, "pageList");
    const auto rows = list->model()->match(list->model()->index(0, 0), Qt::AccessibleTextRole, QStringLiteral("Security"));
    QCOMPARE(rows.size(), 1);
    list->setCurrentRow(rows.first().row());
    QTRY_VERIFY(panel().isVisible());
    QTRY_VERIFY(m_bench->controller.isReady());
}

QString TestBackupPanel::folder() const
{
    const QString out = file(QStringLiteral("copies"));
    if (!QDir().mkpath(out))
        qFatal("no folder");
    return out;
}

QString TestBackupPanel::whole() const
{
    service::BackupRequest request;
    request.path = file(QStringLiteral("whole.lkb"));
    const auto made = testsupport::await(m_bench->backups.create(std::move(request)));
    if (!made)
        qFatal("no backup");
    return made->path;
}

/// As the user does in Qt's own dialog.
void TestBackupPanel::choose(const QString &path) const
{
    QVERIFY(dialog() != nullptr);
    QVERIFY(dialog()->testOption(QFileDialog::DontUseNativeDialog));
    QVERIFY(QTest::qWaitForWindowExposed(dialog()));
    auto *edit = child<QLineEdit>(*dialog(), "fileNameEdit");
    edit->setCompleter(nullptr); // its list comes when it likes, and takes the click
    edit->selectAll();
    QTest::keyClicks(edit, path);
    const auto which = dialog()->acceptMode() == QFileDialog::AcceptSave ? QDialogButtonBox::Save : QDialogButtonBox::Open;
    QTest::mouseClick(child<QDialogButtonBox>(*dialog(), "buttonBox")->button(which), Qt::LeftButton);
    QTRY_COMPARE(dialog(), nullptr);
    m_bench->window.window->activateWindow(); // offscreen, nobody else does
    QVERIFY(QTest::qWaitForWindowActive(m_bench->window.window.get()));
}

void TestBackupPanel::planDaily() const
{
    press(in<QRadioButton>("dailyRadio"));
    choose(folder());
    QTRY_COMPARE(m_bench->stored(), (BackupPlan{BackupPeriod::Daily, folder(), 7}));
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->schedule.lastMadeAtMs() != 0, kPatience);
}

void TestBackupPanel::atFirst()
{
    QVERIFY(in<QRadioButton>("neverRadio").isChecked());
    QVERIFY(!in<QPushButton>("folderButton").isEnabled() && !in<QSpinBox>("keepSpin").isEnabled());
    QCOMPARE(in<QSpinBox>("keepSpin").value(), 7);
    QCOMPARE(in<QLabel>("stateLabel").text(), QStringLiteral("No backup was made from here yet."));
    QVERIFY(in<QPushButton>("backUpButton").isEnabled());
    QVERIFY(!in<QPushButton>("cancelButton").isVisible());
    QCOMPARE(level(), StripMessage::Level::None);
}

void TestBackupPanel::makesOneWhereItIsWanted()
{
    press(in<QPushButton>("backUpButton"));
    QVERIFY(dialog() != nullptr);
    QCOMPARE(QFileInfo(dialog()->selectedFiles().value(0)).fileName(), m_bench->controller.suggestedName());
    choose(file(QStringLiteral("one"))); // the ending comes by itself
    QTRY_COMPARE_WITH_TIMEOUT(level(), StripMessage::Level::Ok, kPatience);
    QVERIFY(QFile::exists(file(QStringLiteral("one.lkb"))));
    QVERIFY(in<QLabel>("stateLabel").text().startsWith(QStringLiteral("Last backup: ")));
    QVERIFY(!in<QPushButton>("cancelButton").isVisible());
}

void TestBackupPanel::nothingIsOverwritten()
{
    QVERIFY(vaulttest::writeFile(file(QStringLiteral("one.lkb")), "somebody's"));
    press(in<QPushButton>("backUpButton"));
    choose(file(QStringLiteral("one.lkb"))); // Qt does not offer to replace it
    QTRY_COMPARE_WITH_TIMEOUT(level(), StripMessage::Level::Bad, kPatience);
    QCOMPARE(vaulttest::contentOf(file(QStringLiteral("one.lkb"))), QByteArray("somebody's"));
}

void TestBackupPanel::theFileDialogCanBeLeft()
{
    press(in<QPushButton>("backUpButton"));
    QVERIFY(dialog() != nullptr);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_COMPARE(dialog(), nullptr);
    QVERIFY(!m_bench->controller.isBusy());
    QCOMPARE(level(), StripMessage::Level::None);
}

void TestBackupPanel::cancel()
{
    {
        const Occupied occupied(m_bench->gate, m_bench->backups, whole());
        press(in<QPushButton>("backUpButton"));
        choose(file(QStringLiteral("one.lkb")));
        QTRY_COMPARE(level(), StripMessage::Level::Busy);
        QVERIFY(!in<QPushButton>("backUpButton").isEnabled());
        press(in<QPushButton>("cancelButton"));
    }
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench->controller.isBusy(), kPatience);
    QCOMPARE(level(), StripMessage::Level::None);
    QVERIFY(!in<QPushButton>("cancelButton").isVisible() && in<QPushButton>("backUpButton").isEnabled());
    QVERIFY(!QFile::exists(file(QStringLiteral("one.lkb"))));
}

void TestBackupPanel::dailyAsksForTheFolder()
{
    press(in<QRadioButton>("dailyRadio"));
    QVERIFY(dialog() != nullptr);
    QCOMPARE(dialog()->fileMode(), QFileDialog::Directory);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_COMPARE(dialog(), nullptr);
    QVERIFY(in<QRadioButton>("neverRadio").isChecked()); // nothing was planned
    QCOMPARE(m_bench->stored(), BackupPlan());
    planDaily();
    QVERIFY(in<QRadioButton>("dailyRadio").isChecked());
    QCOMPARE(in<QLineEdit>("folderEdit").text(), folder());
    QVERIFY(in<QPushButton>("folderButton").isEnabled() && in<QSpinBox>("keepSpin").isEnabled());
    QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 1); // the first one at once
    QTRY_VERIFY(in<QLabel>("stateLabel").text().startsWith(QStringLiteral("Last backup: ")));
}

void TestBackupPanel::switchesAreStoredAtOnce()
{
    planDaily();
    press(in<QRadioButton>("weeklyRadio"));
    QCOMPARE(dialog(), nullptr); // the folder is known
    QTRY_COMPARE(m_bench->stored(), (BackupPlan{BackupPeriod::Weekly, folder(), 7}));
    auto &keep = in<QSpinBox>("keepSpin");
    keep.setFocus();
    keep.selectAll();
    QTest::keyClicks(&keep, QStringLiteral("12"));
    QCOMPARE(m_bench->stored().keep, 7); // not each digit
    panel().reload();
    QVERIFY(testsupport::await(m_bench->schedule.plan()).has_value());
    QCoreApplication::processEvents(); // what is half typed stays
    QTest::keyClick(&keep, Qt::Key_Tab);
    QTRY_COMPARE(m_bench->stored().keep, 12);
    const QString other = file(QStringLiteral("elsewhere"));
    QVERIFY(QDir().mkpath(other));
    press(in<QPushButton>("folderButton"));
    choose(other);
    QTRY_COMPARE(m_bench->stored(), (BackupPlan{BackupPeriod::Weekly, other, 12}));
    press(in<QRadioButton>("neverRadio"));
    QTRY_COMPARE(m_bench->stored(), BackupPlan());
    QCOMPARE(in<QLineEdit>("folderEdit").text(), other); // for whoever switches it on again
    press(in<QRadioButton>("dailyRadio"));
    QCOMPARE(dialog(), nullptr);
    QTRY_COMPARE(m_bench->stored(), (BackupPlan{BackupPeriod::Daily, other, 12}));
}

void TestBackupPanel::refusedSwitchGoesBack()
{
    planDaily();
    QVERIFY(QDir(folder()).removeRecursively());
    press(in<QRadioButton>("neverRadio"));
    QTRY_COMPARE(m_bench->stored(), BackupPlan());
    press(in<QRadioButton>("dailyRadio"));
    QTRY_COMPARE(level(), StripMessage::Level::Bad);
    QTRY_VERIFY(in<QRadioButton>("neverRadio").isChecked());
    QCOMPARE(m_bench->stored(), BackupPlan());
}

/// Whoever scrolls the page does not mean the number under the pointer.
void TestBackupPanel::theWheelChangesNothing()
{
    planDaily();
    auto &keep = in<QSpinBox>("keepSpin");
    in<QRadioButton>("dailyRadio").setFocus();
    const QPointF middle = QRectF(keep.rect()).center();
    const auto turn = [&] {
        QWheelEvent event(middle, keep.mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(&keep, &event);
    };
    turn();
    QCOMPARE(keep.value(), 7);
    keep.setFocus();
    turn();
    QCOMPARE(keep.value(), 8);
    QTRY_COMPARE(m_bench->stored().keep, 8);
}

void TestBackupPanel::failureStandsInWords()
{
    const QString name = service::backupFileName(m_bench->window.home.vaultId, m_bench->window.home.clock.nowMs());
    QVERIFY(vaulttest::writeFile(folder() + u'/' + name, "somebody's"));
    press(in<QRadioButton>("dailyRadio"));
    choose(folder());
    const auto &state = in<QLabel>("stateLabel");
    QTRY_VERIFY_WITH_TIMEOUT(state.text().startsWith(QStringLiteral("The backup of ")), kPatience);
    QVERIFY(state.palette().color(QPalette::WindowText) != panel().palette().color(QPalette::WindowText));
    // The form below makes room for it.
    QTRY_VERIFY(state.height() >= state.heightForWidth(state.width()));
    for (const char *field : {"folderEdit", "folderButton", "keepSpin"})
        QVERIFY2(in<QWidget>(field).height() >= in<QWidget>(field).minimumSizeHint().height(), field);
    m_bench->window.home.clock.advance(1000); // the name is free again
    press(in<QRadioButton>("weeklyRadio"));
    QTRY_VERIFY_WITH_TIMEOUT(state.text().startsWith(QStringLiteral("Last backup: ")), kPatience);
    QTRY_COMPARE(state.palette().color(QPalette::WindowText), panel().palette().color(QPalette::WindowText));
}

void TestBackupPanel::lockEmptiesIt()
{
    planDaily();
    press(in<QPushButton>("backUpButton"));
    QVERIFY(dialog() != nullptr);
    m_bench->window.lock();
    QTRY_COMPARE(dialog(), nullptr);
    QCOMPARE(in<QLineEdit>("folderEdit").text(), QString());
    QVERIFY(in<QRadioButton>("neverRadio").isChecked());
    QVERIFY(!in<QPushButton>("backUpButton").isEnabled());
    m_bench->window.unlock(); // and reads everything anew
    QTRY_COMPARE(in<QLineEdit>("folderEdit").text(), folder());
    QVERIFY(in<QRadioButton>("dailyRadio").isChecked());
    QTRY_VERIFY(in<QLabel>("stateLabel").text().startsWith(QStringLiteral("Last backup: ")));
}

void TestBackupPanel::lockEndsABackup()
{
    {
        const Occupied occupied(m_bench->gate, m_bench->backups, whole());
        press(in<QPushButton>("backUpButton"));
        choose(file(QStringLiteral("one.lkb")));
        QTRY_COMPARE(level(), StripMessage::Level::Busy);
        m_bench->window.lock();
        QTRY_COMPARE(level(), StripMessage::Level::None);
    }
    m_bench->window.unlock();
    QTRY_VERIFY(m_bench->controller.isReady());
    service::BackupRequest later; // stands in line behind it
    later.path = file(QStringLiteral("later.lkb"));
    VERIFY_OK(testsupport::await(m_bench->backups.create(std::move(later)), kPatience));
    QVERIFY(!QFile::exists(file(QStringLiteral("one.lkb"))));
    QCOMPARE(level(), StripMessage::Level::None);
}

LATCHKEY_GUI_TEST_MAIN(TestBackupPanel)
#include "tst_backuppanel.moc"
