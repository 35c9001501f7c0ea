// What the columns of a catalogue take, and whether a project's own row fits them. Knows no document and no widget.
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalogs.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

inline constexpr std::uint64_t mostCatalogueRows = 5000;    ///< of a project
inline constexpr std::uint64_t longestCatalogueCell = 4096; ///< bytes

enum class CellKind { words, number, date, choice, unit };
enum class CellNeed { optional, needed, key }; ///< key: needed, and its text is part of the row's id

struct CatalogColumn {
    std::string name;
    CellKind kind = CellKind::words;
    CellNeed need = CellNeed::optional;
    std::string unit;                 ///< of a number; "$COLUMN" stands for the row's cell there
    std::vector<std::string> choices; ///< of a choice
};

std::vector<CatalogColumn> columnsOf(const CatalogTable& table);

/// The catalogue a row is of: "gpus" of "gpus/my_chip".
std::string_view catalogOf(const CatalogueRowId& id);

/// What a file must keep to. Errors: cellMissing, cellValue, fieldValue (the id is not that of its key), idTaken (a
/// column twice). A catalogue or a column that is not there is a newer version's: left alone.
Result<> checkKnownCells(const CatalogueRow& row);

/// What an edit must keep to: the same, and idUnknown for such a catalogue or column.
Result<> checkCatalogueRow(const CatalogueRow& row);

/// A shipped row as the project's own: what nobody has read anew is not verified.
CatalogueRow copiedRow(std::string_view catalog, const TableRow& row);

/// The row with its id made of its key cells, spaces around cells and empty cells left out, in the order of the
/// columns.
CatalogueRow orderedRow(std::string_view catalog, std::vector<CatalogueCell> cells);

} // namespace assay
