// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferfixture.h"

#include "vault/settings.h"

#include <QFileInfo>

namespace transfertest {

using namespace vaulttest;
using vault::VersionState;

namespace {

void must(const base::Result<void> &done)
{
    if (!done)
        qFatal("%s", qPrintable(describe(done.error())));
}

template<typename T>
T must(base::Result<T> done)
{
    if (!done)
        qFatal("%s", qPrintable(describe(done.error())));
    return *std::move(done);
}

} // namespace

void fill(vault::Vault &vault)
{
    vault::CredentialStore store(sessionOf(vault));
    const vault::AuditEvent event = auditEvent(QStringLiteral("credential-added"));
    vault::Credential account = named(QStringLiteral("bitget/main"));
    account.kind = vault::CredentialKind::Exchange;
    account.description = QStringLiteral("Größe");
    account.tags = {QStringLiteral("a"), QStringLiteral("b")};
    account.attributes = {{QStringLiteral("exchange"), QStringLiteral("bitget")},
                          {QStringLiteral("environment"), QStringLiteral("live")}};
    account = must(store.add(account, newVersion({QStringLiteral("api_key=k1"), QStringLiteral("api_secret=s1")}), event));
    account = must(store.addVersion(account.id, newVersion({QStringLiteral("api_key=k2"), QStringLiteral("api_secret=s2")}),
                                    event));
    vault::NewVersion waiting = newVersion({QStringLiteral("api_key=k3")}, VersionState::Pending);
    waiting.changes = {{QStringLiteral("base_url"), QStringLiteral("https://elsewhere.example")}};
    account = must(store.addVersion(account.id, waiting, event));
    must(store.setReport(account.id, "{\"verdict\":\"works\"}", event));
    must(store.add(named(QStringLiteral("a note")), newVersion({QStringLiteral("value=") + QString(3000, u'x')}), event));
    const vault::Credential gone = must(store.add(named(QStringLiteral("was removed")),
                                                  newVersion({QStringLiteral("value=still here")}), event));
    must(store.removeForNow(gone.id, event));
    must(vault::Settings(sessionOf(vault)).set({{QStringLiteral("colour"), QStringLiteral("blue")}}));
}

base::Result<QStringList> everything(vault::Vault &vault)
{
    vault::Session &session = sessionOf(vault);
    vault::CredentialStore store(session);
    QStringList out;
    LATCHKEY_TRY(const auto list, store.list());
    for (const vault::Credential &credential : list) {
        out << QStringLiteral("%1 %2 %3 %4 %5 %6 %7")
                   .arg(credential.id.toString(), credential.name, vault::kindName(credential.kind), credential.description,
                        credential.tags.join(u','), states(credential))
                   .arg(credential.revision);
        for (const auto &[key, value] : credential.attributes.asKeyValueRange())
            out << key + u'=' + value;
        for (const vault::VersionInfo &version : credential.versions) {
            vault::ReleaseRequest request;
            request.credential = credential.id;
            request.version = version.number;
            request.allowPending = true;
            LATCHKEY_TRY(const auto fields, store.release({request}, auditEvent(QStringLiteral("released"))));
            out << QStringLiteral("  %1 %2").arg(version.number).arg(shown(fields.front()));
        }
        LATCHKEY_TRY(const QByteArray report, store.report(credential.id));
        out << QString::fromUtf8(report);
    }
    LATCHKEY_TRY(const auto settings, vault::Settings(session).all());
    for (const auto &[key, value] : settings.asKeyValueRange())
        out << QStringLiteral("setting ") + key + u'=' + value;
    LATCHKEY_TRY(const QStringList damage, session.verifyEverything());
    LATCHKEY_TRY(const QStringList unreadable, store.findUnreadable());
    for (const QString &one : damage + unreadable)
        out << QStringLiteral("DAMAGED ") + one;
    return out;
}

base::Result<transfer::WrittenBackup> backUp(vault::Session &session, const QString &path, std::string_view passphrase)
{
    std::optional<vault::KeySlot> own;
    if (!passphrase.empty()) {
        LATCHKEY_TRY(own, transfer::backupPassphraseSlot(session, secret(passphrase), kCheapKdf));
    }
    LATCHKEY_TRY(const auto file, transfer::NewFile::create(path));
    LATCHKEY_TRY(transfer::WrittenBackup written, transfer::writeBackup(session, *file, own, {}));
    LATCHKEY_CHECK(transfer::verifyBackup(session, file->partPath(), written, {}));
    LATCHKEY_CHECK(file->publish());
    return written;
}

transfer::RestoreRequest Target::request()
{
    transfer::RestoreRequest out;
    out.vaultPath = home.path();
    out.newPassphrase = secret(kNewPassphrase);
    out.kdf = kCheapKdf;
    out.deliverRecoveryKey = [this](const base::SecretBytes &text) -> base::Result<void> {
        newRecoveryKey = textOf(text);
        return {};
    };
    return out;
}

base::Result<transfer::RestoredVault> Target::restore(const QString &backup, const transfer::BackupKey &key,
                                                      const transfer::RestoreRequest &order)
{
    LATCHKEY_TRY(const auto reader, transfer::BackupReader::open(backup));
    LATCHKEY_TRY(const transfer::OpenedBackup opened, reader->unlock(key));
    return transfer::restoreBackup(environment(), *reader, opened, order);
}

base::Result<std::unique_ptr<vault::Vault>> Target::open(std::string_view passphrase, std::string_view recovery)
{
    auto out = std::make_unique<vault::Vault>(environment(), home.path());
    vault::UnlockRequest way;
    if (!passphrase.empty())
        way.passphrase = secret(passphrase);
    if (!recovery.empty())
        way.recoveryKey = secret(recovery);
    LATCHKEY_CHECK(out->unlock(way));
    return out;
}

transfer::BackupKey byRecovery(const QByteArray &text)
{
    transfer::BackupKey out;
    out.recoveryKey = secret(text.toStdString());
    return out;
}

transfer::BackupKey byPassphrase(std::string_view text)
{
    transfer::BackupKey out;
    out.passphrase = secret(text);
    return out;
}

} // namespace transfertest
