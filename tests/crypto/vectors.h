// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace cryptotest {

/// A file of tests/data/crypto; these are part of the source tree, so absence ends the test program.
[[nodiscard]] QByteArray dataFile(const QString &name);
[[nodiscard]] QJsonObject dataJson(const QString &name);

/// A large published suite under $LATCHKEY_SHARED_VECTORS/crypto; nothing when it is not there.
[[nodiscard]] std::optional<QJsonObject> sharedJson(const QString &name);
[[nodiscard]] std::optional<QJsonArray> sharedArray(const QString &name);

/// Bytes of a hex string member.
[[nodiscard]] QByteArray hex(const QJsonObject &object, const char *member);
[[nodiscard]] QByteArray unhex(const char *text);

[[nodiscard]] base::SecretBytes secret(const QByteArray &bytes);
/// Public copy of a test secret, for comparing and printing.
[[nodiscard]] QByteArray revealed(const base::SecretBytes &bytes);

/// "ok" or the name of the error code.
template<typename T>
[[nodiscard]] QString outcome(const base::Result<T> &result)
{
    return result ? QStringLiteral("ok") : QString(base::codeName(result.error().code));
}

template<typename T>
[[nodiscard]] QString detail(const base::Result<T> &result)
{
    return result ? QStringLiteral("ok") : result.error().detail;
}

} // namespace cryptotest

#define LATCHKEY_SHARED_OR_SKIP(variable, name)                                                                             \
    const auto variable = cryptotest::sharedJson(QStringLiteral(name));                                                     \
    if (!variable)                                                                                                          \
    QSKIP("LATCHKEY_SHARED_VECTORS does not lead to crypto/" name)
#define LATCHKEY_SHARED_ARRAY_OR_SKIP(variable, name)                                                                       \
    const auto variable = cryptotest::sharedArray(name);                                                                    \
    if (!variable)                                                                                                          \
    QSKIP("LATCHKEY_SHARED_VECTORS does not lead to crypto/fernet")
