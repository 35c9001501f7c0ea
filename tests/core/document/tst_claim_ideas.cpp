// What a claim's fields are completed from: names of the sentence, of the project, and what such claims are usually
// about.
#include "core/base/utf8.h"
#include "core/claims/attribution.h"
#include "core/document/claim_ideas.h"
#include "core/document/suggest_claim.h"
#include "tests/rows.h"
#include "tests/test.h"

namespace assay::test {
namespace {

Document project(const std::string& text) {
    Document document;
    document.sources = {Row(Source{.id = {"s"}, .title = "S", .text = text})};
    document.attributes = {Row(Attribute{.id = {"share"}, .title = "billed share", .unit = "%"}),
                           Row(Attribute{.id = {"use"}, .title = "utilisation", .unit = "%"})};
    document.speakers = {Row(Speaker{.id = {"hale"}, .name = "Tom Hale"}),
                         Row(Speaker{.id = {"lab"}, .name = "The Lab"})};
    for (const char* subject : {"Corvid", "The model", "Corvid"})
        document.claims.push_back(
            Row(Claim{.id = {"c" + std::to_string(document.claims.size())}, .subject = subject, .attribute = {"use"}}));
    return document;
}

ClaimDraft draftOf(const Document& document, const std::string& words) {
    const std::string& text = document.sources.front()->text;
    const std::size_t start = codePointCount(std::string_view(text).substr(0, text.find(words)));
    return suggestClaim(document, {"s"}, start, start + codePointCount(words));
}

QString listed(const std::vector<std::string>& words) {
    QStringList list;
    for (const std::string& each : words)
        list += QString::fromStdString(each);
    return list.join(QStringLiteral(" | "));
}

} // namespace

class TestClaimIdeas : public Test {
    Q_OBJECT
private slots:
    void namesAreRunsOfCapitals_data() {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("names");
        addRow("nothing", "", "");
        addRow("none", "it cost a lot", "");
        addRow("a chip is no name", "It has 5 H800 chips", "");
        addRow("two, one twice", "Redfield Research told Tom Hale that Redfield Research knew",
               "Redfield Research | Tom Hale");
        addRow("a comma ends one", "Maria Ortega, Redfield Research", "Maria Ortega | Redfield Research");
    }
    void namesAreRunsOfCapitals() {
        QFETCH(QString, sentence);
        QFETCH(QString, names);
        QCOMPARE(listed(namesIn(sentence.toStdString())), names);
    }
    void theUsualAttributeFitsUnitAndSentence_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("attribute");
        addRow("no number", "It cost a lot.", "a lot", "");
        addRow("nothing speaks for any", "It was $5 million.", "$5 million", "");
        addRow("a run's cost", "The training run cost $5 million.", "$5 million", "training cost");
        addRow("hardware", "Servers and other hardware cost $5 million.", "$5 million", "hardware cost");
        addRow("a fleet", "The lab owns 5,000 H100s.", "5,000 H100s", "GPU stock");
        addRow("deliveries", "It will ship 5,000 H100s.", "5,000 H100s", "shipments");
        addRow("the unit is enough", "There were 5 trillion tokens.", "5 trillion tokens", "training tokens");
        addRow("hours of chips", "It took 2 million H800 hours.", "2 million H800 hours", "GPU-hours");
    }
    void theUsualAttributeFitsUnitAndSentence() {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QFETCH(QString, attribute);
        const Document document = project(text.toStdString());
        const ClaimIdeas ideas = ideasFor(document, draftOf(document, words.toStdString()));
        QCOMPARE(QString::fromStdString(ideas.attribute), attribute);
    }
    void theLikeliestStandFirst() {
        const Document document = project("Tom Hale said 22% of the chips went to Singapore.");
        const ClaimIdeas ideas = ideasFor(document, draftOf(document, "22%"));
        QCOMPARE(listed(ideas.subjects), QStringLiteral("Tom Hale | Singapore | Corvid | The model | The Lab"));
        QCOMPARE(listed(ideas.speakers), QStringLiteral("Tom Hale | The Lab | Singapore"));
        QVERIFY(listed(ideas.attributes).startsWith(QStringLiteral("billed share | utilisation | ")));
        QVERIFY(listed(ideas.attributes).endsWith(QStringLiteral("power | energy | training time")));
    }
    void theSentenceChoosesAmongAttributesOfOneUnit() {
        const Document document = project("Some 22% were billed there. It ran at 41% of its peak.");
        QCOMPARE(draftOf(document, "22%").attribute, std::string("billed share"));
        QCOMPARE(draftOf(document, "41%").attribute, std::string("utilisation")); // the most used
    }
    void aSubjectThatTheSentenceNamesIsTaken() {
        const Document document = project("The model of Corvid has 5 trillion tokens. It has 7 trillion tokens.");
        QCOMPARE(draftOf(document, "5 trillion tokens").subject, std::string("Corvid"));
    }
};

const Registered<TestClaimIdeas> registered("claim_ideas");

} // namespace assay::test

#include "tst_claim_ideas.moc"
