// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/terminationsignals.h"

namespace platform {

// Where there are no signals, the end of a session comes through the windows.
struct TerminationSignals::Private {};

TerminationSignals::TerminationSignals(std::unique_ptr<Private> d) noexcept : m_d(std::move(d))
{
}
TerminationSignals::~TerminationSignals() = default;

base::Result<std::unique_ptr<TerminationSignals>> TerminationSignals::watch(std::function<void()> asked)
{
    Q_UNUSED(asked)
    return std::unique_ptr<TerminationSignals>(new TerminationSignals(nullptr));
}

} // namespace platform
