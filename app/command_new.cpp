// assay new: an empty project file.
#include "app/commands.h"
#include "app/project.h"
#include "core/document/edit.h"

namespace assay {
namespace {

Result<Outcome> run(const Arguments& arguments) {
    const std::string& path = arguments.operands[0];
    if (const Result<> may = mayWrite(arguments, path); !may)
        return may.error();
    const Document document = newDocument(std::filesystem::path(path).stem().string());
    if (const Result<std::string> saved = saveProject(document, path, {}); !saved)
        return saved.error();
    return Outcome{};
}

} // namespace

Command newCommand() {
    return {"new",
            {"FILE.assay"},
            "write an empty project",
            {{"--force", "", "replace an existing file; it stays as FILE.assay.bak"}},
            run};
}

} // namespace assay
