// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;

namespace widgets {

/// H1 (+3 pt, bold) or H2 (+1 pt, bold).
void makeHeading(QLabel &label, int level);
/// Secondary text in the muted colour.
void makeMuted(QLabel &label);

} // namespace widgets
