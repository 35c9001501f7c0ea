// The documents of documents.h.
#include "tests/core/documents.h"

#include "core/base/utf8.h"

#include <bit>
#include <cmath>
#include <random>

namespace assay::test {
namespace {

Model costModel() {
    Model model;
    model.id = ModelId{"m1"};
    model.title = "Training cost";
    model.version = 3;
    model.help = "What a run costs when every GPU-hour is rented.";
    model.source = "own formula";
    model.leavesOut = "salaries";
    model.inputs = {
        ModelInput{.id = {"gpu_hours"}, .title = "GPU-hours", .unit = "GPU*h", .defaultText = "2.788M", .stream = 1},
        ModelInput{.id = {"price"},
                   .title = "Price",
                   .unit = "USD/(GPU*h)",
                   .defaultText = "1.5 to 3",
                   .min = "0.1",
                   .max = "20",
                   .scale = Scale::log,
                   .stream = 4,
                   .help = "a rental price",
                   .source = "list prices",
                   .basis = "a note"},
        ModelInput{.id = {"share"}, .title = "Share", .unit = "%", .defaultText = "20%", .stream = 2}};
    model.formulas = {Formula{{"cost"}, "Cost", "USD", "gpu_hours * price * share", "hours times price", "arithmetic"}};
    model.outputs = {VariableId{"cost"}};
    model.correlations = {Correlation{{VariableId{"price"}, VariableId{"share"}}, -0.25}};
    return model;
}

Claim costClaim() {
    Claim claim;
    claim.id = ClaimId{"c1"};
    claim.subject = "DeepSeek-V3";
    claim.attribute = AttributeId{"training-cost"};
    claim.statement = "The final run cost about $5.6 million.";
    claim.quantity = Quantity{"$5.6 million", 5.6e6, 5.55e6, 5.65e6, Bound::about, "USD", 2};
    claim.asOf = "2024-12";
    claim.scope = "final training run";
    const Anchor anchor{SourceId{"paper"}, 4, 16, "$5.6 million", "only", " in \"all\""};
    claim.mentions = {
        Mention{MentionId{"m1"},
                anchor,
                {Utterance{SpeakerId{"deepseek"}, SpeakerRole::party, "DeepSeek-AI"}, Utterance{SpeakerId{"press"}}},
                Polarity::denies,
                Modality::disclosed,
                "likely",
                MentionLevel::inferential}};
    claim.grade = Grade{'B', '3', LikelihoodBand::fifth, ConfidenceLevel::moderate};
    claim.verified = Verified::secondary;
    claim.assessment = Assessment::partlySupported;
    claim.note = "a note\nof two lines";
    return claim;
}

Claim hoursClaim() {
    Claim claim;
    claim.id = ClaimId{"c2"};
    claim.subject = "DeepSeek-V3";
    claim.quantity = Quantity{"2,788,000 H800 hours", 2788000, 2787500, 2788500, Bound::equal, "H800*h", 4};
    claim.mentions = {
        Mention{MentionId{"m2"}, Anchor{SourceId{"paper"}, 26, 46, "2,788,000 H800 hours", "\" and ", ""}, {}}};
    return claim;
}

Scenario disclosed() {
    Scenario scenario;
    scenario.id = ScenarioId{"as-disclosed"};
    scenario.title = "As disclosed";
    scenario.model = ModelId{"m1"};
    const Basis hours{.kind = BasisKind::claims,
                      .claims = {ClaimId{"c2"}},
                      .rule = ClaimsRule::weighted,
                      .terms = {BasisTerm{ClaimId{"c2"}, "2,788,000 H800*h", 0.5, "3M H800*h"}},
                      .lost = {"c9: \"2.7M hours\""}};
    scenario.inputs = {
        ScenarioInput{VariableId{"gpu_hours"}, "2,788,000 H800*h", hours},
        ScenarioInput{VariableId{"price"}, "2", Basis{BasisKind::catalogue, {}, "gpus/h800_sxm5", "list"}}};
    scenario.samples = 65536;
    scenario.asOf = "2025-01-27";
    scenario.note = "what the paper says";
    return scenario;
}

/// Letters of many alphabets, control characters, quotes, combining marks, characters above U+FFFF.
std::string randomText(std::mt19937& random, std::size_t most) {
    static const std::u32string letters =
        U"abc xyz 0123456789.,$%\"\\/<>&'\n\r\t\0\x01\x7f\u00e9\u0301\u200b\u202e\u4e2d\U0001F600\uFEFF";
    std::u32string text;
    for (std::size_t length = random() % (most + 1); text.size() < length;)
        text += letters[random() % letters.size()];
    return toUtf8(text);
}

double randomNumber(std::mt19937& random) {
    for (;;) {
        const double value = std::bit_cast<double>((std::uint64_t{random()} << 32) | random());
        if (std::isnormal(value))
            return value;
    }
}

Claim randomClaim(std::mt19937& random, int n, const SourceId& source) {
    Claim claim;
    claim.id = ClaimId{"c" + std::to_string(n)};
    claim.subject = randomText(random, 20);
    claim.statement = randomText(random, 60);
    claim.note = randomText(random, 30);
    const double value = randomNumber(random);
    if (random() % 4 != 0)
        claim.quantity =
            Quantity{randomText(random, 10), value, value, std::nullopt, static_cast<Bound>(random() % 9), "USD",
                     int(random() % 18)};
    claim.grade = Grade{"ABCDEF-"[random() % 7], "123456-"[random() % 7], static_cast<LikelihoodBand>(random() % 8),
                        static_cast<ConfidenceLevel>(random() % 4)};
    claim.assessment = static_cast<Assessment>(random() % 8);
    for (std::size_t i = 0; i <= random() % 3; ++i)
        claim.mentions.push_back(
            Mention{.id = {"m" + std::to_string(n) + "-" + std::to_string(i)},
                    .anchor = {source, random() % 1000, 1000 + random() % 1000, randomText(random, 40),
                               randomText(random, 32), randomText(random, 32)},
                    .modality = static_cast<Modality>(random() % 5)});
    return claim;
}

} // namespace

Document fullDocument() {
    Document document;
    document.project =
        Project{"a1b2c3", "Checks", "a note", std::uint64_t(-1), {{"tornado--second", "What moves it"}}, {}};
    document.attributes = {
        Row(Attribute{AttributeId{"training-cost"},
                      "training cost",
                      "USD",
                      "the final run alone",
                      {OutputLink{VariableId{"cost"}, "the final run", "rented, not owned"}},
                      {Derivation{"gpu_hours * price", {Assumed{"price", "USD/(GPU*h)", "2"}}, "rented"}},
                      "0",
                      "10 billion",
                      {}})};
    document.gradeScales = {
        Row(GradeScale{GradeScaleId{"confidence"}, {"weak", "fair", "strong"}, 2, "as the house says it", {}})};
    document.speakers = {Row(Speaker{SpeakerId{"deepseek"},
                                     "DeepSeek",
                                     {"DeepSeek-AI", "\u6df1\u5ea6\u6c42\u7d22"},
                                     true,
                                     SpeakerKind::organisation,
                                     {}}),
                         Row(Speaker{SpeakerId{"press"}, "industry insiders", {}, false, SpeakerKind::unknown, {}})};
    Source older{.id = SourceId{"paper-v1"}, .title = "Older"};
    Source paper{SourceId{"paper"},
                 "Report",
                 "arXiv",
                 {"A. Author", "B. Writer"},
                 "2024-12-27",
                 "2025-01-30",
                 "https://example.org/a?b=1&c",
                 "en",
                 "text/html",
                 "windows-1252",
                 std::string(64, 'a'),
                 "b3JpZ2luYWw=",
                 "a longer work",
                 "a note",
                 SourceId{"paper-v1"},
                 {TextRange{0, 4}, TextRange{17, 19}},
                 "only$5.6 million in \"all\" and 2,788,000 H800 hours",
                 {TextRange{4, 16}, TextRange{26, 46}},
                 {}};
    document.sources = {Row(std::move(older)), Row(std::move(paper))};
    document.claims = {Row(costClaim()), Row(hoursClaim())};
    document.linkTypes = {Row(OwnLinkType{LinkTypeId{"doubts"}, "casts doubt on", true, "weaker than disputes", {}})};
    document.links = {
        Row(Link{.id = {"l1"},
                 .from = {"c1"},
                 .to = {"c2"},
                 .type = LinkType::derivedFrom,
                 .note = "times $2",
                 .fromMention = {"m1"},
                 .toMention = {"m2"},
                 .formula = "c2 * 2 USD/(GPU*h)"}),
        Row(Link{.id = {"l2"}, .from = {"c2"}, .to = {"c1"}, .type = LinkType::own, .own = LinkTypeId{"doubts"}})};
    document.catalogueRows = {
        Row(CatalogueRow{CatalogueRowId{"gpus/my_chip"},
                         {CatalogueCell{"chip_id", "my_chip"}, CatalogueCell{"chip", "My chip"},
                          CatalogueCell{"chip_family", "Mine"}, CatalogueCell{"bf16_dense_tflops", "500"},
                          CatalogueCell{"tdp_w", "350"}, CatalogueCell{"source", "a data sheet"}},
                         {}}),
        Row(CatalogueRow{CatalogueRowId{"electricity/us_industrial.2023"},
                         {CatalogueCell{"region", "us_industrial"}, CatalogueCell{"year", "2023"},
                          CatalogueCell{"usd_per_kwh", "0.09"}, CatalogueCell{"source", "own count"},
                          CatalogueCell{"verified", "secondary"}},
                         {}})};
    document.models = {Row(costModel())};
    Scenario second{.id = ScenarioId{"second"}, .title = "Second", .model = ModelId{"m1"}};
    second.inputs = {
        ScenarioInput{VariableId{"price"}, "1 to 2", Basis{BasisKind::scenario, {}, "as-disclosed/cost", ""}}};
    document.scenarios = {Row(disclosed()), Row(std::move(second))};
    document.assertions = {
        Row(Assertion{AssertionId{"a1"}, ScenarioId{"second"}, "P(cost < 10M USD) in 0.3..0.6", "by the report", {}})};
    document.overrides = {Row(Override{OverrideId{"second/c1"},
                                       ScenarioId{"second"},
                                       ClaimId{"c1"},
                                       Place::excluded,
                                       Place::tail,
                                       "another run \"of all\"",
                                       {}})};
    document.decisions = {Row(Decision{
        FindingId{"conflict-0a1b2c3d"}, FindingStatus::dismissed, "5 does not agree with 6.", "another scope", {}})};
    document.views = {Row(TableView{ViewId{"costs"},
                                    "Costs",
                                    {ViewColumn{"subject", 120}, ViewColumn{"value"}},
                                    {ViewSort{"value", SortDirection::descending}, ViewSort{"asOf"}},
                                    "unit:USD",
                                    "attribute",
                                    {}})};
    return document;
}

Document randomDocument(std::uint32_t seed, int rows) {
    std::mt19937 random(seed);
    Document document = fullDocument();
    document.project.note = randomText(random, 100);
    const SourceId source{"random"};
    document.sources.push_back(
        Row(Source{.id = source, .title = randomText(random, 30), .text = randomText(random, 5000)}));
    for (int n = 3; n < rows + 3; ++n)
        document.claims.push_back(Row(randomClaim(random, n, source)));
    for (int n = 3; n < rows / 2; ++n)
        document.links.push_back(Row(Link{.id = {"l" + std::to_string(n)},
                                          .from = {"c" + std::to_string(n)},
                                          .to = {"c1"},
                                          .type = static_cast<LinkType>(random() % 8),
                                          .note = randomText(random, 20)}));
    return document;
}

} // namespace assay::test
