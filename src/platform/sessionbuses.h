// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace service::ports {
class Autostart;
class IdleTime;
class SessionEvents;
} // namespace service::ports

namespace platform {

/// Where the two message buses are (D-Bus addresses); empty: there is none.
struct BusAddresses {
    QString session;
    QString system;
};

/// Those of this process, by its environment and the usual places. No bus is ever started.
[[nodiscard]] BusAddresses busAddresses();

/// What this system has: never null; where the system tells nothing, the object says so.
[[nodiscard]] std::unique_ptr<service::ports::SessionEvents> makeSessionEvents(const BusAddresses &buses);
[[nodiscard]] std::unique_ptr<service::ports::IdleTime> makeIdleTime(const BusAddresses &buses);
/// For this program; `home`: the folder of the vault when it is not the default one.
[[nodiscard]] std::unique_ptr<service::ports::Autostart> makeAutostart(const QString &home);

} // namespace platform
