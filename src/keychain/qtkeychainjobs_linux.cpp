// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/qtkeychainjobs.h"

#include "base/log.h"
#include "keychain/glibbus.h"
#include "keychain/sharedbuffer.h"

#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <algorithm>

namespace keychain {

using base::ErrorCode;

struct QtKeychainJobs::Task {
    explicit Task(JobRequest wanted) : request(std::move(wanted)) { promise.start(); }

    // The first answer counts; a later one is dropped, and a secret in it wiped by its own destructor.
    void settle(base::Result<JobReply> result)
    {
        if (settled)
            return;
        settled = true;
        promise.addResult(std::move(result));
        promise.finish();
    }

    JobRequest request;
    QPromise<base::Result<JobReply>> promise;
    bool settled = false;
};

namespace {

JobFailure failureOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return JobFailure::None;
    case QKeychain::EntryNotFound:
        return JobFailure::NotFound;
    case QKeychain::CouldNotDeleteEntry:
        return JobFailure::CouldNotDelete;
    case QKeychain::AccessDeniedByUser:
        return JobFailure::DeniedByUser;
    case QKeychain::AccessDenied:
        return JobFailure::Denied;
    case QKeychain::NoBackendAvailable:
        return JobFailure::NoBackend;
    case QKeychain::NotImplemented:
        return JobFailure::Unsupported;
    case QKeychain::OtherError:
        break;
    }
    return JobFailure::Other;
}

// The job has no parent and deletes itself after its answer, however late that comes.
QKeychain::Job *makeJob(const JobRequest &request, const QByteArray &data)
{
    switch (request.kind) {
    case JobKind::Read:
        return new QKeychain::ReadPasswordJob(kKeychainService);
    case JobKind::Delete:
        return new QKeychain::DeletePasswordJob(kKeychainService);
    case JobKind::Write:
        break;
    }
    auto *job = new QKeychain::WritePasswordJob(kKeychainService);
    job->setBinaryData(data);
    return job;
}

base::Result<JobReply> replyOf(const QKeychain::Job &job)
{
    JobReply reply{failureOf(job.error()), job.errorString(), {}};
    if (const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(&job)) {
        LATCHKEY_TRY(reply.secret, drainShared(read->binaryData()));
    }
    return reply;
}

base::Result<JobReply> stuckError()
{
    return base::fail(ErrorCode::KeychainTimeout, QStringLiteral("an earlier request is still unanswered"));
}

} // namespace

QtKeychainJobs::QtKeychainJobs(QObject *parent) : QObject(parent)
{
}

QtKeychainJobs::~QtKeychainJobs()
{
    if (m_running)
        m_running->settle(base::fail(ErrorCode::Cancelled));
    for (const auto &task : m_waiting)
        task->settle(base::fail(ErrorCode::Cancelled));
}

bool QtKeychainJobs::isStuck() const
{
    return m_running && m_running->settled;
}

base::Async<JobReply> QtKeychainJobs::run(JobRequest request, QDeadlineTimer until)
{
    if (isStuck())
        return base::ready<JobReply>(stuckError());
    auto task = std::make_shared<Task>(std::move(request));
    base::Async<JobReply> out = task->promise.future();
    QTimer::singleShot(std::max<qint64>(until.remainingTime(), 0), this, [this, weak = std::weak_ptr(task)] {
        if (const auto late = weak.lock())
            expire(late);
    });
    m_waiting.push_back(std::move(task));
    startNext();
    return out;
}

void QtKeychainJobs::startNext()
{
    if (m_running || m_waiting.empty())
        return;
    m_running = m_waiting.front();
    m_waiting.pop_front();
    const JobRequest &request = m_running->request;
    const QByteArray data = exposeAsBuffer(request.secret);
    QKeychain::Job *job = makeJob(request, data);
    m_running->request.secret.clear();
    job->setKey(request.name);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    // The job itself is the context, so that a late answer is wiped even when this object is gone.
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [task = m_running, data, self = QPointer(this)](const QKeychain::Job *done) {
                         wipeShared(data);
                         task->settle(replyOf(*done));
                         if (!self)
                             return;
                         self->m_running.reset();
                         self->startNext();
                     });
    outliveSessionBus();
    job->start();
}

void QtKeychainJobs::expire(const std::shared_ptr<Task> &task)
{
    if (task->settled)
        return;
    task->settle(base::fail(ErrorCode::KeychainTimeout, QStringLiteral("the keychain did not answer in time")));
    std::erase(m_waiting, task);
    if (task != m_running)
        return;
    qCInfo(base::lcKeychain) << "a keychain request is unanswered; no other is sent until it is";
    for (const auto &behind : m_waiting)
        behind->settle(stuckError());
    m_waiting.clear();
}

} // namespace keychain
