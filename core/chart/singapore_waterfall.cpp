// Singapore waterfall: from the revenue billed there, step by step, to what would have been diverted, and to GPUs in
// words (a change of unit gets no second axis). Hatched steps stand on an assumption alone.
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/format.h"
#include "core/chart/singapore.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {
namespace {

/// A step takes away; what remains is an output of the model.
struct Step {
    std::string_view remaining; ///< output after the step
    std::string_view input;     ///< the share that takes it away
    std::string_view name;
};

constexpr double roomForWords = 1.12; ///< of the longest bar, for its amount beside it
constexpr std::string_view firstOutput = "billed_revenue";
constexpr std::array<Step, 4> steps{{{"onward_revenue", "delivered_share", "Delivered in Singapore"},
                                     {"compute_revenue", "compute_share", "Not data-centre compute"},
                                     {"uncleared_revenue", "cleared_share", "Ordered by cleared customers"},
                                     {"diverted_revenue", "diverted_share", "Not diverted"}}};

const OutputSummary* named(const Run& run, std::string_view id) {
    return outputOf(run,
                    [&](const OutputSummary& output) { return output.id.value == id && std::isfinite(output.p50); });
}

const Run* waterfallRun(const ChartContext& context, const Scenario& scenario) {
    const Run* run = runOf(context, scenario.id);
    const bool complete =
        run && named(*run, firstOutput)
        && std::all_of(steps.begin(), steps.end(), [&](const Step& step) { return named(*run, step.remaining); });
    return complete ? run : nullptr;
}

bool isAssumption(const Scenario& scenario, std::string_view input) {
    for (const ScenarioInput& value : scenario.inputs)
        if (value.input.value == input)
            return value.basis.kind == BasisKind::assumption;
    return true; // the model's own default
}

class Waterfall {
public:
    Waterfall(const ChartContext& context, const Scenario& scenario, const Run& run)
        : m_context(context),
          m_scenario(scenario),
          m_run(run) {}

    ChartSpec build() {
        m_spec.chart = "singapore-waterfall";
        m_spec.columns = {"Step", "Taken away", "Remaining", "Remaining P5", "Remaining P95", "Basis"};
        const OutputSummary& billed = *named(m_run, firstOutput);
        m_spec.x = {AxisKind::linear,
                    {},
                    "USD",
                    0,
                    niceLinearRange(0, std::max(billed.p95, billed.p50 * roomForWords)).high,
                    {}};
        m_spec.y = {AxisKind::category, {}, {}, -0.5, static_cast<double>(steps.size()) + 1.5, {}};
        addWhole(billed, 0, "Billed to Singapore", "billed_share", tickQuantity(billed.p50, "USD", 3));
        for (std::size_t i = 0; i < steps.size(); ++i)
            addStep(steps[i], *named(m_run, i == 0 ? firstOutput : steps[i - 1].remaining), static_cast<double>(i) + 1);
        const OutputSummary& diverted = *named(m_run, steps.back().remaining);
        addWhole(diverted, static_cast<double>(steps.size()) + 1, "Diverted", "diverted_share",
                 tickQuantity(diverted.p50, "USD", 2) + gpuWords());
        m_spec.key = {{{InkRole::series, 0}, Fill::solid, Shape::square, "amount"},
                      {{InkRole::high}, Fill::solid, Shape::square, "taken away, by a claim or data"},
                      {{InkRole::high}, Fill::hatched, Shape::square, "taken away, by assumption"}};
        addWords();
        return std::move(m_spec);
    }

private:
    std::string gpuWords() const {
        const OutputSummary* gpus = named(m_run, "diverted_gpus");
        return gpus ? " = " + shortQuantity(gpus->p50, "GPU", 2) + " (" + tickQuantity(gpus->p5, {}, 2) + "–"
                          + tickQuantity(gpus->p95, {}, 2) + ")"
                    : std::string();
    }

    void addRow(double y, const std::string& name, std::string_view input, const OutputSummary& remaining,
                double taken) {
        Datum datum;
        datum.at = {remaining.p50, y};
        const std::string basis = isAssumption(m_scenario, input) ? "assumption" : "claim or data";
        datum.tip = name + (taken > 0 ? "\nTakes away " + tickQuantity(taken, "USD", 3) : std::string())
                    + "\nRemaining " + tickQuantity(remaining.p50, "USD", 3) + ", 90 % interval "
                    + tickQuantity(remaining.p5, "USD", 2) + " to " + tickQuantity(remaining.p95, "USD", 2)
                    + "\nBasis: " + basis;
        const VariableId id{std::string(input)};
        datum.ids = {m_scenario.id, id, remaining.id, claimsBehind(m_scenario, id)};
        datum.cells = {{name, {}},
                       taken > 0 ? Cell{tickQuantity(taken, "USD", 3), taken} : Cell{},
                       {tickQuantity(remaining.p50, "USD", 3), remaining.p50},
                       {tickQuantity(remaining.p5, "USD", 3), remaining.p5},
                       {tickQuantity(remaining.p95, "USD", 3), remaining.p95},
                       {basis, {}}};
        m_spec.data.push_back(std::move(datum));
        m_spec.y.categories.push_back({name, id.value, {}});
    }

    void addRange(const OutputSummary& o, double y, int datum) {
        if (o.p5 < o.p95)
            m_spec.marks.push_back(Span{
                {o.p5, y + 0.4}, {o.p95, y + 0.4}, {InkRole::text}, 1.5, Cap::none, Dash::solid, Keep::detail, datum});
    }

    void addWhole(const OutputSummary& o, double y, const std::string& name, std::string_view input,
                  const std::string& text) {
        const int datum = static_cast<int>(m_spec.data.size());
        m_spec.marks.push_back(Bar{{0, y - 0.3}, {o.p50, y + 0.3}, {InkRole::series, 0}, Fill::solid, datum});
        addRange(o, y, datum);
        m_spec.marks.push_back(Label{
            {o.p50, y}, Point{0, y}, text, {InkRole::text}, Side::right, LabelStyle::strong, Keep::always, 6, datum});
        addRow(y, name, input, o, 0);
    }

    void addStep(const Step& step, const OutputSummary& before, double y) {
        const OutputSummary& after = *named(m_run, step.remaining);
        const int datum = static_cast<int>(m_spec.data.size());
        const double taken = before.p50 - after.p50;
        const Fill fill = isAssumption(m_scenario, step.input) ? Fill::hatched : Fill::solid;
        m_spec.marks.push_back(Span{{before.p50, y - 0.7},
                                    {before.p50, y - 0.3},
                                    {InkRole::ghost},
                                    1,
                                    Cap::none,
                                    Dash::dotted,
                                    Keep::detail,
                                    -1});
        m_spec.marks.push_back(Bar{{after.p50, y - 0.3}, {before.p50, y + 0.3}, {InkRole::high}, fill, datum});
        addRange(after, y, datum);
        m_spec.marks.push_back(Label{{before.p50, y},
                                     Point{after.p50, y},
                                     "−" + tickQuantity(taken, "USD", 2),
                                     {InkRole::text},
                                     Side::right,
                                     LabelStyle::plain,
                                     Keep::label,
                                     6,
                                     datum});
        addRow(y, std::string(step.name), step.input, after, taken);
    }

    void addWords() {
        const OutputSummary& billed = *named(m_run, firstOutput);
        const OutputSummary& diverted = *named(m_run, steps.back().remaining);
        const OutputSummary* gpus = named(m_run, "diverted_gpus");
        m_spec.title = "Of " + tickQuantity(billed.p50, "USD", 2) + " billed to Singapore, about "
                       + tickQuantity(diverted.p50, "USD", 2) + " would have been diverted"
                       + (gpus ? ": " + shortQuantity(gpus->p50, "GPU", 2) : std::string());
        m_spec.subtitle = shortName(m_scenario.title, m_scenario.id.value)
                          + ", US$. Medians of what remains after each step; thin line: its 90 % interval";
        m_spec.footer = footerOf(m_context, std::vector<const Run*>{&m_run}, claimsBehind(m_scenario));
        m_spec.summary = m_spec.title + ".";
        m_spec.altText = m_spec.summary;
        for (const Datum& datum : m_spec.data)
            m_spec.altText += " " + datum.cells[0].text + ": remaining " + datum.cells[2].text + ".";
    }

    const ChartContext& m_context;
    const Scenario& m_scenario;
    const Run& m_run;
    ChartSpec m_spec;
};

} // namespace

bool waterfallFits(const ChartContext& context, const Scenario& scenario) {
    return waterfallRun(context, scenario) != nullptr;
}

Result<ChartSpec> buildSingaporeWaterfall(const ChartContext& context) {
    for (const Row<Scenario>& scenario : context.scenarios)
        if (!context.scenario || scenario->id == *context.scenario)
            if (const Run* run = waterfallRun(context, *scenario))
                return Waterfall(context, *scenario, *run).build();
    return Error(ErrorCode::chartEmpty, "singapore-waterfall", {"a scenario of the Singapore model"});
}

} // namespace assay
