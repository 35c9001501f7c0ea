// References only: what stands in the row is core/catalog's.
#include "core/scenario/catalogue_basis.h"

#include <algorithm>
#include <string_view>

namespace assay {

std::string catalogueDefault(const ModelInput& input) {
    constexpr std::string_view word = "catalogue ";
    return input.basis.starts_with(word) ? input.basis.substr(word.size()) : std::string();
}

std::string catalogueReference(const Scenario& scenario, const ModelInput& input) {
    for (const ScenarioInput& given : scenario.inputs)
        if (given.input == input.id)
            return given.basis.kind == BasisKind::catalogue ? given.basis.reference : std::string();
    return catalogueDefault(input);
}

std::vector<std::string> catalogueReferences(const Model& model, const Scenario& scenario) {
    std::vector<std::string> references;
    for (const ModelInput& input : model.inputs) {
        std::string reference = catalogueReference(scenario, input);
        if (!reference.empty() && std::find(references.begin(), references.end(), reference) == references.end())
            references.push_back(std::move(reference));
    }
    return references;
}

} // namespace assay
