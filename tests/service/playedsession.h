// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/ports/autostart.h"
#include "service/ports/idletime.h"
#include "service/ports/sessionevents.h"

#include <QSet>

namespace servicetest {

/// A session that tells what the test wants.
class PlayedSession final : public service::ports::SessionEvents {
public:
    void start(std::function<void(service::ports::SessionEvent)> happened, std::function<void()> sourcesChanged) override
    {
        m_happened = std::move(happened);
        m_sourcesChanged = std::move(sourcesChanged);
    }
    [[nodiscard]] bool tells(service::ports::SessionSignal signal) const override { return m_sources.contains(signal); }

    void tell(service::ports::SessionSignal signal, std::shared_ptr<void> hold = {})
    {
        m_happened({signal, std::move(hold)});
    }
    void addSource(service::ports::SessionSignal signal)
    {
        m_sources.insert(signal);
        m_sourcesChanged();
    }

private:
    std::function<void(service::ports::SessionEvent)> m_happened;
    std::function<void()> m_sourcesChanged;
    QSet<service::ports::SessionSignal> m_sources;
};

/// As long without input as the test says.
class PlayedIdle final : public service::ports::IdleTime {
public:
    [[nodiscard]] base::Async<std::chrono::milliseconds> idle() override
    {
        ++asked;
        if (hangs) {
            m_waiting = std::make_shared<QPromise<base::Result<std::chrono::milliseconds>>>();
            m_waiting->start();
            return m_waiting->future();
        }
        return told ? base::ready<std::chrono::milliseconds>(*told)
                    : base::readyError<std::chrono::milliseconds>(base::ErrorCode::NotFound);
    }

    std::optional<std::chrono::milliseconds> told; ///< none: the system does not tell
    bool hangs = false;
    int asked = 0;

private:
    std::shared_ptr<QPromise<base::Result<std::chrono::milliseconds>>> m_waiting;
};

class PlayedAutostart final : public service::ports::Autostart {
public:
    [[nodiscard]] bool isEnabled() const override { return enabled; }
    [[nodiscard]] base::Result<void> setEnabled(bool wanted) override
    {
        if (refuses)
            return base::fail(base::ErrorCode::ReadOnly);
        enabled = wanted;
        return {};
    }

    bool enabled = false;
    bool refuses = false;
};

} // namespace servicetest
