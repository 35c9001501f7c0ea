// FindingDelegate: a finding as a small card: its verdict in colour, sign and word, the reason in full, what was
// decided.
#pragma once

#include "ui/models/findings_model.h"

#include <QtWidgets/QStyledItemDelegate>

namespace assay {

class FindingDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit FindingDelegate(const FindingsModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const FindingsModel& m_model;
};

/// The colour of a verdict as text on the window, at least 4.5:1 in light and dark (checked by a test).
QColor verdictColor(const QPalette& palette, Verdict verdict);

} // namespace assay
