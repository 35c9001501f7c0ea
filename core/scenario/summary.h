// Samples -> summaries of a Run, in declared units. Knows no sampler.
#pragma once

#include "core/scenario/bind.h"
#include "core/scenario/model.h"
#include "core/scenario/run.h"
#include "core/scenario/samples.h"

#include <span>
#include <stop_token>

namespace assay {

OutputSummary summariseOutput(const Formula& formula, const std::string& chip, const Column& samples);
InputSummary summariseInput(const ModelInput& input, const BoundInput& bound, const Column& samples);

/// Fills in what every uncertain input does to every output; unfinished when stop is requested.
void addSensitivities(Run& run, int threads, const std::stop_token& stop);

/// Standard errors of output number `index`: the spread of its statistics over the run and its independent scrambles.
StandardErrors standardErrors(const OutputSummary& output, std::span<const SampleSet> scrambles, std::size_t index);

} // namespace assay
