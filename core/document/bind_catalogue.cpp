// The note is generated English data, like the catalogues themselves.
#include "core/document/bind_catalogue.h"

#include "core/catalog/cell.h"
#include "core/document/edit.h"

namespace assay {
namespace {

/// Whose the row is, when it is not shipped; a corrected one names what it stands in place of.
std::string originOf(const CatalogCell& cell) {
    if (cell.row.origin == RowOrigin::own)
        return "row of this project";
    if (cell.row.origin == RowOrigin::corrected)
        return "corrected in this project; shipped: " + (cell.shipped.empty() ? "nothing" : cell.shipped);
    return {};
}

std::string trustOf(Trust trust) {
    switch (trust) {
    case Trust::verified: return {};
    case Trust::retold: return "read only in a retelling";
    case Trust::unverified: break;
    }
    return "not verified";
}

} // namespace

std::string catalogueNote(const CatalogCell& cell) {
    std::string marks = originOf(cell);
    const std::string trust = trustOf(cell.row.trust);
    marks += (marks.empty() || trust.empty() ? "" : "; ") + trust;
    return cell.row.label + (marks.empty() ? "" : " (" + marks + ")") + ": " + cell.row.source;
}

Result<Document> bindCatalogue(const Document& document, const ScenarioId& scenario, const VariableId& input,
                               std::string_view reference) {
    const Scenario* found = find(document.scenarios, scenario);
    const Model* model = found ? find(document.models, found->model) : nullptr;
    if (model == nullptr)
        return Error(ErrorCode::idUnknown, scenario.value, {"scenario", scenario.value});
    const ModelInput* declared = findInput(*model, input);
    if (declared == nullptr)
        return Error(ErrorCode::inputUnknown, scenario.value, {input.value});
    const Result<CatalogCell> cell = findCell(reference, Catalogs(document.catalogueRows));
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
        ScenarioInput{input, std::move(*text), Basis{BasisKind::catalogue, {}, cell->reference, catalogueNote(*cell)}});
}

} // namespace assay
