// TableView: a named way to look at the claims table, kept with the project. Columns are named by words that the table
// gives them: a name it does not know (a newer program's) is kept and not shown.
#pragma once

#include "core/base/extra.h"
#include "core/base/ids.h"

#include <string>
#include <vector>

namespace assay {

struct ViewColumn {
    std::string column; ///< "subject"
    int width = 0;      ///< px; 0: as wide as the table thinks best
    bool operator==(const ViewColumn&) const = default;
};

enum class SortDirection { ascending, descending };

struct ViewSort {
    std::string column;
    SortDirection direction = SortDirection::ascending;
    bool operator==(const ViewSort&) const = default;
};

struct TableView {
    ViewId id;
    std::string title;
    std::vector<ViewColumn> columns; ///< those shown, left to right; empty: all, as the table has them
    std::vector<ViewSort> sort;      ///< the most important first; empty: the order of the project
    std::string filter;              ///< as typed
    std::string group;               ///< the column whose texts make the groups; empty: none
    Extra extra;
    bool operator==(const TableView&) const = default;
};

} // namespace assay
