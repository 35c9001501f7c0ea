// Numbers as labels print them.
#include "core/chart/format.h"
#include "tests/test.h"

#include <cmath>
#include <limits>

namespace assay::test {

class TestChartFormat : public Test {
    Q_OBJECT
private slots:
    void shortNumberIsHonestAboutDigits_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("digits");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* why, double value, int digits, const QString& text) {
            QTest::newRow(why) << value << digits << text;
        };
        row("not a number is said", std::nan(""), 2, QStringLiteral("not a number"));
        row("infinite", -std::numeric_limits<double>::infinity(), 2, QStringLiteral("−∞"));
        row("zero has no magnitude", 0, 3, QStringLiteral("0"));
        row("no exponent below a trillion", 3e8, 1, QStringLiteral("300M"));
        row("trailing zero is a digit", 8.96e6, 2, QStringLiteral("9.0M"));
        row("carry changes the letter", 999960, 3, QStringLiteral("1.00M"));
        row("carry inside a letter", 9.96e6, 2, QStringLiteral("10M"));
        row("thousands", 2788000, 4, QStringLiteral("2.788M"));
        row("digits beyond the point are not invented", 123456, 2, QStringLiteral("120K"));
        row("plain", 42, 2, QStringLiteral("42"));
        row("fraction", 0.346, 2, QStringLiteral("0.35"));
        row("tiny", 2e-7, 2, QStringLiteral("2.0e-07"));
        row("negative", -5300000, 2, QStringLiteral("−5.3M"));
        row("huge stays readable", 1.5e18, 2, QStringLiteral("1.5e18"));
        row("below ten thousand trillion", 9.9e15, 2, QStringLiteral("9900T"));
    }
    void shortNumberIsHonestAboutDigits() {
        QFETCH(double, value);
        QFETCH(int, digits);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(shortNumber(value, digits)), text);
    }

    void unitsReadLikeWords_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("text");
        QTest::newRow("money in front") << 5.576e6 << "USD"
                                        << "$5.576M";
        QTest::newRow("negative money") << -2e6 << "USD"
                                        << "−$2.000M";
        QTest::newRow("per cent behind") << 22.0 << "%"
                                         << "22.00%";
        QTest::newRow("chip hours") << 2.788e6 << "H800*h"
                                    << "2.788M H800-hours";
        QTest::newRow("price") << 2.0 << "USD/(H800*h)"
                               << "$2.000/H800-hour";
        QTest::newRow("no unit") << 0.5 << "1"
                                 << "0.5000";
    }
    void unitsReadLikeWords() {
        QFETCH(double, value);
        QFETCH(QString, unit);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(shortQuantity(value, unit.toStdString(), 4)), text);
    }

    void intervalsShowAsManyDigitsAsTellTheirEndsApart() {
        QCOMPARE(intervalText(9e6, 5.3e6, 15e6, "USD"), std::string("$9.0M ($5.3M–$15M)"));
        QCOMPARE(intervalText(5.576e6, 5.576e6, 5.576e6, "USD"), std::string("$5.576M"));
        QCOMPARE(intervalText(2.7e6, 2.6e6, 2.8e6, {}), std::string("2.70M (2.60M–2.80M)"));
        QCOMPARE(intervalText(-2e6, -9e6, 5.3e6, "USD"), std::string("−$2.0M (−$9.0M to $5.3M)"));
    }

    void digitsAreNoFinerThanTheStandardError_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("error");
        QTest::addColumn<int>("digits");
        QTest::newRow("no error known") << 9e6 << 0.0 << allDigits;
        QTest::newRow("an error that is no number") << 9e6 << std::nan("") << allDigits;
        QTest::newRow("nothing to tell digits of") << 0.0 << 1.0 << allDigits;
        QTest::newRow("the error is as large as the value") << 9e6 << 9e6 << 1;
        QTest::newRow("a tenth") << 9e6 << 1e5 << 2;
        QTest::newRow("a little more than a step of the third digit") << 9e6 << 2e4 << 2;
        QTest::newRow("a step of the third digit") << 9e6 << 1e4 << 3;
        QTest::newRow("a negative value") << -9e6 << 1e4 << 3;
        QTest::newRow("below one") << 0.0123 << 0.0001 << 3;
    }
    void digitsAreNoFinerThanTheStandardError() {
        QFETCH(double, value);
        QFETCH(double, error);
        QFETCH(int, digits);
        QCOMPARE(digitsSupported(value, error), digits);
    }
    void anIntervalHasNoMoreDigitsThanItMay() {
        QCOMPARE(intervalText(2.7e6, 2.6e6, 2.8e6, {}, 2), std::string("2.7M (2.6M–2.8M)"));
        QCOMPARE(intervalText(2.7e6, 2.6e6, 2.8e6, {}, 1), std::string("3M")); // its ends print the same
    }

    void aStatementOfAChanceIsOnePiece() {
        QCOMPARE(chanceStatement("A > B", "52%"), std::string("P(A\u00a0>\u00a0B)\u00a0=\u00a052%"));
        QCOMPARE(chanceStatement("A > B", "< 0.1%"), std::string("P(A\u00a0>\u00a0B)\u00a0<\u00a00.1%"));
    }

    void chancesAreNoFinerThanTheirSamples_data() {
        QTest::addColumn<quint64>("hits");
        QTest::addColumn<quint64>("samples");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* why, quint64 hits, quint64 samples, const char* text) {
            QTest::newRow(why) << hits << samples << QString::fromLatin1(text);
        };
        row("no sample", 0, 0, "not a number");
        row("one sample, missed", 0, 1, "0%");
        row("one sample, hit", 1, 1, "100%");
        row("none of many", 0, 131072, "< 0.1%");
        row("hardly any", 13, 131072, "< 0.1%");
        row("nearly all", 131060, 131072, "> 99.9%");
        row("all", 131072, 131072, "> 99.9%");
        row("a rare case of many samples", 2753, 131072, "2.1%");
        row("a rare case of few", 1, 50, "2%");
        row("rarer than the digit", 1, 900, "< 1%");
        row("a middle has whole digits", 68157, 131072, "52%");
        row("a third", 1, 3, "33%");
    }
    void chancesAreNoFinerThanTheirSamples() {
        QFETCH(quint64, hits);
        QFETCH(quint64, samples);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(chanceText(hits, samples)), text);
    }
    void digitsNeededIsTheFewestThatKeepTheValue() {
        QCOMPARE(digitsNeeded(6e6), 1);
        QCOMPARE(digitsNeeded(294e3), 3);
        QCOMPARE(digitsNeeded(5.576e6), 4);
        QCOMPARE(digitsNeeded(1.0 / 3), 4);
    }
};

const Registered<TestChartFormat> registered("chart_format");

} // namespace assay::test

#include "tst_chart_format.moc"
