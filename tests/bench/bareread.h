// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/baredatabase.h"
#include "bench/place.h"

#include <QUuid>

#include <memory>

struct evp_cipher_ctx_st;

namespace bench {

/// What a read costs SQLite and OpenSSL alone: the two rows of a credential by their key, and AES-256-GCM over as many bytes of
/// them as a vault decrypts for one secret. One key for all, prepared once; no MAC of a row, no log. One thread.
class BareRead final {
public:
    /// Works on a copy of a vault filled by fill(): puts bytes of its own, as long as those they replace, into its rows.
    BareRead(const QString &vaultFile, const QList<QUuid> &ids);
    ~BareRead();
    Q_DISABLE_COPY_MOVE(BareRead)

    /// The padded plaintext of the field. Ends the program when its tag is wrong.
    [[nodiscard]] QByteArray read(const QUuid &id);
    /// Bytes of SQLite's two values, and of them decrypted.
    [[nodiscard]] qint64 readBytes() const noexcept { return m_meta.whole + m_secret.whole; }
    [[nodiscard]] qint64 decryptedBytes() const noexcept { return m_meta.plain + m_secret.plain; }

private:
    struct Lengths {
        qint64 whole = 0; ///< of the value in the row
        qint64 plain = 0; ///< of what is decrypted of it
    };
    struct FreeContext {
        void operator()(evp_cipher_ctx_st *context) const noexcept;
    };
    [[nodiscard]] QByteArray seal(const Lengths &lengths);
    [[nodiscard]] QByteArray open(const QByteArray &value, const Lengths &lengths);
    [[nodiscard]] QByteArray fetch(QSqlQuery &query, const QUuid &id, int kind, int n);

    BareDatabase m_database; ///< before the queries, which must go first
    std::unique_ptr<evp_cipher_ctx_st, FreeContext> m_seal;
    std::unique_ptr<evp_cipher_ctx_st, FreeContext> m_open;
    Lengths m_meta;
    Lengths m_secret;
    QSqlQuery m_findMeta;
    QSqlQuery m_findSecret;
};

} // namespace bench
