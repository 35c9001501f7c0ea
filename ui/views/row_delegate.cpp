// RowDelegate: ground, then one line of elided text.
#include "ui/views/row_delegate.h"

#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtGui/QPainter>

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

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintItemGround(*painter, item);
    const QRect area = item.rect.adjusted(smallGap + 1, 0, -smallGap - 1, 0);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(itemTextColor(item));
    painter->drawText(area, static_cast<int>(item.displayAlignment),
                      item.fontMetrics.elidedText(item.text, Qt::ElideRight, area.width()));
    painter->restore();
}

} // namespace assay
