// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/systemprocesses.h"

#include <QByteArrayList>
#include <QFile>

namespace platform {

std::optional<std::uint64_t> SystemProcesses::startOf(std::int64_t pid) const
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (pid <= 0 || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    // "pid (name) state ppid ...": the name may hold anything, also parentheses. The state comes first after it (field 3 of
    // proc(5)), the start is field 22.
    const QByteArray text = file.readAll();
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const QByteArray state = fields.value(0);
    bool number = false;
    const qulonglong start = fields.value(19).toULongLong(&number);
    if (!number || state == "Z" || state == "X") // ended, only not yet waited for
        return std::nullopt;
    return start;
}

} // namespace platform
