// Titles that an analyst wrote in place of a chart's generated one, and the name of a picture they belong to. Knows no
// chart.
#pragma once

#include "core/base/ids.h"

#include <optional>
#include <string>
#include <string_view>

namespace assay {

struct ChartTitle {
    std::string id; ///< pictureName of what it stands over
    std::string title;
    bool operator==(const ChartTitle&) const = default;
};

/// "tornado--from-compute": a chart, of one scenario when it is a chart of scenarios. Files have the same names.
inline std::string pictureName(std::string_view chart, const std::optional<ScenarioId>& scenario) {
    return std::string(chart) + (scenario ? "--" + scenario->value : std::string());
}

} // namespace assay
