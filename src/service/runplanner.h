// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchangecatalogue.h"
#include "llm/providercatalogue.h"
#include "service/ports/processlauncher.h"
#include "service/profiles.h"
#include "service/secrets.h"

namespace service {

/// `--env VAR=REF` or a line of an env file.
struct ExtraVariable {
    QString name;
    QString text;       ///< reference or plain text
    bool plain = false; ///< only env files may hold plain text: what does not parse as a reference or alias
};

struct RunRequest {
    QStringList with; ///< credential names
    QString profile;  ///< empty: generic
    QList<ExtraVariable> extra;
    Caller caller;
    QString command; ///< program name only, for the audit log
};

/// What a child is to get, complete or an error: NotFound (a name missing), UnsupportedProfile (profile does not fit, or more
/// than one fits `--as` alone), Conflict-free names (InvalidArgument for a collision), MissingField (incomplete set),
/// ConsentRequired. The audit record is committed before the plan is returned.
struct RunPlan {
    base::SecretFields variables;
    QStringList strip; ///< names to remove from the inherited environment
};

/// Parses the lines of an env file: VAR=REF or VAR=plain text; comments (#), blank lines, `export `, quotes. InvalidArgument
/// naming the line.
[[nodiscard]] base::Result<QList<ExtraVariable>> parseEnvFile(const base::SecretBytes &text);

/// The spec for the launcher: strips, keeps only PATH, HOME, USER, LANG, TERM with `onlyEnv`.
[[nodiscard]] ports::ChildSpec childSpec(RunPlan plan, const QByteArrayList &inherited, QByteArrayList command, bool onlyEnv,
                                         ports::SecretDelivery delivery);

/// Programs that get secrets at start. Main thread.
class RunPlanner final : public QObject {
    Q_OBJECT

public:
    RunPlanner(VaultHost &host, const ProfileCatalogue &profiles, const exchange::ExchangeCatalogue &exchanges,
               QObject *parent = nullptr);
    [[nodiscard]] base::Async<RunPlan> plan(RunRequest request);

private:
    VaultHost &m_host;
    const ProfileCatalogue &m_profiles;
    const exchange::ExchangeCatalogue &m_exchanges;
};

} // namespace service
