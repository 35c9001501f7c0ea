// Assertion: what a scenario's result is expected to say, kept in the project and checked against its runs:
// "P(rental_cost < 10M USD) in 0.3..0.6", "p50(gpu_hours) in 2.5M..3.5M". (engine: "Assertions")
#pragma once

#include "core/base/extra.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/scenario/run.h"
#include "core/scenario/statistic.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace assay {

struct Assertion {
    AssertionId id;
    ScenarioId scenario;
    std::string text; ///< as typed; readAssertion reads it
    std::string note; ///< why it is expected
    Extra extra;
    bool operator==(const Assertion&) const = default;
};

enum class Comparison { less, greater };
enum class Limit { within, atLeast, atMost };

/// The share of samples on one side of a threshold, or a statistic, and the limits it must keep.
struct AssertionTerm {
    VariableId output;
    std::optional<Statistic> statistic; ///< none: a probability
    Comparison comparison = Comparison::less;
    std::string threshold; ///< TEXT of a number, of a probability
    Limit limit = Limit::within;
    std::string limits; ///< TEXT: "0.3..0.6", "30% to 60%", "5M..6M USD"; one number for atLeast and atMost
    bool operator==(const AssertionTerm&) const = default;
};

/// "P(OUTPUT < TEXT)" or "STATISTIC(OUTPUT)", then "in LOW..HIGH", ">= TEXT" or "<= TEXT". Error: assertionSyntax.
Result<AssertionTerm> readAssertion(std::string_view text);

/// Text that reads back as this term.
std::string writeAssertion(const AssertionTerm& term);

/// What samples say to an assertion. Value and limits are in the output's declared unit, or shares.
struct AssertionValue {
    double value = 0;
    ValueRange limits; ///< an open end is infinite
    std::string unit;  ///< "1" for a probability
    bool operator==(const AssertionValue&) const = default;
};

bool holds(const AssertionValue& value);

/// How far the value is outside its limits; 0 inside.
double distanceOf(const AssertionValue& value);

/// The output as a run has it, and its samples in base units: the run's own or those of another scramble. Errors: those
/// of readInput for threshold and limits, inputUnit, intervalReversed.
Result<AssertionValue> evaluateAssertion(const AssertionTerm& term, const OutputSummary& output,
                                         std::span<const double> samples);

} // namespace assay
