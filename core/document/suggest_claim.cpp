// Guesses from what stands near: each one function.
#include "core/document/suggest_claim.h"

#include "core/base/utf8.h"
#include "core/claims/attribution.h"
#include "core/units/read_quantity.h"
#include "core/units/unit.h"

#include <algorithm>
#include <map>
#include <optional>

namespace assay {
namespace {

/// How many words of a title stand in the sentence, by their first letters: "fall" in "fell" does not, "bill" in
/// "billed" does.
int wordsShared(const std::string& title, std::string_view sentence) {
    constexpr std::size_t stem = 4; // letters; shorter words say nothing
    int shared = 0;
    for (std::size_t at = 0; at < title.size();) {
        const std::size_t end = std::min(title.find(' ', at), title.size());
        if (end - at >= stem && sentence.find(std::string_view(title).substr(at, stem)) != std::string_view::npos)
            ++shared;
        at = end + 1;
    }
    return shared;
}

/// Of the attributes in this unit the one with most words in the sentence, of equal ones the most used.
std::string attributeFor(const Document& document, const std::string& unit, std::string_view sentence) {
    std::map<std::string, int> uses;
    for (const Row<Claim>& claim : document.claims)
        ++uses[claim->attribute.value];
    const Attribute* best = nullptr;
    std::pair<int, int> bestRank;
    for (const Row<Attribute>& attribute : document.attributes) {
        const std::pair<int, int> rank(wordsShared(attribute->title, sentence), uses[attribute->id.value]);
        if (likeUnit(attribute->unit) == likeUnit(unit) && (!best || rank > bestRank)) {
            best = &*attribute;
            bestRank = rank;
        }
    }
    return best ? best->title : std::string();
}

/// An earlier subject that the sentence names before the words, else that of the nearest claim before them.
std::string subjectNear(const Document& document, const SourceId& source, std::size_t start,
                        std::string_view sentenceSoFar) {
    const std::string* named = nullptr;
    std::size_t at = 0;
    for (const Row<Claim>& claim : document.claims)
        if (const std::size_t here =
                claim->subject.empty() ? std::string_view::npos : sentenceSoFar.rfind(claim->subject);
            here != std::string_view::npos && (!named || here > at)) {
            named = &claim->subject;
            at = here;
        }
    if (named)
        return *named;
    const Claim* nearest = nullptr;
    std::size_t place = 0;
    for (const Row<Claim>& claim : document.claims)
        for (const Mention& mention : claim->mentions)
            if (mention.anchor.source == source && mention.anchor.start <= start
                && (!nearest || mention.anchor.start >= place)) {
                nearest = &*claim;
                place = mention.anchor.start;
            }
    if (nearest)
        return nearest->subject;
    return document.claims.empty() ? std::string() : document.claims.back()->subject;
}

/// Last name that stands in the text before `end`, and where; npos when there is none.
struct Named {
    std::size_t at = std::string::npos;
    std::string name;
};

Named lastNamed(const Document& document, std::string_view text) {
    Named last;
    const auto look = [&](const std::string& spelling, const std::string& name) {
        const std::size_t at = spelling.empty() ? std::string_view::npos : text.rfind(spelling);
        if (at != std::string_view::npos && (last.at == std::string::npos || at > last.at))
            last = Named{at, name};
    };
    for (const Row<Speaker>& speaker : document.speakers) {
        look(speaker->name, speaker->name);
        for (const std::string& alias : speaker->aliases)
            look(alias, speaker->name);
    }
    return last;
}

/// Somebody the project knows, named in the sentence so far or else behind the words; else whom its verbs name.
std::string speakerNear(const Document& document, std::string_view sentence, std::size_t wordsAt,
                        std::size_t wordsEnd) {
    if (Named before = lastNamed(document, sentence.substr(0, wordsAt)); before.at != std::string::npos)
        return before.name;
    if (Named behind = lastNamed(document, sentence.substr(wordsEnd)); behind.at != std::string::npos)
        return behind.name;
    return claimantIn(sentence);
}

bool saysTheSame(const Quantity& a, const Quantity& b) {
    return a.value == b.value && a.bound == b.bound && a.unit == b.unit && a.low == b.low && a.high == b.high;
}

/// The start of the word before a byte, the end of the one behind it.
std::size_t wordBefore(std::string_view text, std::size_t at) {
    const std::size_t last = at == 0 ? std::string_view::npos : text.find_last_not_of(' ', at - 1);
    const std::size_t space = last == std::string_view::npos ? last : text.find_last_of(' ', last);
    return space == std::string_view::npos ? 0 : space + 1;
}
std::size_t wordBehind(std::string_view text, std::size_t at) {
    const std::size_t first = text.find_first_not_of(' ', at);
    return std::min(text.find(' ', first), text.size());
}

/// The quantity's words with those beside it that bound it ("more than $5 million"), so that reading them by themselves
/// gives the same; where no words do, the value in figures.
std::string quantityWords(std::string_view sentence, const FoundQuantity& found, const ReadOptions& options) {
    constexpr int mostWords = 4; // "as many as some", "or so of"
    std::size_t start = byteOffset(sentence, found.start);
    const std::size_t ownEnd = byteOffset(sentence, found.end);
    for (int before = 0; before <= mostWords; ++before) {
        std::size_t end = ownEnd;
        for (int behind = 0; behind <= mostWords; ++behind) {
            const std::string words(sentence.substr(start, end - start));
            if (const Result<Quantity> read = readQuantity(words, options); read && saysTheSame(*read, found.quantity))
                return words;
            end = wordBehind(sentence, end);
        }
        start = wordBefore(sentence, start);
    }
    const Quantity& quantity = found.quantity;
    if (!quantity.value)
        return found.quantity.text;
    const std::string bound = quantity.bound == Bound::equal ? "" : std::string(boundText(quantity.bound)) + " ";
    return bound + writeNumber(*quantity.value, Grouping::thousands) + " " + quantity.unit;
}

/// The one quantity of the sentence that the words [start, end) touch, in code points; none: several or none.
std::optional<FoundQuantity> onlyQuantity(const std::vector<FoundQuantity>& quantities, std::size_t start,
                                          std::size_t end) {
    std::optional<FoundQuantity> only;
    for (const FoundQuantity& found : quantities) {
        if (found.end <= start || found.start >= end)
            continue;
        if (only)
            return std::nullopt;
        only = found;
    }
    return only;
}

} // namespace

std::string likeUnit(const std::string& text) {
    const Result<Unit> unit = parseUnit(text.empty() ? "1" : text);
    if (!unit)
        return {};
    const Unit like = withoutChip(*unit);
    const bool isShare = like.factors.empty() && text == "%";
    return isShare ? "%" : unitText(like);
}

ClaimDraft suggestClaim(const Document& document, const SourceId& source, std::size_t start, std::size_t end) {
    ClaimDraft draft{.source = source, .start = start, .end = end};
    draft.subject = subjectNear(document, source, start, {});
    const Source* found = find(document.sources, source);
    if (!found || end <= start || end > codePointCount(found->text))
        return draft;
    const std::string_view text = found->text;
    const std::size_t startByte = byteOffset(text, start);
    const std::size_t endByte = startByte + byteOffset(text.substr(startByte), end - start);
    const std::string_view sentence = sentenceAround(text, startByte, endByte);
    const auto offset = static_cast<std::size_t>(sentence.data() - text.data());
    const ReadOptions options = readingIn(found->language);
    const std::string_view soFar = sentence.substr(0, startByte - offset);
    draft.subject = subjectNear(document, source, start, soFar);
    const std::size_t first = codePointCount(soFar);
    if (const auto only = onlyQuantity(findQuantities(sentence, options), first, first + end - start);
        only && only->quantity.bound != Bound::unsure) {
        draft.quantity = quantityWords(sentence, *only, options);
        draft.attribute = attributeFor(document, only->quantity.unit, sentence);
    }
    draft.speaker = speakerNear(document, sentence, startByte - offset, endByte - offset);
    const Certainty certainty = certaintyOf(sentence);
    draft.modality = certainty.modality;
    draft.hedge = certainty.hedge;
    return draft;
}

} // namespace assay
