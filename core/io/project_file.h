// The project file: canonical JSON <-> Document. (design: "Files")
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace assay {

/// Canonical bytes: fixed key and row order, shortest round-trip numbers, first line {"format": "assay-project",
/// "version": "1.0",
std::string writeProject(const Document& document);

/// Errors carry file:line:column: jsonSyntax, jsonDuplicateKey, jsonLimit, notAProject, newerMajor, field*, idTaken,
/// idDangling.
Result<Document> readProject(std::string_view bytes, const std::string& fileName);

struct OpenedProject {
    Document document;
    std::string sha256; ///< of the file as read
    bool newerMinor = false;
};
Result<OpenedProject> openProject(const std::filesystem::path& path);

/// Serialises, decodes and compares, then writes with a backup. expectedSha256: of the file as last read or written,
/// empty when it must not matter (Save as). Errors: changedOnDisk, cannotWrite, targetIsFolder. Returns the new hash.
Result<std::string> saveProject(const Document& document, const std::filesystem::path& path,
                                const std::string& expectedSha256);

} // namespace assay
