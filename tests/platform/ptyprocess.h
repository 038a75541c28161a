// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <sys/types.h>

/// A program at the other end of a pseudo terminal that is its controlling terminal. The destructor kills what is left.
class PtyProcess final {
public:
    explicit PtyProcess(const QStringList &command);
    ~PtyProcess();
    Q_DISABLE_COPY_MOVE(PtyProcess)

    /// Reads until `text` has come (true) or nothing came for ten seconds or the program has ended (false).
    bool waitFor(const QByteArray &text);
    void type(const QByteArray &keys);
    /// All that was read so far.
    [[nodiscard]] const QByteArray &output() const { return m_output; }
    /// Forgets what was read so far.
    void forget() { m_output.clear(); }
    [[nodiscard]] bool echoIsOn() const;
    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// To every process of the job in the foreground.
    [[nodiscard]] bool signalForeground(int number) const;
    /// Waits for the end: the exit status, or 128 + signal.
    int end();

private:
    int m_master = -1;
    pid_t m_pid = -1;
    QByteArray m_output;
};
