// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/secretview.h"

#include "widgets/theme.h"

#include <QFontDatabase>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kPadding = 6;

/// The code point that starts at `at`, moved behind it. What is no UTF-8 is shown byte by byte as the replacement character.
char32_t nextCharacter(std::string_view text, std::size_t &at)
{
    const auto first = static_cast<unsigned char>(text[at++]);
    if (first < 0x80)
        return first;
    const int more = first >= 0xf0 && first < 0xf8 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
    char32_t character = more == 3 ? first & 0x07U : more == 2 ? first & 0x0fU : first & 0x1fU;
    if (more == 0 || first >= 0xf8 || at + static_cast<std::size_t>(more) > text.size())
        return QChar::ReplacementCharacter;
    for (int i = 0; i < more; ++i) {
        const auto next = static_cast<unsigned char>(text[at + static_cast<std::size_t>(i)]);
        if ((next & 0xc0U) != 0x80U)
            return QChar::ReplacementCharacter;
        character = (character << 6U) | (next & 0x3fU);
    }
    at += static_cast<std::size_t>(more);
    return character;
}

/// Calls `place(character, line, column)` for each, `columns` to a line; line breaks in the secret count. The number of lines.
template<typename Place>
int layOut(std::string_view text, int columns, Place place)
{
    int line = 0;
    int column = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = nextCharacter(text, at);
        if (character == U'\n' || column == columns) {
            ++line;
            column = 0;
        }
        if (character == U'\n' || character == U'\r')
            continue;
        place(character, line, column++);
    }
    return line + 1;
}

QFont fixedFont(const QWidget &widget)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(widget.font().pointSizeF());
    return font;
}

int columnsIn(int width, const QFontMetrics &metrics)
{
    return std::max(1, (width - 2 * kPadding) / metrics.horizontalAdvance(QLatin1Char('M')));
}

} // namespace

SecretView::SecretView(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SecretView::conceal);
}

void SecretView::reveal(base::SecretBytes secret, std::chrono::milliseconds duration)
{
    m_secret = std::move(secret);
    m_timer.start(duration);
    updateGeometry();
    update();
}

void SecretView::conceal()
{
    m_timer.stop();
    if (!isRevealed())
        return;
    m_secret.clear();
    updateGeometry();
    update();
    Q_EMIT concealed();
}

int SecretView::lineCount(int width) const
{
    return layOut(m_secret.exposeText(), columnsIn(width, QFontMetrics(fixedFont(*this))), [](char32_t, int, int) {});
}

int SecretView::heightForWidth(int width) const
{
    return lineCount(width) * QFontMetrics(fixedFont(*this)).lineSpacing() + 2 * kPadding;
}

QSize SecretView::sizeHint() const
{
    const int width = 40 * QFontMetrics(fixedFont(*this)).horizontalAdvance(QLatin1Char('M')) + 2 * kPadding;
    return {width, heightForWidth(std::max(this->width(), 220))};
}

QSize SecretView::minimumSizeHint() const
{
    return {220, heightForWidth(std::max(width(), 220))};
}

void SecretView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outline(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const QFont font = fixedFont(*this);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::Text));
    const int advance = metrics.horizontalAdvance(QLatin1Char('M'));
    layOut(m_secret.exposeText(), columnsIn(width(), metrics), [&](char32_t character, int line, int column) {
        const int x = kPadding + column * advance;
        const int y = kPadding + line * metrics.lineSpacing() + metrics.ascent();
        painter.drawText(x, y, QString::fromUcs4(&character, 1));
    });
}

void SecretView::hideEvent(QHideEvent *event)
{
    conceal();
    QWidget::hideEvent(event);
}

} // namespace widgets
