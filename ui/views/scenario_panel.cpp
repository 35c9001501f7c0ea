// ScenarioPanel: list above, inputs in the middle, results below.
#include "ui/views/scenario_panel.h"

#include "core/document/edit.h"
#include "ui/views/assertion_list.h"
#include "ui/views/bind_dialog.h"
#include "ui/views/catalogue_dialog.h"
#include "ui/views/claim_effects_dialog.h"
#include "ui/views/input_row.h"
#include "ui/views/must_be_dialog.h"
#include "ui/views/output_table.h"
#include "ui/views/scenario_list.h"
#include "ui/views/why_dialog.h"

#include <QtCore/QTimer>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace assay {

namespace {

constexpr int narrowest = 336; ///< px at which slider and field of an input stand side by side

const Row<Model>* modelOf(const Document& document, const std::optional<ScenarioId>& id) {
    const Scenario* scenario = id ? find(document.scenarios, *id) : nullptr;
    for (const Row<Model>& model : document.models)
        if (scenario && model->id == scenario->model)
            return &model;
    return nullptr;
}

constexpr int layoutSettles = 50; ///< ms until a row that grew has its new height: a layout request a level

/// Does the input rest on a selected claim?
bool restsOn(const InputRow& row, const Selected& selected) {
    return std::any_of(row.claims().begin(), row.claims().end(), [&](const ClaimId& id) {
        return std::find(selected.claims.begin(), selected.claims.end(), id) != selected.claims.end();
    });
}

} // namespace

ScenarioPanel::ScenarioPanel(DocumentStore& store, Selection& selection, RunService& runs, Questions& questions,
                             QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_selection(selection),
      m_runs(runs),
      m_stale(store),
      m_actions(store, selection, runs, questions) {
    setObjectName(QStringLiteral("scenarioPanel"));
    setAccessibleName(tr("Scenarios and inputs"));
    build();
    connect(&m_store, &DocumentStore::changed, this, &ScenarioPanel::followDocument);
    connect(&m_selection, &Selection::changed, this, &ScenarioPanel::followSelection);
    connect(&m_runs, &RunService::runsChanged, this, &ScenarioPanel::followRuns);
    connect(&m_stale, &StaleService::changed, this, &ScenarioPanel::followStale);
    showScenario();
}

// Rows go before the actions they call: a field that loses the focus as it dies still hands in its text.
ScenarioPanel::~ScenarioPanel() {
    for (InputRow* each : m_rows)
        delete each;
}

void ScenarioPanel::build() {
    m_list = new ScenarioList(m_store, m_selection, this);
    connect(m_list, &ScenarioList::done, this, &ScenarioPanel::done);
    m_empty = new QLabel(tr("No scenario yet: press New and pick a model."), this);
    m_empty->setObjectName(QStringLiteral("scenarioPanel.empty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_inputs = new QWidget;
    m_inputs->setObjectName(QStringLiteral("scenarioPanel.inputs"));
    m_inputColumn = new QVBoxLayout(m_inputs);
    m_inputColumn->setContentsMargins(0, 0, 0, 0);
    m_inputColumn->setSpacing(0);
    m_inputColumn->addStretch();
    m_scroll = scrolled(m_inputs, QStringLiteral("scenarioPanel.scroll"), tr("Inputs"));
    m_outputs = new OutputTable;
    m_assertions = new AssertionList(m_store, m_runs);
    auto* results = new QWidget;
    results->setObjectName(QStringLiteral("scenarioPanel.results"));
    auto* resultColumn = new QVBoxLayout(results);
    resultColumn->setContentsMargins(0, 0, 0, 0);
    resultColumn->setSpacing(0);
    resultColumn->addWidget(m_outputs);
    resultColumn->addWidget(m_assertions);
    resultColumn->addStretch();
    m_outputScroll = scrolled(results, QStringLiteral("scenarioPanel.outputScroll"), tr("Results"));
    connect(m_outputs, &OutputTable::whyWanted, this, &ScenarioPanel::showWhy);

    auto* split = new QSplitter(Qt::Vertical, this);
    split->setObjectName(QStringLiteral("scenarioPanel.split"));
    split->setChildrenCollapsible(false);
    split->addWidget(m_list);
    split->addWidget(m_empty);
    split->addWidget(m_scroll);
    split->addWidget(m_outputScroll);
    split->setSizes({118, 60, 340, 160});
    for (int part = 0; part < split->count(); ++part)
        split->setStretchFactor(part, split->widget(part) == m_scroll         ? 3
                                      : split->widget(part) == m_outputScroll ? 1
                                                                              : 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(split);
    setMinimumWidth(narrowest);
}

QScrollArea* ScenarioPanel::scrolled(QWidget* content, const QString& objectName, const QString& title) {
    auto* made = new QScrollArea(this);
    made->setObjectName(objectName);
    made->setAccessibleName(title);
    made->setWidget(content);
    made->setWidgetResizable(true);
    made->setFrameShape(QFrame::NoFrame);
    made->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    made->setFocusPolicy(Qt::NoFocus);
    return made;
}

void ScenarioPanel::nextScenario() { m_list->step(1); }
void ScenarioPanel::previousScenario() { m_list->step(-1); }
void ScenarioPanel::duplicateScenario() { m_list->duplicate(); }
void ScenarioPanel::renameScenario() { m_list->rename(); }
void ScenarioPanel::deleteScenario() { m_list->remove(); }
void ScenarioPanel::offerModels() { m_list->offerModels(); }

void ScenarioPanel::focusInputs() {
    if (!m_rows.empty())
        m_rows.front()->focusField();
}

void ScenarioPanel::focusInput(const VariableId& input) {
    if (InputRow* wanted = row(input)) {
        m_scroll->ensureWidgetVisible(wanted, 0, 12);
        wanted->focusField();
    }
}

void ScenarioPanel::bindSelectedClaim() {
    const std::optional<VariableId>& input = m_selection.now().input;
    if (InputRow* target = input ? row(*input) : nullptr) {
        m_scroll->ensureWidgetVisible(target);
        target->bindSelected();
    }
}

void ScenarioPanel::browseCatalogues() {
    const std::optional<VariableId>& input = m_selection.now().input;
    openCatalogues(input ? row(*input) : nullptr);
}

void ScenarioPanel::bindClaims() {
    const std::optional<VariableId>& input = m_selection.now().input;
    InputRow* target = input ? row(*input) : nullptr;
    if (target == nullptr && !m_rows.empty())
        target = m_rows.front();
    if (target != nullptr)
        openClaims(target);
}

void ScenarioPanel::openClaims(InputRow* target) {
    const Result<ScenarioInput> now = currentInput(m_store.document(), *m_scenario, target->input());
    if (!now)
        return;
    const std::optional<ClaimId> selected = m_selection.claim();
    auto* dialog = new BindDialog(m_store.document(), target->declared(), now->basis,
                                  selected ? std::vector{*selected} : std::vector<ClaimId>(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, target, [target, dialog] { // gone with its row: nothing to bind
        const ClaimsChoice choice = dialog->chosen();
        target->bindClaims(choice.rule, choice.terms);
    });
    dialog->show();
}

void ScenarioPanel::weighClaims() {
    if (!m_scenario)
        return;
    auto* dialog = new ClaimEffectsDialog(m_store, m_selection, m_runs, *m_scenario, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void ScenarioPanel::showMustBe(const VariableId& output) {
    if (!m_scenario)
        return;
    auto* dialog = new MustBeDialog(m_store, m_selection, m_runs, *m_scenario, output, this);
    dialog->setNumbers(m_numbers);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void ScenarioPanel::setNumbers(NumberScript numbers) {
    m_numbers = numbers;
    for (InputRow* each : m_rows)
        each->setNumbers(numbers);
}

void ScenarioPanel::followStale() {
    const std::vector<ScenarioId> scenarios = m_stale.scenarios();
    m_list->setStale(scenarios);
    emit staleChanged(scenarios);
    if (!m_scenario)
        return;
    const std::vector<StaleInput> stale = m_stale.inputsOf(*m_scenario);
    for (InputRow* each : m_rows) {
        std::vector<StaleInput> own = stale;
        std::erase_if(own, [&](const StaleInput& reason) { return reason.input != each->input(); });
        each->showStale(own);
    }
    m_outputs->setStale(m_stale.outputsOf(*m_scenario));
}

void ScenarioPanel::openCatalogues(InputRow* target) {
    std::optional<CatalogueTarget> wanted;
    if (target)
        wanted = CatalogueTarget{target->title(), target->declared().unit};
    auto* dialog = new CatalogueDialog(m_store, wanted, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (target)
        connect(dialog, &CatalogueDialog::picked, target, &InputRow::bindRow); // gone with its row: nothing to pick for
    dialog->show();
}

void ScenarioPanel::showWhy(const VariableId& output) {
    if (!m_scenario)
        return;
    auto* dialog = new WhyDialog(m_store, m_selection, m_runs, *m_scenario, output, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WhyDialog::mustBeWanted, this, &ScenarioPanel::showMustBe);
    dialog->show();
}

void ScenarioPanel::followDocument() {
    const Row<Model>* model = modelOf(m_store.document(), m_scenario);
    if (!model || !m_model || !m_model->sameObject(*model)) {
        showScenario();
        return;
    }
    for (InputRow* each : m_rows)
        each->showDocument(m_store.document());
    markRows();
}

void ScenarioPanel::followSelection(const Selected& before, const Selected& after) {
    if (before.scenario != after.scenario || after.scenario != m_scenario)
        showScenario();
    markRows();
    InputRow* chosen = after.input && before.input != after.input ? row(*after.input) : nullptr;
    if (chosen)
        m_scroll->ensureWidgetVisible(chosen, 0, 12);
    else if (before.claims != after.claims)
        showLinkedRow();
}

/// The selected input, and those that rest on a selected claim.
void ScenarioPanel::markRows() {
    const Selected& now = m_selection.now();
    for (InputRow* each : m_rows)
        each->setState(now.input == each->input() ? InputRow::State::current
                       : restsOn(*each, now)      ? InputRow::State::linked
                                                  : InputRow::State::plain);
}

/// Unless the hand is here: nothing scrolls away under it.
void ScenarioPanel::showLinkedRow() {
    const QWidget* focus = window()->focusWidget();
    if (focus && isAncestorOf(focus))
        return;
    for (InputRow* each : m_rows)
        if (restsOn(*each, m_selection.now())) {
            m_scroll->ensureWidgetVisible(each, 0, 12);
            return;
        }
}

void ScenarioPanel::showScenario() {
    m_actions.endGesture();
    m_scenario = m_selection.now().scenario;
    const Row<Model>* model = modelOf(m_store.document(), m_scenario);
    m_empty->setVisible(!model);
    m_scroll->setVisible(model);
    m_outputScroll->setVisible(model);
    m_assertions->setScenario(model ? m_scenario : std::nullopt);
    if (!model) {
        rebuildRows({});
        m_model.reset();
        return;
    }
    m_runs.setFocus(*m_scenario);
    rebuildRows(**model);
    m_model = *model;
    m_outputs->setModel(**model);
    followRuns();
    followStale();
}

void ScenarioPanel::rebuildRows(const Model& model) {
    for (InputRow* each : m_rows) {
        each->hide();
        each->deleteLater();
    }
    m_rows.clear();
    for (const ModelInput& input : model.inputs) {
        auto* made = new InputRow(*m_scenario, input, m_actions, m_inputs);
        made->showDocument(m_store.document());
        made->setNumbers(m_numbers);
        connectRow(*made);
        m_inputColumn->insertWidget(static_cast<int>(m_rows.size()), made);
        m_rows.push_back(made);
        if (m_curve == input.id)
            made->setCurve(InputRow::Curve::open);
    }
    markRows();
}

void ScenarioPanel::connectRow(InputRow& made) {
    connect(&made, &InputRow::focused, this, [this, id = made.input()] { m_selection.selectInput(id); });
    connect(&made, &InputRow::catalogueWanted, this, [this, &made] { openCatalogues(&made); });
    connect(&made, &InputRow::claimsWanted, this, [this, &made] { openClaims(&made); });
    connect(&made, &InputRow::curveChanged, this, [this, &made](InputRow::Curve curve) {
        if (curve == InputRow::Curve::open)
            openCurve(made);
        else
            m_curve.reset();
    });
    connect(&made, &InputRow::chosen, this, [this, &made] {
        m_selection.selectInput(made.input());
        if (!made.claims().empty())
            m_selection.selectClaims(made.claims());
    });
    connect(&made, &InputRow::claimsChosen, &m_selection, &Selection::selectClaims);
}

/// One at a time: the rows stay close together.
void ScenarioPanel::openCurve(InputRow& opened) {
    for (InputRow* each : m_rows)
        if (each != &opened)
            each->setCurve(InputRow::Curve::closed);
    m_curve = opened.input();
    QTimer::singleShot(layoutSettles, &opened, [this, &opened] {
        m_scroll->ensureWidgetVisible(&opened, 0, 12);
        if (opened.height() > m_scroll->viewport()->height())
            m_scroll->verticalScrollBar()->setValue(opened.y()); // its slider and text stay above the curve
    });
}

void ScenarioPanel::followRuns() {
    if (!m_scenario || !m_model)
        return;
    const RunPtr run = m_runs.run(*m_scenario);
    if (const std::optional<Error> error = m_runs.error(*m_scenario))
        m_outputs->setError(*error);
    else if (run && run->model == (*m_model)->id)
        m_outputs->setRun(*run, m_runs.isCurrent(*m_scenario) ? OutputTable::Freshness::current
                                                              : OutputTable::Freshness::computing);
}

InputRow* ScenarioPanel::row(const VariableId& input) const {
    for (InputRow* each : m_rows)
        if (each->input() == input)
            return each;
    return nullptr;
}

} // namespace assay
