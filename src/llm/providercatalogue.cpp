// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/providercatalogue.h"

#include "base/jsonreader.h"

#include <QFile>
#include <QSet>

#include <algorithm>
#include <array>

// A static library's resources are dropped by the linker unless something asks for them. Qt's macro declares a function of the
// global namespace and must therefore stand outside all others.
static void registerProviderResources() // NOLINT(misc-use-anonymous-namespace)
{
    Q_INIT_RESOURCE(llmproviders);
}

namespace llm {

namespace {

using base::ErrorCode;
using base::fail;
using base::JsonReader;
using base::Result;

constexpr std::array kFieldIds{QLatin1StringView("base_url"), QLatin1StringView("api_key"), QLatin1StringView("model"),
                               QLatin1StringView("deployment"), QLatin1StringView("api_version")};

ProviderField readField(JsonReader &reader)
{
    ProviderField field;
    field.id = reader.text(QLatin1StringView("id"));
    if (std::ranges::find(kFieldIds, field.id) == kFieldIds.end())
        reader.reject(QLatin1StringView("id"));
    field.label = reader.text(QLatin1StringView("label"));
    field.secret = reader.boolean(QLatin1StringView("secret"), false);
    field.required = reader.boolean(QLatin1StringView("required"), false);
    field.fallback = reader.optionalText(QLatin1StringView("fallback"));
    if (field.secret && !field.fallback.isEmpty())
        reader.reject(QLatin1StringView("fallback"));
    if (field.id == QLatin1StringView("base_url") && !field.fallback.isEmpty())
        static_cast<void>(reader.url(QLatin1StringView("fallback")));
    field.environment = reader.texts(QLatin1StringView("environment"));
    reader.close();
    return field;
}

QList<ProviderField> readFields(JsonReader &reader)
{
    QList<ProviderField> fields;
    for (JsonReader &entry : reader.objects(QLatin1StringView("fields"))) {
        ProviderField field = readField(entry);
        if (std::ranges::any_of(fields, [&](const ProviderField &other) { return other.id == field.id; }))
            entry.reject(QLatin1StringView("id"));
        fields << std::move(field);
    }
    if (std::ranges::none_of(fields, [](const ProviderField &f) { return f.id == QLatin1StringView("base_url"); }))
        reader.reject(QLatin1StringView("fields"));
    return fields;
}

ProviderApi readApi(JsonReader &reader)
{
    const QString name = reader.optionalText(QLatin1StringView("api"));
    if (name == QLatin1StringView("ollama"))
        return ProviderApi::Ollama;
    if (name == QLatin1StringView("azure"))
        return ProviderApi::Azure;
    if (!name.isEmpty() && name != QLatin1StringView("openai"))
        reader.reject(QLatin1StringView("api"));
    return ProviderApi::OpenAi;
}

ProviderInfo readProvider(JsonReader &reader)
{
    ProviderInfo info;
    info.id = reader.text(QLatin1StringView("id"));
    info.aliases = reader.texts(QLatin1StringView("aliases"));
    info.label = reader.text(QLatin1StringView("label"));
    info.api = readApi(reader);
    const qint64 port = reader.integer(QLatin1StringView("default_port"), 0);
    if (port < 0 || port > 65535)
        reader.reject(QLatin1StringView("default_port"));
    info.defaultPort = static_cast<quint16>(port);
    info.fields = readFields(reader);
    if (reader.has(QLatin1StringView("manage_keys_url")))
        info.manageKeysUrl = reader.url(QLatin1StringView("manage_keys_url"));
    const QStringList sources = reader.texts(QLatin1StringView("sources"));
    for (const QString &source : sources)
        info.sources << QUrl(source, QUrl::StrictMode);
    reader.close();
    return info;
}

} // namespace

const ProviderField *ProviderInfo::field(QStringView fieldId) const
{
    const auto found = std::ranges::find(fields, fieldId, &ProviderField::id);
    return found == fields.end() ? nullptr : &*found;
}

bool ProviderInfo::needsKey() const
{
    const ProviderField *key = field(QStringLiteral("api_key"));
    return key != nullptr && key->required;
}

Result<ProviderCatalogue> ProviderCatalogue::load()
{
    registerProviderResources();
    QFile file(QStringLiteral(":/latchkey/llm-providers.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, QStringLiteral("llm-providers.json is not compiled in"));
    return parse(file.readAll());
}

Result<ProviderCatalogue> ProviderCatalogue::parse(const QByteArray &json)
{
    LATCHKEY_TRY(JsonReader reader, JsonReader::parse(json));
    ProviderCatalogue catalogue;
    if (reader.integer(QLatin1StringView("schema"), 0) != 1)
        reader.reject(QLatin1StringView("schema"));
    QSet<QString> names;
    for (JsonReader &entry : reader.objects(QLatin1StringView("providers"))) {
        ProviderInfo info = readProvider(entry);
        const QStringList own = QStringList{info.id} + info.aliases;
        for (const QString &name : own) {
            if (names.contains(name) || name != name.toLower())
                entry.reject(QLatin1StringView("id"));
            names << name;
        }
        catalogue.m_list << std::move(info);
    }
    JsonReader generic = reader.object(QLatin1StringView("generic_environment"));
    for (const QLatin1StringView field :
         {QLatin1StringView("provider"), QLatin1StringView("model"), QLatin1StringView("base_url")})
        catalogue.m_generic.append({field, generic.texts(field)});
    generic.close();
    const QString fallback = reader.text(QLatin1StringView("default"));
    const auto found = std::ranges::find(catalogue.m_list, fallback, &ProviderInfo::id);
    if (found == catalogue.m_list.end())
        reader.reject(QLatin1StringView("default"));
    catalogue.m_fallback = found - catalogue.m_list.begin();
    LATCHKEY_CHECK(reader.finish());
    return catalogue;
}

const ProviderInfo *ProviderCatalogue::find(QStringView idOrAlias) const
{
    const auto found = std::ranges::find_if(m_list, [&](const ProviderInfo &info) {
        return idOrAlias.compare(info.id, Qt::CaseInsensitive) == 0 || info.aliases.contains(idOrAlias, Qt::CaseInsensitive);
    });
    return found == m_list.end() ? nullptr : &*found;
}

QStringList ProviderCatalogue::genericEnvironment(QStringView fieldId) const
{
    const auto found = std::ranges::find_if(m_generic, [&](const auto &entry) { return entry.first == fieldId; });
    return found == m_generic.end() ? QStringList() : found->second;
}

Result<QUrl> parseBaseUrl(const ProviderInfo &provider, const QString &text)
{
    QString full = text.trimmed();
    const bool bare = !full.contains(QLatin1StringView("://"));
    if (bare && provider.defaultPort != 0)
        full.prepend(QLatin1StringView("http://"));
    QUrl url(full, QUrl::StrictMode);
    const bool known = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    if (!url.isValid() || !known || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("base_url"));
    if (bare && url.port() == -1)
        url.setPort(provider.defaultPort);
    // OLLAMA_HOST names the address that the server listens on; "all addresses" is reached as this computer.
    if (url.host() == QLatin1StringView("0.0.0.0") || url.host() == QLatin1StringView("::"))
        url.setHost(QStringLiteral("127.0.0.1"));
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

} // namespace llm
