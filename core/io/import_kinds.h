// The importers behind the registry, one file each.
#pragma once

#include "core/io/importer.h"

namespace assay {

Result<Imported> importText(std::string_view bytes, const std::string& fileName, const ImportOptions& options);
Result<Imported> importMarkdown(std::string_view bytes, const std::string& fileName, const ImportOptions& options);
Result<Imported> importHtml(std::string_view bytes, const std::string& fileName, const ImportOptions& options);
Result<Imported> importPdf(std::string_view bytes, const std::string& fileName, const ImportOptions& options);

} // namespace assay
