// PDF: core checks the file and takes the text that the program's own reader finds in it.
#include "core/io/import_kinds.h"

#include "core/base/utf8.h"

namespace assay {

Result<Imported> importPdf(std::string_view bytes, const std::string& fileName, const ImportOptions& options) {
    // ISO 32000-1, annex H note 13: readers look for the header in the first 1024 bytes
    if (bytes.substr(0, 1024).find("%PDF-") == std::string_view::npos)
        return Error(ErrorCode::importFailed, fileName, {"it is no PDF"});
    if (options.pdfText == nullptr)
        return Error(ErrorCode::importFailed, fileName, {"no PDF reader is at hand"});
    Result<std::string> text = options.pdfText(bytes, fileName);
    if (!text)
        return text.error();
    if (const std::size_t valid = validUtf8Prefix(*text); valid != text->size())
        return Error(ErrorCode::notUtf8, fileName, {std::to_string(valid)});
    Imported imported;
    imported.source.text = std::move(*text);
    return imported;
}

} // namespace assay
