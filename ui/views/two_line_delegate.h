// TwoLineDelegate: a list row as a title with a number at its right, over a quiet line of facts.
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace assay {

class TwoLineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// The roles that hold the second line and the number.
    TwoLineDelegate(int secondRole, int numberRole, QObject* parent = nullptr);

    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_secondRole;
    int m_numberRole;
};

} // namespace assay
