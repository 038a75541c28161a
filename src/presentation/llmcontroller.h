// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/draftkeeper.h"
#include "presentation/llmeditor.h"
#include "presentation/llmlistmodel.h"

namespace presentation {

/// What the page of LLM providers shows: the list and the form. Follows the vault: reads anew when something changed in it, and
/// drops everything when it is locked. GUI thread.
class LlmController final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        service::VaultHost &host;
        service::LlmSettings &settings;
        service::LlmChecks &checks;
        DraftKeeper &drafts; ///< of all pages
        service::Caller caller;
        std::chrono::milliseconds undoTime = UndoableRemoval::kUsual; ///< for so long a removal can be undone
    };
    explicit LlmController(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] const llm::ProviderCatalogue &catalogue() const noexcept { return m_catalogue; }
    [[nodiscard]] LlmListModel &list() noexcept { return m_list; }
    [[nodiscard]] LlmEditor &editor() noexcept { return m_editor; }
    [[nodiscard]] DraftKeeper &drafts() noexcept { return m_drafts; }

private:
    const llm::ProviderCatalogue &m_catalogue;
    DraftKeeper &m_drafts;
    service::Secrets m_secrets;
    service::Removals m_removals;
    LlmListModel m_list;
    LlmEditor m_editor;
};

} // namespace presentation
