// Claim: what the analyst says some words assert; Mention: the words and who carried them. Words are not the
// proposition: mentions never merge by equal words. (design: "The domain model")
#pragma once

#include "core/base/extra.h"
#include "core/base/ids.h"
#include "core/source/anchor.h"
#include "core/units/quantity.h"

#include <optional>
#include <string>
#include <vector>

namespace assay {

enum class SpeakerKind { unknown, person, organisation };

/// A person or organisation; every spelling met is kept.
struct Speaker {
    SpeakerId id;
    std::string name;
    std::vector<std::string> aliases;
    bool resolved = true; ///< false: "industry insiders", "it had been said"
    SpeakerKind kind = SpeakerKind::unknown;
    Extra extra;
    bool operator==(const Speaker&) const = default;
};

/// An output of models that is the quantity of an attribute: what claims of it are compared with in scenarios.
struct OutputLink {
    VariableId output;
    std::string scope; ///< the scope that claims must have to be compared; empty = any
    std::string note;  ///< what the comparison takes for granted
    bool operator==(const OutputLink&) const = default;
};

/// A value that a derivation takes for granted: no claim says it.
struct Assumed {
    std::string name;
    std::string unit; ///< "USD/GPU"
    std::string text; ///< TEXT in that unit: "30000", "25000 to 40000"
    bool operator==(const Assumed&) const = default;
};

/// How an attribute follows from others: claims of those imply a value for it. (evidence: "Derived checks")
struct Derivation {
    std::string formula; ///< + - * / over attribute ids with _ for - and assumed names: "value_lost / price_fall"
    std::vector<Assumed> assumed;
    std::string note; ///< what the derivation takes for granted
    bool operator==(const Derivation&) const = default;
};

/// A property that claims are about: only like is compared with like.
struct Attribute {
    AttributeId id;
    std::string title;      ///< "training cost"
    std::string unit;       ///< unit of its kind: USD, GPU, %, ...
    std::string definition; ///< what is in it and what is not
    std::vector<OutputLink> outputs;
    std::vector<Derivation> derivations;
    std::string min; ///< TEXT in `unit` below which a value is impossible: "0"; empty: none
    std::string max; ///< and above which: "100"
    Extra extra;
    bool operator==(const Attribute&) const = default;
};

enum class SpeakerRole { witness, party, estimator, endorser, relay };
enum class Polarity { asserts, denies };
enum class Modality { disclosed, measured, estimated, speculated, endorsed };

/// How the words carry the claim: they say it, they are read as saying it, or it follows from them.
enum class MentionLevel { textual, interpretive, inferential };

struct Utterance {
    SpeakerId speaker;
    SpeakerRole role = SpeakerRole::relay;
    std::string spelling; ///< of the name as it stands there; empty: the speaker's name
    bool operator==(const Utterance&) const = default;
};

struct Mention {
    MentionId id; ///< unique in the document
    Anchor anchor;
    std::vector<Utterance> chain; ///< originator first, the publication last
    Polarity polarity = Polarity::asserts;
    Modality modality = Modality::estimated;
    std::string hedge; ///< "likely", "my understanding is"; empty = none
    MentionLevel level = MentionLevel::textual;
    bool operator==(const Mention&) const = default;
};

/// The seven bands of ICD 203, lowest first; core/claims/grade.h has their ends and words.
enum class LikelihoodBand { none, first, second, third, fourth, fifth, sixth, seventh };

/// How firm the judgement is, apart from how likely the thing is.
enum class ConfidenceLevel { none, low, moderate, high };

/// Admiralty letter and digit ('-' = not graded yet), ICD 203 band and confidence (none = not judged).
struct Grade {
    char reliability = '-'; ///< 'A'..'F' for the source on this topic
    char credibility = '-'; ///< '1'..'6' for the information
    LikelihoodBand likelihood = LikelihoodBand::none;
    ConfidenceLevel confidence = ConfidenceLevel::none;
    bool operator==(const Grade&) const = default;
};

/// A project's own words and rule for one scale of a grade, in place of the shipped ones.
struct GradeScale {
    GradeScaleId id;                ///< "reliability", "credibility", "likelihood" or "confidence"
    std::vector<std::string> words; ///< one a step, in the scale's order
    int originators = 0;            ///< independent ones that a claim needs for the scale's first step; 0: no rule
    std::string note;               ///< why these words
    Extra extra;
    bool operator==(const GradeScale&) const = default;
};

/// How well the evidence behind a row is confirmed; anything but yes is shown beside the value.
enum class Verified { yes, secondary, no };

/// What the analyst concludes.
enum class Assessment { open, supported, partlySupported, plausible, unresolved, disputed, contradicted, notCheckable };

struct Claim {
    ClaimId id;
    std::string subject; ///< "DeepSeek-V3"
    AttributeId attribute;
    std::string statement;            ///< the claim in one short sentence of our own
    std::optional<Quantity> quantity; ///< none: a qualitative claim
    std::string asOf;                 ///< ISO date the claim is about, may be shortened
    std::string scope;                ///< "final training run"; "billed, not shipped"
    std::vector<Mention> mentions;    ///< at least one
    Grade grade;
    Verified verified = Verified::no;
    Assessment assessment = Assessment::open;
    std::string note;
    Extra extra;
    bool operator==(const Claim&) const = default;
};

/// own: one of the project's link types.
enum class LinkType { repeats, endorses, disputes, contradicts, derivedFrom, converts, corrects, quotes, own };

/// A type of link that the analyst added.
struct OwnLinkType {
    LinkTypeId id;
    std::string title;      ///< "casts doubt on"
    bool symmetric = false; ///< true: it says the same in both directions
    std::string note;
    Extra extra;
    bool operator==(const OwnLinkType&) const = default;
};

/// from -> to: "c7 repeats c1".
struct Link {
    LinkId id;
    ClaimId from;
    ClaimId to;
    LinkType type = LinkType::repeats;
    std::string note;
    std::optional<LinkTypeId> own; ///< with LinkType::own
    MentionId fromMention;         ///< the mention of `from` that is meant; empty, or of another claim by now: all
    MentionId toMention;
    std::string formula; ///< of derived-from: "c2 * 2 USD/(GPU*h)"
    Extra extra;
    bool operator==(const Link&) const = default;
};

} // namespace assay
