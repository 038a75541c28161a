// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangecatalogue.h"

#include "base/jsonreader.h"

#include <QFile>
#include <QSet>

#include <algorithm>

// A static library's resources are dropped by the linker unless something asks for them. Qt's macro declares a function of the
// global namespace and must therefore stand outside all others.
static void registerExchangeResources() // NOLINT(misc-use-anonymous-namespace)
{
    Q_INIT_RESOURCE(exchanges);
}

namespace exchange {

namespace {

using base::ErrorCode;
using base::fail;
using base::JsonReader;
using base::Result;

HostInfo readHost(JsonReader reader)
{
    HostInfo host;
    host.baseUrl = reader.url(QLatin1StringView("base_url"));
    if (reader.has(QLatin1StringView("headers"))) {
        JsonReader headers = reader.object(QLatin1StringView("headers"));
        const QStringList names = headers.names();
        for (const QString &name : names) {
            const QByteArray latin = name.toLatin1();
            host.headers.append({latin, headers.text(QLatin1StringView(latin)).toLatin1()});
        }
    }
    reader.close();
    return host;
}

QByteArray readCharset(JsonReader &reader)
{
    const QString name = reader.optionalText(QLatin1StringView("charset"));
    if (name == QLatin1StringView("hex"))
        return QByteArrayLiteral("0123456789abcdef");
    if (name == QLatin1StringView("alphanumeric"))
        return QByteArrayLiteral("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (!name.isEmpty())
        reader.reject(QLatin1StringView("charset"));
    return {};
}

FieldInfo readField(JsonReader reader)
{
    FieldInfo field;
    field.id = reader.text(QLatin1StringView("id"));
    field.label = reader.text(QLatin1StringView("label"));
    field.secret = reader.boolean(QLatin1StringView("secret"), true);
    field.required = reader.boolean(QLatin1StringView("required"), true);
    field.insteadOf = reader.optionalText(QLatin1StringView("instead_of"));
    field.prefix = reader.optionalText(QLatin1StringView("prefix")).toLatin1();
    field.charset = readCharset(reader);
    field.minLength = reader.integer(QLatin1StringView("min_length"), 0);
    field.maxLength = reader.integer(QLatin1StringView("max_length"), 0);
    if (field.minLength < 0 || (field.maxLength != 0 && field.maxLength < field.minLength))
        reader.reject(QLatin1StringView("max_length"));
    reader.close();
    return field;
}

QList<FieldInfo> readFields(JsonReader &reader)
{
    QList<FieldInfo> fields;
    QSet<QString> ids;
    for (JsonReader &entry : reader.objects(QLatin1StringView("fields"))) {
        fields << readField(entry);
        if (ids.contains(fields.last().id))
            entry.reject(QLatin1StringView("id"));
        ids << fields.last().id;
    }
    const bool dangling = std::ranges::any_of(fields, [&](const FieldInfo &f) {
        return !f.insteadOf.isEmpty() && (f.required || !ids.contains(f.insteadOf));
    });
    if (fields.isEmpty() || dangling)
        reader.reject(QLatin1StringView("fields"));
    return fields;
}

QHash<QString, Category> readCodes(JsonReader reader)
{
    QHash<QString, Category> codes;
    const QStringList names = reader.names();
    for (const QString &name : names) {
        const QByteArray latin = name.toLatin1();
        const std::optional<Category> category = name == QLatin1StringView("unexpected") ? std::optional(Category::None)
                                                                                         : categoryFromName(name);
        if (!category)
            reader.reject(QLatin1StringView(latin));
        const QStringList list = reader.texts(QLatin1StringView(latin));
        for (const QString &code : list) {
            if (codes.contains(code)) // one meaning each
                reader.reject(QLatin1StringView(latin));
            codes.insert(code, category.value_or(Category::None));
        }
    }
    return codes;
}

void readRights(JsonReader reader, ExchangeInfo &info)
{
    for (const QLatin1StringView name : {QLatin1StringView("read"), QLatin1StringView("trade"),
                                         QLatin1StringView("transfer"), QLatin1StringView("withdraw")})
        info.rights.insert(name, reader.texts(name));
    info.otherRights = reader.texts(QLatin1StringView("other"));
    reader.close();
}

SignerFamily readSigner(JsonReader &reader)
{
    if (reader.text(QLatin1StringView("signer")) != QLatin1StringView("bitget"))
        reader.reject(QLatin1StringView("signer"));
    return SignerFamily::Bitget;
}

void readHosts(JsonReader reader, ExchangeInfo &info)
{
    info.live = readHost(reader.object(QLatin1StringView("live")));
    if (reader.has(QLatin1StringView("demo")))
        info.demo = readHost(reader.object(QLatin1StringView("demo")));
    reader.close();
}

QList<QUrl> readSources(JsonReader &reader)
{
    QList<QUrl> sources;
    const QStringList texts = reader.texts(QLatin1StringView("sources"));
    for (const QString &text : texts) {
        const QUrl url(text, QUrl::StrictMode);
        if (!url.isValid() || url.scheme() != QLatin1StringView("https"))
            reader.reject(QLatin1StringView("sources"));
        sources << url;
    }
    return sources;
}

ExchangeInfo readExchange(JsonReader &reader)
{
    ExchangeInfo info;
    info.id = reader.text(QLatin1StringView("id"));
    if (info.id != info.id.toLower())
        reader.reject(QLatin1StringView("id"));
    info.displayName = reader.text(QLatin1StringView("display_name"));
    info.signer = readSigner(reader);
    info.verifiedLive = reader.boolean(QLatin1StringView("verified_live"), false);
    info.timestampWindowMs = reader.integer(QLatin1StringView("timestamp_window_ms"), 0);
    readHosts(reader.object(QLatin1StringView("hosts")), info);
    info.fields = readFields(reader);
    info.manageKeysUrl = reader.url(QLatin1StringView("manage_keys_url"));
    info.howTo = reader.texts(QLatin1StringView("how_to"));
    info.sources = readSources(reader);
    info.codes = readCodes(reader.object(QLatin1StringView("codes")));
    info.mixupCodes = reader.texts(QLatin1StringView("mixup_codes"));
    readRights(reader.object(QLatin1StringView("rights")), info);
    reader.close();
    return info;
}

} // namespace

Result<ExchangeCatalogue> ExchangeCatalogue::load()
{
    registerExchangeResources();
    QFile file(QStringLiteral(":/latchkey/exchanges.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, QStringLiteral("exchanges.json is not compiled in"));
    return parse(file.readAll());
}

Result<ExchangeCatalogue> ExchangeCatalogue::parse(const QByteArray &json)
{
    LATCHKEY_TRY(JsonReader reader, JsonReader::parse(json));
    if (reader.integer(QLatin1StringView("schema"), 0) != 1)
        reader.reject(QLatin1StringView("schema"));
    QList<ExchangeInfo> list;
    for (JsonReader &entry : reader.objects(QLatin1StringView("exchanges"))) {
        ExchangeInfo info = readExchange(entry);
        if (std::ranges::any_of(list, [&](const ExchangeInfo &other) { return other.id == info.id; }))
            entry.reject(QLatin1StringView("id"));
        list << std::move(info);
    }
    if (list.isEmpty())
        reader.reject(QLatin1StringView("exchanges"));
    LATCHKEY_CHECK(reader.finish());
    return ExchangeCatalogue(std::move(list));
}

const ExchangeInfo *ExchangeCatalogue::find(QStringView id) const
{
    const auto found = std::ranges::find_if(m_list, [&](const ExchangeInfo &info) {
        return id.compare(info.id, Qt::CaseInsensitive) == 0;
    });
    return found == m_list.end() ? nullptr : &*found;
}

} // namespace exchange
