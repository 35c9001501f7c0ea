// CatalogueDialog: the catalogues to search. A value is picked for an input, or dragged onto one; rows of the project
// are added, copied from shipped ones, edited and deleted. The dialog blocks nothing.
#pragma once

#include "ui/models/catalog_model.h"
#include "ui/store/document_store.h"
#include "ui/views/catalogue_row_dialog.h"

#include <QtWidgets/QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace assay {

/// The input that values are picked for.
struct CatalogueTarget {
    QString title;
    std::string unit; ///< only values in this unit are shown
};

class CatalogueDialog : public QDialog {
    Q_OBJECT
public:
    /// Without a target: every value, to read and to drag.
    CatalogueDialog(DocumentStore& store, const std::optional<CatalogueTarget>& target, QWidget* parent = nullptr);

signals:
    void picked(const std::string& reference);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildTable();
    void buildUse(const CatalogueTarget& target);
    QPushButton* act(const char* objectName, const QString& words, void (CatalogueDialog::*slot)());
    void followDocument(const Document& before, const Document& after);
    void openRow(CatalogueRowDialog::Act act, const CatalogueRow& row);
    const CatalogLine* current() const; ///< nullptr: none is chosen
    void addRow();
    void copyRow();
    void editRow();
    void deleteRow();
    void showRow(const std::string& reference);
    void filterBy(const QString& words);
    void showCurrent();
    void pick();

    DocumentStore& m_store;
    CatalogModel m_model;
    QLineEdit* m_filter;
    QTableView* m_table;
    QLabel* m_count;
    QLabel* m_detail;
    QDialogButtonBox* m_buttons;
    QPushButton* m_copy = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_delete = nullptr;
    QPushButton* m_use = nullptr; ///< none without a target
};

} // namespace assay
