// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjson.h"
#include "exchange/exchangeinfo.h"

namespace exchange {

/// What can be seen of a field without asking the exchange.
enum class FormatIssue {
    Missing,      ///< required and not given; refuses
    Empty,        ///< given, but nothing is left after trimming; refuses
    UnknownField, ///< the exchange has no such field
    SpacesTrimmed,
    LineBreaksRemoved,
    InvisibleRemoved, ///< zero-width characters or a byte order mark
    LooksSwapped,     ///< the value looks like the one of another field
    Length,
    UnusualCharacters, ///< not what this exchange's values look like
    PemUnreadable,
    PemEncrypted,
    PemInSecret,  ///< a private key in the field of a plain secret; it is used as a private key
    BothKeyKinds, ///< a secret and a private key that stands for it; the private key is used
};

struct FormatFinding {
    FormatIssue issue = FormatIssue::Missing;
    QString field;

    /// Only a missing or empty field refuses; everything else is a hint, because exchanges change what keys look like.
    [[nodiscard]] bool refuses() const noexcept { return issue == FormatIssue::Missing || issue == FormatIssue::Empty; }
    friend bool operator==(const FormatFinding &, const FormatFinding &) = default;
};

/// "spaces_trimmed".
[[nodiscard]] QString nameOf(FormatIssue issue);

struct NormalizedFields {
    base::SecretFields fields;
    QList<FormatFinding> notices;
};

/// Takes away what pasting brings along: spaces and line breaks around a value, line breaks and invisible characters inside it
/// (a PEM keeps its lines). In secure memory. InvalidArgument naming a field that holds a control character, OutOfSecureMemory.
[[nodiscard]] base::Result<NormalizedFields> normalizeFields(const base::SecretFields &fields);

/// Findings about a complete, normalized set, in the order of the exchange's fields.
[[nodiscard]] QList<FormatFinding> checkFormat(const ExchangeInfo &info, const base::SecretFields &fields);

/// MissingField or EmptyField naming the first field without which no request can be signed.
[[nodiscard]] base::Result<void> requireComplete(const ExchangeInfo &info, const base::SecretFields &fields);

} // namespace exchange
