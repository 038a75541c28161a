// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hookedfile.h"

namespace vaulttest {

using namespace vault::ports;

namespace {

base::Result<void> ask(const std::function<base::Result<void>()> &hook)
{
    return hook ? hook() : base::Result<void>();
}

class HookedRecords final : public RecordStore {
public:
    HookedRecords(RecordStore &real, Hooks &hooks) : m_real(real), m_hooks(hooks) {}
    base::Result<std::optional<RecordRow>> find(const RecordKey &key) override { return shown(m_real.find(key)); }
    base::Result<std::optional<RecordRow>> findByNameIndex(const QByteArray &nameIndex) override
    {
        return shown(m_real.findByNameIndex(nameIndex));
    }
    base::Result<void> visit(std::optional<std::uint8_t> bucket,
                             const std::function<base::Result<void>(const RecordRow &)> &visitor) override
    {
        return m_real.visit(bucket, visitor);
    }
    base::Result<void> put(const RecordRow &row) override
    {
        LATCHKEY_CHECK(ask(m_hooks.beforeWrite));
        return m_real.put(row);
    }
    base::Result<void> remove(const RecordKey &key) override
    {
        LATCHKEY_CHECK(ask(m_hooks.beforeWrite));
        return m_real.remove(key);
    }

private:
    base::Result<std::optional<RecordRow>> shown(base::Result<std::optional<RecordRow>> found)
    {
        if (found && *found && m_hooks.foundRow)
            m_hooks.foundRow(**found);
        return found;
    }
    RecordStore &m_real;
    Hooks &m_hooks;
};

class HookedSlots final : public SlotStore {
public:
    HookedSlots(SlotStore &real, Hooks &hooks) : m_real(real), m_hooks(hooks) {}
    base::Result<QByteArray> header() override { return m_real.header(); }
    base::Result<void> putHeader(const QByteArray &header) override
    {
        LATCHKEY_CHECK(ask(m_hooks.beforeWrite));
        return m_real.putHeader(header);
    }
    base::Result<QList<SlotRow>> slotRows() override
    {
        auto rows = m_real.slotRows();
        if (rows && m_hooks.slotRows)
            m_hooks.slotRows(*rows);
        return rows;
    }
    base::Result<void> putSlot(const SlotRow &slot) override
    {
        LATCHKEY_CHECK(ask(m_hooks.beforeWrite));
        return m_real.putSlot(slot);
    }
    base::Result<void> removeSlot(const QUuid &uuid) override
    {
        LATCHKEY_CHECK(ask(m_hooks.beforeWrite));
        return m_real.removeSlot(uuid);
    }

private:
    SlotStore &m_real;
    Hooks &m_hooks;
};

class HookedManifest final : public ManifestStore {
public:
    HookedManifest(ManifestStore &real, Hooks &hooks) : m_real(real), m_hooks(hooks) {}
    base::Result<QByteArray> root() override { return m_real.root(); }
    base::Result<void> putRoot(const QByteArray &root) override
    {
        LATCHKEY_CHECK(ask(m_hooks.beforePutRoot));
        LATCHKEY_CHECK(ask(m_hooks.beforeWrite));
        return m_real.putRoot(root);
    }
    base::Result<QList<QByteArray>> buckets() override { return m_real.buckets(); }
    base::Result<void> putBucket(std::uint8_t bucket, const QByteArray &mac) override
    {
        LATCHKEY_CHECK(ask(m_hooks.beforeWrite));
        return m_real.putBucket(bucket, mac);
    }

private:
    ManifestStore &m_real;
    Hooks &m_hooks;
};

class HookedAudit final : public AuditStore {
public:
    HookedAudit(AuditStore &real, Hooks &hooks) : m_real(real), m_hooks(hooks) {}
    base::Result<void> append(const AuditRow &row, const QByteArray &head) override
    {
        LATCHKEY_CHECK(ask(m_hooks.beforeAppend));
        LATCHKEY_CHECK(ask(m_hooks.beforeWrite));
        return m_real.append(row, head);
    }
    base::Result<QByteArray> head() override { return m_real.head(); }
    base::Result<void> visit(std::uint64_t from, const std::function<base::Result<void>(const AuditRow &)> &visitor) override
    {
        return m_real.visit(from, visitor);
    }
    base::Result<std::optional<AuditRow>> find(std::uint64_t seq) override { return m_real.find(seq); }
    base::Result<void> removeBefore(std::uint64_t seq) override { return m_real.removeBefore(seq); }

private:
    AuditStore &m_real;
    Hooks &m_hooks;
};

class HookedUnit final : public UnitOfWork {
public:
    HookedUnit(UnitOfWork &real, Hooks &hooks) : m_real(real), m_hooks(hooks) {}
    base::Result<void> begin(CommitClass commitClass) override
    {
        if (m_hooks.beforeBegin)
            LATCHKEY_CHECK(m_hooks.beforeBegin(commitClass));
        return m_real.begin(commitClass);
    }
    base::Result<void> commit() override
    {
        if (auto allowed = ask(m_hooks.beforeCommit); !allowed) {
            m_real.rollback(); // as the real one does
            return allowed;
        }
        return m_real.commit();
    }
    void rollback() noexcept override { m_real.rollback(); }
    base::Result<std::int64_t> dataVersion() override { return m_real.dataVersion(); }
    void limitWaiting(std::chrono::milliseconds most) override { m_real.limitWaiting(most); }
    base::Result<void> syncReleases() override { return m_real.syncReleases(); }

private:
    UnitOfWork &m_real;
    Hooks &m_hooks;
};

class HookedFile final : public VaultFile {
public:
    HookedFile(std::unique_ptr<VaultFile> real, Hooks &hooks)
        : m_real(std::move(real))
        , m_hooks(hooks)
        , m_records(m_real->records(), hooks)
        , m_slots(m_real->slotStore(), hooks)
        , m_manifest(m_real->manifest(), hooks)
        , m_audit(m_real->audit(), hooks)
        , m_unit(m_real->unitOfWork(), hooks)
    {
    }
    RecordStore &records() override { return m_records; }
    SlotStore &slotStore() override { return m_slots; }
    ManifestStore &manifest() override { return m_manifest; }
    AuditStore &audit() override { return m_audit; }
    UnitOfWork &unitOfWork() override { return m_unit; }
    base::Result<void> checkpoint() override
    {
        ++m_hooks.checkpoints;
        return m_real->checkpoint();
    }
    [[nodiscard]] std::unique_ptr<VaultFile> unwrap() { return std::move(m_real); }

private:
    std::unique_ptr<VaultFile> m_real;
    Hooks &m_hooks;
    HookedRecords m_records;
    HookedSlots m_slots;
    HookedManifest m_manifest;
    HookedAudit m_audit;
    HookedUnit m_unit;
};

} // namespace

base::Result<std::unique_ptr<VaultFile>> HookedFileSystem::createTemporary(const QString &path)
{
    LATCHKEY_TRY(auto file, m_real.createTemporary(path));
    return std::make_unique<HookedFile>(std::move(file), m_hooks);
}

base::Result<void> HookedFileSystem::publish(std::unique_ptr<VaultFile> created, const QString &path)
{
    auto *hooked = dynamic_cast<HookedFile *>(created.get());
    return m_real.publish(hooked->unwrap(), path);
}

base::Result<void> HookedFileSystem::replace(std::unique_ptr<VaultFile> created, const QString &path, const QString &aside)
{
    auto *hooked = dynamic_cast<HookedFile *>(created.get());
    return m_real.replace(hooked->unwrap(), path, aside);
}

base::Result<std::unique_ptr<VaultFile>> HookedFileSystem::open(const QString &path)
{
    LATCHKEY_TRY(auto file, m_real.open(path));
    return std::make_unique<HookedFile>(std::move(file), m_hooks);
}

base::Result<void> FakeAnchorStore::update(const QUuid &,
                                           const std::function<std::optional<Write>(const QList<QByteArray> &)> &decide)
{
    if (failing)
        return base::fail(base::ErrorCode::ReadOnly, QStringLiteral("anchor"));
    const std::optional<Write> write = decide(values);
    if (!write)
        return {};
    while (values.size() < kSlots)
        values << QByteArray();
    values[write->slot] = write->value;
    ++writes;
    lastSlot = write->slot;
    return {};
}

} // namespace vaulttest
