// ScenarioList: the scenarios of the project: choose, add from a model, duplicate, rename in place, delete with a way
// back. It follows the linked selection and sets it.
#pragma once

#include "core/document/document.h"
#include "ui/models/scenario_model.h"
#include "ui/store/document_store.h"
#include "ui/store/selection.h"

#include <QtWidgets/QWidget>

class QListView;
class QMenu;
class QToolButton;

namespace assay {

class ScenarioList : public QWidget {
    Q_OBJECT
public:
    ScenarioList(DocumentStore& store, Selection& selection, QWidget* parent = nullptr);

    QListView* view() const { return m_view; }
    void setStale(std::vector<ScenarioId> stale) { m_model.setStale(std::move(stale)); }

public slots:
    void step(int rows); ///< by so many rows down, round the ends
    void duplicate();
    void rename(); ///< opens the editor in place
    void remove();
    void offerModels(); ///< opens the menu of "New"

signals:
    void done(const QString& sentence); ///< names an edit that the stack's newest step undoes

private:
    void build();
    void fillModels();
    void add(const Model& model);
    void renameTo(const ScenarioId& id, const QString& title);
    void followDocument();
    void followSelection();
    const Scenario* current() const;

    DocumentStore& m_store;
    Selection& m_selection;
    ScenarioModel m_model;
    QListView* m_view = nullptr;
    QMenu* m_models = nullptr;
    QToolButton* m_new = nullptr;
    QToolButton* m_duplicate = nullptr;
    QToolButton* m_rename = nullptr;
    QToolButton* m_delete = nullptr;
    bool m_following = false;
};

} // namespace assay
