// Claims with speaker chains for tests and benches of provenance: by hand, or many by a fixed formula. Never shipped.
#pragma once

#include "core/chart/chart.h"

#include <string>
#include <vector>

namespace assay::test {

struct Heard {
    ClaimId claim;
    std::string published;          ///< empty: no date
    std::vector<std::string> chain; ///< "wang", "musk+" endorses, "insiders?" is not identified; the last one publishes
    double value = 50000;
    std::string asOf = {};
};

/// A claim with one mention each, in a source of its own.
inline ChartContext contextOf(const std::vector<Heard>& all) {
    ChartContext context;
    context.attributes.push_back(Row<Attribute>(Attribute{{"gpu-stock"}, "GPUs held", "GPU"}));
    for (const Heard& heard : all) {
        Mention mention;
        mention.id.value = "m-" + heard.claim.value;
        mention.anchor = {{"s-" + heard.claim.value}, 0, 7, "50,000 ", {}, {}};
        for (std::string name : heard.chain) {
            Utterance utterance;
            const bool isKnown = name.back() != '?';
            if (name.back() == '+')
                utterance.role = SpeakerRole::endorser;
            if (name.back() == '+' || name.back() == '?')
                name.pop_back();
            utterance.speaker.value = name;
            if (!find(context.speakers, utterance.speaker)) {
                Speaker speaker{utterance.speaker, "Name of " + name};
                speaker.resolved = isKnown;
                context.speakers.push_back(Row<Speaker>(speaker));
            }
            mention.chain.push_back(utterance);
        }
        Source source;
        source.id = mention.anchor.source;
        source.title = "Title " + heard.claim.value;
        source.publisher = "Publisher of " + heard.claim.value;
        source.published = heard.published;
        context.sources.push_back(Row<Source>(source));
        Quantity quantity;
        quantity.value = heard.value;
        quantity.unit = "GPU";
        Claim claim;
        claim.id = heard.claim;
        claim.subject = "DeepSeek";
        claim.attribute = {"gpu-stock"};
        claim.statement = "A claim.";
        claim.quantity = quantity;
        claim.asOf = heard.asOf;
        claim.mentions = {mention};
        context.claims.push_back(Row<Claim>(claim));
    }
    return context;
}

inline void addLink(ChartContext& context, const char* from, LinkType type, const char* to) {
    context.links.push_back(Row<Link>(Link{{"l" + std::to_string(context.links.size())}, {from}, {to}, type, {}, {}}));
}

/// `count` mentions of one number within a year: chains of two to four out of a few voices and many publications, some
/// without a date, some endorsed.
inline std::vector<Heard> manyHeard(std::size_t count, std::size_t publications) {
    std::vector<Heard> all;
    std::uint64_t state = 20250123;
    const auto next = [&state](std::size_t below) { // Knuth's MMIX generator
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(state >> 33) % below;
    };
    const auto two = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    for (std::size_t i = 0; i < count; ++i) {
        Heard heard{{"c" + std::to_string(i)}, {}, {"origin" + std::to_string(next(3))}};
        if (next(20) > 0)
            heard.published = "2025-" + two(1 + next(12)) + "-" + two(1 + next(28));
        for (std::size_t relays = next(3); relays > 0; --relays)
            heard.chain.push_back("relay" + std::to_string(next(6)));
        if (next(8) == 0)
            heard.chain.push_back("fan" + std::to_string(next(3)) + "+");
        heard.chain.push_back("paper" + std::to_string(next(publications)));
        all.push_back(heard);
    }
    return all;
}

/// manyHeard as one family: each repeats the first.
inline ChartContext oneFamily(const std::vector<Heard>& all) {
    ChartContext context = contextOf(all);
    for (std::size_t i = 1; i < all.size(); ++i)
        addLink(context, all[i].claim.value.c_str(), LinkType::repeats, all[0].claim.value.c_str());
    return context;
}

} // namespace assay::test
