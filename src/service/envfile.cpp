// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/runplanner.h"

#include "service/references.h"
#include "transfer/envparser.h"
#include "transfer/exporttext.h"

namespace service {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

/// A bare NAME may be plain text just as well; only the planner, who sees the vault, can tell.
bool isSurelyReference(const QString &text)
{
    const bool hasField = text.contains(QLatin1Char('#')) && vault::Reference::parse(text).has_value();
    return hasField || text.startsWith(QLatin1StringView("latchkey://")) || wellKnownAlias(text).has_value();
}

Result<ExtraVariable> variableFrom(const transfer::EnvAssignment &assignment)
{
    if (!transfer::isVariableName(assignment.name))
        return fail(ErrorCode::InvalidArgument);
    ExtraVariable variable{assignment.name, base::textOf(assignment.value.exposeText()), false};
    variable.plain = !isSurelyReference(variable.text);
    if (!variable.plain)
        LATCHKEY_CHECK(resolveReference(variable.text));
    return variable;
}

} // namespace

Result<QList<ExtraVariable>> parseEnvFile(const base::SecretBytes &text)
{
    LATCHKEY_TRY(const auto assignments, transfer::parseEnv(text));
    QList<ExtraVariable> variables;
    for (const transfer::EnvAssignment &assignment : assignments) {
        const auto variable = variableFrom(assignment);
        if (!variable)
            return fail(variable.error().code, QStringLiteral("line %1").arg(assignment.line));
        variables << *variable;
    }
    return variables;
}

} // namespace service
