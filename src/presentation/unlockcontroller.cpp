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
    default:
        return StripMessage::Action::None;
    }
}

} // namespace

UnlockController::UnlockController(service::VaultHost &host, QObject *parent) : QObject(parent), m_host(host)
{
    connect(&host, &service::VaultHost::stateChanged, this, [this] {
        if (m_host.state() == service::LockState::Locked) {
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
    if (m_host.lockedAtMs() == 0)
        return tr("Your keys are encrypted in the vault on this computer.");
    const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_host.lockedAtMs()).time(),
                                            QLocale::ShortFormat);
    switch (m_host.lockReason()) {
    case service::LockReason::User:
        return tr("Locked at %1 because you locked it.").arg(time);
    case service::LockReason::Foreign:
        return tr("Locked at %1 because the vault was changed by another program.").arg(time);
    default:
        return tr("Locked at %1.").arg(time);
    }
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
                   [this](const base::Result<vault::SlotInfo> &result) { finish(result); });
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
    const service::words::Message words = service::words::forError(result.error());
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

void UnlockController::cancel()
{
    if (m_busy)
        base::whenDone(m_host.lock(service::LockReason::User), this, [](const base::Result<service::Done> &) {});
}

} // namespace presentation
