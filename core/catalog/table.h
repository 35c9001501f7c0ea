// A catalogue file: a table of text cells with its vintage, the columns that name a row, and the units of the columns
// that hold values. Numbers stay as printed until somebody asks for them.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assay {

struct CatalogTable {
    std::string title;
    std::string vintage; ///< ISO date up to which the table was kept
    std::string note;
    std::vector<std::string> key;   ///< columns whose cells, joined by '.', are a row's id
    std::vector<std::string> label; ///< columns whose cells name a row to people
    /// Column and unit of its numbers. "$COLUMN" in a unit stands for the row's cell there; "e6 USD" means millions.
    std::vector<std::pair<std::string, std::string>> units;
    std::vector<std::string> columns;
    std::vector<std::string> needed; ///< columns that a row must have, beside key, label, source and units
    std::map<std::string, std::vector<std::string>, std::less<>> choices; ///< columns that take a few words only
    std::vector<std::vector<std::string>> rows; ///< as long as columns; an empty cell: not known or not offered
    std::vector<std::string> ids;               ///< one a row: its key cells joined by '.'
    std::map<std::string, std::size_t, std::less<>> rowOfId;
};

/// Ids of the compiled-in tables, in order: "api-prices", "fx", "gpus", ...
std::vector<std::string_view> catalogNames();

/// The compiled-in table resources/catalog/NAME.json, read once; nullptr: no such table. A broken one is a programming
/// mistake: throws std::runtime_error.
const CatalogTable* catalogTable(std::string_view name);

/// The key cells joined by '.'.
std::string rowIdOf(const CatalogTable& table, const std::vector<std::string>& cells);

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
