// Dated rates: the day, the last earlier day, the month; and what is said about each.
#include "core/catalog/rates.h"
#include "tests/test.h"

namespace assay::test {

class TestRates : public Test {
    Q_OBJECT
private slots:
    void noRateIsInvented_data() {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("quote");
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("why");
        QTest::newRow("currency not in the table") << "USD"
                                                   << "EUR"
                                                   << "2025-01-27"
                                                   << "the table of rates has no EUR";
        QTest::newRow("base not in the table") << "EUR"
                                               << "KRW"
                                               << "2025-01-27"
                                               << "the table of rates has no EUR";
        QTest::newRow("a year has no rate") << "USD"
                                            << "KRW"
                                            << "2025"
                                            << "a year has no rate";
        QTest::newRow("no date") << "USD"
                                 << "KRW"
                                 << ""
                                 << "no date is given";
        QTest::newRow("before the table") << "USD"
                                          << "KRW"
                                          << "1999-01-04"
                                          << "the table of rates begins with 2022-01";
    }
    void noRateIsInvented() {
        QFETCH(QString, base);
        QFETCH(QString, quote);
        QFETCH(QString, date);
        QFETCH(QString, why);
        QCOMPARE(whyNoRate(base.toStdString(), quote.toStdString(), date.toStdString()), why.toStdString());
        QVERIFY(!rateOn(base.toStdString(), quote.toStdString(), date.toStdString()));
    }
    void rateSaysWhichRowItIs_data() { // Federal Reserve H.10
        QTest::addColumn<QString>("quote");
        QTest::addColumn<QString>("date");
        QTest::addColumn<double>("rate");
        QTest::addColumn<QString>("said");
        QTest::newRow("the day itself") << "KRW"
                                        << "2025-01-27" << 1433.83 << "noon rate of 2025-01-27";
        QTest::newRow("with a time") << "KRW"
                                     << "2025-01-27T16:00" << 1433.83 << "noon rate of 2025-01-27";
        QTest::newRow("a Sunday") << "KRW"
                                  << "2025-01-26" << 1429.17
                                  << "noon rate of 2025-01-24, the last earlier day in the table";
        QTest::newRow("a month") << "KRW"
                                 << "2025-01" << 1452.1919 << "average of 2025-01";
        QTest::newRow("no daily rows near")
            << "KRW"
            << "2025-05-15" << 0.0
            << "average of 2025-05, the table having no noon rate of the day or of the week before";
        QTest::newRow("a holiday, no daily rows near")
            << "KRW"
            << "2025-01-20" << 1452.1919
            << "average of 2025-01, the table having no noon rate of the day or of the week before";
        QTest::newRow("monthly currency")
            << "SGD"
            << "2025-01-27" << 1.3606
            << "average of 2025-01, the table having no noon rate of the day or of the week before";
        QTest::newRow("after the table") << "SGD"
                                         << "2031-01-02" << 0.0
                                         << "average of 2026-06, the last earlier month in the table";
    }
    void rateSaysWhichRowItIs() {
        QFETCH(QString, quote);
        QFETCH(QString, date);
        QFETCH(double, rate);
        QFETCH(QString, said);
        const auto found = rateOn("USD", quote.toStdString(), date.toStdString());
        QVERIFY(found);
        if (rate > 0)
            QCOMPARE(found->rate, rate);
        QCOMPARE(describeRate(*found), said.toStdString());
        QVERIFY(!found->source.empty());
    }
    void rateIsExactlyAsPrinted() {
        QVERIFY(rateOn("USD", "KRW", "2025-01-27")->rate == 1433.83);
    } // no library rounds it
    void crossRatesGoThroughTheDollar() {
        const double krwPerSgd = rateOn("SGD", "KRW", "2025-01")->rate;
        QVERIFY(std::abs(krwPerSgd - 1452.1919 / 1.3606) < 1e-9);
        QVERIFY(std::abs(rateOn("KRW", "USD", "2025-01-27")->rate * 1433.83 - 1) < 1e-12);
    }
};

const Registered<TestRates> registered("rates");

} // namespace assay::test

#include "tst_rates.moc"
