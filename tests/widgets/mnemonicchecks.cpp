// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookchecks.h"

#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>

namespace windowtest {

namespace {

bool answers(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled();
}

/// What Alt and a letter of it reach; empty: nothing.
QString textReached(const QWidget &widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    const auto *label = qobject_cast<const QLabel *>(&widget);
    return label != nullptr && label->buddy() != nullptr && answers(*label->buddy()) ? label->text() : QString();
}

} // namespace

QStringList sameMnemonics(QWidget &shown)
{
    QMap<QString, QStringList> taken;
    for (const QWidget *widget : shown.findChildren<QWidget *>()) {
        if (widget->window() != &shown || !answers(*widget))
            continue;
        const QString text = textReached(*widget);
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            taken[key.toString(QKeySequence::PortableText)] << text;
    }
    QStringList out;
    for (auto at = taken.begin(); at != taken.end(); ++at) {
        if (at->size() > 1)
            out << QStringLiteral("%1: %2").arg(at.key(), at->join(QLatin1String(" / ")));
    }
    return out;
}

} // namespace windowtest
