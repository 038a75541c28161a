// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "vault/keyring.h"
#include "vault/slot.h"

#include <QUuid>

namespace vault {

inline constexpr std::uint16_t kFormatMajor = 1;
inline constexpr std::uint16_t kFormatMinor = 0;

/// The header of a vault file: public facts, authenticated together with all key slots by the header MAC.
struct Header {
    std::uint16_t major = kFormatMajor;
    std::uint16_t minor = kFormatMinor;
    QUuid vault;
    std::uint32_t gen = 1;
    base::Digest32 commitment{}; ///< of the vault key, see Keyring::commitment()
    QUuid recoveryId;            ///< printed recovery keys are bound to it; a restored vault keeps it under its new uuid
    std::int64_t createdAtMs = 0;

    [[nodiscard]] QByteArray body() const;
    /// NotAVault for another magic, NewerFormat for a newer major, IntegrityFailure for anything malformed.
    [[nodiscard]] static base::Result<Header> parse(base::ByteView body);
};

/// Header and slots as read from the file, not yet authenticated.
struct HeaderBlock {
    Header header;
    base::Digest32 mac{};
    QList<KeySlot> keySlots;
    QList<SlotInfo> infos; ///< of all slots, also of those that do not parse (Unknown)
};

[[nodiscard]] base::Result<HeaderBlock> readHeader(ports::SlotStore &store);
/// MAC over the header body and all slots in the order of their uuid bytes.
[[nodiscard]] base::Digest32 headerMac(const Keyring &keys, const Header &header, const QList<ports::SlotRow> &slotRows);
/// Computes the MAC over what stands in the store's slot table now and writes the header.
[[nodiscard]] base::Result<base::Digest32> writeHeader(ports::SlotStore &store, const Keyring &keys, const Header &header);
/// IntegrityFailure ("header" or "key slots") unless the MAC in the file is right.
[[nodiscard]] base::Result<base::Digest32> verifyHeader(ports::SlotStore &store, const Keyring &keys);

} // namespace vault
