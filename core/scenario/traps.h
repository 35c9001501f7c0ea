// Traps: inputs that look right and spoil a result, caught by name because the catalogues know the wrong number: total
// instead of active parameters, a peak with sparsity, hours per trillion tokens as a total, per cent for a fraction,
// bytes for bits, a superchip counted once, K for M, a filing used before its day, or a number far from all the model
// is made for. They warn and change nothing.
#pragma once

#include "core/catalog/catalogs.h"
#include "core/scenario/bind.h"

#include <vector>

namespace assay {

/// One warning a trap, in the model's order of inputs. Codes and details, the first always the input's title:
/// "total-parameters" (given, run, active), "sparse-peak" (given, chip, dense), "peak-format" (given, chip, 16-bit
/// dense),
/// "hours-per-trillion" (given, run), "mistaken-magnitude" (given, run, published), "fraction-in-per-cent" (given, the
/// fraction in per cent), "fractions-in-per-cent" (given, a range), "per-cent-as-fraction" (given), "bits-or-bytes"
/// (given, chip, catalogue's), "superchip" (chip, given, twice that), "outside-range" (given, least, most),
/// "later-filing" (row, its day, as-of day), "basis-gone" (reference), "basis-empty" (reference).
std::vector<Warning> inputTraps(const Model& model, const CompiledModel& compiled, const Scenario& scenario,
                                const Binding& binding, const Catalogs& catalogs = {});

/// Outputs that are shares of a whole, by their ids (implied_utilisation, needed_share, ...), with samples above 100%:
/// there the inputs contradict each other. Code "impossible": title, samples above, samples, "100%".
std::vector<Warning> impossibleOutputs(const Run& run);

} // namespace assay
