// What joins marks of a timeline: one speaker's versions of one number, and who quotes whom. Knows no axis.
#pragma once

#include "core/chart/chart.h"

#include <string>
#include <vector>

namespace assay {

/// Claims with the same origin, day, subject and numbers: one mark of a timeline.
struct TimedClaim {
    std::vector<const Claim*> claims;
    double day = 0;
    std::string date;
    std::string origin; ///< who said it first
    double value = 0;   ///< where its mark stands
};

/// One mark after another, by place in the list.
struct TimeLine {
    std::size_t from = 0;
    std::size_t to = 0;
    bool operator==(const TimeLine&) const = default;
};

/// A number and the one that its own speaker gave next for the same subject and scope. Numbers of different speakers
/// are no versions of each other. The claims must be in order of time.
std::vector<TimeLine> versionLines(const std::vector<TimedClaim>& claims);

/// From a claim's mark to that of the one it repeats, quotes or corrects, where somebody else said that.
std::vector<TimeLine> quoteLines(const std::vector<TimedClaim>& claims, const Rows<Link>& links);

} // namespace assay
