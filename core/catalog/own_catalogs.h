// What a Catalogs holds of a project: its rows by table, and the typed rows made of them when they are first asked for.
// For core/catalog alone.
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/catalogs.h"

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace assay {

/// A list made once, by whoever asks first; safe from several threads.
template <class T>
class MadeOnce {
public:
    template <class Make>
    const std::vector<T>& get(Make make) const {
        std::call_once(m_flag, [&] { m_list = make(); });
        return m_list;
    }

private:
    mutable std::once_flag m_flag;
    mutable std::vector<T> m_list;
};

struct RateRow {
    std::string date;
    std::string quote;
    bool daily = false;
    double rate = 0; ///< per US dollar
    std::string source;
};

struct OwnTable {
    const CatalogTable* table = nullptr;
    std::vector<std::vector<std::string>> rows; ///< in the project's order
    std::vector<std::string> ids;
    std::map<std::string, std::size_t, std::less<>> rowOfId;
};

struct OwnCatalogs {
    std::map<std::string, OwnTable, std::less<>> tables; ///< those with own rows
    MadeOnce<GpuRow> gpus;
    MadeOnce<RevenueRow> revenue;
    MadeOnce<TrainingRunRow> runs;
    MadeOnce<RateRow> rates;
};

/// The typed rows of a table: of `shipped` unless the project has rows of its own there.
template <class T, class Make>
const std::vector<T>& typedRows(const Catalogs& catalogs, std::string_view table, MadeOnce<T> OwnCatalogs::*list,
                                Make make) {
    static const MadeOnce<T> shipped; // one a T and maker
    const OwnCatalogs* own = catalogs.own();
    if (own == nullptr || !own->tables.contains(table))
        return shipped.get([&] { return make(Catalogs()); });
    return (own->*list).get([&] { return make(catalogs); });
}

} // namespace assay
