// Reads catalogue files. All cells are JSON strings, so no JSON library ever touches a number.
#include "core/catalog/table.h"

#include "core/base/resources.h"

#include <boost/json/parse.hpp>

#include <charconv>
#include <functional>
#include <map>
#include <stdexcept>

namespace assay {

namespace {

constexpr std::string_view folder = "catalog/";
constexpr std::string_view extension = ".json";

std::vector<std::string> strings(const boost::json::value& value) {
    std::vector<std::string> cells;
    for (const boost::json::value& cell : value.as_array())
        cells.push_back(std::string(cell.as_string()));
    return cells;
}

std::string member(const boost::json::object& object, std::string_view key) {
    return std::string(object.at(key).as_string());
}

/// Errors of the files are ours: two rows of one id, or a key that is no column, throw.
void nameRows(CatalogTable& table) {
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const std::string id = rowIdOf(table, table.rows[i]);
        table.ids.push_back(id);
        if (!table.rowOfId.emplace(id, i).second)
            throw std::runtime_error(table.title + ": two rows are " + id);
    }
}

CatalogTable readTable(const Resource& resource) {
    const boost::json::value parsed = boost::json::parse(resource.content);
    const boost::json::object& root = parsed.as_object();
    CatalogTable table;
    table.title = member(root, "title");
    table.vintage = member(root, "vintage");
    table.note = member(root, "note");
    table.key = strings(root.at("key"));
    table.label = strings(root.at("label"));
    for (const auto& unit : root.at("units").as_object())
        table.units.push_back({std::string(unit.key()), std::string(unit.value().as_string())});
    table.columns = strings(root.at("columns"));
    if (const boost::json::value* needed = root.if_contains("needed"))
        table.needed = strings(*needed);
    if (const boost::json::value* choices = root.if_contains("choices"))
        for (const auto& choice : choices->as_object())
            table.choices.emplace(std::string(choice.key()), strings(choice.value()));
    for (const boost::json::value& row : root.at("rows").as_array()) {
        table.rows.push_back(strings(row));
        if (table.rows.back().size() != table.columns.size())
            throw std::runtime_error(std::string(resource.path) + ": a row has not as many cells as there are columns");
    }
    nameRows(table);
    return table;
}

using Tables = std::map<std::string_view, CatalogTable, std::less<>>;

const Tables& tables() {
    static const Tables all = [] {
        Tables read;
        for (const Resource& resource : resources())
            if (resource.path.starts_with(folder))
                read.emplace(
                    resource.path.substr(folder.size(), resource.path.size() - folder.size() - extension.size()),
                    readTable(resource));
        return read;
    }();
    return all;
}

} // namespace

std::vector<std::string_view> catalogNames() {
    std::vector<std::string_view> names;
    for (const auto& table : tables())
        names.push_back(table.first);
    return names;
}

const CatalogTable* catalogTable(std::string_view name) {
    const auto found = tables().find(name);
    return found == tables().end() ? nullptr : &found->second;
}

std::string rowIdOf(const CatalogTable& table, const std::vector<std::string>& cells) {
    std::string id;
    for (const std::string& column : table.key)
        id += (id.empty() ? "" : ".") + CatalogRow(table, cells).text(column);
    return id;
}

std::string CatalogRow::text(std::string_view column) const {
    for (std::size_t i = 0; i < m_table.columns.size(); ++i)
        if (m_table.columns[i] == column)
            return m_cells[i];
    throw std::runtime_error(m_table.title + ": no column " + std::string(column));
}

std::optional<double> CatalogRow::number(std::string_view column) const {
    const std::string cell = text(column);
    if (cell.empty())
        return std::nullopt;
    double value = 0;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (read.ec != std::errc() || read.ptr != cell.data() + cell.size())
        throw std::runtime_error(m_table.title + ": no number in " + std::string(column) + ": " + cell);
    return value;
}

} // namespace assay
