// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/lockingcontroller.h"

#include <QWidget>

class QLabel;

namespace widgets {

/// "Latchkey locks in 30 s.": a strip over the lower edge of its parent, there only while an idle lock is near. It lies on top,
/// so nothing moves when it comes. GUI thread.
class LockWarning final : public QWidget {
    Q_OBJECT

public:
    LockWarning(presentation::LockingController &controller, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void place();

    presentation::LockingController &m_controller;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
};

} // namespace widgets
