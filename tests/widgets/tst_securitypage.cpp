// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/securitypage.h"

#include "support/guitestmain.h"
#include "widgets/messagestrip.h"
#include "widgets/pagelist.h"
#include "widgets/passphrasedialog.h"
#include "widgets/recoverykeypage.h"
#include "windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using presentation::StripMessage;
using windowtest::child;
using windowtest::innerOf;
using windowtest::WindowBench;

namespace {

/// Argon2id at its real cost, with sanitizers, on a busy machine.
constexpr int kPatience = 90'000;
const QString kOld = QString::fromLatin1(vaulttest::Home::kPassphrase.data());

class CountingPanel final : public widgets::SettingsPage {
public:
    void reload() override { ++reloads; }
    void reset() override { ++resets; }
    int reloads = 0;
    int resets = 0;
};

} // namespace

class TestSecurityPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void waysToUnlock();
    void changesPassphrase();
    void enterLeadsThroughTheFields();
    void wrongPassphraseStaysOpen();
    void lockClosesTheDialog();
    void pendingRecoveryKey();
    void panels();

private:
    void open() const;
    [[nodiscard]] widgets::SecurityPage &page() const { return *m_bench->window->findChild<widgets::SecurityPage *>(); }
    [[nodiscard]] widgets::PassphraseDialog *dialog() const { return page().findChild<widgets::PassphraseDialog *>(); }
    [[nodiscard]] bool tells(const QString &text) const
    {
        const QList<QLabel *> all = page().findChildren<QLabel *>();
        return std::ranges::any_of(all, [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    }
    void type(const char *field, const QString &text) const { QTest::keyClicks(innerOf(*dialog(), field), text); }

    std::unique_ptr<WindowBench> m_bench;
};

void TestSecurityPage::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithVault);
    m_bench->window->present();
    QVERIFY(QTest::qWaitForWindowActive(m_bench->window.get()));
    m_bench->unlock();
    open();
}

void TestSecurityPage::open() const
{
    auto *list = child<widgets::PageList>(*m_bench->window, "pageList");
    const auto rows = list->model()->match(list->model()->index(0, 0), Qt::AccessibleTextRole, QStringLiteral("Security"));
    QCOMPARE(rows.size(), 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(rows.first()).center());
    QTRY_VERIFY(page().isVisible());
    QTRY_VERIFY(!m_bench->presenter->security().ways().isEmpty());
}

void TestSecurityPage::waysToUnlock()
{
    QTRY_VERIFY(tells(QStringLiteral("Passphrase (opened the vault now)")));
    QTRY_VERIFY(tells(QStringLiteral("Recovery key")));
    QVERIFY(child<QPushButton>(page(), "changeButton")->isVisible());
    // Confirmed when this vault was made: nothing is offered.
    QVERIFY(!child<QPushButton>(page(), "showKeyButton")->isVisible());
}

void TestSecurityPage::changesPassphrase()
{
    QTest::mouseClick(child<QPushButton>(page(), "changeButton"), Qt::LeftButton);
    QVERIFY(dialog() != nullptr);
    type("currentEdit", kOld);
    type("newEdit", QStringLiteral("abc"));
    QVERIFY(child<QLabel>(*dialog(), "strengthLabel")->text().startsWith(QStringLiteral("Very weak")));
    type("newEdit", QStringLiteral(" four more words for it"));
    QVERIFY(child<QLabel>(*dialog(), "strengthLabel")->text().contains(QStringLiteral("ood")));
    type("againEdit", QStringLiteral("abc four more words for it"));
    QTest::mouseClick(child<QPushButton>(*dialog(), "changeButton"), Qt::LeftButton);
    QVERIFY(innerOf(*dialog(), "currentEdit")->text().isEmpty() && innerOf(*dialog(), "newEdit")->text().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(dialog(), nullptr, kPatience);
    auto *strip = child<widgets::MessageStrip>(page(), "strip");
    QTRY_COMPARE(strip->message().level, StripMessage::Level::Ok);
    m_bench->lock();
    service::WaysIn ways;
    ways.passphrase = vaulttest::secret("abc four more words for it");
    ways.useKeychain = false;
    VERIFY_OK(testsupport::await(m_bench->host->unlock(std::move(ways))));
}

void TestSecurityPage::enterLeadsThroughTheFields()
{
    QTest::mouseClick(child<QPushButton>(page(), "changeButton"), Qt::LeftButton);
    QTRY_VERIFY(innerOf(*dialog(), "currentEdit")->hasFocus());
    type("currentEdit", kOld);
    QTest::keyClick(innerOf(*dialog(), "currentEdit"), Qt::Key_Return);
    QTRY_VERIFY(innerOf(*dialog(), "newEdit")->hasFocus());
    type("newEdit", QStringLiteral("a new one"));
    QTest::keyClick(innerOf(*dialog(), "newEdit"), Qt::Key_Return);
    QTRY_VERIFY(innerOf(*dialog(), "againEdit")->hasFocus());
    QVERIFY(!m_bench->presenter->security().isChanging());
    type("againEdit", QStringLiteral("a new one"));
    QTest::keyClick(innerOf(*dialog(), "againEdit"), Qt::Key_Return);
    QVERIFY(m_bench->presenter->security().isChanging());
    QTRY_COMPARE_WITH_TIMEOUT(dialog(), nullptr, kPatience);
}

void TestSecurityPage::wrongPassphraseStaysOpen()
{
    QTest::mouseClick(child<QPushButton>(page(), "changeButton"), Qt::LeftButton);
    type("currentEdit", QStringLiteral("not this one"));
    type("newEdit", QStringLiteral("a new one"));
    type("againEdit", QStringLiteral("a new one"));
    QTest::mouseClick(child<QPushButton>(*dialog(), "changeButton"), Qt::LeftButton);
    auto *strip = child<widgets::MessageStrip>(*dialog(), "strip");
    QTRY_COMPARE_WITH_TIMEOUT(strip->message().level, StripMessage::Level::Bad, kPatience);
    QVERIFY(strip->message().title.startsWith(QStringLiteral("That passphrase is not right.")));
    QVERIFY(dialog()->isVisible());
    QTRY_VERIFY(innerOf(*dialog(), "currentEdit")->hasFocus());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_COMPARE(dialog(), nullptr);
}

void TestSecurityPage::lockClosesTheDialog()
{
    QTest::mouseClick(child<QPushButton>(page(), "changeButton"), Qt::LeftButton);
    type("currentEdit", kOld);
    m_bench->lock();
    QTRY_COMPARE(dialog(), nullptr);
    QVERIFY(!page().isVisible());
}

void TestSecurityPage::pendingRecoveryKey()
{
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithoutVault);
    service::NewVault request;
    request.method = vault::SlotKind::Passphrase;
    request.passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
    VERIFY_OK(testsupport::await(m_bench->host->create(std::move(request)), kPatience));
    m_bench->lock();
    m_bench->window->show();
    m_bench->unlock();
    open();
    auto *show = child<QPushButton>(page(), "showKeyButton");
    QTRY_VERIFY(show->isVisible());
    QVERIFY(child<QLabel>(page(), "recoveryLabel")->text().startsWith(QStringLiteral("Not confirmed yet.")));
    QTest::mouseClick(show, Qt::LeftButton);
    QTRY_VERIFY(m_bench->window->findChild<widgets::RecoveryKeyPage *>()->isVisible());
    QVERIFY(m_bench->presenter->create().recoveryKey() != nullptr);
    m_bench->presenter->create().postpone();
    QTRY_VERIFY(page().isVisible()); // back to where it was asked for
}

void TestSecurityPage::panels()
{
    auto *panel = new CountingPanel;
    page().addPanel(QStringLiteral("A section"), panel);
    QTRY_VERIFY(tells(QStringLiteral("A section")));
    QVERIFY(panel->isVisible());
    page().reload();
    QCOMPARE(panel->reloads, 1);
    m_bench->lock();
    QTRY_COMPARE(panel->resets, 1);
    m_bench->unlock();
    QTRY_COMPARE(panel->reloads, 2);
}

LATCHKEY_GUI_TEST_MAIN(TestSecurityPage)
#include "tst_securitypage.moc"
