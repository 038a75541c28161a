// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"

#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace widgets {

/// The one place of a page where results stand: icon, bold result, what was kept and what to do, one button, details. Its
/// height is reserved, so that nothing jumps when a message comes. GUI thread.
class MessageStrip final : public QWidget {
    Q_OBJECT

public:
    explicit MessageStrip(QWidget *parent = nullptr);

    void showMessage(const presentation::StripMessage &message);
    [[nodiscard]] const presentation::StripMessage &message() const noexcept { return m_message; }
    /// The button can be pressed; it can from the beginning.
    void setActionEnabled(bool enabled);
    /// Lines of text for which room is kept; default 3.
    void reserveLines(int lines);

Q_SIGNALS:
    void actionRequested(presentation::StripMessage::Action action);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] static QString actionText(presentation::StripMessage::Action action);
    void layOut();
    void applyColors();
    /// In a narrow strip the buttons stand under the text, not beside it.
    void arrange(bool narrow);

    presentation::StripMessage m_message;
    QGridLayout *m_layout = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_action = nullptr;
    QPushButton *m_details = nullptr;
};

} // namespace widgets
