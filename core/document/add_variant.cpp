// A copy and one setInput an input.
#include "core/document/add_variant.h"

#include "core/document/edit.h"
#include "core/units/read_quantity.h"

namespace assay {
namespace {

/// Rounded to what a reader can check; 9 digits keep the target to better than 1e-8.
std::string textOf(const FixedInput& input) {
    const std::string number = writeNumber(roundToDigits(input.value, 9), Grouping::thousands);
    if (input.unit.empty() || input.unit == "1")
        return number;
    return input.unit == "%" ? number + "%" : number + " " + input.unit;
}

} // namespace

Result<Variant> addVariant(const Document& document, const ScenarioId& scenario, std::string title,
                           const std::vector<FixedInput>& inputs, const std::string& note) {
    const ScenarioId id{freeScenarioId(document, title)};
    Result<Document> next = duplicateScenario(document, scenario, id, std::move(title));
    for (const FixedInput& input : inputs) {
        if (!next)
            return next.error();
        const Basis basis{.kind = BasisKind::assumption, .claims = {}, .reference = {}, .note = note};
        next = setInput(*next, id, ScenarioInput{input.input, textOf(input), basis});
    }
    if (!next)
        return next.error();
    return Variant{std::move(*next), id};
}

} // namespace assay
