// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "storage/writelog.h"
#include "vault/ports/vaultfile.h"

namespace storage {

/// The tables `root` (one row) and `bucket` (256 rows).
class ManifestTable final : public vault::ports::ManifestStore {
public:
    ManifestTable(const Connection &connection, WriteLog &writes);

    [[nodiscard]] base::Result<QByteArray> root() override;
    [[nodiscard]] base::Result<void> putRoot(const QByteArray &root) override;
    [[nodiscard]] base::Result<QList<QByteArray>> buckets() override;
    [[nodiscard]] base::Result<void> putBucket(std::uint8_t bucket, const QByteArray &mac) override;

private:
    WriteLog &m_writes;
    Statement m_root;
    Statement m_putRoot;
    Statement m_buckets;
    Statement m_putBucket;
};

} // namespace storage
