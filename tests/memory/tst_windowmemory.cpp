// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is typed, shown and copied in the real window, and what of it is left in the process's memory when the vault is locked or
// the form left. Linked with the allocator of the release programs. LATCHKEY_MEMORY_ROWS names a file for memorytable.py.

#include "scanner.h"
#include "support/guitestmain.h"
#include "widgets/addwaydialog.h"
#include "widgets/exchangespage.h"
#include "widgets/securitypage.h"
#include "widgets/unlockpage.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRandomGenerator>

#include <algorithm>

using presentation::StripMessage;
using windowtest::child;
using windowtest::innerOf;
using windowtest::visibleButton;
using windowtest::WindowBench;

namespace {

constexpr int kPatience = 90'000;

/// A value that exists in plain only while somebody asks for it.
class Hidden final {
public:
    explicit Hidden(QString name, QByteArray letters = {}) : m_name(std::move(name)), m_disguised(std::move(letters))
    {
        if (m_disguised.isEmpty()) {
            for (int i = 0; i < 40; ++i)
                m_disguised.append(static_cast<char>(QRandomGenerator::system()->bounded('a', 'z' + 1)));
        }
        for (char &letter : m_disguised)
            letter = static_cast<char>(letter ^ static_cast<char>(memoryscan::kDisguise));
        // A name of its own for each one, so that one that is left counts once.
        m_key = "needle" + QByteArray::number(++s_made);
        memoryscan::lookFor(m_key.constData(), reinterpret_cast<const unsigned char *>(m_disguised.constData()),
                            static_cast<std::size_t>(m_disguised.size()));
    }
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] QString text() const
    {
        QString out;
        for (const char letter : m_disguised)
            out += QLatin1Char(static_cast<char>(letter ^ static_cast<char>(memoryscan::kDisguise)));
        return out;
    }
    [[nodiscard]] unsigned long copies() const { return memoryscan::copiesOf(m_key.constData()); }

private:
    static inline int s_made = 0;
    QString m_name;
    QByteArray m_disguised;
    QByteArray m_key;
};

void writeRow(const QString &what, const Hidden &hidden, unsigned long seen, unsigned long left)
{
    QFile rows(qEnvironmentVariable("LATCHKEY_MEMORY_ROWS"));
    if (rows.fileName().isEmpty())
        return;
    if (!rows.open(QIODevice::Append))
        qFatal("the rows cannot be written");
    rows.write(QStringLiteral("%1|%2|%3|%4\n").arg(what, hidden.name()).arg(seen).arg(left).toUtf8());
}

} // namespace

class TestWindowMemory final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void unlocked();
    void unlockedByRecoveryKey();
    void wrongPassphrase();
    void revealed();
    void copied();
    void addedAndEdited();
    void draftDiscarded();
    void draftLocked();
    void dialogCancelled();

private:
    [[nodiscard]] widgets::MainWindow &window() const { return *m_bench->window; }
    template<typename Page>
    [[nodiscard]] Page &page() const
    {
        return *window().findChild<Page *>();
    }
    void type(const QWidget &where, const char *field, const Hidden &hidden) const
    {
        QTest::keyClicks(innerOf(where, field), hidden.text());
    }
    void press(const QString &text) const
    {
        const auto ready = [&] {
            const QPushButton *button = visibleButton(window(), text);
            return button != nullptr && button->isEnabled();
        };
        QTRY_VERIFY2(ready(), qPrintable(text));
        QTest::mouseClick(visibleButton(window(), text), Qt::LeftButton);
    }
    void pressNamed(const QString &name) const
    {
        const auto all = page<widgets::ExchangesPage>().findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(all, [&name](const QPushButton *each) {
            return each->isVisible() && each->accessibleName() == name;
        });
        QVERIFY2(found != all.end(), qPrintable(name));
        QTest::mouseClick(*found, Qt::LeftButton);
    }
    void unlock() const;
    void store(const Hidden &secret) const;
    void look(const Hidden &hidden) { m_seen = hidden.copies(); }
    void lockAndLook(const QString &what, const Hidden &hidden);
    /// What stays after an event loop came round: deleted widgets are gone then.
    void lookAfter(const QString &what, const Hidden &hidden) const;

    std::unique_ptr<WindowBench> m_bench;
    unsigned long m_seen = 0;
};

void TestWindowMemory::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithVault);
    m_bench->bitget->answer = servicetest::report(QStringLiteral("works"));
    m_seen = 0;
    window().present();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void TestWindowMemory::unlock() const
{
    m_bench->unlock();
    QTRY_VERIFY(page<widgets::ExchangesPage>().isVisible());
}

/// bitget/main with this for its secret key, past the window.
void TestWindowMemory::store(const Hidden &secret) const
{
    service::ExchangeOptions unchecked;
    unchecked.check = false;
    QVERIFY(testsupport::await(m_bench->exchanges->add(
        QStringLiteral("bitget"), QStringLiteral("main"), unchecked,
        vaulttest::fields({QStringLiteral("api_key=bg_0123456789abcdef0123456789abcdef"),
                           QStringLiteral("api_secret=") + secret.text(), QStringLiteral("passphrase=Passphrase123")}))));
    m_bench->presenter->accounts().reload();
    QTRY_COMPARE(m_bench->presenter->editor().accountName(), QStringLiteral("main"));
}

void TestWindowMemory::lookAfter(const QString &what, const Hidden &hidden) const
{
    m_bench->bitget->asked.clear(); // the played exchange notes what it was told
    QTest::qWait(0);
    const unsigned long left = hidden.copies();
    writeRow(what, hidden, m_seen, left);
    QVERIFY2(m_seen >= 1, "it was not seen while it was in use: the scan is blind there");
    QCOMPARE(left, 0UL);
}

void TestWindowMemory::lockAndLook(const QString &what, const Hidden &hidden)
{
    window().lockNow();
    QTRY_COMPARE(m_bench->host->state(), service::LockState::Locked);
    QTRY_VERIFY(page<widgets::UnlockPage>().isVisible());
    lookAfter(what, hidden);
}

void TestWindowMemory::unlocked()
{
    const Hidden passphrase(QStringLiteral("passphrase"),
                            QByteArray(vaulttest::Home::kPassphrase.data(),
                                       static_cast<qsizetype>(vaulttest::Home::kPassphrase.size())));
    type(page<widgets::UnlockPage>(), "passphraseEdit", passphrase);
    look(passphrase);
    QTest::keyClick(innerOf(page<widgets::UnlockPage>(), "passphraseEdit"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(page<widgets::ExchangesPage>().isVisible(), kPatience);
    lockAndLook(QStringLiteral("window: unlock by passphrase"), passphrase);
}

void TestWindowMemory::unlockedByRecoveryKey()
{
    const Hidden key(QStringLiteral("recovery key"), m_bench->home.recoveryText);
    m_bench->home.recoveryText.fill('x');
    m_bench->home.recoveryText.clear();
    QTest::mouseClick(child<QPushButton>(page<widgets::UnlockPage>(), "recoveryButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QWidget>(page<widgets::UnlockPage>(), "recoveryEdit")->isVisible());
    type(page<widgets::UnlockPage>(), "recoveryEdit", key);
    look(key);
    QTest::keyClick(innerOf(page<widgets::UnlockPage>(), "recoveryEdit"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(page<widgets::ExchangesPage>().isVisible(), kPatience);
    lockAndLook(QStringLiteral("window: unlock by recovery key"), key);
}

void TestWindowMemory::wrongPassphrase()
{
    const Hidden typed(QStringLiteral("passphrase typed"));
    type(page<widgets::UnlockPage>(), "passphraseEdit", typed);
    look(typed);
    QTest::keyClick(innerOf(page<widgets::UnlockPage>(), "passphraseEdit"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->presenter->unlock().message().level, StripMessage::Level::Bad, kPatience);
    lookAfter(QStringLiteral("window: wrong passphrase"), typed);
}

void TestWindowMemory::revealed()
{
    unlock();
    const Hidden secret(QStringLiteral("API secret"));
    store(secret);
    pressNamed(QStringLiteral("Reveal Secret Key"));
    QTRY_VERIFY(secret.copies() >= 1);
    look(secret);
    lockAndLook(QStringLiteral("window: reveal"), secret);
}

void TestWindowMemory::copied()
{
    unlock();
    const Hidden secret(QStringLiteral("API secret"));
    store(secret);
    pressNamed(QStringLiteral("Copy Secret Key"));
    QTRY_VERIFY(QGuiApplication::clipboard()->text() == secret.text()); // as somebody who pastes
    look(secret);
    lockAndLook(QStringLiteral("window: copy, paste elsewhere"), secret);
}

void TestWindowMemory::addedAndEdited()
{
    unlock();
    const Hidden secret(QStringLiteral("API secret"));
    QTest::mouseClick(child<QPushButton>(window(), "addButton"), Qt::LeftButton);
    QTRY_VERIFY(m_bench->presenter->editor().isNew());
    auto &exchanges = page<widgets::ExchangesPage>();
    QTest::keyClicks(innerOf(exchanges, "api_keyEdit"), QStringLiteral("bg_0123456789abcdef0123456789abcdef"));
    type(exchanges, "api_secretEdit", secret);
    QTest::keyClicks(innerOf(exchanges, "passphraseEdit"), QStringLiteral("Passphrase123"));
    look(secret);
    press(QStringLiteral("Save"));
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->presenter->editor().message().level, StripMessage::Level::Ok, kPatience);
    lookAfter(QStringLiteral("window: add an account, saved"), secret);

    const Hidden later(QStringLiteral("new API secret"));
    type(exchanges, "api_secretEdit", later);
    look(later);
    press(QStringLiteral("Save"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench->presenter->editor().isBusy() && m_bench->bitget->asked.size() == 1, kPatience);
    QTRY_VERIFY(innerOf(exchanges, "api_secretEdit")->text().isEmpty());
    lockAndLook(QStringLiteral("window: change an account"), later);
}

void TestWindowMemory::draftDiscarded()
{
    unlock();
    const Hidden stored(QStringLiteral("stored"));
    store(stored);
    const Hidden typed(QStringLiteral("API secret typed"));
    type(page<widgets::ExchangesPage>(), "api_secretEdit", typed);
    look(typed);
    press(QStringLiteral("Discard changes"));
    lookAfter(QStringLiteral("window: form left, changes discarded"), typed);
}

/// It is sealed with the vault's key and offered again.
void TestWindowMemory::draftLocked()
{
    unlock();
    const Hidden stored(QStringLiteral("stored"));
    store(stored);
    const Hidden typed(QStringLiteral("API secret typed"));
    type(page<widgets::ExchangesPage>(), "api_secretEdit", typed);
    look(typed);
    lockAndLook(QStringLiteral("window: locked over a form"), typed);
}

void TestWindowMemory::dialogCancelled()
{
    unlock();
    QTRY_VERIFY(!m_bench->presenter->security().ways().isEmpty());
    const Hidden typed(QStringLiteral("new passphrase typed"));
    QPointer<widgets::AddWayDialog> dialog = new widgets::AddWayDialog(*m_bench->presenter,
                                                                       window().findChild<widgets::SecurityPage *>());
    dialog->open();
    QTRY_VERIFY(m_bench->presenter->create().keychain().known);
    for (const char *field : {"passphraseEdit", "againEdit"})
        type(*dialog, field, typed);
    look(typed);
    dialog->reject();
    QTRY_VERIFY(dialog.isNull());
    lookAfter(QStringLiteral("window: dialog cancelled"), typed);
}

LATCHKEY_GUI_TEST_MAIN(TestWindowMemory)
#include "tst_windowmemory.moc"
