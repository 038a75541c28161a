// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/backupschedule.h"

#include "base/log.h"
#include "transfer/backupreader.h"
#include "vault/settings.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace service {

using base::ErrorCode;

namespace {

const QString kPeriodKey = QStringLiteral("backup.every");
const QString kFolderKey = QStringLiteral("backup.folder");
const QString kKeepKey = QStringLiteral("backup.keep");

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kDayMs = 24 * kHourMs;
/// A failed attempt is not repeated before.
constexpr std::int64_t kRetryAfterMs = kHourMs;

constexpr std::array kPeriods{std::pair(BackupPeriod::Off, "off"), std::pair(BackupPeriod::Daily, "daily"),
                              std::pair(BackupPeriod::Weekly, "weekly")};

std::int64_t lengthOf(BackupPeriod period)
{
    return period == BackupPeriod::Weekly ? 7 * kDayMs : kDayMs;
}

QString startOfName(const QUuid &vault)
{
    return QStringLiteral("latchkey-%1-").arg(vault.toString(QUuid::WithoutBraces).left(8));
}

/// One of this vault's own.
struct OwnFile {
    QString path;
    std::int64_t madeAtMs = 0;
};

/// Newest first.
base::Result<QList<OwnFile>> ownFiles(const QString &folder, const QUuid &vault)
{
    if (!QFileInfo(folder).isDir())
        return base::fail(ErrorCode::IoFailure, QStringLiteral("%1: there is no such folder").arg(folder));
    static const QRegularExpression rest(QStringLiteral("^[0-9]{8}T[0-9]{6}Z\\.lkb$"));
    const QString start = startOfName(vault);
    QList<OwnFile> out;
    const QFileInfoList all = QDir(folder).entryInfoList(QDir::Files | QDir::NoSymLinks);
    for (const QFileInfo &info : all) {
        if (!info.fileName().startsWith(start) || !rest.match(info.fileName().mid(start.size())).hasMatch())
            continue;
        // The name alone says little: what is not a whole header of this vault is not ours to count, or to delete.
        const auto reader = transfer::BackupReader::open(info.filePath());
        if (reader && (*reader)->header().vault.vault == vault)
            out << OwnFile{info.filePath(), (*reader)->header().madeAtMs};
    }
    std::ranges::sort(out, std::greater(), &OwnFile::madeAtMs);
    return out;
}

BackupPlan planFrom(const QMap<QString, QString> &settings)
{
    BackupPlan plan;
    plan.period = periodFromName(settings.value(kPeriodKey)).value_or(BackupPeriod::Off);
    if (plan.period == BackupPeriod::Off)
        return {}; // nothing else is stored with it
    plan.folder = settings.value(kFolderKey);
    plan.keep = std::clamp(settings.value(kKeepKey).toInt(), 1, kMostBackupsKept);
    return plan;
}

base::Result<BackupPlan> planOf(vault::Session &session)
{
    LATCHKEY_TRY(const auto settings, vault::Settings(session).all());
    return planFrom(settings);
}

} // namespace

struct BackupSchedule::Round {
    BackupPlan plan;
    QUuid vault;
    QString file;
};

QString periodName(BackupPeriod period)
{
    const auto found = std::ranges::find(kPeriods, period, [](const auto &one) { return one.first; });
    return QString::fromLatin1(found->second);
}

std::optional<BackupPeriod> periodFromName(const QString &name)
{
    for (const auto &[period, word] : kPeriods) {
        if (name == QLatin1StringView(word))
            return period;
    }
    return std::nullopt;
}

QString backupFileName(const QUuid &vault, std::int64_t timeMs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(timeMs, Qt::UTC);
    return startOfName(vault) + time.toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")) + QStringLiteral(".lkb");
}

BackupSchedule::BackupSchedule(VaultHost &host, Backups &backups, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_backups(backups)
    , m_thread(QStringLiteral("backup folder"))
{
}

base::Async<BackupPlan> BackupSchedule::plan()
{
    return m_host.withSession([](vault::Session &session) { return planOf(session); });
}

base::Async<Done> BackupSchedule::setPlan(const BackupPlan &plan)
{
    const bool on = plan.period != BackupPeriod::Off;
    if (on && (!QDir::isAbsolutePath(plan.folder) || !QFileInfo(plan.folder).isDir()))
        return base::readyError<Done>(ErrorCode::InvalidArgument, QStringLiteral("--to"));
    if (on && (plan.keep < 1 || plan.keep > kMostBackupsKept))
        return base::readyError<Done>(ErrorCode::InvalidArgument, QStringLiteral("--keep"));
    const QMap<QString, QString> changes{{kPeriodKey, on ? periodName(plan.period) : QString()},
                                         {kFolderKey, on ? plan.folder : QString()},
                                         {kKeepKey, on ? QString::number(plan.keep) : QString()}};
    auto stored = m_host.withSession([changes](vault::Session &session) -> base::Result<Done> {
        LATCHKEY_CHECK(vault::Settings(session).set(changes));
        return Done{};
    });
    return base::chain(stored, this, [this](Done done) {
        forgetFailure();
        return base::ready<Done>(done);
    });
}

void BackupSchedule::start(std::chrono::milliseconds interval)
{
    connect(&m_timer, &QTimer::timeout, this, &BackupSchedule::runQuietly);
    connect(&m_host, &VaultHost::stateChanged, this, &BackupSchedule::runQuietly);
    m_timer.start(interval);
    runQuietly();
}

void BackupSchedule::runQuietly()
{
    if (m_host.state() == LockState::Unlocked)
        base::whenDone(runIfDue(), this, [](const base::Result<Outcome> &) {}); // told by statusChanged()
}

bool BackupSchedule::waits(const BackupPlan &plan) const
{
    if (!m_failure || plan != m_failed)
        return false;
    const std::int64_t now = m_host.clock().nowMs();
    // A clock that was set back must not stop backups for years.
    return now >= m_failure->atMs && now - m_failure->atMs < kRetryAfterMs;
}

void BackupSchedule::meet(const QUuid &vault)
{
    if (vault == m_vault)
        return;
    m_vault = vault;
    const bool known = m_failure || m_lastMadeAtMs != 0;
    m_failure.reset();
    m_lastMadeAtMs = 0;
    if (known)
        Q_EMIT statusChanged();
}

void BackupSchedule::forgetFailure()
{
    if (!m_failure)
        return;
    m_failure.reset();
    Q_EMIT statusChanged();
}

base::Async<BackupSchedule::Outcome> BackupSchedule::runIfDue()
{
    if (m_running || waits({}))
        return base::ready<Outcome>(Outcome::NotDue);
    m_running = true;
    auto round = std::make_shared<Round>();
    auto asked = m_host.withSession([round](vault::Session &session) -> base::Result<Done> {
        LATCHKEY_TRY(round->plan, planOf(session));
        round->vault = session.keys().vault();
        return Done{};
    });
    auto promise = std::make_shared<QPromise<base::Result<Outcome>>>();
    promise->start();
    const auto looked = base::chain(asked, this, [this, round](Done) {
        meet(round->vault);
        return waits(round->plan) ? base::ready<Outcome>(Outcome::NotDue) : look(round);
    });
    base::whenDone(looked, this, [this, round, promise](const base::Result<Outcome> &outcome) {
        finish(outcome, *round);
        promise->addResult(outcome);
        promise->finish();
    });
    return promise->future();
}

base::Async<BackupSchedule::Outcome> BackupSchedule::look(const SharedRound &round)
{
    if (round->plan.period == BackupPeriod::Off)
        return base::ready<Outcome>(Outcome::NothingPlanned);
    // A folder on a disk that sleeps, or on a network, takes its time.
    const auto listed = m_thread.run([round] { return ownFiles(round->plan.folder, round->vault); });
    return base::chain(listed, this, [this, round](const QList<OwnFile> &files) {
        const std::int64_t now = m_host.clock().nowMs();
        const auto counts = [&](const OwnFile &file) {
            // One from the future was made by a clock that was wrong, and says nothing.
            return file.madeAtMs <= now && now - file.madeAtMs < lengthOf(round->plan.period);
        };
        const auto newest = std::ranges::find_if(files, counts);
        if (newest == files.end())
            return make(round);
        if (m_lastMadeAtMs != newest->madeAtMs) {
            m_lastMadeAtMs = newest->madeAtMs;
            Q_EMIT statusChanged();
        }
        return base::ready<Outcome>(Outcome::NotDue);
    });
}

base::Async<BackupSchedule::Outcome> BackupSchedule::make(const SharedRound &round)
{
    round->file = QDir(round->plan.folder).filePath(backupFileName(round->vault, m_host.clock().nowMs()));
    return base::chain(m_backups.create({round->file, {}, QStringLiteral("schedule"), {}}), this,
                       [this, round](const BackupReport &report) {
                           m_lastMadeAtMs = report.madeAtMs;
                           return m_thread.run([round, made = report.path]() -> base::Result<Outcome> {
                               LATCHKEY_TRY(const QList<OwnFile> files, ownFiles(round->plan.folder, round->vault));
                               for (qsizetype i = round->plan.keep; i < files.size(); ++i) {
                                   const QString &path = files.at(i).path;
                                   if (path != made && !QFile::remove(path))
                                       return base::fail(ErrorCode::IoFailure, path + QStringLiteral(": cannot be deleted"));
                               }
                               return Outcome::Made;
                           });
                       });
}

void BackupSchedule::finish(const base::Result<Outcome> &outcome, const Round &round)
{
    m_running = false;
    if (outcome) {
        const bool changed = *outcome == Outcome::Made || (m_failure && *outcome == Outcome::NothingPlanned);
        if (changed)
            m_failure.reset();
        if (changed)
            Q_EMIT statusChanged();
        return;
    }
    // A lock came in between: no fault, and it is looked again after the next unlock.
    const ErrorCode code = outcome.error().code;
    if (code == ErrorCode::Locked || code == ErrorCode::Cancelled)
        return;
    m_failure = Failure{outcome.error(), m_host.clock().nowMs()};
    m_failed = round.plan;
    recordFailure(outcome.error(), round.file);
    Q_EMIT statusChanged();
}

void BackupSchedule::recordFailure(const base::Error &error, const QString &file)
{
    vault::AuditEvent event;
    event.kind = QStringLiteral("backup-failed");
    event.program = QStringLiteral("schedule");
    event.outcome = base::codeName(error.code);
    event.details.insert(QStringLiteral("detail"), error.detail);
    if (!file.isEmpty())
        event.details.insert(QStringLiteral("file"), file);
    auto recorded = m_host.withSession([event](vault::Session &session) -> base::Result<Done> {
        LATCHKEY_CHECK(session.release({event}, [] { return base::Result<void>(); }));
        return Done{};
    });
    base::whenDone(recorded, this, [](const base::Result<Done> &done) {
        if (!done)
            qCWarning(base::lcVault) << "a failed backup could not be recorded:" << base::codeName(done.error().code);
    });
}

} // namespace service
