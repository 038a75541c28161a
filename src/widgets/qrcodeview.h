// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/qrcode.h"

#include <QWidget>

namespace widgets {

/// Shows a secret as a QR code with whole pixels for each module. GUI thread.
class QrCodeView final : public QWidget {
    Q_OBJECT

public:
    explicit QrCodeView(QWidget *parent = nullptr);
    /// Makes a code of it; nullptr wipes it. Shows nothing when no code can be made.
    void setSecret(const base::SecretBytes *secret);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QrCode m_code;
};

} // namespace widgets
