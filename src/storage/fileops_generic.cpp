// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fileops.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

// What Qt can do everywhere. Access control lists of other systems are not judged here; on Windows a file below the user's
// profile is private by inheritance, and an open file can be neither moved nor replaced.

namespace storage {

namespace {

using base::ErrorCode;

bool othersMayWrite(const QFileInfo &info)
{
    return info.permission(QFile::WriteGroup) || info.permission(QFile::WriteOther);
}

} // namespace

bool somethingStandsAt(const QString &path)
{
    const QFileInfo info(path);
    return info.isSymLink() || info.exists();
}

base::Result<VaultFileFacts> inspectVaultFile(const QString &path)
{
    const QFileInfo named(path);
    if (!named.exists() && !named.isSymLink())
        return base::fail(ErrorCode::NotInitialized, path);
    const QFileInfo info(named.canonicalFilePath());
    if (!info.exists() || !info.isFile() || info.size() == 0)
        return base::fail(ErrorCode::NotAVault, QStringLiteral("%1: not a regular file, or an empty one").arg(path));
    const QFileInfo folder(info.absolutePath());
    if (othersMayWrite(info) || othersMayWrite(folder))
        return base::fail(ErrorCode::UnsafePermissions, path);
    return VaultFileFacts{info.filePath(), {}, info.isWritable() && folder.isWritable()};
}

base::Result<void> inspectCompanion(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return {};
    if (info.isSymLink() || !info.isFile() || othersMayWrite(info))
        return base::fail(ErrorCode::UnsafePermissions, QStringLiteral("%1: not a private regular file").arg(path));
    return {};
}

base::Result<FileIdentity> identityOf(const QString &path)
{
    if (!QFileInfo::exists(path))
        return base::fail(ErrorCode::IoFailure, path);
    return FileIdentity{};
}

base::Result<void> keepUnder(const QString &path, const QString &name)
{
    if (somethingStandsAt(name))
        return base::fail(ErrorCode::AlreadyExists, name);
    QFile file(path); // Qt has no second names: a copy
    return file.copy(name) ? base::Result<void>() : base::fail(ErrorCode::IoFailure, file.errorString());
}

base::Result<void> renameReplacing(const QString &from, const QString &to)
{
    // Not in one moment here: whoever is interrupted in between finds the old one under the name it was kept under.
    QFile::remove(to);
    QFile file(from);
    return file.rename(to) ? base::Result<void>() : base::fail(ErrorCode::IoFailure, file.errorString());
}

base::Result<void> allocateFile(const QString &path, std::int64_t bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner))
        return base::fail(ErrorCode::IoFailure, file.errorString());
    if (bytes == 0 || file.write(QByteArray(bytes, '\0')) == bytes)
        return {};
    file.resize(0);
    return base::fail(ErrorCode::DiskFull, path);
}

std::int64_t allocatedBytes(const QString &path)
{
    return QFileInfo(path).size();
}

bool diskHasNoRoom(const QString &folder)
{
    constexpr qint64 kSomePages = qint64{64} * 1024;
    const qint64 free = QStorageInfo(folder).bytesAvailable(); // -1: not known
    return free >= 0 && free < kSomePages;
}

} // namespace storage
