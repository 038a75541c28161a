// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/networkfilesystem.h"

#include "storage/sqlitevaultfilesystem.h"
#include "storagefixture.h"
#include "support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QObject>
#include <QStorageInfo>

using base::ErrorCode;
using namespace storagetest;

class TestNetworkFileSystem final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_place = std::make_unique<Place>();
        m_type = QStringLiteral("ext4");
        m_asked.clear();
    }

    void namesAreTold_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("network");
        for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "SMBFS", "fuse.sshfs", "fuse.rclone", "ceph", "unc"})
            QTest::newRow(type) << QString::fromLatin1(type) << true;
        for (const char *type :
             {"", "ext4", "xfs", "btrfs", "tmpfs", "overlay", "fuse", "fuseblk", "fuse.gocryptfs", "NTFS"})
            QTest::newRow(type) << QString::fromLatin1(type) << false;
    }
    void namesAreTold()
    {
        QFETCH(const QString, type);
        QFETCH(const bool, network);
        QCOMPARE(storage::isNetworkFileSystem(type), network);
    }

    /// The list of mounts, which is read in another way, says the same as what the system answers.
    void whatIsUnderUsIsNamed()
    {
        for (const QString &path :
             {m_place->file(QStringLiteral(".")), QStringLiteral("/dev/shm"), QStringLiteral("/proc")}) {
            if (!QFileInfo::exists(path))
                continue;
            const QString type = storage::fileSystemTypeAt(path);
            QString listed = QString::fromLatin1(QStorageInfo(path).fileSystemType());
            if (listed == QLatin1StringView("ext2") || listed == QLatin1StringView("ext3")) // one number for the three
                listed = QStringLiteral("ext4");
            QCOMPARE(type, listed);
            QVERIFY(!storage::isNetworkFileSystem(type));
        }
    }

    void whatIsNotThereYetStandsOnItsFolder()
    {
        QCOMPARE(storage::fileSystemTypeAt(m_place->file(QStringLiteral("a/b/vault.db"))),
                 storage::fileSystemTypeAt(m_place->file(QStringLiteral("."))));
    }

    void nothingIsMadeThere()
    {
        m_type = QStringLiteral("nfs");
        const QString path = m_place->file(QStringLiteral("new folder/vault.db"));
        const auto made = m_files.createTemporary(path);
        COMPARE_CODE(made, ErrorCode::IoFailure);
        QCOMPARE(made.error().detail, QStringLiteral("network_file_system"));
        QCOMPARE(m_place->names(), QStringList());
    }

    void nothingIsOpenedThere()
    {
        VERIFY_OK(makeVault(m_place->vault()));
        VERIFY_OK(m_files.open(m_place->vault()));
        const QByteArray before = contentOf(m_place->vault());
        const QStringList names = m_place->names();
        m_type = QStringLiteral("fuse.sshfs");
        const auto opened = m_files.open(m_place->vault());
        COMPARE_CODE(opened, ErrorCode::IoFailure);
        QCOMPARE(opened.error().detail, QStringLiteral("network_file_system"));
        QCOMPARE(contentOf(m_place->vault()), before);
        QCOMPARE(m_place->names(), names);
    }

    /// The link may stand on a disk of this computer.
    void askedIsWhereALinkLeads()
    {
        const QString real = m_place->file(QStringLiteral("real.db"));
        VERIFY_OK(makeVault(real));
        QVERIFY(QFile::link(real, m_place->vault()));
        m_asked.clear();
        VERIFY_OK(m_files.open(m_place->vault()));
        QCOMPARE(m_asked, QStringList{QFileInfo(real).canonicalFilePath()});
    }

private:
    std::unique_ptr<Place> m_place;
    QString m_type;
    QStringList m_asked;
    storage::SqliteVaultFileSystem m_files{std::chrono::seconds{5}, [this](const QString &path) {
                                               m_asked << path;
                                               return m_type;
                                           }};
};

LATCHKEY_TEST_MAIN(TestNetworkFileSystem)
#include "tst_networkfilesystem.moc"
