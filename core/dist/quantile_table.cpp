// Building: exact values, slopes and bends at the knots, pieces that are checked to be monotone.
#include "core/dist/quantile_table.h"

#include "core/dist/quantile_march.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace assay {
namespace {

using table::sideSize;

constexpr unsigned pieceShift = 52 - table::pieceBits;
constexpr std::uint64_t firstPiece = std::bit_cast<std::uint64_t>(0x1p-35) >> pieceShift;
constexpr std::uint64_t fractionMask = (std::uint64_t{1} << pieceShift) - 1;
constexpr double largestTail = 0x1.fffffffffffffp-2;              ///< below 1/2, so that it falls into the last piece
constexpr std::size_t begun = std::size_t{1} << table::pieceBits; ///< the octave before 2^-34 is never looked up
constexpr std::size_t fineParts = 64;                             ///< of a rough piece

static_assert(firstPiece == std::uint64_t{1023 - table::firstOctave} << table::pieceBits);

double knot(std::size_t piece) { return std::bit_cast<double>((firstPiece + piece) << pieceShift); }

struct Place {
    std::size_t piece = 0; ///< within both sides
    double along = 0;      ///< in [0, 1)
};

/// t at least 2^-34.
Place placeOf(double u) {
    const double t = std::min(std::min(u, 1.0 - u), largestTail);
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(t);
    const std::uint64_t fraction = ((bits & fractionMask) << table::pieceBits) | 0x3ff0000000000000;
    const std::size_t side = u < 0.5 ? 0 : sideSize;
    return {static_cast<std::size_t>((bits >> pieceShift) - firstPiece) + side, std::bit_cast<double>(fraction) - 1.0};
}

using Coefficients = std::array<double, table::coefficients>;

double evaluate(const double* c, double v) {
    return c[0] + v * (c[1] + v * (c[2] + v * (c[3] + v * (c[4] + v * c[5]))));
}

/// The polynomial with both points' values, slopes and bends at the ends of a piece of this width.
Coefficients quintic(const QuantilePoint& a, const QuantilePoint& b, double width) {
    const double slope = a.slope * width, bend = 0.5 * a.bend * width * width;
    const double rise = b.x - a.x - slope - bend;
    const double turn = b.slope * width - slope - 2 * bend;
    const double curl = b.bend * width * width - 2 * bend;
    return {a.x,
            slope,
            bend,
            10 * rise - 4 * turn + 0.5 * curl,
            -15 * rise + 7 * turn - curl,
            6 * rise - 3 * turn + 0.5 * curl};
}

/// Whether its derivative keeps one sign: the derivative's Bernstein coefficients do.
bool isMonotone(const Coefficients& c) {
    const std::array<double, 5> d{c[1], 2 * c[2], 3 * c[3], 4 * c[4], 5 * c[5]};
    const std::array<double, 5> bernstein{d[0], d[0] + d[1] / 4, d[0] + d[1] / 2 + d[2] / 6,
                                          d[0] + 3 * d[1] / 4 + d[2] / 2 + d[3] / 4, d[0] + d[1] + d[2] + d[3] + d[4]};
    const bool rising = std::all_of(bernstein.begin(), bernstein.end(), [](double b) { return b >= 0; });
    const bool falling = std::all_of(bernstein.begin(), bernstein.end(), [](double b) { return b <= 0; });
    return (rising || falling) && std::isfinite(c[0]);
}

/// Slopes that keep a cubic piece monotone (Fritsch and Carlson 1980): the sign of the step, at most three times as
/// steep.
double limited(double slope, double step) {
    if (!(slope * step > 0))
        return slope == slope && step != 0 && std::isinf(slope) ? 3 * step : 0;
    return std::abs(slope) > 3 * std::abs(step) ? 3 * step : slope;
}

Coefficients monotonePiece(const QuantilePoint& a, const QuantilePoint& b, double width) {
    const Coefficients smooth = quintic(a, b, width);
    if (isMonotone(smooth))
        return smooth;
    const double step = b.x - a.x, left = limited(a.slope * width, step), right = limited(b.slope * width, step);
    return {a.x, left, 3 * step - 2 * left - right, left + right - 2 * step, 0, 0};
}

/// Whether a piece is too far from the exact value in its middle, where a smooth error is largest. The march asks for
/// middles in the order of t.
class MiddleCheck {
public:
    MiddleCheck(const Distribution& distribution, TailSide side)
        : m_march(distribution, side),
          m_spread(exactQuantile(distribution, {0.05, TailSide::upper})
                   - exactQuantile(distribution, {0.05, TailSide::lower})) {}

    bool misses(const double* coefficients, double from, double to) {
        const double tolerance = from >= 1e-3 ? 1e-9 : 1e-7;
        const double exact = m_march.at(0.5 * (from + to)).x;
        return !(std::abs(evaluate(coefficients, 0.5) - exact)
                 <= 0.5 * tolerance * std::max(std::abs(exact), m_spread));
    }

private:
    QuantileMarch m_march;
    double m_spread;
};

/// The pieces in which the quantile function jumps or bends sharply, ascending.
std::vector<std::size_t> kinkPieces(const Distribution& distribution) {
    std::vector<std::size_t> pieces;
    for (const double x : kinks(distribution))
        for (const double at : {std::nextafter(x, -HUGE_VAL), x}) {
            const Cumulative reached = exactCumulative(distribution, at);
            const double u = reached.lower < 0.5 ? reached.lower : 1 - reached.upper;
            if (u >= 0x1p-34 && 1 - u >= 0x1p-34)
                pieces.push_back(placeOf(u).piece);
        }
    std::sort(pieces.begin(), pieces.end());
    return pieces;
}

/// Whether a piece may miss the exact values: known not to for the shapes with gentle tails.
bool mayMiss(const Distribution& d) {
    if (const auto* beta = std::get_if<Beta>(&d.shape))
        return std::min(beta->alpha, beta->beta) < 1;
    if (const auto* lognormal = std::get_if<Lognormal>(&d.shape))
        return lognormal->sigma > 1;
    return !std::holds_alternative<Normal>(d.shape);
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
    } else if (std::holds_alternative<Triangular>(distribution.shape)) {
        m_method = Method::triangular;
    } else if (std::holds_alternative<Fixed>(distribution.shape)
               || std::holds_alternative<Empirical>(distribution.shape)) {
        m_method = Method::exact;
    } else {
        build();
    }
}

void QuantileTable::build() {
    m_pieces.resize(2 * sideSize);
    m_rough.assign(2 * sideSize, 0);
    buildSide(TailSide::lower);
    buildSide(TailSide::upper);
    if (mayMiss(m_distribution))
        refineRough();
}

void QuantileTable::buildSide(TailSide side) {
    const std::size_t offset = side == TailSide::lower ? 0 : sideSize;
    QuantileMarch march(m_distribution, side);
    for (std::size_t i = 0; i < begun; ++i)
        m_pieces[offset + i].c[0] = std::numeric_limits<double>::quiet_NaN();
    QuantilePoint here = march.at(knot(begun));
    for (std::size_t i = begun; i < sideSize; ++i) {
        const QuantilePoint next = march.at(knot(i + 1));
        const Coefficients c = monotonePiece(here, next, knot(i + 1) - knot(i));
        std::copy(c.begin(), c.end(), m_pieces[offset + i].c);
        here = next;
    }
}

void QuantileTable::refineRough() {
    const std::vector<std::size_t> bends = kinkPieces(m_distribution);
    for (const TailSide side : {TailSide::lower, TailSide::upper}) {
        MiddleCheck check(m_distribution, side);
        const std::size_t offset = side == TailSide::lower ? 0 : sideSize;
        for (std::size_t at = begun; at < sideSize; ++at) {
            const bool isFar = check.misses(m_pieces[offset + at].c, knot(at), knot(at + 1));
            if (isFar || std::binary_search(bends.begin(), bends.end(), offset + at))
                cutFiner(offset + at, side);
        }
    }
}

void QuantileTable::cutFiner(std::size_t piece, TailSide side) {
    const double first = knot(piece % sideSize);
    const double width = (knot(piece % sideSize + 1) - first) / static_cast<double>(fineParts);
    m_rough[piece] = static_cast<std::uint32_t>(m_fine.size()) + 1;
    m_pieces[piece].c[0] = std::numeric_limits<double>::quiet_NaN();
    QuantileMarch march(m_distribution, side);
    MiddleCheck check(m_distribution, side);
    QuantilePoint here = march.at(first);
    for (std::size_t part = 0; part < fineParts; ++part) {
        const double from = first + width * static_cast<double>(part);
        const QuantilePoint next = march.at(from + width);
        const Coefficients c = monotonePiece(here, next, width);
        Piece fine;
        std::copy(c.begin(), c.end(), fine.c);
        if (check.misses(fine.c, from, from + width))
            fine.c[0] = std::numeric_limits<double>::quiet_NaN();
        m_fine.push_back(fine);
        here = next;
    }
}

double QuantileTable::valueAt(double u) const {
    const Tail tail = tailOf(u);
    if (tail.t < 0x1p-34)
        return exactQuantile(m_distribution, tail);
    const Place place = placeOf(u);
    const double fine = place.along * static_cast<double>(fineParts), part = std::floor(fine);
    const Piece& piece = m_fine[m_rough[place.piece] - 1 + static_cast<std::size_t>(part)];
    return std::isnan(piece.c[0]) ? exactQuantile(m_distribution, tail) : evaluate(piece.c, fine - part);
}

double QuantileTable::exactShare() const {
    if (m_method != Method::table)
        return m_method == Method::exact ? 1 : 0;
    double share = 0;
    for (std::size_t i = 0; i < m_rough.size(); ++i)
        for (std::size_t part = 0; m_rough[i] != 0 && part < fineParts; ++part)
            if (std::isnan(m_fine[m_rough[i] - 1 + part].c[0]))
                share += (knot(i % sideSize + 1) - knot(i % sideSize)) / static_cast<double>(fineParts);
    return share;
}

void QuantileTable::fill(const ColumnLoops& loops, std::span<const double> uniforms, std::span<double> values) const {
    switch (m_method) {
    case Method::straight: return loops.straight(m_low, m_high, uniforms.data(), values.data(), values.size());
    case Method::triangular: {
        const auto& d = std::get<Triangular>(m_distribution.shape);
        return loops.triangular({d.low, d.mode, d.high}, uniforms.data(), values.data(), values.size());
    }
    case Method::exact:
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = exactQuantile(m_distribution, tailOf(uniforms[i]));
        return;
    case Method::table: break;
    }
    if (!loops.quantiles(m_pieces.front().c, uniforms.data(), values.data(), values.size()))
        return;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::isnan(values[i]))
            values[i] = valueAt(uniforms[i]);
}

} // namespace assay
