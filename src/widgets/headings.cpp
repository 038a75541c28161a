// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/headings.h"

#include "widgets/theme.h"

#include <QLabel>

namespace widgets {

void makeHeading(QLabel &label, int level)
{
    QFont font = label.font();
    font.setPointSizeF(font.pointSizeF() + (level == 1 ? 3 : 1));
    font.setBold(true);
    label.setFont(font);
}

void makeMuted(QLabel &label)
{
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, mutedText(palette));
    label.setPalette(palette);
}

} // namespace widgets
