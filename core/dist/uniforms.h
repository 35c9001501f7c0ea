// Uniforms: the numbers in (0, 1) behind an input's samples, a pure function of (seed, stream, replicate, sample
// index), so that no other input can change them. Knows no distribution and no model.
#pragma once

#include "core/dist/column_loops.h"
#include "core/dist/sobol.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace assay {

enum class SamplerKind { sobol, latinHypercube, monteCarlo };

inline constexpr std::size_t blockSize =
    1024; ///< samples evaluated together: a column of them stays in the first cache

/// Which uniforms: replicate 0 is what is shown, the others are the independent scrambles behind standard errors.
struct StreamKey {
    SamplerKind sampler = SamplerKind::sobol;
    std::uint64_t seed = 1;
    int stream = 1;              ///< 1..maxStream
    std::uint32_t replicate = 0; ///< below 2^24
    std::uint64_t count = 1;     ///< samples in all; only the Latin hypercube looks at it (its strata depend on it)
};

/// One input's uniforms, ready to be drawn block by block from any thread.
class Uniforms {
public:
    explicit Uniforms(const StreamKey& key);

    /// Writes samples first .. first + out.size() - 1; first is a multiple of blockSize, out at most blockSize long.
    /// Every value lies strictly between 0 and 1.
    void fill(const ColumnLoops& loops, std::uint64_t first, std::span<double> out) const;

    /// The 32 bits behind a Sobol point's uniform, (bits + 1/2) / 2^32.
    std::uint32_t sobolBits(std::uint64_t index) const;

private:
    void fillSobol(const ColumnLoops& loops, std::uint64_t first, std::span<double> out) const;
    void fillLatinHypercube(std::uint64_t first, std::span<double> out) const;

    StreamKey m_key;
    SobolCoordinate m_coordinate;
    std::array<std::uint32_t, blockSize> m_block{}; ///< the coordinate's first block without its shift
};

} // namespace assay
