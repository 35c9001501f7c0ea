// Outer runs over the intervals with the inner draws held: common random numbers, so that the bounds are smooth.
#include "core/scenario/bands.h"

#include "core/dist/elementary.h"
#include "core/scenario/monotone.h"
#include "core/scenario/replay.h"
#include "core/scenario/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {
namespace {

constexpr std::array<double, 5> shares{0.05, 0.25, 0.5, 0.75, 0.95};

struct Ends {
    double low = 0;
    double high = 0;
};

Ends endsOf(const Binding& binding, std::size_t input) {
    const auto& interval = std::get<Interval>(binding.inputs[input].distribution.shape);
    return {interval.low, interval.high};
}

/// The samples that are no NaN, sorted in parts that a stop can come between. Empty when stop is requested.
std::vector<double> ascendingValues(std::span<const double> samples, const std::stop_token& stop) {
    constexpr std::size_t part = std::size_t{1} << 16; // some 5 ms of sorting
    std::vector<double> kept;
    kept.reserve(samples.size());
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(kept), [](double v) { return v == v; });
    const auto at = [&kept](std::size_t place) {
        return kept.begin() + static_cast<std::ptrdiff_t>(std::min(place, kept.size()));
    };
    for (std::size_t first = 0; first < kept.size() && !stop.stop_requested(); first += part)
        std::sort(at(first), at(first + part));
    for (std::size_t sorted = part; sorted < kept.size(); sorted *= 2)
        for (std::size_t first = 0; first + sorted < kept.size() && !stop.stop_requested(); first += 2 * sorted)
            std::inplace_merge(at(first), at(first + sorted), at(first + 2 * sorted));
    return stop.stop_requested() ? std::vector<double>() : kept;
}

void include(ValueRange& range, double value) {
    range.low = std::min(range.low, value);
    range.high = std::max(range.high, value);
}

Band emptyBand() {
    const ValueRange none{elementary::infinity, -elementary::infinity};
    Band band{none, none, none, none, none, none, none, {}, {}, false, {}};
    band.lowest.assign(bandQuantiles, elementary::infinity);
    band.highest.assign(bandQuantiles, -elementary::infinity);
    return band;
}

/// Widens the band by one outer run's column.
void include(Band& band, std::span<const double> samples, const Unit& unit, const std::stop_token& stop) {
    const std::vector<double> ascending = ascendingValues(samples, stop);
    if (ascending.empty())
        return;
    const Moments moments = momentsOf(samples);
    include(band.mean, fromBase(moments.mean, unit));
    include(band.sd, fromBase(moments.sd, unit));
    const std::array<ValueRange*, 5> ranges{&band.p5, &band.p25, &band.p50, &band.p75, &band.p95};
    for (std::size_t i = 0; i < shares.size(); ++i)
        include(*ranges[i], fromBase(percentile(ascending, shares[i]), unit));
    for (std::size_t i = 0; i < bandQuantiles; ++i) {
        const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(bandQuantiles);
        const double value = fromBase(percentile(ascending, share), unit);
        band.lowest[i] = std::min(band.lowest[i], value);
        band.highest[i] = std::max(band.highest[i], value);
    }
}

/// Trends of every formula in every interval.
using Trends = std::vector<std::vector<Trend>>;

/// The intervals held at the ends where the formula is least, or most.
std::vector<Held> corner(const Binding& binding, std::span<const std::size_t> intervals, const Trends& trends,
                         std::size_t formula, Trend towards) {
    std::vector<Held> held;
    for (std::size_t k = 0; k < intervals.size(); ++k) {
        const Ends ends = endsOf(binding, intervals[k]);
        const Trend trend = trends[k][formula] == Trend::none ? Trend::rises : trends[k][formula];
        held.push_back({intervals[k], trend == towards ? ends.high : ends.low});
    }
    return held;
}

/// Evenly over the intervals, ends included: 64 points on one, 8 by 8 on two.
std::vector<std::vector<Held>> outerGrid(const Binding& binding, std::span<const std::size_t> intervals) {
    const std::size_t side = intervals.size() == 1 ? outerPoints : 8;
    std::vector<std::vector<Held>> grid{{}};
    for (const std::size_t input : intervals) {
        const Ends ends = endsOf(binding, input);
        std::vector<std::vector<Held>> finer;
        for (const std::vector<Held>& point : grid)
            for (std::size_t i = 0; i < side; ++i) {
                const double part = static_cast<double>(i) / static_cast<double>(side - 1);
                finer.push_back(point);
                finer.back().push_back({input, i + 1 == side ? ends.high : ends.low + (ends.high - ends.low) * part});
            }
        grid = std::move(finer);
    }
    return grid;
}

class Banding {
public:
    Banding(Run& run, const Prepared& prepared, const std::vector<Column>& inputs,
            std::span<const std::size_t> intervals, int threads, const std::stop_token& stop)
        : m_run(run),
          m_binding(prepared.binding),
          m_intervals(intervals),
          m_formulas(prepared.compiled.outputs),
          m_replay{prepared, inputs, run.samples, threads},
          m_stop(stop) {
        m_replay.prepared.tables.assign(m_replay.prepared.tables.size(), nullptr);
        m_replay.prepared.correlated = Correlated{};
        for (const std::size_t input : intervals)
            m_trends.push_back(trendsOf(prepared.compiled, prepared.binding, input));
    }

    void addAll() {
        std::vector<std::size_t> sampled;
        for (std::size_t i = 0; i < m_formulas.size(); ++i) {
            m_run.outputs[i].band = emptyBand();
            if (isMonotone(m_formulas[i]))
                addExact(i);
            else
                sampled.push_back(i);
        }
        m_replay.samples = std::min(m_replay.samples, innerSamples);
        if (!sampled.empty())
            addSampled(sampled);
        for (std::size_t k = 0; k < m_intervals.size(); ++k)
            addEffects(k);
    }

private:
    Unit unitOf(std::size_t output) const { return parseUnit(m_run.outputs[output].unit).value(); }

    bool isMonotone(std::size_t formula) const {
        return std::all_of(m_trends.begin(), m_trends.end(),
                           [formula](const std::vector<Trend>& one) { return one[formula] != Trend::unknown; });
    }

    void addExact(std::size_t output) {
        Band& band = *m_run.outputs[output].band;
        band.isExact = true;
        const std::size_t formula = m_formulas[output];
        for (const Trend towards : {Trend::falls, Trend::rises}) {
            const std::vector<Held> held = corner(m_binding, m_intervals, m_trends, formula, towards);
            const std::vector<Column> columns = replayed(m_replay, held, std::span(&formula, 1), m_stop);
            if (m_stop.stop_requested())
                return;
            include(band, *columns.front(), unitOf(output), m_stop);
        }
    }

    void addSampled(const std::vector<std::size_t>& outputs) {
        std::vector<std::size_t> formulas;
        for (const std::size_t output : outputs)
            formulas.push_back(m_formulas[output]);
        for (const std::vector<Held>& point : outerGrid(m_binding, m_intervals)) {
            const std::vector<Column> columns = replayed(m_replay, point, formulas, m_stop);
            if (m_stop.stop_requested())
                return;
            for (std::size_t i = 0; i < outputs.size(); ++i)
                include(*m_run.outputs[outputs[i]].band, *columns[i], unitOf(outputs[i]), m_stop);
        }
    }

    void addEffects(std::size_t k) {
        const std::size_t input = m_intervals[k];
        const Ends ends = endsOf(m_binding, input);
        const InputSummary& summary = m_run.inputs[input];
        const Held low{input, ends.low}, high{input, ends.high};
        const std::vector<Column> atLow = replayed(m_replay, std::span(&low, 1), m_formulas, m_stop);
        const std::vector<Column> atHigh = replayed(m_replay, std::span(&high, 1), m_formulas, m_stop);
        if (m_stop.stop_requested())
            return;
        for (std::size_t i = 0; i < m_formulas.size(); ++i) {
            const auto median = [&](const Column& column) {
                return fromBase(percentile(ascendingValues(*column, m_stop), 0.5), unitOf(i));
            };
            m_run.outputs[i].band->effects.push_back(
                {summary.id, summary.interval.value_or(ValueRange{}), {median(atLow[i]), median(atHigh[i])}});
        }
    }

    Run& m_run;
    const Binding& m_binding;
    std::span<const std::size_t> m_intervals;
    std::vector<std::size_t> m_formulas; ///< per output
    Replay m_replay;
    const std::stop_token& m_stop;
    Trends m_trends;
};

/// Share of a curve's quantiles above a value.
double shareAbove(const std::vector<double>& quantiles, double threshold) {
    const auto above = quantiles.end() - std::upper_bound(quantiles.begin(), quantiles.end(), threshold);
    return static_cast<double>(above) / static_cast<double>(quantiles.size());
}

} // namespace

Result<std::vector<std::size_t>> intervalInputs(const Binding& binding, const ScenarioId& scenario) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < binding.inputs.size(); ++i)
        if (std::holds_alternative<Interval>(binding.inputs[i].distribution.shape)
            && binding.inputs[i].samples == nullptr)
            found.push_back(i);
    if (found.size() > mostIntervals)
        return Error(ErrorCode::tooManyIntervals, scenario.value,
                     {std::to_string(found.size()), std::to_string(mostIntervals)});
    return found;
}

void addBands(Run& run, const Prepared& prepared, const std::vector<Column>& inputs,
              std::span<const std::size_t> intervals, int threads, const std::stop_token& stop) {
    if (intervals.empty())
        return;
    for (const std::size_t input : intervals) {
        const Ends ends = endsOf(prepared.binding, input);
        const double scale = run.inputs[input].unitScale;
        run.inputs[input].interval = ValueRange{ends.low / scale, ends.high / scale};
    }
    Banding(run, prepared, inputs, intervals, threads, stop).addAll();
    std::string sampled;
    for (const OutputSummary& output : run.outputs)
        if (output.band && !output.band->isExact)
            sampled += (sampled.empty() ? "" : ", ") + output.id.value;
    if (!sampled.empty())
        run.warnings.push_back({"band-sampled", {sampled, std::to_string(outerPoints)}});
}

ValueRange exceedanceBand(const Band& band, double threshold) {
    return {shareAbove(band.lowest, threshold), shareAbove(band.highest, threshold)};
}

} // namespace assay
