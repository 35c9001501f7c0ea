// HitDelegate: a line with what a search found in it: the words found stand out and are never cut off. Knows no
// document.
#pragma once

#include "core/document/search_sources.h"

#include <QtWidgets/QStyledItemDelegate>

class QTreeWidgetItem;

namespace assay {

class HitDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int sourceRole = Qt::UserRole;     ///< number of the source
    static constexpr int hitRole = Qt::UserRole + 1;    ///< number of the hit in it; none: the line is the source's
    static constexpr int beforeRole = Qt::UserRole + 2; ///< text
    static constexpr int behindRole = Qt::UserRole + 3; ///< text; the words themselves are the display role

    using QStyledItemDelegate::QStyledItemDelegate;

    static void setWords(QTreeWidgetItem& item, const SourceHit& hit);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace assay
