// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"
#include "service/diagnostics.h"

#include <QObject>

namespace presentation {

/// Version and diagnostics of the About page: what `latchkey doctor` knows. GUI thread.
class AboutController final : public QObject {
    Q_OBJECT

public:
    explicit AboutController(service::Diagnostics &diagnostics, QObject *parent = nullptr);

    /// "Latchkey 0.1.0".
    [[nodiscard]] static QString versionText();
    /// Asks the system anew.
    void reload();
    [[nodiscard]] bool isKnown() const noexcept { return !m_report.document.isEmpty(); }
    /// What needs attention, or that nothing does.
    [[nodiscard]] const StripMessage &message() const noexcept { return m_message; }
    [[nodiscard]] QList<std::pair<QString, QString>> facts() const;
    /// For others to read: without secrets, names of accounts and the name of the home folder.
    [[nodiscard]] QString copyText() const;

Q_SIGNALS:
    void changed();

private:
    service::Diagnostics &m_diagnostics;
    service::DiagnosticReport m_report;
    StripMessage m_message;
};

} // namespace presentation
