// Numbers and quantities as text, and that the text reads back.
#include "core/units/read_quantity.h"
#include "tests/test.h"

namespace assay::test {

class TestWriteQuantity : public Test {
    Q_OBJECT
private slots:
    void boundsAreWordsAndBack() {
        for (int k = 0; k <= int(Bound::unsure); ++k) {
            const auto bound = static_cast<Bound>(k);
            QVERIFY(!boundText(bound).empty());
            QVERIFY(boundFromText(boundText(bound)) == bound);
        }
        QVERIFY(!boundFromText("about"));
    }

    void numbersAreWritten_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("grouped");
        QTest::newRow("whole") << 2788000.0 << "2788000"
                               << "2,788,000";
        QTest::newRow("small whole") << 34.0 << "34"
                                     << "34";
        QTest::newRow("decimals") << 1234.5 << "1234.5"
                                  << "1,234.5";
        QTest::newRow("negative") << -1234567.0 << "-1234567"
                                  << "-1,234,567";
        QTest::newRow("large") << 3.2856e24 << "3.2856e24"
                               << "3.2856e24";
        QTest::newRow("power of ten") << 1e6 << "1e6"
                                      << "1,000,000";
        QTest::newRow("tiny") << 1.5e-9 << "1.5e-09"
                              << "1.5e-09";
        QTest::newRow("not short in binary") << 0.1 << "0.1"
                                             << "0.1";
    }
    void numbersAreWritten() {
        QFETCH(double, value);
        QFETCH(QString, plain);
        QFETCH(QString, grouped);
        QCOMPARE(QString::fromStdString(writeNumber(value)), plain);
        QCOMPARE(QString::fromStdString(writeNumber(value, Grouping::thousands)), grouped);
        for (const QString& text : {plain, grouped})
            QCOMPARE(readQuantity(text.toStdString())->value.value_or(0), value);
    }

    void quantitiesAreWrittenForPeople_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("unit");
        QTest::addColumn<QString>("text");
        const auto one = [](double value, const char* unit, const char* text) {
            QTest::newRow(text) << value << QByteArray(unit) << QString::fromUtf8(text);
        };
        one(5576000, "USD", "$5.576M");
        one(-5576000, "USD", "-$5.576M");
        one(2788000, "H800*h", "2.788M H800*h");
        one(20, "%", "20%");
        one(34.6234, "%", "34.62%");
        one(2048, "H800", "2,048 H800");
        one(50000, "GPU", "50,000 GPU");
        one(999999.7, "USD", "$1M");
        one(8.6e9, "KRW",
            "\xE2\x82\xA9"
            "8.6B");
        one(3.2856e24, "FLOP", "3.286e24 FLOP");
        one(0, "USD", "$0");
        one(2.0086, "USD/(H800*h)", "2.009 USD/(H800*h)");
        one(0.25, "1", "0.25");
    }
    void quantitiesAreWrittenForPeople() {
        QFETCH(double, value);
        QFETCH(QByteArray, unit);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(writeQuantity(value, unit.toStdString())), text);
    }
};

const Registered<TestWriteQuantity> registered("write_quantity");

} // namespace assay::test

#include "tst_write_quantity.moc"
