// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/systemprocesses.h"

#include <QByteArrayList>
#include <QFile>

namespace platform {

namespace {

QString commOf(std::int64_t pid)
{
    return QStringLiteral("/proc/%1/comm").arg(pid);
}

/// Empty when it cannot be read.
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

std::optional<std::uint64_t> SystemProcesses::startOf(std::int64_t pid) const
{
    // "pid (name) state ppid ...": the name may hold anything, also parentheses. The state comes first after it (field 3 of
    // proc(5)), the start is field 22.
    const QByteArray text = contentOf(QStringLiteral("/proc/%1/stat").arg(pid));
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const QByteArray state = fields.value(0);
    bool number = false;
    const qulonglong start = fields.value(19).toULongLong(&number);
    if (!number || state == "Z" || state == "X") // ended, only not yet waited for
        return std::nullopt;
    return start;
}

QString SystemProcesses::nameOf(std::int64_t pid) const
{
    // Of the main thread: `latchkey run` starts the program in it. Empty where the kernel does not tell (CONFIG_PROC_CHILDREN).
    const QByteArray started = contentOf(QStringLiteral("/proc/%1/task/%1/children").arg(pid)).split(' ').first();
    const QByteArray child = started.isEmpty() ? QByteArray() : contentOf(commOf(started.toLongLong()));
    QString name = QString::fromUtf8(child.isEmpty() ? contentOf(commOf(pid)) : child).simplified();
    name.removeIf([](QChar c) { return !c.isPrint(); }); // a process may call itself anything
    return name;
}

} // namespace platform
