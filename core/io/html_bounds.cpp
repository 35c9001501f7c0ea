// One pass over the bytes: comments, scripts and styles are skipped as the parser does, quotes in tags are respected.
#include "core/io/html_bounds.h"

#include "core/io/html_nodes.h"

#include <algorithm>
#include <utility>

namespace assay {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool isLetter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool startsWith(std::string_view text, std::string_view lowerCaseName) {
    return text.size() >= lowerCaseName.size()
           && std::equal(lowerCaseName.begin(), lowerCaseName.end(), text.begin(),
                         [](char name, char c) { return name == lower(c); });
}

/// Behind the end tag of an element whose content is no markup, given what stands behind its start tag.
std::size_t behindRawText(std::string_view page, std::size_t at, std::string_view endTag) {
    for (; at < page.size(); ++at)
        if (page[at] == '<' && startsWith(page.substr(at), endTag))
            return at;
    return at;
}

struct Tag {
    std::size_t end = 0; ///< behind its '>'
    std::size_t attributes = 0;
};

/// From behind the name of an element. Words apart by white space are attributes; those of a value without quotes too.
Tag tagFrom(std::string_view page, std::size_t at) {
    Tag tag;
    char quote = 0;
    char last = 0; // that is no white space
    bool isWord = false;
    for (; at < page.size(); ++at) {
        const char c = page[at];
        if (quote != 0) {
            quote = c == quote ? '\0' : quote;
            continue;
        }
        if (c == '>')
            break;
        if ((c == '"' || c == '\'') && last == '=')
            quote = c;
        last = isHtmlSpace(c) ? last : c;
        const bool wasWord = std::exchange(isWord, !isHtmlSpace(c) && c != '/');
        tag.attributes += isWord && !wasWord ? 1U : 0U;
    }
    tag.end = at;
    return tag;
}

Error beyond(const std::string& fileName, const char* what, std::size_t most) {
    return Error(ErrorCode::importFailed, fileName,
                 {std::string(what) + " has more than " + std::to_string(most)
                  + (most == mostHtmlElements ? " elements" : " attributes")});
}

} // namespace

Result<> checkHtmlBounds(std::string_view page, const std::string& fileName) {
    std::size_t elements = 0;
    for (std::size_t at = page.find('<'); at < page.size(); at = page.find('<', at)) {
        if (++elements > mostHtmlElements)
            return beyond(fileName, "it", mostHtmlElements);
        const std::string_view here = page.substr(at + 1);
        if (here.starts_with("!--")) {
            at = std::min(page.find("-->", at + 4), page.size());
            continue;
        }
        ++at;
        if (here.empty() || !isLetter(here.front()))
            continue;
        while (at < page.size() && !isHtmlSpace(page[at]) && page[at] != '>' && page[at] != '/')
            ++at;
        const Tag tag = tagFrom(page, at);
        if (tag.attributes > mostHtmlAttributes)
            return beyond(fileName, "an element of it", mostHtmlAttributes);
        at = tag.end;
        if (startsWith(here, "script"))
            at = behindRawText(page, at, "</script");
        else if (startsWith(here, "style"))
            at = behindRawText(page, at, "</style");
    }
    return {};
}

} // namespace assay
