// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjson.h"

#include <QString>

#include <vector>

namespace exchange {

/// Makes text of an exchange fit to be kept: it is cut, control characters go, and whatever equals a value that was sent, or is
/// an address (some exchanges echo the caller's), becomes "***".
class EchoFilter final {
public:
    /// Keeps copies of the fields, in secure memory. OutOfSecureMemory only.
    [[nodiscard]] static base::Result<EchoFilter> create(const base::SecretFields &fields);

    /// Nothing when nothing is left.
    [[nodiscard]] std::optional<QString> text(const QString &raw, qsizetype longest = 200) const;
    /// The same for values where an address is what was asked for.
    [[nodiscard]] std::optional<QString> value(const QString &raw, qsizetype longest = 64) const;

private:
    [[nodiscard]] QString withoutSecrets(const QString &raw) const;
    std::vector<base::SecretBytes> m_sent;
};

} // namespace exchange
