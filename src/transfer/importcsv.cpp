// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importcsv.h"

#include "transfer/importbots.h"
#include "transfer/importjson.h"

namespace transfer {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

constexpr QLatin1StringView kName("name");
constexpr QLatin1StringView kDescription("description");
constexpr QLatin1StringView kExchange("exchange");

} // namespace

bool isPlainCsv(const CsvTable &table)
{
    return table.hasColumns({kName}) && table.header.size() > 1;
}

bool isJesse(const CsvTable &table)
{
    return table.hasColumns({kName, kExchange, QLatin1StringView("api key"), QLatin1StringView("api secret")});
}

Result<ImportBatch> parseCsvImport(const base::SecretBytes &text)
{
    LATCHKEY_TRY(const CsvTable table, parseCsv(text));
    if (!isPlainCsv(table))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("the first line must name the columns: name,value"));
    const qsizetype name = table.column(kName);
    const qsizetype description = table.column(kDescription);
    ImportBatch batch;
    batch.entries.reserve(table.rows.size());
    for (const auto &row : table.rows) {
        ImportedEntry entry;
        for (qsizetype i = 0; i < table.header.size(); ++i) {
            const base::SecretSlice &cell = row[static_cast<std::size_t>(i)];
            if (i == name)
                entry.name = publicText(cell).trimmed();
            else if (i == description)
                entry.description = publicText(cell);
            else
                entry.fields.push_back({fieldName(table.header[i], entry.fields), cell});
        }
        batch.entries.push_back(std::move(entry));
    }
    return batch;
}

Result<ImportBatch> parseJesse(const base::SecretBytes &text)
{
    LATCHKEY_TRY(const CsvTable table, parseCsv(text));
    if (!isJesse(table))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("not what Jesse exports"));
    const qsizetype name = table.column(kName);
    const qsizetype exchange = table.column(kExchange);
    ImportBatch batch;
    batch.entries.reserve(table.rows.size());
    for (const auto &row : table.rows) {
        ImportedEntry entry;
        for (qsizetype i = 0; i < table.header.size(); ++i) {
            const base::SecretSlice &cell = row[static_cast<std::size_t>(i)];
            const QString field = accountField(table.header[i]);
            if (i == name)
                entry.name = publicText(cell).trimmed();
            else if (i != exchange && !field.isEmpty() && !cell.isEmpty())
                entry.fields.push_back({field, cell});
        }
        // "Bitget USDT Perpetual Testnet": the first word is the exchange.
        const QString words = publicText(row[static_cast<std::size_t>(exchange)]).trimmed().toLower();
        entry.exchange = words.section(u' ', 0, 0);
        entry.demo = words.contains(QLatin1StringView("testnet"));
        batch.entries.push_back(std::move(entry));
    }
    return batch;
}

} // namespace transfer
