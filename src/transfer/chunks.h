// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"
#include "transfer/newfile.h"

#include <QByteArray>
#include <QFile>

#include <cstdint>

namespace transfer {

/// The content of a backup is cut into chunks of so many bytes, of which only the last may be shorter; each is sealed by
/// AES-256-GCM under a nonce of its number and of whether it is the last one (the STREAM construction of Hoang, Reyhanitabar,
/// Rogaway and Vizár, https://eprint.iacr.org/2015/189), so that no chunk can be cut off, moved, repeated or added.
inline constexpr std::size_t kChunkBytes = std::size_t{64} * 1024;

/// Seals into a new file. `key` has 32 bytes and is used for this one file; `bound` is bound to each chunk.
class ChunkWriter final {
public:
    ChunkWriter(NewFile &file, base::SecretBytes key, const base::Digest32 &bound);

    [[nodiscard]] base::Result<void> append(base::ByteView bytes);
    /// Writes the last chunk. InvalidArgument when nothing was appended at all.
    [[nodiscard]] base::Result<void> finish();

private:
    [[nodiscard]] base::Result<void> flush(bool last);

    NewFile &m_file;
    base::SecretBytes m_key;
    base::Digest32 m_bound;
    QByteArray m_pending; ///< at most one chunk
    QByteArray m_sealed;
    std::uint64_t m_number = 0;
};

/// Opens what ChunkWriter sealed. IntegrityFailure for anything else, with nothing of that chunk given out.
class ChunkReader final {
public:
    /// `file` is open and stands at the first chunk; it outlives the reader.
    ChunkReader(QFile &file, base::SecretBytes key, const base::Digest32 &bound);

    /// Exactly `size` bytes more are put behind `out`; IntegrityFailure when there are fewer.
    [[nodiscard]] base::Result<void> read(std::size_t size, QByteArray &out);
    /// True when all chunks were opened and nothing of them is left.
    [[nodiscard]] bool atEnd() const noexcept { return m_lastSeen && m_used == m_chunk.size(); }

private:
    [[nodiscard]] base::Result<void> next();

    QFile &m_file;
    base::SecretBytes m_key;
    base::Digest32 m_bound;
    base::SecretBytes m_chunk;
    std::size_t m_used = 0;
    std::uint64_t m_number = 0;
    bool m_lastSeen = false;
};

} // namespace transfer
