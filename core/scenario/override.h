// Override: the analyst's verdict on one claim against one scenario in place of the computed one, with the reason, kept
// in the project. What was computed stays beside it. Knows no run.
#pragma once

#include "core/base/extra.h"
#include "core/base/ids.h"
#include "core/scenario/place.h"

#include <string>

namespace assay {

struct Override {
    OverrideId id; ///< "SCENARIO/CLAIM" as they were called when it was made; a name and no more
    ScenarioId scenario;
    ClaimId claim;
    Place verdict{};    ///< the analyst's
    Place computed{};   ///< when it was made: a later run that says something else shows it as out of date
    std::string reason; ///< never empty
    Extra extra;
    bool operator==(const Override&) const = default;
};

/// "computed: tail, set by the analyst to excluded: the scope differs", and, when the run says something else now than
/// when the override was made, " (made when it was inside)".
std::string overrideText(const Override& own, Place computed);

} // namespace assay
