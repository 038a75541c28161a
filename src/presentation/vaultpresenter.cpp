// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/vaultpresenter.h"

#include <utility>

namespace presentation {

VaultPresenter::VaultPresenter(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_unlock(parts.host)
    , m_create(parts.host, parts.random)
    , m_secrets(parts.host, parts.exchanges.caller())
    , m_removals(parts.host, parts.exchanges.caller())
    , m_drafts(parts.host)
    , m_accounts(parts.exchanges)
    , m_editor({parts.exchanges, m_secrets, m_removals})
    , m_activity(parts.integrity, parts.host.clock())
    , m_security(parts.host, parts.integrity)
    , m_vaultKeys({parts.keySlots, parts.rotation, m_security})
    , m_about(parts.diagnostics)
{
    connect(&parts.host, &service::VaultHost::stateChanged, this, [this] {
        m_accounts.setOpen(state() == State::Unlocked);
        if (state() == State::Locked)
            forget();
        else
            m_draftLost = false;
        Q_EMIT stateChanged();
        askRecoveryKey();
    });
    connect(&parts.host, &service::VaultHost::aboutToLock, this, [this] { m_draftLost = false; });
    connect(&m_drafts, &DraftKeeper::lost, this, [this] {
        m_draftLost = true;
        Q_EMIT statusChanged();
    });
    connect(&m_create, &CreateVaultController::finished, this, &VaultPresenter::askRecoveryKey);
    connect(&m_vaultKeys, &VaultKeyController::recoveryKeyMade, this, [this] {
        showRecoveryKey();
        askRecoveryKey();
    });
    connect(&parts.host, &service::VaultHost::contentChanged, this, [this] {
        if (state() == State::Unlocked) // while only the window is locked, nothing is read for it
            m_accounts.reload();
    });
    connect(&parts.host, &service::VaultHost::contentChanged, &m_activity.model(), &ActivityModel::refresh);
}

VaultPresenter::State VaultPresenter::state() const noexcept
{
    switch (m_parts.host.state()) {
    case service::LockState::NotInitialized:
        return State::NotInitialized;
    case service::LockState::Unlocked:
        return m_parts.host.lastLock().windowOnly ? State::Locked : State::Unlocked;
    case service::LockState::Locked:
        break;
    }
    return State::Locked;
}

bool VaultPresenter::servesPrograms() const noexcept
{
    return m_parts.host.state() == service::LockState::Unlocked;
}

QString VaultPresenter::statusText() const
{
    // Rare, and of more weight than how it is locked.
    if (m_draftLost)
        return tr("Another program changed the master key: what you were typing could not be kept.");
    if (state() == State::NotInitialized)
        return tr("Nothing is stored yet.");
    if (m_parts.host.lastLock().windowOnly)
        return tr("The window is locked, programs go on. AES-256-GCM.");
    if (state() == State::Locked)
        return tr("Locked. AES-256-GCM.");
    QStringList sentences{openedText()};
    if (m_idleMinutes > 0 && !isOpenToAnyone())
        sentences << tr("Locks after %n minutes idle.", nullptr, m_idleMinutes);
    if (m_recoveryKeyPending)
        sentences << tr("The recovery key is not confirmed.");
    return sentences.join(QLatin1Char(' '));
}

void VaultPresenter::setIdleMinutes(int minutes)
{
    if (std::exchange(m_idleMinutes, minutes) != minutes)
        Q_EMIT statusChanged();
}

QString VaultPresenter::openedText() const
{
    const auto &slot = m_parts.host.openedBy();
    if (isOpenToAnyone())
        return tr("Unlocked by this computer only. Locking asks for no passphrase.");
    if (slot && slot->kind == vault::SlotKind::PassphraseKeychain)
        return tr("Unlocked by passphrase and this computer. AES-256-GCM.");
    if (slot && slot->kind == vault::SlotKind::Recovery)
        return tr("Unlocked by the recovery key. AES-256-GCM.");
    return tr("Unlocked by passphrase. AES-256-GCM.");
}

bool VaultPresenter::isOpenToAnyone() const
{
    const auto &slot = m_parts.host.openedBy();
    return state() == State::Unlocked && slot && slot->kind == vault::SlotKind::Keychain;
}

void VaultPresenter::askRecoveryKey()
{
    if (state() != State::Unlocked) {
        m_recoveryKeyPending = m_recoveryKeyOffered = false;
        return;
    }
    base::whenDone(m_parts.host.pendingRecoveryKey(), this,
                   [this](const base::Result<std::optional<base::SecretBytes>> &key) {
                       m_recoveryKeyPending = state() == State::Unlocked && key && key->has_value();
                       Q_EMIT statusChanged();
                       if (m_recoveryKeyPending && isOpenToAnyone() && !std::exchange(m_recoveryKeyOffered, true))
                           showRecoveryKey();
                   });
}

void VaultPresenter::showRecoveryKey()
{
    if (const auto &slot = m_parts.host.openedBy(); slot)
        m_create.resume(slot->kind);
}

void VaultPresenter::forget()
{
    m_create.forget();
    m_accounts.clear();
    m_editor.clear();
    m_activity.clear();
    m_vaultKeys.clear();
    m_security.clear();
}

void VaultPresenter::lockNow()
{
    if (m_parts.host.state() == service::LockState::Unlocked)
        base::whenDone(m_parts.host.lock(service::LockReason::User), this, [](const base::Result<service::Done> &) {});
}

void VaultPresenter::lockForQuit()
{
    base::whenDone(m_parts.host.lock(service::LockReason::Quit), this,
                   [this](const base::Result<service::Done> &) { Q_EMIT quitReady(); });
}

QString VaultPresenter::defaultExchange() const
{
    const auto &exchanges = m_parts.exchanges.catalogue().list();
    return exchanges.isEmpty() ? QString() : exchanges.first().id;
}

} // namespace presentation
