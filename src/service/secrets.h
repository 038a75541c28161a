// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjson.h"
#include "service/vaulthost.h"
#include "vault/credentialstore.h"

namespace service {

struct SecretChange {
    QString name;                ///< or an alias, which then writes one field
    std::optional<QString> kind; ///< machine name
    std::optional<QString> description;
    base::SecretFields fields; ///< names as typed; values untouched (a secret may begin with a space) but for exchanges
};

/// Secrets of every kind: set, list, show, remove, get. Front ends own one each; main thread.
class Secrets final : public QObject {
    Q_OBJECT

public:
    Secrets(VaultHost &host, Caller caller, QObject *parent = nullptr);

    /// New credential, or a new version of an existing one (which keeps the fields that are not given when written through an
    /// alias). MissingField when there is no field at all, EmptyField naming an empty one. Fields of an exchange account are
    /// cleaned of what pasting brings along. InvalidArgument for the kinds exchange and llm, which only an alias makes here.
    [[nodiscard]] base::Async<vault::Credential> set(SecretChange change);
    [[nodiscard]] base::Async<QList<vault::Credential>> list();
    /// NotFound.
    [[nodiscard]] base::Async<vault::Credential> show(const QString &name);
    [[nodiscard]] base::Async<Done> remove(const QString &name);
    /// The value that a reference names, audited before it is returned. AmbiguousField (detail: the field names, comma
    /// separated) for NAME alone with several fields; NotFound, FieldNotFound, VersionNotFound, ConsentRequired, CannotAudit.
    [[nodiscard]] base::Async<base::SecretBytes> get(const QString &reference, const Caller &caller);
    [[nodiscard]] base::Async<base::SecretBytes> get(const QString &reference) { return get(reference, m_caller); }
    /// The same for the person at this computer: the audit log says "revealed" or "copied".
    enum class Shown { OnScreen, OnClipboard };
    [[nodiscard]] base::Async<base::SecretBytes> reveal(const QString &reference, Shown where);

private:
    [[nodiscard]] base::Async<base::SecretBytes> release(const QString &reference, const QString &kind,
                                                         const Caller &caller);

    VaultHost &m_host;
    Caller m_caller;
};

} // namespace service
