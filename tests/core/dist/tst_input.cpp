// TEXT, the grammar of every input box: what is refused and where, what each form becomes, and that it reads back.
#include "core/dist/distribution.h"
#include "core/units/unit.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {

namespace {

QByteArray bytes(const std::string& text) { return QByteArray::fromStdString(text); }

bool near(double actual, double expected, double relative = 1e-12) {
    return std::abs(actual - expected) <= relative * std::max(1e-300, std::abs(expected));
}

struct Probe {
    double u, x;
};

} // namespace

class TestInput : public Test {
    Q_OBJECT
private slots:
    void wrongTextIsRefusedWithTheReason_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("unit");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("details"); // joined by '|'
        const auto row = [](const char* reason, const char* text, const char* unit, ErrorCode code,
                            const char* details) {
            QTest::newRow(reason) << QByteArray(text) << QByteArray(unit) << int(code) << QByteArray(details);
        };
        using enum ErrorCode;
        row("empty", "", "USD", inputSyntax, "a number|1");
        row("blank", "  ", "USD", inputSyntax, "a number|3");
        row("words", "many", "USD", inputSyntax, "a number|1");
        row("unknown shape", "gamma(1, 2)", "1", inputSyntax, "a number or a shape|1");
        row("second number missing", "5 to", "1", inputSyntax, "a number|5");
        row("third number missing", "5 / 6", "1", inputSyntax, "'/'|6");
        row("something behind", "5 to 10 to 15", "1", inputSyntax, "the end|9");
        row("unit unknown", "5 furlongs", "1", unitUnknown, "furlongs");
        row("unit unknown inside a shape", "uniform(5 furlong, 6)", "1", unitUnknown, "furlong");
        row("chip that is not there", "2048 H900", "GPU", unitUnknown, "H900");
        row("chip that is not there inside a unit", "989 TFLOP/(s*H900)", "TFLOP/(s*GPU)", unitUnknown, "H900");
        row("joining word is no unit", "5 and 6", "1", inputSyntax, "the end|3");
        row("too few arguments", "normal(5)", "1", inputSyntax, "','|9");
        row("too many arguments", "normal(5, 1, 2)", "1", inputSyntax, "')'|12");
        row("bracket left open", "normal(5, 1", "1", inputSyntax, "',' or ')'|12");
        row("beta with three arguments", "beta(2, 3, 0)", "1", inputSyntax, "','|13");
        row("beta with a unit on alpha", "beta(2 USD, 3)", "USD", inputSyntax, "a number without a unit|6");
        row("mix without a colon", "mix(0.5, 3)", "1", inputSyntax, "':'|8");
        row("level above 100 %", "5 to 10 @120%", "1", inputSyntax, "a level between 0% and 100%|10");
        row("level without a per cent sign", "5 to 10 @0.8", "1", inputSyntax, "a level like 80%|10");
        row("column counts characters, not bytes",
            "\xE2\x82\xAC"
            "5 (",
            "EUR", inputSyntax, "the end|4");
        row("interval reversed", "10 to 5", "1", intervalReversed, "10|5");
        row("interval of no width", "5 to 5", "1", intervalReversed, "5|5");
        row("percentiles reversed", "10 / 5 / 20", "1", intervalReversed, "10|5");
        row("uniform reversed, in its unit", "uniform(3 h, 2 h)", "s", intervalReversed, "3|2");
        row("mode outside", "triangular(1, 5, 3)", "1", shapeImpossible,
            "triangular|the mode must lie between low and high");
        row("sd of 0", "normal(5, 0)", "1", shapeImpossible, "normal|sd must be above 0");
        row("sd negative", "normal(5, -1)", "1", shapeImpossible, "normal|sd must be above 0");
        row("lognormal from 0", "lognormal(0, 5)", "1", shapeImpossible, "lognormal|P5 must be above 0");
        row("beta of 0", "beta(0, 5)", "1", shapeImpossible, "beta|alpha and beta must be above 0");
        row("weight negative", "mix(-1: 3, 2: 4)", "1", shapeImpossible, "mix|weights must be above 0");
        row("interval in a mixture", "mix(1: interval(2, 3))", "1", shapeImpossible, "mix|an interval has no shape");
        row("nothing left by truncation", "truncate(normal(0, 1), 20, 30)", "1", shapeImpossible,
            "truncate|less than one part in a billion lies between low and high");
        row("metalog with a wild upper end", "1 / 1.01 / 1000", "1", shapeImpossible,
            "metalog|move P50 up or P90 down");
        row("won into dollars", "5 KRW", "USD", inputUnit, "5 KRW|USD|KRW");
        row("a share into dollars", "20%", "USD", inputUnit, "20%|USD|%");
        row("dollars into a share", "$5", "1", inputUnit, "$5|1|USD");
        row("hours into GPU-hours", "5 h", "GPU*h", inputUnit, "5 h|GPU*h|h");
        row("another chip", "5 A100*h", "H800*h", inputUnit, "5 A100*h|H800*h|A100*h");
        row("two chips", "5 A100*h to 10 H100*h", "GPU*h", chipsMixed, "A100|H100");
        row("grouping wrong", "27,88,000 to 3,00", "1", quantityUnsure, "3,00|300|3.00");
        row("two decimal points", "1.2,3", "1", quantityUnsure, "1.2,3|123|1.23");
        row("lower-case m", "5m", "1", quantityUnsure, "5m|5|5 million");
        row("magnitude at the first end only", "5M to 10", "1", quantityUnsure, "5M to 10|10|10M");
        row("magnitude that would turn the ends round", "500 to 1M", "1", quantityUnsure, "500 to 1M|500|500M");
        row("B beside bytes", "5B", "B", quantityUnsure, "5B|5 billion|5 bytes");
        row("default unit unknown", "5", "furlong", unitUnknown, "furlong");
        row("yen or yuan",
            "\xC2\xA5"
            "5",
            "JPY", unitUnknown, "\xC2\xA5");
        row("overflow", "1e999", "1", numberUnreadable, "1e999");
        row("about", "~20%", "1", inputNeedsInterval, "~20%|18% to 22%");
        row("about, in words", "about $5.6M", "USD", inputNeedsInterval, "about $5.6M|$5.32M to $5.88M");
        row("above", ">100M", "USD", inputNeedsInterval, ">100M|100M to 200M");
        row("above, in words", "more than $100M", "USD", inputNeedsInterval, "more than $100M|$100M to $200M");
        row("at most", "<= 10 h", "h", inputNeedsInterval, "<= 10 h|5 h to 10 h");
        row("or so", "2,000 or so", "1", inputNeedsInterval, "2,000 or so|1800 to 2200");
        row("and more", "500+", "1", inputNeedsInterval, "500+|500 to 1000");
    }
    void wrongTextIsRefusedWithTheReason() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, unit);
        QFETCH(int, code);
        QFETCH(QByteArray, details);
        const Result<InputValue> value = readInput(text.toStdString(), unit.toStdString());
        QVERIFY(!value);
        QStringList given;
        for (const std::string& detail : value.error().details)
            given << QString::fromStdString(detail);
        QCOMPARE(given.join(u'|'), QString::fromUtf8(details));
        QCOMPARE(int(value.error().code), code);
        QCOMPARE(echoInput(text.toStdString(), unit.toStdString()).error(), value.error());
    }

    void numbersAreRead_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("unit");
        QTest::addColumn<double>("value"); // base units
        QTest::addColumn<QByteArray>("carried");
        const auto row = [](const char* text, const char* unit, double value, const char* carried) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(unit) << value << QByteArray(carried);
        };
        row("37e9", "parameter", 37e9, "");
        row("2,788,000", "GPU", 2788000, "");
        row("2.788M", "GPU*h", 2788000.0 * 3600, "");
        row("2.788M H800*h", "GPU*h", 2788000.0 * 3600, "H800*h");
        row("2.788M H800 GPU-hours", "GPU*h", 2788000.0 * 3600, "H800*h");
        row("2.788M GPU*h", "H800*h", 2788000.0 * 3600, "GPU*h");
        row("2.788 M", "1", 2788000, "");
        row("$5.6M", "USD", 5600000, "USD");
        row("$5.6m", "USD", 5600000, "USD");
        row("5.6m", "USD", 5600000, "");
        row("5.6 million dollars", "USD", 5600000, "USD");
        row("USD 5.6 million", "USD", 5600000, "USD");
        row("$5.6M USD", "USD", 5600000, "USD");
        row("8.6bn won", "KRW", 8.6e9, "KRW");
        row("-$5", "USD", -5, "USD");
        row("-5", "1", -5, "");
        row("\xE2\x88\x92"
            "5",
            "1", -5, "");
        row("+5", "1", 5, "");
        row(".5", "1", 0.5, "");
        row("20%", "1", 0.2, "%");
        row("35 %", "1", 0.35, "%");
        row("20 percent", "1", 0.2, "%");
        row("0.2", "%", 0.002, "");
        row("20", "%", 0.2, "");
        row("13B", "parameter", 13e9, "");
        row("13B parameters", "parameter", 13e9, "parameter");
        row("14.8T tokens", "token", 14.8e12, "token");
        row("50k", "GPU", 50000, "");
        row("50,000 H100s", "GPU", 50000, "H100");
        row("2 USD/(H800*h)", "USD/(GPU*h)", 2.0 / 3600, "USD/(H800*h)");
        row("$2 per GPU-hour", "USD/(GPU*h)", 2.0 / 3600, "USD/(GPU*h)");
        row("$2/GPU/h", "USD/(GPU*h)", 2.0 / 3600, "USD/(GPU*h)");
        row("2 months", "month", 2 * 31557600.0 / 12, "month");
        row("54.2 d", "h", 54.2 * 86400, "d");
        row("989.4 TFLOP/s", "PFLOP/s", 989.4e12, "TFLOP/s");
        row("700 W", "kW", 700, "W");
        row("0.08 USD/kWh", "USD/(kW*h)", 0.08 / 3.6e6, "USD/kWh");
        row("900 GB/s", "B/s", 9e11, "GB/s");
        row("3.4 x 10^24", "FLOP", 3.4e24, "");
        row("3.4\xC2\xB7"
            "10\xE2\x81\xB6",
            "1", 3.4e6, "");
        row("2\xC2\xBD", "1", 2.5, "");
        row("\xEF\xBC\x92\xEF\xBC\x90", "1", 20, "");
        row("1 234", "1", 1234, "");
        row("12,34,567", "INR", 1234567, "");
        row("1e6 1/s", "1/s", 1e6, "1/s");
    }
    void numbersAreRead() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, unit);
        QFETCH(double, value);
        QFETCH(QByteArray, carried);
        const Result<InputValue> read = readInput(text.toStdString(), unit.toStdString());
        QVERIFY2(read, read ? "" : qPrintable(QString::fromStdString(read.error().details.at(0))));
        QVERIFY(isFixed(read->distribution));
        const double given = std::get<Fixed>(read->distribution.shape).value;
        QVERIFY2(near(given, value, 3e-16), qPrintable(QString::number(given, 'g', 17)));
        QCOMPARE(bytes(read->unit), carried);
    }

    void shapesHaveTheirQuantiles_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("unit");
        QTest::addColumn<QList<double>>("probes"); // u, x in base units, ...
        const auto row = [](const char* text, const char* unit, const QList<double>& probes) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(unit) << probes;
        };
        row("5 to 10", "1", {0.05, 5, 0.95, 10, 0.5, std::sqrt(50)});
        row("5..10", "1", {0.05, 5, 0.95, 10});
        row("5 .. 10", "1", {0.05, 5, 0.95, 10});
        row("5-10", "1", {0.05, 5, 0.95, 10});
        row("5\xE2\x80\x93"
            "10%",
            "1", {0.05, 0.05, 0.95, 0.10});
        row("5 to 10 @80%", "1", {0.1, 5, 0.9, 10});
        row("5 to 10 @ 50 %", "1", {0.25, 5, 0.75, 10});
        row("-5 to 10", "1", {0.05, -5, 0.95, 10, 0.5, 2.5});
        row("0 to 10", "1", {0.05, 0, 0.95, 10, 0.5, 5});
        row("$5 to 10 million", "USD", {0.05, 5e6, 0.95, 1e7});
        row("5 to 10M", "USD", {0.05, 5e6, 0.95, 1e7});
        row("$5M to $10M", "USD", {0.05, 5e6, 0.95, 1e7});
        row("20 to 40%", "1", {0.05, 0.2, 0.95, 0.4});
        row("20% to 40%", "1", {0.05, 0.2, 0.95, 0.4});
        row("1 to 2 h", "s", {0.05, 3600, 0.95, 7200});
        row("30 min to 2 h", "h", {0.05, 1800, 0.95, 7200});
        row("10 / 20 / 40", "1", {0.1, 10, 0.5, 20, 0.9, 40});
        row("-10 / 20 / 40", "1", {0.1, -10, 0.5, 20, 0.9, 40});
        row("10 / 20 / 40 USD/(GPU*h)", "USD/(GPU*h)", {0.1, 10.0 / 3600, 0.5, 20.0 / 3600, 0.9, 40.0 / 3600});
        row("$10 / $20 / $40", "USD", {0.1, 10, 0.5, 20, 0.9, 40});
        row("10 USD / 20 USD / 40 USD", "USD", {0.1, 10, 0.5, 20, 0.9, 40});
        row("normal(10, 2)", "1", {0.5, 10, 0.05, 10 - 2 * 1.6448536269514722});
        row("NORMAL ( 10 , 2 )", "1", {0.5, 10});
        row("normal(50%, 5%)", "1", {0.5, 0.5});
        row("lognormal(1.3, 3.2)", "1", {0.05, 1.3, 0.95, 3.2});
        row("lognormal(1.3, 3.2) USD/(H800*h)", "USD/(GPU*h)", {0.05, 1.3 / 3600, 0.95, 3.2 / 3600});
        row("uniform(2, 6)", "1", {0.25, 3, 0.5, 4});
        row("uniform(2 h, 6 h)", "s", {0.5, 14400});
        row("triangular(0, 1, 1)", "1", {0.25, 0.5});
        row("triangular(0, 1, 4)", "1", {0.25, 1});
        row("pert(0, 5, 10)", "1", {0.5, 5});
        row("beta(2, 2)", "1", {0.5, 0.5});
        row("beta(4, 4, 0.15, 0.55)", "1", {0.5, 0.35});
        row("beta(4, 4, 10%, 30%)", "1", {0.5, 0.2});
        row("samples(3, 1, 2)", "1", {0.1, 1, 0.5, 2, 0.9, 3});
        row("mix(1: uniform(0, 1), 1: uniform(2, 3))", "1", {0.25, 0.5, 0.75, 2.5});
        row("mix(75%: 1, 25%: 2)", "1", {0.5, 1, 0.9, 2});
        row("mix(1: 1 to 2, 1: 3 to 4) h", "s", {0.99999, 18000});
        row("truncate(uniform(0, 10), 2, 4)", "1", {0.5, 3});
        row("truncate(normal(0, 1), 0, 100)", "1", {0.5, 0.6744897501960817});
        row("truncate(samples(1, 2, 3, 4), 2, 3)", "1", {0.4, 2, 0.6, 3});
        row("interval(1, 2)", "1", {0.5, 1.5});
        row("mix(0.5: normal(1, 1) h, 0.5: normal(1, 1) h)", "s", {0.5, 3600});
    }
    void shapesHaveTheirQuantiles() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, unit);
        QFETCH(QList<double>, probes);
        const Result<InputValue> read = readInput(text.toStdString(), unit.toStdString());
        QVERIFY2(read, read ? "" : qPrintable(QString::fromStdString(read.error().details.at(0))));
        const double loose = text.startsWith("mix(1: 1 to") ? 0.4 : 1e-9;
        for (qsizetype k = 0; k + 1 < probes.size(); k += 2) {
            const double x = quantile(read->distribution, probes[k]);
            QVERIFY2(std::abs(x - probes[k + 1]) <= loose * std::max(1e-3, std::abs(probes[k + 1])),
                     qPrintable(QString::number(x, 'g', 17)));
        }
    }

    void textOfADistributionReadsBack_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("unit");
        for (const char* text :
             {"5", "5 to 10", "-5 to 10", "10 / 20 / 40", "normal(10, 2)", "lognormal(1.3, 3.2)", "uniform(2, 6)",
              "triangular(0, 1, 4)", "pert(0, 2, 10)", "beta(2, 5)", "beta(4, 4, 0.15, 0.55)", "samples(3, 1, 2)",
              "mix(1: uniform(0, 1), 3: 2 to 3)", "truncate(normal(0, 1), 0, 2)", "interval(1, 2)"}) {
            QTest::newRow(qPrintable(QString::fromLatin1("%1, no unit").arg(QLatin1String(text))))
                << QByteArray(text) << QByteArray("1");
            QTest::newRow(qPrintable(QString::fromLatin1("%1 GPU-hours").arg(QLatin1String(text))))
                << QByteArray(text) << QByteArray("GPU*h");
            QTest::newRow(qPrintable(QString::fromLatin1("%1 per cent").arg(QLatin1String(text))))
                << QByteArray(text) << QByteArray("%");
        }
    }
    void textOfADistributionReadsBack() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, unit);
        const Result<InputValue> first = readInput(text.toStdString(), unit.toStdString());
        QVERIFY(first);
        if (text.startsWith("beta(2, 5)") || (text.startsWith("beta") && unit != "1"))
            QVERIFY(support(first->distribution).low >= 0);
        const std::string written = inputText(first->distribution, unit.toStdString());
        const Result<InputValue> again = readInput(written, unit.toStdString());
        QVERIFY2(again, written.c_str());
        for (const double u : {0.001, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999}) {
            const double x = quantile(first->distribution, u), y = quantile(again->distribution, u);
            QVERIFY2(std::abs(x - y) <= 1e-12 * std::max(std::abs(x), std::abs(quantile(first->distribution, 0.95))),
                     written.c_str());
        }
    }

    void echoSaysShapeLevelAndUnit_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("echo"); // shape level low high unit
        const auto row = [](const char* text, const char* echo) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(echo);
        };
        row("5", "fixed 0 5 5 h");
        row("5 to 10", "lognormal 0.9 5 10 h");
        row("-5 to 10", "normal 0.9 -5 10 h");
        row("5 to 10 @80%", "lognormal 0.8 5 10 h");
        row("1 to 2 d", "lognormal 0.9 1 2 d");
        row("10 / 20 / 40", "metalog 0.8 10 40 h");
        row("uniform(2, 6)", "uniform 0 2 6 h");
        row("pert(1, 2, 4)", "pert 0 1 4 h");
        row("samples(3, 1, 2)", "samples 0 1 3 h");
        row("interval(1, 2)", "interval 0 1 2 h");
        row("truncate(1 to 9, 2, 4)", "truncate 0 2 4 h");
        row("lognormal(1, 3)", "lognormal 0.9 1 3 h");
    }
    void echoSaysShapeLevelAndUnit() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, echo);
        const Result<Echo> read = echoInput(text.toStdString(), "h");
        QVERIFY(read);
        const QString given = QStringLiteral("%1 %2 %3 %4 %5")
                                  .arg(QString::fromStdString(read->shape))
                                  .arg(read->level)
                                  .arg(read->low, 0, 'g', 10)
                                  .arg(read->high, 0, 'g', 10)
                                  .arg(QString::fromStdString(read->unit));
        QCOMPARE(given, QString::fromLatin1(echo));
    }

    void deepNestingIsRefusedNotFollowed() {
        std::string text;
        for (int k = 0; k < 5000; ++k)
            text += "truncate(";
        const Result<InputValue> value = readInput(text, "1");
        QVERIFY(!value);
        QVERIFY(value.error().code == ErrorCode::inputSyntax);
    }

    void notUtf8IsRefused() {
        const Result<InputValue> value = readInput("5 \xFF", "1");
        QVERIFY(!value);
        QVERIFY(value.error().code == ErrorCode::numberUnreadable);
    }
};

const Registered<TestInput> registered("input");

} // namespace assay::test

#include "tst_input.moc"
