// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/newfile.h"

#include "support/testmain.h"
#include "vault/vaultfixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QObject>
#include <QProcess>

using namespace vaulttest;
using base::ErrorCode;
using transfer::NewFile;

namespace {

QStringList namesIn(const QTemporaryDir &dir)
{
    return QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

/// Of a process that is surely gone.
qint64 deadPid()
{
    QProcess process;
    process.start(QStringLiteral("/bin/true"), {});
    if (!process.waitForStarted())
        return 0;
    const qint64 pid = process.processId();
    process.waitForFinished();
    return pid;
}

} // namespace

class TestNewFile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void comesIntoBeingAtOnceAndForTheOwnerAlone()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("new"));
        auto file = NewFile::create(path);
        VERIFY_OK(file);
        VERIFY_OK((*file)->append(base::view(std::string_view("one "))));
        VERIFY_OK((*file)->append(base::view(std::string_view("two"))));
        VERIFY_OK((*file)->close());
        VERIFY_OK((*file)->sync());
        QVERIFY(!QFile::exists(path));
        VERIFY_OK((*file)->publish());
        file->reset();
        QCOMPARE(namesIn(dir), QStringList{QStringLiteral("new")});
        QCOMPARE(contentOf(path), QByteArray("one two"));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void nothingIsLeftWhenItIsNotPublished()
    {
        const QTemporaryDir dir;
        auto file = NewFile::create(dir.filePath(QStringLiteral("new")));
        VERIFY_OK(file);
        VERIFY_OK((*file)->append(base::view(std::string_view("part"))));
        QCOMPARE(namesIn(dir).size(), 1);
        file->reset();
        QCOMPARE(namesIn(dir), QStringList());
    }

    void replacesNothing()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("new"));
        auto file = NewFile::create(path);
        VERIFY_OK(file);
        VERIFY_OK((*file)->close());
        QVERIFY(writeFile(path, "somebody's"));
        COMPARE_CODE((*file)->publish(), ErrorCode::AlreadyExists);
        COMPARE_CODE(NewFile::create(path), ErrorCode::AlreadyExists);
        file->reset();
        QCOMPARE(contentOf(path), QByteArray("somebody's"));
        QVERIFY(QFile::link(dir.filePath(QStringLiteral("nowhere")), dir.filePath(QStringLiteral("dangling"))));
        COMPARE_CODE(NewFile::create(dir.filePath(QStringLiteral("dangling"))), ErrorCode::AlreadyExists);
        QCOMPARE(namesIn(dir), (QStringList{QStringLiteral("dangling"), QStringLiteral("new")}));
    }

    void takesAwayWhatAKilledProcessLeftAndNothingElse()
    {
        const QTemporaryDir dir;
        const qint64 gone = deadPid();
        QVERIFY(gone > 0);
        const QString dead = QStringLiteral("new[1].part-%1").arg(gone);
        const QStringList others{QStringLiteral("new[1].part-1"), QStringLiteral("new[1].part-"),
                                 QStringLiteral("new[1].part-%1x").arg(gone), QStringLiteral("other.part-%1").arg(gone)};
        const QStringList all = others + QStringList{dead};
        for (const QString &name : all)
            QVERIFY(writeFile(dir.filePath(name), "x"));
        auto file = NewFile::create(dir.filePath(QStringLiteral("new[1]")));
        VERIFY_OK(file);
        file->reset();
        QStringList left = others;
        left.sort();
        QCOMPARE(namesIn(dir), left);
    }

    void sayWhatIsWrong()
    {
        const QTemporaryDir dir;
        COMPARE_CODE(NewFile::create(dir.filePath(QStringLiteral("no/such/folder"))), ErrorCode::IoFailure);
        auto file = NewFile::create(dir.filePath(QStringLiteral("new")));
        VERIFY_OK(file);
        COMPARE_CODE(NewFile::create(dir.filePath(QStringLiteral("new"))), ErrorCode::AlreadyExists);
    }
};

LATCHKEY_TEST_MAIN(TestNewFile)
#include "tst_newfile.moc"
