// SobolGroups: where an input's Sobol points lie without looking at each. Any aligned 2^k points of a coordinate hold
// one in each of 2^k equal parts, and every such stretch is the first one with its numbers XORed by a constant (Sobol
// 1967).
#pragma once

#include "core/dist/uniforms.h"
#include "core/scenario/statistic_loops.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace assay {

class SobolGroups {
public:
    static constexpr std::size_t stretch = 2 * groupCount; ///< samples that hold two of each group
    static constexpr std::size_t cellCount = blockSize;    ///< a block holds one sample of each of these equal parts

    /// The uniforms are those of a Sobol sampler.
    explicit SobolGroups(const Uniforms& uniforms);

    /// For addPairs: the samples of a stretch, two by two in the order of their groups, of offset 0.
    const std::uint16_t* pairs() const { return m_pairs.data(); }
    /// What a group's number is XORed with in the stretch that begins at `first`.
    std::uint32_t offset(std::uint64_t first) const { return m_uniforms.sobolBits(first) >> groupShift; }
    /// The sample of the block that begins at `first` whose uniform lies in a cell.
    std::size_t sampleIn(std::size_t cell, std::uint64_t first) const {
        return m_inCell[cell ^ (m_uniforms.sobolBits(first) >> cellShift)];
    }

private:
    static constexpr unsigned groupShift = 25; ///< the top 7 of 32 bits tell one of 128 groups
    static constexpr unsigned cellShift = 22;
    static_assert(groupCount == std::size_t{1} << (32 - groupShift) && cellCount == std::size_t{1} << (32 - cellShift));

    Uniforms m_uniforms;
    std::array<std::uint16_t, stretch> m_pairs{};
    std::array<std::uint16_t, cellCount> m_inCell{};
};

} // namespace assay
