// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/integrity.h"

#include "vault/header.h"

#include <algorithm>
#include <tuple>

namespace vault {

namespace {

constexpr std::string_view kMagic = "LKR1";
constexpr int kBuckets = 256;
constexpr std::size_t kMacBytes = 32;

std::unexpected<base::Error> damaged(const QString &what)
{
    return base::fail(base::ErrorCode::IntegrityFailure, what);
}

/// Order of the table.
bool isBefore(const ports::RecordKey &a, const ports::RecordKey &b)
{
    return std::tuple(base::uuidBytes(a.owner), a.kind, a.n) < std::tuple(base::uuidBytes(b.owner), b.kind, b.n);
}

QString bucketName(int index)
{
    return QStringLiteral("records %1").arg(index, 2, 16, QLatin1Char('0'));
}

} // namespace

Integrity::Integrity(ports::VaultFile &file, const Keyring &keys) : m_file(file), m_keys(keys)
{
}

std::uint8_t Integrity::bucketOf(const ports::RecordKey &key) noexcept
{
    return static_cast<std::uint8_t>(key.owner.data1 >> 24);
}

QByteArray Integrity::rootBody(const RootState &state) const
{
    base::CanonicalWriter out;
    out.fixed(base::view(kMagic))
        .uuid(m_keys.vault())
        .u32(m_keys.gen())
        .u64(state.counter)
        .u64(state.total)
        .u64(state.pinned.seq)
        .fixed(state.pinned.mac)
        .u64(state.checkpoint.seq)
        .fixed(state.checkpoint.mac)
        .fixed(state.headerMac);
    return out.bytes();
}

base::Result<RootState> Integrity::parseRoot(base::ByteView body) const
{
    base::CanonicalReader in(body);
    RootState state;
    const auto digest = [&in](base::Digest32 &out) { std::ranges::copy(in.fixed(out.size()), out.begin()); };
    const base::ByteView magic = in.fixed(kMagic.size());
    const QUuid vault = in.uuid();
    const std::uint32_t gen = in.u32();
    state.counter = in.u64();
    state.total = in.u64();
    state.pinned.seq = in.u64();
    digest(state.pinned.mac);
    state.checkpoint.seq = in.u64();
    digest(state.checkpoint.mac);
    digest(state.headerMac);
    if (!in.atEnd() || !std::ranges::equal(magic, base::view(kMagic)) || vault != m_keys.vault())
        return damaged(QStringLiteral("root"));
    // Cannot be authenticated with our keys; whoever opens the vault anew learns whether it is true.
    if (m_loaded && gen > m_keys.gen())
        return base::fail(base::ErrorCode::Locked, QStringLiteral("key_rotated"));
    if (gen != m_keys.gen())
        return damaged(QStringLiteral("root"));
    return state;
}

base::Digest32 Integrity::rootMac(const RootState &state, const QList<QByteArray> &buckets) const
{
    base::CanonicalWriter out;
    out.fixed(base::view(rootBody(state)));
    for (const QByteArray &mac : buckets)
        out.fixed(base::view(mac));
    return m_keys.rootMac().compute(out.view());
}

void Integrity::startAnew(std::uint64_t counter)
{
    m_buckets.fill(LeafBucket());
    m_dirty.fill(true);
    m_bucketMacs = QList<QByteArray>(kBuckets);
    m_nextBucketMacs = m_bucketMacs;
    m_root = RootState();
    m_root.counter = counter;
    m_next = m_root;
    m_loaded = true;
}

void Integrity::become(Integrity &sealed)
{
    sealed.committed();
    m_root = sealed.m_root;
    m_next = m_root;
    m_rootMac = sealed.m_rootMac;
    m_bucketMacs = sealed.m_bucketMacs;
    m_nextBucketMacs = m_bucketMacs;
    m_buckets = std::move(sealed.m_buckets);
    m_names.reset();
    m_dirty.fill(false);
}

base::Result<void> Integrity::load()
{
    LATCHKEY_TRY(const QByteArray stored, m_file.manifest().root());
    LATCHKEY_TRY(const QList<QByteArray> buckets, m_file.manifest().buckets());
    if (stored.size() <= static_cast<qsizetype>(kMacBytes))
        return damaged(QStringLiteral("root"));
    LATCHKEY_TRY(const RootState state, parseRoot(base::view(stored.chopped(kMacBytes))));
    const base::Digest32 mac = rootMac(state, buckets);
    if (!base::equalConstantTime(mac, base::view(stored).last(kMacBytes)))
        return damaged(QStringLiteral("root"));
    LATCHKEY_TRY(const base::Digest32 header, verifyHeader(m_file.slotStore(), m_keys));
    if (!base::equalConstantTime(header, state.headerMac))
        return damaged(QStringLiteral("header"));
    return adopt(state, mac, buckets);
}

base::Result<void> Integrity::checkHeader()
{
    LATCHKEY_TRY(const base::Digest32 mac, verifyHeader(m_file.slotStore(), m_keys));
    if (!base::equalConstantTime(mac, m_root.headerMac))
        return damaged(QStringLiteral("header or key slots"));
    return {};
}

base::Result<void> Integrity::checkManifest()
{
    LATCHKEY_TRY(const QByteArray stored, m_file.manifest().root());
    if (stored != rootBody(m_root) + base::toByteArray(m_rootMac))
        return damaged(QStringLiteral("root"));
    LATCHKEY_TRY(const QList<QByteArray> buckets, m_file.manifest().buckets());
    if (buckets != m_bucketMacs)
        return damaged(QStringLiteral("bucket"));
    return {};
}

base::Result<void> Integrity::adopt(const RootState &state, const base::Digest32 &mac, const QList<QByteArray> &buckets)
{
    if (m_loaded) {
        if (state.counter < m_root.counter)
            return base::fail(base::ErrorCode::OlderThanLastSeen);
        if (state.counter == m_root.counter && mac != m_rootMac)
            return damaged(QStringLiteral("root: another history"));
        for (int i = 0; i < kBuckets; ++i) {
            if (buckets.at(i) != m_bucketMacs.at(i)) {
                m_buckets.at(static_cast<std::size_t>(i)).reset();
                m_names.reset();
            }
        }
    }
    m_root = state;
    m_next = state;
    m_rootMac = mac;
    m_bucketMacs = buckets;
    m_nextBucketMacs = buckets;
    m_loaded = true;
    return {};
}

base::Result<LeafBucket> Integrity::readBucket(std::uint8_t index, QList<ports::RecordRow> *rows)
{
    LeafBucket leaves;
    auto read = m_file.records().visit(index, [&](const ports::RecordRow &row) -> base::Result<void> {
        leaves.append(makeLeaf(m_keys, row));
        if (rows != nullptr)
            *rows << row;
        return {};
    });
    if (!read && read.error().code == base::ErrorCode::IntegrityFailure)
        return damaged(bucketName(index) + QStringLiteral(": ") + read.error().detail);
    if (!read)
        return std::unexpected(read.error());
    if (!base::equalConstantTime(leaves.mac(m_keys, index), base::view(m_bucketMacs.at(index))))
        return damaged(bucketName(index));
    return leaves;
}

base::Result<LeafBucket *> Integrity::bucket(std::uint8_t index)
{
    Bucket &known = m_buckets.at(index);
    if (!known) {
        LATCHKEY_TRY(known, readBucket(index));
    }
    return &*known;
}

base::Result<const NameSet *> Integrity::names()
{
    if (m_names)
        return &*m_names;
    NameSet out;
    for (int i = 0; i < kBuckets; ++i) {
        const auto index = static_cast<std::uint8_t>(i);
        LATCHKEY_TRY(const LeafBucket *leaves, bucket(index));
        for (const Leaf &leaf : leaves->leaves())
            out.add(leaf, index);
    }
    m_names = std::move(out);
    return &*m_names;
}

base::Result<void> Integrity::verifyAll()
{
    std::array<LeafBucket, kBuckets> fresh;
    LATCHKEY_CHECK(m_file.records().visit(std::nullopt, [this, &fresh](const ports::RecordRow &row) -> base::Result<void> {
        fresh.at(bucketOf(row.key)).append(makeLeaf(m_keys, row));
        return {};
    }));
    std::uint64_t total = 0;
    for (int i = 0; i < kBuckets; ++i) {
        const auto index = static_cast<std::uint8_t>(i);
        if (!base::equalConstantTime(fresh.at(index).mac(m_keys, index), base::view(m_bucketMacs.at(i))))
            return damaged(bucketName(i));
        total += fresh.at(index).size();
    }
    if (total != m_root.total)
        return damaged(QStringLiteral("number of records"));
    for (std::size_t i = 0; i < kBuckets; ++i)
        m_buckets.at(i) = std::move(fresh.at(i));
    return {};
}

base::Result<QStringList> Integrity::findDamage()
{
    QStringList damage;
    // Anything but damage (a disk that cannot be read, say) ends the search.
    const auto judge = [&damage](const base::Result<void> &part) -> base::Result<void> {
        if (part || part.error().code != base::ErrorCode::IntegrityFailure)
            return part;
        damage << part.error().detail;
        return {};
    };
    LATCHKEY_CHECK(judge(checkHeader()));
    LATCHKEY_CHECK(judge(checkManifest()));
    for (int i = 0; i < kBuckets; ++i) {
        const auto leaves = readBucket(static_cast<std::uint8_t>(i));
        LATCHKEY_CHECK(judge(leaves ? base::Result<void>() : std::unexpected(leaves.error())));
    }
    return damage;
}

base::Result<ports::RecordRow> Integrity::checked(const ports::RecordRow &row)
{
    LATCHKEY_TRY(LeafBucket *leaves, bucket(bucketOf(row.key)));
    const Leaf *leaf = leaves->find(row.key);
    if (leaf == nullptr || !base::equalConstantTime(leaf->mac, leafMac(m_keys, row)))
        return damaged(bucketName(bucketOf(row.key)));
    return row;
}

base::Result<std::optional<ports::RecordRow>> Integrity::find(const ports::RecordKey &key)
{
    LATCHKEY_TRY(LeafBucket *leaves, bucket(bucketOf(key)));
    LATCHKEY_TRY(const std::optional<ports::RecordRow> row, m_file.records().find(key));
    if (!row) {
        if (leaves->find(key) != nullptr)
            return damaged(bucketName(bucketOf(key)));
        return std::optional<ports::RecordRow>();
    }
    LATCHKEY_TRY(ports::RecordRow good, checked(*row));
    if (!(good.key == key)) // the tree of a damaged file may lead anywhere
        return damaged(bucketName(bucketOf(key)));
    return std::optional(std::move(good));
}

base::Result<std::optional<ports::RecordRow>> Integrity::findByNameIndex(const QByteArray &nameIndex)
{
    LATCHKEY_TRY(const std::optional<ports::RecordRow> row, m_file.records().findByNameIndex(nameIndex));
    if (row) {
        LATCHKEY_TRY(ports::RecordRow good, checked(*row));
        if (good.nameIndex != nameIndex) // a good row under a foreign entry of the index
            return damaged(bucketName(bucketOf(row->key)));
        return std::optional(std::move(good));
    }
    // "No such name" is an answer only if no verified row bears it: a row whose index was blanked must not read as absent.
    LATCHKEY_TRY(const NameSet *known, names());
    if (const std::optional<std::uint8_t> bearer = known->find(base::view(nameIndex)))
        return damaged(bucketName(*bearer));
    return std::optional<ports::RecordRow>();
}

base::Result<void> Integrity::visit(const std::function<base::Result<void>(const ports::RecordRow &)> &visitor)
{
    std::uint64_t seen = 0;
    std::optional<ports::RecordKey> last;
    LATCHKEY_CHECK(m_file.records().visit(std::nullopt, [&](const ports::RecordRow &row) -> base::Result<void> {
        // Strictly ascending, all known, and as many as there are: so they are all of them, none twice.
        if (last && !isBefore(*last, row.key))
            return damaged(bucketName(bucketOf(row.key)));
        last = row.key;
        ++seen;
        LATCHKEY_TRY(const ports::RecordRow good, checked(row));
        return visitor(good);
    }));
    if (seen != m_next.total)
        return damaged(QStringLiteral("number of records"));
    return {};
}

base::Result<QStringList> Integrity::visitIntact(const std::function<base::Result<void>(const ports::RecordRow &)> &visitor)
{
    LATCHKEY_CHECK(checkHeader());
    LATCHKEY_CHECK(checkManifest());
    QStringList damage;
    std::uint64_t seen = 0;
    for (int i = 0; i < kBuckets; ++i) {
        // Only the MAC of a bucket proves its rows, so one that is wrong leaves none of them proven.
        const auto rows = rowsOf(static_cast<std::uint8_t>(i));
        if (!rows && rows.error().code == base::ErrorCode::IntegrityFailure) {
            damage << rows.error().detail;
            continue;
        }
        if (!rows)
            return std::unexpected(rows.error());
        for (const ports::RecordRow &row : *rows)
            LATCHKEY_CHECK(visitor(row));
        seen += static_cast<std::uint64_t>(rows->size());
    }
    if (damage.isEmpty() && seen != m_next.total)
        return damaged(QStringLiteral("number of records"));
    return damage;
}

base::Result<QList<ports::RecordRow>> Integrity::rowsOf(std::uint8_t index)
{
    QList<ports::RecordRow> rows;
    LATCHKEY_CHECK(readBucket(index, &rows));
    return rows;
}

base::Result<void> Integrity::put(const ports::RecordRow &row)
{
    const std::uint8_t index = bucketOf(row.key);
    LATCHKEY_TRY(LeafBucket *leaves, bucket(index));
    LATCHKEY_CHECK(m_file.records().put(row));
    const Leaf leaf = makeLeaf(m_keys, row);
    if (m_names) {
        if (const Leaf *before = leaves->find(row.key))
            m_names->remove(*before);
        m_names->add(leaf, index);
    }
    if (leaves->put(leaf))
        ++m_next.total;
    m_dirty.at(index) = true;
    return {};
}

base::Result<void> Integrity::remove(const ports::RecordKey &key)
{
    const std::uint8_t index = bucketOf(key);
    LATCHKEY_TRY(LeafBucket *leaves, bucket(index));
    LATCHKEY_CHECK(m_file.records().remove(key));
    if (const Leaf *before = leaves->find(key); before != nullptr && m_names)
        m_names->remove(*before);
    if (leaves->remove(key))
        --m_next.total;
    m_dirty.at(index) = true;
    return {};
}

base::Result<void> Integrity::seal(const AuditPosition &pinned, const AuditPosition &checkpoint)
{
    for (int i = 0; i < kBuckets; ++i) {
        const auto index = static_cast<std::uint8_t>(i);
        if (!m_dirty.at(index))
            continue;
        const QByteArray mac = base::toByteArray(m_buckets.at(index)->mac(m_keys, index));
        LATCHKEY_CHECK(m_file.manifest().putBucket(index, mac));
        m_nextBucketMacs[i] = mac;
    }
    ++m_next.counter;
    m_next.pinned = pinned;
    m_next.checkpoint = checkpoint;
    m_nextRootMac = rootMac(m_next, m_nextBucketMacs);
    return m_file.manifest().putRoot(rootBody(m_next) + base::toByteArray(m_nextRootMac));
}

void Integrity::committed()
{
    m_root = m_next;
    m_rootMac = m_nextRootMac;
    m_bucketMacs = m_nextBucketMacs;
    m_dirty.fill(false);
}

void Integrity::discard()
{
    for (std::size_t i = 0; i < kBuckets; ++i) {
        // The leaves already hold what was rolled back; they are read and verified anew when next needed.
        if (m_dirty.at(i)) {
            m_buckets.at(i).reset();
            m_names.reset();
        }
    }
    m_dirty.fill(false);
    m_next = m_root;
    m_nextBucketMacs = m_bucketMacs;
}

} // namespace vault
