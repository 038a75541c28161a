// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/chunks.h"

#include "crypto/aesgcm.h"

#include <algorithm>
#include <array>

namespace transfer {

namespace {

constexpr std::size_t kSealedBytes = kChunkBytes + crypto::kGcmTagSize;
using Nonce = std::array<unsigned char, crypto::kGcmNonceSize>;

/// 11 bytes of number, of which a file can only ever use the lower 8, and one byte that tells the last chunk.
Nonce nonceOf(std::uint64_t number, bool last)
{
    base::CanonicalWriter bytes;
    bytes.u16(0).u8(0).u64(number).u8(last ? 1 : 0);
    Nonce out{};
    std::ranges::copy(bytes.view(), out.begin());
    return out;
}

std::unexpected<base::Error> damaged()
{
    return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("backup"));
}

} // namespace

ChunkWriter::ChunkWriter(NewFile &file, base::SecretBytes key, const base::Digest32 &bound)
    : m_file(file)
    , m_key(std::move(key))
    , m_bound(bound)
{
    m_pending.reserve(static_cast<qsizetype>(kChunkBytes));
    m_sealed.reserve(static_cast<qsizetype>(kSealedBytes));
}

base::Result<void> ChunkWriter::append(base::ByteView bytes)
{
    while (!bytes.empty()) {
        // A full one waits until it is known that it is not the last.
        if (m_pending.size() == static_cast<qsizetype>(kChunkBytes))
            LATCHKEY_CHECK(flush(false));
        const std::size_t room = kChunkBytes - static_cast<std::size_t>(m_pending.size());
        const base::ByteView part = bytes.first(std::min(room, bytes.size()));
        m_pending.append(reinterpret_cast<const char *>(part.data()), static_cast<qsizetype>(part.size()));
        bytes = bytes.subspan(part.size());
    }
    return {};
}

base::Result<void> ChunkWriter::finish()
{
    if (m_pending.isEmpty())
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("nothing to seal"));
    return flush(true);
}

base::Result<void> ChunkWriter::flush(bool last)
{
    m_sealed.resize(m_pending.size() + static_cast<qsizetype>(crypto::kGcmTagSize));
    const base::ByteSpan out(reinterpret_cast<unsigned char *>(m_sealed.data()), static_cast<std::size_t>(m_sealed.size()));
    LATCHKEY_CHECK(crypto::aesGcmSealInto(m_key.exposeBytes(), nonceOf(m_number, last), m_bound, base::view(m_pending),
                                          out));
    ++m_number;
    m_pending.resize(0);
    return m_file.append(base::view(m_sealed));
}

ChunkReader::ChunkReader(QFile &file, base::SecretBytes key, const base::Digest32 &bound)
    : m_file(file)
    , m_key(std::move(key))
    , m_bound(bound)
{
}

base::Result<void> ChunkReader::read(std::size_t size, QByteArray &out)
{
    while (size > 0) {
        if (m_used == m_chunk.size())
            LATCHKEY_CHECK(next());
        const base::ByteView rest = m_chunk.exposeBytes().subspan(m_used);
        const base::ByteView part = rest.first(std::min(size, rest.size()));
        out.append(reinterpret_cast<const char *>(part.data()), static_cast<qsizetype>(part.size()));
        m_used += part.size();
        size -= part.size();
    }
    return {};
}

base::Result<void> ChunkReader::next()
{
    if (m_lastSeen)
        return damaged();
    const QByteArray sealed = m_file.read(static_cast<qint64>(kSealedBytes));
    if (sealed.isEmpty() && m_file.error() != QFileDevice::NoError)
        return base::fail(base::ErrorCode::IoFailure, m_file.fileName() + QStringLiteral(": ") + m_file.errorString());
    if (sealed.size() <= static_cast<qsizetype>(crypto::kGcmTagSize))
        return damaged();
    const bool last = m_file.atEnd();
    auto opened = crypto::aesGcmOpen(m_key.exposeBytes(), nonceOf(m_number, last), m_bound, base::view(sealed));
    if (!opened && opened.error().code == base::ErrorCode::IntegrityFailure)
        return damaged();
    if (!opened)
        return std::unexpected(opened.error());
    m_chunk = *std::move(opened);
    m_used = 0;
    ++m_number;
    m_lastSeen = last;
    return {};
}

} // namespace transfer
