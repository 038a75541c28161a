// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The other process of the platform tests: what a test wants done or looked at from inside another process.

#include "base/secretbytes.h"
#include "platform/hardening.h"
#include "platform/kdflock.h"
#include "platform/portalcolorscheme.h"
#include "platform/processlauncherunix.h"
#include "platform/terminal.h"

#include <QCoreApplication>
#include <QFile>

#include <dirent.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

void say(const QByteArray &line)
{
    const QByteArray whole = line + '\n';
    [[maybe_unused]] const ssize_t written = ::write(STDOUT_FILENO, whole.constData(),
                                                     static_cast<std::size_t>(whole.size()));
}

/// Blocks until standard input ends.
void waitForEnd()
{
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) > 0) {}
}

QByteArray openDescriptors()
{
    QByteArray out;
    DIR *folder = ::opendir("/proc/self/fd");
    while (const dirent *entry = ::readdir(folder)) {
        const int fd = std::atoi(entry->d_name);
        if (entry->d_name[0] != '.' && fd != ::dirfd(folder))
            out += QByteArray::number(fd) + ' ';
    }
    ::closedir(folder);
    return out.trimmed();
}

QByteArray signalSets()
{
    QByteArray ignored;
    QByteArray blocked;
    sigset_t mask;
    ::sigprocmask(SIG_BLOCK, nullptr, &mask);
    for (int number = 1; number < NSIG; ++number) {
        struct sigaction action{};
        if (::sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN)
            ignored += QByteArray::number(number) + ' ';
        if (::sigismember(&mask, number) == 1)
            blocked += QByteArray::number(number) + ' ';
    }
    return "ignored " + ignored.trimmed() + "\nblocked " + blocked.trimmed();
}

QByteArray documentReport()
{
    const char *number = std::getenv("LATCHKEY_FD");
    if (number == nullptr)
        return "document none";
    const int fd = std::atoi(number);
    QByteArray content(4096, '\0');
    const ssize_t got = ::read(fd, content.data(), static_cast<std::size_t>(content.size()));
    content.truncate(got);
    const bool writable = ::pwrite(fd, "x", 1, 0) == 1;
    return "document " + content.toHex() + "\nseals " + QByteArray::number(::fcntl(fd, F_GET_SEALS))
        + (writable ? " writable" : " fixed");
}

/// Writes everything that a launcher decides about its child into a file.
int report(const char *path, int argc, char **argv)
{
    QByteArray out = "descriptors " + openDescriptors() + '\n';
    const mode_t mask = ::umask(0);
    rlimit core{};
    ::getrlimit(RLIMIT_CORE, &core);
    out += "umask " + QByteArray::number(mask, 8) + '\n';
    out += "core " + QByteArray::number(static_cast<qulonglong>(core.rlim_cur)) + '\n';
    out += "dumpable " + QByteArray::number(::prctl(PR_GET_DUMPABLE)) + '\n';
    out += "group " + QByteArray::number(::getpgrp()) + '\n';
    out += signalSets() + '\n' + documentReport() + '\n';
    for (int i = 0; i < argc; ++i)
        out += "argument " + QByteArray(argv[i]).toHex() + '\n';
    for (char **entry = environ; *entry != nullptr; ++entry)
        out += "variable " + QByteArray(*entry).toHex() + '\n';
    QFile file(QString::fromLocal8Bit(path));
    return file.open(QIODevice::WriteOnly) && file.write(out) == out.size() ? 0 : 1;
}

extern "C" void noteSignal(int number)
{
    char line[] = "signal 00\n";
    line[7] = static_cast<char>('0' + number / 10);
    line[8] = static_cast<char>('0' + number % 10);
    [[maybe_unused]] const ssize_t written = ::write(STDOUT_FILENO, line, sizeof line - 1);
    if (number == SIGTERM)
        ::_exit(7);
}

/// Tells each signal that comes; TERM ends it with status 7.
int waitForSignals()
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGWINCH, SIGCONT})
        ::signal(number, noteSignal);
    say("ready");
    for (;;)
        ::pause();
}

QByteArrayList rest(int argc, char **argv, int from)
{
    QByteArrayList out;
    for (int i = from; i < argc; ++i)
        out.append(QByteArray(argv[i]));
    return out;
}

int launch(int argc, char **argv)
{
    const platform::CallerState caller = platform::hardenProcess();
    base::initSecureHeap();
    QCoreApplication app(argc, argv);
    platform::ProcessLauncherUnix launcher(caller);
    service::ports::ChildSpec spec;
    spec.command = rest(argc, argv, 2);
    spec.inherited = launcher.inheritedEnvironment();
    base::whenDone(launcher.run(std::move(spec)), &app, [](base::Result<service::ports::ChildExit> result) {
        if (!result)
            say("not started: " + QByteArray(codeName(result.error().code).data()));
        QCoreApplication::exit(result ? result->status : 125);
    });
    return QCoreApplication::exec();
}

/// A shell's job control for one job: tells when it stops, waits for a line and brings it to the foreground again.
int jobShell(char **command)
{
    ::signal(SIGTTOU, SIG_IGN);
    const pid_t job = ::fork();
    if (job == 0) {
        ::setpgid(0, 0);
        ::tcsetpgrp(STDIN_FILENO, ::getpid());
        ::signal(SIGTTOU, SIG_DFL);
        ::execv(command[0], command);
        ::_exit(127);
    }
    ::setpgid(job, job);
    for (;;) {
        int state = 0;
        ::waitpid(job, &state, WUNTRACED);
        ::tcsetpgrp(STDIN_FILENO, ::getpgrp());
        if (!WIFSTOPPED(state)) {
            say("job ended " + QByteArray::number(WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state)));
            return 0;
        }
        say("job stopped");
        char byte = 0;
        while (::read(STDIN_FILENO, &byte, 1) == 1 && byte != '\n') {}
        ::tcsetpgrp(STDIN_FILENO, job);
        ::kill(-job, SIGCONT);
        say("job continued");
    }
}

int readSecret(const char *prompt, platform::Echo echo)
{
    base::initSecureHeap();
    auto terminal = platform::Terminal::open();
    auto secret = terminal ? terminal->read(QString::fromUtf8(prompt), echo)
                           : base::Result<base::SecretBytes>(std::unexpected(terminal.error()));
    if (!secret) {
        say("error " + QByteArray(codeName(secret.error().code).data()));
        return 1;
    }
    // In hex, so that a test can tell it from an echo.
    say("secret " + base::toByteArray(secret->exposeBytes()).toHex() + " end");
    return 0;
}

int holdKdfLock(const char *folder)
{
    const auto lock = platform::lockKdf(QString::fromLocal8Bit(folder), std::chrono::minutes(2));
    say(lock ? "locked" : "refused");
    waitForEnd();
    return 0;
}

int idle(bool harden)
{
    if (harden) {
        [[maybe_unused]] const platform::CallerState caller = platform::hardenProcess();
    }
    say("ready");
    waitForEnd();
    return 0;
}

[[noreturn]] void crash(bool harden)
{
    if (harden) {
        [[maybe_unused]] const platform::CallerState caller = platform::hardenProcess();
    }
    std::abort();
}

/// What a program sees that was started without standard descriptors.
int closedDescriptors(const char *path)
{
    ::close(0);
    ::close(1);
    ::close(2);
    [[maybe_unused]] const platform::CallerState caller = platform::hardenProcess();
    QFile file(QString::fromLocal8Bit(path));
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    file.write("handle " + QByteArray::number(file.handle()) + " mode "
               + QByteArray::number(static_cast<uint>(file.permissions()) & 0x0fff, 16));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "report" && argc > 2)
        return report(argv[2], argc, argv);
    if (what == "signals")
        return waitForSignals();
    if (what == "launch")
        return launch(argc, argv);
    if (what == "jobshell" && argc > 2)
        return jobShell(argv + 2);
    if (what == "secret" && argc > 2)
        return readSecret(argv[2], platform::Echo::Off);
    if (what == "line" && argc > 2)
        return readSecret(argv[2], platform::Echo::On);
    if (what == "kdflock" && argc > 2)
        return holdKdfLock(argv[2]);
    if (what == "portal" && argc > 3) {
        const std::chrono::milliseconds patience(std::atoi(argv[3]));
        say(platform::portalPrefersDark(QString::fromUtf8(argv[2]), patience) ? "dark" : "light");
        return 0;
    }
    if (what == "idle" || what == "hardened")
        return idle(what == "hardened");
    if (what == "crash" || what == "hardenedcrash")
        crash(what == "hardenedcrash");
    if (what == "closed" && argc > 2)
        return closedDescriptors(argv[2]);
    if (what == "exit" && argc > 2)
        return std::atoi(argv[2]);
    if (what == "die" && argc > 2)
        return ::raise(std::atoi(argv[2]));
    if (what == "cat") {
        char byte = 0;
        while (::read(STDIN_FILENO, &byte, 1) == 1)
            std::putchar(byte);
        return 0;
    }
    return 99;
}
