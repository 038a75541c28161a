// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/slotmanager.h"

#include "crypto/recoverykey.h"
#include "vault/cleanuplist.h"
#include "vault/settings.h"

#include <algorithm>

namespace vault {

base::Result<NewRecovery> makeRecovery(const Header &header, const base::SecretBytes &vaultKey, std::int64_t nowMs,
                                       base::RandomSource &random)
{
    LATCHKEY_TRY(const base::SecretBytes secret, base::newSecret(random, crypto::kRecoverySecretSize));
    LATCHKEY_TRY(base::SecretBytes text, crypto::encodeRecoveryKey(secret, header.recoveryId));
    text.maskInLogs();
    SlotInfo info;
    LATCHKEY_TRY(info.id, base::newUuid(random));
    info.kind = SlotKind::Recovery;
    info.createdAtMs = nowMs;
    info.gen = header.gen;
    SlotInput input;
    input.recoverySecret = &secret;
    LATCHKEY_TRY(KeySlot slot, KeySlot::wrapTried(info, header.vault, input, vaultKey, random));
    return NewRecovery{std::move(text), std::move(slot)};
}

AuditEvent SlotManager::eventOf(const QString &kind) const
{
    AuditEvent event;
    event.kind = kind;
    event.program = m_program;
    return event;
}

base::Result<QList<SlotInfo>> SlotManager::list()
{
    QList<SlotInfo> out;
    LATCHKEY_CHECK(m_session.read([&]() -> base::Result<void> {
        LATCHKEY_CHECK(m_session.integrity().checkHeader());
        LATCHKEY_TRY(const HeaderBlock block, readHeader(m_session.slotStore()));
        out = block.infos;
        return {};
    }));
    return out;
}

base::Result<QList<SlotInfo>> SlotManager::look()
{
    LATCHKEY_TRY(QList<SlotInfo> all, list());
    m_seen = m_session.integrity().root().headerMac;
    return all;
}

base::Result<void> SlotManager::install(const QList<KeySlot> &keySlots, const Header &header)
{
    for (const KeySlot &slot : keySlots)
        LATCHKEY_CHECK(m_session.slotStore().putSlot(slot.row()));
    LATCHKEY_TRY(const base::Digest32 mac, writeHeader(m_session.slotStore(), m_session.keys(), header));
    m_session.integrity().setHeaderMac(mac);
    return {};
}

base::Result<void> SlotManager::changeSlots(const AuditEvent &event, const std::function<base::Result<void>()> &edit)
{
    LATCHKEY_CHECK(m_session.change(event, [&]() -> base::Result<void> {
        LATCHKEY_CHECK(m_session.integrity().checkHeader());
        // Argon2, or a person, took their time: a slot that somebody removed meanwhile must not come back.
        if (m_session.integrity().root().headerMac != m_seen)
            return base::fail(base::ErrorCode::Conflict, QStringLiteral("key slots"));
        LATCHKEY_TRY(const HeaderBlock block, readHeader(m_session.slotStore()));
        LATCHKEY_CHECK(edit());
        return install({}, block.header);
    }));
    m_session.scrub(); // the old slots still stand in the write-ahead log
    return {};
}

base::Result<void> SlotManager::changePassphrase(const base::SecretBytes &passphrase, const crypto::Argon2Params &kdf,
                                                 const std::map<QUuid, base::SecretBytes> &keychainSecrets)
{
    LATCHKEY_TRY(const base::SecretBytes normal, normalizedPassphrase(passphrase));
    LATCHKEY_TRY(const QList<SlotInfo> before, look());
    const Keyring &keys = m_session.keys();
    QList<KeySlot> next;
    for (SlotInfo info : before) {
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
        info.kdf = kdf;
        info.createdAtMs = m_session.clock().nowMs();
        LATCHKEY_TRY(const KeySlot slot, KeySlot::wrapTried(info, keys.vault(), input, keys.vaultKey(), m_session.random()));
        next << slot;
    }
    if (next.isEmpty())
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("no way in takes a passphrase"));
    return changeSlots(eventOf(QStringLiteral("passphrase-changed")), [&]() -> base::Result<void> {
        for (const KeySlot &slot : std::as_const(next))
            LATCHKEY_CHECK(m_session.slotStore().putSlot(slot.row()));
        return {};
    });
}

base::Result<SlotInfo> SlotManager::add(const NewSlot &slot)
{
    if (slot.kind == SlotKind::Recovery || slot.kind == SlotKind::Unknown || slot.id.isNull())
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("way in"));
    LATCHKEY_TRY(const QList<SlotInfo> before, look());
    if (before.size() >= kMost)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("more than %1 ways in").arg(kMost));
    SlotInput input;
    base::SecretBytes normal;
    if (needsPassphrase(slot.kind)) {
        if (slot.passphrase == nullptr)
            return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("passphrase"));
        LATCHKEY_TRY(normal, normalizedPassphrase(*slot.passphrase));
        input.passphrase = &normal;
    }
    input.keychainSecret = slot.keychainSecret;
    const Keyring &keys = m_session.keys();
    SlotInfo info;
    info.id = slot.id;
    info.kind = slot.kind;
    info.createdAtMs = m_session.clock().nowMs();
    info.gen = keys.gen();
    info.kdf = slot.kdf;
    info.keychainBackend = slot.keychainBackend;
    LATCHKEY_TRY(const KeySlot made, KeySlot::wrapTried(info, keys.vault(), input, keys.vaultKey(), m_session.random()));
    AuditEvent event = eventOf(QStringLiteral("slot-added"));
    event.details = {{QStringLiteral("slot"), info.id.toString(QUuid::WithoutBraces)},
                     {QStringLiteral("kind"), slotKindName(info.kind)}};
    LATCHKEY_CHECK(changeSlots(event, [&] { return m_session.slotStore().putSlot(made.row()); }));
    return made.info();
}

base::Result<SlotInfo> SlotManager::remove(const QUuid &id)
{
    LATCHKEY_TRY(const QList<SlotInfo> before, look());
    const auto found = std::ranges::find(before, id, &SlotInfo::id);
    if (found == before.end())
        return base::fail(base::ErrorCode::NotFound, id.toString(QUuid::WithoutBraces));
    if (found->kind == SlotKind::Recovery)
        return base::fail(base::ErrorCode::Denied, QStringLiteral("slot_recovery"));
    const auto isDaily = [&](const SlotInfo &slot) {
        return slot.kind != SlotKind::Recovery && slot.kind != SlotKind::Unknown;
    };
    const auto isSafe = [&](const SlotInfo &slot) {
        return slot.id != id && slot.kind != SlotKind::Keychain && slot.kind != SlotKind::Unknown;
    };
    // Paper alone is no way in for every day, and a keychain alone is lost with its computer.
    if (isDaily(*found) && (std::ranges::count_if(before, isDaily) < 2 || std::ranges::count_if(before, isSafe) < 1))
        return base::fail(base::ErrorCode::Denied, QStringLiteral("slot_last"));
    AuditEvent event = eventOf(QStringLiteral("slot-removed"));
    event.details = {{QStringLiteral("slot"), id.toString(QUuid::WithoutBraces)},
                     {QStringLiteral("kind"), slotKindName(found->kind)}};
    LATCHKEY_CHECK(changeSlots(event, [&]() -> base::Result<void> {
        if (needsKeychain(found->kind))
            LATCHKEY_CHECK(CleanupList(m_session).add({KeySlot::keychainName(m_session.keys().vault(), id)}));
        return m_session.slotStore().removeSlot(id);
    }));
    return *found;
}

base::Result<SlotInfo> SlotManager::renewRecoveryKey(const RecoveryKeyDelivery &deliver)
{
    LATCHKEY_TRY(const QList<SlotInfo> before, look());
    Header header;
    LATCHKEY_CHECK(m_session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(const HeaderBlock block, readHeader(m_session.slotStore()));
        header = block.header;
        return {};
    }));
    LATCHKEY_TRY(const NewRecovery made,
                 makeRecovery(header, m_session.keys().vaultKey(), m_session.clock().nowMs(), m_session.random()));
    // The paper first: nobody may be left without one.
    if (deliver)
        LATCHKEY_CHECK(deliver(made.text));
    LATCHKEY_CHECK(changeSlots(eventOf(QStringLiteral("recovery-key-renewed")), [&]() -> base::Result<void> {
        for (const SlotInfo &slot : before) {
            if (slot.kind == SlotKind::Recovery)
                LATCHKEY_CHECK(m_session.slotStore().removeSlot(slot.id));
        }
        LATCHKEY_CHECK(m_session.slotStore().putSlot(made.slot.row()));
        Settings settings(m_session);
        return deliver ? settings.dropPendingRecoveryKey() : settings.storePendingRecoveryKey(made.text);
    }));
    return made.slot.info();
}

} // namespace vault
