// Walking from an output down to its inputs.
#include "ui/views/why_text.h"

#include "core/document/edit.h"
#include "core/scenario/behind.h"
#include "core/units/read_quantity.h"
#include "ui/text/utf8_text.h"
#include "ui/views/output_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

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

QString quantityText(const MedianOf& median) {
    return QString::fromStdString(writeQuantity(median.median, median.unit, 4));
}

/// The median of a name in the formulas, in words; empty: not known.
QString medianOf(const VariableId& name, const Explained* explained) {
    for (std::size_t list = 0; explained && list < 2; ++list)
        for (const MedianOf& median : list == 0 ? explained->formulas : explained->inputs)
            if (median.id == name)
                return quantityText(median);
    return {};
}

/// The formula with values for its names.
QString filledIn(const std::string& formula, const Explained* explained) {
    if (!explained)
        return {};
    QString filled = text(formula);
    std::vector<VariableId> names = namesIn(formula);
    std::sort(names.begin(), names.end(), [](const VariableId& a, const VariableId& b) {
        return a.value.size() > b.value.size(); // a name may begin like another one
    });
    for (const VariableId& name : names)
        if (const QString value = medianOf(name, explained); !value.isEmpty())
            filled.replace(QRegularExpression(QStringLiteral("\\b%1\\b").arg(text(name.value))),
                           QStringLiteral("\u2039%1\u203a").arg(value));
    return filled;
}

WhyFormula describe(const Formula& formula, const RunPtr& run, const Explained* explained) {
    const OutputSummary* output = run ? findOutput(*run, formula.id) : nullptr;
    return {titleOf(formula), text(formula.id.value + " = " + formula.formula), filledIn(formula.formula, explained),
            output ? medianText(*output) : medianOf(formula.id, explained), text(formula.source)};
}

QString tenthOf(const OutputSummary* output, const VariableId& input, const Explained* explained) {
    for (std::size_t i = 0; output && explained && i < explained->effects.size(); ++i)
        if (const TenthEffect& effect = explained->effects[i]; effect.input == input) {
            const auto number = [&](double value) {
                return QString::fromStdString(writeQuantity(value, output->unit, 3));
            };
            return Words::tr("%1 to %2").arg(number(effect.down), number(effect.up));
        }
    return {};
}

std::vector<WhyClaim> claimsOf(const Document& document, const BasisLine& basis) {
    std::vector<WhyClaim> claims;
    for (const ClaimId& id : basis.claims) {
        const Claim* claim = find(document.claims, id);
        claims.push_back({id, claimLine(document, id),
                          claim && !claim->mentions.empty() ? text(claim->mentions.front().anchor.quote) : QString()});
    }
    return claims;
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

WhyNumber whyNumber(const Document& document, const Scenario& scenario, const VariableId& output, const RunPtr& run,
                    const Explained* explained) {
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
        why.formulas.push_back(describe(*each, run, explained));
    std::stable_sort(inputs.begin(), inputs.end(), [&](const ModelInput* a, const ModelInput* b) {
        return swing(summary, a->id) > swing(summary, b->id);
    });
    for (const ModelInput* input : inputs) {
        const Result<ScenarioInput> now = currentInput(document, scenario.id, input->id);
        const BasisLine basis = basisLine(document, scenario, *input);
        why.inputs.push_back(WhyInput{input->id, titleOf(*input), now ? text(now->text) : QString(),
                                      effectOf(summary, input->id), tenthOf(summary, input->id, explained), basis,
                                      claimsOf(document, basis)});
    }
    return why;
}

} // namespace assay
