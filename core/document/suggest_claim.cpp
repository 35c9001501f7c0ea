// Guesses from what stands near: each one function.
#include "core/document/suggest_claim.h"

#include "core/base/utf8.h"
#include "core/units/read_quantity.h"
#include "core/units/unit.h"

#include <algorithm>
#include <map>

namespace assay {
namespace {

/// Base units with every chip as GPU, or empty when the text is no unit.
std::string likeUnit(const std::string& text) {
    const Result<Unit> unit = parseUnit(text.empty() ? "1" : text);
    if (!unit)
        return {};
    Unit like = *unit;
    for (UnitFactor& factor : like.factors)
        if (isChip(factor.base))
            factor.base = "GPU";
    std::sort(like.factors.begin(), like.factors.end());
    const bool isShare = like.factors.empty() && text == "%";
    return isShare ? "%" : unitText(like);
}

std::string attributeFor(const Document& document, const std::string& unit) {
    std::map<std::string, int> uses;
    for (const Row<Claim>& claim : document.claims)
        ++uses[claim->attribute.value];
    const Attribute* best = nullptr;
    for (const Row<Attribute>& attribute : document.attributes)
        if (likeUnit(attribute->unit) == likeUnit(unit) && (!best || uses[attribute->id.value] > uses[best->id.value]))
            best = &*attribute;
    return best ? best->title : std::string();
}

std::string subjectNear(const Document& document, const SourceId& source, std::size_t start) {
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

std::string speakerNear(const Document& document, const std::string& text, std::size_t startByte, std::size_t endByte) {
    const std::string_view whole(text);
    const auto isEnd = [&](std::size_t i) { // ". " or a line end: the point of "5.6" ends nothing
        return whole[i] == '\n'
               || (whole[i] == '.' && i + 1 < whole.size() && (whole[i + 1] == ' ' || whole[i + 1] == '\n'));
    };
    std::size_t from = startByte;
    while (from > 0 && !isEnd(from - 1))
        --from;
    std::size_t to = endByte;
    while (to < whole.size() && !isEnd(to))
        ++to;
    if (Named before = lastNamed(document, whole.substr(from, startByte - from)); before.at != std::string::npos)
        return before.name;
    return lastNamed(document, whole.substr(endByte, to - endByte)).name;
}

} // namespace

ClaimDraft suggestClaim(const Document& document, const SourceId& source, std::size_t start, std::size_t end) {
    ClaimDraft draft{.source = source, .start = start, .end = end};
    draft.subject = subjectNear(document, source, start);
    const Source* found = find(document.sources, source);
    if (!found || end <= start)
        return draft;
    const std::string words(codePoints(found->text, start, end));
    const ReadOptions options = found->language.empty() ? ReadOptions{} : ReadOptions{found->language};
    if (const Result<Quantity> whole = readQuantity(words, options); whole) {
        draft.quantity = words;
        draft.attribute = attributeFor(document, whole->unit);
    } else if (const std::vector<FoundQuantity> quantities = findQuantities(words, options);
               quantities.size() == 1 && quantities.front().quantity.bound != Bound::unsure) {
        draft.quantity = quantities.front().quantity.text;
        draft.attribute = attributeFor(document, quantities.front().quantity.unit);
    }
    draft.speaker = speakerNear(document, found->text, byteOffset(found->text, start), byteOffset(found->text, end));
    return draft;
}

} // namespace assay
