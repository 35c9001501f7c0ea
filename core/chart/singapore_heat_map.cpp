// Singapore heat map: GPUs implied by billed share x diverted share, with exact iso-lines, the scenario's own point and
// the range of its evidence.
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/format.h"
#include "core/chart/singapore.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

constexpr int fieldColumns = 120;
constexpr int fieldRows = 80;
constexpr int linePoints = 240;
constexpr std::size_t mostLines = 7;

struct HeatParts {
    const Scenario* scenario = nullptr;
    const Run* run = nullptr;
    SingaporeEvidence evidence;
};

std::optional<HeatParts> partsOf(const ChartContext& context, const Scenario& scenario) {
    const Run* run = runOf(context, scenario.id);
    const auto evidence = run ? singaporeEvidence(*run) : std::nullopt;
    return evidence ? std::optional(HeatParts{&scenario, run, *evidence}) : std::nullopt;
}

std::optional<HeatParts> chosenParts(const ChartContext& context) {
    for (const Row<Scenario>& scenario : context.scenarios)
        if (!context.scenario || scenario->id == *context.scenario)
            if (const auto parts = partsOf(context, *scenario))
                return parts;
    return std::nullopt;
}

std::string percent(double fraction) { return tickQuantity(100 * fraction, "%", 2); }

class HeatMap {
public:
    HeatMap(const ChartContext& context, const HeatParts& parts)
        : m_context(context),
          m_parts(parts),
          m_point(m_parts.evidence.middle) {}

    ChartSpec build() {
        m_spec.chart = "singapore-heat-map";
        m_spec.columns = {"What", "Share billed to Singapore, %", "Diverted share of the rest, %", "GPUs"};
        setAxes();
        addField();
        addLines();
        addEvidence();
        addMarker();
        addWords();
        return std::move(m_spec);
    }

private:
    void setAxes() {
        const double needed = divertedShareFor(m_point, m_point.billed, m_point.claimedGpus);
        m_right = niceLinearRange(0, std::clamp(135 * m_parts.evidence.billedHigh, 1.0, 100.0)).high;
        const double top = std::max(110 * m_parts.evidence.divertedHigh, needed <= 1 ? 115 * needed : 0.0);
        m_top = std::min(100.0, niceLinearRange(0, std::clamp(top, 1.0, 100.0)).high);
        m_spec.x =
            heldX(m_context, {AxisKind::linear, "Share of Nvidia's revenue billed to Singapore", "%", 0, m_right, {}});
        m_spec.y =
            heldY(m_context, {AxisKind::linear, "Share of what is not cleared that was diverted", "%", 0, m_top, {}});
        m_right = m_spec.x.high;
        m_top = m_spec.y.high;
    }

    double gpusAt(double x, double y) const { return divertedGpus(m_point, x / 100, y / 100); }

    void addField() {
        const double most = gpusAt(m_right, m_top);
        if (!(most > 0))
            return;
        m_spec.ramp =
            RampKey{"GPUs implied", {}, niceLogRange(most / 200, most).low, niceLogRange(most / 200, most).high};
        HeatField field{{0, m_top}, {m_right, 0}, fieldColumns, fieldRows, {}};
        for (int row = 0; row < fieldRows; ++row)
            for (int column = 0; column < fieldColumns; ++column) {
                const double gpus =
                    gpusAt(m_right * (column + 0.5) / fieldColumns, m_top * (1 - (row + 0.5) / fieldRows));
                const double share = std::log(gpus / m_spec.ramp->low) / std::log(m_spec.ramp->high / m_spec.ramp->low);
                field.values.push_back(gpus > 0 ? std::clamp(share, 0.0, 1.0) : 0.0);
            }
        m_spec.marks.push_back(std::move(field));
    }

    std::vector<double> levels() const {
        std::vector<double> all;
        const double most = gpusAt(m_right, m_top);
        for (const Tick& tick :
             makeTicks({AxisKind::log, {}, {}, std::max(1.0, most / 150), std::max(2.0, most * 0.8), {}}, 60))
            if (std::abs(tick.value - m_point.claimedGpus) > 0.01 * tick.value)
                all.push_back(tick.value);
        if (all.size() > mostLines)
            all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(mostLines));
        return all;
    }

    /// Exact: y = L P / (R c (s - d) (1 - u)).
    std::vector<Point> line(double gpus) const {
        std::vector<Point> points;
        for (int i = 1; i <= linePoints; ++i) {
            const double x = m_right * i / linePoints;
            const double y = 100 * divertedShareFor(m_point, x / 100, gpus);
            if (std::isfinite(y) && y <= m_top * 1.5)
                points.push_back({x, y});
        }
        return points;
    }

    void addLine(double gpus, const Ink& ink, const std::string& text) {
        const std::vector<Point> points = line(gpus);
        if (points.size() < 2)
            return;
        const int datum = static_cast<int>(m_spec.data.size());
        m_spec.marks.push_back(Curve{points, {InkRole::paper}, 4.5, Dash::solid, -1});
        m_spec.marks.push_back(Curve{points, ink, ink.role == InkRole::claim ? 2.6 : 1.5, Dash::solid, datum});
        Label label{{}, {}, text, ink, Side::centre, LabelStyle::pill, Keep::label, 0, datum, labelPlaces(points)};
        if (label.places.empty())
            return;
        label.at = label.places.front();
        m_spec.marks.push_back(label);
        addDatum("Line of " + tickQuantity(gpus, {}, 2) + " GPUs", label.at, gpus);
    }

    /// Points of a line from near the diagonal outwards, so that the numbers stand in a row.
    std::vector<Point> labelPlaces(std::vector<Point> points) const {
        std::erase_if(points,
                      [&](const Point& p) { return p.y > 0.95 * m_top || p.x > 0.95 * m_right || p.y < 0.03 * m_top; });
        std::stable_sort(points.begin(), points.end(), [&](const Point& a, const Point& b) {
            return std::abs(a.x / m_right - a.y / m_top - 0.25) < std::abs(b.x / m_right - b.y / m_top - 0.25);
        });
        std::vector<Point> places;
        for (std::size_t i = 0; i < points.size(); i += 6)
            places.push_back(points[i]);
        return places;
    }

    void addLines() {
        for (const double level : levels())
            addLine(level, {InkRole::text}, tickQuantity(level, {}, 1));
        if (m_point.claimedGpus > 0)
            addLine(m_point.claimedGpus, {InkRole::claim}, tickQuantity(m_point.claimedGpus, {}, 2) + " claimed");
    }

    void addEvidence() {
        const SingaporeEvidence& e = m_parts.evidence;
        const int datum = static_cast<int>(m_spec.data.size());
        if (e.billedLow < e.billedHigh && e.divertedLow < e.divertedHigh)
            m_spec.marks.push_back(Bar{{100 * e.billedLow, 100 * e.divertedLow},
                                       {100 * e.billedHigh, 100 * e.divertedHigh},
                                       {InkRole::evidence},
                                       Fill::shaded,
                                       datum});
        else if (e.divertedLow < e.divertedHigh)
            m_spec.marks.push_back(Span{{100 * m_point.billed, 100 * e.divertedLow},
                                        {100 * m_point.billed, 100 * e.divertedHigh},
                                        {InkRole::evidence},
                                        2,
                                        Cap::none,
                                        Dash::dashed,
                                        Keep::always,
                                        datum});
        else if (e.billedLow < e.billedHigh)
            m_spec.marks.push_back(Span{{100 * e.billedLow, 100 * m_point.diverted},
                                        {100 * e.billedHigh, 100 * m_point.diverted},
                                        {InkRole::evidence},
                                        2,
                                        Cap::none,
                                        Dash::dashed,
                                        Keep::always,
                                        datum});
        else
            return;
        m_spec.key.push_back({{InkRole::evidence}, Fill::shaded, Shape::square, "90 % range of the two inputs"});
        Datum box;
        box.at = {100 * m_point.billed, 100 * m_point.diverted};
        box.tip = "90 % range of the inputs\nBilled " + percent(e.billedLow) + " to " + percent(e.billedHigh)
                  + "\nDiverted " + percent(e.divertedLow) + " to " + percent(e.divertedHigh);
        box.ids = {m_parts.scenario->id, {}, VariableId{"diverted_gpus"}, claimsBehind(*m_parts.scenario)};
        box.cells = {{"90 % range of the inputs", {}},
                     {percent(e.billedLow) + " to " + percent(e.billedHigh), {}},
                     {percent(e.divertedLow) + " to " + percent(e.divertedHigh), {}},
                     {}};
        m_spec.data.push_back(box);
    }

    void addMarker() {
        const Point at{100 * m_point.billed, 100 * m_point.diverted};
        const double gpus = gpusAt(at.x, at.y);
        const int datum = static_cast<int>(m_spec.data.size());
        m_spec.marks.push_back(Dot{at, {InkRole::claim}, 13, Shape::circle, Fill::solid, datum});
        m_spec.marks.push_back(Label{at,
                                     {},
                                     "you are here: " + percent(m_point.billed) + " × " + percent(m_point.diverted)
                                         + " → " + tickQuantity(gpus, {}, 2) + " GPUs",
                                     {InkRole::text},
                                     Side::right,
                                     LabelStyle::pill,
                                     Keep::always,
                                     12,
                                     datum});
        addDatum("You are here (medians)", at, gpus);
        addHandle(at);
    }

    /// The marker moves the medians of both inputs, as far as a hand may move them.
    void addHandle(const Point& at) {
        const auto lever = [&](const char* id) {
            std::optional<Lever> found;
            const std::vector<double> movable = movableInput(m_context, *m_parts.scenario, VariableId{id});
            for (const InputSummary& input : m_parts.run->inputs)
                if (input.id.value == id && std::find(movable.begin(), movable.end(), 0.5) != movable.end())
                    found = Lever{input.id, 0.5, input.unit == "%" ? 1 : 0.01, {}};
            return found;
        };
        const std::optional<Lever> billed = lever("billed_share");
        const std::optional<Lever> diverted = lever("diverted_share");
        if (!billed && !diverted)
            return;
        Handle handle;
        handle.id = "marker";
        handle.name = "Share billed and share diverted";
        handle.reading = percent(m_point.billed) + " × " + percent(m_point.diverted) + " → "
                         + tickQuantity(gpusAt(at.x, at.y), {}, 2) + " GPUs";
        handle.at = at;
        handle.along = !diverted ? Along::x : !billed ? Along::y : Along::both;
        handle.scenario = m_parts.scenario->id;
        for (const std::optional<Lever>& one : {billed, diverted})
            if (one)
                handle.levers.push_back(*one);
        m_spec.handles.push_back(std::move(handle));
    }

    void addDatum(const std::string& name, const Point& at, double gpus) {
        Datum datum;
        datum.at = at;
        datum.tip = name + "\nBilled to Singapore " + tickQuantity(at.x, "%", 2) + ", diverted "
                    + tickQuantity(at.y, "%", 2) + "\n" + shortQuantity(gpus, "GPU", 2);
        datum.ids = {m_parts.scenario->id, VariableId{"diverted_share"}, VariableId{"diverted_gpus"},
                     claimsBehind(*m_parts.scenario)};
        datum.cells = {{name, {}},
                       {tickQuantity(at.x, "%", 3), at.x},
                       {tickQuantity(at.y, "%", 3), at.y},
                       {tickQuantity(gpus, {}, 3), gpus}};
        m_spec.data.push_back(std::move(datum));
    }

    std::string title() const {
        const double gpus = gpusAt(100 * m_point.billed, 100 * m_point.diverted);
        if (!(m_point.claimedGpus > 0))
            return percent(m_point.billed) + " billed and " + percent(m_point.diverted) + " diverted would be "
                   + shortQuantity(gpus, "GPU", 2);
        const double needed = divertedShareFor(m_point, m_point.billed, m_point.claimedGpus);
        const std::string claimed = tickQuantity(m_point.claimedGpus, {}, 2) + " GPUs";
        if (!(needed <= 1))
            return claimed + " would need more than all of what was not cleared: impossible at these medians";
        return claimed + " would need " + percent(needed) + " of what was not cleared to be diverted";
    }

    /// "For 20K GPUs, ...": what must be true at the medians, to be quoted by itself.
    std::string statement() const {
        const double wanted = m_point.claimedGpus > 0 ? m_point.claimedGpus : 20000; // the figure asked for most
        const double needed = divertedShareFor(m_point, m_point.billed, wanted);
        const std::string gpus = tickQuantity(wanted, {}, 2) + " GPUs";
        const std::string given =
            "with " + percent(m_point.billed) + " of Nvidia's " + tickQuantity(m_point.revenue, "USD", 3)
            + " revenue billed to Singapore, " + percent(m_point.delivered) + " delivered there, "
            + percent(m_point.compute) + " of it compute, " + percent(m_point.cleared)
            + " of the rest with cleared customers and " + tickQuantity(m_point.price, "USD", 3) + " a GPU";
        if (!(needed <= 1))
            return "Not even all of what is not cleared would make " + gpus + ", " + given + ".";
        return "For " + gpus + ", " + percent(needed) + " of what is not cleared must have been diverted, " + given
               + ".";
    }

    void addWords() {
        m_spec.statement = statement();
        const std::string name = shortName(m_parts.scenario->title, m_parts.scenario->id.value);
        m_spec.title = title();
        m_spec.subtitle = name + ": GPUs implied, other inputs at their medians (revenue "
                          + tickQuantity(m_point.revenue, "USD", 3) + ", compute " + percent(m_point.compute)
                          + ", delivered there " + percent(m_point.delivered) + ", cleared " + percent(m_point.cleared)
                          + ", " + tickQuantity(m_point.price, "USD", 3) + " per GPU)";
        m_spec.footer = footerOf(m_context, std::vector<const Run*>{m_parts.run}, claimsBehind(*m_parts.scenario));
        m_spec.summary = m_spec.title + ".";
        m_spec.altText = m_spec.summary + " A map of GPUs implied by the billed share (0 to "
                         + tickQuantity(m_right, "%", 2) + ") and the diverted share (0 to "
                         + tickQuantity(m_top, "%", 2) + "); the scenario's medians " + percent(m_point.billed)
                         + " and " + percent(m_point.diverted) + " give "
                         + shortQuantity(gpusAt(100 * m_point.billed, 100 * m_point.diverted), "GPU", 2) + ".";
    }

    const ChartContext& m_context;
    HeatParts m_parts;
    SingaporePoint m_point;
    double m_right = 30;
    double m_top = 20;
    ChartSpec m_spec;
};

} // namespace

bool singaporeFits(const ChartContext& context, const Scenario& scenario) {
    return partsOf(context, scenario).has_value();
}

Result<ChartSpec> buildSingaporeHeatMap(const ChartContext& context) {
    auto parts = chosenParts(context);
    if (!parts)
        return Error(ErrorCode::chartEmpty, "singapore-heat-map", {"a scenario of the Singapore model"});
    return HeatMap(context, *parts).build();
}

} // namespace assay
