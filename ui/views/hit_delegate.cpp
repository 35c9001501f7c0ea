// HitDelegate: three texts beside each other.
#include "ui/views/hit_delegate.h"

#include "ui/text/utf8_text.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTreeWidget>

#include <algorithm>

namespace assay {

namespace {

constexpr double mostBefore = 0.4; // of the width, for the words before the hit

/// One line: tabs and other white space as single spaces, those at the ends kept as one.
QString oneLine(const std::string& utf8) {
    QString plain = text(utf8);
    const bool opens = !plain.isEmpty() && plain.front().isSpace(), closes = !plain.isEmpty() && plain.back().isSpace();
    plain = plain.simplified();
    return (opens ? QStringLiteral(" ") : QString()) + plain
           + (closes && !plain.isEmpty() ? QStringLiteral(" ") : QString());
}

} // namespace

void HitDelegate::setWords(QTreeWidgetItem& item, const SourceHit& hit) {
    const QString before = oneLine(hit.before), words = oneLine(hit.words), behind = oneLine(hit.behind);
    item.setText(0, words);
    item.setData(0, beforeRole, before);
    item.setData(0, behindRole, behind);
    item.setData(0, Qt::AccessibleTextRole, QString(before + words + behind));
    item.setToolTip(0, tipHtml(before + words + behind));
}

void HitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (!index.data(hitRole).isValid()) {
        QStyleOptionViewItem bold = option;
        bold.font = boldFont(option.font);
        QStyledItemDelegate::paint(painter, bold, index);
        return;
    }
    QStyleOptionViewItem line = option;
    initStyleOption(&line, index);
    line.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &line, painter, option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor strong = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? strong : option.palette.color(QPalette::PlaceholderText);
    QRect rest = option.rect.adjusted(smallGap, 0, -smallGap, 0);
    const auto draw = [&](const QString& words, const QFont& font, const QColor& color, Qt::TextElideMode cut,
                          int most) {
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(words, cut, std::min(most, rest.width()));
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
        rest.setLeft(rest.left() + metrics.horizontalAdvance(shown));
    };
    painter->save();
    painter->setClipRect(option.rect);
    draw(index.data(beforeRole).toString(), option.font, quiet, Qt::ElideLeft,
         static_cast<int>(rest.width() * mostBefore));
    draw(index.data(Qt::DisplayRole).toString(), boldFont(option.font), strong, Qt::ElideMiddle, rest.width());
    draw(index.data(behindRole).toString(), option.font, quiet, Qt::ElideRight, rest.width());
    painter->restore();
}

} // namespace assay
