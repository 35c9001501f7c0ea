// Markdown: sources and claims with their words. Every text of the project is escaped: it is data, not markup.
#include "core/document/words.h"
#include "core/io/export_kinds.h"
#include "core/io/export_words.h"

namespace assay {
namespace {

void appendFact(std::string& text, std::string_view name, const std::string& value) {
    if (!value.empty())
        text += "- " + std::string(name) + ": " + markdownText(value) + "\n";
}

void appendMention(std::string& text, const Document& document, const Mention& mention) {
    text += "\n> " + markdownText(mention.anchor.quote) + "\n>\n> ";
    const Source* source = find(document.sources, mention.anchor.source);
    const std::string chain = chainText(document, mention);
    text += markdownText(source == nullptr ? mention.anchor.source.value : citedTitle(*source));
    text += (chain.empty() ? "" : "; " + markdownText(chain)) + "; " + std::string(wordOf(mention.modality));
    text += mention.polarity == Polarity::denies ? ", denied\n" : "\n";
}

void appendClaim(std::string& text, const Document& document, const Claim& claim) {
    text += "\n### " + markdownText(claim.statement.empty() ? claim.subject : claim.statement) + "\n\n";
    for (const auto& [name, value] : claimFacts(document, claim))
        appendFact(text, name, value);
    for (const Mention& mention : claim.mentions)
        appendMention(text, document, mention);
}

void appendSource(std::string& text, const Source& source) {
    text += "\n### " + markdownText(citedTitle(source)) + "\n\n";
    appendFact(text, "Source", source.id.value);
    appendFact(text, "Publisher", source.publisher);
    for (const std::string& author : source.authors)
        appendFact(text, "Author", author);
    appendFact(text, "Published", source.published);
    appendFact(text, "Accessed", source.accessed);
    appendFact(text, "Address", source.url);
    appendFact(text, "SHA-256", source.sha256);
    appendFact(text, "Note", source.note);
}

} // namespace

std::string exportMarkdown(const Document& document) {
    std::string text = "# " + markdownText(document.project.title) + "\n";
    if (!document.project.note.empty())
        text += "\n" + markdownText(document.project.note) + "\n";
    text += "\n## Claims\n";
    for (const Row<Claim>& claim : document.claims)
        appendClaim(text, document, *claim);
    if (!document.links.empty())
        text += "\n## Links\n\n";
    for (const Row<Link>& link : document.links)
        text += "- " + markdownText(linkText(document, *link)) + "\n";
    const std::vector<Finding> findings = reportedFindings(document);
    if (!findings.empty())
        text += "\n## Findings\n\n";
    for (const Finding& finding : findings)
        text += "- " + markdownText(findingHead(finding)) + ": " + markdownText(finding.reason) + "\n";
    text += "\n## Sources\n";
    for (const Row<Source>& source : document.sources)
        appendSource(text, *source);
    return text;
}

} // namespace assay
