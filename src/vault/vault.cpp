// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/vault.h"

#include "crypto/recoverykey.h"

#include <algorithm>
#include <utility>

namespace vault {

namespace {

/// Order in which slots are tried.
int rankOf(SlotKind kind)
{
    return static_cast<int>(kind);
}

bool canTry(const SlotInfo &slot, const UnlockRequest &request)
{
    const bool passphrase = !needsPassphrase(slot.kind) || !request.passphrase.isEmpty();
    const bool keychain = !needsKeychain(slot.kind) || request.keychainSecrets.contains(slot.id);
    return slot.kind != SlotKind::Recovery && passphrase && keychain;
}

/// Header and slots of one moment: a change between two reads would pair an old header with new slots.
base::Result<HeaderBlock> readHeaderOf(ports::VaultFile &file)
{
    LATCHKEY_CHECK(file.unitOfWork().begin(ports::CommitClass::Snapshot));
    auto block = readHeader(file.slotStore());
    file.unitOfWork().rollback();
    return block;
}

base::Result<base::SecretBytes> tryOne(const KeySlot &slot, const QUuid &vault, const base::SecretBytes &passphrase,
                                       const UnlockRequest &request)
{
    const SlotInfo &info = slot.info();
    if (needsPassphrase(info.kind) && request.availableMemoryKiB > 0)
        LATCHKEY_CHECK(crypto::checkAutomaticLimits(info.kdf, request.availableMemoryKiB));
    const auto half = request.keychainSecrets.find(info.id);
    SlotInput input;
    input.passphrase = &passphrase;
    input.keychainSecret = half == request.keychainSecrets.end() ? nullptr : &half->second;
    return slot.unwrap(vault, input);
}

/// Of several failures the one that helps the user most: a wrong passphrase hides nothing behind it.
base::Error worse(const std::optional<base::Error> &before, const base::Error &now)
{
    if (!before || now.code == base::ErrorCode::WrongPassphrase)
        return now;
    return *before;
}

} // namespace

Vault::Vault(Environment environment, QString path) : m_environment(environment), m_path(std::move(path))
{
}

Vault::~Vault() = default;

bool Vault::exists() const
{
    return m_environment.files.exists(m_path);
}

Session::Parts Vault::parts(std::unique_ptr<ports::VaultFile> file, Keyring keys)
{
    return {std::move(file), std::move(keys), m_environment.anchors, m_environment.clock, m_environment.random};
}

base::Result<VaultInfo> Vault::inspect()
{
    LATCHKEY_TRY(const auto file, m_environment.files.open(m_path));
    LATCHKEY_TRY(const HeaderBlock block, readHeaderOf(*file));
    return VaultInfo{block.header, block.infos};
}

base::Result<Vault::Opened> Vault::openRecovery(const HeaderBlock &block, const UnlockRequest &request)
{
    LATCHKEY_TRY(const base::SecretBytes secret, crypto::decodeRecoveryKey(request.recoveryKey, block.header.recoveryId));
    SlotInput input;
    input.recoverySecret = &secret;
    for (const KeySlot &slot : block.keySlots) {
        if (slot.info().kind != SlotKind::Recovery)
            continue;
        auto key = slot.unwrap(block.header.vault, input);
        if (key)
            return Opened{*std::move(key), slot.info()};
        if (key.error().code != base::ErrorCode::WrongPassphrase)
            return std::unexpected(key.error());
    }
    // A good key of this vault that no slot knows (any more, or its slot is damaged).
    return base::fail(base::ErrorCode::WrongPassphrase, QStringLiteral("recovery_revoked"));
}

base::Result<Vault::Opened> Vault::openSlots(const HeaderBlock &block, const UnlockRequest &request)
{
    if (!request.recoveryKey.isEmpty())
        return openRecovery(block, request);
    base::SecretBytes passphrase;
    if (!request.passphrase.isEmpty()) {
        LATCHKEY_TRY(passphrase, normalizedPassphrase(request.passphrase));
    }
    QList<const KeySlot *> candidates;
    for (const KeySlot &slot : block.keySlots) {
        if (canTry(slot.info(), request))
            candidates << &slot;
    }
    std::ranges::sort(candidates, {},
                      [](const KeySlot *slot) { return std::pair(rankOf(slot->info().kind), slot->info().id); });

    std::optional<base::Error> failure;
    for (const KeySlot *slot : candidates) {
        auto key = tryOne(*slot, block.header.vault, passphrase, request);
        if (key)
            return Opened{*std::move(key), slot->info()};
        failure = worse(failure, key.error());
    }
    if (failure)
        return std::unexpected(*failure);
    return base::fail(base::ErrorCode::NoWayIn);
}

base::Result<SlotInfo> Vault::unlock(const UnlockRequest &request)
{
    LATCHKEY_TRY(auto file, m_environment.files.open(m_path));
    LATCHKEY_TRY(const HeaderBlock block, readHeaderOf(*file));
    LATCHKEY_TRY(const Opened opened, openSlots(block, request));
    LATCHKEY_TRY(Keyring keys, Keyring::derive(opened.vaultKey, block.header.vault, block.header.gen));
    if (!base::equalConstantTime(keys.commitment(), block.header.commitment))
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("header"));
    // What is open stays open until something else is: a mistyped passphrase locks nobody out.
    LATCHKEY_TRY(auto session, Session::open(parts(std::move(file), std::move(keys)), request.depth, request.rollback));
    m_session = std::move(session);
    return opened.slot;
}

void Vault::lock() noexcept
{
    m_session.reset();
}

base::Result<Session *> Vault::session()
{
    if (!m_session)
        return base::fail(base::ErrorCode::Locked);
    return m_session.get();
}

} // namespace vault
