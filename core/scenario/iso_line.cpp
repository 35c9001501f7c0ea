// A grid of the statistic, and marching squares over it (W. Lorensen and H. Cline 1987 in two dimensions), interpolated
// on the axes' own scales and, where everything is positive, in the statistic's logarithm: products are straight then.
#include "core/scenario/iso_line.h"

#include "core/base/plain_arithmetic.h"
#include "core/scenario/parallel.h"
#include "core/scenario/replay.h"
#include "core/scenario/search_range.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace assay {
namespace {

constexpr int side = isoSteps + 1;

using Place = std::array<double, 2>; ///< 0..1 along each search

/// The miss at every node, row by row from the low end of the second input.
struct Grid {
    std::vector<double> values;
    double at(int x, int y) const { return values[static_cast<std::size_t>(y * side + x)]; }
};

/// An edge of the grid by the node it begins at; along 0: to the right, 1: upwards.
struct Edge {
    int x = 0, y = 0, along = 0;
    auto operator<=>(const Edge&) const = default;
};

class Lines {
public:
    explicit Lines(const Grid& grid) : m_grid(grid) {
        for (int y = 0; y < isoSteps; ++y)
            for (int x = 0; x < isoSteps; ++x)
                addCell(x, y);
    }

    /// Pieces put together end to end.
    std::vector<std::vector<Place>> joined() {
        std::vector<std::vector<Place>> lines;
        while (!m_next.empty()) {
            const auto open =
                std::find_if(m_next.begin(), m_next.end(), [](const auto& each) { return each.second.size() == 1; });
            lines.push_back(walkFrom((open == m_next.end() ? m_next.begin() : open)->first));
        }
        return lines;
    }

private:
    static bool differ(double a, double b) { return a == a && b == b && (a < 0) != (b < 0); }

    void addCell(int x, int y) {
        std::vector<Edge> crossed;
        for (const auto& [edge, from, to] :
             {std::tuple(Edge{x, y, 0}, m_grid.at(x, y), m_grid.at(x + 1, y)),
              std::tuple(Edge{x + 1, y, 1}, m_grid.at(x + 1, y), m_grid.at(x + 1, y + 1)),
              std::tuple(Edge{x, y + 1, 0}, m_grid.at(x, y + 1), m_grid.at(x + 1, y + 1)),
              std::tuple(Edge{x, y, 1}, m_grid.at(x, y), m_grid.at(x, y + 1))})
            if (differ(from, to))
                crossed.push_back(edge);
        if (crossed.size() == 2)
            join(crossed[0], crossed[1]);
        if (crossed.size() != 4)
            return;
        // A saddle: the middle decides which corners belong together.
        const double middle = m_grid.at(x, y) + m_grid.at(x + 1, y) + m_grid.at(x, y + 1) + m_grid.at(x + 1, y + 1);
        const bool alike = (middle < 0) == (m_grid.at(x, y) < 0);
        join(crossed[0], crossed[alike ? 1 : 3]);
        join(crossed[2], crossed[alike ? 3 : 1]);
    }

    void join(const Edge& a, const Edge& b) {
        m_next[a].push_back(b);
        m_next[b].push_back(a);
    }

    Place placeOf(const Edge& edge) const {
        const double from = m_grid.at(edge.x, edge.y);
        const double to = m_grid.at(edge.x + (edge.along == 0 ? 1 : 0), edge.y + (edge.along == 0 ? 0 : 1));
        Place place{static_cast<double>(edge.x), static_cast<double>(edge.y)};
        place[static_cast<std::size_t>(edge.along)] += from / (from - to);
        return {place[0] / isoSteps, place[1] / isoSteps};
    }

    std::vector<Place> walkFrom(Edge at) {
        std::vector<Place> line{placeOf(at)};
        for (auto here = m_next.find(at); here != m_next.end() && !here->second.empty(); here = m_next.find(at)) {
            const Edge next = here->second.back();
            forget(at, next);
            forget(next, at);
            at = next;
            line.push_back(placeOf(at));
        }
        m_next.erase(at);
        return line;
    }

    void forget(const Edge& edge, const Edge& neighbour) {
        const auto found = m_next.find(edge);
        if (found == m_next.end())
            return;
        std::erase(found->second, neighbour);
        if (found->second.empty())
            m_next.erase(found);
    }

    const Grid& m_grid;
    std::map<Edge, std::vector<Edge>> m_next;
};

/// Everything that a point of the grid needs.
struct Setting {
    std::array<std::size_t, 2> places{};
    std::array<Search, 2> searches;
    std::size_t formula = 0;
    Unit unit;
    Statistic statistic = Statistic::p50;
};

double statisticAt(const Replay& replay, const Setting& setting, const std::array<double, 2>& values,
                   const std::stop_token& stop) {
    const std::array<Held, 2> held{Held{setting.places[0], values[0]}, Held{setting.places[1], values[1]}};
    const Column column = replayed(replay, held, std::span(&setting.formula, 1), stop).front();
    return stop.stop_requested() ? 0 : statisticOf(setting.statistic, *column, setting.unit);
}

Grid statistics(Replay replay, const Setting& setting, const std::stop_token& stop) {
    Grid grid{std::vector<double>(static_cast<std::size_t>(side * side))};
    const int threads = threadCount(replay.threads, grid.values.size());
    replay.threads = 1; // points are the tasks
    const auto one = [&](std::size_t task, std::size_t) {
        const auto x = static_cast<double>(task % side), y = static_cast<double>(task / side);
        grid.values[task] =
            statisticAt(replay, setting,
                        {pointOf(setting.searches[0], x / isoSteps), pointOf(setting.searches[1], y / isoSteps)}, stop);
    };
    runTasks(grid.values.size(), threads, stop, one, {});
    return grid;
}

ValueRange rangeOf(const std::vector<double>& values) {
    ValueRange range{INFINITY, -INFINITY};
    for (const double value : values)
        if (value == value)
            range = {std::min(range.low, value), std::max(range.high, value)};
    return range;
}

/// The statistic less the target; their ratio's logarithm where all are positive.
Grid misses(Grid grid, double target, const ValueRange& range) {
    const bool isLog = range.low > 0 && target > 0;
    for (double& value : grid.values) {
        value = isLog ? std::log(value / target) : value - target;
        if (value == 0)
            value = 1e-300; // a node on the line counts as above it
    }
    return grid;
}

IsoAxis axisOf(const ModelInput& input, const BoundInput& bound, const Search& search) {
    const Unit unit = parseUnit(bound.unit).value();
    return {input.id,     input.title,
            bound.unit,   {fromBase(search.range.low, unit), fromBase(search.range.high, unit)},
            search.scale, fromBase(search.middle, unit)};
}

/// Where to look, and for what. Errors: inputUnknown, outputUnknown, rangeUnknown, fieldValue.
Result<Setting> settingOf(const Model& model, const Scenario& scenario, const Prepared& prepared,
                          const IsoQuestion& question) {
    Setting setting;
    setting.statistic = question.statistic;
    if (question.inputs[0] == question.inputs[1])
        return Error(ErrorCode::fieldValue, scenario.id.value, {"inputs", question.inputs[0].value, "two inputs"});
    for (std::size_t i = 0; i < 2; ++i) {
        const ModelInput* input = findInput(model, question.inputs[i]);
        if (input == nullptr)
            return Error(ErrorCode::inputUnknown, scenario.id.value, {question.inputs[i].value});
        setting.places[i] = static_cast<std::size_t>(input - model.inputs.data());
        const Result<Search> search = searchOf(*input, prepared.binding.inputs[setting.places[i]]);
        if (!search)
            return search.error();
        setting.searches[i] = *search;
    }
    const auto output = std::find(model.outputs.begin(), model.outputs.end(), question.output);
    if (output == model.outputs.end())
        return Error(ErrorCode::outputUnknown, model.id.value, {question.output.value});
    setting.formula = prepared.compiled.outputs[static_cast<std::size_t>(output - model.outputs.begin())];
    setting.unit = parseUnit(model.formulas[setting.formula].unit).value();
    return setting;
}

} // namespace

Result<IsoLine> isoLine(const Model& model, const Scenario& scenario, const IsoQuestion& question,
                        const RunOptions& options, std::span<const RunPtr> upstream, const std::stop_token& stop) {
    const PlainArithmetic plain;
    Result<Prepared> prepared = prepare(model, scenario, upstream, stop);
    if (!prepared)
        return prepared.error();
    const Result<Setting> setting = settingOf(model, scenario, *prepared, question);
    if (!setting)
        return setting.error();
    const Formula& formula = model.formulas[setting->formula];
    IsoLine line{
        {}, formula.title, bindChip(formula.unit, prepared->binding.chip), question.statistic, question.target, 0, {},
        {}};
    for (std::size_t i = 0; i < 2; ++i) {
        const std::size_t place = setting->places[i];
        line.axes[i] = axisOf(model.inputs[place], prepared->binding.inputs[place], setting->searches[i]);
    }
    RunOptions few = options;
    few.samples = std::min(options.samples, isoSamples);
    const Result<Replay> replay = makeReplay(std::move(*prepared), model, scenario.id, few, setting->places, stop);
    if (!replay)
        return replay.error();
    const Grid grid = statistics(*replay, *setting, stop);
    line.now = statisticAt(*replay, *setting, {setting->searches[0].middle, setting->searches[1].middle}, stop);
    if (stop.stop_requested())
        return Error(ErrorCode::cancelled, scenario.id.value);
    line.reachable = rangeOf(grid.values);
    const Grid missed = misses(grid, question.target, line.reachable);
    const std::array<Unit, 2> units{parseUnit(line.axes[0].unit).value(), parseUnit(line.axes[1].unit).value()};
    for (const std::vector<Place>& piece : Lines(missed).joined()) {
        line.pieces.emplace_back();
        for (const Place& place : piece)
            line.pieces.back().push_back({fromBase(pointOf(setting->searches[0], place[0]), units[0]),
                                          fromBase(pointOf(setting->searches[1], place[1]), units[1])});
    }
    return line;
}

} // namespace assay
