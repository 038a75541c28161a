// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"
#include "service/backups.h"

#include <QObject>

namespace presentation {

/// A vault out of a backup: look inside first, then restore. By the recovery key only: a restore by a backup's own passphrase makes
/// a new recovery key, which has to be kept before there is a vault. GUI thread.
class RestoreController final : public QObject {
    Q_OBJECT

public:
    enum class Step { Choose, Confirm, Done };

    RestoreController(service::VaultHost &host, service::Backups &backups, QObject *parent = nullptr);

    [[nodiscard]] Step step() const noexcept { return m_step; }
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }
    [[nodiscard]] const StripMessage &message() const noexcept { return m_message; }

    /// Opens the backup; then step Confirm. The key is kept in secure memory until restore(), goBack() or forget().
    void look(const QString &path, base::SecretBytes recoveryKey);
    /// In step Confirm.
    [[nodiscard]] const service::BackupContents &contents() const noexcept { return m_contents; }
    /// "3 credentials, as they were on 27/11/2026, 20:31."
    [[nodiscard]] QString contentsText() const;
    /// There is a vault here now, and the restored one takes its place.
    [[nodiscard]] bool replaces() const noexcept { return m_replaces; }
    /// What becomes of the vault that is here now.
    [[nodiscard]] QString consequenceText() const;
    /// To another file or key.
    void goBack();
    void restore(base::SecretBytes passphrase, const base::SecretBytes &again);
    /// What was typed could not be taken (secure memory is full): says so.
    void refuse(const base::Error &error) { fail(error); }
    /// Gives up what is under way; nothing is made then and nothing is changed.
    void cancel();
    /// Wipes what is held and gives up what is under way; when a dialog comes or goes.
    void forget();

Q_SIGNALS:
    void changed();
    /// The vault is there, and locked.
    void restored();

private:
    void begin(const QString &words);
    void setMessage(StripMessage message);
    void fail(const base::Error &error);
    void finish(const service::RestoreReport &report);

    service::VaultHost &m_host;
    service::Backups &m_backups;
    Step m_step = Step::Choose;
    QString m_path;
    base::SecretBytes m_recoveryKey;
    service::BackupContents m_contents;
    bool m_replaces = false;
    bool m_busy = false;
    service::BackupStop m_stop; ///< of what is under way
    StripMessage m_message;
    std::uint64_t m_asked = 0; ///< grows with forget(): older answers are dropped
};

} // namespace presentation
