// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>

namespace testsupport {

/// A value to look for in this process's memory, kept disguised so that looking for it does not find the search itself.
class Needle final {
public:
    /// Random printable text of `length` characters.
    explicit Needle(std::size_t length = 32);

    /// Writes the value itself to `out`, which has room for size() bytes.
    void reveal(unsigned char *out) const;
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(m_disguised.size()); }
    [[nodiscard]] bool equals(const unsigned char *bytes, std::size_t length) const;
    /// How often the value stands in this process's writable memory now (Linux; -1 when that cannot be read). Freed memory
    /// counts as long as it is mapped.
    [[nodiscard]] int occurrences() const;

private:
    [[nodiscard]] int countIn(const unsigned char *bytes, std::size_t length) const;

    QByteArray m_disguised;
};

} // namespace testsupport
