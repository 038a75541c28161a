// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/fernet.h"
#include "fuzzing.h"
#include "transfer/importfernet.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

// Key files and tokens of older tools. Random bytes never have the right HMAC, so the second half of the inputs is signed here: what
// then comes through is padding, decryption and the JSON inside.

namespace {

const QByteArray kSigning(16, 's');
const QByteArray kEncryption(16, 'e');

const crypto::FernetKey &key()
{
    static const auto parsed = crypto::FernetKey::parse(
        (kSigning + kEncryption).toBase64(QByteArray::Base64UrlEncoding).toStdString());
    FUZZ_CHECK(parsed.has_value());
    return *parsed;
}

void tryToken(const std::string &token)
{
    if (const auto opened = key().open(token))
        FUZZ_CHECK(opened->size() < token.size());
    static_cast<void>(crypto::looksLikeFernet(token));
    static_cast<void>(transfer::parseFernetStore(token, key()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    base::ByteView bytes = fuzzing::view(data, size);
    const bool sign = fuzzing::takeByte(bytes) % 2 == 1;
    const QByteArray raw = base::toByteArray(bytes);
    if (!sign) {
        static_cast<void>(crypto::FernetKey::parse(raw.toStdString()));
        tryToken(raw.toStdString());
        return 0;
    }
    const QByteArray body = QByteArray(1, '\x80') + raw;
    const QByteArray mac = QMessageAuthenticationCode::hash(body, kSigning, QCryptographicHash::Sha256);
    tryToken((body + mac).toBase64(QByteArray::Base64UrlEncoding).toStdString());
    return 0;
}
