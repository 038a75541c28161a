// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace base {

Result<JsonReader> JsonReader::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return fail(ErrorCode::InvalidJson, QStringLiteral("offset %1").arg(error.offset));
    return JsonReader(document.object());
}

JsonReader::JsonReader(QJsonObject object, QString path)
    : JsonReader(std::move(object), std::move(path), std::make_shared<QString>())
{
}

JsonReader::JsonReader(QJsonObject object, QString path, std::shared_ptr<QString> fault)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_fault(std::move(fault))
{
}

bool JsonReader::has(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    return !value.isUndefined() && !value.isNull();
}

QString JsonReader::text(QLatin1StringView name)
{
    const QJsonValue value = take(name);
    if (value.toString().isEmpty())
        reject(name);
    return ok() ? value.toString() : QString();
}

QString JsonReader::optionalText(QLatin1StringView name)
{
    return has(name) ? text(name) : (static_cast<void>(take(name)), QString());
}

bool JsonReader::boolean(QLatin1StringView name, bool absent)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return absent;
    if (!value.isBool())
        reject(name);
    return value.toBool();
}

qint64 JsonReader::integer(QLatin1StringView name, qint64 absent)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return absent;
    // Two fallbacks that differ: a value that is no integer gives each of them back.
    if (value.toInteger(0) != value.toInteger(1))
        reject(name);
    return value.toInteger();
}

QStringList JsonReader::texts(QLatin1StringView name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isArray())
        reject(name);
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const auto &entry : array) {
        if (entry.toString().isEmpty())
            reject(name);
        list << entry.toString();
    }
    return ok() ? list : QStringList();
}

QUrl JsonReader::url(QLatin1StringView name)
{
    const QUrl url(text(name), QUrl::StrictMode);
    const bool loopback = url.host() == QLatin1StringView("localhost") || url.host() == QLatin1StringView("127.0.0.1")
        || url.host() == QLatin1StringView("::1");
    const bool safe = url.scheme() == QLatin1StringView("https") || (url.scheme() == QLatin1StringView("http") && loopback);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || !safe)
        reject(name);
    return url;
}

JsonReader JsonReader::object(QLatin1StringView name)
{
    const QJsonValue value = take(name);
    if (!value.isObject())
        reject(name);
    return {value.toObject(), at(name), m_fault};
}

std::vector<JsonReader> JsonReader::objects(QLatin1StringView name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isArray())
        reject(name);
    std::vector<JsonReader> list;
    const QJsonArray array = value.toArray();
    for (const auto &entry : array) {
        const QString place = QStringLiteral("%1[%2]").arg(at(name)).arg(list.size());
        if (!entry.isObject() && ok())
            *m_fault = place;
        list.push_back(JsonReader(entry.toObject(), place, m_fault));
    }
    return list;
}

void JsonReader::reject(QLatin1StringView name)
{
    if (ok())
        *m_fault = at(name);
}

void JsonReader::close()
{
    const QStringList members = m_object.keys();
    for (const QString &name : members) {
        if (!m_read.contains(name) && ok())
            *m_fault = m_path.isEmpty() ? name : m_path + u'.' + name;
    }
}

Result<void> JsonReader::finish()
{
    close();
    return state();
}

Result<void> JsonReader::state() const
{
    if (!ok())
        return fail(ErrorCode::InvalidJson, *m_fault);
    return {};
}

QJsonValue JsonReader::take(QLatin1StringView name)
{
    m_read.insert(name);
    return ok() ? m_object.value(name) : QJsonValue(QJsonValue::Undefined);
}

QString JsonReader::at(QLatin1StringView name) const
{
    if (m_path.isEmpty())
        return name.isEmpty() ? QStringLiteral(".") : QString(name);
    return name.isEmpty() ? m_path : m_path + u'.' + name;
}

} // namespace base
