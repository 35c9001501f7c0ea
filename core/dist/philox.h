// Philox4x32-10: a pure function of (key, counter) with random-looking bits. Everything random in Assay comes from it.
// Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC11.
#pragma once

#include <array>
#include <cstdint>

namespace assay {

using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

inline PhiloxCounter philox(PhiloxCounter counter, PhiloxKey key) {
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t a = std::uint64_t{0xD2511F53} * counter[0];
        const std::uint64_t b = std::uint64_t{0xCD9E8D57} * counter[2];
        counter = {static_cast<std::uint32_t>(b >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(b),
                   static_cast<std::uint32_t>(a >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(a)};
        key = {key[0] + 0x9E3779B9U, key[1] + 0xBB67AE85U};
    }
    return counter;
}

/// What a draw is for: draws for different purposes never share a counter.
enum class Purpose : std::uint32_t { monteCarlo = 1, scramble = 2, permutation = 3, jitter = 4 };

/// The counter's last word. replicate: below 2^24.
inline std::uint32_t counterUse(std::uint32_t replicate, Purpose purpose) {
    return (replicate << 8) | static_cast<std::uint32_t>(purpose);
}

/// 128 random bits for (seed, stream, replicate, purpose, index).
inline PhiloxCounter randomBits(std::uint64_t seed, std::uint32_t stream, std::uint32_t replicate, Purpose purpose,
                                std::uint64_t index) {
    return philox({static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(index >> 32), stream,
                   counterUse(replicate, purpose)},
                  {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
}

} // namespace assay
