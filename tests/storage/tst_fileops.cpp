// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fileops.h"

#include "storagefixture.h"
#include "support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QObject>
#include <QProcess>

using base::ErrorCode;
using namespace storagetest;

class TestFileOps final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void renameNeverReplaces()
    {
        const Place place;
        const QString from = place.file(QStringLiteral("from"));
        const QString to = place.file(QStringLiteral("to"));
        QVERIFY(writeFile(from, "new"));
        QVERIFY(writeFile(to, "old"));
        COMPARE_CODE(storage::renameWithoutReplacing(from, to), ErrorCode::AlreadyExists);
        QCOMPARE(contentOf(from), QByteArray("new"));
        QCOMPARE(contentOf(to), QByteArray("old"));
        QVERIFY(QFile::remove(to));
        VERIFY_OK(storage::renameWithoutReplacing(from, to));
        QCOMPARE(contentOf(to), QByteArray("new"));
        QVERIFY(!QFileInfo::exists(from));
        COMPARE_CODE(storage::renameWithoutReplacing(from, to + to), ErrorCode::IoFailure);
    }

    void identityFollowsTheFileNotTheName()
    {
        const Place place;
        const QString path = place.file(QStringLiteral("a"));
        COMPARE_CODE(storage::identityOf(path), ErrorCode::IoFailure);
        QVERIFY(writeFile(path, "x"));
        const auto first = storage::identityOf(path).value();
        QCOMPARE(storage::identityOf(path).value(), first);
        QVERIFY(QFile::rename(path, path + QStringLiteral("2")));
        QVERIFY(writeFile(path, "x"));
        QVERIFY(storage::identityOf(path).value() != first);
        QCOMPARE(storage::identityOf(path + QStringLiteral("2")).value(), first);
    }

    void syncWorksOnFilesAndFolders()
    {
        const Place place;
        QVERIFY(writeFile(place.vault(), "x"));
        VERIFY_OK(storage::syncFile(place.vault()));
        VERIFY_OK(storage::syncFolder(place.folder()));
        COMPARE_CODE(storage::syncFile(place.file(QStringLiteral("none"))), ErrorCode::IoFailure);
        COMPARE_CODE(storage::syncFolder(place.vault()), ErrorCode::IoFailure);
        QVERIFY(storage::fileSyncAvailable());
    }

    void aDiskWithRoomIsNotFull()
    {
        const Place place;
        QVERIFY(!storage::diskHasNoRoom(place.folder()));
        QVERIFY(!storage::diskHasNoRoom(place.file(QStringLiteral("none"))));
        QVERIFY(place.names().isEmpty());
    }

    void allocationIsReal()
    {
        const Place place;
        const QString path = place.vault();
        QCOMPARE(storage::allocatedBytes(path), 0);
        VERIFY_OK(storage::allocateFile(path, 300'000));
        QCOMPARE(QFileInfo(path).size(), 300'000);
        QVERIFY(storage::allocatedBytes(path) >= 300'000);
        VERIFY_OK(storage::allocateFile(path, 0));
        QCOMPARE(QFileInfo(path).size(), 0);
        constexpr std::int64_t kMoreThanAnyDisk = std::int64_t{1} << 50;
        COMPARE_CODE(storage::allocateFile(path, kMoreThanAnyDisk), ErrorCode::DiskFull);
        QCOMPARE(QFileInfo(path).size(), 0);
    }

    void companionsAreNothingOrPrivateFiles()
    {
        const Place place;
        const QString path = place.vault();
        VERIFY_OK(storage::inspectCompanion(path));
        QVERIFY(writeFile(path, "x"));
        VERIFY_OK(storage::inspectCompanion(path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::WriteGroup));
        COMPARE_CODE(storage::inspectCompanion(path), ErrorCode::UnsafePermissions);
        QVERIFY(QFile::link(path, place.file(QStringLiteral("link"))));
        COMPARE_CODE(storage::inspectCompanion(place.file(QStringLiteral("link"))), ErrorCode::UnsafePermissions);
        QVERIFY(QDir().mkdir(place.file(QStringLiteral("folder"))));
        COMPARE_CODE(storage::inspectCompanion(place.file(QStringLiteral("folder"))), ErrorCode::UnsafePermissions);
    }

    void theLivingAndTheDead()
    {
        QVERIFY(storage::processMayLive(QCoreApplication::applicationPid()));
        QVERIFY(storage::processMayLive(1));
        QProcess gone;
        gone.start(QStringLiteral("true"), QStringList());
        QVERIFY(gone.waitForStarted());
        const qint64 pid = gone.processId();
        QVERIFY(gone.waitForFinished());
        QVERIFY(!storage::processMayLive(pid));
        QVERIFY(!storage::processMayLive(0));
        QVERIFY(!storage::processMayLive(-1));
    }
};

LATCHKEY_TEST_MAIN(TestFileOps)
#include "tst_fileops.moc"
