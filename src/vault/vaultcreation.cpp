// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "vault/settings.h"
#include "vault/slotmanager.h"
#include "vault/vault.h"

namespace vault {

namespace {

constexpr std::size_t kVaultKeyBytes = 32;

} // namespace

base::Result<QList<KeySlot>> Vault::makeSlots(const CreateRequest &request, const base::SecretBytes &vaultKey,
                                              const Header &header, base::SecretBytes &recoveryText)
{
    base::RandomSource &random = m_environment.random;
    SlotInfo daily;
    daily.id = request.slotId;
    daily.kind = request.method;
    daily.createdAtMs = header.createdAtMs;
    daily.gen = header.gen;
    daily.kdf = request.kdf;
    daily.keychainBackend = request.keychainBackend;
    SlotInput input;
    base::SecretBytes passphrase;
    if (needsPassphrase(request.method)) {
        LATCHKEY_TRY(passphrase, normalizedPassphrase(request.passphrase));
        input.passphrase = &passphrase;
    }
    input.keychainSecret = &request.keychainSecret;
    LATCHKEY_TRY(const KeySlot first, KeySlot::wrap(daily, header.vault, input, vaultKey, random));

    LATCHKEY_TRY(NewRecovery recovery, makeRecovery(header, vaultKey, header.createdAtMs, random));
    recoveryText = std::move(recovery.text);
    return QList<KeySlot>{first, recovery.slot};
}

base::Result<void> Vault::build(const CreateRequest &request, const base::SecretBytes &vaultKey)
{
    Header header;
    header.vault = request.vaultId;
    header.createdAtMs = m_environment.clock.nowMs();
    LATCHKEY_TRY(header.recoveryId, base::newUuid(m_environment.random));
    LATCHKEY_TRY(Keyring keys, Keyring::derive(vaultKey, header.vault, header.gen));
    header.commitment = keys.commitment();

    base::SecretBytes recoveryText;
    LATCHKEY_TRY(const QList<KeySlot> keySlots, makeSlots(request, vaultKey, header, recoveryText));
    LATCHKEY_TRY(auto file, m_environment.files.createTemporary(m_path));
    LATCHKEY_TRY(auto session,
                 Session::create(
                     parts(std::move(file), std::move(keys)),
                     [&](Session &open) -> base::Result<void> {
                         LATCHKEY_CHECK(SlotManager(open).install(keySlots, header));
                         return request.deliverRecoveryKey ? base::Result<void>()
                                                           : Settings(open).storePendingRecoveryKey(recoveryText);
                     }));
    // The paper first: a vault without a recovery key that somebody holds must not come into being.
    if (request.deliverRecoveryKey)
        LATCHKEY_CHECK(request.deliverRecoveryKey(recoveryText));
    return m_environment.files.publish(Session::dismantle(std::move(session)), m_path);
}

base::Result<void> Vault::create(const CreateRequest &request)
{
    if (exists())
        return base::fail(base::ErrorCode::AlreadyExists, m_path);
    if (request.method == SlotKind::Recovery || request.vaultId.isNull() || request.slotId.isNull())
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("protection method"));
    LATCHKEY_TRY(const base::SecretBytes vaultKey, base::newSecret(m_environment.random, kVaultKeyBytes));
    // A witness that cannot be read would let no vault open: better said before there is one.
    LATCHKEY_CHECK(m_environment.anchors.read(request.vaultId));
    LATCHKEY_CHECK(build(request, vaultKey));
    // From here on the vault exists, and whoever holds its recovery key must not be told that it does not.
    if (auto opened = openNew(request.vaultId, vaultKey); !opened)
        qCWarning(base::lcVault) << "the new vault could not be opened at once:" << base::codeName(opened.error().code);
    return {};
}

base::Result<void> Vault::openNew(const QUuid &vaultId, const base::SecretBytes &vaultKey)
{
    // Opened anew from the published file, so that what was written is what opens.
    LATCHKEY_TRY(auto file, m_environment.files.open(m_path));
    LATCHKEY_TRY(const HeaderBlock block, readHeader(file->slotStore()));
    LATCHKEY_TRY(Keyring keys, Keyring::derive(vaultKey, block.header.vault, block.header.gen));
    if (block.header.vault != vaultId || keys.commitment() != block.header.commitment)
        return base::fail(base::ErrorCode::Conflict, m_path);
    LATCHKEY_TRY(m_session, Session::open(parts(std::move(file), std::move(keys)), VerifyDepth::Everything));
    return {};
}

} // namespace vault
