// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/chunks.h"
#include "vault/integrity.h"
#include "vault/ports/vaultfile.h"

#include <variant>

namespace transfer {

/// Where the vault stood at the moment of the backup; the first item.
struct BackupOrigin {
    vault::AuditPosition auditHead;
    std::uint64_t counter = 0;
};

/// How much there is, and a digest over all items in their order; the last item.
struct BackupTotals {
    std::uint64_t records = 0;
    std::uint64_t credentials = 0;
    std::uint64_t versions = 0;
    base::Digest32 digest{};

    friend bool operator==(const BackupTotals &, const BackupTotals &) = default;
};

/// Puts typed items into chunks and counts them. Layout in docs/FORMAT.md.
class ItemWriter final {
public:
    explicit ItemWriter(ChunkWriter chunks) : m_chunks(std::move(chunks)) {}

    [[nodiscard]] base::Result<void> origin(const BackupOrigin &origin);
    [[nodiscard]] base::Result<void> record(const vault::ports::RecordRow &row);
    /// Writes the totals and the last chunk.
    [[nodiscard]] base::Result<BackupTotals> finish();

private:
    [[nodiscard]] base::Result<void> item(std::uint8_t type, base::ByteView payload);

    ChunkWriter m_chunks;
    BackupTotals m_totals;
};

/// The other way. IntegrityFailure (detail "backup") for anything that ItemWriter does not write.
class ItemReader final {
public:
    explicit ItemReader(ChunkReader chunks) : m_chunks(std::move(chunks)) {}

    /// The first item.
    [[nodiscard]] base::Result<BackupOrigin> origin();
    /// The next record; the totals once all of them were read, compared with what was read, and nothing follows.
    [[nodiscard]] base::Result<std::variant<vault::ports::RecordRow, BackupTotals>> next();

private:
    struct Item {
        std::uint8_t type = 0;
        QByteArray payload;
    };
    [[nodiscard]] base::Result<Item> item();
    [[nodiscard]] base::Result<vault::ports::RecordRow> recordOf(const Item &item);
    [[nodiscard]] base::Result<BackupTotals> totalsOf(const Item &item, const BackupTotals &before) const;

    ChunkReader m_chunks;
    BackupTotals m_totals;
    std::optional<vault::ports::RecordKey> m_last;
};

} // namespace transfer
