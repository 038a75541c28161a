// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjson.h"
#include "vault/credential.h"
#include "vault/session.h"

#include <optional>
#include <vector>

namespace vault {

/// Kinds of rows in the `record` table.
enum class RecordKind : std::uint16_t {
    Credential = 1,
    Version = 2,
    Report = 3,
    Settings = 10,
    PendingRecovery = 11,
    KeychainCleanup = 12,
    AuditKeys = 13, ///< n = generation
};

/// What is asked of one credential.
struct ReleaseRequest {
    QUuid credential;
    std::optional<std::uint32_t> version; ///< none: the current one
    QStringList fields;                   ///< empty: all
    bool allowPending = false;            ///< for the check that decides about a version that waits, and for nothing else
};

struct NewVersion {
    base::SecretFields fields;
    VersionState state = VersionState::Current; ///< Current or Pending
    QString note;
    QString keyHint;
    QString keyId;                  ///< keyIdOf() its API key
    bool keepsPending = false;      ///< of a current one: what waits goes on waiting
    QMap<QString, QString> changes; ///< attributes that come into effect with it; of a pending one, when it becomes current
};

struct StateChange {
    std::uint32_t number = 0;
    VersionState state = VersionState::Current;
};

/// What one transaction changes about a credential.
struct CredentialChange {
    QMap<QString, QString> attributes; ///< in effect at once; an empty value takes one away
    const NewVersion *version = nullptr;
    std::optional<StateChange> state;
    QList<std::uint32_t> retired; ///< earlier versions that end
    std::optional<QByteArray> report;
    bool isEdit = true; ///< false: nothing that a user would call a change of the credential
};

/// One of many to be stored at once.
struct NewCredential {
    Credential credential;
    NewVersion version;
};

/// Credentials in an open vault. A thin view over a Session; vault thread only. Every method is one transaction.
class CredentialStore final {
public:
    explicit CredentialStore(Session &session) : m_session(session) {}

    /// With `damaged`, what is intact: the groups of rows that are not are named there instead of ending it. Only for handing out
    /// what is left, since what is missing looks as if it had never been.
    [[nodiscard]] base::Result<QList<Credential>> list(QStringList *damaged = nullptr);
    /// nullopt when no credential has the name.
    [[nodiscard]] base::Result<std::optional<Credential>> find(const QString &name);
    [[nodiscard]] base::Result<Credential> get(const QUuid &id);

    /// Stores a new credential with its first version. AlreadyExists when the name is taken. `credential.id` and timestamps
    /// are set here.
    [[nodiscard]] base::Result<Credential> add(Credential credential, const NewVersion &version, const AuditEvent &event);
    /// Stores many in one transaction, each with an audit entry made from `event`. One whose name is taken, in the vault or
    /// further up in the list, is left out (nullopt in its place); any other error leaves all of them out.
    [[nodiscard]] base::Result<QList<std::optional<Credential>>> addMany(std::vector<NewCredential> items,
                                                                         const AuditEvent &event);
    /// Adds a version; the one it replaces becomes previous (or rejected, when it was still pending), old ones beyond
    /// `keepVersions` go.
    [[nodiscard]] base::Result<Credential> addVersion(const QUuid &id, const NewVersion &version, const AuditEvent &event);
    /// Changes metadata. Conflict when `credential.revision` is not the stored one; AlreadyExists when a new name is taken.
    /// A changed destination re-encrypts every kept version in the same transaction, and versions beyond `keepVersions` go.
    /// `also` is done in that transaction, before the change itself; its error leaves everything as it was.
    using Step = std::function<base::Result<void>()>;
    [[nodiscard]] base::Result<Credential> update(Credential credential, const AuditEvent &event, const Step &also = {});
    /// All of it or nothing. Conflict when the credential is not as it was `seen`. The state changes before a version is added.
    /// `also` is recorded before `event`, in the same transaction.
    [[nodiscard]] base::Result<Credential> change(const Credential &seen, const CredentialChange &change,
                                                  const AuditEvent &event, const std::optional<AuditEvent> &also = {});
    /// Moves a version to another state; making one current makes the current one previous, and the changes that waited with
    /// it come into effect. VersionNotFound when there is no such version, or none that mayBecome() that.
    [[nodiscard]] base::Result<Credential> setState(const QUuid &id, std::uint32_t number, VersionState state,
                                                    const AuditEvent &event);
    [[nodiscard]] base::Result<void> remove(const QUuid &id, const AuditEvent &event);
    /// Removes every credential, each with an audit entry made from `event`; also what could still be put back. Tells how many
    /// there were, without those. Writes nothing when there is nothing. Conflict when one is not among the `known`, or is not as
    /// it is there.
    [[nodiscard]] base::Result<qsizetype> removeAll(const QList<Credential> &known, const AuditEvent &event);
    /// Gone for every reader at once, and its name is free, but its rows stay for putBack() until purgeRemoved(). NotFound.
    [[nodiscard]] base::Result<Credential> removeForNow(const QUuid &id, const AuditEvent &event);
    /// NotFound when it was purged or never removed; AlreadyExists when its name was taken meanwhile.
    [[nodiscard]] base::Result<Credential> putBack(const QUuid &id, const AuditEvent &event);
    /// Deletes one that was removed for now. Nothing when it was put back or deleted meanwhile.
    [[nodiscard]] base::Result<void> deleteRemoved(const QUuid &id, const AuditEvent &event);
    /// Deletes what was removed at `untilMs` (milliseconds since 1970) or before. Writes nothing when there is nothing to delete.
    [[nodiscard]] base::Result<void> purgeRemoved(std::int64_t untilMs, const AuditEvent &event);

    /// The secret fields, one map per request, in order. The audit entries (one per request, made from `event`) are committed
    /// first. ConsentRequired when a credential has no released version but a pending one, and for every version whose key is
    /// held back; VersionNotFound, FieldNotFound.
    /// `usable` looks at what was read before that: its error is the answer, and nothing was released or recorded.
    using Usable = std::function<base::Result<void>(const std::vector<base::SecretFields> &)>;
    [[nodiscard]] base::Result<std::vector<base::SecretFields>> release(const QList<ReleaseRequest> &requests,
                                                                        const AuditEvent &event, const Usable &usable = {});
    /// Whether the one field that is asked for has this value; recorded either way (outcome "ok" or "no-match") before it is told.
    /// Takes the same time whatever the two have in common. Errors of release().
    [[nodiscard]] base::Result<bool> matches(const ReleaseRequest &request, const base::SecretBytes &value,
                                             const AuditEvent &event);
    /// Opens every envelope, for `verify`: names what does not open, one per entry. Empty: all of them do.
    [[nodiscard]] base::Result<QStringList> findUnreadable();

    /// Last check report (codes, as JSON text without secrets); empty when there is none.
    [[nodiscard]] base::Result<QByteArray> report(const QUuid &id);
    [[nodiscard]] base::Result<void> setReport(const QUuid &id, const QByteArray &report, const AuditEvent &event);

private:
    friend class CredentialImport; // many at once, in one transaction
    [[nodiscard]] base::Result<Credential> load(const QUuid &id);
    /// Also one that was removed for now.
    [[nodiscard]] base::Result<Credential> loadAny(const QUuid &id);
    [[nodiscard]] base::Result<void> deleteRows(const Credential &credential);
    /// load(), decoded once for as long as the row is the same.
    [[nodiscard]] base::Result<std::shared_ptr<const Credential>> loadForRelease(const QUuid &id);
    [[nodiscard]] base::Result<Credential> decode(const ports::RecordRow &row);
    [[nodiscard]] base::Result<std::optional<Credential>> lookUp(const QString &name);
    [[nodiscard]] base::Result<void> store(Credential &credential, bool isEdit = true);
    [[nodiscard]] base::Result<void> storeVersion(const Credential &credential, const VersionInfo &info,
                                                  const base::SecretFields &fields);
    [[nodiscard]] base::Result<base::SecretFields> openFields(const Credential &credential, const VersionInfo &info,
                                                              const QStringList &wanted);
    /// Opens what a row holds; damage goes into `unreadable`, any other fault is the answer.
    [[nodiscard]] base::Result<void> openAll(const ports::RecordRow &row, QStringList &unreadable);
    [[nodiscard]] base::Result<void> insertNew(Credential &credential, const NewVersion &version);
    [[nodiscard]] base::Result<void> insertVersion(Credential &credential, const NewVersion &version);
    [[nodiscard]] base::Result<void> dropOldVersions(Credential &credential);
    /// Seals anew what goes elsewhere than before.
    [[nodiscard]] base::Result<void> rebind(const Credential &before, const Credential &after);
    using Check = std::function<base::Result<void>(const Credential &)>;
    /// One transaction: `check` looks at what is stored, then the change is made.
    [[nodiscard]] base::Result<Credential> edit(const Credential &seen, const CredentialChange &change,
                                                const AuditEvent &event, const Check &check);
    [[nodiscard]] base::Result<void> apply(const Credential &before, Credential &credential, const CredentialChange &change);
    [[nodiscard]] base::Result<void> storeReport(const QUuid &id, const QByteArray &report);
    [[nodiscard]] EnvelopeBinding secretBinding(const Credential &credential, const VersionInfo &version,
                                                const QString &field) const;

    Session &m_session;
};

} // namespace vault
