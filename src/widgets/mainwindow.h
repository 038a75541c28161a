// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/vaultpresenter.h"
#include "widgets/glyphicon.h"
#include "widgets/secretclipboard.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace Ui {
class MainWindow;
}

namespace presentation {
class LlmController;
class LockingController;
class ImportController;
class RestoreController;
} // namespace presentation

namespace widgets {

class AboutPage;
class ExchangesPage;
class SecurityPage;
class SettingsPage;
class SetupWizard;
class UnlockPage;

/// The one window, "Latchkey": first steps, unlock page or the settings, by the state of the vault. GUI thread.
class MainWindow final : public QWidget {
    Q_OBJECT

public:
    /// Without `llm` there is no page of LLM providers.
    explicit MainWindow(presentation::VaultPresenter &presenter, presentation::LlmController *llm = nullptr,
                        QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows, raises and gives the focus.
    void present();
    /// Locks at once and without asking; open dialogs are closed first.
    void lockNow();
    /// One more section of the Security page, which takes it over.
    void addSecurityPanel(const QString &heading, SettingsPage *panel);
    /// One more section of the About page, above what is there; the page takes it over.
    void addAboutPanel(const QString &heading, SettingsPage *panel);
    /// For so long a copied secret stays on the clipboard.
    void setClipboardTime(std::chrono::seconds time) { m_clipboard.setClearAfter(time); }
    /// Runs `go` at once, or after the user chose to discard what was typed and not saved.
    void confirmLeaving(std::function<void()> go);
    /// Runs `go` at once, or after the user was told the names of the programs that lose access, or of something typed before a
    /// lock, and wants it all the same.
    void confirmQuit(const QStringList &programs, std::function<void()> go);
    /// With it the wizard offers the start at login; it outlives the window.
    void setLocking(presentation::LockingController &locking);
    /// With it a vault can be made of a backup, where there is none and where it is locked; it outlives the window.
    void setRestore(presentation::RestoreController &restore);
    /// Offers to take keys over from other programs.
    void setImport(presentation::ImportController &import);
    /// Whether closing may hide the window: only with a tray icon to bring it back.
    void setMayHide(bool mayHide) { m_mayHide = mayHide; }

Q_SIGNALS:
    /// The window was closed and nothing would bring it back.
    void quitRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    /// Tab goes as one reads.
    bool focusNextPrevChild(bool next) override;

private:
    void buildPages(presentation::LlmController *llm);
    /// Pages stand in the order of the calls. The stack takes the page over.
    void addPage(Glyph glyph, const QString &title, SettingsPage *page);
    void pageSelected();
    [[nodiscard]] SettingsPage *pageWithDraft() const;
    void stateChanged();
    void showFor(presentation::VaultPresenter::State state);
    void refreshFooter();
    void connectClipboard();
    void noteClipboard(const QString &note);
    [[nodiscard]] bool isSettingUp() const;
    void buildWizard();
    void showWizard();
    void takeExchangesPageBack();
    /// The wizard is smaller than the settings, and has buttons of its own.
    void shape();

    std::unique_ptr<Ui::MainWindow> m_ui;
    presentation::VaultPresenter &m_presenter;
    SecretClipboard m_clipboard;
    QString m_clipboardNote; ///< in the footer while a secret is there
    UnlockPage *m_unlockPage = nullptr;
    SetupWizard *m_wizard = nullptr;
    ExchangesPage *m_exchangesPage = nullptr;
    SecurityPage *m_securityPage = nullptr;
    AboutPage *m_aboutPage = nullptr;
    QList<SettingsPage *> m_pages; ///< of the settings, in the order of the list
    bool m_mayHide = false;
    bool m_small = false;   ///< in the wizard's size
    bool m_leaving = false; ///< closing was agreed to
};

} // namespace widgets
