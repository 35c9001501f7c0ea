// Base64: the vectors of RFC 4648, section 10, and every byte there and back.
#include "core/base/base64.h"
#include "tests/test.h"

namespace assay::test {

class TestBase64 : public Test {
    Q_OBJECT
private slots:
    void whatIsNoBase64IsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("cut off") << QByteArray("Zm9");
        QTest::newRow("a line end") << QByteArray("Zm9v\nZg==");
        QTest::newRow("padding inside") << QByteArray("Zg==Zm9v");
        QTest::newRow("padding alone") << QByteArray("====");
        QTest::newRow("of the alphabet for addresses") << QByteArray("-_-_");
        QTest::newRow("bits behind the end") << QByteArray("Zh==");
        QTest::newRow("a byte above 127") << QByteArray("Zm\xFFv");
    }
    void whatIsNoBase64IsRefused() {
        QFETCH(QByteArray, text);
        QVERIFY(!fromBase64(text.toStdString()));
    }
    void vectorsOfTheStandard() {
        const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                               {"f", "Zg=="},
                                                               {"fo", "Zm8="},
                                                               {"foo", "Zm9v"},
                                                               {"foob", "Zm9vYg=="},
                                                               {"fooba", "Zm9vYmE="},
                                                               {"foobar", "Zm9vYmFy"}};
        for (const auto& [bytes, text] : vectors) {
            QCOMPARE(toBase64(bytes), std::string(text));
            QVERIFY(fromBase64(text) == std::string(bytes));
        }
    }
    void everyByteReadsBack() {
        std::string bytes;
        for (int i = 0; i < 3 * 256 + 1; ++i) {
            QVERIFY(fromBase64(toBase64(bytes)) == bytes);
            bytes += static_cast<char>(i * 7);
        }
        QCOMPARE(QByteArray::fromStdString(toBase64(bytes)), QByteArray::fromStdString(bytes).toBase64());
    }
};

const Registered<TestBase64> registered("base64");

} // namespace assay::test

#include "tst_base64.moc"
