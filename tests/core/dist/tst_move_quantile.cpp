// A handle on a curve: the quantile lands, the one at the other end stays, and the typed form with it.
#include "core/dist/distribution.h"
#include "tests/test.h"

#include <cmath>
#include <limits>

namespace assay::test {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr ValueLimits anywhere{-infinity, infinity};

double quantileOf(const std::string& text, double u) {
    const Result<InputValue> value = readInput(text, "1");
    return value ? quantile(value->distribution, u) : -12345;
}

} // namespace

class TestMoveQuantile : public Test {
    Q_OBJECT
private slots:
    void whatCannotBeReadIsRefused() {
        QCOMPARE(moveQuantile("5 to", "1", 0.05, 3, anywhere).error().code, readInput("5 to", "1").error().code);
        QVERIFY(!movableQuantiles("~20%", "1"));
    }

    void theTypedFormSurvives_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("probability");
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* text, double probability, double value, const char* expected) {
            QTest::addRow("%s at %g to %g", text, probability, value)
                << QByteArray(text) << probability << value << QByteArray(expected);
        };
        row("5 to 10", 0.05, 4, "4 to 10");
        row("5 to 10", 0.95, 20, "5 to 20");
        row("5..10", 0.95, 20, "5..20");
        row("5,000 to 10,000", 0.05, 2500, "2,500 to 10,000");
        row("$5M to $10M", 0.05, 2e6, "$2M to $10M");
        row("lognormal(1.3, 3.2)", 0.95, 4, "lognormal(1.3, 4)");
        row("-5 to 5", 0.05, -15, "-15 to 5");
        row("uniform(-10, 10)", 0.05, -18, "uniform(-19.5, 10.5)"); // P95 of both is 9
        row("interval(-10, 10)", 0.05, -18, "interval(-19.5, 10.5)");
        row("5 to 10", 0.5, 2 * std::sqrt(50), "10 to 20");
    }
    void theTypedFormSurvives() {
        QFETCH(QByteArray, text);
        QFETCH(double, probability);
        QFETCH(double, value);
        QFETCH(QByteArray, expected);
        const std::string unit = text.startsWith('$') ? "USD" : "1";
        const Result<std::string> moved = moveQuantile(text.toStdString(), unit, probability, value, anywhere);
        QVERIFY(moved);
        QCOMPARE(QByteArray::fromStdString(*moved), expected);
    }

    void theEndLandsAndTheOtherStays_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"5 to 10", "5 to 10 @80%", "10 / 20 / 40", "-60 / 10 / 60", "normal(10, 2)", "lognormal(1.3, 3.2)",
              "uniform(2, 6)", "uniform(-2, 6)", "triangular(1, 2, 5)", "pert(1, 2, 5)", "beta(4, 4, 0.15, 0.55)",
              "interval(1, 3)", "mix(0.3: 5 to 10, 0.7: uniform(2, 4))", "-5 to 5"})
            QTest::newRow(text) << QByteArray(text);
    }
    void theEndLandsAndTheOtherStays() {
        QFETCH(QByteArray, text);
        const std::string typed = text.toStdString();
        const double low = quantileOf(typed, 0.05), high = quantileOf(typed, 0.95), spread = high - low;
        for (const double target : {low + 0.2 * spread, low - 0.02 * spread}) {
            const Result<std::string> moved = moveQuantile(typed, "1", 0.05, target, anywhere);
            QVERIFY(moved);
            QVERIFY2(std::abs(quantileOf(*moved, 0.05) - target) < 0.02 * spread, moved->c_str());
            QVERIFY2(std::abs(quantileOf(*moved, 0.95) - high) < 0.02 * spread, moved->c_str());
        }
        const Result<std::string> up = moveQuantile(typed, "1", 0.95, high + 0.3 * spread, anywhere);
        QVERIFY(up);
        QVERIFY2(std::abs(quantileOf(*up, 0.95) - high - 0.3 * spread) < 0.03 * spread, up->c_str());
        QVERIFY2(std::abs(quantileOf(*up, 0.05) - low) < 0.03 * spread, up->c_str());
    }

    void extremesStopWhereTheShapeDoes() {
        const Result<std::string> zero = moveQuantile("5 to 10", "1", 0.05, -3, anywhere); // a positive shape
        QVERIFY(zero);
        QVERIFY2(quantileOf(*zero, 0.05) >= 0, zero->c_str());
        QCOMPARE(readInput(*zero, "1")->distribution.shape.index(),
                 readInput("5 to 10", "1")->distribution.shape.index());
        const Result<std::string> past = moveQuantile("5 to 10", "1", 0.05, 50, anywhere); // not past P95
        QVERIFY(past);
        QVERIFY2(quantileOf(*past, 0.05) < quantileOf(*past, 0.95), past->c_str());
        QVERIFY(std::abs(quantileOf(*past, 0.95) - 10) < 0.5);
        const Result<std::string> limited =
            moveQuantile("5 to 10", "1", 0.95, 1000, ValueLimits{1, 20}); // the model's range
        QVERIFY(limited);
        QCOMPARE(*limited, std::string("5 to 20"));
    }

    void onlyShapesWithASpreadHaveEnds() {
        QCOMPARE(*movableQuantiles("5 to 10", "1"), (std::vector<double>{0.05, 0.5, 0.95}));
        QCOMPARE(*movableQuantiles("7", "1"), std::vector<double>{0.5});
        QVERIFY(movableQuantiles("samples(1, 2, 3)", "1")->empty());
        QCOMPARE(*moveQuantile("7", "1", 0.05, 3, anywhere), std::string("7"));
    }
};

const Registered<TestMoveQuantile> registered("move_quantile");

} // namespace assay::test

#include "tst_move_quantile.moc"
