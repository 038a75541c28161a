// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/keyholders.h"

namespace service {

void KeyHolders::add(std::int64_t pid)
{
    const auto start = m_processes.startOf(pid);
    if (!start)
        return;                   // gone already
    static_cast<void>(running()); // so the list does not grow with all that ever ran
    for (const Holder &holder : std::as_const(m_holders)) {
        if (holder.pid == pid)
            return;
    }
    m_holders << Holder{pid, *start};
}

int KeyHolders::running()
{
    m_holders.removeIf([this](const Holder &holder) { return m_processes.startOf(holder.pid) != holder.start; });
    return static_cast<int>(m_holders.size());
}

QStringList KeyHolders::names()
{
    static_cast<void>(running());
    QStringList out;
    for (const Holder &holder : std::as_const(m_holders))
        out << m_processes.nameOf(holder.pid);
    out.removeAll(QString());
    out.removeDuplicates();
    out.sort(Qt::CaseInsensitive);
    return out;
}

} // namespace service
