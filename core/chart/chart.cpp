// The registry: one line a chart.
#include "core/chart/chart.h"
#include "core/chart/builders.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

bool anyScenario(const ChartContext&, const Scenario&) { return true; }

constexpr std::array kinds{
    ChartKind{"cost-by-scenario", "Cost by scenario", ChartScope::project, anyScenario, buildCostByScenario},
    ChartKind{"gpu-hours", "GPU-hours", ChartScope::project, anyScenario, buildGpuHours},
    ChartKind{"tornado", "What moves the result", ChartScope::scenario, tornadoFits, buildTornado},
    ChartKind{"singapore-heat-map", "Singapore: share and diversion", ChartScope::scenario, singaporeFits, buildSingaporeHeatMap},
    ChartKind{"singapore-waterfall", "Singapore: from revenue to GPUs", ChartScope::scenario, waterfallFits, buildSingaporeWaterfall},
    ChartKind{"claims-over-time", "Claims over time", ChartScope::project, anyScenario, buildClaimsOverTime},
    ChartKind{"scatter", "Input against result", ChartScope::scenario, scatterFits, buildScatter},
};

} // namespace

std::span<const ChartKind> chartKinds() { return kinds; }

const ChartKind* findChart(std::string_view id) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const ChartKind& kind) { return kind.id == id; });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace assay
