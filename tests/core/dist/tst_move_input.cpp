// What a slider does to a typed input: the form survives, the median lands, spread and bounds are kept.
#include "core/dist/distribution.h"
#include "core/units/unit.h"
#include "tests/test.h"

#include <cmath>
#include <random>

namespace assay::test {

namespace {

Distribution distributionOf(const std::string& text, const std::string& unit) {
    const Result<InputValue> value = readInput(text, unit);
    return value ? value->distribution : Distribution{Fixed{-12345}};
}

double ratio(const Distribution& d) { return quantile(d, 0.95) / quantile(d, 0.05); }
double spread(const Distribution& d) { return quantile(d, 0.95) - quantile(d, 0.05); }

const char* const positives[] = {"5 to 10",
                                 "$5 to 10 million",
                                 "10 / 20 / 40",
                                 "lognormal(1.3, 3.2)",
                                 "uniform(2, 6)",
                                 "uniform(0, 6)",
                                 "triangular(1, 2, 5)",
                                 "pert(1, 2, 5)",
                                 "beta(4, 4, 0.15, 0.55)",
                                 "samples(3, 1, 2)",
                                 "mix(0.3: 5 to 10, 0.7: uniform(2, 4))",
                                 "interval(1, 2)"};
const char* const signedOnes[] = {"-5 to 5",       "normal(10, 2)",     "uniform(-2, 6)", "triangular(-1, 2, 5)",
                                  "-10 / 20 / 40", "samples(-3, 1, 2)", "interval(-1, 2)"};

} // namespace

class TestMoveInput : public Test {
    Q_OBJECT
private slots:
    void aMoveKeepsTheTypedForm_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("unit");
        QTest::addColumn<double>("median");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* text, const char* unit, double median, const char* expected) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(unit) << median << QByteArray(expected);
        };
        row("5", "1", 7.25, "7.25");
        row("2.788M", "GPU*h", 3e6, "3M");
        row("2,788,000", "GPU*h", 3.1e6, "3,100,000");
        row("2.788M H800*h", "GPU*h", 3e6, "3M H800*h");
        row("$5.6M", "USD", 6.1e6, "$6.1M");
        row("$5.6 million", "USD", 6.1e6, "$6.1 million");
        row("20%", "1", 0.35, "35%");
        row("20%", "%", 35, "35%");
        row("-$5", "USD", -6, "$-6");
        row("2 d", "h", 72, "3 d");
        row("5 to 10", "1", 2 * std::sqrt(50), "10 to 20");
        row("5..10", "1", 2 * std::sqrt(50), "10..20");
        row("5 to 10 @80%", "1", 2 * std::sqrt(50), "10 to 20 @80%");
        row("$5M to $10M", "USD", 2e6 * std::sqrt(50), "$10M to $20M");
        row("$5 to 10 million", "USD", 2e6 * std::sqrt(50), "$10 to 20 million");
        row("-5 to 5", "1", 1, "-4 to 6");
        row("10 / 20 / 40 USD", "USD", 30, "15 / 30 / 60 USD");
        row("normal(10, 2)", "1", 12, "normal(12, 2)");
        row("lognormal(1, 4) USD/(H800*h)", "USD/(GPU*h)", 4, "lognormal(2, 8) USD/(H800*h)");
        row("uniform(2, 6)", "1", 8, "uniform(4, 12)");
        row("uniform(-2, 6)", "1", 3, "uniform(-1, 7)");
        row("interval(1, 3)", "1", 4, "interval(2, 6)");
        row("mix(0.5: 1, 0.5: 3)", "1", 2, "mix(0.5: 2, 0.5: 6)");
    }
    void aMoveKeepsTheTypedForm() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, unit);
        QFETCH(double, median);
        QFETCH(QByteArray, expected);
        const Result<std::string> moved = moveMedian(text.toStdString(), unit.toStdString(), median, -1e30, 1e30);
        QVERIFY(moved);
        QCOMPARE(QByteArray::fromStdString(*moved), expected);
    }

    void positiveShapesMoveByAFactor_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : positives)
            QTest::newRow(text) << QByteArray(text);
    }
    void positiveShapesMoveByAFactor() {
        QFETCH(QByteArray, text);
        const std::string unit = text.startsWith('$') ? "USD" : "1";
        const Distribution before = distributionOf(text.toStdString(), unit);
        for (const double factor : {0.01, 0.37, 0.999, 1.0, 1.234, 77.7}) {
            const double target = quantile(before, 0.5) * factor;
            const Result<std::string> moved = moveMedian(text.toStdString(), unit, target, 0, 1e30);
            QVERIFY(moved);
            const Distribution after = distributionOf(*moved, unit);
            QCOMPARE(after.shape.index(), before.shape.index());
            QVERIFY2(std::abs(quantile(after, 0.5) / target - 1) <= 2e-3, moved->c_str());
            QVERIFY2(std::abs(ratio(after) / ratio(before) - 1) <= 0.02, moved->c_str());
        }
    }

    void otherShapesMoveByAShift_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : signedOnes)
            QTest::newRow(text) << QByteArray(text);
    }
    void otherShapesMoveByAShift() {
        QFETCH(QByteArray, text);
        const Distribution before = distributionOf(text.toStdString(), "1");
        for (const double shift : {-30.0, -1.5, 0.1, 4.0, 1000.0}) {
            const double target = quantile(before, 0.5) + shift;
            const Result<std::string> moved = moveMedian(text.toStdString(), "1", target, -1e30, 1e30);
            QVERIFY(moved);
            const Distribution after = distributionOf(*moved, "1");
            QVERIFY2(std::abs(quantile(after, 0.5) - target) <= 0.011 * spread(before), moved->c_str());
            QVERIFY2(std::abs(spread(after) / spread(before) - 1) <= 0.021, moved->c_str());
        }
    }

    void theMedianIsClipped() {
        QCOMPARE(*moveMedian("5", "1", 100, 0, 10), std::string("10"));
        QCOMPARE(*moveMedian("5", "1", -100, 0.1234567, 10), std::string("0.1235"));
        const Distribution moved = distributionOf(*moveMedian("5 to 10", "1", 1e9, 0, 40), "1");
        QVERIFY(quantile(moved, 0.5) <= 40 && quantile(moved, 0.5) > 39.9);
        const Distribution low = distributionOf(*moveMedian("5 to 10", "1", -3, 0, 40), "1");
        QVERIFY(quantile(low, 0.5) > 0);
    }

    void boundsThatAreFactsStay() {
        const Result<std::string> beta = moveMedian("beta(4, 4)", "1", 0.7, 0, 1);
        QVERIFY(beta);
        QVERIFY2(beta->starts_with("beta("), beta->c_str());
        QVERIFY(support(distributionOf(*beta, "1")).high == 1);
        QVERIFY(std::abs(quantile(distributionOf(*beta, "1"), 0.5) - 0.7) < 1e-3);
        const Result<std::string> cut = moveMedian("truncate(normal(0.4, 0.1), 0, 1)", "1", 0.6, 0, 1);
        QVERIFY(cut);
        QVERIFY2(cut->ends_with(", 0, 1)"), cut->c_str());
        QVERIFY(std::abs(quantile(distributionOf(*cut, "1"), 0.5) - 0.6) < 1e-3);
    }

    void spreadGrowsAboutTheMedian_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : positives)
            QTest::newRow(text) << QByteArray(text);
        for (const char* text : signedOnes)
            QTest::newRow(text) << QByteArray(text);
        for (const char* text : {"beta(4, 4)", "beta(2, 8)", "truncate(normal(0.4, 0.1), 0, 1)"})
            QTest::newRow(text) << QByteArray(text);
    }
    void spreadGrowsAboutTheMedian() {
        QFETCH(QByteArray, text);
        const std::string unit = text.startsWith('$') ? "USD" : "1";
        const Distribution before = distributionOf(text.toStdString(), unit);
        for (const double factor : {0.25, 0.8, 1.3, 2.0}) {
            const Result<std::string> wider = scaleSpread(text.toStdString(), unit, factor);
            QVERIFY(wider);
            const Distribution after = distributionOf(*wider, unit);
            QCOMPARE(after.shape.index(), before.shape.index());
            QVERIFY2(std::abs(quantile(after, 0.5) - quantile(before, 0.5)) <= 0.02 * spread(before), wider->c_str());
            if (factor < 1)
                QVERIFY2(spread(after) < spread(before), wider->c_str());
            else
                QVERIFY2(spread(after) >= spread(before) * 0.999, wider->c_str());
            if (support(before).low >= 0)
                QVERIFY2(support(after).low >= 0, wider->c_str());
        }
    }

    void spreadKeepsTheTypedForm() {
        QCOMPARE(*scaleSpread("normal(10, 2)", "1", 1.5), std::string("normal(10, 3)"));
        QCOMPARE(*scaleSpread("-5 to 5", "1", 2), std::string("-10 to 10"));
        QCOMPARE(*scaleSpread("5 to 20 h", "s", 2), std::string("2.5 to 40 h"));
        QCOMPARE(*scaleSpread("uniform(2, 4)", "1", 0.5), std::string("uniform(2.5, 3.5)"));
        QCOMPARE(*scaleSpread("10 / 20 / 40", "1", 0.5), std::string("14.14 / 20 / 28.28"));
        QCOMPARE(*scaleSpread("$5.6M", "USD", 3), std::string("$5.6M"));
        QVERIFY(scaleSpread("5 to 10", "1", 0).error().code == ErrorCode::shapeImpossible);
    }

    void wrongTextStaysWrong() {
        QVERIFY(moveMedian("~20%", "1", 0.5, 0, 1).error().code == ErrorCode::inputNeedsInterval);
        QVERIFY(moveMedian("5 to", "1", 0.5, 0, 1).error().code == ErrorCode::inputSyntax);
        QVERIFY(scaleSpread("5 KRW", "USD", 2).error().code == ErrorCode::inputUnit);
    }

    void narrowIntervalsGetTheDigitsTheyNeed() {
        const Result<std::string> moved = moveMedian("1000 to 1001", "1", 1234.5678, 0, 1e9);
        QVERIFY(moved);
        const Distribution after = distributionOf(*moved, "1");
        QVERIFY2(std::abs(ratio(after) - 1.001) < 1e-4, moved->c_str());
    }

    void aDragOfAThousandStepsReturns() { // from where it stands, not from where it began: rounding must not drift away
        std::mt19937 numbers(7);
        std::string text = "5 to 10";
        for (int k = 0; k < 1000; ++k)
            text = *moveMedian(text, "1", 1 + static_cast<double>(numbers() % 1000) / 10, 0.1, 1000);
        const Distribution end = distributionOf(*moveMedian(text, "1", std::sqrt(50), 0.1, 1000), "1");
        QVERIFY2(std::abs(ratio(end) / 2 - 1) < 0.1, text.c_str());
    }
};

const Registered<TestMoveInput> registered("move_input");

} // namespace assay::test

#include "tst_move_input.moc"
