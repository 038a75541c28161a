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

bool LeafBucket::hasName(base::ByteView nameIndex) const noexcept
{
    return std::ranges::any_of(m_leaves,
                               [nameIndex](const Leaf &leaf) { return std::ranges::equal(leaf.nameIndex, nameIndex); });
}

base::Digest32 LeafBucket::mac(const Keyring &keys, std::uint8_t bucket) const
{
    base::CanonicalWriter out;
    out.u8(bucket).u32(static_cast<std::uint32_t>(m_leaves.size()));
    for (const Leaf &leaf : m_leaves)
        out.fixed(leaf.owner).u16(leaf.kind).u32(leaf.n).fixed(leaf.mac);
    return keys.bucketMac().compute(out.view());
}

} // namespace vault
