// Leaving one claim out: what stands in for it, what it moves, and that nothing else moves with it.
#include "core/document/bind_claims.h"
#include "core/document/check_next.h"
#include "core/document/edit.h"
#include "core/document/leave_out.h"
#include "core/document/link_scenarios.h"
#include "core/scenario/doubt.h"
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {
namespace {

const ScenarioId scenario{"s"};
const VariableId total{"total"};

Row<Claim> claimOf(const std::string& id, double low, double high) {
    Claim claim;
    claim.id = ClaimId{id};
    claim.quantity = Quantity{id, std::nullopt, low, high, Bound::range, "1", 2};
    claim.mentions = {Mention{.id = {"m-" + id},
                              .anchor = {SourceId{"news"}, 0, 4, "text", "", ""},
                              .chain = {Utterance{SpeakerId{"who-" + id}, SpeakerRole::party}}}};
    return Row(std::move(claim));
}

/// total = hours * price, hours by default 10, price by default 2; claims a 1..2, b 5..6 for the price, h 90..110.
Document bench() {
    Document document;
    document.project.id = "p";
    document.sources = {Row(Source{.id = {"news"}, .title = "News", .text = "text and more"})};
    document.claims = {claimOf("a", 1, 2), claimOf("b", 5, 6), claimOf("h", 90, 110)};
    for (const Row<Claim>& claim : document.claims)
        document.speakers.push_back(Row(Speaker{.id = {"who-" + claim->id.value}, .name = claim->id.value}));
    document.models = {Row(makeModel({{"hours", "1", "10"}, {"price", "1", "2"}}, {{"total", "1", "hours * price"}}))};
    Scenario row = makeScenario("s");
    row.samples = 16384;
    document.scenarios = {Row(row)};
    return document;
}

Document bound(ClaimsRule rule) {
    const Document hours =
        bindClaims(bench(), scenario, VariableId{"hours"}, ClaimsRule::single, {BasisTerm{.claim = {"h"}}}).value();
    return bindClaims(hours, scenario, VariableId{"price"}, rule,
                      {BasisTerm{.claim = {"a"}}, BasisTerm{.claim = {"b"}}})
        .value();
}

LeaveOneOut left(const Document& document) { return leaveOneOut(document, scenario, total, runOptions(1), {}).value(); }

const LeftOut& of(const LeaveOneOut& all, const std::string& claim) {
    for (const LeftOut& each : all.claims)
        if (each.claim.value == claim)
            return each;
    throw std::runtime_error("no claim " + claim);
}

bool isNear(double a, double b, double share) { return std::abs(a - b) <= share * std::abs(b); }

Run runOf(const Document& document) {
    return simulate(*document.models[0], *document.scenarios[0], runOptions(32768)).value();
}

/// "t" takes its hours from what "s" comes to, and "s" stands on the claims; "apart" feeds nothing.
Document chained() {
    Document document = bound(ClaimsRule::weighted);
    for (const char* id : {"t", "apart"}) {
        Scenario row = makeScenario(id);
        row.samples = 16384;
        document.scenarios.push_back(Row(row));
    }
    document =
        bindClaims(document, ScenarioId{"apart"}, VariableId{"price"}, ClaimsRule::single, {BasisTerm{.claim = {"b"}}})
            .value();
    return bindOutput(document, ScenarioId{"t"}, VariableId{"hours"}, {scenario, total}).value();
}

Result<LeaveOneOut> leftOfT(const Document& document) {
    const std::vector<RunPtr> upstream{
        std::make_shared<const Run>(simulate(*document.models[0], *document.scenarios[0], runOptions(16384)).value())};
    return leaveOneOut(document, ScenarioId{"t"}, total, runOptions(1), upstream);
}

} // namespace

class TestLeaveOut : public Test {
    Q_OBJECT
private slots:
    void whatIsNotThereIsRefused() {
        QCOMPARE(leaveOneOut(bench(), ScenarioId{"x"}, total, runOptions(1), {}).error().code, ErrorCode::idUnknown);
        QCOMPARE(leaveOneOut(bench(), scenario, VariableId{"hours"}, runOptions(1), {}).error().code,
                 ErrorCode::outputUnknown);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(
            leaveOneOut(bound(ClaimsRule::weighted), scenario, total, runOptions(1), {}, stop.get_token()).error().code,
            ErrorCode::cancelled);
    }
    void withoutClaimsThereIsNothingToLeaveOut() { QVERIFY(left(bench()).claims.empty()); }
    void theOtherClaimsStandInByTheInputsRule() {
        const LeaveOneOut all = left(bound(ClaimsRule::weighted));
        QCOMPARE(all.samples, std::uint64_t(16384));
        const LeftOut& b = of(all, "b");
        QCOMPARE(b.instead, Instead::others);
        QCOMPARE(b.text, std::string("mix(1: 1 to 2)"));
        // hours about 100, price lognormal with P5 1 and P95 2: the median is their geometric mean
        QVERIFY(isNear(b.points.p50, 100 * std::sqrt(2.0), 0.02));
        QVERIFY(isNear(of(all, "a").points.p50, 100 * std::sqrt(30.0), 0.02));
    }
    void withoutItsOnlyClaimAnInputIsTheModelsDefault() {
        const LeftOut hours = of(left(bound(ClaimsRule::weighted)), "h");
        QCOMPARE(hours.instead, Instead::modelDefault);
        QCOMPARE(hours.text, std::string("10"));
        QCOMPARE(hours.inputs, std::vector<VariableId>{VariableId{"hours"}});
    }
    void aVariantIsTheScenarioThatOneWouldMake() {
        const Document document = bound(ClaimsRule::weighted);
        const LeftOut without = of(left(document), "a");
        const Document made =
            bindClaims(document, scenario, VariableId{"price"}, ClaimsRule::weighted, {BasisTerm{.claim = {"b"}}})
                .value();
        const Run run = simulate(*made.models[0], *made.scenarios[0], runOptions(16384)).value();
        QCOMPARE(without.points, threePoints(run.outputs.front()));
    }
    void theOneThatMovesMostComesFirst() {
        const LeaveOneOut all = left(bound(ClaimsRule::weighted));
        QCOMPARE(all.claims.front().claim.value, std::string("h")); // 100 hours or 10
        for (std::size_t i = 1; i < all.claims.size(); ++i)
            QVERIFY(all.claims[i - 1].moved >= all.claims[i].moved);
    }
    void withoutTheRunThatFeedsItNothingCanBeSaid() {
        QCOMPARE(leaveOneOut(chained(), ScenarioId{"t"}, total, runOptions(1), {}).error().code, ErrorCode::idUnknown);
    }
    void claimsBelowALinkedScenarioCountToo() {
        const LeaveOneOut all = leftOfT(chained()).value();
        QCOMPARE(all.claims.size(), std::size_t(3));
        const LeftOut& hours = of(all, "h"); // 100 hours or the model's 10
        QCOMPARE(hours.through, scenario);
        QCOMPARE(hours.inputs, std::vector<VariableId>{VariableId{"hours"}});
        QVERIFY(isNear(hours.points.p95, all.whole.p95 / 10, 0.05));              // the hours' own spread goes too
        QVERIFY(isNear(of(all, "b").points.p50, 2 * 100 * std::sqrt(2.0), 0.02)); // the price is a's alone
        QVERIFY(of(left(chained()), "h").through.empty());                        // of "s" itself they are its own
    }
    void aQuickRunThatFeedsItIsEnough() {
        const Document document = chained();
        const std::vector<RunPtr> quick{std::make_shared<const Run>(
            simulate(*document.models[0], *document.scenarios[0], runOptions(1024)).value())};
        const Result<LeaveOneOut> all = leaveOneOut(document, ScenarioId{"t"}, total, runOptions(1), quick);
        QVERIFY(all && all->samples == 1024 && all->claims.size() == 3);
    }
    void aClaimThatActsBothWaysIsLeftOutOfBoth() {
        const Document both =
            bindClaims(chained(), ScenarioId{"t"}, VariableId{"price"}, ClaimsRule::single, {BasisTerm{.claim = {"h"}}})
                .value();
        const LeftOut hours = of(leftOfT(both).value(), "h");
        QVERIFY(hours.through.empty());
        QCOMPARE(hours.inputs, std::vector<VariableId>{VariableId{"price"}});
        const double without = of(leftOfT(chained()).value(), "h").points.p50; // there the price is the default too
        QVERIFY(isNear(hours.points.p50, without, 1e-9));
    }
    void ofAnIntervalTheOuterEndsAreCompared() {
        const LeaveOneOut all = left(bound(ClaimsRule::interval));
        QVERIFY(isNear(all.whole.p5, 90, 0.03));   // 90 * 1
        QVERIFY(isNear(all.whole.p95, 660, 0.03)); // 110 * 6
        QVERIFY(isNear(of(all, "b").points.p95, 220, 0.03));
    }
    void aTextOfTheAnalystsOwnIsStillCarriedByTheOthers() {
        Document document = bound(ClaimsRule::weighted);
        ScenarioInput input = currentInput(document, scenario, VariableId{"price"}).value();
        input.text = "3";
        input.basis.rule = ClaimsRule::free;
        document = setInput(document, scenario, input).value();
        QCOMPARE(of(left(document), "a").instead, Instead::sameText);
        QCOMPARE(of(left(document), "a").moved, 0.0);
    }
    void theClaimWhoseInputCarriesMostIsCheckedNext() {
        const Document document = bound(ClaimsRule::weighted);
        const std::vector<NextCheck> checks = checkNext(document, *document.scenarios[0], runOf(document), total);
        QCOMPARE(checks.size(), std::size_t(3));
        QCOMPARE(checks.back().claim.value, std::string("h"));
        QVERIFY(checks.front().ofSpread > 0.9 && checks.back().ofSpread < 0.1);
        QCOMPARE(checks.front().share, 0.5);
    }
    void aClaimTakenAsExactCarriesNothing() {
        Document document = bound(ClaimsRule::weighted);
        Claim claim = *find(document.claims, ClaimId{"h"});
        claim.quantity = Quantity{"100", 100, 100, 100, Bound::equal, "1", 3};
        document = followClaims(document, setClaim(document, claim).value());
        const std::vector<NextCheck> checks = checkNext(document, *document.scenarios[0], runOf(document), total);
        QCOMPARE(checks.back().ofSpread, 0.0);
        QVERIFY(checks.back().inputs.empty());
    }
    /// y = x1 + x2 of equal normals: P(y > 0 | x1) = Phi(x1), so the index is Var(Phi(Z)) / (1/4) = (1/3 - 1/4) * 4.
    void theShareOfDoubtIsThatOfTheIndicator() {
        const Model model =
            makeModel({{"x1", "1", "normal(0, 1)"}, {"x2", "1", "normal(0, 1)"}, {"idle", "1", "normal(0, 1)"}},
                      {{"y", "1", "x1 + x2 + 0 * idle"}});
        const Run run = simulate(model, makeScenario("s"), runOptions(32768)).value();
        QVERIFY(std::abs(shareOfDoubt(run.inputs[0], run.outputs[0], 0) - 1.0 / 3) < 0.01);
        QVERIFY(shareOfDoubt(run.inputs[2], run.outputs[0], 0) < 0.005);
        QCOMPARE(shareOfDoubt(run.inputs[0], run.outputs[0], 1e9), 0.0);
    }
    /// The index of a claim's input against nested sampling: the variance of the output's mean with the input held at
    /// its quantiles, over the whole variance.
    void theIndexAgreesWithNestedSampling_data() {
        QTest::addColumn<QString>("formula");
        QTest::newRow("product") << "hours * price";
        QTest::newRow("sum") << "hours + 30 * price";
        QTest::newRow("ratio") << "hours / price";
        QTest::newRow("power") << "hours ^ 0.5 * price ^ 2";
        QTest::newRow("with a limit") << "min(hours * price, 500)";
    }
    void theIndexAgreesWithNestedSampling() {
        QFETCH(QString, formula);
        Document document = bound(ClaimsRule::weighted);
        Model model = *document.models[0];
        model.formulas[0].formula = formula.toStdString();
        document.models[0] = Row(model);
        const Run run = runOf(document);
        const std::vector<NextCheck> checks = checkNext(document, *document.scenarios[0], run, total);
        const auto price = std::find_if(run.inputs.begin(), run.inputs.end(),
                                        [](const InputSummary& input) { return input.id.value == "price"; });
        constexpr int points = 128;
        std::vector<double> sorted(price->samples->begin(), price->samples->end());
        std::sort(sorted.begin(), sorted.end());
        double sum = 0, squares = 0;
        for (int i = 0; i < points; ++i) {
            Scenario held = *document.scenarios[0];
            for (ScenarioInput& input : held.inputs)
                if (input.input.value == "price")
                    input.text = std::to_string(sorted[static_cast<std::size_t>((i + 0.5) / points * 32768)]);
            const double mean = simulate(model, held, runOptions(1024)).value().outputs[0].mean;
            sum += mean;
            squares += mean * mean;
        }
        const double nested =
            (squares / points - sum / points * sum / points) / (run.outputs[0].sd * run.outputs[0].sd);
        QVERIFY2(isNear(checks.front().ofSpread, nested, 0.05),
                 qPrintable(QStringLiteral("%1 %2").arg(checks.front().ofSpread).arg(nested)));
    }
};

const Registered<TestLeaveOut> registered("leave_out");

} // namespace assay::test

#include "tst_leave_out.moc"
