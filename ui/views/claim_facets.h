// ClaimFacets: the terms of the filter as chips that can be taken away, and a menu of values to add, with counts. It
// reads and writes one expression; the filter's line edit is its owner's.
#pragma once

#include "ui/models/claims_model.h"

#include <QtWidgets/QScrollArea>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace assay {

class ClaimFacets : public QScrollArea {
    Q_OBJECT
public:
    explicit ClaimFacets(const ClaimsModel& model, QWidget* parent = nullptr);

    QToolButton* button() { return m_button; } ///< opens the menu; stands where the owner puts it
    void showExpression(const QString& expression);

signals:
    void expressionWanted(const QString& expression);

private:
    void fillFacet(QMenu& menu, FilterKey key);
    void addChip(const FilterTerm& term);

    const ClaimsModel& m_model;
    QString m_expression;
    QToolButton* m_button;
    QWidget* m_row;
    QHBoxLayout* m_chips;
};

} // namespace assay
