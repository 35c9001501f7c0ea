// assay sample: a copy of the sample project that comes with the program, byte for byte.
#include "app/commands.h"
#include "app/make_file.h"
#include "core/base/atomic_file.h"
#include "core/io/model_file.h"

namespace assay {
namespace {

Result<> writeSample(const std::string& path) { return writeFile(path, sampleProject(), Backup::keepPrevious); }

} // namespace

Command sampleCommand() {
    return {"sample",
            {"FILE.assay"},
            "write a copy of the sample project",
            makingOptions(),
            [](const Arguments& arguments) { return makeFile(arguments, writeSample); }};
}

} // namespace assay
