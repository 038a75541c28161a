// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/error.h"

#include <QFile>
#include <QString>

#include <memory>

namespace transfer {

/// A file that comes into being whole or not at all, and never in the place of another: written as NAME.part-PID (mode 0600) beside
/// its place, removed at destruction unless publish() put it there. One thread at a time, not always the same.
class NewFile final {
public:
    /// AlreadyExists when anything, also a dangling link, stands at `path`. Takes away what a killed process left of the same
    /// name. IoFailure, ReadOnly, DiskFull.
    [[nodiscard]] static base::Result<std::unique_ptr<NewFile>> create(const QString &path);
    ~NewFile();
    Q_DISABLE_COPY_MOVE(NewFile)

    [[nodiscard]] const QString &path() const noexcept { return m_path; }
    /// Where it stands until it is published.
    [[nodiscard]] const QString &partPath() const noexcept { return m_part; }
    [[nodiscard]] base::Result<void> append(base::ByteView bytes);
    /// Nothing can be appended afterwards.
    [[nodiscard]] base::Result<void> close();
    /// Puts what was written onto the disk, however long that takes.
    [[nodiscard]] base::Result<void> sync() const;
    /// Gives it its name. AlreadyExists when somebody else took it meanwhile.
    [[nodiscard]] base::Result<void> publish();

private:
    explicit NewFile(const QString &path);

    QString m_path;
    QString m_part;
    QFile m_file;
    bool m_made = false;
    bool m_published = false;
};

} // namespace transfer
