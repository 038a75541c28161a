// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/signeddocument.h"

#include "base/secretjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace service {

namespace {

/// A JSON string with its quotes.
QByteArray quoted(const QByteArray &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

} // namespace

base::Result<base::SecretBytes> signedDocument(exchange::SignedRequest request)
{
    base::SecretFields headers;
    for (exchange::SignedRequest::Header &header : request.headers)
        headers.insert_or_assign(QString::fromLatin1(header.name), std::move(header.value));
    LATCHKEY_TRY(const base::SecretBytes headerText, base::writeSecretObject(headers));
    base::SecretBuilder out;
    LATCHKEY_CHECK(out.append(base::view("{\"method\":" + quoted(request.method)
                                         + ",\"url\":" + quoted(request.url.toEncoded()) + ",\"headers\":")));
    LATCHKEY_CHECK(out.append(headerText.exposeBytes()));
    LATCHKEY_CHECK(
        out.append(base::view(",\"query\":" + quoted(request.query) + ",\"body\":" + quoted(request.body) + "}\n")));
    return out.take();
}

} // namespace service
