// The tables last asked for, by distribution: an unchanged input costs no table, and other runs of a scenario find its
// tables again. Knows nothing but the bound on how many are kept.
#include "core/dist/quantile_table.h"

#include <algorithm>
#include <list>
#include <mutex>

namespace assay {
namespace {

constexpr std::size_t mostTables = 256; ///< 51 KB each, unless a mixture had to be cut finer

struct Known {
    Distribution distribution;
    std::shared_ptr<const QuantileTable> table;
};

class QuantileCache {
public:
    std::shared_ptr<const QuantileTable> find(const Distribution& distribution) {
        const std::lock_guard lock(m_mutex);
        const auto known = std::find_if(m_known.begin(), m_known.end(),
                                        [&](const Known& k) { return k.distribution == distribution; });
        if (known == m_known.end())
            return nullptr;
        m_known.splice(m_known.begin(), m_known, known);
        return m_known.front().table;
    }

    void keep(Known known) {
        const std::lock_guard lock(m_mutex);
        m_known.push_front(std::move(known));
        if (m_known.size() > mostTables)
            m_known.pop_back();
    }

private:
    std::mutex m_mutex;
    std::list<Known> m_known; ///< the last used first
};

} // namespace

std::shared_ptr<const QuantileTable> quantileTable(const Distribution& distribution) {
    static QuantileCache cache;
    if (auto table = cache.find(distribution))
        return table;
    auto table = std::make_shared<const QuantileTable>(distribution); // outside the lock: others need not wait
    cache.keep(Known{distribution, table});
    return table;
}

} // namespace assay
