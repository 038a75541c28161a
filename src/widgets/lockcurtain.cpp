// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lockcurtain.h"

#include <QApplication>
#include <QDialog>
#include <QPointer>

namespace widgets {

LockCurtain::LockCurtain(presentation::VaultPresenter &presenter, QObject *parent) : QObject(parent)
{
    connect(&presenter, &presentation::VaultPresenter::stateChanged, this, [&presenter] {
        if (presenter.state() != presentation::VaultPresenter::State::Unlocked)
            closeEverything();
    });
}

void LockCurtain::closeEverything()
{
    // Popups hold the keyboard and the mouse: they go first.
    while (QWidget *popup = QApplication::activePopupWidget()) {
        popup->hide();
        if (QApplication::activePopupWidget() == popup)
            break;
    }
    QList<QPointer<QDialog>> dialogs; // one may take another with it
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<QDialog *>(window); dialog != nullptr && dialog->isVisible())
            dialogs << dialog;
    }
    for (const QPointer<QDialog> &dialog : std::as_const(dialogs)) {
        if (!dialog || dialog->property(kStaysAtLock).toBool())
            continue;
        dialog->reject();
        if (dialog && dialog->isVisible()) // one that asks back
            dialog->hide();
    }
}

} // namespace widgets
