// Evidence: what every rule over claims looks at, with the look-ups they share. Knows no document and no scenario.
#pragma once

#include "core/base/row.h"
#include "core/catalog/catalogs.h"
#include "core/claims/claim.h"
#include "core/claims/finding.h"
#include "core/source/source.h"
#include "core/units/unit.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace assay {

/// A claim in one currency that gives the amount of another claim in its own.
struct Conversion {
    const Claim* converted = nullptr;
    const Claim* base = nullptr;
};

struct Evidence {
    Rows<Source> sources;
    Rows<Speaker> speakers;
    Rows<Attribute> attributes;
    Rows<Claim> claims;
    Rows<Link> links;
    Catalogs catalogs;                                   ///< what chips and rates are checked against
    std::unordered_map<ClaimId, const Claim*> claimById; ///< look-ups only: never walked through
    std::unordered_map<ClaimId, std::vector<const Link*>> linksFrom;
    std::vector<Conversion> conversions; ///< by link, or as printed: "$6 million (W8.6 billion)"
};

/// The rows with their indexes; the pointers stay valid as long as any document or Evidence holds the rows.
Evidence gatherEvidence(Rows<Source> sources, Rows<Speaker> speakers, Rows<Attribute> attributes, Rows<Claim> claims,
                        Rows<Link> links);

const Claim* findClaim(const Evidence& evidence, const ClaimId& id);
const std::vector<const Link*>& linksFrom(const Evidence& evidence, const ClaimId& id);

/// Rows that a rule compares pair by pair at most; above that many of one kind nobody takes two for each other.
inline constexpr std::size_t mostCompared = 2000;

/// The set of values a claim's words stand for, in base units; open ends are infinite.
struct ValueSet {
    Unit unit;
    double low = 0;
    double high = 0;
};

/// None: the claim has no quantity, an unsure one, or a unit that cannot be read.
std::optional<ValueSet> valueSetOf(const Claim& claim);

/// True when the sets share a value; ends count, since every end is a rounded one.
bool setsMeet(const ValueSet& a, const ValueSet& b);

/// True when one side is a bound such as "over 300 billion": compatible with much, so it says little.
bool isOneSided(const Claim& claim);

/// True when the as-of dates can mean one time. A trading-day figure dated to a weekend also meets the Monday after it,
/// because "the day before" in a text of Tuesday is read as Sunday from its date of reference.
bool timesMeet(const Claim& a, const Claim& b);

/// Prices and index levels exist on trading days only.
bool isTradingDayAttribute(const AttributeId& attribute);

/// True when the claim only gives another claim's amount in another currency.
bool isConversion(const Evidence& evidence, const Claim& claim);

/// "about 50,000 H100 GPUs" as the finding's reason prints it: bound word, text as written, where.
std::string wordsOf(const Claim& claim);
std::string wordsAndPlace(const Evidence& evidence, const Claim& claim);

std::string attributeTitle(const Evidence& evidence, const AttributeId& attribute);
std::string speakerName(const Evidence& evidence, const SpeakerId& speaker);

/// Sources the claims are anchored in, each once, in document order.
std::vector<SourceId> sourcesOf(const Evidence& evidence, const std::vector<const Claim*>& claims);

/// "a", "a and b", "a, b and c"; of a long list the first dozen and how many more.
std::string listText(const std::vector<std::string>& items);

/// A finding with an id that is stable for the same rule and claims.
Finding makeFinding(std::string_view rule, FindingKind kind, Verdict verdict, const std::vector<const Claim*>& claims,
                    std::string reason);

} // namespace assay
