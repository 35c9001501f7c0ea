// RowDelegate: ground, then one line of elided text.
#include "ui/views/row_delegate.h"

#include "ui/text/utf8_text.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QToolTip>

namespace assay {

QPalette::ColorGroup colorGroup(const QStyleOptionViewItem& option) {
    if (!(option.state & QStyle::State_Enabled))
        return QPalette::Disabled;
    return option.state & QStyle::State_Active && option.widget && option.widget->hasFocus() ? QPalette::Active
                                                                                             : QPalette::Inactive;
}

QColor itemTextColor(const QStyleOptionViewItem& option) {
    const auto role = option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text;
    return option.palette.color(colorGroup(option), role);
}

void paintItemGround(QPainter& painter, const QStyleOptionViewItem& option) {
    const QColor highlight = option.palette.color(colorGroup(option), QPalette::Highlight);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, highlight);
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect,
                         mixed(option.palette.color(QPalette::Highlight), option.palette.color(QPalette::Base), 0.08));
}

RowDelegate::RowDelegate(QObject* parent, int inset) : QStyledItemDelegate(parent), m_inset(inset) {}

/// The whole text of a cell that is cut, then what the model has to say about it.
bool RowDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                            const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    QStringList lines;
    if (item.fontMetrics.horizontalAdvance(item.text) > item.rect.width() - 2 * m_inset)
        lines += item.text;
    if (const QString help = index.data(Qt::ToolTipRole).toString(); !help.isEmpty() && help != item.text)
        lines += help;
    QToolTip::showText(event->globalPos(), tipHtml(lines.join(QStringLiteral("\n\n"))), view);
    return true;
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * m_inset, 0);
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintItemGround(*painter, item);
    const QRect area = item.rect.adjusted(m_inset, 0, -m_inset, 0);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(itemTextColor(item));
    // The first column and numbers are read from their beginning; of the others both ends tell more.
    const bool fromStart = index.column() == 0 || (item.displayAlignment & Qt::AlignRight);
    painter->drawText(
        area, static_cast<int>(item.displayAlignment),
        item.fontMetrics.elidedText(item.text, fromStart ? Qt::ElideRight : Qt::ElideMiddle, area.width()));
    painter->restore();
}

} // namespace assay
