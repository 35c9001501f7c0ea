// The first guess at a claim: from the words and from what stands near.
#include "core/base/utf8.h"
#include "core/document/suggest_claim.h"
#include "tests/test.h"

namespace assay::test {

namespace {

const std::string text =
    "The Lab said its run cost $5.6 million. Rents were 2.00 an hour.\nIt had 50,000 H100 chips, Alex Wang claimed. "
    "Between 5 million and 7 chips \xF0\x9F\x90\xB3 were 17% of it.";

Document project() {
    Document document;
    document.sources = {Row(Source{.id = {"s"}, .title = "S", .text = text})};
    document.attributes = {Row(Attribute{.id = {"price"}, .title = "price", .unit = "USD"}),
                           Row(Attribute{.id = {"cost"}, .title = "training cost", .unit = "USD"}),
                           Row(Attribute{.id = {"stock"}, .title = "GPU stock", .unit = "GPU"}),
                           Row(Attribute{.id = {"share"}, .title = "share", .unit = "%"})};
    document.speakers = {Row(Speaker{.id = {"lab"}, .name = "The Lab"}),
                         Row(Speaker{.id = {"wang"}, .name = "Alexandr Wang", .aliases = {"Alex Wang"}})};
    Claim claim;
    claim.id = {"c1"};
    claim.subject = "The model";
    claim.attribute = {"cost"};
    claim.mentions = {Mention{.id = {"m1"}, .anchor = {.source = {"s"}, .start = 3, .end = 5}}};
    document.claims = {Row(claim)};
    return document;
}

} // namespace

class TestSuggestClaim : public Test {
    Q_OBJECT
private slots:
    void wordsGiveAQuantityAttributeAndSpeaker_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("quantity");
        QTest::addColumn<QString>("attribute");
        QTest::addColumn<QString>("speaker");
        const auto row = [](const char* name, const char* words, const char* quantity, const char* attribute,
                            const char* speaker) {
            QTest::newRow(name) << QString::fromUtf8(words) << QString::fromUtf8(quantity)
                                << QString::fromUtf8(attribute) << QString::fromUtf8(speaker);
        };
        row("no number", "Rents were", "", "", "");
        row("the attribute most used for its unit, the speaker before it", "$5.6 million", "$5.6 million",
            "training cost", "The Lab");
        row("a chip counts as GPU, the speaker after it, by alias", "50,000 H100 chips", "50,000 H100 chips",
            "GPU stock", "Alexandr Wang");
        row("a number among other words", "run cost $5.6 million", "$5.6 million", "training cost", "The Lab");
        row("per cent, after an emoji", "17%", "17%", "share", "");
    }
    void wordsGiveAQuantityAttributeAndSpeaker() {
        QFETCH(QString, words);
        const std::string selected = words.toStdString();
        const std::size_t at = text.find(selected);
        QVERIFY(at != std::string::npos);
        const std::size_t start = codePointCount(std::string_view(text).substr(0, at));
        const ClaimDraft draft = suggestClaim(project(), {"s"}, start, start + codePointCount(selected));
        QTEST(QString::fromStdString(draft.quantity), "quantity");
        QTEST(QString::fromStdString(draft.attribute), "attribute");
        QTEST(QString::fromStdString(draft.speaker), "speaker");
        QCOMPARE(draft.subject, std::string("The model"));
    }
    void theBoundsWordsComeAlong_data() {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("selected");
        QTest::addColumn<QString>("quantity");
        QTest::newRow("before") << "It cost more than $5 million."
                                << "$5 million"
                                << "more than $5 million";
        QTest::newRow("behind") << "It had 2,000 or so of them."
                                << "2,000"
                                << "2,000 or so";
        QTest::newRow("none") << "It cost $5 million."
                              << "$5 million"
                              << "$5 million";
        QTest::newRow("more than the number is selected") << "It cost at least $5 million."
                                                          << "cost at least $5 million"
                                                          << "at least $5 million";
        QTest::newRow("two numbers") << "From 5 GPUs it went to 9 GPUs."
                                     << "5 GPUs it went to 9 GPUs"
                                     << "";
    }
    void theBoundsWordsComeAlong() {
        QFETCH(QString, sentence);
        QFETCH(QString, selected);
        Document document = project();
        document.sources = {Row(Source{.id = {"s"}, .title = "S", .text = sentence.toStdString()})};
        const auto start = static_cast<std::size_t>(sentence.indexOf(selected));
        const ClaimDraft draft =
            suggestClaim(document, {"s"}, start, start + static_cast<std::size_t>(selected.size()));
        QTEST(QString::fromStdString(draft.quantity), "quantity");
    }
    void somebodyNewIsNamedByTheVerbAndHedgesAreKept() {
        Document document = project();
        document.sources = {Row(Source{.id = {"s"}, .text = "Maria Ortega said it likely cost $5 million."})};
        const ClaimDraft draft = suggestClaim(document, {"s"}, 33, 43);
        QCOMPARE(draft.speaker, std::string("Maria Ortega"));
        QCOMPARE(draft.hedge, std::string("likely"));
        QCOMPARE(draft.modality, Modality::speculated);
        const Document next = addClaimFromWords(document, draft).value();
        QCOMPARE(next.claims.back()->mentions.front().hedge, std::string("likely"));
        QCOMPARE(next.claims.back()->mentions.front().modality, Modality::speculated);
    }
    void anUnknownSourceGivesOnlyASubject() {
        const ClaimDraft draft = suggestClaim(project(), {"other"}, 0, 5);
        QCOMPARE(draft.quantity, std::string());
        QCOMPARE(draft.subject, std::string("The model"));
    }
};

const Registered<TestSuggestClaim> registered("suggest_claim");

} // namespace assay::test

#include "tst_suggest_claim.moc"
