// CatalogueRowDialog: a field a column of one catalogue, for a row of the project. It says while one types what is
// wrong and whether the row is new or stands in a shipped one's place; it hands the row to the store as one undo step.
#pragma once

#include "core/catalog/check_row.h"
#include "ui/store/document_store.h"

#include <QtWidgets/QDialog>

#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace assay {

class CatalogueRowDialog : public QDialog {
    Q_OBJECT
public:
    enum class Act { add, copy, edit }; ///< add: any catalogue; copy: the row is filled in; edit: its key stays

    CatalogueRowDialog(DocumentStore& store, Act act, const CatalogueRow& row, QWidget* parent = nullptr);

signals:
    void entered(const std::string& reference); ///< the row that the project has now

private:
    struct Field {
        CatalogColumn column;
        QWidget* edit = nullptr; ///< a line, or a choice
    };

    void build();
    void showCatalogue();
    QWidget* fieldFor(const CatalogColumn& column, const std::string& text);
    void addField(QGridLayout& grid, const CatalogColumn& column);
    QString unitText(const CatalogColumn& column) const;
    CatalogueRow typed() const;
    Result<> check(const CatalogueRow& row) const;
    QString missing() const;
    void showReading();
    void enter();

    DocumentStore& m_store;
    Act m_act;
    CatalogueRow m_start;
    std::vector<Field> m_fields;
    QComboBox* m_catalog;
    QScrollArea* m_scroll;
    QLabel* m_reading;
    QPushButton* m_enter;
};

} // namespace assay
