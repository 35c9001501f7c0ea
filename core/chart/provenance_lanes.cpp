// Lanes by insertion: one lane more moves the others apart and never about.
#include "core/chart/provenance_lanes.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

namespace assay {
namespace {

constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();

class LaneOrder {
public:
    LaneOrder(const ProvenanceGraph& graph, const std::vector<NodePlace>& places) : m_graph(graph), m_places(places) {}

    std::vector<std::size_t> inOrder() {
        m_heard.resize(m_graph.lanes.size());
        m_told.resize(m_graph.lanes.size());
        for (const ProvenanceEdge& edge : m_graph.edges) {
            const LaneEdge lanes{m_graph.nodes[edge.from].lane, m_graph.nodes[edge.to].lane};
            if (lanes.a == lanes.b)
                continue;
            m_heard[lanes.b].push_back(lanes);
            m_told[lanes.a].push_back(lanes);
        }
        m_rows.assign(m_graph.lanes.size(), absent);
        for (const std::size_t lane : lanesByAppearance()) {
            const std::size_t row = rowFor(lane);
            m_order.insert(m_order.begin() + static_cast<std::ptrdiff_t>(row), lane);
            for (std::size_t i = row; i < m_order.size(); ++i)
                m_rows[m_order[i]] = i;
            for (const auto* edges : {&m_heard[lane], &m_told[lane]})
                for (const LaneEdge& edge : *edges)
                    if (m_rows[edge.a] != absent && m_rows[edge.b] != absent)
                        m_placedEdges.push_back(edge);
        }
        return std::move(m_order);
    }

private:
    struct LaneEdge {
        std::size_t a = 0, b = 0;
    };

    /// The lane where the number most mentions give was said first.
    std::size_t firstLane() const {
        std::map<std::size_t, std::size_t> words;
        for (const ProvenanceNode& node : m_graph.nodes)
            words[node.family] += node.kind == NodeKind::words ? 1 : 0;
        const ProvenanceNode* best = nullptr;
        for (const ProvenanceNode& node : m_graph.nodes)
            if (node.first && (!best || words[node.family] > words[best->family]))
                best = &node;
        return best ? best->lane : absent;
    }

    /// The lane where it began, then lanes by their first node's day, then by the document.
    std::vector<std::size_t> lanesByAppearance() const {
        std::vector<double> first(m_graph.lanes.size(), std::numeric_limits<double>::infinity());
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
            if (m_places[i].isDated)
                first[m_graph.nodes[i].lane] = std::min(first[m_graph.nodes[i].lane], m_places[i].day);
        std::vector<std::size_t> lanes(m_graph.lanes.size());
        std::iota(lanes.begin(), lanes.end(), 0U);
        const std::size_t start = firstLane();
        std::stable_sort(lanes.begin(), lanes.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(a != start, first[a]) < std::pair(b != start, first[b]);
        });
        return lanes;
    }

    /// Below the first lane that it heard from.
    std::size_t rowFor(std::size_t lane) const {
        std::size_t from = absent;
        std::vector<std::size_t> near;
        for (const LaneEdge& edge : m_heard[lane])
            if (m_rows[edge.a] != absent) {
                from = std::min(from, m_rows[edge.a]);
                near.push_back(m_rows[edge.a]);
            }
        for (const LaneEdge& edge : m_told[lane])
            if (m_rows[edge.b] != absent)
                near.push_back(m_rows[edge.b]);
        return bestRow(from == absent ? m_order.size() : from + 1, near);
    }

    /// The row from `first` on where the new lane's edges and those it pushes apart are shortest together; of equal
    /// ones the lowest.
    std::size_t bestRow(std::size_t first, const std::vector<std::size_t>& near) const {
        const std::size_t count = m_order.size();
        std::vector<std::size_t> begin(count + 2, 0), end(count + 2, 0);
        for (const LaneEdge& edge : m_placedEdges) { // what a row from begin to before end makes longer
            ++begin[std::min(m_rows[edge.a], m_rows[edge.b]) + 1];
            ++end[std::max(m_rows[edge.a], m_rows[edge.b]) + 1];
        }
        std::size_t best = count, least = absent, across = 0;
        for (std::size_t row = 0; row <= count; ++row) {
            across += begin[row];
            across -= end[row];
            if (row < first)
                continue;
            std::size_t length = across;
            for (const std::size_t one : near)
                length += one < row ? row - one : one + 1 - row;
            if (length <= least) {
                least = length;
                best = row;
            }
        }
        return best;
    }

    const ProvenanceGraph& m_graph;
    const std::vector<NodePlace>& m_places;
    std::vector<std::size_t> m_order;
    std::vector<std::size_t> m_rows;                    ///< by lane
    std::vector<std::vector<LaneEdge>> m_heard, m_told; ///< by lane
    std::vector<LaneEdge> m_placedEdges;
};

} // namespace

std::vector<std::size_t> laneOrder(const ProvenanceGraph& graph, const std::vector<NodePlace>& places) {
    return LaneOrder(graph, places).inOrder();
}

} // namespace assay
