// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/slotmanager.h"

#include "hookedfile.h"
#include "support/testmain.h"
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
