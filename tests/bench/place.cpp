// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/place.h"

#include "base/privatefile.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace bench {

namespace {

void copyFiles(const QString &from, const QString &to)
{
    must(base::ensurePrivateDirectory(to));
    for (const QFileInfo &entry : QDir(from).entryInfoList(QDir::Files | QDir::Hidden)) {
        if (!QFile::copy(entry.filePath(), to + QLatin1Char('/') + entry.fileName()))
            qFatal("cannot copy %s", qPrintable(entry.filePath()));
    }
}

} // namespace

Place::Place(QString folder) : m_folder(std::move(folder)), m_anchors(m_folder + QStringLiteral("/state"))
{
}

base::Result<std::unique_ptr<vault::Vault>> Place::create(const base::SecretBytes &passphrase)
{
    vault::CreateRequest request;
    request.method = vault::SlotKind::Passphrase;
    LATCHKEY_TRY(request.vaultId, base::newUuid(m_random));
    LATCHKEY_TRY(request.slotId, base::newUuid(m_random));
    LATCHKEY_TRY(request.passphrase, passphrase.clone());
    request.kdf = vaulttest::kCheapKdf;
    request.deliverRecoveryKey = [](const base::SecretBytes &) { return base::Result<void>(); };
    auto out = std::make_unique<vault::Vault>(environment(), vaultFile());
    LATCHKEY_CHECK(out->create(request));
    return out;
}

void Place::copyFrom(const Place &other) const
{
    for (const QString &part : {QStringLiteral("/home"), QStringLiteral("/state/latchkey")})
        copyFiles(other.m_folder + part, m_folder + part);
    // Else the first durable change would be made to wait for these files too.
    ::sync();
}

} // namespace bench
