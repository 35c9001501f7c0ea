// W3C Web Annotation: one annotation a mention, with a quote and a position selector. Positions count code points of
// the frozen text. The words of a digest stand in our own text and not at the article's address, so its target is ours.
#include "core/document/words.h"
#include "core/io/export_kinds.h"
#include "core/io/export_words.h"
#include "core/io/json_writer.h"
#include "core/source/pages.h"

namespace assay {
namespace {

std::string targetOf(const Document& document, const Source& source) {
    return source.url.empty() || !source.digestOf.empty()
               ? "urn:assay:" + document.project.id + ":source:" + source.id.value
               : source.url;
}

JsonValue textBody(const char* purpose, const std::string& value) {
    return JsonValue(JsonObject{jsonText("type", "TextualBody"), jsonText("purpose", purpose),
                                jsonText("format", "text/plain"), jsonText("value", value)});
}

/// Of a PDF also the page, as links into it say it (RFC 3778, section 3).
JsonValue selectors(const Anchor& anchor, const Source& source) {
    JsonArray all{JsonValue(JsonObject{jsonText("type", "TextQuoteSelector"), jsonText("exact", anchor.quote),
                                       jsonText("prefix", anchor.prefix), jsonText("suffix", anchor.suffix)}),
                  JsonValue(JsonObject{jsonText("type", "TextPositionSelector"),
                                       {"start", JsonValue(jsonNumber(std::uint64_t{anchor.start}))},
                                       {"end", JsonValue(jsonNumber(std::uint64_t{anchor.end}))}})};
    if (source.mediaType == "application/pdf")
        all.push_back(JsonValue(JsonObject{
            jsonText("type", "FragmentSelector"), jsonText("conformsTo", "http://tools.ietf.org/rfc/rfc3778"),
            jsonText("value", "page=" + std::to_string(pageAt(pageStarts(source.text), anchor.start)))}));
    return JsonValue(std::move(all));
}

JsonValue annotation(const Document& document, const Claim& claim, const Mention& mention, const Source& source) {
    JsonObject target{jsonText("source", targetOf(document, source)), {"selector", selectors(mention.anchor, source)}};
    if (!source.accessed.empty()) // which version of the page the words were read in
        target.push_back(
            {"state", JsonValue(JsonObject{jsonText("type", "TimeState"), jsonText("sourceDate", source.accessed)})});
    JsonArray body{textBody("describing", claim.statement),
                   textBody("tagging", attributeTitle(document, claim.attribute))};
    if (!mention.chain.empty())
        body.push_back(textBody("commenting", chainText(document, mention)));
    return JsonValue(JsonObject{jsonText("id", "urn:assay:" + document.project.id + ":mention:" + mention.id.value),
                                jsonText("type", "Annotation"),
                                jsonText("motivation", "describing"),
                                {"body", JsonValue(std::move(body))},
                                {"target", JsonValue(std::move(target))}});
}

} // namespace

std::string exportAnnotations(const Document& document) {
    JsonArray items;
    for (const Row<Claim>& claim : document.claims)
        for (const Mention& mention : claim->mentions)
            if (const Source* source = find(document.sources, mention.anchor.source))
                items.push_back(annotation(document, *claim, mention, *source));
    std::string text;
    appendJson(text,
               JsonValue(JsonObject{jsonText("@context", "http://www.w3.org/ns/anno.jsonld"),
                                    jsonText("type", "AnnotationPage"),
                                    {"items", JsonValue(std::move(items))}}),
               Layout::open, 0);
    return safeInHtml(std::move(text)) + "\n";
}

} // namespace assay
