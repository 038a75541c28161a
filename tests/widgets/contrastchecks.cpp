// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookchecks.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStyle>
#include <QStyleOptionButton>

#include <algorithm>
#include <cmath>

namespace windowtest {

namespace {

constexpr double kText = 4.5;
constexpr double kShape = 3.0;
constexpr int kFewestPixels = 6;

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

QString say(const QWidget &widget, const QString &what, double found, double wanted)
{
    QString text = widget.objectName();
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        text += QStringLiteral(" \"%1\"").arg(label->text().left(40));
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        text += QStringLiteral(" \"%1\"").arg(button->text());
    return QStringLiteral("%1 %2%3: %4 of %5:1 (%6)")
        .arg(QLatin1StringView(widget.metaObject()->className()), text,
             widget.isEnabled() ? QString() : QStringLiteral(" (off)"))
        .arg(found, 0, 'f', 2)
        .arg(wanted)
        .arg(what);
}

/// What is on screen, in device-independent pixels.
QImage pictureOf(QWidget &shown)
{
    return shown.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

QImage part(const QImage &whole, const QRect &place)
{
    const double ratio = whole.devicePixelRatio();
    const QRect scaled(qRound(place.x() * ratio), qRound(place.y() * ratio), qRound(place.width() * ratio),
                       qRound(place.height() * ratio));
    return whole.copy(scaled.intersected(whole.rect()));
}

QHash<QRgb, int> coloursOf(const QImage &image)
{
    QHash<QRgb, int> out;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ++out[image.pixel(x, y)];
    }
    return out;
}

struct Ratios {
    double best = 1;  ///< of the ink that stands out most
    double worst = 1; ///< of the one that does least; 1: there is no ink
};

Ratios inksOf(const QImage &image)
{
    const QHash<QRgb, int> colours = coloursOf(image);
    QRgb paper = 0;
    int most = 0;
    for (auto at = colours.begin(); at != colours.end(); ++at) {
        if (at.value() > most) {
            most = at.value();
            paper = at.key();
        }
    }
    Ratios out{1, 21};
    for (auto at = colours.begin(); at != colours.end(); ++at) {
        if (at.key() == paper || at.value() < kFewestPixels)
            continue;
        const double ratio = contrast(QColor(at.key()), QColor(paper));
        out.best = std::max(out.best, ratio);
        out.worst = std::min(out.worst, ratio);
    }
    if (out.best == 1)
        out.worst = 1;
    return out;
}

double wantedFor(const QWidget &widget)
{
    const double points = widget.font().pointSizeF();
    const bool large = points >= 18 || (widget.font().bold() && points >= 14);
    return large || !widget.isEnabled() ? kShape : kText;
}

bool hasText(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return !label->text().isEmpty();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return !button->text().isEmpty() && !button->inherits("QToolButton"); // those show their picture
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        return !edit->displayText().isEmpty() || !edit->placeholderText().isEmpty();
    const auto *combo = qobject_cast<const QComboBox *>(&widget);
    return combo != nullptr && !combo->isEditable() && !combo->currentText().isEmpty();
}

QRect placeOf(const QWidget &shown, const QWidget &widget, const QRect &within)
{
    return {widget.mapTo(&shown, within.topLeft()), within.size()};
}

void checkRows(const QWidget &shown, const QAbstractItemView &view, const QImage &whole, QStringList &out)
{
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        const QRect place = view.visualRect(view.model()->index(row, 0)).intersected(view.viewport()->rect());
        if (place.height() < view.fontMetrics().height())
            continue;
        const double found = inksOf(part(whole, placeOf(shown, *view.viewport(), place))).best;
        const bool empty = view.model()->index(row, 0).data().toString().isEmpty();
        if (found < (empty ? kShape : kText))
            out << say(view, QStringLiteral("row %1").arg(row), found, kText);
    }
}

/// Where the edge of a field runs, in the widget's own coordinates; nothing for what has none.
QRect edgeOf(const QWidget &widget)
{
    if (widget.inherits("QCheckBox") || widget.inherits("QRadioButton")) {
        QStyleOptionButton option;
        option.initFrom(&widget);
        return widget.style()->subElementRect(
            widget.inherits("QCheckBox") ? QStyle::SE_CheckBoxIndicator : QStyle::SE_RadioButtonIndicator, &option, &widget);
    }
    if (const auto *button = qobject_cast<const QPushButton *>(&widget))
        return button->isFlat() ? QRect() : widget.rect();
    const bool inner = widget.parentWidget() != nullptr
        && (widget.parentWidget()->inherits("QComboBox") || widget.parentWidget()->inherits("QAbstractSpinBox"));
    const bool framed = widget.inherits("QLineEdit") || widget.inherits("QComboBox") || widget.inherits("QAbstractSpinBox");
    return framed && !inner ? widget.rect() : QRect();
}

/// The best of the three pixels inwards from the edge, against the one two pixels outside; 21 where that is not seen.
double edgeContrast(const QImage &whole, QPoint edge, QPoint inwards)
{
    const QPoint outside = edge - 2 * inwards;
    if (!whole.rect().contains(outside))
        return 21;
    const QColor around(whole.pixel(outside));
    double best = 1;
    for (int step = 0; step < 3; ++step)
        best = std::max(best, contrast(QColor(whole.pixel(edge + step * inwards)), around));
    return best;
}

bool takesRing(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.isEnabled() && edgeOf(widget).isValid();
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

QStringList weakTexts(QWidget &shown)
{
    const QImage whole = pictureOf(shown);
    QStringList out;
    for (const QWidget *widget : seen(shown)) {
        const QRect visible = widget->visibleRegion().boundingRect();
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
            checkRows(shown, *view, whole, out);
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool icon = label != nullptr && !label->pixmap(Qt::ReturnByValue).isNull();
        if (visible.height() < widget->fontMetrics().height() || !(hasText(*widget) || icon))
            continue;
        // Without the edge, of which there is more than of any one shade inside.
        const QRect inside = edgeOf(*widget) == widget->rect() ? visible.adjusted(3, 3, -3, -3) : visible;
        const Ratios found = inksOf(part(whole, placeOf(shown, *widget, inside)));
        // A label is all text, so that its weakest ink counts too.
        const bool plain = label != nullptr && !icon && (widget->font().styleStrategy() & QFont::NoAntialias) != 0;
        const double wanted = icon ? kShape : wantedFor(*widget);
        if (found.best < wanted || (plain && found.worst < wanted))
            out << say(*widget, QStringLiteral("text"), plain ? found.worst : found.best, wanted);
    }
    return out;
}

QStringList weakOutlines(QWidget &shown)
{
    const QImage whole = pictureOf(shown);
    QStringList out;
    for (const QWidget *widget : seen(shown)) {
        const QRect edge = edgeOf(*widget);
        if (!edge.isValid() || widget->visibleRegion().boundingRect() != widget->rect())
            continue;
        const QRect place = placeOf(shown, *widget, edge);
        const double found = std::min({edgeContrast(whole, {place.left(), place.center().y()}, {1, 0}),
                                       edgeContrast(whole, {place.right(), place.center().y()}, {-1, 0}),
                                       edgeContrast(whole, {place.center().x(), place.top()}, {0, 1}),
                                       edgeContrast(whole, {place.center().x(), place.bottom()}, {0, -1})});
        if (found < kShape)
            out << say(*widget, QStringLiteral("outline"), found, kShape);
    }
    return out;
}

QStringList weakFocus(QWidget &shown)
{
    QStringList out;
    shown.setAttribute(Qt::WA_KeyboardFocusChange); // as after Tab
    for (QWidget *widget : seen(shown)) {
        if (!takesRing(*widget) || widget->visibleRegion().boundingRect() != widget->rect())
            continue;
        if (QWidget *focused = QApplication::focusWidget())
            focused->clearFocus();
        const QRect place = placeOf(shown, *widget, widget->rect());
        const QImage before = part(pictureOf(shown), place);
        widget->setFocus(Qt::TabFocusReason);
        if (!widget->hasFocus())
            continue; // gives it to another
        const QImage after = part(pictureOf(shown), place);
        int changed = 0;
        for (int y = 0; y < before.height(); ++y) {
            for (int x = 0; x < before.width(); ++x)
                changed += contrast(QColor(before.pixel(x, y)), QColor(after.pixel(x, y))) >= kShape ? 1 : 0;
        }
        if (changed < std::min(before.width(), before.height()))
            out << say(*widget, QStringLiteral("focus ring, %1 pixels").arg(changed), 1, kShape);
    }
    return out;
}

} // namespace windowtest
