// A catalogue file: a table of text cells with its vintage. Numbers stay as printed until a typed row asks for them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct CatalogTable {
    std::string title;
    std::string vintage; ///< ISO date up to which the table was kept
    std::string note;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows; ///< as long as columns; an empty cell: not known or not offered
};

/// The compiled-in table resources/catalog/NAME.json. A broken one is a programming mistake: throws std::runtime_error.
CatalogTable readCatalogTable(std::string_view name);

/// One row by column name.
class CatalogRow {
public:
    CatalogRow(const CatalogTable& table, const std::vector<std::string>& cells) : m_table(table), m_cells(cells) {}
    std::string text(std::string_view column) const;
    std::optional<double> number(std::string_view column) const; ///< none for an empty cell

private:
    const CatalogTable& m_table;
    const std::vector<std::string>& m_cells;
};

} // namespace assay
