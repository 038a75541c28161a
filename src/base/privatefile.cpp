// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/privatefile.h"

#include "base/fileowner.h"
#include "base/filesystem.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cstdio>

namespace base {

namespace {

constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions kOwnerOnlyDir = kOwnerOnly | QFile::ExeOwner;

Error ioError(const QFile &file)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    return {full ? ErrorCode::DiskFull : ErrorCode::IoFailure, file.fileName() + QStringLiteral(": ") + file.errorString()};
}

Result<void> writeNew(const QString &path, ByteView content)
{
    QFile file(path);
    if (QFileInfo(path).isSymLink())
        return fail(ErrorCode::AlreadyExists, path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered, kOwnerOnly)) {
        if (QFileInfo::exists(path))
            return fail(ErrorCode::AlreadyExists, path);
        return std::unexpected(ioError(file));
    }
    const auto size = static_cast<qint64>(content.size());
    if (file.write(reinterpret_cast<const char *>(content.data()), size) != size || !file.flush()) {
        const Error error = ioError(file);
        file.close();
        file.remove();
        return std::unexpected(error);
    }
    return {};
}

} // namespace

Result<void> ensurePrivateDirectory(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists()) {
        if (!info.isDir())
            return fail(ErrorCode::IoFailure, path + QStringLiteral(": not a directory"));
        if (info.permission(QFile::WriteGroup) || info.permission(QFile::WriteOther) || belongsToAnother(info))
            return fail(ErrorCode::UnsafePermissions, path);
        return {};
    }
    const QString parent = info.absolutePath();
    if (parent != path && !QFileInfo::exists(parent))
        LATCHKEY_CHECK(ensurePrivateDirectory(parent));
    if (!QDir().mkdir(path, kOwnerOnlyDir) && !QFileInfo(path).isDir())
        return fail(ErrorCode::IoFailure, path);
    return {};
}

Result<void> createPrivateFile(const QString &path)
{
    return writeNew(path, {});
}

Result<void> writeNewPrivateFile(const QString &path, ByteView content)
{
    LATCHKEY_CHECK(writeNew(path, content));
    auto durable = syncFile(path);
    if (durable)
        durable = syncFolder(QFileInfo(path).absolutePath());
    if (!durable)
        QFile::remove(path);
    return durable;
}

Result<SecretBytes> readSecretFile(const QString &path, std::size_t limit, bool dropNewline)
{
    QFile file(path);
    const bool opened = path == QLatin1StringView("-") ? file.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered)
                                                       : file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    if (!opened)
        return std::unexpected(ioError(file));
    SecretBuilder builder;
    // Growing would need room for two of it in the small secure heap.
    if (!file.isSequential() && file.size() > 0)
        LATCHKEY_CHECK(builder.reserve(std::min(limit, static_cast<std::size_t>(file.size()))));
    LATCHKEY_TRY(SecretBytes chunk, SecretBytes::allocate(4096));
    for (;;) {
        const qint64 got = file.read(reinterpret_cast<char *>(chunk.exposeForWriting().data()),
                                     static_cast<qint64>(chunk.size()));
        if (got < 0)
            return std::unexpected(ioError(file));
        if (got == 0)
            break;
        if (builder.size() + static_cast<std::size_t>(got) > limit)
            return fail(ErrorCode::InvalidArgument, path + QStringLiteral(": too large"));
        LATCHKEY_CHECK(builder.append(chunk.exposeBytes().first(static_cast<std::size_t>(got))));
    }
    SecretBytes out = builder.take();
    if (dropNewline && out.exposeText().ends_with('\n')) {
        const bool crlf = out.exposeText().ends_with("\r\n");
        out.shrink(out.size() - (crlf ? 2 : 1));
    }
    return out;
}

} // namespace base
