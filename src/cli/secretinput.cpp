// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/secretinput.h"

#include "base/privatefile.h"
#include "platform/terminal.h"

namespace cli {

namespace {

constexpr std::size_t kLongestInput = 1u << 20;

base::Result<base::SecretFields> askFields(const QList<FieldPrompt> &prompts)
{
    LATCHKEY_TRY(platform::Terminal terminal, platform::Terminal::open());
    base::SecretFields fields;
    for (const FieldPrompt &prompt : prompts) {
        const QString optional = prompt.required ? QString() : QStringLiteral(" (empty: none)");
        LATCHKEY_TRY(base::SecretBytes answer,
                     terminal.read(prompt.label + optional + QStringLiteral(": "), platform::Echo::Off));
        if (answer.isEmpty() && prompt.required)
            return base::fail(base::ErrorCode::EmptyField, prompt.field);
        answer.maskInLogs();
        if (!answer.isEmpty())
            fields.emplace(prompt.field, std::move(answer));
    }
    return fields;
}

} // namespace

base::Result<base::SecretFields> readSecretFields(const QList<FieldPrompt> &prompts, EmptyInput empty)
{
    if (platform::isTerminal(platform::StandardStream::Input))
        return askFields(prompts);
    LATCHKEY_TRY(const base::SecretBytes text, base::readSecretFile(QStringLiteral("-"), kLongestInput, false));
    if (text.isEmpty() && empty == EmptyInput::MeansNothing)
        return base::SecretFields();
    LATCHKEY_TRY(base::SecretFields fields, base::parseSecretObject(text));
    for (auto &[name, value] : fields)
        value.maskInLogs();
    return fields;
}

base::Result<base::SecretBytes> readSecretValue(const QString &prompt)
{
    base::SecretBytes value;
    if (platform::isTerminal(platform::StandardStream::Input)) {
        LATCHKEY_TRY(platform::Terminal terminal, platform::Terminal::open());
        LATCHKEY_TRY(value, terminal.read(prompt, platform::Echo::Off));
    } else {
        LATCHKEY_TRY(value, base::readSecretFile(QStringLiteral("-"), kLongestInput, true));
    }
    value.maskInLogs();
    return value;
}

base::Result<void> confirm(const QString &question, bool yes)
{
    if (yes)
        return {};
    // Asked only where the answer is seen to come from a person: a pipe is no person.
    if (!platform::isTerminal(platform::StandardStream::Input))
        return base::fail(base::ErrorCode::NotATerminal, QStringLiteral("--yes"));
    LATCHKEY_TRY(platform::Terminal terminal, platform::Terminal::open());
    LATCHKEY_TRY(const QString answer, terminal.readLine(question + QStringLiteral(" [y/N] ")));
    const QString word = answer.trimmed().toLower();
    if (word != QLatin1StringView("y") && word != QLatin1StringView("yes"))
        return base::fail(base::ErrorCode::Cancelled);
    return {};
}

} // namespace cli
