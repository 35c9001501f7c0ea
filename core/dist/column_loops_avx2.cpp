// The loops of column_loops_body.h for x86-64-v3 (-march in core/CMakeLists.txt).
#include "core/dist/column_loops_body.h"

namespace assay {

constinit const ColumnLoops avx2Loops = makeColumnLoops();

} // namespace assay
