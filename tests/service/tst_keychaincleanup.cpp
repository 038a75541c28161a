// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/keychaincleanup.h"

#include "service/keychainbench.h"
#include "support/testmain.h"

using servicetest::KeychainBench;
using testsupport::await;
using vaulttest::secret;

class TestKeychainCleanup final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    /// Whatever stands in the list: nothing but this vault's own entries that no way in needs.
    void onlyWhatNobodyNeeds()
    {
        KeychainBench bench;
        VERIFY_OK(bench.unlock());
        const QString ours = bench.entryOf(QUuid::createUuid());
        const QString gone = bench.entryOf(QUuid::createUuid());
        const QString foreign = vault::KeySlot::keychainName(QUuid::createUuid(), QUuid::createUuid());
        const QString needed = bench.entryOf(bench.home.slotId);
        for (const QString &name : {ours, foreign})
            VERIFY_OK(await(bench.keychain.write(name, secret("x"))));
        list(bench, {ours, gone, foreign, needed});
        const auto left = await(service::cleanKeychain(*bench.host, bench.keychain));
        VERIFY_OK(left);
        QCOMPARE(*left, 0);
        QStringList stay{foreign, needed};
        stay.sort();
        QCOMPARE(bench.keychain.names(), stay);
        QCOMPARE(bench.cleanup(), stay);
        VERIFY_OK(bench.unlock());
    }

    void whatCannotBeDeletedIsCounted()
    {
        KeychainBench bench;
        VERIFY_OK(bench.unlock());
        QStringList names{bench.entryOf(QUuid::createUuid()), bench.entryOf(QUuid::createUuid())};
        names.sort();
        list(bench, names);
        const QStringList audit = bench.audit();
        bench.keychain.removeError = base::ErrorCode::KeychainLocked;
        QCOMPARE(*await(service::cleanKeychain(*bench.host, bench.keychain)), 2);
        QCOMPARE(bench.cleanup(), names);
        QCOMPARE(bench.audit(), audit);
    }

    void lockedVault()
    {
        KeychainBench bench;
        COMPARE_CODE(await(service::cleanKeychain(*bench.host, bench.keychain)), base::ErrorCode::Locked);
    }

    void forgottenEntries()
    {
        KeychainBench bench;
        for (const char *name : {"a", "b"})
            VERIFY_OK(await(bench.keychain.write(QString::fromLatin1(name), secret("x"))));
        service::forgetEntries({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}, bench.keychain, this);
        QTRY_COMPARE(bench.keychain.size(), std::size_t(1));
    }

private:
    static void list(KeychainBench &bench, const QStringList &names)
    {
        VERIFY_OK(await(bench.host->withSession([names](vault::Session &session) -> base::Result<bool> {
            LATCHKEY_CHECK(session.change(vaulttest::auditEvent(QStringLiteral("x")),
                                          [&] { return vault::CleanupList(session).add(names); }));
            return true;
        })));
    }
};

LATCHKEY_TEST_MAIN(TestKeychainCleanup)
#include "tst_keychaincleanup.moc"
