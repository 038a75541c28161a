// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filesystem.h"

#include "support/testmain.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

using base::ErrorCode;

namespace {

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Success has none.
std::optional<ErrorCode> codeOf(const base::Result<void> &result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}

} // namespace

class TestFileSystem final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void renameNeverReplaces()
    {
        const QString from = m_dir->filePath(QStringLiteral("from"));
        const QString to = m_dir->filePath(QStringLiteral("to"));
        QVERIFY(write(from, "new"));
        QVERIFY(write(to, "old"));
        QCOMPARE(codeOf(base::renameWithoutReplacing(from, to)), ErrorCode::AlreadyExists);
        QCOMPARE(contentOf(from), QByteArray("new"));
        QCOMPARE(contentOf(to), QByteArray("old"));
        QVERIFY(QFile::remove(to));
        QVERIFY(QFile::link(from + from, to)); // to nowhere, and yet it stands there
        QCOMPARE(codeOf(base::renameWithoutReplacing(from, to)), ErrorCode::AlreadyExists);
        QVERIFY(QFile::remove(to));
        QCOMPARE(codeOf(base::renameWithoutReplacing(from, to)), std::nullopt);
        QCOMPARE(contentOf(to), QByteArray("new"));
        QVERIFY(!QFileInfo::exists(from));
        QCOMPARE(codeOf(base::renameWithoutReplacing(from, to + to)), ErrorCode::IoFailure);
    }

    void syncWorksOnFilesAndFolders()
    {
        const QString file = m_dir->filePath(QStringLiteral("file"));
        QVERIFY(write(file, "x"));
        QCOMPARE(codeOf(base::syncFile(file)), std::nullopt);
        QCOMPARE(codeOf(base::syncFolder(m_dir->path())), std::nullopt);
        QCOMPARE(codeOf(base::syncFile(m_dir->filePath(QStringLiteral("none")))), ErrorCode::IoFailure);
        QCOMPARE(codeOf(base::syncFolder(m_dir->filePath(QStringLiteral("none")))), ErrorCode::IoFailure);
        QCOMPARE(codeOf(base::syncFolder(file)), ErrorCode::IoFailure);
        QVERIFY(QFile::link(file, m_dir->filePath(QStringLiteral("link"))));
        QCOMPARE(codeOf(base::syncFile(m_dir->filePath(QStringLiteral("link")))), ErrorCode::IoFailure);
        QVERIFY(base::fileSyncAvailable());
        QCOMPARE(codeOf(base::syncFile(QStringLiteral("/proc/self/status"))),
                 ErrorCode::IoFailure); // EINVAL: no such thing there
    }

    void theLivingAndTheDead()
    {
        QVERIFY(base::processMayLive(QCoreApplication::applicationPid()));
        QVERIFY(base::processMayLive(1));
        QProcess gone;
        gone.start(QStringLiteral("true"), QStringList());
        QVERIFY(gone.waitForStarted());
        const qint64 pid = gone.processId();
        QVERIFY(gone.waitForFinished());
        QVERIFY(!base::processMayLive(pid));
        QVERIFY(!base::processMayLive(0));
        QVERIFY(!base::processMayLive(-1));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

LATCHKEY_TEST_MAIN(TestFileSystem)
#include "tst_filesystem.moc"
