// FindingDelegate: three blocks of text below each other.
#include "ui/views/finding_delegate.h"

#include "ui/text/finding_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/row_delegate.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractScrollArea>

namespace assay {

namespace {

constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

int heightOf(const QFont& font, const QString& words, int width) {
    return words.isEmpty() ? 0 : QFontMetrics(font).boundingRect(0, 0, width, 1 << 20, wrapped, words).height();
}

} // namespace

QColor verdictColor(const QPalette& palette, Verdict verdict) {
    const bool dark = isDark(palette);
    switch (verdict) {
    case Verdict::error: return refusedColor(palette);
    case Verdict::conflict: return dark ? QColor(0xFFF0A35E) : QColor(0xFFA34400);
    case Verdict::note: return quietColor(palette);
    case Verdict::compatible: return dark ? QColor(0xFF6FCF97) : QColor(0xFF1E7145);
    }
    return {};
}

FindingDelegate::FindingDelegate(const FindingsModel& model, QObject* parent)
    : QStyledItemDelegate(parent),
      m_model(model) {}

void FindingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    paintItemGround(*painter, option);
    const FindingRow& row = m_model.at(index.row());
    const bool selected = option.state & QStyle::State_Selected;
    const QColor strong = itemTextColor(option);
    const QColor quiet = selected ? strong : option.palette.color(QPalette::PlaceholderText);
    const QFont small = smallFont(option.font);
    QRect area = option.rect.adjusted(largeGap, smallGap, -largeGap, -smallGap);
    painter->save();
    painter->setFont(boldFont(small));
    painter->setPen(selected ? strong : verdictColor(option.palette, row.finding.verdict));
    painter->drawText(area, Qt::AlignLeft | Qt::AlignTop,
                      verdictMark(row.finding.verdict) + QLatin1Char(' ') + row.head);
    painter->setFont(small);
    painter->setPen(quiet);
    painter->drawText(area, Qt::AlignRight | Qt::AlignTop, row.claims);
    area.setTop(area.top() + QFontMetrics(small).height() + 2);
    painter->setFont(option.font);
    painter->setPen(strong);
    const QString reason = text(row.finding.reason);
    painter->drawText(area, wrapped, reason);
    area.setTop(area.top() + heightOf(option.font, reason, area.width()) + 2);
    painter->setFont(small);
    painter->setPen(quiet);
    painter->drawText(area, wrapped, row.decision);
    painter->setPen(lineColor(option.palette));
    if (!selected)
        painter->drawLine(option.rect.left() + largeGap, option.rect.bottom(), option.rect.right() - largeGap,
                          option.rect.bottom());
    painter->restore();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QAbstractScrollArea*>(option.widget);
    const int width = (view ? view->viewport()->width() : 320) - 2 * largeGap;
    const FindingRow& row = m_model.at(index.row());
    const QFont small = smallFont(option.font);
    const int decision = heightOf(small, row.decision, width);
    return {160, 2 * smallGap + QFontMetrics(small).height() + 2
                     + heightOf(option.font, text(row.finding.reason), width) + (decision > 0 ? decision + 2 : 0)};
}

} // namespace assay
