// Builds the indexes of Evidence: claims by id, links by claim, and which amounts are conversions of others.
#include "core/claims/evidence.h"

#include <algorithm>

namespace assay {

namespace {

constexpr std::size_t bracketReach = 10; // code points from a base amount to the one in brackets: " (" and "about " fit

struct MoneyMention {
    const Anchor* anchor = nullptr;
    const Claim* claim = nullptr;
};

bool isMoney(const Claim& claim) { return claim.quantity && isCurrency(claim.quantity->unit); }

bool areTwoCurrencies(const Claim& a, const Claim& b) {
    return isMoney(a) && isMoney(b) && a.quantity->unit != b.quantity->unit;
}

std::vector<MoneyMention> moneyInReadingOrder(const Rows<Claim>& claims) {
    std::vector<MoneyMention> mentions;
    for (const Row<Claim>& claim : claims)
        if (isMoney(*claim))
            for (const Mention& mention : claim->mentions)
                mentions.push_back(MoneyMention{&mention.anchor, &*claim});
    std::stable_sort(mentions.begin(), mentions.end(), [](const MoneyMention& a, const MoneyMention& b) {
        return a.anchor->source != b.anchor->source ? a.anchor->source < b.anchor->source
                                                    : a.anchor->start < b.anchor->start;
    });
    return mentions;
}

/// The amount stands in brackets right behind the other: "$6 million (about 860 million KRW)".
bool standsInBrackets(const Anchor& base, const Anchor& amount) {
    return base.source == amount.source && amount.start >= base.end && amount.start - base.end <= bracketReach
           && amount.prefix.substr(amount.prefix.size() - std::min<std::size_t>(amount.prefix.size(), bracketReach))
                      .find('(')
                  != std::string::npos;
}

bool isListed(const std::vector<Conversion>& all, const Claim* converted) {
    return std::any_of(all.begin(), all.end(), [&](const Conversion& one) { return one.converted == converted; });
}

std::vector<Conversion> findConversions(const Evidence& evidence) {
    std::vector<Conversion> all;
    for (const Row<Link>& link : evidence.links) {
        const Claim* converted = findClaim(evidence, link->from);
        const Claim* base = findClaim(evidence, link->to);
        if (link->type == LinkType::converts && converted && base && areTwoCurrencies(*converted, *base))
            all.push_back(Conversion{converted, base});
    }
    const std::vector<MoneyMention> mentions = moneyInReadingOrder(evidence.claims);
    for (std::size_t i = 1; i < mentions.size(); ++i) {
        const MoneyMention& base = mentions[i - 1];
        const MoneyMention& amount = mentions[i];
        if (areTwoCurrencies(*base.claim, *amount.claim) && standsInBrackets(*base.anchor, *amount.anchor)
            && !isListed(all, amount.claim))
            all.push_back(Conversion{amount.claim, base.claim});
    }
    return all;
}

} // namespace

Evidence gatherEvidence(Rows<Source> sources, Rows<Speaker> speakers, Rows<Attribute> attributes, Rows<Claim> claims,
                        Rows<Link> links) {
    Evidence evidence{std::move(sources),
                      std::move(speakers),
                      std::move(attributes),
                      std::move(claims),
                      std::move(links),
                      {},
                      {},
                      {}};
    for (const Row<Claim>& claim : evidence.claims)
        evidence.claimById.emplace(claim->id, &*claim);
    for (const Row<Link>& link : evidence.links)
        evidence.linksFrom[link->from].push_back(&*link);
    evidence.conversions = findConversions(evidence);
    return evidence;
}

} // namespace assay
