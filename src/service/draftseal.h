// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjson.h"
#include "service/vaulthost.h"

#include <QMap>

#include <map>

namespace service {

/// What a form holds that was typed and not saved.
struct Draft {
    QString title;                ///< "Bitget main", for "You were editing Bitget main."
    QMap<QString, QString> texts; ///< what is not secret
    base::SecretFields secrets;
};

/// By a key that the form chooses.
using Drafts = std::map<QString, Draft>;

/// Keeps what was typed and not saved through a lock: sealed under the vault's key, in memory only. Main thread.
class DraftSeal final : public QObject {
    Q_OBJECT

public:
    explicit DraftSeal(VaultHost &host, QObject *parent = nullptr) : QObject(parent), m_host(host) {}

    /// An envelope that only the open vault can open again. Asked for while VaultHost tells aboutToLock(), it is made before the
    /// keys are wiped. Locked, OutOfSecureMemory.
    [[nodiscard]] base::Async<QByteArray> seal(Drafts drafts);
    /// IntegrityFailure when it was sealed under other keys (the vault's key was rotated meanwhile); Locked.
    [[nodiscard]] base::Async<Drafts> open(const QByteArray &sealed);

private:
    VaultHost &m_host;
};

} // namespace service
