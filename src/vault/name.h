// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace vault {

/// Checks a credential name and gives its NFC form: segments of letters, digits, '.', '_', '-' and inner spaces, joined by '/',
/// at most 255 bytes of UTF-8. InvalidName otherwise.
[[nodiscard]] base::Result<QString> parseName(const QString &text);

/// The same for a name that comes from elsewhere, which is kept when it lies outside that grammar: NFC, 1 to 255 bytes of UTF-8,
/// no control characters; without U+FEFF in front, see keptText(). InvalidName otherwise.
[[nodiscard]] base::Result<QString> parseImportedName(const QString &text);

/// How a name is written in references: as it is, or percent-encoded where it lies outside the grammar of parseName().
[[nodiscard]] QString encodedName(const QString &name);

/// The name of something that is stored, as encodedName() writes it. InvalidName.
[[nodiscard]] base::Result<QString> parseStoredName(const QString &text);

/// The form that decides whether two names are the same: NFC, case-folded, NFC again. Folding twice changes nothing.
[[nodiscard]] QString foldName(const QString &name);

/// Checks a field name: letters, digits, '_', '-', '.'; at most 64 bytes. InvalidName otherwise.
[[nodiscard]] base::Result<QString> parseFieldName(const QString &text);

/// Where a value stands: `latchkey://NAME/FIELD[?version=N]`, short `NAME#FIELD`, or NAME alone.
struct Reference {
    QString name;
    QString field;                        ///< empty: the credential's only field
    std::optional<std::uint32_t> version; ///< none: the current version

    /// InvalidReference or InvalidName when malformed.
    [[nodiscard]] static base::Result<Reference> parse(const QString &text);
    /// The shortest text that parse() takes for the same.
    [[nodiscard]] QString toText() const;
};

} // namespace vault
