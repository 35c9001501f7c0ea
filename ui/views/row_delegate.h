// RowDelegate: a table cell with room at its sides, selected by rows: no frame round the current cell.
#pragma once

#include "ui/views/look.h"

#include <QtWidgets/QStyledItemDelegate>

namespace assay {

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// `inset`: px at each side of the text.
    explicit RowDelegate(QObject* parent = nullptr, int inset = smallGap + 1);

    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_inset;
};

/// The colours of an item as its state has them: focus in the view or elsewhere, selected or not.
QPalette::ColorGroup colorGroup(const QStyleOptionViewItem& option);
QColor itemTextColor(const QStyleOptionViewItem& option);
void paintItemGround(QPainter& painter, const QStyleOptionViewItem& option);

} // namespace assay
