// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/filesystem.h"

#include <QFile>
#include <QFileInfo>

// What Qt can do everywhere. It cannot flush to the disk: after a loss of power the newest file may be missing.

namespace transfer {

using base::ErrorCode;

base::Result<void> syncFile(const QString &path)
{
    return QFileInfo::exists(path) ? base::Result<void>() : base::fail(ErrorCode::IoFailure, path);
}

base::Result<void> syncFolder(const QString &path)
{
    return QFileInfo::exists(path) ? base::Result<void>() : base::fail(ErrorCode::IoFailure, path);
}

base::Result<void> renameWithoutReplacing(const QString &from, const QString &to)
{
    QFile file(from);
    if (file.rename(to)) // replaces nothing
        return {};
    const bool taken = QFileInfo::exists(to) || QFileInfo(to).isSymLink();
    return base::fail(taken ? ErrorCode::AlreadyExists : ErrorCode::IoFailure,
                      QStringLiteral("%1: %2").arg(to, file.errorString()));
}

bool processMayLive(std::int64_t)
{
    return true;
}

} // namespace transfer
