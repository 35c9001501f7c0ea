// Inputs whose basis is no longer what it was: which, why, and what they make of the outputs behind them.
#include "core/document/bind_claims.h"
#include "core/document/edit.h"
#include "core/document/new_version.h"
#include "core/document/stale.h"
#include "tests/core/documents.h"
#include "tests/test.h"

namespace assay::test {
namespace {

const ScenarioId disclosed{"as-disclosed"}, second{"second"};
const VariableId hours{"gpu_hours"}, price{"price"}, share{"share"}, cost{"cost"};
const ClaimId hoursClaim{"c2"};
const std::string text = "The report counts 2,788,000 H800 hours for the run, and a price beside it.";

/// As-disclosed: hours on c2, which is anchored in `text`; second takes its price from as-disclosed's cost.
Document bench() {
    Document document = fullDocument();
    Source paper{.id = {"hours"}, .title = "Hours", .url = "https://example.org/h", .language = "en", .text = text};
    Claim claim = *find(document.claims, hoursClaim);
    claim.mentions.front().anchor = anchorOfQuote(paper, "2,788,000 H800 hours").value();
    document.sources.push_back(Row(paper));
    document = setClaim(document, claim).value();
    return bindClaims(document, disclosed, hours, ClaimsRule::single, {BasisTerm{.claim = hoursClaim}}).value();
}

Document withVersion(const Document& document, const std::string& newer) {
    return addNewVersion(document, {"hours"}, Source{.text = newer}).value().document;
}

/// Without the row that fullDocument's price points at, which is in no catalogue.
std::vector<StaleInput> staleHours(const Document& document) {
    std::vector<StaleInput> found = staleInputs(document);
    std::erase_if(found, [](const StaleInput& input) { return input.input != hours; });
    return found;
}

} // namespace

class TestStale : public Test {
    Q_OBJECT
private slots:
    void whatIsAsItWasIsNotStale() {
        QVERIFY(staleHours(bench()).empty());
        const Document moved = withVersion(bench(), "Corrected on Friday. " + text);
        QVERIFY(staleHours(moved).empty());
        const Document reworded =
            withVersion(bench(), "The paper counts 2,788,000 H800 GPU hours for the run, and a price beside it.");
        QVERIFY(staleHours(reworded).empty()); // the numbers are the same
    }
    void aNumberChangedInANewerVersionIsSaid() {
        const Document changed =
            withVersion(bench(), "The report counts 2,664,000 H800 hours for the run, and a price beside it.");
        const std::vector<StaleInput> found = staleHours(changed);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].scenario, disclosed);
        QCOMPARE(found[0].reason, StaleReason::numberChanged);
        QCOMPARE(*found[0].claim, hoursClaim);
        QVERIFY(found[0].was.find("2,788,000") != std::string::npos);
        QVERIFY(found[0].now.find("2,664,000") != std::string::npos);
    }
    void wordsThatAreGoneAreSaid() {
        const Document changed =
            withVersion(bench(), "Nothing of that is left on the page; an empty notice stands there.");
        QCOMPARE(staleHours(changed).at(0).reason, StaleReason::wordsGone);
    }
    void aDecisionSettlesIt() {
        Document changed =
            withVersion(bench(), "The report counts 2,664,000 H800 hours for the run, and a price beside it.");
        const Finding finding = leftMentions(changed).at(0).finding;
        changed = decide(changed, finding, FindingStatus::dismissed, "a misprint").value();
        QVERIFY(staleHours(changed).empty());
    }
    void aClaimThatSaysAnotherThingIsSaidUntilItIsTakenAgain() {
        Document document = bench();
        Claim claim = *find(document.claims, hoursClaim);
        claim.quantity->value = 3e6;
        claim.quantity->low = 2.9e6;
        claim.quantity->high = 3.1e6;
        document = setClaim(document, claim).value(); // a merge does no more than this
        const StaleInput found = staleHours(document).at(0);
        QCOMPARE(found.reason, StaleReason::claimChanged);
        QCOMPARE(found.now, std::string("3,000,000 H800*h (2,900,000 to 3,100,000)"));
        const Document taken =
            bindClaims(document, disclosed, hours, ClaimsRule::single, {BasisTerm{.claim = hoursClaim}}).value();
        QVERIFY(staleHours(taken).empty());
        QCOMPARE(currentInput(taken, disclosed, hours)->text, std::string("3,000,000 H800*h"));
    }
    void aDeletedClaimIsNamed() {
        const StaleInput found = staleHours(removeClaims(bench(), {hoursClaim}).value()).at(0);
        QCOMPARE(found.reason, StaleReason::claimDeleted);
        QCOMPARE(found.was, std::string("c2: \"2,788,000 H800 hours\""));
        QVERIFY(!found.claim);
    }
    void aRowThatNoCatalogueHasIsNamed() {
        const std::vector<StaleInput> found = staleInputs(bench());
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].reason, StaleReason::rowGone);
        QCOMPARE(found[0].was, std::string("gpus/h800_sxm5"));
        QCOMPARE(found[0].input, price);
    }
    void outputsBehindAreStaleThroughOtherScenariosToo() {
        const Document document = removeClaims(bench(), {hoursClaim}).value();
        const std::vector<StaleOutput> found = staleOutputs(document, staleHours(document));
        const std::vector<StaleOutput> expected{StaleOutput{disclosed, cost, {hours}},
                                                StaleOutput{second, cost, {price}}};
        QCOMPARE(found, expected);
        QVERIFY(staleOutputs(document, {}).empty());
    }
    void scenariosWithEitherAreNamedOnceInOrder() {
        const Document document = removeClaims(bench(), {hoursClaim}).value();
        QVERIFY(staleScenarios(document, {}, {}).empty());
        const std::vector<ScenarioId> both{disclosed, second};
        QCOMPARE(staleScenarios(document), both);
        QCOMPARE(staleScenarios(document, {}, {StaleOutput{second, cost, {price}}}), std::vector<ScenarioId>{second});
    }
    void anOutputThatNeedsNoStaleInputIsNot() {
        Document document = bench();
        Model model = *document.models[0];
        model.formulas.push_back(Formula{{"half"}, "Half", "%", "share / 2", {}, {}});
        model.outputs.push_back(VariableId{"half"});
        document.models[0] = Row(model);
        document = removeClaims(document, {hoursClaim}).value();
        for (const StaleOutput& output : staleOutputs(document, staleHours(document)))
            QVERIFY(output.output == cost);
    }
};

const Registered<TestStale> registered("stale");

} // namespace assay::test

#include "tst_stale.moc"
