// The loops of statistic_loops_body.h for every processor of the kind.
#include "core/scenario/statistic_loops_body.h"

namespace assay {

constinit const StatisticLoops baselineStatisticLoops = makeStatisticLoops();

} // namespace assay
