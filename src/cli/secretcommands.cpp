// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opener.h"
#include "cli/removecommand.h"
#include "cli/secretinput.h"
#include "service/words.h"

namespace cli {

namespace {

QStringList fieldNames(const vault::Credential &credential)
{
    const vault::VersionInfo *version = credential.current() != nullptr ? credential.current() : credential.pending();
    return version != nullptr ? version->fields : QStringList();
}

QString versionText(const vault::Credential &credential)
{
    return credential.current() != nullptr ? QString::number(credential.current()->number) : QStringLiteral("none released");
}

class SecretSet final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.positional("NAME", m_name, "Name (bot/telegram), or an alias such as bitget_api_key");
        syntax.option("--kind KIND", m_kind, "generic, database, api-key, oauth, tls-certificate, encryption-key, ...");
        syntax.option("--description", m_description, "What it is for");
        syntax.footer(
            "The fields come as a JSON object from standard input, for example {\"value\":\"...\"}; on a terminal the\n"
            "value is asked for. An existing name gets a new version.");
    }
    [[nodiscard]] bool readsInput() const override { return true; }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        auto fields = readSecretFields({{QStringLiteral("value"), QStringLiteral("Value")}});
        if (!fields)
            return base::ready<int>(std::unexpected(fields.error()));
        auto change = std::make_shared<service::SecretChange>(service::SecretChange{m_name, m_kind, m_description,
                                                                                    *std::move(fields)});
        return withVault(
            parts, this, [&parts, change] { return parts.secrets().set(std::move(*change)); },
            [&parts](const vault::Credential &stored) {
                parts.output().document(service::json::secretRow(stored));
                parts.output().line(QStringLiteral("Stored %1, version %2.").arg(stored.name, versionText(stored)));
                return 0;
            });
    }

private:
    QString m_name;
    std::optional<QString> m_kind;
    std::optional<QString> m_description;
};

class SecretList final : public Command {
public:
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [&parts] { return parts.secrets().list(); },
            [&parts](const QList<vault::Credential> &all) {
                print(parts.output(), all);
                return 0;
            });
    }

private:
    static void print(Output &out, const QList<vault::Credential> &all)
    {
        QJsonArray rows;
        QList<QStringList> table;
        for (const vault::Credential &each : all) {
            rows.append(service::json::secretRow(each));
            table << QStringList{each.name,         vault::kindName(each.kind), fieldNames(each).join(QStringLiteral(", ")),
                                 versionText(each), when(each.updatedAtMs),     each.description};
        }
        out.document(rows);
        out.table({QStringLiteral("NAME"), QStringLiteral("KIND"), QStringLiteral("FIELDS"), QStringLiteral("VERSION"),
                   QStringLiteral("CHANGED"), QStringLiteral("DESCRIPTION")},
                  table, QStringLiteral("There is no secret yet."));
    }
};

class SecretShow final : public Command {
public:
    void declare(Syntax &syntax) override { syntax.positional("NAME", m_name, "Name or alias"); }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [this, &parts] { return parts.secrets().show(m_name); },
            [&parts](const vault::Credential &found) {
                print(parts.output(), found);
                return 0;
            });
    }

private:
    static void print(Output &out, const vault::Credential &found)
    {
        out.document(service::json::secretRow(found));
        out.facts({{QStringLiteral("Name"), found.name},
                   {QStringLiteral("Kind"), vault::kindName(found.kind)},
                   {QStringLiteral("Description"), found.description},
                   {QStringLiteral("Fields"), fieldNames(found).join(QStringLiteral(", "))},
                   {QStringLiteral("Version"), versionText(found)},
                   {QStringLiteral("Created"), when(found.createdAtMs)},
                   {QStringLiteral("Changed"), when(found.updatedAtMs)},
                   {QStringLiteral("Replace by"), when(found.rotationDueMs().value_or(0))}});
    }

    QString m_name;
};

class SecretRemove final : public RemoveCommand {
    [[nodiscard]] QString question() const override
    {
        return QStringLiteral("Remove %1 with all its versions?").arg(name());
    }
    [[nodiscard]] base::Async<service::Done> remove(Composition &parts) override { return parts.secrets().remove(name()); }
};

} // namespace

void addSecretCommands(Syntax &root)
{
    Syntax secret = root.group("secret", "Secrets of any kind");
    secret.command<SecretSet>("set", "Store a secret, or a new version of one");
    secret.command<SecretList>("list", "List all, without values");
    secret.command<SecretShow>("show", "Show one, without values");
    secret.command<SecretRemove>("remove", "Remove one with all its versions");
    addVersionCommands(secret);
    addMakingCommands(root, secret);
    addNamingCommands(root);
}

} // namespace cli
