// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QSqlDatabase>
#include <QString>

#include <chrono>
#include <memory>

namespace storage {

/// One SQLite connection through Qt Sql with the house pragmas. Lives and dies on one thread; everything prepared on it must be
/// gone before it. Closing copies the WAL into the file, and removes it when nobody else has the file open.
class Connection final {
public:
    enum class Mode : quint8 {
        ReadWrite, ///< never creates the file
        ReadOnly,  ///< takes part in locking; may leave an -shm file
        Immutable, ///< reads the main file alone, takes no lock and touches nothing: only where no -wal exists
    };

    [[nodiscard]] static base::Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode,
                                                                        std::chrono::milliseconds busyTimeout);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] const QSqlDatabase &database() const noexcept { return m_database; }
    [[nodiscard]] const QString &path() const noexcept { return m_path; }
    [[nodiscard]] bool isReadOnly() const noexcept { return m_mode != Mode::ReadWrite; }

    /// Runs one statement whose rows do not matter.
    [[nodiscard]] base::Result<void> run(const QString &sql) const;
    /// First column of the first row as a number or a text; IntegrityFailure when there is no row.
    [[nodiscard]] base::Result<qint64> number(const QString &sql) const;
    [[nodiscard]] base::Result<QString> text(const QString &sql) const;

    /// Turns WAL on; the file must have been judged before, for this may write to it.
    [[nodiscard]] base::Result<void> enableWal() const;
    /// IntegrityFailure when the file's own header says that nobody may write to it: SQLite would then only read, without a word.
    /// Waits for nobody, and changes nothing.
    [[nodiscard]] base::Result<void> requireWritable() const;
    /// PRAGMA synchronous, sent only when it changes. Not inside a transaction.
    [[nodiscard]] base::Result<void> setDurable(bool durable);
    /// Copies the WAL into the file and empties it. Busy when another connection reads, after a short wait.
    [[nodiscard]] base::Result<void> checkpointTruncate() const;
    /// Copies what can be copied without waiting for anybody.
    [[nodiscard]] base::Result<void> checkpointPassive() const;

    /// From now on waits for another writer no longer than this.
    void limitWaiting(std::chrono::milliseconds most);

private:
    Connection(QString path, Mode mode, std::chrono::milliseconds busyTimeout);
    [[nodiscard]] base::Result<void> connect();
    [[nodiscard]] base::Result<void> applyPragmas() const;
    void setBusyTimeout(std::chrono::milliseconds timeout) const;

    QString m_path;
    QString m_name;
    Mode m_mode;
    std::chrono::milliseconds m_busyTimeout;
    bool m_durable = true;
    QSqlDatabase m_database;
};

} // namespace storage
