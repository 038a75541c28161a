// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace testsupport {

/// A certificate with its private key, both PEM.
struct TlsIdentity {
    QByteArray certificatePem;
    QByteArray keyPem;
};

/// A certificate authority that is made anew in every test and exists in memory only. EC P-256. Ends the program when
/// OpenSSL fails: without it no test of TLS means anything.
class ThrowawayCa final {
public:
    enum class Validity { Current, Expired };

    explicit ThrowawayCa(const QString &name = QStringLiteral("Latchkey throw-away test CA"));
    ~ThrowawayCa();
    Q_DISABLE_COPY_MOVE(ThrowawayCa)

    [[nodiscard]] QByteArray certificatePem() const;
    /// A server certificate for these names; addresses are recognised as such.
    [[nodiscard]] TlsIdentity issue(const QStringList &names = {QStringLiteral("localhost"), QStringLiteral("127.0.0.1")},
                                    Validity validity = Validity::Current) const;

private:
    struct Keys;
    std::unique_ptr<Keys> m_keys;
};

} // namespace testsupport
