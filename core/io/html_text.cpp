// libxml2's HTML parser makes the tree; a walk without recursion makes the text.
#include "core/io/html_text.h"

#include "core/base/utf8.h"
#include "core/io/html_bounds.h"
#include "core/io/html_facts.h"
#include "core/io/html_nodes.h"
#include "core/io/html_quiet.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <utility>

#include <libxml/HTMLparser.h>

namespace assay {
namespace {

using Names = std::string_view;

/// Content that is no text of the page.
constexpr std::array droppedElements{
    Names("script"),   Names("style"),    Names("head"),   Names("noscript"), Names("template"), Names("iframe"),
    Names("frame"),    Names("frameset"), Names("object"), Names("embed"),    Names("applet"),   Names("select"),
    Names("textarea"), Names("input"),    Names("svg"),    Names("canvas"),   Names("audio"),    Names("video")};
/// An empty line before and after.
constexpr std::array paragraphElements{
    Names("p"),    Names("h1"),      Names("h2"),      Names("h3"),     Names("h4"),      Names("h5"),
    Names("h6"),   Names("ul"),      Names("ol"),      Names("dl"),     Names("table"),   Names("blockquote"),
    Names("pre"),  Names("article"), Names("section"), Names("header"), Names("footer"),  Names("nav"),
    Names("main"), Names("aside"),   Names("figure"),  Names("form"),   Names("address"), Names("hr")};
/// A line of their own.
constexpr std::array lineElements{Names("div"),        Names("li"),     Names("tr"),     Names("dt"),
                                  Names("dd"),         Names("br"),     Names("button"), Names("caption"),
                                  Names("figcaption"), Names("option"), Names("title")};

template <std::size_t N>
bool isIn(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What stands in a stretch of the page: its own words, or boilerplate round them.
enum class Voice { own, quiet };

/// Builds the text: runs of white space are one space, breaks are held back until there is something after them.
class TextBuilder {
public:
    void addText(std::string_view text, bool isPreformatted, Voice voice) {
        for (const char c : text) {
            if (isHtmlSpace(c) && !isPreformatted) {
                m_space = true;
                continue;
            }
            if (voice == Voice::own) // what is quiet ends with its last character, not with the break behind it
                takeVoice(voice);
            flush();
            takeVoice(voice);
            m_characters += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0U : 1U;
            m_text += c;
        }
    }
    void breakLines(int count) { m_breaks = std::max(m_breaks, count); }
    void addTab() { m_tab = true; }
    std::string takeText() { return std::move(m_text); }
    std::vector<TextRange> takeQuiet() {
        takeVoice(Voice::own);
        return std::move(m_quiet);
    }

private:
    void flush() {
        if (!m_text.empty()) {
            const std::size_t before = m_text.size();
            m_text.append(static_cast<std::size_t>(m_breaks), '\n');
            if (m_breaks == 0 && m_tab)
                m_text += '\t';
            else if (m_breaks == 0 && m_space && m_text.back() != '\n')
                m_text += ' ';
            m_characters += m_text.size() - before;
        }
        m_breaks = 0;
        m_space = m_tab = false;
    }
    void takeVoice(Voice voice) {
        if (voice == m_voice)
            return;
        if (voice == Voice::quiet)
            m_quiet.push_back(TextRange{m_characters, m_characters});
        else
            m_quiet.back().end = m_characters;
        m_voice = voice;
    }
    std::string m_text;
    std::vector<TextRange> m_quiet;
    std::size_t m_characters = 0; ///< code points so far
    Voice m_voice = Voice::own;
    int m_breaks = 0;
    bool m_space = false;
    bool m_tab = false;
};

class PageReader {
public:
    HtmlPage read(const xmlNode* root) {
        int depth = 0;
        for (const xmlNode* node = root; node != nullptr;) {
            const bool goesIn = enter(node) && node->children != nullptr;
            m_cutAtDepth = m_cutAtDepth || depth >= deepestHtml - 1;
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
        HtmlPage page = m_facts.take();
        page.quiet = m_builder.takeQuiet();
        page.text = m_builder.takeText();
        page.cutAtDepth = m_cutAtDepth;
        return page;
    }

private:
    /// True when the node's children belong to the text.
    bool enter(const xmlNode* node) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            m_builder.addText(viewOf(node->content), m_preformatted > 0, m_quiet.isQuiet() ? Voice::quiet : Voice::own);
            return false;
        }
        if (node->type != XML_ELEMENT_NODE)
            return false;
        const std::string_view name = viewOf(node->name);
        m_facts.look(node, name, m_quiet.isInArticle());
        if (name == "head" || name == "html")
            return true;
        if (isIn(droppedElements, name) || name == "title")
            return false;
        m_quiet.enter(node, name);
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
        m_quiet.leave(node, name);
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

    HtmlFacts m_facts;
    QuietElements m_quiet;
    TextBuilder m_builder;
    int m_preformatted = 0;
    bool m_cutAtDepth = false;
};

} // namespace

Result<HtmlPage> readHtml(std::string_view utf8, const std::string& fileName) {
    if (utf8.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return Error(ErrorCode::importFailed, fileName, {"it is too large"});
    if (const Result<> bounded = checkHtmlBounds(utf8, fileName); !bounded)
        return bounded.error();
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> page(
        htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", options), xmlFreeDoc);
    const xmlNode* root = page == nullptr ? nullptr : xmlDocGetRootElement(page.get());
    if (root == nullptr)
        return Error(ErrorCode::importFailed, fileName, {"there is no text in it"});
    return PageReader().read(root);
}

} // namespace assay
