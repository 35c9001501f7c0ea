// The first block tells the pattern of all of them.
#include "core/scenario/sobol_groups.h"

namespace assay {

SobolGroups::SobolGroups(const Uniforms& uniforms) : m_uniforms(uniforms) {
    const std::uint32_t first = uniforms.sobolBits(0);
    std::array<std::uint8_t, groupCount> taken{};
    for (std::size_t i = 0; i < blockSize; ++i) {
        const std::uint32_t bits = uniforms.sobolBits(i) ^ first;
        m_inCell[bits >> cellShift] = static_cast<std::uint16_t>(i);
        if (i < stretch) {
            const std::size_t group = bits >> groupShift;
            m_pairs[2 * group + taken[group]++ % 2] = static_cast<std::uint16_t>(i);
        }
    }
}

} // namespace assay
