// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjson.h"
#include "service/generator.h"
#include "service/vaulthost.h"
#include "vault/credentialstore.h"

namespace service {

struct SecretChange {
    QString name;                ///< or an alias, which then writes one field
    std::optional<QString> kind; ///< machine name
    std::optional<QString> description;
    base::SecretFields fields; ///< names as typed; values untouched (a secret may begin with a space) but for exchanges
};

/// A value that Latchkey makes up.
struct GenerateRequest {
    QString name;                ///< or an alias
    QString field;               ///< empty: the only one, "value" of a new secret
    std::optional<QString> kind; ///< of a new secret; none: encryption-key for a key, generic otherwise
    GeneratorPolicy policy;
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
    /// Stores a value that nobody has seen: a new secret, or a new version of an existing one whose other fields stay. Errors of
    /// generateSecret(); AmbiguousField; InvalidArgument for an exchange's or provider's credential, which others make.
    [[nodiscard]] base::Async<vault::Credential> generate(GenerateRequest request);
    /// Whether the value that a reference names is this one: NoMatch when not. Audited before the answer; errors of get().
    [[nodiscard]] base::Async<Done> verify(const QString &reference, base::SecretBytes value);
    /// Removes every credential of every kind in one step, and tells how many those were. `known`: list() from before a backup was
    /// made; Conflict, and nothing is removed, when there is one by now that is not in it, or that was changed since.
    [[nodiscard]] base::Async<qsizetype> clear(const QList<vault::Credential> &known);
    /// The value that a reference names, audited before it is returned. AmbiguousField (detail: the field names, comma
    /// separated) for NAME alone with several fields; NotFound, FieldNotFound, VersionNotFound, ConsentRequired, CannotAudit.
    [[nodiscard]] base::Async<base::SecretBytes> get(const QString &reference, const Caller &caller);
    [[nodiscard]] base::Async<base::SecretBytes> get(const QString &reference) { return get(reference, m_caller); }
    /// The same, and nothing that was kept for the next time stays behind: the vault forgets what it had decoded.
    [[nodiscard]] base::Async<base::SecretBytes> getOnce(const QString &reference, const Caller &caller);
    /// The same for the person at this computer: the audit log says "revealed" or "copied".
    enum class Shown { OnScreen, OnClipboard };
    [[nodiscard]] base::Async<base::SecretBytes> reveal(const QString &reference, Shown where);

private:
    [[nodiscard]] base::Async<base::SecretBytes> release(const QString &reference, const QString &kind, const Caller &caller,
                                                         bool forget = false);
    [[nodiscard]] base::Async<vault::Credential>
    changeWith(std::function<base::Result<vault::Credential>(vault::Session &)> work);

    VaultHost &m_host;
    Caller m_caller;
};

} // namespace service
