// mergeOrder: first the shared ids, then the runs that one side has alone.
#include "core/document/merge_order.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace assay {
namespace {

using IdSet = std::unordered_set<std::string_view>;

template <class Keep>
IdList only(const IdList& ids, Keep keep) {
    IdList kept;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(kept), keep);
    return kept;
}

IdSet setOf(const IdList& ids) { return IdSet(ids.begin(), ids.end()); }

/// The ids of one side that the other has not, by the shared id before them ("" at the front).
std::unordered_map<std::string_view, IdList> runsOf(const IdList& ids, const IdSet& shared) {
    std::unordered_map<std::string_view, IdList> runs;
    std::string_view before;
    for (const std::string_view id : ids) {
        if (shared.contains(id))
            before = id;
        else
            runs[before].push_back(id);
    }
    return runs;
}

} // namespace

MergedOrder mergeOrder(const IdList& base, const IdList& ours, const IdList& theirs,
                       const std::function<bool(std::string_view)>& isAlive) {
    const IdList mine = only(ours, isAlive);
    const IdList yours = only(theirs, isAlive);
    const IdSet inBase = setOf(base);
    const IdSet inYours = setOf(yours);
    const IdList sharedMine = only(mine, [&](auto id) { return inYours.contains(id); });
    const IdSet shared = setOf(sharedMine);
    const IdList sharedYours = only(yours, [&](auto id) { return shared.contains(id); });
    const auto known = [&](auto id) { return inBase.contains(id); };
    const IdList old = only(base, [&](auto id) { return shared.contains(id); });
    MergedOrder order;
    IdList spine = sharedMine;
    if (sharedMine != sharedYours && only(sharedYours, known) != old) {
        if (only(sharedMine, known) == old) {
            spine = sharedYours;
        } else {
            order.isContested = true;
            IdList fresh = only(sharedMine, [&](auto id) { return !inBase.contains(id); });
            std::sort(fresh.begin(), fresh.end());
            spine = old;
            spine.insert(spine.end(), fresh.begin(), fresh.end());
        }
    } else if (sharedMine != sharedYours && only(sharedMine, known) == old) {
        // Neither moved an old id: only ids that both added stand differently. The smaller list of the two is as good.
        spine = std::min(sharedMine, sharedYours);
    }
    const auto runsMine = runsOf(mine, shared);
    const auto runsYours = runsOf(yours, shared);
    const auto append = [&](std::string_view before) {
        std::vector<IdList> found;
        for (const auto* runs : {&runsMine, &runsYours})
            if (const auto run = runs->find(before); run != runs->end())
                found.push_back(run->second);
        std::sort(found.begin(), found.end());
        for (const IdList& run : found)
            order.ids.insert(order.ids.end(), run.begin(), run.end());
    };
    append({});
    for (const std::string_view id : spine) {
        order.ids.push_back(id);
        append(id);
    }
    return order;
}

} // namespace assay
