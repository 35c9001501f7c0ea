// assay new: an empty project file.
#include "app/commands.h"
#include "app/make_file.h"
#include "core/document/edit.h"
#include "core/io/project_file.h"

namespace assay {
namespace {

Result<> writeEmpty(const std::string& path) {
    const Document document = newDocument(std::filesystem::path(path).stem().string());
    const Result<std::string> saved = saveProject(document, path, {});
    return saved ? Result<>() : Result<>(saved.error());
}

} // namespace

Command newCommand() {
    return {"new", {"FILE.assay"}, "write an empty project", makingOptions(), [](const Arguments& arguments) {
                return makeFile(arguments, writeEmpty);
            }};
}

} // namespace assay
