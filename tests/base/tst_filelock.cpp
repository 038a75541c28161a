// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filelock.h"

#include "base/workerthread.h"
#include "support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace std::chrono_literals;
using base::ErrorCode;
using base::FileLock;

// Other processes, killed holders and replaced files: tests/platform/tst_kdflock.cpp, where there is a process to kill.
class TestFileLock : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QStringLiteral("lock")); }

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void secondHolderIsRefusedUntilTheFirstIsGone()
    {
        std::optional<FileLock> first = *FileLock::acquire(path(), 0ms);
        QCOMPARE(FileLock::acquire(path(), 0ms).error().code, ErrorCode::Busy);
        QCOMPARE(FileLock::acquire(path(), 30ms).error().code, ErrorCode::Busy);
        // Moving does not let go.
        FileLock moved = std::move(*first);
        first.reset();
        QCOMPARE(FileLock::acquire(path(), 0ms).error().code, ErrorCode::Busy);
        {
            const FileLock last = std::move(moved);
        }
        QVERIFY(FileLock::acquire(path(), 0ms));
    }

    void waitingEndsWhenTheHolderLetsGo()
    {
        std::optional<FileLock> first = *FileLock::acquire(path(), 0ms);
        base::WorkerThread other(QStringLiteral("other"));
        auto second = other.run([this]() -> base::Result<bool> {
            LATCHKEY_TRY(const FileLock lock, FileLock::acquire(path(), 20s));
            return true;
        });
        QVERIFY(!second.isFinished());
        first.reset();
        QTRY_VERIFY(second.isFinished());
        QVERIFY(second.result());
    }

    void fileIsForTheOwnerAndStays()
    {
        QVERIFY(FileLock::acquire(path(), 0ms));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(QFileInfo::exists(path()));
        QVERIFY(!(QFileInfo(path()).permissions() & others));
    }

    void whatCannotBeLocked()
    {
        QCOMPARE(FileLock::acquire(m_folder.filePath(QStringLiteral("no/folder")), 0ms).error().code, ErrorCode::IoFailure);
        const QString link = m_folder.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(m_folder.filePath(QStringLiteral("target")), link));
        QCOMPARE(FileLock::acquire(link, 0ms).error().code, ErrorCode::UnsafePermissions);
        QVERIFY(!QFileInfo::exists(m_folder.filePath(QStringLiteral("target"))));
    }
};

LATCHKEY_TEST_MAIN(TestFileLock)
#include "tst_filelock.moc"
