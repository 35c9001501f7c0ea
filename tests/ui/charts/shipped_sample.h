// The shipped sample project, run, for tests that look at what a reader of it will see.
#pragma once

#include "core/chart/pictures.h"

namespace assay::test {

/// All its scenarios with enough samples for shapes; made once.
const ChartContext& shippedSample();

/// "tornado", "gpu-hours:density", ...: every chart of the registry in every form.
std::vector<std::string> everyForm();

} // namespace assay::test
