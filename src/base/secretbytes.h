// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace base {

/// State of the process's secure heap, for `latchkey doctor`.
enum class SecureHeapState { NotInitialized, Locked, NotLocked };

/// Sets up OpenSSL's secure heap (4 MiB, excluded from core dumps, locked into memory where the system allows it). Must be the
/// first thing in main(), before any thread and any other use of OpenSSL. Calling it again only returns the state.
SecureHeapState initSecureHeap() noexcept;
[[nodiscard]] SecureHeapState secureHeapState() noexcept;
/// Bytes of the secure heap in use now.
[[nodiscard]] std::size_t secureHeapUsed() noexcept;

/// The one type that holds keys, passphrases and credential values. Move-only, in the secure heap, wiped when it goes.
/// Reading takes a call that starts with `expose`, so that every place that does can be found. Not thread-safe; owned by one
/// thread at a time.
class SecretBytes final {
public:
    SecretBytes() noexcept = default;
    /// `size` zero bytes. OutOfSecureMemory when the heap is exhausted: there is no fall-back to ordinary memory.
    [[nodiscard]] static Result<SecretBytes> allocate(std::size_t size);
    [[nodiscard]] static Result<SecretBytes> copyOf(ByteView bytes);
    [[nodiscard]] static Result<SecretBytes> copyOf(std::string_view text) { return copyOf(base::view(text)); }

    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes();

    [[nodiscard]] Result<SecretBytes> clone() const;
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }
    /// Valid as long as this object lives and is not moved from.
    [[nodiscard]] ByteView exposeBytes() const noexcept { return {m_data, m_size}; }
    [[nodiscard]] std::string_view exposeText() const noexcept;
    [[nodiscard]] ByteSpan exposeForWriting() noexcept { return {m_data, m_size}; }
    /// Constant time for equal lengths.
    [[nodiscard]] bool equals(const SecretBytes &other) const noexcept;
    /// Cuts to `size` bytes (no-op when not shorter) and wipes the rest.
    void shrink(std::size_t size) noexcept;
    /// Wipes and frees.
    void clear() noexcept;
    /// From now on, and as long as this object holds the value, the log masks it wherever it stands (see redaction.h).
    void maskInLogs();

private:
    unsigned char *m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
    std::uint64_t m_redactionTicket = 0;
};

/// Appends to a growing secret. Growth copies into a new block and wipes the old one.
class SecretBuilder final {
public:
    [[nodiscard]] Result<void> append(ByteView bytes);
    [[nodiscard]] Result<void> append(std::string_view text) { return append(base::view(text)); }
    /// Makes room at once for what is known to come.
    [[nodiscard]] Result<void> reserve(std::size_t size);
    [[nodiscard]] std::size_t size() const noexcept { return m_used; }
    /// The collected bytes; the builder is empty afterwards.
    [[nodiscard]] SecretBytes take() noexcept;

private:
    SecretBytes m_block;
    std::size_t m_used = 0;
};

} // namespace base
