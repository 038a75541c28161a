// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pagelist.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace widgets {

namespace {

constexpr int kWide = 176;
constexpr int kNarrow = 52;
constexpr int kRowHeight = 36;
constexpr int kIcon = 20;
constexpr int kIconPadding = 6;
constexpr int kTitleRole = Qt::UserRole;
constexpr int kDraftRole = Qt::UserRole + 1;
constexpr int kDot = 6;

/// Gives the icon room on both sides; without a text it stands in the middle.
class EntryDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        if (!index.data(kDraftRole).toBool())
            return;
        const QRect end(option.rect.right() - kDot - 6, option.rect.center().y() - kDot / 2, kDot, kDot);
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Link));
        painter->drawEllipse(QStyle::visualRect(option.direction, option.rect, end));
        painter->restore();
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const int around = option->text.isEmpty() ? kNarrow - kIcon - 2 * kIconPadding : 2 * kIconPadding;
        option->decorationSize = QSize(kIcon + around, kIcon);
    }
};

} // namespace

PageList::PageList(QWidget *parent) : QListWidget(parent)
{
    setItemDelegate(new EntryDelegate(this));
    setIconSize({kIcon, kIcon});
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(kWide);
}

void PageList::addEntry(Glyph glyph, const QString &title)
{
    auto *item = new QListWidgetItem(glyphIcon(glyph), m_narrow ? QString() : title, this);
    item->setData(kTitleRole, title);
    item->setData(Qt::AccessibleTextRole, title);
    item->setToolTip(m_narrow ? title : QString());
    item->setSizeHint({0, kRowHeight});
}

void PageList::setDraft(int row, bool draft)
{
    QListWidgetItem *entry = item(row);
    const QString title = entry->data(kTitleRole).toString();
    entry->setData(kDraftRole, draft);
    entry->setData(Qt::AccessibleTextRole, draft ? tr("%1, not saved").arg(title) : title);
}

void PageList::setNarrow(bool narrow)
{
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    setFixedWidth(narrow ? kNarrow : kWide);
    for (int row = 0; row < count(); ++row) {
        const QString title = item(row)->data(kTitleRole).toString();
        item(row)->setText(narrow ? QString() : title);
        item(row)->setToolTip(narrow ? title : QString());
    }
}

int PageList::selectedRow() const
{
    const QModelIndexList selected = selectionModel()->selectedRows();
    return selected.isEmpty() ? -1 : selected.first().row();
}

} // namespace widgets
