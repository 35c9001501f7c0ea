// Reads what is asked and hands it to core.
#include "app/answers.h"

#include "core/dist/distribution.h"
#include "core/units/read_quantity.h"

#include <algorithm>

namespace assay {
namespace {

const std::string place = "assay compute";

Error badTarget(const std::string& text) {
    return Error(ErrorCode::usageValue, place, {"--for", text, "OUTPUT:STAT=TEXT, such as 'rental_cost:p50=5.6M USD'"});
}

Result<SolveQuestion> solveQuestion(const AskedQuestions& questions, const Run& run) {
    const std::string& text = *questions.target;
    const std::size_t equals = text.find('='), colon = text.find(':');
    if (equals == std::string::npos || colon == std::string::npos || colon > equals)
        return badTarget(text);
    const std::optional<Statistic> statistic = statisticFromText(text.substr(colon + 1, equals - colon - 1));
    if (!statistic)
        return badTarget(text);
    const VariableId id{text.substr(0, colon)};
    const OutputSummary* output = findOutput(run, id);
    if (output == nullptr)
        return Error(ErrorCode::outputUnknown, run.scenario.value, {id.value});
    const Result<InputValue> value = readInput(text.substr(equals + 1), output->unit);
    if (!value)
        return value.error();
    const auto* fixed = std::get_if<Fixed>(&value->distribution.shape);
    if (fixed == nullptr)
        return Error(ErrorCode::usageValue, place, {"--for", text, "one number as the target"});
    return SolveQuestion{VariableId{*questions.solve}, id, *statistic, fixed->value / output->unitScale};
}

Result<Solution> solved(const AskedQuestions& questions, const Plan& plan, const Run& run, RunOptions options) {
    const Result<SolveQuestion> question = solveQuestion(questions, run);
    if (!question)
        return question.error();
    options.errors = Errors::skip;
    const Result<std::vector<RunPtr>> upstream = runUpstream(plan, options, run.samples);
    if (!upstream)
        return upstream.error();
    options.samples = run.samples;
    const Task task = shownTasks(plan).front();
    return solve(task.model, task.scenario, *question, options, *upstream);
}

void warnOfOthers(Answers& answers) {
    if (answers.solution->others.empty())
        return;
    std::string others;
    for (const double value : answers.solution->others)
        others += (others.empty() ? "" : ", ") + writeQuantity(value, answers.solution->unit);
    answers.warnings.push_back({"several-solutions", {answers.solution->input.value, others}});
}

std::vector<ClaimPlace> placesOf(const Document& document, const Plan& plan, const std::vector<RunPtr>& runs) {
    Rows<Scenario> scenarios;
    for (const Task& task : shownTasks(plan))
        scenarios.push_back(Row<Scenario>(task.scenario));
    return compareClaims(
        gatherEvidence(document.sources, document.speakers, document.attributes, document.claims, document.links),
        scenarios, runs);
}

} // namespace

Result<AskedQuestions> questionsOf(const Arguments& arguments, const Plan& plan) {
    AskedQuestions questions{arguments.value("--solve"), arguments.value("--for"), arguments.value("--given"),
                             arguments.has("--consistency") ? Asked::yes : Asked::no};
    if (questions.solve.has_value() != questions.target.has_value())
        return Error(ErrorCode::usageMissing, place,
                     {questions.solve ? "--for 'OUTPUT:STAT=TEXT' with --solve" : "--solve INPUT with --for"});
    if ((questions.solve || questions.given) && shownTasks(plan).size() != 1)
        return Error(ErrorCode::usageMissing, place, {"exactly one --scenario with --solve and --given"});
    if (questions.consistency == Asked::yes && arguments.operands.empty())
        return Error(ErrorCode::usageMissing, place, {"PROJECT with --consistency"});
    return questions;
}

Result<Answers> answer(const AskedQuestions& questions, const Plan& plan, const std::vector<RunPtr>& runs,
                       const RunOptions& options, const Document& document) {
    Answers answers;
    if (questions.solve) {
        Result<Solution> solution = solved(questions, plan, *runs.front(), options);
        if (!solution)
            return solution.error();
        answers.solution = std::move(*solution);
        warnOfOthers(answers);
    }
    if (questions.given) {
        const std::size_t equals = questions.given->find('=');
        if (equals == std::string::npos)
            return Error(ErrorCode::usageValue, place,
                         {"--given", *questions.given, "OUTPUT=TEXT, such as 'gpu_hours=2.5M to 3M'"});
        Result<Given> given = condition(*runs.front(), VariableId{questions.given->substr(0, equals)},
                                        questions.given->substr(equals + 1));
        if (!given)
            return given.error();
        answers.given = std::move(*given);
    }
    if (questions.consistency == Asked::yes) {
        answers.consistency = placesOf(document, plan, runs);
        answers.overrides = document.overrides;
    }
    return answers;
}

} // namespace assay
