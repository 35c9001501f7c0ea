// UTF-8 by the table of the Unicode Standard, and offsets in code points.
#include "core/base/utf8.h"
#include "tests/test.h"

namespace assay::test {

class TestUtf8 : public Test {
    Q_OBJECT
private slots:
    void badBytesAreFoundWhereTheyStand_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qsizetype>("valid");
        QTest::newRow("lone continuation byte") << QByteArray("ab\x80") << qsizetype(2);
        QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << qsizetype(0);
        QTest::newRow("overlong in three bytes") << QByteArray("\xE0\x9F\xBF") << qsizetype(0);
        QTest::newRow("overlong in four bytes") << QByteArray("\xF0\x8F\xBF\xBF") << qsizetype(0);
        QTest::newRow("surrogate") << QByteArray("x\xED\xA0\x80") << qsizetype(1);
        QTest::newRow("above U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << qsizetype(0);
        QTest::newRow("lead byte F5") << QByteArray("\xF5\x80\x80\x80") << qsizetype(0);
        QTest::newRow("cut inside a character") << QByteArray("12345678\xE6\x96") << qsizetype(8);
        QTest::newRow("byte order mark of UTF-16") << QByteArray("\xFF\xFE", 2) << qsizetype(0);
    }
    void badBytesAreFoundWhereTheyStand() {
        QFETCH(QByteArray, bytes);
        QFETCH(qsizetype, valid);
        QCOMPARE(qsizetype(validUtf8Prefix(bytes.toStdString())), valid);
        QVERIFY(!isUtf8(bytes.toStdString()));
    }
    void everyCodePointSurvivesTheRoundTrip() {
        std::u32string all;
        for (char32_t c = 0; c <= 0x10FFFF; c = c == 0xD7FF ? 0xE000 : c + 1)
            all += c;
        const std::string text = toUtf8(all);
        QVERIFY(isUtf8(text));
        QCOMPARE(codePointCount(text), all.size());
        QVERIFY(toUtf32(text) == all);
    }
    void badBytesBecomeTheReplacementCharacter() {
        QVERIFY(toUtf32("a\xFFz") == U"a\uFFFDz");
        QCOMPARE(toUtf8(std::u32string(1, char32_t{0xD800})), std::string("\xEF\xBF\xBD"));
    }
    void offsetsCountCodePointsNotBytes() {
        const std::string text = "a\u00e9\u6c49\U0001F600z"; // 1 + 2 + 3 + 4 + 1 bytes
        QCOMPARE(byteOffset(text, 0), std::size_t(0));
        QCOMPARE(byteOffset(text, 3), std::size_t(6));
        QCOMPARE(byteOffset(text, 4), std::size_t(10));
        QCOMPARE(byteOffset(text, 5), text.size());
        QCOMPARE(byteOffset(text, 99), text.size());
        QCOMPARE(std::string(codePoints(text, 1, 4)), std::string("\u00e9\u6c49\U0001F600"));
        QCOMPARE(std::string(codePoints(text, 4, 99)), std::string("z"));
        QVERIFY(codePoints(text, 3, 2).empty());
    }
};

const Registered<TestUtf8> registered("utf8");

} // namespace assay::test

#include "tst_utf8.moc"
