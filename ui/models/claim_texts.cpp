// The texts of a claim by key: the words of files and those on the screen both count.
#include "ui/models/claim_columns.h"

#include "core/document/words.h"
#include "ui/text/claim_text.h"

#include <algorithm>

namespace assay {

namespace {

using Texts = std::vector<std::string>;

Texts one(std::string_view text) { return text.empty() ? Texts{} : Texts{std::string(text)}; }

Texts owned(const std::vector<std::string_view>& views) { return Texts(views.begin(), views.end()); }

Texts chains(const ClaimContext& context, const Claim& claim) {
    Texts texts;
    for (const Mention& mention : claim.mentions)
        if (std::string chain = context.chain(mention); !chain.empty())
            texts.push_back(std::move(chain));
    return texts;
}

Texts linkTypes(const ClaimContext& context, const Claim& claim) {
    Texts texts;
    for (const Link* link : context.links(claim)) {
        const OwnLinkType* own = link->own ? find(context.document().linkTypes, *link->own) : nullptr;
        texts.push_back(own ? own->title : std::string(wordOf(link->type)));
    }
    return texts;
}

/// "B2", "B" and "2"; "none".
Texts grades(const Claim& claim) {
    const std::string both = claimFieldText({}, claim, ClaimField::grade);
    if (both.empty())
        return {"none"};
    Texts texts{both};
    for (const char mark : {claim.grade.reliability, claim.grade.credibility})
        if (mark != '-')
            texts.emplace_back(1, mark);
    return texts;
}

/// The unit as held, and with the chip as any GPU.
Texts units(const ClaimContext& context, const Claim& claim) {
    if (!claim.quantity || claim.quantity->unit.empty())
        return {};
    Texts texts{claim.quantity->unit};
    if (const std::string& any = context.unitOfAnyChip(claim.quantity->unit); any != texts.front())
        texts.push_back(any);
    return texts;
}

} // namespace

std::vector<std::string> claimTexts(const ClaimContext& context, const Claim& claim, FilterKey key) {
    switch (key) {
    case FilterKey::id: return one(claim.id.value);
    case FilterKey::subject: return one(claim.subject);
    case FilterKey::attribute: return one(context.attribute(claim));
    case FilterKey::statement: return one(claim.statement);
    case FilterKey::text: return claim.quantity ? one(claim.quantity->text) : Texts{};
    case FilterKey::unit: return units(context, claim);
    case FilterKey::bound: return claim.quantity ? one(boundText(claim.quantity->bound)) : Texts{};
    case FilterKey::asOf: return one(claim.asOf);
    case FilterKey::scope: return one(claim.scope);
    case FilterKey::originator: return owned(context.originators(claim));
    case FilterKey::chain: return chains(context, claim);
    case FilterKey::source: return owned(context.sources(claim));
    case FilterKey::grade: return grades(claim);
    case FilterKey::link: return linkTypes(context, claim);
    case FilterKey::scenario: return context.scenarios(claim);
    case FilterKey::verified: return {std::string(wordOf(claim.verified)), verifiedText(claim.verified).toStdString()};
    case FilterKey::assessment:
        return {std::string(wordOf(claim.assessment)), assessmentText(claim.assessment).toStdString()};
    case FilterKey::note: return one(claim.note);
    case FilterKey::any:
    case FilterKey::conflict:
    case FilterKey::value:
    case FilterKey::sources:
    case FilterKey::originators:
    case FilterKey::links: break;
    }
    return {};
}

} // namespace assay
