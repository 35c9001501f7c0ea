// Steps of Hasofer and Lind with the merit function and step halving of P.-L. Liu and A. Der Kiureghian (1991,
// Structural Safety 9; the steps' convergence: Y. Zhang and A. Der Kiureghian 1995), from the origin and from points
// along every axis, so that a second, nearer branch of the surface is met.
#include "core/scenario/nearest_point.h"

#include "core/base/plain_arithmetic.h"
#include "core/dist/special.h"
#include "core/scenario/standard_space.h"
#include "core/units/read_quantity.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace assay {
namespace {

constexpr std::uint64_t reachSamples = 4096; // for the range that an error names
constexpr double furthest = 8;               // spreads: beyond P(1 - 6e-16) no number means anything
constexpr double nudge = 1e-4;               // of the differences that a gradient is made of
constexpr int mostSteps = 60;
constexpr int halvings = 10;
constexpr double startsAt = 2; ///< spreads along an axis

double lengthOf(const NormalPoint& point) {
    double squares = 0;
    for (const double z : point)
        squares += z * z;
    return std::sqrt(squares);
}

NormalPoint moved(const NormalPoint& point, const NormalPoint& step, double part) {
    NormalPoint next(point.size());
    for (std::size_t i = 0; i < point.size(); ++i)
        next[i] = std::clamp(point[i] + part * step[i], -furthest, furthest);
    return next;
}

/// How far the output is from the target: in logarithms where both are positive, which products are straight in.
class Limit {
public:
    Limit(const StandardSpace& space, double target) : m_space(space), m_target(target) {
        const NormalPoint origin(space.inputs().size());
        m_atOrigin = space.at(std::span(&origin, 1)).front();
        m_isLog = target > 0 && m_atOrigin > 0;
        m_scale = m_isLog ? 1 : std::max({std::abs(target), std::abs(m_atOrigin), 1e-300});
    }

    double atOrigin() const { return m_atOrigin; }

    std::vector<double> operator()(std::span<const NormalPoint> points) const {
        std::vector<double> values = m_space.at(points);
        for (double& value : values)
            value = m_isLog ? std::log(value) - std::log(m_target) : (value - m_target) / m_scale;
        return values;
    }
    double operator()(const NormalPoint& point) const { return (*this)(std::span(&point, 1)).front(); }

    NormalPoint gradient(const NormalPoint& point) const {
        std::vector<NormalPoint> points;
        for (std::size_t i = 0; i < point.size(); ++i)
            for (const double side : {-nudge, nudge}) {
                points.push_back(point);
                points.back()[i] += side;
            }
        const std::vector<double> values = (*this)(points);
        NormalPoint gradient(point.size());
        for (std::size_t i = 0; i < point.size(); ++i)
            gradient[i] = (values[2 * i + 1] - values[2 * i]) / (2 * nudge);
        return gradient;
    }

private:
    const StandardSpace& m_space;
    double m_target;
    double m_atOrigin = 0;
    bool m_isLog = false;
    double m_scale = 1;
};

/// The step to the nearest point of the plane that touches the surface here; empty on a flat place.
NormalPoint stepFrom(const NormalPoint& point, double miss, const NormalPoint& gradient) {
    const double steepness = lengthOf(gradient);
    if (!(steepness > 1e-12) || !std::isfinite(steepness))
        return {};
    double along = 0;
    for (std::size_t i = 0; i < point.size(); ++i)
        along += gradient[i] * point[i];
    NormalPoint step(point.size());
    for (std::size_t i = 0; i < point.size(); ++i)
        step[i] = (along - miss) / (steepness * steepness) * gradient[i] - point[i];
    return step;
}

/// The longest of halved steps that lowers the merit; none: the place is as good as it gets.
std::optional<NormalPoint> descended(const Limit& limit, const NormalPoint& point, double miss, const NormalPoint& step,
                                     double steepness) {
    const double weight = 2 * lengthOf(point) / steepness + 10;
    const auto merit = [&](const NormalPoint& at, double missed) {
        return 0.5 * lengthOf(at) * lengthOf(at) + weight * std::abs(missed);
    };
    std::vector<NormalPoint> tries;
    for (int i = 0; i < halvings; ++i)
        tries.push_back(moved(point, step, std::ldexp(1.0, -i)));
    const std::vector<double> misses = limit(tries);
    const double now = merit(point, miss);
    for (std::size_t i = 0; i < tries.size(); ++i)
        if (merit(tries[i], misses[i]) < now)
            return tries[i];
    return std::nullopt;
}

/// A point of the surface near the start; none: it was not reached.
std::optional<NormalPoint> searched(const Limit& limit, NormalPoint point, const std::stop_token& stop) {
    for (int i = 0; i < mostSteps && !stop.stop_requested(); ++i) {
        const double miss = limit(point);
        if (miss != miss)
            return std::nullopt;
        const NormalPoint gradient = limit.gradient(point);
        const NormalPoint step = stepFrom(point, miss, gradient);
        if (step.empty())
            break;
        if (std::abs(miss) < 1e-10 && lengthOf(step) < 1e-5)
            return point;
        const std::optional<NormalPoint> next = descended(limit, point, miss, step, lengthOf(gradient));
        if (!next)
            break;
        point = *next;
    }
    return std::abs(limit(point)) < 1e-6 ? std::optional(point) : std::nullopt;
}

std::vector<NormalPoint> startsOf(std::size_t inputs) {
    std::vector<NormalPoint> starts{NormalPoint(inputs)};
    for (std::size_t i = 0; i < inputs; ++i)
        for (const double side : {-startsAt, startsAt}) {
            starts.emplace_back(inputs);
            starts.back()[i] = side;
        }
    return starts;
}

std::optional<NormalPoint> nearest(const Limit& limit, std::size_t inputs, const std::stop_token& stop) {
    std::optional<NormalPoint> best;
    for (const NormalPoint& start : startsOf(inputs)) {
        const std::optional<NormalPoint> found = searched(limit, start, stop);
        if (found && (!best || lengthOf(*found) < lengthOf(*best)))
            best = found;
    }
    return best;
}

std::vector<MovedInput> movesOf(const StandardSpace& space, const Model& model, const Binding& binding,
                                const NormalPoint& independent) {
    const NormalPoint spreads = space.correlated(independent);
    const std::vector<double> from = space.valuesAt(NormalPoint(spreads.size())), to = space.valuesAt(spreads);
    std::vector<MovedInput> moves;
    for (std::size_t i = 0; i < spreads.size(); ++i) {
        const std::size_t place = space.inputs()[i];
        const Unit unit = parseUnit(binding.inputs[place].unit).value();
        moves.push_back(MovedInput{model.inputs[place].id, model.inputs[place].title, binding.inputs[place].unit,
                                   fromBase(from[i], unit), fromBase(to[i], unit), spreads[i], normalCdf(spreads[i])});
    }
    std::stable_sort(moves.begin(), moves.end(), [](const MovedInput& a, const MovedInput& b) {
        return std::abs(a.spreads) > std::abs(b.spreads);
    });
    return moves;
}

} // namespace

Result<NearestPoint> nearestPoint(const Model& model, const Scenario& scenario, const VariableId& output, double target,
                                  const RunOptions& options, std::span<const RunPtr> upstream,
                                  const std::stop_token& stop) {
    const PlainArithmetic plain;
    const Result<Prepared> prepared = prepare(model, scenario, upstream, stop);
    if (!prepared)
        return prepared.error();
    const auto place = std::find(model.outputs.begin(), model.outputs.end(), output);
    if (place == model.outputs.end())
        return Error(ErrorCode::outputUnknown, scenario.id.value, {output.value});
    const std::size_t formula = prepared->compiled.outputs[static_cast<std::size_t>(place - model.outputs.begin())];
    RunOptions few = options;
    few.samples = std::min(options.samples, reachSamples);
    const Result<StandardSpace> space = StandardSpace::make(*prepared, model, scenario.id, formula, few, stop);
    if (!space)
        return space.error();
    const Unit unit = parseUnit(model.formulas[formula].unit).value();
    const Limit limit(*space, toBase(target, unit));
    const std::optional<NormalPoint> point = nearest(limit, space->inputs().size(), stop);
    if (stop.stop_requested())
        return Error(ErrorCode::cancelled, scenario.id.value);
    NearestPoint result{output,
                        model.formulas[formula].title,
                        bindChip(model.formulas[formula].unit, prepared->binding.chip),
                        fromBase(limit.atOrigin(), unit),
                        target,
                        0,
                        {},
                        {}};
    const auto words = [&](double value) { return writeQuantity(value, result.unit, 3); };
    if (!point)
        return Error(
            ErrorCode::targetOutOfReach, output.value,
            {words(target), words(fromBase(space->sampled().low, unit)), words(fromBase(space->sampled().high, unit))});
    result.distance = lengthOf(*point);
    result.inputs = movesOf(*space, model, prepared->binding, *point);
    for (std::size_t i = 0; i < model.inputs.size(); ++i)
        if (std::holds_alternative<Interval>(prepared->binding.inputs[i].distribution.shape)
            && prepared->binding.inputs[i].fixed)
            result.held.push_back(model.inputs[i].id);
    return result;
}

} // namespace assay
