// Mentions that belong together: of one claim in several sources, or of claims that a link joins; and all wordings of
// one claim.
#pragma once

#include "core/document/document.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assay {

struct RelatedMention {
    ClaimId claim;
    MentionId mention;
    SourceId source;
    std::optional<LinkType> link; ///< none: another mention of the same claim
    bool operator==(const RelatedMention&) const = default;
};

/// Nobody chooses among more; bounds what a claim with a thousand mentions costs.
inline constexpr std::size_t mostRelated = 20;

/// The source's mentions that have relatives: those of the same claim in other sources, then those of claims that a
/// link joins to it; at most mostRelated each.
std::map<MentionId, std::vector<RelatedMention>> relatedMentions(const Document& document, const SourceId& source);

/// Two mentions that stand side by side.
struct MentionPair {
    ClaimId leftClaim;
    MentionId left;
    ClaimId rightClaim;
    MentionId right;
    std::optional<LinkType> link; ///< none: of one claim
    bool operator==(const MentionPair&) const = default;
};

/// What joins two sources, in the order of the left text. Mentions of one claim are paired in the order of their texts,
/// what one side has more of goes to the last of the other. Of linked claims the first mentions are paired.
std::vector<MentionPair> mentionPairs(const Document& document, const SourceId& left, const SourceId& right);

/// The other source that has most in common with this one; none: no other has anything.
std::optional<SourceId> closestSource(const Document& document, const SourceId& source);

/// How one mention says it: the words between the quotation marks around it, else its sentence.
struct Wording {
    MentionId mention;
    SourceId source;
    std::string words;
    bool isQuotation = false; ///< they stand between quotation marks
    bool operator==(const Wording&) const = default;
};

/// Every mention of the claim and of those that repeat or quote it, or that it repeats or quotes; the earliest
/// published first. Empty: there is no such claim.
std::vector<Wording> wordingsOf(const Document& document, const ClaimId& claim);

} // namespace assay
