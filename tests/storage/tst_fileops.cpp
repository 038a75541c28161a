// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fileops.h"

#include "storagefixture.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QObject>

using base::ErrorCode;
using namespace storagetest;

class TestFileOps final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

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
};

LATCHKEY_TEST_MAIN(TestFileOps)
#include "tst_fileops.moc"
