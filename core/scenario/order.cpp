// Radix sort of order-preserving keys (Herf 2001: flip the sign bit, or all bits of a negative number).
#include "core/scenario/order.h"

#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace assay {
namespace {

constexpr unsigned digitBits = 11;
constexpr std::size_t buckets = std::size_t{1} << digitBits;
constexpr unsigned passes = 6; // 6 x 11 >= 64 bits

struct Entry {
    std::uint64_t key = 0;
    std::uint32_t index = 0;
};

std::uint64_t keyOf(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0); // -0 becomes 0: equal values have one key
    return (bits >> 63) != 0 ? ~bits : bits | (std::uint64_t{1} << 63);
}

std::size_t digit(std::uint64_t key, unsigned pass) {
    return static_cast<std::size_t>(key >> (pass * digitBits)) & (buckets - 1);
}

using Counts = std::array<std::uint32_t, buckets>;

/// One stable pass from `from` to `to`; false when all entries share the digit, so that nothing had to move.
bool scatter(const std::vector<Entry>& from, std::vector<Entry>& to, Counts counts, unsigned pass) {
    std::uint32_t sum = 0;
    for (std::uint32_t& count : counts) {
        if (count == from.size())
            return false;
        const std::uint32_t here = count;
        count = sum;
        sum += here;
    }
    for (const Entry& entry : from)
        to[counts[digit(entry.key, pass)]++] = entry;
    return true;
}

} // namespace

Order sortedOrder(std::span<const double> values) {
    std::vector<Entry> entries, other;
    entries.reserve(values.size());
    std::vector<Counts> counts(passes);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        const std::uint64_t key = keyOf(values[i]);
        entries.push_back(Entry{key, static_cast<std::uint32_t>(i)});
        for (unsigned pass = 0; pass < passes; ++pass)
            ++counts[pass][digit(key, pass)];
    }
    other.resize(entries.size());
    for (unsigned pass = 0; pass < passes && !entries.empty(); ++pass)
        if (scatter(entries, other, counts[pass], pass))
            entries.swap(other);
    Order order(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i)
        order[i] = entries[i].index;
    return order;
}

std::vector<double> midRanks(std::span<const double> values, const Order& order, std::span<const double> keep) {
    std::vector<double> ranks(values.size(), std::numeric_limits<double>::quiet_NaN());
    std::vector<std::uint32_t> tied;
    double before = 0; // samples with a smaller value
    for (std::size_t i = 0; i < order.size();) {
        const double value = values[order[i]];
        tied.clear();
        for (; i < order.size() && values[order[i]] == value; ++i)
            if (!std::isnan(keep[order[i]]))
                tied.push_back(order[i]);
        const auto count = static_cast<double>(tied.size());
        for (const std::uint32_t sample : tied)
            ranks[sample] = before + 0.5 * (count + 1);
        before += count;
    }
    return ranks;
}

} // namespace assay
