// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/ports/vaultfile.h"

#include <chrono>

namespace storage {

/// Anchors as small files `<stateDir>/latchkey/<uuid>.anchor`, 0600 in a 0700 folder. A slot is be16 length, value, and eight
/// bytes of SHA-256 over both to notice a torn write; the slots lie in two different disk blocks. Writers take turns by
/// `<uuid>.anchor.lock`. Not fsynced: an anchor that is behind the vault is no harm.
class FileAnchorStore final : public vault::ports::AnchorStore {
public:
    static constexpr qsizetype kMaxValue = 1024;

    /// `stateDir` is $XDG_STATE_HOME or its like. `patience` bounds the wait for another program's lock.
    explicit FileAnchorStore(const QString &stateDir, std::chrono::milliseconds patience = std::chrono::seconds{5});

    [[nodiscard]] base::Result<QList<QByteArray>> read(const QUuid &vault) override;
    /// DiskFull, IoFailure, ReadOnly; UnsafePermissions when the file or its folder is open to others; Busy.
    [[nodiscard]] base::Result<void>
    update(const QUuid &vault, const std::function<std::optional<Write>(const QList<QByteArray> &)> &decide) override;

    [[nodiscard]] QString pathOf(const QUuid &vault) const;

private:
    QString m_folder;
    std::chrono::milliseconds m_patience;
};

} // namespace storage
