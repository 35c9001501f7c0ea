// TwoLineDelegate: two lines of elided text.
#include "ui/views/two_line_delegate.h"

#include "ui/text/utf8_text.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/row_delegate.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QToolTip>

namespace assay {

TwoLineDelegate::TwoLineDelegate(int secondRole, int numberRole, QObject* parent)
    : QStyledItemDelegate(parent),
      m_secondRole(secondRole),
      m_numberRole(numberRole) {}

/// The model's tip as plain text: what Qt would do by itself may make markup of it.
bool TwoLineDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), tipHtml(index.data(Qt::ToolTipRole).toString()), view);
    return true;
}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    paintItemGround(*painter, option);
    const QRect area = option.rect.adjusted(largeGap, smallGap - 1, -largeGap, 1 - smallGap);
    const QColor strong = itemTextColor(option);
    const QColor quiet =
        option.state & QStyle::State_Selected ? strong : option.palette.color(QPalette::PlaceholderText);
    const QString number = index.data(m_numberRole).toString();
    const int numberWidth = option.fontMetrics.horizontalAdvance(number) + largeGap;
    const auto line = [&](const QFont& font, const QColor& color, const QString& text, const QRect& place,
                          Qt::Alignment alignment) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(place, static_cast<int>(alignment),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    painter->save();
    line(option.font, strong, index.data().toString(), area.adjusted(0, 0, -numberWidth, 0),
         Qt::AlignLeft | Qt::AlignTop);
    line(smallFont(option.font), quiet, number, area, Qt::AlignRight | Qt::AlignTop);
    line(smallFont(option.font), quiet, index.data(m_secondRole).toString(), area, Qt::AlignLeft | Qt::AlignBottom);
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const QFontMetrics first(option.font);
    const QFontMetrics second(smallFont(option.font));
    return {160, first.height() + second.height() + 2 * smallGap};
}

} // namespace assay
