// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/appearancecontroller.h"

#include "service/words.h"

namespace presentation {

using service::Appearance;

AppearanceController::AppearanceController(service::ports::AppearanceStore &store, bool systemIsDark, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_choice(store.appearance())
    , m_systemIsDark(systemIsDark)
{
}

bool AppearanceController::isDark() const noexcept
{
    return m_choice == Appearance::Dark || (m_choice == Appearance::System && m_systemIsDark);
}

void AppearanceController::choose(Appearance choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    m_message = {};
    if (const auto kept = m_store.setAppearance(choice); !kept) {
        const service::words::Message words = service::words::forError(kept.error());
        m_message.level = StripMessage::Level::Warn;
        m_message.title = tr("This holds until you quit.");
        m_message.text = words.text + QLatin1Char(' ') + words.hint;
    }
    Q_EMIT changed();
}

} // namespace presentation
