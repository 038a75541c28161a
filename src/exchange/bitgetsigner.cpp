// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/bitgetsigner.h"

#include "crypto/mac.h"
#include "crypto/signature.h"

#include <map>

namespace exchange {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::SecretBytes;
using base::SecretFields;

const SecretBytes *given(const SecretFields &fields, const QString &id)
{
    const auto found = fields.find(id);
    return found == fields.end() || found->second.isEmpty() ? nullptr : &found->second;
}

Result<const SecretBytes *> required(const SecretFields &fields, const QString &id)
{
    if (const SecretBytes *value = given(fields, id))
        return value;
    return fail(fields.contains(id) ? ErrorCode::EmptyField : ErrorCode::MissingField, id);
}

/// The key that signs: a private key where there is one, in its own field or pasted into the secret's.
Result<QByteArray> sign(const SecretFields &fields, const QByteArray &text)
{
    const SecretBytes *key = given(fields, QStringLiteral("private_key"));
    if (key == nullptr) {
        LATCHKEY_TRY(key, required(fields, QStringLiteral("api_secret")));
    }
    switch (crypto::privateKeyKind(*key)) {
    case crypto::PrivateKeyKind::None: {
        LATCHKEY_TRY(const base::Digest32 mac, crypto::hmacSha256(key->exposeBytes(), base::view(text)));
        return base::toByteArray(mac).toBase64();
    }
    case crypto::PrivateKeyKind::Rsa: {
        LATCHKEY_TRY(const QByteArray signature, crypto::rsaSha256Sign(*key, base::view(text)));
        return signature.toBase64();
    }
    default:
        return fail(ErrorCode::InvalidArgument, QStringLiteral("private_key"));
    }
}

Result<void> addHeader(SignedRequest &out, const char *name, base::ByteView value)
{
    LATCHKEY_TRY(SecretBytes copy, SecretBytes::copyOf(value));
    out.headers.push_back({QByteArray(name), std::move(copy)});
    return {};
}

} // namespace

QByteArray sortedQuery(const QByteArray &query)
{
    std::multimap<QByteArray, QByteArray> byName; // entries of one name stay in the order in which they come
    const QList<QByteArray> pairs = query.split('&');
    for (const QByteArray &pair : pairs)
        byName.emplace(pair.split('=').first(), pair);
    QByteArrayList sorted;
    for (const auto &[name, pair] : byName)
        sorted << pair;
    return sorted.join('&');
}

Result<SignedRequest> signForBitget(const ExchangeInfo &info, const SecretFields &fields, const SigningRequest &request,
                                    QUrl url)
{
    LATCHKEY_TRY(const SecretBytes *apiKey, required(fields, QStringLiteral("api_key")));
    LATCHKEY_TRY(const SecretBytes *passphrase, required(fields, QStringLiteral("passphrase")));
    SignedRequest out{request.method, std::move(url), {}, request.query, request.body};
    const QByteArray timestamp = QByteArray::number(static_cast<qint64>(request.timestampMs));
    const QByteArray target = request.query.isEmpty() ? request.path : request.path + '?' + request.query;
    LATCHKEY_TRY(const QByteArray signature, sign(fields, timestamp + request.method + target + request.body));
    LATCHKEY_CHECK(addHeader(out, "ACCESS-KEY", apiKey->exposeBytes()));
    LATCHKEY_CHECK(addHeader(out, "ACCESS-SIGN", base::view(signature)));
    LATCHKEY_CHECK(addHeader(out, "ACCESS-TIMESTAMP", base::view(timestamp)));
    LATCHKEY_CHECK(addHeader(out, "ACCESS-PASSPHRASE", passphrase->exposeBytes()));
    LATCHKEY_CHECK(addHeader(out, "Content-Type", base::view(QByteArrayLiteral("application/json"))));
    for (const HostInfo::Header &header : info.host(request.environment)->headers) {
        LATCHKEY_CHECK(addHeader(out, header.name.constData(), base::view(header.value)));
    }
    return out;
}

} // namespace exchange
