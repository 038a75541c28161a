// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/credential.h"
#include "vault/name.h"

#include <optional>

namespace service {

/// A name of older tools, understood.
struct AliasMatch {
    vault::Reference reference; ///< with a field, without a version
    vault::CredentialKind kind = vault::CredentialKind::Generic;
};

/// The well-known names of older tools, in any case: `bitget_api_key` is `bitget/main#api_key`. nullopt for any other text.
[[nodiscard]] std::optional<AliasMatch> wellKnownAlias(const QString &text);

/// A reference as people and programs write it: alias, `latchkey://...`, `NAME#FIELD` or NAME. InvalidReference, InvalidName.
[[nodiscard]] base::Result<vault::Reference> resolveReference(const QString &text);

} // namespace service
