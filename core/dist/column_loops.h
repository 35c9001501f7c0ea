// ColumnLoops: the hot loops over columns of samples, as a table of functions; there is one table per instruction set.
// Included by files compiled for other processors than the rest: it may hold no function body.
#pragma once

#include <cstddef>
#include <cstdint>

namespace assay {

/// Layout of a quantile table: `pieceBits` halvings of each octave of the tail probability t = min(u, 1 - u), for t
/// from 2^-firstOctave to 1/2, lower side first. A piece is a polynomial in v in [0, 1) along it, lowest coefficient
/// first.
namespace table {
inline constexpr unsigned pieceBits = 4;
inline constexpr unsigned firstOctave = 35;
inline constexpr std::size_t sideSize = std::size_t{firstOctave - 1} << pieceBits;
inline constexpr std::size_t coefficients = 6;
} // namespace table

/// Operands that an operation does not have are not looked at. out may be one of the operands.
using ColumnLoop = void (*)(const double* a, const double* b, const double* c, double* out, std::size_t count);

/// Corners of a triangle, for its quantile function.
struct TriangleCorners {
    double low = 0, mode = 0, high = 0;
};

/// Counters of Philox: what a Monte Carlo draw is for. `use` is the counter's last word.
struct PhiloxStream {
    std::uint64_t seed = 0;
    std::uint32_t stream = 0;
    std::uint32_t use = 0;
};

struct ColumnLoops {
    /// out[i] = ((block[i] ^ base) + 1/2) / 2^32
    void (*sobol)(const std::uint32_t* block, std::uint32_t base, double* out, std::size_t count);
    /// Uniforms from four words of each counter from `first` on, made as those of Sobol points.
    void (*philox)(const PhiloxStream& stream, std::uint64_t first, double* out, std::size_t count);
    /// out[i] = the table's polynomial at u[i]; u and out are different memory. True when one of them is no number,
    /// which is how a table marks pieces that need another look.
    bool (*quantiles)(const double* pieces, const double* u, double* out, std::size_t count);
    void (*triangular)(const TriangleCorners& corners, const double* u, double* out, std::size_t count);
    void (*straight)(double low, double high, const double* u, double* out, std::size_t count);
    /// a[i] ^ exponent for a whole exponent from -1024 to 1024; and for any other but 1/2
    void (*wholePower)(const double* a, int exponent, double* out, std::size_t count);
    void (*realPower)(const double* a, double exponent, double* out, std::size_t count);

    ColumnLoop negate, add, subtract, multiply, divide, power;
    ColumnLoop less, lessEqual, greater, greaterEqual, equal, notEqual;
    ColumnLoop minimum, maximum, absolute, squareRoot, exponential, naturalLog, decimalLog, sine, cosine;
    ColumnLoop choose, clamp;
    ColumnLoop settle; ///< -0 becomes 0, infinities become NaN: what an output column holds
};

extern const ColumnLoops baselineLoops;
extern const ColumnLoops avx2Loops;   ///< only in builds for x86-64
extern const ColumnLoops avx512Loops; ///< only in builds for x86-64

} // namespace assay
