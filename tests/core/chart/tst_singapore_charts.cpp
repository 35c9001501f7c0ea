// The two pictures of the Singapore model: each mark against the model's own equation.
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/singapore.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"

#include <algorithm>
#include <cmath>

namespace assay::test {
namespace {

const ScenarioId january{"singapore-january-2025"};

ChartSpec heatMap(const ChartContext& context) { return buildSingaporeHeatMap(context).value(); }
ChartSpec waterfall(const ChartContext& context) { return buildSingaporeWaterfall(context).value(); }

SingaporePoint middle() { return singaporeEvidence(*runOf(sampleContext(), january))->middle; }

ChartContext withInput(const char* id, double p5, double p50, double p95) {
    return sampleWith([&](ChartContext& c) {
        changeRun(c, "singapore-january-2025", [&](Run& run) {
            for (InputSummary& input : run.inputs)
                if (input.id.value == id) {
                    input.p5 = p5;
                    input.p50 = p50;
                    input.p95 = p95;
                }
        });
    });
}

} // namespace

class TestSingaporeCharts : public Test {
    Q_OBJECT
private slots:
    void anotherModelHasNeitherPicture() {
        ChartContext context = sampleContext();
        context.scenario = ScenarioId{"as-disclosed"};
        for (const Result<ChartSpec>& spec : {buildSingaporeHeatMap(context), buildSingaporeWaterfall(context)}) {
            QVERIFY(!spec);
            QVERIFY(spec.error().code == ErrorCode::chartEmpty);
        }
        const Scenario& disclosed = *find(context.scenarios, ScenarioId{"as-disclosed"});
        QVERIFY(!singaporeFits(context, disclosed) && !waterfallFits(context, disclosed));
    }
    void aStepThatIsMissingLeavesNoWaterfall() {
        const ChartContext context = sampleWith([](ChartContext& c) {
            changeRun(c, "singapore-january-2025", [](Run& run) {
                std::erase_if(run.outputs, [](const OutputSummary& o) { return o.id.value == "compute_revenue"; });
            });
        });
        QVERIFY(!buildSingaporeWaterfall(context));
    }
    void anInputThatIsNoNumberLeavesNoMap() {
        QVERIFY(!buildSingaporeHeatMap(withInput("gpu_price", 1, std::nan(""), 2)));
    }

    void everyLineOfTheMapIsWhereTheModelHasThatManyGpus() {
        const ChartSpec spec = heatMap(sampleContext());
        int lines = 0;
        for (const Curve& curve : marksOf<Curve>(spec)) {
            if (curve.datum < 0)
                continue; // the paper under a line
            const double gpus = *spec.data.at(std::size_t(curve.datum)).cells[3].number;
            for (const Point& point : curve.points)
                QVERIFY(std::abs(divertedGpus(middle(), point.x / 100, point.y / 100) / gpus - 1) < 1e-9);
            ++lines;
        }
        QVERIFY(lines >= 3 && lines <= 8);
    }

    void theColoursFollowTheModel() {
        const ChartSpec spec = heatMap(sampleContext());
        const HeatField field = marksOf<HeatField>(spec).at(0);
        for (const auto& [column, row] : {std::pair(10, 10), std::pair(60, 40), std::pair(119, 0)}) {
            const double x = field.to.x * (column + 0.5) / field.columns;
            const double y = field.from.y * (1 - (row + 0.5) / field.rows);
            const double gpus = divertedGpus(middle(), x / 100, y / 100);
            const double share = std::log(gpus / spec.ramp->low) / std::log(spec.ramp->high / spec.ramp->low);
            const double drawn = field.values[std::size_t(row * field.columns + column)];
            QVERIFY(std::abs(drawn - std::clamp(share, 0.0, 1.0)) < 1e-12);
        }
        for (std::size_t i = 1; i < std::size_t(field.columns); ++i)
            QVERIFY(field.values[i] >= field.values[i - 1]); // more billed is never fewer GPUs
    }

    void theMarkerStandsAtTheMedians() {
        const ChartSpec spec = heatMap(sampleContext());
        const Dot dot = marksOf<Dot>(spec).at(0);
        QCOMPARE(dot.at.x, 18.15);
        QCOMPARE(dot.at.y, 15.0);
        const double gpus = *spec.data.at(std::size_t(dot.datum)).cells[3].number;
        QVERIFY(std::abs(gpus / divertedGpus(middle(), 0.1815, 0.15) - 1) < 1e-12);
    }

    void theEvidenceIsABoxOrALine_data() {
        QTest::addColumn<double>("billedLow");
        QTest::addColumn<double>("billedHigh");
        QTest::addColumn<double>("divertedLow");
        QTest::addColumn<double>("divertedHigh");
        QTest::addColumn<int>("boxes");
        QTest::addColumn<int>("lines");
        QTest::newRow("both inputs vary") << 15.0 << 22.0 << 2.0 << 40.0 << 1 << 0;
        QTest::newRow("diverted share alone") << 18.15 << 18.15 << 2.0 << 40.0 << 0 << 1;
        QTest::newRow("billed share alone") << 15.0 << 22.0 << 15.0 << 15.0 << 0 << 1;
        QTest::newRow("neither") << 18.15 << 18.15 << 15.0 << 15.0 << 0 << 0;
    }
    void theEvidenceIsABoxOrALine() {
        QFETCH(double, billedLow);
        QFETCH(double, billedHigh);
        QFETCH(double, divertedLow);
        QFETCH(double, divertedHigh);
        QFETCH(int, boxes);
        QFETCH(int, lines);
        ChartContext context = withInput("billed_share", billedLow, 18.15, billedHigh);
        changeRun(context, "singapore-january-2025", [&](Run& run) {
            for (InputSummary& input : run.inputs)
                if (input.id.value == "diverted_share") {
                    input.p5 = divertedLow;
                    input.p95 = divertedHigh;
                }
        });
        const ChartSpec spec = heatMap(context);
        QCOMPARE(int(marksOf<Bar>(spec).size()), boxes);
        QCOMPARE(int(marksOf<Span>(spec).size()), lines);
        QCOMPARE(int(spec.key.size()), boxes + lines);
        for (const Bar& bar : marksOf<Bar>(spec)) {
            QCOMPARE(bar.from, (Point{billedLow, divertedLow}));
            QCOMPARE(bar.to, (Point{billedHigh, divertedHigh}));
        }
    }

    void theAxesHoldTheEvidenceAndNeverPassAllOfIt() {
        for (const double high : {5.0, 40.0, 99.0}) {
            const ChartSpec spec = heatMap(withInput("diverted_share", 1, 3, high));
            QVERIFY(spec.y.high >= high && spec.y.high <= 100);
            QVERIFY(spec.x.low == 0 && spec.y.low == 0);
        }
    }

    void theWaterfallsBarsHangOnEachOther() {
        const ChartSpec spec = waterfall(sampleContext());
        const std::vector<Bar> bars = marksOf<Bar>(spec);
        QCOMPARE(bars.size(), std::size_t(6));
        QCOMPARE(bars.front().from.x, 0.0);
        double remaining = bars.front().to.x;
        for (std::size_t i = 1; i + 1 < bars.size(); ++i) {
            QCOMPARE(bars[i].to.x, remaining);
            QVERIFY(bars[i].from.x <= remaining);
            remaining = bars[i].from.x;
        }
        QCOMPARE(bars.back().to.x, remaining);
    }

    void whatIsTakenAwayAndWhatRemainsAddUp() {
        const ChartSpec spec = waterfall(sampleContext());
        double remaining = 0;
        for (const Datum& datum : spec.data) {
            QCOMPARE(datum.cells.size(), spec.columns.size());
            if (datum.cells[1].number)
                QVERIFY(std::abs(remaining - *datum.cells[1].number - *datum.cells[2].number) < 1e-6 * remaining);
            remaining = *datum.cells[2].number;
        }
    }

    void aStepByAssumptionIsHatched() {
        const ChartContext context = sampleWith([](ChartContext& c) {
            for (Row<Scenario>& row : c.scenarios)
                if (row->id == january) {
                    Scenario scenario = *row;
                    ScenarioInput cleared;
                    cleared.input.value = "cleared_share";
                    cleared.basis.kind = BasisKind::claims;
                    cleared.basis.claims.push_back(ClaimId{"c1"});
                    scenario.inputs.push_back(cleared);
                    row = Row<Scenario>(scenario);
                }
        });
        const ChartSpec spec = waterfall(context);
        for (const Bar& bar : marksOf<Bar>(spec)) {
            const Datum& datum = spec.data.at(std::size_t(bar.datum));
            if (bar.ink.role == InkRole::high)
                QCOMPARE(bar.fill == Fill::solid, datum.ids.input.value == "cleared_share");
            if (datum.ids.input.value == "cleared_share")
                QCOMPARE(datum.ids.claims, std::vector<ClaimId>{ClaimId{"c1"}});
        }
    }

    void theTitleEndsInGpus() {
        const std::string title = waterfall(sampleContext()).title;
        QVERIFY2(title.find("billed to Singapore, about $") != std::string::npos, title.c_str());
        QVERIFY2(title.ends_with("20K GPUs"), title.c_str());
    }
};

const Registered<TestSingaporeCharts> registered("singapore_charts");

} // namespace assay::test

#include "tst_singapore_charts.moc"
