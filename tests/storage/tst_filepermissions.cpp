// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fileanchorstore.h"
#include "storage/sqlitevaultfilesystem.h"

#include "childprocess.h"
#include "posixtools.h"
#include "storagefixture.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QObject>

using base::ErrorCode;
using namespace storagetest;

/// Who may touch the files, and what happens where we may not.
class TestFilePermissions final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_place = std::make_unique<Place>();
    }

    void everythingIsPrivateUnderAnyUmask_data()
    {
        QTest::addColumn<unsigned>("mask");
        QTest::newRow("000") << 0U;
        QTest::newRow("022") << 022U;
        QTest::newRow("077") << 077U;
    }
    void everythingIsPrivateUnderAnyUmask()
    {
        QFETCH(unsigned, mask);
        const Umask umask(mask);
        const QString folder = m_place->file(QStringLiteral("a"));
        const QString path = folder + QStringLiteral("/b/vault.db");
        {
            storage::SqliteVaultFileSystem files;
            const auto created = files.createTemporary(path);
            VERIFY_OK(created);
            VERIFY_OK(change(**created, [&] { return (*created)->slotStore().putHeader("h"); }));
            allPrivate(folder + QStringLiteral("/b"), 3);
        }
        VERIFY_OK(makeVault(path));
        const auto file = openVault(path);
        VERIFY_OK(file);
        VERIFY_OK(release(**file, 1));
        allPrivate(folder + QStringLiteral("/b"), 4); // database, -wal, -shm, reserve
        QCOMPARE(modeOf(folder), 0700);
        QCOMPARE(modeOf(folder + QStringLiteral("/b")), 0700);

        storage::FileAnchorStore anchors(m_place->file(QStringLiteral("state")));
        VERIFY_OK(anchors.update(owner(1),
                                 [](const QList<QByteArray> &) { return vault::ports::AnchorStore::Write{0, "value"}; }));
        allPrivate(m_place->file(QStringLiteral("state/latchkey")), 2);
        QCOMPARE(modeOf(m_place->file(QStringLiteral("state/latchkey"))), 0700);
    }

    void openToOthersIsRefused_data()
    {
        QTest::addColumn<unsigned>("fileMode");
        QTest::addColumn<unsigned>("folderMode");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("private") << 0600U << 0700U << true;
        QTest::newRow("readable") << 0644U << 0755U << true;
        QTest::newRow("file for the group") << 0660U << 0700U << false;
        QTest::newRow("file for all") << 0602U << 0700U << false;
        QTest::newRow("folder for the group") << 0600U << 0770U << false;
        QTest::newRow("folder for all, sticky") << 0600U << 01777U << false;
    }
    void openToOthersIsRefused()
    {
        QFETCH(unsigned, fileMode);
        QFETCH(unsigned, folderMode);
        QFETCH(bool, accepted);
        VERIFY_OK(makeVault(m_place->vault()));
        QVERIFY(setMode(m_place->vault(), fileMode));
        QVERIFY(setMode(m_place->folder(), folderMode));
        const auto opened = openVault(m_place->vault());
        QCOMPARE(opened.has_value(), accepted);
        if (!accepted)
            QCOMPARE(opened.error().code, ErrorCode::UnsafePermissions);
        QVERIFY(setMode(m_place->folder(), 0700));
    }

    void creationInAnOpenFolderIsRefused()
    {
        QVERIFY(setMode(m_place->folder(), 0777));
        storage::SqliteVaultFileSystem files;
        COMPARE_CODE(files.createTemporary(m_place->vault()), ErrorCode::UnsafePermissions);
        QCOMPARE(m_place->names(), QStringList());
    }

    void foreignOwnersAreRefused_data()
    {
        QTest::addColumn<QString>("given");
        QTest::newRow("file") << QStringLiteral("vault.db");
        QTest::newRow("folder") << QString();
        QTest::newRow("link") << QStringLiteral("link.db");
    }
    void foreignOwnersAreRefused()
    {
        QFETCH(QString, given);
        if (!runningAsRoot())
            QSKIP("only root may give files away");
        VERIFY_OK(makeVault(m_place->vault()));
        const QString link = m_place->file(QStringLiteral("link.db"));
        QVERIFY(QFile::link(m_place->vault(), link));
        QVERIFY(giveTo(given.isEmpty() ? m_place->folder() : m_place->file(given), kNobody));
        COMPARE_CODE(openVault(link), ErrorCode::UnsafePermissions);
        if (given != QLatin1StringView("link.db"))
            COMPARE_CODE(openVault(m_place->vault()), ErrorCode::UnsafePermissions);
    }

    void withoutWriteAccessReadingWorks_data()
    {
        QTest::addColumn<unsigned>("fileMode");
        QTest::addColumn<unsigned>("folderMode");
        QTest::addColumn<bool>("wal");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray reads = "read=ok rows=1 begin=read_only";
        QTest::newRow("all writable") << 0600U << 0700U << false << QByteArray("read=ok rows=1 begin=ok");
        QTest::newRow("file") << 0400U << 0700U << false << reads;
        QTest::newRow("folder") << 0600U << 0500U << false << reads;
        QTest::newRow("both") << 0400U << 0500U << false << reads;
        QTest::newRow("both, with a WAL") << 0400U << 0500U << true << reads;
    }
    void withoutWriteAccessReadingWorks()
    {
        QFETCH(unsigned, fileMode);
        QFETCH(unsigned, folderMode);
        QFETCH(bool, wal);
        QFETCH(QByteArray, expected);
        VERIFY_OK(makeVault(m_place->vault()));
        {
            // With a WAL: killed while it had the file open, after a change that stands only there.
            ChildProcess writer({wal ? QStringLiteral("releases") : QStringLiteral("write"), m_place->vault()});
            if (wal) {
                VERIFY_OK(change(*openVault(m_place->vault()).value(), [] { return base::Result<void>(); }));
                QVERIFY(writer.waitFor("ready"));
                const auto file = openVault(m_place->vault());
                VERIFY_OK(file);
                VERIFY_OK(change(**file, [&] { return (*file)->records().put(record(owner(40), 2, 5)); }));
                writer.kill9();
                handOver(fileMode, folderMode);
                compareChild(expected);
                return;
            }
            QCOMPARE(writer.finish(), 0);
        }
        handOver(fileMode, folderMode);
        const QStringList before = m_place->names();
        compareChild(expected);
        QCOMPARE(m_place->names(), before);
    }

private:
    static void allPrivate(const QString &folder, int files)
    {
        const QDir dir(folder);
        const QStringList names = dir.entryList(QDir::Files | QDir::Hidden | QDir::System);
        QCOMPARE(names.size(), files);
        for (const QString &name : names)
            QVERIFY2(modeOf(dir.filePath(name)) == 0600, qPrintable(name));
    }
    /// Root writes everywhere, so the child is nobody then and everything his.
    void handOver(unsigned fileMode, unsigned folderMode)
    {
        for (const QString &name : m_place->names()) {
            QVERIFY(setMode(m_place->file(name), fileMode));
            QVERIFY(!runningAsRoot() || giveTo(m_place->file(name), kNobody));
        }
        QVERIFY(setMode(m_place->folder(), folderMode));
        QVERIFY(!runningAsRoot() || giveTo(m_place->folder(), kNobody));
    }
    void compareChild(const QByteArray &expected)
    {
        ChildProcess child({QStringLiteral("try"), m_place->vault()},
                           runningAsRoot() ? becomeNobody() : std::function<void()>());
        QCOMPARE(child.nextLine(), expected);
        QCOMPARE(child.finish(), 0);
        QVERIFY(setMode(m_place->folder(), 0700));
    }

    std::unique_ptr<Place> m_place;
};

LATCHKEY_TEST_MAIN(TestFilePermissions)
#include "tst_filepermissions.moc"
