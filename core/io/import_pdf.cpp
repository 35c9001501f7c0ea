// PDF: core checks the file and takes the text that the program's own reader finds in it.
#include "core/io/import_kinds.h"

#include "core/base/utf8.h"
#include "core/source/pages.h"

namespace assay {
namespace {

/// Pages with nothing but white space.
std::size_t blankPages(std::string_view text) {
    std::size_t blank = 0;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\f', start), text.size());
        blank += text.substr(start, end - start).find_first_not_of(" \t\r\n\v") == std::string_view::npos ? 1U : 0U;
        start = end + 1;
    }
    return blank;
}

} // namespace

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
    const std::size_t pages = pageStarts(*text).size(), blank = blankPages(*text);
    if (blank == pages)
        return Error(ErrorCode::importFailed, fileName,
                     {"its " + std::to_string(pages) + (pages == 1 ? " page is a picture" : " pages are pictures")
                      + " without text, as a scan's are; have a program for that recognise the text"});
    Imported imported;
    imported.source.text = std::move(*text);
    if (blank > 0)
        imported.warnings.push_back("pages-without-text:" + std::to_string(blank));
    return imported;
}

} // namespace assay
