// Plain text and Markdown: the text is frozen as it is, marks and line ends included.
#include "core/io/decode_text.h"
#include "core/io/import_kinds.h"

namespace assay {
namespace {

/// The first heading of level 1 ("# Title"), or empty.
std::string markdownTitle(std::string_view text) {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (line.starts_with("# ")) {
            const std::size_t first = line.find_first_not_of("# \t");
            const std::size_t last = line.find_last_not_of("# \t\r");
            return first == std::string_view::npos ? std::string() : std::string(line.substr(first, last + 1 - first));
        }
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return {};
}

} // namespace

Result<Imported> importText(std::string_view bytes, const std::string& fileName, const ImportOptions& options) {
    Result<DecodedText> decoded =
        options.encoding.empty() ? decodeText(bytes, fileName) : decodeTextAs(bytes, fileName, options.encoding);
    if (!decoded)
        return decoded.error();
    Imported imported;
    imported.source.text = std::move(decoded->text);
    imported.source.encoding = std::move(decoded->encoding);
    if (!decoded->warning.empty())
        imported.warnings.push_back(std::move(decoded->warning));
    return imported;
}

Result<Imported> importMarkdown(std::string_view bytes, const std::string& fileName, const ImportOptions& options) {
    Result<Imported> imported = importText(bytes, fileName, options);
    if (imported)
        imported->source.title = markdownTitle(imported->source.text);
    return imported;
}

} // namespace assay
