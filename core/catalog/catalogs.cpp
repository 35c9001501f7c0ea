// The project's rows laid out as the tables' own.
#include "core/catalog/catalogs.h"

#include "core/catalog/own_catalogs.h"

#include <algorithm>

namespace assay {

Catalogs::Catalogs(const Rows<CatalogueRow>& rows) {
    if (rows.empty())
        return;
    auto own = std::make_shared<OwnCatalogs>();
    for (const Row<CatalogueRow>& row : rows) {
        const std::string& id = row->id.value;
        const std::size_t slash = std::min(id.find('/'), id.size());
        const std::string name = id.substr(0, slash);
        const CatalogTable* table = catalogTable(name);
        if (table == nullptr || slash == id.size())
            continue;
        std::vector<std::string> cells;
        for (const std::string& column : table->columns)
            cells.push_back(cellText(*row, column));
        OwnTable& into = own->tables[name];
        into.table = table;
        into.ids.push_back(id.substr(slash + 1));
        into.rowOfId.emplace(into.ids.back(), into.rows.size());
        into.rows.push_back(std::move(cells));
    }
    m_own = std::move(own);
}

std::optional<TableRow> Catalogs::row(std::string_view table, std::string_view id) const {
    const CatalogTable* shipped = catalogTable(table);
    if (shipped == nullptr)
        return std::nullopt;
    TableRow found{shipped, nullptr, RowOrigin::shipped, nullptr};
    if (const auto row = shipped->rowOfId.find(id); row != shipped->rowOfId.end())
        found.cells = &shipped->rows[row->second];
    if (m_own != nullptr)
        if (const auto own = m_own->tables.find(table); own != m_own->tables.end())
            if (const auto row = own->second.rowOfId.find(id); row != own->second.rowOfId.end())
                return TableRow{shipped, &own->second.rows[row->second],
                                found.cells == nullptr ? RowOrigin::own : RowOrigin::corrected, found.cells};
    return found.cells == nullptr ? std::nullopt : std::optional(found);
}

std::vector<TableRow> Catalogs::rows(std::string_view table) const {
    std::vector<TableRow> all;
    const CatalogTable* shipped = catalogTable(table);
    if (shipped == nullptr)
        return all;
    for (const std::string& id : shipped->ids)
        all.push_back(*row(table, id));
    if (m_own == nullptr)
        return all;
    if (const auto own = m_own->tables.find(table); own != m_own->tables.end())
        for (std::size_t i = 0; i < own->second.rows.size(); ++i)
            if (!shipped->rowOfId.contains(own->second.ids[i]))
                all.push_back(TableRow{shipped, &own->second.rows[i], RowOrigin::own, nullptr});
    return all;
}

} // namespace assay
