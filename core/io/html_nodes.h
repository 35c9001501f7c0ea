// What the readers of an HTML tree share: views of libxml2's strings. Knows no meaning of an element.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <libxml/tree.h>

namespace assay {

inline std::string_view viewOf(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// Empty when there is none.
inline std::string attributeOf(const xmlNode* node, const char* name) {
    if (node->properties == nullptr)
        return {};
    const std::unique_ptr<xmlChar, void (*)(void*)> value(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)),
                                                          [](void* text) { xmlFree(text); });
    return std::string(viewOf(value.get()));
}

/// White space of HTML (HTML Standard, "ASCII whitespace").
inline bool isHtmlSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

} // namespace assay
