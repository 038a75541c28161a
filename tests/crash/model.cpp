// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model.h"

#include <algorithm>
#include <cstdio>
#include <ranges>
#include <utility>

namespace crashtest {

namespace {

constexpr int kMostVersions = 8; // below the number that a credential keeps
constexpr int kMostEntries = 12;

bool canRollBack(const ModelEntry &entry)
{
    return std::ranges::any_of(entry.versions, [](const ModelVersion &v) { return v.state == QStringLiteral("previous"); });
}

bool fits(const ModelEntry &entry, StepKind kind)
{
    if (kind == StepKind::Save)
        return entry.versions.size() < kMostVersions;
    return kind != StepKind::RollBack || canRollBack(entry);
}

void leaveCurrent(ModelEntry &entry)
{
    for (ModelVersion &version : entry.versions) {
        if (version.state == QStringLiteral("current"))
            version.state = QStringLiteral("previous");
    }
}

void add(State &state, const QString &name, const QString &value)
{
    ModelEntry entry;
    entry.versions << ModelVersion{1, QStringLiteral("current"), value};
    state.entries.insert(name, entry);
}

void rollBack(ModelEntry &entry)
{
    const auto older = std::ranges::find_if(std::views::reverse(entry.versions),
                                            [](const ModelVersion &v) { return v.state == QStringLiteral("previous"); });
    const std::uint32_t number = older->number;
    leaveCurrent(entry);
    for (ModelVersion &version : entry.versions) {
        if (version.number == number)
            version.state = QStringLiteral("current");
    }
}

void applyToEntry(State &state, const Step &step)
{
    ModelEntry &entry = state.entries[step.name];
    switch (step.kind) {
    case StepKind::Save:
        leaveCurrent(entry);
        entry.versions << ModelVersion{entry.versions.last().number + 1, QStringLiteral("current"), step.value};
        break;
    case StepKind::Edit:
        entry.description = step.value;
        entry.address = QStringLiteral("https://%1.example").arg(step.value);
        break;
    case StepKind::RollBack:
        rollBack(entry);
        break;
    case StepKind::Report:
        entry.report = step.value;
        break;
    default:
        break;
    }
}

} // namespace

QString stepName(StepKind kind)
{
    static const QStringList names{
        QStringLiteral("add"),     QStringLiteral("save"),    QStringLiteral("edit"),       QStringLiteral("rollback"),
        QStringLiteral("remove"),  QStringLiteral("aside"),   QStringLiteral("purge"),      QStringLiteral("import"),
        QStringLiteral("setting"), QStringLiteral("report"),  QStringLiteral("passphrase"), QStringLiteral("release"),
        QStringLiteral("rotate"),  QStringLiteral("add way"), QStringLiteral("remove way"), QStringLiteral("recovery key"),
    };
    return names.at(static_cast<qsizetype>(kind));
}

QString Step::text() const
{
    return QStringLiteral("%1 %2 %3").arg(stepName(kind), name, value)
        + (count > 0 ? QStringLiteral(" x%1").arg(count) : QString());
}

const ModelVersion *ModelEntry::current() const
{
    const auto found = std::ranges::find_if(versions,
                                            [](const ModelVersion &v) { return v.state == QStringLiteral("current"); });
    return found == versions.end() ? nullptr : &*found;
}

QString State::text() const
{
    QStringList lines{
        QStringLiteral("counter %1, audit %2, setting %3, aside %4").arg(counter).arg(auditSeq).arg(setting).arg(aside)};
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        QStringList versions;
        for (const ModelVersion &version : it->versions)
            versions << QStringLiteral("%1:%2=%3").arg(version.number).arg(version.state, version.value);
        lines << QStringLiteral("%1 [%2] [%3] [%4] %5")
                     .arg(it.key(), it->description, it->address, it->report, versions.join(QLatin1Char(' ')));
    }
    return lines.join(QLatin1Char('\n'));
}

State after(State state, const Step &step)
{
    std::uint64_t entries = 1; // of the audit log
    switch (step.kind) {
    case StepKind::Add:
        add(state, step.name, step.value);
        break;
    case StepKind::Remove:
        state.entries.remove(step.name);
        break;
    case StepKind::SetAside:
        state.entries.remove(step.name);
        ++state.aside;
        break;
    case StepKind::Purge:
        entries += static_cast<std::uint64_t>(state.aside);
        state.aside = 0;
        break;
    case StepKind::Import:
        for (int i = 0; i < step.count; ++i)
            add(state, QStringLiteral("%1.%2").arg(step.name).arg(i), step.value);
        entries += static_cast<std::uint64_t>(step.count);
        break;
    case StepKind::Setting:
        state.setting = step.value;
        break;
    case StepKind::Passphrase:
        state.passphrase = step.value;
        break;
    case StepKind::Rotate:
        ++entries; // the audit log's checkpoint
        state.way.clear();
        state.recoveryKey.clear();
        break;
    case StepKind::AddWay:
        state.way = step.value;
        break;
    case StepKind::RemoveWay:
        state.way.clear();
        break;
    case StepKind::RecoveryKey:
        state.recoveryKey.clear();
        break;
    default:
        applyToEntry(state, step);
        break;
    }
    state.auditSeq += entries;
    if (step.kind != StepKind::Release)
        ++state.counter;
    return state;
}

State after(State state, const Step &step, QList<QByteArray> &delivered)
{
    State out = after(std::move(state), step);
    if (step.kind == StepKind::Rotate || step.kind == StepKind::RecoveryKey)
        out.recoveryKey = delivered.isEmpty() ? QByteArray() : delivered.takeFirst();
    return out;
}

QStringList scenarioNames()
{
    return {QStringLiteral("create"), QStringLiteral("save"),       QStringLiteral("edit"),    QStringLiteral("delete"),
            QStringLiteral("import"), QStringLiteral("passphrase"), QStringLiteral("release"), QStringLiteral("rotate"),
            QStringLiteral("slots"),  QStringLiteral("backup"),     QStringLiteral("restore"), QStringLiteral("mixed")};
}

QList<StepKind> stepsOf(const QString &scenario)
{
    using enum StepKind;
    static const QMap<QString, QList<StepKind>> steps{
        {QStringLiteral("save"), {Add, Save}},
        {QStringLiteral("edit"), {Edit, Edit, RollBack, Save, Setting, Report}},
        {QStringLiteral("delete"), {Remove, SetAside, Purge}},
        {QStringLiteral("import"), {Import}},
        {QStringLiteral("passphrase"), {Passphrase}},
        {QStringLiteral("release"), {Release, Release, Release, Setting}},
        {QStringLiteral("rotate"), {Rotate, Rotate, Save, Passphrase}},
        {QStringLiteral("slots"), {AddWay, RemoveWay, RecoveryKey, Passphrase}},
        // What happens to the vault between two rounds.
        {QStringLiteral("backup"), {Add, Save, Edit, SetAside, Setting, Report}},
        {QStringLiteral("restore"), {Add, Save, Edit, Remove, Setting, Report}},
        {QStringLiteral("mixed"),
         {Add, Save, Edit, RollBack, Remove, SetAside, Purge, Import, Setting, Report, Passphrase, Release, Rotate, AddWay,
          RemoveWay, RecoveryKey}},
    };
    return steps.value(scenario);
}

void tell(const QString &line)
{
    std::fputs(qPrintable(line + QLatin1Char('\n')), stdout);
}

int roll(Dice &dice, int least, int most)
{
    return std::uniform_int_distribution<int>(least, most)(dice);
}

StepKind Planner::possible(StepKind wanted, const State &state) const
{
    using enum StepKind;
    switch (wanted) {
    case Add:
    case Import:
        return state.entries.size() < kMostEntries ? wanted : Remove;
    case Purge:
        return state.aside > 0 ? wanted : possible(SetAside, state);
    case AddWay:
    case RemoveWay:
        return state.way.isEmpty() ? AddWay : RemoveWay;
    case Setting:
    case Passphrase:
    case Rotate:
    case RecoveryKey:
        return wanted;
    default:
        if (state.entries.isEmpty())
            return Add;
        if (std::ranges::any_of(state.entries, [wanted](const ModelEntry &entry) { return fits(entry, wanted); }))
            return wanted;
        return wanted == Save ? Remove : possible(Save, state);
    }
}

QString Planner::pick(const State &state, StepKind kind)
{
    QStringList names;
    for (auto it = state.entries.begin(); it != state.entries.end(); ++it) {
        if (fits(*it, kind))
            names << it.key();
    }
    return names.at(roll(m_dice, 0, static_cast<int>(names.size()) - 1));
}

Step Planner::next(const State &state)
{
    Step step;
    step.kind = possible(m_kinds.at(roll(m_dice, 0, static_cast<int>(m_kinds.size()) - 1)), state);
    step.value = QStringLiteral("v%1").arg(++m_values);
    switch (step.kind) {
    case StepKind::Import:
        step.count = roll(m_dice, 1, 12);
        [[fallthrough]];
    case StepKind::Add:
        step.name = QStringLiteral("%1/%2").arg(m_prefix).arg(++m_names);
        break;
    case StepKind::Purge:
    case StepKind::Setting:
    case StepKind::AddWay:
    case StepKind::RecoveryKey:
        break;
    case StepKind::RemoveWay:
        step.value = state.way;
        break;
    case StepKind::Rotate:
        step.value = state.passphrase;
        break;
    case StepKind::Passphrase:
        step.value += QStringLiteral(" horse battery staple");
        break;
    case StepKind::Report:
        step.name = pick(state, step.kind);
        step.value = QStringLiteral("{\"code\":\"%1\"}").arg(step.value);
        break;
    default:
        step.name = pick(state, step.kind);
        break;
    }
    return step;
}

QList<Step> Planner::plan(State state, int steps)
{
    QList<Step> out;
    for (int i = 0; i < steps; ++i) {
        out << next(state);
        state = after(std::move(state), out.last());
    }
    return out;
}

} // namespace crashtest
