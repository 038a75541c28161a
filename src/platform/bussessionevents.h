// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/messagebus.h"
#include "platform/sessionbuses.h"
#include "service/ports/sessionevents.h"

#include <QSet>
#include <QTimer>

namespace platform {

/// Session events from D-Bus: the screen lockers of the session bus, and of the system bus logind (Lock, LockedHint, Active,
/// PrepareForSleep with a delay inhibitor, PrepareForShutdown) and UPower (the lid). Each may be absent, late, restarted or
/// hung: nothing here waits for any of them. Main thread.
class BusSessionEvents final : public QObject, public service::ports::SessionEvents {
    Q_OBJECT

public:
    explicit BusSessionEvents(const BusAddresses &buses);

    void start(std::function<void(service::ports::SessionEvent)> happened, std::function<void()> sourcesChanged) override;
    [[nodiscard]] bool tells(service::ports::SessionSignal signal) const override;

private:
    void watchSession();
    void watchSystem();
    void tell(service::ports::SessionSignal signal);
    void logindCame();
    void logindWent();
    /// The system waits with its sleep for whoever holds what comes back.
    void takeInhibitor();
    void soonAgain();
    void askAgain();
    void preparesForSleep(bool start);
    void findLogindSession();
    void findByProcess();
    void findByUser();
    void followLogindSession(const QString &path);
    void sessionPropertiesChanged(const QVariantMap &changed);
    void watchLid();
    void lidCame();

    MessageBus m_session;
    MessageBus m_system;
    std::function<void(service::ports::SessionEvent)> m_happened;
    std::function<void()> m_sourcesChanged;
    QSet<QString> m_lockers; ///< services that tell of the screen lock
    bool m_logind = false;
    bool m_upower = false;
    bool m_lid = false;
    QTimer m_retry;
    int m_tries = 0;
    QString m_logindSession; ///< path of our session; empty: not known
    std::unique_ptr<QObject> m_logindSignals;
    std::shared_ptr<void> m_inhibitor;
};

} // namespace platform
