// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importpasswords.h"

#include "transfer/importjson.h"
#include "transfer/plaintext.h"

#include <QHash>

#include <algorithm>

namespace transfer {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::SecretJson;
using base::SecretSlice;

struct Column {
    QLatin1StringView name; ///< in the file
    QLatin1StringView field;
};

using Columns = std::initializer_list<Column>;

void add(ImportedEntry &entry, const QString &field, const SecretSlice &value)
{
    if (!value.isEmpty())
        entry.fields.push_back({fieldName(field, entry.fields), value});
}

QString nameOf(const QString &folder, const QString &title)
{
    return folder.isEmpty() ? title : folder + QLatin1Char('/') + title;
}

/// Entries out of a table: `folder` may be absent, `title` is there.
ImportBatch fromTable(const CsvTable &table, QLatin1StringView folder, QLatin1StringView title, Columns columns)
{
    ImportBatch batch;
    batch.namesRepeat = true;
    batch.entries.reserve(table.rows.size());
    const auto cell = [&table](const std::vector<SecretSlice> &row, QLatin1StringView name) {
        const qsizetype at = table.column(name);
        return at < 0 ? SecretSlice() : row[static_cast<std::size_t>(at)];
    };
    for (const auto &row : table.rows) {
        ImportedEntry entry;
        entry.name = nameOf(publicText(cell(row, folder)).trimmed(), publicText(cell(row, title)).trimmed());
        for (const Column &column : columns)
            add(entry, column.field, cell(row, column.name));
        batch.entries.push_back(std::move(entry));
    }
    return batch;
}

std::unexpected<base::Error> isNot(const char *what)
{
    return fail(ErrorCode::InvalidArgument, QStringLiteral("not %1").arg(QLatin1StringView(what)));
}

/// Bitwarden's own numbers for what an item is.
constexpr std::string_view kLogin("1");
constexpr std::string_view kNote("2");

void addText(ImportedEntry &entry, const QString &field, const SecretJson *value)
{
    if (value != nullptr && value->isScalar())
        add(entry, field, value->text);
}

void addLogin(ImportedEntry &entry, const SecretJson &login)
{
    addText(entry, QStringLiteral("username"), login.find(u"username"));
    addText(entry, QStringLiteral("password"), login.find(u"password"));
    addText(entry, QStringLiteral("totp"), login.find(u"totp"));
    if (const SecretJson *uris = login.find(u"uris"); uris != nullptr) {
        for (const SecretJson &each : uris->items)
            addText(entry, QStringLiteral("url"), each.find(u"uri"));
    }
}

ImportedEntry entryFrom(const SecretJson &item, const QHash<QString, QString> &folders)
{
    ImportedEntry entry;
    entry.name = nameOf(folders.value(publicText(item, u"folderId")), publicText(item, u"name").trimmed());
    const SecretJson *type = item.find(u"type");
    const std::string_view number = type != nullptr ? type->text.exposeText() : std::string_view();
    if (number != kLogin && number != kNote) {
        entry.unfit = Unfit::OtherKind;
        return entry;
    }
    if (const SecretJson *login = item.find(u"login"); login != nullptr)
        addLogin(entry, *login);
    if (const SecretJson *fields = item.find(u"fields"); fields != nullptr) {
        for (const SecretJson &each : fields->items)
            addText(entry, publicText(each, u"name"), each.find(u"value"));
    }
    addText(entry, QStringLiteral("notes"), item.find(u"notes"));
    return entry;
}

Result<ImportBatch> fromBitwardenJson(const base::SecretBytes &text)
{
    LATCHKEY_TRY(const SecretJson tree, parseImportTree(text));
    const SecretJson *encrypted = tree.find(u"encrypted");
    if (encrypted != nullptr && encrypted->text.exposeText() == "true")
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("an encrypted Bitwarden export; export it as plain .json or .csv"));
    if (!isBitwarden(tree))
        return isNot("what Bitwarden exports");
    QHash<QString, QString> folders;
    if (const SecretJson *all = tree.find(u"folders"); all != nullptr) {
        for (const SecretJson &each : all->items)
            folders.insert(publicText(each, u"id"), publicText(each, u"name"));
    }
    ImportBatch batch;
    batch.namesRepeat = true;
    for (const SecretJson &item : tree.find(u"items")->items) {
        if (batch.entries.size() == kMostEntries)
            return isNot("a file of this size");
        batch.entries.push_back(entryFrom(item, folders));
    }
    return batch;
}

} // namespace

bool isBitwarden(const SecretJson &tree)
{
    const SecretJson *items = tree.find(u"items");
    return tree.find(u"encrypted") != nullptr && items != nullptr && items->isArray();
}

bool isBitwarden(const CsvTable &table)
{
    return table.hasColumns({QLatin1StringView("name"), QLatin1StringView("login_username"),
                             QLatin1StringView("login_password")});
}

bool isKeePassXc(const CsvTable &table)
{
    return table.hasColumns({QLatin1StringView("group"), QLatin1StringView("title"), QLatin1StringView("username"),
                             QLatin1StringView("password")});
}

bool isOnePassword(const CsvTable &table)
{
    return table.hasColumns({QLatin1StringView("title"), QLatin1StringView("username"), QLatin1StringView("password"),
                             QLatin1StringView("otpauth")});
}

Result<ImportBatch> parseBitwarden(const base::SecretBytes &text)
{
    LATCHKEY_TRY(const std::string_view plain, plainText(text));
    if (trimmed(plain).starts_with('{'))
        return fromBitwardenJson(text);
    LATCHKEY_TRY(const CsvTable table, parseCsv(text));
    if (!isBitwarden(table))
        return isNot("what Bitwarden exports");
    return fromTable(table, QLatin1StringView("folder"), QLatin1StringView("name"),
                     {{QLatin1StringView("login_username"), QLatin1StringView("username")},
                      {QLatin1StringView("login_password"), QLatin1StringView("password")},
                      {QLatin1StringView("login_totp"), QLatin1StringView("totp")},
                      {QLatin1StringView("login_uri"), QLatin1StringView("url")},
                      {QLatin1StringView("fields"), QLatin1StringView("fields")},
                      {QLatin1StringView("notes"), QLatin1StringView("notes")}});
}

Result<ImportBatch> parseKeePassXc(const base::SecretBytes &text)
{
    LATCHKEY_TRY(const CsvTable table, parseCsv(text));
    if (!isKeePassXc(table))
        return isNot("what KeePassXC exports");
    return fromTable(table, QLatin1StringView("group"), QLatin1StringView("title"),
                     {{QLatin1StringView("username"), QLatin1StringView("username")},
                      {QLatin1StringView("password"), QLatin1StringView("password")},
                      {QLatin1StringView("totp"), QLatin1StringView("totp")},
                      {QLatin1StringView("url"), QLatin1StringView("url")},
                      {QLatin1StringView("notes"), QLatin1StringView("notes")}});
}

Result<ImportBatch> parseOnePassword(const base::SecretBytes &text)
{
    LATCHKEY_TRY(const CsvTable table, parseCsv(text));
    if (!isOnePassword(table))
        return isNot("what 1Password exports");
    return fromTable(table, QLatin1StringView(), QLatin1StringView("title"),
                     {{QLatin1StringView("username"), QLatin1StringView("username")},
                      {QLatin1StringView("password"), QLatin1StringView("password")},
                      {QLatin1StringView("otpauth"), QLatin1StringView("totp")},
                      {QLatin1StringView("url"), QLatin1StringView("url")},
                      {QLatin1StringView("notes"), QLatin1StringView("notes")}});
}

} // namespace transfer
