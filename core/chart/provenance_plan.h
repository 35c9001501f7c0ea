// Where the nodes of a provenance graph stand: a day and a place in a lane each. Pure, and steady: a node more moves no
// lane that has nothing to do with it. Knows no pixel.
#pragma once

#include "core/chart/provenance_graph.h"

namespace assay {

struct NodePlace {
    double day = 0;  ///< on the time axis; in the column without dates when !isDated
    double lane = 0; ///< row of its lane, plus up to 0.4 either way where several stand on one day
    bool isDated = false;
    std::size_t together = 1; ///< marks that share its lane and day, itself included
    bool operator==(const NodePlace&) const = default;
};

struct ProvenancePlan {
    std::vector<std::size_t> laneOrder; ///< lanes from the top
    std::vector<NodePlace> nodes;
    double low = 0; ///< ends of the axis in days
    double high = 1;
    double dated = 0;          ///< where dates begin; above low when there is a column without
    std::size_t undated = 0;   ///< mentions in it
    std::vector<TimeCut> cuts; ///< long times without any words
};

/// Where a day stands on an axis with these cuts.
double axisDay(const std::vector<TimeCut>& cuts, double day);

/// Lanes come in order of first appearance, each where it makes the edges shortest, never above who it heard it from:
/// words flow downwards and few edges cross.
ProvenancePlan provenancePlan(const ProvenanceGraph& graph);

/// Pairs of edges between different lanes that cross, as straight lines.
std::size_t countCrossings(const ProvenanceGraph& graph, const ProvenancePlan& plan);

} // namespace assay
