// Scenario: a model with a value for each input, each with its basis. (design: "The domain model")
#pragma once

#include "core/base/extra.h"
#include "core/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assay {

enum class BasisKind { assumption, claims, catalogue, scenario };

/// How the claims of a basis become its value; free: the analyst's own reading of them.
enum class ClaimsRule { free, single, interval, weighted };

/// What is kept of one claim of a basis.
struct BasisTerm {
    ClaimId claim;
    std::string said;             ///< TEXT that the claim stood for when it was taken: tells when it says another thing
    std::optional<double> weight; ///< rule weighted: the analyst's own, instead of the one by grade and originators
    std::string end;              ///< TEXT of a number: the other end of a one-sided claim (">100M"), never guessed
    bool operator==(const BasisTerm&) const = default;
};

/// Why an input has its value: it leads back to words, to a catalogue row, to another scenario, or to a note.
struct Basis {
    BasisKind kind = BasisKind::assumption;
    std::vector<ClaimId> claims; ///< kind claims
    std::string reference;       ///< kind catalogue: "gpus/h800_sxm5"; kind scenario: "SCENARIO/OUTPUT"
    std::string note;
    ClaimsRule rule = ClaimsRule::free; ///< kind claims
    std::vector<BasisTerm> terms;       ///< rules single, interval, weighted: one a claim, in the order of `claims`
    std::vector<std::string> lost;      ///< claims that were deleted, as they read: the value is still theirs
    bool operator==(const Basis&) const = default;
};

struct ScenarioInput {
    VariableId input;
    std::string text; ///< TEXT; may carry a chip kind ("2.788M H800*h")
    Basis basis;
    bool operator==(const ScenarioInput&) const = default;
};

struct Scenario {
    ScenarioId id;
    std::string title;
    ModelId model;
    std::vector<ScenarioInput> inputs; ///< inputs not listed take the model's default
    std::uint64_t samples = 131072;    ///< 2^17; 1 .. 2^26
    std::string asOf;                  ///< evidence up to this date; empty = not said
    std::string note;
    Extra extra;
    bool operator==(const Scenario&) const = default;
};

} // namespace assay
