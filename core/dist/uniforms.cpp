// Sobol: one XOR a point from a table of the first block. Monte Carlo: Philox at the index. Latin hypercube: a keyed
// permutation of the strata (Feistel network with cycle walking) and a keyed jitter.
#include "core/dist/uniforms.h"

#include "core/dist/philox.h"

#include <bit>

namespace assay {
namespace {

/// A permutation of [0, 2^(2 half)) in four rounds keyed by the stream.
std::uint64_t feistel(std::uint64_t value, unsigned half, const StreamKey& key) {
    const std::uint32_t mask = (1U << half) - 1U;
    auto left = static_cast<std::uint32_t>(value >> half) & mask;
    auto right = static_cast<std::uint32_t>(value) & mask;
    for (std::uint64_t round = 0; round < 4; ++round) {
        const std::uint32_t mixed = randomBits(key.seed, static_cast<std::uint32_t>(key.stream), key.replicate,
                                               Purpose::permutation, (round << 32) | right)[0]
                                    & mask;
        const std::uint32_t next = left ^ mixed;
        left = right;
        right = next;
    }
    return (std::uint64_t{left} << half) | right;
}

/// The stratum of sample index: a permutation of [0, count).
std::uint64_t stratum(std::uint64_t index, const StreamKey& key) {
    const auto bits = static_cast<unsigned>(std::bit_width(key.count - 1));
    const unsigned half = bits < 2 ? 1 : (bits + 1) / 2;
    do
        index = feistel(index, half, key);
    while (index >= key.count); // a walk along the cycle comes back into range
    return index;
}

} // namespace

Uniforms::Uniforms(const StreamKey& key) : m_key(key) {
    if (key.sampler != SamplerKind::sobol)
        return;
    m_coordinate = scrambledSobol(key.seed, key.stream, key.replicate);
    for (std::size_t i = 1; i < blockSize; ++i) {
        const std::size_t lowest = static_cast<std::size_t>(std::countr_zero(i));
        m_block[i] = m_block[i & (i - 1)] ^ m_coordinate.directions[lowest];
    }
}

void Uniforms::fill(const ColumnLoops& loops, std::uint64_t first, std::span<double> out) const {
    switch (m_key.sampler) {
    case SamplerKind::sobol: return fillSobol(loops, first, out);
    case SamplerKind::latinHypercube: return fillLatinHypercube(first, out);
    case SamplerKind::monteCarlo: {
        const PhiloxStream stream{m_key.seed, static_cast<std::uint32_t>(m_key.stream),
                                  counterUse(m_key.replicate, Purpose::monteCarlo)};
        return loops.philox(stream, first / 4, out.data(), out.size());
    }
    }
}

std::uint32_t Uniforms::sobolBits(std::uint64_t index) const {
    std::uint32_t base = m_coordinate.shift;
    // blockSize is 2^10: the lower bits are in the table
    for (std::uint64_t higher = index / blockSize; higher != 0; higher &= higher - 1)
        base ^= m_coordinate.directions[10 + static_cast<std::size_t>(std::countr_zero(higher))];
    return base ^ m_block[index % blockSize];
}

void Uniforms::fillSobol(const ColumnLoops& loops, std::uint64_t first, std::span<double> out) const {
    loops.sobol(m_block.data(), sobolBits(first), out.data(), out.size()); // m_block[0] is 0
}

void Uniforms::fillLatinHypercube(std::uint64_t first, std::span<double> out) const {
    const auto strata = static_cast<double>(m_key.count);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::uint64_t index = first + i;
        const std::uint32_t random = randomBits(m_key.seed, static_cast<std::uint32_t>(m_key.stream), m_key.replicate,
                                                Purpose::jitter, index)[0];
        const double jitter = (static_cast<double>(random >> 8) + 0.5) / 16777216.0; // 24 bits: the sum below is exact
        out[i] = (static_cast<double>(stratum(index, m_key)) + jitter) / strata;
    }
}

} // namespace assay
