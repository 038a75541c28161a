// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/qrcodeview.h"

#include <QPainter>

namespace widgets {

namespace {

constexpr int kPixelsPerModule = 4;
/// A key of 53 characters takes version 4 of the code.
constexpr int kUsualModules = 33;

} // namespace

QrCodeView::QrCodeView(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Recovery key as a QR code"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrCodeView::setSecret(const base::SecretBytes *secret)
{
    m_code = {};
    if (secret != nullptr) {
        if (auto code = QrCode::of(*secret))
            m_code = *std::move(code);
    }
    updateGeometry();
    update();
}

QSize QrCodeView::sizeHint() const
{
    const int modules = (m_code.size() == 0 ? kUsualModules : m_code.size()) + 2 * QrCode::kQuietZone;
    return {modules * kPixelsPerModule, modules * kPixelsPerModule};
}

void QrCodeView::paintEvent(QPaintEvent *)
{
    if (m_code.size() == 0)
        return;
    QPainter painter(this);
    m_code.paint(painter, rect());
}

} // namespace widgets
