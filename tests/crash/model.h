// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <random>

// What should stand in the vault, kept by the parent process and computed without any code of the program.

namespace crashtest {

using Dice = std::mt19937_64;

enum class StepKind {
    Add,
    Save,
    Edit,
    RollBack,
    Remove,
    SetAside,
    Purge,
    Import,
    Setting,
    Report,
    Passphrase,
    Release,
    Rotate,
    AddWay,
    RemoveWay,
    RecoveryKey
};

[[nodiscard]] QString stepName(StepKind kind);

/// One operation, with everything it needs decided beforehand.
struct Step {
    StepKind kind = StepKind::Add;
    QString name;  ///< of the credential; of the first one when several are made
    QString value; ///< secret value, description, passphrase: whatever the operation stores
    int count = 0; ///< import: how many

    [[nodiscard]] QString text() const;
};

struct ModelVersion {
    std::uint32_t number = 0;
    QString state;
    QString value;
};

struct ModelEntry {
    QString description;
    QString address; ///< the attribute base_url: part of the destination, so a change seals everything anew
    QString report;
    QList<ModelVersion> versions;

    [[nodiscard]] const ModelVersion *current() const;
};

/// Everything that a reader can see of a vault.
struct State {
    QMap<QString, ModelEntry> entries;
    int aside = 0; ///< removed for now, not yet purged
    QString setting;
    QString passphrase;
    QByteArray recoveryKey;     ///< as it was handed over; empty: nobody was given it
    QString way;                ///< one more way in, by the keychain; empty: there is none
    std::uint64_t counter = 0;  ///< of the root
    std::uint64_t auditSeq = 0; ///< of the last audit entry

    /// For comparing, and for telling where two states differ. Without the ways in.
    [[nodiscard]] QString text() const;
};

/// The state after a step that was done whole. A step that makes a recovery key takes it from the head of `delivered`.
[[nodiscard]] State after(State state, const Step &step, QList<QByteArray> &delivered);
/// Where nobody asks for recovery keys.
[[nodiscard]] State after(State state, const Step &step);

/// "create", "save", ... "mixed": which steps a scenario is made of.
[[nodiscard]] QStringList scenarioNames();
[[nodiscard]] QList<StepKind> stepsOf(const QString &scenario);

/// Makes up steps that can be done one after the other from `state` on.
class Planner final {
public:
    /// Names begin with `prefix`, so that two planners on one vault do not make up the same.
    Planner(QList<StepKind> kinds, std::uint64_t seed, QString prefix)
        : m_kinds(std::move(kinds))
        , m_dice(seed)
        , m_prefix(std::move(prefix))
    {
    }
    [[nodiscard]] QList<Step> plan(State state, int steps);
    [[nodiscard]] Dice &dice() { return m_dice; }

private:
    [[nodiscard]] Step next(const State &state);
    [[nodiscard]] StepKind possible(StepKind wanted, const State &state) const;
    [[nodiscard]] QString pick(const State &state, StepKind kind);

    QList<StepKind> m_kinds;
    Dice m_dice;
    QString m_prefix;
    int m_names = 0;
    int m_values = 0;
};

/// One line to standard output.
void tell(const QString &line);

/// From `least` to `most`, both included.
[[nodiscard]] int roll(Dice &dice, int least, int most);

} // namespace crashtest
