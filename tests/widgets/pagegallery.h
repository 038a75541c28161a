// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lockingbench.h"
#include "presentation/appearancecontroller.h"
#include "service/llmbench.h"
#include "widgets/pagelist.h"

class QAbstractButton;

namespace presentation {
class LlmController;
} // namespace presentation

namespace windowtest {

/// Keeps nothing.
class PlayedAppearance final : public service::ports::AppearanceStore {
public:
    [[nodiscard]] service::Appearance appearance() const override { return kept; }
    [[nodiscard]] base::Result<void> setAppearance(service::Appearance appearance) override
    {
        if (refuses)
            return base::fail(base::ErrorCode::ReadOnly);
        kept = appearance;
        return {};
    }

    service::Appearance kept = service::Appearance::System;
    bool refuses = false;
};

/// The whole window over a real vault, from the first start to a lock, with only the outside world played: every page of the
/// page list, every dialog behind a button whose text ends in "...", and the first steps. A page or dialog that is added to
/// the window is met by itself.
class PageGallery final {
public:
    /// `shown`: the window, or the dialog over it.
    using Visit = std::function<void(const QString &scene, QWidget &shown)>;

    PageGallery();
    ~PageGallery();
    Q_DISABLE_COPY_MOVE(PageGallery)

    /// Goes through everything, at the window's smallest size, and calls `visit` in each state.
    void walk(Visit visit);
    [[nodiscard]] widgets::MainWindow &window() { return *m_locking.bench.window; }
    [[nodiscard]] const QStringList &scenes() const noexcept { return m_scenes; }

private:
    void firstSteps();
    void emptyPages();
    void fill();
    void filledPages();
    void newEntries();
    void specialStates();
    void lockedPages();
    /// Every page of the list in turn.
    void eachPage(const QString &state);
    void eachEntry(const QString &page, const char *list);
    void showPage(int row);
    void showPage(const char *list);
    /// Presses what opens a dialog on the page that is shown.
    void openDialogs(const QString &scene);
    void show(const QString &scene, QWidget &shown);
    void show(const QString &scene) { show(scene, window()); }
    /// Until the vault has answered all that it was asked and the window has shown it.
    void settle();
    /// The one of this name that can be pressed now; nullptr when there is none.
    [[nodiscard]] QAbstractButton *usable(const char *button);
    void press(const char *button);
    void addAccount(const char *name, const char *answer, bool demo);
    void addProvider(const char *provider, const char *key);

    LockingBench m_locking{WindowBench::Begin::WithoutVault};
    std::unique_ptr<llm::ProviderCatalogue> m_providers;
    std::unique_ptr<service::LlmSettings> m_llmSettings;
    llm::ProbeMap m_probes;
    std::unique_ptr<service::LlmChecks> m_llmChecks;
    std::unique_ptr<presentation::LlmController> m_llm;
    PlayedAppearance m_kept;
    presentation::AppearanceController m_appearance{m_kept, false};
    Visit m_visit;
    QStringList m_scenes;
};

} // namespace windowtest
