// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "storage/sqlitevaultfilesystem.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

namespace storagetest {

using vault::ports::CommitClass;
using vault::ports::RecordRow;
using vault::ports::VaultFile;

QString describe(const base::Error &error)
{
    return base::codeName(error.code) + QStringLiteral(": ") + error.detail;
}

Place::Place()
{
    if (!m_dir.isValid())
        qFatal("no temporary folder");
}

QStringList Place::names() const
{
    return QDir(m_dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

QByteArray bytes(char fill, qsizetype size)
{
    return QByteArray(size, fill);
}

QUuid owner(unsigned char bucket, unsigned char last)
{
    QByteArray raw(16, '\x11');
    raw[0] = static_cast<char>(bucket);
    raw[15] = static_cast<char>(last);
    return QUuid::fromRfc4122(raw);
}

RecordRow record(const QUuid &owner, std::uint16_t kind, std::uint32_t n, const QByteArray &name)
{
    return {{owner, kind, n}, name, bytes('m', 180), bytes('s', 420)};
}

vault::ports::AuditRow auditRow(std::uint64_t seq)
{
    return {seq, bytes('d', 160), bytes(static_cast<char>(seq), 32)};
}

namespace {

base::Result<void> fill(VaultFile &file)
{
    LATCHKEY_CHECK(file.slotStore().putHeader(bytes('h', 120)));
    LATCHKEY_CHECK(file.slotStore().putSlot({owner(7), bytes('p', 140)}));
    LATCHKEY_CHECK(file.manifest().putRoot(bytes('r', 200)));
    for (int i = 0; i < 256; ++i)
        LATCHKEY_CHECK(file.manifest().putBucket(static_cast<std::uint8_t>(i), bytes(static_cast<char>(i), 32)));
    return file.audit().append(auditRow(0), bytes('a', 80));
}

} // namespace

base::Result<void> makeVault(const QString &path)
{
    storage::SqliteVaultFileSystem files;
    LATCHKEY_TRY(std::unique_ptr<VaultFile> created, files.createTemporary(path));
    LATCHKEY_CHECK(change(*created, [&created] { return fill(*created); }));
    return files.publish(std::move(created), path);
}

base::Result<std::unique_ptr<VaultFile>> openVault(const QString &path, int busyMs)
{
    return storage::SqliteVaultFileSystem(std::chrono::milliseconds{busyMs}).open(path);
}

base::Result<void> release(VaultFile &file, std::uint64_t seq)
{
    LATCHKEY_CHECK(file.unitOfWork().begin(CommitClass::Release));
    auto appended = file.audit().append(auditRow(seq), bytes(static_cast<char>(seq), 80));
    if (!appended) {
        file.unitOfWork().rollback();
        return appended;
    }
    return file.unitOfWork().commit();
}

base::Result<void> change(VaultFile &file, const std::function<base::Result<void>()> &write)
{
    LATCHKEY_CHECK(file.unitOfWork().begin(CommitClass::Change));
    auto written = write();
    if (!written) {
        file.unitOfWork().rollback();
        return written;
    }
    return file.unitOfWork().commit();
}

bool tamper(const QString &path, const QStringList &statements)
{
    const QString name = QStringLiteral("tamper");
    bool ok = true;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        ok = database.open();
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement)) {
                qWarning("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
                ok = false;
            }
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
    return ok;
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

} // namespace storagetest
