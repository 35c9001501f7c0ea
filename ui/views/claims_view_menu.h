// ClaimsViewMenu: the named views of the claims table, its groups, sorting and columns, in one menu. Saving, renaming
// and deleting a view is one undo step each.
#pragma once

#include "ui/store/document_store.h"
#include "ui/text/questions.h"
#include "ui/views/claims_table.h"

#include <QtWidgets/QMenu>

namespace assay {

class ClaimsViewMenu : public QMenu {
    Q_OBJECT
public:
    ClaimsViewMenu(DocumentStore& store, ClaimsModel& model, ClaimsTable& table, Questions& questions, QWidget* parent);

    void setFilter(const QString& expression) { m_filter = expression; } ///< what a saved view keeps

signals:
    void filterWanted(const QString& expression); ///< a view brings its own

private:
    void fill();
    void addViews();
    void addGroups();
    void addSorting();
    void addColumns();
    TableView now() const;
    void show(const TableView& view);
    void save();
    void rename(const TableView& view);

    DocumentStore& m_store;
    ClaimsModel& m_model;
    ClaimsTable& m_table;
    Questions& m_questions;
    QString m_filter;
};

} // namespace assay
