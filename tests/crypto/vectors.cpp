// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/vectors.h"

#include <QFile>
#include <QJsonDocument>

namespace cryptotest {

QByteArray dataFile(const QString &name)
{
    QFile file(QStringLiteral(LATCHKEY_CRYPTO_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("test data is missing: %s", qPrintable(file.fileName()));
    return file.readAll();
}

QJsonObject dataJson(const QString &name)
{
    const QJsonObject object = QJsonDocument::fromJson(dataFile(name)).object();
    if (object.isEmpty())
        qFatal("test data is not JSON: %s", qPrintable(name));
    return object;
}

namespace {

std::optional<QJsonDocument> sharedDocument(const QString &name)
{
    const QString root = qEnvironmentVariable("LATCHKEY_SHARED_VECTORS");
    QFile file(root + QStringLiteral("/crypto/") + name);
    if (root.isEmpty() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return QJsonDocument::fromJson(file.readAll());
}

} // namespace

std::optional<QJsonObject> sharedJson(const QString &name)
{
    const auto document = sharedDocument(name);
    if (document && document->object().isEmpty())
        qFatal("shared vectors are not JSON: %s", qPrintable(name));
    return document ? std::optional(document->object()) : std::nullopt;
}

std::optional<QJsonArray> sharedArray(const QString &name)
{
    const auto document = sharedDocument(name);
    if (document && document->array().isEmpty())
        qFatal("shared vectors are not JSON: %s", qPrintable(name));
    return document ? std::optional(document->array()) : std::nullopt;
}

QByteArray unhex(const char *text)
{
    return QByteArray::fromHex(text);
}

QByteArray hex(const QJsonObject &object, const char *member)
{
    return QByteArray::fromHex(object.value(QLatin1StringView(member)).toString().toLatin1());
}

base::SecretBytes secret(const QByteArray &bytes)
{
    auto copy = base::SecretBytes::copyOf(base::view(bytes));
    if (!copy)
        qFatal("no secure memory for a test");
    return *std::move(copy);
}

QByteArray revealed(const base::SecretBytes &bytes)
{
    return base::toByteArray(bytes.exposeBytes());
}

} // namespace cryptotest
