// The files under resources/ that are compiled into the program: models, catalogues, samples. Knows no format.
#pragma once

#include <span>
#include <string_view>

namespace assay {

struct Resource {
    std::string_view path;    ///< relative to resources/, e.g. "models/cost-range.json"
    std::string_view content; ///< the file's bytes
};

/// All compiled-in files, ordered by path.
std::span<const Resource> resources();

} // namespace assay
