// Decisions on findings and links made of them: they survive in the project and never hide a finding that changed.
#include "core/document/check.h"
#include "core/document/edit.h"
#include "core/document/words.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"

#include "tests/core/documents.h"
#include "tests/test.h"

#include <algorithm>

namespace assay::test {

namespace {

Document sample() { return readProject(sampleProject(), "sample").value(); }

Finding findingWith(const Document& document, std::string_view kind, Verdict verdict) {
    for (const Finding& finding : check(document))
        if (findingKindText(finding.kind) == kind && finding.verdict == verdict)
            return finding;
    return {};
}

Finding again(const Document& document, const Finding& finding) {
    for (const Finding& one : check(document))
        if (one.id == finding.id)
            return one;
    return {};
}

} // namespace

class TestEditFinding : public Test {
    Q_OBJECT

private slots:
    void linksToAClaimThatIsGoneAreRefused() {
        const Document document = sample();
        Finding finding = findingWith(document, "conflict", Verdict::conflict);
        finding.claims.push_back(ClaimId{"gone"});
        const Result<Document> linked = linkFinding(document, finding, LinkType::contradicts);
        QVERIFY(!linked);
        QCOMPARE(linked.error().code, ErrorCode::idDangling);
    }
    void aDecisionIsKeptAndShown() {
        const Document document = sample();
        const Finding finding = findingWith(document, "spec", Verdict::conflict);
        QCOMPARE(finding.status, FindingStatus::open);
        const Document next = decide(document, finding, FindingStatus::dismissed, "the H20 was meant").value();
        QCOMPARE(again(next, finding).status, FindingStatus::dismissed);
        QCOMPARE(again(next, finding).note, std::string("the H20 was meant"));
        const Document reread = readProject(writeProject(next), "again").value();
        QCOMPARE(again(reread, finding).status, FindingStatus::dismissed);
    }
    void aSecondDecisionReplacesTheFirst() {
        const Document document = sample();
        const Finding finding = findingWith(document, "spec", Verdict::conflict);
        Document next = decide(document, finding, FindingStatus::dismissed, "a").value();
        next = decide(next, finding, FindingStatus::accepted, "b").value();
        QCOMPARE(next.decisions.size(), std::size_t(1));
        QCOMPARE(again(next, finding).status, FindingStatus::accepted);
    }
    void reopeningTakesTheDecisionBack() {
        const Document document = sample();
        const Finding finding = findingWith(document, "spec", Verdict::conflict);
        const Document next = decide(document, finding, FindingStatus::accepted).value();
        QVERIFY(decide(next, finding, FindingStatus::open).value() == document);
    }
    void aFindingThatChangedIsOpenAgainWithItsNote() {
        const Document document = sample();
        const Finding finding = findingWith(document, "spec", Verdict::conflict);
        const Document next = decide(document, finding, FindingStatus::dismissed, "seen").value();
        Claim claim = *find(next.claims, finding.claims.front());
        QVERIFY(claim.quantity);
        claim.quantity->text += " and more";
        const Finding changed = again(setClaim(next, claim).value(), finding);
        QCOMPARE(changed.status, FindingStatus::open);
        QCOMPARE(changed.note, std::string("seen"));
    }
    void aDecisionOnNothingIsKeptAndHarmless() { // the finding may come back
        const Document document = fullDocument();
        QVERIFY(check(document) == check(readProject(writeProject(document), "again").value()));
        QVERIFY(checkReferences(document));
    }
    void theSameIdTwiceIsRefused() {
        Document document = fullDocument();
        document.decisions.push_back(document.decisions.front());
        QCOMPARE(checkReferences(document).error().code, ErrorCode::idTaken);
    }
    void linkingJoinsEveryClaimOnceAndAccepts() {
        const Document document = sample();
        const Finding finding = findingWith(document, "conflict", Verdict::conflict);
        const LinkType type = suggestedLink(finding).value();
        QCOMPARE(type, LinkType::contradicts);
        const Document once = linkFinding(document, finding, type).value();
        QCOMPARE(again(once, finding).status, FindingStatus::accepted);
        for (std::size_t i = 1; i < finding.claims.size(); ++i)
            QCOMPARE(std::count_if(once.links.begin(), once.links.end(),
                                   [&](const Row<Link>& link) {
                                       return link->from == finding.claims[i] && link->to == finding.claims[0]
                                              && link->type == type;
                                   }),
                     1);
        QVERIFY(linkFinding(once, finding, type).value() == once);
    }
    void whatIsDerivedPointsToWhatItComesFrom() {
        const Document document = sample();
        const Finding finding = findingWith(document, "attribution", Verdict::note);
        QCOMPARE(suggestedLink(finding), std::optional(LinkType::derivedFrom));
        const Document next = linkFinding(document, finding, LinkType::derivedFrom).value();
        QCOMPARE(next.links.back()->from, finding.claims[0]);
        QCOMPARE(next.links.back()->to, finding.claims[1]);
    }
    void namesAreMergedWithEverySpellingKept() {
        Document document = sample();
        Speaker variant{.id = SpeakerId{"wang-2"}, .name = "Alexandre Wang", .aliases = {"A. Wang"}};
        document = addSpeaker(document, variant).value();
        Claim claim = *document.claims.front();
        claim.mentions.front().chain = {Utterance{variant.id, SpeakerRole::witness}};
        document = setClaim(document, claim).value();
        Finding names;
        for (const Finding& finding : check(document))
            if (finding.speakers.size() == 2)
                names = finding;
        QCOMPARE(names.speakers.size(), std::size_t(2));
        const Document next = mergeSpeakers(document, names.speakers[0], names.speakers[1]).value();
        const Speaker* kept = find(next.speakers, names.speakers[0]);
        QVERIFY(kept);
        for (const char* spelling : {"Alexander Wang", "Alexandre Wang", "A. Wang"})
            QVERIFY2(std::find(kept->aliases.begin(), kept->aliases.end(), spelling) != kept->aliases.end(), spelling);
        QCOMPARE(next.claims.front()->mentions.front().chain.front().speaker, names.speakers[0]);
        QVERIFY(!find(next.speakers, variant.id));
        for (const Finding& finding : check(next))
            QVERIFY(finding.speakers.empty());
    }
    void aSpeakerIsNotMergedWithItselfOrWithNobody() {
        const Document document = sample();
        QCOMPARE(mergeSpeakers(document, {"wang"}, {"wang"}).error().code, ErrorCode::idUnknown);
        QCOMPARE(mergeSpeakers(document, {"wang"}, {"nobody"}).error().code, ErrorCode::idUnknown);
        QCOMPARE(mergeSpeakers(document, {"nobody"}, {"wang"}).error().code, ErrorCode::idUnknown);
    }
    void oneClaimAloneSuggestsNoLink() { QVERIFY(!suggestedLink(findingWith(sample(), "spec", Verdict::conflict))); }
};

const Registered<TestEditFinding> registered("edit_finding");

} // namespace assay::test

#include "tst_edit_finding.moc"
