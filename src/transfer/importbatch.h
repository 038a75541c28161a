// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretarena.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace transfer {

/// What a file of keys may be.
enum class ImportFormat : std::uint8_t {
    Env,
    Fernet,         ///< one token over JSON, with a key file
    FernetDatabase, ///< SQLite with a token in each row, with a key file
    Json,
    Csv,
    Freqtrade,
    Ccxt,
    OctoBot,
    Jesse,
    Bitwarden,
    KeePassXc,
    OnePassword,
};

/// "env", "fernet", "fernet-db", "json", "csv", "freqtrade", "ccxt", "octobot", "jesse", "bitwarden", "keepassxc", "1password".
[[nodiscard]] QString formatName(ImportFormat format);
[[nodiscard]] std::optional<ImportFormat> formatFromName(const QString &name);
/// All names, in the order of the enumeration.
[[nodiscard]] QStringList formatNames();

struct ImportedField {
    QString name;
    base::SecretSlice value;
};

/// Why an entry cannot be imported, known from the file alone.
enum class Unfit : std::uint8_t {
    No,
    Encrypted,   ///< the other program encrypted it
    Placeholder, ///< an example's text stands there instead of a key
    OtherKind,   ///< a card, an identity: nothing that is a credential
    Unreadable,  ///< its key does not open it
};

/// One secret or one account of a file, as it stands there.
struct ImportedEntry {
    QString name;     ///< as the file has it; of an account its own name, empty when it has none
    QString exchange; ///< of an account at an exchange: the exchange's id, lower case
    bool demo = false;
    std::vector<ImportedField> fields; ///< values may be empty
    QString description;
    QString kind;                      ///< machine name of the kind, where the file says it (Latchkey's own export)
    QMap<QString, QString> attributes; ///< likewise
    Unfit unfit = Unfit::No;
};

/// Everything that a parser found. The values live in secure memory, as long as the batch or a copy of one of its entries.
struct ImportBatch {
    std::vector<ImportedEntry> entries;
    bool namesRepeat = false; ///< its names are titles, of which two may be the same (password managers)
};

/// A file that holds keys is small; the largest that is read, in bytes.
inline constexpr std::size_t kLargestImport = std::size_t{2} << 20;
/// Longest value that a vault holds (crypto::kEnvelopeMaxPlaintext), in bytes.
inline constexpr std::size_t kLongestValue = std::size_t{1} << 20;
/// Most entries of one file.
inline constexpr std::size_t kMostEntries = 100'000;

} // namespace transfer
