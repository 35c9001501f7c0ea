// CSV: one row a mention; a claim's own fields stand in each of its rows.
#include "core/document/words.h"
#include "core/io/csv.h"
#include "core/io/export_kinds.h"
#include "core/io/export_words.h"

namespace assay {
namespace {

/// "55-80 %": with the sign, for a spreadsheet takes 1-5 for a day of January.
std::string likelihoodCell(LikelihoodBand band) { return csvText(std::string(wordOf(band)) + " %"); }

std::vector<std::string> claimCells(const Document& document, const Claim& claim) {
    const Quantity quantity = claim.quantity.value_or(Quantity{});
    return {csvText(claim.id.value),
            csvText(claim.subject),
            csvText(attributeTitle(document, claim.attribute)),
            csvText(claim.statement),
            csvText(quantity.text),
            csvNumber(quantity.value),
            csvNumber(quantity.low),
            csvNumber(quantity.high),
            claim.quantity ? csvText(boundText(quantity.bound)) : std::string(),
            csvText(quantity.unit),
            csvText(claim.asOf),
            csvText(claim.scope),
            csvText(admiraltyText(claim.grade)),
            claim.grade.likelihood == LikelihoodBand::none ? std::string() : likelihoodCell(claim.grade.likelihood),
            claim.grade.confidence == ConfidenceLevel::none ? std::string()
                                                            : std::string(wordOf(claim.grade.confidence)),
            std::string(wordOf(claim.verified)),
            std::string(wordOf(claim.assessment)),
            csvText(claim.note)};
}

std::vector<std::string> mentionCells(const Document& document, const Mention& mention) {
    const Source* found = find(document.sources, mention.anchor.source);
    const Source source = found == nullptr ? Source{} : *found;
    return {csvText(mention.id.value),
            mention.chain.empty() ? std::string() : csvText(speakerName(document, mention.chain.front().speaker)),
            csvText(chainText(document, mention)),
            std::string(wordOf(mention.polarity)),
            std::string(wordOf(mention.modality)),
            std::string(wordOf(mention.level)),
            csvText(mention.hedge),
            csvText(mention.anchor.quote),
            csvText(mention.anchor.source.value),
            std::to_string(mention.anchor.start),
            std::to_string(mention.anchor.end),
            csvText(citedTitle(source)),
            csvText(source.publisher),
            csvText(source.published),
            csvText(source.url)};
}

} // namespace

std::string exportCsv(const Document& document) {
    std::string text =
        csvRow({"claim",      "subject",  "attribute",  "statement", "quantity", "value",      "low",
                "high",       "bound",    "unit",       "as_of",     "scope",    "grade",      "likelihood",
                "confidence", "verified", "assessment", "note",      "mention",  "originator", "chain",
                "polarity",   "modality", "level",      "hedge",     "quote",    "source",     "start",
                "end",        "title",    "publisher",  "published", "url"});
    for (const Row<Claim>& claim : document.claims)
        for (const Mention& mention : claim->mentions) {
            std::vector<std::string> cells = claimCells(document, *claim);
            const std::vector<std::string> more = mentionCells(document, mention);
            cells.insert(cells.end(), more.begin(), more.end());
            text += csvRow(cells);
        }
    return text;
}

} // namespace assay
