// Quotation drift: one utterance of one speaker stands between quotation marks in several wordings. At most one is
// verbatim.
#include "core/claims/compare.h"
#include "core/claims/provenance.h"
#include "core/claims/rules.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace assay {

namespace {

struct Quoted {
    const Claim* claim = nullptr;
    const Mention* mention = nullptr;
};

bool standsInQuotationMarks(const Anchor& anchor) {
    static constexpr std::array<std::string_view, 4> opening{"\xE2\x80\x9C", "\"", "\xC2\xAB",
                                                             "\xE2\x80\x9E"}; // “ " « „
    static constexpr std::array<std::string_view, 4> closing{"\xE2\x80\x9D", "\"", "\xC2\xBB",
                                                             "\xE2\x80\x9C"}; // ” " » “
    const auto ends = [&](std::string_view mark) { return anchor.prefix.ends_with(mark); };
    const auto begins = [&](std::string_view mark) {
        return anchor.suffix.starts_with(mark) || anchor.suffix.starts_with("," + std::string(mark))
               || anchor.suffix.starts_with("." + std::string(mark));
    };
    return std::any_of(opening.begin(), opening.end(), ends) && std::any_of(closing.begin(), closing.end(), begins);
}

/// The verbatim mentions of a cluster by the speaker they lead back to.
std::map<SpeakerId, std::vector<Quoted>> quotedBySpeaker(const std::vector<Comparable>& cluster) {
    std::map<SpeakerId, std::vector<Quoted>> all;
    for (const Comparable& member : cluster)
        for (const Mention& mention : member.claim->mentions)
            if (!mention.chain.empty() && standsInQuotationMarks(mention.anchor))
                all[mention.chain.front().speaker].push_back(Quoted{member.claim, &mention});
    return all;
}

std::string placeOf(const Evidence& evidence, const Mention& mention) {
    const Source* source = find(evidence.sources, mention.anchor.source);
    return source ? (source->publisher.empty() ? source->title : source->publisher) : mention.anchor.source.value;
}

std::optional<Finding> driftOf(const Evidence& evidence, const SpeakerId& speaker, const std::vector<Quoted>& quotes) {
    std::vector<const Claim*> claims;
    std::vector<std::string> wordings, words, hedges;
    std::set<std::string_view> seen;
    for (const Quoted& quote : quotes) {
        if (!seen.insert(quote.mention->anchor.quote).second)
            continue;
        wordings.push_back(quote.mention->anchor.quote);
        claims.push_back(quote.claim);
        words.push_back("\"" + quote.mention->anchor.quote + "\" (" + placeOf(evidence, *quote.mention) + ")");
        if (!quote.mention->hedge.empty())
            hedges.push_back("\"" + quote.mention->hedge + "\" in " + placeOf(evidence, *quote.mention));
    }
    if (wordings.size() < 2)
        return std::nullopt;
    std::string reason = "One utterance of " + speakerName(evidence, speaker) + " stands between quotation marks in "
                         + std::to_string(wordings.size()) + " wordings: " + listText(words) + ".";
    if (!hedges.empty() && hedges.size() < wordings.size())
        reason += " Hedge: " + listText(hedges) + "; gone elsewhere.";
    else if (!hedges.empty())
        reason += " Hedges: " + listText(hedges) + ".";
    return makeFinding("quotation", FindingKind::attribution, Verdict::conflict, claims, std::move(reason));
}

} // namespace

std::vector<Finding> findQuotationDrift(const Evidence& evidence) {
    std::vector<Finding> findings;
    for (const auto& cluster : agreeingClusters(evidence))
        for (const auto& [speaker, quotes] : quotedBySpeaker(cluster))
            if (auto drift = driftOf(evidence, speaker, quotes))
                findings.push_back(std::move(*drift));
    return findings;
}

} // namespace assay
