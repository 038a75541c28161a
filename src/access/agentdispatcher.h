// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/controlserver.h"
#include "service/exchanges.h"
#include "service/runplanner.h"
#include "service/secrets.h"
#include "service/statusquery.h"

#include <QObject>
#include <QTimer>

namespace agent {

/// The agent's answers: maps each operation of the private channel to a use case. The desktop and `latchkey serve` own one each
/// and give its handler() to a ControlServer. Everything in `Parts` outlives it. Main thread.
class AgentDispatcher final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        service::VaultHost &host;
        service::Secrets &secrets;
        service::RunPlanner &planner;
        service::Exchanges &exchanges;
        service::StatusQuery &status;
        QString apiSocket;           ///< told by `status`; empty: none is served
        std::function<void()> raise; ///< empty: there is no window, `raise` is refused
        /// A program is about to be started with keys, by this process; may be empty.
        std::function<void(std::int64_t pid)> keysGiven = {};
    };
    explicit AgentDispatcher(Parts parts, QObject *parent = nullptr);

    /// For ControlServer::listen(); valid as long as this object.
    [[nodiscard]] ControlHandler handler();
    /// Releases are committed without fsync: this makes those so far durable within a second. Also for releases that the
    /// owner of this agent makes itself.
    void flushSoon();

private:
    void handle(ControlRequest request, ControlReply reply);
    void status(const ControlRequest &request, ControlReply reply);
    void lock(ControlReply reply);
    void unlock(ControlRequest request, ControlReply reply);
    void get(const ControlRequest &request, ControlReply reply);
    void run(const ControlRequest &request, ControlReply reply);
    void sign(const ControlRequest &request, ControlReply reply);
    void raise(const ControlReply &reply) const;
    void flush();
    /// What a caller is told besides, when the vault is locked.
    [[nodiscard]] QString whyLocked() const;
    /// The caller learns that it is the agent that is locked: another way in would not help it.
    [[nodiscard]] base::Error seenFromOutside(const base::Error &error) const;

    Parts m_parts;
    QTimer m_flush;
};

} // namespace agent
