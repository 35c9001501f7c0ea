// The loops themselves, plain enough for the compiler to turn into vector code. Included by one file per instruction
// set; everything has internal linkage and no header with inline functions of other linkage is included, or the linker
// might keep the copy for a processor that is not there.
#pragma once

#include "core/dist/column_loops.h"
#include "core/dist/elementary.h"

namespace assay {
namespace {

constexpr double toUnit = 1.0 / 4294967296.0;         // 2^-32
constexpr std::uint64_t twoTo52 = 0x4330000000000000; // bits of 2^52: or-ing a 32-bit integer adds it

/// (bits + 1/2) / 2^32
inline double centred(std::uint32_t bits) {
    return (__builtin_bit_cast(double, std::uint64_t{bits} | twoTo52) - 4503599627370496.0 + 0.5) * toUnit;
}

void sobol(const std::uint32_t* block, std::uint32_t base, double* out, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = centred(block[i] ^ base);
}

constexpr std::size_t lanes = 64; ///< counters run side by side

struct PhiloxLanes {
    std::uint32_t words[4][lanes];
};

/// Philox4x32-10 (Salmon et al., SC11), as in core/dist/philox.h.
void runPhilox(PhiloxLanes& lane, std::uint64_t seed) {
    auto key0 = static_cast<std::uint32_t>(seed);
    auto key1 = static_cast<std::uint32_t>(seed >> 32);
    for (int round = 0; round < 10; ++round) {
        for (std::size_t i = 0; i < lanes; ++i) {
            const std::uint64_t a = std::uint64_t{0xD2511F53} * lane.words[0][i];
            const std::uint64_t b = std::uint64_t{0xCD9E8D57} * lane.words[2][i];
            lane.words[0][i] = static_cast<std::uint32_t>(b >> 32) ^ lane.words[1][i] ^ key0;
            lane.words[1][i] = static_cast<std::uint32_t>(b);
            lane.words[2][i] = static_cast<std::uint32_t>(a >> 32) ^ lane.words[3][i] ^ key1;
            lane.words[3][i] = static_cast<std::uint32_t>(a);
        }
        key0 += 0x9E3779B9U;
        key1 += 0xBB67AE85U;
    }
}

void philox(const PhiloxStream& stream, std::uint64_t first, double* out, std::size_t count) {
    for (std::size_t done = 0; done < count; done += 4 * lanes) {
        PhiloxLanes lane;
        for (std::size_t i = 0; i < lanes; ++i) {
            const std::uint64_t counter = first + done / 4 + i;
            lane.words[0][i] = static_cast<std::uint32_t>(counter);
            lane.words[1][i] = static_cast<std::uint32_t>(counter >> 32);
            lane.words[2][i] = stream.stream;
            lane.words[3][i] = stream.use;
        }
        runPhilox(lane, stream.seed);
        const std::size_t here = count - done < 4 * lanes ? count - done : 4 * lanes;
        for (std::size_t i = 0; i < here; ++i)
            out[done + i] = centred(lane.words[i % 4][i / 4]);
    }
}

constexpr std::size_t chunk = 256; ///< samples whose places are kept between two loops

/// Two loops: the places, which are arithmetic alone, then the look-ups. Measured faster than one loop with gathers.
bool quantiles(const double* pieces, const double* u, double* out, std::size_t count) {
    constexpr unsigned shift = 52 - table::pieceBits;
    constexpr std::uint64_t firstPiece = std::uint64_t{1023 - table::firstOctave} << table::pieceBits;
    constexpr std::uint64_t fractionMask = (std::uint64_t{1} << shift) - 1;
    constexpr double smallest = 0x1p-35, largest = 0x1.fffffffffffffp-2; // the first and the last piece's
    bool odd = false;
    for (std::size_t from = 0; from < count; from += chunk) {
        const std::size_t here = count - from < chunk ? count - from : chunk;
        double along[chunk];
        std::uint32_t place[chunk];
        for (std::size_t i = 0; i < here; ++i) {
            const double x = u[from + i], rest = 1.0 - x;
            double t = x < rest ? x : rest;
            t = t < largest ? t : largest;
            t = t > smallest ? t : smallest;
            const std::uint64_t bits = __builtin_bit_cast(std::uint64_t, t);
            const std::uint64_t fraction = ((bits & fractionMask) << table::pieceBits) | 0x3ff0000000000000;
            along[i] = __builtin_bit_cast(double, fraction) - 1.0;
            place[i] = static_cast<std::uint32_t>((bits >> shift) - firstPiece + (x < 0.5 ? 0 : table::sideSize));
        }
        std::uint64_t oddHere = 0;
        for (std::size_t i = 0; i < here; ++i) {
            const double* p = pieces + std::size_t{place[i]} * table::coefficients;
            const double v = along[i];
            const double value = p[0] + v * (p[1] + v * (p[2] + v * (p[3] + v * (p[4] + v * p[5]))));
            out[from + i] = value;
            oddHere |= value != value ? 1U : 0U;
        }
        odd = odd || oddHere != 0;
    }
    return odd;
}

void triangular(const TriangleCorners& corners, const double* u, double* out, std::size_t count) {
    const double low = corners.low, high = corners.high;
    const double width = high - low, left = corners.mode - low, right = high - corners.mode;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = u[i];
        const bool below = x * width < left;
        const double root = __builtin_sqrt(below ? x * width * left : (1.0 - x) * width * right);
        out[i] = below ? low + root : high - root;
    }
}

void straight(double low, double high, const double* u, double* out, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = low + (high - low) * u[i];
}

/// elementary::integerPower, one multiplication over the column at a time.
void wholePower(const double* a, int exponent, double* out, std::size_t count) {
    const unsigned size = exponent < 0 ? 0U - static_cast<unsigned>(exponent) : static_cast<unsigned>(exponent);
    for (std::size_t from = 0; from < count; from += chunk) {
        const std::size_t here = count - from < chunk ? count - from : chunk;
        double base[chunk], product[chunk];
        for (std::size_t i = 0; i < here; ++i) {
            base[i] = exponent < 0 ? 1.0 / a[from + i] : a[from + i];
            product[i] = 1.0;
        }
        for (unsigned left = size; left != 0; left >>= 1) {
            if (left & 1U)
                for (std::size_t i = 0; i < here; ++i)
                    product[i] *= base[i];
            for (std::size_t i = 0; i < here; ++i)
                base[i] *= base[i];
        }
        for (std::size_t i = 0; i < here; ++i)
            out[from + i] = product[i];
    }
}

void realPower(const double* a, double exponent, double* out, std::size_t count) {
    const double atZero = exponent > 0.0 ? 0.0 : elementary::infinity;
    for (std::size_t i = 0; i < count; ++i) {
        const double value = elementary::exp(exponent * elementary::log(a[i]));
        out[i] = a[i] == 0.0 ? atZero : value;
    }
}

/// One loop per operation; `value` sees the three operands of a sample.
template <class F>
constexpr ColumnLoop loopOf(F) {
    return [](const double* a, const double* b, const double* c, double* out, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            out[i] = F{}(a, b, c, i);
    };
}

using Operand = const double*;

// NaN goes through comparisons, min, max and conditions: a flagged sample stays flagged.
inline double truth(double a, double b, bool holds) {
    const double value = holds ? 1.0 : 0.0;
    return a == a && b == b ? value : elementary::notANumber;
}
inline double lesser(double a, double b) { return a < b || a != a ? a : b; }
inline double larger(double a, double b) { return a > b || a != a ? a : b; }

constexpr void addArithmetic(ColumnLoops& loops) {
    using I = std::size_t;
    loops.negate = loopOf([](Operand a, Operand, Operand, I i) { return -a[i]; });
    loops.add = loopOf([](Operand a, Operand b, Operand, I i) { return a[i] + b[i]; });
    loops.subtract = loopOf([](Operand a, Operand b, Operand, I i) { return a[i] - b[i]; });
    loops.multiply = loopOf([](Operand a, Operand b, Operand, I i) { return a[i] * b[i]; });
    loops.divide = loopOf([](Operand a, Operand b, Operand, I i) { return a[i] / b[i]; });
    loops.power = loopOf([](Operand a, Operand b, Operand, I i) { return elementary::pow(a[i], b[i]); });
    loops.minimum = loopOf([](Operand a, Operand b, Operand, I i) { return lesser(a[i], b[i]); });
    loops.maximum = loopOf([](Operand a, Operand b, Operand, I i) { return larger(a[i], b[i]); });
    loops.clamp = loopOf([](Operand a, Operand b, Operand c, I i) { return lesser(larger(a[i], b[i]), c[i]); });
    loops.choose = loopOf([](Operand a, Operand b, Operand c, I i) {
        const double chosen = a[i] != 0.0 ? b[i] : c[i];
        return a[i] == a[i] ? chosen : a[i];
    });
}

constexpr void addComparisons(ColumnLoops& loops) {
    using I = std::size_t;
    loops.less = loopOf([](Operand a, Operand b, Operand, I i) { return truth(a[i], b[i], a[i] < b[i]); });
    loops.lessEqual = loopOf([](Operand a, Operand b, Operand, I i) { return truth(a[i], b[i], a[i] <= b[i]); });
    loops.greater = loopOf([](Operand a, Operand b, Operand, I i) { return truth(a[i], b[i], a[i] > b[i]); });
    loops.greaterEqual = loopOf([](Operand a, Operand b, Operand, I i) { return truth(a[i], b[i], a[i] >= b[i]); });
    loops.equal = loopOf([](Operand a, Operand b, Operand, I i) { return truth(a[i], b[i], a[i] == b[i]); });
    loops.notEqual = loopOf([](Operand a, Operand b, Operand, I i) { return truth(a[i], b[i], a[i] != b[i]); });
}

constexpr void addFunctions(ColumnLoops& loops) {
    using I = std::size_t;
    loops.absolute = loopOf([](Operand a, Operand, Operand, I i) { return __builtin_fabs(a[i]); });
    loops.squareRoot = loopOf([](Operand a, Operand, Operand, I i) { return __builtin_sqrt(a[i]); });
    loops.exponential = loopOf([](Operand a, Operand, Operand, I i) { return elementary::exp(a[i]); });
    loops.naturalLog = loopOf([](Operand a, Operand, Operand, I i) { return elementary::log(a[i]); });
    loops.decimalLog = loopOf([](Operand a, Operand, Operand, I i) { return elementary::log10(a[i]); });
    loops.sine = loopOf([](Operand a, Operand, Operand, I i) { return elementary::sin(a[i]); });
    loops.cosine = loopOf([](Operand a, Operand, Operand, I i) { return elementary::cos(a[i]); });
    loops.settle = loopOf([](Operand a, Operand, Operand, I i) {
        const double finite = a[i] + 0.0;
        return a[i] - a[i] == 0.0 ? finite : elementary::notANumber; // infinity - infinity is NaN
    });
}

constexpr ColumnLoops makeColumnLoops() {
    ColumnLoops loops{};
    loops.sobol = sobol;
    loops.philox = philox;
    loops.quantiles = quantiles;
    loops.triangular = triangular;
    loops.straight = straight;
    loops.wholePower = wholePower;
    loops.realPower = realPower;
    addArithmetic(loops);
    addComparisons(loops);
    addFunctions(loops);
    return loops;
}

} // namespace
} // namespace assay
