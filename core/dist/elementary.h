// exp, log, pow, sin and cos from + - * / sqrt alone, so that every platform computes the same bits; libm does not
// promise that. Branch-free where a loop over a column calls them. Knows no distribution. The vector loops are compiled
// once per instruction set, so nothing here may be shared by the linker: functions are static, and no standard header
// with inline functions is included.
#pragma once

#include <cstdint>

namespace assay::elementary {

inline constexpr double infinity = __builtin_huge_val();
inline constexpr double notANumber = __builtin_nan("");
inline constexpr double smallestNormal = 0x1p-1022;
inline constexpr double pi = 3.141592653589793238;
inline constexpr double rounder =
    6755399441055744.0; ///< 1.5 * 2^52: adding it rounds to an integer, kept in the low bits
inline constexpr double ln2High = 6.93147180369123816490e-01; ///< ln 2 in 33 bits (0x3fe62e42fee00000): n * it is exact
inline constexpr double ln2Low = 1.90821492927058770002e-10;  ///< ln 2 - ln2High

/// 2^n for an integer-valued n in [-1022, 1023].
static inline double powerOfTwo(double n) {
    return __builtin_bit_cast(double, (__builtin_bit_cast(std::uint64_t, n + rounder) + 1023) << 52);
}

/// e^x within 1 ulp. x = n ln 2 + r, |r| <= ln 2 / 2; Taylor's series of degree 13 leaves 4e-18.
static inline double exp(double x) {
    constexpr double inverseLn2 = 1.44269504088896338700;
    double y = x > 710.0 ? 710.0 : x; // beyond: overflow to infinity, underflow to 0
    y = y < -746.0 ? -746.0 : y;
    const double n = (y * inverseLn2 + rounder) - rounder;
    const double r = (y - n * ln2High) - n * ln2Low;
    double p = 1.0 / 6227020800.0;
    p = p * r + 1.0 / 479001600.0;
    p = p * r + 1.0 / 39916800.0;
    p = p * r + 1.0 / 3628800.0;
    p = p * r + 1.0 / 362880.0;
    p = p * r + 1.0 / 40320.0;
    p = p * r + 1.0 / 5040.0;
    p = p * r + 1.0 / 720.0;
    p = p * r + 1.0 / 120.0;
    p = p * r + 1.0 / 24.0;
    p = p * r + 1.0 / 6.0;
    p = p * r + 0.5;
    p = 1.0 + (r + (r * r) * p);
    const double half = (n * 0.5 + rounder) - rounder; // in two steps, so that subnormal results come out
    return (p * powerOfTwo(half)) * powerOfTwo(n - half);
}

/// Natural logarithm within 1 ulp. x = 2^k m, m in [sqrt(1/2), sqrt(2)); with f = m - 1 and s = f / (2 + f),
/// ln m = 2 atanh s = f - s (f - R), R = 2 s^2/3 + 2 s^4/5 + ... (the arrangement of FreeBSD's e_log.c).
static inline double log(double x) {
    constexpr std::uint64_t one = 0x3ff0000000000000;
    constexpr std::uint64_t rootHalf = 0x3fe6a09e667f3bcd;
    const bool subnormal = x < smallestNormal;
    const double scaled = subnormal ? x * 18014398509481984.0 : x; // 2^54
    const std::uint64_t bits = __builtin_bit_cast(std::uint64_t, scaled);
    const std::uint64_t biased = bits - rootHalf + one; // exponent field: k + 1023
    const double m = __builtin_bit_cast(double, bits - ((biased & 0xfff0000000000000) - one));
    const double k = __builtin_bit_cast(double, (biased >> 52) | 0x4330000000000000) - (4503599627370496.0 + 1023.0)
                     - (subnormal ? 54.0 : 0.0);
    const double f = m - 1.0;
    const double s = f / (2.0 + f);
    const double z = s * s;
    double p = 2.0 / 23.0;
    p = p * z + 2.0 / 21.0;
    p = p * z + 2.0 / 19.0;
    p = p * z + 2.0 / 17.0;
    p = p * z + 2.0 / 15.0;
    p = p * z + 2.0 / 13.0;
    p = p * z + 2.0 / 11.0;
    p = p * z + 2.0 / 9.0;
    p = p * z + 2.0 / 7.0;
    p = p * z + 2.0 / 5.0;
    p = p * z + 2.0 / 3.0;
    const double half = 0.5 * f * f;
    const double result = k * ln2High - ((half - (s * (half + p * z) + k * ln2Low)) - f);
    const double positive = x < infinity ? result : x; // infinity and NaN stay
    return x > 0.0 ? positive : (x == 0.0 ? -infinity : notANumber);
}

/// Decimal logarithm; exact for powers of ten that are doubles, as everyone expects of 1000.
static inline double log10(double x) {
    const double estimate = elementary::log(x) * 0.43429448190325182765;
    const double whole = (estimate + rounder) - rounder;
    const bool small = whole >= 0.0 && whole <= 22.0; // 10^22 is the largest power of ten that is a double
    double power = 1.0;
    for (int i = 0; i < 22; ++i)
        power *= static_cast<double>(i) < whole ? 10.0 : 1.0;
    return small && power == x ? whole : estimate;
}

/// x^n by repeated squaring.
static inline double integerPower(double x, int n) {
    double base = n < 0 ? 1.0 / x : x;
    double product = 1.0;
    for (unsigned left = n < 0 ? 0U - static_cast<unsigned>(n) : static_cast<unsigned>(n); left != 0; left >>= 1) {
        if (left & 1U)
            product *= base;
        base *= base;
    }
    return product;
}

/// A whole exponent from -1024 to 1024: integerPower computes it.
static inline bool isSmallWhole(double y) { return y >= -1024.0 && y <= 1024.0 && (y + rounder) - rounder == y; }

/// x^y: exact rules for 0 and 1, squaring for whole exponents up to 1024, else e^(y ln x), whose relative error is
/// about |y ln x| ulp.
static inline double pow(double x, double y) {
    if (y == 0.5)
        return __builtin_sqrt(x);
    if (isSmallWhole(y))
        return integerPower(x, static_cast<int>(y));
    if (x == 0.0)
        return y > 0.0 ? 0.0 : infinity;
    return elementary::exp(y * elementary::log(x));
}

struct Reduced {
    double r = 0;              ///< in [-pi/4, pi/4]
    std::uint64_t quarter = 0; ///< quarter turns taken off, modulo 4
};

/// Cody and Waite's reduction with pi/2 in three parts; good to |x| = 2^20. Beyond, an angle has no digits worth
/// having.
static inline Reduced reduceAngle(double x) {
    constexpr double first = 1.57079632673412561417e+00;  // first 33 bits of pi/2
    constexpr double second = 6.07710050630396597660e-11; // second 33 bits
    constexpr double third = 2.02226624879595063154e-21;  // the rest
    const double n = (x * 0.63661977236758134308 + rounder) - rounder;
    return {((x - n * first) - n * second) - n * third, __builtin_bit_cast(std::uint64_t, n + rounder) & 3U};
}

static inline double sineOfReduced(double r) {
    const double z = r * r;
    double p = 1.0 / 355687428096000.0;
    p = -p * z + 1.0 / 1307674368000.0;
    p = -p * z + 1.0 / 6227020800.0;
    p = -p * z + 1.0 / 39916800.0;
    p = -p * z + 1.0 / 362880.0;
    p = -p * z + 1.0 / 5040.0;
    p = -p * z + 1.0 / 120.0;
    p = -p * z + 1.0 / 6.0;
    return r - r * z * p;
}

static inline double cosineOfReduced(double r) {
    const double z = r * r;
    double p = 1.0 / 6402373705728000.0;
    p = -p * z + 1.0 / 20922789888000.0;
    p = -p * z + 1.0 / 87178291200.0;
    p = -p * z + 1.0 / 479001600.0;
    p = -p * z + 1.0 / 3628800.0;
    p = -p * z + 1.0 / 40320.0;
    p = -p * z + 1.0 / 720.0;
    p = -p * z + 1.0 / 24.0;
    return 1.0 - z * 0.5 + z * z * p;
}

/// Sine of x radians; NaN beyond 2^20, where the reduction would lose digits.
static inline double sin(double x) {
    const Reduced a = reduceAngle(x);
    const double value = (a.quarter & 1U) ? cosineOfReduced(a.r) : sineOfReduced(a.r);
    return x > -1048576.0 && x < 1048576.0 ? ((a.quarter & 2U) ? -value : value) : notANumber;
}

static inline double cos(double x) {
    const Reduced a = reduceAngle(x);
    const double value = (a.quarter & 1U) ? sineOfReduced(a.r) : cosineOfReduced(a.r);
    const bool negative = a.quarter == 1 || a.quarter == 2;
    return x > -1048576.0 && x < 1048576.0 ? (negative ? -value : value) : notANumber;
}

} // namespace assay::elementary
