// The text layer of a PDF, read by a child process of this program: a hostile file may crash or exhaust the child,
// never the window.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace assay {

/// The hidden first word that turns `assay` into the child.
inline constexpr std::string_view pdfChildWord = "--pdf-text-of-standard-input";

/// What core/io's importers take as PdfTextReader. Pages are divided by form feeds. Error: importFailed (reason).
Result<std::string> pdfText(std::string_view bytes, const std::string& fileName);

/// The child: PDF on standard input, UTF-8 text on standard output. Returns its exit status.
int runPdfChild();

} // namespace assay
