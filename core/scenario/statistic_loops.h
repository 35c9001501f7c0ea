// StatisticLoops: the hot loops behind statistics, as a table of functions; there is one table per instruction set.
// Included by files compiled for other processors than the rest: it may hold no function body.
#pragma once

#include <cstddef>
#include <cstdint>

namespace assay {

/// An order-preserving map from values to bins 0..last: the top bits of |value - pivot| + offset, upwards from `centre`
/// for values from the pivot on, downwards below it. Fine near the pivot, of constant ratio far from it.
struct BinMap {
    double pivot = 0;
    double offset = 0;         ///< >= 0
    unsigned shift = 32;       ///< low bits of the double that do not matter; 32..52, so that a key has 32 bits
    std::int32_t firstKey = 0; ///< key of the bin `centre`
    std::int32_t centre = 0;   ///< bin of the pivot
    std::int32_t last = 0;     ///< values beyond go to bin 0 or here; NaN goes to bin last + 1
};

inline constexpr std::size_t laneCount = 8; ///< sums run in this many lanes, whatever the processor's width

struct LaneSums {
    double sum[laneCount];     ///< of value - pivot
    double squares[laneCount]; ///< of (value - pivot)^2
    double least[laneCount];
    double most[laneCount];
    std::uint64_t count[laneCount]; ///< of values that are no NaN
};

inline constexpr std::size_t groupCount = 128; ///< groups of samples by the rank of an input
inline constexpr std::size_t rowWidth = 8;     ///< numbers summed per sample and group in one go

struct StatisticLoops {
    /// Adds to sums; sample i goes to lane i % laneCount. NaN is left out.
    void (*addSums)(const double* values, std::size_t count, double pivot, LaneSums& sums);
    void (*bins)(const double* values, std::size_t count, const BinMap& map, std::uint16_t* out);
    /// out[i] = the whole part of groupCount * uniforms[i]
    void (*groups)(const double* uniforms, std::size_t count, std::uint8_t* out);
    /// Adds row i of `rows` (rowWidth numbers) to row groups[i] of `sums`; both on a 64-byte border.
    void (*addRows)(const std::uint8_t* groups, const double* rows, std::size_t count, double* sums);
    /// Sum of (a[i] - middle) * (b[i] - middle), in lanes; a and b below 2^31.
    double (*product)(const std::uint32_t* a, const std::uint32_t* b, double middle, std::size_t count);
    /// Adds rows pairs[2 g] and pairs[2 g + 1] to row g XOR offset of `sums`, for every group g.
    void (*addPairs)(const std::uint16_t* pairs, std::uint32_t offset, const double* rows, double* sums);
};

extern const StatisticLoops baselineStatisticLoops;
extern const StatisticLoops avx2StatisticLoops;   ///< only in builds for x86-64
extern const StatisticLoops avx512StatisticLoops; ///< only in builds for x86-64

} // namespace assay
