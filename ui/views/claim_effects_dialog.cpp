// ClaimEffectsDialog: a choice of output and threshold above a table; Enter or a double click goes to the words.
#include "ui/views/claim_effects_dialog.h"

#include "core/dist/distribution.h"
#include "core/units/read_quantity.h"
#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/basis_text.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/table_look.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

QString percent(double share) { return text(writeQuantity(100 * share, "%", share < 0.0995 ? 1 : 2)); }

QString insteadText(const LeftOut& left) {
    switch (left.instead) {
    case Instead::others: return ClaimEffectsDialog::tr("the other claims: %1").arg(text(left.text));
    case Instead::modelDefault: return ClaimEffectsDialog::tr("the model\u2019s default: %1").arg(text(left.text));
    case Instead::sameText: return ClaimEffectsDialog::tr("the same: other claims carry it");
    }
    return {};
}

} // namespace

ClaimEffectsDialog::ClaimEffectsDialog(DocumentStore& store, Selection& selection, RunService& runs,
                                       ScenarioId scenario, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_selection(selection),
      m_runs(runs),
      m_service(store, runs),
      m_scenario(std::move(scenario)),
      m_output(new QComboBox(this)),
      m_threshold(new QLineEdit(this)),
      m_note(new QLabel(this)),
      m_refusal(new QLabel(this)),
      m_table(new QTableWidget(0, columns, this)) {
    build();
    connect(m_output, &QComboBox::currentIndexChanged, this, &ClaimEffectsDialog::ask);
    connect(m_threshold, &QLineEdit::textChanged, this, &ClaimEffectsDialog::ask);
    connect(&m_runs, &RunService::runsChanged, this, &ClaimEffectsDialog::ask); // runs follow the document
    connect(m_table, &QTableWidget::cellActivated, this, &ClaimEffectsDialog::follow);
    connect(&m_service, &ClaimEffectsService::changed, this, &ClaimEffectsDialog::showEffects);
    ask();
}

void ClaimEffectsDialog::build() {
    const Scenario* scenario = assay::find(m_store.document().scenarios, m_scenario);
    const Model* model = scenario ? assay::find(m_store.document().models, scenario->model) : nullptr;
    setObjectName(QStringLiteral("claimEffects"));
    setWindowTitle(tr("Which claim to check next: %1").arg(text(scenario ? scenario->title : m_scenario.value)));
    m_output->setObjectName(QStringLiteral("effects.output"));
    m_output->setAccessibleName(tr("Result"));
    for (std::size_t i = 0; model && i < model->outputs.size(); ++i) {
        const Formula* formula = findFormula(*model, model->outputs[i]);
        m_output->addItem(text(formula && !formula->title.empty() ? formula->title : model->outputs[i].value),
                          text(model->outputs[i].value));
    }
    m_threshold->setObjectName(QStringLiteral("effects.threshold"));
    m_threshold->setAccessibleName(tr("Threshold"));
    m_threshold->setPlaceholderText(tr("such as $6M; empty: by spread"));
    m_note->setObjectName(QStringLiteral("effects.note"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_refusal->setObjectName(QStringLiteral("effects.refusal"));
    m_refusal->setTextFormat(Qt::PlainText);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    m_table->setObjectName(QStringLiteral("effects.table"));
    m_table->setAccessibleName(tr("Claims"));
    m_table->setHorizontalHeaderLabels({tr("Claim"), tr("Input"), tr("Of the spread"), tr("Of the doubt"),
                                        tr("Median without it"), tr("Moves it by"), tr("Instead")});
    makeQuiet(*m_table);
    const int em = fontMetrics().averageCharWidth();
    int column = 0;
    for (const int characters : {42, 22, 16, 16, 20, 16})
        m_table->setColumnWidth(column++, characters * em + 2 * smallGap);
    auto* form = new QFormLayout;
    form->addRow(tr("&Result"), m_output);
    form->addRow(tr("Doubt whether it lies &above"), m_threshold);
    form->addRow(QString(), m_refusal);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    layout->setSpacing(largeGap);
    layout->addLayout(form);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    resize(1080, 520);
}

void ClaimEffectsDialog::ask() {
    const VariableId output{m_output->currentData().toString().toStdString()};
    const RunPtr run = m_runs.run(m_scenario);
    const OutputSummary* summary = run ? findOutput(*run, output) : nullptr;
    const std::string typed = m_threshold->text().trimmed().toStdString();
    std::optional<double> threshold;
    m_refusal->hide();
    if (!typed.empty() && summary) {
        const Result<InputValue> value = readInput(typed, summary->unit);
        const auto* fixed = value ? std::get_if<Fixed>(&value->distribution.shape) : nullptr;
        if (fixed)
            threshold = fixed->value / summary->unitScale;
        else
            refuse(value ? tr("A threshold is one number, such as 5.6M.") : errorText(value.error()));
    }
    m_service.ask(m_scenario, output, threshold);
}

void ClaimEffectsDialog::refuse(const QString& sentence) {
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, refusedColor(palette()));
    m_refusal->setPalette(colors);
    m_refusal->setText(sentence);
    m_refusal->show();
}

void ClaimEffectsDialog::showEffects() {
    m_table->setRowCount(0);
    m_claims.clear();
    if (m_service.error()) {
        m_note->setText(errorText(*m_service.error()));
        return;
    }
    const ClaimEffects& effects = *m_service.effects();
    for (const NextCheck& check : effects.checks)
        addRow(check.claim, &check, effects);
    for (const LeftOut& left : effects.leftOut.claims) // below a linked scenario: no input of this one stands on it
        if (std::find(m_claims.begin(), m_claims.end(), left.claim) == m_claims.end())
            addRow(left.claim, nullptr, effects);
    m_table->setColumnHidden(doubtColumn, m_threshold->text().trimmed().isEmpty() || !m_refusal->isHidden());
    const std::string& unit = effects.leftOut.unit;
    const bool isLinked = std::any_of(effects.leftOut.claims.begin(), effects.leftOut.claims.end(),
                                      [](const LeftOut& each) { return !each.through.empty(); });
    const QString dash = isLinked ? tr(" A dash: it acts through a linked scenario.") : QString();
    m_note->setText(
        m_claims.empty()
            ? tr("No input of this scenario is based on a claim.")
            : tr("With all claims the median is %1. The spread of a claim is the share of the variance that "
                 "would go if its input were known; a claim taken as exact has none. Enter goes to the words.")
                      .arg(text(writeQuantity(effects.leftOut.whole.p50, unit, 3)))
                  + dash);
}

void ClaimEffectsDialog::addRow(const ClaimId& id, const NextCheck* check, const ClaimEffects& effects) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_claims.push_back(id);
    const auto put = [&](Column column, const QString& words, const QString& tip = {}) {
        auto* item = new QTableWidgetItem(words);
        item->setToolTip(tipHtml(tip.isEmpty() ? words : tip));
        m_table->setItem(row, column, item);
    };
    const Claim* claim = assay::find(m_store.document().claims, id);
    put(claimColumn, claimLine(m_store.document(), id), text(claim ? claim->statement : std::string()));
    const auto carried = [&](double share) {
        if (check == nullptr)
            return QStringLiteral("\u2013");
        return check->inputs.empty() ? tr("exact") : percent(share);
    };
    put(spreadColumn, carried(check ? check->ofSpread : 0));
    put(doubtColumn, carried(check ? check->ofDoubt : 0));
    const auto left = std::find_if(effects.leftOut.claims.begin(), effects.leftOut.claims.end(),
                                   [&](const LeftOut& each) { return each.claim == id; });
    if (left == effects.leftOut.claims.end())
        return;
    const std::string& unit = effects.leftOut.unit;
    const auto number = [&](double value) { return text(writeQuantity(value, unit, 3)); };
    put(inputColumn, inputTitles(*left));
    put(withoutColumn, number(left->points.p50), tr("%1 to %2").arg(number(left->points.p5), number(left->points.p95)));
    const double moved = left->points.p50 - effects.leftOut.whole.p50;
    put(movedColumn, left->moved > 0
                         ? (moved < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + number(std::abs(moved))
                         : tr("nothing"));
    put(insteadColumn, insteadText(*left));
}

/// Of another scenario its title stands behind.
QString ClaimEffectsDialog::inputTitles(const LeftOut& left) const {
    const ScenarioId& id = left.through.empty() ? m_scenario : left.through;
    const Scenario* scenario = assay::find(m_store.document().scenarios, id);
    const Model* model = scenario ? assay::find(m_store.document().models, scenario->model) : nullptr;
    QStringList titles;
    for (const VariableId& each : left.inputs) {
        const ModelInput* input = model ? findInput(*model, each) : nullptr;
        titles << text(input && !input->title.empty() ? input->title : each.value);
    }
    const QString inputs = titles.join(QStringLiteral(", "));
    return left.through.empty() ? inputs : tr("%1, of %2").arg(inputs, text(scenario ? scenario->title : id.value));
}

void ClaimEffectsDialog::follow(int row) {
    if (row >= 0 && row < static_cast<int>(m_claims.size()))
        m_selection.selectClaims({m_claims[static_cast<std::size_t>(row)]});
}

} // namespace assay
