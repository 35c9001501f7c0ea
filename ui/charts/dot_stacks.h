// Dots of equal chance piled up above a line, as large as the room allows. Knows pixels and no data.
#pragma once

#include <QtCore/QRectF>

#include <vector>

namespace assay {

/// A box a dot, for places that ascend along x (px), standing on the line `foot`. Dots of one pile share the middle of
/// their places (Wilkinson: Dot plots, The American Statistician 53, 1999); the highest pile fits the height.
std::vector<QRectF> stackDots(const std::vector<double>& places, double foot, double height);

} // namespace assay
