// Which pictures `assay render` makes of a project, and their file names. Writes nothing.
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

/// Every chart with these ids (all when there are none) that has something to show. A chart asked for by name that
/// shows nothing is an error; else it is left out. Errors: chartUnknown, chartEmpty.
Result<std::vector<Picture>> pictures(const ChartContext& context, const std::vector<std::string>& charts);

/// "tornado--as-disclosed.png". (command-line contract)
std::string fileName(const Picture& picture, std::string_view extension);

} // namespace assay
