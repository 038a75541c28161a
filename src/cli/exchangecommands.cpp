// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exchangesave.h"
#include "cli/exchangetext.h"
#include "cli/opener.h"
#include "cli/removecommand.h"
#include "cli/secretinput.h"
#include "service/words.h"

#include <algorithm>

namespace cli {

namespace {

class ExchangeCheck final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.positional("NAME", m_name, "Account (bitget/main)", false);
        syntax.flag("--all", m_all, "Every account");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        if (m_name.isEmpty() != m_all)
            return base::readyError<int>(base::ErrorCode::InvalidArgument, QStringLiteral("NAME or --all"));
        if (m_all) {
            return withVault(
                parts, this, [&parts] { return parts.checkingExchanges().checkAll(); },
                [&parts](const QList<service::SaveOutcome> &outcomes) { return printAll(parts, outcomes); });
        }
        return withVault(
            parts, this, [this, &parts] { return parts.checkingExchanges().check(m_name); },
            [&parts](const service::SaveOutcome &outcome) { return printOne(parts, outcome); });
    }

private:
    static int printOne(Composition &parts, const service::SaveOutcome &outcome)
    {
        const int status = service::json::exitStatusForCheck(outcome);
        parts.output().document(service::json::checkObject(outcome));
        printReport(parts.output(), outcome, parts.exchangeCatalogue());
        if (status != 0 && parts.output().json())
            parts.output().failure(failureOf(status, outcome));
        return status;
    }
    static int printAll(Composition &parts, const QList<service::SaveOutcome> &outcomes)
    {
        QJsonArray rows;
        for (const service::SaveOutcome &outcome : outcomes) {
            rows.append(service::json::checkObject(outcome));
            printReport(parts.output(), outcome, parts.exchangeCatalogue());
        }
        parts.output().document(rows);
        if (outcomes.isEmpty())
            parts.output().line(QStringLiteral("There is no account yet."));
        const int status = service::json::exitStatusForChecks(outcomes);
        const auto first = std::ranges::find(outcomes, status, &service::json::exitStatusForCheck);
        if (status != 0 && first != outcomes.end() && parts.output().json())
            parts.output().failure(failureOf(status, *first));
        return status;
    }

    QString m_name;
    bool m_all = false;
};

/// Commands on one account that take nothing but its name.
class NamedAccount : public Command {
public:
    void declare(Syntax &syntax) override { syntax.positional("NAME", m_name, "Account (bitget/main)"); }

protected:
    QString m_name;
};

class ExchangeConsent final : public NamedAccount {
public:
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [this, &parts] { return parts.exchanges().consent(m_name); },
            [&parts](const service::SaveOutcome &agreed) {
                const QString &name = agreed.credential.name;
                parts.output().document(QJsonObject{{QStringLiteral("name"), name},
                                                    {QStringLiteral("released"), agreed.inUse}});
                parts.output().line(
                    agreed.inUse
                        ? QStringLiteral("%1 is released.").arg(name)
                        : QStringLiteral("Agreed. The new key is used once it is seen to work: latchkey exchange check %1")
                              .arg(name));
                return 0;
            });
    }
};

QString checkedAt(const service::AccountSummary &account)
{
    return account.lastCheck ? when(account.lastCheck->checkedAtMs) : QStringLiteral("never");
}

QString keyHint(const vault::Credential &credential)
{
    const vault::VersionInfo *version = credential.current() != nullptr ? credential.current() : credential.pending();
    return version != nullptr ? version->keyHint : QString();
}

class ExchangeList final : public Command {
public:
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [&parts] { return parts.exchanges().list(); },
            [&parts](const QList<service::AccountSummary> &all) {
                print(parts.output(), all);
                return 0;
            });
    }

private:
    static void print(Output &out, const QList<service::AccountSummary> &all)
    {
        QJsonArray rows;
        QList<QStringList> table;
        for (const service::AccountSummary &account : all) {
            rows.append(service::json::accountRow(account));
            table << QStringList{account.credential.name, account.credential.attributeValue(vault::attribute::kEnvironment),
                                 keyHint(account.credential), service::words::accountState(account), checkedAt(account)};
        }
        out.document(rows);
        out.table({QStringLiteral("NAME"), QStringLiteral("ENVIRONMENT"), QStringLiteral("KEY"), QStringLiteral("STATE"),
                   QStringLiteral("CHECKED")},
                  table, QStringLiteral("There is no account yet."));
    }
};

class ExchangeShow final : public NamedAccount {
public:
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [this, &parts] { return parts.exchanges().show(m_name); },
            [&parts](const service::AccountSummary &account) {
                print(parts.output(), account);
                return 0;
            });
    }

private:
    static void print(Output &out, const service::AccountSummary &account)
    {
        const vault::Credential &credential = account.credential;
        out.document(service::json::accountDetails(account));
        out.facts({{QStringLiteral("Name"), credential.name},
                   {QStringLiteral("Environment"), credential.attributeValue(vault::attribute::kEnvironment)},
                   {QStringLiteral("Key"), keyHint(credential)},
                   {QStringLiteral("Address"), credential.attributeValue(vault::attribute::kBaseUrl)},
                   {QStringLiteral("State"), service::words::accountState(account)},
                   {QStringLiteral("Checked"), checkedAt(account)},
                   {QStringLiteral("Changed"), when(credential.updatedAtMs)}});
    }
};

class ExchangeRemove final : public RemoveCommand {
    [[nodiscard]] QString question() const override
    {
        return QStringLiteral("Remove %1? The key at the exchange itself is not deleted.").arg(name());
    }
    [[nodiscard]] base::Async<service::Done> remove(Composition &parts) override { return parts.exchanges().remove(name()); }
};

class ExchangeCatalogueCommand final : public Command {
public:
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        const exchange::ExchangeCatalogue &catalogue = parts.exchangeCatalogue();
        parts.output().document(service::json::catalogue(catalogue));
        QList<QStringList> table;
        for (const exchange::ExchangeInfo &info : catalogue.list()) {
            QStringList fields;
            for (const exchange::FieldInfo &field : info.fields)
                fields << (field.required ? field.id : QStringLiteral("[%1]").arg(field.id));
            table << QStringList{info.id, info.displayName, fields.join(QLatin1Char(' ')), yesNo(info.demo.has_value())};
        }
        parts.output().table({QStringLiteral("EXCHANGE"), QStringLiteral("NAME"), QStringLiteral("FIELDS"),
                              QStringLiteral("DEMO")},
                             table, QStringLiteral("There is no exchange."));
        return base::ready<int>(0);
    }
};

} // namespace

void addExchangeCommands(Syntax &root)
{
    Syntax exchange = root.group("exchange", "Exchange accounts");
    exchange.command<ExchangeAdd>("add", "Store an account, then ask the exchange about it");
    exchange.command<ExchangeUpdate>("update", "Replace fields; the old key stays in use until the new one works");
    exchange.command<ExchangeCheck>("check", "Ask the exchange whether a key works and what it may do");
    exchange.command<ExchangeConsent>("consent", "Release a key that was held back because it may withdraw money");
    exchange.command<ExchangeList>("list", "List the accounts, without secrets");
    exchange.command<ExchangeShow>("show", "Show one account, without secrets");
    exchange.command<ExchangeRemove>("remove", "Remove an account");
    exchange.command<ExchangeCatalogueCommand>("catalogue", "List the exchanges and their fields");
}

} // namespace cli
