// Samples, densities and look-ups shared by the builders.
#include "core/chart/build.h"
#include "core/chart/format.h"
#include "core/dist/distribution.h"
#include "core/scenario/order.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>

namespace assay {
namespace {

constexpr int densityBins = 160;
constexpr double leastShapeBins = 48; ///< across a shape: fewer are an edged stump
constexpr int mostHalvings = 10;

double along(AxisKind kind, double value) { return kind == AxisKind::log ? std::log10(value) : value; }
double back(AxisKind kind, double value) { return kind == AxisKind::log ? std::pow(10.0, value) : value; }

/// Six passes of a 1-2-1 kernel, a width of about three bins: narrower than any feature worth showing. It works between
/// the first and the last bin that hold samples, mirrored at both, so that no shape passes a hard bound.
void smooth(std::vector<double>& counts) {
    const auto holds = [](double count) { return count > 0; };
    const auto first = std::find_if(counts.begin(), counts.end(), holds);
    const auto last = std::find_if(counts.rbegin(), counts.rend(), holds).base();
    for (int pass = 0; pass < 6 && first < last; ++pass) {
        const std::vector<double> before(first, last);
        for (std::size_t i = 0; i < before.size(); ++i) {
            const double left = before[i > 0 ? i - 1 : 0];
            const double right = before[std::min(i + 1, before.size() - 1)];
            first[static_cast<std::ptrdiff_t>(i)] = (left + 2 * before[i] + right) / 4;
        }
    }
}

struct Grid {
    double from = 0;
    double width = 1;
    int bins = 1;
};

/// The axis' own bins, halved until the shape spans enough of them: edges stay put while a hand moves the shape.
Grid gridFor(const Range& shape, const Range& axis) {
    double width = (axis.high - axis.low) / densityBins;
    for (int i = 0; i < mostHalvings && shape.high - shape.low < leastShapeBins * width; ++i)
        width /= 2;
    const double first = std::floor((shape.low - axis.low) / width);
    const double last = std::ceil((shape.high - axis.low) / width);
    return {axis.low + first * width, width, static_cast<int>(std::max(1.0, last - first))};
}

using ShapePtr = std::shared_ptr<const ShapeSample>;

ShapeSample sortedShape(const OutputSummary& output) {
    ShapeSample shape;
    const std::size_t count = std::min(output.samples->size(), shapeSamples);
    std::vector<double> values;
    values.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double value = (*output.samples)[i] / output.unitScale;
        if (std::isfinite(value))
            values.push_back(value);
        else
            ++shape.missing;
    }
    shape.sorted.reserve(values.size());
    for (const std::uint32_t index : rankColumn(values).order) // by digits: a quarter of the time of std::sort
        shape.sorted.push_back(values[index]);
    return shape;
}

/// Shapes made lately, by the column they are of: while a hand moves one scenario the others are not sorted again. It
/// only saves time: a shape is a function of its column.
class KnownShapes {
public:
    ShapePtr find(const OutputSummary& output) {
        const std::scoped_lock lock(m_mutex);
        for (const Known& known : m_known)
            if (known.unitScale == output.unitScale && known.column.lock() == output.samples)
                return known.shape;
        return nullptr;
    }
    void keep(const OutputSummary& output, const ShapePtr& shape) {
        const std::scoped_lock lock(m_mutex);
        std::erase_if(m_known, [](const Known& known) { return known.column.expired(); });
        if (m_known.size() >= mostShapes)
            m_known.erase(m_known.begin());
        m_known.push_back({output.samples, output.unitScale, shape});
    }

private:
    static constexpr std::size_t mostShapes = 64; // of 128 KiB each
    struct Known {
        std::weak_ptr<const Samples> column;
        double unitScale = 1;
        ShapePtr shape;
    };

    std::mutex m_mutex;
    std::vector<Known> m_known;
};

} // namespace

ShapePtr shapeSample(const OutputSummary& output) {
    static KnownShapes known;
    if (!output.samples)
        return std::make_shared<const ShapeSample>();
    ShapePtr shape = known.find(output);
    if (!shape) {
        shape = std::make_shared<const ShapeSample>(sortedShape(output));
        known.keep(output, shape);
    }
    return shape;
}

double sortedQuantile(std::span<const double> sorted, double probability) {
    if (sorted.empty())
        return std::nan("");
    const double place = probability * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double share = place - static_cast<double>(below);
    return sorted[below] + share * (sorted[above] - sorted[below]);
}

std::vector<Point> densityOutline(std::span<const double> sorted, const Range& range, AxisKind kind) {
    if (sorted.size() < 2 || !(sorted.front() < sorted.back()) || (kind == AxisKind::log && !(range.low > 0)))
        return {};
    auto first = std::lower_bound(sorted.begin(), sorted.end(), range.low);
    const auto end = std::upper_bound(first, sorted.end(), range.high);
    if (first == end || !std::isfinite(range.high - range.low))
        return {};
    const Grid grid =
        gridFor({along(kind, *first), along(kind, *(end - 1))}, {along(kind, range.low), along(kind, range.high)});
    std::vector<double> counts; // between edges found in the order: a logarithm of every sample is too dear for a drag
    for (int bin = 1; bin <= grid.bins; ++bin) {
        const auto next =
            bin < grid.bins ? std::lower_bound(first, end, back(kind, grid.from + bin * grid.width)) : end;
        counts.push_back(static_cast<double>(next - first));
        first = next;
    }
    smooth(counts);
    const double peak = *std::max_element(counts.begin(), counts.end());
    if (!(peak > 0))
        return {};
    std::vector<Point> outline;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > peak * 0.002)
            outline.push_back({back(kind, grid.from + (static_cast<double>(i) + 0.5) * grid.width), counts[i] / peak});
    return outline;
}

AxisKind axisKindFor(double low, double high) { return low > 0 && high > 20 * low ? AxisKind::log : AxisKind::linear; }

Range niceRange(AxisKind kind, double low, double high) {
    return kind == AxisKind::log ? niceLogRange(low, high) : niceLinearRange(low, high);
}

Axis heldX(const ChartContext& context, Axis axis) {
    if (context.held && context.held->x.kind == axis.kind) {
        axis.low = context.held->x.low;
        axis.high = context.held->x.high;
    }
    return axis;
}

Axis heldY(const ChartContext& context, Axis axis) {
    if (context.held && context.held->y.kind == axis.kind && axis.kind != AxisKind::category) {
        axis.low = context.held->y.low;
        axis.high = context.held->y.high;
    }
    return axis;
}

std::vector<double> movableInput(const ChartContext& context, const Scenario& scenario, const VariableId& id) {
    const Model* model = modelOf(context, scenario);
    const ModelInput* declared = model ? findInput(*model, id) : nullptr;
    if (!declared)
        return {};
    std::string text = declared->defaultText;
    for (const ScenarioInput& input : scenario.inputs)
        if (input.input == id) {
            if (input.basis.kind == BasisKind::scenario)
                return {};
            text = input.text;
        }
    const Result<std::vector<double>> movable = movableQuantiles(text, declared->unit);
    return movable ? *movable : std::vector<double>();
}

std::size_t heldRow(const ChartContext& context, std::string_view shortLabel, std::string_view note) {
    static const std::vector<Category> none;
    const std::vector<Category>& rows = context.held ? context.held->y.categories : none;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Category& row) {
        return row.shortLabel == shortLabel && (note.empty() || row.note == note);
    });
    return static_cast<std::size_t>(found - rows.begin());
}

std::string quantityOf(const ChartContext& context, const VariableId& output) {
    const auto isCost = [](const VariableId& id) {
        return std::find(costScopes.begin(), costScopes.end(), id.value) != costScopes.end();
    };
    for (const Row<Attribute>& attribute : context.attributes)
        for (const OutputLink& link : attribute->outputs)
            if (link.output == output || (isCost(link.output) && isCost(output)))
                return attribute->id.value;
    return isCost(output) ? "cost" : output.value;
}

const Scenario* scenarioOf(const ChartContext& context, const ScenarioId& id) { return find(context.scenarios, id); }

const Model* modelOf(const ChartContext& context, const Scenario& scenario) {
    return find(context.models, scenario.model);
}

const Run* runOf(const ChartContext& context, const ScenarioId& id) {
    for (const RunPtr& run : context.runs)
        if (run && run->scenario == id)
            return run.get();
    return nullptr;
}

const OutputSummary* outputOf(const Run& run, const std::function<bool(const OutputSummary&)>& fits) {
    const auto found = std::find_if(run.outputs.begin(), run.outputs.end(), fits);
    return found == run.outputs.end() ? nullptr : &*found;
}

const OutputSummary* primaryOutput(const ChartContext& context, const Run& run) {
    if (context.output)
        if (const OutputSummary* chosen =
                outputOf(run, [&](const OutputSummary& o) { return o.id == *context.output; }))
            return chosen;
    for (auto scope = costScopes.rbegin(); scope != costScopes.rend(); ++scope)
        if (const OutputSummary* cost = outputOf(run, [&](const OutputSummary& o) { return o.id.value == *scope; }))
            return cost;
    return run.outputs.empty() ? nullptr : &run.outputs.front();
}

SeriesLook scenarioLook(const ChartContext& context, const ScenarioId& id) {
    for (std::size_t i = 0; i < context.scenarios.size(); ++i)
        if (context.scenarios[i]->id == id)
            return seriesLook(static_cast<int>(i));
    return seriesLook(0);
}

Ink scenarioInk(const ChartContext& context, const ScenarioId& id) { return scenarioLook(context, id).ink; }

std::string isolated(std::string name) {
    const auto isRightToLeft = [&](std::size_t i) { // lead bytes of U+0580-07FF, U+0800-08FF and the presentation forms
        const auto at = [&](std::size_t k) { return k < name.size() ? static_cast<unsigned char>(name[k]) : 0U; };
        return (at(i) >= 0xd6 && at(i) <= 0xdf) || (at(i) == 0xe0 && at(i + 1) >= 0xa0 && at(i + 1) <= 0xa3)
               || (at(i) == 0xef && at(i + 1) >= 0xac && at(i + 1) <= 0xbb);
    };
    for (std::size_t i = 0; i < name.size(); ++i)
        if (isRightToLeft(i))
            return "\u2068" + name + "\u2069";
    return name;
}

std::string shortName(std::string_view title, std::string_view id) {
    return isolated(std::string(title.empty() || title.size() > 60 ? id : title));
}

std::vector<ClaimId> claimsBehind(const Scenario& scenario, const VariableId& input) {
    for (const ScenarioInput& value : scenario.inputs)
        if (value.input == input)
            return value.basis.claims;
    return {};
}

std::vector<ClaimId> claimsBehind(const Scenario& scenario) {
    std::vector<ClaimId> claims;
    for (const ScenarioInput& value : scenario.inputs)
        claims.insert(claims.end(), value.basis.claims.begin(), value.basis.claims.end());
    std::sort(claims.begin(), claims.end());
    claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
    return claims;
}

std::optional<double> claimNumber(const Claim& claim) {
    if (!claim.quantity)
        return std::nullopt;
    const Quantity& quantity = *claim.quantity;
    std::optional<double> number = quantity.value;
    if (!number && quantity.low && quantity.high)
        number = (*quantity.low + *quantity.high) / 2;
    if (!number)
        number = quantity.low ? quantity.low : quantity.high;
    return number && std::isfinite(*number) ? number : std::nullopt;
}

std::string speakerWords(const ChartContext& context, const Claim& claim) {
    constexpr std::size_t longest = 40; // bytes
    const std::string origin = claimOrigin(context, claim);
    return origin.empty() || origin.size() > longest ? std::string() : " (" + origin + ")";
}

std::string claimText(const Claim& claim) {
    if (!claim.quantity)
        return {};
    const Quantity& q = *claim.quantity;
    const auto text = [&](double value) { return shortQuantity(value, q.unit, digitsNeeded(value)); };
    switch (q.bound) {
    case Bound::about: return q.value ? "about " + text(*q.value) : std::string();
    case Bound::less:
    case Bound::atMost:
        return q.high || q.value ? (q.bound == Bound::less ? "below " : "at most ") + text(q.value ? *q.value : *q.high)
                                 : std::string();
    case Bound::greater:
    case Bound::atLeast:
        return q.low || q.value
                   ? (q.bound == Bound::greater ? "over " : "at least ") + text(q.value ? *q.value : *q.low)
                   : std::string();
    default: break;
    }
    if (q.value)
        return text(*q.value);
    return q.low && q.high ? text(*q.low) + " to " + text(*q.high) : std::string();
}

std::string flaggedNote(std::uint64_t flagged) {
    if (flagged == 0)
        return {};
    return groupedCount(flagged) + (flagged == 1 ? " sample gave no number." : " samples gave no number.");
}

std::string groupedCount(std::uint64_t count) {
    std::string text = std::to_string(count);
    for (int i = static_cast<int>(text.size()) - 3; i > 0; i -= 3)
        text.insert(static_cast<std::size_t>(i), ",");
    return text;
}

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

} // namespace assay
