// Files into a document: each becomes a source of its own, as one edit.
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"
#include "core/io/importer.h"

#include <filesystem>
#include <string>

namespace assay {

/// The document with the file's text as a new source; accessed: today's ISO date. Errors: importFile's.
Result<Document> withImported(const Document& document, const std::filesystem::path& file, const std::string& accessed,
                              const ImportOptions& options);

} // namespace assay
