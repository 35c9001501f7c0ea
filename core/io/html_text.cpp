// libxml2's HTML parser makes the tree; a walk without recursion makes the text.
#include "core/io/html_text.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include <libxml/HTMLparser.h>

namespace assay {
namespace {

using Names = std::string_view;

/// Content that is no text of the page.
constexpr std::array droppedElements{Names("script"),   Names("style"),  Names("head"),   Names("noscript"),
                                     Names("template"), Names("iframe"), Names("frame"),  Names("frameset"),
                                     Names("object"),   Names("embed"),  Names("applet"), Names("select"),
                                     Names("textarea"), Names("button"), Names("input"),  Names("svg"),
                                     Names("canvas"),   Names("audio"),  Names("video")};
/// An empty line before and after.
constexpr std::array paragraphElements{
    Names("p"),    Names("h1"),      Names("h2"),      Names("h3"),     Names("h4"),      Names("h5"),
    Names("h6"),   Names("ul"),      Names("ol"),      Names("dl"),     Names("table"),   Names("blockquote"),
    Names("pre"),  Names("article"), Names("section"), Names("header"), Names("footer"),  Names("nav"),
    Names("main"), Names("aside"),   Names("figure"),  Names("form"),   Names("address"), Names("hr")};
/// A line of their own.
constexpr std::array lineElements{Names("div"), Names("li"),      Names("tr"),         Names("dt"),     Names("dd"),
                                  Names("br"),  Names("caption"), Names("figcaption"), Names("option"), Names("title")};

template <std::size_t N>
bool isIn(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view viewOf(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// Builds the text: runs of white space are one space, breaks are held back until there is something after them.
class TextBuilder {
public:
    void addText(std::string_view text, bool isPreformatted) {
        for (const char c : text) {
            if (isSpace(c) && !isPreformatted) {
                m_space = true;
                continue;
            }
            flush();
            m_text += c;
        }
    }
    void breakLines(int count) { m_breaks = std::max(m_breaks, count); }
    void addTab() { m_tab = true; }
    std::string take() { return std::move(m_text); }

private:
    void flush() {
        if (!m_text.empty()) {
            m_text.append(static_cast<std::size_t>(m_breaks), '\n');
            if (m_breaks == 0 && m_tab)
                m_text += '\t';
            else if (m_breaks == 0 && m_space && m_text.back() != '\n')
                m_text += ' ';
        }
        m_breaks = 0;
        m_space = m_tab = false;
    }
    std::string m_text;
    int m_breaks = 0;
    bool m_space = false;
    bool m_tab = false;
};

std::string attribute(const xmlNode* node, const char* name) {
    const std::unique_ptr<xmlChar, void (*)(void*)> value(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)),
                                                          [](void* text) { xmlFree(text); });
    return std::string(viewOf(value.get()));
}

std::string plain(std::string_view text) {
    TextBuilder builder;
    builder.addText(text, false);
    return builder.take();
}

/// "2025-01-28T10:00:00Z" -> "2025-01-28"; anything else gives nothing.
std::string isoDate(std::string_view text) {
    const std::string_view day = text.substr(0, 10);
    if (day.size() < 10)
        return {};
    for (std::size_t i = 0; i < day.size(); ++i)
        if ((i == 4 || i == 7) ? day[i] != '-' : (day[i] < '0' || day[i] > '9'))
            return {};
    return std::string(day);
}

class PageReader {
public:
    HtmlPage read(const xmlNode* root) {
        int depth = 0;
        for (const xmlNode* node = root; node != nullptr;) {
            const bool goesIn = enter(node) && node->children != nullptr;
            m_page.cutAtDepth = m_page.cutAtDepth || depth >= deepestHtml - 1;
            if (goesIn) {
                node = node->children;
                ++depth;
                continue;
            }
            leave(node);
            while (node != nullptr && node->next == nullptr) {
                node = node == root ? nullptr : node->parent;
                --depth;
                if (node != nullptr)
                    leave(node);
            }
            node = node == nullptr || node == root ? nullptr : node->next;
        }
        m_page.text = m_builder.take();
        return std::move(m_page);
    }

private:
    /// True when the node's children belong to the text.
    bool enter(const xmlNode* node) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            m_builder.addText(viewOf(node->content), m_preformatted > 0);
            return false;
        }
        if (node->type != XML_ELEMENT_NODE)
            return false;
        const std::string_view name = viewOf(node->name);
        takeFact(node, name);
        if (name == "head" || name == "html")
            return true;
        if (isIn(droppedElements, name) || name == "title")
            return false;
        breakFor(name);
        m_preformatted += name == "pre" ? 1 : 0;
        return true;
    }
    void leave(const xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE)
            return;
        const std::string_view name = viewOf(node->name);
        if (isIn(droppedElements, name) || name == "title")
            return;
        m_preformatted -= name == "pre" ? 1 : 0;
        breakFor(name);
        if (name == "td" || name == "th")
            m_builder.addTab();
    }
    void breakFor(std::string_view name) {
        if (isIn(paragraphElements, name))
            m_builder.breakLines(2);
        else if (isIn(lineElements, name))
            m_builder.breakLines(1);
    }
    void takeFact(const xmlNode* node, std::string_view name) {
        if (name == "html")
            m_page.language = attribute(node, "lang");
        else if (name == "title" && m_page.title.empty() && node->children != nullptr)
            m_page.title = plain(viewOf(node->children->content));
        else if (name == "link" && attribute(node, "rel") == "canonical")
            m_page.url = attribute(node, "href");
        else if (name == "meta")
            takeMeta(attribute(node, "name") + attribute(node, "property") + attribute(node, "itemprop"),
                     plain(attribute(node, "content")));
    }
    void takeMeta(const std::string& name, const std::string& content) {
        if (content.empty())
            return;
        if (name == "og:title")
            m_page.title = content;
        else if (name == "og:site_name")
            m_page.publisher = content;
        else if (name == "og:url" && m_page.url.empty())
            m_page.url = content;
        else if (name == "author" || name == "citation_author" || name == "DC.creator")
            m_page.authors.push_back(content);
        else if (name == "article:published_time" || name == "datePublished" || name == "citation_publication_date"
                 || name == "DC.date.issued" || name == "date")
            m_page.published = m_page.published.empty() ? isoDate(content) : m_page.published;
    }

    HtmlPage m_page;
    TextBuilder m_builder;
    int m_preformatted = 0;
};

} // namespace

Result<HtmlPage> readHtml(std::string_view utf8, const std::string& fileName) {
    if (utf8.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return Error(ErrorCode::importFailed, fileName, {"it is too large"});
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> page(
        htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", options), xmlFreeDoc);
    const xmlNode* root = page == nullptr ? nullptr : xmlDocGetRootElement(page.get());
    if (root == nullptr)
        return Error(ErrorCode::importFailed, fileName, {"there is no text in it"});
    return PageReader().read(root);
}

} // namespace assay
