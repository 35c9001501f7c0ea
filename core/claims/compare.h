// Which claims may be compared: only like with like. (evidence: "Interval test")
#pragma once

#include "core/claims/evidence.h"

#include <vector>

namespace assay {

struct Comparable {
    const Claim* claim = nullptr;
    ValueSet set;
};

/// Clusters of two or more claims with a value of one subject, attribute, scope and dimension whose times meet,
/// directly or through others. Conversions are left out: the currency rule has those. In order of first appearance.
std::vector<std::vector<Comparable>> comparableClusters(const Evidence& evidence);

/// The same, split further into claims whose sets of values meet, directly or through others.
std::vector<std::vector<Comparable>> agreeingClusters(const Evidence& evidence);

/// "DeepSeek" and "DeepSeek-V3", "DeepSeek app": one name begins with the other.
bool areRelatedSubjects(std::string_view a, std::string_view b);

} // namespace assay
