// MustBeDialog: what came back, and the scenarios that are made of it.
#include "core/chart/iso_line_chart.h"
#include "core/document/add_variant.h"
#include "core/document/edit.h"
#include "core/units/read_quantity.h"
#include "ui/charts/chart_view.h"
#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/must_be_dialog.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>

#include <cmath>

namespace assay {

namespace {

/// Of a point of the line: more than the line itself is good for. (isoSamples)
constexpr int pointDigits = 4;

void put(QTableWidget& table, int row, int column, const QString& words) {
    auto* item = new QTableWidgetItem(words);
    item->setToolTip(tipHtml(words));
    table.setItem(row, column, item);
}

QString number(double value, const std::string& unit) { return text(writeQuantity(value, unit, 4)); }

} // namespace

void MustBeDialog::showValues() {
    showOne();
    showAll();
}

void MustBeDialog::showOne() {
    const Document& document = m_store.document();
    const Scenario* scenario = assay::find(document.scenarios, m_scenario);
    const Model* model = scenario ? assay::find(document.models, scenario->model) : nullptr;
    const std::vector<Solution>& solutions = m_service.solutions();
    m_one->setRowCount(static_cast<int>(solutions.size()));
    for (std::size_t i = 0; model && i < solutions.size(); ++i) {
        const Solution& solution = solutions[i];
        const int row = static_cast<int>(i);
        const ModelInput* input = findInput(*model, solution.input);
        const Result<ScenarioInput> now = currentInput(document, m_scenario, solution.input);
        put(*m_one, row, 0, text(input && !input->title.empty() ? input->title : solution.input.value));
        put(*m_one, row, 1, now ? text(now->text) : QString());
        QString must = solution.value ? number(*solution.value, solution.unit) : tr("out of reach");
        for (const double other : solution.others)
            must += tr(", or %1").arg(number(other, solution.unit));
        put(*m_one, row, 2, must);
        put(*m_one, row, 3,
            tr("%1 to %2")
                .arg(number(solution.reachable.low, solution.reachableUnit),
                     number(solution.reachable.high, solution.reachableUnit)));
    }
    if (m_one->currentRow() < 0 && m_one->rowCount() > 0)
        m_one->selectRow(0);
    allowOne();
}

/// A target out of reach makes no scenario.
void MustBeDialog::allowOne() {
    const int row = m_one->currentRow();
    const std::vector<Solution>& solutions = m_service.solutions();
    m_makeOne->setEnabled(row >= 0 && row < static_cast<int>(solutions.size())
                          && solutions[static_cast<std::size_t>(row)].value);
}

void MustBeDialog::showAll() {
    m_all->setRowCount(0);
    m_makeAll->setEnabled(false);
    if (!m_service.nearest())
        return;
    const Result<NearestPoint>& nearest = *m_service.nearest();
    if (!nearest) {
        m_allNote->setText(errorText(nearest.error()));
        return;
    }
    QString note =
        tr("With every input at its median the result is %1. Of all combinations that make it %2 this is the "
           "nearest, %3 spreads away (1.64 spreads: from the median to the P95).")
            .arg(number(nearest->atMedians, nearest->unit), number(nearest->target, nearest->unit))
            .arg(nearest->distance, 0, 'f', 2);
    if (!nearest->held.empty())
        note += QLatin1Char(' ') + tr("Inputs without a shape stay at their middle.");
    m_allNote->setText(note);
    m_all->setRowCount(static_cast<int>(nearest->inputs.size()));
    for (std::size_t i = 0; i < nearest->inputs.size(); ++i) {
        const MovedInput& moved = nearest->inputs[i];
        const int row = static_cast<int>(i);
        put(*m_all, row, 0, text(moved.title.empty() ? moved.input.value : moved.title));
        put(*m_all, row, 1, number(moved.from, moved.unit));
        put(*m_all, row, 2, number(moved.to, moved.unit));
        const QString sign = moved.spreads < 0 ? QStringLiteral("\u2212") : QStringLiteral("+");
        put(*m_all, row, 3, tr("%1 spreads").arg(sign + QString::number(std::abs(moved.spreads), 'f', 2)));
        put(*m_all, row, 4, text(writeQuantity(100 * moved.share, "%", 3)));
    }
    m_makeAll->setEnabled(!nearest->inputs.empty());
}

void MustBeDialog::showLine() {
    const Result<IsoLine>& line = *m_service.line();
    m_point = line ? nearestOnLine(*line) : std::nullopt;
    if (line)
        m_chart->setSpec(isoLineChart(*line, m_numbers, m_point));
    else
        m_chart->setEmpty(errorText(line.error()), {});
    showPoint();
}

void MustBeDialog::choosePoint(int datum) {
    const std::optional<IsoPoint> point = isoPointAt(m_chart->spec(), datum);
    if (!point || !m_service.line() || !*m_service.line())
        return;
    m_point = point;
    m_chart->setSpec(isoLineChart(**m_service.line(), m_numbers, m_point));
    m_chart->setCurrentDatum(datum);
    showPoint();
}

/// The button waits for a line; a click on the line chooses another of its points.
void MustBeDialog::showPoint() {
    const bool isThere = m_point && m_service.line() && *m_service.line();
    m_makeTwo->setEnabled(isThere);
    if (!isThere) {
        m_pointWords->setText(QString());
        return;
    }
    const std::array<IsoAxis, 2>& axes = (*m_service.line())->axes;
    const auto words = [&](std::size_t i) {
        return tr("%1 %2").arg(m_inputs[i]->currentText(), number((*m_point)[i], axes[i].unit));
    };
    m_pointWords->setText(
        tr("%1, %2. Click the line, or walk it with the arrow keys and press Enter, for another point.")
            .arg(words(0), words(1)));
}

void MustBeDialog::makeFromTwo() {
    if (!m_point || !m_service.line() || !*m_service.line())
        return;
    std::vector<FixedInput> inputs;
    for (std::size_t i = 0; i < 2; ++i) {
        const IsoAxis& axis = (*m_service.line())->axes[i];
        inputs.push_back(FixedInput{axis.input, roundToDigits((*m_point)[i], pointDigits), axis.unit});
    }
    make(inputs);
}

QString MustBeDialog::what() const {
    return tr("%1 of %2 = %3").arg(m_statistic->currentText(), m_output->currentText(), m_target->text().trimmed());
}

void MustBeDialog::makeFromOne() {
    const int row = m_one->currentRow();
    if (row < 0 || row >= static_cast<int>(m_service.solutions().size()))
        return;
    const Solution& solution = m_service.solutions()[static_cast<std::size_t>(row)];
    if (solution.value)
        make({FixedInput{solution.input, *solution.value, solution.unit}});
}

void MustBeDialog::makeFromAll() {
    if (!m_service.nearest() || !*m_service.nearest())
        return;
    std::vector<FixedInput> inputs;
    for (const MovedInput& moved : (*m_service.nearest())->inputs)
        inputs.push_back(FixedInput{moved.input, moved.to, moved.unit});
    make(inputs);
}

void MustBeDialog::make(const std::vector<FixedInput>& inputs) {
    const Scenario* scenario = assay::find(m_store.document().scenarios, m_scenario);
    if (!scenario)
        return;
    const QString title = tr("%1: %2").arg(text(scenario->title), what());
    const Result<Variant> variant = addVariant(m_store.document(), m_scenario, title.toStdString(), inputs,
                                               tr("What must be true for: %1").arg(what()).toStdString());
    const Result<Document> next = variant ? Result<Document>(variant->document) : Result<Document>(variant.error());
    if (m_store.apply(tr("New scenario: %1").arg(what()), next) && variant)
        m_selection.selectScenario(variant->scenario);
}

} // namespace assay
