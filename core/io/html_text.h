// An HTML page as readable text with its facts. Scripts, styles and frames are dropped; nothing is fetched or resolved.
#pragma once

#include "core/base/result.h"
#include "core/source/text_range.h"

#include <string>
#include <string_view>
#include <vector>

namespace assay {

inline constexpr int deepestHtml = 256; ///< elements inside each other; libxml2's own bound without HTML_PARSE_HUGE

struct HtmlPage {
    std::string text;             ///< paragraphs apart by an empty line, rows and list items by a line end
    std::vector<TextRange> quiet; ///< code points of menus, buttons, footers and the like; ascending, apart
    std::string title;
    std::string language;  ///< of the html element or the page's description of itself, as written
    std::string published; ///< ISO date, from the page's metadata only: a date printed in a header is none
    std::string publisher;
    std::string url;
    std::vector<std::string> authors;
    bool cutAtDepth = false; ///< elements below deepestHtml were left out
};

/// The page in UTF-8. Error: importFailed (place = fileName), also beyond the limits of html_bounds.
Result<HtmlPage> readHtml(std::string_view utf8, const std::string& fileName);

} // namespace assay
