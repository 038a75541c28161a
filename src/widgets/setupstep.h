// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace widgets {

/// One step of the wizard "Set up Latchkey", which has the buttons. GUI thread.
class SetupStep : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Whether Next does anything now.
    [[nodiscard]] virtual bool mayGoOn() const = 0;
    /// Next was pressed; returns at once. The wizard sees by itself when the step is done.
    virtual void goOn() = 0;
    /// Empties every field and closes its dialogs; at lock, and when the step is left.
    virtual void reset() = 0;
};

} // namespace widgets
