// HTML: one page, no script, nothing from outside; every text of the project is escaped.
#include "core/io/export_kinds.h"
#include "core/io/export_words.h"

namespace assay {
namespace {

constexpr std::string_view head =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<style>body{font-family:sans-serif;max-width:50em;margin:2em auto;line-height:1.45}blockquote{border-left:3px solid #888;"
    "margin:.5em 0;padding-left:1em}cite{color:#555}dt{font-weight:bold}</style>\n";

std::string element(const std::string& name, std::string_view text) {
    return "<" + name + ">" + htmlText(text) + "</" + name + ">\n";
}

void appendFact(std::string& text, const std::string& name, const std::string& value) {
    if (!value.empty())
        text += element("dt", name) + element("dd", value);
}

void appendClaim(std::string& text, const Document& document, const Claim& claim) {
    text += element("h3", claim.statement.empty() ? claim.subject : claim.statement) + "<dl>\n";
    for (const auto& [name, value] : claimFacts(document, claim))
        appendFact(text, name, value);
    text += "</dl>\n";
    for (const Mention& mention : claim.mentions) {
        const Source* source = find(document.sources, mention.anchor.source);
        const std::string chain = chainText(document, mention);
        text += "<blockquote>" + element("p", mention.anchor.quote)
                + element("cite", (source == nullptr ? mention.anchor.source.value : citedTitle(*source))
                                      + (chain.empty() ? "" : "; " + chain))
                + "</blockquote>\n";
    }
}

void appendSource(std::string& text, const Source& source) {
    text += element("h3", citedTitle(source)) + "<dl>\n";
    appendFact(text, "Source", source.id.value);
    appendFact(text, "Publisher", source.publisher);
    appendFact(text, "Published", source.published);
    appendFact(text, "Accessed", source.accessed);
    appendFact(text, "Address", source.url);
    appendFact(text, "SHA-256", source.sha256);
    appendFact(text, "Note", source.note);
    text += "</dl>\n";
}

} // namespace

std::string exportHtml(const Document& document) {
    std::string text = std::string(head) + element("title", document.project.title) + "</head>\n<body>\n"
                       + element("h1", document.project.title) + element("p", document.project.note)
                       + "<h2>Claims</h2>\n";
    for (const Row<Claim>& claim : document.claims)
        appendClaim(text, document, *claim);
    text += "<h2>Links</h2>\n<ul>\n";
    for (const Row<Link>& link : document.links)
        text += element("li", linkText(document, *link));
    text += "</ul>\n<h2>Findings</h2>\n<ul>\n";
    for (const Finding& finding : reportedFindings(document))
        text += element("li", findingHead(finding) + ": " + finding.reason);
    text += "</ul>\n<h2>Sources</h2>\n";
    for (const Row<Source>& source : document.sources)
        appendSource(text, *source);
    return text + "</body>\n</html>\n";
}

} // namespace assay
