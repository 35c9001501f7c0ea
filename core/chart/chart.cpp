// The registry: one line a chart.
#include "core/chart/chart.h"
#include "core/chart/builders.h"
#include "core/chart/pairing.h"
#include "core/chart/provenance_subject.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

bool anyScenario(const ChartContext&, const Scenario&) { return true; }

constexpr std::array timelineVariants{ChartVariant{"published", "By the day it was published"},
                                      ChartVariant{byAsOf, "By the day it is about"}};
constexpr std::array provenanceVariants{ChartVariant{"claim", "The selected claims"},
                                        ChartVariant{wholeQuantity, "All of a quantity"}};

constexpr std::array kinds{
    ChartKind{"cost-by-scenario", "Cost by scenario", "Cost", ChartScope::project, anyScenario, buildCostByScenario,
              false, false, false, nullptr, true},
    ChartKind{"gpu-hours", "GPU-hours", "GPU-hours", ChartScope::project, anyScenario, buildGpuHours, false, false,
              false, nullptr, true},
    ChartKind{"tornado", "What moves the result", "Drivers", ChartScope::scenario, tornadoFits, buildTornado, true},
    ChartKind{"singapore-heat-map", "Singapore: share and diversion", "Singapore", ChartScope::scenario, singaporeFits,
              buildSingaporeHeatMap},
    ChartKind{"singapore-waterfall", "Singapore: from revenue to GPUs", "Waterfall", ChartScope::scenario,
              waterfallFits, buildSingaporeWaterfall},
    ChartKind{"claims-over-time", "Claims over time", "Claims", ChartScope::project, anyScenario, buildClaimsOverTime,
              false, false, true, nullptr, false, false, timelineVariants},
    ChartKind{"consistency", "Claims against scenarios", "Matrix", ChartScope::project, anyScenario, buildConsistency},
    ChartKind{"scatter", "Input against result", "Scatter", ChartScope::scenario, scatterFits, buildScatter, true,
              true},
    ChartKind{"scenario-difference", "Scenario against scenario", "Difference", ChartScope::scenario, differenceFits,
              buildScenarioDifference, true, false, false, comparableScenarios},
    ChartKind{"singapore-quarters", "Singapore: quarter by quarter", "Quarters", ChartScope::scenario, quartersFit,
              buildSingaporeQuarters},
    ChartKind{"provenance", "Who said it first", "Origins", ChartScope::project, anyScenario, buildProvenance, false,
              false, true, nullptr, false, true, provenanceVariants},
};

} // namespace

std::span<const ChartKind> chartKinds() { return kinds; }

const ChartKind* findChart(std::string_view id) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const ChartKind& kind) { return kind.id == id; });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace assay
