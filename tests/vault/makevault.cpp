// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// makevault FOLDER METHOD [ROTATIONS [PRUNE]]: makes FOLDER/vault.db as the program would, with everything in it that the format knows, and beside it what
// opens it (passphrase, keychain, recovery) and what an independent reader must find (expected.json).
#include "storage/fileanchorstore.h"
#include "storage/sqlitevaultfilesystem.h"
#include "vault/auditprune.h"
#include "vault/rotation.h"
#include "vault/settings.h"
#include "vault/vault.h"
#include "vaultfixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace vaulttest;

namespace {

// A byte order mark belongs to it, and it is decomposed: the reader must know of NFC.
constexpr std::string_view kPassphrase = "\xef\xbb\xbf"
                                         "cafe\xcc\x81 au lait";

struct Kitchen {
    explicit Kitchen(QString path) : folder(std::move(path)), anchors(folder + QStringLiteral("/state")) {}
    QString folder;
    testsupport::FixedClock clock;
    base::SystemRandomSource random;
    storage::SqliteVaultFileSystem files;
    storage::FileAnchorStore anchors;
};

base::Result<void> write(const QString &path, const QByteArray &content)
{
    return writeFile(path, content) ? base::Result<void>() : base::fail(base::ErrorCode::IoFailure, path);
}

base::Result<void> addCredentials(vault::Session &session)
{
    vault::CredentialStore store(session);
    vault::Credential exchange = named(QStringLiteral("Bitget/Straße"));
    exchange.kind = vault::CredentialKind::Exchange;
    exchange.description = QStringLiteral("the main account\nключ");
    exchange.tags = {QStringLiteral("bot"), QStringLiteral("2026")};
    exchange.attributes = {{vault::attribute::kExchange, QStringLiteral("bitget")},
                           {vault::attribute::kEnvironment, QStringLiteral("live")}};
    vault::NewVersion first = newVersion({QStringLiteral("api_key=K1"), QStringLiteral("api_secret=S1"),
                                          QStringLiteral("passphrase=")});
    first.note = QStringLiteral("from the web site");
    first.keyHint = QStringLiteral("bg_1…9abc");
    LATCHKEY_TRY(const vault::Credential added, store.add(exchange, first, auditEvent(QStringLiteral("credential-added"))));
    LATCHKEY_CHECK(store.addVersion(added.id, newVersion({QStringLiteral("api_key=K2"), QStringLiteral("api_secret=S2")}),
                                    auditEvent(QStringLiteral("version-added"))));
    LATCHKEY_TRY(vault::Credential changed,
                 store.addVersion(added.id, newVersion({QStringLiteral("api_key=K3")}, vault::VersionState::Pending),
                                  auditEvent(QStringLiteral("version-added"))));
    changed.attributes[vault::attribute::kBaseUrl] = QStringLiteral("https://api.example.org");
    LATCHKEY_CHECK(store.update(changed, auditEvent(QStringLiteral("credential-updated"))));
    LATCHKEY_CHECK(store.setReport(added.id, "{\"verdict\":\"works\"}", auditEvent(QStringLiteral("checked"))));

    vault::Credential plain = named(QStringLiteral("api/ΟΔΟΣ"));
    vault::NewVersion big;
    big.fields = fields({QStringLiteral("value=%1").arg(QString(5000, QLatin1Char('v')))});
    LATCHKEY_CHECK(store.add(plain, big, auditEvent(QStringLiteral("credential-added"))));
    LATCHKEY_TRY(const vault::Credential gone,
                 store.add(named(QStringLiteral("gone")), newVersion({QStringLiteral("a=b")}), {}));
    LATCHKEY_CHECK(store.remove(gone.id, auditEvent(QStringLiteral("credential-removed"))));
    vault::ReleaseRequest request;
    request.credential = added.id;
    LATCHKEY_TRY(const auto released, store.release({request, request}, auditEvent(QStringLiteral("released"))));
    return released.size() == 2 ? base::Result<void>() : base::fail(base::ErrorCode::Internal);
}

base::Result<QJsonArray> versionsOf(vault::CredentialStore &store, vault::Credential credential)
{
    QJsonArray out;
    for (const vault::VersionInfo &version : credential.versions) {
        QJsonObject values;
        // The program does not give a pending one out; what it holds is known from above.
        const bool pending = version.state == vault::VersionState::Pending;
        vault::ReleaseRequest request;
        request.credential = credential.id;
        request.version = version.number;
        if (!pending) {
            LATCHKEY_TRY(const auto released, store.release({request}, auditEvent(QStringLiteral("released"))));
            for (const auto &[name, value] : released.front())
                values.insert(name, QString::fromUtf8(textOf(value)));
        } else {
            values.insert(QStringLiteral("api_key"), QStringLiteral("K3"));
        }
        out.append(QJsonObject{{QStringLiteral("number"), static_cast<qint64>(version.number)},
                               {QStringLiteral("state"), vault::stateName(version.state)},
                               {QStringLiteral("created"), static_cast<qint64>(version.createdAtMs)},
                               {QStringLiteral("note"), version.note},
                               {QStringLiteral("hint"), version.keyHint},
                               {QStringLiteral("fields"), values}});
    }
    return out;
}

base::Result<QJsonObject> credentialOf(vault::CredentialStore &store, const vault::Credential &credential)
{
    QJsonObject attributes;
    for (auto it = credential.attributes.begin(); it != credential.attributes.end(); ++it)
        attributes.insert(it.key(), it.value());
    LATCHKEY_TRY(const QByteArray report, store.report(credential.id));
    LATCHKEY_TRY(const QJsonArray versions, versionsOf(store, credential));
    return QJsonObject{{QStringLiteral("id"), credential.id.toString(QUuid::WithoutBraces)},
                       {QStringLiteral("name"), credential.name},
                       {QStringLiteral("kind"), vault::kindName(credential.kind)},
                       {QStringLiteral("description"), credential.description},
                       {QStringLiteral("tags"), QJsonArray::fromStringList(credential.tags)},
                       {QStringLiteral("attributes"), attributes},
                       {QStringLiteral("versions"), versions},
                       {QStringLiteral("keep"), static_cast<qint64>(credential.keepVersions)},
                       {QStringLiteral("created"), static_cast<qint64>(credential.createdAtMs)},
                       {QStringLiteral("updated"), static_cast<qint64>(credential.updatedAtMs)},
                       {QStringLiteral("revision"), static_cast<qint64>(credential.revision)},
                       {QStringLiteral("report"), report.isEmpty() ? QJsonValue() : QJsonValue(QString::fromUtf8(report))}};
}

/// What the program itself sees; the audit log as (seq, kind) pairs.
base::Result<QJsonObject> expected(vault::Session &session)
{
    vault::CredentialStore store(session);
    LATCHKEY_TRY(const auto list, store.list());
    QJsonArray credentials;
    for (const vault::Credential &credential : list) {
        LATCHKEY_TRY(const QJsonObject one, credentialOf(store, credential));
        credentials.append(one);
    }
    QJsonArray audit;
    LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(const auto entries, session.audit().list(0, 0));
        for (const vault::AuditEntry &entry : entries)
            audit.append(QJsonArray{static_cast<qint64>(entry.seq), entry.event.kind, entry.event.name,
                                    static_cast<qint64>(entry.timeMs)});
        return {};
    }));
    return QJsonObject{{QStringLiteral("vault"), session.keys().vault().toString(QUuid::WithoutBraces)},
                       {QStringLiteral("gen"), static_cast<qint64>(session.keys().gen())},
                       {QStringLiteral("counter"), static_cast<qint64>(session.integrity().root().counter)},
                       {QStringLiteral("credentials"), credentials},
                       {QStringLiteral("audit"), audit}};
}

base::Result<vault::CreateRequest> requestFor(const QString &method, Kitchen &kitchen)
{
    vault::CreateRequest request;
    request.method = method == QStringLiteral("keychain") ? vault::SlotKind::Keychain
        : method == QStringLiteral("passphrase+keychain") ? vault::SlotKind::PassphraseKeychain
                                                          : vault::SlotKind::Passphrase;
    LATCHKEY_TRY(request.vaultId, base::newUuid(kitchen.random));
    LATCHKEY_TRY(request.slotId, base::newUuid(kitchen.random));
    request.kdf = {1024, 2, 2};
    request.keychainBackend = QStringLiteral("Secret Service");
    if (vault::needsPassphrase(request.method)) {
        request.passphrase = secret(kPassphrase);
        LATCHKEY_CHECK(write(kitchen.folder + QStringLiteral("/passphrase"), textOf(request.passphrase)));
    }
    if (vault::needsKeychain(request.method)) {
        LATCHKEY_TRY(request.keychainSecret, base::newSecret(kitchen.random, 32));
        LATCHKEY_CHECK(write(kitchen.folder + QStringLiteral("/keychain"), textOf(request.keychainSecret)));
    }
    return request;
}

/// Another vault key; what opens the vault afterwards takes the place of what did before.
base::Result<void> rotate(vault::Session &session, Kitchen &kitchen)
{
    vault::Rotation rotation(session, QStringLiteral("test"));
    vault::RotationInput input;
    LATCHKEY_TRY(const QList<vault::SlotInfo> all, vault::SlotManager(session).list());
    for (const vault::SlotInfo &slot : all) {
        if (vault::needsPassphrase(slot.kind))
            input.passphrases.push_back(secret(kPassphrase));
        if (slot.kind == vault::SlotKind::PassphraseKeychain)
            input.keychainSecrets.emplace(slot.id,
                                          secret(contentOf(kitchen.folder + QStringLiteral("/keychain")).toStdString()));
    }
    LATCHKEY_TRY(vault::RotationPlan plan, rotation.plan(input));
    for (vault::KeptSlot &kept : plan.kept) {
        if (!vault::needsKeychain(kept.slot.kind))
            continue;
        LATCHKEY_TRY(kept.newId, base::newUuid(kitchen.random));
        LATCHKEY_TRY(kept.newHalf, base::newSecret(kitchen.random, 32));
        LATCHKEY_CHECK(write(kitchen.folder + QStringLiteral("/keychain"), textOf(kept.newHalf)));
    }
    vault::RotationOrder order;
    order.kdf = {1024, 2, 2};
    LATCHKEY_CHECK(rotation.run(plan, order));
    LATCHKEY_TRY(const auto pending, vault::Settings(session).pendingRecoveryKey());
    return write(kitchen.folder + QStringLiteral("/recovery"), textOf(*pending));
}

/// Drops every audit entry there is.
base::Result<void> prune(vault::Session &session, const QString &when, const QString &wanted)
{
    if (when != wanted)
        return {};
    LATCHKEY_TRY(const vault::PrunedRange range,
                 vault::pruneAudit(session, session.clock().nowMs() + 1, QStringLiteral("test")));
    return range.last > 0 ? base::Result<void>() : base::fail(base::ErrorCode::Internal);
}

/// `pruned`: "before" or "after" the rotations; empty: not at all.
base::Result<void> make(const QString &folder, const QString &method, int rotations, const QString &pruned)
{
    Kitchen kitchen(folder);
    LATCHKEY_TRY(const vault::CreateRequest request, requestFor(method, kitchen));
    vault::Vault vault({kitchen.files, kitchen.anchors, kitchen.clock, kitchen.random},
                       folder + QStringLiteral("/vault.db"));
    LATCHKEY_CHECK(vault.create(request));
    LATCHKEY_TRY(vault::Session *session, vault.session());
    // Not delivered to anybody, the recovery key stays in the vault until it is confirmed: the reader must find it there.
    LATCHKEY_TRY(const auto pending, vault::Settings(*session).pendingRecoveryKey());
    LATCHKEY_CHECK(write(folder + QStringLiteral("/recovery"), textOf(*pending)));
    LATCHKEY_CHECK(vault::Settings(*session).set({{QStringLiteral("auto_lock"), QStringLiteral("600")},
                                                  {QStringLiteral("ключ"), QStringLiteral("да")}}));
    LATCHKEY_CHECK(addCredentials(*session));
    LATCHKEY_CHECK(prune(*session, QStringLiteral("before"), pruned));
    for (int i = 0; i < rotations; ++i) {
        LATCHKEY_CHECK(rotate(*session, kitchen));
        LATCHKEY_CHECK(vault::Settings(*session).set({{QStringLiteral("auto_lock"), QStringLiteral("600")}}));
    }
    LATCHKEY_CHECK(prune(*session, QStringLiteral("after"), pruned));
    LATCHKEY_TRY(const QJsonObject result, expected(*session));
    vault.lock();
    return write(folder + QStringLiteral("/expected.json"), QJsonDocument(result).toJson());
}

} // namespace

int main(int argc, char **argv)
{
    base::initSecureHeap();
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3 || arguments.size() > 5)
        return 2;
    if (const auto made = make(arguments.at(1), arguments.at(2), arguments.value(3).toInt(), arguments.value(4)); !made) {
        qCritical("%s", qPrintable(describe(made.error())));
        return 1;
    }
    return 0;
}
