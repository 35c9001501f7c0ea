// The loops of column_loops_body.h for the processor every build runs on.
#include "core/dist/column_loops_body.h"

namespace assay {

constinit const ColumnLoops baselineLoops = makeColumnLoops();

} // namespace assay
