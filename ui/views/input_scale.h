// Where an input's value stands on its slider: from TEXT to median and interval in the declared unit, and from there to
// a position. Knows no widget.
#pragma once

#include "core/base/result.h"
#include "core/scenario/model.h"

#include <string_view>

namespace assay {

/// What a slider shows of a value, in the input's declared unit.
struct InputReading {
    double p5 = 0, p50 = 0, p95 = 0;
    bool fixed = false;
    bool operator==(const InputReading&) const = default;
};

/// Errors: readInput's.
Result<InputReading> readReading(std::string_view text, std::string_view unit);

struct SliderScale {
    double low = 0; ///< declared unit, low < high; both positive when the scale is log
    double high = 1;
    Scale scale = Scale::linear;
    bool operator==(const SliderScale&) const = default;
};

/// The model's min and max. An end that is missing lies a factor of ten from the default's median, or
/// ten spreads when the default is not positive.
SliderScale sliderScale(const ModelInput& input);

/// 0 at the low end, 1 at the high end; values outside are held at the ends.
double positionOf(const SliderScale& scale, double value);

/// The value at a position, rounded to a thousandth of the range or three digits (log): what the text shows stays
/// short.
double valueAt(const SliderScale& scale, double position);

} // namespace assay
