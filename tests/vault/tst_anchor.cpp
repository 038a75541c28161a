// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/anchor.h"

#include "hookedfile.h"
#include "support/testmain.h"
#include "vault/settings.h"
#include "vaultfixture.h"

#include <QFile>
#include <QObject>
#include <QRegularExpression>

using namespace vaulttest;
using base::ErrorCode;
using vault::VerifyDepth;
using Verdict = vault::Anchor::Verdict;

namespace {

constexpr qsizetype kSecondSlot = 4096;

base::Result<void> changeOnce(vault::Vault &vault)
{
    return sessionOf(vault).change(auditEvent(QStringLiteral("changed")), [] { return base::Result<void>(); });
}

base::Result<void> releaseOnce(vault::Vault &vault)
{
    return sessionOf(vault).release({auditEvent(QStringLiteral("released"))}, [] { return base::Result<void>(); });
}

} // namespace

class TestAnchor final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_home = std::make_unique<Home>();
        m_vault = m_home->create();
    }
    void cleanup() { m_vault.reset(); }

    void firstThenFits()
    {
        QCOMPARE(sessionOf(*m_vault).anchorVerdict(), Verdict::First);
        QVERIFY(QFile::exists(m_home->anchorPath()));
        m_vault.reset();
        QCOMPARE(reopened(), Verdict::Fits);
        // The witness gone (a new computer): first again, and remembered from then on.
        QVERIFY(QFile::remove(m_home->anchorPath()));
        QCOMPARE(reopened(), Verdict::First);
        QCOMPARE(reopened(), Verdict::Fits);
    }

    void behindIsFine()
    {
        const QByteArray old = contentOf(m_home->anchorPath());
        VERIFY_OK(changeOnce(*m_vault));
        m_vault.reset();
        QVERIFY(writeFile(m_home->anchorPath(), old)); // killed between commit and anchor
        QCOMPARE(reopened(), Verdict::Fits);
    }

    void olderFile()
    {
        m_vault.reset();
        const QByteArray old = contentOf(m_home->path());
        auto vault = m_home->open();
        VERIFY_OK(vault);
        VERIFY_OK(changeOnce(**vault));
        vault->reset();
        const QByteArray now = contentOf(m_home->path());
        QVERIFY(writeFile(m_home->path(), old));
        for (const VerifyDepth depth : {VerifyDepth::Everything, VerifyDepth::Touched, VerifyDepth::Everything})
            COMPARE_CODE(m_home->open(depth), ErrorCode::OlderThanLastSeen);
        QVERIFY(writeFile(m_home->path(), now));
        QCOMPARE(reopened(), Verdict::Fits);
    }

    void olderFileAccepted()
    {
        m_vault.reset();
        const QByteArray old = contentOf(m_home->path());
        auto vault = m_home->open();
        VERIFY_OK(vault);
        for (int i = 0; i < 5; ++i)
            VERIFY_OK(changeOnce(**vault));
        const std::uint64_t seen = sessionOf(**vault).integrity().root().counter;
        vault->reset();
        const QByteArray newer = contentOf(m_home->path());
        QVERIFY(writeFile(m_home->path(), old));

        vault::Vault again(m_home->environment(), m_home->path());
        auto request = m_home->byPassphrase(VerifyDepth::Touched);
        request.rollback = vault::RollbackPolicy::Accept;
        request.passphrase = secret("wrong");
        COMPARE_CODE(again.unlock(request), ErrorCode::WrongPassphrase);
        request.passphrase = secret(Home::kPassphrase);
        VERIFY_OK(again.unlock(request));
        QCOMPARE(sessionOf(again).anchorVerdict(), Verdict::Accepted);
        QCOMPARE(sessionOf(again).integrity().root().counter, seen + 1);
        QList<vault::AuditEntry> entries;
        VERIFY_OK(sessionOf(again).read([&]() -> base::Result<void> {
            LATCHKEY_TRY(entries, sessionOf(again).audit().list(0, 1));
            return {};
        }));
        QCOMPARE(entries.first().event.kind, QStringLiteral("rollback-accepted"));
        QCOMPARE(entries.first().event.details.value(QStringLiteral("seen")), QString::number(seen));
        QCOMPARE(entries.first().event.details.value(QStringLiteral("found")), QStringLiteral("1"));
        again.lock();
        QCOMPARE(reopened(), Verdict::Fits);
        // What was the newer one is the older one now.
        QVERIFY(writeFile(m_home->path(), newer));
        COMPARE_CODE(m_home->open(), ErrorCode::OlderThanLastSeen);
    }

    // Accepting concerns the anchor alone: a damaged file stays refused, and nothing is written.
    void acceptedIsStillVerified()
    {
        VERIFY_OK(changeOnce(*m_vault));
        m_vault.reset();
        const QByteArray old = contentOf(m_home->path());
        auto vault = m_home->open();
        VERIFY_OK(vault);
        VERIFY_OK(changeOnce(**vault));
        vault->reset();
        const QByteArray anchor = contentOf(m_home->anchorPath());
        QVERIFY(writeFile(m_home->path(), old));
        QCOMPARE(tamper(m_home->path(), QStringLiteral("UPDATE audit SET mac = randomblob(32) WHERE seq = 1")), 1);
        vault::Vault again(m_home->environment(), m_home->path());
        auto request = m_home->byPassphrase(VerifyDepth::Touched);
        request.rollback = vault::RollbackPolicy::Accept;
        COMPARE_CODE(again.unlock(request), ErrorCode::IntegrityFailure);
        QCOMPARE(contentOf(m_home->anchorPath()), anchor);
        QCOMPARE(query(m_home->path(), QStringLiteral("SELECT count(*) FROM audit")).toInt(), 2);
    }

    // Nothing to accept: an ordinary unlock that writes nothing.
    void acceptingWithoutNeed()
    {
        m_vault.reset();
        vault::Vault again(m_home->environment(), m_home->path());
        auto request = m_home->byPassphrase();
        request.rollback = vault::RollbackPolicy::Accept;
        VERIFY_OK(again.unlock(request));
        QCOMPARE(sessionOf(again).anchorVerdict(), Verdict::Fits);
        QCOMPARE(sessionOf(again).integrity().root().counter, std::uint64_t{1});
    }

    // Two lives of one file with the same counter. The fork has logged more: refusing it must not teach the anchor to take it.
    void anotherHistory()
    {
        m_vault.reset();
        const QByteArray start = contentOf(m_home->path());
        const QByteArray anchor = contentOf(m_home->anchorPath());
        auto fork = m_home->open();
        VERIFY_OK(fork);
        VERIFY_OK(changeOnce(**fork));
        VERIFY_OK(releaseOnce(**fork));
        fork->reset();
        const QByteArray forked = contentOf(m_home->path());

        QVERIFY(writeFile(m_home->path(), start));
        QVERIFY(writeFile(m_home->anchorPath(), anchor));
        auto own = m_home->open();
        VERIFY_OK(own);
        m_home->clock.advance(5);
        VERIFY_OK(changeOnce(**own));
        own->reset();

        const QByteArray before = contentOf(m_home->anchorPath());
        QVERIFY(writeFile(m_home->path(), forked));
        for (int i = 0; i < 2; ++i) {
            COMPARE_CODE(m_home->open(), ErrorCode::IntegrityFailure);
            COMPARE_CODE(m_home->open(VerifyDepth::Touched), ErrorCode::IntegrityFailure);
        }
        QCOMPARE(contentOf(m_home->anchorPath()), before);
        vault::Vault accepted(m_home->environment(), m_home->path());
        auto request = m_home->byPassphrase();
        request.rollback = vault::RollbackPolicy::Accept;
        VERIFY_OK(accepted.unlock(request));
        accepted.lock();
        QCOMPARE(reopened(), Verdict::Fits);
    }

    // A file that is ahead but damaged is refused, and leaves no trace in the anchor either.
    void refusedFileIsNotRemembered()
    {
        const QByteArray behind = contentOf(m_home->anchorPath());
        VERIFY_OK(changeOnce(*m_vault));
        VERIFY_OK(releaseOnce(*m_vault));
        m_vault.reset();
        QVERIFY(writeFile(m_home->anchorPath(), behind));
        QCOMPARE(tamper(m_home->path(), QStringLiteral("UPDATE audit SET mac = randomblob(32) WHERE seq = 1")), 1);
        COMPARE_CODE(m_home->open(), ErrorCode::IntegrityFailure);
        QCOMPARE(contentOf(m_home->anchorPath()), behind);
    }

    void releasesAreRememberedAtTheEnd()
    {
        VERIFY_OK(releaseOnce(*m_vault));
        const QByteArray before = contentOf(m_home->anchorPath());
        m_vault.reset();
        QVERIFY(contentOf(m_home->anchorPath()) != before);
        QCOMPARE(reopened(), Verdict::Fits);
    }

    // Writes go to the two slots in turns, so the other one still holds the state before.
    void tornSlot()
    {
        VERIFY_OK(changeOnce(*m_vault));
        VERIFY_OK(changeOnce(*m_vault));
        m_vault.reset();
        const QByteArray good = contentOf(m_home->anchorPath());
        const QByteArray old = contentOf(m_home->path());
        for (const qsizetype at : {qsizetype{0}, kSecondSlot}) {
            QVERIFY(writeFile(m_home->anchorPath(), flipped(good, at + 20)));
            QCOMPARE(reopened(), Verdict::Fits);
            QVERIFY(writeFile(m_home->path(), old));
        }
        // Both: as if there were none.
        QVERIFY(writeFile(m_home->anchorPath(), flipped(flipped(good, 20), kSecondSlot + 20)));
        QCOMPARE(reopened(), Verdict::First);
        QVERIFY(writeFile(m_home->anchorPath(), QByteArray()));
        QCOMPARE(reopened(), Verdict::First);
    }

    void slotsTakeTurns()
    {
        FakeAnchorStore store;
        m_vault.reset();
        vault::Vault vault({m_home->files, store, m_home->clock, m_home->random}, m_home->path());
        VERIFY_OK(vault.unlock(m_home->byPassphrase()));
        QCOMPARE(store.writes, 1);
        int last = store.lastSlot;
        for (int i = 0; i < 4; ++i) {
            VERIFY_OK(changeOnce(vault));
            QCOMPARE(store.writes, i + 2);
            QCOMPARE(store.lastSlot, 1 - last);
            last = store.lastSlot;
        }
        vault.lock();
        QCOMPARE(store.writes, 5); // nothing new to remember
    }

    // Values with a whole slot around them (docs/FORMAT.md section 9) that our keys did not make.
    void forgedValues_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("magic") << 0 << ErrorCode::IntegrityFailure;
        QTest::newRow("vault") << 4 << ErrorCode::IntegrityFailure;
        QTest::newRow("later generation") << 22 << ErrorCode::OlderThanLastSeen; // cannot be checked, so it counts
        QTest::newRow("counter") << 24 << ErrorCode::IntegrityFailure;
        QTest::newRow("audit") << 39 << ErrorCode::IntegrityFailure;
        QTest::newRow("root") << 50 << ErrorCode::IntegrityFailure;
        QTest::newRow("mac") << 87 << ErrorCode::IntegrityFailure;
    }
    void forgedValues()
    {
        QFETCH(int, at);
        QFETCH(ErrorCode, code);
        FakeAnchorStore store;
        m_vault.reset();
        {
            vault::Vault vault({m_home->files, store, m_home->clock, m_home->random}, m_home->path());
            VERIFY_OK(vault.unlock(m_home->byPassphrase()));
        }
        QCOMPARE(store.values.first().size(), 88);
        const QByteArray good = store.values.first();
        store.values = {flipped(good, at), QByteArray()};
        vault::Vault vault({m_home->files, store, m_home->clock, m_home->random}, m_home->path());
        COMPARE_CODE(vault.unlock(m_home->byPassphrase()), code);
        // Beside a good one a forged one has no voice, unless it speaks of a later generation.
        store.values = {good, flipped(good, at)};
        const auto opened = vault.unlock(m_home->byPassphrase());
        QCOMPARE(opened.has_value(), code != ErrorCode::OlderThanLastSeen);
        // The way out overwrites it, whatever it says.
        store.values = {flipped(good, at), flipped(good, at)};
        auto request = m_home->byPassphrase();
        request.rollback = vault::RollbackPolicy::Accept;
        VERIFY_OK(vault.unlock(request));
        VERIFY_OK(vault.unlock(m_home->byPassphrase()));
        QCOMPARE(sessionOf(vault).anchorVerdict(), Verdict::Fits);
    }

    void unwritableAnchor()
    {
        FakeAnchorStore store;
        store.failing = true;
        m_vault.reset();
        vault::Vault vault({m_home->files, store, m_home->clock, m_home->random}, m_home->path());
        const QRegularExpression warning(QStringLiteral("the anchor could not be written"));
        QTest::ignoreMessage(QtWarningMsg, warning);
        VERIFY_OK(vault.unlock(m_home->byPassphrase()));
        // The change counts all the same.
        QTest::ignoreMessage(QtWarningMsg, warning);
        VERIFY_OK(vault::Settings(sessionOf(vault)).set({{QStringLiteral("a"), QStringLiteral("b")}}));
        vault.lock();
        VERIFY_OK(vault::Settings(sessionOf(**m_home->open())).all());
    }

    void twoVaultsTwoAnchors()
    {
        Home other;
        other.anchors = std::make_unique<storage::FileAnchorStore>(m_home->file(QStringLiteral("state")));
        // Another seed would do as well; the ids of the first vault are taken.
        other.random = testsupport::SequenceRandom(99);
        auto second = other.create();
        QVERIFY(other.anchorPath() != m_home->anchorPath());
        VERIFY_OK(changeOnce(*second));
        m_vault.reset();
        QCOMPARE(reopened(), Verdict::Fits);
    }

private:
    Verdict reopened()
    {
        auto vault = m_home->open();
        return vault ? sessionOf(**vault).anchorVerdict() : static_cast<Verdict>(99);
    }

    std::unique_ptr<Home> m_home;
    std::unique_ptr<vault::Vault> m_vault;
};

LATCHKEY_TEST_MAIN(TestAnchor)
#include "tst_anchor.moc"
