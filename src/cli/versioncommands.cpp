// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opener.h"
#include "cli/secretinput.h"
#include "service/aliases.h"
#include "service/versions.h"

namespace cli {

namespace {

using base::ErrorCode;

/// A version's number as an option takes it.
base::Result<std::uint32_t> parseNumber(const QString &text, const QString &option)
{
    bool isNumber = false;
    const uint number = text.toUInt(&isNumber);
    if (!isNumber || number == 0 || text != QString::number(number))
        return base::fail(ErrorCode::InvalidArgument, option);
    return number;
}

QString inUse(const vault::Credential &credential)
{
    return credential.current() != nullptr ? QStringLiteral("version %1 is in use").arg(credential.current()->number)
                                           : QStringLiteral("no version is in use");
}

/// Commands that change the versions of one credential and say how it stands then.
class VersionCommand : public Command {
protected:
    [[nodiscard]] service::Versions &versions(Composition &parts)
    {
        return *new service::Versions(parts.host(), parts.caller(), this);
    }
    static int print(Composition &parts, const vault::Credential &credential)
    {
        parts.output().document(service::json::secretRow(credential));
        parts.output().line(QStringLiteral("%1: %2.").arg(credential.name, inUse(credential)));
        return 0;
    }

    QString m_name;
};

class SecretHistory final : public VersionCommand {
public:
    void declare(Syntax &syntax) override { syntax.positional("NAME", m_name, "Name or alias"); }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [this, &parts] { return versions(parts).history(m_name); },
            [&parts](const vault::Credential &found) {
                print(parts.output(), found);
                return 0;
            });
    }

private:
    static void print(Output &out, const vault::Credential &found)
    {
        QJsonArray rows;
        QList<QStringList> table;
        for (const vault::VersionInfo &version : found.versions) {
            rows.append(service::json::historyRow(version));
            table << QStringList{QString::number(version.number), vault::stateName(version.state), when(version.createdAtMs),
                                 version.note};
        }
        out.document(rows);
        out.table({QStringLiteral("VERSION"), QStringLiteral("STATE"), QStringLiteral("CREATED"), QStringLiteral("NOTE")},
                  table, QStringLiteral("There is no version."));
    }
};

class SecretRollback final : public VersionCommand {
public:
    void declare(Syntax &syntax) override
    {
        syntax.positional("NAME", m_name, "Name or alias");
        syntax.option("--to N", m_to, "Number of an earlier version (latchkey secret history)");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        const auto number = parseNumber(m_to, QStringLiteral("--to"));
        if (!number)
            return base::ready<int>(std::unexpected(number.error()));
        return withVault(
            parts, this, [this, &parts, number = *number] { return versions(parts).rollBack(m_name, number); },
            [&parts](const vault::Credential &credential) {
                const int status = print(parts, credential);
                if (credential.kind == vault::CredentialKind::Exchange)
                    parts.output().line(
                        QStringLiteral("Ask the exchange about it: latchkey exchange check %1").arg(credential.name));
                return status;
            });
    }

private:
    QString m_to;
};

class SecretMark final : public VersionCommand {
public:
    void declare(Syntax &syntax) override
    {
        syntax.positional("NAME", m_name, "Name or alias");
        syntax.option("--version N", m_version, "Number of the version (latchkey secret history)");
        syntax.option("--as STATE", m_state, "retired (an earlier one ends) or compromised (others may know it)");
        syntax.footer("Nobody gets that version any more, and it cannot be brought back.");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        const auto number = parseNumber(m_version, QStringLiteral("--version"));
        if (!number)
            return base::ready<int>(std::unexpected(number.error()));
        const bool retired = m_state == QLatin1StringView("retired");
        if (!retired && m_state != QLatin1StringView("compromised"))
            return base::readyError<int>(ErrorCode::InvalidArgument, QStringLiteral("--as"));
        const QString question =
            QStringLiteral("Mark version %1 of %2 as %3? It cannot be brought back.").arg(m_version, m_name, m_state);
        if (const auto sure = confirm(question, parts.options().yes); !sure)
            return base::ready<int>(std::unexpected(sure.error()));
        return withVault(
            parts, this,
            [this, &parts, number = *number, retired] {
                return retired ? versions(parts).retire(m_name, number) : versions(parts).markCompromised(m_name, number);
            },
            [&parts](const vault::Credential &credential) { return print(parts, credential); });
    }

private:
    QString m_version;
    QString m_state;
};

class PolicySet final : public VersionCommand {
public:
    void declare(Syntax &syntax) override
    {
        syntax.positional("NAME", m_name, "Name or alias");
        syntax.option("--keep N", m_keep, "How many versions are kept, 1 to 1000; older ones go at once");
        syntax.option("--rotate-every TIME", m_every, "When it should be replaced: 90d, 12w, 24h, or never");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        const auto change = parse();
        if (!change)
            return base::ready<int>(std::unexpected(change.error()));
        return withVault(
            parts, this, [this, &parts, change = *change] { return versions(parts).setPolicy(m_name, change); },
            [&parts](const vault::Credential &credential) {
                parts.output().document(service::json::secretRow(credential));
                parts.output().line(
                    QStringLiteral("%1: %2 versions are kept.").arg(credential.name).arg(credential.keepVersions));
                if (const auto due = credential.rotationDueMs())
                    parts.output().line(QStringLiteral("To be replaced by %1.").arg(when(*due)));
                return 0;
            });
    }

private:
    [[nodiscard]] base::Result<service::PolicyChange> parse() const
    {
        service::PolicyChange out;
        if (m_keep.isEmpty() && m_every.isEmpty())
            return base::fail(ErrorCode::InvalidArgument, QStringLiteral("--keep or --rotate-every"));
        if (!m_keep.isEmpty()) {
            LATCHKEY_TRY(out.keep, parseNumber(m_keep, QStringLiteral("--keep")));
        }
        if (!m_every.isEmpty()) {
            LATCHKEY_TRY(out.every, service::parseInterval(m_every));
        }
        return out;
    }

    QString m_keep;
    QString m_every;
};

class RenameCommand final : public VersionCommand {
public:
    void declare(Syntax &syntax) override
    {
        syntax.positional("NAME", m_name, "Name");
        syntax.positional("NEW", m_new, "Its new name");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [this, &parts] { return versions(parts).rename(m_name, m_new); },
            [this, &parts](const vault::Credential &credential) {
                parts.output().document(service::json::secretRow(credential));
                parts.output().line(QStringLiteral("%1 is called %2 now.").arg(m_name, credential.name));
                return 0;
            });
    }

private:
    QString m_new;
};

QJsonObject aliasRow(const service::UserAlias &alias)
{
    return {{QStringLiteral("alias"), alias.name}, {QStringLiteral("reference"), alias.target.toText()}};
}

class AliasCommand : public Command {
protected:
    [[nodiscard]] service::Aliases &aliases(Composition &parts)
    {
        return *new service::Aliases(parts.host(), parts.caller(), this);
    }
};

class AliasAdd final : public AliasCommand {
public:
    void declare(Syntax &syntax) override
    {
        syntax.positional("ALIAS", m_alias, "A new name without /, which nothing else has");
        syntax.positional("REF", m_reference, "What it stands for: NAME#FIELD, latchkey://..., or NAME");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [this, &parts] { return aliases(parts).add(m_alias, m_reference); },
            [&parts](const service::UserAlias &added) {
                parts.output().document(aliasRow(added));
                parts.output().line(QStringLiteral("%1 stands for %2.").arg(added.name, added.target.toText()));
                return 0;
            });
    }

private:
    QString m_alias;
    QString m_reference;
};

class AliasList final : public AliasCommand {
public:
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [this, &parts] { return aliases(parts).list(); },
            [&parts](const QList<service::UserAlias> &all) {
                QJsonArray rows;
                QList<QStringList> table;
                for (const service::UserAlias &alias : all) {
                    rows.append(aliasRow(alias));
                    table << QStringList{alias.name, alias.target.toText()};
                }
                parts.output().document(rows);
                parts.output().table({QStringLiteral("ALIAS"), QStringLiteral("STANDS FOR")}, table,
                                     QStringLiteral("There is no alias of your own."));
                return 0;
            });
    }
};

class AliasRemove final : public AliasCommand {
public:
    void declare(Syntax &syntax) override { syntax.positional("ALIAS", m_alias, "Alias; what it stands for stays"); }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [this, &parts] { return aliases(parts).remove(m_alias); },
            [this, &parts](service::Done) {
                parts.output().document(QJsonObject{{QStringLiteral("removed"), m_alias}});
                parts.output().line(QStringLiteral("Removed the alias %1.").arg(m_alias));
                return 0;
            });
    }

private:
    QString m_alias;
};

} // namespace

void addVersionCommands(Syntax &secret)
{
    secret.command<SecretHistory>("history", "List the versions of one, without values");
    secret.command<SecretRollback>("rollback", "Bring an earlier version into use again");
    secret.command<SecretMark>("mark", "End a version: nobody gets it any more");
}

void addNamingCommands(Syntax &root)
{
    root.command<RenameCommand>("rename", "Give a credential another name");
    Syntax alias = root.group("alias", "Your own names for references");
    alias.command<AliasAdd>("add", "Give a reference a name of your own");
    alias.command<AliasList>("list", "List your aliases");
    alias.command<AliasRemove>("remove", "Remove one of your aliases");
    Syntax policy = root.group("policy", "How credentials are kept");
    policy.command<PolicySet>("set", "Say how many versions are kept and when to replace it");
}

} // namespace cli
