// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/error.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUuid>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

// The vault file as the domain sees it: rows of opaque bytes. What stands in them is docs/FORMAT.md; nothing here is
// trusted until the domain has verified it. All of it belongs to the one vault thread.

namespace vault::ports {

/// Key of a row in the `record` table.
struct RecordKey {
    QUuid owner;
    std::uint16_t kind = 0;
    std::uint32_t n = 0;

    friend bool operator==(const RecordKey &, const RecordKey &) = default;
};

/// One row. Empty byte arrays stand for NULL.
struct RecordRow {
    RecordKey key;
    QByteArray nameIndex; ///< blind index of the name, 16 bytes, unique; empty when the row has no name
    QByteArray meta;      ///< envelope
    QByteArray secret;    ///< envelopes of the secret fields
};

/// The `record` table.
class RecordStore {
public:
    virtual ~RecordStore() = default;
    [[nodiscard]] virtual base::Result<std::optional<RecordRow>> find(const RecordKey &key) = 0;
    [[nodiscard]] virtual base::Result<std::optional<RecordRow>> findByNameIndex(const QByteArray &nameIndex) = 0;
    /// Visits, in the order (owner, kind, n), the rows whose owner's first byte is `bucket`; all rows without one. The visitor
    /// may stop by returning an error, which is passed on.
    [[nodiscard]] virtual base::Result<void> visit(std::optional<std::uint8_t> bucket,
                                                   const std::function<base::Result<void>(const RecordRow &)> &visitor) = 0;
    /// Inserts or replaces. Conflict when the name index belongs to another row.
    [[nodiscard]] virtual base::Result<void> put(const RecordRow &row) = 0;
    /// Removing what is not there is success.
    [[nodiscard]] virtual base::Result<void> remove(const RecordKey &key) = 0;
};

struct SlotRow {
    QUuid uuid;
    QByteArray body;
};

/// The one header row and the key slots.
class SlotStore {
public:
    virtual ~SlotStore() = default;
    [[nodiscard]] virtual base::Result<QByteArray> header() = 0; ///< body followed by the 32-byte header MAC
    [[nodiscard]] virtual base::Result<void> putHeader(const QByteArray &header) = 0;
    [[nodiscard]] virtual base::Result<QList<SlotRow>> slotRows() = 0; ///< in the order of the uuid bytes
    [[nodiscard]] virtual base::Result<void> putSlot(const SlotRow &slot) = 0;
    [[nodiscard]] virtual base::Result<void> removeSlot(const QUuid &uuid) = 0;
};

/// Root row and bucket MACs.
class ManifestStore {
public:
    virtual ~ManifestStore() = default;
    [[nodiscard]] virtual base::Result<QByteArray> root() = 0; ///< body followed by the 32-byte root MAC
    [[nodiscard]] virtual base::Result<void> putRoot(const QByteArray &root) = 0;
    /// Exactly 256 MACs of 32 bytes, else IntegrityFailure.
    [[nodiscard]] virtual base::Result<QList<QByteArray>> buckets() = 0;
    [[nodiscard]] virtual base::Result<void> putBucket(std::uint8_t bucket, const QByteArray &mac) = 0;
};

struct AuditRow {
    std::uint64_t seq = 0;
    QByteArray detail; ///< envelope
    QByteArray mac;    ///< 32 bytes, link of the chain
};

/// The audit log and its head row.
class AuditStore {
public:
    virtual ~AuditStore() = default;
    /// Appends the entry and replaces the head row in one go (inside the caller's transaction).
    [[nodiscard]] virtual base::Result<void> append(const AuditRow &row, const QByteArray &head) = 0;
    [[nodiscard]] virtual base::Result<QByteArray> head() = 0;
    /// Visits entries with seq >= from, ascending; the visitor may stop by returning an error, which is passed on.
    [[nodiscard]] virtual base::Result<void> visit(std::uint64_t from,
                                                   const std::function<base::Result<void>(const AuditRow &)> &visitor) = 0;
    [[nodiscard]] virtual base::Result<std::optional<AuditRow>> find(std::uint64_t seq) = 0;
    [[nodiscard]] virtual base::Result<void> removeBefore(std::uint64_t seq) = 0;
};

/// How durable a commit must be.
enum class CommitClass {
    Change,   ///< fsynced (synchronous=FULL): survives power loss
    Release,  ///< not fsynced: survives kill -9; flushed by syncReleases()
    Snapshot, ///< reads only (BEGIN DEFERRED): everything read until rollback() or commit() is of one moment
};

/// Transactions of the file.
class UnitOfWork {
public:
    virtual ~UnitOfWork() = default;
    /// BEGIN IMMEDIATE (a snapshot: DEFERRED). Busy after waiting for another writer for as long as the file was opened with; ReadOnly or DiskFull as they are.
    [[nodiscard]] virtual base::Result<void> begin(CommitClass commitClass) = 0;
    [[nodiscard]] virtual base::Result<void> commit() = 0;
    /// Safe to call when the database has rolled back by itself already.
    virtual void rollback() noexcept = 0;
    /// Changes whenever another connection has committed (PRAGMA data_version).
    [[nodiscard]] virtual base::Result<std::int64_t> dataVersion() = 0;
    /// From now on waits for another writer no longer than this.
    virtual void limitWaiting(std::chrono::milliseconds most) = 0;
    /// Makes releases committed so far durable (fsync of the WAL).
    [[nodiscard]] virtual base::Result<void> syncReleases() = 0;
};

/// One open vault file. Closing (destruction) checkpoints and removes the -wal file when no other process has it open.
class VaultFile {
public:
    virtual ~VaultFile() = default;
    [[nodiscard]] virtual RecordStore &records() = 0;
    [[nodiscard]] virtual SlotStore &slotStore() = 0;
    [[nodiscard]] virtual ManifestStore &manifest() = 0;
    [[nodiscard]] virtual AuditStore &audit() = 0;
    [[nodiscard]] virtual UnitOfWork &unitOfWork() = 0;
    /// Copies the WAL into the main file and truncates it; Busy when another process reads.
    [[nodiscard]] virtual base::Result<void> checkpoint() = 0;
};

/// Opens and creates vault files.
class VaultFileSystem {
public:
    virtual ~VaultFileSystem() = default;
    /// True when anything stands at the path (also what is not a vault).
    [[nodiscard]] virtual bool exists(const QString &path) const = 0;
    /// A new empty file 0600 in a 0700 folder, whole schema in place. AlreadyExists when anything stands there. The file is
    /// built under a temporary name; publish() of the returned creation puts it in place, so a crash leaves nothing or all.
    [[nodiscard]] virtual base::Result<std::unique_ptr<VaultFile>> createTemporary(const QString &path) = 0;
    /// Closes what createTemporary() returned and renames it to `path` without ever replacing anything (AlreadyExists).
    /// An error means that it does not stand there; a rename that could not be made durable at once is none.
    [[nodiscard]] virtual base::Result<void> publish(std::unique_ptr<VaultFile> created, const QString &path) = 0;
    /// Like publish(), in place of the vault at `path`, which is kept under the free name `aside` in the same folder, with whatever
    /// belongs to it. At each moment, of a crash too, one of the two stands at `path` and nothing of the old one is lost. Busy,
    /// and nothing is changed, when another program has the old one open.
    [[nodiscard]] virtual base::Result<void> replace(std::unique_ptr<VaultFile> created, const QString &path,
                                                     const QString &aside) = 0;
    /// NotInitialized when nothing is there, NotAVault for anything that is not a vault file or has a schema other than ours
    /// (checked before a single row is read; the file is not touched), ReadOnly, UnsafePermissions, IoFailure.
    [[nodiscard]] virtual base::Result<std::unique_ptr<VaultFile>> open(const QString &path) = 0;
};

/// The witness outside the vault file against an older file put back: one small file per vault with two slots of opaque bytes,
/// written in place in turns, so that a crash leaves at least one whole. The domain puts a MAC into the bytes and judges them.
class AnchorStore {
public:
    static constexpr int kSlots = 2;
    virtual ~AnchorStore() = default;
    /// What the slots hold; none when there is no anchor yet. Empty entries are slots never written or torn.
    [[nodiscard]] virtual base::Result<QList<QByteArray>> read(const QUuid &vault) = 0;

    struct Write {
        int slot = 0; ///< 0 or 1
        QByteArray value;
    };
    /// Under an exclusive file lock: reads the slots, asks `decide` what to write (nullopt: nothing), writes it. Not fsynced.
    [[nodiscard]] virtual base::Result<void>
    update(const QUuid &vault, const std::function<std::optional<Write>(const QList<QByteArray> &)> &decide) = 0;
};

} // namespace vault::ports
