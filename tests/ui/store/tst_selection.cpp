// The linked selection: what follows what, and what an edit drops.
#include "tests/test.h"
#include "tests/ui/fixture.h"
#include "ui/store/selection.h"

namespace assay::test {

class TestSelection : public Test {
    Q_OBJECT
private slots:
    void aClaimBringsItsSourceMentionAndAttribute() {
        DocumentStore store;
        Selection selection(store);
        store.reset(smallDocument());
        selection.selectClaims({{"c3"}});
        QCOMPARE(selection.now().source->value, std::string("report"));
        QCOMPARE(selection.now().mention->value, std::string("m3"));
        QCOMPARE(selection.now().attribute->value, std::string("gpu-hours"));
    }
    void theMentionInTheShownSourceIsPreferred() {
        Document document = smallDocument();
        Claim claim = *document.claims[0];
        Mention second = claim.mentions.front();
        second.id = {"m1b"};
        second.anchor.source = {"report"};
        claim.mentions.push_back(second);
        document.claims[0] = Row(claim);
        DocumentStore store;
        Selection selection(store);
        store.reset(document);
        selection.selectSource(SourceId{"report"});
        selection.selectClaims({{"c1"}});
        QCOMPARE(selection.now().mention->value, std::string("m1b"));
        QCOMPARE(selection.now().source->value, std::string("report"));
    }
    void openingShowsTheFirstSource() {
        DocumentStore store;
        Selection selection(store);
        QVERIFY(!selection.now().source);
        store.reset(smallDocument());
        QCOMPARE(selection.now().source->value, std::string("news"));
    }
    void aRemovedClaimLeavesTheSelectionAndTheRestStays() {
        DocumentStore store;
        Selection selection(store);
        store.reset(smallDocument());
        selection.selectClaims({{"c1"}, {"c2"}});
        Document next = store.document();
        next.claims.erase(next.claims.begin());
        QVERIFY(store.apply(QStringLiteral("remove"), Result<Document>(next)).has_value());
        QCOMPARE(selection.now().claims, (std::vector<ClaimId>{{"c2"}}));
        QCOMPARE(selection.now().mention->value, std::string("m2"));
    }
    void theSameSelectionAgainIsSilent() {
        DocumentStore store;
        Selection selection(store);
        store.reset(smallDocument());
        selection.selectClaims({{"c1"}});
        int changes = 0;
        connect(&selection, &Selection::changed, this, [&] { ++changes; });
        selection.selectClaims({{"c1"}});
        QCOMPARE(changes, 0);
    }
    void aNewProjectForgetsTheOldIds() {
        DocumentStore store;
        Selection selection(store);
        store.reset(smallDocument());
        selection.selectClaims({{"c1"}});
        store.reset(Document{});
        QCOMPARE(selection.now(), Selected{});
    }
    void aRemovedScenarioHandsOverToItsNeighbour() {
        Document document = smallDocument();
        for (const char* id : {"s1", "s2", "s3"})
            document.scenarios.push_back(Row(Scenario{.id = {id}, .title = id}));
        DocumentStore store;
        Selection selection(store);
        store.reset(document);
        selection.selectScenario(ScenarioId{"s2"});
        document.scenarios.erase(document.scenarios.begin() + 1);
        QVERIFY(store.apply(QStringLiteral("remove"), Result<Document>(document)).has_value());
        QCOMPARE(selection.now().scenario->value, std::string("s3"));
    }
};

const Registered<TestSelection> registered("selection");

} // namespace assay::test

#include "tst_selection.moc"
