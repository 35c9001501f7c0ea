// Runs scenarios one after the other, each with the runs of those before it at hand. Knows no document.
#pragma once

#include "core/scenario/simulate.h"

#include <span>
#include <stop_token>
#include <vector>

namespace assay {

/// A scenario with its model, and how many samples to draw of it.
struct Runnable {
    const Model* model = nullptr;
    const Scenario* scenario = nullptr;
    std::uint64_t samples = 1;
};

enum class OnError {
    end,  ///< nothing after the first error is run: the answer ends with it
    goOn, ///< an error ends its own scenario, and those that take samples from it
};

/// One answer each, in the order given (runOrder). A scenario takes its samples, and what columns it can, from those
/// before it. The sample count of `options` does not matter.
std::vector<Result<RunPtr>> runInOrder(std::span<const Runnable> scenarios, RunOptions options, OnError onError,
                                       const std::stop_token& stop = {});

} // namespace assay
