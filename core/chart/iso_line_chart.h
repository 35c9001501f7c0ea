// The picture of an iso-line: two inputs, the line on which a statistic of an output has its target, where they are
// now, and the point of the line that was chosen. Not in the registry: it answers a question that the document
// does not hold.
#pragma once

#include "core/chart/chart_spec.h"
#include "core/scenario/iso_line.h"

#include <array>
#include <optional>

namespace assay {

using IsoPoint = std::array<double, 2>; ///< values of the two inputs, declared units

/// The point of the line nearest to where the inputs are now, each distance a share of its axis as it is drawn; none:
/// there is no line.
std::optional<IsoPoint> nearestOnLine(const IsoLine& line);

/// Its data are points of the line that can be chosen, and last where the inputs are now.
ChartSpec isoLineChart(const IsoLine& line, NumberScript numbers = NumberScript::letters,
                       const std::optional<IsoPoint>& chosen = std::nullopt);

/// The point that a datum of the picture stands for; none: it is not on the line.
std::optional<IsoPoint> isoPointAt(const ChartSpec& spec, int datum);

} // namespace assay
