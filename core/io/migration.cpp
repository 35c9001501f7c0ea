// The table of steps and the walk along it.
#include "core/io/migration.h"

#include <algorithm>
#include <utility>

namespace assay {
namespace {

const Migration* stepFrom(int version, std::span<const Migration> steps) {
    const auto found =
        std::find_if(steps.begin(), steps.end(), [&](const Migration& step) { return step.from == version; });
    return found == steps.end() ? nullptr : &*found;
}

} // namespace

std::span<const Migration> migrations() { return {}; } // version 1 is the first that was released

bool canMigrate(int version, int current, std::span<const Migration> steps) {
    while (version < current && stepFrom(version, steps) != nullptr)
        ++version;
    return version == current;
}

JsonValue migrated(JsonValue root, int version, int current, std::span<const Migration> steps) {
    for (; version < current; ++version)
        root = stepFrom(version, steps)->step(std::move(root));
    return root;
}

} // namespace assay
