// Provenance: time to the right, a lane a speaker; who said a number first, who carried it on, who only endorsed it.
// The picture of a provenance plan; it decides nothing about places.
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/format.h"
#include "core/chart/provenance_plan.h"
#include "core/chart/provenance_words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay {
namespace {

constexpr std::size_t mostNamed = 160;    ///< nodes with words beside them; of more the first utterances alone
constexpr std::size_t mostRoomy = 3;      ///< marks of full size on one lane and day
constexpr std::size_t mostDrawnFull = 80; ///< edges with heads and full strength
constexpr int curvePieces = 24;
constexpr double upright = 0.03; ///< of the axis: steeper edges are straight
constexpr double starSize = 17, wordsSize = 11, voiceSize = 8, strangerSize = 11; // px at text size 12

class ProvenanceChart {
public:
    ProvenanceChart(const ChartContext& context, const Evidence& evidence, ProvenanceSubject subject)
        : m_context(context),
          m_evidence(evidence),
          m_subject(std::move(subject)),
          m_graph(provenanceGraph(m_evidence, m_subject)),
          m_plan(provenancePlan(m_graph)),
          m_words(m_evidence, m_subject, m_graph) {}

    ChartSpec build() {
        m_spec.chart = "provenance";
        setAxes();
        addGround();
        addCuts();
        addData();
        for (const ProvenanceEdge& edge : m_graph.edges)
            addEdge(edge);
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
            addNode(i);
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
            if (m_graph.nodes.size() <= mostNamed || m_graph.nodes[i].first)
                addLabel(i);
        addKey();
        addWords();
        return std::move(m_spec);
    }

private:
    void setAxes() {
        m_spec.x.kind = AxisKind::time;
        m_spec.x.low = m_plan.low;
        m_spec.x.high = m_plan.high;
        m_spec.x.cuts = m_plan.cuts;
        if (m_plan.undated > 0)
            m_spec.x.ticksFrom = m_plan.dated;
        m_spec.y.kind = AxisKind::category;
        m_spec.y.low = -0.5;
        m_spec.y.high = static_cast<double>(m_plan.laneOrder.size()) - 0.5;
        m_spec.y.rest = "more speakers";
        for (const std::size_t lane : m_plan.laneOrder)
            m_spec.y.categories.push_back({shortName(m_graph.lanes[lane].name, m_graph.lanes[lane].key),
                                           m_graph.lanes[lane].key, m_words.laneNote(lane)});
    }

    void addGround() {
        for (std::size_t row = 0; row < m_plan.laneOrder.size(); ++row)
            m_spec.marks.push_back(
                Rule{Direction::horizontal, static_cast<double>(row), {InkRole::grid}, 1, Dash::solid, {}, -1});
        if (m_plan.undated > 0)
            m_spec.marks.push_back(Rule{Direction::vertical,
                                        m_plan.dated,
                                        {InkRole::ghost},
                                        1.2,
                                        Dash::dotted,
                                        "without a date: " + plural(m_plan.undated, "mention", "mentions"),
                                        -1});
    }

    void addCuts() {
        for (const TimeCut& cut : m_plan.cuts)
            m_spec.marks.push_back(Rule{Direction::vertical,
                                        cut.at,
                                        {InkRole::ghost},
                                        1.2,
                                        Dash::dotted,
                                        cut.days < 60
                                            ? plural(static_cast<std::size_t>(cut.days), "day cut", "days cut")
                                            : std::to_string(std::lround(cut.days / 30.44)) + " months cut",
                                        -1});
    }

    Point at(std::size_t node) const { return {m_plan.nodes[node].day, m_plan.nodes[node].lane}; }

    /// Families of many mentions have the first colours.
    Ink inkOf(const ProvenanceNode& node) const { return {InkRole::series, m_words.familyRank(node.family)}; }

    /// Crowded marks are smaller.
    double sizeOf(std::size_t index) const {
        const ProvenanceNode& node = m_graph.nodes[index];
        const double size = node.first                     ? starSize
                            : !node.isResolved             ? strangerSize
                            : node.kind == NodeKind::words ? wordsSize
                                                           : voiceSize;
        return m_plan.nodes[index].together > mostRoomy ? size * 0.7 : size;
    }

    /// Rows of the table and steps of the keyboard walk go from left to right.
    void addData() {
        std::vector<std::size_t> order(m_graph.nodes.size());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(m_plan.nodes[a].day, m_plan.nodes[a].lane)
                   < std::pair(m_plan.nodes[b].day, m_plan.nodes[b].lane);
        });
        m_spec.columns = ProvenanceWords::columns();
        m_data.resize(order.size());
        for (const std::size_t node : order) {
            m_data[node] = static_cast<int>(m_spec.data.size());
            Datum datum;
            datum.tip = m_words.tip(node);
            datum.at = at(node);
            datum.cells = m_words.cells(node);
            for (const Claim* claim : m_graph.nodes[node].claims)
                datum.ids.claims.push_back(claim->id);
            if (m_graph.nodes[node].mention)
                datum.ids.mention = m_graph.nodes[node].mention->id;
            m_spec.data.push_back(std::move(datum));
        }
    }

    struct EdgeLook {
        Ink ink;
        Dash dash;
        Cap cap;
        std::string_view name;
    };

    static EdgeLook lookOf(EdgeKind kind) {
        switch (kind) {
        case EdgeKind::carries: return {{InkRole::muted}, Dash::solid, Cap::arrow, "carries it on"};
        case EdgeKind::endorses: return {{InkRole::muted}, Dash::dotted, Cap::none, "endorses"};
        case EdgeKind::repeats: return {{InkRole::low}, Dash::dashed, Cap::arrow, "repeats"};
        case EdgeKind::derives: return {{InkRole::series, 2}, Dash::dashed, Cap::none, "derives or converts"};
        case EdgeKind::opposes: return {{InkRole::high}, Dash::solid, Cap::bar, "disputes or corrects"};
        case EdgeKind::relates: return {{InkRole::claim}, Dash::dotted, Cap::arrow, "other link"};
        }
        return {{InkRole::muted}, Dash::solid, Cap::none, {}};
    }

    /// Level at both ends, so that a lane's edges leave it along the lane; steep ones and those back in time are bows.
    std::vector<Point> wayOf(const Point& from, const Point& to) const {
        const double span = m_spec.x.high - m_spec.x.low;
        const double along = to.x - from.x;
        const bool isLevel = std::abs(to.y - from.y) < 0.5 + 1e-9;
        Point first = from, second = to;
        if (isLevel && std::abs(along) < upright * span) {
            first.x = second.x = std::min(from.x, to.x) - upright * span;
        } else if (isLevel) {
            first = {from.x + along / 3, (from.y + to.y) / 2 - 0.42};
            second = {to.x - along / 3, first.y};
        } else if (along > upright * span) {
            first = {from.x + along / 2, from.y};
            second = {to.x - along / 2, to.y};
        } else if (along < 0 || m_graph.edges.size() > mostNamed) {
            first.x = second.x = std::min(from.x, to.x) - upright * span;
        } else {
            return {from, to};
        }
        std::vector<Point> way;
        const int pieces = m_graph.edges.size() > mostNamed ? 4 : curvePieces;
        for (int i = 0; i <= pieces; ++i) { // cubic Bézier curve
            const double t = static_cast<double>(i) / pieces, s = 1 - t;
            const double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
            way.push_back({a * from.x + b * first.x + c * second.x + d * to.x,
                           a * from.y + b * first.y + c * second.y + d * to.y});
        }
        return way;
    }

    void addEdge(const ProvenanceEdge& edge) {
        const EdgeLook look = lookOf(edge.kind);
        const bool isDense = m_graph.edges.size() > mostDrawnFull;
        const Ink ink = isDense && look.ink.role == InkRole::muted ? Ink{InkRole::ghost} : look.ink;
        Curve curve{wayOf(at(edge.from), at(edge.to)), ink, isDense ? 0.9 : 1.4, look.dash, -1};
        curve.cap = isDense && look.cap == Cap::arrow ? Cap::none : look.cap; // time runs to the right
        curve.gapFrom = sizeOf(edge.from) / 2 + 1.5;
        curve.gapTo = sizeOf(edge.to) / 2 + 2.5;
        m_spec.marks.push_back(std::move(curve));
    }

    void addNode(std::size_t index) {
        const ProvenanceNode& node = m_graph.nodes[index];
        const bool endorses = node.role == SpeakerRole::endorser;
        if (node.kind == NodeKind::words && node.days && node.days->first < node.days->last) {
            const auto inside = [&](double day) { return std::clamp(day, m_plan.dated, m_plan.high); };
            for (const double end :
                 {inside(axisDay(m_plan.cuts, node.days->first)), inside(axisDay(m_plan.cuts, node.days->last + 1))})
                m_spec.marks.push_back(
                    Span{at(index), {end, at(index).y}, inkOf(node), 1.2, Cap::bar, Dash::solid, Keep::always, -1});
            m_hasSpans = true;
        }
        const Shape shape = node.first ? Shape::star : node.isResolved ? Shape::circle : Shape::diamond;
        const Fill fill = endorses ? Fill::hollow : node.isResolved ? Fill::solid : Fill::hatched;
        const bool isPlain = node.kind == NodeKind::voice && !node.first;
        m_spec.marks.push_back(Dot{at(index), isPlain && node.isResolved ? Ink{InkRole::muted} : inkOf(node),
                                   sizeOf(index), shape, fill, m_data[index]});
    }

    void addLabel(std::size_t index) {
        const ProvenanceNode& node = m_graph.nodes[index];
        const std::string text = m_words.label(index);
        if (text.empty())
            return;
        Label label{at(index), {}, text, inkOf(node), node.first ? Side::above : Side::right};
        label.style = node.first ? LabelStyle::strong : LabelStyle::plain;
        label.keep = node.first ? Keep::always : Keep::label;
        label.gap = sizeOf(index) / 2 + 2;
        label.datum = m_data[index];
        m_spec.marks.push_back(std::move(label));
    }

    template <class Fits>
    bool anyNode(Fits fits) const {
        return std::any_of(m_graph.nodes.begin(), m_graph.nodes.end(), fits);
    }

    void addKey() {
        const auto shape = [&](Fill fill, Shape form, std::string text) {
            m_spec.key.push_back({{InkRole::text}, fill, form, std::move(text), {}});
        };
        shape(Fill::solid, Shape::star, "first known utterance");
        shape(Fill::solid, Shape::circle, "words in a source (small: a voice before them)");
        if (anyNode([](const ProvenanceNode& node) { return node.role == SpeakerRole::endorser; }))
            shape(Fill::hollow, Shape::circle, "endorser");
        if (anyNode([](const ProvenanceNode& node) { return !node.isResolved; }))
            shape(Fill::hatched, Shape::diamond, "not identified");
        for (const EdgeKind kind : {EdgeKind::carries, EdgeKind::endorses, EdgeKind::repeats, EdgeKind::derives,
                                    EdgeKind::opposes, EdgeKind::relates}) {
            const EdgeLook look = lookOf(kind);
            if (std::any_of(m_graph.edges.begin(), m_graph.edges.end(),
                            [&](const ProvenanceEdge& edge) { return edge.kind == kind; }))
                m_spec.key.push_back({look.ink, Fill::solid, Shape::square, std::string(look.name), look.dash});
        }
    }

    void addWords() {
        std::vector<ClaimId> claims;
        for (const Claim* claim : m_subject.claims)
            claims.push_back(claim->id);
        m_spec.title = m_words.title(m_context.form == wholeQuantity ? ProvenanceWords::Scope::quantity
                                                                     : ProvenanceWords::Scope::family);
        m_spec.subtitle = std::string("A lane a speaker; voices in between have no date of their own")
                          + (m_hasSpans ? "; bar: month or year only" : "");
        m_spec.notes = m_words.notes();
        m_spec.footer = footerOf(m_context, {}, claims);
        m_spec.summary = m_spec.title + ".";
        m_spec.altText = m_spec.summary + m_words.retold();
    }

    const ChartContext& m_context;
    const Evidence& m_evidence;
    ProvenanceSubject m_subject;
    ProvenanceGraph m_graph;
    ProvenancePlan m_plan;
    ProvenanceWords m_words;
    std::vector<int> m_data; ///< datum by node
    bool m_hasSpans = false; ///< words whose day is not known
    ChartSpec m_spec;
};

} // namespace

Result<ChartSpec> buildProvenance(const ChartContext& context) {
    const Evidence evidence =
        gatherEvidence(context.sources, context.speakers, context.attributes, context.claims, context.links);
    ProvenanceSubject subject = provenanceSubject(context, evidence);
    if (subject.claims.empty())
        return Error(ErrorCode::chartEmpty, "provenance", {"a claim with words in a source"});
    return ProvenanceChart(context, evidence, std::move(subject)).build();
}

} // namespace assay
