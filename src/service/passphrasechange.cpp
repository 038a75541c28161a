// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/vaulthost.h"
#include "vault/slotmanager.h"

namespace service {

struct VaultHost::PassphraseChange {
    base::SecretBytes current; ///< only looked at when `mustKnow`
    base::SecretBytes next;
    bool mustKnow = false;
    KeychainSecrets halves;
    std::optional<base::Error> refusal; ///< of the first half that could not be read
};

namespace {

const QList<vault::SlotKind> kWithPassphrase{vault::SlotKind::Passphrase, vault::SlotKind::PassphraseKeychain};

/// Success when this passphrase opens one of the vault's ways in of these kinds, as far as its half is at hand.
base::Result<void> proveKnown(vault::Session &session, const base::SecretBytes &passphrase,
                              const QList<vault::SlotKind> &kinds, const std::map<QUuid, base::SecretBytes> &halves)
{
    if (passphrase.isEmpty())
        return base::fail(base::ErrorCode::WrongPassphrase);
    LATCHKEY_TRY(const base::SecretBytes normal, vault::normalizedPassphrase(passphrase));
    QList<vault::KeySlot> all;
    LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
        LATCHKEY_CHECK(session.integrity().checkHeader());
        LATCHKEY_TRY(vault::HeaderBlock block, vault::readHeader(session.slotStore()));
        all = std::move(block.keySlots);
        return {};
    }));
    base::Result<void> verdict = base::fail(base::ErrorCode::WrongPassphrase);
    for (const vault::KeySlot &slot : std::as_const(all)) {
        const auto half = halves.find(slot.info().id);
        if (!kinds.contains(slot.info().kind) || (vault::needsKeychain(slot.info().kind) && half == halves.end()))
            continue;
        vault::SlotInput input;
        input.passphrase = &normal;
        if (half != halves.end())
            input.keychainSecret = &half->second;
        const auto opened = slot.unwrap(session.keys().vault(), input);
        if (opened && opened->equals(session.keys().vaultKey()))
            return {};
        if (!opened)
            verdict = std::unexpected(opened.error());
    }
    return verdict;
}

/// `first`, or what `otherwise(Error)` makes of its failure.
template<typename Otherwise>
base::Async<Done> either(const base::Async<Done> &first, QObject *context, Otherwise otherwise)
{
    auto promise = std::make_shared<QPromise<base::Result<Done>>>();
    promise->start();
    const auto finish = [promise](base::Result<Done> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    base::whenDone(first, context, [context, otherwise = std::move(otherwise), finish](base::Result<Done> done) {
        if (done)
            return finish(std::move(done));
        base::whenDone(otherwise(done.error()), context, finish);
    });
    return promise->future();
}

} // namespace

bool asksCurrentPassphrase(const VaultHost &host) noexcept
{
    return !host.openedBy() || host.openedBy()->kind != vault::SlotKind::Recovery;
}

base::Async<Done> VaultHost::changePassphrase(base::SecretBytes passphrase)
{
    auto change = std::make_shared<PassphraseChange>();
    change->next = std::move(passphrase);
    return changePassphraseWith(change);
}

base::Async<Done> VaultHost::changePassphrase(base::SecretBytes current, base::SecretBytes passphrase)
{
    auto change = std::make_shared<PassphraseChange>();
    change->current = std::move(current);
    change->next = std::move(passphrase);
    change->mustKnow = asksCurrentPassphrase(*this);
    change->current.maskInLogs();
    return changePassphraseWith(change);
}

base::Async<Done> VaultHost::provePassphrase(base::SecretBytes passphrase)
{
    auto proof = std::make_shared<PassphraseChange>();
    proof->current = std::move(passphrase);
    proof->current.maskInLogs();
    return base::chain(keySlots(), this, [this, proof](const QList<vault::SlotInfo> &all) {
        const QList<QUuid> both = vault::slotIdsOf(all, vault::SlotKind::PassphraseKeychain);
        if (vault::slotIdsOf(all, vault::SlotKind::Passphrase).isEmpty())
            return proveWithKeychain(proof, both);
        // A passphrase that is enough by itself goes first: no keychain, no prompt.
        return either(proveBy(proof, vault::SlotKind::Passphrase), this, [this, proof, both](const base::Error &first) {
            if (both.isEmpty() || first.code != base::ErrorCode::WrongPassphrase)
                return base::ready<Done>(std::unexpected(first));
            // Without the keychain it is a wrong passphrase for the way in that could be tried.
            return either(proveWithKeychain(proof, both), this, [proof, first](const base::Error &second) {
                return base::ready<Done>(std::unexpected(proof->halves.empty() ? first : second));
            });
        });
    });
}

base::Async<Done> VaultHost::proveBy(const std::shared_ptr<PassphraseChange> &proof, vault::SlotKind kind)
{
    return withSession([this, proof, kind](vault::Session &session) -> base::Result<Done> {
        LATCHKEY_TRY(const std::shared_ptr<void> turn, enterKdfGate());
        LATCHKEY_CHECK(proveKnown(session, proof->current, {kind}, proof->halves));
        return Done{};
    });
}

base::Async<Done> VaultHost::proveWithKeychain(const std::shared_ptr<PassphraseChange> &proof, const QList<QUuid> &slotIds)
{
    auto identified = withSession([](vault::Session &session) -> base::Result<QUuid> { return session.keys().vault(); });
    return base::chain(identified, this, [this, proof, slotIds](QUuid vaultId) {
        return base::chain(gatherHalves(proof, slotIds, vaultId), this, [this, proof](Done) {
            if (proof->halves.empty() && proof->refusal)
                return base::ready<Done>(std::unexpected(*proof->refusal));
            return proveBy(proof, vault::SlotKind::PassphraseKeychain);
        });
    });
}

base::Async<Done> VaultHost::gatherHalves(const std::shared_ptr<PassphraseChange> &change, QList<QUuid> slotIds,
                                          const QUuid &vaultId)
{
    if (slotIds.isEmpty())
        return base::ready<Done>(Done{});
    const QUuid first = slotIds.takeFirst();
    auto promise = std::make_shared<QPromise<base::Result<Done>>>();
    promise->start();
    base::whenDone(collectKeychainSecrets({first}, vaultId, true), this,
                   [this, change, slotIds, vaultId, promise](base::Result<KeychainSecrets> half) {
                       if (half)
                           change->halves.merge(*half);
                       else if (!change->refusal)
                           change->refusal = half.error();
                       base::whenDone(gatherHalves(change, slotIds, vaultId), this, [promise](base::Result<Done> rest) {
                           promise->addResult(std::move(rest));
                           promise->finish();
                       });
                   });
    return promise->future();
}

base::Async<Done> VaultHost::changePassphraseWith(const std::shared_ptr<PassphraseChange> &change)
{
    change->next.maskInLogs();
    return base::chain(keySlots(), this, [this, change](const QList<vault::SlotInfo> &all) {
        const QList<QUuid> needed = vault::slotIdsOf(all, vault::SlotKind::PassphraseKeychain);
        auto identified = withSession([](vault::Session &session) -> base::Result<QUuid> { return session.keys().vault(); });
        return base::chain(identified, this, [this, change, needed](QUuid vaultId) {
            return base::chain(collectKeychainSecrets(needed, vaultId, true), this, [this, change](KeychainSecrets secrets) {
                change->halves = std::move(secrets);
                return withSession([this, change](vault::Session &session) -> base::Result<Done> {
                    LATCHKEY_TRY(const std::shared_ptr<void> turn, enterKdfGate());
                    if (change->mustKnow)
                        LATCHKEY_CHECK(proveKnown(session, change->current, kWithPassphrase, change->halves));
                    LATCHKEY_TRY(const base::SecretBytes normal, vault::normalizedPassphrase(change->next));
                    LATCHKEY_CHECK(vault::SlotManager(session).changePassphrase(normal, crypto::Argon2Params{},
                                                                                change->halves));
                    return Done{};
                });
            });
        });
    });
}

} // namespace service
