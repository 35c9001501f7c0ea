// Rows in document order, then inputs.
#include "core/document/check_catalogue.h"

#include "core/catalog/cell.h"
#include "core/catalog/check_row.h"
#include "core/claims/evidence.h"
#include "core/document/stale.h"
#include "core/units/read_quantity.h"

#include <algorithm>

namespace assay {
namespace {

Finding noteOn(const std::string& rule, std::string reason) {
    return makeFinding(rule, FindingKind::spec, Verdict::note, {}, std::move(reason));
}

std::string valueText(const CatalogCell& cell) {
    return writeNumber(cell.value, Grouping::thousands) + (cell.unit == "1" ? "" : " " + cell.unit);
}

/// "tdp_w is 800 W/GPU instead of 700 W/GPU"
std::vector<std::string> correctedValues(const CatalogueRow& row, const Catalogs& catalogs) {
    std::vector<std::string> texts;
    for (const CatalogCell& shipped : valueCells(row.id.value).value()) {
        const Result<CatalogCell> own = findCell(shipped.reference, catalogs);
        const std::string is = own ? valueText(*own) : "left open";
        if (is != valueText(shipped))
            texts.push_back(shipped.column + " is " + is + " instead of " + valueText(shipped));
    }
    const Result<std::vector<CatalogCell>> cells = valueCells(row.id.value, catalogs);
    for (const CatalogCell& own : cells ? *cells : std::vector<CatalogCell>())
        if (!findCell(own.reference))
            texts.push_back(own.column + " is " + valueText(own) + ", which the shipped row leaves open");
    return texts;
}

void addRow(std::vector<Finding>& findings, const CatalogueRow& row, const Catalogs& catalogs) {
    const CatalogTable* table = catalogTable(catalogOf(row.id));
    if (table == nullptr) {
        findings.push_back(noteOn("catalogue " + row.id.value, "There is no catalogue for the project's row "
                                                                   + row.id.value + ": it is kept and not used."));
        return;
    }
    for (const CatalogueCell& cell : row.cells)
        if (std::find(table->columns.begin(), table->columns.end(), cell.column) == table->columns.end())
            findings.push_back(noteOn("catalogue " + row.id.value + " " + cell.column,
                                      "The project's catalogue row " + row.id.value + " has a column " + cell.column
                                          + " that the catalogue does not have: it is kept and not used."));
    if (!rowAt(row.id.value, Catalogs()))
        return;
    const CatalogEntry entry = findEntry(row.id.value, catalogs).value();
    const std::vector<std::string> values = correctedValues(row, catalogs);
    findings.push_back(noteOn("catalogue " + row.id.value,
                              "The project corrects the shipped catalogue row " + row.id.value + ": "
                                  + (values.empty() ? "no value differs" : listText(values)) + ". Source: "
                                  + entry.source + (entry.trust == Trust::unverified ? " (not verified)." : ".")));
}

std::string titleOf(const Document& document, const StaleInput& input) {
    const Scenario* scenario = find(document.scenarios, input.scenario);
    return "\"" + (scenario && !scenario->title.empty() ? scenario->title : input.scenario.value) + "\"";
}

} // namespace

std::vector<Finding> catalogueFindings(const Document& document) {
    std::vector<Finding> findings;
    const Catalogs catalogs(document.catalogueRows);
    for (const Row<CatalogueRow>& row : document.catalogueRows)
        addRow(findings, *row, catalogs);
    for (const StaleInput& input : staleInputs(document)) {
        const std::string rule = "catalogue " + input.scenario.value + " " + input.input.value;
        const std::string head = "Scenario " + titleOf(document, input) + ", input " + input.input.value + ": ";
        if (input.reason == StaleReason::rowGone)
            findings.push_back(
                noteOn(rule, head
                                 + (isEmptyCell(input.was, catalogs) ? "the catalogues have no value in the cell "
                                                                     : "the catalogues have no row ")
                                 + input.was + "; the value typed beside it is still used."));
        else if (input.reason == StaleReason::rowChanged)
            findings.push_back(noteOn(rule, head + "the project's catalogue row says " + input.now
                                                + " now; the value is still " + input.was + "."));
    }
    return findings;
}

} // namespace assay
