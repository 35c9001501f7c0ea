// Cost by scenario: a half-eye a row (a shape above; median, 50 % and 90 % interval below), sorted by median, against
// the headline claim. One row a scenario and way of counting: rent, use of owned chips, whole programme.
#include "core/chart/band_marks.h"
#include "core/chart/brush.h"
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/cost_shapes.h"
#include "core/chart/format.h"
#include "core/chart/half_eye.h"
#include "core/chart/threshold.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace assay {
namespace {

struct CostRow {
    const Run* run = nullptr;
    const Scenario* scenario = nullptr;
    const OutputSummary* output = nullptr;
    std::shared_ptr<const ShapeSample> shape; ///< of the output
};

bool sameNumbers(const OutputSummary& a, const OutputSummary& b) {
    return a.p5 == b.p5 && a.p50 == b.p50 && a.p95 == b.p95;
}

/// The costs of one scenario. Where the widest scope costs what the narrowest does, the others are no part of the
/// scenario.
std::vector<const OutputSummary*> costsOf(const ChartContext& context, const Run& run) {
    if (context.output) {
        const OutputSummary* chosen =
            outputOf(run, [&](const OutputSummary& output) { return output.id == *context.output; });
        return chosen ? std::vector{chosen} : std::vector<const OutputSummary*>();
    }
    std::vector<const OutputSummary*> costs;
    for (const std::string_view scope : costScopes)
        if (const OutputSummary* cost =
                outputOf(run, [&](const OutputSummary& o) { return o.id.value == scope && o.unit == "USD"; }))
            costs.push_back(cost);
    if (costs.size() > 1 && sameNumbers(*costs.front(), *costs.back()))
        costs.resize(1);
    return costs;
}

std::vector<CostRow> costRows(const ChartContext& context) {
    std::vector<CostRow> rows;
    for (const Row<Scenario>& scenario : context.scenarios)
        if (const Run* run = runOf(context, scenario->id))
            for (const OutputSummary* cost : costsOf(context, *run))
                if (std::isfinite(cost->p50))
                    rows.push_back({run, &*scenario, cost, shapeSample(*cost)});
    std::stable_sort(rows.begin(), rows.end(),
                     [](const CostRow& a, const CostRow& b) { return a.output->p50 < b.output->p50; });
    if (context.held) // rows keep their places under the hand
        std::stable_sort(rows.begin(), rows.end(), [&](const CostRow& a, const CostRow& b) {
            return heldRow(context, a.scenario->id.value, a.output->title)
                   < heldRow(context, b.scenario->id.value, b.output->title);
        });
    return rows;
}

/// The claimed cost of training that most mentions carry; among equals the one written with most digits.
const Claim* headlineClaim(const ChartContext& context) {
    const Claim* best = nullptr;
    const auto rank = [](const Claim& claim) { return std::pair(claim.mentions.size(), claim.quantity->digits); };
    for (const Row<Claim>& claim : context.claims) {
        const bool isHeadline = claim->quantity && claim->quantity->unit == "USD" && claim->quantity->value
                                && claim->attribute.value.find("training-cost") != std::string::npos;
        if (isHeadline && (!best || rank(*claim) > rank(*best)))
            best = &*claim;
    }
    return best;
}

Range axisRange(const std::vector<CostRow>& rows, const Claim* headline, AxisKind kind) {
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    const auto include = [&](double value) {
        if (std::isfinite(value) && (kind != AxisKind::log || value > 0)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    };
    for (const CostRow& row : rows) {
        const std::vector<double>& sorted = row.shape->sorted;
        const ValueRange reach = reachOf(*row.output);
        for (const double value : {reach.low, reach.high, sortedQuantile(sorted, 0.005), sortedQuantile(sorted, 0.995)})
            include(value);
    }
    if (headline)
        include(*headline->quantity->value);
    return niceRange(kind, low, high);
}

AxisKind axisKind(const std::vector<CostRow>& rows) {
    double low = std::numeric_limits<double>::infinity();
    double high = 0;
    for (const CostRow& row : rows) {
        low = std::min(low, reachOf(*row.output).low);
        high = std::max(high, reachOf(*row.output).high);
    }
    return axisKindFor(low, high);
}

Datum datumOf(const CostRow& row, double y) {
    const OutputSummary& o = *row.output;
    Datum datum;
    datum.tip = summaryTip(shortName(row.scenario->title, row.scenario->id.value) + ": " + o.title, o);
    datum.at = {o.p50, y};
    datum.ids = {row.scenario->id, {}, o.id, claimsBehind(*row.scenario)};
    datum.cells = {{row.scenario->title, {}}, {o.title, {}}};
    for (Cell& cell : summaryCells(o))
        datum.cells.push_back(std::move(cell));
    return datum;
}

/// What lies outside a log axis is said, not dropped. (charts: rule 7)
std::string offAxisNote(const std::vector<CostRow>& rows, AxisKind kind) {
    std::uint64_t flagged = 0;
    std::size_t notPositive = 0;
    for (const CostRow& row : rows) {
        flagged += row.output->flagged;
        if (kind == AxisKind::log) {
            const std::vector<double>& sorted = row.shape->sorted;
            notPositive +=
                static_cast<std::size_t>(std::upper_bound(sorted.begin(), sorted.end(), 0.0) - sorted.begin());
        }
    }
    std::string note = flaggedNote(flagged);
    if (notPositive > 0)
        note += (note.empty() ? "" : " ") + groupedCount(notPositive)
                + " of the drawn samples are zero or less and lie off this axis.";
    return note;
}

class CostChart {
public:
    CostChart(const ChartContext& context, std::vector<CostRow> rows)
        : m_context(context),
          m_rows(std::move(rows)),
          m_headline(headlineClaim(context)) {}

    ChartSpec build() {
        m_spec.chart = "cost-by-scenario";
        const AxisKind kind = axisKind(m_rows);
        const Range range = axisRange(m_rows, m_headline, kind);
        m_spec.x = heldX(m_context, {kind, {}, "USD", range.low, range.high, {}});
        m_spec.x.quantity = quantityOf(m_context, VariableId{std::string(costScopes.front())});
        m_spec.y = {AxisKind::category, {}, {}, -0.5, static_cast<double>(m_rows.size()) - 0.5, {}};
        m_spec.columns = summaryColumns();
        m_spec.columns.insert(m_spec.columns.begin(), {"Scenario", "Cost"});
        m_spec.threshold = thresholdOn(m_spec.x, m_context.threshold);
        if (m_spec.threshold) {
            m_spec.columns.push_back(thresholdName(*m_spec.threshold, "USD"));
            m_spec.marks.push_back(thresholdRule(*m_spec.threshold, "USD"));
            m_spec.handles.push_back(thresholdHandle(*m_spec.threshold, "USD", m_spec.y));
        }
        addBrush(m_spec, Along::x, rangeOn(m_spec.x, m_context.range), "USD");
        if (m_spec.brush->range)
            m_spec.columns.push_back(rangeName(*m_spec.brush->range, "USD"));
        if (m_headline)
            addHeadline();
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            addRow(m_rows[i], static_cast<double>(i));
        addWords();
        return std::move(m_spec);
    }

private:
    void addHeadline() {
        const double value = *m_headline->quantity->value;
        m_spec.marks.push_back(
            Rule{Direction::vertical,
                 value,
                 {InkRole::claim},
                 1.5,
                 Dash::dashed,
                 "Headline claim " + tickQuantity(value, "USD", 4) + speakerWords(m_context, *m_headline),
                 static_cast<int>(m_rows.size())});
    }

    void addRow(const CostRow& row, double y) {
        const OutputSummary& o = *row.output;
        const SeriesLook look = scenarioLook(m_context, row.scenario->id);
        const int datum = static_cast<int>(m_spec.data.size());
        const bool isBand = bandOf(o) != nullptr; // no distribution: no density, the ranges in its place
        const double line = isBand ? y : y + 0.22;
        if (!isBand)
            for (Mark& mark : costShape(m_context.form, o, row.shape->sorted, m_spec.x, y, look.ink, datum))
                m_spec.marks.push_back(std::move(mark));
        for (Mark& mark : intervalMarks(o, line, look.ink, datum, look.shape))
            m_spec.marks.push_back(std::move(mark));
        m_spec.marks.push_back(intervalLabel(o, line, datum));
        m_spec.y.categories.push_back({row.scenario->title, row.scenario->id.value, o.title, {}, line - y});
        m_spec.data.push_back(datumOf(row, line));
        if (m_spec.threshold)
            addChance(o, y, datum);
        if (m_spec.brush->range)
            addChanceBetween(o, y, datum);
    }

    void addChanceBetween(const OutputSummary& o, double y, int datum) {
        const ValueRange& range = *m_spec.brush->range;
        const Exceeding chance = chanceBetween(o, range);
        m_spec.marks.push_back(Label{{middleOf(m_spec.x, range), y - 0.25},
                                     {},
                                     chance.text,
                                     {InkRole::evidence},
                                     Side::centre,
                                     LabelStyle::pill,
                                     Keep::label,
                                     0,
                                     datum});
        m_spec.data.back().tip += "\n" + m_spec.columns.back() + " = " + chance.text;
        m_spec.data.back().cells.push_back(exceedingCell(chance));
    }

    /// How often the row lies above the threshold: at the line, in the tip and in the table.
    void addChance(const OutputSummary& o, double y, int datum) {
        const Exceeding chance = chanceAbove(o, *m_spec.threshold);
        m_spec.marks.push_back(Label{{*m_spec.threshold, y - 0.25},
                                     {},
                                     chance.text,
                                     {InkRole::text},
                                     Side::right,
                                     LabelStyle::pill,
                                     Keep::label,
                                     4,
                                     datum});
        m_spec.data.back().tip += "\n" + thresholdName(*m_spec.threshold, "USD") + " = " + chance.text;
        m_spec.data.back().cells.push_back(exceedingCell(chance));
    }

    std::string title() const {
        const auto [first, last] =
            std::minmax_element(m_rows.begin(), m_rows.end(),
                                [](const CostRow& a, const CostRow& b) { return a.output->p50 < b.output->p50; });
        const OutputSummary& least = *first->output;
        const OutputSummary& most = *last->output;
        if (m_rows.size() == 1)
            return shortName(m_rows.front().scenario->title, m_rows.front().scenario->id.value) + ": "
                   + tickQuantity(least.p50, "USD", digitsFor(least.p5, least.p95))
                   + ", and 90 % of the samples lie between " + tickQuantity(least.p5, "USD", 2) + " and "
                   + tickQuantity(least.p95, "USD", 2);
        if (m_headline) {
            const double value = *m_headline->quantity->value;
            const auto above = static_cast<std::size_t>(std::count_if(
                m_rows.begin(), m_rows.end(), [&](const CostRow& row) { return reachOf(*row.output).low > value; }));
            const std::string claimed = tickQuantity(value, "USD", 4);
            if (above > 0)
                return std::to_string(above) + " of " + std::to_string(m_rows.size())
                       + " estimates have their whole 90 % interval above the claimed " + claimed;
            return "The claimed " + claimed + " is within or above the 90 % interval of every estimate";
        }
        return "The median cost runs from " + tickQuantity(least.p50, "USD", 2) + " to "
               + tickQuantity(most.p50, "USD", 2);
    }

    void addWords() {
        std::vector<const Run*> runs;
        std::vector<ClaimId> claims;
        for (const CostRow& row : m_rows) {
            if (std::find(runs.begin(), runs.end(), row.run) == runs.end())
                runs.push_back(row.run);
            const std::vector<ClaimId> more = claimsBehind(*row.scenario);
            claims.insert(claims.end(), more.begin(), more.end());
        }
        if (m_headline) {
            claims.push_back(m_headline->id);
            m_spec.data.push_back(headlineDatum());
            m_spec.data.back().cells.resize(m_spec.columns.size());
        }
        m_spec.title = title();
        m_spec.subtitle = std::string("Cost in US$") + (m_spec.x.kind == AxisKind::log ? ", log scale" : "")
                          + ". Dot: median; thick: 50 % interval; thin: 90 % interval; "
                          + costShapeWords(m_context.form);
        if (const std::string note = offAxisNote(m_rows, m_spec.x.kind); !note.empty())
            m_spec.notes.push_back(note);
        std::vector<const OutputSummary*> outputs;
        for (const CostRow& row : m_rows)
            outputs.push_back(row.output);
        if (const std::string note = bandNote(outputs); !note.empty())
            m_spec.notes.push_back(note);
        m_spec.footer = footerOf(m_context, runs, claims);
        m_spec.summary = m_spec.title + ".";
        m_spec.altText = m_spec.summary + " One row for each estimate, by median:";
        for (const CostRow& row : m_rows)
            m_spec.altText += " " + shortName(row.scenario->title, row.scenario->id.value) + ", " + row.output->title
                              + ": " + intervalWords(*row.output) + ".";
    }

    Datum headlineDatum() const {
        const double value = *m_headline->quantity->value;
        Datum datum;
        datum.tip = "Headline claim " + tickQuantity(value, "USD", 4) + "\n" + m_headline->statement;
        datum.at = {value, -0.5};
        datum.ids.claims = {m_headline->id};
        datum.cells = {{"Headline claim " + m_headline->id.value, {}},
                       {m_headline->statement, {}},
                       {},
                       {},
                       {tickQuantity(value, "USD", 4), value},
                       {},
                       {},
                       {},
                       {}};
        return datum;
    }

    const ChartContext& m_context;
    std::vector<CostRow> m_rows;
    const Claim* m_headline;
    ChartSpec m_spec;
};

} // namespace

Result<ChartSpec> buildCostByScenario(const ChartContext& context) {
    std::vector<CostRow> rows = costRows(context);
    if (rows.empty())
        return Error(ErrorCode::chartEmpty, "cost-by-scenario", {"a scenario with a cost in US$"});
    return CostChart(context, std::move(rows)).build();
}

} // namespace assay
