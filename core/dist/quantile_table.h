// QuantileTable: the one sampler. A distribution's quantile function as cubic pieces, dense in both tails, built once;
// a column of uniforms becomes a column of values by look-up. Monotone in u. Knows no model.
#pragma once

#include "core/dist/exact.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace assay {

/// Pieces are 1/32 of an octave of the tail probability t = min(u, 1 - u), from 2^-53 to 1/2 on both sides.
/// Interpolation error: at most 1e-7 of the value or of the P5-P95 spread, whichever is more, down to t = 2^-34; where
/// a piece cannot hold that (a jump, a gap between two parts of a mixture) it is cut finer, and at last its samples are
/// computed exactly.
class QuantileTable {
public:
    explicit QuantileTable(const Distribution& distribution);

    /// values[i] = quantile of uniforms[i]; the spans have one length and may be the same memory.
    void fill(std::span<const double> uniforms, std::span<double> values) const;

    /// Share of samples that are computed exactly, one by one: what a benchmark looks at.
    double exactShare() const;

private:
    struct Piece {
        double c0 = 0, c1 = 0, c2 = 0, c3 = 0; ///< value = c0 + v (c1 + v (c2 + v c3)), v in [0, 1) along the piece
    };
    struct FinePiece {
        Piece piece;
        bool exact = false; ///< its samples are computed one by one
    };
    enum class Method { table, straight, exact };

    void build();
    void buildSide(Side side);
    void refineRough();
    bool misses(const Piece& piece, Side side, double from, double to, double spread) const;
    double roughValue(std::size_t piece, double along, double u) const;

    Distribution m_distribution;
    Method m_method = Method::table;
    double m_low = 0; ///< Method::straight: ends of the interval
    double m_high = 0;
    std::vector<Piece> m_pieces;        ///< lower side, then upper side
    std::vector<std::uint32_t> m_rough; ///< per piece: 0, or 1 + the place of its parts in m_fine
    std::vector<FinePiece> m_fine;      ///< rough pieces in 64 equal parts each
};

} // namespace assay
