// What a run's samples take, and whether the machine has it: said before any of it is asked for.
#pragma once

#include "core/scenario/samples.h"
#include "core/scenario/simulate.h"

namespace assay {

/// Bytes for the columns of a run's inputs and outputs, those of a scramble beside them when errors are wanted, and
/// what ranking takes. Columns that could be taken from earlier runs count too.
std::uint64_t memoryNeed(const Prepared& prepared, const RunOptions& options);

/// Error: samplesNeedMemory.
Result<> checkMemory(const Prepared& prepared, const ScenarioId& scenario, const RunOptions& options);

} // namespace assay
