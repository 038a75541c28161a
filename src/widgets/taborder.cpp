// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/taborder.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace widgets {

namespace {

void collect(QWidget &widget, QList<QWidget *> &out);

/// The items of a layout as they stand, from above to below and in reading direction.
QList<QLayoutItem *> itemsOf(const QLayout &layout)
{
    struct Placed {
        std::pair<int, int> at;
        QLayoutItem *item;
    };
    QList<Placed> placed;
    const auto *form = qobject_cast<const QFormLayout *>(&layout);
    const auto *grid = qobject_cast<const QGridLayout *>(&layout);
    for (int i = 0; i < layout.count(); ++i) {
        int row = 0;
        int column = i;
        int rowSpan = 0;
        int columnSpan = 0;
        QFormLayout::ItemRole role = QFormLayout::LabelRole;
        if (form != nullptr) {
            form->getItemPosition(i, &row, &role);
            column = static_cast<int>(role);
        } else if (grid != nullptr) {
            grid->getItemPosition(i, &row, &column, &rowSpan, &columnSpan);
        }
        placed << Placed{{row, column}, layout.itemAt(i)};
    }
    std::ranges::stable_sort(placed, {}, &Placed::at);
    QList<QLayoutItem *> out;
    for (const Placed &one : std::as_const(placed))
        out << one.item;
    return out;
}

void collect(const QLayout &layout, QList<QWidget *> &out)
{
    for (QLayoutItem *item : itemsOf(layout)) {
        if (item->widget() != nullptr)
            collect(*item->widget(), out);
        else if (item->layout() != nullptr)
            collect(*item->layout(), out);
    }
}

void collect(QWidget &widget, QList<QWidget *> &out)
{
    if (widget.isHidden())
        return;
    const bool scrolls = qobject_cast<QScrollArea *>(&widget) != nullptr;
    const bool stops = (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.focusProxy() == nullptr;
    if (stops && widget.isEnabled() && !scrolls)
        out << &widget;
    if (const auto *stack = qobject_cast<QStackedWidget *>(&widget)) {
        if (stack->currentWidget() != nullptr)
            collect(*stack->currentWidget(), out);
    } else if (const auto *area = qobject_cast<QScrollArea *>(&widget)) {
        if (area->widget() != nullptr)
            collect(*area->widget(), out);
    } else if (widget.layout() != nullptr) {
        collect(*widget.layout(), out);
    }
}

} // namespace

QList<QWidget *> tabStops(const QWidget &window)
{
    QList<QWidget *> out;
    if (window.layout() != nullptr)
        collect(*window.layout(), out);
    for (QWidget *over : window.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        const bool placed = window.layout() != nullptr && window.layout()->indexOf(over) >= 0;
        if (!placed && !over->isWindow() && window.isAncestorOf(over) && over->layout() != nullptr)
            collect(*over, out);
    }
    QList<QWidget *> once;
    for (QWidget *stop : std::as_const(out)) {
        if (!once.contains(stop))
            once << stop;
    }
    return once;
}

bool moveFocus(const QWidget &window, bool next)
{
    const QList<QWidget *> stops = tabStops(window);
    QWidget *focused = window.focusWidget();
    const qsizetype at = stops.indexOf(focused);
    if (at < 0)
        return false;
    const qsizetype count = stops.size();
    stops[(at + (next ? 1 : count - 1)) % count]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace widgets
