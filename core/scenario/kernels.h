// Kernels: which loop over columns computes an operation of a formula.
#pragma once

#include "core/dist/column_loops.h"
#include "core/scenario/formula.h"

namespace assay {

/// The loop behind an operation on columns; not for numbers, names and conversions, which compute nothing.
ColumnLoop loopOf(const ColumnLoops& loops, Operation operation);

/// out[i] = a[i] ^ exponent with the same bits as Operation::power on a column of that exponent.
void applyPower(const ColumnLoops& loops, const double* a, double exponent, double* out, std::size_t count);

} // namespace assay
