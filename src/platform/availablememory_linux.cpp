// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/availablememory.h"

#include "platform/procfile_linux.h"

#include <QByteArray>
#include <QFile>

#include <algorithm>

namespace platform {

namespace {

QByteArray readSmallFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

/// Room left under memory.max of one group; none without a limit (the file says "max").
std::optional<std::uint64_t> roomInGroup(const QString &folder)
{
    bool limited = false;
    bool known = false;
    const qulonglong most = readSmallFile(folder + QStringLiteral("/memory.max")).toULongLong(&limited);
    const qulonglong used = readSmallFile(folder + QStringLiteral("/memory.current")).toULongLong(&known);
    if (!limited || !known)
        return std::nullopt;
    return most > used ? (most - used) / 1024 : 0;
}

} // namespace

std::optional<std::uint64_t> availableMemoryKiB()
{
    std::optional<std::uint64_t> least = procValueKiB(QStringLiteral("/proc/meminfo"), "MemAvailable");
    // cgroups(7), version 2: one line "0::/path". A parent's limit binds its children.
    const QByteArray line = readSmallFile(QStringLiteral("/proc/self/cgroup"));
    if (!line.startsWith("0::/"))
        return least;
    QString path = QString::fromUtf8(line.mid(3));
    while (path.size() > 1) {
        if (const auto room = roomInGroup(QStringLiteral("/sys/fs/cgroup") + path))
            least = std::min(*room, least.value_or(*room));
        path.truncate(path.lastIndexOf(QLatin1Char('/')));
    }
    return least;
}

} // namespace platform
