// Scenario against scenario: what cannot be compared is said, samples meet by index only where they share draws, and
// the title, the marks and the table say what the pairs say.
#include "core/chart/builders.h"
#include "core/chart/format.h"
#include "core/chart/pairing.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace assay::test {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Two scenarios of one model with these rental costs.
ChartContext twoCosts(const std::vector<double>& a, const std::vector<double>& b, const std::string& name = "S") {
    ChartContext context = contextOfScenarios(2, name);
    const auto give = [&](const char* id, const std::vector<double>& samples) {
        changeRun(context, id,
                  [&](Run& run) { run.outputs = {outputOfSamples("rental_cost", "Rental cost", "USD", samples)}; });
    };
    give("s0", a);
    give("s1", b);
    return context;
}

template <class Change>
ChartContext withSecond(Change change) {
    ChartContext context = twoCosts({1, 2, 3}, {3, 2, 1});
    changeRun(context, "s1", change);
    return context;
}

Result<ChartSpec> drawn(const ChartContext& context) { return buildScenarioDifference(context); }

Difference difference(const ChartContext& context, const char* scenario = "s0") {
    return differenceOf(context, *comparedPair(context, ScenarioId{scenario}));
}

bool holds(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

/// With plain spaces for those that hold words together.
std::string plain(std::string text) {
    for (std::size_t at = 0; (at = text.find("\u00a0", at)) != std::string::npos;)
        text.replace(at, 2, " ");
    return text;
}

std::string titleOf(const ChartContext& context) { return plain(drawn(context)->title); }

bool isNear(double value, double expected, double within) { return std::abs(value - expected) <= within; }

/// Areas of the difference, right or left of none.
std::vector<Area> sides(const ChartSpec& spec) {
    std::vector<Area> areas;
    for (const Area& area : marksOf<Area>(spec))
        if (area.datum == 2)
            areas.push_back(area);
    return areas;
}

} // namespace

class TestScenarioDifference : public Test {
    Q_OBJECT
private slots:
    void whatCannotBeComparedIsSaid_data() {
        QTest::addColumn<ChartContext>("context");
        const auto row = [](const char* why, const ChartContext& context) { QTest::newRow(why) << context; };
        row("no scenario", {});
        row("one scenario", contextOfScenarios(1, "S"));
        row("no run of the other yet", [] {
            ChartContext context = contextOfScenarios(2, "S");
            context.runs.pop_back();
            return context;
        }());
        row("another unit", withSecond([](Run& run) { run.outputs[0].unit = "KRW"; }));
        row("another chip's hours", [] {
            ChartContext context = withSecond([](Run& run) { run.outputs[0].unit = "H100*h"; });
            changeRun(context, "s0", [](Run& run) { run.outputs[0].unit = "H800*h"; });
            return context;
        }());
        row("another scale", withSecond([](Run& run) { run.outputs[0].unitScale = 1000; }));
        row("another output", withSecond([](Run& run) { run.outputs[0].id.value = "acquisition_cost"; }));
        row("no samples kept", withSecond([](Run& run) { run.outputs[0].samples = nullptr; }));
        row("no number at all", withSecond([](Run& run) { run.outputs[0].p50 = nan; }));
        row("never a number in both", twoCosts({1, nan}, {nan, 1}));
        row("the other is not shown", [] {
            ChartContext context = twoCosts({1, 2}, {2, 1});
            context.scenarios.pop_back();
            return context;
        }());
    }
    void whatCannotBeComparedIsSaid() {
        QFETCH(ChartContext, context);
        const Result<ChartSpec> spec = drawn(context);
        QVERIFY(!spec);
        QVERIFY(spec.error().code == ErrorCode::chartEmpty);
        QCOMPARE(spec.error().details.at(0), std::string("another scenario with the same result in the same unit"));
    }

    void aChosenResultThatNobodySharesLeavesTheChoiceOpen() {
        ChartContext context = twoCosts({1, 2, 3}, {3, 2, 1});
        changeRun(context, "s0", [](Run& run) {
            run.outputs.push_back(outputOfSamples("staff_cost", "Staff", "USD", {1, 2, 3}));
        });
        context.scenario = ScenarioId{"s0"};
        context.output = VariableId{"staff_cost"};
        QVERIFY(!drawn(context));
        QVERIFY(differenceFits(context, *context.scenarios[0]));
        QVERIFY(comparableScenarios(context, *context.scenarios[0]).empty());
    }

    void badSamplesNeverCrash_data() {
        QTest::addColumn<QVector<double>>("a");
        QTest::addColumn<QVector<double>>("b");
        const double infinite = std::numeric_limits<double>::infinity();
        using List = QVector<double>;
        QTest::newRow("one sample") << List{5e6} << List{4e6};
        QTest::newRow("zero variance in both") << List(100, 5e6) << List(100, 4e6);
        QTest::newRow("zero variance in one") << List(4, 5e6) << List{1e6, 2e6, 3e6, 9e6};
        QTest::newRow("all the same") << List(100, 5e6) << List(100, 5e6);
        QTest::newRow("all zero") << List(10, 0.0) << List(10, 0.0);
        QTest::newRow("negative") << List{-3, -2, -1} << List{-1, -9, -4};
        QTest::newRow("infinite among numbers") << List{1, infinite, 3, 5} << List{1, 2, -infinite, 4};
        QTest::newRow("not a number among numbers") << List{1, nan, 3, 5} << List{nan, 2, 3, 4};
        QTest::newRow("huge and tiny") << List{1e-300, 1, 1e300} << List{-1e300, 1, 1e-300};
        QTest::newRow("an overflowing difference") << List{1.7e308, 1, 2} << List{-1.7e308, 1, 3};
        QTest::newRow("different counts") << List{1, 2, 3, 4, 5} << List{5, 1};
    }
    void badSamplesNeverCrash() {
        QFETCH(QVector<double>, a);
        QFETCH(QVector<double>, b);
        const ChartContext context = twoCosts({a.begin(), a.end()}, {b.begin(), b.end()});
        const Result<ChartSpec> spec = drawn(context);
        QVERIFY(spec.has_value());
        QVERIFY(std::isfinite(spec->x.high - spec->x.low) && spec->x.low < spec->x.high);
        QVERIFY(spec->x.low <= 0 && spec->x.high >= 0);
        QCOMPARE(spec->data.size(), std::size_t(3));
        for (const Datum& datum : spec->data) {
            QCOMPARE(datum.cells.size(), spec->columns.size());
            QVERIFY(std::isfinite(datum.at.x));
        }
        QVERIFY2(holds(plain(spec->title), "P(A > B) "), spec->title.c_str());
        QVERIFY(spec->notes.size() <= 2);
    }

    void pairsWithoutANumberAreCountedAndLeftOut() {
        const ChartContext context = twoCosts({1, nan, 3, 5, 7}, {nan, 2, 2, 4, 9});
        const Difference d = difference(context);
        QCOMPARE(d.pairs, std::uint64_t(3));
        QCOMPARE(d.left, std::uint64_t(2));
        QCOMPARE(d.higher, std::uint64_t(2));
        QCOMPARE(d.summary.p50, 1.0);
        QCOMPARE(drawn(context)->notes.at(0),
                 std::string("2 of 5 pairs are left out: a sample of them gave no number."));
    }

    void fiveHundredScenariosAreComparedInNoTime() {
        const ChartContext context = contextOfScenarios(500, "S");
        for (const Row<Scenario>& scenario : context.scenarios)
            QVERIFY(differenceFits(context, *scenario));
        QCOMPARE(comparableScenarios(context, *context.scenarios[7]).size(), std::size_t(499));
    }

    void hostileNamesAreWordsInFull() {
        const std::string name = "<img src='/etc/passwd'> %s%n";
        const ChartSpec spec = *drawn(twoCosts({1, 2, 3}, {0.5, 1, 2}, name));
        QVERIFY2(holds(spec.title, "<img src='/etc/passwd'> %s%n 0"), spec.title.c_str());
        QCOMPARE(spec.y.categories[1].label, "B: " + name + " 1");
    }

    void samplesOfOneModelMeetByIndex() {
        const std::vector<double> a = lognormalSamples(5e6, 0.5, 4096);
        std::vector<double> b(a.size());
        std::transform(a.begin(), a.end(), b.begin(), [](double value) { return 0.9 * value; });
        const ChartContext context = twoCosts(a, b); // overlap nearly wholly, yet A is always the higher one
        const Difference d = difference(context);
        QVERIFY(d.sharesDraws);
        QCOMPARE(d.higher, std::uint64_t(4096));
        QVERIFY(isNear(d.summary.p50, 0.1 * outputOfSamples("x", "X", "USD", a).p50, 1e-6));
        QVERIFY2(holds(titleOf(context), "higher in S 0 than in S 1, P(A > B) > 99.9%"), titleOf(context).c_str());
        QVERIFY(holds(drawn(context)->subtitle, "same draws"));
    }

    void samplesOfDifferentModelsMeetByLot() {
        const std::vector<double> a = lognormalSamples(5e6, 0.5, 8192);
        ChartContext context = twoCosts(a, a); // equal streams of two models mean nothing
        changeRun(context, "s1", [](Run& run) { run.model.value = "another-model"; });
        const Difference d = difference(context);
        QVERIFY(!d.sharesDraws);
        QVERIFY(isNear(static_cast<double>(d.higher) / 8192.0, 0.5, 0.02));
        QVERIFY(isNear(d.summary.mean, 0, 0.02 * 5e6));
        // independent: the variances add up
        const double sd = outputOfSamples("x", "X", "USD", a).p95; // only a scale
        QVERIFY(d.summary.p95 > 0.2 * sd);
        QVERIFY(difference(context).summary.p5 == d.summary.p5); // the lots are the same each time
        QVERIFY(holds(drawn(context)->subtitle, "paired by lot"));
        QVERIFY2(holds(titleOf(context), "either may be the higher: P(A > B) = "), titleOf(context).c_str());
    }

    void aScenarioThatTakesTheOthersSamplesMeetsThem() {
        ChartContext context = twoCosts({1, 2, 3, 4}, {2, 4, 6, 8});
        changeRun(context, "s1", [](Run& run) { run.model.value = "another-model"; });
        Scenario taking = *context.scenarios[1];
        ScenarioInput input;
        input.input.value = "base";
        input.basis.kind = BasisKind::scenario;
        input.basis.reference = "s0/rental_cost";
        taking.inputs.push_back(input);
        context.scenarios[1] = Row<Scenario>(taking);
        QVERIFY(difference(context).sharesDraws);
        QCOMPARE(difference(context).summary.p50, -2.5);
    }

    void otherSeedsShareNoDraws() {
        const ChartContext context = withSecond([](Run& run) { run.seed = 2; });
        QVERIFY(!difference(context).sharesDraws);
    }

    void theOneAskedForIsTheOther() {
        ChartContext context = contextOfScenarios(4, "S");
        context.scenario = ScenarioId{"s1"};
        QCOMPARE(drawn(context)->data[1].ids.scenario.value, std::string("s0"));
        context.against = ScenarioId{"s3"};
        QCOMPARE(drawn(context)->data[0].ids.scenario.value, std::string("s1"));
        QCOMPARE(drawn(context)->data[1].ids.scenario.value, std::string("s3"));
        context.against = ScenarioId{"s1"}; // itself, and one that is gone: its own choice
        QCOMPARE(drawn(context)->data[1].ids.scenario.value, std::string("s0"));
        context.against = ScenarioId{"gone"};
        QCOMPARE(drawn(context)->data[1].ids.scenario.value, std::string("s0"));
    }

    void aScenarioOfTheSameModelIsPreferred() {
        ChartContext context = contextOfScenarios(3, "S");
        changeRun(context, "s0", [](Run& run) { run.model.value = "another-model"; });
        context.scenario = ScenarioId{"s2"};
        QCOMPARE(drawn(context)->data[1].ids.scenario.value, std::string("s1"));
    }

    void theWidestCostThatBothHaveIsCompared() {
        ChartContext context = sampleContext();
        context.scenario = ScenarioId{"owned-cluster"}; // nobody else has its programme cost
        const ChartSpec spec = *drawn(context);
        QCOMPARE(spec.data[0].ids.output, spec.data[1].ids.output);
        QCOMPARE(spec.data[0].ids.output.value, std::string("gpu_hours"));
    }

    void bothWaysSayTheSame() {
        ChartContext context = twoCosts(lognormalSamples(6e6, 0.3, 2048), lognormalSamples(5e6, 0.6, 2048));
        const Difference ab = difference(context, "s0"), ba = difference(context, "s1");
        QCOMPARE(ab.higher + ab.equal + ba.higher, ab.pairs);
        QVERIFY(isNear(ab.summary.p5, -ba.summary.p95, 1e-6));
        QVERIFY(isNear(ab.summary.mean, -ba.summary.mean, 1e-6));
        context.scenario = ScenarioId{"s1"};
        QVERIFY2(holds(titleOf(context), "lower in S 1 than in S 0, P(A > B) = "), titleOf(context).c_str());
    }

    void theTableHoldsWhatIsDrawn() {
        const ChartContext context = twoCosts(lognormalSamples(6e6, 0.3, 2048), lognormalSamples(5e6, 0.6, 2048));
        const ChartSpec spec = *drawn(context);
        const Difference d = difference(context);
        QCOMPARE(spec.columns.back(), std::string("P(A > B)"));
        QCOMPARE(spec.data[2].cells[1].number, std::optional(d.summary.p5));
        QCOMPARE(spec.data[2].cells[3].number, std::optional(d.summary.p50));
        QCOMPARE(spec.data[2].cells[7].number, std::optional(d.summary.sd));
        QCOMPARE(*spec.data[2].cells[8].number, 100.0 * static_cast<double>(d.higher) / 2048.0);
        QCOMPARE(spec.data[0].cells[3].number, std::optional(context.runs[0]->outputs[0].p50));
        QCOMPARE(spec.data[1].cells[3].number, std::optional(context.runs[1]->outputs[0].p50));
        for (const Dot& dot : marksOf<Dot>(spec))
            QCOMPARE(spec.data.at(std::size_t(dot.datum)).at, dot.at);
    }

    void theDifferenceIsPartedAtZero() {
        const ChartSpec spec = *drawn(twoCosts(lognormalSamples(6e6, 0.3, 4096), lognormalSamples(5e6, 0.6, 4096)));
        const std::vector<Area> areas = sides(spec);
        QCOMPARE(areas.size(), std::size_t(2));
        for (const Point& point : areas[0].points)
            QVERIFY(point.x >= 0);
        for (const Point& point : areas[1].points)
            QVERIFY(point.x <= 0);
        QVERIFY(areas[0].ink != areas[1].ink);
        int said = 0;
        for (const Label& label : marksOf<Label>(spec))
            said += label.text.starts_with("A higher: ") || label.text.starts_with("B higher: ") ? 1 : 0;
        QCOMPARE(said, 2);
    }

    void aSideWithoutSamplesSaysNothing() {
        const ChartSpec spec = *drawn(twoCosts({4, 5, 6, 9}, {1, 2, 3, 4}));
        for (const Label& label : marksOf<Label>(spec))
            QVERIFY2(!label.text.starts_with("B higher"), label.text.c_str());
        for (const Area& area : sides(spec))
            for (const Point& point : area.points)
                QVERIFY(point.x >= 0);
    }

    void fixedNumbersAreAPlainDifference() {
        const ChartSpec spec = *drawn(twoCosts(std::vector<double>(50, 5e6), std::vector<double>(50, 3.5e6)));
        QCOMPARE(plain(spec.title), std::string("Rental cost: higher in S 0 than in S 1, P(A > B) = 100%, by $1.5M"));
        QVERIFY(marksOf<Area>(spec).empty());
    }

    void equalResultsAreCalledSo() {
        const ChartSpec spec = *drawn(twoCosts({1, 2, 3}, {1, 2, 3}));
        QCOMPARE(plain(spec.title),
                 std::string("Rental cost: the same in S 0 and in S 1, sample by sample, P(A > B) = 0%"));
    }

    void aBandIsNoDistribution() {
        ChartContext context = twoCosts(lognormalSamples(6e6, 0.3, 256), lognormalSamples(5e6, 0.6, 256));
        changeRun(context, "s1", [](Run& run) {
            Band band;
            band.p5 = {2e6, 3e6};
            band.p50 = {4e6, 6e6};
            band.p95 = {9e6, 12e6};
            band.lowest = {2e6, 4e6, 9e6};
            band.highest = {3e6, 6e6, 12e6};
            run.outputs[0].band = band;
        });
        const ChartSpec spec = *drawn(context);
        for (const Area& area : marksOf<Area>(spec))
            QVERIFY(area.datum != 1);
        QVERIFY(spec.x.high >= 12e6);
        QCOMPARE(spec.notes.size(), std::size_t(1));
        QVERIFY2(holds(spec.notes[0], "Dashed") && holds(spec.notes[0], "at their middle"), spec.notes[0].c_str());
    }

    void everyNumberLeadsBack() {
        ChartContext context = sampleContext();
        context.scenario = ScenarioId{"as-disclosed"};
        const ChartSpec spec = *drawn(context);
        QCOMPARE(spec.data[0].ids.scenario.value, std::string("as-disclosed"));
        QVERIFY(!spec.data[0].ids.claims.empty() && !spec.data[2].ids.claims.empty());
        QVERIFY(spec.data[2].ids.scenario.empty()); // of neither: the chosen scenario's frame is not round it
        const auto says = [&](const char* part) {
            return std::any_of(spec.footer.begin(), spec.footer.end(),
                               [&](const std::string& text) { return holds(text, part); });
        };
        QVERIFY(says("seed 1") && says("n = 131,072") && says("Model"));
    }
};

const Registered<TestScenarioDifference> registered("scenario_difference");

} // namespace assay::test

#include "tst_scenario_difference.moc"
