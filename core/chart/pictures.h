// Which pictures a project has: every chart, and of a chart of scenarios one for each that fits. Writes nothing.
#pragma once

#include "core/chart/chart.h"

#include <optional>
#include <string>
#include <vector>

namespace assay {

/// One picture to be: a chart, of one scenario when it is a chart of scenarios.
struct Picture {
    const ChartKind* kind = nullptr;
    std::optional<ScenarioId> scenario;
    ChartSpec spec;
};

/// Every chart with these ids (all when there are none) that has something to show; "ID:FORM" asks for a form. A chart
/// asked for by name that shows nothing is an error; else it is left out. Errors: chartUnknown, chartEmpty.
Result<std::vector<Picture>> pictures(const ChartContext& context, const std::vector<std::string>& charts);

/// "tornado--as-disclosed.png", "gpu-hours-density.png" of a form that is not the usual one. (command-line contract)
std::string fileName(const Picture& picture, std::string_view extension);

} // namespace assay
