// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "vault/keyring.h"
#include "vault/ports/vaultfile.h"

#include <array>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace vault {

/// What is remembered of one row: its key, its MAC and the blind index of its name.
struct Leaf {
    std::array<unsigned char, 16> owner{};
    std::uint16_t kind = 0;
    std::uint32_t n = 0;
    std::array<unsigned char, 16> nameIndex{}; ///< zero when the row has no name
    base::Digest32 mac{};

    /// Order of the `record` table's primary key.
    [[nodiscard]] auto order() const noexcept { return std::tie(owner, kind, n); }
};

/// HMAC over the whole row.
[[nodiscard]] base::Digest32 leafMac(const Keyring &keys, const ports::RecordRow &row);
[[nodiscard]] Leaf makeLeaf(const Keyring &keys, const ports::RecordRow &row);

/// The leaves of one bucket (all rows whose owner starts with the same byte), in table order.
class LeafBucket final {
public:
    [[nodiscard]] const Leaf *find(const ports::RecordKey &key) const noexcept;
    /// Inserts or replaces; true when the row is new.
    bool put(const Leaf &leaf);
    /// True when there was one.
    bool remove(const ports::RecordKey &key);
    /// Rows come in table order while loading.
    void append(const Leaf &leaf) { m_leaves.push_back(leaf); }
    [[nodiscard]] std::size_t size() const noexcept { return m_leaves.size(); }
    [[nodiscard]] const std::vector<Leaf> &leaves() const noexcept { return m_leaves; }
    [[nodiscard]] base::Digest32 mac(const Keyring &keys, std::uint8_t bucket) const;

private:
    std::vector<Leaf> m_leaves;
};

/// Which names verified rows bear, and in which bucket.
class NameSet final {
public:
    void add(const Leaf &leaf, std::uint8_t bucket);
    void remove(const Leaf &leaf);
    [[nodiscard]] std::optional<std::uint8_t> find(base::ByteView nameIndex) const;

private:
    using Key = std::array<unsigned char, 16>;
    struct Hash {
        [[nodiscard]] std::size_t operator()(const Key &key) const noexcept;
    };
    std::unordered_map<Key, std::uint8_t, Hash> m_buckets;
};

} // namespace vault
