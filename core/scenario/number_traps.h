// A number typed into an input, looked at for the known traps. Knows no scenario and no basis.
#pragma once

#include "core/catalog/catalogs.h"
#include "core/dist/distribution.h"
#include "core/scenario/model.h"
#include "core/scenario/run.h"
#include "core/units/unit.h"

#include <string>
#include <vector>

namespace assay {

/// One input with a plain number, or with a range by its median: then what only a plain number tells is left out.
struct GivenNumber {
    const ModelInput& input;
    const std::string& text; ///< as typed, or the default
    double value;            ///< base units
    Unit unit;               ///< declared
    std::string chip;        ///< empty: any
    const Catalogs& catalogs;
    bool isSpread = false; ///< `value` is a median
};

/// For people: the title, else the id.
std::string inputTitle(const ModelInput& input);

/// The traps by name (traps.h lists codes and details), and the model's own range where none has a name for it.
std::vector<Warning> numberTraps(const GivenNumber& typed);

} // namespace assay
