// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/terminal.h"

#include "platform/signalpipe_unix.h"

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <variant>

namespace platform {

namespace {

using base::ErrorCode;
using base::SecretBytes;

constexpr std::array kWatched{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
constexpr std::size_t kLongestLine = 64u << 10;
constexpr std::size_t kChunk = 4096;

/// Switches echo off for as long as it lives.
class EchoGuard final {
public:
    EchoGuard(int fd, Echo echo) noexcept : m_fd(fd)
    {
        if (echo == Echo::On || ::tcgetattr(fd, &m_former) != 0)
            return;
        termios quiet = m_former;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHOE | ECHOK | ECHONL);
        m_changed = ::tcsetattr(fd, TCSAFLUSH, &quiet) == 0;
    }
    ~EchoGuard()
    {
        if (!m_changed)
            return;
        // From the background tcsetattr() would stop us before it has put anything back, unless TTOU is blocked. What is
        // left of a pasted secret is flushed: it must not land in the shell.
        sigset_t block;
        sigset_t former;
        ::sigemptyset(&block);
        ::sigaddset(&block, SIGTTOU);
        ::pthread_sigmask(SIG_BLOCK, &block, &former);
        while (::tcsetattr(m_fd, TCSAFLUSH, &m_former) != 0 && errno == EINTR) {}
        ::pthread_sigmask(SIG_SETMASK, &former, nullptr);
    }
    Q_DISABLE_COPY_MOVE(EchoGuard)
    [[nodiscard]] bool isOff() const noexcept { return m_changed; }

private:
    int m_fd;
    bool m_changed = false;
    termios m_former{};
};

/// Either a line or the signal that came instead.
using LineOrSignal = std::variant<SecretBytes, int>;

/// Waits until the terminal has a line or a signal came: 0 for the line.
int waitForInput(int terminal, const SignalPipe &pipe) noexcept
{
    std::array<pollfd, 2> wait{pollfd{terminal, POLLIN, 0}, pollfd{pipe.descriptor(), POLLIN, 0}};
    for (;;) {
        if (::poll(wait.data(), wait.size(), -1) < 0 && errno != EINTR)
            return 0;
        if (const auto caught = pipe.next())
            return caught->number;
        if (wait[0].revents != 0)
            return 0;
    }
}

base::Result<LineOrSignal> readLineFrom(int fd, const SignalPipe &pipe)
{
    base::SecretBuilder builder;
    LATCHKEY_TRY(SecretBytes chunk, SecretBytes::allocate(kChunk));
    for (;;) {
        if (const int number = waitForInput(fd, pipe); number != 0)
            return LineOrSignal(number);
        const ssize_t got = ::read(fd, chunk.exposeForWriting().data(), chunk.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return base::fail(ErrorCode::IoFailure, QStringLiteral("terminal"));
        if (got == 0 && builder.size() == 0)
            return base::fail(ErrorCode::Cancelled);
        LATCHKEY_CHECK(builder.append(chunk.exposeBytes().first(static_cast<std::size_t>(got))));
        if (builder.size() > kLongestLine)
            return base::fail(ErrorCode::InvalidArgument, QStringLiteral("the line is too long"));
        const bool ended = got == 0 || chunk.exposeBytes()[static_cast<std::size_t>(got) - 1] == '\n';
        if (!ended)
            continue;
        SecretBytes line = builder.take();
        line.shrink(line.size() - (got == 0 ? 0 : 1));
        return LineOrSignal(std::move(line));
    }
}

base::Result<LineOrSignal> readOnce(const Terminal &terminal, int fd, const QByteArray &prompt, Echo echo)
{
    LATCHKEY_TRY(const std::unique_ptr<SignalPipe> pipe, SignalPipe::open(kWatched));
    const EchoGuard guard(fd, echo);
    if (echo == Echo::Off && !guard.isOff())
        return base::fail(ErrorCode::NotATerminal, QStringLiteral("echo cannot be switched off"));
    LATCHKEY_CHECK(terminal.write(base::view(prompt)));
    auto got = readLineFrom(fd, *pipe);
    // The reader's own end of line was not shown.
    if (echo == Echo::Off)
        LATCHKEY_CHECK(terminal.write(base::view(std::string_view("\n"))));
    return got;
}

} // namespace

bool isTerminal(StandardStream stream) noexcept
{
    return ::isatty(static_cast<int>(stream)) == 1;
}

base::Result<Terminal> Terminal::open()
{
    const int fd = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return base::fail(ErrorCode::NotATerminal);
    return Terminal(fd);
}

Terminal::Terminal(Terminal &&other) noexcept : m_fd(std::exchange(other.m_fd, -1))
{
}

Terminal::~Terminal()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

base::Result<void> Terminal::write(base::ByteView text) const
{
    while (!text.empty()) {
        const ssize_t written = ::write(m_fd, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return base::fail(ErrorCode::IoFailure, QStringLiteral("terminal"));
        text = text.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

base::Result<SecretBytes> Terminal::read(const QString &prompt, Echo echo) const
{
    const QByteArray text = prompt.toUtf8();
    for (;;) {
        LATCHKEY_TRY(LineOrSignal got, readOnce(*this, m_fd, text, echo));
        if (auto *line = std::get_if<SecretBytes>(&got))
            return std::move(*line);
        const int number = std::get<int>(got);
        if (number == SIGINT)
            return base::fail(ErrorCode::Cancelled);
        // Echo and the former actions are back in place: let the signal do what it would have done.
        ::kill(::getpid(), number);
        if (number != SIGTSTP)
            return base::fail(ErrorCode::Cancelled);
    }
}

base::Result<QString> Terminal::readLine(const QString &prompt) const
{
    LATCHKEY_TRY(const SecretBytes line, read(prompt, Echo::On));
    const std::string_view text = line.exposeText();
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace platform
