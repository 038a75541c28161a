// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace widgets {

/// A page of the settings dialog, or a panel on one (SecurityPage::addPanel). GUI thread.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Reads afresh what it shows: after an unlock, and whenever the page comes into view while the vault is open. Must return
    /// at once; what is typed in an open draft stays.
    virtual void reload() = 0;
    /// Empties every field, list and message and closes its dialogs; at lock.
    virtual void reset() = 0;
    /// Something was typed and not saved.
    [[nodiscard]] virtual bool hasDraft() const { return false; }
    /// Saves the draft that is shown; results stand in the page's strip.
    virtual void saveDraft() {}
    /// Forgets all that was typed.
    virtual void discardDrafts() {}

Q_SIGNALS:
    /// hasDraft() may be another.
    void draftChanged();
};

} // namespace widgets
