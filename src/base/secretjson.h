// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"

#include <QString>

#include <map>

namespace base {

/// Named secret values, for example the fields of a credential. Names are not secret.
using SecretFields = std::map<QString, SecretBytes>;

/// Parses a flat JSON object whose values are strings, within the limits of parseSecretJson(). Everything is parsed in secure
/// memory. InvalidJson (never echoing the input) for anything else: nested values, numbers, duplicate names, trailing text,
/// invalid UTF-8.
[[nodiscard]] Result<SecretFields> parseSecretObject(const SecretBytes &text);

/// Writes `{"name":"value",...}` with the names in order, as UTF-8 in secure memory. Values must be valid UTF-8, else
/// InvalidJson.
[[nodiscard]] Result<SecretBytes> writeSecretObject(const SecretFields &fields);

/// Adds a text in quotes, escaped where JSON asks for it. The text must be valid UTF-8.
[[nodiscard]] Result<void> appendJsonText(SecretBuilder &out, std::string_view text);

/// A deep copy.
[[nodiscard]] Result<SecretFields> cloneFields(const SecretFields &fields);

} // namespace base
