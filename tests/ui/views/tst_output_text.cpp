// Numbers of results as people read them: digits by the standard error, ranges where an input has no shape.
#include "core/scenario/simulate.h"
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"
#include "ui/views/output_text.h"

namespace assay::test {

namespace {

OutputSummary outputOf(const char* first, const char* formula) {
    const Model model =
        makeModel({{"x", "USD", first}, {"y", "1", "uniform(1, 3)"}, {"z", "USD", "1"}}, {{"cost", "USD", formula}});
    return simulate(model, makeScenario("s"), runOptions(4096)).value().outputs[0];
}

} // namespace

class TestOutputText : public Test {
    Q_OBJECT
private slots:
    void aBandIsShownAsRanges_data() {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QString>("median");
        QTest::addColumn<QString>("interval");
        // y's median is 2, its P5 and P95 1.1 and 2.9
        QTest::newRow("both ends differ") << "interval(10, 20)"
                                          << "x * y"
                                          << "$20 to $40"
                                          << "$11 to $58";
        QTest::newRow("the output does not see the interval") << "interval(10, 20)"
                                                              << "z * y"
                                                              << "$2"
                                                              << "$1.1 to $2.9";
        QTest::newRow("no interval: no band") << "10"
                                              << "x * y"
                                              << "$20"
                                              << "$11 to $29";
    }
    void aBandIsShownAsRanges() {
        QFETCH(QString, input);
        QFETCH(QString, formula);
        QFETCH(QString, median);
        QFETCH(QString, interval);
        const OutputSummary output = outputOf(input.toUtf8().constData(), formula.toUtf8().constData());
        QCOMPARE(medianText(output), median);
        QCOMPARE(intervalText(output), interval);
    }

    void theDetailOfABandSaysThatItIsOne() {
        const QString band = outputDetail(outputOf("interval(10, 20)", "x * y"));
        QVERIFY2(band.contains(QStringLiteral("$20 to $40")) && band.contains(QStringLiteral("without a shape")),
                 qPrintable(band));
        QVERIFY(!band.contains(QStringLiteral("wider"))); // monotone: the bounds are exact
        QVERIFY(!outputDetail(outputOf("10", "x * y")).contains(QStringLiteral("without a shape")));
        const QString sampled = outputDetail(outputOf("interval(-1, 2)", "x * x / z * y"));
        QVERIFY2(sampled.contains(QStringLiteral("wider")), qPrintable(sampled));
    }
};

const Registered<TestOutputText> registered("output_text");

} // namespace assay::test

#include "tst_output_text.moc"
