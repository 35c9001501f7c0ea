// A row of a catalogue that a project keeps itself: a new one, or one that stands in place of a shipped row. Knows no
// table and no shipped row.
#pragma once

#include "core/base/extra.h"
#include "core/base/ids.h"

#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct CatalogueCell {
    std::string column; ///< of the catalogue: "tdp_w"
    std::string text;   ///< as in the catalogue's file: a number without its unit, an ISO date, words; never empty
    bool operator==(const CatalogueCell&) const = default;
};

struct CatalogueRow {
    CatalogueRowId id; ///< its reference: "gpus/h800_sxm5_80gb", the catalogue and the key cells joined by '.'
    std::vector<CatalogueCell> cells; ///< in the order of the catalogue's columns; a column not here is not known
    Extra extra;
    bool operator==(const CatalogueRow&) const = default;
};

/// The text of a column; empty when the row has none.
inline std::string cellText(const CatalogueRow& row, std::string_view column) {
    for (const CatalogueCell& cell : row.cells)
        if (cell.column == column)
            return cell.text;
    return {};
}

} // namespace assay
