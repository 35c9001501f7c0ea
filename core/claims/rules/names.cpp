// Speakers whose names differ by a letter or two: probably one person or firm, whose words would count twice.
#include "core/base/utf8.h"
#include "core/claims/rules.h"

#include <algorithm>

namespace assay {

namespace {

constexpr std::size_t shortestName = 6; ///< code points: below, a letter makes another name

/// Edits between two texts, or 3 when there are more than 2. (Ukkonen's band of Levenshtein's table)
std::size_t editsBetween(const std::u32string& a, const std::u32string& b) {
    constexpr std::size_t limit = 2, over = limit + 1;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit)
        return over;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = std::min(j, over);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = std::min(i, over);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t kept = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({kept, row[j] + 1, row[j - 1] + 1, over});
        }
    }
    return row.back();
}

std::vector<std::u32string> spellingsOf(const Speaker& speaker) {
    std::vector<std::u32string> spellings{toUtf32(speaker.name)};
    for (const std::string& alias : speaker.aliases)
        spellings.push_back(toUtf32(alias));
    std::erase_if(spellings, [](const std::u32string& name) { return name.size() < shortestName; });
    return spellings;
}

bool areAlike(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) {
    for (const std::u32string& one : a)
        for (const std::u32string& other : b)
            if (editsBetween(one, other) <= 2)
                return true;
    return false;
}

std::vector<const Claim*> claimsOf(const Evidence& evidence, const SpeakerId& a, const SpeakerId& b) {
    std::vector<const Claim*> claims;
    for (const Row<Claim>& claim : evidence.claims) {
        const bool names = std::any_of(claim->mentions.begin(), claim->mentions.end(), [&](const Mention& mention) {
            return std::any_of(mention.chain.begin(), mention.chain.end(), [&](const Utterance& utterance) {
                return utterance.speaker == a || utterance.speaker == b;
            });
        });
        if (names)
            claims.push_back(&*claim);
    }
    return claims;
}

} // namespace

std::vector<Finding> findNameVariants(const Evidence& evidence) {
    std::vector<std::pair<const Speaker*, std::vector<std::u32string>>> speakers;
    for (const Row<Speaker>& speaker : evidence.speakers)
        if (speaker->resolved && speakers.size() < mostCompared)
            speakers.emplace_back(&*speaker, spellingsOf(*speaker));
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < speakers.size(); ++i)
        for (std::size_t j = i + 1; j < speakers.size(); ++j) {
            if (!areAlike(speakers[i].second, speakers[j].second))
                continue;
            const Speaker& a = *speakers[i].first;
            const Speaker& b = *speakers[j].first;
            findings.push_back(makeFinding("name " + a.id.value + " " + b.id.value, FindingKind::attribution,
                                           Verdict::note, claimsOf(evidence, a.id, b.id),
                                           a.name + " and " + b.name
                                               + " are probably one: as two speakers they count as two originators. "
                                                 "Make one an alias of the other; every spelling is kept."));
            findings.back().speakers = {a.id, b.id};
        }
    return findings;
}

} // namespace assay
