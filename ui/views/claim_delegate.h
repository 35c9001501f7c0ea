// ClaimDelegate: cells of the claims table. A group's words run over its whole row, the current cell has a frame, and a
// text that can't be read is not taken from its editor.
#pragma once

#include "ui/models/claims_model.h"
#include "ui/views/row_delegate.h"

class QAbstractItemView;

namespace assay {

class ClaimDelegate : public RowDelegate {
    Q_OBJECT
public:
    ClaimDelegate(const ClaimsModel& model, QAbstractItemView& view);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const ClaimsModel& m_model;
    QAbstractItemView& m_view;
};

} // namespace assay
