// By the element's meaning first (HTML Standard 4.3, WAI-ARIA landmarks), then by the words its class and id are made
// of.
#include "core/io/html_quiet.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

using Words = std::string_view;

constexpr std::array elements{Words("nav"), Words("aside"), Words("button"), Words("dialog"), Words("menu")};
/// Of the page, not of an article in it.
constexpr std::array pageElements{Words("header"), Words("footer")};
constexpr std::array roles{Words("navigation"), Words("banner"),  Words("contentinfo"), Words("complementary"),
                           Words("search"),     Words("dialog"),  Words("alertdialog"), Words("menu"),
                           Words("menubar"),    Words("toolbar"), Words("button")};
/// Words of class and id names, whole: "share-buttons" has two, "shareholders" is another.
constexpr std::array marks{Words("nav"),        Words("navbar"),  Words("breadcrumb"),    Words("breadcrumbs"),
                           Words("cookie"),     Words("cookies"), Words("consent"),       Words("gdpr"),
                           Words("share"),      Words("sharing"), Words("social"),        Words("newsletter"),
                           Words("promo"),      Words("advert"),  Words("advertisement"), Words("ads"),
                           Words("ad"),         Words("sidebar"), Words("related"),       Words("recommended"),
                           Words("pagination"), Words("toolbar"), Words("popup"),         Words("modal"),
                           Words("footer"),     Words("skip"),    Words("sponsored")};

template <std::size_t N>
bool isIn(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }

/// "shareButtons", "share-buttons" and "Share_Buttons" have the words share and buttons.
bool hasMark(const std::string& name) {
    std::string word;
    for (std::size_t i = 0; i <= name.size(); ++i) {
        const char c = i < name.size() ? name[i] : ' ';
        const bool startsWord = isUpper(c) && i > 0 && isLower(name[i - 1]);
        if ((startsWord || !(isUpper(c) || isLower(c))) && !word.empty()) {
            if (isIn(marks, word))
                return true;
            word.clear();
        }
        if (isUpper(c) || isLower(c))
            word += isUpper(c) ? static_cast<char>(c + 32) : c;
    }
    return false;
}

bool isQuietElement(const xmlNode* node, std::string_view name, bool isInArticle) {
    if (isIn(elements, name) || (isIn(pageElements, name) && !isInArticle))
        return true;
    if (node->properties == nullptr || name == "html" || name == "body" || name == "main" || name == "article")
        return false;
    return isIn(roles, attributeOf(node, "role")) || attributeOf(node, "aria-hidden") == "true"
           || xmlHasProp(node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr
           || hasMark(attributeOf(node, "class")) || hasMark(attributeOf(node, "id"));
}

} // namespace

void QuietElements::enter(const xmlNode* node, std::string_view name) {
    m_articles += name == "article" || name == "main" ? 1 : 0;
    m_headlines += name == "h1" ? 1 : 0;
    if (m_root == nullptr && isQuietElement(node, name, m_articles > 0))
        m_root = node;
}

void QuietElements::leave(const xmlNode* node, std::string_view name) {
    m_articles -= name == "article" || name == "main" ? 1 : 0;
    m_headlines -= name == "h1" ? 1 : 0;
    if (m_root == node)
        m_root = nullptr;
}

} // namespace assay
