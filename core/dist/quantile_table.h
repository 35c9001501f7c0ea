// QuantileTable: the one sampler. A distribution's quantile function as polynomial pieces, dense in both tails, built
// once; a column of uniforms becomes a column of values by look-up. Monotone in u. Knows no model.
#pragma once

#include "core/dist/column_loops.h"
#include "core/dist/exact.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace assay {

/// Pieces are 1/16 of an octave of the tail probability t = min(u, 1 - u), from 2^-34 to 1/2 on both sides, each a
/// polynomial of degree 5 with the exact values, slopes and bends at its ends. Interpolation error: at most 1e-9 of the
/// value or of the P5-P95 spread, whichever is more, for t >= 1e-3, and 1e-7 further out; where a piece cannot hold
/// that (a jump, a gap between two parts of a mixture) it is cut finer, and at last its samples are computed exactly,
/// as are those with t < 2^-34.
class QuantileTable {
public:
    explicit QuantileTable(const Distribution& distribution);

    /// values[i] = quantile of uniforms[i]; the spans have one length and are different memory.
    void fill(const ColumnLoops& loops, std::span<const double> uniforms, std::span<double> values) const;

    /// Share of samples that are computed exactly, one by one: what a benchmark looks at.
    double exactShare() const;

private:
    struct Piece {
        double c[table::coefficients] = {}; ///< lowest first; c[0] NaN: not by this piece
    };
    enum class Method { table, straight, triangular, exact };

    void build();
    void buildSide(TailSide side);
    void refineRough();
    void cutFiner(std::size_t piece, TailSide side);
    double valueAt(double u) const;

    Distribution m_distribution;
    Method m_method = Method::table;
    double m_low = 0; ///< Method::straight: ends of the interval
    double m_high = 0;
    std::vector<Piece> m_pieces;        ///< lower side, then upper side
    std::vector<std::uint32_t> m_rough; ///< per piece: 0, or 1 + the place of its parts in m_fine
    std::vector<Piece> m_fine;          ///< rough pieces in equal parts each
};

/// The table of a distribution, built or still known from an earlier call; safe from any thread. What is known is
/// bounded and only saves time: a table is a function of its distribution.
std::shared_ptr<const QuantileTable> quantileTable(const Distribution& distribution);

} // namespace assay
