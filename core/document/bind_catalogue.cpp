// The note is generated English data, like the catalogues themselves.
#include "core/document/bind_catalogue.h"

#include "core/catalog/cell.h"
#include "core/document/edit.h"

namespace assay {
namespace {

std::string noteOf(const CatalogEntry& row) {
    switch (row.trust) {
    case Trust::verified: return row.label + ": " + row.source;
    case Trust::retold: return row.label + " (read only in a retelling): " + row.source;
    case Trust::unverified: break;
    }
    return row.label + " (not verified): " + row.source;
}

} // namespace

Result<Document> bindCatalogue(const Document& document, const ScenarioId& scenario, const VariableId& input,
                               std::string_view reference) {
    const Scenario* found = find(document.scenarios, scenario);
    const Model* model = found ? find(document.models, found->model) : nullptr;
    if (model == nullptr)
        return Error(ErrorCode::idUnknown, scenario.value, {"scenario", scenario.value});
    const ModelInput* declared = findInput(*model, input);
    if (declared == nullptr)
        return Error(ErrorCode::inputUnknown, scenario.value, {input.value});
    const Result<CatalogCell> cell = findCell(reference);
    if (!cell)
        return cell.error();
    Result<std::string> text = inputText(*cell, declared->unit);
    if (!text) {
        Error error = text.error();
        error.place = input.value;
        if (error.code == ErrorCode::inputUnit && !error.details.empty())
            error.details.front() = input.value;
        return error;
    }
    return setInput(
        document, scenario,
        ScenarioInput{input, std::move(*text), Basis{BasisKind::catalogue, {}, cell->reference, noteOf(cell->row)}});
}

} // namespace assay
