// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/lpspooler.h"

#include "support/await.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using base::ErrorCode;
using testsupport::await;

/// `lp` is played by a script that notes what it was given.
class TestLpSpooler final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void handsOver();
    void leavesNoFile();
    void tellsWhatLpSaid();
    void tellsThatThereIsNoLp();
    void givesUp();

private:
    [[nodiscard]] QString play(const QByteArray &script) const;
    [[nodiscard]] static service::ports::PrintJob job(std::string_view document);
    [[nodiscard]] QByteArray noted(const char *name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLpSpooler::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestLpSpooler::play(const QByteArray &script) const
{
    QFile file(m_folder->filePath(QStringLiteral("lp")));
    if (!file.open(QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        qFatal("no script");
    file.write("#!/bin/sh\ncd " + m_folder->path().toUtf8() + "\n" + script + "\n");
    return file.fileName();
}

service::ports::PrintJob TestLpSpooler::job(std::string_view document)
{
    auto secret = base::SecretBytes::copyOf(document);
    if (!secret)
        qFatal("no secure memory");
    return {QStringLiteral("Office"), 2, *std::move(secret)};
}

QByteArray TestLpSpooler::noted(const char *name) const
{
    QFile file(m_folder->filePath(QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestLpSpooler::handsOver()
{
    platform::LpSpooler spooler(play("printf '%s|' \"$@\" >arguments; env >environment; cat >document"));
    const std::string document = "%PDF-" + std::string(300'000, 'k'); // more than a pipe holds
    const auto taken = await(spooler.print(job(document)));
    QVERIFY(taken.has_value());
    QCOMPARE(noted("document"), QByteArray::fromStdString(document));
    QCOMPARE(noted("arguments"), QByteArrayLiteral("-s|-t|Latchkey|-d|Office|-n|2|-|"));
    QVERIFY(!noted("environment").contains("%PDF"));
}

void TestLpSpooler::leavesNoFile()
{
    const QString temporary = m_folder->filePath(QStringLiteral("tmp"));
    QDir().mkpath(temporary);
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", temporary.toUtf8());
    platform::LpSpooler spooler(play("ls -A tmp >files; cat >/dev/null"));
    const auto taken = await(spooler.print(job("%PDF-")));
    qputenv("TMPDIR", before);
    QVERIFY(taken.has_value());
    QCOMPARE(noted("files"), QByteArray());
    QVERIFY(QDir(temporary).isEmpty());
}

void TestLpSpooler::tellsWhatLpSaid()
{
    platform::LpSpooler spooler(play("cat >/dev/null; echo 'lp: The printer or class does not exist.' >&2; exit 1"));
    const auto taken = await(spooler.print(job("%PDF-")));
    QCOMPARE(taken.error().code, ErrorCode::IoFailure);
    QCOMPARE(taken.error().detail, QStringLiteral("lp: The printer or class does not exist."));
}

void TestLpSpooler::tellsThatThereIsNoLp()
{
    platform::LpSpooler spooler(m_folder->filePath(QStringLiteral("no-such-program")));
    QCOMPARE(await(spooler.print(job("%PDF-"))).error().code, ErrorCode::CommandNotFound);
}

void TestLpSpooler::givesUp()
{
    platform::LpSpooler spooler(play("exec tail -f /dev/null"), std::chrono::milliseconds(200));
    QCOMPARE(await(spooler.print(job("%PDF-"))).error().code, ErrorCode::TimedOut);
    QTRY_VERIFY(spooler.children().isEmpty()); // the process has ended
}

LATCHKEY_TEST_MAIN(TestLpSpooler)

#include "tst_lpspooler.moc"
