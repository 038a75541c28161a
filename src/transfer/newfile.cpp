// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/newfile.h"

#include "base/filesystem.h"
#include "base/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace transfer {

using base::ErrorCode;

namespace {

base::Error errorOf(const QFile &file, const QString &path)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    return {full ? ErrorCode::DiskFull : ErrorCode::IoFailure, path + QStringLiteral(": ") + file.errorString()};
}

bool isTaken(const QString &path)
{
    return QFileInfo(path).isSymLink() || QFileInfo::exists(path);
}

/// What a process that was killed left; the name tells whose it is.
void removeStale(const QString &path)
{
    const QFileInfo target(path);
    const QString start = target.fileName() + QStringLiteral(".part-");
    const QDir folder(target.absolutePath());
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden | QDir::System);
    for (const QString &name : names) {
        bool isNumber = false;
        const qint64 pid = name.mid(start.size()).toLongLong(&isNumber);
        if (isNumber && name.startsWith(start) && !base::processMayLive(pid))
            QFile::remove(folder.filePath(name));
    }
}

} // namespace

NewFile::NewFile(const QString &path)
    : m_path(QFileInfo(path).absoluteFilePath())
    , m_part(QStringLiteral("%1.part-%2").arg(m_path).arg(QCoreApplication::applicationPid()))
    , m_file(m_part)
{
}

NewFile::~NewFile()
{
    m_file.close();
    if (m_made && !m_published)
        QFile::remove(m_part);
}

base::Result<std::unique_ptr<NewFile>> NewFile::create(const QString &path)
{
    if (isTaken(path))
        return base::fail(ErrorCode::AlreadyExists, path);
    std::unique_ptr<NewFile> out(new NewFile(path));
    removeStale(out->m_path);
    constexpr auto kMode = QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered;
    if (!out->m_file.open(kMode, QFile::ReadOwner | QFile::WriteOwner)) {
        if (isTaken(out->m_part))
            return base::fail(ErrorCode::AlreadyExists, out->m_part);
        return std::unexpected(errorOf(out->m_file, path));
    }
    out->m_made = true;
    return out;
}

base::Result<void> NewFile::append(base::ByteView bytes)
{
    const auto size = static_cast<qint64>(bytes.size());
    if (m_file.write(reinterpret_cast<const char *>(bytes.data()), size) != size)
        return std::unexpected(errorOf(m_file, m_path));
    return {};
}

base::Result<void> NewFile::close()
{
    const bool flushed = m_file.flush();
    const base::Error error = errorOf(m_file, m_path);
    m_file.close();
    return flushed ? base::Result<void>() : std::unexpected(error);
}

base::Result<void> NewFile::sync() const
{
    return base::syncFile(m_part);
}

base::Result<void> NewFile::publish()
{
    LATCHKEY_CHECK(base::renameWithoutReplacing(m_part, m_path));
    m_published = true;
    if (const auto synced = base::syncFolder(QFileInfo(m_path).absolutePath()); !synced)
        qCWarning(base::lcStorage, "the new file's name may not outlive a loss of power: %ls",
                  qUtf16Printable(synced.error().detail));
    return {};
}

} // namespace transfer
