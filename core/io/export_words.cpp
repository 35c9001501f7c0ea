// The words themselves.
#include "core/io/export_words.h"

#include "core/claims/grade.h"
#include "core/document/check.h"
#include "core/document/edit.h"
#include "core/document/words.h"

namespace assay {

std::string citedTitle(const Source& source) {
    return source.digestOf.empty() ? source.title : "Digest by Assay of " + source.digestOf;
}

std::string speakerName(const Document& document, const SpeakerId& id) {
    const Speaker* speaker = find(document.speakers, id);
    return speaker == nullptr || speaker->name.empty() ? id.value : speaker->name;
}

std::string chainText(const Document& document, const Mention& mention) {
    std::string text;
    for (const Utterance& utterance : mention.chain)
        text += (text.empty() ? "" : " > ") + speakerName(document, utterance.speaker)
                + (utterance.spelling.empty() ? "" : ", written " + utterance.spelling) + " ("
                + std::string(wordOf(utterance.role)) + ")";
    return text;
}

std::string admiraltyText(const Grade& grade) {
    return grade.reliability == '-' && grade.credibility == '-' ? std::string()
                                                                : std::string{grade.reliability, grade.credibility};
}

std::string linkText(const Document& document, const Link& link) {
    return linkWords(document, link) + (link.formula.empty() ? "" : " (" + link.formula + ")")
           + (link.note.empty() ? "" : ": " + link.note);
}

std::string findingHead(const Finding& finding) {
    std::string text = std::string(verdictText(finding.verdict)) + ", " + std::string(findingKindText(finding.kind));
    if (finding.status != FindingStatus::open)
        text += ", " + std::string(wordOf(finding.status)) + (finding.note.empty() ? "" : " (" + finding.note + ")");
    return text;
}

std::vector<Finding> reportedFindings(const Document& document) {
    std::vector<Finding> findings = check(document);
    std::erase_if(findings, [](const Finding& finding) { return finding.verdict == Verdict::compatible; });
    return findings;
}

std::string attributeTitle(const Document& document, const AttributeId& id) {
    const Attribute* attribute = find(document.attributes, id);
    return attribute == nullptr || attribute->title.empty() ? id.value : attribute->title;
}

std::vector<std::pair<std::string, std::string>> claimFacts(const Document& document, const Claim& claim) {
    const std::string quantity = claim.quantity
                                     ? claim.quantity->text + " (" + std::string(boundText(claim.quantity->bound))
                                           + ", " + claim.quantity->unit + ")"
                                     : "";
    return {{"Claim", claim.id.value},
            {"Subject", claim.subject},
            {"Attribute", attributeTitle(document, claim.attribute)},
            {"Quantity", quantity},
            {"As of", claim.asOf},
            {"Scope", claim.scope},
            {"Grade", gradeText(document.gradeScales, claim.grade)},
            {"Assessment", std::string(wordOf(claim.assessment))},
            {"Verified", std::string(wordOf(claim.verified))},
            {"Note", claim.note}};
}

std::string markdownText(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool isSpecial = std::string_view("\\`*_{}[]()<>#+-!|~&$^=\"'").find(c) != std::string_view::npos;
        if (isSpecial)
            result += '\\';
        result += c == '\n' || c == '\r' ? ' ' : c;
    }
    return result;
}

std::string htmlText(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&': result += "&amp;"; break;
        case '<': result += "&lt;"; break;
        case '>': result += "&gt;"; break;
        case '"': result += "&quot;"; break;
        case '\'': result += "&#39;"; break;
        default: result += c;
        }
    }
    return result;
}

std::string safeInHtml(std::string json) {
    for (std::size_t at = json.find("</"); at != std::string::npos; at = json.find("</", at + 3))
        json.insert(at + 1, 1, '\\');
    return json;
}

} // namespace assay
