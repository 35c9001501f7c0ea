// Building: exact values and slopes at the knots, cubic Hermite pieces kept monotone (Fritsch and Carlson 1980).
#include "core/dist/quantile_table.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace assay {
namespace {

constexpr unsigned pieceBits = 5;                    ///< 2^5 pieces an octave
constexpr unsigned pieceShift = 52 - pieceBits;
constexpr std::size_t octaves = 52;                  ///< t from 2^-53 to 2^-1
constexpr std::size_t sideSize = octaves << pieceBits;
constexpr std::uint64_t firstPiece = std::bit_cast<std::uint64_t>(0x1p-53) >> pieceShift;
constexpr std::uint64_t fractionMask = (std::uint64_t{1} << pieceShift) - 1;
constexpr double largestTail = 0x1.fffffffffffffp-2; ///< below 1/2, so that it falls into the last piece
constexpr double tolerance = 1e-7;

double knot(std::size_t piece) {
    return std::bit_cast<double>((firstPiece + piece) << pieceShift);
}

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

bool mayBend(const Distribution& d) {
    return std::holds_alternative<Mixture>(d.shape) || std::holds_alternative<Truncated>(d.shape) ||
           std::holds_alternative<Metalog>(d.shape) || std::holds_alternative<Lognormal>(d.shape);
}

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
    } else if (std::holds_alternative<Fixed>(distribution.shape) || std::holds_alternative<Empirical>(distribution.shape) ||
               std::holds_alternative<Triangular>(distribution.shape)) {
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
    if (mayBend(m_distribution)) {
        checkPieces();
        markKinks();
    }
    m_anyRough = std::any_of(m_rough.begin(), m_rough.end(), [](std::uint8_t rough) { return rough != 0; });
}

void QuantileTable::buildSide(Side side) {
    const std::size_t offset = side == Side::lower ? 0 : sideSize;
    const double sign = side == Side::lower ? 1.0 : -1.0;
    double x = exactQuantile(m_distribution, {knot(0), side});
    double slope = sign / exactDensity(m_distribution, x);
    for (std::size_t i = 0; i < sideSize; ++i) {
        const double nextX = exactQuantile(m_distribution, {knot(i + 1), side});
        const double nextSlope = sign / exactDensity(m_distribution, nextX);
        const double width = knot(i + 1) - knot(i), step = nextX - x;
        const double left = limited(slope * width, step), right = limited(nextSlope * width, step);
        m_pieces[offset + i] = {x, left, 3 * step - 2 * left - right, left + right - 2 * step};
        m_rough[offset + i] = std::isfinite(x) && std::isfinite(nextX) ? 0 : 1;
        x = nextX;
        slope = nextSlope;
    }
}

void QuantileTable::checkPieces() {
    const double spread = exactQuantile(m_distribution, {0.05, Side::upper}) - exactQuantile(m_distribution, {0.05, Side::lower});
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        const std::size_t piece = i % sideSize;
        for (const double v : {0.25, 0.5, 0.75}) {
            const Tail tail{knot(piece) + v * (knot(piece + 1) - knot(piece)), i < sideSize ? Side::lower : Side::upper};
            const double exact = exactQuantile(m_distribution, tail);
            const Piece& p = m_pieces[i];
            const double found = p.c0 + v * (p.c1 + v * (p.c2 + v * p.c3));
            if (!(std::abs(found - exact) <= tolerance * std::max(std::abs(exact), spread)))
                m_rough[i] = 1;
        }
    }
}

void QuantileTable::markKinks() {
    for (const double x : kinks(m_distribution)) {
        const double before = std::nextafter(x, -HUGE_VAL);
        for (const double at : {before, x}) {
            const Cumulative reached = exactCumulative(m_distribution, at);
            const double u = reached.lower < 0.5 ? reached.lower : 1 - reached.upper;
            if (u > 0x1p-53 && u < 1)
                m_rough[placeOf(u).piece] = 1;
        }
    }
}

double QuantileTable::exactShare() const {
    if (m_method != Method::table)
        return m_method == Method::exact ? 1 : 0;
    const auto rough = std::count(m_rough.begin(), m_rough.end(), 1);
    return static_cast<double>(rough) / static_cast<double>(m_rough.size());
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
        const double u = uniforms[i];
        const Place place = placeOf(u);
        const Piece& p = m_pieces[place.piece];
        const double v = place.along;
        const double value = p.c0 + v * (p.c1 + v * (p.c2 + v * p.c3));
        values[i] = m_anyRough && m_rough[place.piece] != 0 ? exactQuantile(m_distribution, tailOf(u)) : value;
    }
}

} // namespace assay
