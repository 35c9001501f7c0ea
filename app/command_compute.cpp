// assay compute: runs scenarios of a project, or a model on its defaults.
#include "app/commands.h"
#include "app/compute.h"
#include "app/compute_text.h"
#include "core/base/atomic_file.h"
#include "core/io/model_file.h"

#include <array>
#include <limits>
#include <thread>

namespace assay {
namespace {

constexpr std::array<std::string_view, 3> samplers = {"sobol", "lhs", "mc"};
constexpr std::array<SamplerKind, 3> samplerKinds = {SamplerKind::sobol, SamplerKind::latinHypercube,
                                                     SamplerKind::monteCarlo};
constexpr std::array<std::string_view, 2> rankMethods = {"exact", "binned"};

/// The set asked for by --isa; what this processor lacks is not on offer. Error: usageValue.
Result<InstructionSet> instructionSet(const Arguments& arguments) {
    std::vector<std::string_view> words{"auto"};
    std::vector<InstructionSet> sets{bestInstructionSet()};
    for (const InstructionSet set : allInstructionSets) {
        if (!isSupported(set))
            continue;
        words.push_back(instructionSetName(set));
        sets.push_back(set);
    }
    const Result<std::size_t> chosen = oneOf(arguments, "--isa", words);
    if (!chosen)
        return chosen.error();
    return sets[*chosen];
}

/// A shipped model by id, or one from a file. A word that names neither is an unknown model, not a missing file.
Result<Model> namedModel(const std::string& word) {
    if (const Model* shipped = shippedModel(ModelId{word}))
        return *shipped;
    std::error_code ignored;
    if (!word.ends_with(".json") && !std::filesystem::exists(word, ignored))
        return Error(ErrorCode::modelUnknown, {}, {word});
    const Result<std::string> bytes = readFile(word);
    if (!bytes)
        return bytes.error();
    return readModel(*bytes, word);
}

Result<RunOptions> runOptions(const Arguments& arguments, std::uint64_t projectSeed) {
    const Result<std::uint64_t> seed =
        wholeNumber(arguments, "--seed", projectSeed, 0, std::numeric_limits<std::uint64_t>::max());
    if (!seed)
        return seed.error();
    const Result<std::uint64_t> threads =
        wholeNumber(arguments, "--threads", std::max(1U, std::thread::hardware_concurrency()), 1, 256);
    if (!threads)
        return threads.error();
    const Result<std::size_t> sampler = oneOf(arguments, "--sampler", samplers);
    if (!sampler)
        return sampler.error();
    const Result<std::size_t> ranks = oneOf(arguments, "--ranks", rankMethods);
    if (!ranks)
        return ranks.error();
    const Result<InstructionSet> isa = instructionSet(arguments);
    if (!isa)
        return isa.error();
    RunOptions options;
    options.seed = *seed;
    options.threads = static_cast<int>(*threads);
    options.sampler = samplerKinds[*sampler];
    options.instructionSet = *isa;
    options.ranks = *ranks == 0 ? RankMethod::exact : RankMethod::binned;
    options.errors = arguments.has("--json") ? Errors::byScrambles : Errors::skip; // the table does not show them
    return options;
}

struct Chosen {
    Plan plan;
    std::uint64_t seed = 1;
    std::vector<std::string> notes;
    Document document{};
};

Result<Chosen> chosen(const Arguments& arguments) {
    const std::optional<std::string> model = arguments.value("--model");
    if (model && !arguments.operands.empty())
        return Error(ErrorCode::usageSurplus, arguments.command, {arguments.operands[0]});
    if (!model && arguments.operands.empty())
        return Error(ErrorCode::usageMissing, arguments.command, {"PROJECT or --model"});
    if (model) {
        Result<Model> read = namedModel(*model);
        if (!read)
            return read.error();
        Scenario scenario;
        scenario.id = ScenarioId{read->id.value};
        scenario.title = read->title;
        scenario.model = read->id;
        return Chosen{Plan{{Task{std::move(*read), std::move(scenario)}}, {0}}, 1, {}, {}};
    }
    const Result<OpenedProject> opened = openProject(arguments.operands[0]);
    if (!opened)
        return opened.error();
    Result<Plan> plan = planOf(opened->document, arguments.values("--scenario"));
    if (!plan)
        return plan.error();
    return Chosen{std::move(*plan), opened->document.project.seed, openingNotes(*opened, arguments.operands[0]),
                  opened->document};
}

Result<Outcome> run(const Arguments& arguments) {
    const Result<Chosen> what = chosen(arguments);
    if (!what)
        return what.error();
    Result<Plan> plan = withSettings(what->plan, arguments.values("--set"));
    if (!plan)
        return plan.error();
    Result<RunOptions> options = runOptions(arguments, what->seed);
    if (!options)
        return options.error();
    options->catalogs = Catalogs(what->document.catalogueRows);
    const Result<std::uint64_t> samples = wholeNumber(arguments, "--samples", 0, 1, mostSamples);
    if (!samples)
        return samples.error();
    const Result<std::uint64_t> repeat = wholeNumber(arguments, "--repeat", 1, 1, 10000);
    if (!repeat)
        return repeat.error();
    const Result<AskedQuestions> questions = questionsOf(arguments, *plan);
    if (!questions)
        return questions.error();
    const ComputeRequest request{std::move(*plan), *options,      *samples, *repeat, arguments.values("--exceed"),
                                 *questions,       what->document};
    const Result<ComputeResult> result = compute(request);
    if (!result)
        return result.error();
    const bool isOutOfReach = result->answers.solution && !result->answers.solution->value;
    return Outcome{arguments.has("--json") ? computeJson(*result, *options)
                                           : computeTable(*result, shownTasks(request.plan)),
                   isOutOfReach ? 1 : 0, what->notes};
}

} // namespace

Command computeCommand() {
    return {"compute",
            {"[PROJECT]"},
            "run scenarios, or with --model a model on its defaults",
            {{"--scenario", "ID", "only this scenario", Times::many},
             {"--model", "ID|FILE.json", "a shipped model, or one from a file"},
             {"--set", "INPUT=TEXT", "change an input in every chosen scenario that has it", Times::many},
             {"--samples", "N", "1 to 67108864 (default: the scenario's own, 131072)"},
             {"--seed", "S", "the seed (default: the project's, 1)"},
             {"--sampler", "sobol|lhs|mc", "Sobol, Latin hypercube or Monte Carlo (default sobol)"},
             {"--threads", "T", "how many threads (default: one a core)"},
             {"--repeat", "R", "time R passes from scratch and R with the first input nudged"},
             {"--isa", "auto|baseline|avx2|avx512", "the instruction set of the vector code (default auto)"},
             {"--ranks", "exact|binned", "how rank correlations are made (default exact)"},
             {"--exceed", "'OUTPUT>TEXT'", "the probability of a value above a threshold", Times::many},
             {"--consistency", "", "where each claim lies in each scenario's results"},
             {"--solve", "INPUT", "the value of an input with which --for holds; status 1 when there is none"},
             {"--for", "'OUTPUT:STAT=TEXT'", "the target of --solve; STAT: mean sd p5 p25 p50 p75 p95"},
             {"--given", "'OUTPUT=TEXT'", "assume a claim; refused below 200 effective samples"},
             {"--json", "", "print JSON"}},
            run};
}

} // namespace assay
