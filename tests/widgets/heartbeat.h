// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <algorithm>

namespace windowtest {

/// The longest time for which the event loop of the GUI thread did not come round although the thread could run: work done
/// there, or waiting for another thread. What it waited for a processor on a busy machine is not counted. GUI thread.
class Heartbeat final {
public:
    Heartbeat()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
        m_since.start();
        m_waitedNs = waitedNs();
        m_timer.start(kEveryMs);
    }
    /// Ends the measurement: milliseconds.
    [[nodiscard]] qint64 longestStallMs()
    {
        m_timer.stop();
        beat();
        return m_longestMs;
    }

private:
    static constexpr int kEveryMs = 5;

    /// How long this thread stood in the queue for a processor so far (Documentation/scheduler/sched-stats of Linux).
    [[nodiscard]] static qint64 waitedNs()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() : 0;
    }
    void beat()
    {
        const qint64 waited = waitedNs();
        m_longestMs = std::max(m_longestMs, m_since.restart() - kEveryMs - (waited - m_waitedNs) / 1'000'000);
        m_waitedNs = waited;
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_waitedNs = 0;
    qint64 m_longestMs = 0;
};

} // namespace windowtest
