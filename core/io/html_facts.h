// What a page says of itself: its metadata, and its description of itself in JSON-LD (schema.org). Reads no text.
#pragma once

#include "core/io/html_nodes.h"
#include "core/io/html_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// Looks at the elements of a page one by one.
class HtmlFacts {
public:
    void look(const xmlNode* node, std::string_view name, bool isInArticle);
    HtmlPage take(); ///< facts alone; metadata before JSON-LD, both before a time in the article

private:
    void takeMeta(const std::string& name, const std::string& content);

    HtmlPage m_page;
    std::string m_ownTitle;            ///< of the title element
    std::string m_time;                ///< the first in the article
    std::vector<std::string> m_linked; ///< scripts of JSON-LD
};

} // namespace assay
