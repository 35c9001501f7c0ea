// A claim out of words: speakers and attributes are found by name, or made.
#include "core/document/new_claim.h"

#include "core/document/edit.h"
#include "core/source/anchor.h"
#include "core/units/read_quantity.h"

#include <algorithm>
#include <utility>

namespace assay {
namespace {

/// A document in which something is sure to exist, and its id there.
template <class Id>
struct With {
    Document document;
    Id id;
};

Result<With<SpeakerId>> withSpeaker(const Document& document, const std::string& name) {
    for (const Row<Speaker>& speaker : document.speakers)
        if (speaker->name == name
            || std::find(speaker->aliases.begin(), speaker->aliases.end(), name) != speaker->aliases.end())
            return With<SpeakerId>{document, speaker->id};
    const SpeakerId id{freeSpeakerId(document, name)};
    Result<Document> next = addSpeaker(document, Speaker{.id = id, .name = name});
    if (!next)
        return next.error();
    return With<SpeakerId>{std::move(*next), id};
}

Result<With<AttributeId>> withAttribute(const Document& document, const std::string& title, const std::string& unit) {
    if (title.empty())
        return Error(ErrorCode::nameEmpty, {}, {"attribute"});
    for (const Row<Attribute>& attribute : document.attributes)
        if (attribute->title == title)
            return With<AttributeId>{document, attribute->id};
    const AttributeId id{freeAttributeId(document, title)};
    Result<Document> next = addAttribute(document, Attribute{.id = id, .title = title, .unit = unit});
    if (!next)
        return next.error();
    return With<AttributeId>{std::move(*next), id};
}

Result<std::optional<Quantity>> quantityOf(const std::string& text, const ReadOptions& options) {
    if (text.empty())
        return std::optional<Quantity>();
    Result<Quantity> quantity = readQuantity(text, options);
    if (!quantity)
        return quantity.error();
    return std::optional<Quantity>(std::move(*quantity));
}

ReadOptions optionsFor(const Source* source) { return readingIn(source ? source->language : std::string()); }

/// The chain from a named originator to the publication; either may be missing.
Result<With<std::vector<Utterance>>> chainFor(const Document& document, const std::string& speaker,
                                              const std::string& publisher) {
    With<std::vector<Utterance>> chain{document, {}};
    const auto append = [&](const std::string& name, SpeakerRole role) -> Result<> {
        if (name.empty() || (role == SpeakerRole::relay && name == speaker))
            return {};
        Result<With<SpeakerId>> with = withSpeaker(chain.document, name);
        if (!with)
            return with.error();
        chain.document = std::move(with->document);
        chain.id.push_back(Utterance{with->id, role});
        return {};
    };
    if (const Result<> done = append(speaker, SpeakerRole::party); !done)
        return done.error();
    if (const Result<> done = append(publisher, SpeakerRole::relay); !done)
        return done.error();
    return chain;
}

Result<Claim> claimWithId(const Document& document, const ClaimId& id) {
    const Claim* claim = find(document.claims, id);
    if (!claim)
        return Error(ErrorCode::idUnknown, id.value, {"claim", id.value});
    return *claim;
}

/// The draft's words as a mention without an id, in a document that has its speakers.
Result<With<Mention>> mentionOf(const Document& document, const ClaimDraft& draft) {
    const Source* source = find(document.sources, draft.source);
    if (!source)
        return Error(ErrorCode::idUnknown, draft.source.value, {"source", draft.source.value});
    Result<Anchor> anchor = makeAnchor(*source, draft.start, draft.end);
    if (!anchor)
        return anchor.error();
    Result<With<std::vector<Utterance>>> chain = chainFor(document, draft.speaker, source->publisher);
    if (!chain)
        return chain.error();
    return With<Mention>{std::move(chain->document), Mention{.id = {},
                                                             .anchor = std::move(*anchor),
                                                             .chain = std::move(chain->id),
                                                             .modality = draft.modality,
                                                             .hedge = draft.hedge}};
}

bool isMentioned(const Claim& claim, const ClaimDraft& words) {
    return std::any_of(claim.mentions.begin(), claim.mentions.end(), [&](const Mention& mention) {
        return mention.anchor.source == words.source && mention.anchor.start < words.end
               && words.start < mention.anchor.end;
    });
}

std::string statementOf(const ClaimDraft& draft, const std::string& quote) {
    return draft.subject + ": " + draft.attribute + ", " + (draft.quantity.empty() ? quote : draft.quantity);
}

} // namespace

Result<Document> addClaimFromWords(const Document& document, const ClaimDraft& draft) {
    const Source* source = find(document.sources, draft.source);
    if (!source)
        return Error(ErrorCode::idUnknown, draft.source.value, {"source", draft.source.value});
    if (draft.subject.empty())
        return Error(ErrorCode::nameEmpty, {}, {"subject"});
    Result<std::optional<Quantity>> quantity = quantityOf(draft.quantity, optionsFor(source));
    if (!quantity)
        return quantity.error();
    Result<With<AttributeId>> attribute = withAttribute(document, draft.attribute, *quantity ? (*quantity)->unit : "1");
    if (!attribute)
        return attribute.error();
    Result<With<Mention>> mention = mentionOf(attribute->document, draft);
    if (!mention)
        return mention.error();
    mention->id.id = {freeMentionId(document)};
    Claim claim;
    claim.id = {freeClaimId(document)};
    claim.subject = draft.subject;
    claim.attribute = attribute->id;
    claim.statement = statementOf(draft, mention->id.anchor.quote);
    claim.quantity = std::move(*quantity);
    claim.asOf = source->published;
    claim.mentions = {std::move(mention->id)};
    return addClaim(mention->document, std::move(claim));
}

Result<Document> addMentions(const Document& document, const ClaimId& id, const std::vector<ClaimDraft>& words) {
    Result<Claim> claim = claimWithId(document, id);
    if (!claim)
        return claim.error();
    With<Claim> next{document, std::move(*claim)};
    const std::vector<std::string> ids = freeMentionIds(document, words.size());
    std::size_t used = 0;
    for (const ClaimDraft& each : words) {
        if (isMentioned(next.id, each))
            continue;
        Result<With<Mention>> mention = mentionOf(next.document, each);
        if (!mention)
            return mention.error();
        mention->id.id = {ids[used++]};
        next.id.mentions.push_back(std::move(mention->id));
        next.document = std::move(mention->document);
    }
    return setClaim(next.document, std::move(next.id));
}

Result<Document> setChain(const Document& document, const ClaimId& id, const MentionId& mention,
                          const std::vector<NamedUtterance>& chain) {
    Result<Claim> claim = claimWithId(document, id);
    if (!claim)
        return claim.error();
    const auto found = std::find_if(claim->mentions.begin(), claim->mentions.end(),
                                    [&](const Mention& candidate) { return candidate.id == mention; });
    if (found == claim->mentions.end())
        return Error(ErrorCode::idUnknown, id.value, {"mention", mention.value});
    Document next = document;
    const std::vector<Utterance> before = std::exchange(found->chain, {});
    for (const NamedUtterance& utterance : chain) {
        if (utterance.name.empty())
            continue;
        const auto written = std::find_if(before.begin(), before.end(), [&](const Utterance& said) {
            return said.spelling == utterance.name; // it stays who it is, whatever the speaker is called by now
        });
        Result<With<SpeakerId>> with =
            written == before.end() ? withSpeaker(next, utterance.name) : With<SpeakerId>{next, written->speaker};
        if (!with)
            return with.error();
        next = std::move(with->document);
        if (std::any_of(found->chain.begin(), found->chain.end(),
                        [&](const Utterance& said) { return said.speaker == with->id; }))
            return Error(ErrorCode::chainRepeats, id.value, {utterance.name});
        const bool isAlias = find(next.speakers, with->id)->name != utterance.name;
        found->chain.push_back(Utterance{with->id, utterance.role, isAlias ? utterance.name : std::string()});
    }
    return setClaim(next, std::move(*claim));
}

Result<Document> setClaimAttribute(const Document& document, const ClaimId& id, const std::string& title) {
    Result<Claim> claim = claimWithId(document, id);
    if (!claim)
        return claim.error();
    Result<With<AttributeId>> with = withAttribute(document, title, claim->quantity ? claim->quantity->unit : "1");
    if (!with)
        return with.error();
    claim->attribute = with->id;
    return setClaim(with->document, std::move(*claim));
}

Result<Document> setClaimQuantity(const Document& document, const ClaimId& id, const std::string& text) {
    Result<Claim> claim = claimWithId(document, id);
    if (!claim)
        return claim.error();
    const Source* source =
        claim->mentions.empty() ? nullptr : find(document.sources, claim->mentions.front().anchor.source);
    Result<std::optional<Quantity>> quantity = quantityOf(text, optionsFor(source));
    if (!quantity)
        return quantity.error();
    claim->quantity = std::move(*quantity);
    return setClaim(document, std::move(*claim));
}

} // namespace assay
