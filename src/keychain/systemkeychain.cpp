// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/systemkeychain.h"

#include "keychain/keychainrules.h"

#include <algorithm>

namespace keychain {

using base::Async;
using base::ErrorCode;
using base::SecretBytes;
using vault::ports::KeychainEntryState;
using vault::ports::KeychainStatus;

namespace {

template<typename T>
Async<T> failed(base::Error error)
{
    return base::ready<T>(base::Result<T>(std::unexpected(std::move(error))));
}

} // namespace

SystemKeychain::SystemKeychain(std::unique_ptr<ServiceProbe> probe, std::unique_ptr<SecretJobs> jobs,
                               KeychainDeadlines deadlines, QObject *parent)
    : QObject(parent)
    , m_probe(std::move(probe))
    , m_jobs(std::move(jobs))
    , m_deadlines(deadlines)
{
}

SystemKeychain::~SystemKeychain() = default;

base::Result<void> SystemKeychain::checkStart(const QString &name) const
{
    if (!isUsableName(name))
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("keychain name"));
    if (m_jobs->isStuck())
        return base::fail(ErrorCode::KeychainTimeout, QStringLiteral("an earlier request is still unanswered"));
    return {};
}

QDeadlineTimer SystemKeychain::deadlineFor(bool mayPrompt, QDeadlineTimer quiet) const
{
    return mayPrompt ? QDeadlineTimer(m_deadlines.prompting) : quiet;
}

// A look never prompts, so it never needs the long deadline of the job before it.
QDeadlineTimer SystemKeychain::atMostQuiet(QDeadlineTimer until) const
{
    return std::min(until, QDeadlineTimer(m_deadlines.quiet));
}

Async<KeychainStatus> SystemKeychain::status()
{
    return base::chain(m_probe->look({}, QDeadlineTimer(m_deadlines.quiet)), this, [](ServiceView view) {
        return base::ready<KeychainStatus>(KeychainStatus{view.state, std::move(view.backend)});
    });
}

Async<KeychainEntryState> SystemKeychain::entryState(const QString &name)
{
    if (!isUsableName(name))
        return base::readyError<KeychainEntryState>(ErrorCode::InvalidArgument, QStringLiteral("keychain name"));
    return base::chain(m_probe->look(name, QDeadlineTimer(m_deadlines.quiet)), this,
                       [](const ServiceView &view) { return base::ready<KeychainEntryState>(entryStateOf(view)); });
}

Async<SecretBytes> SystemKeychain::read(const QString &name, bool mayPrompt)
{
    if (auto start = checkStart(name); !start)
        return failed<SecretBytes>(std::move(start).error());
    const QDeadlineTimer quiet(m_deadlines.quiet);
    return base::chain(m_probe->look(name, quiet), this, [this, name, mayPrompt, quiet](const ServiceView &view) {
        Plan plan = planRead(view, mayPrompt);
        if (plan.step == Plan::Step::Refuse)
            return failed<SecretBytes>(std::move(plan.error));
        return readNow(name, deadlineFor(plan.mayPrompt, quiet));
    });
}

Async<SecretBytes> SystemKeychain::readNow(const QString &name, QDeadlineTimer until)
{
    return base::chain(m_jobs->run({JobKind::Read, name, {}}, until), this, [this, name, until](JobReply reply) {
        if (reply.failure == JobFailure::None)
            return base::ready<SecretBytes>(std::move(reply.secret));
        if (reply.failure != JobFailure::NotFound)
            return failed<SecretBytes>(errorOfJob(JobKind::Read, reply.failure, reply.text));
        // The job's "not found" may mean anything; only a second look tells.
        return base::chain(m_probe->look(name, atMostQuiet(until)), this, [text = reply.text](const ServiceView &after) {
            return failed<SecretBytes>(errorOfRead(after, JobFailure::NotFound, text));
        });
    });
}

Async<bool> SystemKeychain::write(const QString &name, SecretBytes secret)
{
    if (auto start = checkStart(name); !start)
        return failed<bool>(std::move(start).error());
    if (secret.isEmpty())
        return base::readyError<bool>(ErrorCode::InvalidArgument, QStringLiteral("empty keychain secret"));
    const QDeadlineTimer quiet(m_deadlines.quiet);
    return base::chain(m_probe->look(name, quiet), this,
                       [this, name, quiet, secret = std::move(secret)](const ServiceView &view) mutable {
                           Plan plan = planWrite(view);
                           if (plan.step == Plan::Step::Refuse)
                               return failed<bool>(std::move(plan.error));
                           const QDeadlineTimer until = deadlineFor(plan.mayPrompt, quiet);
                           if (view.searchable)
                               return writeNow(name, std::move(secret), until);
                           return base::chain(refuseIfReadable(name, until), this,
                                              [this, name, until, secret = std::move(secret)](bool) mutable {
                                                  return writeNow(name, std::move(secret), until);
                                              });
                       });
}

// Where entries cannot be listed, a read is the only way to see that a name is taken.
Async<bool> SystemKeychain::refuseIfReadable(const QString &name, QDeadlineTimer until)
{
    return base::chain(m_jobs->run({JobKind::Read, name, {}}, until), this, [](const JobReply &reply) {
        if (reply.failure == JobFailure::None)
            return base::readyError<bool>(ErrorCode::AlreadyExists);
        if (reply.failure != JobFailure::NotFound)
            return failed<bool>(errorOfJob(JobKind::Read, reply.failure, reply.text));
        return base::ready<bool>(true);
    });
}

Async<bool> SystemKeychain::writeNow(const QString &name, SecretBytes secret, QDeadlineTimer until)
{
    auto copy = secret.clone();
    if (!copy)
        return failed<bool>(std::move(copy).error());
    return base::chain(m_jobs->run({JobKind::Write, name, *std::move(copy)}, until), this,
                       [this, name, until, secret = std::move(secret)](const JobReply &reply) mutable {
                           if (reply.failure != JobFailure::None)
                               return failed<bool>(errorOfJob(JobKind::Write, reply.failure, reply.text));
                           return compareStored(name, std::move(secret), until);
                       });
}

Async<bool> SystemKeychain::compareStored(const QString &name, SecretBytes written, QDeadlineTimer until)
{
    return base::chain(m_jobs->run({JobKind::Read, name, {}}, until), this,
                       [written = std::move(written)](const JobReply &reply) {
                           if (reply.failure != JobFailure::None)
                               return base::readyError<bool>(ErrorCode::KeychainWriteFailed, reply.text);
                           if (!reply.secret.equals(written))
                               return base::readyError<bool>(ErrorCode::KeychainWriteFailed,
                                                             QStringLiteral("read back differs from what was written"));
                           return base::ready<bool>(true);
                       });
}

Async<bool> SystemKeychain::remove(const QString &name)
{
    if (auto start = checkStart(name); !start)
        return failed<bool>(std::move(start).error());
    const QDeadlineTimer quiet(m_deadlines.quiet);
    return base::chain(m_probe->look(name, quiet), this, [this, name, quiet](const ServiceView &view) {
        Plan plan = planRemove(view);
        if (plan.step == Plan::Step::Refuse)
            return failed<bool>(std::move(plan.error));
        if (plan.step == Plan::Step::NothingToDo)
            return base::ready<bool>(true);
        return removeNow(name, view.searchable, deadlineFor(plan.mayPrompt, quiet));
    });
}

Async<bool> SystemKeychain::removeNow(const QString &name, bool searchable, QDeadlineTimer until)
{
    return base::chain(m_jobs->run({JobKind::Delete, name, {}}, until), this,
                       [this, name, searchable, until](const JobReply &reply) {
                           if (reply.failure != JobFailure::None && reply.failure != JobFailure::NotFound)
                               return failed<bool>(errorOfJob(JobKind::Delete, reply.failure, reply.text));
                           if (!searchable)
                               return confirmByReading(name, until);
                           return base::chain(m_probe->look(name, atMostQuiet(until)), this, [](const ServiceView &after) {
                               return base::ready<bool>(outcomeOfRemove(after));
                           });
                       });
}

Async<bool> SystemKeychain::confirmByReading(const QString &name, QDeadlineTimer until)
{
    return base::chain(m_jobs->run({JobKind::Read, name, {}}, until), this, [](const JobReply &reply) {
        if (reply.failure == JobFailure::NotFound)
            return base::ready<bool>(true);
        if (reply.failure == JobFailure::None)
            return base::readyError<bool>(ErrorCode::KeychainWriteFailed, QStringLiteral("the entry is still there"));
        return failed<bool>(errorOfJob(JobKind::Read, reply.failure, reply.text));
    });
}

} // namespace keychain
