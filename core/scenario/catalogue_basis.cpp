// References only: what stands in the row is core/catalog's.
#include "core/scenario/catalogue_basis.h"

#include "core/catalog/cell.h"

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

std::string ownRowsText(const Model& model, const Scenario& scenario, const Catalogs& catalogs) {
    std::string text;
    if (catalogs.own() == nullptr)
        return text;
    const auto add = [&](const std::string& name, const TableRow& row) {
        if (row.origin == RowOrigin::shipped)
            return;
        text += '\n' + name;
        for (const std::string& cell : *row.cells) // lengths keep neighbours apart
            text += ' ' + std::to_string(cell.size()) + ' ' + cell;
    };
    for (const char* table : {"gpus", "runs"})
        for (const TableRow& row : catalogs.rows(table))
            add(table, row);
    for (const std::string& reference : catalogueReferences(model, scenario)) {
        if (const std::optional<TableRow> row = rowAt(reference, catalogs))
            add(reference, *row);
    }
    return text;
}

} // namespace assay
