// The version comes from CMakeLists.txt.
#include "app/version.h"

namespace assay {

const char* version() { return ASSAY_VERSION; }

} // namespace assay
