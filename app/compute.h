// Runs scenarios for `assay compute`: changed inputs, timing, thresholds. Values in, values out; prints nothing.
#pragma once

#include "app/answers.h"
#include "app/project.h"
#include "core/document/check_next.h"

#include <optional>
#include <string>
#include <vector>

namespace assay {

/// Share of the samples of `output` above a threshold in its declared unit.
struct Exceedance {
    VariableId output;
    double threshold = 0;
    double probability = 0;
    std::optional<ValueRange> band{}; ///< with interval inputs: its least and its most
};

/// Milliseconds of sampling, model and statistics over all scenarios, standard errors excluded.
struct Timing {
    double first = 0;                 ///< the first pass
    double median = 0;                ///< over the repeated passes from scratch
    std::optional<double> dragMedian; ///< over as many passes with the first input nudged; only when repeated
};

struct ComputeRequest {
    Plan plan;
    RunOptions options;
    std::uint64_t samples = 0; ///< 0: each scenario's own count
    std::uint64_t repeat = 1;
    std::vector<std::string> thresholds; ///< "OUTPUT>TEXT"
    AskedQuestions questions{};
    Document document{}; ///< the project, for its claims; empty for a lone model
};

/// The claims below a scenario by what they carry of one output's spread, the one to check next first.
struct OutputChecks {
    VariableId output;
    std::vector<NextCheck> claims;
};

struct ComputeResult {
    std::vector<RunPtr> runs;
    std::vector<std::vector<OutputChecks>> checks; ///< one list a run; empty without claims
    std::vector<std::vector<Exceedance>> exceed;   ///< one list a run
    Timing timing;
    Answers answers;
};

/// The plan with inputs set ("mfu=30% to 50%") in every shown task whose model has them. Errors: inputUnknown when none
/// has, usageValue without '='.
Result<Plan> withSettings(Plan plan, const std::vector<std::string>& settings);

/// Errors: those of simulate, outputUnknown, and of a threshold's text.
Result<ComputeResult> compute(const ComputeRequest& request);

} // namespace assay
