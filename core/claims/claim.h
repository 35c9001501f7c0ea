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

/// A person or organisation; every spelling met is kept.
struct Speaker {
    SpeakerId id;
    std::string name;
    std::vector<std::string> aliases;
    bool resolved = true; ///< false: "industry insiders", "it had been said"
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
    Extra extra;
    bool operator==(const Attribute&) const = default;
};

enum class SpeakerRole { witness, party, estimator, endorser, relay };
enum class Polarity { asserts, denies };
enum class Modality { disclosed, measured, estimated, speculated, endorsed };

struct Utterance {
    SpeakerId speaker;
    SpeakerRole role = SpeakerRole::relay;
    bool operator==(const Utterance&) const = default;
};

struct Mention {
    MentionId id; ///< unique in the document
    Anchor anchor;
    std::vector<Utterance> chain; ///< originator first, the publication last
    Polarity polarity = Polarity::asserts;
    Modality modality = Modality::estimated;
    std::string hedge; ///< "likely", "my understanding is"; empty = none
    bool operator==(const Mention&) const = default;
};

/// Admiralty letter and digit; '-' = not graded yet.
struct Grade {
    char reliability = '-'; ///< 'A'..'F' for the source on this topic
    char credibility = '-'; ///< '1'..'6' for the information
    bool operator==(const Grade&) const = default;
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

enum class LinkType { repeats, endorses, disputes, contradicts, derivedFrom, converts, corrects, quotes };

/// from -> to: "c7 repeats c1".
struct Link {
    LinkId id;
    ClaimId from;
    ClaimId to;
    LinkType type = LinkType::repeats;
    std::string note;
    Extra extra;
    bool operator==(const Link&) const = default;
};

} // namespace assay
