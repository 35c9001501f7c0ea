// SourcesPanel: the list of sources. Choosing one shows it; it follows the linked selection.
#pragma once

#include "ui/models/sources_model.h"
#include "ui/store/selection.h"
#include "ui/views/pane.h"

class QListView;
class QToolButton;

namespace assay {

class SourcesPanel : public Pane {
    Q_OBJECT
public:
    SourcesPanel(DocumentStore& store, Selection& selection, QWidget* parent = nullptr);

    void setContextActions(const QList<QAction*>& actions);

signals:
    void importWanted();
    void detailsWanted();

private:
    void follow();

    DocumentStore& m_store;
    Selection& m_selection;
    SourcesModel m_model;
    QListView* m_list;
};

} // namespace assay
