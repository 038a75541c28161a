// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"

#include <QStringDecoder>

#include <openssl/crypto.h>

#include <algorithm>

namespace base {

ByteView view(const QByteArray &bytes) noexcept
{
    return {reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

ByteView view(std::string_view text) noexcept
{
    return {reinterpret_cast<const unsigned char *>(text.data()), text.size()};
}

QByteArray toByteArray(ByteView bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

QString textOf(std::string_view utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder.decode(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

std::array<unsigned char, 16> uuidBytes(const QUuid &uuid) noexcept
{
    std::array<unsigned char, 16> out{};
    CanonicalWriter writer;
    writer.u32(uuid.data1).u16(uuid.data2).u16(uuid.data3);
    std::ranges::copy(writer.view(), out.begin());
    std::copy_n(uuid.data4, 8, out.begin() + 8);
    return out;
}

bool equalConstantTime(ByteView a, ByteView b) noexcept
{
    return a.size() == b.size() && (a.empty() || CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0);
}

void wipe(ByteSpan bytes) noexcept
{
    OPENSSL_cleanse(bytes.data(), bytes.size());
}

CanonicalWriter &CanonicalWriter::u8(std::uint8_t value)
{
    m_bytes.append(static_cast<char>(value));
    return *this;
}

CanonicalWriter &CanonicalWriter::u16(std::uint16_t value)
{
    return u8(static_cast<std::uint8_t>(value >> 8)).u8(static_cast<std::uint8_t>(value));
}

CanonicalWriter &CanonicalWriter::u32(std::uint32_t value)
{
    return u16(static_cast<std::uint16_t>(value >> 16)).u16(static_cast<std::uint16_t>(value));
}

CanonicalWriter &CanonicalWriter::u64(std::uint64_t value)
{
    return u32(static_cast<std::uint32_t>(value >> 32)).u32(static_cast<std::uint32_t>(value));
}

CanonicalWriter &CanonicalWriter::fixed(ByteView bytes)
{
    m_bytes.append(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    return *this;
}

CanonicalWriter &CanonicalWriter::sized(ByteView bytes)
{
    return u32(static_cast<std::uint32_t>(bytes.size())).fixed(bytes);
}

CanonicalWriter &CanonicalWriter::uuid(const QUuid &value)
{
    return fixed(uuidBytes(value));
}

ByteView CanonicalReader::fixed(std::size_t length) noexcept
{
    if (!m_ok || m_rest.size() < length) {
        m_ok = false;
        return {};
    }
    const ByteView out = m_rest.first(length);
    m_rest = m_rest.subspan(length);
    return out;
}

std::uint64_t CanonicalReader::integer(std::size_t length) noexcept
{
    std::uint64_t value = 0;
    for (const unsigned char byte : fixed(length))
        value = (value << 8) | byte;
    return value;
}

ByteView CanonicalReader::sized() noexcept
{
    return fixed(u32());
}

QUuid CanonicalReader::uuid() noexcept
{
    const ByteView raw = fixed(16);
    return raw.size() == 16 ? QUuid::fromRfc4122(QByteArrayView(raw.data(), 16)) : QUuid();
}

} // namespace base
