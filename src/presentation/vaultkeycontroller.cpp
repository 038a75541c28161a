// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/vaultkeycontroller.h"

#include "service/words.h"

#include <utility>

namespace presentation {

namespace {

QString leftText(int entriesLeft)
{
    if (entriesLeft == 0)
        return {};
    return QLatin1Char(' ')
        + VaultKeyController::tr("The keychain still holds what is no longer needed; Latchkey tries again at the next "
                                 "unlock.");
}

} // namespace

VaultKeyController::VaultKeyController(Parts parts, QObject *parent) : QObject(parent), m_parts(parts)
{
}

void VaultKeyController::start()
{
    m_shown = true;
    m_message = {};
    m_parts.page.startChange();
    Q_EMIT changed();
}

void VaultKeyController::leave()
{
    if (!std::exchange(m_shown, false))
        return;
    m_message = {};
    if (m_busy && m_work == Work::Rotation) {
        m_parts.rotation.cancel();
        say({StripMessage::Level::Busy, tr("Stopping..."), {}, StripMessage::Action::None, {}});
    }
    Q_EMIT changed();
}

void VaultKeyController::clear()
{
    ++m_asked;
    m_busy = m_shown = false;
    m_work = Work::None;
    m_message = {};
    Q_EMIT changed();
}

void VaultKeyController::say(StripMessage message)
{
    if (!m_shown)
        return m_parts.page.tell(std::move(message));
    m_message = std::move(message);
    Q_EMIT changed();
}

void VaultKeyController::begin(Work work, const QString &title, const QString &text)
{
    m_busy = true;
    m_work = work;
    say({StripMessage::Level::Busy, title, text, StripMessage::Action::None, {}});
}

void VaultKeyController::succeed(const QString &title, const QString &text)
{
    m_busy = m_shown = false;
    m_message = {};
    say({StripMessage::Level::Ok, title, text.trimmed(), StripMessage::Action::None, {}});
    m_parts.page.reload();
    Q_EMIT changed();
    Q_EMIT finished();
}

void VaultKeyController::refuse(const base::Error &error)
{
    m_busy = false;
    const service::words::Message words = service::words::forError(error);
    say({StripMessage::Level::Bad, words.text, words.hint, StripMessage::Action::None, QString(base::codeName(error.code))});
}

void VaultKeyController::refuseInput(const QString &title, const QString &text)
{
    say({StripMessage::Level::Bad, title, text, StripMessage::Action::None, {}});
}

void VaultKeyController::rotate(std::vector<base::SecretBytes> passphrases)
{
    if (m_busy)
        return;
    begin(Work::Rotation, tr("Changing the master key..."), tr("Everything in the vault is encrypted anew."));
    service::RotationRequest request;
    request.passphrases = std::move(passphrases);
    base::whenDone(m_parts.rotation.rotate(std::move(request)), this,
                   [this, asked = m_asked](const base::Result<service::RotationResult> &done) {
                       if (asked != m_asked)
                           return;
                       if (!done)
                           return refuse(done.error());
                       succeed(tr("The master key was changed."),
                               tr("Older copies and backups still open with the old passphrase and recovery key.")
                                   + leftText(done->entriesLeft));
                       Q_EMIT recoveryKeyMade();
                   });
}

void VaultKeyController::renewRecoveryKey(base::SecretBytes current)
{
    if (m_busy)
        return;
    begin(Work::Other, tr("Making a new recovery key..."));
    base::whenDone(m_parts.keySlots.renewRecoveryKey({}, std::move(current)), this,
                   [this, asked = m_asked](const base::Result<vault::SlotInfo> &done) {
                       if (asked != m_asked)
                           return;
                       if (!done)
                           return refuse(done.error());
                       succeed(tr("A new recovery key was made."), tr("The old one opens only older copies and backups."));
                       Q_EMIT recoveryKeyMade();
                   });
}

void VaultKeyController::remove(const WayToUnlock &way, base::SecretBytes current)
{
    if (m_busy)
        return;
    begin(Work::Other, tr("Removing..."));
    base::whenDone(m_parts.keySlots.remove(way.id, std::move(current)), this,
                   [this, asked = m_asked, kind = way.kind](const base::Result<service::KeySlots::Removed> &done) {
                       if (asked != m_asked)
                           return;
                       if (!done)
                           return refuse(done.error());
                       succeed(tr("Removed: %1.").arg(kind),
                               tr("Older copies of the vault file still open with it.") + leftText(done->entriesLeft));
                   });
}

void VaultKeyController::add(Addition addition, base::SecretBytes current)
{
    if (m_busy)
        return;
    if (vault::needsPassphrase(addition.kind) && addition.next.isEmpty())
        return refuseInput(tr("Type a passphrase."), {});
    if (vault::needsPassphrase(addition.kind) && !addition.next.equals(addition.again))
        return refuseInput(tr("The two passphrases are not the same."), tr("Type both again."));
    begin(Work::Other, tr("Adding..."),
          vault::needsKeychain(addition.kind) && addition.mayPrompt
              ? tr("Your system asks for a password in a window of its own.")
              : QString());
    service::NewWayIn request;
    request.kind = addition.kind;
    if (vault::needsPassphrase(addition.kind))
        request.passphrase = std::move(addition.next);
    base::whenDone(m_parts.keySlots.add(std::move(request), std::move(current)), this,
                   [this, asked = m_asked](const base::Result<vault::SlotInfo> &done) {
                       if (asked != m_asked)
                           return;
                       if (!done)
                           return refuse(done.error());
                       succeed(tr("Added: %1.").arg(service::words::slotKind(done->kind)),
                               tr("From now on it opens the vault as well."));
                   });
}

} // namespace presentation
