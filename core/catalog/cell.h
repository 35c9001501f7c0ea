// Rows and cells of the catalogues by reference: what a basis of kind catalogue points at, how far it is to be trusted,
// and how it is typed into an input. Knows no model.
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalogs.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// How well a cell is confirmed: read in the source named, read in a retelling only, recalled.
enum class Trust { verified, retold, unverified };

/// A row of a catalogue for people.
struct CatalogEntry {
    std::string reference; ///< "gpus/h800_sxm5_80gb"
    std::string label;     ///< "H800 SXM5 80GB"
    Trust trust = Trust::verified;
    std::string source;
    std::string note;
    std::string published; ///< ISO date before which nobody could know the row; empty: not kept
    std::string vintage;   ///< of the catalogue
    RowOrigin origin = RowOrigin::shipped;
};

/// One value of it.
struct CatalogCell {
    CatalogEntry row;      ///< its trust is that of this cell
    std::string reference; ///< "gpus/h800_sxm5_80gb/tdp_w"
    std::string column;
    std::string text;    ///< a number TEXT without its unit: "700", "23684e6"
    double value = 0;    ///< in `unit`
    std::string unit;    ///< "W/GPU"
    std::string shipped; ///< of a corrected row: what the shipped one has here, number and unit; empty: nothing
};

/// The row of a reference to it or to one of its cells; none for one that is not there.
std::optional<TableRow> rowAt(std::string_view reference, const Catalogs& catalogs);

/// Errors: idUnknown ("catalogue" or "catalogue row" and which).
Result<CatalogEntry> findEntry(std::string_view reference, const Catalogs& catalogs = {});

/// Errors: idUnknown, also for an empty cell: not known or not offered is not zero.
Result<CatalogCell> findCell(std::string_view reference, const Catalogs& catalogs = {});

/// Whether the row has the cell and nothing stands in it.
bool isEmptyCell(std::string_view reference, const Catalogs& catalogs = {});

/// The cells of a row that hold values, empty ones left out. Errors: idUnknown.
Result<std::vector<CatalogCell>> valueCells(std::string_view reference, const Catalogs& catalogs = {});

/// What a basis points at, a row or one value of it, with the trust of just that. Errors: idUnknown.
Result<CatalogEntry> findBasis(std::string_view reference, const Catalogs& catalogs = {});

/// True when the reference is that row's or that of one of its cells.
bool isOfRow(std::string_view reference, const CatalogueRowId& row);

/// Every value of a catalogue, row by row, empty cells left out; none for an unknown catalogue.
std::vector<CatalogCell> catalogCells(std::string_view catalog, const Catalogs& catalogs = {});

/// References of all rows of a catalogue, in file order, then the project's own; none for an unknown one.
std::vector<std::string> catalogRows(std::string_view catalog, const Catalogs& catalogs = {});

/// The cell as TEXT for an input of that unit ("34.6 %" of the fraction 0.346). Errors: inputUnit.
Result<std::string> inputText(const CatalogCell& cell, std::string_view unit);

/// "verified", "secondary", "no": the words of the files.
std::string_view trustText(Trust trust);

/// The unit of a column in a row, with "$COLUMN" filled in; none for a column of words.
std::optional<std::string> unitOfColumn(const TableRow& row, std::string_view column);

} // namespace assay
