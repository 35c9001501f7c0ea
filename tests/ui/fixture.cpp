// The window's small test document.
#include "tests/ui/fixture.h"

#include "core/base/utf8.h"

namespace assay::test {

namespace {

Source digestSource() {
    Source source;
    source.id = {"news"};
    source.title = "Doubts about a small budget";
    source.publisher = "The Example Times";
    source.authors = {"A. Reporter"};
    source.published = "2025-01-27";
    source.language = "en";
    source.mediaType = "text/plain";
    source.digestOf = "Doubts about a small budget, The Example Times, 27 January 2025";
    source.text = "The lab says the final run cost $5.6 million.\n\nAn executive put its stock at 50,000 H100 chips.\n"
                  "A shop lost about 17% in one day.\n";
    return source;
}

Source reportSource() {
    Source source;
    source.id = {"report"};
    source.title = "Technical report";
    source.publisher = "The Lab";
    source.published = "2024-12";
    source.language = "en";
    source.text =
        "Summary \xF0\x9F\x90\xB3\r\nTraining took 2.788M H800 GPU hours on 2,048 chips\xE2\x80\xA6\r\nCaf\x65\xCC\x81 costs: W8.6 billion.\r\n";
    return source;
}

Quantity quantity(const std::string& text, double value, const std::string& unit, int digits) {
    return Quantity{.text = text, .value = value, .low = value, .high = value, .unit = unit, .digits = digits};
}

} // namespace

Mention mentionOf(const Source& source, const std::string& id, const std::string& quote, std::vector<Utterance> chain) {
    const std::size_t start = codePointCount(source.text.substr(0, source.text.find(quote)));
    Mention mention;
    mention.id = {id};
    mention.anchor = Anchor{.source = source.id, .start = start, .end = start + codePointCount(quote), .quote = quote};
    mention.chain = std::move(chain);
    return mention;
}

Document smallDocument() {
    const Source news = digestSource();
    const Source report = reportSource();
    const Utterance lab{{"lab"}, SpeakerRole::party};
    const Utterance executive{{"executive"}, SpeakerRole::estimator};
    Document document;
    document.project = Project{.id = "p1", .title = "Small"};
    document.attributes = {Row(Attribute{.id = {"training-cost"}, .title = "training cost", .unit = "USD"}),
                           Row(Attribute{.id = {"gpu-stock"}, .title = "GPU stock", .unit = "GPU"}),
                           Row(Attribute{.id = {"gpu-hours"}, .title = "GPU-hours", .unit = "GPU*h"}),
                           Row(Attribute{.id = {"value-lost"}, .title = "value lost", .unit = "%"})};
    document.speakers = {Row(Speaker{.id = {"lab"}, .name = "The Lab"}),
                         Row(Speaker{.id = {"executive"}, .name = "An executive", .resolved = false})};
    document.sources = {Row(news), Row(report)};
    const auto claim = [&](const std::string& id, const std::string& attribute, Quantity q, Mention mention,
                           Verified verified) {
        Claim row;
        row.id = {id};
        row.subject = id == "c4" ? "A shop" : "The model";
        row.attribute = {attribute};
        row.statement = "Claim " + id;
        row.quantity = std::move(q);
        row.asOf = "2025-01";
        row.mentions = {std::move(mention)};
        row.verified = verified;
        document.claims.push_back(Row(row));
    };
    claim("c1", "training-cost", quantity("$5.6 million", 5.6e6, "USD", 2),
          mentionOf(news, "m1", "$5.6 million", {lab}), Verified::yes);
    claim("c2", "gpu-stock", quantity("50,000 H100", 50000, "H100", 1),
          mentionOf(news, "m2", "50,000 H100", {executive}), Verified::no);
    claim("c3", "gpu-hours", quantity("2.788M H800 GPU hours", 2.788e6, "H800*h", 4),
          mentionOf(report, "m3", "2.788M H800 GPU hours", {lab}), Verified::yes);
    claim("c4", "value-lost", quantity("about 17%", 17, "%", 2), mentionOf(news, "m4", "about 17%", {}),
          Verified::secondary);
    claim("c5", "gpu-stock", quantity("2,048 chips", 2048, "GPU", 4), mentionOf(report, "m5", "2,048 chips", {lab}),
          Verified::yes);
    claim("c6", "training-cost", quantity("W8.6 billion", 8.6e9, "KRW", 2),
          mentionOf(report, "m6", "W8.6 billion", {lab}), Verified::no);
    return document;
}

} // namespace assay::test
