// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/session.h"

#include "base/log.h"
#include "base/workerthread.h"

namespace vault {

namespace {

constexpr std::uint64_t kCheckpointEvery = 4096;

} // namespace

Session::Session(Parts parts)
    : m_parts(std::move(parts))
    , m_integrity(*m_parts.file, m_parts.keys)
    , m_pastAuditKeys(m_integrity, m_parts.keys)
    , m_audit({*m_parts.file, m_parts.keys, m_pastAuditKeys, m_parts.clock, m_parts.random})
    , m_anchor(m_parts.anchors, m_parts.keys)
{
}

Session::~Session()
{
    // Releases since the last change are not in the anchor yet. A state that was refused must not get into it.
    if (m_opened && m_dataVersion && m_audit.head().seq > m_integrity.root().pinned.seq)
        remember();
}

std::unique_ptr<ports::VaultFile> Session::dismantle(std::unique_ptr<Session> session)
{
    return std::move(session->m_parts.file);
}

base::Result<std::unique_ptr<Session>> Session::open(Parts parts, VerifyDepth depth, RollbackPolicy rollback)
{
    std::unique_ptr<Session> session(new Session(std::move(parts)));
    LATCHKEY_CHECK(session->verifyAtOpen(depth, rollback));
    return session;
}

base::Result<void> Session::verifyAtOpen(VerifyDepth depth, RollbackPolicy rollback)
{
    // Anchor first, database second: a change in between makes the file newer, never older.
    LATCHKEY_TRY(const QList<QByteArray> remembered, m_anchor.remembered());
    LATCHKEY_CHECK(inTransaction(ports::CommitClass::Snapshot, [&]() -> base::Result<void> {
        const auto verdict = m_anchor.judge(remembered, m_integrity, m_audit.head().seq);
        if (!verdict && rollback == RollbackPolicy::Refuse)
            return std::unexpected(verdict.error());
        m_anchorVerdict = verdict.value_or(Anchor::Verdict::Accepted);
        if (depth == VerifyDepth::Touched && verdict)
            return {};
        LATCHKEY_CHECK(m_integrity.verifyAll());
        return m_audit.verify(m_integrity.root().checkpoint, m_integrity.root().pinned);
    }));
    if (m_anchorVerdict == Anchor::Verdict::Accepted)
        LATCHKEY_CHECK(acceptRollback(m_anchor.highestCounter(remembered)));
    m_opened = true;
    if (m_anchorVerdict == Anchor::Verdict::First)
        remember();
    return {};
}

base::Result<void> Session::acceptRollback(std::uint64_t seenCounter)
{
    AuditEvent accepted;
    accepted.kind = QStringLiteral("rollback-accepted");
    accepted.details.insert(QStringLiteral("seen"), QString::number(seenCounter));
    accepted.details.insert(QStringLiteral("found"), QString::number(m_integrity.root().counter));
    // Beyond what was seen: put back once more, the newer file of before is then the older one, and is noticed.
    LATCHKEY_CHECK(change(accepted, [this, seenCounter]() -> base::Result<void> {
        m_integrity.passCounter(seenCounter);
        return {};
    }));
    return m_anchor.replace(m_integrity, m_audit.head().seq);
}

base::Result<std::unique_ptr<Session>> Session::create(Parts parts,
                                                       const std::function<base::Result<void>(Session &)> &prepare)
{
    std::unique_ptr<Session> session(new Session(std::move(parts)));
    ports::UnitOfWork &unit = session->m_parts.file->unitOfWork();
    LATCHKEY_CHECK(unit.begin(ports::CommitClass::Change));
    const auto work = [&]() -> base::Result<void> {
        session->m_integrity.startAnew(0);
        LATCHKEY_CHECK(prepare(*session));
        AuditEvent created;
        created.kind = QStringLiteral("vault-created");
        LATCHKEY_CHECK(session->sealChange(created));
        return unit.commit();
    };
    if (auto done = work(); !done) {
        unit.rollback();
        return std::unexpected(done.error());
    }
    session->m_integrity.committed();
    session->m_audit.committed();
    return session;
}

base::Result<void> Session::refresh()
{
    LATCHKEY_TRY(const std::int64_t version, m_parts.file->unitOfWork().dataVersion());
    if (m_dataVersion == version)
        return {};
    m_dataVersion.reset(); // until all of it is verified
    m_pastAuditKeys.forget();
    LATCHKEY_CHECK(m_integrity.load());
    LATCHKEY_CHECK(m_audit.load(m_integrity.root()));
    LATCHKEY_TRY(const HeaderBlock block, readHeader(m_parts.file->slotStore()));
    m_formatMinor = block.header.minor;
    m_dataVersion = version;
    return {};
}

base::Result<void> Session::requireKnownFormat() const
{
    // A newer program may bind more to a secret than this one knows of: show, but neither give out nor write.
    if (m_formatMinor > kFormatMinor)
        return base::fail(base::ErrorCode::NewerFormat, QStringLiteral("%1.%2").arg(kFormatMajor).arg(m_formatMinor));
    return {};
}

base::Result<bool> Session::changedElsewhere()
{
    LATCHKEY_TRY(const std::int64_t version, m_parts.file->unitOfWork().dataVersion());
    return m_dataVersion != version;
}

base::Result<void> Session::inTransaction(ports::CommitClass commitClass, const std::function<base::Result<void>()> &work)
{
    ports::UnitOfWork &unit = m_parts.file->unitOfWork();
    LATCHKEY_CHECK(unit.begin(commitClass));
    auto done = refresh();
    if (done)
        done = work();
    if (done && commitClass != ports::CommitClass::Snapshot)
        done = unit.commit();
    if (!done || commitClass == ports::CommitClass::Snapshot)
        unit.rollback();
    if (done) {
        if (commitClass == ports::CommitClass::Change)
            m_integrity.committed();
        m_audit.committed();
    } else {
        m_integrity.discard();
        m_audit.discard();
    }
    return done;
}

base::Result<void> Session::read(const std::function<base::Result<void>()> &work)
{
    return inTransaction(ports::CommitClass::Snapshot, work);
}

base::Result<void> Session::sealChange(const AuditEvent &event)
{
    LATCHKEY_CHECK(m_audit.append(event));
    AuditPosition checkpoint = m_integrity.root().checkpoint;
    // What is behind a checkpoint need not be there any more.
    if (isCheckpointDue() || m_audit.isDropping())
        checkpoint = m_audit.head();
    return m_integrity.seal(m_audit.head(), checkpoint);
}

bool Session::isCheckpointDue() const noexcept
{
    return m_audit.head().seq - m_integrity.root().checkpoint.seq >= kCheckpointEvery;
}

base::Result<void> Session::change(const AuditEvent &event, const std::function<base::Result<void>()> &work)
{
    LATCHKEY_CHECK(inTransaction(ports::CommitClass::Change, [&]() -> base::Result<void> {
        LATCHKEY_CHECK(requireKnownFormat());
        LATCHKEY_CHECK(work());
        return sealChange(event);
    }));
    remember();
    return {};
}

base::Result<void> Session::verifyAll()
{
    LATCHKEY_CHECK(m_integrity.checkHeader());
    LATCHKEY_CHECK(m_integrity.verifyAll());
    return m_audit.verify({}, m_integrity.root().pinned);
}

base::Result<void> Session::rewriteRows(Successor &to, const RewriteRows &rewrite, const std::function<bool()> &isWanted)
{
    constexpr int kBuckets = 256;
    // Half of the time goes into opening and sealing: a second thread has one bucket in work while this one writes the bucket
    // before it and reads the bucket after it.
    QList<ports::RecordRow> inWork;
    QFuture<base::Result<NewRows>> made;
    base::WorkerThread sealer(QStringLiteral("rotation"));
    for (int bucket = 0; bucket <= kBuckets; ++bucket) {
        QList<ports::RecordRow> rows;
        if (bucket < kBuckets) {
            // A bucket is all there and unchanged before a new MAC calls any row of it good.
            LATCHKEY_TRY(rows, m_integrity.rowsOf(static_cast<std::uint8_t>(bucket)));
        }
        const QList<ports::RecordRow> before = std::exchange(inWork, rows);
        const QFuture<base::Result<NewRows>> last = std::exchange(made, {});
        NewRows next;
        if (!before.isEmpty()) {
            LATCHKEY_TRY(next, last.result());
        }
        if (!rows.isEmpty())
            made = sealer.run([&rewrite, rows] { return rewrite(rows); });
        LATCHKEY_CHECK(putRows(to, before, next, isWanted));
    }
    return {};
}

base::Result<void> Session::putRows(Successor &to, const QList<ports::RecordRow> &before, const NewRows &rows,
                                    const std::function<bool()> &isWanted)
{
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (isWanted && !isWanted())
            return base::fail(base::ErrorCode::Cancelled);
        const std::optional<ports::RecordRow> &next = rows.at(i);
        LATCHKEY_CHECK(next ? to.integrity.put(*next) : to.integrity.remove(before.at(i).key));
    }
    return {};
}

base::Result<void> Session::changeKeys(Keyring next, const std::function<base::Result<void>(Successor &)> &write)
{
    Integrity integrity(*m_parts.file, next);
    PastAuditKeys past(integrity, next);
    AuditLog audit({*m_parts.file, next, past, m_parts.clock, m_parts.random});
    LATCHKEY_CHECK(inTransaction(ports::CommitClass::Change, [&]() -> base::Result<void> {
        LATCHKEY_CHECK(requireKnownFormat());
        // The new MACs will call good whatever stands there now.
        LATCHKEY_CHECK(m_integrity.checkHeader());
        LATCHKEY_CHECK(m_audit.verify({}, m_integrity.root().pinned));
        integrity.startAnew(m_integrity.root().counter);
        audit.startAfter(m_audit.head());
        Successor successor{next, integrity, audit};
        LATCHKEY_CHECK(write(successor));
        return integrity.seal(audit.head(), audit.head());
    }));
    m_integrity.become(integrity);
    m_audit.startAfter(audit.head());
    m_audit.committed();
    m_pastAuditKeys.forget();
    m_parts.keys = std::move(next);
    remember();
    return {};
}

base::Result<void> Session::release(const QList<AuditEvent> &events, const std::function<base::Result<void>()> &collect)
{
    bool writing = true;
    auto done = inTransaction(ports::CommitClass::Release, [&]() -> base::Result<void> {
        writing = false;
        LATCHKEY_CHECK(requireKnownFormat());
        LATCHKEY_CHECK(collect());
        writing = true;
        for (const AuditEvent &event : events)
            LATCHKEY_CHECK(m_audit.append(event));
        return {};
    });
    if (done || !writing)
        return done;
    switch (done.error().code) {
    case base::ErrorCode::ReadOnly:
    case base::ErrorCode::DiskFull:
    case base::ErrorCode::IoFailure:
        return base::fail(base::ErrorCode::CannotAudit, done.error().detail);
    default:
        return done;
    }
}

base::Result<QStringList> Session::verifyEverything()
{
    QStringList damage;
    LATCHKEY_CHECK(read([&]() -> base::Result<void> {
        LATCHKEY_TRY(damage, m_integrity.findDamage());
        if (auto chain = m_audit.verify({}, m_integrity.root().pinned); !chain) {
            if (chain.error().code != base::ErrorCode::IntegrityFailure)
                return chain;
            damage << chain.error().detail;
        }
        return {};
    }));
    return damage;
}

void Session::scrub() const
{
    if (auto done = m_parts.file->checkpoint(); !done)
        qCDebug(base::lcVault) << "the write-ahead log stays for now:" << done.error().detail;
}

base::Result<void> Session::flush() const
{
    return m_parts.file->unitOfWork().syncReleases();
}

void Session::remember()
{
    // The change itself is safe on disk; without its witness only the detection of a later rollback is weaker.
    if (auto done = m_anchor.remember(m_integrity, m_audit.head().seq); !done)
        qCWarning(base::lcVault) << "the anchor could not be written:" << done.error().detail;
}

} // namespace vault
