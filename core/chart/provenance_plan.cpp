// Days first, then lanes, then places within lanes.
#include "core/chart/provenance_plan.h"

#include "core/chart/provenance_lanes.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace assay {
namespace {

constexpr double leastSpan = 12;      // days: less would spread one weekend over a whole picture
constexpr double stepBack = 0.03;     // of the span: how far before the words a voice without a date stands
constexpr double closeBy = 0.012;     // of the span: nearer than that marks would lie upon each other
constexpr double laneReach = 0.4;     // of a lane's height either way
constexpr double widestGap = 0.5;     // between two marks of one lane and day
constexpr double keptGap = 21;        // days: of a long time without words at the least
constexpr double noDateColumn = 0.11; // of the span

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// The middle of what is left of its month or year once its origin had spoken.
double dayWithin(const Days& days, double notBefore) {
    const double first = notBefore > days.first && notBefore <= days.last ? notBefore : days.first;
    return (first + days.last) / 2;
}

class Planner {
public:
    explicit Planner(const ProvenanceGraph& graph) : m_graph(graph) {}

    ProvenancePlan plan() {
        placeDays();
        m_plan.laneOrder = laneOrder(m_graph, m_plan.nodes);
        spreadInLanes();
        return std::move(m_plan);
    }

private:
    void placeDays() {
        std::vector<double>& days = m_days;
        days.assign(m_graph.nodes.size(), unknown);
        for (std::size_t i = 0; i < days.size(); ++i)
            if (m_graph.nodes[i].kind == NodeKind::voice && m_graph.nodes[i].days)
                days[i] = m_graph.nodes[i].days->first;
        for (const std::vector<std::size_t>& chain : m_graph.chains) {
            const ProvenanceNode& words = m_graph.nodes[chain.back()];
            if (words.days)
                days[chain.back()] = dayWithin(*words.days, chain.size() > 1 ? days[chain.front()] : unknown);
        }
        cutGaps();
        setEnds();
        placeVoices();
        placeEndorsers();
        m_plan.nodes.resize(days.size());
        const double column = m_plan.low + (m_plan.dated - m_plan.low) / 2;
        for (std::size_t i = 0; i < days.size(); ++i) {
            m_plan.nodes[i].isDated = !std::isnan(days[i]);
            m_plan.nodes[i].day = m_plan.nodes[i].isDated ? days[i] : column;
        }
    }

    /// Nothing happens for long: that time is shortened, so that the days on which much is said stay apart.
    void cutGaps() {
        std::vector<double> days, gaps;
        std::copy_if(m_days.begin(), m_days.end(), std::back_inserter(days),
                     [](double day) { return !std::isnan(day); });
        std::sort(days.begin(), days.end());
        for (std::size_t i = 1; i < days.size(); ++i)
            if (days[i] > days[i - 1])
                gaps.push_back(days[i] - days[i - 1]);
        if (gaps.empty())
            return;
        std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2), gaps.end());
        const double kept = std::max(keptGap, 3 * gaps[gaps.size() / 2]);
        double left = 0;
        for (std::size_t i = 1; i < days.size(); ++i)
            if (const double gap = days[i] - days[i - 1]; gap > 2 * kept) {
                m_plan.cuts.push_back({days[i - 1] - left + kept / 2, gap - kept});
                left += gap - kept;
            }
        for (double& day : m_days)
            day = axisDay(m_plan.cuts, day);
    }

    void setEnds() {
        const std::vector<double>& days = m_days;
        double first = std::numeric_limits<double>::infinity(), last = -first;
        for (std::size_t i = 0; i < days.size(); ++i) {
            m_plan.undated += m_graph.nodes[i].kind == NodeKind::words && std::isnan(days[i]) ? 1 : 0;
            if (!std::isnan(days[i])) {
                first = std::min(first, days[i]);
                last = std::max(last, days[i]);
            }
        }
        if (!(first <= last))
            first = last = 0;
        const double span = std::max(leastSpan, last - first);
        m_step = stepBack * span;
        m_close = closeBy * span;
        m_plan.dated = first - 0.07 * span;
        for (const std::vector<std::size_t>& chain : m_graph.chains) // room for voices before the first words
            if (std::isnan(days[chain.front()]) && !std::isnan(days[chain.back()]))
                m_plan.dated = std::min(
                    m_plan.dated,
                    days[chain.back()] - (static_cast<double>(std::min<std::size_t>(chain.size(), 6)) + 0.6) * m_step);
        m_plan.low = m_plan.dated - (m_plan.undated > 0 ? noDateColumn * span : 0);
        m_plan.high = last + 0.14 * span; // room for words at the last marks
    }

    /// Between the origin's day and the words' day, else a step before whoever comes next; never left of the dates.
    void placeVoices() {
        const std::vector<double> known = m_days;
        for (const std::vector<std::size_t>& chain : m_graph.chains) {
            const double words = known[chain.back()];
            if (std::isnan(words))
                continue;
            const double origin = known[chain.front()];
            for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
                const double place = static_cast<double>(i), last = static_cast<double>(chain.size() - 1);
                const double day = std::isnan(origin) || origin >= words ? words - (last - place) * m_step
                                                                         : origin + (words - origin) * place / last;
                double& node = m_days[chain[i]];
                if (std::isnan(known[chain[i]]))
                    node = std::max(m_plan.dated, std::isnan(node) ? day : std::min(node, day));
            }
        }
    }

    /// Beside the way the words took: halfway to the words that tell of them.
    void placeEndorsers() {
        std::vector<double>& days = m_days;
        std::vector<double> sums(days.size(), 0);
        std::vector<int> counts(days.size(), 0);
        for (const ProvenanceEdge& edge : m_graph.edges) {
            if (edge.kind != EdgeKind::endorses)
                continue;
            for (const auto& [one, other] : {std::pair(edge.from, edge.to), std::pair(edge.to, edge.from)})
                if (std::isnan(days[one]) && m_graph.nodes[one].role == SpeakerRole::endorser
                    && !std::isnan(days[other])) {
                    sums[one] += days[other];
                    ++counts[one];
                }
        }
        for (std::size_t i = 0; i < days.size(); ++i)
            if (counts[i] > 0)
                days[i] = sums[i] / counts[i];
    }

    /// Marks of one lane that would lie upon each other stand above each other.
    void spreadInLanes() {
        std::vector<std::size_t> rows(m_graph.lanes.size());
        for (std::size_t row = 0; row < rows.size(); ++row)
            rows[m_plan.laneOrder[row]] = row;
        std::vector<std::vector<std::size_t>> lanes(m_graph.lanes.size());
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            m_plan.nodes[i].lane = static_cast<double>(rows[m_graph.nodes[i].lane]);
            lanes[m_graph.nodes[i].lane].push_back(i);
        }
        for (std::vector<std::size_t>& lane : lanes) {
            std::stable_sort(lane.begin(), lane.end(),
                             [&](std::size_t a, std::size_t b) { return m_plan.nodes[a].day < m_plan.nodes[b].day; });
            for (std::size_t from = 0, to = 0; from < lane.size(); from = to) {
                for (to = from + 1; to < lane.size() && isClose(lane[from], lane[to]);)
                    ++to;
                spread(
                    {lane.begin() + static_cast<std::ptrdiff_t>(from), lane.begin() + static_cast<std::ptrdiff_t>(to)});
            }
        }
    }

    bool isClose(std::size_t a, std::size_t b) const { return m_plan.nodes[b].day - m_plan.nodes[a].day <= m_close; }

    void spread(const std::vector<std::size_t>& nodes) {
        if (nodes.size() < 2)
            return;
        const double gap = std::min(widestGap, 2 * laneReach / static_cast<double>(nodes.size() - 1));
        const double middle = static_cast<double>(nodes.size() - 1) / 2;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            m_plan.nodes[nodes[i]].together = nodes.size();
            m_plan.nodes[nodes[i]].lane += (static_cast<double>(i) - middle) * gap;
        }
    }

    const ProvenanceGraph& m_graph;
    ProvenancePlan m_plan;
    std::vector<double> m_days; ///< by node; NaN: none
    double m_step = 1;
    double m_close = 0;
};

} // namespace

ProvenancePlan provenancePlan(const ProvenanceGraph& graph) { return Planner(graph).plan(); }

/// A day inside a cut stands where the cut is.
double axisDay(const std::vector<TimeCut>& cuts, double day) {
    double left = 0;
    for (const TimeCut& cut : cuts) {
        if (day - left <= cut.at)
            break;
        if (day - left < cut.at + cut.days)
            return cut.at;
        left += cut.days;
    }
    return day - left;
}

std::size_t countCrossings(const ProvenanceGraph& graph, const ProvenancePlan& plan) {
    const auto side = [](const NodePlace& a, const NodePlace& b, const NodePlace& c) {
        return (b.day - a.day) * (c.lane - a.lane) - (b.lane - a.lane) * (c.day - a.day);
    };
    std::size_t crossings = 0;
    for (std::size_t i = 0; i < graph.edges.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const NodePlace &a = plan.nodes[graph.edges[i].from], &b = plan.nodes[graph.edges[i].to];
            const NodePlace &c = plan.nodes[graph.edges[j].from], &d = plan.nodes[graph.edges[j].to];
            crossings += side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0 ? 1 : 0;
        }
    return crossings;
}

} // namespace assay
