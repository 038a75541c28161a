// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace base {

/// 127.0.0.0/8, ::1 and the name localhost: what never leaves this computer. A name that only begins like such an address
/// (127.example.com) is looked up like any other, and may be anywhere.
[[nodiscard]] bool isLoopback(const QUrl &url);

} // namespace base
