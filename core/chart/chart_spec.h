// ChartSpec: a chart as a plain value: what is to be seen, in data units, with the ids every mark stands on.
#pragma once

#include "core/base/ids.h"

#include <string>
#include <vector>

namespace assay {

struct ChartSpec {
    std::string chart;     ///< id of its kind
    std::string title;     ///< states the finding
    std::string subtitle;  ///< unit and scope
    std::string altText;
    std::vector<std::string> footer;
    bool operator==(const ChartSpec&) const = default;
};

} // namespace assay
