// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <QTimer>
#include <QWidget>

#include <chrono>

namespace widgets {

/// Shows one secret for a short time, in the fixed font, broken anywhere. It paints from secure memory, one character at a time:
/// no label, no string, nothing to select, nothing for a screen reader. GUI thread.
class SecretView final : public QWidget {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kUsual{15'000};

    explicit SecretView(QWidget *parent = nullptr);

    /// Until the time is over, conceal(), or the widget is hidden.
    void reveal(base::SecretBytes secret, std::chrono::milliseconds duration = kUsual);
    void conceal();
    [[nodiscard]] bool isRevealed() const noexcept { return !m_secret.isEmpty(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void concealed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] int lineCount(int width) const;

    base::SecretBytes m_secret;
    QTimer m_timer;
};

} // namespace widgets
