// Without each claim: what is missing is said, the ghost is the whole, and every row leads to its claim.
#include "core/chart/builders.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"

namespace assay::test {
namespace {

ChartContext about(const char* scenario) {
    return sampleWith([&](ChartContext& context) { context.scenario = ScenarioId{scenario}; });
}

} // namespace

class TestClaimsLeftOut : public Test {
    Q_OBJECT
private slots:
    void whatIsMissingIsSaid_data() {
        QTest::addColumn<ChartContext>("context");
        QTest::newRow("nothing at all") << ChartContext{};
        QTest::newRow("no scenario stands on a claim") << contextOfScenarios(2, "S");
        QTest::newRow("nobody works it out") << sampleWith([](ChartContext& context) { context.leaveOut = nullptr; });
        QTest::newRow("it cannot be worked out") << sampleWith([](ChartContext& context) {
            context.leaveOut = [](const ScenarioId&, const VariableId&) -> Result<LeaveOneOut> {
                return Error(ErrorCode::cancelled);
            };
        });
    }
    void whatIsMissingIsSaid() {
        QFETCH(ChartContext, context);
        const Result<ChartSpec> spec = buildClaimsLeftOut(context);
        QVERIFY(!spec);
        QCOMPARE(spec.error().code, ErrorCode::chartEmpty);
    }
    void onlyScenariosOnClaimsFit() {
        const ChartContext context = sampleContext();
        QVERIFY(claimsFit(context, *find(context.scenarios, ScenarioId{"as-disclosed"})));
        QVERIFY(!claimsFit(context, *find(context.scenarios, ScenarioId{"from-compute"})));
    }
    void theGhostIsTheResultWithAllClaims() {
        const ChartSpec spec = buildClaimsLeftOut(about("as-disclosed")).value();
        const OutputSummary& rental = sampleContext().runs[0]->outputs[1];
        const std::vector<Bar> bars = marksOf<Bar>(spec);
        QCOMPARE(bars.size(), std::size_t(1));
        QVERIFY(bars[0].ink.role == InkRole::ghost);
        QCOMPARE(bars[0].from.x, rental.p5);
        QCOMPARE(bars[0].to.x, rental.p95);
        QCOMPARE(marksOf<Rule>(spec).at(0).at, rental.p50);
    }
    void aRowPerClaimTheFirstInTheTitle() {
        const ChartSpec spec = buildClaimsLeftOut(about("as-disclosed")).value();
        QCOMPARE(spec.title, std::string("Without $5.576M (DeepSeek) the rental cost would be $17M instead of $5.6M"));
        QCOMPARE(spec.data.size(), std::size_t(2));
        QCOMPARE(spec.data[0].ids.claims, std::vector<ClaimId>{ClaimId{"c1"}});
        QCOMPARE(spec.data[1].ids.claims, std::vector<ClaimId>{ClaimId{"c9"}});
        QCOMPARE(spec.y.categories.size(), std::size_t(2));
        QCOMPARE(spec.data[0].cells.size(), spec.columns.size());
        const std::vector<Span> spans = marksOf<Span>(spec);
        QVERIFY(spans[0].to.x > spans[1].to.x);
    }
    void whatActsThroughALinkedScenarioSaysSo() {
        ChartContext context = about("as-disclosed");
        context.leaveOut = [whole = context.leaveOut](const ScenarioId& scenario, const VariableId& output) {
            LeaveOneOut all = whole(scenario, output).value();
            all.claims[0].through = ScenarioId{"from-compute"};
            return Result<LeaveOneOut>(all);
        };
        const ChartSpec spec = buildClaimsLeftOut(context).value();
        QCOMPARE(spec.data[0].ids.scenario, ScenarioId{"from-compute"}); // where its input is
        QCOMPARE(spec.data[1].ids.scenario, ScenarioId{"as-disclosed"});
        QVERIFY(!spec.data[0].cells.back().text.empty() && spec.data[1].cells.back().text.empty());
        QVERIFY(spec.data[0].tip.find("Through ") != std::string::npos);
        QVERIFY(spec.y.categories[0].note.find(", through ") != std::string::npos);
    }
    void aScenarioThatIsFedByOneOnClaimsFits() {
        ChartContext context = sampleContext();
        Scenario fed = *find(context.scenarios, ScenarioId{"from-compute"});
        fed.inputs.push_back(
            ScenarioInput{VariableId{"x"}, "1", Basis{BasisKind::scenario, {}, "as-disclosed/rental_cost", {}}});
        QVERIFY(!claimsFit(context, *find(context.scenarios, fed.id)));
        for (Row<Scenario>& row : context.scenarios)
            if (row->id == fed.id)
                row = Row(fed);
        QVERIFY(claimsFit(context, fed));
    }
    void aClaimThatMovesNothingSaysSo() {
        ChartContext context = about("as-disclosed");
        context.leaveOut = [whole = context.leaveOut](const ScenarioId& scenario, const VariableId& output) {
            LeaveOneOut all = whole(scenario, output).value();
            for (LeftOut& left : all.claims) {
                left.points = all.whole;
                left.moved = 0;
            }
            return Result<LeaveOneOut>(all);
        };
        const ChartSpec spec = buildClaimsLeftOut(context).value();
        QCOMPARE(spec.title, std::string("No single claim moves the rental cost"));
        QCOMPARE(marksOf<Label>(spec).at(0).text, std::string("no change"));
    }
};

const Registered<TestClaimsLeftOut> registered("claims_left_out");

} // namespace assay::test

#include "tst_claims_left_out.moc"
