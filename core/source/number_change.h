// Numbers compared apart from the words around them: a changed value, unit or bound is a change however much of the
// rest is the same. (evidence: "Anchors and number-aware re-anchoring", step 5)
#pragma once

#include "core/units/read_quantity.h"

#include <optional>
#include <string>
#include <string_view>

namespace assay {

struct NumberChange {
    std::string was; ///< as written in the first text; empty: there was none
    std::string now; ///< as written in the second; empty: it is gone
    bool operator==(const NumberChange&) const = default;
};

/// The first difference between the quantities and other digits of two texts, in order. None: white space, grouping
/// marks, dashes and the way a number is written ("5.6 million", "5,600,000") are no change.
std::optional<NumberChange> numberChange(std::string_view before, std::string_view after,
                                         const ReadOptions& options = {});

} // namespace assay
