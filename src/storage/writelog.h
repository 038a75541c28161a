// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/statement.h"

#include <QList>
#include <QVariantList>

namespace storage {

/// Runs the writing statements of the tables, only within a transaction for writing, and remembers them while recording, so that
/// a release that met a full disk can be repeated after the reserve was given back. Only ciphertext and MACs pass here.
class WriteLog final {
public:
    enum class Mode : quint8 { Closed, Writing, Recording };

    /// Forgets what was recorded.
    void setMode(Mode mode);
    /// Internal when closed: a write outside a transaction is a fault of the caller.
    [[nodiscard]] base::Result<void> run(Statement &statement, QVariantList values);
    /// Runs everything recorded once more, in the same order.
    [[nodiscard]] base::Result<void> replay() const;

private:
    struct Entry {
        Statement *statement = nullptr;
        QVariantList values;
    };

    Mode m_mode = Mode::Closed;
    QList<Entry> m_entries;
};

} // namespace storage
