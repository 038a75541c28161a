// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/leaves.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

namespace vault {

/// Position in the audit chain.
struct AuditPosition {
    std::uint64_t seq = 0;
    base::Digest32 mac{};

    friend bool operator==(const AuditPosition &, const AuditPosition &) = default;
};

/// What the root MAC covers besides the 256 bucket MACs.
struct RootState {
    std::uint64_t counter = 0; ///< grows by one with each change
    std::uint64_t total = 0;   ///< rows in the record table
    AuditPosition pinned;      ///< audit head at the last change; the log may only extend it
    AuditPosition checkpoint;  ///< entry up to which an unlock need not read the log
    base::Digest32 headerMac{};
};

/// Whole-vault integrity: leaf MACs of rows -> 256 bucket MACs -> root MAC. Leaves are kept in memory once a bucket was
/// verified, and every later bucket MAC is computed from them, never from what stands in the file: tampering between open and
/// write cannot be laundered. All calls inside a transaction or snapshot of the same file; vault thread only.
class Integrity final {
public:
    Integrity(ports::VaultFile &file, const Keyring &keys);
    Q_DISABLE_COPY_MOVE(Integrity)

    /// For a file all of whose rows are written anew, inside a change: empty buckets; seal() writes every one of them and the
    /// root for `counter + 1`.
    void startAnew(std::uint64_t counter);
    /// Takes over the state that `sealed` has, now that its transaction is committed and our keys are its keys.
    void become(Integrity &sealed);
    /// Reads and verifies header MAC and root. After a first load: refuses to go back (OlderThanLastSeen), names a fork
    /// (IntegrityFailure), answers Locked when another process has rotated the vault key, and forgets the leaves of exactly
    /// those buckets that changed.
    [[nodiscard]] base::Result<void> load();
    /// IntegrityFailure unless header and key slots in the file are still those that the root pins. To be asked before the
    /// slot table is changed: the new header MAC is computed over what stands there.
    [[nodiscard]] base::Result<void> checkHeader();
    /// Reads every row and verifies every bucket. IntegrityFailure names the first damaged bucket.
    [[nodiscard]] base::Result<void> verifyAll();
    /// Names of everything damaged, for `verify`: never stops at the first.
    [[nodiscard]] base::Result<QStringList> findDamage();

    /// The row under a key, verified. IntegrityFailure when it was changed, removed or added behind our back.
    [[nodiscard]] base::Result<std::optional<ports::RecordRow>> find(const ports::RecordKey &key);
    [[nodiscard]] base::Result<std::optional<ports::RecordRow>> findByNameIndex(const QByteArray &nameIndex);
    /// Every row, verified.
    [[nodiscard]] base::Result<void> visit(const std::function<base::Result<void>(const ports::RecordRow &)> &visitor);

    /// Every row of each bucket that is whole, verified anew; names of the damaged ones, of which no row is visited. Header, root
    /// and bucket MACs must be whole. For whoever saves what can be saved, and writes nothing here.
    [[nodiscard]] base::Result<QStringList>
    visitIntact(const std::function<base::Result<void>(const ports::RecordRow &)> &visitor);

    /// The rows of one bucket, read and verified anew: for whoever writes rows meanwhile, which a visitor must not.
    [[nodiscard]] base::Result<QList<ports::RecordRow>> rowsOf(std::uint8_t index);

    [[nodiscard]] base::Result<void> put(const ports::RecordRow &row);
    [[nodiscard]] base::Result<void> remove(const ports::RecordKey &key);
    /// Writes the dirty buckets and the root for `counter + 1`.
    [[nodiscard]] base::Result<void> seal(const AuditPosition &pinned, const AuditPosition &checkpoint);
    /// The next counter will be above `counter`; inside a change, for a file that is accepted though a newer one was seen.
    void passCounter(std::uint64_t counter) { m_next.counter = std::max(m_next.counter, counter); }
    void setHeaderMac(const base::Digest32 &mac) { m_next.headerMac = mac; }
    /// After COMMIT: what was sealed is the truth. After ROLLBACK: discard() takes everything back.
    void committed();
    void discard();

    [[nodiscard]] const RootState &root() const noexcept { return m_root; }
    /// First 16 bytes of the root MAC, for the anchor.
    [[nodiscard]] QByteArray rootTag() const { return base::toByteArray(base::ByteView(m_rootMac).first(16)); }

private:
    using Bucket = std::optional<LeafBucket>;
    [[nodiscard]] static std::uint8_t bucketOf(const ports::RecordKey &key) noexcept;
    [[nodiscard]] base::Result<LeafBucket *> bucket(std::uint8_t index);
    [[nodiscard]] base::Result<LeafBucket> readBucket(std::uint8_t index, QList<ports::RecordRow> *rows = nullptr);
    [[nodiscard]] base::Result<const NameSet *> names();
    [[nodiscard]] base::Result<ports::RecordRow> checked(const ports::RecordRow &row);
    [[nodiscard]] base::Digest32 rootMac(const RootState &state, const QList<QByteArray> &buckets) const;
    [[nodiscard]] QByteArray rootBody(const RootState &state) const;
    [[nodiscard]] base::Result<RootState> parseRoot(base::ByteView body) const;
    [[nodiscard]] base::Result<void> checkManifest();
    [[nodiscard]] base::Result<void> adopt(const RootState &state, const base::Digest32 &mac,
                                           const QList<QByteArray> &buckets);

    ports::VaultFile &m_file;
    const Keyring &m_keys;
    RootState m_root;
    RootState m_next;
    base::Digest32 m_rootMac{};
    base::Digest32 m_nextRootMac{};
    QList<QByteArray> m_bucketMacs;
    QList<QByteArray> m_nextBucketMacs;
    std::array<Bucket, 256> m_buckets;
    std::optional<NameSet> m_names; ///< of all buckets; none until a name was missed, and after a change of several at once
    std::array<bool, 256> m_dirty{};
    bool m_loaded = false;
};

} // namespace vault
