// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/recoverykeysheet.h"

#include "widgets/qrcode.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QIODevice>
#include <QMarginsF>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace widgets {

namespace {

constexpr int kPointsPerInch = 72;
constexpr double kMargin = 56; // points
constexpr int kColumns = 3;
constexpr int kGroups = 9;
constexpr int kRows = kGroups / kColumns;
constexpr std::size_t kGroupSize = 5;
constexpr std::size_t kGroupStride = 6;
constexpr double kCellHeight = 30;
constexpr double kQrSide = 150;

/// For words of this file.
struct Sheet {
    Q_DECLARE_TR_FUNCTIONS(RecoveryKeySheet)
};

/// Takes what is written into secure memory.
class SecretDevice final : public QIODevice {
public:
    SecretDevice() { open(QIODevice::WriteOnly); }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] base::Result<base::SecretBytes> take()
    {
        if (m_error)
            return std::unexpected(*m_error);
        return m_content.take();
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        const auto added = m_content.append(std::string_view(data, static_cast<std::size_t>(size)));
        if (!added)
            m_error = added.error();
        return added ? size : -1;
    }

private:
    base::SecretBuilder m_content;
    std::optional<base::Error> m_error;
};

/// Height that the text took.
double paragraph(QPainter &painter, double y, double width, const QString &text)
{
    QRectF used;
    painter.drawText(QRectF(kMargin, y, width, 400), Qt::TextWordWrap, text, &used);
    return used.height();
}

void groups(QPainter &painter, double top, double width, const base::SecretBytes &key)
{
    const std::string_view text = key.exposeText();
    QFont numbers(painter.font());
    numbers.setPointSizeF(9);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(18);
    const double cell = width / kColumns;
    for (int i = 0; i < kGroups; ++i) {
        const int row = i / kColumns;
        const double x = kMargin + (i % kColumns) * cell;
        const double y = top + row * kCellHeight;
        painter.setFont(numbers);
        painter.drawText(QRectF(x, y, 20, kCellHeight), Qt::AlignVCenter, QString::number(i + 1));
        painter.setFont(fixed);
        const double advance = QFontMetricsF(fixed, painter.device()).horizontalAdvance(QLatin1Char('M'));
        // One character at a time, as on the screen: no string of the key comes into being.
        for (std::size_t c = 0; c < kGroupSize; ++c) {
            const std::size_t at = static_cast<std::size_t>(i) * kGroupStride + c;
            if (at < text.size())
                painter.drawText(QRectF(x + 24 + static_cast<double>(c) * advance, y, advance, kCellHeight),
                                 Qt::AlignVCenter, QString(QLatin1Char(text[at])));
        }
    }
}

void paintSheet(QPainter &painter, double width, const base::SecretBytes &key, const QrCode &code)
{
    QFont plain(painter.font());
    plain.setPointSizeF(11);
    QFont heading(plain);
    heading.setPointSizeF(18);
    heading.setBold(true);
    double y = kMargin;
    painter.setFont(heading);
    y += paragraph(painter, y, width, Sheet::tr("Latchkey recovery key")) + 12;
    painter.setFont(plain);
    y += paragraph(
             painter, y, width,
             Sheet::tr("It opens your vault when the passphrase is forgotten or this computer is gone: choose \"Use the "
                       "recovery key instead\" where Latchkey asks for the passphrase, and type the nine groups."))
        + 16;
    groups(painter, y, width, key);
    y += kCellHeight * kRows + 16;
    code.paint(painter, QRectF(kMargin, y, kQrSide, kQrSide));
    y += kQrSide + 16;
    painter.setFont(plain);
    paragraph(
        painter, y, width,
        Sheet::tr("Whoever has this paper and the vault's file can read everything in it. Keep it where you keep money, "
                  "apart from the computer."));
}

} // namespace

base::Result<base::SecretBytes> recoveryKeySheet(const base::SecretBytes &key, const QPageSize &paper)
{
    LATCHKEY_TRY(const QrCode code, QrCode::of(key));
    SecretDevice device;
    {
        QPdfWriter writer(&device);
        writer.setResolution(kPointsPerInch);
        writer.setTitle(Sheet::tr("Latchkey recovery key"));
        writer.setPageLayout(QPageLayout(paper, QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
        QPainter painter;
        if (!painter.begin(&writer))
            return base::fail(base::ErrorCode::IoFailure, QStringLiteral("pdf"));
        paintSheet(painter, writer.width() - 2 * kMargin, key, code);
    }
    return device.take();
}

} // namespace widgets
