// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace widgets {

/// Fusion with edges that can be seen: its own stand out by less than 2:1. Line edits, combo and spin boxes, buttons, check
/// boxes and radio buttons get an outline of at least 3:1 against what is around and inside, and what has the focus a ring.
class OutlineStyle final : public QProxyStyle {
    Q_OBJECT

public:
    OutlineStyle();

    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};

} // namespace widgets
