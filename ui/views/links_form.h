// LinksForm: the links of one claim, both ways: follow one to the other claim, change it, remove it.
#pragma once

#include "core/claims/claim.h"
#include "ui/store/selection.h"

#include <QtWidgets/QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace assay {

class LinksForm : public QWidget {
    Q_OBJECT
public:
    LinksForm(DocumentStore& store, Selection& selection, QWidget* parent = nullptr);

    void showClaim(const ClaimId& claim);

signals:
    void addWanted();
    void changeWanted(const assay::LinkId& link);

private:
    QWidget* makeRow(const Link& link, int number);
    void remove(const LinkId& link);

    DocumentStore& m_store;
    Selection& m_selection;
    ClaimId m_claim;
    Rows<Link> m_shown;
    std::vector<QString> m_lines; ///< as they stand in the rows
    QVBoxLayout* m_rows;
    QLabel* m_none;
};

} // namespace assay
