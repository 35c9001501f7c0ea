// assay sample: a copy of the sample project that comes with the program, byte for byte.
#include "app/commands.h"
#include "app/project.h"
#include "core/base/atomic_file.h"
#include "core/io/model_file.h"

namespace assay {
namespace {

Result<Outcome> run(const Arguments& arguments) {
    const std::string& path = arguments.operands[0];
    if (const Result<> may = mayWrite(arguments, path); !may)
        return may.error();
    if (const Result<> written = writeFile(path, sampleProject(), Backup::keepPrevious); !written)
        return written.error();
    return Outcome{};
}

} // namespace

Command sampleCommand() {
    return {"sample",
            {"FILE.assay"},
            "write a copy of the sample project",
            {{"--force", "", "replace an existing file; it stays as FILE.assay.bak"}},
            run};
}

} // namespace assay
