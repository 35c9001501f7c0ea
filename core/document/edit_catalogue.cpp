// Edits of the project's own catalogue rows: checked against the catalogue's columns, and followed by the inputs on
// them.
#include "core/catalog/check_row.h"
#include "core/document/edit.h"
#include "core/document/edit_rows.h"
#include "core/document/follow_rows.h"

namespace assay {
namespace {

const std::string kind = "catalogue row";

Result<Document> followed(Result<Document> next, const Document& before, const CatalogueRowId& row) {
    if (next)
        followRow(*next, Catalogs(before.catalogueRows), row);
    return next;
}

} // namespace

Result<Document> addCatalogueRow(const Document& document, CatalogueRow row) {
    if (const Result<> sound = checkCatalogueRow(row); !sound)
        return sound.error();
    const CatalogueRowId id = row.id;
    return followed(addRow(document, &Document::catalogueRows, kind, std::move(row)), document, id);
}

Result<Document> setCatalogueRow(const Document& document, CatalogueRow row) {
    if (const Result<> sound = checkCatalogueRow(row); !sound)
        return sound.error();
    const CatalogueRowId id = row.id;
    return followed(setRow(document, &Document::catalogueRows, kind, std::move(row)), document, id);
}

Result<Document> removeCatalogueRow(const Document& document, const CatalogueRowId& id) {
    return followed(removeRow(document, &Document::catalogueRows, kind, id), document, id);
}

} // namespace assay
