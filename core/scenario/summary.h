// Samples -> summaries of a Run, in declared units. Knows no sampler.
#pragma once

#include "core/scenario/bind.h"
#include "core/scenario/model.h"
#include "core/scenario/run.h"
#include "core/scenario/samples.h"
#include "core/scenario/sensitivity.h"

#include <span>

namespace assay {

/// Each column sorted once: percentiles and influences come from it. Influences rest on the first 2^20 samples at most.
RankedColumn rankSamples(const Column& samples);

OutputSummary summariseOutput(const Formula& formula, const std::string& chip, const Column& samples,
                              const RankedColumn& ranked);
/// samples and ranked are not looked at when the input is fixed.
InputSummary summariseInput(const ModelInput& input, const BoundInput& bound, const Column& samples,
                            const RankedColumn& ranked);

/// What an input does to an output, in their declared units.
Sensitivity sensitivityOf(const InputSummary& input, const RankedColumn& inputRanks, const OutputSummary& output,
                          const RankedColumn& outputRanks);

/// Standard errors of output number `index`: the spread of its statistics over the run and its independent scrambles.
StandardErrors standardErrors(const OutputSummary& output, std::span<const SampleSet> scrambles, std::size_t index);

} // namespace assay
