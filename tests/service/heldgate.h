// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/backups.h"
#include "vault/vaultfixture.h"

#include <condition_variable>
#include <mutex>

namespace servicetest {

/// Lets nobody through while it is held: who derives a key waits, and so does what stands in line behind.
class HeldGate final : public service::ports::KdfGate {
public:
    [[nodiscard]] base::Result<std::shared_ptr<void>> enter(std::chrono::milliseconds) override
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_held; });
        return std::make_shared<int>(0);
    }
    [[nodiscard]] std::uint64_t availableMemoryKiB() override { return 0; }
    void hold(bool held)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_held = held;
        }
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_held = false;
};

/// Keeps the thread of a Backups at work as long as it lives: what is asked for meanwhile waits behind. To be made after the
/// Backups, which has `gate` among its ports.
class Occupied final {
public:
    /// `backup`: a whole one.
    Occupied(HeldGate &gate, service::Backups &backups, const QString &backup) : m_gate(gate)
    {
        m_gate.hold(true);
        service::BackupWays ways;
        ways.passphrase = vaulttest::secret("opens nothing");
        m_answer = backups.inspect(backup, std::move(ways));
    }
    ~Occupied() { m_gate.hold(false); }
    Q_DISABLE_COPY_MOVE(Occupied)

private:
    HeldGate &m_gate;
    base::Async<service::BackupContents> m_answer;
};

} // namespace servicetest
