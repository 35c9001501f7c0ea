// Two scenarios against each other in one result: both densities over each other, their intervals, and below them the
// difference, sample by sample, with the chance that the one lies above the other.
#include "core/chart/band_marks.h"
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/format.h"
#include "core/chart/half_eye.h"
#include "core/chart/pairing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {
namespace {

// Rows downwards: the densities, the lines of A (0) and B (1), the difference.
constexpr double top = -2.15, overlayBase = -0.45, overlayHeight = 1.6, parting = 1.5;
constexpr double chanceLine = 1.7, differenceBase = 2.85, differenceHeight = 0.9, differenceLine = 3.12, bottom = 3.45;
constexpr double ordered = 0.6;    ///< from this share on one scenario is called the higher one
constexpr double widest = 1e306;   ///< axes beyond have no width a double can hold
constexpr double leastSide = 0.2;  ///< of the axis, left and right of zero where samples lie there
constexpr double outermost = 0.01; ///< of the samples at either end stay off the axis: a tail would leave it empty

/// What lies right of x = 0 of an outline over a base (right), or left of it.
std::vector<Point> sideOf(const std::vector<Point>& outline, double base, Side side) {
    const auto belongs = [&](const Point& point) { return side == Side::right ? point.x >= 0 : point.x <= 0; };
    std::vector<Point> part;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        if (i > 0 && belongs(outline[i]) != belongs(outline[i - 1])) {
            const Point &from = outline[i - 1], &to = outline[i];
            const double y = from.y + (to.y - from.y) * (0 - from.x) / (to.x - from.x);
            for (const Point& point :
                 side == Side::right ? std::vector<Point>{{0, base}, {0, y}} : std::vector<Point>{{0, y}, {0, base}})
                part.push_back(point);
        }
        if (belongs(outline[i]))
            part.push_back(outline[i]);
    }
    return part.size() > 2 ? part : std::vector<Point>();
}

class DifferenceChart {
public:
    DifferenceChart(const ChartContext& context, const ComparedPair& pair, Difference difference)
        : m_context(context),
          m_pair(pair),
          m_difference(std::move(difference)),
          m_shown{m_pair.ofA, m_pair.ofB, &m_difference.summary},
          m_a(*scenarioOf(context, pair.a->scenario)),
          m_b(*scenarioOf(context, pair.b->scenario)) {}

    ChartSpec build() {
        m_spec.chart = "scenario-difference";
        for (std::size_t i = 0; i < m_shown.size(); ++i)
            m_shapes[i] = shapeSample(*m_shown[i]);
        setAxes();
        m_spec.columns = summaryColumns();
        m_spec.columns.insert(m_spec.columns.begin(), "Scenario");
        m_spec.columns.push_back("P(A > B)");
        addScenario(*m_pair.ofA, m_a, 0, Shape::circle, Dash::solid);
        addScenario(*m_pair.ofB, m_b, 1, Shape::diamond, Dash::dashed);
        addDifference();
        addWords();
        return std::move(m_spec);
    }

private:
    const OutputSummary& result() const { return *m_pair.ofA; }
    std::string name(const Scenario& scenario) const { return shortName(scenario.title, scenario.id.value); }
    std::string chance() const {
        if (isFixed())
            return m_difference.higher > 0 ? "100%" : "0%";
        return chanceText(m_difference.higher, m_difference.pairs);
    }
    bool isFixed() const { return m_difference.isFixed; }
    bool isBanded() const { return bandOf(*m_pair.ofA) || bandOf(*m_pair.ofB); }
    std::uint64_t lower() const { return m_difference.pairs - m_difference.higher - m_difference.equal; }

    void setAxes() {
        double low = 0, high = 0; // where A and B are equal is always in sight
        const auto include = [&](double value) {
            if (std::isfinite(value)) {
                low = std::min(low, std::max(value, -widest));
                high = std::max(high, std::min(value, widest));
            }
        };
        for (std::size_t i = 0; i < m_shown.size(); ++i) {
            const ValueRange reach = reachOf(*m_shown[i]);
            const std::vector<double>& sorted = m_shapes[i]->sorted;
            for (const double value : {reach.low, reach.high, m_shown[i]->p50, sortedQuantile(sorted, outermost),
                                       sortedQuantile(sorted, 1 - outermost)})
                include(value);
        }
        // room for the words on either side of zero
        if (lower() > 0)
            low = std::min(low, -leastSide * (high - low));
        if (m_difference.higher > 0)
            high = std::max(high, leastSide * (high - low));
        const Range nice = niceLinearRange(low, high);
        const std::string& unit = result().unit;
        const bool inTicks = unit == "USD" || unit == "%";
        m_spec.x = {AxisKind::linear, inTicks ? std::string() : unitWords(unit), unit, nice.low, nice.high, {}};
        m_spec.x.quantity = quantityOf(m_context, result().id);
        m_spec.y = {AxisKind::category, {}, {}, top, bottom, {}};
    }

    void add(std::vector<Mark> marks) {
        for (Mark& mark : marks)
            m_spec.marks.push_back(std::move(mark));
    }

    void addScenario(const OutputSummary& o, const Scenario& scenario, double line, Shape shape, Dash dash) {
        const Ink ink = scenarioInk(m_context, scenario.id);
        const int datum = static_cast<int>(m_spec.data.size());
        const std::string letter = datum == 0 ? "A" : "B";
        if (!bandOf(o)) {
            std::vector<Point> outline =
                densityShape(m_shapes[m_spec.data.size()]->sorted, m_spec.x, overlayBase, overlayHeight);
            if (!outline.empty())
                add({Area{outline, ink, 0.22, Keep::always, datum}, Curve{outline, ink, 1.8, dash, datum}});
            else // a fixed number: all of it in one place
                add({Span{{o.p50, overlayBase},
                          {o.p50, overlayBase - overlayHeight},
                          ink,
                          2.4,
                          Cap::none,
                          dash,
                          Keep::always,
                          datum}});
        }
        add(intervalMarks(o, line, ink, datum, shape));
        add({intervalLabel(o, line, datum)});
        m_spec.y.categories.push_back({letter + ": " + scenario.title, letter + ": " + scenario.id.value, {}, letter});
        Datum row;
        row.at = {o.p50, line};
        row.tip = summaryTip(letter + ": " + name(scenario) + ": " + o.title, o);
        row.ids = {scenario.id, {}, o.id, claimsBehind(scenario)};
        row.cells = {{letter + ": " + scenario.title, {}}};
        for (Cell& cell : summaryCells(o))
            row.cells.push_back(std::move(cell));
        row.cells.push_back({});
        m_spec.data.push_back(std::move(row));
    }

    void addDifference() {
        const OutputSummary& d = m_difference.summary;
        const Ink ofA = scenarioInk(m_context, m_a.id), ofB = scenarioInk(m_context, m_b.id);
        constexpr int datum = 2;
        add({Span{{m_spec.x.low, parting}, {m_spec.x.high, parting}, {InkRole::grid}, 1},
             Span{{0, parting}, {0, bottom}, {InkRole::text}, 1.2}});
        const std::vector<Point> outline =
            densityShape(m_shapes[2]->sorted, m_spec.x, differenceBase, differenceHeight);
        for (const auto& [side, ink] : {std::pair(Side::right, ofA), std::pair(Side::left, ofB)})
            if (std::vector<Point> part = sideOf(outline, differenceBase, side); !part.empty())
                add({Area{std::move(part), ink, 0.45, Keep::always, datum}});
        add(intervalMarks(d, differenceLine, {InkRole::text}, datum, Shape::square));
        add({intervalLabel(d, differenceLine, datum)});
        addChances(ofA, ofB);
        m_spec.y.categories.push_back({"A − B", "A − B", "difference", "A − B"});
        Datum row;
        row.at = {d.p50, differenceLine};
        row.tip = tip();
        row.ids.output = d.id;
        row.ids.claims = claims();
        row.cells = {{"A − B", {}}};
        for (Cell& cell : summaryCells(d))
            row.cells.push_back(std::move(cell));
        row.cells.push_back({chance(), 100 * static_cast<double>(m_difference.higher)
                                           / static_cast<double>(std::max<std::uint64_t>(1, m_difference.pairs))});
        m_spec.data.push_back(std::move(row));
    }

    /// On either side of no difference how often the samples lie there; a side with hardly any says nothing.
    void addChances(const Ink& ofA, const Ink& ofB) {
        const auto say = [&](std::uint64_t hits, const char* event, const Ink& ink, Side side) {
            const std::string chance = isFixed() ? "100%" : chanceText(hits, m_difference.pairs);
            if (hits > 0 && chance.front() != '<')
                add({Label{{0, chanceLine},
                           {},
                           event + (chance.front() == '>' ? "over" + chance.substr(1) : chance),
                           ink,
                           side,
                           LabelStyle::strong,
                           Keep::always,
                           4,
                           2}});
        };
        say(m_difference.higher, "A > B: ", ofA, Side::right);
        say(lower(), "B > A: ", ofB, Side::left);
    }

    std::string tip() const {
        std::string text = summaryTip("A − B: " + result().title, m_difference.summary);
        text += "\nA higher in " + groupedCount(m_difference.higher) + ", B in " + groupedCount(lower()) + " of "
                + groupedCount(m_difference.pairs) + (m_difference.pairs == 1 ? " pair" : " pairs") + " of samples";
        if (m_difference.equal > 0)
            text += ", equal in " + groupedCount(m_difference.equal);
        return text;
    }

    std::vector<ClaimId> claims() const {
        std::vector<ClaimId> all = claimsBehind(m_a);
        const std::vector<ClaimId> more = claimsBehind(m_b);
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }

    std::string chanceWords() const { return chanceStatement("A > B", chance()); }

    std::string title() const {
        const OutputSummary& d = m_difference.summary;
        const std::string output = shortName(result().title, result().id.value);
        if (m_difference.equal == m_difference.pairs)
            return output + ": the same in " + name(m_a) + " and in " + name(m_b)
                   + (result().p5 < result().p95 ? ", sample by sample" : "") + ", " + chanceStatement("A > B", "0%");
        const auto pairs = static_cast<double>(m_difference.pairs);
        const bool isHigher = static_cast<double>(m_difference.higher) >= ordered * pairs;
        if (!isHigher && static_cast<double>(lower()) < ordered * pairs)
            return output + ": " + name(m_a) + " or " + name(m_b) + ", either may be the higher: " + chanceWords();
        const std::string size =
            tickQuantity(std::abs(d.p50), d.unit, isFixed() ? digitsNeeded(std::abs(d.p50)) : digitsFor(d.p5, d.p95));
        return output + ": " + (isHigher ? "higher" : "lower") + " in " + name(m_a) + " than in " + name(m_b) + ", "
               + chanceWords() + (isFixed() ? ", by " + size : ", by " + size + " in the median");
    }

    std::string subtitle() const {
        const std::string words = unitWords(result().unit);
        return (words.empty() ? std::string() : words + ". ")
               + "Shapes: densities of A (solid) and B (dashed), equal heights; dot, thick, thin: median, 50 % and 90 % "
                 "interval. Below: A − B, "
               + (m_difference.sharesDraws ? "sample by sample with the same draws in both"
                                           : "samples of two models that share no draws, paired by lot");
    }

    bool reachesBeyondAxis() const {
        return std::any_of(m_shapes.begin(), m_shapes.end(), [&](const auto& shape) {
            return !shape->sorted.empty()
                   && (shape->sorted.front() < m_spec.x.low || shape->sorted.back() > m_spec.x.high);
        });
    }

    void addNotes() {
        std::string note;
        if (isBanded())
            note = bandNote({m_pair.ofA, m_pair.ofB}) + " A − B and P(A > B) hold with such inputs at their middle.";
        if (m_difference.left > 0)
            m_spec.notes.push_back(groupedCount(m_difference.left) + " of "
                                   + groupedCount(m_difference.left + m_difference.pairs)
                                   + " pairs are left out: a sample of them gave no number.");
        if (!note.empty())
            m_spec.notes.push_back(std::move(note));
        else if (reachesBeyondAxis())
            m_spec.notes.push_back("Shapes end at the axis: up to 1 % of the samples at an end lie beyond it.");
        if (m_pair.ofA->samples->size() != m_pair.ofB->samples->size())
            m_spec.subtitle += ", the first " + groupedCount(m_difference.pairs + m_difference.left) + " of each";
    }

    void addWords() {
        m_spec.title = title();
        m_spec.subtitle = subtitle();
        addNotes();
        m_spec.footer = footerOf(m_context, std::vector<const Run*>{m_pair.a, m_pair.b}, claims());
        m_spec.summary = m_spec.title + ".";
        m_spec.altText = m_spec.summary + " A, " + name(m_a) + ": " + intervalWords(*m_pair.ofA) + ". B, " + name(m_b)
                         + ": " + intervalWords(*m_pair.ofB) + ". A − B: " + intervalWords(m_difference.summary) + ".";
    }

    const ChartContext& m_context;
    ComparedPair m_pair;
    Difference m_difference;
    std::array<const OutputSummary*, 3> m_shown; ///< A, B, A - B
    std::array<std::shared_ptr<const ShapeSample>, 3> m_shapes;
    const Scenario& m_a;
    const Scenario& m_b;
    ChartSpec m_spec;
};

} // namespace

bool differenceFits(const ChartContext& context, const Scenario& scenario) { return isComparable(context, scenario); }

Result<ChartSpec> buildScenarioDifference(const ChartContext& context) {
    for (const Row<Scenario>& scenario : context.scenarios) {
        if (context.scenario && scenario->id != *context.scenario)
            continue;
        const std::optional<ComparedPair> pair = comparedPair(context, scenario->id);
        if (!pair)
            continue;
        Difference difference = differenceOf(context, *pair);
        if (difference.pairs > 0)
            return DifferenceChart(context, *pair, std::move(difference)).build();
    }
    return Error(ErrorCode::chartEmpty, "scenario-difference",
                 {"another scenario with the same result in the same unit"});
}

} // namespace assay
