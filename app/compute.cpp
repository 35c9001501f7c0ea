// Settings, passes and thresholds of `assay compute`.
#include "app/compute.h"

#include "core/dist/distribution.h"
#include "core/scenario/bands.h"
#include "core/units/unit.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace assay {
namespace {

constexpr double nudge = 1.01; ///< a small move of a slider: the median by 1 %

Scenario withInput(Scenario scenario, const VariableId& input, const std::string& text) {
    const ScenarioInput changed{input, text, Basis{BasisKind::assumption, {}, {}, "set on the command line"}};
    const auto found = std::find_if(scenario.inputs.begin(), scenario.inputs.end(),
                                    [&input](const ScenarioInput& candidate) { return candidate.input == input; });
    if (found == scenario.inputs.end())
        scenario.inputs.push_back(changed);
    else
        *found = changed;
    return scenario;
}

std::string currentText(const Task& task, const ModelInput& input) {
    for (const ScenarioInput& own : task.scenario.inputs)
        if (own.input == input.id)
            return own.text;
    return input.defaultText;
}

/// The task with its first input moved a little; unchanged when that input's text offers no median to move.
Task nudged(const Task& task) {
    if (task.model.inputs.empty())
        return task;
    const ModelInput& input = task.model.inputs.front();
    const std::string text = currentText(task, input);
    const Result<InputValue> value = readInput(text, input.unit);
    const Result<Unit> unit =
        value ? parseUnit(value->unit.empty() ? input.unit : value->unit) : Result<Unit>(value.error());
    if (!unit)
        return task;
    const double median = quantile(value->distribution, 0.5) / unit->scale * nudge;
    const Result<std::string> moved =
        moveMedian(text, input.unit, median, -std::numeric_limits<double>::max(), std::numeric_limits<double>::max());
    return moved ? Task{task.model, withInput(task.scenario, input.id, *moved), task.purpose} : task;
}

struct Passes {
    std::vector<RunPtr> runs;  ///< of the first pass
    std::vector<double> times; ///< milliseconds, one a pass
    double median() const {
        std::vector<double> sorted = times;
        std::sort(sorted.begin(), sorted.end());
        const std::size_t middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
};

Result<Passes> passes(const Plan& plan, const ComputeRequest& request) {
    using Clock = std::chrono::steady_clock;
    RunOptions options = request.options;
    options.errors = Errors::skip;
    Passes result;
    for (std::uint64_t pass = 0; pass < request.repeat; ++pass) {
        const Clock::time_point start = Clock::now();
        Result<std::vector<RunPtr>> runs = runPlan(plan, options, request.samples);
        if (!runs)
            return runs.error();
        result.times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
        if (pass == 0)
            result.runs = std::move(*runs);
    }
    return result;
}

RunPtr withWarnings(Run run, const std::vector<Warning>& warnings) {
    run.warnings.insert(run.warnings.end(), warnings.begin(), warnings.end());
    return std::make_shared<const Run>(std::move(run));
}

/// A threshold such as "gpu_hours>3M" in the output's declared unit.
Result<Exceedance> exceedanceOf(const OutputSummary& output, const std::string& text) {
    const Result<InputValue> value = readInput(text, output.unit);
    if (!value)
        return value.error();
    const auto* fixed = std::get_if<Fixed>(&value->distribution.shape);
    if (!fixed)
        return Error(ErrorCode::usageValue, "assay compute", {"--exceed", text, "one number"});
    const double threshold = fixed->value / output.unitScale;
    Exceedance answer{output.id, threshold, exceedance(output, threshold), {}};
    if (output.band)
        answer.band = exceedanceBand(*output.band, threshold);
    return answer;
}

/// Adds one threshold's answer to every run that has the output. Error: outputUnknown when none has.
Result<> addThreshold(ComputeResult& result, const std::string& threshold) {
    const std::size_t sign = threshold.find('>');
    if (sign == std::string::npos)
        return Error(ErrorCode::usageValue, "assay compute",
                     {"--exceed", threshold, "OUTPUT>TEXT, such as 'gpu_hours>3M'"});
    const VariableId id{threshold.substr(0, sign)};
    bool found = false;
    for (std::size_t i = 0; i < result.runs.size(); ++i) {
        const OutputSummary* output = findOutput(*result.runs[i], id);
        if (!output)
            continue;
        found = true;
        const Result<Exceedance> answer = exceedanceOf(*output, threshold.substr(sign + 1));
        if (!answer)
            return answer.error();
        result.exceed[i].push_back(*answer);
    }
    if (!found)
        return Error(ErrorCode::outputUnknown, "the chosen scenarios", {id.value});
    return {};
}

std::vector<OutputChecks> checksOf(const Document& document, const Scenario& scenario, const Run& run) {
    std::vector<OutputChecks> checks;
    for (const OutputSummary& output : run.outputs) {
        OutputChecks one{output.id, checkNext(document, scenario, run, output.id)};
        std::erase_if(one.claims, [](const NextCheck& check) { return check.inputs.empty(); }); // taken as exact
        if (!one.claims.empty())
            checks.push_back(std::move(one));
    }
    return checks;
}

} // namespace

Result<Plan> withSettings(Plan plan, const std::vector<std::string>& settings) {
    for (const std::string& setting : settings) {
        const std::size_t equals = setting.find('=');
        if (equals == std::string::npos)
            return Error(ErrorCode::usageValue, "assay compute", {"--set", setting, "INPUT=TEXT, such as 'price=2.5'"});
        const VariableId input{setting.substr(0, equals)};
        bool found = false;
        for (Task& task : plan.tasks) {
            if (task.purpose != TaskPurpose::shown || !findInput(task.model, input))
                continue;
            task.scenario = withInput(task.scenario, input, setting.substr(equals + 1));
            found = true;
        }
        if (!found)
            return Error(ErrorCode::inputUnknown, "the chosen scenarios", {input.value});
    }
    return plan;
}

Result<ComputeResult> compute(const ComputeRequest& request) {
    Result<Passes> plain = passes(request.plan, request);
    if (!plain)
        return plain.error();
    ComputeResult result;
    result.runs = plain->runs;
    result.timing = {plain->times.front(), plain->median(), std::nullopt};
    if (request.repeat > 1) {
        Plan moved = request.plan;
        for (Task& task : moved.tasks)
            task = nudged(task);
        ComputeRequest dragging = request;
        dragging.options.previous = plain->runs; // as in the window: what the nudge does not reach stays
        const Result<Passes> dragged = passes(moved, dragging);
        if (!dragged)
            return dragged.error();
        result.timing.dragMedian = dragged->median();
    }
    if (request.options.errors != Errors::skip) {
        Result<std::vector<RunPtr>> withErrors = runPlan(request.plan, request.options, request.samples);
        if (!withErrors)
            return withErrors.error();
        result.runs = std::move(*withErrors);
    }
    const std::vector<Task> tasks = shownTasks(request.plan);
    for (std::size_t i = 0; i < result.runs.size(); ++i)
        result.checks.push_back(checksOf(request.document, tasks[i].scenario, *result.runs[i]));
    result.exceed.resize(result.runs.size());
    for (const std::string& threshold : request.thresholds)
        if (const Result<> added = addThreshold(result, threshold); !added)
            return added.error();
    Result<Answers> answers = answer(request.questions, request.plan, result.runs, request.options, request.document);
    if (!answers)
        return answers.error();
    result.answers = std::move(*answers);
    if (!result.answers.warnings.empty())
        result.runs.front() = withWarnings(*result.runs.front(), result.answers.warnings);
    return result;
}

} // namespace assay
