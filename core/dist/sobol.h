// Scrambled Sobol points, one coordinate (stream) at a time. Joe and Kuo's direction numbers come from Boost.Random's
// table; a random lower-triangular matrix and a digital shift are folded into them (Matousek 1998), keyed by
// (seed, stream, replicate), so that a scrambled point costs no more than a plain one.
#pragma once

#include <array>
#include <cstdint>

namespace assay {

inline constexpr int maxStream = 3667; ///< dimensions of Joe and Kuo's table in Boost.Random

/// Point i of the coordinate is shift XOR directions[k] over the set bits k of i, as a fraction of 2^32.
struct SobolCoordinate {
    std::array<std::uint32_t, 32> directions{};
    std::uint32_t shift = 0;
    bool operator==(const SobolCoordinate&) const = default;
};

/// Unscrambled. stream: 1..maxStream, the dimension.
SobolCoordinate plainSobol(int stream);

SobolCoordinate scrambledSobol(std::uint64_t seed, int stream, std::uint32_t replicate);

} // namespace assay
