// Radix sort of order-preserving keys (Herf 2001: flip the sign bit, or all bits of a negative number), by the 32 bits
// that tell most of the column's values apart, or of a short column by the upper 22 of them; what these leave together
// is sorted by the values themselves.
#include "core/scenario/order.h"

#include <algorithm>
#include <array>
#include <bit>

namespace assay {
namespace {

constexpr unsigned digitBits = 11;
constexpr std::size_t buckets = std::size_t{1} << digitBits;
constexpr unsigned passes = 3;                           // 3 x 11 >= 32 bits
constexpr std::size_t fewEntries = std::size_t{1} << 18; ///< of so many 22 bits leave one in ten together

constexpr std::size_t stretch = std::size_t{1} << 18; ///< looked at without a look at the stop token: some ms

using Entry = std::uint64_t; ///< key in the upper half, index in the lower one
using Counts = std::array<std::uint32_t, buckets>;

std::uint64_t keyOf(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0); // -0 becomes 0: equal values have one key
    return (bits >> 63) != 0 ? ~bits : bits | (std::uint64_t{1} << 63);
}

std::uint32_t indexOf(Entry entry) { return static_cast<std::uint32_t>(entry); }
std::uint32_t shortKey(Entry entry) { return static_cast<std::uint32_t>(entry >> 32); }

std::size_t digit(Entry entry, unsigned pass) {
    return static_cast<std::size_t>(shortKey(entry) >> (pass * digitBits)) & (buckets - 1);
}

/// Calls work(first, end) for one stretch after the other until stop is requested.
template <class Work>
void inStretches(std::size_t size, const std::stop_token& stop, const Work& work) {
    for (std::size_t first = 0; first < size && !stop.stop_requested(); first += stretch)
        work(first, std::min(size, first + stretch));
}

/// Keys as offsets from the least, without the low bits that do not fit; in index order.
std::vector<Entry> entriesOf(std::span<const double> values, const std::stop_token& stop) {
    std::uint64_t least = ~std::uint64_t{0}, most = 0;
    inStretches(values.size(), stop, [&](std::size_t first, std::size_t end) {
        for (const double value : values.subspan(first, end - first)) {
            const std::uint64_t key = keyOf(value);
            least = value == value ? std::min(least, key) : least;
            most = value == value ? std::max(most, key) : most;
        }
    });
    if (least > most || stop.stop_requested())
        return {};
    std::vector<Entry> entries(values.size());
    const auto width = static_cast<unsigned>(std::bit_width(most - least));
    const unsigned shift = width > 32 ? width - 32 : 0;
    std::size_t size = 0;
    inStretches(values.size(), stop, [&](std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i) {
            entries[size] = (((keyOf(values[i]) - least) >> shift) << 32) | i;
            size += values[i] == values[i] ? 1 : 0;
        }
    });
    entries.resize(size);
    return entries;
}

/// One stable pass from `from` to `to`; false when all entries share the digit, so that nothing had to move.
bool scatter(const std::vector<Entry>& from, std::vector<Entry>& to, Counts counts, unsigned pass,
             const std::stop_token& stop) {
    std::uint32_t sum = 0;
    for (std::uint32_t& count : counts) {
        if (count == from.size())
            return false;
        const std::uint32_t here = count;
        count = sum;
        sum += here;
    }
    inStretches(from.size(), stop, [&](std::size_t first, std::size_t end) {
        for (const Entry entry : std::span(from).subspan(first, end - first))
            to[counts[digit(entry, pass)]++] = entry;
    });
    return true;
}

/// Digits that are not sorted by.
unsigned ignoredDigits(const std::vector<Entry>& entries) { return entries.size() <= fewEntries ? 1 : 0; }

void radixSort(std::vector<Entry>& entries, const std::stop_token& stop) {
    std::array<Counts, passes> counts{};
    const unsigned first = ignoredDigits(entries);
    inStretches(entries.size(), stop, [&](std::size_t from, std::size_t end) {
        for (const Entry entry : std::span(entries).subspan(from, end - from))
            for (unsigned pass = first; pass < passes; ++pass)
                ++counts[pass][digit(entry, pass)];
    });
    std::vector<Entry> other(stop.stop_requested() ? 0 : entries.size());
    for (unsigned pass = first; pass < passes && !stop.stop_requested(); ++pass)
        if (scatter(entries, other, counts[pass], pass, stop))
            entries.swap(other);
}

/// Where the entries end that were not told from entry `from`.
std::size_t runEnd(const std::vector<Entry>& entries, std::size_t from) {
    const unsigned unsorted = ignoredDigits(entries) * digitBits;
    std::size_t end = from + 1;
    while (end < entries.size() && shortKey(entries[end]) >> unsorted == shortKey(entries[from]) >> unsorted)
        ++end;
    return end;
}

/// By value and then by index, as the entries of a run come.
void sortRun(std::span<const double> values, std::span<Entry> run) {
    const auto less = [values](Entry a, Entry b) {
        const double x = values[indexOf(a)], y = values[indexOf(b)];
        return x < y || (x == y && indexOf(a) < indexOf(b));
    };
    if (!std::is_sorted(run.begin(), run.end(), less))
        std::sort(run.begin(), run.end(), less);
}

/// Ranks of the sorted entries [from, to), of which only neighbours may be equal.
void rankRun(std::span<const double> values, const std::vector<Entry>& entries, std::size_t from, std::size_t to,
             Ranks& ranks) {
    while (from < to) {
        std::size_t end = from + 1;
        while (end < to && values[indexOf(entries[end])] == values[indexOf(entries[from])])
            ++end;
        const auto shared = static_cast<std::uint32_t>(from + end + 1); // twice the mean of from + 1 .. end
        for (; from < end; ++from)
            ranks[indexOf(entries[from])] = shared;
    }
}

} // namespace

Ranking rankColumn(std::span<const double> values, const std::stop_token& stop) {
    std::vector<Entry> entries = entriesOf(values, stop);
    radixSort(entries, stop);
    if (stop.stop_requested())
        return {};
    Ranking ranking{Order(entries.size()), Ranks(values.size())};
    for (std::size_t from = 0, look = stretch; from < entries.size();) {
        if (from >= look) {
            if (stop.stop_requested())
                return {};
            look = from + stretch;
        }
        const std::size_t end = runEnd(entries, from);
        if (end == from + 1) {
            ranking.ranks[indexOf(entries[from])] = static_cast<std::uint32_t>(2 * end);
        } else {
            sortRun(values, std::span(entries).subspan(from, end - from));
            rankRun(values, entries, from, end, ranking.ranks);
        }
        from = end;
    }
    std::transform(entries.begin(), entries.end(), ranking.order.begin(), indexOf);
    return ranking;
}

Ranks ranksAmong(std::span<const std::uint32_t> ranks, std::span<const double> keep) {
    std::vector<std::uint32_t> counts(2 * ranks.size() + 1); // per rank: samples that have it and are kept
    const auto isKept = [&](std::size_t i) { return ranks[i] != 0 && keep[i] == keep[i]; };
    for (std::size_t i = 0; i < ranks.size(); ++i)
        counts[ranks[i]] += isKept(i) ? 1 : 0;
    std::uint32_t before = 0;
    for (std::uint32_t& count : counts) { // from here on: twice the mean rank of those that have it
        const std::uint32_t here = count;
        count = 2 * before + here + 1;
        before += here;
    }
    Ranks among(ranks.size());
    for (std::size_t i = 0; i < ranks.size(); ++i)
        among[i] = isKept(i) ? counts[ranks[i]] : 0;
    return among;
}

} // namespace assay
