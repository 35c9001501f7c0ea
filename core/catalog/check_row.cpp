// Kinds of columns follow from the table: units make numbers, names ending in _date dates, lists of words choices.
#include "core/catalog/check_row.h"

#include "core/base/iso_date.h"
#include "core/catalog/cell.h"
#include "core/units/unit.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace assay {
namespace {

template <class List>
bool holds(const List& list, std::string_view wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

/// The column that "$COLUMN/USD" stands for; empty for a plain unit.
std::string unitColumn(std::string_view unit) {
    if (!unit.starts_with('$'))
        return {};
    const std::size_t end = unit.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_", 1);
    return std::string(unit.substr(1, end == std::string_view::npos ? end : end - 1));
}

bool isDateColumn(std::string_view name) { return name == "date" || name == "published" || name.ends_with("_date"); }

/// Rates are looked up by their day; any other date may be shortened.
bool needsDay(const CatalogColumn& column) { return column.need == CellNeed::key && column.name == "date"; }

/// A day, a month or a year.
bool isDate(const std::string& text, const CatalogColumn& column) {
    const auto hasForm = [&](std::size_t size) { return text.size() == size; };
    if (!needsDay(column) && (hasForm(4) || hasForm(7)))
        return calendarDay(text + (hasForm(4) ? "-01-01" : "-01")).has_value();
    return hasForm(10) && calendarDay(text).has_value();
}

bool isNumber(const std::string& text, bool takesPower) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return isWhole && std::isfinite(value) && (takesPower || text.find_first_of("eE") == std::string::npos);
}

/// Part of a reference "CATALOGUE/ROW/COLUMN".
bool isKeyText(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c != '/' && c != '\x7f'; });
}

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// What a cell of this column may hold, in words; empty: the text is one.
std::string whatIsAllowed(const CatalogColumn& column, const std::string& text) {
    if (text.size() > longestCatalogueCell)
        return "a text of " + std::to_string(longestCatalogueCell) + " bytes at most";
    if (column.need == CellNeed::key && !isKeyText(text))
        return "a word without spaces and /";
    const bool takesPower = column.unit.find(' ') == std::string::npos; // "e6 USD" has one already
    switch (column.kind) {
    case CellKind::number:
        if (!isNumber(text, takesPower))
            return "a plain number" + (column.unit == "1" ? std::string() : " in " + column.unit) + ", such as 1234.5"
                   + (takesPower ? " or 1.2e6" : "");
        return {};
    case CellKind::date:
        if (!isDate(text, column))
            return needsDay(column) ? "a day such as 2025-01-27" : "a date such as 2025-01-27, 2025-01 or 2025";
        return {};
    case CellKind::choice: return holds(column.choices, text) ? std::string() : listed(column.choices);
    case CellKind::unit: return parseUnit(text) ? std::string() : "a unit such as USD/(GPU*h), USD, GPU or 1";
    case CellKind::words: break;
    }
    return {};
}

Result<> checkMarks(const CatalogueRow& row, const CatalogTable& table) {
    const std::string marks = cellText(row, "unverified_fields");
    for (std::size_t start = 0; start < marks.size();) {
        const std::size_t end = std::min(marks.find(';', start), marks.size());
        if (!holds(table.columns, marks.substr(start, end - start)))
            return Error(ErrorCode::cellValue, row.id.value,
                         {"unverified_fields", marks, "names of columns joined by ;"});
        start = end + 1;
    }
    return {};
}

Result<> checkUnits(const CatalogueRow& row, const CatalogTable& table, const std::vector<std::string>& cells) {
    for (const auto& [column, unit] : table.units)
        if (const std::string named = unitColumn(unit); !named.empty()) {
            const TableRow laidOut{&table, &cells, RowOrigin::own, nullptr};
            if (!parseUnit(unitOfColumn(laidOut, column).value_or(std::string())))
                return Error(ErrorCode::cellValue, row.id.value,
                             {named, cellText(row, named), "what makes a unit of " + unit});
        }
    return {};
}

} // namespace

std::string_view catalogOf(const CatalogueRowId& id) {
    return std::string_view(id.value).substr(0, id.value.find('/'));
}

std::vector<CatalogColumn> columnsOf(const CatalogTable& table) {
    std::vector<CatalogColumn> columns;
    for (const std::string& name : table.columns) {
        CatalogColumn column{name};
        const auto unit =
            std::find_if(table.units.begin(), table.units.end(), [&](const auto& one) { return one.first == name; });
        const auto choices = table.choices.find(name);
        if (unit != table.units.end()) {
            column.kind = CellKind::number;
            column.unit = unit->second;
        } else if (name == "verified") {
            column.kind = CellKind::choice;
            column.choices = {"yes", "secondary", "no"};
        } else if (choices != table.choices.end()) {
            column.kind = CellKind::choice;
            column.choices = choices->second;
        } else if (isDateColumn(name))
            column.kind = CellKind::date;
        const bool namesUnit = std::any_of(table.units.begin(), table.units.end(),
                                           [&](const auto& one) { return unitColumn(one.second) == name; });
        if (namesUnit && column.kind == CellKind::words && name == "unit")
            column.kind = CellKind::unit;
        if (holds(table.key, name))
            column.need = CellNeed::key;
        else if (namesUnit || name == "source" || holds(table.label, name) || holds(table.needed, name))
            column.need = CellNeed::needed;
        columns.push_back(std::move(column));
    }
    return columns;
}

Result<> checkKnownCells(const CatalogueRow& row) {
    std::set<std::string> named;
    for (const CatalogueCell& cell : row.cells)
        if (!named.insert(cell.column).second)
            return Error(ErrorCode::idTaken, row.id.value, {"cell", cell.column});
    const CatalogTable* table = catalogTable(catalogOf(row.id));
    if (table == nullptr)
        return {};
    std::vector<std::string> cells;
    for (const CatalogColumn& column : columnsOf(*table)) {
        const std::string text = cellText(row, column.name);
        cells.push_back(text);
        if (text.empty() && column.need != CellNeed::optional)
            return Error(ErrorCode::cellMissing, row.id.value, {column.name, table->title});
        if (const std::string allowed = text.empty() ? text : whatIsAllowed(column, text); !allowed.empty())
            return Error(ErrorCode::cellValue, row.id.value, {column.name, text, allowed});
    }
    const std::string id = std::string(catalogOf(row.id)) + "/" + rowIdOf(*table, cells);
    if (row.id.value != id)
        return Error(ErrorCode::fieldValue, row.id.value, {"id", row.id.value, id});
    if (const Result<> marks = checkMarks(row, *table); !marks)
        return marks;
    return checkUnits(row, *table, cells);
}

Result<> checkCatalogueRow(const CatalogueRow& row) {
    const CatalogTable* table = catalogTable(catalogOf(row.id));
    if (table == nullptr)
        return Error(ErrorCode::idUnknown, row.id.value, {"catalogue", std::string(catalogOf(row.id))});
    for (const CatalogueCell& cell : row.cells)
        if (!holds(table->columns, cell.column))
            return Error(ErrorCode::idUnknown, row.id.value, {"column of " + table->title, cell.column});
    return checkKnownCells(row);
}

CatalogueRow copiedRow(std::string_view catalog, const TableRow& row) {
    std::vector<CatalogueCell> cells;
    for (std::size_t i = 0; i < row.table->columns.size(); ++i)
        cells.push_back({row.table->columns[i], row.table->columns[i] == "verified" ? "no" : (*row.cells)[i]});
    return orderedRow(catalog, std::move(cells));
}

CatalogueRow orderedRow(std::string_view catalog, std::vector<CatalogueCell> cells) {
    CatalogueRow row;
    const CatalogTable* table = catalogTable(catalog);
    for (const std::string& column : table == nullptr ? std::vector<std::string>() : table->columns)
        for (CatalogueCell& cell : cells) {
            if (cell.column != column)
                continue;
            const std::size_t start = cell.text.find_first_not_of(" \t\n"), end = cell.text.find_last_not_of(" \t\n");
            if (start != std::string::npos)
                row.cells.push_back({cell.column, cell.text.substr(start, end - start + 1)});
        }
    row.id.value = std::string(catalog) + "/";
    bool isFirst = true;
    for (const std::string& column : table == nullptr ? std::vector<std::string>() : table->key) {
        row.id.value += (isFirst ? "" : ".") + cellText(row, column);
        isFirst = false;
    }
    return row;
}

} // namespace assay
