// Finding: what a check noticed, with its reason in words. (command-line contract, "check --json")
#pragma once

#include "core/base/extra.h"
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
    FindingId id; ///< stable for the same rule and claims
    FindingKind kind{};
    Verdict verdict{};
    FindingStatus status = FindingStatus::open;
    std::vector<ClaimId> claims;
    std::string reason;              ///< one sentence with the numbers compared, in English (data, like a quote)
    std::string note;                ///< the analyst's, with the status
    std::vector<SpeakerId> speakers; ///< who it is about: two that are probably one
    bool operator==(const Finding&) const = default;
};

/// What the analyst made of a finding, kept in the project. It holds as long as the finding says what it said then:
/// when the numbers behind it change, the finding is open again.
struct Decision {
    FindingId id; ///< the finding's
    FindingStatus status = FindingStatus::accepted;
    std::string reason; ///< the finding's, as it was decided on
    std::string note;   ///< why
    Extra extra;
    bool operator==(const Decision&) const = default;
};

/// True for a finding that asks for an act: an error or a conflict.
inline bool isAlarm(const Finding& finding) {
    return finding.verdict == Verdict::error || finding.verdict == Verdict::conflict;
}

std::string_view findingKindText(FindingKind kind); ///< "currency-slip", ...
std::string_view verdictText(Verdict verdict);

} // namespace assay
