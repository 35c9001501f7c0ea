// References are CATALOGUE/ROW[/COLUMN]; a row's id is its key cells joined by '.'.
#include "core/catalog/cell.h"

#include "core/catalog/table.h"
#include "core/units/read_quantity.h"
#include "core/units/unit.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

namespace assay {
namespace {

constexpr std::array<std::string_view, 3> trustWords{"yes", "secondary", "no"}; // Trust's order

constexpr int exactDigits = 15; // what a decimal number keeps through a change of units

struct Parts {
    std::string_view catalog, row, column;
};

Parts partsOf(std::string_view reference) {
    const std::size_t first = std::min(reference.find('/'), reference.size());
    const std::string_view rest = reference.substr(std::min(first + 1, reference.size()));
    const std::size_t second = std::min(rest.find('/'), rest.size());
    return {reference.substr(0, first), rest.substr(0, second), rest.substr(std::min(second + 1, rest.size()))};
}

bool hasColumn(const CatalogTable& table, std::string_view column) {
    return std::find(table.columns.begin(), table.columns.end(), column) != table.columns.end();
}

std::string cellOf(const CatalogTable& table, const std::vector<std::string>& cells, std::string_view column) {
    return hasColumn(table, column) ? CatalogRow(table, cells).text(column) : std::string();
}

std::string joined(const CatalogTable& table, const std::vector<std::string>& cells,
                   const std::vector<std::string>& columns, std::string_view separator) {
    std::string text;
    for (const std::string& column : columns) {
        const std::string cell = cellOf(table, cells, column);
        if (!cell.empty())
            text += (text.empty() ? std::string() : std::string(separator)) + cell;
    }
    return text;
}

struct FoundRow {
    const CatalogTable* table = nullptr;
    const std::vector<std::string>* cells = nullptr;
};

Error unknown(std::string kind, std::string id) {
    return Error(ErrorCode::idUnknown, {}, {std::move(kind), std::move(id)});
}

Result<FoundRow> findRow(std::string_view reference, const Parts& parts) {
    const CatalogTable* table = catalogTable(parts.catalog);
    if (table == nullptr)
        return unknown("catalogue", std::string(parts.catalog));
    const auto row = table->rowOfId.find(parts.row);
    if (row == table->rowOfId.end())
        return unknown("catalogue row", std::string(reference));
    return FoundRow{table, &table->rows[row->second]};
}

bool isListed(const std::string& list, std::string_view field) {
    for (std::size_t start = 0; start <= list.size();) {
        const std::size_t end = std::min(list.find(';', start), list.size());
        if (std::string_view(list).substr(start, end - start) == field)
            return true;
        start = end + 1;
    }
    return false;
}

Trust trustOfRow(const FoundRow& row) {
    const auto word = std::find(trustWords.begin(), trustWords.end(), cellOf(*row.table, *row.cells, "verified"));
    return word == trustWords.end() ? Trust::unverified : static_cast<Trust>(word - trustWords.begin());
}

CatalogEntry entryOf(const FoundRow& row, const Parts& parts) {
    const CatalogTable& table = *row.table;
    return CatalogEntry{std::string(parts.catalog) + "/" + std::string(parts.row),
                        joined(table, *row.cells, table.label, ", "),
                        trustOfRow(row),
                        cellOf(table, *row.cells, "source"),
                        cellOf(table, *row.cells, "note"),
                        cellOf(table, *row.cells, "published_date"),
                        table.vintage};
}

/// The column's unit with "$COLUMN" filled in; none for a column of words.
std::optional<std::string> unitOfColumn(const FoundRow& row, std::string_view column) {
    for (const auto& [name, unit] : row.table->units) {
        if (name != column)
            continue;
        if (unit.empty() || unit.front() != '$')
            return unit;
        const auto end = std::find_if(unit.begin() + 1, unit.end(), [](char c) {
            return c != '_' && std::isalnum(static_cast<unsigned char>(c)) == 0;
        });
        return CatalogRow(*row.table, *row.cells).text(std::string(unit.begin() + 1, end))
               + std::string(end, unit.end());
    }
    return std::nullopt;
}

Result<CatalogCell> cellAt(const FoundRow& row, const Parts& parts, std::string_view column) {
    CatalogCell cell;
    cell.row = entryOf(row, parts);
    cell.reference = cell.row.reference + "/" + std::string(column);
    cell.column = std::string(column);
    const std::optional<std::string> unit = unitOfColumn(row, column);
    if (!unit)
        return unknown("catalogue value", cell.reference);
    cell.text = cellOf(*row.table, *row.cells, column);
    if (cell.text.empty())
        return unknown("known value in the catalogue", cell.reference);
    const std::size_t space = unit->find(' '); // "e6 USD": the power of ten belongs to the number
    cell.unit = unit->substr(space == std::string::npos ? 0 : space + 1);
    if (space != std::string::npos)
        cell.text += unit->substr(0, space);
    std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), cell.value);
    if (isListed(cellOf(*row.table, *row.cells, "unverified_fields"), column))
        cell.row.trust = Trust::unverified;
    return cell;
}

} // namespace

Result<CatalogEntry> findEntry(std::string_view reference) {
    const Parts parts = partsOf(reference);
    const Result<FoundRow> row = findRow(reference, parts);
    if (!row)
        return row.error();
    return entryOf(*row, parts);
}

Result<CatalogCell> findCell(std::string_view reference) {
    const Parts parts = partsOf(reference);
    const Result<FoundRow> row = findRow(reference, parts);
    if (!row)
        return row.error();
    return cellAt(*row, parts, parts.column);
}

Result<std::vector<CatalogCell>> valueCells(std::string_view reference) {
    const Parts parts = partsOf(reference);
    const Result<FoundRow> row = findRow(reference, parts);
    if (!row)
        return row.error();
    std::vector<CatalogCell> cells;
    for (const auto& unit : row->table->units)
        if (Result<CatalogCell> cell = cellAt(*row, parts, unit.first))
            cells.push_back(std::move(*cell));
    return cells;
}

Result<CatalogEntry> findBasis(std::string_view reference) {
    if (partsOf(reference).column.empty())
        return findEntry(reference);
    const Result<CatalogCell> cell = findCell(reference);
    if (!cell)
        return cell.error();
    return cell->row;
}

std::vector<CatalogCell> catalogCells(std::string_view catalog) {
    std::vector<CatalogCell> all;
    const CatalogTable* table = catalogTable(catalog);
    if (table == nullptr)
        return all;
    for (const auto& cells : table->rows) {
        const std::string id = joined(*table, cells, table->key, ".");
        for (const auto& unit : table->units)
            if (Result<CatalogCell> cell = cellAt(FoundRow{table, &cells}, Parts{catalog, id, {}}, unit.first))
                all.push_back(std::move(*cell));
    }
    return all;
}

std::vector<std::string> catalogRows(std::string_view catalog) {
    std::vector<std::string> references;
    if (const CatalogTable* table = catalogTable(catalog))
        for (const auto& cells : table->rows)
            references.push_back(std::string(catalog) + "/" + joined(*table, cells, table->key, "."));
    return references;
}

Result<std::string> inputText(const CatalogCell& cell, std::string_view unit) {
    const Result<Unit> own = parseUnit(cell.unit), wanted = parseUnit(unit);
    if (!own)
        return own.error();
    if (!wanted)
        return wanted.error();
    if (!sameDimension(*own, *wanted))
        return Error(ErrorCode::inputUnit, {}, {cell.reference, std::string(unit), cell.unit});
    const std::string number =
        *own == *wanted ? cell.text
                        : writeNumber(roundToDigits(fromBase(toBase(cell.value, *own), *wanted), exactDigits));
    return unit == "1" ? number : number + " " + std::string(unit);
}

std::string_view trustText(Trust trust) { return trustWords[static_cast<std::size_t>(trust)]; }

} // namespace assay
