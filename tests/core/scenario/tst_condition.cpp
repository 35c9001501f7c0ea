// Condition: the normal-normal closed form, weights of claims as written, effective samples, weighted percentiles.
#include "core/scenario/condition.h"

#include "core/scenario/statistics.h"
#include "core/units/read_quantity.h"
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <cmath>
#include <numeric>

namespace assay::test {

namespace {

Run runOf(const Model& model, std::uint64_t samples = 1 << 16) {
    return simulate(model, makeScenario("s"), runOptions(samples)).value();
}

Run costRun(std::uint64_t samples = 1 << 14) {
    return runOf(makeModel({{"hours", "GPU*h", "lognormal(2e6, 4e6)"}, {"price", "USD/(GPU*h)", "2"}},
                           {{"cost", "USD", "hours * price"}}),
                 samples);
}

} // namespace

class TestCondition : public Test {
    Q_OBJECT

private slots:
    void whatCannotBeAssumedIsRefused_data() {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* output, const char* text, ErrorCode code) {
            QTest::newRow(name) << QString(output) << QString(text) << static_cast<int>(code);
        };
        row("no such output", "profit", "5M", ErrorCode::outputUnknown);
        row("another unit", "cost", "5M KRW", ErrorCode::inputUnit);
        row("a distribution in another unit", "cost", "1 to 2 h", ErrorCode::inputUnit);
        row("words", "cost", "much", ErrorCode::inputSyntax);
        row("values without a width", "cost", "samples(5e6, 6e6)", ErrorCode::inputNeedsInterval);
        row("nobody is there", "cost", "1e12 to 2e12", ErrorCode::tooFewSamples);
        row("too few are there", "cost", "5.576001M", ErrorCode::tooFewSamples);
    }
    void whatCannotBeAssumedIsRefused() {
        QFETCH(QString, output);
        QFETCH(QString, text);
        QFETCH(int, code);
        const Result<Given> given = condition(costRun(), VariableId{output.toStdString()}, text.toStdString());
        QVERIFY(!given);
        QCOMPARE(static_cast<int>(given.error().code), code);
    }

    void refusalNamesTheClaimAndTheCount() {
        const Result<Given> given = condition(costRun(), VariableId{"cost"}, "1e12 to 2e12");
        QVERIFY(!given);
        QCOMPARE(given.error().details, (std::vector<std::string>{"cost=1e12 to 2e12", "0", "200"}));
    }

    void normalPriorAndNormalClaimGiveTheAnalyticAnswer() {
        // prior N(10, 2), claim N(13, 1): mean (10/4 + 13/1) / (1/4 + 1) = 12.4, sd 1/sqrt(1/4 + 1) = 0.8944
        const Run run = runOf(makeModel({{"x", "1", "normal(10, 2)"}}, {{"y", "1", "x"}}));
        const Given given = condition(run, VariableId{"y"}, "normal(13, 1)").value();
        const double sd = 1 / std::sqrt(1.25), z = 1.6448536269514722;
        QVERIFY(std::abs(given.inputs[0].mean / 12.4 - 1) < 0.01);
        QVERIFY(std::abs(given.inputs[0].p50 / 12.4 - 1) < 0.01);
        QVERIFY(std::abs(given.inputs[0].p5 / (12.4 - z * sd) - 1) < 0.01);
        QVERIFY(std::abs(given.inputs[0].p95 / (12.4 + z * sd) - 1) < 0.01);
        QVERIFY(std::abs(given.outputs[0].p50 / 12.4 - 1) < 0.01);
        QVERIFY(given.effectiveSamples > 1000 && given.effectiveSamples < 1 << 16);
    }

    void sumSplitsTheSurpriseByVariance() {
        // a N(0, 1), b N(0, 2), a + b observed N(5, 0.5): E[a] = 5 * 1 / (1 + 4 + 0.25)
        const Run run =
            runOf(makeModel({{"a", "1", "normal(0, 1)"}, {"b", "1", "normal(0, 2)"}}, {{"y", "1", "a + b"}}));
        const Given given = condition(run, VariableId{"y"}, "normal(5, 0.5)").value();
        QVERIFY(std::abs(given.inputs[0].mean / (5.0 / 5.25) - 1) < 0.01);
        QVERIFY(std::abs(given.inputs[1].mean / (20.0 / 5.25) - 1) < 0.01);
    }

    void claimsAsWrittenAreSets_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const double infinity = std::numeric_limits<double>::infinity();
        QTest::newRow("a number with its rounding") << QStringLiteral("5.6M") << 5.55e6 << 5.65e6;
        const Quantity about = readQuantity("~6M").value(); // the reader of claims says how wide "about" is
        QTest::newRow("about") << QStringLiteral("~6M") << *about.low << *about.high;
        QTest::newRow("a bound below") << QStringLiteral(">6M USD") << 6e6 << infinity;
        QTest::newRow("a bound above") << QStringLiteral("<6M") << -infinity << 6e6;
        QTest::newRow("an interval") << QStringLiteral("interval(5M, 6M)") << 5e6 << 6e6;
    }
    void claimsAsWrittenAreSets() {
        QFETCH(QString, text);
        QFETCH(double, low);
        QFETCH(double, high);
        const Run run = costRun(4096);
        const std::vector<double> weights = claimWeights(run.outputs[0], text.toStdString()).value();
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const double value = (*run.outputs[0].samples)[i];
            QCOMPARE(weights[i], value >= low && value <= high ? 1.0 : 0.0);
        }
        QCOMPARE(effectiveSamples(weights), std::accumulate(weights.begin(), weights.end(), 0.0));
    }

    void flaggedSamplesWeighNothing() {
        const Run run = runOf(makeModel({{"x", "1", "normal(0, 1)"}}, {{"y", "1", "ln(x)"}}), 4096);
        const std::vector<double> weights = claimWeights(run.outputs[0], "normal(0, 5)").value();
        for (std::size_t i = 0; i < weights.size(); ++i)
            QCOMPARE(weights[i] > 0, (*run.outputs[0].samples)[i] == (*run.outputs[0].samples)[i]);
    }

    void effectiveSamplesHaveTheirClosedForm() {
        QCOMPARE(effectiveSamples(std::vector<double>{}), 0.0);
        QCOMPARE(effectiveSamples(std::vector<double>{0, 0}), 0.0);
        QCOMPARE(effectiveSamples(std::vector<double>{2, 2, 2, 0}), 3.0);
        QCOMPARE(effectiveSamples(std::vector<double>{1, 3}), 16.0 / 10.0);
        QCOMPARE(effectiveSamples(std::vector<double>{1e-300, 3e-300}), 16.0 / 10.0);
    }

    void equalWeightsGiveThePercentilesOfARun() {
        const std::vector<double> values{5, 1, 4, 2, 3, 9, 7}, weights(7, 0.25);
        std::vector<double> ascending = values;
        std::sort(ascending.begin(), ascending.end());
        for (const double q : {0.0, 0.05, 0.25, 0.5, 0.77, 0.95, 1.0})
            QVERIFY(std::abs(weightedPercentile(values, weights, q) - percentile(ascending, q)) < 1e-12);
    }

    void weightZeroIsAsIfNotThere() {
        const std::vector<double> values{5, 100, 4}, weights{1, 0, 1};
        QCOMPARE(weightedPercentile(values, weights, 1.0), 5.0);
        QCOMPARE(weightedPercentile(values, weights, 0.5), 4.5);
        QVERIFY(std::isnan(weightedPercentile(values, std::vector<double>(3), 0.5)));
    }
};

const Registered<TestCondition> registered("condition");

} // namespace assay::test

#include "tst_condition.moc"
