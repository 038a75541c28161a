// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posixtools.h"

#include <QFile>

#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace storagetest {

int modeOf(const QString &path)
{
    struct stat info = {};
    if (::lstat(QFile::encodeName(path).constData(), &info) != 0)
        return -1;
    return static_cast<int>(info.st_mode & 07777U);
}

bool setMode(const QString &path, unsigned mode)
{
    return ::chmod(QFile::encodeName(path).constData(), mode) == 0;
}

bool makeFifo(const QString &path)
{
    return ::mkfifo(QFile::encodeName(path).constData(), 0600) == 0;
}

bool giveTo(const QString &path, unsigned user)
{
    return ::lchown(QFile::encodeName(path).constData(), user, user) == 0;
}

bool runningAsRoot()
{
    return ::geteuid() == 0;
}

Umask::Umask(unsigned mask) : m_old(::umask(mask))
{
}

Umask::~Umask()
{
    ::umask(m_old);
}

TinyDisk::TinyDisk(const QString &folder, int kilobytes) : m_folder(folder)
{
    const QByteArray options = "mode=0700,size=" + QByteArray::number(kilobytes) + 'k';
    m_mounted = ::mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0, options.constData()) == 0;
}

TinyDisk::~TinyDisk()
{
    if (m_mounted)
        ::umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
}

std::function<void()> becomeNobody()
{
    return [] {
        if (::setresgid(kNobody, kNobody, kNobody) != 0 || ::setresuid(kNobody, kNobody, kNobody) != 0)
            ::_exit(99);
    };
}

bool limitFileSize(qint64 bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit = {static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
    return ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
}

void killSelf()
{
    ::raise(SIGKILL);
}

} // namespace storagetest
