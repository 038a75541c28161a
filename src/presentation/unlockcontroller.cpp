// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/unlockcontroller.h"

#include "service/words.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace presentation {

namespace {

StripMessage::Action actionFor(base::ErrorCode code)
{
    switch (code) {
    case base::ErrorCode::KeychainLocked:
        return StripMessage::Action::UnlockKeyring;
    case base::ErrorCode::KeychainTimeout:
        return StripMessage::Action::TryAgain;
    case base::ErrorCode::WrongPassphrase:
    case base::ErrorCode::KeychainEntryMissing:
    case base::ErrorCode::KeychainEntryChanged:
    case base::ErrorCode::KeychainUnavailable:
    case base::ErrorCode::KeychainDenied:
        return StripMessage::Action::UseRecoveryKey;
    case base::ErrorCode::OlderThanLastSeen:
        return StripMessage::Action::UseOlder;
    default:
        return StripMessage::Action::None;
    }
}

} // namespace

UnlockController::UnlockController(service::VaultHost &host, QObject *parent) : QObject(parent), m_host(host)
{
    connect(&host, &service::VaultHost::stateChanged, this, [this] {
        if (m_host.state() == service::LockState::Locked || m_host.lastLock().windowOnly) {
            m_message = {};
            refresh();
        }
    });
}

void UnlockController::refresh()
{
    base::whenDone(m_host.inspect(), this, [this](base::Result<vault::VaultInfo> info) {
        if (!info) {
            const service::words::Message words = service::words::forError(info.error());
            setMessage({StripMessage::Level::Bad, words.text, words.hint, StripMessage::Action::None, info.error().detail});
            return;
        }
        m_asksPassphrase = std::ranges::any_of(info->keySlots, [](const vault::SlotInfo &slot) {
            return vault::needsPassphrase(slot.kind);
        });
        Q_EMIT changed();
    });
}

QString UnlockController::reasonText() const
{
    const service::LastLock &last = m_host.lastLock();
    if (last.atMs == 0)
        return tr("Your keys are encrypted in the vault on this computer.");
    QStringList sentences{lockedText(last)};
    if (last.windowOnly)
        sentences << tr("The vault is open, and programs go on.");
    else
        sentences << programsText();
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

QString UnlockController::lockedText(const service::LastLock &last)
{
    const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(last.atMs).time(), QLocale::ShortFormat);
    switch (last.reason) {
    case service::LockReason::User:
        return tr("Locked at %1 because you locked it.").arg(time);
    case service::LockReason::Foreign:
        return tr("Locked at %1 because the vault was changed by another program.").arg(time);
    case service::LockReason::Idle:
        return tr("Locked at %1 because it was not used for a while.").arg(time);
    case service::LockReason::ScreenLock:
        return tr("Locked at %1 because the screen was locked.").arg(time);
    case service::LockReason::Sleep:
        return tr("Locked at %1 because the computer went to sleep.").arg(time);
    case service::LockReason::UserSwitch:
        return tr("Locked at %1 because another user took over the screen.").arg(time);
    case service::LockReason::Lid:
        return tr("Locked at %1 because the lid was closed.").arg(time);
    case service::LockReason::Logout:
        return tr("Locked at %1 because you logged out.").arg(time);
    case service::LockReason::Startup:
    case service::LockReason::Quit:
        break;
    }
    return tr("Locked at %1.").arg(time);
}

QString UnlockController::programsText() const
{
    const int running = m_keyHolders ? m_keyHolders() : 0;
    if (running == 0)
        return {};
    return running == 1 ? tr("1 program still holds a key it was given at start.")
                        : tr("%n programs still hold keys they were given at start.", nullptr, running);
}

void UnlockController::setMessage(StripMessage message)
{
    m_message = std::move(message);
    Q_EMIT changed();
}

void UnlockController::start(service::WaysIn ways)
{
    if (m_busy)
        return;
    ways.interactive = true;
    ways.mayPrompt = true;
    m_busy = true;
    setMessage({StripMessage::Level::Busy, tr("Unlocking..."), {}, StripMessage::Action::None, {}});
    base::whenDone(m_host.unlock(std::move(ways)), this,
                   [this, asked = ++m_asked](const base::Result<vault::SlotInfo> &result) {
                       if (asked == m_asked) // and not cancelled
                           finish(result);
                   });
}

void UnlockController::finish(const base::Result<vault::SlotInfo> &result)
{
    m_busy = false;
    if (result) {
        setMessage({});
        if (m_host.state() == service::LockState::Unlocked) // and not locked again meanwhile
            Q_EMIT unlocked();
        return;
    }
    if (result.error().code == base::ErrorCode::Cancelled) {
        setMessage({});
        return;
    }
    service::words::Message words = service::words::forError(result.error());
    if (result.error().code == base::ErrorCode::OlderThanLastSeen) // here it takes no terminal
        words.hint = tr(
            "Nothing was opened. If you did not put an old copy back yourself, find out who exchanged the file.");
    setMessage({StripMessage::Level::Bad, words.text, words.hint, actionFor(result.error().code),
                QString(base::codeName(result.error().code))});
}

void UnlockController::unlockWithPassphrase(base::SecretBytes passphrase)
{
    service::WaysIn ways;
    ways.passphrase = std::move(passphrase);
    start(std::move(ways));
}

void UnlockController::unlockWithKeychain()
{
    start({});
}

void UnlockController::unlockWithRecoveryKey(base::SecretBytes text)
{
    service::WaysIn ways;
    ways.recoveryKey = std::move(text);
    ways.useKeychain = false;
    start(std::move(ways));
}

void UnlockController::unlockOlder(service::WaysIn ways)
{
    ways.acceptOlder = true;
    start(std::move(ways));
}

void UnlockController::cancel()
{
    if (!m_busy)
        return;
    // A system that asks for a password, or another process that derives a key, may take minutes. The host drops what comes of it.
    ++m_asked;
    m_busy = false;
    if (m_host.lastLock().windowOnly)
        m_host.lockWindow(m_host.lastLock().reason); // as it is; only what is under way is dropped
    else
        base::whenDone(m_host.lock(service::LockReason::User), this, [](const base::Result<service::Done> &) {});
    setMessage({});
}

} // namespace presentation
