// Without each claim: where an output would lie if one of the claims below a scenario's inputs did not exist, before
// the ghost of where it lies with all of them.
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/format.h"
#include "core/scenario/run_order.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

constexpr std::size_t mostRows = 12;

std::string insteadText(const LeftOut& left) {
    switch (left.instead) {
    case Instead::others: return "the input's other claims: " + left.text;
    case Instead::modelDefault: return "the model's default: " + left.text;
    case Instead::sameText: return "the analyst's own text, which other claims still carry: " + left.text;
    }
    return {};
}

std::string signedQuantity(double value, const std::string& unit) {
    return (value < 0 ? "\u2212" : "+") + tickQuantity(std::abs(value), unit, 2);
}

class LeftOutChart {
public:
    LeftOutChart(const ChartContext& context, const Scenario& scenario, LeaveOneOut all)
        : m_context(context),
          m_scenario(scenario),
          m_look(scenarioLook(context, scenario.id)),
          m_all(std::move(all)) {
        if (m_all.claims.size() > mostRows)
            m_all.claims.resize(mostRows);
    }

    ChartSpec build() {
        m_spec.chart = "claims-left-out";
        setAxes();
        addGhost();
        for (std::size_t i = 0; i < m_all.claims.size(); ++i)
            addRow(m_all.claims[i], static_cast<double>(i));
        m_spec.marks.push_back(Rule{Direction::vertical,
                                    m_all.whole.p50,
                                    {InkRole::text},
                                    1.4,
                                    Dash::solid,
                                    "With all " + tickQuantity(m_all.whole.p50, m_all.unit, 2),
                                    -1});
        m_spec.key = {{{InkRole::ghost}, Fill::solid, Shape::square, "P5 to P95 with all claims"},
                      {m_look.ink, Fill::solid, m_look.shape, "median and P5 to P95 without"}};
        addWords();
        return std::move(m_spec);
    }

private:
    void setAxes() {
        double low = m_all.whole.p5, high = m_all.whole.p95;
        for (const LeftOut& left : m_all.claims) {
            low = std::min(low, left.points.p5);
            high = std::max(high, left.points.p95);
        }
        const AxisKind kind = axisKindFor(low, high);
        const bool isLog = kind == AxisKind::log; // the words stand beside the upper ends
        const double left = isLog ? 1.2 : 0.06 * (high - low);
        const double right = isLog ? std::pow(high / low, 0.3) : 0.3 * (high - low);
        const Range range =
            isLog ? niceRange(kind, low / left, high * right) : niceRange(kind, low - left, high + right);
        m_spec.x = {kind, {}, m_all.unit, low >= 0 ? std::max(0.0, range.low) : range.low, range.high, {}};
        m_spec.x.quantity = quantityOf(m_context, m_all.output);
        m_spec.y = {AxisKind::category, {}, {}, -0.5, static_cast<double>(m_all.claims.size()) - 0.5, {}};
        m_spec.columns = {"Left out", "P5", "Median", "P95", "Median moves by", "Instead", "Through"};
    }

    void addGhost() {
        const double bottom = static_cast<double>(m_all.claims.size()) - 0.5;
        m_spec.marks.push_back(
            Bar{{m_all.whole.p5, -0.5}, {m_all.whole.p95, bottom}, {InkRole::ghost}, Fill::shaded, -1});
    }

    std::string nameOf(const ClaimId& id) const {
        const Claim* claim = find(m_context.claims, id);
        return claim == nullptr ? id.value : shortName(claim->statement, id.value);
    }

    /// The linked scenario that the claim acts through; empty for the scenario's own.
    std::string throughText(const LeftOut& left) const {
        const Scenario* scenario = left.through.empty() ? nullptr : scenarioOf(m_context, left.through);
        return scenario == nullptr ? left.through.value : shortName(scenario->title, left.through.value);
    }

    /// "$91.17B (Nvidia)": as the row says it, and who said it.
    std::string saidBy(const ClaimId& id) const {
        const Claim* claim = find(m_context.claims, id);
        const std::string words = claim == nullptr ? std::string() : claimText(*claim);
        return words.empty() ? id.value : words + speakerWords(m_context, *claim);
    }

    void addRow(const LeftOut& left, double y) {
        const int datum = static_cast<int>(m_spec.data.size());
        const Ink ink = m_look.ink;
        m_spec.marks.push_back(
            Span{{left.points.p5, y}, {left.points.p95, y}, ink, 3, Cap::none, Dash::solid, Keep::always, datum});
        m_spec.marks.push_back(Dot{{left.points.p50, y}, ink, 10, m_look.shape, Fill::solid, datum});
        const double moved = left.points.p50 - m_all.whole.p50;
        const std::string words = left.moved > 0 ? signedQuantity(moved, m_all.unit) : std::string("no change");
        m_spec.marks.push_back(Label{{left.points.p95, y},
                                     Point{left.points.p5, y},
                                     words,
                                     {InkRole::text},
                                     Side::right,
                                     LabelStyle::plain,
                                     Keep::label,
                                     8,
                                     datum});
        const Claim* claim = find(m_context.claims, left.claim);
        m_spec.y.categories.push_back({nameOf(left.claim), left.claim.value,
                                       (claim == nullptr ? std::string() : claimText(*claim))
                                           + (left.through.empty() ? "" : ", through " + throughText(left))});
        addDatum(left, moved, y);
    }

    void addDatum(const LeftOut& left, double moved, double y) {
        Datum datum;
        datum.at = {left.points.p50, y};
        const ScenarioId& owner = left.through.empty() ? m_scenario.id : left.through;
        datum.tip = "Without " + left.claim.value + ": " + nameOf(left.claim) + "\n" + m_all.title + " "
                    + tickQuantity(left.points.p50, m_all.unit, 3) + " (" + tickQuantity(left.points.p5, m_all.unit, 3)
                    + " to " + tickQuantity(left.points.p95, m_all.unit, 3) + "), with all "
                    + tickQuantity(m_all.whole.p50, m_all.unit, 3) + "\nInstead " + insteadText(left)
                    + (left.through.empty() ? "" : "\nThrough " + throughText(left));
        datum.ids = {owner, left.inputs.empty() ? VariableId{} : left.inputs.front(), m_all.output, {left.claim}};
        datum.cells = {{left.claim.value + ": " + nameOf(left.claim), {}}};
        for (const double value : {left.points.p5, left.points.p50, left.points.p95})
            datum.cells.push_back({tickQuantity(value, m_all.unit, 3), value});
        datum.cells.push_back({signedQuantity(moved, m_all.unit), moved});
        datum.cells.push_back({insteadText(left), {}});
        datum.cells.push_back({throughText(left), {}});
        m_spec.data.push_back(std::move(datum));
    }

    void addWords() {
        const LeftOut& first = m_all.claims.front();
        const std::string output = lowered(m_all.title);
        m_spec.title = first.moved > 0 ? "Without " + saidBy(first.claim) + " the " + output + " would be "
                                             + tickQuantity(first.points.p50, m_all.unit, 2) + " instead of "
                                             + tickQuantity(m_all.whole.p50, m_all.unit, 2)
                                       : "No single claim moves the " + output;
        m_spec.subtitle = shortName(m_scenario.title, m_scenario.id.value) + ": " + output
                          + (unitWords(m_all.unit).empty() ? "" : " in " + unitWords(m_all.unit))
                          + ", each claim left out in turn, all draws the same; the one that moves it most first";
        std::vector<ClaimId> claims;
        for (const LeftOut& left : m_all.claims)
            claims.push_back(left.claim);
        m_spec.footer = footerOf(m_context, runsBehind(), claims);
        m_spec.notes.push_back("From the first " + groupedCount(m_all.samples) + " samples.");
        m_spec.summary = m_spec.title + ".";
        m_spec.altText = m_spec.summary;
        for (const LeftOut& left : m_all.claims)
            m_spec.altText += " Without " + left.claim.value + ": " + tickQuantity(left.points.p50, m_all.unit, 2)
                              + " (" + tickQuantity(left.points.p5, m_all.unit, 2) + " to "
                              + tickQuantity(left.points.p95, m_all.unit, 2) + ").";
    }

    /// The scenario's own run and those that claims act through, each once.
    std::vector<const Run*> runsBehind() const {
        std::vector<const Run*> runs;
        const auto add = [&](const ScenarioId& id) {
            const Run* run = runOf(m_context, id);
            if (run != nullptr && std::find(runs.begin(), runs.end(), run) == runs.end())
                runs.push_back(run);
        };
        add(m_scenario.id);
        for (const LeftOut& left : m_all.claims)
            if (!left.through.empty())
                add(left.through);
        return runs;
    }

    const ChartContext& m_context;
    const Scenario& m_scenario;
    SeriesLook m_look;
    LeaveOneOut m_all;
    ChartSpec m_spec;
};

bool standsOnClaims(const Scenario& scenario) {
    return std::any_of(scenario.inputs.begin(), scenario.inputs.end(), [](const ScenarioInput& input) {
        return input.basis.kind == BasisKind::claims && !input.basis.claims.empty();
    });
}

} // namespace

/// Its own inputs or those of a scenario that feeds it.
bool claimsFit(const ChartContext& context, const Scenario& scenario) {
    const Result<std::vector<ScenarioId>> chain = runOrder(context.scenarios, {scenario.id});
    const bool stands = chain && std::any_of(chain->begin(), chain->end(), [&](const ScenarioId& id) {
                            const Scenario* one = scenarioOf(context, id);
                            return one != nullptr && standsOnClaims(*one);
                        });
    return stands && context.leaveOut && runOf(context, scenario.id) != nullptr;
}

Result<ChartSpec> buildClaimsLeftOut(const ChartContext& context) {
    const ChartKind& kind = *findChart("claims-left-out");
    const Scenario* scenario = chartSubject(kind, context);
    const Run* run = scenario == nullptr ? nullptr : runOf(context, scenario->id);
    const OutputSummary* output = run == nullptr ? nullptr : primaryOutput(context, *run);
    if (output == nullptr)
        return Error(ErrorCode::chartEmpty, "claims-left-out", {"an input that is based on a claim"});
    Result<LeaveOneOut> all = context.leaveOut(scenario->id, output->id);
    if (!all || all->claims.empty())
        return Error(ErrorCode::chartEmpty, "claims-left-out", {"a claim that can be left out"});
    return LeftOutChart(context, *scenario, std::move(*all)).build();
}

} // namespace assay
