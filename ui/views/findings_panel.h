// FindingsPanel: what the check found, one group at a time, beside the claims. Choosing a finding shows the words it is
// about; accepting, dismissing and linking are one undo step each.
#pragma once

#include "ui/jobs/findings_service.h"
#include "ui/models/findings_model.h"
#include "ui/store/selection.h"
#include "ui/text/questions.h"
#include "ui/views/pane.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace assay {

class FindingsPanel : public Pane {
    Q_OBJECT
public:
    FindingsPanel(DocumentStore& store, Selection& selection, FindingsService& service, Questions& questions,
                  QWidget* parent = nullptr);

    /// Chooses the first finding of this kind about the claim, at once or when the check that runs is done.
    void showFinding(FindingKind kind, const ClaimId& claim);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTools();
    void buildList();
    QWidget* buildActions();
    void showFindings();
    void showGroups();
    void showEmpty();
    void showActions();
    void choose();
    void showWanted();
    void turn(int step); ///< to the words of the next or previous claim of the chosen finding
    void apply(const QString& name, const Result<Document>& next);
    void accept();
    void dismiss();
    void reopen();
    void mergeNames();
    void link(LinkType type);
    FindingGroup group() const;
    const Finding* chosen() const;

    DocumentStore& m_store;
    Selection& m_selection;
    FindingsService& m_service;
    Questions& m_questions;
    FindingsModel m_model;
    QComboBox* m_group;
    QLineEdit* m_filter;
    QListView* m_list;
    QLabel* m_empty;
    QStackedWidget* m_stack;
    QToolButton *m_previous, *m_next, *m_accept, *m_dismiss, *m_link, *m_merge, *m_reopen;
    QLabel* m_turn;
    QMenu* m_links;
    std::optional<std::pair<FindingKind, ClaimId>> m_wanted; ///< to choose when the check is done
    std::size_t m_shown = 0;                                 ///< which claim of the chosen finding the viewer shows
};

} // namespace assay
