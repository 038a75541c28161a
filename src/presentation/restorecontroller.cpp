// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/restorecontroller.h"

#include "service/words.h"

#include <QDateTime>
#include <QLocale>

#include <utility>

namespace presentation {

RestoreController::RestoreController(service::VaultHost &host, service::Backups &backups, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_backups(backups)
{
}

void RestoreController::setMessage(StripMessage message)
{
    m_message = std::move(message);
    Q_EMIT changed();
}

void RestoreController::begin(const QString &words)
{
    m_busy = true;
    m_stop = {};
    setMessage({StripMessage::Level::Busy, words, {}, StripMessage::Action::None, {}});
}

void RestoreController::fail(const base::Error &error)
{
    m_busy = false;
    if (error.code == base::ErrorCode::Cancelled)
        return setMessage({});
    const service::words::Message words = service::words::forError(error);
    setMessage({StripMessage::Level::Bad, words.text, words.hint, StripMessage::Action::None,
                QString(base::codeName(error.code))});
}

void RestoreController::look(const QString &path, base::SecretBytes recoveryKey)
{
    if (m_busy || m_step != Step::Choose)
        return;
    auto kept = recoveryKey.clone();
    if (!kept)
        return fail(kept.error());
    m_recoveryKey = *std::move(kept);
    m_path = path;
    begin(tr("Looking inside..."));
    base::whenDone(m_backups.inspect(path, {std::move(recoveryKey), {}}, m_stop), this,
                   [this, asked = m_asked](base::Result<service::BackupContents> contents) {
                       if (asked != m_asked)
                           return;
                       if (!contents) {
                           m_recoveryKey = {};
                           return fail(contents.error());
                       }
                       m_contents = *std::move(contents);
                       m_replaces = m_host.state() != service::LockState::NotInitialized;
                       m_step = Step::Confirm;
                       m_busy = false;
                       setMessage({});
                   });
}

QString RestoreController::contentsText() const
{
    const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_contents.madeAtMs), QLocale::ShortFormat);
    return tr("%n credentials, as they were on %1.", nullptr, static_cast<int>(m_contents.credentials)).arg(time);
}

QString RestoreController::consequenceText() const
{
    return m_replaces ? tr("The vault that is here now is not deleted: it is kept beside the new one, under another name. "
                           "Programs get their keys from the restored vault once it is unlocked.")
                      : tr("There is no vault here yet: the restored one is the first.");
}

void RestoreController::goBack()
{
    if (m_busy || m_step != Step::Confirm)
        return;
    m_recoveryKey = {};
    m_contents = {};
    m_step = Step::Choose;
    setMessage({});
}

void RestoreController::restore(base::SecretBytes passphrase, const base::SecretBytes &again)
{
    if (m_busy || m_step != Step::Confirm)
        return;
    if (!passphrase.equals(again))
        return setMessage({StripMessage::Level::Bad,
                           tr("The two new passphrases are not the same."),
                           tr("Type both again."),
                           StripMessage::Action::None,
                           {}});
    auto key = m_recoveryKey.clone();
    if (!key)
        return fail(key.error());
    service::RestoreRequest request;
    request.path = m_path;
    request.ways.recoveryKey = *std::move(key);
    request.newPassphrase = std::move(passphrase);
    request.replace = m_replaces;
    begin(tr("Restoring..."));
    request.stop = m_stop;
    base::whenDone(m_backups.restore(std::move(request)), this,
                   [this, asked = m_asked](const base::Result<service::RestoreReport> &report) {
                       if (asked != m_asked && report)
                           Q_EMIT restored(); // too late to be given up
                       if (asked != m_asked)
                           return;
                       if (!report)
                           return fail(report.error());
                       finish(*report);
                   });
}

void RestoreController::finish(const service::RestoreReport &report)
{
    m_busy = false;
    m_recoveryKey = {};
    m_step = Step::Done;
    QStringList sentences{tr("%n credentials.", nullptr, static_cast<int>(report.credentials))};
    if (!report.keptAs.isEmpty())
        sentences << tr("The vault that was here is kept as %1.").arg(report.keptAs);
    setMessage({StripMessage::Level::Ok,
                tr("The backup was restored."),
                sentences.join(QLatin1Char(' ')),
                StripMessage::Action::None,
                {}});
    Q_EMIT restored();
}

void RestoreController::cancel()
{
    if (m_busy)
        m_stop.stop();
}

void RestoreController::forget()
{
    cancel();
    ++m_asked;
    m_step = Step::Choose;
    m_path.clear();
    m_recoveryKey = {};
    m_contents = {};
    m_replaces = m_busy = false;
    setMessage({});
}

} // namespace presentation
