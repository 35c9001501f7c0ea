// BibTeX: the sources as @misc entries in UTF-8 (biblatex, biber).
#include "core/io/export_kinds.h"
#include "core/io/export_words.h"

namespace assay {
namespace {

/// TeX's special characters; braces and backslashes would break the entry itself.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '\\')
            result += "\\textbackslash{}";
        else if (c == '~')
            result += "\\textasciitilde{}";
        else if (c == '^')
            result += "\\textasciicircum{}";
        else if (std::string_view("{}&%$#_").find(c) != std::string_view::npos)
            result += std::string("\\") + c;
        else
            result += c == '\n' || c == '\r' ? ' ' : c;
    }
    return result;
}

/// " and " and commas part names in BibTeX: in a name of their own they stand in braces.
std::string protectedName(const std::string& name) {
    const bool isSplit = name.find(" and ") != std::string::npos || name.find(',') != std::string::npos;
    return isSplit ? "{" + escaped(name) + "}" : escaped(name);
}

/// `tex` is escaped already.
void appendTex(std::string& text, const std::string& name, const std::string& tex) {
    if (!tex.empty())
        text += ",\n  " + name + " = {" + tex + "}";
}

void appendField(std::string& text, const std::string& name, const std::string& value) {
    appendTex(text, name, escaped(value));
}

} // namespace

std::string exportBibtex(const Document& document) {
    std::string text;
    for (const Row<Source>& source : document.sources) {
        std::string authors;
        for (const std::string& author : source->authors)
            authors += (authors.empty() ? "" : " and ") + protectedName(author);
        text += (text.empty() ? "" : "\n") + std::string("@misc{") + source->id.value;
        appendField(text, "title", citedTitle(*source));
        appendTex(text, "author", authors);
        appendField(text, "publisher", source->publisher);
        appendField(text, "date", source->published);
        appendField(text, "urldate", source->accessed);
        appendField(text, "url", source->url);
        appendField(text, "langid", source->language);
        appendField(text, "note", source->note);
        text += "\n}\n";
    }
    return text;
}

} // namespace assay
