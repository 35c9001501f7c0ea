// The loops of statistic_loops_body.h for x86-64-v4 (-march in core/CMakeLists.txt).
#include "core/scenario/statistic_loops_body.h"

namespace assay {

constinit const StatisticLoops avx512StatisticLoops = makeStatisticLoops();

} // namespace assay
