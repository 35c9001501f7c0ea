// Walking from an output down to its inputs.
#include "ui/views/why_text.h"

#include "core/document/edit.h"
#include "core/scenario/behind.h"
#include "core/units/read_quantity.h"
#include "ui/text/utf8_text.h"
#include "ui/views/output_text.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Why)
};

template <class T>
QString titleOf(const T& variable) {
    return text(variable.title.empty() ? variable.id.value : variable.title);
}

WhyFormula describe(const Formula& formula, const RunPtr& run) {
    const OutputSummary* output = run ? findOutput(*run, formula.id) : nullptr;
    return {titleOf(formula), text(formula.id.value + " = " + formula.formula),
            output ? medianText(*output) : QString(), text(formula.source)};
}

const Sensitivity* sensitivityOf(const OutputSummary* output, const VariableId& input) {
    if (!output)
        return nullptr;
    const auto found = std::find_if(output->sensitivity.begin(), output->sensitivity.end(),
                                    [&](const Sensitivity& s) { return s.input == input; });
    return found == output->sensitivity.end() ? nullptr : &*found;
}

QString effectOf(const OutputSummary* output, const VariableId& input) {
    const Sensitivity* found = sensitivityOf(output, input);
    if (!found)
        return {};
    const auto number = [&](double value) { return QString::fromStdString(writeQuantity(value, output->unit, 3)); };
    return Words::tr("%1 to %2").arg(number(found->low), number(found->high));
}

double swing(const OutputSummary* output, const VariableId& input) {
    const Sensitivity* found = sensitivityOf(output, input);
    return found ? std::abs(found->high - found->low) : -1;
}

} // namespace

WhyNumber whyNumber(const Document& document, const Scenario& scenario, const VariableId& output, const RunPtr& run) {
    WhyNumber why;
    const Model* model = find(document.models, scenario.model);
    const Formula* formula = model ? findFormula(*model, output) : nullptr;
    if (!formula)
        return why;
    auto [formulas, inputs] = behind(*model, output);
    const OutputSummary* summary = run ? findOutput(*run, output) : nullptr;
    why.title = titleOf(*formula);
    if (summary) {
        const QString interval = intervalText(*summary);
        why.value = interval.isEmpty() ? medianText(*summary)
                                       : Words::tr("%1 (90 % interval %2)").arg(medianText(*summary), interval);
    }
    for (const Formula* each : formulas)
        why.formulas.push_back(describe(*each, run));
    std::stable_sort(inputs.begin(), inputs.end(), [&](const ModelInput* a, const ModelInput* b) {
        return swing(summary, a->id) > swing(summary, b->id);
    });
    for (const ModelInput* input : inputs) {
        const Result<ScenarioInput> now = currentInput(document, scenario.id, input->id);
        why.inputs.push_back(WhyInput{input->id, titleOf(*input), now ? text(now->text) : QString(),
                                      effectOf(summary, input->id), basisLine(document, scenario, *input)});
    }
    return why;
}

} // namespace assay
