// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/accountlistmodel.h"
#include "presentation/llmlistmodel.h"
#include "support/guitestmain.h"
#include "widgets/accountdelegate.h"
#include "widgets/llmdelegate.h"
#include "widgets/outlinestyle.h"
#include "widgets/theme.h"

#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QStandardItemModel>

namespace {

constexpr int kWidth = 240;
/// Letters are not painted the same at every place.
constexpr int kShift = 40;

/// How many pixels are painted in a part of the row.
int inkIn(const QImage &image, const QRect &part)
{
    const QRgb paper = image.pixel(1, 1);
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            count += image.pixel(x, y) == paper ? 0 : 1;
    }
    return count;
}

} // namespace

/// Rows that are painted by hand turn round with the reading direction.
class TestMirroring final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void accounts_data() { rows(); }
    void accounts();
    void providers_data() { rows(); }
    void providers();
    void wordsBesideAnIcon();

private:
    static void rows();
    void expectMirrored(const QAbstractItemDelegate &delegate, const QModelIndex &index);
    [[nodiscard]] static QImage painted(const QAbstractItemDelegate &delegate, const QModelIndex &index,
                                        Qt::LayoutDirection direction);
};

void TestMirroring::rows()
{
    QTest::addColumn<bool>("second"); // demo, in use
    QTest::newRow("first kind") << false;
    QTest::newRow("second kind") << true;
}

QImage TestMirroring::painted(const QAbstractItemDelegate &delegate, const QModelIndex &index, Qt::LayoutDirection direction)
{
    QStyleOptionViewItem option;
    option.font = QApplication::font();
    option.fontMetrics = QFontMetrics(option.font);
    option.palette = widgets::tokenPalette(false);
    option.direction = direction;
    option.state = QStyle::State_Enabled | QStyle::State_Active;
    option.rect = QRect(QPoint(), QSize(kWidth, delegate.sizeHint(option, index).height()));
    QImage out(option.rect.size(), QImage::Format_RGB32);
    out.fill(option.palette.color(QPalette::Base));
    QPainter painter(&out);
    painter.setLayoutDirection(direction);
    delegate.paint(&painter, option, index);
    painter.end();
    return out;
}

void TestMirroring::expectMirrored(const QAbstractItemDelegate &delegate, const QModelIndex &index)
{
    const QImage straight = painted(delegate, index, Qt::LeftToRight);
    const QImage turned = painted(delegate, index, Qt::RightToLeft);
    const int half = straight.height() / 2;
    const int third = kWidth / 3;
    for (const int top : {0, half}) {
        const QRect left(0, top, third, half);
        const QRect right(kWidth - third, top, third, half);
        const int first = inkIn(straight, left);
        const int last = inkIn(straight, right);
        QVERIFY(std::abs(first - last) > kShift); // or nothing would be proven
        QVERIFY2(std::abs(first - inkIn(turned, right)) < kShift,
                 qPrintable(QStringLiteral("%1 of %2").arg(inkIn(turned, right)).arg(first)));
        QVERIFY2(std::abs(last - inkIn(turned, left)) < kShift,
                 qPrintable(QStringLiteral("%1 of %2").arg(inkIn(turned, left)).arg(last)));
    }
}

void TestMirroring::accounts()
{
    QFETCH(const bool, second);
    QStandardItemModel model(1, 1);
    const QModelIndex index = model.index(0, 0);
    model.setData(index, QStringLiteral("B"));
    model.setData(index, second, presentation::AccountListModel::DemoRole);
    model.setData(index, static_cast<int>(presentation::StripMessage::Level::Ok), presentation::AccountListModel::LevelRole);
    model.setData(index, QStringLiteral("Works"), presentation::AccountListModel::StateTextRole);
    expectMirrored(widgets::AccountDelegate(), index);
}

void TestMirroring::providers()
{
    QFETCH(const bool, second);
    QStandardItemModel model(1, 1);
    const QModelIndex index = model.index(0, 0);
    model.setData(index, second ? QStringLiteral("Ollama main, on this") : QStringLiteral("Ollama"));
    model.setData(index, second, presentation::LlmListModel::InUseRole);
    model.setData(index, static_cast<int>(presentation::StripMessage::Level::Warn), presentation::LlmListModel::LevelRole);
    model.setData(index, QStringLiteral("Refused"), presentation::LlmListModel::StateTextRole);
    expectMirrored(widgets::LlmDelegate(), index);
}

/// Icon and words stay together, and change sides.
void TestMirroring::wordsBesideAnIcon()
{
    constexpr int kSide = 40;
    QPixmap square(16, 16);
    square.fill(Qt::black);
    QPushButton button(square, QStringLiteral("HHHH"));
    button.setStyle(new widgets::OutlineStyle);
    button.style()->setParent(&button);
    button.setPalette(widgets::tokenPalette(false));
    button.resize(kWidth, button.sizeHint().height());
    const auto inked = [&button](Qt::LayoutDirection direction) {
        QApplication::setLayoutDirection(direction);
        const QImage image = button.grab().toImage();
        const QRgb paper = image.pixel(kSide / 2, image.height() / 2);
        QList<int> columns;
        for (int x = kSide / 2; x < kWidth - kSide / 2; ++x) {
            if (image.pixel(x, image.height() / 2) != paper)
                columns << x;
        }
        return columns;
    };
    const QList<int> straight = inked(Qt::LeftToRight);
    const QList<int> turned = inked(Qt::RightToLeft);
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY(straight.size() > 16);
    // Nothing but the icon and the words, in the middle of a button that is far wider.
    QVERIFY2(straight.last() - straight.first() < kWidth / 2, qPrintable(QString::number(straight.last())));
    const auto mirror = [](int x) { return kWidth - 1 - x; };
    QVERIFY2(std::abs(turned.first() - mirror(straight.last())) <= 2
                 && std::abs(turned.last() - mirror(straight.first())) <= 2,
             qPrintable(QStringLiteral("%1 to %2").arg(turned.first()).arg(turned.last())));
    const auto isIcon = [](const QList<int> &columns, qsizetype from) {
        return columns.at(from + 15) - columns.at(from) == 15;
    };
    QVERIFY(isIcon(straight, 0) && !isIcon(straight, straight.size() - 16));
    QVERIFY(!isIcon(turned, 0) && isIcon(turned, turned.size() - 16));
}

LATCHKEY_GUI_TEST_MAIN(TestMirroring)

#include "tst_mirroring.moc"
