// CatalogueDialog: the catalogues to search. A value is picked for an input, or dragged onto one; the dialog blocks
// nothing and changes nothing itself.
#pragma once

#include "ui/models/catalog_model.h"

#include <QtWidgets/QDialog>

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
    explicit CatalogueDialog(const std::optional<CatalogueTarget>& target, QWidget* parent = nullptr);

signals:
    void picked(const std::string& reference);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable();
    void filterBy(const QString& words);
    void showCurrent();
    void pick();

    CatalogModel m_model;
    QLineEdit* m_filter;
    QTableView* m_table;
    QLabel* m_count;
    QLabel* m_detail;
    QPushButton* m_use = nullptr; ///< none without a target
};

} // namespace assay
