// Density on a log axis is that of the logarithm, so that equal areas are equal chances. (charts: (g))
#include "core/chart/input_curve.h"

#include "core/chart/build.h"
#include "core/chart/format.h"
#include "core/dist/distribution.h"
#include "core/units/unit.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay {
namespace {

constexpr int curvePoints = 240;
constexpr double peakHeight = 1;
constexpr double headRoom = 1.35; ///< above the peak, for the labels of the handles
constexpr double footRoom = 0.2;  ///< below the base, for the ticks of claims and default
constexpr double tallest = 6;     ///< times the density at the median's side: a pole at an end is cut there
constexpr double farClaim = 4;    ///< a claim further off than this factor doesn't stretch the axis

class InputCurve {
public:
    InputCurve(const InputCurveQuestion& question, Distribution distribution, Echo echo, double scale)
        : m_question(question),
          m_distribution(std::move(distribution)),
          m_echo(std::move(echo)),
          m_scale(scale) {}

    ChartSpec build() {
        m_spec.chart = "input-curve";
        m_spec.columns = {"What", "Value"};
        setAxes();
        if (isFixed(m_distribution))
            addFixed();
        else if (const auto* values = std::get_if<Empirical>(&m_distribution.shape))
            addSamples(*values);
        else if (m_question.form == CurveForm::density)
            addDensity();
        else
            addCumulative();
        addTicks();
        addQuantiles();
        addWords();
        return std::move(m_spec);
    }

private:
    const std::string& unit() const { return m_question.input.unit; }
    double at(double u) const { return quantile(m_distribution, u) / m_scale; }
    bool isSteps() const { return std::holds_alternative<Empirical>(m_distribution.shape); }
    bool isCumulative() const {
        return !isFixed(m_distribution) && (isSteps() || m_question.form == CurveForm::cumulative);
    }
    std::string name() const {
        return m_question.input.title.empty() ? m_question.input.id.value : m_question.input.title;
    }

    void setAxes() {
        double low = isSteps() ? at(1e-9) : at(0.002), high = isSteps() ? at(1 - 1e-9) : at(0.998);
        if (!(low < high)) { // a fixed number stands in the middle
            low = low > 0 ? low / 3 : low - std::max(1.0, std::abs(low));
            high = high > 0 ? high * 3 : high + std::max(1.0, std::abs(high));
        }
        const AxisKind kind = low > 0 && m_question.input.scale == Scale::log ? AxisKind::log : axisKindFor(low, high);
        for (const Row<Claim>& claim : m_question.claims)
            if (const std::optional<double> value = claimed(*claim)) {
                const double reach = kind == AxisKind::log ? 0 : high - low;
                const bool isNear = kind == AxisKind::log ? *value > low / farClaim && *value < high * farClaim
                                                          : *value > low - reach && *value < high + reach;
                low = isNear ? std::min(low, *value) : low;
                high = isNear ? std::max(high, *value) : high;
            }
        const Range range = niceRange(kind, low, high);
        const std::string words = unitWords(unit());
        m_spec.x = {kind, words, unit(), range.low, range.high, {}};
        if (m_question.held && m_question.held->x.kind == kind) {
            m_spec.x.low = m_question.held->x.low;
            m_spec.x.high = m_question.held->x.high;
        }
        if (isCumulative())
            m_spec.y = {AxisKind::linear, {}, "%", 0, 100, {}};
        else // heights mean nothing by themselves: no ticks
            m_spec.y = {AxisKind::category, {}, {}, -headRoom, footRoom, {}};
    }

    /// Density per unit of the axis, not scaled.
    double height(double x) const {
        const double here = density(m_distribution, x * m_scale);
        return m_spec.x.kind == AxisKind::log ? here * x : here;
    }

    double along(double share) const {
        const Axis& x = m_spec.x;
        return x.kind == AxisKind::log ? x.low * std::pow(x.high / x.low, share) : x.low + share * (x.high - x.low);
    }

    /// Where the distribution lives, within the axis.
    ValueRange shown() const {
        const Support lives = support(m_distribution);
        return {std::max(m_spec.x.low, lives.low / m_scale), std::min(m_spec.x.high, lives.high / m_scale)};
    }

    /// Points of the density, y upwards from 0 to the peak.
    std::vector<Point> outline() const {
        const ValueRange part = shown();
        std::vector<Point> points;
        double typical = 0;
        for (const double u : {0.05, 0.25, 0.5, 0.75, 0.95})
            typical = std::max(typical, height(at(u)));
        double peak = 0;
        for (int i = 0; i <= curvePoints; ++i) {
            double x = along(static_cast<double>(i) / curvePoints);
            if (x < part.low || x > part.high)
                x = x < part.low ? part.low : part.high;
            const double inside = std::nextafter(std::nextafter(x, part.low), part.high);
            double y = height(inside);
            y = std::isfinite(y) ? std::min(y, tallest * typical) : tallest * typical;
            if (!points.empty() && points.back().x == x)
                continue;
            points.push_back({x, y});
            peak = std::max(peak, y);
        }
        for (Point& point : points)
            point.y = peak > 0 ? -peakHeight * point.y / peak : 0;
        return points;
    }

    static double heightAt(const std::vector<Point>& points, double x) {
        const auto right = std::lower_bound(points.begin(), points.end(), x,
                                            [](const Point& point, double wanted) { return point.x < wanted; });
        if (right == points.end() || (right == points.begin() && right->x > x))
            return 0;
        if (right == points.begin())
            return right->y;
        const Point& left = *(right - 1);
        return left.y + (right->y - left.y) * (x - left.x) / (right->x - left.x);
    }

    /// The part of the area between two values.
    void addPart(const std::vector<Point>& points, double low, double high, double opacity) {
        if (points.empty())
            return;
        low = std::max(low, points.front().x);
        high = std::min(high, points.back().x);
        if (!(low < high))
            return;
        Area area{{{low, 0}, {low, heightAt(points, low)}}, {InkRole::series, 0}, opacity, Keep::always, -1};
        for (const Point& point : points)
            if (point.x > low && point.x < high)
                area.points.push_back(point);
        area.points.push_back({high, heightAt(points, high)});
        area.points.push_back({high, 0});
        m_spec.marks.push_back(std::move(area));
    }

    void addDensity() {
        const std::vector<Point> points = outline();
        addPart(points, m_spec.x.low, m_spec.x.high, 0.12);
        addPart(points, at(0.05), at(0.95), 0.2);
        addPart(points, at(0.25), at(0.75), 0.3);
        m_spec.marks.push_back(Curve{points, {InkRole::series, 0}, 2, Dash::solid, -1});
        for (const double u : {0.05, 0.5, 0.95})
            m_spec.marks.push_back(Span{{at(u), 0},
                                        {at(u), heightAt(points, at(u))},
                                        {InkRole::series, 0},
                                        1,
                                        Cap::none,
                                        Dash::dotted,
                                        Keep::always,
                                        -1});
        m_spec.marks.push_back(
            Span{{m_spec.x.low, 0}, {m_spec.x.high, 0}, {InkRole::ghost}, 1, Cap::none, Dash::solid, Keep::always, -1});
        addCuts(points);
    }

    /// Where truncate(...) cuts the shape.
    void addCuts(const std::vector<Point>& points) {
        const auto* cut = std::get_if<Truncated>(&m_distribution.shape);
        if (!cut)
            return;
        const Support whole = support(*cut->inner);
        for (const double end : {cut->low, cut->high}) {
            const double x = end / m_scale;
            const bool cuts = end == cut->low ? end > whole.low : end < whole.high;
            if (!cuts || x < m_spec.x.low || x > m_spec.x.high)
                continue;
            const double top = std::min(heightAt(points, x), -0.25);
            m_spec.marks.push_back(Span{{x, 0}, {x, top}, {InkRole::text}, 2, Cap::bar, Dash::solid, Keep::always, -1});
            m_spec.marks.push_back(Label{{x, top},
                                         {},
                                         "cut at " + tickQuantity(x, unit(), 3),
                                         {InkRole::muted},
                                         Side::above,
                                         LabelStyle::plain,
                                         Keep::label,
                                         4,
                                         -1});
        }
    }

    void addCumulative() {
        Curve curve{{}, {InkRole::series, 0}, 2.2, Dash::solid, -1};
        for (int i = 0; i <= curvePoints; ++i) {
            const double x = along(static_cast<double>(i) / curvePoints);
            curve.points.push_back({x, 100 * cumulative(m_distribution, x * m_scale)});
        }
        m_spec.marks.push_back(std::move(curve));
        for (const double u : {0.05, 0.5, 0.95})
            m_spec.marks.push_back(
                Span{{at(u), 100 * u}, {at(u), 0}, {InkRole::series, 0}, 1, Cap::none, Dash::dotted, Keep::always, -1});
    }

    /// A rug of the values and their steps.
    void addSamples(const Empirical& values) {
        Curve steps{{{m_spec.x.low, 0}}, {InkRole::series, 0}, 2.2, Dash::solid, -1};
        const double count = static_cast<double>(values.values.size());
        for (std::size_t i = 0; i < values.values.size(); ++i) {
            const double x = values.values[i] / m_scale;
            steps.points.push_back({x, 100 * static_cast<double>(i) / count});
            steps.points.push_back({x, 100 * static_cast<double>(i + 1) / count});
            if (i < curvePoints) // more ticks than that are one black bar
                m_spec.marks.push_back(
                    Span{{x, 0}, {x, 6}, {InkRole::series, 0}, 1.4, Cap::none, Dash::solid, Keep::always, -1});
        }
        steps.points.push_back({m_spec.x.high, 100});
        m_spec.marks.push_back(std::move(steps));
        m_spec.notes.push_back("samples(...): its values are facts, so nothing here can be dragged; edit the text.");
    }

    void addFixed() {
        m_spec.marks.push_back(Span{
            {at(0.5), 0}, {at(0.5), -peakHeight}, {InkRole::series, 0}, 2.4, Cap::none, Dash::solid, Keep::always, -1});
        m_spec.marks.push_back(
            Span{{m_spec.x.low, 0}, {m_spec.x.high, 0}, {InkRole::ghost}, 1, Cap::none, Dash::solid, Keep::always, -1});
        m_spec.notes.push_back("A fixed number: it has no spread to drag. A range is typed as \"5 to 10\".");
    }

    std::optional<double> claimed(const Claim& claim) const {
        const std::optional<double> value = claimNumber(claim);
        const Result<Unit> declared = parseUnit(unit());
        const Result<Unit> written = claim.quantity
                                         ? parseUnit(claim.quantity->unit.empty() ? "1" : claim.quantity->unit)
                                         : Result<Unit>(Error(ErrorCode::unitUnknown));
        if (!value || !declared || !written)
            return std::nullopt;
        return fromBase(toBase(*value, *written), *declared);
    }

    void addTick(double value, const std::string& label, const Datum& datum, InkRole role) {
        if (value < m_spec.x.low || value > m_spec.x.high || (m_spec.x.kind == AxisKind::log && !(value > 0)))
            return;
        const double foot = isCumulative() ? 3 : 0.11;
        m_spec.marks.push_back(Dot{{value, foot},
                                   {role},
                                   8,
                                   Shape::triangle,
                                   role == InkRole::claim ? Fill::solid : Fill::hollow,
                                   static_cast<int>(m_spec.data.size())});
        m_spec.marks.push_back(Label{{value, foot},
                                     {},
                                     label,
                                     {role == InkRole::claim ? InkRole::claim : InkRole::muted},
                                     Side::right,
                                     LabelStyle::plain,
                                     Keep::note,
                                     4,
                                     static_cast<int>(m_spec.data.size())});
        m_spec.data.push_back(datum);
        m_spec.data.back().at = {value, foot};
    }

    void addTicks() {
        for (const Row<Claim>& claim : m_question.claims)
            if (const std::optional<double> value = claimed(*claim)) {
                Datum datum;
                datum.tip = claimText(*claim) + "\n" + claim->statement + "\nClaim " + claim->id.value;
                datum.ids = {m_question.scenario, m_question.input.id, {}, {claim->id}};
                datum.cells = {{"Claim " + claim->id.value, {}}, {claimText(*claim), value}};
                addTick(*value, claim->id.value, datum, InkRole::claim);
            }
        const Result<InputValue> standard = readInput(m_question.input.defaultText, unit());
        if (!standard || m_question.input.defaultText == m_question.text)
            return;
        const double median = quantile(standard->distribution, 0.5) / m_scale;
        Datum datum;
        datum.tip = "The model's default\n" + m_question.input.defaultText;
        datum.ids = {m_question.scenario, m_question.input.id, {}, {}};
        datum.cells = {{"Default", {}}, {m_question.input.defaultText, median}};
        addTick(median, "default", datum, InkRole::muted);
    }

    void addQuantiles() {
        const Result<std::vector<double>> movable = movableQuantiles(m_question.text, unit());
        for (const double u : {0.05, 0.5, 0.95}) {
            if (isFixed(m_distribution) && u != 0.5)
                continue;
            const bool canMove = movable && std::find(movable->begin(), movable->end(), u) != movable->end();
            addQuantile(u, canMove);
        }
    }

    void addQuantile(double u, const bool canMove) { // a handle, or where one can't be a dot
        const std::string word = isFixed(m_distribution) ? "Value" : u == 0.5 ? "P50" : u < 0.5 ? "P5" : "P95";
        const Point at{this->at(u), isCumulative() ? 100 * u : 0.0};
        const int datum = static_cast<int>(m_spec.data.size());
        const int digits = std::max(3, digitsFor(this->at(0.05), this->at(0.95)));
        m_spec.marks.push_back(Dot{at,
                                   {InkRole::series, 0},
                                   canMove ? 12.0 : 8.0,
                                   u == 0.5 ? Shape::circle : Shape::square,
                                   canMove ? Fill::hollow : Fill::solid,
                                   datum});
        m_spec.marks.push_back(Label{at,
                                     {},
                                     tickQuantity(at.x, unit(), digits),
                                     {InkRole::text},
                                     isCumulative() ? Side::right : Side::above,
                                     LabelStyle::plain,
                                     Keep::label,
                                     10,
                                     datum});
        Datum row;
        row.tip = word + " " + shortQuantity(at.x, unit(), digits);
        row.at = at;
        row.ids = {m_question.scenario, m_question.input.id, {}, {}};
        row.cells = {{word, {}}, {tickQuantity(at.x, unit(), 4), at.x}};
        m_spec.data.push_back(std::move(row));
        if (!canMove)
            return;
        Handle handle;
        handle.id = u == 0.5 ? "p50" : u < 0.5 ? "p5" : "p95";
        handle.name = word + " of " + name();
        handle.reading = shortQuantity(at.x, unit(), digits);
        handle.at = at;
        handle.scenario = m_question.scenario;
        handle.levers = {{m_question.input.id, u, 1, {}}};
        m_spec.handles.push_back(std::move(handle));
    }

    void addWords() {
        const std::string shape = m_echo.shape == "fixed" ? "a fixed number" : m_echo.shape;
        m_spec.summary = name() + ": " + shape + ", "
                         + (isFixed(m_distribution) ? tickQuantity(at(0.5), unit(), 4)
                                                    : intervalText(at(0.5), at(0.05), at(0.95), unit()))
                         + ".";
        m_spec.altText = m_spec.summary;
        m_spec.statement = m_spec.summary;
    }

    const InputCurveQuestion& m_question;
    Distribution m_distribution;
    Echo m_echo;
    double m_scale; ///< base value = declared value * scale
    ChartSpec m_spec;
};

} // namespace

Result<ChartSpec> buildInputCurve(const InputCurveQuestion& question) {
    const Result<InputValue> value = readInput(question.text, question.input.unit);
    if (!value)
        return value.error();
    const Result<Echo> echo = echoInput(question.text, question.input.unit);
    if (!echo)
        return echo.error();
    const Result<Unit> unit = parseUnit(question.input.unit);
    if (!unit)
        return unit.error();
    const WritingIn script(question.numbers);
    ChartSpec spec = InputCurve(question, value->distribution, *echo, unit->scale).build();
    spec.numbers = question.numbers;
    return spec;
}

} // namespace assay
