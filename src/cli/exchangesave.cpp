// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exchangesave.h"

#include "cli/exchangetext.h"
#include "cli/opener.h"
#include "cli/secretinput.h"
#include "cli/syntax.h"
#include "platform/terminal.h"

#include <QFile>

namespace cli {

namespace {

constexpr qint64 kLargestCa = 1 << 20;

QList<FieldPrompt> promptsFor(const exchange::ExchangeInfo &info, bool allOptional)
{
    QList<FieldPrompt> prompts;
    for (const exchange::FieldInfo &field : info.fields)
        prompts << FieldPrompt{field.id, field.label, field.required && !allOptional};
    return prompts;
}

/// The document of a save is printed whatever the check says; a status other than 0 stands on standard error as well.
int finish(Composition &parts, const service::SaveOutcome &outcome, int status)
{
    Output &out = parts.output();
    out.document(service::json::saveOutcome(outcome));
    out.line(QStringLiteral("Stored %1.").arg(outcome.credential.name));
    printNotices(out, outcome, parts.exchangeCatalogue());
    printReport(out, outcome, parts.exchangeCatalogue());
    if (status != 0 && out.json())
        out.failure(failureOf(status, outcome));
    return status;
}

} // namespace

void ExchangeSave::declareOptions(Syntax &syntax)
{
    syntax.flag("--demo", m_options.demo, "A demo (paper trading) account");
    syntax.option("--region NAME", m_options.region, "Regional site of the exchange");
    syntax.option("--base-url URL", m_options.baseUrl, "Another address of the API");
    syntax.option("--ca-file FILE", m_caFile, "Trust only this certificate (PEM); its content is stored");
    syntax.option("--proxy URL", m_options.proxy, "Proxy for this account");
    syntax.flag("--elsewhere", m_elsewhere, "Used from another computer: this one's address may be refused");
    syntax.flag("--no-check", m_noCheck, "Do not ask the exchange");
    syntax.flag("--accept-withdraw", m_options.acceptWithdraw, "Use the key even if it may withdraw money");
    syntax.footer("The fields come as a JSON object from standard input; on a terminal each is asked for.");
}

base::Result<service::ExchangeOptions> ExchangeSave::options() const
{
    service::ExchangeOptions options = m_options;
    options.check = !m_noCheck;
    if (m_elsewhere)
        options.elsewhere = true;
    if (m_here) {
        if (m_elsewhere)
            return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("--elsewhere, --not-elsewhere"));
        options.elsewhere = false;
    }
    if (!m_caFile.isEmpty()) {
        QFile file(m_caFile);
        if (!file.open(QIODevice::ReadOnly))
            return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("--ca-file: ") + file.errorString());
        options.caPem = file.read(kLargestCa);
        if (options.caPem.isEmpty())
            return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("--ca-file FILE"));
    }
    return options;
}

void ExchangeAdd::declare(Syntax &syntax)
{
    syntax.positional("EXCHANGE", m_exchange, "bitget, ... (latchkey exchange catalogue)");
    syntax.positional("ACCOUNT", m_account, "Your name for the account, for example main");
    declareOptions(syntax);
}

base::Async<int> ExchangeAdd::run(Composition &parts)
{
    const exchange::ExchangeInfo *info = parts.exchangeCatalogue().find(m_exchange);
    if (info == nullptr)
        return base::readyError<int>(base::ErrorCode::UnknownExchange, m_exchange);
    auto wanted = options();
    if (!wanted)
        return base::ready<int>(std::unexpected(wanted.error()));
    if (platform::isTerminal(platform::StandardStream::Input)) {
        return base::chain(openVault(parts, this), this, [this, &parts, info, wanted = *wanted](service::Done) {
            return base::chain(parts.exchanges().requireFree(info->id, m_account), this,
                               [this, &parts, info, wanted](service::Done) {
                                   auto fields = readSecretFields(promptsFor(*info, false));
                                   return fields ? store(parts, wanted, *std::move(fields))
                                                 : base::ready<int>(std::unexpected(fields.error()));
                               });
        });
    }
    auto fields = readSecretFields({});
    if (!fields)
        return base::ready<int>(std::unexpected(fields.error()));
    auto held = std::make_shared<base::SecretFields>(*std::move(fields));
    return base::chain(openVault(parts, this), this, [this, &parts, held, wanted = *wanted](service::Done) {
        return store(parts, wanted, std::move(*held));
    });
}

base::Async<int> ExchangeAdd::store(Composition &parts, const service::ExchangeOptions &wanted, base::SecretFields fields)
{
    return base::chain(parts.checkingExchanges().add(m_exchange, m_account, wanted, std::move(fields)), this,
                       [&parts](const service::SaveOutcome &outcome) {
                           // Saved is saved, whatever the check says, unless the key waits for consent.
                           const int status = outcome.consentRequired ? service::json::exitStatusForCheck(outcome) : 0;
                           return base::ready<int>(finish(parts, outcome, status));
                       });
}

void ExchangeUpdate::declare(Syntax &syntax)
{
    syntax.positional("NAME", m_name, "Account (bitget/main)");
    declareOptions(syntax);
    syntax.flag("--not-elsewhere", m_here, "Used from this computer again");
}

base::Async<int> ExchangeUpdate::run(Composition &parts)
{
    auto wanted = options();
    if (!wanted)
        return base::ready<int>(std::unexpected(wanted.error()));
    if (platform::isTerminal(platform::StandardStream::Input)) {
        return base::chain(openVault(parts, this), this, [this, &parts, wanted = *wanted](service::Done) {
            return base::chain(
                parts.exchanges().show(m_name), this, [this, &parts, wanted](const service::AccountSummary &account) {
                    const QString id = account.credential.attributeValue(vault::attribute::kExchange);
                    const exchange::ExchangeInfo *info = parts.exchangeCatalogue().find(id);
                    auto fields = readSecretFields(info != nullptr ? promptsFor(*info, true) : QList<FieldPrompt>());
                    return fields ? store(parts, wanted, *std::move(fields))
                                  : base::ready<int>(std::unexpected(fields.error()));
                });
        });
    }
    auto fields = readSecretFields({}, EmptyInput::MeansNothing);
    if (!fields)
        return base::ready<int>(std::unexpected(fields.error()));
    auto held = std::make_shared<base::SecretFields>(*std::move(fields));
    return base::chain(openVault(parts, this), this, [this, &parts, held, wanted = *wanted](service::Done) {
        return store(parts, wanted, std::move(*held));
    });
}

base::Async<int> ExchangeUpdate::store(Composition &parts, const service::ExchangeOptions &wanted, base::SecretFields fields)
{
    return updateAccount(parts, this, m_name, wanted, std::move(fields));
}

base::Async<int> updateAccount(Composition &parts, QObject *context, const QString &name,
                               const service::ExchangeOptions &wanted, base::SecretFields fields)
{
    return base::chain(parts.checkingExchanges().update(name, wanted, std::move(fields)), context,
                       [&parts](const service::SaveOutcome &outcome) {
                           const int status = outcome.inUse ? 0 : service::json::exitStatusForCheck(outcome);
                           return base::ready<int>(finish(parts, outcome, status));
                       });
}

} // namespace cli
