// Catalogs: the shipped tables with the rows of one project over them, as one value that is cheap to copy. Every
// look-up in a catalogue takes one; an empty one has the shipped rows alone. Knows no cell's meaning and no document.
#pragma once

#include "core/base/row.h"
#include "core/catalog/catalogue_row.h"
#include "core/catalog/table.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct OwnCatalogs;

/// Where a row is from; corrected: the project's, in place of a shipped one.
enum class RowOrigin { shipped, own, corrected };

/// One row of a table. Valid as long as the Catalogs it was found in, or a copy.
struct TableRow {
    const CatalogTable* table = nullptr;
    const std::vector<std::string>* cells = nullptr; ///< as long as the table's columns
    RowOrigin origin = RowOrigin::shipped;
    const std::vector<std::string>* shipped = nullptr; ///< of a corrected row: what it stands in place of
};

class Catalogs {
public:
    Catalogs() = default;

    /// Rows of a catalogue that is not there, and cells of a column that is not there, are left out.
    explicit Catalogs(const Rows<CatalogueRow>& rows);

    /// Shipped ones in file order, corrected ones in their place, then the project's new ones; none for an unknown
    /// table.
    std::vector<TableRow> rows(std::string_view table) const;
    std::optional<TableRow> row(std::string_view table, std::string_view id) const;

    /// The project's own rows by reference, for one that has any; nullptr: all is as shipped.
    const OwnCatalogs* own() const { return m_own.get(); }

private:
    std::shared_ptr<const OwnCatalogs> m_own;
};

} // namespace assay
