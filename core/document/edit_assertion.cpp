// Edits of assertions: a text gets in only when it can be checked.
#include "core/document/edit.h"
#include "core/document/edit_rows.h"

#include <algorithm>

namespace assay {
namespace {

/// The output as a run of the scenario would have it, without samples.
Result<OutputSummary> outputFor(const Document& document, const Assertion& assertion, const VariableId& output) {
    const Scenario* scenario = find(document.scenarios, assertion.scenario);
    if (scenario == nullptr)
        return Error(ErrorCode::idUnknown, assertion.scenario.value, {"scenario", assertion.scenario.value});
    const Model* model = find(document.models, scenario->model);
    const Formula* formula = model ? findFormula(*model, output) : nullptr;
    if (formula == nullptr || std::find(model->outputs.begin(), model->outputs.end(), output) == model->outputs.end())
        return Error(ErrorCode::outputUnknown, assertion.scenario.value, {output.value});
    OutputSummary summary;
    summary.id = output;
    summary.unit = formula->unit;
    return summary;
}

/// The text reads, its output is there and its numbers have the output's unit. A chip in them is left to the run.
Result<> checkText(const Document& document, const Assertion& assertion) {
    const Result<AssertionTerm> term = readAssertion(assertion.text);
    if (!term)
        return term.error();
    const Result<OutputSummary> output = outputFor(document, assertion, term->output);
    if (!output)
        return output.error();
    if (const Result<AssertionValue> value = evaluateAssertion(*term, *output, {}); !value)
        return value.error();
    return {};
}

} // namespace

Result<Document> addAssertion(const Document& document, Assertion assertion) {
    if (const Result<> sound = checkText(document, assertion); !sound)
        return sound.error();
    return addRow(document, &Document::assertions, "assertion", std::move(assertion));
}

Result<Document> setAssertion(const Document& document, Assertion assertion) {
    if (const Result<> sound = checkText(document, assertion); !sound)
        return sound.error();
    return setRow(document, &Document::assertions, "assertion", std::move(assertion));
}

Result<Document> removeAssertion(const Document& document, const AssertionId& id) {
    return removeRow(document, &Document::assertions, "assertion", id);
}

} // namespace assay
