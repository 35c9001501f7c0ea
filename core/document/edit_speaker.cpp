// Edits of speakers: no spelling belongs to two of them, and a merge keeps every spelling where it was written.
#include "core/base/error_code.h"
#include "core/document/edit.h"
#include "core/document/edit_rows.h"

#include <algorithm>
#include <unordered_map>

namespace assay {
namespace {

void addSpelling(Speaker& speaker, const std::string& spelling) {
    if (spelling != speaker.name
        && std::find(speaker.aliases.begin(), speaker.aliases.end(), spelling) == speaker.aliases.end())
        speaker.aliases.push_back(spelling);
}

std::vector<std::string> spellingsOf(const Speaker& speaker) {
    std::vector<std::string> spellings{speaker.name};
    spellings.insert(spellings.end(), speaker.aliases.begin(), speaker.aliases.end());
    return spellings;
}

/// Spellings that the row does not have yet must be nobody else's: else either name would swallow the other's words.
Result<> checkSpellings(const Document& document, const Speaker& speaker, const Speaker& old) {
    std::unordered_map<std::string, const Speaker*> ownerOf;
    for (const Row<Speaker>& other : document.speakers)
        if (other->id != speaker.id)
            for (std::string& spelling : spellingsOf(*other))
                ownerOf.emplace(std::move(spelling), &*other);
    const std::vector<std::string> known = spellingsOf(old);
    for (const std::string& spelling : spellingsOf(speaker)) {
        if (spelling.empty())
            return Error(ErrorCode::nameEmpty, speaker.id.value, {"speaker"});
        const auto owner = ownerOf.find(spelling);
        if (owner != ownerOf.end() && std::find(known.begin(), known.end(), spelling) == known.end())
            return Error(ErrorCode::aliasTaken, speaker.id.value, {spelling, owner->second->name});
    }
    return {};
}

/// One speaker in the place of another, under the spelling that stood there; everyone stands in a chain once.
std::vector<Utterance> spokenBy(std::vector<Utterance> chain, const SpeakerId& kept, const Speaker& merged) {
    for (Utterance& utterance : chain)
        if (utterance.speaker == merged.id) {
            utterance.speaker = kept;
            if (utterance.spelling.empty())
                utterance.spelling = merged.name;
        }
    bool isFirst = true;
    std::erase_if(
        chain, [&](const Utterance& utterance) { return utterance.speaker == kept && !std::exchange(isFirst, false); });
    return chain;
}

/// The claim with one speaker in the place of another; the same row when the other does not speak in it.
Row<Claim> spokenBy(const Row<Claim>& row, const SpeakerId& kept, const Speaker& merged) {
    const auto speaks = [&](const Mention& mention) {
        return std::any_of(mention.chain.begin(), mention.chain.end(),
                           [&](const Utterance& utterance) { return utterance.speaker == merged.id; });
    };
    if (std::none_of(row->mentions.begin(), row->mentions.end(), speaks))
        return row;
    Claim claim = *row;
    for (Mention& mention : claim.mentions)
        if (speaks(mention))
            mention.chain = spokenBy(std::move(mention.chain), kept, merged);
    return Row(std::move(claim));
}

} // namespace

Result<Document> addSpeaker(const Document& document, Speaker speaker) {
    if (const Result<> free = checkSpellings(document, speaker, {}); !free)
        return free.error();
    return addRow(document, &Document::speakers, "speaker", std::move(speaker));
}

Result<Document> setSpeaker(const Document& document, Speaker speaker) {
    const Speaker* old = find(document.speakers, speaker.id);
    if (const Result<> free = checkSpellings(document, speaker, old ? *old : Speaker()); !free)
        return free.error();
    return setRow(document, &Document::speakers, "speaker", std::move(speaker));
}

Result<Document> removeSpeaker(const Document& document, const SpeakerId& id) {
    return unlessUsed(removeRow(document, &Document::speakers, "speaker", id), "speaker", id.value);
}

Result<Document> mergeSpeakers(const Document& document, const SpeakerId& kept, const SpeakerId& merged) {
    const Speaker* first = find(document.speakers, kept);
    const Speaker* second = find(document.speakers, merged);
    if (first == nullptr || second == nullptr || first == second)
        return Error(ErrorCode::idUnknown, merged.value, {"speaker", (first == nullptr ? kept : merged).value});
    Speaker speaker = *first;
    for (const std::string& spelling : spellingsOf(*second))
        addSpelling(speaker, spelling);
    if (speaker.kind == SpeakerKind::unknown)
        speaker.kind = second->kind;
    Document next = document;
    std::erase_if(next.speakers, [&](const Row<Speaker>& row) { return row->id == merged; });
    for (Row<Claim>& claim : next.claims)
        claim = spokenBy(claim, kept, *second);
    return setRow(next, &Document::speakers, "speaker", std::move(speaker));
}

} // namespace assay
