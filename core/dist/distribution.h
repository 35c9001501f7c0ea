// Distribution: the shape behind an input, and TEXT, the grammar in which one is typed. (command-line contract, "TEXT")
#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace assay {

struct Distribution;

struct Fixed {
    double value = 0;
    bool operator==(const Fixed&) const = default;
};
struct Normal {
    double mean = 0, sd = 1;
    bool operator==(const Normal&) const = default;
};
struct Lognormal {
    double mu = 0, sigma = 1;
    bool operator==(const Lognormal&) const = default;
}; ///< of ln x
struct Uniform {
    double low = 0, high = 1;
    bool operator==(const Uniform&) const = default;
};
struct Triangular {
    double low = 0, mode = 0.5, high = 1;
    bool operator==(const Triangular&) const = default;
};
struct Beta {
    double alpha = 1, beta = 1, low = 0, high = 1;
    bool operator==(const Beta&) const = default;
}; ///< pert too
struct Empirical {
    std::vector<double> values;
    bool operator==(const Empirical&) const = default;
}; ///< sorted
/// Metalog through P10/P50/P90; bounded below at 0 when all three are positive (Keelin 2016).
struct Metalog {
    double p10 = 0, p50 = 0, p90 = 0;
    bool operator==(const Metalog&) const = default;
};
struct Mixture {
    std::vector<double> weights;
    std::vector<Distribution> parts;
    bool operator==(const Mixture&) const;
};
struct Truncated {
    std::shared_ptr<const Distribution> inner;
    double low = 0, high = 1;
    bool operator==(const Truncated&) const;
};
struct Interval {
    double low = 0, high = 1;
    bool operator==(const Interval&) const = default;
}; ///< no shape

struct Distribution {
    std::variant<Fixed, Normal, Lognormal, Uniform, Triangular, Beta, Empirical, Metalog, Mixture, Truncated, Interval>
        shape;
    bool operator==(const Distribution&) const = default;
};

/// What an input box holds, read: values in base units of `unit`.
struct InputValue {
    Distribution distribution;
    std::string unit; ///< the unit the text carries; empty when it carries none
    bool operator==(const InputValue&) const = default;
};

/// Reads TEXT; numbers without a unit are in defaultUnit. Errors: inputSyntax, inputNeedsInterval, intervalReversed,
/// shapeImpossible, numberUnreadable, quantityUnsure, unitUnknown, inputUnit.
Result<InputValue> readInput(std::string_view text, std::string_view defaultUnit);

/// The reading in force, without sentences: shape word, level, unit ("lognormal", "90 %", "USD").
struct Echo {
    std::string shape; ///< "fixed", "lognormal", "normal", "uniform", "triangular", "pert", ...
    double level = 0;  ///< 0.9 for a 90 % interval; 0 = none
    double low = 0;    ///< ends of that interval or of the support, in the printed unit
    double high = 0;
    std::string unit;
};
Result<Echo> echoInput(std::string_view text, std::string_view defaultUnit);

/// Quantile of u in (0, 1) and density at x, for curves and tests. Sampling goes through quantile tables. An Interval
/// has no shape: its quantile runs evenly from end to end, and a result that used it so must say that.
double quantile(const Distribution& distribution, double u);
double density(const Distribution& distribution, double x);
double cumulative(const Distribution& distribution, double x); ///< P(X <= x)
bool isFixed(const Distribution& distribution);

/// Where the distribution lives; infinite ends where it has none.
struct Support {
    double low = 0;
    double high = 0;
};
Support support(const Distribution& distribution);

/// TEXT that reads back as this distribution, in `unit`: "lognormal(1.3, 3.2)".
std::string inputText(const Distribution& distribution, std::string_view unit);

/// TEXT with its median moved to `median`: positive shapes by a factor (P95/P5 kept), others by a shift; the median is
/// clipped to [low, high] (all three in `unit`). The typed form survives ("5 to 10" stays an interval, bounds of a
/// truncate and of beta(alpha, beta) stay). What a slider does. Errors: those of readInput.
Result<std::string> moveMedian(std::string_view text, std::string_view unit, double median, double low, double high);

/// TEXT with its spread multiplied by factor (> 0) about the median; a positive shape stays positive, a fixed number
/// fixed. What Shift+drag does. Errors: those of readInput; shapeImpossible for a factor that is not above 0.
Result<std::string> scaleSpread(std::string_view text, std::string_view unit, double factor);

/// ValueLimits that a typed value is kept within, in the unit of its text.
struct ValueLimits {
    double low = 0;
    double high = 0;
};

/// TEXT with its quantile at `probability` (0.05, 0.5 or 0.95) moved to `value` and the quantile at the other end kept:
/// what dragging a handle on the curve does. A positive shape stays positive and no end passes the other: then the
/// nearest that can be reached is written. The median moves as in moveMedian. Errors: those of readInput.
Result<std::string> moveQuantile(std::string_view text, std::string_view unit, double probability, double value,
                                 const ValueLimits& ends);

/// The quantiles of TEXT that moveQuantile can move: P5, P50 and P95; of a fixed number P50 alone; of samples(...),
/// whose values are facts, none. Errors: those of readInput.
Result<std::vector<double>> movableQuantiles(std::string_view text, std::string_view unit);

} // namespace assay
