// The assertions of a project against the runs of its scenarios. It runs nothing but standard errors.
#pragma once

#include "core/claims/finding.h"
#include "core/document/document.h"
#include "core/scenario/simulate.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace assay {

enum class AssertionState { holds, withinError, fails, unreadable, waiting };

/// What became of one assertion.
struct AssertionResult {
    AssertionId id;
    AssertionState state = AssertionState::waiting;
    AssertionValue value;       ///< unless unreadable or waiting
    double standardError = 0;   ///< only where the value is outside its limits; NaN: not known
    std::optional<Error> error; ///< unreadable: why
};

/// One assertion against its scenario's run as it stands, at once: never withinError. Null run: waiting.
AssertionResult assessAssertion(const Assertion& assertion, const RunPtr& run);

/// The same; one that is outside its limits by no more than its standard error does not fail. The run must be of the
/// document's values.
AssertionResult checkAssertion(const Document& document, const Assertion& assertion, const RunPtr& run,
                               std::span<const RunPtr> upstream, const std::stop_token& stop = {});

/// All of them in document order, against the runs of the scenarios they are about and of what feeds those.
std::vector<AssertionResult> checkAssertions(const Document& document, std::span<const RunPtr> runs,
                                             const std::stop_token& stop = {});

/// Failed and unreadable assertions as errors, those within their standard error as notes; none for those that hold.
std::vector<Finding> assertionFindings(const Document& document, const std::vector<AssertionResult>& results);

} // namespace assay
