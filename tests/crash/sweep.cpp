// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweep.h"

#include <algorithm>
#include <array>
#include <utility>

namespace crashtest {

using base::Result;

namespace {

const QString kPassphrase = QString::fromLatin1(vaulttest::Home::kPassphrase.data(),
                                                static_cast<qsizetype>(vaulttest::Home::kPassphrase.size()));

/// What a fault of the disk may be called.
const QStringList kHonest{QStringLiteral("io_failure"), QStringLiteral("disk_full"), QStringLiteral("read_only"),
                          QStringLiteral("cannot_audit")};

constexpr std::array kFaults{
    std::pair{Fault::IoError, false}, std::pair{Fault::IoError, true},     std::pair{Fault::DiskFull, false},
    std::pair{Fault::DiskFull, true}, std::pair{Fault::ShortWrite, false},
};

const char *nameOf(Fault fault)
{
    switch (fault) {
    case Fault::IoError:
        return "I/O error";
    case Fault::DiskFull:
        return "disk full";
    default:
        return "short write";
    }
}

} // namespace

FaultSweep::FaultSweep(QString scenario, std::uint64_t seed, int stride)
    : m_scenario(std::move(scenario))
    , m_seed(seed)
    , m_stride(stride)
    , m_planner({StepKind::Add, StepKind::Save, StepKind::SetAside}, seed, QStringLiteral("stock"))
    , m_bench(seed)
{
}

FaultSweep::Case FaultSweep::whole()
{
    Case out;
    out.whole = true;
    return out;
}

bool FaultSweep::run()
{
    Verdict verdict;
    if (m_scenario == QStringLiteral("create")) {
        verdict = sweep([this](const Case &one) { return tryCreation(one); }, whole());
    } else if (m_scenario == QStringLiteral("backup") || m_scenario == QStringLiteral("restore")) {
        verdict = sweepCopies();
    } else {
        verdict = prepare();
        QList<StepKind> seen;
        for (const StepKind kind : stepsOf(m_scenario)) {
            if (verdict && !seen.contains(kind))
                verdict = sweepStep(Planner({kind}, m_seed, QStringLiteral("n")).plan(m_bench.state(), 1).first());
            seen << kind;
        }
    }
    if (!verdict) {
        tell(QStringLiteral("FAULT in %1, seed %2, %3, %4:\n%5")
                 .arg(m_scenario, QString::number(m_seed), m_what, m_case, verdict.error().detail));
        return false;
    }
    print();
    return true;
}

Verdict FaultSweep::prepare()
{
    LATCHKEY_CHECK(m_bench.create(kPassphrase));
    LATCHKEY_CHECK(m_bench.advance(m_planner.plan(m_bench.state(), 14)));
    m_bench.keep();
    return {};
}

Verdict FaultSweep::sweepStep(const Step &step)
{
    Case killed;
    killed.dies = true;
    for (const Case &how : {Case(), whole(), killed})
        LATCHKEY_CHECK(sweep([&](const Case &one) { return tryStep(step, one); }, how));
    m_bench.putBack();
    return {};
}

Verdict FaultSweep::sweep(const std::function<Result<News>(const Case &)> &attempt, const Case &how)
{
    m_case = QStringLiteral("undisturbed");
    LATCHKEY_TRY(const News undisturbed, attempt(how));
    if (!undisturbed.finished || undisturbed.calls == 0)
        return wrong(QStringLiteral("undisturbed, it did not come to its end"));
    for (const auto &[fault, lasting] : kFaults) {
        for (long at = 1; at <= undisturbed.calls; at += m_stride) {
            m_case = QStringLiteral("%1%2 at call %3%4")
                         .arg(QLatin1StringView(nameOf(fault)), lasting ? QStringLiteral(" from then on") : QString())
                         .arg(at)
                         .arg(how.whole      ? QStringLiteral(" of all")
                                  : how.dies ? QStringLiteral(", then killed")
                                             : QString());
            LATCHKEY_CHECK(attempt({{fault, at, lasting}, how.whole, how.dies}));
            ++m_cases;
        }
    }
    return {};
}

Result<News> FaultSweep::tryStep(const Step &step, const Case &one)
{
    m_what = step.text();
    m_bench.putBack();
    Orders orders;
    orders.steps << step;
    orders.passphrase = m_bench.state().passphrase;
    orders.faults = one.plan;
    orders.opensUndisturbed = !one.whole;
    orders.triesAgain = !one.dies;
    orders.diesRefused = one.dies;
    orders.seed = m_bench.freshSeed();
    News news = runChild(m_bench.home(), orders);
    if (!news.oddity.isEmpty() || !news.finished)
        return wrong(QStringLiteral("the child did not come to its end: ") + news.oddity);
    const State before = m_bench.state();
    // Of a first try that failed, and of its repetition.
    QList<QByteArray> delivered = news.recoveryKeys.last(std::min<qsizetype>(1, news.recoveryKeys.size()));
    const State then = after(before, step, delivered);
    QString outcome = QStringLiteral("done all the same");
    QList<State> candidates{then};
    if (news.acknowledged == 0) {
        const QString code = news.opening == QStringLiteral("ok") ? news.refusal : news.opening;
        if (!kHonest.contains(code))
            return wrong(QStringLiteral("answered with %1").arg(code));
        outcome = code;
        if (one.dies && one.plan.lasting) // not even what was refused could be taken out of the log again
            candidates = {before, then};
        else if (news.again.isEmpty()) // it did not even open, or did nothing more
            candidates = {before};
        else if (news.again != QStringLiteral("ok"))
            return wrong(QStringLiteral("%1, and then, with the fault gone, %2").arg(code, news.again));
    }
    LATCHKEY_CHECK(m_bench.judge(candidates));
    ++m_outcomes[outcome];
    return news;
}

Result<News> FaultSweep::tryCreation(const Case &one)
{
    m_what = m_scenario;
    m_bench.renew();
    Orders orders;
    orders.creates = true;
    orders.faults = one.plan;
    orders.seed = m_bench.freshSeed();
    News news = runChild(m_bench.home(), orders);
    if (!news.oddity.isEmpty() || !news.finished)
        return wrong(QStringLiteral("the child did not come to its end: ") + news.oddity);
    if (!news.created && !kHonest.contains(news.refusal))
        return wrong(QStringLiteral("answered with %1").arg(news.refusal));
    if (!news.created && m_bench.home().files.exists(m_bench.home().path()))
        return wrong(QStringLiteral("%1 was said, and there is a vault").arg(news.refusal));
    LATCHKEY_CHECK(m_bench.judgeCreation(kPassphrase, news.recoveryKeys.value(0), news.created, true));
    ++m_outcomes[news.created ? QStringLiteral("done all the same") : news.refusal];
    return news;
}

Verdict FaultSweep::sweepCopies()
{
    LATCHKEY_CHECK(prepare());
    if (m_scenario == QStringLiteral("backup"))
        return sweep([this](const Case &one) { return tryBackup(one); }, whole());
    LATCHKEY_CHECK(m_copies.prepareRestoring(kPassphrase, m_planner.plan(m_bench.state(), 4)));
    for (const bool replace : {false, true})
        LATCHKEY_CHECK(sweep([&](const Case &one) { return tryRestore(one, replace); }, whole()));
    return {};
}

Result<News> FaultSweep::tryJob(std::function<Result<void>(const vault::Environment &)> job, const Case &one)
{
    Orders orders;
    orders.job = std::move(job);
    orders.faults = one.plan;
    orders.seed = m_bench.freshSeed();
    News news = runChild(m_bench.home(), orders);
    if (!news.oddity.isEmpty() || !news.finished)
        return wrong(QStringLiteral("the child did not come to its end: ") + news.oddity);
    if (news.acknowledged == 0 && !kHonest.contains(news.refusal))
        return wrong(QStringLiteral("answered with %1").arg(news.refusal));
    ++m_outcomes[news.acknowledged == 0 ? news.refusal : QStringLiteral("done all the same")];
    return news;
}

Result<News> FaultSweep::tryBackup(const Case &one)
{
    m_what = m_scenario;
    m_bench.putBack();
    LATCHKEY_TRY(News news, tryJob(m_copies.backupJob(), one));
    LATCHKEY_CHECK(m_copies.judgeBackup(news.acknowledged == 1));
    return news;
}

Result<News> FaultSweep::tryRestore(const Case &one, bool replace)
{
    m_what = replace ? QStringLiteral("restore over a vault") : QStringLiteral("restore as a new vault");
    LATCHKEY_TRY(News news, tryJob(m_copies.restoreJob(replace), one));
    LATCHKEY_CHECK(m_copies.judgeRestore(news.acknowledged == 1));
    return news;
}

void FaultSweep::print() const
{
    QStringList outcomes;
    for (auto it = m_outcomes.begin(); it != m_outcomes.end(); ++it)
        outcomes << QStringLiteral("%1 %2").arg(it.key()).arg(it.value());
    tell(QStringLiteral("%1: %2 calls made to fail, seed %3, every %4: 0 faults (%5)")
             .arg(m_scenario, QString::number(m_cases), QString::number(m_seed), QString::number(m_stride),
                  outcomes.join(QStringLiteral(", "))));
}

} // namespace crashtest
