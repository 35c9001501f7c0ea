// assay export: the project in another format, through the registry of exporters.
#include "app/commands.h"
#include "app/project.h"
#include "core/base/atomic_file.h"
#include "core/io/exporter.h"

namespace assay {
namespace {

/// An export must never take the place of the project it is made from.
bool isSameFile(const std::string& a, const std::string& b) {
    std::error_code ignored;
    return std::filesystem::equivalent(a, b, ignored);
}

Result<Outcome> run(const Arguments& arguments) {
    std::vector<std::string_view> formats;
    for (const Exporter& exporter : exporters())
        formats.push_back(exporter.id);
    for (const std::string_view needed : {"--format", "--out"})
        if (!arguments.has(needed))
            return Error(ErrorCode::usageMissing, arguments.command, {std::string(needed)});
    const Result<std::size_t> format = oneOf(arguments, "--format", formats);
    if (!format)
        return format.error();
    const std::string out = *arguments.value("--out");
    if (isSameFile(out, arguments.operands[0]))
        return Error(ErrorCode::fileExists, out);
    const Result<OpenedProject> opened = openProject(arguments.operands[0]);
    if (!opened)
        return opened.error();
    if (const Result<> written = writeFile(out, exporters()[*format].write(opened->document), Backup::none); !written)
        return written.error();
    return Outcome{{}, 0, openingNotes(*opened, arguments.operands[0])};
}

} // namespace

Command exportCommand() {
    return {"export",
            {"PROJECT"},
            "write the project in another format",
            {{"--format", "FORMAT", "one of `assay list exporters`"},
             {"--out", "FILE", "the file to write; an existing one is replaced"}},
            run};
}

} // namespace assay
