// ClaimReview: the claims as schema.org has them, JSON-LD. The vocabulary has no field for value, unit and bound, nor
// for links between claims: those go in text.
#include "core/document/words.h"
#include "core/io/export_kinds.h"
#include "core/io/export_words.h"
#include "core/io/json_writer.h"

#include <algorithm>

namespace assay {
namespace {

/// {"@type": "Thing", "name": NAME}
JsonValue named(const char* type, const std::string& name) {
    return JsonValue(JsonObject{jsonText("@type", type), jsonText("name", name)});
}

/// A speaker of unknown kind is a Thing.
JsonValue speakerOf(const Document& document, const SpeakerId& id) {
    const Speaker* speaker = find(document.speakers, id);
    const SpeakerKind kind = speaker ? speaker->kind : SpeakerKind::unknown;
    return named(kind == SpeakerKind::person         ? "Person"
                 : kind == SpeakerKind::organisation ? "Organization"
                                                     : "Thing",
                 speakerName(document, id));
}

void addUnlessEmpty(JsonObject& object, const char* key, const std::string& value) {
    if (!value.empty())
        object.push_back(jsonText(key, value));
}

JsonValue appearance(const Source& source) {
    JsonObject work{jsonText("@type", "CreativeWork"), jsonText("name", citedTitle(source))};
    if (!source.publisher.empty())
        work.push_back({"publisher", named("Organization", source.publisher)});
    addUnlessEmpty(work, "datePublished", source.published);
    addUnlessEmpty(work, "url", source.url);
    addUnlessEmpty(work, "inLanguage", source.language);
    return JsonValue(std::move(work));
}

/// The sources of a claim, each once, and the one that came out first.
struct Appearances {
    JsonArray all;
    const Source* first = nullptr;
};

Appearances appearancesOf(const Document& document, const Claim& claim) {
    Appearances found;
    std::vector<const Source*> seen;
    for (const Mention& mention : claim.mentions) {
        const Source* source = find(document.sources, mention.anchor.source);
        if (source == nullptr || std::find(seen.begin(), seen.end(), source) != seen.end())
            continue;
        seen.push_back(source);
        found.all.push_back(appearance(*source));
        if (!source->published.empty() && (found.first == nullptr || source->published < found.first->published))
            found.first = source;
    }
    return found;
}

/// What the vocabulary has no field for.
std::string valueText(const Document& document, const Claim& claim) {
    std::string text;
    for (const auto& [name, value] : claimFacts(document, claim))
        if (!value.empty())
            text += (text.empty() ? "" : "; ") + name + ": " + value;
    return text;
}

JsonValue reviewOf(const Document& document, const Claim& claim) {
    JsonObject item{jsonText("@type", "Claim"), jsonText("text", claim.statement)};
    for (const Mention& mention : claim.mentions)
        if (!mention.chain.empty()) {
            item.push_back({"author", speakerOf(document, mention.chain.front().speaker)});
            break;
        }
    Appearances appearances = appearancesOf(document, claim);
    if (appearances.first != nullptr) {
        item.push_back(jsonText("datePublished", appearances.first->published));
        item.push_back({"firstAppearance", appearance(*appearances.first)});
    }
    item.push_back({"appearance", JsonValue(std::move(appearances.all))});
    addUnlessEmpty(item, "abstract", valueText(document, claim));
    JsonObject review{
        jsonText("@type", "ClaimReview"),
        jsonText("@id", "urn:assay:" + document.project.id + ":claim:" + claim.id.value),
        jsonText("claimReviewed", claim.statement),
        {"author", named("Thing", document.project.title)},
        {"reviewRating", JsonValue(JsonObject{jsonText("@type", "Rating"),
                                              jsonText("alternateName", std::string(wordOf(claim.assessment)))})}};
    addUnlessEmpty(review, "reviewBody", claim.note);
    review.push_back({"itemReviewed", JsonValue(std::move(item))});
    return JsonValue(std::move(review));
}

} // namespace

std::string exportClaimReview(const Document& document) {
    JsonArray reviews;
    for (const Row<Claim>& claim : document.claims)
        reviews.push_back(reviewOf(document, *claim));
    std::string text;
    appendJson(
        text,
        JsonValue(JsonObject{jsonText("@context", "https://schema.org"), {"@graph", JsonValue(std::move(reviews))}}),
        Layout::open, 0);
    return safeInHtml(std::move(text)) + "\n";
}

} // namespace assay
