// The three points of an output with or without a band.
#include "core/scenario/left_out.h"

namespace assay {

ThreePoints threePoints(const OutputSummary& output) {
    if (output.band)
        return {output.band->p5.low, output.p50, output.band->p95.high};
    return {output.p5, output.p50, output.p95};
}

} // namespace assay
