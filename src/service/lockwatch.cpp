// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/lockwatch.h"

#include <algorithm>
#include <utility>

namespace service {

using ports::SessionSignal;
using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace {

/// The longest time between two looks: so late at most a sleep of the computer is noticed that nobody told of.
constexpr milliseconds kLongest = 60s;
constexpr milliseconds kShortest = 250ms;
/// So long an answer about idle time may take before what happened here decides.
constexpr milliseconds kPatience = 5s;

LockReason reasonOf(SessionSignal signal)
{
    switch (signal) {
    case SessionSignal::ScreenLock:
        return LockReason::ScreenLock;
    case SessionSignal::Sleep:
        return LockReason::Sleep;
    case SessionSignal::UserSwitch:
        return LockReason::UserSwitch;
    case SessionSignal::Lid:
        return LockReason::Lid;
    case SessionSignal::Logout:
    case SessionSignal::Wake:
        break;
    }
    return LockReason::Logout;
}

} // namespace

LockWatch::LockWatch(Parts parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LockWatch::timeUp);
    connect(&m_parts.host, &VaultHost::stateChanged, this, &LockWatch::followHost);
    connect(&m_parts.host, &VaultHost::contentChanged, this, &LockWatch::reload);
}

void LockWatch::start()
{
    m_parts.events.start([this](ports::SessionEvent event) { happened(std::move(event)); }, [this] { Q_EMIT changed(); });
    followHost();
}

std::optional<std::int64_t> LockWatch::lastSeenMs(SessionSignal signal) const
{
    const auto found = m_lastSeen.find(signal);
    return found == m_lastSeen.end() ? std::nullopt : std::optional<std::int64_t>(*found);
}

void LockWatch::followHost()
{
    const bool open = m_parts.host.state() == LockState::Unlocked && !m_parts.host.lastLock().windowOnly;
    // Also when the window was locked already: nothing of a closed vault's settings counts while it is opened again.
    if (m_parts.host.state() != LockState::Unlocked && (m_open || m_settings != LockSettings())) {
        ++m_loaded;
        m_settings = {};
        Q_EMIT changed();
    }
    if (std::exchange(m_open, open) == open)
        return;
    if (!open) {
        look(); // takes the warning away
        return;
    }
    // Whoever opens it is there.
    m_lastInputMs = m_parts.host.clock().elapsedMs();
    m_lastLookMs.reset();
    reload();
    look();
}

void LockWatch::reload()
{
    if (m_parts.host.state() != LockState::Unlocked)
        return;
    base::whenDone(m_parts.policy.load(), this, [this, asked = ++m_loaded](const base::Result<LockSettings> &settings) {
        // Settings that cannot be read loosen nothing.
        if (asked == m_loaded && settings)
            apply(*settings);
    });
}

void LockWatch::apply(const LockSettings &settings)
{
    ++m_loaded;
    if (m_parts.host.state() != LockState::Unlocked || settings == m_settings)
        return;
    m_settings = settings;
    Q_EMIT changed();
    look();
}

bool LockWatch::heeds(SessionSignal signal) const
{
    switch (signal) {
    case SessionSignal::ScreenLock:
        return m_settings.onScreenLock;
    case SessionSignal::Sleep:
        return m_settings.onSleep;
    case SessionSignal::UserSwitch:
        return m_settings.onUserSwitch;
    case SessionSignal::Lid:
        return m_settings.onLid;
    case SessionSignal::Logout:
        return true;
    case SessionSignal::Wake:
        break;
    }
    return false;
}

void LockWatch::happened(ports::SessionEvent event)
{
    m_lastSeen.insert(event.signal, m_parts.host.clock().nowMs());
    Q_EMIT changed();
    if (heeds(event.signal))
        lock(reasonOf(event.signal), std::move(event.hold));
    else if (event.signal == SessionSignal::Wake)
        look();
}

void LockWatch::lock(LockReason reason, std::shared_ptr<void> hold)
{
    const bool isOpen = m_parts.host.state()
        == LockState::Unlocked; // else there is no window to lock, but perhaps an unlock to drop
    if (isOpen && m_settings.action == LockAction::Window && reason != LockReason::Logout) {
        m_parts.host.lockWindow(reason);
        return;
    }
    // An unlock that is under way is dropped by this too. The system waits for `hold` until the keys are wiped.
    base::whenDone(m_parts.host.lock(reason), this,
                   [hold = std::move(hold)](const base::Result<Done> &) mutable { hold.reset(); });
}

void LockWatch::noteInput()
{
    m_lastInputMs = m_parts.host.clock().elapsedMs();
    if (m_secondsLeft)
        look();
}

bool LockWatch::isIdleLockOff() const
{
    const bool nothingMore = m_parts.host.state() != LockState::Unlocked
        || (m_parts.host.lastLock().windowOnly && m_settings.action == LockAction::Window);
    return nothingMore || m_settings.idleMinutes == 0;
}

void LockWatch::look()
{
    if (isIdleLockOff()) {
        m_timer.stop();
        ++m_asked;
        m_waiting = false;
        m_lastLookMs.reset();
        setSecondsLeft(std::nullopt);
        return;
    }
    if (std::exchange(m_waiting, true))
        return; // what is asked already will tell
    m_timer.start(kPatience);
    base::whenDone(m_parts.idle.idle(), this, [this, asked = ++m_asked](const base::Result<milliseconds> &idle) {
        if (asked != m_asked)
            return;
        m_waiting = false;
        judge(idle ? std::optional<milliseconds>(*idle) : std::nullopt);
    });
}

void LockWatch::timeUp()
{
    if (!std::exchange(m_waiting, false))
        return look();
    ++m_asked; // no answer for all its time: what happened here decides
    judge(std::nullopt);
}

void LockWatch::judge(std::optional<milliseconds> session)
{
    if (std::exchange(m_wholeSession, session.has_value()) != session.has_value())
        Q_EMIT changed();
    const std::int64_t now = m_parts.host.clock().elapsedMs();
    const milliseconds limit = std::chrono::minutes(m_settings.idleMinutes);
    const milliseconds here(now - m_lastInputMs);
    const milliseconds idle = session ? std::min(*session, here) : here;
    // Clocks of input stand still while the computer sleeps. Looks are much closer together than any limit, so a gap like that
    // was a sleep, and nobody was there.
    const milliseconds gap(now - std::exchange(m_lastLookMs, now).value_or(now));
    const milliseconds left = limit - std::max(idle, gap);
    if (left <= 0ms) {
        setSecondsLeft(std::nullopt);
        return lock(LockReason::Idle, {});
    }
    const bool warning = left <= kWarning;
    setSecondsLeft(warning ? std::optional<int>(static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()))
                           : std::nullopt);
    const milliseconds wait = warning ? left % 1000ms : left - kWarning;
    m_timer.start(std::clamp(wait, kShortest, std::min(kLongest, limit / 2)));
}

void LockWatch::setSecondsLeft(std::optional<int> seconds)
{
    if (std::exchange(m_secondsLeft, seconds) != seconds)
        Q_EMIT warned();
}

} // namespace service
