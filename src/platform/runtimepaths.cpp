// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/runtimepaths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace platform {

namespace {

constexpr qsizetype kIdDigits = 16;

/// Canonical as far as the path exists: a vault that is yet to be made gets the id that it will have.
QString canonicalPath(const QString &path)
{
    const QFileInfo info(path);
    QString canonical = info.canonicalFilePath();
    if (!canonical.isEmpty())
        return canonical;
    QString parent = info.absolutePath();
    if (parent == info.absoluteFilePath())
        return parent;
    return QDir(canonicalPath(parent)).filePath(info.fileName());
}

} // namespace

QString homeFrom(const QString &option)
{
    return option.isEmpty() ? defaultHome() : QDir::cleanPath(QFileInfo(option).absoluteFilePath());
}

QString defaultHome()
{
    if (const QString given = qEnvironmentVariable("LATCHKEY_HOME"); !given.isEmpty())
        return homeFrom(given);
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/latchkey");
}

QString configDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/latchkey");
}

VaultPaths vaultPaths(const QString &home)
{
    const QString canonical = canonicalPath(QDir::cleanPath(home) + QStringLiteral("/vault.db"));
    const QByteArray digest = QCryptographicHash::hash(QFile::encodeName(canonical), QCryptographicHash::Sha256).toHex();
    VaultPaths paths;
    paths.vaultFile = QFileInfo(QDir(home), QStringLiteral("vault.db")).absoluteFilePath();
    paths.vaultId = QString::fromLatin1(digest.left(kIdDigits));
    paths.runtimeDirectory = runtimeDirectory(home);
    const QString stem = paths.runtimeDirectory + QLatin1Char('/') + paths.vaultId;
    paths.controlSocket = stem + QStringLiteral(".ctl");
    paths.apiSocket = stem + QStringLiteral(".sock");
    paths.desktopLock = stem + QStringLiteral(".desktop.lock");
    return paths;
}

} // namespace platform
