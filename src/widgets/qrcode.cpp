// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/qrcode.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>
#include <span>

namespace widgets {

namespace {

/// libqrencode's own copy is wiped before it is freed.
struct WipeAndFree {
    void operator()(QRcode *code) const noexcept
    {
        const auto modules = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
        base::wipe({code->data, modules});
        QRcode_free(code);
    }
};

} // namespace

base::Result<QrCode> QrCode::of(const base::SecretBytes &secret)
{
    const base::ByteView bytes = secret.exposeBytes();
    const std::unique_ptr<QRcode, WipeAndFree> made(QRcode_encodeData(static_cast<int>(bytes.size()), bytes.data(), 0,
                                                                      QR_ECLEVEL_M));
    if (!made)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("qr_code"));
    QrCode code;
    code.m_size = made->width;
    const auto count = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
    LATCHKEY_TRY(code.m_modules, base::SecretBytes::allocate(count));
    const base::ByteSpan modules = code.m_modules.exposeForWriting();
    const std::span<const unsigned char> drawn(made->data, count);
    for (std::size_t i = 0; i < count; ++i)
        modules[i] = drawn[i] & 1U;
    return code;
}

bool QrCode::isDark(int column, int row) const noexcept
{
    if (column < 0 || row < 0 || column >= m_size || row >= m_size)
        return false;
    return m_modules.exposeBytes()[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_size)
                                   + static_cast<std::size_t>(column)]
        != 0;
}

void QrCode::paint(QPainter &painter, const QRectF &area) const
{
    const double side = std::min(area.width(), area.height());
    painter.fillRect(QRectF(area.left(), area.top(), side, side), Qt::white);
    if (m_size == 0)
        return;
    const double module = side / (m_size + 2 * kQuietZone);
    for (int row = 0; row < m_size; ++row) {
        for (int column = 0; column < m_size; ++column) {
            if (isDark(column, row))
                painter.fillRect(QRectF(area.left() + (column + kQuietZone) * module,
                                        area.top() + (row + kQuietZone) * module, module, module),
                                 Qt::black);
        }
    }
}

} // namespace widgets
