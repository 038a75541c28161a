// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaultfixture.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace vaulttest {

QString describe(const base::Error &error)
{
    return base::codeName(error.code) + QStringLiteral(": ") + error.detail;
}

base::SecretBytes secret(std::string_view text)
{
    auto out = base::SecretBytes::copyOf(text);
    if (!out)
        qFatal("no secure memory");
    return *std::move(out);
}

QByteArray textOf(const base::SecretBytes &value)
{
    return base::toByteArray(value.exposeBytes());
}

base::SecretFields fields(const QStringList &items)
{
    base::SecretFields out;
    for (const QString &item : items) {
        const qsizetype equals = item.indexOf(QLatin1Char('='));
        out.emplace(item.left(equals), secret(item.mid(equals + 1).toStdString()));
    }
    return out;
}

QString shown(const base::SecretFields &fields)
{
    QStringList items;
    for (const auto &[name, value] : fields)
        items << name + QLatin1Char('=') + QString::fromUtf8(textOf(value));
    return items.join(QLatin1Char(';'));
}

vault::AuditEvent auditEvent(const QString &kind)
{
    vault::AuditEvent out;
    out.kind = kind;
    out.program = QStringLiteral("test");
    return out;
}

vault::Credential named(const QString &name)
{
    vault::Credential out;
    out.name = name;
    return out;
}

vault::NewVersion newVersion(const QStringList &items, vault::VersionState state)
{
    vault::NewVersion out;
    out.fields = fields(items);
    out.state = state;
    return out;
}

QString states(const vault::Credential &credential)
{
    QStringList out;
    for (const vault::VersionInfo &version : credential.versions)
        out << QStringLiteral("%1:%2").arg(version.number).arg(vault::stateName(version.state));
    return out.join(QLatin1Char(' '));
}

vault::ReleaseRequest request(const QUuid &id, std::optional<std::uint32_t> version, const QStringList &wanted)
{
    vault::ReleaseRequest out;
    out.credential = id;
    out.version = version;
    out.fields = wanted;
    return out;
}

Home::Home()
{
    if (!m_dir.isValid())
        qFatal("no temporary folder");
    anchors = std::make_unique<storage::FileAnchorStore>(file(QStringLiteral("state")));
}

QString Home::anchorPath() const
{
    return anchors->pathOf(vaultId);
}

QStringList Home::names() const
{
    return QDir(file(QStringLiteral("home"))).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

vault::Environment Home::environment()
{
    return {files, *anchors, clock, random};
}

vault::CreateRequest Home::request(vault::SlotKind method)
{
    vault::CreateRequest out;
    out.method = method;
    if (auto id = base::newUuid(random); id)
        vaultId = *id;
    if (auto id = base::newUuid(random); id)
        slotId = *id;
    out.vaultId = vaultId;
    out.slotId = slotId;
    if (vault::needsPassphrase(method))
        out.passphrase = secret(kPassphrase);
    if (vault::needsKeychain(method)) {
        out.keychainSecret = secret(kKeychainSecret);
        out.keychainBackend = QStringLiteral("Secret Service");
    }
    out.kdf = kCheapKdf;
    out.deliverRecoveryKey = [this](const base::SecretBytes &text) -> base::Result<void> {
        recoveryText = textOf(text);
        return {};
    };
    return out;
}

std::unique_ptr<vault::Vault> Home::create(vault::SlotKind method)
{
    auto out = std::make_unique<vault::Vault>(environment(), path());
    if (auto made = out->create(request(method)); !made)
        qFatal("no vault: %s", qPrintable(describe(made.error())));
    return out;
}

vault::UnlockRequest Home::byPassphrase(vault::VerifyDepth depth) const
{
    vault::UnlockRequest out;
    out.passphrase = secret(kPassphrase);
    out.depth = depth;
    return out;
}

vault::UnlockRequest Home::byRecovery() const
{
    vault::UnlockRequest out;
    out.recoveryKey = secret(recoveryText.toStdString());
    return out;
}

base::Result<std::unique_ptr<vault::Vault>> Home::open(vault::VerifyDepth depth)
{
    auto out = std::make_unique<vault::Vault>(environment(), path());
    LATCHKEY_CHECK(out->unlock(byPassphrase(depth)));
    return out;
}

vault::Session &sessionOf(vault::Vault &vault)
{
    auto session = vault.session();
    if (!session)
        qFatal("locked");
    return **session;
}

base::Result<QString> contents(vault::Vault &vault)
{
    vault::CredentialStore store(sessionOf(vault));
    LATCHKEY_TRY(const auto list, store.list());
    QStringList out;
    for (const vault::Credential &credential : list) {
        vault::ReleaseRequest request;
        request.credential = credential.id;
        LATCHKEY_TRY(const auto fields, store.release({request}, auditEvent(QStringLiteral("released"))));
        out << credential.name + QLatin1Char('=') + credential.description + QLatin1Char('=') + shown(fields.front());
    }
    return out.join(QLatin1Char('\n'));
}

namespace {

/// A connection of its own for one statement.
class SideDoor final {
public:
    explicit SideDoor(const QString &path)
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("sidedoor"));
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("%s", qPrintable(m_database.lastError().text()));
    }
    ~SideDoor()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(QStringLiteral("sidedoor"));
    }
    Q_DISABLE_COPY_MOVE(SideDoor)

    [[nodiscard]] QSqlQuery run(const QString &statement, const QVariantList &values) const
    {
        QSqlQuery query(m_database);
        query.prepare(statement);
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
        return query;
    }

private:
    QSqlDatabase m_database;
};

} // namespace

int tamper(const QString &path, const QString &statement, const QVariantList &values)
{
    const SideDoor door(path);
    return door.run(statement, values).numRowsAffected();
}

QVariant query(const QString &path, const QString &statement, const QVariantList &values)
{
    const SideDoor door(path);
    QSqlQuery rows = door.run(statement, values);
    return rows.next() ? rows.value(0) : QVariant();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<cannot be read>");
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate, QFile::ReadOwner | QFile::WriteOwner)
        && file.write(content) == content.size();
}

QByteArray flipped(QByteArray bytes, qsizetype at, int bit)
{
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
    return bytes;
}

} // namespace vaulttest
