// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace platform {

/// Whether the desktop prefers dark windows: the colour scheme that its portal tells (org.freedesktop.portal.Settings,
/// namespace org.freedesktop.appearance, key color-scheme: 1 is dark). False when it prefers light ones or none, without a
/// bus or a portal, and when no answer came within `patience`; it never takes longer.
/// Asked by a child process, which is ended when it is late: QtDBus connects with blocking calls. Call it in main() before
/// the first thread, and before denyDumps(): a portal does not serve a process whose /proc entry it may not read.
[[nodiscard]] bool portalPrefersDark(const QString &sessionBus, std::chrono::milliseconds patience);

} // namespace platform
