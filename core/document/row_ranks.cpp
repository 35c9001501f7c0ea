// Keys are packed so that comparing two is comparing numbers; orders are made by counting, least important column
// first.
#include "core/document/row_ranks.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace assay {
namespace {

/// The bits of a double so that they sort as it does: negative ones turned over, others above them.
std::uint64_t sortableBits(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value); // -0 is 0
    constexpr std::uint64_t sign = std::uint64_t(1) << 63;
    return (bits & sign) != 0 ? ~bits : bits | sign;
}

/// The first eight bytes as a number; a shorter text is padded with zeros.
std::uint64_t leadingBytes(std::string_view text) {
    std::uint64_t lead = 0;
    for (std::size_t i = 0; i < 8; ++i)
        lead = (lead << 8) | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return lead;
}

struct Packed {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::uint32_t row = 0;
};

/// Ranks of sorted rows: one more where a row differs from the one before.
template <class Differ>
Ranks ranked(std::size_t count, const std::vector<Packed>& sorted, Differ differ) {
    Ranks ranks(count, noRank);
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        rank += i > 0 && differ(sorted[i - 1], sorted[i]) ? 1 : 0;
        ranks[sorted[i].row] = rank;
    }
    return ranks;
}

std::uint32_t highestRank(const Ranks& ranks) {
    std::uint32_t highest = 0;
    for (const std::uint32_t rank : ranks)
        highest = rank == noRank ? highest : std::max(highest, rank);
    return highest;
}

/// A stable counting sort of `rows` by one column.
std::vector<std::uint32_t> sortedBy(const std::vector<std::uint32_t>& rows, const RankedColumn& column) {
    const std::uint32_t highest = highestRank(*column.ranks);
    const auto slot = [&](std::uint32_t row) {
        const std::uint32_t rank = (*column.ranks)[row];
        if (rank == noRank)
            return highest + 1;
        return column.direction == SortDirection::ascending ? rank : highest - rank;
    };
    std::vector<std::uint32_t> starts(std::size_t(highest) + 3, 0);
    for (const std::uint32_t row : rows)
        ++starts[slot(row) + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<std::uint32_t> sorted(rows.size());
    for (const std::uint32_t row : rows)
        sorted[starts[slot(row)]++] = row;
    return sorted;
}

} // namespace

Ranks ranksOf(std::span<const NumberKey> numbers) {
    std::vector<Packed> keys;
    keys.reserve(numbers.size());
    for (std::size_t row = 0; row < numbers.size(); ++row)
        if (numbers[row].value && !std::isnan(*numbers[row].value))
            keys.push_back(
                Packed{numbers[row].group, sortableBits(*numbers[row].value), static_cast<std::uint32_t>(row)});
    std::sort(keys.begin(), keys.end(),
              [](const Packed& a, const Packed& b) { return a.high != b.high ? a.high < b.high : a.low < b.low; });
    return ranked(numbers.size(), keys,
                  [](const Packed& a, const Packed& b) { return a.high != b.high || a.low != b.low; });
}

Ranks ranksOf(std::span<const std::string_view> texts) {
    constexpr std::size_t packed = 16; // bytes that are compared as two numbers
    std::vector<Packed> keys;
    keys.reserve(texts.size());
    for (std::size_t row = 0; row < texts.size(); ++row)
        if (const std::string_view text = texts[row]; !text.empty())
            keys.push_back(Packed{leadingBytes(text), text.size() > 8 ? leadingBytes(text.substr(8)) : 0,
                                  static_cast<std::uint32_t>(row)});
    const auto rest = [&](const Packed& key) { // a text of zero bytes: its length still counts
        const std::string_view text = texts[key.row];
        return text.size() > packed || text.find('\0') != text.npos ? text : std::string_view();
    };
    std::sort(keys.begin(), keys.end(), [&](const Packed& a, const Packed& b) {
        if (a.high != b.high)
            return a.high < b.high;
        return a.low != b.low ? a.low < b.low : texts[a.row] < texts[b.row];
    });
    return ranked(texts.size(), keys, [&](const Packed& a, const Packed& b) {
        return a.high != b.high || a.low != b.low || rest(a) != rest(b);
    });
}

std::vector<std::uint32_t> orderedRows(std::size_t count, std::span<const RankedColumn> columns) {
    std::vector<std::uint32_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0U);
    for (auto column = columns.rbegin(); column != columns.rend(); ++column)
        rows = sortedBy(rows, *column);
    return rows;
}

} // namespace assay
