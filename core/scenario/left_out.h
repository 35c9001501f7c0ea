// What an output would be without each of the claims that it stands on: the answer, for lists and charts. Knows no
// document; core/document/leave_out.h works it out.
#pragma once

#include "core/base/ids.h"
#include "core/scenario/run.h"

#include <cstdint>
#include <string>
#include <vector>

namespace assay {

/// The middle and the ends of an output, declared unit; with inputs without a shape the outer ends of its band.
struct ThreePoints {
    double p5 = 0, p50 = 0, p95 = 0;
    bool operator==(const ThreePoints&) const = default;
};
ThreePoints threePoints(const OutputSummary& output);

/// What stands in for a claim that is left out.
enum class Instead {
    others,       ///< the input's other claims, by its rule
    modelDefault, ///< it had no other
    sameText,     ///< the analyst's own text over several claims: the others still carry it
};

struct LeftOut {
    ClaimId claim;
    std::vector<VariableId> inputs;
    Instead instead = Instead::others;
    std::string text;
    ThreePoints points;
    double moved = 0;        ///< the greatest change of the three, declared unit
    ScenarioId through = {}; ///< the linked scenario whose inputs these are; empty: they are the scenario's own
};

struct LeaveOneOut {
    ScenarioId scenario;
    VariableId output;
    std::string title;
    std::string unit; ///< declared unit with the chip bound
    ThreePoints whole;
    std::vector<LeftOut> claims; ///< the one that moves the result most first
    std::uint64_t samples = 0;
};

} // namespace assay
