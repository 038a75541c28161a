// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <QWidget>

namespace widgets {

/// Paints the recovery key as nine numbered groups of five in a 3x3 grid, straight from secure memory: no label, no string, no
/// clipboard holds it. Screen readers get the groups only while `speak` is on. GUI thread.
class RecoveryKeyGrid final : public QWidget {
    Q_OBJECT

public:
    explicit RecoveryKeyGrid(QWidget *parent = nullptr);
    /// Not owned; nullptr shows nothing. The owner calls again before it wipes the key.
    void setKey(const base::SecretBytes *key);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont groupFont() const;
    void paintGroup(QPainter &painter, const QRect &cell, int number) const;

    const base::SecretBytes *m_key = nullptr;
};

} // namespace widgets
