// HTML: decoded to UTF-8, then read as text with the facts that its metadata give.
#include "core/io/decode_text.h"
#include "core/io/html_text.h"
#include "core/io/import_kinds.h"

#include <algorithm>

namespace assay {
namespace {

/// The charset a page declares in its first 1024 bytes (HTML Standard, 4.2.5.4), or empty.
std::string declaredEncoding(std::string_view bytes) {
    std::string start(bytes.substr(0, 1024));
    std::transform(start.begin(), start.end(), start.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const std::size_t charset = start.find("charset="), xml = start.find("<?xml");
    const std::size_t at = charset != std::string::npos ? charset + 8
                           : xml != std::string::npos   ? start.find("encoding=", xml)
                                                        : std::string::npos;
    if (at == std::string::npos)
        return {};
    const std::size_t first = start.find_first_not_of("\"' ", charset != std::string::npos ? at : at + 9);
    const std::size_t last = start.find_first_of("\"' />;", first);
    return first == std::string::npos ? std::string() : start.substr(first, last - first);
}

} // namespace

Result<Imported> importHtml(std::string_view bytes, const std::string& fileName, const ImportOptions& options) {
    Result<DecodedText> decoded = options.encoding.empty() ? decodeText(bytes, fileName, declaredEncoding(bytes))
                                                           : decodeTextAs(bytes, fileName, options.encoding);
    if (!decoded)
        return decoded.error();
    Result<HtmlPage> page = readHtml(decoded->text, fileName);
    if (!page)
        return page.error();
    Imported imported;
    imported.source.title = std::move(page->title);
    imported.source.publisher = std::move(page->publisher);
    imported.source.authors = std::move(page->authors);
    imported.source.published = std::move(page->published);
    imported.source.url = std::move(page->url);
    imported.source.language = page->language.substr(0, page->language.find('-'));
    imported.source.text = std::move(page->text);
    imported.source.quiet = std::move(page->quiet);
    imported.source.encoding = std::move(decoded->encoding);
    if (!decoded->warning.empty())
        imported.warnings.push_back(std::move(decoded->warning));
    if (page->cutAtDepth)
        imported.warnings.emplace_back("cut-at-depth:256");
    return imported;
}

} // namespace assay
