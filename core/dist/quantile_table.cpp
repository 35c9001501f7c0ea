// Building: exact values and slopes at the knots, cubic Hermite pieces kept monotone (Fritsch and Carlson 1980).
#include "core/dist/quantile_table.h"

#include "core/dist/special.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace assay {
namespace {

constexpr unsigned pieceBits = 5; ///< 2^5 pieces an octave
constexpr unsigned pieceShift = 52 - pieceBits;
constexpr std::size_t octaves = 52; ///< t from 2^-53 to 2^-1
constexpr std::size_t sideSize = octaves << pieceBits;
constexpr std::uint64_t firstPiece = std::bit_cast<std::uint64_t>(0x1p-53) >> pieceShift;
constexpr std::uint64_t fractionMask = (std::uint64_t{1} << pieceShift) - 1;
constexpr double largestTail = 0x1.fffffffffffffp-2; ///< below 1/2, so that it falls into the last piece
constexpr double tolerance = 1e-7;
constexpr std::size_t fineParts = 64;                       ///< of a rough piece
constexpr std::size_t checkedFrom = (53 - 34) << pieceBits; ///< first piece that is checked: t = 2^-34

double knot(std::size_t piece) { return std::bit_cast<double>((firstPiece + piece) << pieceShift); }

struct Place {
    std::size_t piece = 0; ///< within both sides
    double along = 0;      ///< in [0, 1)
};

inline Place placeOf(double u) {
    const double lower = u < 1.0 - u ? u : 1.0 - u;
    const double t = lower < largestTail ? lower : largestTail;
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(t);
    const std::uint64_t fraction = ((bits & fractionMask) << pieceBits) | 0x3ff0000000000000;
    const std::size_t side = u < 0.5 ? 0 : sideSize;
    return {static_cast<std::size_t>((bits >> pieceShift) - firstPiece) + side, std::bit_cast<double>(fraction) - 1.0};
}

/// Slopes that keep a cubic piece monotone: same sign as the step and at most three times as steep.
double limited(double slope, double step) {
    if (!(slope * step > 0))
        return slope == slope && step != 0 && std::isinf(slope) ? 3 * step : 0;
    return std::abs(slope) > 3 * std::abs(step) ? 3 * step : slope;
}

/// Coefficients of the monotone cubic with these values and slopes (per width of the piece) at its ends.
std::array<double, 4> hermite(double x, double slope, double nextX, double nextSlope) {
    const double step = nextX - x, left = limited(slope, step), right = limited(nextSlope, step);
    return {x, left, 3 * step - 2 * left - right, left + right - 2 * step};
}

/// The pieces in which the quantile function jumps or bends sharply, ascending.
std::vector<std::size_t> kinkPieces(const Distribution& distribution) {
    std::vector<std::size_t> pieces;
    for (const double x : kinks(distribution))
        for (const double at : {std::nextafter(x, -HUGE_VAL), x}) {
            const Cumulative reached = exactCumulative(distribution, at);
            const double u = reached.lower < 0.5 ? reached.lower : 1 - reached.upper;
            if (u > 0x1p-53 && u < 1)
                pieces.push_back(placeOf(u).piece);
        }
    std::sort(pieces.begin(), pieces.end());
    return pieces;
}

bool mayBend(const Distribution& d) {
    return std::holds_alternative<Mixture>(d.shape) || std::holds_alternative<Truncated>(d.shape)
           || std::holds_alternative<Metalog>(d.shape) || std::holds_alternative<Lognormal>(d.shape);
}

/// Exact quantiles asked for in the order of t: a beta quantile starts from the one before.
class Marcher {
public:
    Marcher(const Distribution& distribution, Side side) : m_distribution(distribution), m_side(side) {
        if (const auto* beta = std::get_if<Beta>(&distribution.shape)) {
            m_beta = beta;
            m_shape = makeBetaShape(beta->alpha, beta->beta);
            m_shape = side == Side::lower ? m_shape : mirrored(m_shape);
            m_last = m_shape.alpha / (m_shape.alpha + m_shape.beta);
        }
    }

    double quantile(double t) {
        if (m_beta == nullptr)
            return exactQuantile(m_distribution, {t, m_side});
        m_last = betaQuantile(t, m_shape, m_last);
        const double distance = (m_beta->high - m_beta->low) * m_last;
        return m_side == Side::lower ? m_beta->low + distance : m_beta->high - distance;
    }

    /// dx/dt at the quantile last asked for.
    double slope(double x) const {
        const double density = m_beta == nullptr ? exactDensity(m_distribution, x)
                                                 : betaDensity(m_last, m_shape) / (m_beta->high - m_beta->low);
        return (m_side == Side::lower ? 1.0 : -1.0) / density;
    }

private:
    const Distribution& m_distribution;
    Side m_side;
    const Beta* m_beta = nullptr;
    BetaShape m_shape;
    double m_last = 0.5;
};

} // namespace

QuantileTable::QuantileTable(const Distribution& distribution) : m_distribution(distribution) {
    if (const auto* uniform = std::get_if<Uniform>(&distribution.shape)) {
        m_method = Method::straight;
        m_low = uniform->low;
        m_high = uniform->high;
    } else if (const auto* interval = std::get_if<Interval>(&distribution.shape)) {
        m_method = Method::straight;
        m_low = interval->low;
        m_high = interval->high;
    } else if (std::holds_alternative<Fixed>(distribution.shape)
               || std::holds_alternative<Empirical>(distribution.shape)
               || std::holds_alternative<Triangular>(distribution.shape)) {
        m_method = Method::exact; // closed forms without a special function: nothing to gain from a table
    } else {
        build();
    }
}

void QuantileTable::build() {
    m_pieces.resize(2 * sideSize);
    m_rough.assign(2 * sideSize, 0);
    buildSide(Side::lower);
    buildSide(Side::upper);
    if (mayBend(m_distribution))
        refineRough();
}

void QuantileTable::buildSide(Side side) {
    const std::size_t offset = side == Side::lower ? 0 : sideSize;
    Marcher marcher(m_distribution, side);
    double x = marcher.quantile(knot(0)), slope = marcher.slope(x);
    for (std::size_t i = 0; i < sideSize; ++i) {
        const double nextX = marcher.quantile(knot(i + 1)), nextSlope = marcher.slope(nextX);
        const double width = knot(i + 1) - knot(i);
        const auto c = hermite(x, slope * width, nextX, nextSlope * width);
        m_pieces[offset + i] = {c[0], c[1], c[2], c[3]};
        x = nextX;
        slope = nextSlope;
    }
}

bool QuantileTable::misses(const Piece& p, Side side, double from, double to, double spread) const {
    const int points = to - from < 1e-4 ? 1 : 3; // far out a piece is so narrow in u that one look is enough
    for (int i = 1; i <= points; ++i) {
        const double v = static_cast<double>(i) / (points + 1);
        const double exact = exactQuantile(m_distribution, {from + v * (to - from), side});
        const double found = p.c0 + v * (p.c1 + v * (p.c2 + v * p.c3));
        if (!(std::abs(found - exact) <= tolerance * std::max(std::abs(exact), spread)))
            return true;
    }
    return false;
}

void QuantileTable::refineRough() {
    const double spread =
        exactQuantile(m_distribution, {0.05, Side::upper}) - exactQuantile(m_distribution, {0.05, Side::lower});
    const std::vector<std::size_t> bends = kinkPieces(m_distribution);
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        const std::size_t at = i % sideSize;
        const Side side = i < sideSize ? Side::lower : Side::upper;
        if (at < checkedFrom
            || (!std::binary_search(bends.begin(), bends.end(), i)
                && !misses(m_pieces[i], side, knot(at), knot(at + 1), spread)))
            continue;
        m_rough[i] = static_cast<std::uint32_t>(m_fine.size()) + 1;
        const double width = (knot(at + 1) - knot(at)) / static_cast<double>(fineParts);
        Marcher marcher(m_distribution, side);
        double x = marcher.quantile(knot(at)), slope = marcher.slope(x);
        for (std::size_t part = 0; part < fineParts; ++part) {
            const double from = knot(at) + width * static_cast<double>(part);
            const double nextX = marcher.quantile(from + width), nextSlope = marcher.slope(nextX);
            const auto c = hermite(x, slope * width, nextX, nextSlope * width);
            const Piece piece{c[0], c[1], c[2], c[3]};
            m_fine.push_back(FinePiece{piece, misses(piece, side, from, from + width, spread)});
            x = nextX;
            slope = nextSlope;
        }
    }
}

double QuantileTable::roughValue(std::size_t piece, double along, double u) const {
    const double fine = along * static_cast<double>(fineParts), part = std::floor(fine), v = fine - part;
    const FinePiece& f = m_fine[m_rough[piece] - 1 + static_cast<std::size_t>(part)];
    if (f.exact)
        return exactQuantile(m_distribution, tailOf(u));
    return f.piece.c0 + v * (f.piece.c1 + v * (f.piece.c2 + v * f.piece.c3));
}

double QuantileTable::exactShare() const {
    if (m_method != Method::table)
        return m_method == Method::exact ? 1 : 0;
    double share = 0;
    for (std::size_t i = 0; i < m_rough.size(); ++i)
        for (std::size_t part = 0; m_rough[i] != 0 && part < fineParts; ++part)
            if (m_fine[m_rough[i] - 1 + part].exact)
                share += (knot(i % sideSize + 1) - knot(i % sideSize)) / static_cast<double>(fineParts);
    return share;
}

void QuantileTable::fill(std::span<const double> uniforms, std::span<double> values) const {
    if (m_method == Method::straight) {
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = m_low + (m_high - m_low) * uniforms[i];
        return;
    }
    if (m_method == Method::exact) {
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = exactQuantile(m_distribution, tailOf(uniforms[i]));
        return;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Place place = placeOf(uniforms[i]);
        const Piece& p = m_pieces[place.piece];
        const double v = place.along;
        const double value = p.c0 + v * (p.c1 + v * (p.c2 + v * p.c3));
        values[i] = m_rough[place.piece] != 0 ? roughValue(place.piece, v, uniforms[i]) : value;
    }
}

} // namespace assay
