// ConflictsPanel: what a merge could not settle, and four ways to settle each; every one is an undo step. Hidden while
// there is nothing to settle.
#pragma once

#include "core/document/conflict.h"
#include "ui/models/conflicts_model.h"
#include "ui/store/document_store.h"
#include "ui/views/pane.h"

class QPushButton;
class QTableView;

namespace assay {

class ConflictsPanel : public Pane {
    Q_OBJECT
public:
    explicit ConflictsPanel(DocumentStore& store, QWidget* parent = nullptr);

private:
    QPushButton* addButton(const QString& objectName, const QString& text);
    void showDocument();
    void take(MergeSide side);
    void dismiss();
    void showChoices();

    DocumentStore& m_store;
    ConflictsModel* m_model;
    QTableView* m_table;
    QPushButton* m_ours;
    QPushButton* m_theirs;
    QPushButton* m_base;
    QPushButton* m_keep;
};

} // namespace assay
