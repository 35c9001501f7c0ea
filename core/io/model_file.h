// Model files: JSON <-> Model, and the shipped ones.
#pragma once

#include "core/base/result.h"
#include "core/scenario/model.h"

#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// A model file, checked (checkModel). Errors carry file:line:column.
Result<Model> readModel(std::string_view bytes, const std::string& fileName);
std::string writeModel(const Model& model);

/// The models under resources/models, in id order; read once.
const std::vector<Model>& shippedModels();
const Model* shippedModel(const ModelId& id);

/// The bytes of the sample project.
std::string_view sampleProject();

} // namespace assay
