// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/slot.h"

#include "crypto/aesgcm.h"
#include "crypto/hkdf.h"
#include "crypto/mac.h"
#include "vault/labels.h"

#include <QStringDecoder>

#include <algorithm>

namespace vault {

namespace {

constexpr std::string_view kMagic = "LKS1";
constexpr std::size_t kKdfSaltBytes = 16;
constexpr std::size_t kCheckBytes = 16;
constexpr std::size_t kSaltBytes = 32;
constexpr std::size_t kNonceBytes = 12;
constexpr std::size_t kCommitBytes = 32;
constexpr std::size_t kWrappedBytes = 48;
constexpr std::size_t kKeychainSecretBytes = 32;
constexpr std::size_t kRecoverySecretBytes = 20;

base::Result<QByteArray> randomBytes(base::RandomSource &random, std::size_t length)
{
    QByteArray out(static_cast<qsizetype>(length), '\0');
    LATCHKEY_CHECK(random.fill({reinterpret_cast<unsigned char *>(out.data()), length}));
    return out;
}

base::Result<QByteArray> keychainCheck(const base::SecretBytes &secret, const QUuid &slot)
{
    LATCHKEY_TRY(const base::Digest32 mac, crypto::hmacSha256(secret.exposeBytes(), base::uuidBytes(slot)));
    return base::toByteArray(base::ByteView(mac).first(kCheckBytes));
}

bool hasInput(SlotKind kind, const SlotInput &input)
{
    if (kind == SlotKind::Recovery)
        return input.recoverySecret != nullptr && input.recoverySecret->size() == kRecoverySecretBytes;
    if (needsPassphrase(kind) && (input.passphrase == nullptr || input.passphrase->isEmpty()))
        return false;
    return !needsKeychain(kind) || (input.keychainSecret != nullptr && input.keychainSecret->size() == kKeychainSecretBytes);
}

} // namespace

QString slotKindName(SlotKind kind)
{
    switch (kind) {
    case SlotKind::Passphrase:
        return QStringLiteral("passphrase");
    case SlotKind::PassphraseKeychain:
        return QStringLiteral("passphrase+keychain");
    case SlotKind::Keychain:
        return QStringLiteral("keychain");
    case SlotKind::Recovery:
        return QStringLiteral("recovery");
    case SlotKind::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

bool needsPassphrase(SlotKind kind) noexcept
{
    return kind == SlotKind::Passphrase || kind == SlotKind::PassphraseKeychain;
}

bool needsKeychain(SlotKind kind) noexcept
{
    return kind == SlotKind::Keychain || kind == SlotKind::PassphraseKeychain;
}

QList<QUuid> slotIdsOf(const QList<SlotInfo> &all, SlotKind kind)
{
    QList<QUuid> ids;
    for (const SlotInfo &slot : all) {
        if (slot.kind == kind)
            ids << slot.id;
    }
    return ids;
}

QByteArray KeySlot::parameters() const
{
    base::CanonicalWriter out;
    out.fixed(base::view(kMagic))
        .u8(static_cast<std::uint8_t>(m_info.kind))
        .u32(m_info.gen)
        .u64(static_cast<std::uint64_t>(m_info.createdAtMs))
        .u32(m_info.kdf.memoryKiB)
        .u32(m_info.kdf.passes)
        .u32(m_info.kdf.lanes)
        .fixed(base::view(m_kdfSalt))
        .fixed(base::view(m_keychainCheck))
        .sized(base::view(m_info.keychainBackend.toUtf8()))
        .fixed(base::view(m_salt));
    return out.bytes();
}

ports::SlotRow KeySlot::row() const
{
    base::CanonicalWriter out;
    out.fixed(base::view(parameters()))
        .fixed(base::view(m_nonce))
        .fixed(base::view(m_commitment))
        .fixed(base::view(m_wrapped));
    return {m_info.id, out.bytes()};
}

base::Result<KeySlot> KeySlot::parse(const ports::SlotRow &row)
{
    base::CanonicalReader in(base::view(row.body));
    KeySlot slot;
    const base::ByteView magic = in.fixed(kMagic.size());
    const std::uint8_t kind = in.u8();
    slot.m_info.id = row.uuid;
    slot.m_info.kind = static_cast<SlotKind>(kind);
    slot.m_info.gen = in.u32();
    slot.m_info.createdAtMs = static_cast<std::int64_t>(in.u64());
    slot.m_info.kdf = {in.u32(), in.u32(), in.u32()};
    slot.m_kdfSalt = base::toByteArray(in.fixed(kKdfSaltBytes));
    slot.m_keychainCheck = base::toByteArray(in.fixed(kCheckBytes));
    slot.m_info.keychainBackend = QString::fromUtf8(base::toByteArray(in.sized()));
    slot.m_salt = base::toByteArray(in.fixed(kSaltBytes));
    slot.m_nonce = base::toByteArray(in.fixed(kNonceBytes));
    slot.m_commitment = base::toByteArray(in.fixed(kCommitBytes));
    slot.m_wrapped = base::toByteArray(in.fixed(kWrappedBytes));
    const bool known = kind >= 1 && kind <= 4 && std::ranges::equal(magic, base::view(kMagic));
    if (!in.atEnd() || !known || slot.row().body != row.body)
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("key slot"));
    if (needsPassphrase(slot.m_info.kind) && !crypto::checkFormatLimits(slot.m_info.kdf))
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("key slot: KDF parameters"));
    return slot;
}

base::Result<base::SecretBytes> KeySlot::keyMaterial(const SlotInput &input) const
{
    if (!hasInput(m_info.kind, input))
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("key slot input"));
    if (m_info.kind == SlotKind::Recovery)
        return input.recoverySecret->clone();
    if (m_info.kind == SlotKind::Keychain)
        return input.keychainSecret->clone();
    const base::ByteView second = needsKeychain(m_info.kind) ? input.keychainSecret->exposeBytes() : base::ByteView();
    return crypto::argon2id(input.passphrase->exposeBytes(), base::view(m_kdfSalt), second, m_info.kdf);
}

base::Result<base::SecretBytes> KeySlot::wrapKeys(const QUuid &vault, const SlotInput &input) const
{
    LATCHKEY_TRY(const base::SecretBytes material, keyMaterial(input));
    LATCHKEY_TRY(const base::SecretBytes prk, crypto::hkdfExtract(base::view(m_salt), material.exposeBytes()));
    base::CanonicalWriter info;
    info.fixed(base::view(labels::kPrefix))
        .fixed(base::view(labels::kSlot))
        .u8(0)
        .uuid(vault)
        .uuid(m_info.id)
        .u8(static_cast<std::uint8_t>(m_info.kind));
    return crypto::hkdfExpand(prk, info.view(), 64);
}

QByteArray KeySlot::associatedData(const QUuid &vault) const
{
    base::CanonicalWriter aad;
    aad.uuid(vault).uuid(m_info.id).sized(base::view(parameters()));
    return aad.bytes();
}

base::Result<KeySlot> KeySlot::wrap(const SlotInfo &info, const QUuid &vault, const SlotInput &input,
                                    const base::SecretBytes &vaultKey, base::RandomSource &random)
{
    KeySlot slot;
    slot.m_info = info;
    if (!needsPassphrase(info.kind))
        slot.m_info.kdf = {0, 0, 0};
    if (!hasInput(info.kind, input))
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("key slot input"));
    LATCHKEY_TRY(slot.m_kdfSalt, randomBytes(random, kKdfSaltBytes));
    LATCHKEY_TRY(slot.m_salt, randomBytes(random, kSaltBytes));
    LATCHKEY_TRY(slot.m_nonce, randomBytes(random, kNonceBytes));
    slot.m_keychainCheck = QByteArray(static_cast<qsizetype>(kCheckBytes), '\0');
    if (needsKeychain(info.kind)) {
        LATCHKEY_TRY(slot.m_keychainCheck, keychainCheck(*input.keychainSecret, info.id));
    }
    LATCHKEY_TRY(const base::SecretBytes keys, slot.wrapKeys(vault, input));
    slot.m_commitment = base::toByteArray(keys.exposeBytes().last(kCommitBytes));
    LATCHKEY_TRY(slot.m_wrapped,
                 crypto::aesGcmSeal(keys.exposeBytes().first(32), base::view(slot.m_nonce),
                                    base::view(slot.associatedData(vault)), vaultKey.exposeBytes()));
    return slot;
}

base::Result<KeySlot> KeySlot::wrapTried(const SlotInfo &info, const QUuid &vault, const SlotInput &input,
                                         const base::SecretBytes &vaultKey, base::RandomSource &random)
{
    LATCHKEY_TRY(KeySlot slot, wrap(info, vault, input, vaultKey, random));
    LATCHKEY_TRY(const KeySlot stored, parse(slot.row()));
    LATCHKEY_TRY(const base::SecretBytes opened, stored.unwrap(vault, input));
    if (!opened.equals(vaultKey))
        return base::fail(base::ErrorCode::CryptoFailure, QStringLiteral("new key slot"));
    return slot;
}

SlotInfo KeySlot::describe(const ports::SlotRow &row)
{
    if (const auto known = parse(row))
        return known->info();
    SlotInfo out;
    out.id = row.uuid;
    out.kind = SlotKind::Unknown;
    return out;
}

base::Result<base::SecretBytes> KeySlot::unwrap(const QUuid &vault, const SlotInput &input) const
{
    if (needsKeychain(m_info.kind) && input.keychainSecret != nullptr) {
        LATCHKEY_TRY(const QByteArray check, keychainCheck(*input.keychainSecret, m_info.id));
        if (!base::equalConstantTime(base::view(check), base::view(m_keychainCheck)))
            return base::fail(base::ErrorCode::KeychainEntryChanged);
    }
    LATCHKEY_TRY(const base::SecretBytes keys, wrapKeys(vault, input));
    if (!base::equalConstantTime(keys.exposeBytes().last(kCommitBytes), base::view(m_commitment)))
        return base::fail(base::ErrorCode::WrongPassphrase);
    auto vaultKey = crypto::aesGcmOpen(keys.exposeBytes().first(32), base::view(m_nonce), base::view(associatedData(vault)),
                                       base::view(m_wrapped));
    // The commitment matched, so the input was right and the slot itself was changed; it opens nothing either way.
    if (!vaultKey && vaultKey.error().code == base::ErrorCode::IntegrityFailure)
        return base::fail(base::ErrorCode::WrongPassphrase, QStringLiteral("slot_damaged"));
    return vaultKey;
}

QString KeySlot::keychainName(const QUuid &vault, const QUuid &slot)
{
    return QStringLiteral("latchkey/%1/%2").arg(vault.toString(QUuid::WithoutBraces), slot.toString(QUuid::WithoutBraces));
}

base::Result<base::SecretBytes> normalizedPassphrase(const base::SecretBytes &passphrase)
{
    const std::string_view text = passphrase.exposeText();
    if (text.empty())
        return base::fail(base::ErrorCode::EmptyField, QStringLiteral("passphrase"));
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return passphrase.clone(); // ASCII is NFC already, and no Qt string is needed

    // Qt has the only NFC at hand; its two strings are wiped in place.
    using Flag = QStringDecoder::Flag; // an incomplete end is an error; a U+FEFF in front is part of the passphrase
    QStringDecoder decoder(QStringDecoder::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    QString decoded = decoder.decode(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    // Replacement characters would make different passphrases the same.
    if (decoder.hasError())
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("passphrase is not UTF-8"));
    QString composed = decoded.normalized(QString::NormalizationForm_C);
    QByteArray utf8 = composed.toUtf8();
    auto out = base::SecretBytes::copyOf(base::view(utf8));
    base::wipe({reinterpret_cast<unsigned char *>(utf8.data()), static_cast<std::size_t>(utf8.size())});
    base::wipe({reinterpret_cast<unsigned char *>(decoded.data()), static_cast<std::size_t>(decoded.size()) * 2});
    base::wipe({reinterpret_cast<unsigned char *>(composed.data()), static_cast<std::size_t>(composed.size()) * 2});
    return out;
}

} // namespace vault
