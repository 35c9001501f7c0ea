// Each trap looks at one kind of input, by its dimension, and compares plain numbers with the catalogues.
#include "core/scenario/traps.h"

#include "core/catalog/catalog.h"
#include "core/catalog/cell.h"
#include "core/scenario/catalogue_basis.h"
#include "core/units/read_quantity.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {
namespace {

constexpr double sameNumber = 0.002; // 1978.8 and 1979 are one number; no two peaks of the catalogue are so close

bool isSame(double a, double b) { return std::abs(a - b) <= sameNumber * std::abs(b); }

/// One input with a plain number.
struct Typed {
    const ModelInput& input;
    const std::string& text; ///< as typed, or the default
    double value;            ///< base units
    Unit unit;               ///< declared
    std::string chip;        ///< empty: any
    const Catalogs& catalogs;
};

using Found = std::optional<Warning>;

std::string shown(double base, const Unit& unit) {
    return writeNumber(roundToDigits(fromBase(base, unit), 6), Grouping::thousands);
}

Warning trap(const Typed& typed, std::string code, std::vector<std::string> details) {
    details.insert(details.begin(), typed.input.title.empty() ? typed.input.id.value : typed.input.title);
    return Warning{std::move(code), std::move(details)};
}

/// Of the units that the traps look for, read once.
struct Units {
    Unit parameter = parseUnit("parameter").value();
    Unit peak = parseUnit("FLOP/(s*GPU)").value();
    Unit gpu = parseUnit("GPU").value();
    Unit gpuTime = parseUnit("GPU*h").value();
    Unit dataRate = parseUnit("B/s").value();
    Unit dataRatePerChip = parseUnit("B/(s*GPU)").value();
};

const Units& units() {
    static const Units all;
    return all;
}

bool isOf(const Typed& typed, const Unit& unit) { return sameDimension(typed.unit, unit); }

std::vector<const GpuRow*> chipRows(const Typed& typed) {
    std::vector<const GpuRow*> rows;
    for (const GpuRow& row : gpuRows(typed.catalogs)) {
        std::string family = row.family; // "RTX 4090" is the chip RTX4090
        family.erase(std::remove(family.begin(), family.end(), ' '), family.end());
        if (typed.chip.empty() || family == typed.chip)
            rows.push_back(&row);
    }
    return rows;
}

Found totalParameters(const Typed& typed) {
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

Found sparsePeak(const Typed& typed) {
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

Found hoursPerTrillion(const Typed& typed) {
    if (!isOf(typed, units().gpuTime))
        return std::nullopt;
    for (const TrainingRunRow& run : trainingRuns(typed.catalogs))
        if (run.hoursPerTrillionTokens && isSame(typed.value / 3600, *run.hoursPerTrillionTokens))
            return trap(typed, "hours-per-trillion", {shown(typed.value, typed.unit), run.name});
    return std::nullopt;
}

/// 0.35 typed into an input in per cent; 72 typed into one that ends at 1.
Found perCent(const Typed& typed) {
    if (!typed.unit.factors.empty())
        return std::nullopt;
    if (typed.input.unit == "%" && typed.text.find('%') == std::string::npos && typed.value > 0 && typed.value < 0.01)
        return trap(typed, "fraction-in-per-cent", {typed.text, shown(typed.value * 100, typed.unit)});
    if (typed.input.unit != "1" || !typed.input.max)
        return std::nullopt;
    const Result<InputValue> most = readInput(*typed.input.max, typed.input.unit);
    const Fixed* end = most ? std::get_if<Fixed>(&most->distribution.shape) : nullptr;
    if (end && end->value <= 1 && typed.value > 1 && typed.value <= 100)
        return trap(typed, "per-cent-as-fraction", {typed.text});
    return std::nullopt;
}

Found bitsOrBytes(const Typed& typed) {
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

Found superchip(const Typed& typed) {
    if (!isOf(typed, units().gpu) || (typed.chip != "GB200" && typed.chip != "GB300"))
        return std::nullopt;
    return trap(typed, "superchip", {typed.chip, shown(typed.value, typed.unit), shown(2 * typed.value, typed.unit)});
}

/// A catalogue row that is gone, or whose filing came out after the day the scenario stands on.
Found basisTrap(const Typed& typed, const std::string& reference, const std::string& asOf) {
    if (reference.empty())
        return std::nullopt;
    const Result<CatalogEntry> row = findBasis(reference, typed.catalogs);
    if (!row)
        return trap(typed, "basis-gone", {reference});
    if (asOf.empty() || row->published.empty() || row->published.substr(0, asOf.size()) <= asOf)
        return std::nullopt;
    return trap(typed, "later-filing", {row->label, row->published, asOf});
}

/// Shares of a whole in the shipped models, and in any model that uses their names.
constexpr std::array<std::string_view, 8> wholeShares{
    "implied_utilisation", "implied_by_cluster", "implied_by_rate", "needed_share",
    "latest_needed_share", "needed_owner_share", "share_of_made",   "share_of_market"};

const ScenarioInput* givenInput(const Scenario& scenario, const VariableId& id) {
    const auto given = std::find_if(scenario.inputs.begin(), scenario.inputs.end(),
                                    [&id](const ScenarioInput& one) { return one.input == id; });
    return given == scenario.inputs.end() ? nullptr : &*given;
}

} // namespace

std::vector<Warning> inputTraps(const Model& model, const CompiledModel& compiled, const Scenario& scenario,
                                const Binding& binding, const Catalogs& catalogs) {
    std::vector<Warning> warnings;
    for (std::size_t i = 0; i < model.inputs.size(); ++i) {
        const ModelInput& input = model.inputs[i];
        const ScenarioInput* given = givenInput(scenario, input.id);
        const Typed typed{input,
                          given ? given->text : input.defaultText,
                          binding.inputs[i].fixed.value_or(0),
                          compiled.units[i],
                          binding.chip,
                          catalogs};
        if (binding.inputs[i].fixed)
            for (Found (*const look)(const Typed&) :
                 {totalParameters, sparsePeak, hoursPerTrillion, perCent, bitsOrBytes, superchip})
                if (Found found = look(typed))
                    warnings.push_back(std::move(*found));
        if (Found found = basisTrap(typed, catalogueReference(scenario, input), scenario.asOf))
            warnings.push_back(std::move(*found));
    }
    return warnings;
}

std::vector<Warning> impossibleOutputs(const Run& run) {
    constexpr double whole = 1 + 1e-9; // 100 % may come out a rounding above
    std::vector<Warning> warnings;
    for (const OutputSummary& output : run.outputs) {
        if (std::find(wholeShares.begin(), wholeShares.end(), output.id.value) == wholeShares.end())
            continue;
        const auto above =
            std::count_if(output.samples->begin(), output.samples->end(), [](double sample) { return sample > whole; });
        if (above > 0)
            warnings.push_back({"impossible",
                                {output.title.empty() ? output.id.value : output.title, std::to_string(above),
                                 std::to_string(run.samples), "100%"}});
    }
    return warnings;
}

} // namespace assay
