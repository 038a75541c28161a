// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/agentdispatcher.h"

#include "access/agentprotocol.h"
#include "base/log.h"
#include "service/signeddocument.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace agent {

namespace {

constexpr std::chrono::milliseconds kFlushAfter{500};

QString stateName(service::LockState state)
{
    switch (state) {
    case service::LockState::NotInitialized:
        return QStringLiteral("not-initialized");
    case service::LockState::Unlocked:
        return QStringLiteral("unlocked");
    case service::LockState::Locked:
        break;
    }
    return QStringLiteral("locked");
}

service::Caller callerOf(const PeerInfo &peer)
{
    const QString name = peer.program.isEmpty() ? QStringLiteral("unknown") : QFileInfo(peer.program).fileName();
    return {QStringLiteral("agent: %1 (%2)").arg(name).arg(peer.pid)};
}

} // namespace

AgentDispatcher::AgentDispatcher(Parts parts, QObject *parent) : QObject(parent), m_parts(std::move(parts))
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(kFlushAfter);
    connect(&m_flush, &QTimer::timeout, this, &AgentDispatcher::flush);
}

ControlHandler AgentDispatcher::handler()
{
    return [this](ControlRequest request, ControlReply reply) { handle(std::move(request), std::move(reply)); };
}

QString AgentDispatcher::whyLocked() const
{
    return m_parts.host.lastLock().reason == service::LockReason::Foreign ? QStringLiteral("changed_elsewhere") : QString();
}

base::Error AgentDispatcher::seenFromOutside(const base::Error &error) const
{
    return error.code == base::ErrorCode::Locked ? base::Error{base::ErrorCode::LockedByAgent, whyLocked()} : error;
}

void AgentDispatcher::handle(ControlRequest request, ControlReply reply)
{
    if (request.operation == operation::kState) {
        ControlResponse response;
        response.values.insert(member::kState, stateName(m_parts.host.state()));
        response.values.insert(member::kReason, whyLocked());
        reply(std::move(response));
    } else if (request.operation == operation::kStatus) {
        status(request, std::move(reply));
    } else if (request.operation == operation::kLock) {
        lock(std::move(reply));
    } else if (request.operation == operation::kUnlock) {
        unlock(std::move(request), std::move(reply));
    } else if (request.operation == operation::kGet) {
        get(request, std::move(reply));
    } else if (request.operation == operation::kRun) {
        run(request, std::move(reply));
    } else if (request.operation == operation::kSign) {
        sign(request, std::move(reply));
    } else if (request.operation == operation::kRaise) {
        raise(reply);
    } else {
        reply(failure({base::ErrorCode::InvalidArgument, request.operation}));
    }
}

void AgentDispatcher::status(const ControlRequest &request, ControlReply reply)
{
    base::whenDone(m_parts.status.gather(environmentOf(request)), this,
                   [this, reply = std::move(reply)](base::Result<service::json::StatusFacts> facts) {
                       if (!facts)
                           return reply(failure(facts.error()));
                       facts->agent = true;
                       facts->agentSocket = m_parts.apiSocket;
                       const QJsonDocument document(service::json::status(*facts));
                       ControlResponse response;
                       response.values.insert(member::kDocument, QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
                       reply(std::move(response));
                   });
}

void AgentDispatcher::lock(ControlReply reply)
{
    base::whenDone(m_parts.host.lock(service::LockReason::User), this,
                   [reply = std::move(reply)](base::Result<service::Done> done) {
                       reply(done ? ControlResponse() : failure(done.error()));
                   });
}

void AgentDispatcher::unlock(ControlRequest request, ControlReply reply)
{
    service::WaysIn ways;
    ways.interactive = true;
    ways.useKeychain = request.arguments.value(member::kKeychain) != QLatin1StringView("no");
    ways.mayPrompt = request.arguments.value(member::kPrompt) == QLatin1StringView("yes");
    if (const auto given = request.secrets.find(member::kPassphrase); given != request.secrets.end())
        ways.passphrase = std::move(given->second);
    if (const auto given = request.secrets.find(member::kRecoveryKey); given != request.secrets.end())
        ways.recoveryKey = std::move(given->second);
    base::whenDone(m_parts.host.unlock(std::move(ways)), this,
                   [reply = std::move(reply)](base::Result<vault::SlotInfo> slot) {
                       if (!slot)
                           return reply(failure(slot.error()));
                       ControlResponse response;
                       response.values.insert(member::kOpenedBy, vault::slotKindName(slot->kind));
                       reply(std::move(response));
                   });
}

void AgentDispatcher::get(const ControlRequest &request, ControlReply reply)
{
    const QString reference = request.arguments.value(member::kReference);
    const service::Caller caller = callerOf(request.peer);
    const bool once = request.arguments.value(member::kOnce) == QLatin1StringView("yes");
    auto asked = once ? m_parts.secrets.getOnce(reference, caller) : m_parts.secrets.get(reference, caller);
    base::whenDone(asked, this, [this, reply = std::move(reply)](base::Result<base::SecretBytes> value) {
        if (!value)
            return reply(failure(seenFromOutside(value.error())));
        flushSoon();
        ControlResponse response;
        response.secrets.emplace(member::kValue, *std::move(value));
        reply(std::move(response));
    });
}

void AgentDispatcher::run(const ControlRequest &request, ControlReply reply)
{
    auto wanted = parseRunRequest(request);
    if (!wanted)
        return reply(failure(wanted.error()));
    wanted->caller = callerOf(request.peer);
    base::whenDone(m_parts.planner.plan(*std::move(wanted)), this,
                   [this, pid = request.peer.pid, reply = std::move(reply)](base::Result<service::RunPlan> plan) {
                       if (!plan)
                           return reply(failure(seenFromOutside(plan.error())));
                       flushSoon();
                       if (m_parts.keysGiven)
                           m_parts.keysGiven(pid);
                       reply(runResponse(*std::move(plan)));
                   });
}

void AgentDispatcher::sign(const ControlRequest &request, ControlReply reply)
{
    auto wanted = parseSignRequest(request);
    if (!wanted)
        return reply(failure(wanted.error()));
    const auto made = m_parts.exchanges.sign(wanted->account, std::move(wanted->request), callerOf(request.peer));
    base::whenDone(made, this, [this, reply = std::move(reply)](base::Result<exchange::SignedRequest> answer) {
        if (!answer)
            return reply(failure(seenFromOutside(answer.error())));
        flushSoon();
        auto document = service::signedDocument(*std::move(answer));
        if (!document)
            return reply(failure(document.error()));
        ControlResponse response;
        response.secrets.emplace(member::kValue, *std::move(document));
        reply(std::move(response));
    });
}

void AgentDispatcher::raise(const ControlReply &reply) const
{
    if (!m_parts.raise)
        return reply(failure({base::ErrorCode::Denied, QStringLiteral("no window")}));
    m_parts.raise();
    reply(ControlResponse());
}

void AgentDispatcher::flushSoon()
{
    if (!m_flush.isActive())
        m_flush.start();
}

void AgentDispatcher::flush()
{
    auto flushed = m_parts.host.withSession([](vault::Session &session) -> base::Result<service::Done> {
        LATCHKEY_CHECK(session.flush());
        return service::Done{};
    });
    base::whenDone(flushed, this, [](base::Result<service::Done> done) {
        // Locked meanwhile: closing the file has written everything.
        if (!done && done.error().code != base::ErrorCode::Locked)
            qCWarning(base::lcAgent) << "releases could not be made durable:" << done.error().detail;
    });
}

} // namespace agent
