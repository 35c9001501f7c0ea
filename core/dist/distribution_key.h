// What a distribution's samples depend on, as part of a content key.
#pragma once

#include "core/base/hash.h"
#include "core/dist/distribution.h"

namespace assay {

void addToKey(KeyWriter& key, const Distribution& distribution);

} // namespace assay
