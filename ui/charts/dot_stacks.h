// Dots of equal chance piled up above a line. Knows pixels and no data.
#pragma once

#include <QtCore/QRectF>

#include <vector>

namespace assay {

/// The largest diameter at which the highest pile of these places (ascending, px) fits the height.
double largestDot(const std::vector<double>& places, double height);

/// A box a dot, standing on the line `foot`. Dots of one pile share the middle of their places (Wilkinson: Dot plots,
/// The American Statistician 53, 1999); a pile too high for the room has its dots overlap.
std::vector<QRectF> stackDots(const std::vector<double>& places, double foot, double height, double diameter);

} // namespace assay
