// Reads, runs, lists.
#include "tests/ui/charts/shipped_sample.h"

#include "core/base/resources.h"
#include "core/document/chart_context.h"
#include "core/document/leave_out.h"
#include "core/io/project_file.h"
#include "core/scenario/run_in_order.h"
#include "core/scenario/run_order.h"

namespace assay::test {
namespace {

constexpr std::uint64_t samples = leaveOutSamples; // as many as a claim is left out with: runs must agree

ChartContext contextOf(const Document& document) {
    std::vector<Runnable> all;
    std::vector<ScenarioId> ids;
    for (const Row<Scenario>& scenario : document.scenarios)
        ids.push_back(scenario->id);
    for (const ScenarioId& id : runOrder(document.scenarios, ids).value()) {
        const Scenario* scenario = find(document.scenarios, id);
        all.push_back({find(document.models, scenario->model), scenario, samples});
    }
    RunOptions options;
    options.seed = document.project.seed;
    std::vector<RunPtr> runs;
    for (Result<RunPtr>& run : runInOrder(all, options, OnError::end))
        if (run)
            runs.push_back(*run);
    return chartContext(document, std::move(runs));
}

ChartContext readSample() {
    for (const Resource& resource : resources())
        if (resource.path == "samples/deepseek.assay")
            return contextOf(readProject(resource.content, "deepseek.assay").value());
    return {};
}

} // namespace

const ChartContext& shippedSample() {
    static const ChartContext context = readSample();
    return context;
}

std::vector<std::string> everyForm() {
    std::vector<std::string> all;
    for (const ChartKind& kind : chartKinds()) {
        if (kind.forms.empty())
            all.emplace_back(kind.id);
        for (const ChartForm& form : kind.forms)
            all.push_back(std::string(kind.id) + ":" + std::string(form.id));
    }
    return all;
}

} // namespace assay::test
