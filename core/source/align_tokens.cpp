// Semi-global alignment (Needleman and Wunsch 1970, free ends in `b`) in a band around a diagonal.
#include "core/source/align_tokens.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace assay {
namespace {

enum class Move : std::uint8_t { start, both, skipA, skipB };

// A gap is worth one sign; a replaced token costs one gap, so that it is paired rather than dropped twice.
constexpr int gap = -1;
constexpr int replaced = -1;
constexpr int impossible = std::numeric_limits<int>::min() / 2;

int pairScore(const TokenText& a, std::size_t i, const TokenText& b, std::size_t j) {
    const double likeness = tokenLikeness(a, i, b, j);
    return likeness > 0 ? static_cast<int>(2 * likeness * tokenWeight(a.tokens[i])) : replaced;
}

/// The cells of one row of the band, by column of b.
class Band {
public:
    Band(std::size_t rows, std::size_t columns, std::ptrdiff_t shift, std::size_t width)
        : m_shift(shift),
          m_width(static_cast<std::ptrdiff_t>(width)),
          m_columns(static_cast<std::ptrdiff_t>(columns)),
          m_moves(rows * (2 * width + 1), Move::start) {}
    std::ptrdiff_t first(std::ptrdiff_t row) const { return std::max(row + m_shift - m_width, std::ptrdiff_t{0}); }
    std::ptrdiff_t last(std::ptrdiff_t row) const { return std::min(row + m_shift + m_width, m_columns); }
    bool has(std::ptrdiff_t row, std::ptrdiff_t column) const { return column >= first(row) && column <= last(row); }
    Move& move(std::ptrdiff_t row, std::ptrdiff_t column) {
        return m_moves[static_cast<std::size_t>(row * (2 * m_width + 1) + column - (row + m_shift - m_width))];
    }

private:
    std::ptrdiff_t m_shift;
    std::ptrdiff_t m_width;
    std::ptrdiff_t m_columns;
    std::vector<Move> m_moves;
};

/// Fills the band; returns the column at which the best alignment ends in the last row, -1 when the band misses `b`.
std::ptrdiff_t fill(Band& band, const TokenText& a, const TokenText& b) {
    const auto rows = static_cast<std::ptrdiff_t>(a.tokens.size());
    std::vector<int> above(b.tokens.size() + 1, 0);
    std::vector<int> row(b.tokens.size() + 1, impossible);
    for (std::ptrdiff_t i = 1; i <= rows; ++i) {
        for (std::ptrdiff_t j = band.first(i); j <= band.last(i); ++j) {
            const auto column = static_cast<std::size_t>(j);
            int best = band.has(i - 1, j) ? above[column] + gap : impossible;
            Move move = Move::skipA;
            if (j > 0 && band.has(i - 1, j - 1)) {
                const int both = above[column - 1] + pairScore(a, static_cast<std::size_t>(i - 1), b, column - 1);
                if (both >= best) {
                    best = both;
                    move = Move::both;
                }
            }
            if (j > band.first(i) && row[column - 1] + gap > best) {
                best = row[column - 1] + gap;
                move = Move::skipB;
            }
            row[column] = best;
            band.move(i, j) = move;
        }
        std::swap(above, row);
    }
    if (band.first(rows) > band.last(rows))
        return -1;
    const auto from = above.begin() + band.first(rows);
    const auto to = above.begin() + band.last(rows) + 1;
    return band.first(rows) + (std::max_element(from, to) - from);
}

bool areFormsOfOneWord(std::u32string_view a, std::u32string_view b) {
    constexpr std::size_t shortestStem = 4; // letters: "cost" and "costs", not "in" and "into"
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t same = 0;
    while (same < most && a[same] == b[same])
        ++same;
    return same >= shortestStem && same * 3 >= std::max(a.size(), b.size()) * 2;
}

std::u32string_view wordOf(const TokenText& side, std::size_t i) {
    return side.text.substr(side.tokens[i].start, side.tokens[i].end - side.tokens[i].start);
}

} // namespace

double tokenLikeness(const TokenText& a, std::size_t i, const TokenText& b, std::size_t j) {
    const Token& left = a.tokens[i];
    const Token& right = b.tokens[j];
    if (left.key == right.key)
        return 1;
    if (left.kind != right.kind)
        return 0;
    if (left.kind == TokenKind::number)
        return 0.5;
    return left.kind == TokenKind::word && areFormsOfOneWord(wordOf(a, i), wordOf(b, j)) ? 0.6 : 0;
}

Alignment alignTokens(const TokenText& a, const TokenText& b, std::ptrdiff_t shift, std::size_t band) {
    Alignment alignment{std::vector<std::size_t>(a.tokens.size(), noToken)};
    Band moves(a.tokens.size() + 1, b.tokens.size(), shift, band);
    auto i = static_cast<std::ptrdiff_t>(a.tokens.size());
    std::ptrdiff_t j = fill(moves, a, b);
    while (i > 0 && moves.has(i, j)) {
        const Move move = moves.move(i, j);
        if (move == Move::both)
            alignment.partner[static_cast<std::size_t>(i - 1)] = static_cast<std::size_t>(j - 1);
        i -= move == Move::skipB ? 0 : 1;
        j -= move == Move::skipA ? 0 : 1;
    }
    return alignment;
}

} // namespace assay
