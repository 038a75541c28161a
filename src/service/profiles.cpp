// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/profiles.h"

#include "base/jsonreader.h"

#include <QFile>
#include <QSet>

#include <algorithm>

// A static library's resources are dropped by the linker unless something asks for them; the macro must stand outside a namespace.
static void registerProfileResources() // NOLINT(misc-use-anonymous-namespace)
{
    Q_INIT_RESOURCE(consumerprofiles);
}

namespace service {

namespace {

using base::ErrorCode;
using base::fail;
using base::JsonReader;
using base::Result;

bool isVariableName(const QString &name)
{
    QString plain = name;
    plain.replace(QLatin1StringView("{EXCHANGE}"), QLatin1StringView("X"));
    return !plain.isEmpty() && std::ranges::all_of(plain, [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

/// Exactly one of field, attribute and constant says where the value comes from.
ProfileVariable readVariable(JsonReader &reader)
{
    ProfileVariable variable;
    variable.name = reader.text(QLatin1StringView("name"));
    if (!isVariableName(variable.name))
        reader.reject(QLatin1StringView("name"));
    const QString field = reader.optionalText(QLatin1StringView("field"));
    const QString attribute = reader.optionalText(QLatin1StringView("attribute"));
    variable.constant = reader.optionalText(QLatin1StringView("constant"));
    const int sources = (field.isEmpty() ? 0 : 1) + (attribute.isEmpty() ? 0 : 1) + (variable.constant.isEmpty() ? 0 : 1);
    if (sources != 1)
        reader.reject(QLatin1StringView("field"));
    variable.attribute = !attribute.isEmpty();
    variable.field = variable.attribute ? attribute : field;
    variable.orField = reader.optionalText(QLatin1StringView("or_field"));
    if (!variable.orField.isEmpty() && field.isEmpty())
        reader.reject(QLatin1StringView("or_field"));
    variable.fallback = reader.optionalText(QLatin1StringView("fallback"));
    if (!variable.fallback.isEmpty() && !variable.attribute)
        reader.reject(QLatin1StringView("fallback"));
    variable.required = reader.boolean(QLatin1StringView("required"), false);
    variable.requiredFor = reader.texts(QLatin1StringView("required_for"));
    static_cast<void>(reader.finish());
    return variable;
}

Profile readProfile(JsonReader &reader)
{
    Profile profile;
    profile.id = reader.text(QLatin1StringView("id"));
    profile.kinds = reader.texts(QLatin1StringView("kinds"));
    const bool kindsKnown = std::ranges::all_of(profile.kinds,
                                                [](const QString &k) { return vault::kindFromName(k).has_value(); });
    if (profile.kinds.isEmpty() || !kindsKnown)
        reader.reject(QLatin1StringView("kinds"));
    profile.exchanges = reader.texts(QLatin1StringView("exchanges"));
    profile.providers = reader.texts(QLatin1StringView("providers"));
    QSet<QString> names;
    for (JsonReader &entry : reader.objects(QLatin1StringView("variables"))) {
        ProfileVariable variable = readVariable(entry);
        if (names.contains(variable.name))
            entry.reject(QLatin1StringView("name"));
        names << variable.name;
        profile.variables << std::move(variable);
    }
    profile.strip = reader.texts(QLatin1StringView("strip"));
    if (!std::ranges::all_of(profile.strip, isVariableName))
        reader.reject(QLatin1StringView("strip"));
    static_cast<void>(reader.finish());
    return profile;
}

/// `<NAME>_<FIELD>` in capitals; whatever a shell would not take in a name becomes `_`.
QString genericName(const QString &credential, const QString &field)
{
    QString name = (credential + QLatin1Char('_') + field).toUpper();
    for (QChar &c : name) {
        const bool plain = (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        if (!plain)
            c = u'_';
    }
    return name;
}

Result<base::SecretFields> renderGeneric(const vault::Credential &credential, const base::SecretFields &fields)
{
    base::SecretFields out;
    for (const auto &[field, value] : fields) {
        const QString name = genericName(credential.name, field);
        LATCHKEY_TRY(base::SecretBytes copy, value.clone());
        if (!out.emplace(name, std::move(copy)).second)
            return fail(ErrorCode::InvalidArgument, name);
    }
    if (out.empty())
        return fail(ErrorCode::MissingField, credential.name);
    return out;
}

/// Where a variable's value comes from; null when it is not there.
const base::SecretBytes *fieldValue(const ProfileVariable &variable, const base::SecretFields &fields)
{
    for (const QString &id : {variable.field, variable.orField}) {
        const auto found = fields.find(id);
        if (found != fields.end() && !found->second.isEmpty())
            return &found->second;
    }
    return nullptr;
}

QString textValue(const ProfileVariable &variable, const vault::Credential &credential)
{
    if (!variable.constant.isEmpty())
        return expanded(variable.constant, credential);
    const QString value = variable.attribute ? credential.attributeValue(variable.field) : QString();
    return value.isEmpty() ? variable.fallback : value;
}

/// Empty when the value is not there.
Result<base::SecretBytes> valueOf(const ProfileVariable &variable, const vault::Credential &credential,
                                  const base::SecretFields &fields)
{
    if (!variable.attribute && variable.constant.isEmpty()) {
        const base::SecretBytes *value = fieldValue(variable, fields);
        return value != nullptr ? value->clone() : Result<base::SecretBytes>(base::SecretBytes());
    }
    return base::SecretBytes::copyOf(base::view(textValue(variable, credential).toUtf8()));
}

} // namespace

Result<ProfileCatalogue> ProfileCatalogue::load()
{
    registerProfileResources();
    QFile file(QStringLiteral(":/latchkey/consumer-profiles.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, QStringLiteral("consumer-profiles.json is not compiled in"));
    return parse(file.readAll());
}

Result<ProfileCatalogue> ProfileCatalogue::parse(const QByteArray &json)
{
    LATCHKEY_TRY(JsonReader reader, JsonReader::parse(json));
    ProfileCatalogue catalogue;
    if (reader.integer(QLatin1StringView("schema"), 0) != 1)
        reader.reject(QLatin1StringView("schema"));
    JsonReader spellings = reader.object(QLatin1StringView("spellings"));
    const QStringList exchanges = spellings.names();
    for (const QString &exchange : exchanges) {
        const QByteArray latin = exchange.toLatin1();
        const QStringList names = spellings.texts(QLatin1StringView(latin));
        if (!std::ranges::all_of(names, isVariableName))
            spellings.reject(QLatin1StringView(latin));
        catalogue.m_spellings.insert(exchange, names);
    }
    static_cast<void>(spellings.finish());
    for (JsonReader &entry : reader.objects(QLatin1StringView("profiles"))) {
        Profile profile = readProfile(entry);
        if (catalogue.find(profile.id) != nullptr)
            entry.reject(QLatin1StringView("id"));
        catalogue.m_list << std::move(profile);
    }
    if (catalogue.find(QStringLiteral("generic")) == nullptr) // what `run` takes when no profile is named
        reader.reject(QLatin1StringView("profiles"));
    LATCHKEY_CHECK(reader.finish());
    return catalogue;
}

const Profile *ProfileCatalogue::find(const QString &id) const
{
    const auto found = std::ranges::find(m_list, id, &Profile::id);
    return found == m_list.end() ? nullptr : &*found;
}

QStringList ProfileCatalogue::spellings(const QString &exchangeId) const
{
    return m_spellings.value(exchangeId);
}

QString expanded(const QString &name, const vault::Credential &credential)
{
    const QString exchange = credential.attributeValue(vault::attribute::kExchange);
    QString out = name;
    out.replace(QLatin1StringView("{EXCHANGE}"), exchange.toUpper());
    out.replace(QLatin1StringView("{exchange}"), exchange);
    return out;
}

bool fits(const Profile &profile, const vault::Credential &credential)
{
    const auto allows = [&](const QStringList &list, const QString &key) {
        return list.isEmpty() || list.contains(credential.attributeValue(key));
    };
    return profile.kinds.contains(vault::kindName(credential.kind)) && allows(profile.exchanges, vault::attribute::kExchange)
        && allows(profile.providers, vault::attribute::kProvider);
}

Result<base::SecretFields> render(const Profile &profile, const vault::Credential &credential,
                                  const base::SecretFields &fields)
{
    if (profile.variables.isEmpty())
        return renderGeneric(credential, fields);
    const QString exchange = credential.attributeValue(vault::attribute::kExchange);
    base::SecretFields out;
    for (const ProfileVariable &variable : profile.variables) {
        LATCHKEY_TRY(base::SecretBytes value, valueOf(variable, credential, fields));
        if (!value.isEmpty())
            out.emplace(expanded(variable.name, credential), std::move(value));
        else if (variable.required || variable.requiredFor.contains(exchange))
            return fail(ErrorCode::MissingField, variable.field);
    }
    return out;
}

} // namespace service
