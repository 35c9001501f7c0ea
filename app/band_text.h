// Bands as fields of `compute --json` and as ranges in its table.
#pragma once

#include "core/io/json_value.h"
#include "core/scenario/run.h"

#include <string>
#include <string_view>

namespace assay {

/// {"mean": [low, high], ..., "p95": [...], "exact": true, "lowest": [...], "highest": [...], "intervals": [...]}
JsonValue bandJson(const Band& band);

/// "[low, high]"
JsonMember rangeJson(std::string key, const ValueRange& range);

/// "$4M .. $9M"; one value where the ends print the same.
std::string rangeText(const ValueRange& range, std::string_view unit);

} // namespace assay
