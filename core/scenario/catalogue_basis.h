// Which catalogue rows a scenario's inputs stand on: those of the scenario and, where it says nothing, those that the
// model binds its defaults to.
#pragma once

#include "core/catalog/catalogs.h"
#include "core/scenario/model.h"
#include "core/scenario/scenario.h"

#include <string>
#include <vector>

namespace assay {

/// The reference in an input's default basis "catalogue REFERENCE"; empty when the default has another basis.
std::string catalogueDefault(const ModelInput& input);

/// The row or value under an input; empty when its basis is another.
std::string catalogueReference(const Scenario& scenario, const ModelInput& input);

/// Without repeats, in the model's order of inputs.
std::vector<std::string> catalogueReferences(const Model& model, const Scenario& scenario);

/// The project's own rows that a run's warnings go by, as one text: those its inputs stand on, and every chip and
/// training run, which traps look through. Empty: all of them are shipped.
std::string ownRowsText(const Model& model, const Scenario& scenario, const Catalogs& catalogs);

} // namespace assay
