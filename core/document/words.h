// The words of files, exports and the command line for every enum of a document; boundText has those of bounds.
#pragma once

#include "core/claims/claim.h"
#include "core/claims/finding.h"
#include "core/document/table_view.h"
#include "core/scenario/model.h"
#include "core/scenario/place.h"
#include "core/scenario/scenario.h"
#include "core/units/quantity.h"

#include <array>
#include <optional>
#include <string_view>

namespace assay {

/// Words<E>::list holds one word an enumerator, in the order of declaration.
template <class E>
struct Words;

template <>
struct Words<SpeakerKind> {
    static constexpr std::array<std::string_view, 3> list{"unknown", "person", "organisation"};
};
template <>
struct Words<SpeakerRole> {
    static constexpr std::array<std::string_view, 5> list{"witness", "party", "estimator", "endorser", "relay"};
};
template <>
struct Words<Polarity> {
    static constexpr std::array<std::string_view, 2> list{"asserts", "denies"};
};
template <>
struct Words<Modality> {
    static constexpr std::array<std::string_view, 5> list{"disclosed", "measured", "estimated", "speculated",
                                                          "endorsed"};
};
template <>
struct Words<MentionLevel> {
    static constexpr std::array<std::string_view, 3> list{"textual", "interpretive", "inferential"};
};
template <>
struct Words<LikelihoodBand> { // the ends in per cent: words are the reader's choice, numbers are not
    static constexpr std::array<std::string_view, 8> list{"none",  "1-5",   "5-20",  "20-45",
                                                          "45-55", "55-80", "80-95", "95-99"};
};
template <>
struct Words<ConfidenceLevel> {
    static constexpr std::array<std::string_view, 4> list{"none", "low", "moderate", "high"};
};
template <>
struct Words<Verified> {
    static constexpr std::array<std::string_view, 3> list{"yes", "secondary", "no"};
};
template <>
struct Words<Assessment> {
    static constexpr std::array<std::string_view, 8> list{"open",         "supported",    "partly-supported",
                                                          "plausible",    "unresolved",   "disputed",
                                                          "contradicted", "not-checkable"};
};
template <>
struct Words<LinkType> {
    static constexpr std::array<std::string_view, 9> list{
        "repeats", "endorses", "disputes", "contradicts", "derived-from", "converts", "corrects", "quotes", "own"};
};
template <>
struct Words<FindingStatus> {
    static constexpr std::array<std::string_view, 3> list{"open", "accepted", "dismissed"};
};
template <>
struct Words<Scale> {
    static constexpr std::array<std::string_view, 2> list{"linear", "log"};
};
template <>
struct Words<BasisKind> {
    static constexpr std::array<std::string_view, 4> list{"assumption", "claims", "catalogue", "scenario"};
};

template <>
struct Words<ClaimsRule> {
    static constexpr std::array<std::string_view, 4> list{"free", "single", "interval", "weighted"};
};

template <>
struct Words<Place> {
    static constexpr auto list = placeWords;
};

template <>
struct Words<SortDirection> {
    static constexpr std::array<std::string_view, 2> list{"ascending", "descending"};
};

template <class E>
concept HasWords = requires {
    Words<E>::list;
};

template <HasWords E>
std::string_view wordOf(E value) {
    return Words<E>::list[static_cast<std::size_t>(value)];
}

template <HasWords E>
std::optional<E> fromWord(std::string_view word) {
    for (std::size_t i = 0; i < Words<E>::list.size(); ++i)
        if (Words<E>::list[i] == word)
            return static_cast<E>(i);
    return std::nullopt;
}

} // namespace assay
