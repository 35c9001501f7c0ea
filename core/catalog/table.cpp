// Reads catalogue files. All cells are JSON strings, so no JSON library ever touches a number.
#include "core/catalog/table.h"

#include "core/base/resources.h"

#include <boost/json/parse.hpp>

#include <charconv>
#include <stdexcept>

namespace assay {

namespace {

std::vector<std::string> strings(const boost::json::value& value) {
    std::vector<std::string> cells;
    for (const boost::json::value& cell : value.as_array())
        cells.push_back(std::string(cell.as_string()));
    return cells;
}

std::string member(const boost::json::object& object, std::string_view key) {
    return std::string(object.at(key).as_string());
}

} // namespace

CatalogTable readCatalogTable(std::string_view name) {
    const std::string path = "catalog/" + std::string(name) + ".json";
    for (const Resource& resource : resources()) {
        if (resource.path != path)
            continue;
        const boost::json::value parsed = boost::json::parse(resource.content);
        const boost::json::object& root = parsed.as_object();
        CatalogTable table{
            member(root, "title"), member(root, "vintage"), member(root, "note"), strings(root.at("columns")), {}};
        for (const boost::json::value& row : root.at("rows").as_array()) {
            table.rows.push_back(strings(row));
            if (table.rows.back().size() != table.columns.size())
                throw std::runtime_error(path + ": a row has not as many cells as there are columns");
        }
        return table;
    }
    throw std::runtime_error(path + ": no such catalogue");
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
