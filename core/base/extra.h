// Keys of a newer minor file version that this program does not know: kept as canonical JSON text by key.
#pragma once

#include <map>
#include <string>

namespace assay {

using Extra = std::map<std::string, std::string>;

} // namespace assay
