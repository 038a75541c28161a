// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangefixture.h"

#include "support/bitgetsimulator.h"

#include <QFile>
#include <QJsonDocument>

namespace exchangetest {

const exchange::ExchangeCatalogue &catalogue()
{
    static const auto loaded = exchange::ExchangeCatalogue::load();
    if (!loaded)
        qFatal("the catalogue: %s", qPrintable(loaded.error().detail));
    return *loaded;
}

const exchange::ExchangeInfo &bitget()
{
    return *catalogue().find(u"bitget");
}

base::SecretBytes secret(const QByteArray &bytes)
{
    auto copy = base::SecretBytes::copyOf(base::view(bytes));
    if (!copy)
        qFatal("no secure memory for a test");
    return *std::move(copy);
}

base::SecretFields fields(std::initializer_list<std::pair<const char *, QByteArray>> values)
{
    base::SecretFields out;
    for (const auto &[name, value] : values)
        out.emplace(QString::fromLatin1(name), secret(value));
    return out;
}

base::SecretFields knownFields()
{
    const testsupport::SimulatedKey known;
    return fields({{"api_key", known.apiKey}, {"api_secret", known.secret}, {"passphrase", known.passphrase}});
}

QByteArray revealed(const base::SecretBytes &bytes)
{
    return base::toByteArray(bytes.exposeBytes());
}

QJsonObject dataJson(const QString &name)
{
    QFile file(QStringLiteral(LATCHKEY_EXCHANGE_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("test data is missing: %s", qPrintable(file.fileName()));
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace exchangetest
