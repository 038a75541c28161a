// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/randomsource.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace service {

/// What a generated value looks like.
enum class GeneratedForm {
    Aes256,   ///< 32 random bytes in base64 (44 characters)
    Password, ///< 24 characters unless told otherwise, at least one of each class
    Token,    ///< 43 characters of base64url unless told otherwise: 256 bits and a little more
};
[[nodiscard]] std::optional<GeneratedForm> generatedForm(const QString &name); ///< "aes256", "password", "token"

/// The rules that a value has to follow.
struct GeneratorPolicy {
    GeneratedForm form = GeneratedForm::Password;
    std::size_t length =
        0;               ///< characters; 0: the form's own. Password 8 to 1024, token 22 to 1024, aes256 has one length only
    QStringList classes; ///< of a password: "lower", "upper", "digits", "symbols"; empty: all four
};

/// A value in secure memory. Every value that the policy allows is as likely as any other. InvalidArgument naming the option that
/// does not fit ("--length", "--classes"); errors of the source.
[[nodiscard]] base::Result<base::SecretBytes> generateSecret(const GeneratorPolicy &policy, base::RandomSource &random);

} // namespace service
