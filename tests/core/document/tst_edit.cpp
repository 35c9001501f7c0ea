// Edits of rows: each makes the next document or says why not; nothing is half done; undo is the old value.
#include "core/document/edit.h"
#include "core/io/project_file.h"
#include "tests/core/documents.h"
#include "tests/test.h"

#include <random>

namespace assay::test {
namespace {

Claim claimWith(const std::string& id, const std::string& mention) {
    Claim claim;
    claim.id = ClaimId{id};
    claim.mentions = {Mention{.id = MentionId{mention}, .anchor = {SourceId{"paper"}, 0, 4, "only", "", ""}}};
    return claim;
}

using Edit = std::function<Result<Document>(const Document&)>;

/// Every kind of edit, with arguments that mostly hold and sometimes do not.
Result<Document> randomEdit(const Document& document, std::mt19937& random) {
    const auto anyClaim = [&] {
        return document.claims.empty() ? ClaimId{"none"} : document.claims[random() % document.claims.size()]->id;
    };
    const auto anyScenario = [&] { return document.scenarios[random() % document.scenarios.size()]->id; };
    const std::string number = std::to_string(random() % 1000);
    switch (random() % 12) {
    case 0: return addClaim(document, claimWith(freeClaimId(document), freeMentionId(document)));
    case 1: return removeClaims(document, {anyClaim()});
    case 2: return addLink(document, Link{.id = {freeLinkId(document)}, .from = anyClaim(), .to = anyClaim()});
    case 3:
        return removeLink(document, document.links.empty() ? LinkId{"none"}
                                                           : document.links[random() % document.links.size()]->id);
    case 4: return addSource(document, Source{.id = {freeSourceId(document, "s")}, .text = number});
    case 5: return removeSource(document, document.sources[random() % document.sources.size()]->id);
    case 6: return duplicateScenario(document, anyScenario(), ScenarioId{freeScenarioId(document, "copy")}, number);
    case 7: return renameScenario(document, anyScenario(), number);
    case 8: return addSpeaker(document, Speaker{.id = {freeSpeakerId(document, "S " + number)}, .name = number});
    case 9: return addAttribute(document, Attribute{.id = {freeAttributeId(document, "a")}, .title = number});
    case 10:
        return document.scenarios.size() > 2 ? removeScenario(document, anyScenario()) : Result<Document>(document);
    default: {
        Claim claim = claimWith("none", "none");
        if (const Claim* old = find(document.claims, anyClaim()))
            claim = *old;
        claim.note = number;
        return setClaim(document, claim);
    }
    }
}

} // namespace

class TestEdit : public Test {
    Q_OBJECT
private slots:
    void aBrokenEditIsRefused_data() {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* why, Edit edit, ErrorCode code, const char* place) {
            QTest::newRow(why) << std::move(edit) << code << QString::fromLatin1(place);
        };
        using D = const Document&;
        row(
            "source id taken", [](D d) { return addSource(d, Source{.id = {"paper"}}); }, ErrorCode::idTaken, "paper");
        row(
            "source without id", [](D d) { return addSource(d, Source{}); }, ErrorCode::nameEmpty, "");
        row(
            "source unknown", [](D d) { return setSource(d, Source{.id = {"x"}}); }, ErrorCode::idUnknown, "x");
        row(
            "frozen text changed", [](D d) { return setSource(d, Source{.id = {"paper"}, .text = "x"}); },
            ErrorCode::fieldValue, "paper");
        row(
            "source in use by a claim", [](D d) { return removeSource(d, SourceId{"paper"}); }, ErrorCode::stillUsed,
            "paper");
        row(
            "source in use by its newer version", [](D d) { return removeSource(d, SourceId{"paper-v1"}); },
            ErrorCode::stillUsed, "paper-v1");
        row(
            "no such source to remove", [](D d) { return removeSource(d, SourceId{"x"}); }, ErrorCode::idUnknown, "x");
        row(
            "claim of an unknown source",
            [](D d) {
                Claim claim = claimWith("c9", "m9");
                claim.mentions[0].anchor.source = SourceId{"x"};
                return addClaim(d, claim);
            },
            ErrorCode::idDangling, "c9");
        row(
            "claim by an unknown speaker",
            [](D d) {
                Claim claim = claimWith("c9", "m9");
                claim.mentions[0].chain = {Utterance{SpeakerId{"x"}}};
                return addClaim(d, claim);
            },
            ErrorCode::idDangling, "c9");
        row(
            "claim without mentions",
            [](D d) {
                Claim claim = claimWith("c9", "m9");
                claim.mentions.clear();
                return addClaim(d, claim);
            },
            ErrorCode::fieldMissing, "c9");
        row(
            "mention id taken", [](D d) { return addClaim(d, claimWith("c9", "m1")); }, ErrorCode::idTaken, "m1");
        row(
            "low above high",
            [](D d) {
                Claim claim = *d.claims[0];
                claim.quantity->low = 6e6;
                return setClaim(d, claim);
            },
            ErrorCode::intervalReversed, "c1");
        row(
            "nothing to remove", [](D d) { return removeClaims(d, {}); }, ErrorCode::nothingSelected, "");
        row(
            "link to an unknown claim", [](D d) { return addLink(d, Link{.id = {"l9"}, .from = {"c1"}, .to = {"x"}}); },
            ErrorCode::idDangling, "l9");
        row(
            "no such link", [](D d) { return removeLink(d, LinkId{"x"}); }, ErrorCode::idUnknown, "x");
        row(
            "scenario id taken",
            [](D d) { return duplicateScenario(d, ScenarioId{"second"}, ScenarioId{"as-disclosed"}, "t"); },
            ErrorCode::idTaken, "as-disclosed");
        row(
            "scenario without a name", [](D d) { return renameScenario(d, ScenarioId{"second"}, ""); },
            ErrorCode::nameEmpty, "second");
        row(
            "scenario under another's input", [](D d) { return removeScenario(d, ScenarioId{"as-disclosed"}); },
            ErrorCode::stillUsed, "as-disclosed");
        row(
            "word on a claim that the basis has not",
            [](D d) {
                Scenario scenario = *d.scenarios[0];
                scenario.inputs[0].basis.terms[0].claim = ClaimId{"c1"};
                return setScenario(d, scenario);
            },
            ErrorCode::idDangling, "as-disclosed");
        row(
            "weight below 0",
            [](D d) {
                Scenario scenario = *d.scenarios[0];
                scenario.inputs[0].basis.terms[0].weight = -1;
                return setScenario(d, scenario);
            },
            ErrorCode::fieldValue, "as-disclosed");
        row(
            "sample count 0",
            [](D d) {
                Scenario scenario = *d.scenarios[0];
                scenario.samples = 0;
                return setScenario(d, scenario);
            },
            ErrorCode::sampleCount, "as-disclosed");
        row(
            "a scenario that feeds itself",
            [](D d) {
                Scenario scenario = *d.scenarios[0];
                scenario.inputs[1].basis = Basis{BasisKind::scenario, {}, "second/cost", ""};
                return setScenario(d, scenario);
            },
            ErrorCode::formulaCycle, "as-disclosed");
        row(
            "project without id", [](D d) { return setProject(d, Project{}); }, ErrorCode::nameEmpty, "");
    }
    void aBrokenEditIsRefused() {
        QFETCH(Edit, edit);
        QFETCH(ErrorCode, code);
        QFETCH(QString, place);
        const Document document = fullDocument();
        const Result<Document> next = edit(document);
        QVERIFY(!next);
        QCOMPARE(next.error().code, code);
        QCOMPARE(QString::fromStdString(next.error().place), place);
        QVERIFY(document == fullDocument());
    }
    void removingAClaimTakesItsLinksAlong() {
        const Document next = removeClaims(fullDocument(), {ClaimId{"c1"}}).value();
        QCOMPARE(next.claims.size(), std::size_t(1));
        QVERIFY(next.links.empty());
    }
    void otherRowsStayTheSameObjects() {
        const Document before = fullDocument();
        Claim claim = *before.claims[0];
        claim.note = "another";
        const Document after = setClaim(before, claim).value();
        QVERIFY(!after.claims[0].sameObject(before.claims[0]));
        QVERIFY(after.claims[1].sameObject(before.claims[1]));
        QVERIFY(after.sources[1].sameObject(before.sources[1]));
        QVERIFY(setClaim(before, *before.claims[0]).value().claims[0].sameObject(before.claims[0]));
    }
    void aDuplicateStandsBesideItsOriginal() {
        const Document next =
            duplicateScenario(fullDocument(), ScenarioId{"as-disclosed"}, ScenarioId{"copy"}, "Copy").value();
        QCOMPARE(next.scenarios[1]->id, ScenarioId{"copy"});
        QCOMPARE(next.scenarios[1]->inputs, next.scenarios[0]->inputs);
    }
    void newDocumentsHaveDifferentIds() {
        const Document document = newDocument("Title");
        QCOMPARE(document.project.title, std::string("Title"));
        QVERIFY(document.project.id != newDocument("Title").project.id);
        QVERIFY(checkReferences(document));
    }
    void freeIdsAreNew() {
        const Document document = fullDocument();
        QCOMPARE(freeClaimId(document), std::string("c3"));
        QCOMPARE(freeMentionId(document), std::string("m3"));
        QCOMPARE(freeLinkId(document), std::string("l3"));
        QCOMPARE(freeSourceId(document, "The Paper, v.2 "), std::string("the-paper-v-2"));
        QCOMPARE(freeSourceId(document, "Paper"), std::string("paper-2"));
        QCOMPARE(freeSourceId(document, "\u6df1\u5ea6"), std::string("source"));
        QCOMPARE(freeScenarioId(document, "Second"), std::string("second-2"));
        QCOMPARE(freeSourceId(document, std::string(100, 'x')).size(), std::size_t(40));
    }
    void anyNumberOfEditsAndTheirUndosGiveTheSameBytes() {
        std::mt19937 random(11);
        std::vector<Document> history{fullDocument()};
        std::vector<std::string> bytes{writeProject(history[0])};
        int refused = 0;
        for (int i = 0; i < 300; ++i) {
            const Result<Document> next = randomEdit(history.back(), random);
            refused += next ? 0 : 1;
            if (!next)
                continue;
            QVERIFY(checkReferences(*next));
            history.push_back(*next);
            bytes.push_back(writeProject(*next));
            if (i % 10 == 0)
                QVERIFY(readProject(bytes.back(), "f").value() == *next);
        }
        QVERIFY(refused < 200);
        for (std::size_t i = history.size(); i-- > 0;)
            QCOMPARE(writeProject(history[i]), bytes[i]);
    }
};

const Registered<TestEdit> registered("edit");

} // namespace assay::test

#include "tst_edit.moc"
