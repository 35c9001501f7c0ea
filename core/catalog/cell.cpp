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

constexpr const char* emptyCell = "known value in the catalogue"; // the kind that an error of findCell names

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

Error unknown(std::string kind, std::string id) {
    return Error(ErrorCode::idUnknown, {}, {std::move(kind), std::move(id)});
}

Result<TableRow> findRow(std::string_view reference, const Parts& parts, const Catalogs& catalogs) {
    if (catalogTable(parts.catalog) == nullptr)
        return unknown("catalogue", std::string(parts.catalog));
    const std::optional<TableRow> row = catalogs.row(parts.catalog, parts.row);
    if (!row)
        return unknown("catalogue row", std::string(reference));
    return *row;
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

Trust trustOfRow(const TableRow& row) {
    const auto word = std::find(trustWords.begin(), trustWords.end(), cellOf(*row.table, *row.cells, "verified"));
    return word == trustWords.end() ? Trust::unverified : static_cast<Trust>(word - trustWords.begin());
}

CatalogEntry entryOf(const TableRow& row, const Parts& parts) {
    const CatalogTable& table = *row.table;
    return CatalogEntry{std::string(parts.catalog) + "/" + std::string(parts.row),
                        joined(table, *row.cells, table.label, ", "),
                        trustOfRow(row),
                        cellOf(table, *row.cells, "source"),
                        cellOf(table, *row.cells, "note"),
                        cellOf(table, *row.cells, "published_date"),
                        table.vintage,
                        row.origin};
}

/// The column's number and the unit it is in: the power of ten of "e6 USD" belongs to the number. Empty: none there.
struct Value {
    std::string text;
    double number = 0;
    std::string unit;
};

Value valueAt(const TableRow& row, std::string_view column, const std::string& unit) {
    Value value{cellOf(*row.table, *row.cells, column), 0, {}};
    const std::size_t space = unit.find(' ');
    value.unit = unit.substr(space == std::string::npos ? 0 : space + 1);
    if (space != std::string::npos && !value.text.empty())
        value.text += unit.substr(0, space);
    std::from_chars(value.text.data(), value.text.data() + value.text.size(), value.number);
    return value;
}

/// "700 W/GPU" in the shipped row that a corrected one stands in place of; empty when it has nothing there.
std::string shippedText(const TableRow& row, std::string_view column) {
    if (row.shipped == nullptr)
        return {};
    const TableRow shipped{row.table, row.shipped, RowOrigin::shipped, nullptr};
    const Value value = valueAt(shipped, column, unitOfColumn(shipped, column).value_or(std::string()));
    if (value.text.empty())
        return {};
    return writeNumber(value.number, Grouping::thousands) + (value.unit == "1" ? "" : " " + value.unit);
}

Result<CatalogCell> cellAt(const TableRow& row, const Parts& parts, std::string_view column) {
    CatalogCell cell;
    cell.row = entryOf(row, parts);
    cell.reference = cell.row.reference + "/" + std::string(column);
    cell.column = std::string(column);
    const std::optional<std::string> unit = unitOfColumn(row, column);
    if (!unit)
        return unknown("catalogue value", cell.reference);
    Value value = valueAt(row, column, *unit);
    if (value.text.empty())
        return unknown(emptyCell, cell.reference);
    cell.text = std::move(value.text);
    cell.value = value.number;
    cell.unit = std::move(value.unit);
    cell.shipped = shippedText(row, column);
    if (isListed(cellOf(*row.table, *row.cells, "unverified_fields"), column))
        cell.row.trust = Trust::unverified;
    return cell;
}

} // namespace

std::optional<std::string> unitOfColumn(const TableRow& row, std::string_view column) {
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

std::optional<TableRow> rowAt(std::string_view reference, const Catalogs& catalogs) {
    const Parts parts = partsOf(reference);
    return catalogs.row(parts.catalog, parts.row);
}

Result<CatalogEntry> findEntry(std::string_view reference, const Catalogs& catalogs) {
    const Parts parts = partsOf(reference);
    const Result<TableRow> row = findRow(reference, parts, catalogs);
    if (!row)
        return row.error();
    return entryOf(*row, parts);
}

Result<CatalogCell> findCell(std::string_view reference, const Catalogs& catalogs) {
    const Parts parts = partsOf(reference);
    const Result<TableRow> row = findRow(reference, parts, catalogs);
    if (!row)
        return row.error();
    return cellAt(*row, parts, parts.column);
}

bool isEmptyCell(std::string_view reference, const Catalogs& catalogs) {
    const Result<CatalogCell> cell = findCell(reference, catalogs);
    return !cell && cell.error().details.front() == emptyCell;
}

Result<std::vector<CatalogCell>> valueCells(std::string_view reference, const Catalogs& catalogs) {
    const Parts parts = partsOf(reference);
    const Result<TableRow> row = findRow(reference, parts, catalogs);
    if (!row)
        return row.error();
    std::vector<CatalogCell> cells;
    for (const auto& unit : row->table->units)
        if (Result<CatalogCell> cell = cellAt(*row, parts, unit.first))
            cells.push_back(std::move(*cell));
    return cells;
}

Result<CatalogEntry> findBasis(std::string_view reference, const Catalogs& catalogs) {
    if (partsOf(reference).column.empty())
        return findEntry(reference, catalogs);
    const Result<CatalogCell> cell = findCell(reference, catalogs);
    if (!cell)
        return cell.error();
    return cell->row;
}

bool isOfRow(std::string_view reference, const CatalogueRowId& row) {
    return reference.starts_with(row.value)
           && (reference.size() == row.value.size() || reference[row.value.size()] == '/');
}

std::vector<CatalogCell> catalogCells(std::string_view catalog, const Catalogs& catalogs) {
    std::vector<CatalogCell> all;
    for (const TableRow& row : catalogs.rows(catalog)) {
        const std::string id = rowIdOf(*row.table, *row.cells);
        for (const auto& unit : row.table->units)
            if (Result<CatalogCell> cell = cellAt(row, Parts{catalog, id, {}}, unit.first))
                all.push_back(std::move(*cell));
    }
    return all;
}

std::vector<std::string> catalogRows(std::string_view catalog, const Catalogs& catalogs) {
    std::vector<std::string> references;
    for (const TableRow& row : catalogs.rows(catalog))
        references.push_back(std::string(catalog) + "/" + rowIdOf(*row.table, *row.cells));
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
