// Findings that need runs: what became of assertions, and of verdicts the analyst set on another computed state.
#pragma once

#include "core/claims/finding.h"
#include "core/document/document.h"
#include "core/scenario/run.h"

#include <span>
#include <stop_token>
#include <vector>

namespace assay {

/// The scenarios that assertions and overrides are about, and what feeds them, each run once with its own samples. An
/// error ends only the scenario it is of.
std::vector<RunPtr> runsToCheck(const Document& document, const std::stop_token& stop = {});

/// A note for each override whose computed state is another one than when it was made; none for the others, and none
/// where there is no run.
std::vector<Finding> overrideFindings(const Document& document, std::span<const RunPtr> runs);

/// Both, after running what they are about; not decided.
std::vector<Finding> findingsOfRuns(const Document& document, const std::stop_token& stop = {});

/// Nothing in the document needs a run to be checked.
bool needsNoRuns(const Document& document);

} // namespace assay
