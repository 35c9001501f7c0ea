// The loops of statistic_loops_body.h for every processor of the kind (-march in core/CMakeLists.txt).
#include "core/scenario/statistic_loops_body.h"

namespace assay {

constinit const StatisticLoops baselineStatisticLoops = makeStatisticLoops();

} // namespace assay
