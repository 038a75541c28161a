// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/vaulthost.h"
#include "vault/slotmanager.h"

namespace service {

struct VaultHost::PassphraseChange {
    base::SecretBytes current; ///< only looked at when `mustKnow`
    base::SecretBytes next;
    bool prove = false; ///< nothing is changed
    bool mustKnow = false;
    KeychainSecrets halves;
};

namespace {

/// Success when this passphrase opens one of the vault's ways in.
base::Result<void> proveKnown(vault::Session &session, const base::SecretBytes &passphrase,
                              const std::map<QUuid, base::SecretBytes> &halves)
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
        if (!vault::needsPassphrase(slot.info().kind))
            continue;
        vault::SlotInput input;
        input.passphrase = &normal;
        if (const auto half = halves.find(slot.info().id); half != halves.end())
            input.keychainSecret = &half->second;
        const auto opened = slot.unwrap(session.keys().vault(), input);
        if (opened && opened->equals(session.keys().vaultKey()))
            return {};
        if (!opened)
            verdict = std::unexpected(opened.error());
    }
    return verdict;
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
    proof->prove = true;
    proof->mustKnow = true;
    proof->current.maskInLogs();
    return changePassphraseWith(proof);
}

base::Async<Done> VaultHost::changePassphraseWith(const std::shared_ptr<PassphraseChange> &change)
{
    change->next.maskInLogs();
    return base::chain(keySlots(), this, [this, change](const QList<vault::SlotInfo> &all) {
        QList<QUuid> needed;
        for (const vault::SlotInfo &slot : all) {
            if (slot.kind == vault::SlotKind::PassphraseKeychain)
                needed << slot.id;
        }
        auto identified = withSession([](vault::Session &session) -> base::Result<QUuid> { return session.keys().vault(); });
        return base::chain(identified, this, [this, change, needed](QUuid vaultId) {
            return base::chain(collectKeychainSecrets(needed, vaultId, true), this, [this, change](KeychainSecrets secrets) {
                change->halves = std::move(secrets);
                return withSession([this, change](vault::Session &session) -> base::Result<Done> {
                    LATCHKEY_TRY(const std::shared_ptr<void> turn, enterKdfGate());
                    if (change->mustKnow)
                        LATCHKEY_CHECK(proveKnown(session, change->current, change->halves));
                    if (change->prove)
                        return Done{};
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
