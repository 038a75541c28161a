// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/slotmanager.h"

#include "hookedfile.h"
#include "support/testmain.h"
#include "vault/cleanuplist.h"
#include "vault/settings.h"
#include "vaultfixture.h"

#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using vault::SlotKind;
using vault::SlotManager;

namespace {

constexpr std::string_view kNew = "another passphrase";

vault::UnlockRequest with(std::string_view passphrase, const QUuid &slot = {})
{
    vault::UnlockRequest out;
    out.passphrase = secret(passphrase);
    if (!slot.isNull())
        out.keychainSecrets.emplace(slot, secret(Home::kKeychainSecret));
    return out;
}

std::map<QUuid, base::SecretBytes> half(const QUuid &slot)
{
    std::map<QUuid, base::SecretBytes> out;
    out.emplace(slot, secret(Home::kKeychainSecret));
    return out;
}

vault::NewSlot slotOf(SlotKind kind, const QUuid &id, const base::SecretBytes *passphrase = nullptr,
                      const base::SecretBytes *half = nullptr)
{
    vault::NewSlot out;
    out.id = id;
    out.kind = kind;
    out.passphrase = passphrase;
    out.keychainSecret = half;
    out.keychainBackend = half == nullptr ? QString() : QStringLiteral("KWallet");
    out.kdf = kCheapKdf;
    return out;
}

QUuid idOf(const QList<vault::SlotInfo> &all, SlotKind kind)
{
    const auto found = std::ranges::find(all, kind, &vault::SlotInfo::kind);
    return found == all.end() ? QUuid() : found->id;
}

} // namespace

class TestSlotManager final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void list()
    {
        Home home;
        auto vault = home.create(SlotKind::PassphraseKeychain);
        const auto slots_ = SlotManager(sessionOf(*vault)).list();
        VERIFY_OK(slots_);
        QCOMPARE(slots_->size(), 2);
        for (const vault::SlotInfo &slot : *slots_) {
            const bool daily = slot.id == home.slotId;
            QCOMPARE(slot.kind, daily ? SlotKind::PassphraseKeychain : SlotKind::Recovery);
            QCOMPARE(slot.keychainBackend, daily ? QStringLiteral("Secret Service") : QString());
            QCOMPARE(slot.createdAtMs, home.clock.nowMs());
        }
    }

    void changePassphrase()
    {
        Home home;
        auto vault = home.create();
        home.clock.advance(1000);
        VERIFY_OK(SlotManager(sessionOf(*vault)).changePassphrase(secret(kNew), {64, 2, 2}, {}));
        const auto slots_ = SlotManager(sessionOf(*vault)).list();
        VERIFY_OK(slots_);
        for (const vault::SlotInfo &slot : *slots_) {
            const bool daily = slot.id == home.slotId;
            QCOMPARE(slot.createdAtMs, home.clock.nowMs() - (daily ? 0 : 1000));
            QVERIFY(slot.kdf == (daily ? crypto::Argon2Params{64, 2, 2} : crypto::Argon2Params{0, 0, 0}));
        }
        vault->lock();
        COMPARE_CODE(vault->unlock(with(Home::kPassphrase)), ErrorCode::WrongPassphrase);
        VERIFY_OK(vault->unlock(with(kNew)));
        VERIFY_OK(vault->unlock(home.byRecovery()));
        QCOMPARE(*sessionOf(*vault).verifyEverything(), QStringList());
    }

    void passphraseIsNormalized()
    {
        Home home;
        auto vault = home.create();
        VERIFY_OK(SlotManager(sessionOf(*vault)).changePassphrase(secret("cafe\xcc\x81 noir"), kCheapKdf, {}));
        VERIFY_OK(vault->unlock(with("caf\xc3\xa9 noir")));
        VERIFY_OK(vault->unlock(with("cafe\xcc\x81 noir")));
        COMPARE_CODE(SlotManager(sessionOf(*vault)).changePassphrase({}, kCheapKdf, {}), ErrorCode::EmptyField);
    }

    void halfOfTheKeychainIsNeeded()
    {
        Home home;
        auto vault = home.create(SlotKind::PassphraseKeychain);
        SlotManager manager(sessionOf(*vault));
        COMPARE_CODE(manager.changePassphrase(secret(kNew), kCheapKdf, {}), ErrorCode::KeychainUnavailable);
        VERIFY_OK(manager.changePassphrase(secret(kNew), kCheapKdf, half(home.slotId)));
        COMPARE_CODE(vault->unlock(with(Home::kPassphrase, home.slotId)), ErrorCode::WrongPassphrase);
        VERIFY_OK(vault->unlock(with(kNew, home.slotId)));
    }

    void noPassphraseSlot()
    {
        Home home;
        auto vault = home.create(SlotKind::Keychain);
        COMPARE_CODE(SlotManager(sessionOf(*vault)).changePassphrase(secret(kNew), kCheapKdf, {}),
                     ErrorCode::InvalidArgument);
    }

    void badParameters()
    {
        Home home;
        auto vault = home.create();
        QVERIFY(!SlotManager(sessionOf(*vault)).changePassphrase(secret(kNew), {1, 0, 0}, {}));
        VERIFY_OK(vault->unlock(home.byPassphrase()));
    }

    // The bytes of the old slot are nowhere left, neither in the file nor in the write-ahead log.
    void oldSlotIsScrubbed()
    {
        Home home;
        auto vault = home.create();
        const QByteArray old =
            query(home.path(), QStringLiteral("SELECT body FROM slot WHERE substr(body, 5, 1) = x'01'")).toByteArray();
        const QByteArray wrapped = old.last(48);
        QVERIFY(contentOf(home.path()).contains(wrapped));
        VERIFY_OK(SlotManager(sessionOf(*vault)).changePassphrase(secret(kNew), kCheapKdf, {}));
        QVERIFY(!contentOf(home.path()).contains(wrapped));
        QVERIFY(!contentOf(home.path() + QStringLiteral("-wal")).contains(wrapped));
    }

    // What stands in the slot table when it is changed goes under a new MAC: so it must be the good one.
    void slotsAreNotLaundered()
    {
        Home home;
        home.create().reset();
        Hooks hooks;
        HookedFileSystem files(home.files, hooks);
        vault::Vault vault({files, *home.anchors, home.clock, home.random}, home.path());
        VERIFY_OK(vault.unlock(home.byPassphrase()));
        int reads = 0;
        hooks.slotRows = [&reads](QList<vault::ports::SlotRow> &rows) {
            if (++reads <= 2) // the list before Argon2 runs still sees the good table
                return;
            rows.first().body = flipped(rows.first().body, rows.first().body.size() - 1);
        };
        COMPARE_CODE(SlotManager(sessionOf(vault)).changePassphrase(secret(kNew), kCheapKdf, {}),
                     ErrorCode::IntegrityFailure);
        QVERIFY(reads > 2);
        hooks = Hooks();
        VERIFY_OK(vault.unlock(home.byPassphrase()));
        hooks.slotRows = [](QList<vault::ports::SlotRow> &rows) { rows.removeFirst(); };
        COMPARE_CODE(SlotManager(sessionOf(vault)).list(), ErrorCode::IntegrityFailure);
    }

    void changedElsewhereMeanwhile()
    {
        Home home;
        home.create().reset();
        Hooks hooks;
        HookedFileSystem files(home.files, hooks);
        vault::Vault vault({files, *home.anchors, home.clock, home.random}, home.path());
        VERIFY_OK(vault.unlock(home.byPassphrase()));
        auto other = home.open();
        VERIFY_OK(other);
        // Between the list and the change (Argon2 runs then) another process changes the passphrase.
        bool done = false;
        int reads = 0;
        hooks.slotRows = [&](QList<vault::ports::SlotRow> &) {
            if (++reads != 2 || done)
                return;
            done = true;
            QVERIFY(SlotManager(sessionOf(**other)).changePassphrase(secret("theirs"), kCheapKdf, {}).has_value());
        };
        COMPARE_CODE(SlotManager(sessionOf(vault)).changePassphrase(secret(kNew), kCheapKdf, {}), ErrorCode::Conflict);
        QVERIFY(done);
        hooks = Hooks();
        VERIFY_OK(vault.unlock(with("theirs")));
    }

    void add_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("passphrase") << int(SlotKind::Passphrase);
        QTest::newRow("passphrase and keychain") << int(SlotKind::PassphraseKeychain);
        QTest::newRow("keychain") << int(SlotKind::Keychain);
    }
    void add()
    {
        QFETCH(int, kind);
        const auto wanted = static_cast<SlotKind>(kind);
        Home home;
        auto vault = home.create();
        const QUuid id = *base::newUuid(home.random);
        const base::SecretBytes text = secret(kNew);
        const base::SecretBytes other = secret("abcdefabcdefabcdefabcdefabcdefab");
        const auto added = SlotManager(sessionOf(*vault), QStringLiteral("test"))
                               .add(slotOf(wanted, id, &text, vault::needsKeychain(wanted) ? &other : nullptr));
        VERIFY_OK(added);
        QVERIFY(added->id == id && added->kind == wanted && added->createdAtMs == home.clock.nowMs() && added->gen == 1);
        const auto all = SlotManager(sessionOf(*vault)).list();
        VERIFY_OK(all);
        QCOMPARE(all->size(), 3);
        vault::UnlockRequest request;
        if (vault::needsPassphrase(wanted))
            request.passphrase = secret(kNew);
        if (vault::needsKeychain(wanted))
            request.keychainSecrets.emplace(id, secret("abcdefabcdefabcdefabcdefabcdefab"));
        const auto opened = vault->unlock(request);
        VERIFY_OK(opened);
        QVERIFY(opened->id == id);
        VERIFY_OK(vault->unlock(home.byPassphrase()));
        VERIFY_OK(vault->unlock(home.byRecovery()));
        QCOMPARE(*sessionOf(*vault).verifyEverything(), QStringList());
    }

    void addRefuses()
    {
        Home home;
        auto vault = home.create();
        SlotManager manager(sessionOf(*vault));
        const QUuid id = *base::newUuid(home.random);
        const base::SecretBytes text = secret(kNew);
        const base::SecretBytes empty;
        const base::SecretBytes tooShort = secret("short");
        for (const vault::NewSlot &bad :
             {slotOf(SlotKind::Recovery, id, &text), slotOf(SlotKind::Unknown, id, &text),
              slotOf(SlotKind::Passphrase, {}, &text), slotOf(SlotKind::Passphrase, id),
              slotOf(SlotKind::PassphraseKeychain, id, &text), slotOf(SlotKind::Keychain, id, nullptr, &tooShort)})
            COMPARE_CODE(manager.add(bad), ErrorCode::InvalidArgument);
        COMPARE_CODE(manager.add(slotOf(SlotKind::Passphrase, id, &empty)), ErrorCode::EmptyField);
        for (qsizetype i = 2; i < SlotManager::kMost; ++i)
            VERIFY_OK(manager.add(slotOf(SlotKind::Passphrase, *base::newUuid(home.random), &text)));
        COMPARE_CODE(manager.add(slotOf(SlotKind::Passphrase, id, &text)), ErrorCode::InvalidArgument);
        QCOMPARE(manager.list()->size(), SlotManager::kMost);
        VERIFY_OK(vault->unlock(home.byRecovery()));
    }

    void remove()
    {
        Home home;
        auto vault = home.create(SlotKind::PassphraseKeychain);
        SlotManager manager(sessionOf(*vault));
        const base::SecretBytes text = secret(kNew);
        VERIFY_OK(manager.add(slotOf(SlotKind::Passphrase, *base::newUuid(home.random), &text)));
        const auto removed = manager.remove(home.slotId);
        VERIFY_OK(removed);
        QCOMPARE(removed->kind, SlotKind::PassphraseKeychain);
        QCOMPARE(*vault::CleanupList(sessionOf(*vault)).names(),
                 QStringList({vault::KeySlot::keychainName(home.vaultId, home.slotId)}));
        COMPARE_CODE(manager.remove(home.slotId), ErrorCode::NotFound);
        COMPARE_CODE(vault->unlock(with(Home::kPassphrase, home.slotId)), ErrorCode::WrongPassphrase);
        VERIFY_OK(vault->unlock(with(kNew)));
        QCOMPARE(*sessionOf(*vault).verifyEverything(), QStringList());
    }

    void someWaysInStay()
    {
        Home home;
        auto vault = home.create();
        SlotManager manager(sessionOf(*vault));
        const auto refused = [&manager](const QUuid &id) {
            const auto done = manager.remove(id);
            return done ? QStringLiteral("removed") : QString(base::codeName(done.error().code)) + done.error().detail;
        };
        QCOMPARE(refused(home.slotId), QStringLiteral("deniedslot_last"));
        QCOMPARE(refused(idOf(*manager.list(), SlotKind::Recovery)), QStringLiteral("deniedslot_recovery"));
        QCOMPARE(manager.list()->size(), 2);
        // With a keychain beside it the passphrase may go: the recovery key is left against the loss of the keychain.
        const base::SecretBytes other = secret("abcdefabcdefabcdefabcdefabcdefab");
        const QUuid id = *base::newUuid(home.random);
        VERIFY_OK(manager.add(slotOf(SlotKind::Keychain, id, nullptr, &other)));
        VERIFY_OK(manager.remove(home.slotId));
        QCOMPARE(refused(id), QStringLiteral("deniedslot_last"));
        VERIFY_OK(vault->unlock(home.byRecovery()));
    }

    // A vault never depends on its keychain alone, whatever was done to it before.
    void keychainAloneIsNotEnough()
    {
        Home home;
        auto vault = home.create();
        SlotManager manager(sessionOf(*vault));
        const base::SecretBytes other = secret("abcdefabcdefabcdefabcdefabcdefab");
        VERIFY_OK(manager.add(slotOf(SlotKind::Keychain, *base::newUuid(home.random), nullptr, &other)));
        const QUuid paper = idOf(*manager.list(), SlotKind::Recovery);
        VERIFY_OK(sessionOf(*vault).change(auditEvent(QStringLiteral("x")), [&]() -> base::Result<void> {
            LATCHKEY_TRY(const vault::HeaderBlock block, vault::readHeader(sessionOf(*vault).slotStore()));
            LATCHKEY_CHECK(sessionOf(*vault).slotStore().removeSlot(paper));
            return manager.install({}, block.header);
        }));
        COMPARE_CODE(manager.remove(home.slotId), ErrorCode::Denied);
        VERIFY_OK(manager.renewRecoveryKey({})); // it had none: now it has
        VERIFY_OK(manager.remove(home.slotId));
    }

    void unknownIsListedAndCanGo()
    {
        Home home;
        auto vault = home.create();
        SlotManager manager(sessionOf(*vault));
        const QUuid id = *base::newUuid(home.random);
        VERIFY_OK(sessionOf(*vault).change(auditEvent(QStringLiteral("x")), [&]() -> base::Result<void> {
            LATCHKEY_TRY(const vault::HeaderBlock block, vault::readHeader(sessionOf(*vault).slotStore()));
            LATCHKEY_CHECK(sessionOf(*vault).slotStore().putSlot({id, QByteArray("LKS1\x05 of a newer program")}));
            return manager.install({}, block.header);
        }));
        QCOMPARE(idOf(*manager.list(), SlotKind::Unknown), id);
        QCOMPARE(vault::slotKindName(SlotKind::Unknown), QStringLiteral("unknown"));
        const auto info = vault->inspect();
        VERIFY_OK(info);
        QCOMPARE(idOf(info->keySlots, SlotKind::Unknown), id);
        COMPARE_CODE(manager.remove(home.slotId), ErrorCode::Denied); // what is unknown opens nothing for us
        const auto removed = manager.remove(id);
        VERIFY_OK(removed);
        QCOMPARE(removed->kind, SlotKind::Unknown);
        QCOMPARE(manager.list()->size(), 2);
    }

    void renewRecoveryKey()
    {
        Home home;
        auto vault = home.create();
        QByteArray text;
        const auto deliver = [&text](const base::SecretBytes &key) -> base::Result<void> {
            text = textOf(key);
            return {};
        };
        SlotManager manager(sessionOf(*vault));
        const QUuid old = idOf(*manager.list(), SlotKind::Recovery);
        const auto renewed = manager.renewRecoveryKey(deliver);
        VERIFY_OK(renewed);
        QVERIFY(renewed->id != old);
        QCOMPARE(manager.list()->size(), 2);
        const auto revoked = vault->unlock(home.byRecovery());
        COMPARE_CODE(revoked, ErrorCode::WrongPassphrase);
        QCOMPARE(revoked.error().detail, QStringLiteral("recovery_revoked"));
        vault::UnlockRequest request;
        request.recoveryKey = secret(text.toStdString());
        VERIFY_OK(vault->unlock(request));
        VERIFY_OK(vault->unlock(home.byPassphrase()));
        QCOMPARE(*sessionOf(*vault).verifyEverything(), QStringList());
    }

    void renewedKeyMayWait()
    {
        Home home;
        auto vault = home.create();
        VERIFY_OK(SlotManager(sessionOf(*vault)).renewRecoveryKey({}));
        const auto pending = vault::Settings(sessionOf(*vault)).pendingRecoveryKey();
        QVERIFY(pending && *pending);
        vault::UnlockRequest request;
        request.recoveryKey = secret(textOf(**pending).toStdString());
        VERIFY_OK(vault->unlock(request));
        // One that is delivered ends the waiting of another.
        const auto deliver = [](const base::SecretBytes &) { return base::Result<void>(); };
        VERIFY_OK(SlotManager(sessionOf(*vault)).renewRecoveryKey(deliver));
        const auto none = vault::Settings(sessionOf(*vault)).pendingRecoveryKey();
        QVERIFY(none && !*none);
    }

    void undeliveredKeyChangesNothing()
    {
        Home home;
        auto vault = home.create();
        const auto refuse = [](const base::SecretBytes &) -> base::Result<void> { return base::fail(ErrorCode::Cancelled); };
        COMPARE_CODE(SlotManager(sessionOf(*vault)).renewRecoveryKey(refuse), ErrorCode::Cancelled);
        VERIFY_OK(vault->unlock(home.byRecovery()));
    }

    void failureLeavesTheOldOne()
    {
        Home home;
        home.create().reset();
        Hooks hooks;
        HookedFileSystem files(home.files, hooks);
        vault::Vault vault({files, *home.anchors, home.clock, home.random}, home.path());
        VERIFY_OK(vault.unlock(home.byPassphrase()));
        hooks.beforeCommit = []() -> base::Result<void> { return base::fail(ErrorCode::DiskFull); };
        COMPARE_CODE(SlotManager(sessionOf(vault)).changePassphrase(secret(kNew), kCheapKdf, {}), ErrorCode::DiskFull);
        hooks = Hooks();
        VERIFY_OK(SlotManager(sessionOf(vault)).list());
        VERIFY_OK(vault.unlock(home.byPassphrase()));
        COMPARE_CODE(vault.unlock(with(kNew)), ErrorCode::WrongPassphrase);
    }
};

LATCHKEY_TEST_MAIN(TestSlotManager)
#include "tst_slotmanager.moc"
