// MustBeDialog: question above, three answers as tabs. What is shown is in must_be_dialog_answers.cpp.
#include "ui/views/must_be_dialog.h"

#include "core/dist/distribution.h"
#include "core/scenario/behind.h"
#include "core/units/read_quantity.h"
#include "ui/charts/chart_view.h"
#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/table_look.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace assay {

namespace {

const Model* modelOf(const Document& document, const ScenarioId& id) {
    const Scenario* scenario = find(document.scenarios, id);
    return scenario ? find(document.models, scenario->model) : nullptr;
}

} // namespace

MustBeDialog::MustBeDialog(DocumentStore& store, Selection& selection, RunService& runs, ScenarioId scenario,
                           const VariableId& output, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_selection(selection),
      m_runs(runs),
      m_scenario(std::move(scenario)),
      m_output(new QComboBox(this)),
      m_statistic(new QComboBox(this)),
      m_target(new QLineEdit(this)),
      m_reading(new QLabel(this)),
      m_tabs(new QTabWidget(this)) {
    build();
    if (const int place = m_output->findData(text(output.value)); place >= 0)
        m_output->setCurrentIndex(place);
    fillInputs();
    connect(m_output, &QComboBox::currentIndexChanged, this, [this] {
        fillInputs();
        ask();
    });
    connect(m_statistic, &QComboBox::currentIndexChanged, this, &MustBeDialog::ask);
    connect(m_target, &QLineEdit::textChanged, this, &MustBeDialog::ask);
    for (QComboBox* input : m_inputs)
        connect(input, &QComboBox::activated, this, &MustBeDialog::askLine);
    connect(&m_service, &MustBeService::valuesChanged, this, &MustBeDialog::showValues);
    connect(&m_service, &MustBeService::lineChanged, this, &MustBeDialog::showLine);
    connect(&m_store, &DocumentStore::changed, this, &MustBeDialog::ask);
    connect(&m_runs, &RunService::runsChanged, this, &MustBeDialog::ask);
    ask();
}

void MustBeDialog::build() {
    const Scenario* scenario = assay::find(m_store.document().scenarios, m_scenario);
    setObjectName(QStringLiteral("mustBeDialog"));
    setWindowTitle(tr("What must be true: %1").arg(text(scenario ? scenario->title : m_scenario.value)));
    m_output->setObjectName(QStringLiteral("mustBe.output"));
    m_output->setAccessibleName(tr("Result"));
    const Model* model = modelOf(m_store.document(), m_scenario);
    for (std::size_t i = 0; model && i < model->outputs.size(); ++i) {
        const Formula* formula = findFormula(*model, model->outputs[i]);
        m_output->addItem(text(formula && !formula->title.empty() ? formula->title : model->outputs[i].value),
                          text(model->outputs[i].value));
    }
    m_statistic->setObjectName(QStringLiteral("mustBe.statistic"));
    m_statistic->setAccessibleName(tr("Statistic"));
    m_statistic->addItem(tr("Median"), static_cast<int>(Statistic::p50));
    m_statistic->addItem(tr("Mean"), static_cast<int>(Statistic::mean));
    m_statistic->addItem(tr("P5"), static_cast<int>(Statistic::p5));
    m_statistic->addItem(tr("P95"), static_cast<int>(Statistic::p95));
    m_target->setObjectName(QStringLiteral("mustBe.target"));
    m_target->setAccessibleName(tr("Target"));
    m_target->setPlaceholderText(tr("such as $10M, 50000 H800*h, 20%"));
    m_reading->setObjectName(QStringLiteral("mustBe.reading"));
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setWordWrap(true);
    m_tabs->setObjectName(QStringLiteral("mustBe.tabs"));
    m_tabs->addTab(buildOne(), tr("&One input alone"));
    m_tabs->addTab(buildTwo(), tr("&Two inputs"));
    m_tabs->addTab(buildAll(), tr("&All together"));
    auto* form = new QFormLayout;
    auto* which = new QHBoxLayout;
    which->addWidget(m_statistic);
    which->addWidget(m_output, 1);
    auto* result = new QLabel(tr("&Result"), this);
    result->setBuddy(m_output);
    form->addRow(result, which);
    form->addRow(tr("Tar&get"), m_target);
    form->addRow(QString(), m_reading);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    column->setSpacing(largeGap);
    column->addLayout(form);
    column->addWidget(m_tabs, 1);
    column->addWidget(buttons);
    resize(1000, 640);
    m_target->setFocus();
}

QTableWidget* MustBeDialog::table(const QString& name, const QString& title, const QStringList& heads) {
    auto* made = new QTableWidget(0, static_cast<int>(heads.size()), this);
    made->setObjectName(name);
    made->setAccessibleName(title);
    made->setHorizontalHeaderLabels(heads);
    makeQuiet(*made);
    made->setColumnWidth(0, 34 * fontMetrics().averageCharWidth());
    for (int column = 1; column < heads.size(); ++column)
        made->setColumnWidth(column, 27 * fontMetrics().averageCharWidth());
    return made;
}

QWidget* MustBeDialog::buildOne() {
    auto* page = new QWidget;
    m_one = table(QStringLiteral("mustBe.one"), tr("Value of each input alone"),
                  {tr("Input"), tr("Now"), tr("Must be"), tr("The result can be")});
    m_makeOne = new QPushButton(tr("&New scenario with this value"), page);
    m_makeOne->setObjectName(QStringLiteral("mustBe.makeOne"));
    connect(m_makeOne, &QPushButton::clicked, this, &MustBeDialog::makeFromOne);
    connect(m_one, &QTableWidget::currentCellChanged, this, &MustBeDialog::allowOne);
    auto* column = new QVBoxLayout(page);
    column->addWidget(m_one, 1);
    column->addWidget(m_makeOne, 0, Qt::AlignLeft);
    return page;
}

QWidget* MustBeDialog::buildTwo() {
    auto* page = new QWidget;
    auto* choices = new QHBoxLayout;
    const std::array<QString, 2> names{tr("Across"), tr("Up")};
    for (std::size_t i = 0; i < 2; ++i) {
        m_inputs[i] = new QComboBox(page);
        m_inputs[i]->setObjectName(QStringLiteral("mustBe.input%1").arg(i));
        m_inputs[i]->setAccessibleName(names[i]);
        auto* label = new QLabel(names[i], page);
        label->setBuddy(m_inputs[i]);
        choices->addWidget(label);
        choices->addWidget(m_inputs[i], 1);
    }
    m_chart = new ChartView(page);
    m_chart->setObjectName(QStringLiteral("mustBe.chart"));
    connect(m_chart, &ChartView::datumClicked, this, &MustBeDialog::choosePoint);
    m_pointWords = new QLabel(page);
    m_pointWords->setObjectName(QStringLiteral("mustBe.point"));
    m_pointWords->setTextFormat(Qt::PlainText);
    m_pointWords->setWordWrap(true);
    m_makeTwo = new QPushButton(tr("&New scenario with this point"), page);
    m_makeTwo->setObjectName(QStringLiteral("mustBe.makeTwo"));
    connect(m_makeTwo, &QPushButton::clicked, this, &MustBeDialog::makeFromTwo);
    auto* make = new QHBoxLayout;
    make->addWidget(m_makeTwo);
    make->addWidget(m_pointWords, 1);
    auto* column = new QVBoxLayout(page);
    column->addLayout(choices);
    column->addWidget(m_chart, 1);
    column->addLayout(make);
    return page;
}

QWidget* MustBeDialog::buildAll() {
    auto* page = new QWidget;
    m_allNote = new QLabel(page);
    m_allNote->setObjectName(QStringLiteral("mustBe.allNote"));
    m_allNote->setTextFormat(Qt::PlainText);
    m_allNote->setWordWrap(true);
    m_all = table(QStringLiteral("mustBe.all"), tr("Smallest change of all inputs"),
                  {tr("Input"), tr("Median now"), tr("Must be"), tr("Moved by"), tr("Share at or below")});
    m_makeAll = new QPushButton(tr("&New scenario with these values"), page);
    m_makeAll->setObjectName(QStringLiteral("mustBe.makeAll"));
    connect(m_makeAll, &QPushButton::clicked, this, &MustBeDialog::makeFromAll);
    auto* column = new QVBoxLayout(page);
    column->addWidget(m_allNote);
    column->addWidget(m_all, 1);
    column->addWidget(m_makeAll, 0, Qt::AlignLeft);
    return page;
}

/// The inputs behind the output, those that carry most of it first chosen.
void MustBeDialog::fillInputs() {
    const VariableId output{m_output->currentData().toString().toStdString()};
    const Model* model = modelOf(m_store.document(), m_scenario);
    const RunPtr run = m_runs.run(m_scenario);
    const OutputSummary* summary = run ? findOutput(*run, output) : nullptr;
    if (!model)
        return;
    std::vector<const ModelInput*> inputs = behind(*model, output).inputs;
    const auto carried = [&](const ModelInput* input) {
        for (std::size_t i = 0; summary && i < summary->sensitivity.size(); ++i)
            if (summary->sensitivity[i].input == input->id)
                return summary->sensitivity[i].firstOrder;
        return -1.0;
    };
    std::stable_sort(inputs.begin(), inputs.end(),
                     [&](const ModelInput* a, const ModelInput* b) { return carried(a) > carried(b); });
    for (std::size_t i = 0; i < 2; ++i) {
        m_inputs[i]->clear();
        for (const ModelInput* input : inputs)
            m_inputs[i]->addItem(text(input->title.empty() ? input->id.value : input->title), text(input->id.value));
        m_inputs[i]->setCurrentIndex(std::min(static_cast<int>(i), m_inputs[i]->count() - 1));
    }
}

std::optional<MustBeQuestion> MustBeDialog::question() {
    const VariableId output{m_output->currentData().toString().toStdString()};
    const RunPtr run = m_runs.run(m_scenario);
    const OutputSummary* summary = run ? findOutput(*run, output) : nullptr;
    const std::string typed = m_target->text().trimmed().toStdString();
    QPalette colors = palette();
    m_reading->setPalette(colors);
    if (!summary || typed.empty()) {
        m_reading->setText(summary ? tr("Type a value for the result in %1. The median is %2 now.")
                                         .arg(text(summary->unit == "1" ? "plain numbers" : summary->unit),
                                              text(writeQuantity(summary->p50, summary->unit, 3)))
                                   : tr("Computing\u2026"));
        return std::nullopt;
    }
    const Result<InputValue> value = readInput(typed, summary->unit);
    const auto* fixed = value ? std::get_if<Fixed>(&value->distribution.shape) : nullptr;
    if (!fixed) {
        colors.setColor(QPalette::WindowText, refusedColor(palette()));
        m_reading->setPalette(colors);
        m_reading->setText(value ? tr("A target is one number, such as 5.6M.") : errorText(value.error()));
        return std::nullopt;
    }
    const double target = fixed->value / summary->unitScale;
    m_reading->setText(
        tr("Target %1; the median is %2 now.")
            .arg(text(writeQuantity(target, summary->unit, 4)), text(writeQuantity(summary->p50, summary->unit, 3))));
    return MustBeQuestion{m_scenario, output, static_cast<Statistic>(m_statistic->currentData().toInt()), target};
}

void MustBeDialog::ask() {
    if (!assay::find(m_store.document().scenarios, m_scenario)) {
        reject();
        return;
    }
    const std::optional<MustBeQuestion> asked = question();
    m_tabs->setEnabled(asked.has_value());
    if (!asked)
        return;
    m_service.ask(m_store.document(), m_runs.runs(), *asked);
    askLine();
}

void MustBeDialog::askLine() {
    const std::optional<MustBeQuestion> asked = question();
    if (!asked || m_inputs[0]->count() < 2)
        return;
    m_chart->setEmpty(tr("Computing\u2026"), {});
    m_point.reset();
    showPoint();
    m_service.askLine(m_store.document(), m_runs.runs(), *asked,
                      {VariableId{m_inputs[0]->currentData().toString().toStdString()},
                       VariableId{m_inputs[1]->currentData().toString().toStdString()}});
}

} // namespace assay
