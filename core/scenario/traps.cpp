// What the numbers alone tell is number_traps'; here stand the bases of inputs and the outputs.
#include "core/scenario/traps.h"

#include "core/catalog/cell.h"
#include "core/scenario/catalogue_basis.h"
#include "core/scenario/number_traps.h"
#include "core/units/read_quantity.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace assay {
namespace {

/// A catalogue row that is gone, a cell of it that is empty, or a filing that came out after the day the scenario
/// stands on. A model that counts filings by its own input as_of leaves later ones out itself.
std::optional<Warning> basisTrap(const std::string& title, const std::string& reference, const std::string& asOf,
                                 const std::string& countedUntil, const Catalogs& catalogs) {
    if (reference.empty())
        return std::nullopt;
    const Result<CatalogEntry> row = findBasis(reference, catalogs);
    if (!row)
        return Warning{isEmptyCell(reference, catalogs) ? "basis-empty" : "basis-gone", {title, reference}};
    if (asOf.empty() || row->published.empty() || row->published.substr(0, asOf.size()) <= asOf)
        return std::nullopt;
    if (!countedUntil.empty() && row->published > countedUntil)
        return std::nullopt;
    return Warning{"later-filing", {title, row->label, row->published, asOf}};
}

/// Shares of a whole in the shipped models, and in any model that uses their names.
constexpr std::array<std::string_view, 8> wholeShares{
    "implied_utilisation", "implied_by_cluster", "implied_by_rate", "needed_share",
    "latest_needed_share", "needed_owner_share", "share_of_made",   "share_of_market"};

const ScenarioInput* givenInput(const Scenario& scenario, const VariableId& id) {
    const auto given = std::find_if(scenario.inputs.begin(), scenario.inputs.end(),
                                    [&id](const ScenarioInput& one) { return one.input == id; });
    return given == scenario.inputs.end() ? nullptr : &*given;
}

/// The ISO day up to which the model counts filings, from its input as_of: 20250131; empty: it has no such input.
std::string dayOfModel(const Model& model, const Binding& binding) {
    for (std::size_t i = 0; i < model.inputs.size(); ++i) {
        const std::string day = binding.inputs[i].fixed ? writeNumber(*binding.inputs[i].fixed) : std::string();
        if (model.inputs[i].id.value == "as_of" && day.size() == 8)
            return day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6);
    }
    return {};
}

} // namespace

std::vector<Warning> inputTraps(const Model& model, const CompiledModel& compiled, const Scenario& scenario,
                                const Binding& binding, const Catalogs& catalogs) {
    std::vector<Warning> warnings;
    const std::string countedUntil = dayOfModel(model, binding);
    for (std::size_t i = 0; i < model.inputs.size(); ++i) {
        const ModelInput& input = model.inputs[i];
        const ScenarioInput* given = givenInput(scenario, input.id);
        if (binding.inputs[i].samples == nullptr) {
            const std::optional<double>& fixed = binding.inputs[i].fixed;
            const double value = fixed ? *fixed : quantile(binding.inputs[i].distribution, 0.5);
            std::vector<Warning> found = numberTraps({input, given ? given->text : input.defaultText, value,
                                                      compiled.units[i], binding.chip, catalogs, !fixed});
            std::move(found.begin(), found.end(), std::back_inserter(warnings));
        }
        if (auto found = basisTrap(inputTitle(input), catalogueReference(scenario, input), scenario.asOf, countedUntil,
                                   catalogs))
            warnings.push_back(std::move(*found));
    }
    return warnings;
}

std::vector<Warning> impossibleOutputs(const Run& run) {
    constexpr double whole = 1 + 1e-9; // 100 % may come out a rounding above
    std::vector<Warning> warnings;
    for (const OutputSummary& output : run.outputs) {
        if (std::find(wholeShares.begin(), wholeShares.end(), output.id.value) == wholeShares.end())
            continue;
        const auto above =
            std::count_if(output.samples->begin(), output.samples->end(), [](double sample) { return sample > whole; });
        if (above > 0)
            warnings.push_back({"impossible",
                                {output.title.empty() ? output.id.value : output.title, std::to_string(above),
                                 std::to_string(run.samples), "100%"}});
    }
    return warnings;
}

} // namespace assay
