// The correlation matrix nearest to a symmetric one with ones on its diagonal that no variables can have. Knows no
// distribution.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace assay {

/// The positive semidefinite matrix with unit diagonal that is nearest in the Frobenius norm, to 1e-10 of its elements;
/// size * size, row by row. The same bits everywhere.
std::vector<double> nearestCorrelation(std::span<const double> matrix, std::size_t size);

} // namespace assay
