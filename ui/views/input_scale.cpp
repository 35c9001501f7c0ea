// The slider's arithmetic.
#include "ui/views/input_scale.h"

#include "core/dist/distribution.h"
#include "core/units/unit.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace assay {

namespace {

std::optional<double> endOf(const std::optional<std::string>& text, const std::string& unit) {
    if (!text)
        return std::nullopt;
    const Result<InputReading> reading = readReading(*text, unit);
    return reading ? std::optional(reading->p50) : std::nullopt;
}

double roundTo(double value, int digits) {
    if (value == 0 || !std::isfinite(value))
        return value;
    const double power = std::pow(10.0, digits - 1 - std::floor(std::log10(std::abs(value))));
    return std::round(value * power) / power;
}

} // namespace

Result<InputReading> readReading(std::string_view text, std::string_view unit) {
    const Result<InputValue> value = readInput(text, unit);
    if (!value)
        return value.error();
    const Result<Unit> declared = parseUnit(unit);
    if (!declared)
        return declared.error();
    const auto at = [&](double u) { return quantile(value->distribution, u) / declared->scale; };
    return InputReading{at(0.05), at(0.5), at(0.95), isFixed(value->distribution)};
}

SliderScale sliderScale(const ModelInput& input) {
    const Result<InputReading> standard = readReading(input.defaultText, input.unit);
    const InputReading around = standard ? *standard : InputReading{0, 1, 1, true};
    const double reach = std::max({std::abs(around.p50), around.p95 - around.p5, 1e-12}) * 10;
    const bool positive = around.p5 > 0;
    SliderScale scale;
    scale.low = endOf(input.min, input.unit).value_or(positive ? around.p50 / 10 : around.p50 - reach);
    scale.high = endOf(input.max, input.unit).value_or(positive ? around.p50 * 10 : around.p50 + reach);
    if (!(scale.high > scale.low))
        scale.high = scale.low + reach;
    scale.scale = input.scale == Scale::log && scale.low > 0 ? Scale::log : Scale::linear;
    return scale;
}

double positionOf(const SliderScale& scale, double value) {
    const double held = std::clamp(value, scale.low, scale.high);
    if (scale.scale == Scale::log)
        return std::log(held / scale.low) / std::log(scale.high / scale.low);
    return (held - scale.low) / (scale.high - scale.low);
}

double valueAt(const SliderScale& scale, double position) {
    const double held = std::clamp(position, 0.0, 1.0);
    if (held == 0.0 || held == 1.0)
        return held == 0.0 ? scale.low : scale.high;
    if (scale.scale == Scale::log)
        return roundTo(scale.low * std::pow(scale.high / scale.low, held), 3);
    const double step = std::pow(10.0, std::floor(std::log10(scale.high - scale.low)) - 3);
    return std::clamp(std::round((scale.low + held * (scale.high - scale.low)) / step) * step, scale.low, scale.high);
}

} // namespace assay
