// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/throwawayca.h"

#include <QHostAddress>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace testsupport {

namespace {

struct Free {
    void operator()(EVP_PKEY *key) const noexcept { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const noexcept { X509_free(certificate); }
    void operator()(BIO *bio) const noexcept { BIO_free(bio); }
    void operator()(X509_EXTENSION *extension) const noexcept { X509_EXTENSION_free(extension); }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Free>;
using CertificatePtr = std::unique_ptr<X509, Free>;

void must(bool ok, const char *what)
{
    if (!ok)
        qFatal("OpenSSL could not %s for a test", what);
}

KeyPtr newKey()
{
    KeyPtr key(EVP_EC_gen("P-256"));
    must(key != nullptr, "make a key");
    return key;
}

QByteArray contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data); // NOLINT: OpenSSL's macro
    return {data, static_cast<qsizetype>(size)};
}

QByteArray pemOf(X509 *certificate)
{
    const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
    must(bio != nullptr && PEM_write_bio_X509(bio.get(), certificate) == 1, "write a certificate");
    return contents(bio.get());
}

QByteArray pemOf(EVP_PKEY *key)
{
    const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
    must(bio != nullptr && PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
         "write a key");
    return contents(bio.get());
}

void setName(X509_NAME *name, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    must(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(bytes.constData()),
                                    -1, -1, 0)
             == 1,
         "name a certificate");
}

void extend(X509 *certificate, X509 *issuer, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Free> extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    must(extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1, "extend a certificate");
}

/// A certificate without names and extensions, valid from `from` to `to` seconds from now.
CertificatePtr blank(EVP_PKEY *key, long from, long to)
{
    CertificatePtr certificate(X509_new());
    must(certificate != nullptr, "make a certificate");
    std::uint64_t serial = 0;
    must(RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial) == 1, "draw a serial number");
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial >> 1U);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), from);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), to);
    must(X509_set_pubkey(certificate.get(), key) == 1, "set a public key");
    return certificate;
}

constexpr long kHour = 3600;
constexpr long kDay = 24 * kHour;

} // namespace

struct ThrowawayCa::Keys {
    KeyPtr key;
    CertificatePtr certificate;
};

ThrowawayCa::ThrowawayCa(const QString &name) : m_keys(std::make_unique<Keys>())
{
    m_keys->key = newKey();
    m_keys->certificate = blank(m_keys->key.get(), -kHour, kDay);
    X509 *certificate = m_keys->certificate.get();
    setName(X509_get_subject_name(certificate), name);
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    extend(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE");
    extend(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(certificate, certificate, NID_subject_key_identifier, "hash");
    must(X509_sign(certificate, m_keys->key.get(), EVP_sha256()) != 0, "sign a certificate");
}

ThrowawayCa::~ThrowawayCa() = default;

QByteArray ThrowawayCa::certificatePem() const
{
    return pemOf(m_keys->certificate.get());
}

TlsIdentity ThrowawayCa::issue(const QStringList &names, Validity validity) const
{
    const KeyPtr key = newKey();
    const bool expired = validity == Validity::Expired;
    const CertificatePtr certificate = blank(key.get(), expired ? -kDay : -kHour, expired ? -kHour : kDay);
    setName(X509_get_subject_name(certificate.get()), names.first());
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(m_keys->certificate.get()));
    QByteArrayList alternatives;
    for (const QString &name : names)
        alternatives << (QHostAddress(name).isNull() ? "DNS:" : "IP:") + name.toLatin1();
    extend(certificate.get(), m_keys->certificate.get(), NID_subject_alt_name, alternatives.join(','));
    extend(certificate.get(), m_keys->certificate.get(), NID_ext_key_usage, "serverAuth");
    must(X509_sign(certificate.get(), m_keys->key.get(), EVP_sha256()) != 0, "sign a certificate");
    return {pemOf(certificate.get()), pemOf(key.get())};
}

} // namespace testsupport
