// The sentence that an override is told by, in tips, tables, files and findings alike.
#include "core/scenario/override.h"

namespace assay {

std::string overrideText(const Override& own, Place computed) {
    return "computed: " + std::string(placeTitle(computed)) + ", set by the analyst to "
           + std::string(placeTitle(own.verdict)) + ": " + own.reason
           + (own.computed == computed ? "" : " (made when it was " + std::string(placeTitle(own.computed)) + ")");
}

} // namespace assay
