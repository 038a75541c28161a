// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/anchor.h"
#include "vault/auditlog.h"
#include "vault/decodedcredentials.h"
#include "vault/header.h"
#include "vault/integrity.h"

#include <memory>

namespace vault {

/// How much an unlock verifies.
enum class VerifyDepth {
    Touched,    ///< header, root, audit head, and each bucket when it is first used: one-shot commands
    Everything, ///< every row and the audit log since its last checkpoint: desktop and agent
};

/// What an unlock does with a file that the anchor calls older than last seen, or of another history.
enum class RollbackPolicy {
    Refuse,
    Accept, ///< the user put it back on purpose: verify everything, record it, go on from there
};

/// An open vault: file, keys and the state that was verified. Exists only while unlocked; its end wipes the keys and closes
/// the file. Three ways to work with it, each one transaction that leaves the old state or the new one: read(), change()
/// (durable; data, audit entry, bucket and root MACs together) and release() (audit entry committed before anything leaves).
/// They do not nest (Internal). A vault of a newer minor format can only be read(): NewerFormat. Vault thread only.
class Session final {
public:
    struct Parts {
        std::unique_ptr<ports::VaultFile> file;
        Keyring keys;
        ports::AnchorStore &anchors;
        const base::Clock &clock;
        base::RandomSource &random;
    };
    /// Verifies and opens.
    [[nodiscard]] static base::Result<std::unique_ptr<Session>> open(Parts parts, VerifyDepth depth,
                                                                     RollbackPolicy rollback = RollbackPolicy::Refuse);
    /// For a file just made: writes the first header, root and audit entry; `prepare` adds the key slots. Inside one change.
    [[nodiscard]] static base::Result<std::unique_ptr<Session>>
    create(Parts parts, const std::function<base::Result<void>(Session &)> &prepare);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    [[nodiscard]] base::Result<void> read(const std::function<base::Result<void>()> &work);
    [[nodiscard]] base::Result<void> change(const AuditEvent &event, const std::function<base::Result<void>()> &work);
    /// `collect` may only read. CannotAudit when the entry cannot be written: no log, no secret.
    [[nodiscard]] base::Result<void> release(const QList<AuditEvent> &events,
                                             const std::function<base::Result<void>()> &collect);

    /// Verifies everything: every row, the whole audit chain. The result names all that is damaged; empty means intact.
    [[nodiscard]] base::Result<QStringList> verifyEverything();
    /// Copies the write-ahead log into the file and cuts it, so that replaced rows are nowhere left. Best effort: while another
    /// process reads, whoever closes the file last does it.
    void scrub() const;
    /// From now on waits for another program's writing no longer than this: before a lock, which must not wait.
    void limitWaiting(std::chrono::milliseconds most) const { m_parts.file->unitOfWork().limitWaiting(most); }
    /// Makes releases durable; an agent calls it within a second of a release.
    [[nodiscard]] base::Result<void> flush() const;
    /// Whether the log has grown so far beyond its checkpoint that the next unlock would be slow: the next change() moves it.
    [[nodiscard]] bool isCheckpointDue() const noexcept;
    /// True when another process changed the vault since the last transaction here.
    [[nodiscard]] base::Result<bool> changedElsewhere();
    /// Hands the file over, for publishing a new vault; the session ends with it.
    [[nodiscard]] static std::unique_ptr<ports::VaultFile> dismantle(std::unique_ptr<Session> session);

    [[nodiscard]] const Keyring &keys() const noexcept { return m_parts.keys; }
    [[nodiscard]] Integrity &integrity() noexcept { return m_integrity; }
    [[nodiscard]] AuditLog &audit() noexcept { return m_audit; }
    [[nodiscard]] DecodedCredentials &decoded() noexcept { return m_decoded; }
    [[nodiscard]] ports::SlotStore &slotStore() const noexcept { return m_parts.file->slotStore(); }
    [[nodiscard]] base::RandomSource &random() noexcept { return m_parts.random; }
    [[nodiscard]] const base::Clock &clock() const noexcept { return m_parts.clock; }
    [[nodiscard]] Anchor::Verdict anchorVerdict() const noexcept { return m_anchorVerdict; }

private:
    friend class Rotation;
    /// What stands in the file after changeKeys(), as `write` makes it.
    struct Successor {
        const Keyring &keys;
        Integrity &integrity; ///< empty; takes every row
        AuditLog &audit;      ///< goes on after the last entry that the old keys wrote
    };
    /// One durable transaction at whose end the vault, and this session, have the keys of `next`: `write` has to have every row
    /// written anew by rewriteRows(), the slots and the header, and at least one audit entry. Header and audit log were verified
    /// before; a row is when it is read.
    [[nodiscard]] base::Result<void> changeKeys(Keyring next, const std::function<base::Result<void>(Successor &)> &write);
    using NewRows = QList<std::optional<ports::RecordRow>>;
    /// What takes the place of rows that were just verified, in their order; none: the row goes. Called in a thread of its own,
    /// for one bucket after another.
    using RewriteRows = std::function<base::Result<NewRows>(const QList<ports::RecordRow> &)>;
    /// Reads and verifies every row, once, and gives the answers of `rewrite` to the successor. `isWanted` is asked before each
    /// of them; false ends it, Cancelled.
    [[nodiscard]] base::Result<void> rewriteRows(Successor &to, const RewriteRows &rewrite,
                                                 const std::function<bool()> &isWanted);
    [[nodiscard]] static base::Result<void> putRows(Successor &to, const QList<ports::RecordRow> &before,
                                                    const NewRows &rows, const std::function<bool()> &isWanted);

    explicit Session(Parts parts);
    [[nodiscard]] base::Result<void> verifyAtOpen(VerifyDepth depth, RollbackPolicy rollback);
    [[nodiscard]] base::Result<void> acceptRollback(std::uint64_t seenCounter);
    [[nodiscard]] base::Result<void> refresh();
    [[nodiscard]] base::Result<void> inTransaction(ports::CommitClass commitClass,
                                                   const std::function<base::Result<void>()> &work);
    [[nodiscard]] base::Result<void> sealChange(const AuditEvent &event);
    [[nodiscard]] base::Result<void> requireKnownFormat() const;
    [[nodiscard]] base::Result<void> verifyAll();
    void remember();

    Parts m_parts;
    Integrity m_integrity;
    PastAuditKeys m_pastAuditKeys;
    AuditLog m_audit;
    DecodedCredentials m_decoded;
    Anchor m_anchor;
    Anchor::Verdict m_anchorVerdict = Anchor::Verdict::First;
    std::optional<std::int64_t> m_dataVersion; ///< of the state that was verified; none while there is no such state
    std::uint16_t m_formatMinor = kFormatMinor;
    bool m_opened = false;
};

} // namespace vault
