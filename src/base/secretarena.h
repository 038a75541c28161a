// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <memory>

namespace base {

/// A piece of a SecretArena, which stays alive with it. Cheap to copy: all copies are the same bytes. Owned by one thread at a
/// time, together with all other pieces of its arena.
class SecretSlice final {
public:
    SecretSlice() noexcept = default;
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }
    /// Valid as long as this object, or another slice of the same arena, lives.
    [[nodiscard]] std::string_view exposeText() const noexcept;
    /// A value of its own. OutOfSecureMemory.
    [[nodiscard]] Result<SecretBytes> copy() const { return SecretBytes::copyOf(exposeText()); }
    /// Constant time for equal lengths.
    [[nodiscard]] bool equals(const SecretSlice &other) const noexcept;

private:
    friend class SecretArena;
    SecretSlice(std::shared_ptr<SecretBytes> block, std::size_t at, std::size_t size) noexcept;

    std::shared_ptr<SecretBytes> m_block;
    std::size_t m_at = 0;
    std::size_t m_size = 0;
};

/// Many small secrets in few blocks: the secure heap gives out powers of two, and thousands of values, each in a block of its
/// own, would fill it with air. A block is wiped when its last slice is gone.
class SecretArena final {
public:
    /// OutOfSecureMemory.
    [[nodiscard]] Result<SecretSlice> put(std::string_view text);
    /// Adds to the piece that is being made; finish() ends it.
    [[nodiscard]] Result<void> append(std::string_view part);
    [[nodiscard]] SecretSlice finish() noexcept;

private:
    std::shared_ptr<SecretBytes> m_block;
    std::size_t m_begin = 0; ///< of the piece that is being made
    std::size_t m_end = 0;
};

} // namespace base
