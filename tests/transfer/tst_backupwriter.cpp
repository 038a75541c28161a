// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/backupwriter.h"

#include "crypto/recoverykey.h"
#include "support/testmain.h"
#include "transferfixture.h"
#include "vault/slotmanager.h"

#include <QObject>

using namespace transfertest;
using namespace vaulttest;
using base::ErrorCode;
using transfer::BackupReader;
using transfer::NewFile;

class TestBackupWriter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void holdsTheVaultOfOneMoment()
    {
        Home home;
        auto vault = home.create();
        fill(*vault);
        const QString path = home.file(QStringLiteral("b.lkb"));
        const auto written = backUp(sessionOf(*vault), path);
        VERIFY_OK(written);
        QCOMPARE(written->vault, home.vaultId);
        QCOMPARE(written->madeAtMs, home.clock.nowMs());
        QCOMPARE(written->totals.credentials, std::uint64_t{3});
        QCOMPARE(written->totals.versions, std::uint64_t{5});
        QVERIFY(!written->hasPassphrase);
        QVERIFY(!written->recoveryKeyPending);

        const auto reader = BackupReader::open(path);
        VERIFY_OK(reader);
        QCOMPARE((*reader)->header().vault.vault, home.vaultId);
        QCOMPARE((*reader)->header().keySlots.size(), 1);
        QCOMPARE((*reader)->header().keySlots.first().info().kind, vault::SlotKind::Recovery);
        const vault::AuditPosition head = sessionOf(*vault).audit().head();
        std::uint64_t rows = 0;
        const auto content = (*reader)->read(sessionOf(*vault).keys().vaultKey(), [&rows](const auto &) {
            ++rows;
            return base::Result<void>();
        });
        VERIFY_OK(content);
        QCOMPARE(content->origin.auditHead, head);
        QCOMPARE(rows, written->totals.records);
        QVERIFY(!contentOf(path).contains("bitget"));
        QVERIFY(!contentOf(path).contains(QByteArray(40, 'x')));
    }

    void aRecoveryKeyThatNobodyConfirmedIsTold()
    {
        Home home;
        vault::Vault vault(home.environment(), home.path());
        vault::CreateRequest request = home.request();
        request.deliverRecoveryKey = {};
        VERIFY_OK(vault.create(request));
        const auto written = backUp(sessionOf(vault), home.file(QStringLiteral("b.lkb")));
        VERIFY_OK(written);
        QVERIFY(written->recoveryKeyPending);
    }

    void thePassphraseOfItsOwnIsAnotherWayIn()
    {
        Home home;
        auto vault = home.create();
        const QString path = home.file(QStringLiteral("b.lkb"));
        const auto written = backUp(sessionOf(*vault), path, kBackupPassphrase);
        VERIFY_OK(written);
        QVERIFY(written->hasPassphrase);
        const auto reader = BackupReader::open(path);
        VERIFY_OK(reader);
        const base::SecretBytes &key = sessionOf(*vault).keys().vaultKey();
        for (const auto &way : {std::make_shared<transfer::BackupKey>(byPassphrase(kBackupPassphrase)),
                                std::make_shared<transfer::BackupKey>(byRecovery(home.recoveryText))}) {
            const auto opened = (*reader)->unlock(*way);
            VERIFY_OK(opened);
            QVERIFY(opened->vaultKey.equals(key));
            QCOMPARE(opened->recoverySecret.has_value(), !way->recoveryKey.isEmpty());
        }
        // The vault's own passphrase is none of the backup's.
        COMPARE_CODE((*reader)->unlock(byPassphrase(Home::kPassphrase)), ErrorCode::WrongPassphrase);
        COMPARE_CODE((*reader)->unlock({}), ErrorCode::NoWayIn);
        transfer::BackupKey capped = byPassphrase(kBackupPassphrase);
        capped.availableMemoryKiB = 40;
        COMPARE_CODE((*reader)->unlock(capped), ErrorCode::KdfTooCostly);
    }

    void aWrongRecoveryKeyIsNamed()
    {
        Home home;
        auto vault = home.create();
        const QString path = home.file(QStringLiteral("b.lkb"));
        VERIFY_OK(backUp(sessionOf(*vault), path));
        const auto reader = BackupReader::open(path);
        VERIFY_OK(reader);
        COMPARE_CODE((*reader)->unlock(byPassphrase("whatever")), ErrorCode::NoWayIn);
        Home other;
        other.random = testsupport::SequenceRandom(5);
        auto otherVault = other.create();
        const auto foreign = (*reader)->unlock(byRecovery(other.recoveryText));
        QCOMPARE(foreign.error(), (base::Error{ErrorCode::WrongPassphrase, QStringLiteral("recovery_other_vault")}));
        QByteArray typo = home.recoveryText;
        typo[3] = typo.at(3) == 'Q' ? 'P' : 'Q';
        const auto mistyped = (*reader)->unlock(byRecovery(typo));
        QCOMPARE(mistyped.error(), (base::Error{ErrorCode::WrongPassphrase, QStringLiteral("recovery_checksum")}));
        const auto another = crypto::encodeRecoveryKey(secret("01234567890123456789"), (*reader)->header().vault.recoveryId);
        VERIFY_OK(another);
        const auto newer = (*reader)->unlock(byRecovery(textOf(*another)));
        QCOMPARE(newer.error(), (base::Error{ErrorCode::WrongPassphrase, QStringLiteral("recovery_backup")}));
    }

    void stoppingLeavesNothing()
    {
        Home home;
        auto vault = home.create();
        fill(*vault);
        const QString path = home.file(QStringLiteral("b.lkb"));
        {
            auto file = NewFile::create(path);
            VERIFY_OK(file);
            int asked = 0;
            const auto stopped = transfer::writeBackup(sessionOf(*vault), **file, {}, [&asked] { return ++asked == 4; });
            COMPARE_CODE(stopped, ErrorCode::Cancelled);
            QCOMPARE(asked, 4);
        }
        QVERIFY(!QFile::exists(path));
        VERIFY_OK(everything(*vault)); // the snapshot is over
        auto file = NewFile::create(path);
        VERIFY_OK(file);
        const auto written = transfer::writeBackup(sessionOf(*vault), **file, {}, {});
        VERIFY_OK(written);
        COMPARE_CODE(transfer::verifyBackup(sessionOf(*vault), (*file)->partPath(), *written, [] { return true; }),
                     ErrorCode::Cancelled);
    }

    void whatTheDiskMadeOfItIsFound()
    {
        Home home;
        auto vault = home.create();
        fill(*vault);
        const QString path = home.file(QStringLiteral("b.lkb"));
        auto file = NewFile::create(path);
        VERIFY_OK(file);
        const auto written = transfer::writeBackup(sessionOf(*vault), **file, {}, {});
        VERIFY_OK(written);
        VERIFY_OK(transfer::verifyBackup(sessionOf(*vault), (*file)->partPath(), *written, {}));
        const QByteArray good = contentOf((*file)->partPath());
        QVERIFY(writeFile((*file)->partPath(), flipped(good, good.size() / 2)));
        COMPARE_CODE(transfer::verifyBackup(sessionOf(*vault), (*file)->partPath(), *written, {}),
                     ErrorCode::IntegrityFailure);
        // A whole backup of this vault, but not the one that was written.
        const QString other = home.file(QStringLiteral("other.lkb"));
        VERIFY_OK(vault::CredentialStore(sessionOf(*vault))
                      .add(named(QStringLiteral("later")), newVersion({QStringLiteral("value=1")}),
                           auditEvent(QStringLiteral("credential-added"))));
        VERIFY_OK(backUp(sessionOf(*vault), other));
        COMPARE_CODE(transfer::verifyBackup(sessionOf(*vault), other, *written, {}), ErrorCode::IntegrityFailure);
    }

    void aDamagedVaultIsNotBackedUpAsIfItWereWhole()
    {
        Home home;
        auto vault = home.create();
        fill(*vault);
        vault->lock();
        QCOMPARE(tamper(home.path(), QStringLiteral("UPDATE record SET meta = zeroblob(200) WHERE kind = 3")), 1);
        auto damaged = home.open(vault::VerifyDepth::Touched);
        VERIFY_OK(damaged);
        const auto made = backUp(sessionOf(**damaged), home.file(QStringLiteral("b.lkb")));
        COMPARE_CODE(made, ErrorCode::IntegrityFailure);
        QVERIFY(made.error().detail.startsWith(QStringLiteral("records ")));
        QVERIFY(!QFile::exists(home.file(QStringLiteral("b.lkb"))));
    }

    void aVaultOfANewerMinorFormatCanBeBackedUp()
    {
        Home home;
        auto vault = home.create();
        vault::Session &session = sessionOf(*vault);
        VERIFY_OK(session.change(auditEvent(QStringLiteral("test")), [&]() -> base::Result<void> {
            LATCHKEY_TRY(const vault::HeaderBlock block, vault::readHeader(session.slotStore()));
            vault::Header header = block.header;
            header.minor = 1;
            return vault::SlotManager(session).install({}, header);
        }));
        vault->lock();
        auto newer = home.open();
        VERIFY_OK(newer);
        const QString path = home.file(QStringLiteral("b.lkb"));
        VERIFY_OK(backUp(sessionOf(**newer), path));
        Target target;
        const auto restored = target.restore(path, byRecovery(home.recoveryText), target.request());
        QVERIFY(!restored);
        QCOMPARE(restored.error(), (base::Error{ErrorCode::NewerFormat, QStringLiteral("backup")}));
        QCOMPARE(target.home.names(), QStringList());
    }

    void whatIsNoBackupIsSaid()
    {
        Home home;
        auto vault = home.create();
        vault->lock();
        COMPARE_CODE(BackupReader::open(home.file(QStringLiteral("absent"))), ErrorCode::NotFound);
        COMPARE_CODE(BackupReader::open(home.path()), ErrorCode::NotAVault);
        COMPARE_CODE(BackupReader::open(home.file(QStringLiteral("home"))), ErrorCode::NotAVault);
        QVERIFY(writeFile(home.file(QStringLiteral("empty")), {}));
        COMPARE_CODE(BackupReader::open(home.file(QStringLiteral("empty"))), ErrorCode::NotAVault);
    }
};

LATCHKEY_TEST_MAIN(TestBackupWriter)
#include "tst_backupwriter.moc"
