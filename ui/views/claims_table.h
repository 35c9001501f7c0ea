// ClaimsTable: the view of the claims model: columns that hide, move and remember, sorting by several of them, cells
// that are typed into, groups that open and close. It changes no document.
#pragma once

#include "core/document/table_view.h"
#include "core/io/table_text.h"
#include "ui/models/claims_model.h"

#include <QtWidgets/QTableView>

class QMenu;

namespace assay {

class ClaimsTable : public QTableView {
    Q_OBJECT
public:
    explicit ClaimsTable(ClaimsModel& model, QWidget* parent = nullptr);

    /// The columns as they stand; without title, filter and group.
    TableView layoutNow() const;
    void setLayout(const TableView& view); ///< columns and sort
    void resetColumns();

    /// Asc, desc, off; with Shift the column becomes a further key.
    void sortBy(ClaimColumn column, Qt::KeyboardModifiers modifiers);
    void showColumn(ClaimColumn column, Qt::CheckState shown); ///< the last one stays
    void moveCurrentColumn(int step);                          ///< over hidden ones; keyboard way of dragging its title
    ClaimColumn currentColumn() const;

    std::vector<ClaimId> chosenClaims() const; ///< of the selected rows from top to bottom, each once
    TextTable chosenCells() const;             ///< the shown columns of the selected rows
    void fillColumnMenu(QMenu& menu);          ///< one checkable entry a column

signals:
    void formWanted(); ///< Enter or a double click where nothing can be typed

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void buildHeader();
    void applySort(const std::vector<ClaimSort>& sort);
    void beginEdit(const QModelIndex& index);
    bool turnGroup(int key);
    std::vector<ClaimColumn> shownColumns() const; ///< left to right

    ClaimsModel& m_model;
};

} // namespace assay
