// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/lockingcontroller.h"

#include "service/words.h"

#include <QDateTime>
#include <QLocale>

namespace presentation {

LockingController::LockingController(Parts parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    connect(&m_parts.watch, &service::LockWatch::changed, this, &LockingController::changed);
    connect(&m_parts.watch, &service::LockWatch::warned, this, &LockingController::warningChanged);
    connect(&m_parts.host, &service::VaultHost::stateChanged, this, &LockingController::followHost);
}

void LockingController::followHost()
{
    if (m_parts.host.state() == service::LockState::Unlocked && !m_parts.host.lastLock().windowOnly)
        return;
    dismiss();
}

QString LockingController::seenText(service::ports::SessionSignal signal) const
{
    const auto seen = m_parts.watch.lastSeenMs(signal);
    if (seen) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(*seen);
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_parts.host.clock().nowMs());
        const QLocale locale;
        return tr("Last seen: %1")
            .arg(time.date() == now.date() ? locale.toString(time.time(), QLocale::ShortFormat)
                                           : locale.toString(time, QLocale::ShortFormat));
    }
    return m_parts.watch.tells(signal) ? tr("Last seen: never") : tr("This system does not tell.");
}

QString LockingController::idleText() const
{
    return m_parts.watch.seesWholeSession()
        ? tr("Keys and mouse count in every program.")
        : tr("This system does not tell when you are away: only what you do in Latchkey counts.");
}

void LockingController::setMessage(StripMessage message)
{
    m_message = std::move(message);
    Q_EMIT changed();
}

void LockingController::change(const service::LockSettings &next)
{
    if (m_busy) { // one after the other: saved() goes on with it
        m_next = next;
        return;
    }
    drop();
    if (next == settings())
        return setMessage({});
    m_next = next;
    save({});
}

void LockingController::confirm(base::SecretBytes passphrase)
{
    if (m_waiting && !m_busy)
        save(std::move(passphrase));
}

void LockingController::dismiss()
{
    drop();
    setMessage({});
}

/// What is under way may still be stored; its answer is not waited for.
void LockingController::drop()
{
    ++m_asked;
    m_busy = false;
    m_waiting = false;
    m_next.reset();
}

void LockingController::save(base::SecretBytes passphrase)
{
    const bool asked = !passphrase.isEmpty();
    m_busy = true;
    setMessage(asked ? StripMessage{StripMessage::Level::Busy, tr("Checking the passphrase..."), {}, {}, {}}
                     : StripMessage{});
    base::whenDone(m_parts.policy.save(*m_next, std::move(passphrase)), this,
                   [this, asked, next = *m_next, turn = ++m_asked](const base::Result<service::Done> &done) {
                       if (turn != m_asked)
                           m_parts.watch.reload(); // stored or not
                       else
                           saved(done, next, asked);
                   });
}

void LockingController::saved(const base::Result<service::Done> &done, const service::LockSettings &stored, bool asked)
{
    m_busy = false;
    if (done) {
        m_parts.watch.apply(stored);
        m_waiting = false;
        return change(service::LockSettings(*m_next)); // which may have become another
    }
    if (done.error().code == base::ErrorCode::EmptyField && !asked) {
        m_waiting = true;
        return setMessage(
            {StripMessage::Level::Info, tr("This locks Latchkey less."), tr("Type your passphrase to allow it."), {}, {}});
    }
    if (!m_waiting)
        drop();
    fail(done.error());
}

void LockingController::fail(const base::Error &error)
{
    if (error.code == base::ErrorCode::Cancelled || error.code == base::ErrorCode::Locked)
        return setMessage({});
    const service::words::Message words = service::words::forError(error);
    setMessage({StripMessage::Level::Bad, words.text, words.hint, {}, QString(base::codeName(error.code))});
}

void LockingController::setStartsAtLogin(bool starts)
{
    if (const auto set = m_parts.autostart.setEnabled(starts); !set)
        return fail(set.error());
    setMessage({});
}

QString LockingController::warningText() const
{
    const auto left = m_parts.watch.secondsLeft();
    return left ? tr("Latchkey locks in %n s.", nullptr, *left) : QString();
}

QString LockingController::warningNote() const
{
    return settings().action == service::LockAction::Window ? tr("Programs go on.") : tr("Programs stop then.");
}

void LockingController::lockNow()
{
    if (m_parts.host.state() == service::LockState::Unlocked)
        base::whenDone(m_parts.host.lock(service::LockReason::User), this, [](const base::Result<service::Done> &) {});
}

void LockingController::lockWindow()
{
    m_parts.host.lockWindow(service::LockReason::User);
}

} // namespace presentation
