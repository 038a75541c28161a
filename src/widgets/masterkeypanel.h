// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/vaultpresenter.h"
#include "widgets/settingspage.h"

namespace widgets {

/// "Master key" on the Security page. GUI thread.
class MasterKeyPanel final : public SettingsPage {
    Q_OBJECT

public:
    explicit MasterKeyPanel(presentation::VaultPresenter &presenter, QWidget *parent = nullptr);

    void reload() override {}
    void reset() override;
};

} // namespace widgets
