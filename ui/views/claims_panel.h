// ClaimsPanel: the table of claims with its filter and its views, tied to the linked selection both ways. What is typed
// into it becomes edits of the document, one undo step an act.
#pragma once

#include "ui/jobs/findings_service.h"
#include "ui/models/claims_model.h"
#include "ui/store/selection.h"
#include "ui/text/questions.h"
#include "ui/views/pane.h"

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace assay {

class ClaimFacets;
class ClaimsTable;
class ClaimsViewMenu;

/// What is put on the clipboard: the shown cells as a table (TSV and HTML at once), in a format, or the claims whole.
enum class ClaimsCopy { table, csv, markdown, json, citation };

class ClaimsPanel : public Pane {
    Q_OBJECT
public:
    ClaimsPanel(DocumentStore& store, Selection& selection, FindingsService& findings, Questions& questions,
                QWidget* parent = nullptr);

    void focusFilter();
    QByteArray headerState() const;
    void restoreHeader(const QByteArray& state);
    /// Menu entries shown by a right click on the table.
    void setContextActions(const QList<QAction*>& actions);

    void copy(ClaimsCopy format); ///< the selected claims
    void fillDown();              ///< the current column of the selected claims, from the topmost
    void changeSelected();        ///< asks for a field and a value for all selected claims

signals:
    void editWanted();                     ///< the form, for a cell that nothing can be typed into
    void done(const QString& sentence);    ///< nothing was changed
    void changed(const QString& sentence); ///< the document was

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable();
    void buildFilter();
    void buildEmpty();
    void filterBy(const QString& text);
    void showDocument();
    void follow();
    void showChosen(); ///< rows as the linked selection says
    void rowsChosen(); ///< the linked selection as the rows say
    void showCount();
    std::vector<ClaimId> chosen() const;
    void type(const std::vector<ClaimId>& claims, ClaimField field, const QString& text);
    std::vector<ClaimId> selectedOrSay();

    DocumentStore& m_store;
    Selection& m_selection;
    ClaimsModel m_model;
    QLineEdit* m_filter;
    ClaimsTable* m_table;
    ClaimFacets* m_facets;
    ClaimsViewMenu* m_views;
    QLabel* m_empty;
    QPushButton* m_clear;
    QStackedWidget* m_stack;
    bool m_following = false;
};

} // namespace assay
