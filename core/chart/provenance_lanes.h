// In which order the lanes of a provenance graph stand below each other. Knows no pixel.
#pragma once

#include "core/chart/provenance_plan.h"

namespace assay {

/// Lanes from the top: the one where it began, then in order of first appearance, each where it makes the edges
/// shortest, never above who it heard it from. Only days of the places are looked at.
std::vector<std::size_t> laneOrder(const ProvenanceGraph& graph, const std::vector<NodePlace>& places);

} // namespace assay
