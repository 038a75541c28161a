// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/qrcode.h"

#include "support/guitestmain.h"
#include "widgets/qrcodeview.h"

#include <QImage>
#include <QPainter>

#include <zbar.h>

namespace {

const std::string kText = "AB2CD 3EF4G H5JKL 6MN7P 8QR9S TUV0W XYZ12 34567 89ABC";

base::SecretBytes secret(std::string_view text)
{
    auto made = base::SecretBytes::copyOf(text);
    if (!made)
        qFatal("no secure memory");
    return *std::move(made);
}

/// What a camera would read, by another library than the one that draws.
QByteArray read(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray pixels;
    for (int row = 0; row < grey.height(); ++row)
        pixels.append(reinterpret_cast<const char *>(grey.constScanLine(row)), grey.width());
    zbar::Image image(static_cast<unsigned>(grey.width()), static_cast<unsigned>(grey.height()), "Y800", pixels.constData(),
                      static_cast<unsigned long>(pixels.size()));
    zbar::ImageScanner scanner;
    if (scanner.scan(image) != 1)
        return {};
    return QByteArray::fromStdString(image.symbol_begin()->get_data());
}

} // namespace

class TestQrCode final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void isReadByACamera();
    void viewShowsAndForgets();
    void refusesWhatFitsNoCode();
};

void TestQrCode::isReadByACamera()
{
    const auto code = widgets::QrCode::of(secret(kText));
    QVERIFY(code.has_value());
    QVERIFY(code->size() >= 21);
    for (const int side : {164, 300, 1000}) {
        QImage image(side + 20, side + 20, QImage::Format_RGB32);
        image.fill(Qt::black); // the quiet zone is the code's own
        QPainter painter(&image);
        code->paint(painter, QRectF(10, 10, side, side));
        painter.end();
        QCOMPARE(read(image), QByteArray::fromStdString(kText));
    }
}

void TestQrCode::viewShowsAndForgets()
{
    widgets::QrCodeView view;
    const base::SecretBytes key = secret(kText);
    view.setSecret(&key);
    view.resize(view.sizeHint());
    QCOMPARE(read(view.grab().toImage()), QByteArray::fromStdString(kText));
    view.setSecret(nullptr);
    QCOMPARE(read(view.grab().toImage()), QByteArray());
}

void TestQrCode::refusesWhatFitsNoCode()
{
    QCOMPARE(widgets::QrCode::of({}).error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(widgets::QrCode::of(secret(std::string(5000, 'x'))).error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(widgets::QrCode().size(), 0);
    QVERIFY(!widgets::QrCode().isDark(0, 0));
}

LATCHKEY_GUI_TEST_MAIN(TestQrCode)

#include "tst_qrcode.moc"
