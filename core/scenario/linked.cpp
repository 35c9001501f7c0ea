// Columns are cut, never repeated: sample i of one run meets sample i of the other.
#include "core/scenario/linked.h"

#include "core/scenario/simulate.h"

namespace assay {
namespace {

Error countError(const ScenarioId& scenario, std::uint64_t given, std::uint64_t most) {
    return Error(ErrorCode::sampleCount, scenario.value, {std::to_string(given), "1", std::to_string(most)});
}

} // namespace

Result<std::vector<Column>> linkedColumns(const Binding& binding, const ScenarioId& scenario, std::uint64_t samples) {
    if (samples < 1 || samples > mostSamples)
        return countError(scenario, samples, mostSamples);
    std::vector<Column> linked;
    for (const BoundInput& input : binding.inputs) {
        Column column = input.samples;
        if (column != nullptr && column->size() < samples)
            return countError(scenario, samples, column->size());
        if (column != nullptr && column->size() > samples)
            column = std::make_shared<const Samples>(column->begin(),
                                                     column->begin() + static_cast<std::ptrdiff_t>(samples));
        linked.push_back(std::move(column));
    }
    return linked;
}

} // namespace assay
