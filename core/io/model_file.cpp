// Model files by the same lists of fields as projects, then checked; the shipped ones come out of the program itself.
#include "core/io/model_file.h"

#include "core/base/resources.h"
#include "core/io/json_fields.h"
#include "core/io/model_streams.h"
#include "core/scenario/simulate.h"

#include <algorithm>

namespace assay {
namespace {

/// An error of checkModel names a formula or an input: where it stands in the file.
Error withPlace(Error error, const FieldReader& reader, const std::string& fileName) {
    const auto& rows = reader.rows();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const RowPlace& candidate) { return candidate.id == error.place; });
    error.place = row == rows.end() ? fileName : reader.place(row->ordinal);
    return error;
}

std::vector<Model> readShippedModels() {
    std::vector<Model> models;
    for (const Resource& resource : resources())
        if (resource.path.starts_with("models/"))
            models.push_back(readModel(resource.content, std::string(resource.path)).value());
    std::sort(models.begin(), models.end(), [](const Model& a, const Model& b) { return a.id < b.id; });
    return models;
}

} // namespace

Result<Model> readModel(std::string_view bytes, const std::string& fileName) {
    Result<JsonValue> root = readJson(bytes, fileName);
    if (!root)
        return root.error();
    FieldReader reader(bytes, fileName, UnknownKeys::refuse);
    const Model model = withStreams(reader.read<Model>(*root, "model"));
    if (reader.error())
        return *reader.error();
    if (const Result<> sound = checkModel(model); !sound)
        return withPlace(sound.error(), reader, fileName);
    return model;
}

std::string writeModel(const Model& model) {
    std::string text;
    appendJson(text, toJson(model), Layout::open, 0);
    return text + "\n";
}

const std::vector<Model>& shippedModels() {
    static const std::vector<Model> models = readShippedModels();
    return models;
}

const Model* shippedModel(const ModelId& id) {
    for (const Model& model : shippedModels())
        if (model.id == id)
            return &model;
    return nullptr;
}

std::string_view sampleProject() {
    for (const Resource& resource : resources())
        if (resource.path.starts_with("samples/"))
            return resource.content;
    return {};
}

} // namespace assay
