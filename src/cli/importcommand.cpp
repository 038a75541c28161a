// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/importcommand.h"

#include "cli/opener.h"
#include "cli/syntax.h"
#include "service/importwords.h"
#include "storage/sqlitefernetdatabase.h"

namespace cli {

namespace {

constexpr int kConflict = 10;

QString numbers(const service::ImportReport &report)
{
    using enum service::ImportOutcome;
    const QString text = report.dryRun
        ? QStringLiteral(
              "Would import %1; %2 are in the vault already, %3 would be left alone, %4 skipped. Nothing was written.")
        : QStringLiteral("Imported %1; %2 were in the vault already, %3 were left alone, %4 skipped.");
    return text.arg(report.count(New)).arg(report.count(Same)).arg(report.count(Conflict)).arg(report.count(Skipped));
}

} // namespace

ImportCommand::ImportCommand() = default;
ImportCommand::~ImportCommand() = default;

void ImportCommand::declare(Syntax &syntax)
{
    syntax.positional("FILE", m_path, "File of keys that another program wrote (- = standard input); it is only read");
    syntax.option("--format NAME", m_format,
                  "auto (the default), env, fernet, fernet-db, json, csv, freqtrade, ccxt, octobot, jesse, bitwarden, "
                  "keepassxc or 1password");
    syntax.option("--key-file FILE", m_keyFile, "Key of a Fernet store; by default .key or secret.key beside it");
    syntax.option("--account NAME", m_account, "What an account is called that has no name in the file; by default main");
    syntax.flag("--dry-run", m_dryRun, "Tell what would happen to each entry, and write nothing");
    syntax.footer(
        "What is in the vault already is never changed: other values under the same name are left alone, the rest\n"
        "is stored, and the status is 10.");
}

base::Result<service::ImportRequest> ImportCommand::request() const
{
    service::ImportRequest out;
    out.path = m_path;
    out.keyFile = m_keyFile;
    if (!m_account.isEmpty())
        out.account = m_account;
    if (m_format.isEmpty() || m_format == QLatin1StringView("auto"))
        return out;
    out.format = transfer::formatFromName(m_format);
    if (!out.format)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("--format"));
    return out;
}

void ImportCommand::print(Composition &parts, const service::ImportReport &report)
{
    Output &out = parts.output();
    out.document(service::json::importReport(report));
    if (report.detected)
        out.line(QStringLiteral("Taken for: %1 (--format %2).")
                     .arg(service::words::importFormat(report.format), transfer::formatName(report.format)));
    QList<QStringList> table;
    for (const service::ImportRow &row : report.rows) {
        // What was skipped has no reference; it is called as in the file.
        const bool isSkipped = row.outcome == service::ImportOutcome::Skipped;
        table << QStringList{isSkipped ? row.name : vault::encodedName(row.name), row.fields.join(QStringLiteral(", ")),
                             row.sources.join(QStringLiteral(", ")), service::words::forImport(row)};
    }
    out.table({QStringLiteral("NAME"), QStringLiteral("FIELDS"), QStringLiteral("IN THE FILE"), QStringLiteral("OUTCOME")},
              table, QStringLiteral("There is nothing in this file."));
    out.line(numbers(report));
    for (const QString &sentence : service::words::aboutSource(report))
        out.line(sentence);
}

base::Async<int> ImportCommand::run(Composition &parts)
{
    const auto wanted = request();
    if (!wanted)
        return base::ready<int>(std::unexpected(wanted.error()));
    return withVault(
        parts, this,
        [this, &parts, wanted = *wanted] {
            m_database = std::make_unique<storage::SqliteFernetDatabase>();
            m_imports = std::make_unique<service::Imports>(service::Imports::Parts{parts.host(), parts.exchangeCatalogue(),
                                                                                   *m_database, parts.caller()});
            return m_dryRun ? m_imports->preview(wanted) : m_imports->run(wanted);
        },
        [&parts](const service::ImportReport &report) {
            print(parts, report);
            return report.hasConflicts() ? kConflict : 0;
        });
}

} // namespace cli
