// Finding: what a check noticed, with its reason in words. (command-line contract, "check --json")
#pragma once

#include "core/base/ids.h"

#include <string>
#include <vector>

namespace assay {

enum class FindingKind {
    currencySlip,
    conflict,
    rounding,
    bound,
    scope,
    circular,
    attribution,
    spec,
    unit,
    total,
    impossible,
    date,
    anchor,
    assertion
};
enum class Verdict { error, conflict, note, compatible };
enum class FindingStatus { open, accepted, dismissed };

struct Finding {
    std::string id; ///< stable for the same claims and kind
    FindingKind kind{};
    Verdict verdict{};
    FindingStatus status = FindingStatus::open;
    std::vector<ClaimId> claims;
    std::string reason; ///< one sentence with the numbers compared, in English (data, like a quote)
    bool operator==(const Finding&) const = default;
};

std::string_view findingKindText(FindingKind kind); ///< "currency-slip", ...
std::string_view verdictText(Verdict verdict);

} // namespace assay
