// The registry: one line a chart.
#include "core/chart/chart.h"
#include "core/chart/builders.h"
#include "core/chart/pairing.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

bool anyScenario(const ChartContext&, const Scenario&) { return true; }

constexpr std::array costForms{ChartForm{"density", "Densities"}, ChartForm{dots20, "20 dots"},
                               ChartForm{dots50, "50 dots"}, ChartForm{chanceBars, "Chance of more"}};
constexpr std::array hoursForms{ChartForm{"exceedance", "Chance of more"}, ChartForm{hoursDensity, "Densities"},
                                ChartForm{hoursCumulative, "Chance of less"}};
constexpr std::array quarterForms{ChartForm{"fan", "GPUs, added up"},
                                  ChartForm{quarterShipments, "Billed and shipped"}};
constexpr std::array timelineForms{ChartForm{"published", "By day of publication"},
                                   ChartForm{byAsOf, "By the day it is about"}};
constexpr std::array provenanceForms{ChartForm{"claim", "The selected claims"},
                                     ChartForm{wholeQuantity, "All of a quantity"}};

constexpr std::array kinds{
    ChartKind{"cost-by-scenario", "Cost by scenario", "Cost", ChartScope::project, anyScenario, buildCostByScenario,
              false, false, false, nullptr, true, costForms},
    ChartKind{"gpu-hours", "GPU-hours", "GPU-hours", ChartScope::project, anyScenario, buildGpuHours, false, false,
              false, nullptr, true, hoursForms},
    ChartKind{"tornado", "What moves the result", "Drivers", ChartScope::scenario, tornadoFits, buildTornado, true},
    ChartKind{"singapore-heat-map", "Singapore: share and diversion", "Singapore", ChartScope::scenario, singaporeFits,
              buildSingaporeHeatMap},
    ChartKind{"singapore-waterfall", "Singapore: from revenue to GPUs", "Waterfall", ChartScope::scenario,
              waterfallFits, buildSingaporeWaterfall},
    ChartKind{"claims-over-time", "Claims over time", "Claims", ChartScope::project, anyScenario, buildClaimsOverTime,
              false, false, true, nullptr, false, timelineForms},
    ChartKind{"consistency", "Claims against scenarios", "Matrix", ChartScope::project, anyScenario, buildConsistency},
    ChartKind{"scatter", "Input against result", "Scatter", ChartScope::scenario, scatterFits, buildScatter, true,
              true},
    ChartKind{"scenario-difference", "Scenario against scenario", "Difference", ChartScope::scenario, differenceFits,
              buildScenarioDifference, true, false, false, comparableScenarios},
    ChartKind{"singapore-quarters", "Singapore: quarter by quarter", "Quarters", ChartScope::scenario, quartersFit,
              buildSingaporeQuarters, false, false, false, nullptr, false, quarterForms},
    ChartKind{"claims-left-out", "Without each claim", "Without", ChartScope::scenario, claimsFit, buildClaimsLeftOut,
              true},
    ChartKind{"provenance", "Who said it first", "Origins", ChartScope::project, anyScenario, buildProvenance, false,
              false, true, nullptr, false, provenanceForms, true},
};

} // namespace

std::span<const ChartKind> chartKinds() { return kinds; }

const ChartKind* findChart(std::string_view id) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const ChartKind& kind) { return kind.id == id; });
    return found == kinds.end() ? nullptr : &*found;
}

const Scenario* chartSubject(const ChartKind& kind, const ChartContext& context) {
    const Scenario* chosen = context.scenario ? find(context.scenarios, *context.scenario) : nullptr;
    if (chosen && kind.fits(context, *chosen))
        return chosen;
    for (const Row<Scenario>& scenario : context.scenarios)
        if (kind.fits(context, *scenario))
            return &*scenario;
    return nullptr;
}

std::string_view chartForm(const ChartKind& kind, const ChartContext& context) {
    for (const ChartForm& form : kind.forms)
        if (form.id == context.form)
            return form.id;
    return kind.forms.empty() ? std::string_view() : kind.forms.front().id;
}

Result<ChartSpec> buildChart(const ChartKind& kind, const ChartContext& context) {
    const WritingIn script(context.numbers);
    Result<ChartSpec> spec = kind.build(context);
    if (!spec)
        return spec;
    spec->numbers = context.numbers;
    const Scenario* subject = kind.scope == ChartScope::scenario ? chartSubject(kind, context) : nullptr;
    spec->form = chartForm(kind, context);
    spec->picture = pictureName(kind.id, subject ? std::optional(subject->id) : std::nullopt);
    for (const ChartTitle& title : context.titles)
        if (title.id == spec->picture) {
            spec->finding = std::move(spec->title);
            spec->title = title.title;
        }
    return spec;
}

} // namespace assay
