// The frame of `new` and `sample`.
#include "app/make_file.h"

#include "app/project.h"

namespace assay {

Result<Outcome> makeFile(const Arguments& arguments, Result<> (*write)(const std::string& path)) {
    const std::string& path = arguments.operands[0];
    if (const Result<> may = mayWrite(arguments, path); !may)
        return may.error();
    if (const Result<> written = write(path); !written)
        return written.error();
    return Outcome{};
}

std::vector<Option> makingOptions() {
    return {{"--force", "", "replace an existing file; it stays as FILE.assay.bak"}};
}

} // namespace assay
