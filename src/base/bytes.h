// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace base {

/// Read-only view of raw bytes. The owner outlives the call that takes it.
using ByteView = std::span<const unsigned char>;
/// Writable view of raw bytes.
using ByteSpan = std::span<unsigned char>;
/// 32 public bytes: a hash, a MAC, a commitment.
using Digest32 = std::array<unsigned char, 32>;

[[nodiscard]] ByteView view(const QByteArray &bytes) noexcept;
[[nodiscard]] ByteView view(std::string_view text) noexcept;
[[nodiscard]] QByteArray toByteArray(ByteView bytes);
/// UTF-8 (U+FFFD for what is none) letter by letter: where two texts must never become one. QString::fromUtf8() drops a
/// U+FEFF at the beginning.
[[nodiscard]] QString textOf(std::string_view utf8);

/// RFC 4122 byte order, 16 bytes.
[[nodiscard]] std::array<unsigned char, 16> uuidBytes(const QUuid &uuid) noexcept;

/// Constant-time comparison; false at once when the lengths differ (lengths are public everywhere here).
[[nodiscard]] bool equalConstantTime(ByteView a, ByteView b) noexcept;

/// Overwrites bytes in a way that the compiler cannot remove.
void wipe(ByteSpan bytes) noexcept;

/// Builds unambiguous byte strings for MACs and associated data: integers big-endian, every variable part preceded by its
/// length as be32, so that no two different sequences of parts give the same bytes.
class CanonicalWriter final {
public:
    CanonicalWriter &u8(std::uint8_t value);
    CanonicalWriter &u16(std::uint16_t value);
    CanonicalWriter &u32(std::uint32_t value);
    CanonicalWriter &u64(std::uint64_t value);
    /// Bytes of a length fixed by the format, without a length prefix.
    CanonicalWriter &fixed(ByteView bytes);
    /// Bytes with their length in front (be32).
    CanonicalWriter &sized(ByteView bytes);
    CanonicalWriter &uuid(const QUuid &value);
    [[nodiscard]] const QByteArray &bytes() const noexcept { return m_bytes; }
    [[nodiscard]] ByteView view() const noexcept { return base::view(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads what CanonicalWriter wrote. After the first short read ok() is false for good and every value is zero or empty.
class CanonicalReader final {
public:
    explicit CanonicalReader(ByteView bytes) noexcept : m_rest(bytes) {}
    [[nodiscard]] std::uint8_t u8() noexcept { return static_cast<std::uint8_t>(integer(1)); }
    [[nodiscard]] std::uint16_t u16() noexcept { return static_cast<std::uint16_t>(integer(2)); }
    [[nodiscard]] std::uint32_t u32() noexcept { return static_cast<std::uint32_t>(integer(4)); }
    [[nodiscard]] std::uint64_t u64() noexcept { return integer(8); }
    [[nodiscard]] ByteView fixed(std::size_t length) noexcept;
    [[nodiscard]] ByteView sized() noexcept;
    [[nodiscard]] QUuid uuid() noexcept;
    [[nodiscard]] bool ok() const noexcept { return m_ok; }
    /// True when everything was read and nothing is left: formats here know no trailing bytes.
    [[nodiscard]] bool atEnd() const noexcept { return m_ok && m_rest.empty(); }

private:
    [[nodiscard]] std::uint64_t integer(std::size_t length) noexcept;

    ByteView m_rest;
    bool m_ok = true;
};

} // namespace base
