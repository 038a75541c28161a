// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ptyprocess.h"

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <vector>

namespace {
constexpr int kPatienceMs = 10'000;
}

PtyProcess::PtyProcess(const QStringList &command)
{
    QByteArrayList texts;
    for (const QString &part : command)
        texts.append(part.toLocal8Bit());
    std::vector<char *> arguments;
    for (QByteArray &text : texts)
        arguments.push_back(text.data());
    arguments.push_back(nullptr);
    m_pid = ::forkpty(&m_master, nullptr, nullptr, nullptr);
    if (m_pid == 0) {
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
}

PtyProcess::~PtyProcess()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    ::close(m_master);
}

bool PtyProcess::waitFor(const QByteArray &text)
{
    while (!m_output.contains(text)) {
        pollfd wait{m_master, POLLIN, 0};
        if (::poll(&wait, 1, kPatienceMs) <= 0)
            return false;
        std::array<char, 1024> chunk{};
        const ssize_t got = ::read(m_master, chunk.data(), chunk.size());
        if (got <= 0)
            return false;
        m_output.append(chunk.data(), got);
    }
    return true;
}

void PtyProcess::type(const QByteArray &keys)
{
    [[maybe_unused]] const ssize_t written = ::write(m_master, keys.constData(), static_cast<std::size_t>(keys.size()));
}

bool PtyProcess::echoIsOn() const
{
    termios state{};
    return ::tcgetattr(m_master, &state) == 0 && (state.c_lflag & ECHO) != 0;
}

bool PtyProcess::signalForeground(int number) const
{
    const pid_t group = ::tcgetpgrp(m_master);
    return group > 1 && ::kill(-group, number) == 0;
}

int PtyProcess::end()
{
    // A program cannot end while its last output waits to be read.
    waitFor(QByteArray(1, '\0'));
    int state = 0;
    ::waitpid(m_pid, &state, 0);
    m_pid = -1;
    return WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
}
