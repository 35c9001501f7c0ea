// What was typed into an input box, before it becomes a distribution: the form, and every number with the place of its
// digits. readInput makes a distribution of it; a slider changes its numbers and writes the same form back.
#pragma once

#include "core/base/result.h"
#include "core/dist/distribution.h"
#include "core/units/unit.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct TypedNumber {
    std::size_t start = 0; ///< code points of sign and digits: what a rewrite replaces
    std::size_t end = 0;
    std::string lead; ///< goes before the digits of a rewrite ("$" of "-$5")
    double value = 0; ///< base units
    int power = 0;    ///< of the magnitude written behind it ("M": 6), shared ones included
    Unit unit;        ///< its own or the one it shares
    bool operator==(const TypedNumber&) const = default;
};

enum class Form {
    fixed,
    range,
    percentiles,
    normal,
    lognormal,
    uniform,
    triangular,
    pert,
    beta,
    samples,
    mix,
    truncate,
    interval
};

/// numbers: range a b; percentiles a b c; the named shapes' arguments in order (truncate: low, high); mix: none.
struct TypedInput {
    Form form = Form::fixed;
    double level = 0.9; ///< of a range
    std::vector<TypedNumber> numbers;
    std::vector<double> plain;            ///< beta: alpha, beta; mix: the weights
    std::vector<TypedNumber> plainPlaces; ///< where they stand; value is the plain number
    std::vector<TypedInput> parts;        ///< mix, truncate
};

struct ParsedInput {
    TypedInput typed;
    std::u32string text;
    std::string defaultUnit;
    std::string unit; ///< the unit the text carries; empty = none
    Unit printed;     ///< that unit, or the default one
};

/// Errors: those of readInput but shapeImpossible and intervalReversed.
Result<ParsedInput> parseInput(std::string_view text, std::string_view defaultUnit);

/// The distribution in base units. Errors: shapeImpossible, intervalReversed; place is `text`.
Result<Distribution> distributionOf(const TypedInput& typed, std::string_view text);

/// The word of a form: "lognormal"; a range is "lognormal" or "normal" by the sign of its low end.
std::string_view formWord(const TypedInput& typed);

} // namespace assay
