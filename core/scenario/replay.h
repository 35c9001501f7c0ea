// Replay: a scenario's draws kept, so that its formulas can be asked again with some inputs held at other values while
// everything else stays sample by sample what it was (common random numbers). Knows no statistic.
#pragma once

#include "core/scenario/samples.h"
#include "core/scenario/simulate.h"

#include <span>
#include <stop_token>
#include <vector>

namespace assay {

struct Replay {
    Prepared prepared;          ///< without tables and copula: nothing is drawn again
    std::vector<Column> inputs; ///< per input its samples in base units; null when fixed
    std::uint64_t samples = 0;
    int threads = 0;
    InstructionSet instructionSet = bestInstructionSet();
};

/// An input held at one value in base units: one that makeReplay was told of, or that is fixed anyway.
struct Held {
    std::size_t input = 0; ///< in the model's order
    double value = 0;
};

/// Which of the independent scrambles the draws come from: 0 is the run that is shown.
using Replicate = std::uint32_t;

/// Draws everything but the inputs that will be held, whose places in the model are given. Errors: sampleCount,
/// samplesNeedMemory, cancelled.
Result<Replay> makeReplay(Prepared prepared, const Model& model, const ScenarioId& scenario, const RunOptions& options,
                          std::span<const std::size_t> held, const std::stop_token& stop, Replicate replicate = 0);

/// Samples in base units of the formulas named by their places in the model. Only what they need is computed. What is
/// not finished when stop is requested holds anything: ask the token before using it.
std::vector<Column> replayed(const Replay& replay, std::span<const Held> held, std::span<const std::size_t> formulas,
                             const std::stop_token& stop);

} // namespace assay
