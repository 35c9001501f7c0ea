// Bands: textbook cases of interval arithmetic and p-boxes, trends told from formulas, and what an interval does not
// do.
#include "core/scenario/bands.h"

#include "core/scenario/monotone.h"
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {

namespace {

Run runOf(const std::vector<InputRow>& inputs, const char* formula, std::uint64_t samples = 1 << 14) {
    return simulate(makeModel(inputs, {{"y", "1", formula}}), makeScenario("s"), runOptions(samples)).value();
}

bool isNear(const ValueRange& range, double low, double high, double tolerance) {
    return std::abs(range.low - low) <= tolerance && std::abs(range.high - high) <= tolerance;
}

} // namespace

class TestBands : public Test {
    Q_OBJECT

private slots:
    void threeIntervalsAreOneTooMany() {
        const Model model =
            makeModel({{"a", "1", "interval(1, 2)"}, {"b", "1", "interval(1, 2)"}, {"c", "1", "interval(1, 2)"}},
                      {{"y", "1", "a + b + c"}});
        const Result<Run> run = simulate(model, makeScenario("s"), runOptions(64));
        QVERIFY(!run);
        QCOMPARE(errorLine(run.error()), std::to_string(static_cast<int>(ErrorCode::tooManyIntervals)) + "|s|3|2");
    }

    void intervalArithmeticIsExact_data() {
        // Moore, Kearfott, Cloud: Introduction to Interval Analysis (2009), chapter 2: the four operations
        QTest::addColumn<QString>("formula");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("sum") << QStringLiteral("a + b") << 4.0 << 6.0;
        QTest::newRow("difference") << QStringLiteral("a - b") << -3.0 << -1.0;
        QTest::newRow("product") << QStringLiteral("a * b") << 3.0 << 8.0;
        QTest::newRow("quotient") << QStringLiteral("a / b") << 0.25 << 2.0 / 3;
        QTest::newRow("power") << QStringLiteral("b ^ a") << 3.0 << 16.0;
        QTest::newRow("largest") << QStringLiteral("max(a, b)") << 3.0 << 4.0;
        QTest::newRow("logarithm") << QStringLiteral("ln(a) - exp(b - 3)") << -std::exp(1.0) << std::log(2.0) - 1;
    }
    void intervalArithmeticIsExact() {
        QFETCH(QString, formula);
        QFETCH(double, low);
        QFETCH(double, high);
        const Run run =
            runOf({{"a", "1", "interval(1, 2)"}, {"b", "1", "interval(3, 4)"}}, formula.toUtf8().constData(), 16);
        const Band& band = run.outputs[0].band.value();
        QVERIFY(band.isExact);
        for (const ValueRange& range : {band.p5, band.p50, band.p95, band.mean})
            QVERIFY(isNear(range, low, high, 1e-12));
        QVERIFY(run.warnings.empty());
    }

    void sumOfADistributionAndAnIntervalIsShifted() {
        // normal(10, 2) + [1, 3]: every quantile of the p-box is the normal's plus 1 and plus 3
        const Run run = runOf({{"x", "1", "normal(10, 2)"}, {"i", "1", "interval(1, 3)"}}, "x + i", 1 << 16);
        const Band& band = run.outputs[0].band.value();
        const double z = 1.6448536269514722;
        QVERIFY(band.isExact);
        QVERIFY(isNear(band.p5, 11 - 2 * z, 13 - 2 * z, 0.01));
        QVERIFY(isNear(band.p50, 11, 13, 0.01));
        QVERIFY(isNear(band.p95, 11 + 2 * z, 13 + 2 * z, 0.01));
        QVERIFY(isNear(band.mean, 11, 13, 0.01));
        QVERIFY(isNear(band.sd, 2, 2, 0.01));
    }

    void productWithAnIntervalThatCrossesZeroTurnsRound() {
        // uniform(0, 1) * [-1, 2]: monotone, since a uniform(0, 1) is never negative: P95 is -0.95 .. 1.9
        const Run run = runOf({{"x", "1", "uniform(0, 1)"}, {"i", "1", "interval(-1, 2)"}}, "x * i", 1 << 16);
        const Band& band = run.outputs[0].band.value();
        QVERIFY(band.isExact);
        QVERIFY(isNear(band.p95, -0.05, 1.9, 0.002));
        QVERIFY(isNear(band.p5, -0.95, 0.1, 0.002));
    }

    void whatIsNotMonotoneIsSampledAndSaysSo() {
        // (i - 1)^2 over [0, 3]: 0 .. 4, met only inside the interval at its low end
        const Run run = runOf({{"x", "1", "uniform(0, 0.001)"}, {"i", "1", "interval(0, 3)"}}, "(i - 1) ^ 2 + x");
        const Band& band = run.outputs[0].band.value();
        QVERIFY(!band.isExact);
        QVERIFY(band.p50.low >= 0.0005 - 1e-4 && band.p50.low < 0.002);
        QVERIFY(std::abs(band.p50.high - 4.0005) < 1e-4);
        QCOMPARE(run.warnings.size(), std::size_t{1});
        QCOMPARE(run.warnings[0].code, std::string("band-sampled"));
        QCOMPARE(run.warnings[0].details, (std::vector<std::string>{"y", "64"}));
    }

    void twoIntervalsAreWalkedTogether() {
        // (a - b)^2 over [0, 1] x [0, 1]: 0 on the diagonal, 1 in two corners
        const Run run = runOf({{"a", "1", "interval(0, 1)"}, {"b", "1", "interval(0, 1)"}}, "(a - b) ^ 2", 16);
        const Band& band = run.outputs[0].band.value();
        QVERIFY(!band.isExact);
        QVERIFY(isNear(band.p50, 0, 1, 1e-12));
    }

    void curvesBoundEveryRunInside() {
        const std::vector<InputRow> inputs{{"x", "1", "lognormal(1, 3)"}, {"i", "1", "interval(2, 5)"}};
        const Run run = runOf(inputs, "x * i");
        const Band& band = run.outputs[0].band.value();
        for (const char* fixed : {"2", "3.7", "5"}) {
            const Run inner = simulate(makeModel(inputs, {{"y", "1", "x * i"}}), makeScenario("s", {{"i", fixed}}),
                                       runOptions(1 << 14))
                                  .value();
            const OutputSummary& o = inner.outputs[0];
            const double slack = 1e-9;
            QVERIFY(o.p5 >= band.p5.low - slack && o.p5 <= band.p5.high + slack);
            QVERIFY(o.p95 >= band.p95.low - slack && o.p95 <= band.p95.high + slack);
            QVERIFY(o.mean >= band.mean.low - slack && o.mean <= band.mean.high + slack);
            const double share = exceedance(o, 6);
            const ValueRange range = exceedanceBand(band, 6);
            QVERIFY(share >= range.low - 0.01 && share <= range.high + 0.01);
        }
        QCOMPARE(band.lowest.size(), bandQuantiles);
        QVERIFY(std::is_sorted(band.lowest.begin(), band.lowest.end()));
        for (std::size_t i = 0; i < bandQuantiles; ++i)
            QVERIFY(band.lowest[i] <= band.highest[i]);
    }

    void intervalsStandInTheMiddleAndApart() {
        const Run run = runOf({{"x", "1", "normal(10, 2)"}, {"i", "1", "interval(1, 3)"}}, "x * i");
        QCOMPARE(run.inputs[1].interval, std::optional<ValueRange>(ValueRange{1, 3}));
        QVERIFY(run.inputs[1].fixed);
        QCOMPARE(run.inputs[1].p50, 2.0);
        QVERIFY(std::abs(run.outputs[0].p50 - 20) < 0.05);
        QCOMPARE(run.outputs[0].sensitivity.size(), std::size_t{1}); // no shape, no index
        QCOMPARE(run.outputs[0].sensitivity[0].input, VariableId{"x"});
        const std::vector<IntervalEffect>& effects = run.outputs[0].band->effects;
        QCOMPARE(effects.size(), std::size_t{1});
        QCOMPARE(effects[0].input, VariableId{"i"});
        QCOMPARE(effects[0].ends, (ValueRange{1, 3}));
        QVERIFY(isNear(effects[0].medians, 10, 30, 0.1));
    }

    void middleOfALogScaleIsInRatios() {
        Model model = makeModel({{"i", "1", "interval(1, 100)"}}, {{"y", "1", "i"}});
        model.inputs[0].scale = Scale::log;
        QCOMPARE(simulate(model, makeScenario("s"), runOptions(16)).value().outputs[0].p50, 10.0);
    }

    void unitsOfABandAreTheOutputs() {
        const Model model = makeModel({{"t", "h", "interval(1, 2)"}}, {{"y", "d", "t * 24"}});
        const Run run = simulate(model, makeScenario("s"), runOptions(16)).value();
        QVERIFY(isNear(run.outputs[0].band->p50, 1, 2, 1e-12));
        QCOMPARE(run.inputs[0].interval, std::optional<ValueRange>(ValueRange{1, 2}));
    }

    void withoutIntervalsThereIsNoBand() { QVERIFY(!runOf({{"x", "1", "1 to 2"}}, "x").outputs[0].band); }

    void trendsFollowFromTheFormula_data() {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<int>("trend");
        const auto row = [](const char* formula, Trend trend) {
            QTest::newRow(formula) << QString(formula) << static_cast<int>(trend);
        };
        // i in [1, 2]; p positive, n normal about 0
        row("n * i", Trend::unknown);
        row("i - i", Trend::unknown); // the same thing twice is not seen
        row("i / (1 + i)", Trend::unknown);
        row("sin(i)", Trend::unknown);
        row("p ^ i", Trend::unknown); // below 1 it falls, above 1 it rises
        row("if(i > 1.5, p, n)", Trend::unknown);
        row("p * n", Trend::none);
        row("p * i", Trend::rises);
        row("p / i", Trend::falls);
        row("n - i", Trend::falls);
        row("-i * -2", Trend::rises);
        row("abs(-i)", Trend::rises);
        row("sqrt(i) + ln(i) + log10(i) + exp(i)", Trend::rises);
        row("i ^ 2 / (1 + 1 / i)", Trend::rises);
        row("i ^ -2", Trend::falls);
        row("3 ^ i", Trend::rises);
        row("clamp(i, 0, p)", Trend::rises);
        row("min(i, n) + max(i, p)", Trend::rises);
        row("p > i", Trend::falls);
        row("if(n > 0, i, 2 * i)", Trend::rises);
        row("i / (1 - share)", Trend::rises);
        row("p * 10 ^ (-i)", Trend::falls);
    }
    void trendsFollowFromTheFormula() {
        QFETCH(QString, formula);
        QFETCH(int, trend);
        const Model model = makeModel({{"i", "1", "interval(1, 2)"},
                                       {"p", "1", "1 to 4"},
                                       {"n", "1", "normal(0, 1)"},
                                       {"share", "1", "beta(2, 2, 0, 0.5)"}},
                                      {{"y", "1", formula.toStdString()}});
        const Prepared prepared = prepare(model, makeScenario("s"), {}).value();
        QCOMPARE(static_cast<int>(trendsOf(prepared.compiled, prepared.binding, 0).at(0)), trend);
    }
};

const Registered<TestBands> registered("bands");

} // namespace assay::test

#include "tst_bands.moc"
