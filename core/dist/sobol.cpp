// Direction numbers by the recurrence of Bratley and Fox (ACM TOMS 14, 88, 1988) and their scrambling.
#include "core/dist/sobol.h"

#include "core/dist/philox.h"

#include <bit>
#include <boost/random/detail/sobol_table.hpp>

namespace assay {
namespace {

using Table = boost::random::detail::qrng_tables::sobol;
static_assert(Table::max_dimension == maxStream);

std::uint32_t parity(std::uint32_t bits) { return static_cast<std::uint32_t>(std::popcount(bits)) & 1U; }

} // namespace

SobolCoordinate plainSobol(int stream) {
    SobolCoordinate coordinate;
    auto& v = coordinate.directions;
    if (stream == 1) { // van der Corput's sequence
        for (unsigned k = 0; k < 32; ++k)
            v[k] = 1U << (31 - k);
        return coordinate;
    }
    const auto dimension = static_cast<std::size_t>(stream - 2);
    const unsigned polynomial = Table::polynomial(dimension);
    const auto degree = static_cast<unsigned>(std::bit_width(polynomial)) - 1;
    for (unsigned k = 0; k < degree && k < 32; ++k)
        v[k] = static_cast<std::uint32_t>(Table::minit(dimension, k)) << (31 - k);
    for (unsigned k = degree; k < 32; ++k) {
        v[k] = v[k - degree] ^ (v[k - degree] >> degree);
        for (unsigned i = 1; i < degree; ++i)
            if ((polynomial >> (degree - i)) & 1U)
                v[k] ^= v[k - i];
    }
    return coordinate;
}

SobolCoordinate scrambledSobol(std::uint64_t seed, int stream, std::uint32_t replicate) {
    const SobolCoordinate plain = plainSobol(stream);
    SobolCoordinate scrambled;
    const auto id = static_cast<std::uint32_t>(stream);
    for (unsigned row = 0; row < 32; ++row) { // row 0 makes the most significant bit
        const std::uint32_t random = randomBits(seed, id, replicate, Purpose::scramble, row)[0];
        const std::uint32_t diagonal = 1U << (31 - row);
        const std::uint32_t above = ~(diagonal | (diagonal - 1)); // columns left of the diagonal
        const std::uint32_t mask = (random & above) | diagonal;
        for (unsigned k = 0; k < 32; ++k)
            scrambled.directions[k] |= parity(plain.directions[k] & mask) << (31 - row);
    }
    scrambled.shift = randomBits(seed, id, replicate, Purpose::scramble, 32)[0];
    return scrambled;
}

} // namespace assay
