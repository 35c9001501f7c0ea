// Standard errors only for assertions that do not hold.
#include "core/document/check_assertions.h"

#include "core/claims/evidence.h"
#include "core/dist/elementary.h"
#include "core/scenario/standard_errors.h"
#include "core/units/read_quantity.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

AssertionResult unreadable(const AssertionId& id, const Error& error) {
    return {id, AssertionState::unreadable, {}, 0, error};
}

RunOptions optionsOf(const Document& document, std::uint64_t samples) {
    RunOptions options;
    options.seed = document.project.seed;
    options.samples = samples;
    options.catalogs = Catalogs(document.catalogueRows);
    return options;
}

const Assertion* assertionOf(const Document& document, const AssertionId& id) { return find(document.assertions, id); }

std::string valueText(double value, const std::string& unit) {
    return unit == "1" ? writeQuantity(100 * value, "%") : writeQuantity(value, unit);
}

std::string limitsText(const AssertionValue& value) {
    if (std::isinf(value.limits.high))
        return "at least " + valueText(value.limits.low, value.unit);
    if (std::isinf(value.limits.low))
        return "at most " + valueText(value.limits.high, value.unit);
    return valueText(value.limits.low, value.unit) + " to " + valueText(value.limits.high, value.unit);
}

std::string reasonOf(const Document& document, const Assertion& assertion, const AssertionResult& result) {
    const Scenario* scenario = find(document.scenarios, assertion.scenario);
    const std::string head = (scenario ? scenario->title : assertion.scenario.value) + ": " + assertion.text;
    if (result.state == AssertionState::unreadable)
        return head + " cannot be checked: its text, its output or its unit does not fit the scenario.";
    const bool isErrorKnown = result.standardError == result.standardError;
    const std::string found =
        head + " was asserted, and the run gives " + valueText(result.value.value, result.value.unit)
        + (isErrorKnown ? " with a standard error of " + valueText(result.standardError, result.value.unit) : "");
    if (result.state == AssertionState::withinError)
        return found + ": outside " + limitsText(result.value) + " by less than that.";
    return found + ", outside " + limitsText(result.value) + ".";
}

} // namespace

AssertionResult assessAssertion(const Assertion& assertion, const RunPtr& run) {
    const Result<AssertionTerm> term = readAssertion(assertion.text);
    if (!term)
        return unreadable(assertion.id, term.error());
    if (run == nullptr)
        return {assertion.id, AssertionState::waiting, {}, 0, {}};
    const OutputSummary* output = findOutput(*run, term->output);
    if (output == nullptr)
        return unreadable(assertion.id,
                          Error(ErrorCode::outputUnknown, assertion.scenario.value, {term->output.value}));
    const Result<AssertionValue> value = evaluateAssertion(*term, *output, *output->samples);
    if (!value)
        return unreadable(assertion.id, value.error());
    return {assertion.id, holds(*value) ? AssertionState::holds : AssertionState::fails, *value, 0, {}};
}

AssertionResult checkAssertion(const Document& document, const Assertion& assertion, const RunPtr& run,
                               std::span<const RunPtr> upstream, const std::stop_token& stop) {
    AssertionResult result = assessAssertion(assertion, run);
    const Scenario* scenario = find(document.scenarios, assertion.scenario);
    if (result.state != AssertionState::fails || scenario == nullptr)
        return result;
    const AssertionTerm term = readAssertion(assertion.text).value();
    const OutputSummary& output = *findOutput(*run, term.output);
    const auto asserted = [&](std::span<const double> samples) {
        const Result<AssertionValue> value = evaluateAssertion(term, output, samples);
        return value ? value->value : elementary::notANumber;
    };
    const Result<double> error = standardErrorOf(asserted, term.output, *find(document.models, scenario->model),
                                                 *scenario, optionsOf(document, run->samples), upstream, stop);
    result.standardError = error ? *error : elementary::notANumber;
    if (distanceOf(result.value) <= result.standardError)
        result.state = AssertionState::withinError;
    return result;
}

std::vector<AssertionResult> checkAssertions(const Document& document, std::span<const RunPtr> runs,
                                             const std::stop_token& stop) {
    std::vector<AssertionResult> results;
    for (const Row<Assertion>& assertion : document.assertions) {
        const auto run = std::find_if(runs.begin(), runs.end(),
                                      [&](const RunPtr& one) { return one->scenario == assertion->scenario; });
        results.push_back(run == runs.end()
                              ? unreadable(assertion->id, Error(ErrorCode::idUnknown, assertion->id.value,
                                                                {"run of the scenario", assertion->scenario.value}))
                              : checkAssertion(document, *assertion, *run, runs, stop));
    }
    return results;
}

std::vector<Finding> assertionFindings(const Document& document, const std::vector<AssertionResult>& results) {
    std::vector<Finding> findings;
    for (const AssertionResult& result : results) {
        const Assertion* assertion = assertionOf(document, result.id);
        if (assertion == nullptr || result.state == AssertionState::holds || result.state == AssertionState::waiting)
            continue;
        const Verdict verdict = result.state == AssertionState::withinError ? Verdict::note : Verdict::error;
        findings.push_back(makeFinding("assertion " + result.id.value, FindingKind::assertion, verdict, {},
                                       reasonOf(document, *assertion, result)));
    }
    return findings;
}

} // namespace assay
