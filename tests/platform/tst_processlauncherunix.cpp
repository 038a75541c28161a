// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processlauncherunix.h"

#include "support/memoryscan.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <map>

using base::ErrorCode;
using base::SecretBytes;
using service::ports::ChildExit;
using service::ports::ChildSpec;
using service::ports::SecretDelivery;

namespace {

const QByteArray kProbe = PLATFORM_PROBE;

SecretBytes secret(const char *text)
{
    return *SecretBytes::copyOf(std::string_view(text));
}

/// Lines of a report by their first word.
using Report = std::map<QByteArray, QByteArrayList>;

Report readReport(const QString &path)
{
    Report out;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return out;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const qsizetype space = line.indexOf(' ');
        if (space > 0)
            out[line.left(space)].append(line.mid(space + 1));
    }
    return out;
}

} // namespace

class TestProcessLauncherUnix : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    platform::CallerState m_caller;

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    /// Runs to the end with a fresh launcher.
    base::Result<ChildExit> run(ChildSpec spec)
    {
        platform::ProcessLauncherUnix launcher(m_caller);
        base::Result<ChildExit> out = base::fail(ErrorCode::TimedOut);
        bool done = false;
        base::whenDone(launcher.run(std::move(spec)), this, [&](base::Result<ChildExit> result) {
            out = std::move(result);
            done = true;
        });
        if (!QTest::qWaitFor([&done] { return done; }, 20'000))
            return base::fail(ErrorCode::TimedOut);
        return out;
    }

    ErrorCode errorOf(ChildSpec spec)
    {
        const auto result = run(std::move(spec));
        return result ? ErrorCode::Internal : result.error().code;
    }

    ChildSpec reportSpec() const
    {
        ChildSpec spec;
        spec.command = {kProbe, "report", QFile::encodeName(path("report"))};
        return spec;
    }

    QByteArray script(const char *name, const QByteArray &content, mode_t mode)
    {
        const QByteArray file = QFile::encodeName(path(name));
        QFile out(path(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            return {};
        out.close();
        ::chmod(file.constData(), mode);
        return file;
    }

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void environmentIsExactlyWhatWasGiven()
    {
        ChildSpec spec = reportSpec();
        spec.command.append("two words; $(touch x)");
        spec.inherited = {"PATH=/usr/bin", "ODD=a=b\xff", "API_KEY=inherited", "EMPTY=", "LATCHKEY_FD=9"};
        spec.secrets.emplace(QStringLiteral("API_KEY"), secret("k-1"));
        spec.secrets.emplace(QStringLiteral("API_SECRET"), secret("line 1\nline 2"));
        const auto result = run(std::move(spec));
        QVERIFY(result);
        QCOMPARE(result->status, 0);
        const Report report = readReport(path("report"));
        QByteArrayList variables;
        for (const QByteArray &hex : report.at("variable"))
            variables.append(QByteArray::fromHex(hex));
        QCOMPARE(variables,
                 (QByteArrayList{"PATH=/usr/bin", "ODD=a=b\xff", "EMPTY=", "API_KEY=k-1", "API_SECRET=line 1\nline 2"}));
        QCOMPARE(QByteArray::fromHex(report.at("argument").last()), QByteArray("two words; $(touch x)"));
        QCOMPARE(report.at("document").first(), QByteArray("none"));
    }

    void documentIsSealedAndNothingElseIsOpen()
    {
        // Descriptors that a careless program leaks into its children.
        const int low = ::open("/dev/null", O_RDONLY);
        const int high = ::fcntl(low, F_DUPFD, 200);
        ChildSpec spec = reportSpec();
        spec.secrets.emplace(QStringLiteral("A"), secret("value \"1\""));
        spec.delivery = SecretDelivery::Descriptor;
        const auto result = run(std::move(spec));
        ::close(low);
        ::close(high);
        QVERIFY(result);
        const Report report = readReport(path("report"));
        QCOMPARE(report.at("descriptors").first(), QByteArray("0 1 2 3"));
        QCOMPARE(QByteArray::fromHex(report.at("document").first()), QByteArray("{\"A\":\"value \\\"1\\\"\"}"));
        QCOMPARE(report.at("seals").first(),
                 QByteArray::number(F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) + " fixed");
        QCOMPARE(report.at("variable"), QByteArrayList{QByteArray("LATCHKEY_FD=3").toHex()});
    }

    void withoutDocumentOnlyStandardDescriptorsStay()
    {
        const int leaked = ::open("/dev/null", O_RDONLY);
        const auto result = run(reportSpec());
        ::close(leaked);
        QVERIFY(result);
        QCOMPARE(readReport(path("report")).at("descriptors").first(), QByteArray("0 1 2"));
    }

    void callersValuesComeBack()
    {
        m_caller.fileModeMask = 027;
        rlimit core{};
        QVERIFY(::getrlimit(RLIMIT_CORE, &core) == 0);
        m_caller.coreLimit = std::min<rlim_t>(core.rlim_max, 8192);
        m_caller.ignoredSignals.set(SIGUSR1).set(SIGPIPE);
        m_caller.blockedSignals.set(SIGUSR2);
        // What this program uses itself must not shine through.
        ::umask(077);
        ::signal(SIGWINCH, SIG_IGN);
        ChildSpec spec = reportSpec();
        // Without this the sanitizer in the child sets the limit to 0 itself.
        spec.inherited = {"ASAN_OPTIONS=disable_coredump=0"};
        const auto result = run(std::move(spec));
        ::signal(SIGWINCH, SIG_DFL);
        QVERIFY(result);
        const Report report = readReport(path("report"));
        QCOMPARE(report.at("umask").first(), QByteArray("27"));
        QCOMPARE(report.at("core").first(), QByteArray::number(qulonglong{m_caller.coreLimit}));
        QCOMPARE(report.at("ignored").first(), QByteArray::number(SIGUSR1) + ' ' + QByteArray::number(SIGPIPE));
        QCOMPARE(report.at("blocked").first(), QByteArray::number(SIGUSR2));
        QCOMPARE(report.at("dumpable").first(), QByteArray("1"));
        QCOMPARE(report.at("group").first(), QByteArray::number(::getpgrp()));
        m_caller = {};
    }

    void statusIsPassedOn_data()
    {
        QTest::addColumn<QByteArrayList>("command");
        QTest::addColumn<int>("status");
        QTest::newRow("zero") << QByteArrayList{kProbe, "exit", "0"} << 0;
        QTest::newRow("three") << QByteArrayList{kProbe, "exit", "3"} << 3;
        QTest::newRow("127 of the program itself") << QByteArrayList{kProbe, "exit", "127"} << 127;
        QTest::newRow("TERM") << QByteArrayList{kProbe, "die", QByteArray::number(SIGTERM)} << 128 + SIGTERM;
        QTest::newRow("KILL") << QByteArrayList{kProbe, "die", QByteArray::number(SIGKILL)} << 128 + SIGKILL;
    }

    void statusIsPassedOn()
    {
        QFETCH(QByteArrayList, command);
        ChildSpec spec;
        spec.command = command;
        const auto result = run(std::move(spec));
        QVERIFY(result);
        QTEST(result->status, "status");
    }

    void whatCannotBeStarted_data()
    {
        QTest::addColumn<QByteArrayList>("command");
        QTest::addColumn<QByteArrayList>("inherited");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray folder = QFile::encodeName(m_folder.path());
        const QByteArray plain = script("plain", "#!/bin/true\n", 0644);
        const QByteArray noInterpreter = script("nointerpreter", "#!/no/such/program\n", 0755);
        const QByteArray noFormat = script("noformat", "echo a shell would run this\n", 0755);
        const QByteArrayList path{"PATH=/nowhere:" + folder};
        QTest::newRow("no such file") << QByteArrayList{folder + "/missing"} << QByteArrayList{}
                                      << ErrorCode::CommandNotFound;
        QTest::newRow("not on PATH") << QByteArrayList{"missing-program"} << path << ErrorCode::CommandNotFound;
        QTest::newRow("empty name") << QByteArrayList{""} << path << ErrorCode::CommandNotFound;
        QTest::newRow("no command") << QByteArrayList{} << path << ErrorCode::CommandNotFound;
        QTest::newRow("not executable") << QByteArrayList{plain} << path << ErrorCode::CommandNotExecutable;
        QTest::newRow("not executable, by PATH") << QByteArrayList{"plain"} << path << ErrorCode::CommandNotExecutable;
        QTest::newRow("folder") << QByteArrayList{folder} << path << ErrorCode::CommandNotExecutable;
        QTest::newRow("interpreter missing") << QByteArrayList{noInterpreter} << path << ErrorCode::CommandNotExecutable;
        QTest::newRow("no shell for it") << QByteArrayList{noFormat} << path << ErrorCode::CommandNotExecutable;
        QTest::newRow("too large") << QByteArrayList{"/bin/true", QByteArray(200 * 1024, 'x')} << path
                                   << ErrorCode::CommandNotExecutable;
        QTest::newRow("zero byte in argument")
            << QByteArrayList{"/bin/true", QByteArray("a\0b", 3)} << path << ErrorCode::InvalidArgument;
        QTest::newRow("zero byte in environment")
            << QByteArrayList{"/bin/true"} << QByteArrayList{QByteArray("A=\0", 3)} << ErrorCode::InvalidArgument;
    }

    void whatCannotBeStarted()
    {
        QFETCH(QByteArrayList, command);
        QFETCH(QByteArrayList, inherited);
        QFETCH(ErrorCode, code);
        ChildSpec spec;
        spec.command = command;
        spec.inherited = inherited;
        QCOMPARE(errorOf(std::move(spec)), code);
    }

    void secretsThatNoVariableCanHold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("zero byte") << QStringLiteral("A") << QByteArray("a\0b", 3);
        QTest::newRow("equals sign") << QStringLiteral("A=B") << QByteArray("x");
        QTest::newRow("no name") << QString() << QByteArray("x");
    }

    void secretsThatNoVariableCanHold()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, value);
        ChildSpec spec;
        spec.command = {"/bin/true"};
        spec.secrets.emplace(name, *SecretBytes::copyOf(base::view(value)));
        QCOMPARE(errorOf(std::move(spec)), ErrorCode::InvalidArgument);
    }

    void programIsSearchedOnTheChildsPath()
    {
        QVERIFY(::mkdir(QFile::encodeName(path("bin")).constData(), 0700) == 0);
        QVERIFY(!script("bin/latchkey-test-tool", "#!/bin/sh\nexit 42\n", 0755).isEmpty());
        ChildSpec spec;
        spec.command = {"latchkey-test-tool"};
        spec.inherited = {"PATH=/nowhere::" + QFile::encodeName(path("bin"))};
        const auto result = run(std::move(spec));
        QVERIFY(result);
        QCOMPARE(result->status, 42);
        ChildSpec noPath;
        noPath.command = {"true"};
        QCOMPARE(run(std::move(noPath))->status, 0);
    }

    void largeEnvironmentArrives()
    {
        ChildSpec spec = reportSpec();
        for (int i = 0; i < 1000; ++i)
            spec.inherited.append("VARIABLE_" + QByteArray::number(i) + '=' + QByteArray(1000, 'v'));
        spec.secrets.emplace(QStringLiteral("BIG"), *SecretBytes::copyOf(base::view(QByteArray(100'000, 's'))));
        const auto result = run(std::move(spec));
        QVERIFY(result);
        const QByteArrayList variables = readReport(path("report")).at("variable");
        QCOMPARE(variables.size(), 1001);
        QCOMPARE(QByteArray::fromHex(variables.last()), "BIG=" + QByteArray(100'000, 's'));
    }

    void secretsLeaveNoTraceHere_data()
    {
        QTest::addColumn<SecretDelivery>("delivery");
        QTest::newRow("variable") << SecretDelivery::Variables;
        QTest::newRow("descriptor") << SecretDelivery::Descriptor;
    }

    void secretsLeaveNoTraceHere()
    {
        QFETCH(SecretDelivery, delivery);
        const testsupport::Needle needle;
        SecretBytes value = *SecretBytes::allocate(needle.size());
        needle.reveal(value.exposeForWriting().data());
        if (needle.occurrences() < 0)
            QSKIP("this system does not show a process its own memory");
        QCOMPARE(needle.occurrences(), 1);
        ChildSpec spec = reportSpec();
        spec.delivery = delivery;
        spec.secrets.emplace(QStringLiteral("A"), std::move(value));
        QVERIFY(run(std::move(spec)));
        QCOMPARE(needle.occurrences(), 0);
    }

    void standardInputGoesThrough()
    {
        // This process's own descriptors 0 and 1 are what the child gets.
        const QByteArray in = script("in", "through and through", 0600);
        const int savedIn = ::dup(0);
        const int savedOut = ::dup(1);
        const int input = ::open(in.constData(), O_RDONLY);
        const int output = ::open(QFile::encodeName(path("out")).constData(), O_CREAT | O_WRONLY, 0600);
        ::dup2(input, 0);
        ::dup2(output, 1);
        ChildSpec spec;
        spec.command = {kProbe, "cat"};
        const auto result = run(std::move(spec));
        ::dup2(savedIn, 0);
        ::dup2(savedOut, 1);
        for (const int fd : {savedIn, savedOut, input, output})
            ::close(fd);
        QVERIFY(result);
        QFile out(path("out"));
        QVERIFY(out.open(QIODevice::ReadOnly));
        QCOMPARE(out.readAll(), QByteArray("through and through"));
    }

    void oneChildAtATimeAndTheLoopGoesOn()
    {
        platform::ProcessLauncherUnix launcher(m_caller);
        ChildSpec spec;
        spec.command = {"/bin/sleep", "0.3"};
        auto first = launcher.run(std::move(spec));
        int ticks = 0;
        QTimer timer;
        timer.callOnTimeout(this, [&ticks] { ++ticks; });
        timer.start(10);
        ChildSpec second;
        second.command = {"/bin/true"};
        const auto refused = launcher.run(std::move(second));
        QVERIFY(refused.isFinished());
        QCOMPARE(refused.result().error().code, ErrorCode::Busy);
        QTRY_VERIFY(first.isFinished());
        QVERIFY2(ticks >= 5, qPrintable(QString::number(ticks)));
        ChildSpec third;
        third.command = {"/bin/true"};
        auto last = launcher.run(std::move(third));
        QTRY_VERIFY(last.isFinished());
        QCOMPARE(last.result()->status, 0);
    }

    void destroyedLauncherCancels()
    {
        struct sigaction before{};
        ::sigaction(SIGTERM, nullptr, &before);
        base::Async<ChildExit> future;
        {
            platform::ProcessLauncherUnix launcher(m_caller);
            ChildSpec spec;
            spec.command = {"/bin/sleep", "0.1"};
            future = launcher.run(std::move(spec));
        }
        QVERIFY(future.isFinished());
        QVERIFY(future.resultCount() == 0);
        struct sigaction after{};
        ::sigaction(SIGTERM, nullptr, &after);
        QVERIFY(after.sa_handler == before.sa_handler);
    }
};

LATCHKEY_TEST_MAIN(TestProcessLauncherUnix)
#include "tst_processlauncherunix.moc"
