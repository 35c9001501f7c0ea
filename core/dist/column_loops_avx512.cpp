// The loops of column_loops_body.h for x86-64-v4 (-march in core/CMakeLists.txt).
#include "core/dist/column_loops_body.h"

namespace assay {

constinit const ColumnLoops avx512Loops = makeColumnLoops();

} // namespace assay
