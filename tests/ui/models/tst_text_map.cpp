// Positions on screen against code points: the layer that keeps anchors exact.
#include "core/base/utf8.h"
#include "tests/test.h"
#include "ui/models/text_map.h"

#include <QtGui/QTextCursor>
#include <QtWidgets/QPlainTextEdit>

namespace assay::test {

class TestTextMap : public Test {
    Q_OBJECT
private slots:
    void everyPieceComesBackExactly_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("one line without end") << QStringLiteral("abc");
        QTest::newRow("emoji before and after") << QStringLiteral("a\U0001F433b\U0001F468\u200D\U0001F469c");
        QTest::newRow("emoji alone") << QStringLiteral("\U0001F433");
        QTest::newRow("CR LF") << QStringLiteral("one\r\ntwo\r\n\r\nthree");
        QTest::newRow("CR alone, LF CR") << QStringLiteral("one\rtwo\n\rthree");
        QTest::newRow("CR LF after an emoji") << QStringLiteral("\U0001F433\r\n\U0001F433\r\nx");
        QTest::newRow("combining marks and Hangul jamo") << QStringLiteral("Cafe\u0301 \u1112\u1161\u11AB 5.6");
        QTest::newRow("right to left") << QStringLiteral("\u05D0\u05D1 5.6 \u05D2");
        QTest::newRow("no-break space and separators") << QStringLiteral("5\u00A0000\u2028next\u2029last\u0085end");
        QTest::newRow("characters Qt keeps for itself") << QStringLiteral("a\uFDD0b\uFDD1c\uFFFCd");
        QTest::newRow("pages of a PDF") << QStringLiteral("one\ftwo\f\fthree");
        QTest::newRow("byte order mark") << QStringLiteral("\uFEFFtext");
        QTest::newRow("a line of 9,000 characters") << QStringLiteral("number 5.6 \U0001F433 ").repeated(650);
        QTest::newRow("9,000 characters without a space") << QStringLiteral("\u6587").repeated(9000);
    }
    void everyPieceComesBackExactly() {
        QFETCH(QString, text);
        const std::string utf8 = text.toStdString();
        const TextMap map(utf8);
        const std::size_t count = codePointCount(utf8);
        QCOMPARE(map.codePoints(), count);
        QCOMPARE(map.codePoint(map.position(count)), count);
        QPlainTextEdit edit;
        edit.setPlainText(map.display());
        QCOMPARE(edit.document()->characterCount(), static_cast<int>(map.display().size()) + 1);
        int last = -1;
        bool afterPair = false; // CR LF is one position: LF's is that of what follows
        for (std::size_t i = 0; i < count; ++i) {
            const int position = map.position(i);
            const bool lineFeedOfPair =
                codePoints(utf8, i, i + 1) == "\n" && i > 0 && codePoints(utf8, i - 1, i) == "\r";
            QVERIFY(position > last || (afterPair && position == last));
            if (!lineFeedOfPair)
                QCOMPARE(map.codePoint(position), i);
            last = position;
            afterPair = lineFeedOfPair;
        }
    }
    void wordsOnScreenAreTheWordsInTheSource() {
        const std::string utf8 = "\xF0\x9F\x90\xB3 first\r\nsecond \xF0\x9F\x90\xB3 $5.6 million\r\n";
        const TextMap map(utf8);
        QPlainTextEdit edit;
        edit.setPlainText(map.display());
        QTextCursor cursor = edit.document()->find(QStringLiteral("$5.6 million"));
        const std::size_t start = map.codePoint(cursor.selectionStart());
        const std::size_t end = map.codePoint(cursor.selectionEnd());
        QCOMPARE(std::string(codePoints(utf8, start, end)), std::string("$5.6 million"));
        QCOMPARE(map.position(start), cursor.selectionStart());
        QCOMPARE(map.position(end), cursor.selectionEnd());
    }
    void noBlockIsLongerThanTwiceTheLimit() {
        for (const QString& text : {QStringLiteral("word ").repeated(5000), QStringLiteral("x").repeated(30000)}) {
            const TextMap map(text.toStdString());
            for (const QString& line : map.display().split(QLatin1Char('\n')))
                QVERIFY(line.size() <= 2 * TextMap::longestLine);
        }
    }
    void theSecondHalfOfAPairBelongsToThePair() {
        const TextMap map("a\xF0\x9F\x90\xB3z");
        QCOMPARE(map.codePoint(1), std::size_t{1});
        QCOMPARE(map.codePoint(2), std::size_t{1});
        QCOMPARE(map.codePoint(3), std::size_t{2});
        QCOMPARE(map.codePoint(99), std::size_t{3});
        QCOMPARE(map.codePoint(-1), std::size_t{0});
    }
};

const Registered<TestTextMap> registered("text_map");

} // namespace assay::test

#include "tst_text_map.moc"
