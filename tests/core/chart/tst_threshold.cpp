// A threshold across costs and GPU-hours: what cannot be drawn is not, and every chance is a count of samples.
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/threshold.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"

#include <cmath>
#include <limits>

namespace assay::test {
namespace {

using Build = Result<ChartSpec> (*)(const ChartContext&);

ChartSpec drawn(Build build, std::optional<double> threshold, ChartContext context = sampleContext()) {
    context.threshold = threshold;
    return build(context).value();
}

int rules(const ChartSpec& spec, const std::string& label) {
    int count = 0;
    for (const Rule& rule : marksOf<Rule>(spec))
        count += rule.label == label ? 1 : 0;
    return count;
}

} // namespace

class TestThreshold : public Test {
    Q_OBJECT
private slots:
    void aThresholdOffTheAxisIsNone_data() {
        QTest::addColumn<double>("asked");
        QTest::newRow("not a number") << std::nan("");
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
        QTest::newRow("zero on a log axis") << 0.0;
        QTest::newRow("negative on a log axis") << -5e6;
        QTest::newRow("beyond all costs") << 1e15;
        QTest::newRow("below all costs") << 1.0;
    }
    void aThresholdOffTheAxisIsNone() {
        QFETCH(double, asked);
        for (const Build build : {buildCostByScenario, buildGpuHours}) {
            const ChartSpec spec = drawn(build, asked);
            QVERIFY(spec == drawn(build, std::nullopt));
            QVERIFY(!spec.threshold);
        }
    }

    void everyRowSaysHowOftenItLiesAbove() {
        const ChartSpec spec = drawn(buildCostByScenario, 2e7);
        QCOMPARE(spec.columns.back(), std::string("P(> $20M)"));
        QCOMPARE(rules(spec, "P(> $20M)"), 1);
        for (const Datum& datum : spec.data) {
            QCOMPARE(datum.cells.size(), spec.columns.size());
            const Run* run = runOf(sampleContext(), datum.ids.scenario);
            if (!run)
                continue; // the headline claim
            const OutputSummary& o = *findOutput(*run, datum.ids.output);
            double above = 0;
            for (const double sample : *o.samples)
                above += sample > 2e7 ? 1 : 0;
            QCOMPARE(*datum.cells.back().number, 100 * above / static_cast<double>(o.samples->size()));
            QVERIFY2(datum.tip.find("P(> $20M) = " + datum.cells.back().text) != std::string::npos, datum.tip.c_str());
        }
    }

    void onACurveTheDotLiesAtItsChance() {
        const ChartSpec spec = drawn(buildGpuHours, 3e6);
        int hollow = 0;
        for (const Dot& dot : marksOf<Dot>(spec))
            if (dot.fill == Fill::hollow) {
                QCOMPARE(dot.at.x, 3e6);
                QCOMPARE(dot.at.y, *spec.data.at(std::size_t(dot.datum)).cells.back().number);
                ++hollow;
            }
        QCOMPARE(hollow, 3);
        for (const Datum& datum : spec.data)
            QCOMPARE(datum.cells.size(), spec.columns.size());
    }

    void theLineStandsWhereItsLabelSays() {
        const ChartSpec spec = drawn(buildCostByScenario, 12345678.9);
        QCOMPARE(spec.threshold, std::optional(1.23e7));
        QCOMPARE(rules(spec, "P(> $12.3M)"), 1);
    }

    void samplesWithoutANumberAreNotCounted() {
        const OutputSummary o = outputOfSamples("c", "C", "USD", {1, 2, 3, 4, std::nan(""), std::nan("")});
        QCOMPARE(chanceAbove(o, 2).percent.low, 50.0);
        QCOMPARE(chanceAbove(outputOfSamples("c", "C", "USD", {std::nan("")}), 2).text, std::string("not a number"));
    }

    void aFixedNumberLeavesNoDoubt() {
        const OutputSummary o = outputOfSamples("c", "C", "USD", std::vector<double>(5000, 7));
        QCOMPARE(chanceAbove(o, 6).text, std::string("100%"));
        QCOMPARE(chanceAbove(o, 7).text, std::string("0%"));
    }

    void ofABandTheChanceIsARange() {
        OutputSummary o = outputOfSamples("c", "C", "USD", {1, 2, 3, 4});
        Band band;
        for (int i = 0; i < 200; ++i) {
            band.lowest.push_back(1 + i * 0.01); // 1 to 3
            band.highest.push_back(2 + i * 0.01);
        }
        o.band = band;
        const Exceeding chance = chanceAbove(o, 2.5);
        QVERIFY(std::abs(chance.percent.low - 25) < 1 && std::abs(chance.percent.high - 75) < 1);
        QVERIFY2(chance.text.find("% to ") != std::string::npos, chance.text.c_str());
        QVERIFY(!exceedingCell(chance).number);
    }
};

const Registered<TestThreshold> registered("threshold");

} // namespace assay::test

#include "tst_threshold.moc"
