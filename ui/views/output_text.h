// Numbers of a run as people read them: no more digits than the samples bear, and ranges where the run is a band. Knows
// no widget.
#pragma once

#include "core/scenario/run.h"

#include <QtCore/QString>

namespace assay {

/// Significant digits of `value` that a 95 % interval of its standard error leaves standing, 2 to 4; 3 when the error
/// is not known (0). Student's t with 7 degrees of freedom: 8 scrambles.
int honestDigits(double value, double standardError);

QString medianText(const OutputSummary& output); ///< "$5.576M"; of a band "$4.9M to $6.1M"
QString intervalText(
    const OutputSummary& output); ///< "$3.6M to $8.9M", the 90 % interval, of a band the widest; empty when fixed
/// "2.71M to 2.86M": beside a median that has the unit.
QString bareIntervalText(const OutputSummary& output);
QString outputDetail(const OutputSummary& output); ///< mean, sd, quartiles, standard errors: for tool tips

} // namespace assay
