// The project file: canonical JSON <-> Document. (design: "Files")
#pragma once

#include "core/base/atomic_file.h"
#include "core/base/result.h"
#include "core/document/document.h"
#include "core/io/migration.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace assay {

/// Canonical bytes: fixed key and row order, shortest round-trip numbers, first line {"format": "assay-project",
/// "version": "1.0",
std::string writeProject(const Document& document);

/// Errors carry file:line:column: jsonSyntax, jsonDuplicateKey, jsonLimit, notAProject, newerMajor, field*, idTaken,
/// idDangling. `steps` make files of an older major version new; one they do not reach is a fieldValue.
Result<Document> readProject(std::string_view bytes, const std::string& fileName,
                             std::span<const Migration> steps = migrations());

struct OpenedProject {
    Document document;
    std::string sha256; ///< of the file as read
    bool newerMinor = false;
};
Result<OpenedProject> openProject(const std::filesystem::path& path);

/// Serialises, decodes and compares, then writes. expectedSha256: of the file as last read or written,
/// empty when it must not matter (Save as). Errors: changedOnDisk, cannotWrite, targetIsFolder. Returns the new hash.
Result<std::string> saveProject(const Document& document, const std::filesystem::path& path,
                                const std::string& expectedSha256, Backup backup = Backup::keepPrevious,
                                const SystemCalls& calls = systemCalls());

} // namespace assay
