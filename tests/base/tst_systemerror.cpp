// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/systemerror.h"

#include "support/testmain.h"

#include <cerrno>

using base::ErrorCode;

class TestSystemError final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meanings_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no space") << ENOSPC << ErrorCode::DiskFull;
        QTest::newRow("quota") << EDQUOT << ErrorCode::DiskFull;
        QTest::newRow("limit on a file") << EFBIG << ErrorCode::DiskFull;
        QTest::newRow("read-only") << EROFS << ErrorCode::ReadOnly;
        QTest::newRow("taken") << EEXIST << ErrorCode::AlreadyExists;
        QTest::newRow("disk") << EIO << ErrorCode::IoFailure;
        QTest::newRow("permission") << EACCES << ErrorCode::IoFailure;
    }
    void meanings()
    {
        QFETCH(const int, number);
        QFETCH(const ErrorCode, code);
        const base::Error error = base::systemError(number, QStringLiteral("/a/b")).error();
        QCOMPARE(error.code, code);
        QVERIFY(error.detail.startsWith(QStringLiteral("/a/b: ")));
        QVERIFY(error.detail.size() > 6); // the system's words
    }
};

LATCHKEY_TEST_MAIN(TestSystemError)
#include "tst_systemerror.moc"
