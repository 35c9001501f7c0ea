// Look-ups in models and runs.
#include "core/scenario/model.h"
#include "core/scenario/run.h"

#include <algorithm>

namespace assay {
namespace {

template <class T>
const T* byId(const std::vector<T>& rows, const VariableId& id) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&id](const T& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

const ModelInput* findInput(const Model& model, const VariableId& id) { return byId(model.inputs, id); }
const Formula* findFormula(const Model& model, const VariableId& id) { return byId(model.formulas, id); }
const OutputSummary* findOutput(const Run& run, const VariableId& id) { return byId(run.outputs, id); }

} // namespace assay
