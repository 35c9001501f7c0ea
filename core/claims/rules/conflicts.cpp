// The interval test: claims of one subject, attribute, scope and time whose sets of values do not meet are in conflict;
// those that meet by rounding or by a loose bound are compatible, and the more precise one is named.
#include "core/base/iso_date.h"
#include "core/claims/compare.h"
#include "core/claims/rules.h"

#include <algorithm>
#include <limits>
#include <map>

namespace assay {

namespace {

/// What the claims of one as-of date reach: a claim of that time meets them all when its set meets both ends.
struct Reach {
    const Claim* example = nullptr;
    double highestLow = -std::numeric_limits<double>::infinity();
    double lowestHigh = std::numeric_limits<double>::infinity();
};

/// The claims that do not meet another one of their time. Dates are few however many claims there are, so only dates
/// are compared pair by pair.
std::vector<const Claim*> rivalsIn(const std::vector<Comparable>& members) {
    std::map<std::string, Reach> dates;
    for (const Comparable& member : members) {
        Reach& reach = dates[member.claim->asOf];
        reach.example = member.claim;
        reach.highestLow = std::max(reach.highestLow, member.set.low);
        reach.lowestHigh = std::min(reach.lowestHigh, member.set.high);
    }
    std::map<std::string, Reach> met;
    for (const auto& [date, reach] : dates) {
        Reach& all = met[date];
        for (const auto& [otherDate, other] : dates)
            if (timesMeet(*reach.example, *other.example)) {
                all.highestLow = std::max(all.highestLow, other.highestLow);
                all.lowestHigh = std::min(all.lowestHigh, other.lowestHigh);
            }
    }
    std::vector<const Claim*> rivals;
    for (const Comparable& member : members)
        if (const Reach& all = met[member.claim->asOf];
            all.highestLow > member.set.high || all.lowestHigh < member.set.low)
            rivals.push_back(member.claim);
    return rivals;
}

std::vector<std::string> wordsWithTimes(const Evidence& evidence, const std::vector<const Claim*>& claims) {
    std::vector<std::string> words;
    for (const Claim* claim : claims)
        words.push_back(wordsAndPlace(evidence, *claim) + (claim->asOf.empty() ? "" : " as of " + claim->asOf));
    return words;
}

std::string heading(const Evidence& evidence, const Claim& claim) {
    return claim.subject + ", " + attributeTitle(evidence, claim.attribute)
           + (claim.scope.empty() ? "" : ", " + claim.scope) + ": ";
}

Finding conflictOf(const Evidence& evidence, const std::vector<const Claim*>& rivals) {
    std::string reason = heading(evidence, *rivals.front()) + listText(wordsWithTimes(evidence, rivals))
                         + " cannot all be true of one time.";
    if (isTradingDayAttribute(rivals.front()->attribute))
        for (const Claim* claim : rivals) {
            const auto day = calendarDay(claim->asOf);
            if (!day || !isWeekend(*day))
                continue;
            reason += " " + isoDay(*day) + " is a " + std::string(weekdayName(*day))
                      + " without trading; read as the Monday after it, " + claim->quantity->text
                      + " is a snapshot of that day.";
            break; // one is enough to know what to do
        }
    if (isTradingDayAttribute(rivals.front()->attribute))
        reason += " Different times of the day would settle it: set the as-of times.";
    return makeFinding("conflict", FindingKind::conflict, Verdict::conflict, rivals, std::move(reason));
}

double width(const ValueSet& set) { return set.high - set.low; }

/// Claims that agree although their numbers differ; none when all print the same number.
std::optional<Finding> agreementOf(const Evidence& evidence, const std::vector<Comparable>& members) {
    std::vector<const Claim*> claims;
    bool differ = false, oneSided = false;
    const Comparable* best = &members.front();
    for (const Comparable& member : members) {
        claims.push_back(member.claim);
        differ = differ || member.claim->quantity->value != members.front().claim->quantity->value;
        oneSided = oneSided || isOneSided(*member.claim);
        best = width(member.set) < width(best->set) ? &member : best;
    }
    if (!differ)
        return std::nullopt;
    const std::string why = oneSided ? " can all be true: some are weak bounds. The most precise is "
                                     : " are one figure, rounded. The most precise is ";
    return makeFinding("conflict", oneSided ? FindingKind::bound : FindingKind::rounding, Verdict::compatible, claims,
                       heading(evidence, *claims.front()) + listText(wordsWithTimes(evidence, claims)) + why
                           + wordsOf(*best->claim) + ".");
}

} // namespace

std::vector<Finding> findConflicts(const Evidence& evidence) {
    std::vector<Finding> findings;
    for (const std::vector<Comparable>& cluster : comparableClusters(evidence)) {
        if (const auto rivals = rivalsIn(cluster); !rivals.empty())
            findings.push_back(conflictOf(evidence, rivals));
        else if (auto agreement = agreementOf(evidence, cluster))
            findings.push_back(std::move(*agreement));
    }
    return findings;
}

} // namespace assay
