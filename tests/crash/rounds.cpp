// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rounds.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <utility>

namespace crashtest {

namespace {

constexpr int kRoundsPerVault = 40;
constexpr int kMostSteps = 6;
const QString kPassphrase = QString::fromLatin1(vaulttest::Home::kPassphrase.data(),
                                                static_cast<qsizetype>(vaulttest::Home::kPassphrase.size()));

} // namespace

KillRounds::KillRounds(const QString &scenario, std::uint64_t seed)
    : m_scenario(scenario)
    , m_seed(seed)
    , m_planner(stepsOf(scenario), seed, QStringLiteral("n"))
    , m_bench(seed)
    , m_copies(m_bench)
{
}

bool KillRounds::run(int rounds)
{
    QElapsedTimer timer;
    timer.start();
    static const QMap<QString, Verdict (KillRounds::*)()> kinds{{QStringLiteral("create"), &KillRounds::creationRound},
                                                                {QStringLiteral("backup"), &KillRounds::backupRound},
                                                                {QStringLiteral("restore"), &KillRounds::restoreRound}};
    const auto kind = kinds.value(m_scenario, &KillRounds::round);
    for (int i = 1; i <= rounds; ++i) {
        if (const Verdict verdict = (this->*kind)(); !verdict) {
            tell(QStringLiteral("FAULT in round %1 of %2, seed %3 (%4):\n%5")
                     .arg(QString::number(i), m_scenario, QString::number(m_seed), m_lastOrders, verdict.error().detail));
            return false;
        }
    }
    print(rounds, static_cast<double>(timer.elapsed()) / 1000);
    return true;
}

Orders KillRounds::killOrders(Orders orders)
{
    Dice &dice = m_planner.dice();
    const bool creates = m_scenario == QStringLiteral("create");
    orders.creates = creates;
    orders.seed = m_bench.freshSeed();
    m_way = static_cast<Way>(roll(dice, 0, 2));
    switch (m_way) {
    case Way::ByChance:
        orders.killAfter = std::chrono::microseconds(roll(dice, 0, static_cast<int>(m_timeOfRound * 1.1)));
        m_lastOrders = QStringLiteral("after %1 us").arg(orders.killAfter->count());
        break;
    case Way::AtPoint: {
        const QStringList places = points(orders);
        orders.point = places.at(roll(dice, 0, static_cast<int>(places.size()) - 1));
        const bool rare = creates || orders.job || orders.point == QStringLiteral("delivered");
        orders.pointAt = rare ? 1 : roll(dice, 1, kMostSteps);
        m_lastOrders = QStringLiteral("at %1, time %2").arg(orders.point).arg(orders.pointAt);
        break;
    }
    case Way::AtCall:
        orders.faults.fault = static_cast<Fault>(roll(dice, static_cast<int>(Fault::Kill),
                                                      static_cast<int>(Fault::KillAfter)));
        orders.faults.at = roll(dice, 1, static_cast<int>(m_callsOfRound));
        m_lastOrders = QStringLiteral("at call %1, way %2").arg(orders.faults.at).arg(static_cast<int>(orders.faults.fault));
        break;
    }
    return orders;
}

Verdict KillRounds::prepareStock()
{
    m_bench.renew();
    LATCHKEY_CHECK(m_bench.create(kPassphrase));
    return m_bench.advance(
        Planner({StepKind::Add, StepKind::Save}, m_bench.freshSeed(), QStringLiteral("stock")).plan(m_bench.state(), 6));
}

Verdict KillRounds::round()
{
    if (m_onThisVault == 0)
        LATCHKEY_CHECK(prepareStock());
    m_onThisVault = (m_onThisVault + 1) % kRoundsPerVault;

    Orders planned;
    planned.steps = m_planner.plan(m_bench.state(), roll(m_planner.dice(), 1, kMostSteps));
    Orders orders = killOrders(std::move(planned));
    orders.passphrase = m_bench.state().passphrase;
    for (const Step &step : orders.steps)
        m_lastOrders += QStringLiteral("; ") + step.text();
    const News news = runChild(m_bench.home(), orders);
    if (!news.oddity.isEmpty() || !news.refusal.isEmpty()
        || (news.opening != QStringLiteral("ok") && !news.opening.isEmpty()))
        return wrong(QStringLiteral("the child failed: %1 %2 %3").arg(news.oddity, news.refusal, news.opening));

    QList<State> candidates{m_bench.state()};
    QList<QByteArray> delivered = news.recoveryKeys;
    for (int i = 0; i < news.acknowledged; ++i)
        candidates[0] = after(candidates[0], orders.steps.at(i), delivered);
    if (news.acknowledged < orders.steps.size())
        candidates << after(candidates[0], orders.steps.at(news.acknowledged), delivered);
    LATCHKEY_TRY(const int which, m_bench.judge(candidates));
    m_steps += news.acknowledged;
    m_unanswered += which;
    if (news.finished && which != 0)
        return wrong(QStringLiteral("more was done than was ordered"));
    count(m_way, news);
    return {};
}

Verdict KillRounds::creationRound()
{
    m_bench.renew();
    const Orders orders = killOrders({});
    const News news = runChild(m_bench.home(), orders);
    if (!news.oddity.isEmpty() || !news.refusal.isEmpty())
        return wrong(QStringLiteral("the child failed: %1 %2").arg(news.oddity, news.refusal));
    const bool exists = m_bench.home().files.exists(m_bench.home().path());
    if (exists && news.recoveryKeys.isEmpty())
        return wrong(QStringLiteral("there is a vault, and nobody has its recovery key"));
    LATCHKEY_CHECK(m_bench.judgeCreation(kPassphrase, news.recoveryKeys.value(0), news.created, false));
    m_steps += news.created ? 1 : 0;
    m_unanswered += exists && !news.created ? 1 : 0;
    count(m_way, news);
    return {};
}

base::Result<News> KillRounds::runJob(std::function<base::Result<void>(const vault::Environment &)> job)
{
    Orders orders;
    orders.job = std::move(job);
    News news = runChild(m_bench.home(), killOrders(std::move(orders)));
    if (!news.oddity.isEmpty() || !news.refusal.isEmpty())
        return wrong(QStringLiteral("the child failed: %1 %2").arg(news.oddity, news.refusal));
    return news;
}

void KillRounds::countJob(bool done, const News &news)
{
    m_steps += news.acknowledged;
    m_unanswered += done && news.acknowledged == 0 ? 1 : 0;
    count(m_way, news);
}

Verdict KillRounds::backupRound()
{
    if (m_onThisVault == 0)
        LATCHKEY_CHECK(prepareStock());
    m_onThisVault = (m_onThisVault + 1) % kRoundsPerVault;
    LATCHKEY_CHECK(m_bench.advance(m_planner.plan(m_bench.state(), 1)));
    LATCHKEY_TRY(const News news, runJob(m_copies.backupJob()));
    LATCHKEY_TRY(const bool done, m_copies.judgeBackup(news.acknowledged == 1));
    countJob(done, news);
    return {};
}

Verdict KillRounds::restoreRound()
{
    if (m_onThisVault == 0) {
        LATCHKEY_CHECK(prepareStock());
        LATCHKEY_CHECK(m_copies.prepareRestoring(kPassphrase, m_planner.plan(m_bench.state(), 4)));
    }
    m_onThisVault = (m_onThisVault + 1) % kRoundsPerVault;
    LATCHKEY_TRY(const News news, runJob(m_copies.restoreJob(roll(m_planner.dice(), 0, 1) == 1)));
    LATCHKEY_TRY(const bool done, m_copies.judgeRestore(news.acknowledged == 1));
    countJob(done, news);
    return {};
}

void KillRounds::count(Way way, const News &news)
{
    if (news.finished) {
        ++m_finished;
        learn(news);
        return;
    }
    ++m_killed;
    // In names of temporary files.
    static const QRegularExpression process(QStringLiteral("[.](new|part)-[0-9]+(-[0-9]+)?"));
    static const QRegularExpression home(QStringLiteral("crashharness-[A-Za-z]+"));
    ++m_places[way == Way::ByChance
                   ? QStringLiteral("by chance")
                   : QString(news.at).replace(process, QStringLiteral(".\\1")).replace(home, QStringLiteral("folder"))];
}

/// So that the times and calls of the next kills lie where there is something to kill.
void KillRounds::learn(const News &news)
{
    m_callsOfRound = std::max(m_callsOfRound * 9 / 10, news.calls);
    if (m_way != Way::ByChance)
        m_timeOfRound += (static_cast<double>(news.took.count()) - m_timeOfRound) / 8;
}

void KillRounds::print(int rounds, double seconds) const
{
    tell(QStringLiteral(
             "%1: %2 rounds, seed %3: %4 killed, %5 came to their end; %6 operations acknowledged and all there, %7 "
             "more done whole without an answer; 0 faults; %8 rounds/s")
             .arg(m_scenario, QString::number(rounds), QString::number(m_seed), QString::number(m_killed),
                  QString::number(m_finished), QString::number(m_steps), QString::number(m_unanswered),
                  QString::number(rounds / seconds, 'f', 0)));
    QStringList places;
    for (auto it = m_places.begin(); it != m_places.end(); ++it)
        places << QStringLiteral("%1 %2").arg(it.key()).arg(it.value());
    tell(QStringLiteral("  killed: ") + places.join(QStringLiteral(", ")));
}

} // namespace crashtest
