// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

class QPainter;
class QRectF;

namespace widgets {

/// A secret as a QR code (ISO/IEC 18004, level M, by libqrencode), kept in secure memory.
class QrCode final {
public:
    /// White around the code, in modules, as the standard wants it.
    static constexpr int kQuietZone = 4;

    QrCode() noexcept = default;
    /// InvalidArgument for what is empty or too long for a code, OutOfSecureMemory.
    [[nodiscard]] static base::Result<QrCode> of(const base::SecretBytes &secret);

    /// Modules along one side, without the quiet zone; 0: no code.
    [[nodiscard]] int size() const noexcept { return m_size; }
    [[nodiscard]] bool isDark(int column, int row) const noexcept;
    /// Black on white whatever the palette: a camera has to read it.
    void paint(QPainter &painter, const QRectF &area) const;

private:
    base::SecretBytes m_modules; ///< one byte each: 1 dark
    int m_size = 0;
};

} // namespace widgets
