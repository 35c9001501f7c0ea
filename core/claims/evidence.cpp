// The look-ups that rules over claims share: value sets, times, words for reasons.
#include "core/claims/evidence.h"

#include "core/base/hash.h"
#include "core/base/iso_date.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <unordered_set>

namespace assay {

namespace {

constexpr std::array<std::string_view, 2> tradingDayAttributes{"share-price-fall", "market-value-lost"};

/// The Monday after a weekend day, as text.
std::string mondayAfter(std::chrono::sys_days day) {
    while (isWeekend(day))
        day += std::chrono::days(1);
    return isoDay(day);
}

std::vector<std::string> readingsOf(const Claim& claim) {
    std::vector<std::string> readings{claim.asOf};
    const auto day = calendarDay(claim.asOf);
    if (day && isWeekend(*day) && isTradingDayAttribute(claim.attribute))
        readings.push_back(mondayAfter(*day));
    return readings;
}

std::string boundWord(const Quantity& quantity) {
    switch (quantity.bound) {
    case Bound::about: return quantity.text.find("or so") == std::string::npos ? "about " : "";
    case Bound::less: return "less than ";
    case Bound::atMost: return "at most ";
    case Bound::greater: return "over ";
    case Bound::atLeast: return "at least ";
    default: return {};
    }
}

} // namespace

const Claim* findClaim(const Evidence& evidence, const ClaimId& id) {
    const auto found = evidence.claimById.find(id);
    return found == evidence.claimById.end() ? nullptr : found->second;
}

const std::vector<const Link*>& linksFrom(const Evidence& evidence, const ClaimId& id) {
    static const std::vector<const Link*> none;
    const auto found = evidence.linksFrom.find(id);
    return found == evidence.linksFrom.end() ? none : found->second;
}

bool isConversion(const Evidence& evidence, const Claim& claim) {
    return std::any_of(evidence.conversions.begin(), evidence.conversions.end(),
                       [&](const Conversion& one) { return one.converted == &claim; });
}

std::optional<ValueSet> valueSetOf(const Claim& claim) {
    if (!claim.quantity || claim.quantity->bound == Bound::unsure)
        return std::nullopt;
    const Quantity& quantity = *claim.quantity;
    const Result<Unit> unit = parseUnit(quantity.unit.empty() ? "1" : quantity.unit);
    if (!unit || (!quantity.value && !quantity.low && !quantity.high))
        return std::nullopt;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const bool openBelow = quantity.bound == Bound::less || quantity.bound == Bound::atMost;
    const bool openAbove = quantity.bound == Bound::greater || quantity.bound == Bound::atLeast;
    const double low = openBelow ? -infinity : quantity.low.value_or(quantity.value.value_or(-infinity));
    const double high = openAbove ? infinity : quantity.high.value_or(quantity.value.value_or(infinity));
    return ValueSet{*unit, low * unit->scale, high * unit->scale};
}

bool setsMeet(const ValueSet& a, const ValueSet& b) { return a.low <= b.high && b.low <= a.high; }

bool isOneSided(const Claim& claim) {
    if (!claim.quantity)
        return false;
    const Bound bound = claim.quantity->bound;
    return bound == Bound::less || bound == Bound::atMost || bound == Bound::greater || bound == Bound::atLeast;
}

bool timesMeet(const Claim& a, const Claim& b) {
    for (const std::string& first : readingsOf(a))
        for (const std::string& second : readingsOf(b))
            if (datesMeet(first, second))
                return true;
    return false;
}

bool isTradingDayAttribute(const AttributeId& attribute) {
    return std::find(tradingDayAttributes.begin(), tradingDayAttributes.end(), attribute.value)
           != tradingDayAttributes.end();
}

std::string wordsOf(const Claim& claim) {
    if (!claim.quantity)
        return "\"" + claim.statement + "\"";
    return boundWord(*claim.quantity) + claim.quantity->text;
}

std::string wordsAndPlace(const Evidence& evidence, const Claim& claim) {
    std::string place;
    if (!claim.mentions.empty())
        if (const Source* source = find(evidence.sources, claim.mentions.front().anchor.source))
            place = source->publisher.empty() ? source->title : source->publisher;
    return place.empty() ? wordsOf(claim) : wordsOf(claim) + " (" + place + ")";
}

std::string attributeTitle(const Evidence& evidence, const AttributeId& attribute) {
    const Attribute* row = find(evidence.attributes, attribute);
    return row ? row->title : attribute.value;
}

std::string speakerName(const Evidence& evidence, const SpeakerId& speaker) {
    const Speaker* row = find(evidence.speakers, speaker);
    return row ? row->name : speaker.value;
}

std::vector<SourceId> sourcesOf(const Evidence& evidence, const std::vector<const Claim*>& claims) {
    std::unordered_set<SourceId> used;
    for (const Claim* claim : claims)
        for (const Mention& mention : claim->mentions)
            used.insert(mention.anchor.source);
    std::vector<SourceId> found;
    for (const Row<Source>& source : evidence.sources)
        if (used.contains(source->id))
            found.push_back(source->id);
    return found;
}

std::string listText(const std::vector<std::string>& items) {
    constexpr std::size_t most = 12; // a sentence that can still be read
    const std::size_t shown = items.size() <= most + 1 ? items.size() : most;
    std::string text;
    for (std::size_t i = 0; i < shown; ++i)
        text += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
    return shown == items.size() ? text : text + " and " + std::to_string(items.size() - shown) + " more";
}

Finding makeFinding(std::string_view rule, FindingKind kind, Verdict verdict, const std::vector<const Claim*>& claims,
                    std::string reason) {
    std::string key(rule);
    Finding finding{{}, kind, verdict, FindingStatus::open, {}, std::move(reason), {}, {}};
    for (const Claim* claim : claims) {
        key += '\n' + claim->id.value;
        finding.claims.push_back(claim->id);
    }
    const std::string hash = xxh3Hex(std::as_bytes(std::span(key.data(), key.size())));
    finding.id.value = std::string(findingKindText(kind)) + "-" + hash.substr(0, 8);
    return finding;
}

} // namespace assay
