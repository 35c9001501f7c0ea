// Brushed ranges: chances between two values, and what an input is when the outcome lies in a band.
#include "core/chart/brush.h"
#include "core/chart/builders.h"
#include "core/scenario/condition.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/core/chart/sample_runs.h"
#include "tests/test.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::test {

class TestBrush : public Test {
    Q_OBJECT
private slots:
    void aRangeIsWithinTheAxisAndHasAWidth_data() {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const double none = 0;
        QTest::newRow("no width") << 5.0 << 5.0 << none << none;
        QTest::newRow("beyond the axis") << 200.0 << 300.0 << none << none;
        QTest::newRow("no number") << std::nan("") << 5.0 << none << none;
        QTest::newRow("infinite") << 5.0 << std::numeric_limits<double>::infinity() << none << none;
        QTest::newRow("as drawn") << 2.0 << 5.0 << 2.0 << 5.0;
        QTest::newRow("from right to left") << 5.0 << 2.0 << 2.0 << 5.0;
        QTest::newRow("three digits") << 2.00312 << 4.9999 << 2.0 << 5.0;
        QTest::newRow("over the end") << 50.0 << 500.0 << 50.0 << 100.0;
    }
    void aRangeIsWithinTheAxisAndHasAWidth() {
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(double, low);
        QFETCH(double, high);
        const Axis axis{AxisKind::log, {}, "USD", 1, 100, {}};
        const std::optional<ValueRange> range = rangeOn(axis, ValueRange{from, to});
        QCOMPARE(range.has_value(), high > 0);
        if (range)
            QCOMPARE(*range, (ValueRange{low, high}));
        QVERIFY(!rangeOn(axis, std::nullopt));
    }

    void chancesAreCountedFromAllSamples() {
        std::vector<double> samples;
        for (int i = 1; i <= 1000; ++i)
            samples.push_back(i);
        const OutputSummary output = outputOfSamples("x", "X", "USD", samples);
        QCOMPARE(chanceBetween(output, {250, 500}).percent.low, 25.0);
        QCOMPARE(chanceBetween(output, {1000, 2000}).percent.low, 0.0);
        const double above = chanceAbove(output, 250).percent.low - chanceAbove(output, 500).percent.low;
        QCOMPARE(chanceBetween(output, {250, 500}).percent.low, above);
    }

    void aRangeIsShadedAndHasTwoEndsToTake_data() {
        QTest::addColumn<QString>("chart");
        QTest::newRow("costs") << "cost-by-scenario";
        QTest::newRow("hours") << "gpu-hours";
    }
    void aRangeIsShadedAndHasTwoEndsToTake() {
        QFETCH(QString, chart);
        const auto build = findChart(chart.toStdString())->build;
        const ChartSpec plain = *build(sampleContext());
        QVERIFY(plain.brush && !plain.brush->range);
        QVERIFY(plain.handles.empty());
        const ChartSpec spec = *build(sampleWith([&](ChartContext& context) { context.range = ValueRange{2e6, 8e6}; }));
        QCOMPARE(*spec.brush->range, (ValueRange{2e6, 8e6}));
        QCOMPARE(spec.handles.size(), std::size_t(2));
        QCOMPARE(spec.handles.front().kind, HandleKind::rangeLow);
        QCOMPARE(spec.handles.front().at.x, 2e6);
        QCOMPARE(spec.columns.size(), plain.columns.size() + 1);
        QCOMPARE(spec.columns.back().substr(0, 2), std::string("P("));
        for (const Datum& datum : spec.data)
            QCOMPARE(datum.cells.size(), spec.columns.size());
        const auto counted = std::count_if(spec.data.begin(), spec.data.end(),
                                           [](const Datum& datum) { return datum.cells.back().number.has_value(); });
        QVERIFY(counted > 0);
    }

    void aBandOfTheOutcomeShiftsTheInput() {
        const Document document = sampleDocument();
        const ScenarioId id{"from-compute"};
        ChartContext context = contextOfSample(document, id);
        const ChartSpec plain = *buildScatter(context);
        QCOMPARE(plain.brush->along, Along::y);
        const Run& run = *context.runs.front();
        const OutputSummary& output = *findOutput(run, plain.data.front().ids.output);
        context.range = ValueRange{output.p50, output.p95};
        const ChartSpec spec = *buildScatter(context);
        const Datum& given = spec.data.back();
        const ValueRange shown = *spec.brush->range;
        // the same question asked of the engine
        const Result<Given> engine = condition(
            run, output.id, "interval(" + std::to_string(shown.low) + ", " + std::to_string(shown.high) + ")");
        QVERIFY(engine);
        const auto input = std::find_if(engine->inputs.begin(), engine->inputs.end(), [&](const GivenSummary& one) {
            return one.id == plain.data.front().ids.input;
        });
        QVERIFY(input != engine->inputs.end());
        QCOMPARE(*given.cells.back().number, engine->effectiveSamples);
        QVERIFY(std::abs(*given.cells[0].number - input->p5) <= 1e-9 * std::abs(input->p5));
        QVERIFY(std::abs(given.at.x - input->p50) <= 1e-9 * std::abs(input->p50));
        QVERIFY(spec.notes.front().find("effective samples") != std::string::npos);
    }
    void tooFewSamplesSayNothing() {
        const Document document = sampleDocument();
        ChartContext context = contextOfSample(document, ScenarioId{"from-compute"}, 1024);
        const ChartSpec plain = *buildScatter(context);
        context.range = ValueRange{plain.y.high * 0.98, plain.y.high};
        const ChartSpec spec = *buildScatter(context);
        QCOMPARE(spec.data.size(), plain.data.size());
        QVERIFY(spec.notes.front().find("too few") != std::string::npos);
    }
};

const Registered<TestBrush> registered("brush");

} // namespace assay::test

#include "tst_brush.moc"
