// The questions that `assay compute` answers beyond its statistics: --solve, --given, --consistency. Prints nothing.
#pragma once

#include "app/project.h"
#include "core/scenario/condition.h"
#include "core/scenario/consistency.h"
#include "core/scenario/solve.h"

#include <optional>
#include <string>
#include <vector>

namespace assay {

enum class Asked { no, yes };

struct AskedQuestions {
    std::optional<std::string> solve;  ///< INPUT
    std::optional<std::string> target; ///< OUTPUT:STAT=TEXT
    std::optional<std::string> given;  ///< OUTPUT=TEXT
    Asked consistency = Asked::no;
};

struct Answers {
    std::optional<Solution> solution;
    std::optional<Given> given;
    std::optional<std::vector<ClaimPlace>> consistency;
    Rows<Override> overrides;      ///< of the project: the analyst's verdicts beside those of consistency
    std::vector<Warning> warnings; ///< of the one scenario
};

/// Errors: usageMissing (--solve or --for alone, not exactly one scenario, --consistency without a project).
Result<AskedQuestions> questionsOf(const Arguments& arguments, const Plan& plan);

/// `runs` are those of the plan's shown tasks; `document` is the project, empty for a lone model. Errors: those of
/// solve and condition, usageValue.
Result<Answers> answer(const AskedQuestions& questions, const Plan& plan, const std::vector<RunPtr>& runs,
                       const RunOptions& options, const Document& document);

} // namespace assay
