// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <QString>

#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

namespace base {

/// Registry of the secrets that are open in this process. It holds no secret: only length, a rolling fingerprint under a
/// random base and a MAC under a random key, both made at start. This is the one process-wide object of the program (a log
/// handler has no other way to learn what must be masked). Thread-safe.
class OpenSecrets final {
public:
    OpenSecrets();
    /// Secrets shorter than this are not searched for: masking every "a" tells more than it hides.
    static constexpr std::size_t kShortest = 6;

    /// Returns a ticket for remove(); 0 when the value is too short to be searched for.
    [[nodiscard]] std::uint64_t add(ByteView secret);
    void remove(std::uint64_t ticket) noexcept;
    /// Replaces every occurrence of an open secret in UTF-8 text by "***"; secrets that touch or overlap become one.
    [[nodiscard]] QByteArray mask(const QByteArray &text) const;

private:
    struct Entry {
        std::uint64_t fingerprint = 0;
        Digest32 mac{};
    };
    [[nodiscard]] std::uint64_t fingerprint(ByteView bytes) const noexcept;
    [[nodiscard]] Digest32 mac(ByteView bytes) const;
    void markAll(std::size_t length, ByteView text, std::vector<bool> &marks) const;
    [[nodiscard]] bool isOpen(std::size_t length, std::uint64_t print, ByteView candidate) const;

    mutable std::mutex m_mutex;
    std::map<std::size_t, std::map<std::uint64_t, Entry>> m_byLength; ///< length -> ticket -> entry
    std::map<std::uint64_t, std::size_t> m_lengthOf;
    std::uint64_t m_nextTicket = 1;
    std::uint64_t m_rollingBase = 0;
    Digest32 m_macKey{};
};

/// The registry of this process.
[[nodiscard]] OpenSecrets &openSecrets();

/// What a text from outside (a path, the words of a library) passes through before it becomes part of a message: open secrets
/// become "***". Not for whole messages or documents, whose own words and marks must stay.
[[nodiscard]] QString maskSecrets(const QString &text);

/// What every log line passes through, and an argument before it is repeated: open secrets, and values that follow a telling
/// name (api_key=..., "secret": "...", Authorization: Bearer ..., ACCESS-PASSPHRASE: ...), become "***".
[[nodiscard]] QString redact(const QString &text);

} // namespace base
