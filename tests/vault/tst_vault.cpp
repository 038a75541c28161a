// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/vault.h"

#include "hookedfile.h"
#include "support/testmain.h"
#include "vault/slotmanager.h"
#include "vaultfixture.h"

#include <QDir>
#include <QFile>
#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using vault::SlotKind;
using vault::UnlockRequest;

namespace {

UnlockRequest with(std::string_view passphrase)
{
    UnlockRequest out;
    out.passphrase = secret(passphrase);
    return out;
}

UnlockRequest withKeychain(const QUuid &slot, std::string_view half, std::string_view passphrase = {})
{
    UnlockRequest out;
    if (!passphrase.empty())
        out.passphrase = secret(passphrase);
    out.keychainSecrets.emplace(slot, secret(half));
    return out;
}

} // namespace

class TestVault final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void createByEachMethod_data()
    {
        QTest::addColumn<SlotKind>("method");
        for (const SlotKind kind : {SlotKind::Passphrase, SlotKind::PassphraseKeychain, SlotKind::Keychain})
            QTest::newRow(qPrintable(vault::slotKindName(kind))) << kind;
    }
    void createByEachMethod()
    {
        QFETCH(SlotKind, method);
        Home home;
        vault::Vault vault(home.environment(), home.path());
        QVERIFY(!vault.exists());
        COMPARE_CODE(vault.inspect(), ErrorCode::NotInitialized);
        COMPARE_CODE(vault.unlock(with("x")), ErrorCode::NotInitialized);
        VERIFY_OK(vault.create(home.request(method)));
        QVERIFY(vault.exists());
        QVERIFY(vault.isUnlocked());
        QCOMPARE(home.recoveryText.size(), 53);
        VERIFY_OK(vault::CredentialStore(sessionOf(vault))
                      .add(named(QStringLiteral("a")), newVersion({QStringLiteral("value=1")}), {}));
        vault.lock();
        QVERIFY(!vault.isUnlocked());
        COMPARE_CODE(vault.session(), ErrorCode::Locked);

        const auto info = vault.inspect();
        VERIFY_OK(info);
        QCOMPARE(info->header.vault, home.vaultId);
        QCOMPARE(info->header.gen, 1U);
        QCOMPARE(info->header.createdAtMs, home.clock.nowMs());
        QCOMPARE(info->keySlots.size(), 2);

        UnlockRequest daily;
        if (vault::needsPassphrase(method))
            daily.passphrase = secret(Home::kPassphrase);
        if (vault::needsKeychain(method))
            daily.keychainSecrets.emplace(home.slotId, secret(Home::kKeychainSecret));
        const auto by = vault.unlock(daily);
        VERIFY_OK(by);
        QCOMPARE(by->id, home.slotId);
        QCOMPARE(by->kind, method);
        QCOMPARE(*contents(vault), QStringLiteral("a==value=1"));
        const auto recovery = vault.unlock(home.byRecovery());
        VERIFY_OK(recovery);
        QCOMPARE(recovery->kind, SlotKind::Recovery);
        QCOMPARE(*contents(vault), QStringLiteral("a==value=1"));
    }

    void createNeedsItsInputs()
    {
        Home home;
        vault::Vault vault(home.environment(), home.path());
        auto request = home.request();
        request.passphrase = {};
        COMPARE_CODE(vault.create(request), ErrorCode::EmptyField);
        request = home.request(SlotKind::Keychain);
        request.keychainSecret = secret("short");
        COMPARE_CODE(vault.create(request), ErrorCode::InvalidArgument);
        request = home.request();
        request.method = SlotKind::Recovery;
        COMPARE_CODE(vault.create(request), ErrorCode::InvalidArgument);
        request = home.request();
        request.vaultId = QUuid();
        COMPARE_CODE(vault.create(request), ErrorCode::InvalidArgument);
        QVERIFY(!vault.exists());
        QVERIFY(home.names().isEmpty());
    }

    void whatIsThereIsNeverTouched_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty file") << QByteArray();
        QTest::newRow("some file") << QByteArray("SQLite format 3 or not");
    }
    void whatIsThereIsNeverTouched()
    {
        QFETCH(QByteArray, content);
        Home home;
        QVERIFY(QDir().mkpath(home.file(QStringLiteral("home"))));
        QVERIFY(writeFile(home.path(), content));
        vault::Vault vault(home.environment(), home.path());
        bool delivered = false;
        auto request = home.request();
        request.deliverRecoveryKey = [&](const base::SecretBytes &) -> base::Result<void> {
            delivered = true;
            return {};
        };
        COMPARE_CODE(vault.create(request), ErrorCode::AlreadyExists);
        COMPARE_CODE(vault.unlock(with("x")), ErrorCode::NotAVault);
        QCOMPARE(contentOf(home.path()), content);
        QCOMPARE(home.names(), QStringList{QStringLiteral("vault.db")});
        QVERIFY(!delivered);
    }

    void createOverAVault()
    {
        Home home;
        home.create().reset();
        const QByteArray before = contentOf(home.path());
        const QByteArray recovery = home.recoveryText;
        Home other;
        vault::Vault vault(other.environment(), home.path());
        COMPARE_CODE(vault.create(other.request()), ErrorCode::AlreadyExists);
        QCOMPARE(contentOf(home.path()), before);
        VERIFY_OK(home.open());
    }

    // Somebody else's vault came into being while ours was built.
    void overtakenCreation()
    {
        Home home;
        vault::Vault vault(home.environment(), home.path());
        auto request = home.request();
        request.deliverRecoveryKey = [&](const base::SecretBytes &) -> base::Result<void> {
            return writeFile(home.path(), "theirs") ? base::Result<void>() : base::fail(ErrorCode::IoFailure);
        };
        COMPARE_CODE(vault.create(request), ErrorCode::AlreadyExists);
        QVERIFY(!vault.isUnlocked());
        QCOMPARE(contentOf(home.path()), QByteArray("theirs"));
        QCOMPARE(home.names(), QStringList{QStringLiteral("vault.db")});
    }

    // That something stands at the path does not make a creation that failed a success.
    void overtakenCreationThatFails()
    {
        Home home;
        Home theirs;
        theirs.create().reset();
        const QByteArray whole = contentOf(theirs.path());
        vault::Vault vault(home.environment(), home.path());
        auto request = home.request();
        request.deliverRecoveryKey = [&](const base::SecretBytes &) -> base::Result<void> {
            return base::fail(writeFile(home.path(), whole) ? ErrorCode::Cancelled : ErrorCode::IoFailure);
        };
        COMPARE_CODE(vault.create(request), ErrorCode::Cancelled);
        QVERIFY(!vault.isUnlocked());
        QCOMPARE(contentOf(home.path()), whole);
        QCOMPARE(home.names(), QStringList{QStringLiteral("vault.db")});
    }

    // Nothing is begun when the vault could not be opened afterwards, and nothing is taken back once it exists.
    void witnessThatCannotBeRead()
    {
        Home home;
        QVERIFY(QDir().mkpath(QFileInfo(home.anchorPath()).path()));
        QVERIFY(QDir(QFileInfo(home.anchorPath()).path()).removeRecursively());
        QVERIFY(writeFile(QFileInfo(home.anchorPath()).path(), "no folder"));
        vault::Vault vault(home.environment(), home.path());
        bool delivered = false;
        auto request = home.request();
        request.deliverRecoveryKey = [&delivered](const base::SecretBytes &) -> base::Result<void> {
            delivered = true;
            return {};
        };
        QVERIFY(!vault.create(request));
        QVERIFY(!delivered);
        QVERIFY(home.names().isEmpty());

        QVERIFY(QFile::remove(QFileInfo(home.anchorPath()).path()));
        request.deliverRecoveryKey = [&home](const base::SecretBytes &) -> base::Result<void> {
            return writeFile(QFileInfo(home.anchorPath()).path(), "too late") ? base::Result<void>()
                                                                              : base::fail(ErrorCode::IoFailure);
        };
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("^the new vault could not be opened at once: ")));
        VERIFY_OK(vault.create(request));
        QVERIFY(!vault.isUnlocked());
        QVERIFY(vault.exists());
        QVERIFY(QFile::remove(QFileInfo(home.anchorPath()).path()));
        VERIFY_OK(vault.unlock(home.byPassphrase()));
    }

    void undeliveredRecoveryKeyLeavesNothing()
    {
        Home home;
        vault::Vault vault(home.environment(), home.path());
        auto request = home.request();
        request.deliverRecoveryKey = [](const base::SecretBytes &text) -> base::Result<void> {
            return base::fail(text.isEmpty() ? ErrorCode::Internal : ErrorCode::Cancelled);
        };
        COMPARE_CODE(vault.create(request), ErrorCode::Cancelled);
        QVERIFY(!vault.exists());
        QVERIFY(!vault.isUnlocked());
        QVERIFY(home.names().isEmpty());
        QVERIFY(!QFile::exists(home.anchorPath()));
        VERIFY_OK(vault.create(home.request())); // the next try is a new vault
    }

    void failureWhileCreating_data()
    {
        QTest::addColumn<int>("where");
        QTest::newRow("root") << 0;
        QTest::newRow("audit") << 1;
        QTest::newRow("commit") << 2;
    }
    void failureWhileCreating()
    {
        QFETCH(int, where);
        Home home;
        Hooks hooks;
        const auto fails = []() -> base::Result<void> { return base::fail(ErrorCode::DiskFull); };
        (where == 0 ? hooks.beforePutRoot : where == 1 ? hooks.beforeAppend : hooks.beforeCommit) = fails;
        HookedFileSystem files(home.files, hooks);
        vault::Vault vault({files, *home.anchors, home.clock, home.random}, home.path());
        COMPARE_CODE(vault.create(home.request()), ErrorCode::DiskFull);
        QVERIFY(home.names().isEmpty());
        QVERIFY(home.recoveryText.isEmpty());
        hooks = Hooks();
        VERIFY_OK(vault.create(home.request()));
    }

    void wrongWaysIn()
    {
        Home home;
        auto vault = home.create(SlotKind::PassphraseKeychain);
        vault->lock();
        COMPARE_CODE(vault->unlock(with(Home::kPassphrase)), ErrorCode::NoWayIn); // the other half is missing
        COMPARE_CODE(vault->unlock(withKeychain(home.slotId, Home::kKeychainSecret)), ErrorCode::NoWayIn);
        COMPARE_CODE(vault->unlock(UnlockRequest()), ErrorCode::NoWayIn);
        COMPARE_CODE(vault->unlock(withKeychain(home.slotId, Home::kKeychainSecret, "wrong")), ErrorCode::WrongPassphrase);
        COMPARE_CODE(vault->unlock(withKeychain(home.slotId, "another secret, also of 32 bytes", Home::kPassphrase)),
                     ErrorCode::KeychainEntryChanged);
        COMPARE_CODE(vault->unlock(withKeychain(QUuid::createUuid(), Home::kKeychainSecret, Home::kPassphrase)),
                     ErrorCode::NoWayIn);
        QVERIFY(!vault->isUnlocked());
        VERIFY_OK(vault->unlock(withKeychain(home.slotId, Home::kKeychainSecret, Home::kPassphrase)));
        // A wrong try changes nothing: whoever mistypes does not stop the bots of an open vault.
        COMPARE_CODE(vault->unlock(withKeychain(home.slotId, Home::kKeychainSecret, "wrong")), ErrorCode::WrongPassphrase);
        QVERIFY(vault->isUnlocked());
        VERIFY_OK(contents(*vault));
    }

    void recoveryKeys_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("detail"); ///< empty: opens
        QTest::newRow("as printed") << 0 << QString();
        QTest::newRow("lower case, without spaces") << 1 << QString();
        QTest::newRow("with dashes and a newline") << 2 << QString();
        QTest::newRow("one character wrong") << 3 << QStringLiteral("recovery_checksum");
        QTest::newRow("too short") << 4 << QStringLiteral("recovery_checksum");
        QTest::newRow("of another vault") << 5 << QStringLiteral("recovery_other_vault");
        QTest::newRow("revoked") << 6 << QStringLiteral("recovery_revoked");
    }
    void recoveryKeys()
    {
        QFETCH(int, how);
        QFETCH(QString, detail);
        Home home;
        auto vault = home.create();
        QByteArray text = home.recoveryText;
        switch (how) {
        case 1:
            text = text.toLower().replace(' ', "");
            break;
        case 2:
            text = text.replace(' ', '-') + '\n';
            break;
        case 3:
            text[7] = text[7] == 'Q' ? 'P' : 'Q';
            break;
        case 4:
            text.chop(1);
            break;
        case 5: {
            Home other;
            other.random = testsupport::SequenceRandom(77);
            other.create().reset();
            text = other.recoveryText;
            break;
        }
        case 6: {
            // The slot replaced by another way in; done as a change, since a program of ours would do it so.
            vault::Session &session = sessionOf(*vault);
            VERIFY_OK(session.change(auditEvent(QStringLiteral("slot-removed")), [&]() -> base::Result<void> {
                LATCHKEY_TRY(const vault::HeaderBlock block, vault::readHeader(session.slotStore()));
                for (const vault::KeySlot &slot : block.keySlots) {
                    if (slot.info().kind == SlotKind::Recovery)
                        LATCHKEY_CHECK(session.slotStore().removeSlot(slot.info().id));
                }
                return vault::SlotManager(session).install({}, block.header);
            }));
            break;
        }
        default:
            break;
        }
        vault->lock();
        UnlockRequest request;
        request.recoveryKey = secret(text.toStdString());
        request.passphrase = secret(Home::kPassphrase); // not tried: a given recovery key is the only way
        const auto opened = vault->unlock(request);
        if (detail.isEmpty()) {
            VERIFY_OK(opened);
            return;
        }
        COMPARE_CODE(opened, ErrorCode::WrongPassphrase);
        QCOMPARE(opened.error().detail, detail);
        VERIFY_OK(vault->unlock(home.byPassphrase()));
    }

    void passphraseForms()
    {
        Home home;
        vault::Vault vault(home.environment(), home.path());
        auto request = home.request();
        request.passphrase = secret("  cafe\xcc\x81 ");
        VERIFY_OK(vault.create(request));
        VERIFY_OK(vault.unlock(with("  caf\xc3\xa9 ")));
        COMPARE_CODE(vault.unlock(with("caf\xc3\xa9")), ErrorCode::WrongPassphrase); // nothing is trimmed
        COMPARE_CODE(vault.unlock(with("  caf\xe9 ")), ErrorCode::InvalidArgument);
    }

    // A slot that asks for more than this computer has must not stand before one that opens.
    void costlySlot()
    {
        Home home;
        auto vault = home.create();
        vault->lock();
        UnlockRequest request = home.byPassphrase();
        request.availableMemoryKiB = 32; // half of it is too little for 32 KiB
        COMPARE_CODE(vault->unlock(request), ErrorCode::KdfTooCostly);
        request.availableMemoryKiB = 1 << 20;
        VERIFY_OK(vault->unlock(request));
        UnlockRequest recovery = home.byRecovery();
        recovery.availableMemoryKiB = 1;
        VERIFY_OK(vault->unlock(recovery)); // needs no memory
    }
};

LATCHKEY_TEST_MAIN(TestVault)
#include "tst_vault.moc"
