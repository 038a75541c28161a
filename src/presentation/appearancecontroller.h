// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"
#include "service/ports/appearancestore.h"

#include <QObject>

namespace presentation {

/// Light or dark: what the user chose, and what follows from it. GUI thread.
class AppearanceController final : public QObject {
    Q_OBJECT

public:
    /// `systemIsDark`: what the desktop prefers; asked once, at the start.
    AppearanceController(service::ports::AppearanceStore &store, bool systemIsDark, QObject *parent = nullptr);

    [[nodiscard]] service::Appearance choice() const noexcept { return m_choice; }
    /// Holds at once, and is kept for the next start.
    void choose(service::Appearance choice);
    [[nodiscard]] bool isDark() const noexcept;
    /// That the choice could not be kept.
    [[nodiscard]] const StripMessage &message() const noexcept { return m_message; }

Q_SIGNALS:
    void changed();

private:
    service::ports::AppearanceStore &m_store;
    service::Appearance m_choice;
    bool m_systemIsDark;
    StripMessage m_message;
};

} // namespace presentation
