// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/llmcontroller.h"

namespace presentation {

LlmController::LlmController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_catalogue(parts.checks.catalogue())
    , m_drafts(parts.drafts)
    , m_secrets(parts.host, parts.caller)
    , m_removals(parts.host, parts.caller)
    , m_list(parts.checks)
    , m_editor({parts.settings, parts.checks, m_secrets, m_removals, parts.undoTime})
{
    // While only the window is locked, nothing is read for it.
    const auto isOpen = [&host = parts.host] {
        return host.state() == service::LockState::Unlocked && !host.lastLock().windowOnly;
    };
    connect(&parts.host, &service::VaultHost::contentChanged, this, [this, isOpen] {
        if (isOpen())
            m_list.reload();
    });
    connect(&parts.host, &service::VaultHost::stateChanged, this, [this, isOpen] {
        if (isOpen())
            return;
        m_list.clear();
        m_editor.clear();
    });
    connect(&m_editor, &LlmEditor::checkingChanged, &m_list, &LlmListModel::setChecking);
}

} // namespace presentation
