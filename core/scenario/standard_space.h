// A scenario's output as a function on standard normal space: every uncertain input is its own quantile at a normal
// variable, correlated ones by the model's copula. What nearest points are looked for in. Knows no target.
#pragma once

#include "core/scenario/replay.h"

#include <span>
#include <stop_token>
#include <vector>

namespace assay {

/// A point: one coordinate an uncertain input, in units of its own spread; the origin is all medians.
using NormalPoint = std::vector<double>;

class StandardSpace {
public:
    /// prepared as prepare() gives it; formula by its place in the model. Inputs without a shape stay at their middle.
    /// Errors: makeReplay's.
    static Result<StandardSpace> make(const Prepared& prepared, const Model& model, const ScenarioId& scenario,
                                      std::size_t formula, const RunOptions& options, const std::stop_token& stop);

    const std::vector<std::size_t>& inputs() const { return m_inputs; } ///< places in the model
    /// The output at independent coordinates, base units; NaN where it has no value.
    std::vector<double> at(std::span<const NormalPoint> independent) const;
    /// With the model's correlations in: what each input is moved by, in its own spread.
    NormalPoint correlated(const NormalPoint& independent) const;
    /// Values of the inputs at such correlated coordinates, base units.
    std::vector<double> valuesAt(const NormalPoint& correlated) const;
    ValueRange sampled() const { return m_sampled; } ///< least and most of the output among the first samples

private:
    StandardSpace(Replay replay, std::size_t formula) : m_replay(std::move(replay)), m_formula(formula) {}
    double valueOf(std::size_t input, double z) const;

    Replay m_replay; ///< its columns are put in for each question
    std::size_t m_formula;
    std::vector<std::size_t> m_inputs;
    std::vector<Distribution> m_shapes;           ///< per uncertain input
    std::vector<std::vector<double>> m_ascending; ///< of those taken from another scenario; else empty
    std::vector<double> m_factor;                 ///< lower-triangular over all uncertain inputs, row by row
    ValueRange m_sampled;
};

} // namespace assay
