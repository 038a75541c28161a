// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importdetection.h"

#include "crypto/fernet.h"
#include "transfer/envparser.h"
#include "transfer/importbots.h"
#include "transfer/importcsv.h"
#include "transfer/importjson.h"
#include "transfer/importpasswords.h"
#include "transfer/plaintext.h"

namespace transfer {

namespace {

using base::ErrorCode;
using base::Result;
using Formats = std::vector<ImportFormat>;

/// https://sqlite.org/fileformat.html
constexpr std::string_view kSqlite("SQLite format 3\0", 16);

/// A file that a parser refuses is not of its format; anything else is a fault.
template<typename T>
Result<bool> fits(const Result<T> &parsed)
{
    if (parsed)
        return true;
    const ErrorCode code = parsed.error().code;
    if (code == ErrorCode::InvalidArgument || code == ErrorCode::InvalidJson)
        return false;
    return std::unexpected(parsed.error());
}

bool looksLikeJson(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos && std::string_view("{[/").find(text[begin]) != std::string_view::npos;
}

Result<Formats> jsonFormats(const base::SecretBytes &text)
{
    const auto tree = parseImportTree(text);
    LATCHKEY_TRY(const bool isJson, fits(tree));
    Formats out;
    if (!isJson)
        return out;
    if (isFreqtrade(*tree))
        out.push_back(ImportFormat::Freqtrade);
    if (isOctoBot(*tree))
        out.push_back(ImportFormat::OctoBot);
    if (isBitwarden(*tree))
        out.push_back(ImportFormat::Bitwarden);
    if (isCcxt(*tree))
        out.push_back(ImportFormat::Ccxt);
    if (out.empty() && batchFromJson(*tree))
        out.push_back(ImportFormat::Json);
    return out;
}

Result<Formats> tableFormats(const base::SecretBytes &text)
{
    const auto table = parseCsv(text);
    LATCHKEY_TRY(const bool isTable, fits(table));
    Formats out;
    if (!isTable)
        return out;
    if (isJesse(*table))
        out.push_back(ImportFormat::Jesse);
    if (isBitwarden(*table))
        out.push_back(ImportFormat::Bitwarden);
    if (isKeePassXc(*table))
        out.push_back(ImportFormat::KeePassXc);
    if (isOnePassword(*table))
        out.push_back(ImportFormat::OnePassword);
    if (out.empty() && isPlainCsv(*table))
        out.push_back(ImportFormat::Csv);
    return out;
}

} // namespace

Result<Formats> detectFormats(const base::SecretBytes &content)
{
    if (content.exposeText().starts_with(kSqlite))
        return Formats{ImportFormat::FernetDatabase};
    const auto plain = plainText(content);
    if (!plain)
        return Formats();
    if (crypto::looksLikeFernet(*plain))
        return Formats{ImportFormat::Fernet};
    if (looksLikeJson(*plain))
        return jsonFormats(content);
    LATCHKEY_TRY(Formats out, tableFormats(content));
    const auto assignments = parseEnv(content);
    LATCHKEY_TRY(const bool isEnv, fits(assignments));
    if (isEnv && !assignments->empty())
        out.push_back(ImportFormat::Env);
    return out;
}

Result<ImportBatch> parseImport(ImportFormat format, const base::SecretBytes &text)
{
    switch (format) {
    case ImportFormat::Env:
        return parseEnvImport(text);
    case ImportFormat::Json:
        return parseJsonImport(text);
    case ImportFormat::Csv:
        return parseCsvImport(text);
    case ImportFormat::Freqtrade:
        return parseFreqtrade(text);
    case ImportFormat::Ccxt:
        return parseCcxt(text);
    case ImportFormat::OctoBot:
        return parseOctoBot(text);
    case ImportFormat::Jesse:
        return parseJesse(text);
    case ImportFormat::Bitwarden:
        return parseBitwarden(text);
    case ImportFormat::KeePassXc:
        return parseKeePassXc(text);
    case ImportFormat::OnePassword:
        return parseOnePassword(text);
    case ImportFormat::Fernet:
    case ImportFormat::FernetDatabase:
        break;
    }
    return base::fail(ErrorCode::InvalidArgument, formatName(format));
}

} // namespace transfer
