// Old versions of the project file made new, one function a step, JSON to JSON. A step changes keys and shapes; it
// never computes results or touches quotes. The file itself changes only with the next save, and its .bak is the old
// version.
#pragma once

#include "core/base/result.h"
#include "core/io/json_value.h"

#include <span>

namespace assay {

/// From one major version to the next.
struct Migration {
    int from = 0;
    JsonValue (*step)(JsonValue root) = nullptr;
};

/// The steps of this program, oldest first, each one version after the other. To add one: its function, its line here,
/// and the last file of the old version in tests/data/projects/vN.
std::span<const Migration> migrations();

/// True when the steps lead from `version` to `current`.
bool canMigrate(int version, int current, std::span<const Migration> steps);

/// The root of a file of `version` as one of `current`; canMigrate must hold.
JsonValue migrated(JsonValue root, int version, int current, std::span<const Migration> steps);

} // namespace assay
