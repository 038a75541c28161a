// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lockingbench.h"
#include "presentation/appearancecontroller.h"
#include "presentation/backupcontroller.h"
#include "presentation/importcontroller.h"
#include "presentation/restorecontroller.h"
#include "service/heldgate.h"
#include "service/llmbench.h"
#include "storage/sqlitefernetdatabase.h"
#include "widgets/pagelist.h"

class QAbstractButton;
class QDialog;

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
    void importSteps();
    void backupStates();
    void olderFile();
    void restoreSteps();
    void unlockByPaper();
    [[nodiscard]] QUuid vaultId();
    /// Every page of the list in turn.
    void eachPage(const QString &state);
    void eachEntry(const QString &page, const char *list);
    void showPage(int row);
    void showPage(const char *list);
    /// Presses what opens a dialog on the page that is shown.
    void openDialogs(const QString &scene);
    void show(const QString &scene, QWidget &shown);
    void show(const QString &scene) { show(scene, window()); }
    /// Which may be gone afterwards.
    void showDialog(const QString &scene);
    void closeDialog();
    [[nodiscard]] static QDialog *openDialog();
    /// Ends the test program when it does not.
    static void mustCome(const std::function<bool()> &look, const char *what);
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
    servicetest::HeldGate m_gate;
    service::Backups m_backups{{*m_locking.bench.host,
                                {m_locking.bench.home.environment(), m_locking.bench.noKeychain, m_gate},
                                {QStringLiteral("test")}}};
    service::BackupSchedule m_schedule{*m_locking.bench.host, m_backups};
    presentation::BackupController m_backupPage{{*m_locking.bench.host, m_backups, m_schedule, *m_locking.bench.integrity}};
    presentation::RestoreController m_restore{*m_locking.bench.host, m_backups};
    storage::SqliteFernetDatabase m_database;
    service::Imports m_imports{{*m_locking.bench.host, *m_locking.bench.catalogue, m_database, {QStringLiteral("test")}}};
    presentation::ImportController m_import{m_imports};
    QByteArray m_paper; ///< the recovery key
    QString m_backup;
    PlayedAppearance m_kept;
    presentation::AppearanceController m_appearance{m_kept, false};
    Visit m_visit;
    QStringList m_scenes;
};

} // namespace windowtest
