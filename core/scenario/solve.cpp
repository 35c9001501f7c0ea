// The range is walked in even steps (of the logarithm where the model's scale says so); every change of sign is closed
// in by TOMS 748.
#include "core/scenario/solve.h"

#include "core/base/plain_arithmetic.h"
#include "core/scenario/replay.h"
#include "core/scenario/search_range.h"

#include <boost/math/tools/toms748_solve.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay {
namespace {

constexpr std::size_t steps = 32;              // a second root further away than a step is met
constexpr std::uintmax_t mostEvaluations = 60; // TOMS 748 needs about 10
/// Where the statistic jumps over the target there is no root; a hit is this near, relative to what can be reached.
constexpr double nearEnough = 1e-6;

/// The statistic less the target as a function of the held value.
class Miss {
public:
    Miss(const Replay& replay, std::size_t input, std::size_t formula, const Unit& unit, const SolveQuestion& question,
         const std::stop_token& stop)
        : m_replay(replay),
          m_input(input),
          m_formula(formula),
          m_unit(unit),
          m_question(question),
          m_stop(stop) {}

    double operator()(double value) const {
        if (m_stop.stop_requested())
            return 0; // ends the search at once; the answer is not used
        const Held held{m_input, value};
        const std::vector<Column> columns = replayed(m_replay, std::span(&held, 1), std::span(&m_formula, 1), m_stop);
        return statisticOf(m_question.statistic, *columns.front(), m_unit) - m_question.target;
    }

private:
    const Replay& m_replay;
    std::size_t m_input;
    std::size_t m_formula;
    const Unit& m_unit;
    const SolveQuestion& m_question;
    const std::stop_token& m_stop;
};

struct Met {
    double value = 0; ///< held value, base units
    double miss = 0;
};

/// The root between two points where the signs differ; none where the statistic jumps over the target.
std::optional<double> rootBetween(const Miss& miss, const Met& from, const Met& to, double tolerance) {
    std::uintmax_t evaluations = mostEvaluations;
    const auto close = [](double a, double b) { return std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b)); };
    const std::pair<double, double> ends =
        boost::math::tools::toms748_solve(miss, from.value, to.value, from.miss, to.miss, close, evaluations);
    const double low = std::abs(miss(ends.first)), high = std::abs(miss(ends.second));
    if (!(std::min(low, high) <= tolerance))
        return std::nullopt;
    return low <= high ? ends.first : ends.second;
}

/// Every root that the steps tell of, ascending.
std::vector<double> rootsOf(const Miss& miss, const std::vector<Met>& walk, double tolerance) {
    std::vector<double> roots;
    for (std::size_t i = 0; i < walk.size(); ++i) {
        const bool wasRoot = i > 0 && walk[i - 1].miss == 0;
        if (walk[i].miss == 0 && !wasRoot) // of a flat stretch on the target its beginning
            roots.push_back(walk[i].value);
        if (i > 0 && walk[i - 1].miss * walk[i].miss < 0)
            if (const std::optional<double> root = rootBetween(miss, walk[i - 1], walk[i], tolerance))
                roots.push_back(*root);
    }
    return roots;
}

/// Which formula the output is, among the model's outputs. Error: outputUnknown.
Result<std::size_t> outputPlace(const Model& model, const CompiledModel& compiled, const VariableId& output) {
    const auto found = std::find(model.outputs.begin(), model.outputs.end(), output);
    if (found == model.outputs.end())
        return Error(ErrorCode::outputUnknown, model.id.value, {output.value});
    return compiled.outputs[static_cast<std::size_t>(found - model.outputs.begin())];
}

/// The walk without the points where the statistic has no value, which no root can be told from.
std::vector<Met> walkAlong(const Search& search, const Miss& miss) {
    std::vector<Met> walk;
    for (std::size_t step = 0; step <= steps; ++step) {
        const double value = pointOf(search, static_cast<double>(step) / static_cast<double>(steps));
        if (const double missed = miss(value); missed == missed)
            walk.push_back({value, missed});
    }
    return walk;
}

void addRoots(Solution& solution, std::vector<double> roots, double middle, const Unit& unit) {
    if (roots.empty())
        return;
    const auto nearest = std::min_element(roots.begin(), roots.end(), [middle](double a, double b) {
        return std::abs(a - middle) < std::abs(b - middle);
    });
    solution.value = fromBase(*nearest, unit);
    roots.erase(nearest);
    for (const double root : roots)
        solution.others.push_back(fromBase(root, unit));
}

/// The solution but for its units' texts.
Solution answer(const SolveQuestion& question, const Search& search, const Miss& miss, const Unit& inputUnit) {
    Solution solution;
    solution.input = question.input;
    solution.looked = {fromBase(search.range.low, inputUnit), fromBase(search.range.high, inputUnit)};
    const std::vector<Met> walk = walkAlong(search, miss);
    if (walk.empty())
        return solution;
    const auto [least, most] =
        std::minmax_element(walk.begin(), walk.end(), [](const Met& a, const Met& b) { return a.miss < b.miss; });
    solution.reachable = {least->miss + question.target, most->miss + question.target};
    const double span = solution.reachable.high - solution.reachable.low;
    addRoots(solution, rootsOf(miss, walk, nearEnough * span), search.middle, inputUnit);
    return solution;
}

} // namespace

Result<Solution> solve(const Model& model, const Scenario& scenario, const SolveQuestion& question,
                       const RunOptions& options, std::span<const RunPtr> upstream, const std::stop_token& stop) {
    const ModelInput* input = findInput(model, question.input);
    if (input == nullptr)
        return Error(ErrorCode::inputUnknown, scenario.id.value, {question.input.value});
    const PlainArithmetic plain;
    Result<Prepared> prepared = prepare(model, scenario, upstream, stop, options.progress);
    if (!prepared)
        return prepared.error();
    const auto place = static_cast<std::size_t>(input - model.inputs.data());
    const BoundInput bound = prepared->binding.inputs[place];
    const Result<std::size_t> formula = outputPlace(model, prepared->compiled, question.output);
    if (!formula)
        return formula.error();
    const Result<Search> search = searchOf(*input, bound);
    if (!search)
        return search.error();
    const std::string chip = prepared->binding.chip;
    const Result<Replay> replay =
        makeReplay(std::move(*prepared), model, scenario.id, options, std::span(&place, 1), stop);
    if (!replay)
        return replay.error();
    const Unit outputUnit = parseUnit(model.formulas[*formula].unit).value();
    const Miss miss(*replay, place, *formula, outputUnit, question, stop);
    Solution solution = answer(question, *search, miss, parseUnit(input->unit).value());
    solution.unit = bound.unit;
    solution.reachableUnit = bindChip(model.formulas[*formula].unit, chip);
    if (stop.stop_requested())
        return Error(ErrorCode::cancelled, scenario.id.value);
    return solution;
}

} // namespace assay
