// The loops themselves, plain enough for the compiler to turn into vector code. Included by one file per instruction
// set; everything has internal linkage and no header with inline functions of other linkage is included, or the linker
// might keep the copy for a processor that is not there.
#pragma once

#include "core/scenario/statistic_loops.h"

namespace assay {
namespace {

void addSums(const double* values, std::size_t count, double pivot, LaneSums& sums) {
    LaneSums own = sums; // a copy that the compiler may keep in registers
    const std::size_t whole = count - count % laneCount;
    const auto add = [&own, pivot](double value, std::size_t lane) {
        const bool counts = value == value;
        const double distance = counts ? value - pivot : 0.0;
        own.sum[lane] += distance;
        own.squares[lane] += distance * distance;
        own.least[lane] = value < own.least[lane] ? value : own.least[lane]; // false for NaN
        own.most[lane] = value > own.most[lane] ? value : own.most[lane];
        own.count[lane] += counts ? 1U : 0U;
    };
    for (std::size_t i = 0; i < whole; i += laneCount)
        for (std::size_t lane = 0; lane < laneCount; ++lane)
            add(values[i + lane], lane);
    for (std::size_t i = whole; i < count; ++i)
        add(values[i], i - whole);
    sums = own;
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

void addRows(const std::uint8_t* groups, const double* __restrict rows, std::size_t count, double* __restrict sums) {
    for (std::size_t i = 0; i < count; ++i) {
        double* sum = sums + std::size_t{groups[i]} * rowWidth;
        const double* row = rows + i * rowWidth;
        for (std::size_t k = 0; k < rowWidth; ++k)
            sum[k] += row[k];
    }
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

bool isNear(const double* values, std::size_t count, const double* centres, double width) {
    const double a = centres[0], b = centres[1], c = centres[2];
    std::uint64_t near = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double value = values[i];
        const bool one = __builtin_fabs(value - a) <= width;
        const bool two = __builtin_fabs(value - b) <= width;
        const bool three = __builtin_fabs(value - c) <= width;
        near |= (one ? 1U : 0U) | (two ? 1U : 0U) | (three ? 1U : 0U);
    }
    return near != 0;
}

constexpr StatisticLoops makeStatisticLoops() { return {addSums, bins, groups, addRows, product, isNear}; }

} // namespace
} // namespace assay
