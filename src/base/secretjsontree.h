// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretarena.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace base {

struct SecretJsonMember;

/// A JSON document whose values are secret. Names of members are not.
struct SecretJson {
    enum class Type : std::uint8_t { Null, Boolean, Number, Text, Array, Object };

    Type type = Type::Null;
    SecretSlice text;                      ///< of a text its value, of a number or a boolean what stood there
    std::vector<SecretJson> items;         ///< of an array
    std::vector<SecretJsonMember> members; ///< of an object, in the order of the document; no name stands twice

    [[nodiscard]] bool isText() const noexcept { return type == Type::Text; }
    [[nodiscard]] bool isArray() const noexcept { return type == Type::Array; }
    [[nodiscard]] bool isObject() const noexcept { return type == Type::Object; }
    /// A text, a number or a boolean.
    [[nodiscard]] bool isScalar() const noexcept;
    /// Null when there is no such member.
    [[nodiscard]] const SecretJson *find(QStringView name) const noexcept;
};

struct SecretJsonMember {
    QString first; ///< its name
    SecretJson second;
};

/// What JSON for people allows beyond RFC 8259.
enum class JsonDialect : std::uint8_t {
    Strict,
    Relaxed, ///< comments and trailing commas
};

/// Parses one document; a byte order mark before it is passed over. At most 32 levels, 200 000 values, 1000 bytes a name and 1 MiB
/// a value. InvalidJson, which repeats nothing of the input, also for names that stand twice and for invalid UTF-8;
/// OutOfSecureMemory.
[[nodiscard]] Result<SecretJson> parseSecretJson(const SecretBytes &text, JsonDialect dialect = JsonDialect::Strict);

} // namespace base
