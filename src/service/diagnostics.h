// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workerthread.h"
#include "service/ports/systemfacts.h"
#include "service/vaulthost.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace service {

/// What protects the vault on this computer. No secret and no name of a credential stands in it.
struct DiagnosticReport {
    QJsonObject document; ///< shape of `latchkey --json doctor`
    QStringList problems; ///< in words, worst first; empty: nothing needs attention
};

/// `latchkey doctor` and the About page: asks the system, opens nothing. Main thread.
class Diagnostics final : public QObject {
    Q_OBJECT

public:
    /// `facts` is asked anew for each report, in a thread of its own: a disk may take its time. The destructor waits for it.
    Diagnostics(VaultHost &host, std::function<ports::SystemFacts()> facts, QObject *parent = nullptr);

    [[nodiscard]] base::Async<DiagnosticReport> report();

private:
    VaultHost &m_host;
    std::function<ports::SystemFacts()> m_facts;
    base::WorkerThread m_thread;
};

/// The document line by line, for people: "protection, secure heap" and "locked".
[[nodiscard]] QList<std::pair<QString, QString>> diagnosticFacts(const QJsonObject &document);
/// The whole report as text that may be shown to others: the home folder, which often is a person's name, stands as "~".
[[nodiscard]] QString diagnosticText(const DiagnosticReport &report);

} // namespace service
