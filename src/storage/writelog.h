// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/statement.h"

#include <QList>
#include <QVariantList>

namespace storage {

/// Runs the writing statements of the tables and, while recording, remembers them, so that a release that met a full disk can be
/// repeated after the reserve was given back. Only ciphertext and MACs pass here.
class WriteLog final {
public:
    void setRecording(bool recording);
    [[nodiscard]] base::Result<void> run(Statement &statement, QVariantList values);
    /// Runs everything recorded once more, in the same order.
    [[nodiscard]] base::Result<void> replay() const;

private:
    struct Entry {
        Statement *statement;
        QVariantList values;
    };

    bool m_recording = false;
    QList<Entry> m_entries;
};

} // namespace storage
