// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filesystem.h"

#include <QFile>
#include <QFileInfo>

// What Qt can do everywhere. It cannot flush to the disk.

namespace base {

Result<void> syncFile(const QString &path)
{
    return QFileInfo::exists(path) ? Result<void>() : fail(ErrorCode::IoFailure, path);
}

Result<void> syncFolder(const QString &path)
{
    return QFileInfo::exists(path) ? Result<void>() : fail(ErrorCode::IoFailure, path);
}

bool fileSyncAvailable() noexcept
{
    return false;
}

Result<void> renameWithoutReplacing(const QString &from, const QString &to)
{
    QFile file(from);
    if (file.rename(to)) // replaces nothing
        return {};
    const bool taken = QFileInfo::exists(to) || QFileInfo(to).isSymLink();
    return fail(taken ? ErrorCode::AlreadyExists : ErrorCode::IoFailure,
                QStringLiteral("%1: %2").arg(to, file.errorString()));
}

bool processMayLive(std::int64_t)
{
    return true;
}

} // namespace base
