// Small evidence for tests: claims written in one line, with sources and speakers made as they are named.
#pragma once

#include "core/claims/evidence.h"
#include "core/claims/rules.h"

#include <algorithm>
#include <string>
#include <vector>

namespace assay::test {

/// One claim in short: everything else has its default.
struct Short {
    std::string id;
    std::string subject = "DeepSeek";
    std::string attribute = "gpu-stock";
    std::string unit = "H100";
    Bound bound = Bound::equal;
    double value = 0;         ///< 0: none
    double low = 0, high = 0; ///< 0 and 0: the value itself
    std::string asOf = "2025-01-27";
    std::string scope;
    std::string source = "s1";
    std::vector<std::string> chain{"wang"}; ///< "?name" unresolved, "+name" endorser, "!name" party
    std::string statement;
    std::string quote = "words";
    std::string prefix, suffix;
    std::string hedge;
};

inline Claim claimOf(const Short& s) {
    Claim claim;
    claim.id = ClaimId{s.id};
    claim.subject = s.subject;
    claim.attribute = AttributeId{s.attribute};
    claim.statement = s.statement;
    claim.asOf = s.asOf;
    claim.scope = s.scope;
    Quantity quantity;
    quantity.text = std::to_string(s.value > 0 ? s.value : s.low) + " " + s.unit;
    if (s.value != 0)
        quantity.value = s.value;
    const bool hasEnds = s.low != 0 || s.high != 0;
    if (s.bound != Bound::less && s.bound != Bound::atMost)
        quantity.low = hasEnds ? s.low : s.value;
    if (s.bound != Bound::greater && s.bound != Bound::atLeast)
        quantity.high = hasEnds ? s.high : s.value;
    quantity.bound = s.bound;
    quantity.unit = s.unit;
    claim.quantity = quantity;
    Mention mention;
    mention.id = MentionId{"m-" + s.id};
    mention.anchor = Anchor{SourceId{s.source}, 0, s.quote.size(), s.quote, s.prefix, s.suffix};
    for (const std::string& link : s.chain) {
        const bool marked = link.find_first_of("?+!") == 0;
        const SpeakerRole role = link[0] == '+'   ? SpeakerRole::endorser
                                 : link[0] == '!' ? SpeakerRole::party
                                                  : SpeakerRole::relay;
        mention.chain.push_back(Utterance{SpeakerId{marked ? link.substr(1) : link}, role});
    }
    mention.hedge = s.hedge;
    claim.mentions.push_back(std::move(mention));
    return claim;
}

inline Row<Link> linkOf(const std::string& from, LinkType type, const std::string& to) {
    Link link;
    link.id = LinkId{from + "-" + to};
    link.from = ClaimId{from};
    link.to = ClaimId{to};
    link.type = type;
    return Row<Link>(std::move(link));
}

inline Attribute attributeOf(const std::string& id, const std::string& unit, const std::string& definition) {
    return Attribute{AttributeId{id}, id, unit, definition, {}};
}

/// Evidence with every source and speaker that the claims name.
inline Evidence evidenceOf(const std::vector<Short>& shorts, Rows<Link> links = {},
                           const std::vector<Attribute>& attributes = {}) {
    Rows<Claim> claims;
    Rows<Source> sources;
    Rows<Speaker> speakers;
    for (const Short& s : shorts) {
        claims.push_back(Row<Claim>(claimOf(s)));
        if (!find(sources, SourceId{s.source})) {
            Source source;
            source.id = SourceId{s.source};
            source.publisher = "Paper " + s.source;
            sources.push_back(Row<Source>(std::move(source)));
        }
        for (const std::string& link : s.chain) {
            const SpeakerId id{link.find_first_of("?+!") == 0 ? link.substr(1) : link};
            if (!find(speakers, id))
                speakers.push_back(Row<Speaker>(Speaker{id, id.value, {}, link[0] != '?', {}}));
        }
    }
    Rows<Attribute> rows;
    for (const Attribute& attribute : attributes)
        rows.push_back(Row<Attribute>(attribute));
    return gatherEvidence(std::move(sources), std::move(speakers), std::move(rows), std::move(claims),
                          std::move(links));
}

/// "conflict conflict a b; note circular c d": findings in one line, for comparing.
inline std::string inShort(const std::vector<Finding>& findings) {
    std::string text;
    for (const Finding& finding : findings) {
        text += (text.empty() ? "" : "; ") + std::string(verdictText(finding.verdict)) + " "
                + std::string(findingKindText(finding.kind));
        for (const ClaimId& claim : finding.claims)
            text += " " + claim.value;
    }
    return text;
}

} // namespace assay::test
