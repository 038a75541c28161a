// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/removals.h"

#include "service/servicefixture.h"
#include "support/testmain.h"

using servicetest::Bench;
using testsupport::await;

class TestRemovals final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_bench = std::make_unique<Bench>();
        m_removals = std::make_unique<service::Removals>(*m_bench->host, service::Caller{QStringLiteral("test")});
        m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=1")});
    }
    void cleanup()
    {
        m_removals.reset();
        m_bench.reset();
    }

    void undone()
    {
        int told = 0;
        connect(m_bench->host.get(), &service::VaultHost::contentChanged, this, [&told] { ++told; });
        const auto removed = await(m_removals->remove(QStringLiteral("A")));
        VERIFY_OK(removed);
        QCOMPARE(told, 1);
        QCOMPARE(m_bench->got(QStringLiteral("a")), QStringLiteral("not_found"));
        COMPARE_CODE(await(m_removals->remove(QStringLiteral("a"))), base::ErrorCode::NotFound);
        VERIFY_OK(await(m_removals->undo(removed->id)));
        QCOMPARE(told, 2);
        QCOMPARE(m_bench->got(QStringLiteral("a")), QStringLiteral("1"));
        COMPARE_CODE(await(m_removals->undo(removed->id)), base::ErrorCode::NotFound);
        const QStringList kinds = m_bench->auditKinds();
        QVERIFY(kinds.contains(QStringLiteral("credential-removed")));
        QVERIFY(kinds.contains(QStringLiteral("credential-put-back")));
        QVERIFY(!kinds.contains(QStringLiteral("credential-purged")));
    }

    void purged()
    {
        const auto removed = await(m_removals->remove(QStringLiteral("a")));
        VERIFY_OK(removed);
        m_bench->putSecret(QStringLiteral("b"), {QStringLiteral("value=2")});
        m_bench->home.clock.advance(1);
        const auto later = await(m_removals->remove(QStringLiteral("b")));
        VERIFY_OK(later);
        VERIFY_OK(await(m_removals->purge(removed->id)));
        COMPARE_CODE(await(m_removals->undo(removed->id)), base::ErrorCode::NotFound);
        QVERIFY(m_bench->auditKinds().contains(QStringLiteral("credential-purged")));
        // Another page may still put back what it removed later.
        VERIFY_OK(await(m_removals->undo(later->id)));
        QCOMPARE(m_bench->got(QStringLiteral("b")), QStringLiteral("2"));
    }

    /// The lock waits for no other program that is writing: what can be put back stays until the next unlock for long.
    void theLockDeletesNothing()
    {
        const auto removed = await(m_removals->remove(QStringLiteral("a")));
        VERIFY_OK(removed);
        VERIFY_OK(await(m_bench->host->lock(service::LockReason::User)));
        COMPARE_CODE(await(m_removals->undo(removed->id)), base::ErrorCode::Locked);
        m_bench->unlock();
        QCOMPARE(m_bench->got(QStringLiteral("a")), QStringLiteral("not_found"));
        VERIFY_OK(await(m_removals->undo(removed->id)));
    }

    /// A program that was killed purged nothing; the next one that stays open does, but not what another may still want back.
    void theNextUnlockPurgesWhatIsOld()
    {
        const auto removed = await(m_removals->remove(QStringLiteral("a")));
        VERIFY_OK(removed);
        VERIFY_OK(openElsewhere());
        VERIFY_OK(await(m_removals->undo(removed->id)));
        VERIFY_OK(await(m_removals->remove(QStringLiteral("a"))));
        m_bench->home.clock.advance(61'000);
        VERIFY_OK(openElsewhere());
        COMPARE_CODE(await(m_removals->undo(removed->id)), base::ErrorCode::NotFound);
    }

private:
    /// Another desktop or agent opens the vault and is killed: it purges at its start only.
    base::Result<vault::SlotInfo> openElsewhere()
    {
        vault::Environment environment = m_bench->home.environment();
        service::VaultHost other({environment, m_bench->noKeychain, m_bench->gate}, m_bench->home.path());
        service::WaysIn ways;
        ways.useKeychain = false;
        ways.interactive = true;
        ways.passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
        return await(other.unlock(std::move(ways)));
    }

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<service::Removals> m_removals;
};

LATCHKEY_TEST_MAIN(TestRemovals)
#include "tst_removals.moc"
