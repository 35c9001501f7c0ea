// Ticks: round, exact, few; labels that parse back to their values.
#include "core/chart/ticks.h"
#include "tests/test.h"

#include <cmath>
#include <limits>

namespace assay::test {
namespace {

QString labels(const Axis& axis, int wanted) {
    QStringList list;
    for (const Tick& tick : makeTicks(axis, wanted))
        list << QString::fromStdString(tick.label);
    return list.join(QLatin1Char(' '));
}

/// "$2.5M" -> 2500000.
double parsed(std::string text) {
    std::erase_if(text, [](char c) { return c == '$' || c == '%' || c == ','; });
    double scale = 1;
    for (const auto& [letter, size] :
         {std::pair('K', 1e3), std::pair('M', 1e6), std::pair('B', 1e9), std::pair('T', 1e12)})
        if (!text.empty() && text.back() == letter) {
            scale = size;
            text.pop_back();
        }
    const bool negative = text.starts_with("−");
    const double value = std::stod(negative ? text.substr(std::string("−").size()) : text);
    return (negative ? -value : value) * scale;
}

} // namespace

class TestChartTicks : public Test {
    Q_OBJECT
private slots:
    void unusableRangesHaveNoTicks_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const double nan = std::nan("");
        const double infinite = std::numeric_limits<double>::infinity();
        QTest::newRow("not a number") << static_cast<int>(AxisKind::linear) << nan << 1.0;
        QTest::newRow("infinite") << static_cast<int>(AxisKind::log) << 1.0 << infinite;
        QTest::newRow("empty") << static_cast<int>(AxisKind::linear) << 1.0 << 1.0;
        QTest::newRow("reversed") << static_cast<int>(AxisKind::time) << 2.0 << 1.0;
        QTest::newRow("zero on a log axis") << static_cast<int>(AxisKind::log) << 0.0 << 10.0;
        QTest::newRow("categories") << static_cast<int>(AxisKind::category) << 0.0 << 4.0;
        QTest::newRow("years beyond any calendar") << static_cast<int>(AxisKind::time) << 0.0 << 1e300;
    }
    void unusableRangesHaveNoTicks() {
        QFETCH(int, kind);
        QFETCH(double, low);
        QFETCH(double, high);
        QVERIFY(makeTicks({static_cast<AxisKind>(kind), {}, {}, low, high, {}}, 8).empty());
    }

    void ticksAreRoundAndExact_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<QString>("expected");
        const int linear = static_cast<int>(AxisKind::linear);
        const int log = static_cast<int>(AxisKind::log);
        QTest::newRow("per cent never 7.5 as 8") << linear << 0.0 << 30.0 << "%" << 5 << "0% 10% 20% 30%";
        QTest::newRow("half steps keep their digit") << linear << 0.0 << 2.0 << "USD" << 4 << "$0 $0.5 $1 $1.5 $2";
        QTest::newRow("across zero") << linear << -2e6 << 2e6 << "USD" << 5 << "−$2M −$1M $0 $1M $2M";
        QTest::newRow("1-2-5 on a log axis")
            << log << 1e6 << 5e8 << "USD" << 12 << "$1M $2M $5M $10M $20M $50M $100M $200M $500M";
        QTest::newRow("fewer: 1-3") << log << 1e6 << 5e8 << "USD" << 6 << "$1M $3M $10M $30M $100M $300M";
        QTest::newRow("fewer still: decades") << log << 1e3 << 1e9 << "" << 7 << "1K 10K 100K 1M 10M 100M 1B";
        QTest::newRow("inside one decade there are at least three") << log << 2.1 << 7.0 << "" << 8 << "3 4 5 6 7";
        QTest::newRow("a few weeks") << static_cast<int>(AxisKind::time) << *dayOf("2025-01-10") << *dayOf("2025-02-20")
                                     << "" << 6 << "15 Jan 2025 22 Jan 2025 1 Feb 2025 8 Feb 2025 15 Feb 2025";
        QTest::newRow("months start on the 1st")
            << static_cast<int>(AxisKind::time) << *dayOf("2024-11-20") << *dayOf("2025-04-02") << "" << 6
            << "Dec 2024 Jan 2025 Feb 2025 Mar 2025 Apr 2025";
        QTest::newRow("years") << static_cast<int>(AxisKind::time) << *dayOf("2016") << *dayOf("2026") << "" << 6
                               << "2016 2018 2020 2022 2024 2026";
    }
    void ticksAreRoundAndExact() {
        QFETCH(int, kind);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(QString, unit);
        QFETCH(int, wanted);
        QFETCH(QString, expected);
        QCOMPARE(labels({static_cast<AxisKind>(kind), {}, unit.toStdString(), low, high, {}}, wanted), expected);
    }

    void labelsParseBackToTheirValues() { // charts: fact 17
        for (const AxisKind kind : {AxisKind::linear, AxisKind::log})
            for (const double low : {1e-3, 0.7, 3.0, 41000.0, 2.5e6})
                for (const double width : {1.7, 8.0, 900.0})
                    for (const Tick& tick : makeTicks({kind, {}, "USD", low, low * width, {}}, 9))
                        QVERIFY2(std::abs(parsed(tick.label) - tick.value) <= 1e-12 * tick.value, tick.label.c_str());
    }
    void hugeNumbersWithATinyRangeStillHaveTicks() { // charts: fact 24
        QVERIFY(makeTicks({AxisKind::linear, {}, {}, 1e12, 1e12 + 1, {}}, 5).size() >= 2);
    }
    void tinyRangesEndInTime() { // charts: fact 9
        QVERIFY(makeTicks({AxisKind::linear, {}, {}, 0, 1e-300, {}}, 1000).size() <= 62);
        QVERIFY(makeTicks({AxisKind::log, {}, {}, 1e-300, 1e300, {}}, 5).size() <= 7);
    }
    void niceRangesHoldTheirValuesAndStayPut() {
        const Range range = niceLogRange(3.1e6, 9.4e7);
        QCOMPARE(range, (Range{2e6, 1e8}));
        QCOMPARE(niceLogRange(3.4e6, 9.1e7), range);
        QCOMPARE(niceLogRange(0, 5), (Range{1, 10}));
        QCOMPARE(niceLinearRange(std::nan(""), 1), Range());
        QCOMPARE(niceLogRange(5, 5), (Range{2.5, 10}));
        const Range linear = niceLinearRange(0.3, 9.2);
        QVERIFY(linear.low <= 0.3 && linear.high >= 9.2);
        QVERIFY(niceLinearRange(4, 4).low < 4);
    }
    void datesAreReadAsFarAsTheyGo() {
        QVERIFY(!dayOf("soon"));
        QVERIFY(!dayOf("2025-13-01"));
        QVERIFY(!dayOf("2025-02-30"));
        QVERIFY(!dayOf(""));
        QCOMPARE(*dayOf("1970-01-02"), 1.0);
        QCOMPARE(*dayOf("2025-01"), *dayOf("2025-01-01"));
        QCOMPARE(isoDay(*dayOf("2024-12-27")), std::string("2024-12-27"));
    }

    void everyNiceRangeCanBeDrawn_data() {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const double most = std::numeric_limits<double>::max();
        const double least = std::numeric_limits<double>::denorm_min();
        QTest::newRow("the whole of a double") << -most << most;
        QTest::newRow("the largest alone") << most << most;
        QTest::newRow("the smallest alone") << least << least;
        QTest::newRow("subnormal") << least << 1e-310;
        QTest::newRow("the smallest and the largest") << least << most;
        QTest::newRow("infinite ends") << -std::numeric_limits<double>::infinity()
                                       << std::numeric_limits<double>::infinity();
        QTest::newRow("zero") << 0.0 << 0.0;
    }
    void everyNiceRangeCanBeDrawn() {
        QFETCH(double, low);
        QFETCH(double, high);
        for (const AxisKind kind : {AxisKind::linear, AxisKind::log}) {
            const Range range = kind == AxisKind::log ? niceLogRange(low, high) : niceLinearRange(low, high);
            QVERIFY2(isDrawable(kind, range), qPrintable(QStringLiteral("%1 %2").arg(range.low).arg(range.high)));
            for (const Tick& tick : makeTicks({kind, {}, {}, range.low, range.high, {}}, 8))
                QVERIFY(tick.value >= range.low && tick.value <= range.high);
        }
        QVERIFY(!isDrawable(AxisKind::log, {0, 1}));
        QVERIFY(!isDrawable(AxisKind::linear, {1, 1}));
        QVERIFY(!isDrawable(AxisKind::linear, {0, std::nan("")}));
    }
};

const Registered<TestChartTicks> registered("chart_ticks");

} // namespace assay::test

#include "tst_chart_ticks.moc"
