// Which elements of a page are boilerplate: menus, footers, cookie bars, buttons. Their words stay in the text, greyed,
// so that offsets never depend on this judgement. Reads no text.
#pragma once

#include "core/io/html_nodes.h"

#include <string_view>

namespace assay {

/// Follows a walk through the page.
class QuietElements {
public:
    void enter(const xmlNode* node, std::string_view name);
    void leave(const xmlNode* node, std::string_view name);
    bool isQuiet() const { return m_root != nullptr && m_headlines == 0; }
    bool isInArticle() const { return m_articles > 0 && m_root == nullptr; }

private:
    const xmlNode* m_root = nullptr; ///< the quiet element that is open
    int m_articles = 0;
    int m_headlines = 0; ///< the page's first heading is its own even in a banner
};

} // namespace assay
