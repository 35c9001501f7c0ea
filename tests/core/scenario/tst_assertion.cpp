// Assertions: what reads and what does not, what samples say, and how far outside its limits a value is.
#include "core/scenario/assertion.h"

#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <cmath>
#include <limits>

namespace assay::test {

namespace {

Run costRun() {
    return simulate(makeModel({{"hours", "h", "uniform(0, 10)"}, {"price", "USD/h", "2"}},
                              {{"cost", "USD", "hours * price"}}),
                    makeScenario("s"), runOptions(1 << 14))
        .value();
}

Result<AssertionValue> valueOf(const char* text) {
    const Run run = costRun();
    return evaluateAssertion(readAssertion(text).value(), run.outputs[0], *run.outputs[0].samples);
}

} // namespace

class TestAssertion : public Test {
    Q_OBJECT

private slots:
    void brokenTextsAreRefusedAtTheirPlace_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("column");
        const auto row = [](const char* name, const char* text, const char* column) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString(column);
        };
        row("nothing", "", "1");
        row("words", "cost is low", "1");
        row("no such statistic", "p42(cost) in 1..2", "1");
        row("no threshold", "P(cost) in 0.1..0.2", "7");
        row("an empty threshold", "P(cost < ) in 0.1..0.2", "10");
        row("no output", "P(< 3) in 0.1..0.2", "3");
        row("a statistic with a threshold", "mean(cost < 3) in 1..2", "11");
        row("open bracket", "P(cost < 3 in 0.1..0.2", "23");
        row("no limits", "P(cost < 3)", "12");
        row("limits without a word", "P(cost < 3) 0.1..0.2", "13");
        row("columns are characters", "P(\u8d39\u7528) in 1..2", "5");
    }
    void brokenTextsAreRefusedAtTheirPlace() {
        QFETCH(QString, text);
        QFETCH(QString, column);
        const Result<AssertionTerm> term = readAssertion(text.toStdString());
        QVERIFY(!term);
        QCOMPARE(term.error().code, ErrorCode::assertionSyntax);
        QCOMPARE(QString::fromStdString(term.error().details.at(1)), column);
    }

    void numbersThatDoNotFitAreRefused_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* text, ErrorCode code) {
            QTest::newRow(name) << QString(text) << static_cast<int>(code);
        };
        row("threshold in another unit", "P(cost < 3 h) in 0.1..0.2", ErrorCode::inputUnit);
        row("limits in another unit", "mean(cost) in 1..2 KRW", ErrorCode::inputUnit);
        row("a probability in dollars", "P(cost < 3) in 1..2 USD", ErrorCode::inputUnit);
        row("limits reversed", "P(cost < 3) in 0.6..0.3", ErrorCode::intervalReversed);
        row("one limit where two belong", "P(cost < 3) in 0.6", ErrorCode::assertionSyntax);
        row("two limits where one belongs", "P(cost < 3) >= 0.3..0.6", ErrorCode::assertionSyntax);
        row("a range as threshold", "P(cost < 3 to 4) in 0.3..0.6", ErrorCode::assertionSyntax);
    }
    void numbersThatDoNotFitAreRefused() {
        QFETCH(QString, text);
        QFETCH(int, code);
        const Result<AssertionValue> value = valueOf(text.toUtf8().constData());
        QVERIFY(!value);
        QCOMPARE(static_cast<int>(value.error().code), code);
    }

    void termsReadBackAsWritten_data() {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"P(cost < 10M USD) in 0.3..0.6", "P(hours > 2.8M H800*h) >= 5%", "mean(cost) in 1..2M USD",
              "p95(cost) <= 3 USD/(GPU*h)", "P(price < 3 USD/(GPU*h)) in 30% to 60%"})
            QTest::newRow(text) << QString(text);
    }
    void termsReadBackAsWritten() {
        QFETCH(QString, text);
        const AssertionTerm term = readAssertion(text.toStdString()).value();
        QCOMPARE(QString::fromStdString(writeAssertion(term)), text);
        QCOMPARE(readAssertion(writeAssertion(term)).value(), term);
    }

    void samplesDecide_data() {
        // cost is uniform over 0 .. 20
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("distance");
        const auto row = [](const char* text, double value, double distance) {
            QTest::newRow(text) << QString(text) << value << distance;
        };
        row("P(cost < 5 USD) in 0.2..0.3", 0.25, 0);
        row("P(cost > 5) in 20%..30%", 0.75, 0.45);
        row("P(cost<5) >= 0.5", 0.25, 0.25);
        row("P(cost < 5) <= 10%", 0.25, 0.15);
        row("mean(cost) in 9..11 USD", 10, 0);
        row("P50(cost) >= 10.5", 10, 0.5);
        row("p95(cost) in 1..2", 19, 17);
    }
    void samplesDecide() {
        QFETCH(QString, text);
        QFETCH(double, value);
        QFETCH(double, distance);
        const AssertionValue found = valueOf(text.toUtf8().constData()).value();
        QVERIFY(std::abs(found.value - value) < 1e-2);
        QVERIFY(std::abs(distanceOf(found) - distance) < 1e-2);
        QCOMPARE(holds(found), distanceOf(found) == 0);
    }

    void nothingToCountHoldsNowhere() {
        const Run run = costRun();
        const std::vector<double> flagged(3, std::numeric_limits<double>::quiet_NaN());
        const AssertionValue value =
            evaluateAssertion(readAssertion("P(cost < 5) >= 0").value(), run.outputs[0], flagged).value();
        QVERIFY(std::isnan(value.value));
        QVERIFY(!holds(value));
    }

    void statisticsHaveTheirWords() {
        for (const char* word : {"mean", "sd", "p5", "p25", "p50", "p75", "p95"})
            QCOMPARE(std::string(statisticText(*statisticFromText(word))), std::string(word));
        QVERIFY(!statisticFromText("P50"));
        QVERIFY(!statisticFromText(""));
    }

    void statisticsAreThoseOfARun() {
        const Run run = costRun();
        const OutputSummary& o = run.outputs[0];
        const Unit unit = parseUnit(o.unit).value();
        const std::vector<std::pair<Statistic, double>> pairs{
            {Statistic::mean, o.mean}, {Statistic::sd, o.sd},   {Statistic::p5, o.p5},  {Statistic::p25, o.p25},
            {Statistic::p50, o.p50},   {Statistic::p75, o.p75}, {Statistic::p95, o.p95}};
        for (const auto& pair : pairs)
            QVERIFY(std::abs(statisticOf(pair.first, *o.samples, unit) - pair.second) < 1e-9);
        QVERIFY(std::isnan(statisticOf(Statistic::p50, {}, unit)));
        QCOMPARE(statisticOf(Statistic::p50, std::vector<double>{3}, unit), 3.0);
    }
};

const Registered<TestAssertion> registered("assertion");

} // namespace assay::test

#include "tst_assertion.moc"
