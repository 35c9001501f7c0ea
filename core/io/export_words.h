// What every export says in the same words: who is cited, who said it, how well it stands. Knows no format.
#pragma once

#include "core/document/document.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assay {

/// The source's title; for a text in our own words "Digest by Assay of ...": a reader must not take it for the
/// original.
std::string citedTitle(const Source& source);

/// The speaker's name, or the id when the document has no such speaker.
std::string speakerName(const Document& document, const SpeakerId& id);

/// "Alexandr Wang, written Alexander Wang (estimator) > CNBC (relay)": originator first.
std::string chainText(const Document& document, const Mention& mention);

/// "B2", or empty when the claim has neither letter nor digit.
std::string admiraltyText(const Grade& grade);

/// "c7 derived-from c1 (c1 * 2): NOTE"
std::string linkText(const Document& document, const Link& link);

/// A finding in a report: "conflict, currency slip, accepted".
std::string findingHead(const Finding& finding);

/// What a report lists: all but those that only say that claims agree.
std::vector<Finding> reportedFindings(const Document& document);

/// What a report says of a claim, name and value, in its order; values may be empty.
std::vector<std::pair<std::string, std::string>> claimFacts(const Document& document, const Claim& claim);

/// CommonMark 0.30, 2.4: any ASCII punctuation may stand behind a backslash. Line ends become blanks.
std::string markdownText(std::string_view text);

/// For text and quoted attributes of a page.
std::string htmlText(std::string_view text);

/// JSON in which no text can end a script element that it is pasted into: "</" is written "<\\/", which reads the same.
std::string safeInHtml(std::string json);

/// The attribute's title, or its id.
std::string attributeTitle(const Document& document, const AttributeId& id);

} // namespace assay
