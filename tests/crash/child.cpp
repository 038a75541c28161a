// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "child.h"

#include "vault/hookedfile.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>

namespace crashtest {

namespace {

using base::Result;
using std::chrono::microseconds;
using std::chrono::steady_clock;

QByteArray codeOf(const Result<void> &result)
{
    return result ? QByteArray("ok") : QByteArray(base::codeName(result.error().code).data());
}

/// Publishing is a place of its own.
class DyingFileSystem final : public vault::ports::VaultFileSystem {
public:
    DyingFileSystem(vault::ports::VaultFileSystem &real, std::function<void(const char *)> pass)
        : m_real(real)
        , m_pass(std::move(pass))
    {
    }
    [[nodiscard]] bool exists(const QString &path) const override { return m_real.exists(path); }
    [[nodiscard]] Result<std::unique_ptr<vault::ports::VaultFile>> createTemporary(const QString &path) override
    {
        return m_real.createTemporary(path);
    }
    [[nodiscard]] Result<void> publish(std::unique_ptr<vault::ports::VaultFile> created, const QString &path) override
    {
        m_pass("publish");
        return m_real.publish(std::move(created), path);
    }
    [[nodiscard]] Result<void> replace(std::unique_ptr<vault::ports::VaultFile> created, const QString &path,
                                       const QString &aside) override
    {
        m_pass("replace");
        return m_real.replace(std::move(created), path, aside);
    }
    [[nodiscard]] Result<std::unique_ptr<vault::ports::VaultFile>> open(const QString &path) override
    {
        return m_real.open(path);
    }

private:
    vault::ports::VaultFileSystem &m_real;
    std::function<void(const char *)> m_pass;
};

/// Runs in the forked process and never returns from run().
class Worker final {
public:
    Worker(vaulttest::Home &home, const Orders &orders, int out)
        : m_home(home)
        , m_orders(orders)
        , m_out(out)
        , m_random(orders.seed)
        , m_left(orders.pointAt)
    {
        const auto at = [this](const char *name) {
            return [this, name]() -> Result<void> {
                pass(name);
                return {};
            };
        };
        m_hooks.beforeBegin = [this](vault::ports::CommitClass kind) -> Result<void> {
            if (kind != vault::ports::CommitClass::Snapshot)
                pass("begin");
            return {};
        };
        m_hooks.beforeAppend = at("append");
        m_hooks.beforePutRoot = at("root");
        m_hooks.beforeCommit = at("commit");
    }

    [[noreturn]] void run()
    {
        if (!m_orders.opensUndisturbed)
            arm();
        if (m_orders.job) {
            const Result<void> done = m_orders.job({m_dying, *m_home.anchors, m_home.clock, m_random});
            say(done ? QByteArray("done") : "no " + codeOf(done));
        } else {
            vault::Vault vault({m_dying, *m_home.anchors, m_home.clock, m_random}, m_home.path());
            if (m_orders.creates ? create(vault) : open(vault))
                work(vault);
        }
        finish();
    }

private:
    /// As abruptly as by SIGKILL.
    [[noreturn]] void finish() const
    {
        disarmFaults();
        say("calls " + QByteArray::number(static_cast<qlonglong>(countedCalls())));
        say("end");
        ::_exit(0);
    }

    void arm() const
    {
        FaultPlan plan = m_orders.faults;
        plan.tellFd = m_out;
        armFaults(plan);
    }

    void pass(const char *name)
    {
        if (m_orders.point == QLatin1StringView(name) && --m_left == 0)
            dieAt(name, m_out);
    }

    void say(const QByteArray &line) const
    {
        const QByteArray bytes = line + '\n';
        if (::write(m_out, bytes.constData(), static_cast<std::size_t>(bytes.size())) != bytes.size())
            ::_exit(3);
    }

    bool create(vault::Vault &vault)
    {
        vault::CreateRequest request = m_home.request();
        request.kdf = kFreeKdf;
        request.deliverRecoveryKey = m_deliver;
        const Result<void> made = vault.create(request);
        say(made ? QByteArray("created") : "no " + codeOf(made));
        return made && vault.isUnlocked();
    }

    bool open(vault::Vault &vault)
    {
        const auto opened = vault.unlock(byPassphrase(m_orders.passphrase));
        say("open " + codeOf(opened ? Result<void>() : std::unexpected(opened.error())));
        if (opened && m_orders.opensUndisturbed)
            arm();
        return opened.has_value();
    }

    void work(vault::Vault &vault)
    {
        for (const Step &step : m_orders.steps) {
            const Result<void> done = perform(vault, step, m_deliver);
            if (!done) {
                say("no " + codeOf(done));
                if (m_orders.diesRefused)
                    finish();
                if (m_orders.triesAgain) {
                    disarmFaults();
                    say("again " + codeOf(perform(vault, step, m_deliver)));
                }
                return;
            }
            say("done");
        }
    }

    vaulttest::Home &m_home;
    const Orders &m_orders;
    int m_out;
    testsupport::SequenceRandom m_random;
    int m_left;
    vault::RecoveryKeyDelivery m_deliver = [this](const base::SecretBytes &text) -> Result<void> {
        say("key " + vaulttest::textOf(text));
        pass("delivered");
        return {};
    };
    vaulttest::Hooks m_hooks;
    vaulttest::HookedFileSystem m_hooked{m_home.files, m_hooks};
    DyingFileSystem m_dying{m_hooked, [this](const char *name) { pass(name); }};
};

QByteArray readToEnd(int fd)
{
    QByteArray out;
    std::array<char, 4096> buffer{};
    for (;;) {
        const ssize_t got = ::read(fd, buffer.data(), buffer.size());
        if (got > 0)
            out.append(buffer.data(), got);
        else if (got == 0 || errno != EINTR)
            return out;
    }
}

void understand(const QByteArray &line, News &news)
{
    const qsizetype space = line.indexOf(' ');
    const QByteArray word = line.first(space < 0 ? line.size() : space);
    const QByteArray rest = space < 0 ? QByteArray() : line.sliced(space + 1);
    if (word == "done")
        ++news.acknowledged;
    else if (word == "created")
        news.created = true;
    else if (word == "open")
        news.opening = QString::fromUtf8(rest);
    else if (word == "no")
        news.refusal = QString::fromUtf8(rest);
    else if (word == "again")
        news.again = QString::fromUtf8(rest);
    else if (word == "key")
        news.recoveryKeys << rest;
    else if (word == "at")
        news.at = QString::fromUtf8(rest);
    else if (word == "calls")
        news.calls = rest.toLong();
    else if (word == "end")
        news.finished = true;
    else
        news.oddity = QStringLiteral("said: ") + QString::fromUtf8(line);
}

void sleepFor(microseconds time)
{
    constexpr long kMicro = 1'000'000;
    timespec left{time.count() / kMicro, time.count() % kMicro * 1000};
    while (::clock_nanosleep(CLOCK_MONOTONIC, 0, &left, &left) == EINTR) {}
}

} // namespace

QStringList points(const Orders &orders)
{
    QStringList out{QStringLiteral("begin"), QStringLiteral("append"), QStringLiteral("root"), QStringLiteral("commit")};
    const auto makesKey = [](const Step &step) {
        return step.kind == StepKind::Rotate || step.kind == StepKind::RecoveryKey;
    };
    if (orders.creates || std::ranges::any_of(orders.steps, makesKey))
        out << QStringLiteral("delivered");
    if (orders.creates)
        out << QStringLiteral("publish");
    if (orders.job)
        out << QStringLiteral("publish") << QStringLiteral("replace");
    return out;
}

News runChild(vaulttest::Home &home, const Orders &orders)
{
    News news;
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        qFatal("no pipe");
    const auto begun = steady_clock::now();
    const pid_t child = ::fork();
    if (child < 0)
        qFatal("no process");
    if (child == 0) {
        ::close(ends[0]);
        Worker(home, orders, ends[1]).run();
    }
    ::close(ends[1]);
    if (orders.killAfter) {
        sleepFor(*orders.killAfter);
        ::kill(child, SIGKILL);
    }
    const QByteArray said = readToEnd(ends[0]);
    ::close(ends[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    news.took = std::chrono::duration_cast<microseconds>(steady_clock::now() - begun);
    // What was cut off by the kill is no message.
    for (const QByteArray &line : said.first(said.lastIndexOf('\n') + 1).split('\n')) {
        if (!line.isEmpty())
            understand(line, news);
    }
    const bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    const bool ended = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (!killed && !ended)
        news.oddity = QStringLiteral("ended with status %1").arg(status, 0, 16);
    return news;
}

} // namespace crashtest
