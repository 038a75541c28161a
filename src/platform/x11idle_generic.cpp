// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/x11idle.h"

namespace platform {

// A build without windows asks no X server.
struct X11Idle::Private {};

X11Idle::X11Idle(std::unique_ptr<Private> d) noexcept : m_d(std::move(d))
{
}
X11Idle::~X11Idle() = default;

std::unique_ptr<X11Idle> X11Idle::open(const QByteArray &)
{
    return nullptr;
}

std::optional<std::chrono::milliseconds> X11Idle::idle()
{
    return std::nullopt;
}

} // namespace platform
