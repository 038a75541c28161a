// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/vaultpresenter.h"
#include "widgets/setupstep.h"

#include <memory>

namespace presentation {
class LockingController;
} // namespace presentation

namespace Ui {
class ReadyPage;
}

namespace widgets {

/// "Ready": what was stored, how to lock, whether to start at login. GUI thread.
class ReadyPage final : public SetupStep {
    Q_OBJECT

public:
    explicit ReadyPage(presentation::VaultPresenter &presenter, QWidget *parent = nullptr);
    ~ReadyPage() override;

    /// With it there is a switch for the start at login; it outlives the page.
    void setLocking(presentation::LockingController &locking);

    [[nodiscard]] bool mayGoOn() const override { return true; }
    /// There is nothing to do: the wizard ends.
    void goOn() override {}
    void reset() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void showFacts();

    std::unique_ptr<Ui::ReadyPage> m_ui;
    presentation::VaultPresenter &m_presenter;
    presentation::LockingController *m_locking = nullptr;
};

} // namespace widgets
