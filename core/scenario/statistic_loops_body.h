// The loops themselves, plain enough for the compiler to turn into vector code. Included by one file per instruction
// set; everything has internal linkage and no header with inline functions of other linkage is included, or the linker
// might keep the copy for a processor that is not there.
#pragma once

#include "core/scenario/statistic_loops.h"

namespace assay {
namespace {

#if defined(__AVX512F__)
constexpr std::size_t nativeLanes = 8;
#elif defined(__AVX2__)
constexpr std::size_t nativeLanes = 4;
#else
constexpr std::size_t nativeLanes = 2;
#endif

/// As many numbers as the processor takes at once: as a loop over lanes, additions and comparisons together stay scalar
/// (measured), and a wider value is taken apart through memory. As typedefs: clang 14 forgets `aligned` in a using.
typedef double Native __attribute__((vector_size(nativeLanes * sizeof(double)), may_alias, aligned(8)));
typedef std::uint64_t NativeCounts __attribute__((vector_size(nativeLanes * sizeof(double)), may_alias, aligned(8)));

/// The lanes from `lane` on that fit a Native, over whole rounds of laneCount values.
void addLanes(const double* values, std::size_t count, double pivot, LaneSums& sums, std::size_t lane) {
    auto sum = *reinterpret_cast<Native*>(sums.sum + lane), squares = *reinterpret_cast<Native*>(sums.squares + lane);
    auto least = *reinterpret_cast<Native*>(sums.least + lane), most = *reinterpret_cast<Native*>(sums.most + lane);
    auto counts = *reinterpret_cast<NativeCounts*>(sums.count + lane);
    for (std::size_t i = lane; i < count; i += laneCount) {
        const Native value = *reinterpret_cast<const Native*>(values + i);
        const auto isNumber = value == value;
        const Native distance = isNumber ? value - pivot : Native{};
        sum += distance;
        squares += distance * distance;
        least = value < least ? value : least; // false for NaN
        most = value > most ? value : most;
        counts -= reinterpret_cast<NativeCounts>(isNumber); // true is all ones: -1
    }
    *reinterpret_cast<Native*>(sums.sum + lane) = sum;
    *reinterpret_cast<Native*>(sums.squares + lane) = squares;
    *reinterpret_cast<Native*>(sums.least + lane) = least;
    *reinterpret_cast<Native*>(sums.most + lane) = most;
    *reinterpret_cast<NativeCounts*>(sums.count + lane) = counts;
}

void addSums(const double* values, std::size_t count, double pivot, LaneSums& sums) {
    const std::size_t whole = count - count % laneCount;
    for (std::size_t lane = 0; lane < laneCount; lane += nativeLanes)
        addLanes(values, whole, pivot, sums, lane);
    for (std::size_t i = whole; i < count; ++i) {
        const std::size_t lane = i - whole;
        const bool isNumber = values[i] == values[i];
        const double distance = isNumber ? values[i] - pivot : 0.0;
        sums.sum[lane] += distance;
        sums.squares[lane] += distance * distance;
        sums.least[lane] = values[i] < sums.least[lane] ? values[i] : sums.least[lane];
        sums.most[lane] = values[i] > sums.most[lane] ? values[i] : sums.most[lane];
        sums.count[lane] += isNumber ? 1U : 0U;
    }
}

void bins(const double* values, std::size_t count, const BinMap& map, std::uint16_t* out) {
    const double pivot = map.pivot, offset = map.offset;
    const unsigned shift = map.shift;
    const std::int32_t firstKey = map.firstKey, centre = map.centre, last = map.last;
    for (std::size_t i = 0; i < count; ++i) {
        const double value = values[i], away = value - pivot;
        const double size = (away < 0 ? -away : away) + offset;
        const auto key = static_cast<std::int32_t>(__builtin_bit_cast(std::uint64_t, size) >> shift);
        const std::int32_t steps = key > firstKey ? key - firstKey : 0; // not so only beyond bins of one sign
        std::int32_t bin = away < 0 ? centre - steps : centre + steps;
        bin = bin < 0 ? 0 : bin;
        bin = bin > last ? last : bin;
        out[i] = static_cast<std::uint16_t>(value == value ? bin : last + 1);
    }
}

void groups(const double* uniforms, std::size_t count, std::uint8_t* out) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = static_cast<std::uint8_t>(static_cast<std::int32_t>(uniforms[i] * double{groupCount}));
}

using RowValue = double __attribute__((vector_size(rowWidth * sizeof(double)), may_alias));

void addRows(const std::uint8_t* groups, const double* rows, std::size_t count, double* sums) {
    const auto* row = reinterpret_cast<const RowValue*>(rows);
    auto* sum = reinterpret_cast<RowValue*>(sums);
    for (std::size_t i = 0; i < count; ++i)
        sum[groups[i]] += row[i];
}

void addPairs(const std::uint16_t* pairs, std::uint32_t offset, const double* rows, double* sums) {
    const auto* row = reinterpret_cast<const RowValue*>(rows);
    auto* sum = reinterpret_cast<RowValue*>(sums);
    for (std::uint32_t g = 0; g < groupCount; ++g)
        sum[g ^ offset] += row[pairs[2 * g]] + row[pairs[2 * g + 1]];
}

double product(const std::uint32_t* a, const std::uint32_t* b, double middle, std::size_t count) {
    double lanes[laneCount] = {};
    const std::size_t whole = count - count % laneCount;
    const auto add = [&](std::size_t i, std::size_t lane) { // signed: converts in one instruction
        const double x = static_cast<double>(static_cast<std::int32_t>(a[i])) - middle;
        const double y = static_cast<double>(static_cast<std::int32_t>(b[i])) - middle;
        lanes[lane] += x * y;
    };
    for (std::size_t i = 0; i < whole; i += laneCount)
        for (std::size_t lane = 0; lane < laneCount; ++lane)
            add(i + lane, lane);
    for (std::size_t i = whole; i < count; ++i)
        add(i, i - whole);
    double sum = 0;
    for (const double lane : lanes)
        sum += lane;
    return sum;
}

constexpr StatisticLoops makeStatisticLoops() { return {addSums, bins, groups, addRows, product, addPairs}; }

} // namespace
} // namespace assay
