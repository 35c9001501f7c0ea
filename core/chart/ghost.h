// The ghost of a picture: what moved since a hand took hold of something, as outlines below the marks of now.
#pragma once

#include "core/chart/chart_spec.h"

namespace assay {

/// `now` with the marks of `before` that it has no more, in ghost ink. Pictures of other kinds, or with other rows,
/// leave none.
ChartSpec withGhost(ChartSpec now, const ChartSpec& before);

} // namespace assay
