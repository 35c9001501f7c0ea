// ClaimsPanel: the table of claims with its filter. Selecting a row opens its words; it follows the linked selection.
#pragma once

#include "ui/jobs/findings_service.h"
#include "ui/models/claims_model.h"
#include "ui/store/selection.h"
#include "ui/views/pane.h"

#include <vector>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace assay {

class ClaimsPanel : public Pane {
    Q_OBJECT
public:
    ClaimsPanel(DocumentStore& store, Selection& selection, FindingsService& findings, QWidget* parent = nullptr);

    void focusFilter();
    QByteArray headerState() const;
    void restoreHeader(const QByteArray& state);
    /// Menu entries shown by a right click on the table.
    void setContextActions(const QList<QAction*>& actions);

signals:
    void editWanted(); ///< Enter or double click on a row

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable();
    void buildFilter();
    void filterBy(const QString& text);
    void showDocument();
    void follow();
    void showChosen(); ///< rows as the linked selection says
    void rowsChosen(); ///< the linked selection as the rows say
    void showCount();
    std::vector<ClaimId> chosen() const;

    DocumentStore& m_store;
    Selection& m_selection;
    ClaimsModel m_model;
    QLineEdit* m_filter;
    QTableView* m_table;
    QLabel* m_empty;
    QStackedWidget* m_stack;
    bool m_following = false;
};

} // namespace assay
