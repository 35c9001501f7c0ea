// Which claims a picture of provenance is about: chosen ones with everything linked to them, or all of one quantity.
// Knows no picture.
#pragma once

#include "core/chart/chart.h"
#include "core/claims/evidence.h"

#include <cstddef>
#include <vector>

namespace assay {

/// More mentions than these nobody can tell apart on a picture; the rest is counted.
inline constexpr std::size_t mostMentions = 1000;

struct ProvenanceSubject {
    std::vector<const Claim*> claims;  ///< in the document's order
    std::vector<std::size_t> families; ///< by claim: equal numbers, one utterance: joined by repeats and quotes
    std::size_t left = 0;              ///< mentions beyond mostMentions, whose claims are left out
};

/// Chosen: what links lead to from context.chosen, either way and however far, and one step of derivation, conversion
/// or an own type of link beyond. Nothing chosen: the claim that is repeated most, by mentions. The form wholeQuantity:
/// the claims of context.attribute, else of the one with most.
ProvenanceSubject provenanceSubject(const ChartContext& context, const Evidence& evidence);

/// The family with most mentions, the first of several. The subject must have claims.
std::size_t largestFamily(const ProvenanceSubject& subject);
std::vector<const Claim*> claimsOfFamily(const ProvenanceSubject& subject, std::size_t family);

} // namespace assay
