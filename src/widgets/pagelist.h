// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/glyphicon.h"

#include <QListWidget>

namespace widgets {

/// The pages of the settings dialog: icon and title, or in a narrow window the icon alone with the title as a tooltip. Its
/// width is its own business. GUI thread.
class PageList final : public QListWidget {
    Q_OBJECT

public:
    explicit PageList(QWidget *parent = nullptr);

    void addEntry(Glyph glyph, const QString &title);
    /// A dot: something on that page was typed and not saved.
    void setDraft(int row, bool draft);
    /// Icons only; screen readers hear the titles all the same.
    void setNarrow(bool narrow);
    [[nodiscard]] bool isNarrow() const noexcept { return m_narrow; }
    /// Row of the selected entry; -1 when none is.
    [[nodiscard]] int selectedRow() const;

private:
    bool m_narrow = false;
};

} // namespace widgets
