// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/backups.h"

#include "service/passphrasescore.h"
#include "transfer/restore.h"

#include <QFileInfo>

#include <algorithm>

namespace service {

using base::ErrorCode;

namespace {

/// For another process's Argon2, which takes a second or two.
constexpr std::chrono::milliseconds kKdfPatience = std::chrono::minutes(2);
/// On the vault thread, where a lock may be waiting behind this.
constexpr std::chrono::milliseconds kOpenKdfPatience = std::chrono::seconds(3);

transfer::Stop stopBy(const BackupStop &asked, const BackupStop &leaving)
{
    return [asked, leaving] { return asked.isAsked() || leaving.isAsked(); };
}

/// Opens the backup by what was given; the turn at Argon2 lasts no longer than that.
base::Result<transfer::OpenedBackup> open(const transfer::BackupReader &reader, BackupWays &ways, ports::KdfGate &gate)
{
    transfer::BackupKey key{std::move(ways.recoveryKey), std::move(ways.passphrase), 0};
    std::shared_ptr<void> turn;
    if (key.recoveryKey.isEmpty()) {
        LATCHKEY_TRY(turn, gate.enter(kKdfPatience));
        key.availableMemoryKiB = gate.availableMemoryKiB();
    }
    return reader.unlock(key);
}

BackupContents contentsOf(const transfer::BackupListing &listing)
{
    BackupContents out;
    out.vault = listing.vault;
    out.madeAtMs = listing.madeAtMs;
    out.credentials = static_cast<std::uint64_t>(listing.entries.size());
    out.hasPassphrase = listing.hasPassphrase;
    out.auditHead = QStringLiteral("%1:%2")
                        .arg(listing.auditHead.seq)
                        .arg(QString::fromLatin1(base::toByteArray(listing.auditHead.mac).toHex()));
    for (const transfer::BackupListing::Entry &entry : listing.entries) {
        out.versions += static_cast<std::uint64_t>(entry.versions);
        out.entries << BackupContents::Entry{entry.name, entry.kind, entry.versions};
    }
    std::ranges::sort(out.entries, {}, &BackupContents::Entry::name);
    return out;
}

/// A vault that cannot be written to can still be backed up, which may be just what is needed then.
base::Result<bool> record(vault::Session &session, const vault::AuditEvent &event)
{
    const auto written = session.release({event}, [] { return base::Result<void>(); });
    if (written)
        return true;
    switch (written.error().code) {
    case ErrorCode::CannotAudit:
    case ErrorCode::NewerFormat:
        return false;
    default:
        return std::unexpected(written.error());
    }
}

} // namespace

struct Backups::Job {
    BackupRequest request;
    transfer::Stop stop;
    std::unique_ptr<transfer::NewFile> file;
    transfer::WrittenBackup written;
    bool audited = false;
};

Backups::Backups(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_creating(std::make_shared<std::atomic_uint64_t>(0))
    , m_thread(QStringLiteral("backup"))
{
    // The lock itself stands in line behind what runs on the vault thread.
    connect(&m_parts.host, &VaultHost::stateChanged, this, [this] {
        if (m_parts.host.state() != LockState::Unlocked)
            ++*m_creating;
    });
}

Backups::~Backups()
{
    m_leaving.stop();
}

base::Async<BackupReport> Backups::create(BackupRequest request)
{
    request.passphrase.maskInLogs();
    if (!request.passphrase.isEmpty() && passphraseScore(request.passphrase) < kBackupPassphraseScore)
        return base::readyError<BackupReport>(ErrorCode::WeakPassphrase, QStringLiteral("backup"));
    if (request.program.isEmpty())
        request.program = m_parts.caller.program;
    auto job = std::make_shared<Job>();
    job->stop = [stop = stopBy(request.stop, m_leaving), epoch = m_creating, begun = m_creating->load()] {
        return stop() || epoch->load() != begun; // also from the next lock on
    };
    job->request = std::move(request);
    auto made = base::chain(write(job), this, [this, job](Done) {
        // Not on the vault thread: a slow disk must hold up neither a lock nor a bot.
        auto synced = m_thread.run([job]() -> base::Result<Done> {
            LATCHKEY_CHECK(job->file->sync());
            return Done{};
        });
        return base::chain(synced, this, [this, job](Done) {
            return base::chain(verify(job), this, [this, job](Done) { return publish(job); });
        });
    });
    auto promise = std::make_shared<QPromise<base::Result<BackupReport>>>();
    promise->start();
    base::whenDone(made, this, [job, promise](base::Result<BackupReport> report) {
        job->file.reset(); // what was not finished is gone before anybody hears of it
        promise->addResult(std::move(report));
        promise->finish();
    });
    return promise->future();
}

base::Async<Done> Backups::write(const SharedJob &job)
{
    return m_parts.host.withSession([job, &gate = m_parts.ports.kdfGate](vault::Session &session) -> base::Result<Done> {
        LATCHKEY_TRY(job->file, transfer::NewFile::create(job->request.path));
        std::optional<vault::KeySlot> own;
        if (!job->request.passphrase.isEmpty()) {
            LATCHKEY_TRY(const base::SecretBytes normal, vault::normalizedPassphrase(job->request.passphrase));
            LATCHKEY_TRY(const std::shared_ptr<void> turn, gate.enter(kOpenKdfPatience));
            LATCHKEY_TRY(own, transfer::backupPassphraseSlot(session, normal, crypto::Argon2Params{}));
        }
        LATCHKEY_TRY(job->written, transfer::writeBackup(session, *job->file, own, job->stop));
        return Done{};
    });
}

base::Async<Done> Backups::verify(const SharedJob &job)
{
    return m_parts.host.withSession([job](vault::Session &session) -> base::Result<Done> {
        LATCHKEY_CHECK(transfer::verifyBackup(session, job->file->partPath(), job->written, job->stop));
        vault::AuditEvent event;
        event.kind = QStringLiteral("backup-made");
        event.program = job->request.program;
        event.details.insert(QStringLiteral("file"), job->file->path());
        event.details.insert(QStringLiteral("credentials"), QString::number(job->written.totals.credentials));
        event.details.insert(QStringLiteral("passphrase"),
                             job->written.hasPassphrase ? QStringLiteral("yes") : QStringLiteral("no"));
        LATCHKEY_TRY(job->audited, record(session, event));
        return Done{};
    });
}

base::Async<BackupReport> Backups::publish(const SharedJob &job)
{
    return m_thread.run([job]() -> base::Result<BackupReport> {
        if (job->stop())
            return base::fail(ErrorCode::Cancelled);
        LATCHKEY_CHECK(job->file->publish());
        BackupReport out;
        out.path = job->file->path();
        out.madeAtMs = job->written.madeAtMs;
        out.credentials = job->written.totals.credentials;
        out.versions = job->written.totals.versions;
        out.bytes = QFileInfo(out.path).size();
        out.hasPassphrase = job->written.hasPassphrase;
        out.recoveryKeyPending = job->written.recoveryKeyPending;
        out.audited = job->audited;
        return out;
    });
}

base::Async<BackupContents> Backups::inspect(const QString &path, BackupWays ways, const BackupStop &stop)
{
    auto held = std::make_shared<BackupWays>(std::move(ways));
    held->passphrase.maskInLogs();
    held->recoveryKey.maskInLogs();
    return m_thread.run([this, path, held, asked = stopBy(stop, m_leaving)]() -> base::Result<BackupContents> {
        LATCHKEY_TRY(const auto reader, transfer::BackupReader::open(path));
        LATCHKEY_TRY(const transfer::OpenedBackup opened, open(*reader, *held, m_parts.ports.kdfGate));
        LATCHKEY_TRY(const transfer::BackupListing listing,
                     transfer::listBackup(m_parts.ports.environment, *reader, opened, asked));
        return contentsOf(listing);
    });
}

base::Async<RestoreReport> Backups::restore(RestoreRequest request)
{
    auto held = std::make_shared<RestoreRequest>(std::move(request));
    held->ways.passphrase.maskInLogs();
    held->ways.recoveryKey.maskInLogs();
    held->newPassphrase.maskInLogs();
    const auto work = [this, held, stop = stopBy(held->stop, m_leaving)]() -> base::Result<RestoreReport> {
        const QString path = m_parts.host.vaultPath();
        if (!held->replace && m_parts.ports.environment.files.exists(path))
            return base::fail(ErrorCode::AlreadyExists, path);
        LATCHKEY_TRY(const auto reader, transfer::BackupReader::open(held->path));
        LATCHKEY_TRY(const transfer::OpenedBackup opened, open(*reader, held->ways, m_parts.ports.kdfGate));
        transfer::RestoreRequest order;
        order.vaultPath = path;
        order.replace = held->replace;
        order.newPassphrase = std::move(held->newPassphrase);
        order.deliverRecoveryKey = held->deliverRecoveryKey;
        order.enterKdf = [this] { return m_parts.ports.kdfGate.enter(kKdfPatience); };
        order.stop = stop;
        LATCHKEY_TRY(const transfer::RestoredVault made,
                     transfer::restoreBackup(m_parts.ports.environment, *reader, opened, order));
        return RestoreReport{made.vault,  made.totals.credentials, made.totals.versions,
                             made.keptAs, made.hasPassphrase,      made.hasNewRecoveryKey};
    };
    if (m_parts.host.state() != LockState::Unlocked || !held->replace)
        return m_thread.run(work);
    return base::chain(m_parts.host.lock(LockReason::User), this, [this, work](Done) { return m_thread.run(work); });
}

} // namespace service
