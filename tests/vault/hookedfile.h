// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/ports/vaultfile.h"

#include <functional>

namespace vaulttest {

/// What goes wrong in a hooked file; unset hooks change nothing. The real file stays underneath.
struct Hooks {
    std::function<base::Result<void>(vault::ports::CommitClass)> beforeBegin;
    std::function<base::Result<void>()> beforeCommit; ///< an error here makes the commit fail
    std::function<base::Result<void>()> beforeAppend; ///< of an audit entry
    std::function<base::Result<void>()> beforePutRoot;
    std::function<base::Result<void>()> beforeWrite; ///< of anything: a row, a slot, the header, a MAC, an audit entry
    std::function<void(QList<vault::ports::SlotRow> &)> slotRows; ///< what a reader gets to see
    std::function<void(vault::ports::RecordRow &)> foundRow;      ///< what find() and findByNameIndex() answer
    int checkpoints = 0;
};

/// Opens and creates through `real`; every file it hands out has the hooks. Both outlive it.
class HookedFileSystem final : public vault::ports::VaultFileSystem {
public:
    HookedFileSystem(vault::ports::VaultFileSystem &real, Hooks &hooks) : m_real(real), m_hooks(hooks) {}

    [[nodiscard]] bool exists(const QString &path) const override { return m_real.exists(path); }
    [[nodiscard]] base::Result<std::unique_ptr<vault::ports::VaultFile>> createTemporary(const QString &path) override;
    [[nodiscard]] base::Result<void> publish(std::unique_ptr<vault::ports::VaultFile> created, const QString &path) override;
    [[nodiscard]] base::Result<void> replace(std::unique_ptr<vault::ports::VaultFile> created, const QString &path,
                                             const QString &aside) override;
    [[nodiscard]] base::Result<std::unique_ptr<vault::ports::VaultFile>> open(const QString &path) override;

private:
    vault::ports::VaultFileSystem &m_real;
    Hooks &m_hooks;
};

/// An anchor store that cannot be written, or remembers what a test says.
class FakeAnchorStore final : public vault::ports::AnchorStore {
public:
    [[nodiscard]] base::Result<QList<QByteArray>> read(const QUuid &) override { return values; }
    [[nodiscard]] base::Result<void>
    update(const QUuid &, const std::function<std::optional<Write>(const QList<QByteArray> &)> &decide) override;

    QList<QByteArray> values;
    bool failing = false;
    int writes = 0;
    int lastSlot = -1;
};

} // namespace vaulttest
