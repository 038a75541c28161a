// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/runtimepaths.h"

#include <QDir>
#include <QFileInfo>

#include <unistd.h>

namespace platform {

namespace {

/// Value of a variable that must hold an absolute path; empty otherwise.
QString absoluteFrom(const char *variable)
{
    const QString value = qEnvironmentVariable(variable);
    return QDir::isAbsolutePath(value) ? QDir::cleanPath(value) : QString();
}

} // namespace

QString stateBase()
{
    const QString given = absoluteFrom("XDG_STATE_HOME");
    return given.isEmpty() ? QDir::homePath() + QStringLiteral("/.local/state") : given;
}

QString stateDirectory()
{
    return stateBase() + QStringLiteral("/latchkey");
}

QString runtimeDirectory(const QString &home)
{
    const QString given = absoluteFrom("XDG_RUNTIME_DIR");
    const QFileInfo info(given);
    if (!given.isEmpty() && info.isDir() && info.ownerId() == ::geteuid())
        return given + QStringLiteral("/latchkey");
    return QFileInfo(QDir(home), QStringLiteral("run")).absoluteFilePath();
}

} // namespace platform
