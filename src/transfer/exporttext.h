// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjson.h"

#include <QMap>

#include <cstdint>
#include <optional>
#include <vector>

namespace transfer {

enum class ExportFormat : std::uint8_t { Env, Json };

/// "env", "json".
[[nodiscard]] std::optional<ExportFormat> exportFormatFromName(const QString &name);

/// A text too long for one block of secure memory: its pieces in order.
using SecretPieces = std::vector<base::SecretBytes>;

/// Collects a text in blocks that fit each other, however long it gets.
class PieceWriter final {
public:
    [[nodiscard]] base::Result<void> append(std::string_view text);
    [[nodiscard]] bool isEmpty() const noexcept { return m_pieces.empty(); }
    [[nodiscard]] SecretPieces take() noexcept;

private:
    SecretPieces m_pieces;
    std::size_t m_used = 0; ///< of the last one
};

/// One credential with its values.
struct ExportedCredential {
    QString name;
    QString kind; ///< machine name
    QString description;
    QMap<QString, QString> attributes;
    base::SecretFields fields;
};

/// What parseJsonImport() takes for the same credentials: `{"name":{"kind":..,"fields":{..}}}`.
class JsonExport final {
public:
    /// False, and nothing is written, when a value is no text (JSON has no other).
    [[nodiscard]] base::Result<bool> add(const ExportedCredential &credential);
    [[nodiscard]] base::Result<SecretPieces> finish();

private:
    PieceWriter m_out;
};

/// What parseEnv() and shells take for the same variables.
class EnvExport final {
public:
    /// False, and nothing is written, when the value is no text, or holds a NUL. `comment`: a line above it; may be empty.
    [[nodiscard]] base::Result<bool> add(const QString &variable, const base::SecretBytes &value,
                                         const QString &comment = {});
    [[nodiscard]] SecretPieces finish() noexcept { return m_out.take(); }

private:
    PieceWriter m_out;
};

/// Letters, digits and '_', and does not begin with a digit.
[[nodiscard]] bool isVariableName(QStringView name) noexcept;

} // namespace transfer
