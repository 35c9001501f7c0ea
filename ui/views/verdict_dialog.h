// VerdictDialog: the analyst's verdict on one cell of the consistency matrix, with its reason, beside what is computed;
// or taking it back. It blocks nothing, and what the document refuses is said in it.
#pragma once

#include "core/document/edit_override.h"
#include "ui/store/document_store.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace assay {

class VerdictDialog : public QDialog {
    Q_OBJECT
public:
    /// `computed`: what the run says of the cell. Scenario and claims must be of the document.
    VerdictDialog(DocumentStore& store, MatrixPlace cell, Place computed, QWidget* parent = nullptr);

signals:
    void done(const QString& sentence); ///< names an edit that the stack's newest step undoes

private:
    void build();
    QString about() const;
    QString state(const Override* own) const;
    void check();
    void enter();
    void takeBack();
    void finish(const Result<>& applied, const QString& sentence);

    DocumentStore& m_store;
    MatrixPlace m_cell;
    Place m_computed;
    QComboBox* m_verdict;
    QLineEdit* m_reason;
    QLabel* m_message;
    QPushButton* m_set = nullptr;
};

} // namespace assay
