// ScenarioList: buttons and keys to edits.
#include "ui/views/scenario_list.h"

#include "core/document/edit.h"
#include "core/io/model_file.h"
#include "ui/text/utf8_text.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/row_delegate.h"
#include "ui/views/tool_button.h"

#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace assay {

ScenarioList::ScenarioList(DocumentStore& store, Selection& selection, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_selection(selection) {
    setObjectName(QStringLiteral("scenarios"));
    build();
    fillModels();
    connect(&m_store, &DocumentStore::changed, this, &ScenarioList::followDocument);
    connect(&m_selection, &Selection::changed, this, &ScenarioList::followSelection);
    connect(&m_model, &ScenarioModel::renameWanted, this, &ScenarioList::renameTo);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        const std::optional<ScenarioId> id = m_model.idAt(index.row());
        if (id && !m_following)
            m_selection.selectScenario(id);
    });
    followDocument();
}

void ScenarioList::build() {
    m_view = new QListView(this);
    m_view->setObjectName(QStringLiteral("scenarios.list"));
    m_view->setAccessibleName(tr("Scenarios"));
    m_view->setModel(&m_model);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setItemDelegate(new RowDelegate(m_view, largeGap));
    m_view->setUniformItemSizes(true);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_models = new QMenu(this);
    m_models->setObjectName(QStringLiteral("scenarios.models"));
    m_new = toolButton(this, QStringLiteral("scenarios.new"), tr("New"), tr("A new scenario of a model"));
    m_new->setMenu(m_models);
    m_new->setPopupMode(QToolButton::InstantPopup);
    m_duplicate = toolButton(this, QStringLiteral("scenarios.duplicate"), tr("Duplicate"),
                             tr("A copy of the scenario, with the same draws"));
    m_rename = toolButton(this, QStringLiteral("scenarios.rename"), tr("Rename"), tr("Rename the scenario (F2)"));
    m_delete = toolButton(this, QStringLiteral("scenarios.delete"), tr("Delete"),
                          tr("Delete the scenario (Del); it can be undone"));
    connect(m_duplicate, &QToolButton::clicked, this, &ScenarioList::duplicate);
    connect(m_rename, &QToolButton::clicked, this, &ScenarioList::rename);
    connect(m_delete, &QToolButton::clicked, this, &ScenarioList::remove);
    auto* deletion = new QAction(tr("Delete scenario"), m_view);
    deletion->setShortcut(QKeySequence::Delete);
    deletion->setShortcutContext(Qt::WidgetShortcut);
    connect(deletion, &QAction::triggered, this, &ScenarioList::remove);
    auto* copying = new QAction(tr("Duplicate scenario"), m_view);
    connect(copying, &QAction::triggered, this, &ScenarioList::duplicate);
    auto* renaming = new QAction(tr("Rename scenario"), m_view);
    connect(renaming, &QAction::triggered, this, &ScenarioList::rename);
    m_view->addActions({copying, renaming, deletion});

    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 6, 6, 6);
    buttons->setSpacing(6);
    auto* heading = new QLabel(tr("Scenarios"), this);
    heading->setFont(boldFont(font()));
    buttons->addWidget(heading);
    buttons->addStretch();
    for (QToolButton* each : {m_new, m_duplicate, m_rename, m_delete})
        buttons->addWidget(each);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(buttons);
    column->addWidget(m_view, 1);
}

void ScenarioList::fillModels() {
    for (const Model& model : shippedModels()) {
        QAction* action = m_models->addAction(text(model.title));
        action->setObjectName(QStringLiteral("scenarios.new.") + text(model.id.value));
        connect(action, &QAction::triggered, this, [this, &model] { add(model); });
    }
}

void ScenarioList::add(const Model& model) {
    Scenario scenario;
    scenario.title = model.title;
    scenario.id = {freeScenarioId(m_store.document(), model.title)};
    scenario.model = model.id;
    const ScenarioId id = scenario.id;
    if (m_store.apply(tr("New scenario “%1”").arg(text(model.title)),
                      addScenario(m_store.document(), model, std::move(scenario))))
        m_selection.selectScenario(id);
}

void ScenarioList::duplicate() {
    const Scenario* scenario = current();
    if (!scenario)
        return;
    const std::string title = tr("%1 (copy)").arg(text(scenario->title)).toStdString();
    const ScenarioId id{freeScenarioId(m_store.document(), title)};
    if (m_store.apply(tr("Duplicate “%1”").arg(text(scenario->title)),
                      duplicateScenario(m_store.document(), scenario->id, id, title)))
        m_selection.selectScenario(id);
}

/// Without a loop of its own, unlike QToolButton::showMenu.
void ScenarioList::offerModels() {
    m_new->setFocus(Qt::OtherFocusReason);
    m_models->popup(m_new->mapToGlobal(m_new->rect().bottomLeft()));
}

void ScenarioList::rename() {
    const QModelIndex scenario = m_view->currentIndex();
    if (scenario.isValid() && !m_view->isPersistentEditorOpen(scenario)) // being renamed already
        m_view->edit(scenario);
}

void ScenarioList::renameTo(const ScenarioId& id, const QString& title) {
    static_cast<void>(
        m_store.apply(tr("Rename to “%1”").arg(title), renameScenario(m_store.document(), id, title.toStdString())));
}

void ScenarioList::remove() {
    const Scenario* scenario = current();
    if (!scenario)
        return;
    const QString title = text(scenario->title);
    if (m_store.apply(tr("Delete “%1”").arg(title), removeScenario(m_store.document(), scenario->id)))
        emit done(tr("Scenario “%1” deleted").arg(title));
}

void ScenarioList::step(int rows) {
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int from = m_view->currentIndex().isValid() ? m_view->currentIndex().row() : 0;
    m_view->setCurrentIndex(m_model.index(((from + rows) % count + count) % count));
}

void ScenarioList::followDocument() {
    m_following = true; // rows that come and go must not select by themselves
    m_model.setDocument(m_store.document());
    m_following = false;
    followSelection();
}

void ScenarioList::followSelection() {
    const std::optional<ScenarioId>& wanted = m_selection.now().scenario;
    const std::optional<int> row = wanted ? m_model.rowOf(*wanted) : std::nullopt;
    if (row && m_view->currentIndex().row() != *row)
        m_view->setCurrentIndex(m_model.index(*row));
    for (QToolButton* each : {m_duplicate, m_rename, m_delete})
        each->setEnabled(row.has_value());
}

const Scenario* ScenarioList::current() const {
    const std::optional<ScenarioId>& id = m_selection.now().scenario;
    return id ? assay::find(m_store.document().scenarios, *id) : nullptr;
}

} // namespace assay
