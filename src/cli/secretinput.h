// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjson.h"

#include <QList>

namespace cli {

/// One question at the terminal.
struct FieldPrompt {
    QString field;
    QString label;
    bool required = true; ///< an empty answer to an optional one leaves the field out
};

enum class EmptyInput { Refused, MeansNothing };

/// Secret fields: a JSON object from standard input, or one prompt each without echo when that is a terminal. InvalidJson
/// (which repeats nothing of the input), EmptyField, NotATerminal, Cancelled.
[[nodiscard]] base::Result<base::SecretFields> readSecretFields(const QList<FieldPrompt> &prompts,
                                                                EmptyInput empty = EmptyInput::Refused);

/// One value: all of standard input less one newline at its end, or a prompt without echo when that is a terminal.
[[nodiscard]] base::Result<base::SecretBytes> readSecretValue(const QString &prompt);

/// "yes" was given, or a person typed it. NotATerminal when there is nobody to ask, Cancelled for any other answer.
[[nodiscard]] base::Result<void> confirm(const QString &question, bool yes);

} // namespace cli
