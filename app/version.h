// The program's version, as --version prints it.
#pragma once

namespace assay {

const char* version();

} // namespace assay
