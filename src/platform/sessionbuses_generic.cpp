// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sessionbuses.h"

#include "service/ports/autostart.h"
#include "service/ports/idletime.h"
#include "service/ports/sessionevents.h"

namespace platform {

namespace {

class NoSessionEvents final : public service::ports::SessionEvents {
public:
    void start(std::function<void(service::ports::SessionEvent)>, std::function<void()>) override {}
    [[nodiscard]] bool tells(service::ports::SessionSignal) const override { return false; }
};

class NoIdleTime final : public service::ports::IdleTime {
public:
    [[nodiscard]] base::Async<std::chrono::milliseconds> idle() override
    {
        return base::readyError<std::chrono::milliseconds>(base::ErrorCode::NotFound);
    }
};

class NoAutostart final : public service::ports::Autostart {
public:
    [[nodiscard]] bool isEnabled() const override { return false; }
    [[nodiscard]] base::Result<void> setEnabled(bool enabled) override
    {
        return enabled ? base::Result<void>(base::fail(base::ErrorCode::IoFailure)) : base::Result<void>();
    }
};

} // namespace

BusAddresses busAddresses()
{
    return {};
}

std::unique_ptr<service::ports::SessionEvents> makeSessionEvents(const BusAddresses &)
{
    return std::make_unique<NoSessionEvents>();
}

std::unique_ptr<service::ports::IdleTime> makeIdleTime(const BusAddresses &)
{
    return std::make_unique<NoIdleTime>();
}

std::unique_ptr<service::ports::Autostart> makeAutostart(const QString &)
{
    return std::make_unique<NoAutostart>();
}

} // namespace platform
