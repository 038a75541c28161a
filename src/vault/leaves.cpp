// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/leaves.h"

#include <algorithm>

namespace vault {

namespace {

Leaf keyOnly(const ports::RecordKey &key)
{
    return {base::uuidBytes(key.owner), key.kind, key.n, {}, {}};
}

constexpr auto kBefore = [](const Leaf &a, const Leaf &b) { return a.order() < b.order(); };

} // namespace

base::Digest32 leafMac(const Keyring &keys, const ports::RecordRow &row)
{
    base::CanonicalWriter fixed;
    fixed.uuid(row.key.owner)
        .u16(row.key.kind)
        .u32(row.key.n)
        .u32(static_cast<std::uint32_t>(row.nameIndex.size()))
        .u32(static_cast<std::uint32_t>(row.meta.size()))
        .u32(static_cast<std::uint32_t>(row.secret.size()));
    return keys.leafMac().compute({fixed.view(), base::view(row.nameIndex), base::view(row.meta), base::view(row.secret)});
}

Leaf makeLeaf(const Keyring &keys, const ports::RecordRow &row)
{
    Leaf leaf = keyOnly(row.key);
    if (row.nameIndex.size() == 16)
        std::ranges::copy(base::view(row.nameIndex), leaf.nameIndex.begin());
    leaf.mac = leafMac(keys, row);
    return leaf;
}

const Leaf *LeafBucket::find(const ports::RecordKey &key) const noexcept
{
    const Leaf wanted = keyOnly(key);
    const auto at = std::ranges::lower_bound(m_leaves, wanted, kBefore);
    return at != m_leaves.end() && at->order() == wanted.order() ? &*at : nullptr;
}

bool LeafBucket::put(const Leaf &leaf)
{
    const auto at = std::ranges::lower_bound(m_leaves, leaf, kBefore);
    if (at != m_leaves.end() && at->order() == leaf.order()) {
        *at = leaf;
        return false;
    }
    m_leaves.insert(at, leaf);
    return true;
}

bool LeafBucket::remove(const ports::RecordKey &key)
{
    const Leaf wanted = keyOnly(key);
    const auto at = std::ranges::lower_bound(m_leaves, wanted, kBefore);
    if (at == m_leaves.end() || at->order() != wanted.order())
        return false;
    m_leaves.erase(at);
    return true;
}

base::Digest32 LeafBucket::mac(const Keyring &keys, std::uint8_t bucket) const
{
    base::CanonicalWriter out;
    out.u8(bucket).u32(static_cast<std::uint32_t>(m_leaves.size()));
    for (const Leaf &leaf : m_leaves)
        out.fixed(leaf.owner).u16(leaf.kind).u32(leaf.n).fixed(leaf.mac);
    return keys.bucketMac().compute(out.view());
}

std::size_t NameSet::Hash::operator()(const Key &key) const noexcept
{
    // The keys are parts of an HMAC: any of their bytes are a hash.
    std::size_t out = 0;
    for (std::size_t i = 0; i < sizeof(out); ++i)
        out = out << 8 | key.at(i);
    return out;
}

void NameSet::add(const Leaf &leaf, std::uint8_t bucket)
{
    if (leaf.nameIndex != Key{})
        m_buckets.insert_or_assign(leaf.nameIndex, bucket);
}

void NameSet::remove(const Leaf &leaf)
{
    m_buckets.erase(leaf.nameIndex);
}

std::optional<std::uint8_t> NameSet::find(base::ByteView nameIndex) const
{
    Key key{};
    if (nameIndex.size() != key.size())
        return std::nullopt;
    std::ranges::copy(nameIndex, key.begin());
    const auto found = m_buckets.find(key);
    return found == m_buckets.end() ? std::nullopt : std::optional(found->second);
}

} // namespace vault
