// Columns are all of one size, so that the most samples that fit follow from the need of these.
#include "core/scenario/memory_need.h"

#include "core/base/memory.h"
#include "core/scenario/summary.h"

#include <algorithm>

namespace assay {
namespace {

constexpr std::uint64_t neverAsked = std::uint64_t{256} << 20; ///< bytes that any machine has: not worth a look

std::uint64_t columnsOf(const Prepared& prepared) {
    const auto drawn = std::count_if(prepared.tables.begin(), prepared.tables.end(),
                                     [](const auto& table) { return table != nullptr; });
    return static_cast<std::uint64_t>(drawn) + prepared.compiled.outputs.size();
}

} // namespace

std::uint64_t memoryNeed(const Prepared& prepared, const RunOptions& options) {
    const std::uint64_t columns = columnsOf(prepared), copies = options.errors == Errors::byScrambles ? 2 : 1;
    const std::uint64_t ranked = std::min<std::uint64_t>(options.samples, exactlyRanked);
    const std::uint64_t ranks = options.ranks == RankMethod::exact ? ranked * columns * sizeof(std::uint32_t) : 0;
    return options.samples * columns * copies * sizeof(double) + ranks;
}

Result<> checkMemory(const Prepared& prepared, const ScenarioId& scenario, const RunOptions& options) {
    constexpr std::uint64_t megabyte = 1000000;
    const std::uint64_t need = memoryNeed(prepared, options);
    if (options.memory == 0 && need <= neverAsked)
        return {};
    const std::uint64_t there = options.memory > 0 ? options.memory : availableMemory().value_or(need);
    if (need <= there)
        return {};
    const auto share = static_cast<double>(there) / static_cast<double>(need);
    const auto fitting = static_cast<std::uint64_t>(share * static_cast<double>(options.samples));
    return Error(ErrorCode::samplesNeedMemory, scenario.value,
                 {std::to_string(options.samples), std::to_string((need + megabyte - 1) / megabyte),
                  std::to_string(there / megabyte), std::to_string(fitting)});
}

} // namespace assay
