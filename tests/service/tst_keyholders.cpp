// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/keyholders.h"

#include "support/testmain.h"

#include <QMap>

namespace {

class PlayedProcesses final : public service::ports::Processes {
public:
    [[nodiscard]] std::optional<std::uint64_t> startOf(std::int64_t pid) const override
    {
        const auto found = running.find(pid);
        return found == running.end() ? std::nullopt : std::optional<std::uint64_t>(*found);
    }
    [[nodiscard]] QString nameOf(std::int64_t pid) const override { return names.value(pid); }
    QMap<std::int64_t, std::uint64_t> running;
    QMap<std::int64_t, QString> names;
};

} // namespace

class TestKeyHolders final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void countsWhatRuns()
    {
        PlayedProcesses processes;
        service::KeyHolders holders(processes);
        QCOMPARE(holders.running(), 0);
        processes.running = {{10, 1}, {11, 2}, {12, 3}};
        holders.add(10);
        holders.add(11);
        holders.add(11); // the same one again
        holders.add(99); // ended before it was looked at
        QCOMPARE(holders.running(), 2);
        processes.running.remove(10);
        QCOMPARE(holders.running(), 1);
    }

    void namesWhatRuns()
    {
        PlayedProcesses processes;
        service::KeyHolders holders(processes);
        processes.running = {{10, 1}, {11, 2}, {12, 3}, {13, 4}, {14, 5}};
        processes.names = {{10, QStringLiteral("python3")},
                           {11, QStringLiteral("freqtrade")},
                           {12, QStringLiteral("python3")},
                           {14, QStringLiteral("Ended")}};
        for (const std::int64_t pid : {10, 11, 12, 13, 14})
            holders.add(pid);
        processes.running.remove(14);
        QCOMPARE(holders.names(), QStringList({QStringLiteral("freqtrade"), QStringLiteral("python3")}));
        QCOMPARE(holders.running(), 4); // one of them has no name
    }

    void numbersAreGivenOutAgain()
    {
        PlayedProcesses processes;
        service::KeyHolders holders(processes);
        processes.running = {{10, 1}};
        holders.add(10);
        processes.running = {{10, 500}}; // another program by now
        QCOMPARE(holders.running(), 0);
        holders.add(10);
        QCOMPARE(holders.running(), 1);
    }
};

LATCHKEY_TEST_MAIN(TestKeyHolders)
#include "tst_keyholders.moc"
