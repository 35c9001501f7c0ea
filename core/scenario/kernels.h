// Kernels: one operation on columns. Plain loops, so that every instruction level gives the same bits.
#pragma once

#include "core/scenario/formula.h"

namespace assay {

/// Operands of a kernel; b and c are read only by operations that have them.
struct Operands {
    const double* a = nullptr;
    const double* b = nullptr;
    const double* c = nullptr;
};

/// out[i] = operation(a[i], b[i], c[i]). NaN goes through comparisons, min, max and conditions: a flagged sample stays
/// flagged. out may be one of the operands.
void applyKernel(Operation operation, Operands operands, double* out, std::size_t count);

/// out[i] = a[i] ^ exponent with the same bits as Operation::power on a column of that exponent.
void applyPower(const double* a, double exponent, double* out, std::size_t count);

} // namespace assay
