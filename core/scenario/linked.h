// The columns that a run takes from other scenarios' runs. Knows no distribution.
#pragma once

#include "core/scenario/bind.h"

#include <cstdint>

namespace assay {

/// Per input the first `samples` of another scenario's output, or null. Error: sampleCount when `samples` is not within
/// 1 .. mostSamples or a column is shorter.
Result<std::vector<Column>> linkedColumns(const Binding& binding, const ScenarioId& scenario, std::uint64_t samples);

} // namespace assay
