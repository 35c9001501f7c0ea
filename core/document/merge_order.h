// The order of a merged list: a pure function of three lists of ids. Knows no rows.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace assay {

using IdList = std::vector<std::string_view>;

struct MergedOrder {
    IdList ids;
    bool isContested = false; ///< both sides moved ids they share, in different ways: base's order stands
};

/// The ids that are alive, each once: ids both sides have in the order of the side that changed it, those of one side
/// behind the shared id that stands before them there. Every alive id must be in ours or theirs.
MergedOrder mergeOrder(const IdList& base, const IdList& ours, const IdList& theirs,
                       const std::function<bool(std::string_view)>& isAlive);

} // namespace assay
