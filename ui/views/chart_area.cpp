// ChartArea: tabs, choices and slots.
#include "ui/views/chart_area.h"

#include "core/document/chart_context.h"
#include "ui/text/utf8_text.h"
#include "ui/views/chart_choices.h"
#include "ui/views/chart_slot.h"
#include "ui/views/tool_button.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace assay {

namespace {

constexpr int wideEnough = 900; ///< px: four charts beside each other stay readable

QString thresholdHint() {
    return QLatin1Char('\n')
           + ChartArea::tr("X: the chance of more than a value. Ctrl and drag, or P: the chance of a range");
}

bool hasVariable(const Document& document, const std::optional<ScenarioId>& id, const VariableId& variable) {
    const Scenario* scenario = id ? find(document.scenarios, *id) : nullptr;
    const Model* model = scenario ? find(document.models, scenario->model) : nullptr;
    return model && (findFormula(*model, variable) || findInput(*model, variable));
}

} // namespace

ChartArea::ChartArea(DocumentStore& store, Selection& selection, RunService& runs, Questions& questions,
                     QSettings& settings, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_selection(selection),
      m_runs(runs),
      m_questions(questions),
      m_settings(settings),
      m_hand(store, runs) {
    setObjectName(QStringLiteral("chartArea"));
    setAccessibleName(tr("Charts"));
    build();
    connect(&m_store, &DocumentStore::changed, this, &ChartArea::refresh);
    connect(&m_runs, &RunService::runsChanged, this, &ChartArea::refresh);
    connect(&m_runs, &RunService::busyChanged, this, &ChartArea::refreshEmpty);
    connect(&m_runs, &RunService::gestureBegan, this, &ChartArea::hold);
    connect(&m_runs, &RunService::gestureEnded, this, &ChartArea::letGo);
    connect(&m_selection, &Selection::changed, this, &ChartArea::followSelection);
}

void ChartArea::build() {
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(QStringLiteral("chart.tabs"));
    m_tabs->setAccessibleName(tr("Charts"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(true);
    int key = 0;
    for (const ChartKind& each : chartKinds()) {
        const int tab = m_tabs->addTab(text(each.tab));
        m_tabs->setTabData(tab, text(each.id));
        if (++key <= 9)
            m_tabs->setTabToolTip(tab, tr("%1 (key %2 in a chart)").arg(text(each.title)).arg(key)
                                           + (each.takesThreshold ? thresholdHint() : QString()));
    }
    connect(m_tabs, &QTabBar::currentChanged, this, &ChartArea::arrange);
    m_four = toolButton(this, QStringLiteral("chart.four"), tr("Four"), tr("Four charts beside each other"));
    m_four->setCheckable(true);
    connect(m_four, &QToolButton::toggled, this, &ChartArea::arrange);
    QToolButton* exporting =
        toolButton(this, QStringLiteral("chart.export"), tr("Export…"), tr("Export the chart (Ctrl+E)"));
    connect(exporting, &QToolButton::clicked, this, &ChartArea::exportChart);

    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(0, 0, 12, 0);
    heading->setSpacing(6);
    heading->addWidget(m_tabs, 1);
    heading->addWidget(m_four);
    heading->addWidget(exporting);
    m_choices = new ChartChoices(this);
    connect(m_choices, &ChartChoices::scenarioChosen, &m_selection,
            [this](const ScenarioId& id) { m_selection.selectScenario(id); });
    connect(m_choices, &ChartChoices::attributeChosen, &m_selection,
            [this](const AttributeId& id) { m_selection.selectAttribute(id); });
    connect(m_choices, &ChartChoices::againstChosen, this, [this](const ScenarioId& id) {
        m_against = id;
        refresh();
    });
    connect(m_choices, &ChartChoices::outputChosen, this, [this](const VariableId& id) {
        m_output = id;
        refresh();
    });
    connect(m_choices, &ChartChoices::inputChosen, this, [this](const VariableId& id) {
        m_input = id;
        refresh();
    });
    connect(m_choices, &ChartChoices::formChosen, this, [this](const std::string& form) { showForm(chart(), form); });
    m_page = new QWidget(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(heading);
    column->addWidget(m_choices);
    column->addWidget(m_page, 1);
    makeSlots();
}

void ChartArea::makeSlots() {
    auto* grid = new QGridLayout(m_page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(6);
    for (std::size_t i = 0; i < slotCount; ++i) {
        auto* slot = new ChartSlot(static_cast<int>(i), m_page);
        m_slots[i] = slot;
        grid->addWidget(slot->view(), static_cast<int>(i / 2), static_cast<int>(i % 2));
        connectSlot(*slot);
        connectHand(*slot);
    }
    arrange();
}

/// Which slots show which charts: one, or the four of the chosen one's group.
void ChartArea::arrange() {
    const auto kinds = chartKinds();
    const std::size_t current = static_cast<std::size_t>(std::max(0, m_tabs->currentIndex()));
    const bool four = m_four->isChecked() && !m_four->isHidden();
    const std::size_t first = four ? current / slotCount * slotCount : current;
    for (std::size_t i = 0; i < slotCount; ++i) {
        const bool used = (four || i == 0) && first + i < kinds.size();
        m_slots[i]->setKind(used ? &kinds[first + i] : nullptr);
        m_slots[i]->view()->setVisible(used);
    }
    refresh();
    emit chartChanged();
}

void ChartArea::refresh() {
    if (!isVisible() || chartKinds().empty())
        return; // showEvent asks again
    if (m_runs.isFramePending())
        return; // runsChanged follows: a chart of the run before it would only hold it up
    const ChartContext now = context();
    m_choices->offer(kind(), shownContext());
    const auto waiting = m_runs.isBusy() ? ChartSlot::Waiting::forRuns : ChartSlot::Waiting::no;
    for (ChartSlot* slot : m_slots)
        if (slot->kind()) {
            ChartContext own = now;
            const auto threshold = m_thresholds.find(slot->kind()->id);
            if (threshold != m_thresholds.end())
                own.threshold = threshold->second;
            const auto range = m_ranges.find(slot->kind()->id);
            if (range != m_ranges.end())
                own.range = range->second;
            own.form = formOf(slot->kind()->id);
            if (slot->kind()->followsClaims)
                own.chosen = m_selection.now().claims;
            slot->refresh(std::move(own), waiting);
        }
}

/// Where nothing is shown, whether runs are being made decides what is said.
void ChartArea::refreshEmpty() {
    if (std::any_of(m_slots.begin(), m_slots.end(), [](const ChartSlot* s) { return s->kind() && !s->spec(); }))
        refresh();
}

std::string ChartArea::formOf(std::string_view chart) const {
    const auto form = m_forms.find(chart);
    return form == m_forms.end() ? std::string() : form->second;
}

void ChartArea::showForm(const std::string& chart, const std::string& form) {
    m_forms[chart] = form;
    refresh();
}

void ChartArea::setNumbers(NumberScript numbers) {
    m_numbers = numbers;
    refresh();
}

ChartContext ChartArea::context() const {
    const Document& document = m_store.document();
    ChartContext now = chartContext(document, m_runs.runs());
    now.stale = m_stale;
    now.numbers = m_numbers;
    now.scenario = m_selection.now().scenario;
    now.against = m_against;
    now.attribute = m_selection.now().attribute;
    if (m_output && hasVariable(document, now.scenario, *m_output))
        now.output = m_output;
    if (m_input && hasVariable(document, now.scenario, *m_input))
        now.input = m_input;
    return now;
}

void ChartArea::setStale(std::vector<ScenarioId> stale) {
    if (m_stale == stale)
        return;
    m_stale = std::move(stale);
    refresh();
}

ChartContext ChartArea::shownContext() const {
    ChartContext shown = context();
    shown.form = formOf(kind().id);
    const ChartSpec* made = spec();
    if (!made)
        return shown;
    if (kind().others)
        for (const Datum& datum : made->data)
            if (!datum.ids.scenario.empty() && datum.ids.scenario != made->data.front().ids.scenario)
                shown.against = datum.ids.scenario;
    for (const Datum& datum : made->data) {
        if (!shown.output && !datum.ids.output.empty())
            shown.output = datum.ids.output;
        if (!shown.input && !datum.ids.input.empty())
            shown.input = datum.ids.input;
        const Claim* claim = datum.ids.claims.empty() ? nullptr : assay::find(shown.claims, datum.ids.claims.front());
        if (!shown.attribute && claim)
            shown.attribute = claim->attribute;
    }
    return shown;
}

void ChartArea::followSelection(const Selected& before, const Selected& after) {
    const auto followsClaims = [](const ChartSlot* slot) { return slot->kind() && slot->kind()->followsClaims; };
    const bool otherClaims =
        before.claims != after.claims && std::any_of(m_slots.begin(), m_slots.end(), followsClaims);
    if (before.scenario != after.scenario || before.attribute != after.attribute || otherClaims)
        refresh();
    showSelection();
}

void ChartArea::showSelection() {
    const Selected& now = m_selection.now();
    const MarkIds ids{now.scenario.value_or(ScenarioId{}), now.input.value_or(VariableId{}), {}, now.claims};
    for (ChartSlot* slot : m_slots)
        slot->view()->setSelection(ids);
}

const ChartKind& ChartArea::kind() const {
    return chartKinds()[static_cast<std::size_t>(std::max(0, m_tabs->currentIndex()))];
}

ChartSlot* ChartArea::chosen() const {
    for (ChartSlot* slot : m_slots)
        if (slot && slot->kind() && slot->kind()->id == kind().id)
            return slot;
    return nullptr;
}

std::string ChartArea::chart() const { return chartKinds().empty() ? std::string() : std::string(kind().id); }

const ChartSpec* ChartArea::spec() const {
    const ChartSlot* slot = chosen();
    return slot && slot->spec() ? &*slot->spec() : nullptr;
}

void ChartArea::showChart(const QString& id) {
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        if (m_tabs->tabData(tab).toString() == id)
            m_tabs->setCurrentIndex(tab);
}

void ChartArea::keyPressEvent(QKeyEvent* event) {
    const int number = event->key() - Qt::Key_1;
    if (event->modifiers() == Qt::NoModifier && number >= 0 && number < std::min(9, m_tabs->count()))
        m_tabs->setCurrentIndex(number);
    else if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_E)
        exportChart();
    else
        QWidget::keyPressEvent(event);
}

void ChartArea::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool wide = width() >= wideEnough;
    if (wide == m_four->isHidden()) {
        m_four->setVisible(wide);
        arrange();
    }
}

void ChartArea::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void ChartArea::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    for (ChartSlot* slot : m_slots)
        slot->cancel(); // what is not seen is not built: showEvent asks again
}

} // namespace assay
