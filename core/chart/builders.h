// One builder a chart; the registry in chart.cpp names them.
#pragma once

#include "core/chart/chart.h"

namespace assay {

// Forms that a builder tells apart; any other is its usual one.
inline constexpr std::string_view dots20 = "dots-20", dots50 = "dots-50", chanceBars = "chance";
inline constexpr std::string_view hoursDensity = "density", hoursCumulative = "cumulative";
inline constexpr std::string_view quarterShipments = "shipments";
inline constexpr std::string_view byAsOf = "as-of";
inline constexpr std::string_view wholeQuantity = "quantity"; ///< of provenance: all claims of one quantity

bool tornadoFits(const ChartContext& context, const Scenario& scenario);
bool singaporeFits(const ChartContext& context, const Scenario& scenario);
bool waterfallFits(const ChartContext& context, const Scenario& scenario);
bool quartersFit(const ChartContext& context, const Scenario& scenario);
bool scatterFits(const ChartContext& context, const Scenario& scenario);
bool claimsFit(const ChartContext& context, const Scenario& scenario);
bool differenceFits(const ChartContext& context, const Scenario& scenario);

Result<ChartSpec> buildCostByScenario(const ChartContext& context);
Result<ChartSpec> buildGpuHours(const ChartContext& context);
Result<ChartSpec> buildTornado(const ChartContext& context);
Result<ChartSpec> buildSingaporeHeatMap(const ChartContext& context);
Result<ChartSpec> buildSingaporeWaterfall(const ChartContext& context);
Result<ChartSpec> buildSingaporeQuarters(const ChartContext& context);
Result<ChartSpec> buildScatter(const ChartContext& context);
Result<ChartSpec> buildScenarioDifference(const ChartContext& context);
Result<ChartSpec> buildClaimsLeftOut(const ChartContext& context);
Result<ChartSpec> buildConsistency(const ChartContext& context);
Result<ChartSpec> buildClaimsOverTime(const ChartContext& context);
Result<ChartSpec> buildProvenance(const ChartContext& context);

} // namespace assay
