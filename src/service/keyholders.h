// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/ports/processes.h"

#include <QList>
#include <QStringList>

namespace service {

/// Programs that were given keys when they were started (`latchkey run`): a lock takes nothing away from them, so people are
/// told how many still run. Main thread.
class KeyHolders final {
public:
    /// `processes` outlives it.
    explicit KeyHolders(const ports::Processes &processes) : m_processes(processes) {}

    /// This process has just been given keys.
    void add(std::int64_t pid);
    /// How many of them run now.
    [[nodiscard]] int running();
    /// What those are called that run now, each name once, in the order of the alphabet; nothing of one whose name is not known.
    [[nodiscard]] QStringList names();

private:
    struct Holder {
        std::int64_t pid = 0;
        std::uint64_t start = 0;
    };
    const ports::Processes &m_processes;
    QList<Holder> m_holders;
};

} // namespace service
