// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/slotmanager.h"

#include <algorithm>

namespace vault {

base::Result<QList<SlotInfo>> SlotManager::list()
{
    QList<SlotInfo> out;
    LATCHKEY_CHECK(m_session.read([&]() -> base::Result<void> {
        LATCHKEY_CHECK(m_session.integrity().checkHeader());
        LATCHKEY_TRY(const HeaderBlock block, readHeader(m_session.slotStore()));
        for (const KeySlot &slot : block.keySlots)
            out << slot.info();
        return {};
    }));
    return out;
}

base::Result<void> SlotManager::install(const QList<KeySlot> &keySlots, const Header &header)
{
    for (const KeySlot &slot : keySlots)
        LATCHKEY_CHECK(m_session.slotStore().putSlot(slot.row()));
    LATCHKEY_TRY(const base::Digest32 mac, writeHeader(m_session.slotStore(), m_session.keys(), header));
    m_session.integrity().setHeaderMac(mac);
    return {};
}

base::Result<KeySlot> SlotManager::renewed(SlotInfo info, const SlotInput &input, const crypto::Argon2Params &kdf)
{
    info.kdf = kdf;
    info.createdAtMs = m_session.clock().nowMs();
    const Keyring &keys = m_session.keys();
    LATCHKEY_TRY(KeySlot slot, KeySlot::wrap(info, keys.vault(), input, keys.vaultKey(), m_session.random()));
    // Opened once from the very bytes that will be stored: a slot that does not open must not replace one that does.
    LATCHKEY_TRY(const KeySlot stored, KeySlot::parse(slot.row()));
    LATCHKEY_TRY(const base::SecretBytes opened, stored.unwrap(keys.vault(), input));
    if (!opened.equals(keys.vaultKey()))
        return base::fail(base::ErrorCode::CryptoFailure, QStringLiteral("new key slot"));
    return slot;
}

base::Result<void> SlotManager::changePassphrase(const base::SecretBytes &passphrase, const crypto::Argon2Params &kdf,
                                                 const std::map<QUuid, base::SecretBytes> &keychainSecrets)
{
    LATCHKEY_TRY(const base::SecretBytes normal, normalizedPassphrase(passphrase));
    LATCHKEY_TRY(const QList<SlotInfo> before, list());
    const base::Digest32 headerBefore = m_session.integrity().root().headerMac;
    QList<KeySlot> next;
    for (const SlotInfo &info : before) {
        if (!needsPassphrase(info.kind))
            continue;
        SlotInput input;
        input.passphrase = &normal;
        if (needsKeychain(info.kind)) {
            const auto half = keychainSecrets.find(info.id);
            if (half == keychainSecrets.end())
                return base::fail(base::ErrorCode::KeychainUnavailable, slotKindName(info.kind));
            input.keychainSecret = &half->second;
        }
        LATCHKEY_TRY(const KeySlot slot, renewed(info, input, kdf));
        next << slot;
    }
    if (next.isEmpty())
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("no way in takes a passphrase"));
    AuditEvent event;
    event.kind = QStringLiteral("passphrase-changed");
    LATCHKEY_CHECK(m_session.change(event, [&]() -> base::Result<void> {
        LATCHKEY_CHECK(m_session.integrity().checkHeader());
        // Argon2 took its time: a slot that somebody removed meanwhile must not come back.
        if (m_session.integrity().root().headerMac != headerBefore)
            return base::fail(base::ErrorCode::Conflict, QStringLiteral("key slots"));
        LATCHKEY_TRY(const HeaderBlock block, readHeader(m_session.slotStore()));
        return install(next, block.header);
    }));
    m_session.scrub(); // the old slot still stands in the write-ahead log
    return {};
}

} // namespace vault
