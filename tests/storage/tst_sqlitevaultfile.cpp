// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlitevaultfile.h"

#include "base/privatefile.h"
#include "storage/schema.h"
#include "storagefixture.h"
#include "support/testmain.h"

#include <QFileInfo>
#include <QObject>

using base::ErrorCode;
using storage::Connection;
using storage::SqliteVaultFile;
using namespace storagetest;

class TestSqliteVaultFile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_place = std::make_unique<Place>();
    }

    void aTemporaryFileGoesWithTheObject()
    {
        {
            const auto file = make(true);
            QVERIFY(file != nullptr);
            VERIFY_OK(change(*file, [&] { return file->slotStore().putHeader("h"); }));
            QVERIFY(!m_place->names().contains(QStringLiteral("vault.db.reserve")));
        }
        QCOMPARE(m_place->names(), QStringList());
    }

    void aLastingOneStays()
    {
        QVERIFY(make(false) != nullptr);
        QCOMPARE(m_place->names(), (QStringList{QStringLiteral("vault.db"), QStringLiteral("vault.db.reserve")}));
    }

    void releaseHandsOverOneFile()
    {
        auto file = make(true);
        QVERIFY(file != nullptr);
        VERIFY_OK(change(*file, [&] { return file->slotStore().putHeader("h"); }));
        const auto path = file->release();
        VERIFY_OK(path);
        QCOMPARE(*path, m_place->vault());
        file.reset();
        QCOMPARE(m_place->names(), QStringList{QStringLiteral("vault.db")});
        QCOMPARE(openVault(*path).value()->slotStore().header().value(), QByteArray("h"));
    }

    void releaseIsRefusedWhileAnotherHasItOpen()
    {
        auto file = make(true);
        QVERIFY(file != nullptr);
        VERIFY_OK(change(*file, [&] { return file->slotStore().putHeader("h"); }));
        const auto other = Connection::open(m_place->vault(), Connection::Mode::ReadWrite, std::chrono::seconds{1});
        VERIFY_OK(other);
        QCOMPARE((*other)->number(QStringLiteral("SELECT count(*) FROM header")).value(), 1);
        COMPARE_CODE(file->release(), ErrorCode::Busy);
    }

    void checkpointEmptiesTheWal()
    {
        const auto file = make(false);
        QVERIFY(file != nullptr);
        VERIFY_OK(change(*file, [&] { return file->slotStore().putHeader("h"); }));
        const QFileInfo wal(m_place->vault() + QStringLiteral("-wal"));
        QVERIFY(wal.size() > 0);
        VERIFY_OK(file->checkpoint());
        QCOMPARE(QFileInfo(wal.filePath()).size(), 0);
    }

private:
    [[nodiscard]] std::unique_ptr<SqliteVaultFile> make(bool temporary)
    {
        const QString path = m_place->vault();
        if (!base::createPrivateFile(path))
            return nullptr;
        auto connection = Connection::open(path, Connection::Mode::ReadWrite, std::chrono::seconds{1});
        if (!connection || !storage::createSchema(**connection))
            return nullptr;
        return std::make_unique<SqliteVaultFile>(*std::move(connection), storage::identityOf(path).value(), temporary);
    }

    std::unique_ptr<Place> m_place;
};

LATCHKEY_TEST_MAIN(TestSqliteVaultFile)
#include "tst_sqlitevaultfile.moc"
