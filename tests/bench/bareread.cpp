// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bareread.h"

#include "bench/accounts.h"
#include "crypto/envelope.h"
#include "vault/credentialcodec.h"

#include <QVariant>

#include <openssl/evp.h>

namespace bench {

namespace {

// nonce | ciphertext | tag | bytes that are only there to be read
constexpr int kNonce = 12;
constexpr int kTag = 16;
constexpr int kKey = 32;

void check(int result)
{
    if (result != 1)
        qFatal("OpenSSL refused");
}

unsigned char *bytesOf(QByteArray &value)
{
    return reinterpret_cast<unsigned char *>(value.data());
}

const unsigned char *bytesOf(const QByteArray &value)
{
    return reinterpret_cast<const unsigned char *>(value.constData());
}

} // namespace

void BareRead::FreeContext::operator()(evp_cipher_ctx_st *context) const noexcept
{
    EVP_CIPHER_CTX_free(context);
}

BareRead::BareRead(const QString &vaultFile, const QList<QUuid> &ids)
    : m_database(vaultFile)
    , m_seal(EVP_CIPHER_CTX_new())
    , m_open(EVP_CIPHER_CTX_new())
{
    const auto overhead = static_cast<qint64>(crypto::kEnvelopeOverhead);
    m_meta.whole = m_database.number(QStringLiteral("SELECT length(meta) FROM record WHERE kind = 1 LIMIT 1"));
    m_meta.plain = m_meta.whole - overhead;
    m_secret.whole = m_database.number(QStringLiteral("SELECT length(secret) FROM record WHERE kind = 2 LIMIT 1"));
    m_secret.plain = static_cast<qint64>(crypto::paddedSize(accountFields(0).at(kField).size()));
    const QByteArray key = m_database.random(kKey);
    check(EVP_EncryptInit_ex2(m_seal.get(), EVP_aes_256_gcm(), bytesOf(key), nullptr, nullptr));
    check(EVP_DecryptInit_ex2(m_open.get(), EVP_aes_256_gcm(), bytesOf(key), nullptr, nullptr));
    QSqlQuery put = m_database.prepared(
        QStringLiteral("UPDATE record SET meta = ?, secret = ? WHERE owner = ? AND kind = ? AND n = ?"));
    m_database.runText(QStringLiteral("BEGIN IMMEDIATE"));
    const QVariant none(QMetaType::fromType<QByteArray>());
    for (const QUuid &id : ids) {
        BareDatabase::run(put, {seal(m_meta), none, id.toRfc4122(), 1, 0});
        BareDatabase::run(put, {none, seal(m_secret), id.toRfc4122(), 2, 1});
    }
    m_database.runText(QStringLiteral("COMMIT"));
    const QString find = QStringLiteral("SELECT %1 FROM record WHERE owner = ? AND kind = ? AND n = ?");
    m_findMeta = m_database.prepared(find.arg(QStringLiteral("meta")));
    m_findSecret = m_database.prepared(find.arg(QStringLiteral("secret")));
}

BareRead::~BareRead() = default;

QByteArray BareRead::read(const QUuid &id)
{
    static_cast<void>(open(fetch(m_findMeta, id, 1, 0), m_meta));
    return open(fetch(m_findSecret, id, 2, 1), m_secret);
}

QByteArray BareRead::seal(const Lengths &lengths)
{
    QByteArray out = m_database.random(lengths.whole);
    unsigned char *at = bytesOf(out);
    const QByteArray plain(lengths.plain, 's');
    int written = 0;
    check(EVP_EncryptInit_ex2(m_seal.get(), nullptr, nullptr, at, nullptr));
    check(EVP_EncryptUpdate(m_seal.get(), at + kNonce, &written, bytesOf(plain), static_cast<int>(plain.size())));
    check(EVP_EncryptFinal_ex(m_seal.get(), at + kNonce + written, &written));
    check(EVP_CIPHER_CTX_ctrl(m_seal.get(), EVP_CTRL_AEAD_GET_TAG, kTag, at + kNonce + lengths.plain));
    return out;
}

QByteArray BareRead::open(const QByteArray &value, const Lengths &lengths)
{
    const unsigned char *at = bytesOf(value);
    QByteArray plain(lengths.plain, Qt::Uninitialized);
    QByteArray tag = value.mid(kNonce + lengths.plain, kTag);
    int written = 0;
    check(EVP_DecryptInit_ex2(m_open.get(), nullptr, nullptr, at, nullptr));
    check(EVP_DecryptUpdate(m_open.get(), bytesOf(plain), &written, at + kNonce, static_cast<int>(lengths.plain)));
    check(EVP_CIPHER_CTX_ctrl(m_open.get(), EVP_CTRL_AEAD_SET_TAG, kTag, tag.data()));
    check(EVP_DecryptFinal_ex(m_open.get(), bytesOf(plain) + written, &written));
    return plain;
}

QByteArray BareRead::fetch(QSqlQuery &query, const QUuid &id, int kind, int n)
{
    BareDatabase::run(query, {id.toRfc4122(), kind, n});
    if (!query.next())
        qFatal("no such row");
    const QByteArray out = query.value(0).toByteArray();
    query.finish();
    return out;
}

} // namespace bench
