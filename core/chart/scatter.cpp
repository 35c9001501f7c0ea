// Input against output: all samples counted in cells, with the mean of the output along the input.
#include "core/chart/brush.h"
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/format.h"
#include "core/scenario/condition.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

constexpr int cellsAcross = 72;
constexpr int cellsUp = 45;
constexpr std::size_t meanBins = 24;

struct ScatterParts {
    const Scenario* scenario = nullptr;
    const Run* run = nullptr;
    const OutputSummary* output = nullptr;
    const InputSummary* input = nullptr;
    const Sensitivity* sensitivity = nullptr;
};

ScatterParts partsOf(const ChartContext& context, const Scenario& scenario) {
    ScatterParts parts{&scenario, runOf(context, scenario.id)};
    parts.output = parts.run ? primaryOutput(context, *parts.run) : nullptr;
    if (!parts.output || !parts.output->samples || !(parts.output->p5 < parts.output->p95))
        return {};
    for (const Sensitivity& s : parts.output->sensitivity)
        for (const InputSummary& input : parts.run->inputs) {
            const bool wanted =
                context.input
                    ? input.id == *context.input
                    : !parts.sensitivity || std::abs(s.rankCorrelation) > std::abs(parts.sensitivity->rankCorrelation);
            if (input.id == s.input && wanted && input.samples && input.p5 < input.p95) {
                parts.input = &input;
                parts.sensitivity = &s;
            }
        }
    return parts.input ? parts : ScatterParts{};
}

struct Pair {
    double x = 0;
    double y = 0;
};

std::vector<Pair> pairsOf(const ScatterParts& parts) {
    const Samples& xs = *parts.input->samples;
    const Samples& ys = *parts.output->samples;
    std::vector<Pair> pairs;
    pairs.reserve(std::min(xs.size(), ys.size()));
    for (std::size_t i = 0; i < std::min(xs.size(), ys.size()); ++i)
        if (std::isfinite(xs[i]) && std::isfinite(ys[i]))
            pairs.push_back({xs[i] / parts.input->unitScale, ys[i] / parts.output->unitScale});
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.x < b.x; });
    return pairs;
}

/// Axis over the middle 99.8 % of values: the last few would leave most of the plot empty. They are counted in a note.
Axis axisOver(std::vector<double> values, const std::string& title, const std::string& unit) {
    std::sort(values.begin(), values.end());
    const double low = sortedQuantile(values, 0.001);
    const double high = sortedQuantile(values, 0.999);
    const AxisKind kind = axisKindFor(low, high);
    const Range range = niceRange(kind, low, high);
    const std::string words = unitWords(unit);
    return {kind,
            title + (words.empty() || words == title ? "" : ", " + words)
                + (kind == AxisKind::log ? ", log scale" : ""),
            unit,
            range.low,
            range.high,
            {}};
}

double shareAlong(const Axis& axis, double value) {
    if (axis.kind == AxisKind::log)
        return value > 0 ? std::log(value / axis.low) / std::log(axis.high / axis.low) : -1;
    return (value - axis.low) / (axis.high - axis.low);
}

void addCells(ChartSpec& spec, const std::vector<Pair>& pairs) {
    std::vector<double> counts(static_cast<std::size_t>(cellsAcross) * cellsUp, 0.0);
    std::size_t beyond = 0;
    for (const Pair& pair : pairs) {
        const double x = shareAlong(spec.x, pair.x);
        const double y = 1 - shareAlong(spec.y, pair.y);
        if (x >= 0 && x < 1 && y >= 0 && y < 1)
            counts[static_cast<std::size_t>(y * cellsUp) * cellsAcross + static_cast<std::size_t>(x * cellsAcross)] +=
                1;
        else
            ++beyond;
    }
    if (beyond > 0)
        spec.notes.push_back(groupedCount(beyond) + " of " + groupedCount(pairs.size())
                             + " samples lie beyond the axes.");
    const double most = *std::max_element(counts.begin(), counts.end());
    spec.ramp = RampKey{"Samples in a cell", {}, 1, niceLogRange(1, std::max(2.0, most)).high};
    for (double& count : counts)
        count = count > 0 ? 0.08 + 0.92 * std::log(count) / std::log(spec.ramp->high) : std::nan("");
    spec.marks.push_back(
        HeatField{{spec.x.low, spec.y.high}, {spec.x.high, spec.y.low}, cellsAcross, cellsUp, std::move(counts)});
}

/// Means of the output in bins of equal count: the bins behind the first-order index.
void addMeans(ChartSpec& spec, const std::vector<Pair>& pairs, const MarkIds& ids) {
    Curve curve{{}, {InkRole::claim}, 2.6, Dash::solid, -1};
    const std::size_t bins = std::min(meanBins, pairs.size());
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const std::size_t from = bin * pairs.size() / bins;
        const std::size_t to = (bin + 1) * pairs.size() / bins;
        double sum = 0;
        for (std::size_t i = from; i < to; ++i)
            sum += pairs[i].y;
        const Point mean{pairs[(from + to) / 2].x, sum / static_cast<double>(to - from)};
        curve.points.push_back(mean);
        Datum datum;
        datum.at = mean;
        datum.tip = "Mean " + tickQuantity(mean.y, spec.y.unit, 3) + "\nwith the input from "
                    + tickQuantity(pairs[from].x, spec.x.unit, 3) + " to "
                    + tickQuantity(pairs[to - 1].x, spec.x.unit, 3);
        datum.ids = ids;
        datum.cells = {{tickQuantity(pairs[from].x, spec.x.unit, 4), pairs[from].x},
                       {tickQuantity(pairs[to - 1].x, spec.x.unit, 4), pairs[to - 1].x},
                       {tickQuantity(mean.y, spec.y.unit, 4), mean.y},
                       {std::to_string(to - from), static_cast<double>(to - from)}};
        spec.marks.push_back(
            Dot{mean, {InkRole::claim}, 5, Shape::circle, Fill::solid, static_cast<int>(spec.data.size())});
        spec.data.push_back(std::move(datum));
    }
    spec.marks.push_back(std::move(curve));
    spec.key.push_back({{InkRole::claim}, Fill::solid, Shape::circle, "mean of the outcome along the input"});
}

/// The input's values (ascending) with the outcome in the range.
std::vector<double> inputsGiven(const std::vector<Pair>& pairs, const ValueRange& outcome) {
    std::vector<double> inputs;
    for (const Pair& pair : pairs)
        if (pair.y >= outcome.low && pair.y <= outcome.high)
            inputs.push_back(pair.x);
    return inputs;
}

/// How the input shifts when the outcome lies in the brushed range: interval and median at the foot of the plot, and a
/// note with the number of samples behind it, all of weight one.
void addGiven(ChartSpec& spec, const std::vector<Pair>& pairs, const InputSummary& input, const MarkIds& ids) {
    const ValueRange& range = *spec.brush->range;
    const std::vector<double> given = inputsGiven(pairs, range);
    const std::string outcome =
        tickQuantity(range.low, spec.y.unit, 3) + " to " + tickQuantity(range.high, spec.y.unit, 3);
    const std::string count = groupedCount(given.size()) + " effective samples";
    if (static_cast<double>(given.size()) < leastEffectiveSamples) {
        spec.notes.insert(spec.notes.begin(), "With the outcome from " + outcome + " only " + count
                                                  + " are left: too few to say how the input shifts.");
        return;
    }
    const double p5 = sortedQuantile(given, 0.05), p50 = sortedQuantile(given, 0.5), p95 = sortedQuantile(given, 0.95);
    const int datum = static_cast<int>(spec.data.size());
    const double foot = spec.y.kind == AxisKind::log ? spec.y.low * std::pow(spec.y.high / spec.y.low, 0.03)
                                                     : spec.y.low + 0.03 * (spec.y.high - spec.y.low);
    spec.marks.push_back(
        Span{{p5, foot}, {p95, foot}, {InkRole::evidence}, 4, Cap::none, Dash::solid, Keep::always, datum});
    spec.marks.push_back(Dot{{p50, foot}, {InkRole::evidence}, 10, Shape::diamond, Fill::solid, datum});
    const std::string now = intervalText(p50, p5, p95, spec.x.unit);
    spec.marks.push_back(Label{
        {p95, foot}, Point{p5, foot}, now, {InkRole::text}, Side::right, LabelStyle::pill, Keep::label, 8, datum});
    const std::string sentence = "With the outcome from " + outcome + " the input is " + now + " instead of "
                                 + intervalText(input.p50, input.p5, input.p95, spec.x.unit);
    spec.notes.insert(spec.notes.begin(), sentence + " (" + count + ").");
    Datum row;
    row.at = {p50, foot};
    row.tip = sentence + "\n" + count;
    row.ids = ids;
    row.cells = {{"P5 " + tickQuantity(p5, spec.x.unit, 4), p5},
                 {"P95 " + tickQuantity(p95, spec.x.unit, 4), p95},
                 {"outcome " + outcome, {}},
                 {groupedCount(given.size()), static_cast<double>(given.size())}};
    spec.data.push_back(std::move(row));
}

ChartSpec buildFrom(const ChartContext& context, const ScatterParts& parts) {
    ChartSpec spec;
    spec.chart = "scatter";
    const std::vector<Pair> pairs = pairsOf(parts);
    std::vector<double> xs;
    std::vector<double> ys;
    for (const Pair& pair : pairs) {
        xs.push_back(pair.x);
        ys.push_back(pair.y);
    }
    const std::string inputTitle = shortName(parts.input->title, parts.input->id.value);
    const std::string outputTitle = shortName(parts.output->title, parts.output->id.value);
    spec.x = heldX(context, axisOver(std::move(xs), inputTitle, parts.input->unit));
    spec.y = heldY(context, axisOver(std::move(ys), outputTitle, parts.output->unit));
    spec.x.quantity = parts.input->id.value;
    spec.y.quantity = quantityOf(context, parts.output->id);
    spec.columns = {"Input from", "Input to", "Mean of " + outputTitle, "Samples"};
    addCells(spec, pairs);
    if (const std::string note = flaggedNote(parts.output->flagged); !note.empty())
        spec.notes.push_back(note);
    const MarkIds ids{parts.scenario->id, parts.input->id, parts.output->id,
                      claimsBehind(*parts.scenario, parts.input->id)};
    addBrush(spec, Along::y, rangeOn(spec.y, context.range), spec.y.unit);
    addMeans(spec, pairs, ids);
    if (spec.brush->range)
        addGiven(spec, pairs, *parts.input, ids);
    const double rank = parts.sensitivity->rankCorrelation;
    const std::string direction = rank > 0 ? "rises" : "falls";
    spec.title = std::abs(rank) < 0.1 ? outputTitle + " hardly depends on: " + inputTitle
                                      : outputTitle + " " + direction + " with: " + inputTitle + " (rank correlation "
                                            + tickQuantity(rank, {}, 2) + ")";
    spec.subtitle = shortName(parts.scenario->title, parts.scenario->id.value) + ": all " + groupedCount(pairs.size())
                    + " samples. First-order index " + tickQuantity(parts.sensitivity->firstOrder, {}, 2);
    spec.footer = footerOf(context, std::vector<const Run*>{parts.run}, claimsBehind(*parts.scenario, parts.input->id));
    spec.summary = spec.title + ".";
    spec.altText = spec.summary + " Cells count samples; a line gives the mean of the outcome along the input.";
    return spec;
}

} // namespace

bool scatterFits(const ChartContext& context, const Scenario& scenario) {
    return partsOf(context, scenario).input != nullptr;
}

Result<ChartSpec> buildScatter(const ChartContext& context) {
    for (const Row<Scenario>& scenario : context.scenarios)
        if (!context.scenario || scenario->id == *context.scenario)
            if (const ScatterParts parts = partsOf(context, *scenario); parts.input && !pairsOf(parts).empty())
                return buildFrom(context, parts);
    return Error(ErrorCode::chartEmpty, "scatter", {"an input with a range that the result depends on"});
}

} // namespace assay
