// Each trap looks at one kind of input, by its dimension, and compares plain numbers with the catalogues and with the
// range that the model itself gives.
#include "core/scenario/number_traps.h"

#include "core/catalog/catalog.h"
#include "core/units/read_quantity.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace assay {
namespace {

constexpr double sameNumber = 0.002; // 1978.8 and 1979 are one number; no two peaks of the catalogue are so close

bool isSame(double a, double b) { return std::abs(a - b) <= sameNumber * std::abs(b); }

using Found = std::optional<Warning>;

std::string shown(double base, const Unit& unit) {
    return writeNumber(roundToDigits(fromBase(base, unit), 6), Grouping::thousands);
}

Warning trap(const GivenNumber& typed, std::string code, std::vector<std::string> details) {
    details.insert(details.begin(), inputTitle(typed.input));
    return Warning{std::move(code), std::move(details)};
}

/// Of the units that the traps look for, read once.
struct Units {
    Unit parameter = parseUnit("parameter").value();
    Unit peak = parseUnit("FLOP/(s*GPU)").value();
    Unit gpu = parseUnit("GPU").value();
    Unit gpuTime = parseUnit("GPU*h").value();
    Unit token = parseUnit("token").value();
    Unit equivalents = parseUnit("H100/unit").value();
    Unit dataRate = parseUnit("B/s").value();
    Unit dataRatePerChip = parseUnit("B/(s*GPU)").value();
};

const Units& units() {
    static const Units all;
    return all;
}

bool isOf(const GivenNumber& typed, const Unit& unit) { return sameDimension(typed.unit, unit); }

std::vector<const GpuRow*> chipRows(const GivenNumber& typed) {
    std::vector<const GpuRow*> rows;
    for (const GpuRow& row : gpuRows(typed.catalogs)) {
        std::string family = row.family; // "RTX 4090" is the chip RTX4090
        family.erase(std::remove(family.begin(), family.end(), ' '), family.end());
        if (typed.chip.empty() || family == typed.chip)
            rows.push_back(&row);
    }
    return rows;
}

Found totalParameters(const GivenNumber& typed) {
    if (!isOf(typed, units().parameter) || typed.input.id.value.find("total") != std::string::npos)
        return std::nullopt;
    for (const TrainingRunRow& run : trainingRuns(typed.catalogs))
        if (run.totalParameters && run.activeParameters && isSame(typed.value, *run.totalParameters)
            && !isSame(typed.value, *run.activeParameters))
            return trap(typed, "total-parameters",
                        {shown(typed.value, typed.unit), run.name, shown(*run.activeParameters, typed.unit)});
    return std::nullopt;
}

/// The formats a peak may be meant in. 8-bit integers train nothing: they count where the input says 8-bit.
std::vector<std::optional<double>> densePeaks(const GpuRow& row, bool isEightBit) {
    return {row.bf16Tflops, row.fp8Tflops, isEightBit ? row.int8Tops : std::nullopt};
}

bool isDensePeak(const GpuRow& row, double tera, bool isEightBit) {
    const std::vector<std::optional<double>> peaks = densePeaks(row, isEightBit);
    return std::any_of(peaks.begin(), peaks.end(),
                       [tera](const std::optional<double>& peak) { return peak && isSame(tera, *peak); });
}

Found sparsePeak(const GivenNumber& typed) {
    if (!isOf(typed, units().peak))
        return std::nullopt;
    const double tera = typed.value / 1e12;
    const bool isEightBit = typed.input.title.find("8-bit") != std::string::npos;
    const std::vector<const GpuRow*> rows = chipRows(typed);
    const bool isDense =
        std::any_of(rows.begin(), rows.end(), [&](const GpuRow* row) { return isDensePeak(*row, tera, isEightBit); });
    for (const GpuRow* row : rows)
        for (const std::optional<double>& dense : densePeaks(*row, isEightBit)) {
            if (!dense || !isSame(tera, 2 * *dense))
                continue;
            if (!isDense)
                return trap(typed, "sparse-peak", {shown(typed.value, typed.unit), row->name, writeNumber(*dense)});
            if (!isEightBit && row->fp8Tflops && isSame(tera, *row->fp8Tflops))
                return trap(typed, "peak-format", {shown(typed.value, typed.unit), row->name, writeNumber(*dense)});
        }
    return std::nullopt;
}

/// An H100-equivalent reckoned from the sparse peak of a chip.
Found sparseEquivalent(const GivenNumber& typed) {
    if (!isOf(typed, units().equivalents) || typed.input.title.find("operations") == std::string::npos)
        return std::nullopt;
    for (const GpuRow& row : gpuRows(typed.catalogs)) {
        const std::optional<double> dense = h100Equivalents(row.family, typed.catalogs);
        if (dense && typed.input.title.find(row.family) != std::string::npos && isSame(typed.value, 2 * *dense))
            return trap(typed, "sparse-peak",
                        {shown(typed.value, typed.unit), row.name, writeNumber(roundToDigits(*dense, 4))});
    }
    return std::nullopt;
}

Found hoursPerTrillion(const GivenNumber& typed) {
    if (!isOf(typed, units().gpuTime))
        return std::nullopt;
    for (const TrainingRunRow& run : trainingRuns(typed.catalogs))
        if (run.hoursPerTrillionTokens && isSame(typed.value / 3600, *run.hoursPerTrillionTokens))
            return trap(typed, "hours-per-trillion", {shown(typed.value, typed.unit), run.name});
    return std::nullopt;
}

/// A published total with K, M or B mistaken, or a thousands separator read as a point: "2788M GPU-hours".
Found mistakenMagnitude(const GivenNumber& typed) {
    const bool isTime = isOf(typed, units().gpuTime);
    if (!isTime && !isOf(typed, units().token))
        return std::nullopt;
    for (const TrainingRunRow& run : trainingRuns(typed.catalogs)) {
        const std::optional<double> published = isTime ? run.gpuHours : run.tokens;
        for (const double factor : {1e3, 1e6, 1e-3, 1e-6})
            if (published && isSame(typed.value, factor * *published * (isTime ? 3600 : 1)))
                return trap(typed, "mistaken-magnitude",
                            {shown(typed.value, typed.unit), run.name, shown(typed.value / factor, typed.unit)});
    }
    return std::nullopt;
}

std::optional<double> endOf(const ModelInput& input, const std::optional<std::string>& text) {
    if (!text)
        return std::nullopt;
    const Result<InputValue> end = readInput(*text, input.unit);
    const Fixed* fixed = end ? std::get_if<Fixed>(&end->distribution.shape) : nullptr;
    return fixed ? std::optional(fixed->value) : std::nullopt;
}

/// 0.35 typed into an input in per cent; 72 typed into one that ends at 1.
Found perCent(const GivenNumber& typed) {
    if (!typed.unit.factors.empty())
        return std::nullopt;
    if (typed.input.unit == "%" && typed.text.find('%') == std::string::npos && typed.value > 0 && typed.value < 0.01)
        return typed.isSpread ? trap(typed, "fractions-in-per-cent", {typed.text})
                              : trap(typed, "fraction-in-per-cent", {typed.text, shown(typed.value * 100, typed.unit)});
    if (typed.input.unit != "1" || !typed.input.max)
        return std::nullopt;
    const std::optional<double> most = endOf(typed.input, typed.input.max);
    if (most && *most <= 1 && typed.value > 1 && typed.value <= 100)
        return trap(typed, "per-cent-as-fraction", {typed.text});
    return std::nullopt;
}

Found bitsOrBytes(const GivenNumber& typed) {
    if (!isOf(typed, units().dataRatePerChip) && !isOf(typed, units().dataRate))
        return std::nullopt;
    const double giga = typed.value / 1e9;
    const std::vector<const GpuRow*> rows = chipRows(typed);
    const bool isMemory = typed.input.title.find("emory") != std::string::npos; // else links between chips
    const auto isRate = [&rows, isMemory](double wanted) -> const GpuRow* {
        for (const GpuRow* row : rows) {
            const std::optional<double>& rate = isMemory ? row->memoryGbytePerSecond : row->interconnectGbytePerSecond;
            if (rate && isSame(wanted, *rate))
                return row;
        }
        return nullptr;
    };
    if (isRate(giga))
        return std::nullopt;
    for (const double right : {giga / 8, giga * 8})
        if (const GpuRow* row = isRate(right))
            return trap(typed, "bits-or-bytes", {shown(typed.value, typed.unit), row->name, writeNumber(right)});
    return std::nullopt;
}

Found superchip(const GivenNumber& typed) {
    if (!isOf(typed, units().gpu) || (typed.chip != "GB200" && typed.chip != "GB300"))
        return std::nullopt;
    return trap(typed, "superchip", {typed.chip, shown(typed.value, typed.unit), shown(2 * typed.value, typed.unit)});
}

/// What no other trap knows by name: outside the range that the model gives for the input.
Found outsideRange(const GivenNumber& typed) {
    constexpr double rounding = 1e-9;
    const std::optional<double> least = endOf(typed.input, typed.input.min), most = endOf(typed.input, typed.input.max);
    if (!least || !most)
        return std::nullopt;
    const double slack = rounding * std::max(std::abs(*least), std::abs(*most));
    if (typed.value >= *least - slack && typed.value <= *most + slack)
        return std::nullopt;
    const std::string& unit = typed.input.unit;
    const std::string behind = unit == "1" ? "" : unit == "%" ? "%" : " " + unit;
    const std::string given = typed.isSpread ? typed.text : shown(typed.value, typed.unit) + behind;
    return trap(typed, "outside-range", {given, shown(*least, typed.unit), shown(*most, typed.unit) + behind});
}

} // namespace

std::string inputTitle(const ModelInput& input) { return input.title.empty() ? input.id.value : input.title; }

std::vector<Warning> numberTraps(const GivenNumber& typed) {
    std::vector<Warning> warnings;
    if (typed.isSpread) {
        const Found share = perCent(typed), far = share ? std::nullopt : outsideRange(typed);
        for (const Found& found : {share, far})
            if (found)
                warnings.push_back(*found);
        return warnings;
    }
    for (Found (*const look)(const GivenNumber&) : {totalParameters, sparsePeak, sparseEquivalent, hoursPerTrillion,
                                                    mistakenMagnitude, perCent, bitsOrBytes, superchip})
        if (Found found = look(typed))
            warnings.push_back(std::move(*found));
    if (warnings.empty())
        if (Found found = outsideRange(typed))
            warnings.push_back(std::move(*found));
    return warnings;
}

} // namespace assay
