// MustBeService: the smallest joint change first, then input by input.
#include "ui/jobs/must_be_service.h"

#include "core/scenario/behind.h"

namespace assay {

namespace {

constexpr std::uint64_t solveSamples = 65536; // what a hand does not wait long for

struct Answer {
    std::vector<Solution> solutions;
    Result<NearestPoint> nearest = Error(ErrorCode::cancelled);
};

/// A scenario with its model, and how it is asked.
struct Asked {
    const Scenario* scenario = nullptr;
    const Model* model = nullptr;
    RunOptions options;
};

std::optional<Asked> askedOf(const Document& document, const MustBeQuestion& question) {
    Asked asked;
    asked.scenario = find(document.scenarios, question.scenario);
    asked.model = asked.scenario ? find(document.models, asked.scenario->model) : nullptr;
    if (!asked.model)
        return std::nullopt;
    asked.options.seed = document.project.seed;
    asked.options.samples = std::min(asked.scenario->samples, solveSamples);
    return asked;
}

Answer answerTo(const Document& document, const std::vector<RunPtr>& runs, const MustBeQuestion& question,
                const std::stop_token& stop) {
    Answer answer;
    const std::optional<Asked> asked = askedOf(document, question);
    if (!asked)
        return answer;
    answer.nearest =
        nearestPoint(*asked->model, *asked->scenario, question.output, question.target, asked->options, runs, stop);
    for (const ModelInput* input : behind(*asked->model, question.output).inputs) {
        const SolveQuestion one{input->id, question.output, question.statistic, question.target};
        if (Result<Solution> solved = solve(*asked->model, *asked->scenario, one, asked->options, runs, stop))
            answer.solutions.push_back(std::move(*solved));
    }
    return answer;
}

} // namespace

void MustBeService::ask(const Document& document, const std::vector<RunPtr>& runs, const MustBeQuestion& question) {
    m_values.request(
        Running::cancel,
        [document, runs, question](const std::stop_token& stop) { return answerTo(document, runs, question, stop); },
        [this](Answer answer) {
            m_solutions = std::move(answer.solutions);
            m_nearest = std::move(answer.nearest);
            emit valuesChanged();
        });
}

void MustBeService::askLine(const Document& document, const std::vector<RunPtr>& runs, const MustBeQuestion& question,
                            const std::array<VariableId, 2>& inputs) {
    m_line.request(
        Running::cancel,
        [document, runs, question, inputs](const std::stop_token& stop) -> Result<IsoLine> {
            const std::optional<Asked> asked = askedOf(document, question);
            if (!asked)
                return Error(ErrorCode::idUnknown, question.scenario.value, {"scenario", question.scenario.value});
            const IsoQuestion iso{inputs, question.output, question.statistic, question.target};
            return isoLine(*asked->model, *asked->scenario, iso, asked->options, runs, stop);
        },
        [this](Result<IsoLine> line) {
            m_isoLine = std::move(line);
            emit lineChanged();
        });
}

} // namespace assay
