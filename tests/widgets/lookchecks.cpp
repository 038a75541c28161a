// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookchecks.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace windowtest {

namespace {

QString nameOf(const QWidget &widget)
{
    QString text;
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        text = label->text().left(40);
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        text = button->text();
    return QStringLiteral("%1 %2 \"%3\"")
        .arg(QLatin1StringView(widget.metaObject()->className()), widget.objectName(), text);
}

/// Inside another field, which is looked at as a whole.
bool isInner(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return parent != nullptr && (parent->inherits("QComboBox") || parent->inherits("QAbstractSpinBox"));
}

QRect placeIn(const QWidget &shown, const QWidget &widget)
{
    return {widget.mapTo(&shown, QPoint()), widget.size()};
}

bool isWhollySeen(const QWidget &widget)
{
    return widget.isVisible() && widget.visibleRegion().boundingRect() == widget.rect();
}

/// Dangerous by what they say; the text is the untranslated one.
bool isDangerous(const QAbstractButton &button)
{
    static const QStringList kDangerous{QStringLiteral("removeButton"), QStringLiteral("discardButton"),
                                        QStringLiteral("lockButton"), QStringLiteral("allowButton")};
    const QString text = QString(button.text()).remove(QLatin1Char('&'));
    return kDangerous.contains(button.objectName()) || text.startsWith(QLatin1StringView("Remove"))
        || text.startsWith(QLatin1StringView("Keep anyway")) || text.startsWith(QLatin1StringView("Use it anyway"))
        || text.startsWith(QLatin1StringView("Discard"));
}

} // namespace

QList<QWidget *> seen(const QWidget &shown)
{
    QList<QWidget *> out;
    for (QWidget *widget : shown.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &shown || widget->visibleRegion().isEmpty())
            continue;
        const QPoint middle = widget->mapTo(&shown, widget->visibleRegion().boundingRect().center());
        const QWidget *top = shown.childAt(middle);
        const bool covered = top != nullptr && top != widget && !widget->isAncestorOf(top) && !top->isAncestorOf(widget);
        if (!covered)
            out << widget;
    }
    return out;
}

QStringList cutTexts(QWidget &shown)
{
    QStringList out;
    const auto fault = [&](const QWidget &widget, int needed, int given) {
        out << QStringLiteral("%1 needs %2, has %3").arg(nameOf(widget)).arg(needed).arg(given);
    };
    for (const QWidget *widget : seen(shown)) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool oneLine = (label != nullptr && !label->wordWrap())
            || qobject_cast<const QAbstractButton *>(widget) != nullptr
            || (qobject_cast<const QComboBox *>(widget) != nullptr
                && !qobject_cast<const QComboBox *>(widget)->isEditable());
        const auto *flat = qobject_cast<const QPushButton *>(widget);
        // A flat one is its text alone.
        const int needed = flat != nullptr && flat->isFlat() && flat->icon().isNull()
            ? flat->fontMetrics().size(Qt::TextShowMnemonic, flat->text()).width()
            : widget->sizeHint().width();
        if (oneLine && !widget->inherits("QToolButton") && needed > widget->width())
            fault(*widget, needed, widget->width());
        const auto *edit = qobject_cast<const QLineEdit *>(widget);
        if (edit != nullptr && edit->text().isEmpty() && !isInner(*edit)) {
            const int words = edit->fontMetrics().horizontalAdvance(edit->placeholderText());
            if (words > edit->width() - 8)
                fault(*widget, words, edit->width() - 8);
        }
    }
    // Those as well that one has to scroll to.
    for (const QLabel *label : shown.findChildren<QLabel *>()) {
        if (label->isVisible() && label->window() == &shown && label->wordWrap()
            && label->heightForWidth(label->width()) > label->height())
            fault(*label, label->heightForWidth(label->width()), label->height());
    }
    return out;
}

QStringList untranslated(QWidget &shown, QChar mark)
{
    QStringList out;
    for (const QWidget *widget : seen(shown)) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (button != nullptr && !button->text().isEmpty() && !button->text().contains(mark))
            out << nameOf(*button);
    }
    return out;
}

namespace {

/// Where a widget is for one that is not scrolled with it: where what scrolls it is.
QRect placeBeside(const QWidget &shown, const QWidget &widget, const QWidget &other)
{
    for (const QWidget *parent = widget.parentWidget(); parent != nullptr && parent != &shown;
         parent = parent->parentWidget()) {
        if (parent->inherits("QScrollArea") && !parent->isAncestorOf(&other))
            return placeIn(shown, *parent);
    }
    return placeIn(shown, widget);
}

} // namespace

QStringList tabOrder(QWidget &shown)
{
    QList<QWidget *> chain;
    QWidget *top = nullptr;
    // Where one begins to read.
    const auto start = [&shown](const QWidget &widget) {
        const QRect place = placeIn(shown, widget);
        return std::pair(place.top(), shown.layoutDirection() == Qt::RightToLeft ? -place.right() : place.left());
    };
    for (QWidget *widget : seen(shown)) {
        const bool stops = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isEnabled() && !isInner(*widget)
            && !widget->inherits("QScrollArea") && widget->focusProxy() == nullptr;
        if (stops && (top == nullptr || start(*widget) < start(*top)))
            top = widget;
    }
    if (top == nullptr)
        return {};
    if (auto *pages = shown.findChild<QWidget *>(QStringLiteral("pageList")); pages != nullptr && pages->isVisible())
        top = pages;
    top->setFocus();
    QWidget *focused = top;
    for (int presses = 0; presses < 100 && focused != nullptr && !chain.contains(focused); ++presses) {
        if (!isInner(*focused) && !focused->inherits("QScrollArea"))
            chain << focused;
        QTest::keyClick(focused, Qt::Key_Tab);
        focused = shown.focusWidget();
    }
    const bool mirrored = shown.layoutDirection() == Qt::RightToLeft;
    QStringList out;
    for (qsizetype i = 0; i < chain.size(); ++i) {
        for (qsizetype j = i + 1; j < chain.size(); ++j) {
            const QRect first = placeBeside(shown, *chain[i], *chain[j]);
            const QRect then = placeBeside(shown, *chain[j], *chain[i]);
            if (first.intersects(then))
                continue; // one lies over the other
            const bool sameColumn = first.left() < then.right() && then.left() < first.right();
            const bool sameRow = first.top() < then.bottom() && then.top() < first.bottom();
            const bool above = sameColumn && then.bottom() <= first.top();
            const bool before = sameRow && (mirrored ? then.left() >= first.right() : then.right() <= first.left());
            if (above || before)
                out << nameOf(*chain[i]) + QStringLiteral(" comes before ") + nameOf(*chain[j]);
        }
    }
    return out;
}

namespace {

void addNameless(QAccessibleInterface *node, QStringList &out)
{
    static const QList<QAccessible::Role> kOperated{
        QAccessible::Button,      QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::EditableText,
        QAccessible::ComboBox,    QAccessible::List,     QAccessible::ListItem,    QAccessible::SpinBox,
        QAccessible::ButtonMenu,  QAccessible::Link,     QAccessible::Table,       QAccessible::Tree,
        QAccessible::ProgressBar, QAccessible::PageTab,  QAccessible::Dialog,      QAccessible::AlertMessage};
    if (node == nullptr || !node->isValid() || node->state().invisible)
        return;
    const auto *widget = qobject_cast<const QWidget *>(node->object());
    if (widget != nullptr && isInner(*widget))
        return;
    if (kOperated.contains(node->role()) && node->text(QAccessible::Name).isEmpty())
        out << QStringLiteral("role %1, %2")
                   .arg(static_cast<int>(node->role()))
                   .arg(widget == nullptr ? QStringLiteral("no widget") : nameOf(*widget));
    for (int i = 0; i < node->childCount(); ++i)
        addNameless(node->child(i), out);
}

} // namespace

QStringList nameless(QWidget &shown)
{
    QStringList out;
    addNameless(QAccessible::queryAccessibleInterface(&shown), out);
    return out;
}

QStringList defaultButtons(QWidget &shown)
{
    QStringList defaults;
    QStringList out;
    for (const QPushButton *button : shown.findChildren<QPushButton *>()) {
        if (button->window() != &shown)
            continue;
        if (button->autoDefault())
            out << QStringLiteral("auto-default: ") + nameOf(*button);
        if (!button->isDefault() || !button->isVisible())
            continue;
        defaults << nameOf(*button);
        if (isDangerous(*button))
            out << QStringLiteral("default and dangerous: ") + nameOf(*button);
    }
    if (defaults.size() != 1)
        out << QStringLiteral("%1 defaults: %2").arg(defaults.size()).arg(defaults.join(QLatin1String(", ")));
    return out;
}

QStringList enterPresses(QWidget &shown)
{
    QStringList out;
    QString field;
    QObject connections; // they end with it
    for (const QAbstractButton *button : shown.findChildren<QAbstractButton *>()) {
        QObject::connect(button, &QAbstractButton::clicked, &connections, [&out, &field, button] {
            const auto *push = qobject_cast<const QPushButton *>(button);
            if (push == nullptr || !push->isDefault() || isDangerous(*button))
                out << QStringLiteral("Enter in %1 presses %2").arg(field, nameOf(*button));
        });
    }
    QList<QPointer<QWidget>> fields;
    for (QWidget *widget : seen(shown)) {
        const bool takes = qobject_cast<QLineEdit *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr
            || widget->inherits("QAbstractSpinBox") || widget->inherits("QCheckBox") || widget->inherits("QRadioButton");
        if (takes && widget->isEnabled())
            fields << widget;
    }
    const QPointer<QWidget> window(&shown);
    for (const QPointer<QWidget> &one : std::as_const(fields)) {
        if (window.isNull() || one.isNull() || !one->isVisible() || !one->isEnabled())
            continue;
        field = nameOf(*one);
        one->setFocus();
        QTest::keyClick(one.data(), Qt::Key_Return);
        const auto dialogs = QApplication::activeModalWidget();
        if (dialogs != nullptr && dialogs != &shown)
            out << QStringLiteral("Enter in %1 opens %2").arg(field, nameOf(*dialogs));
    }
    return out;
}

QMap<QString, QRect> places(QWidget &shown)
{
    QMap<QString, QRect> out;
    for (const QWidget *widget : seen(shown)) {
        if (!isWhollySeen(*widget) || widget->objectName().isEmpty()
            || widget->objectName().startsWith(QLatin1StringView("qt_")))
            continue;
        QString path = widget->objectName();
        for (const QWidget *parent = widget->parentWidget(); parent != nullptr && parent != &shown;
             parent = parent->parentWidget())
            path.prepend(parent->objectName() + QLatin1Char('/'));
        out.insert(path, placeIn(shown, *widget));
    }
    return out;
}

} // namespace windowtest
