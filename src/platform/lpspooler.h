// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/ports/printspooler.h"

#include <QObject>

#include <chrono>

namespace platform {

/// The print service behind POSIX's `lp`. The document goes through its standard input and never stands in a file, an argument
/// or a variable of ours. Main thread; jobs that are under way when this goes are ended.
class LpSpooler final : public QObject, public service::ports::PrintSpooler {
    Q_OBJECT

public:
    /// A job that `lp` has not taken by `deadline` is given up.
    explicit LpSpooler(QString program = QStringLiteral("lp"), std::chrono::milliseconds deadline = std::chrono::seconds(30),
                       QObject *parent = nullptr);

    [[nodiscard]] base::Async<bool> print(service::ports::PrintJob job) override;

private:
    QString m_program;
    std::chrono::milliseconds m_deadline;
};

} // namespace platform
