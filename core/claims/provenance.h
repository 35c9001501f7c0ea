// Provenance: who said it first. Sources are counted by independent originators, not by articles.
#pragma once

#include "core/claims/evidence.h"

#include <vector>

namespace assay {

struct Provenance {
    std::vector<SpeakerId> originators; ///< resolved, independent, in order of first appearance
    std::vector<SpeakerId> endorsers;   ///< agree, add no evidence
    std::vector<SpeakerId> unresolved;  ///< "industry insiders": count 0, to be found out
    std::size_t mentions = 0;
    std::size_t sources = 0;
};

/// Walks the speaker chains and the links repeats, quotes and derived-from to their roots. Shared roots count once.
Provenance provenanceOf(const Evidence& evidence, const std::vector<const Claim*>& claims);

/// repeats, quotes and derived-from: the other claim was there first.
bool leadsBack(LinkType type);

/// The claims that a claim goes back to through those links; the claim itself when it has none.
std::vector<const Claim*> rootsOf(const Evidence& evidence, const Claim& claim);

} // namespace assay
