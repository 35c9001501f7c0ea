// Regular expressions: a bad one is told with its place, an exploding one ends in time, matches stand at the right code
// points.
#include "core/source/find_expression.h"
#include "tests/core/source/hits_text.h"
#include "tests/test.h"

#include <QtCore/QElapsedTimer>

#include <string>
#include <thread>

namespace assay::test {

class TestFindExpression : public Test {
    Q_OBJECT
private slots:
    void aBadExpressionIsToldWithItsPlace_data() {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("column");
        const auto row = [](const char* why, const char* expression, ExpressionFault fault, int column) {
            QTest::newRow(why) << QString::fromUtf8(expression) << int(fault) << column;
        };
        row("not closed", "(abc", ExpressionFault::parenthesis, 4);
        row("not opened", "abc)", ExpressionFault::parenthesis, 4);
        row("set not closed", "[abc", ExpressionFault::bracket, 4);
        row("nothing escaped", "a\\", ExpressionFault::escape, 2);
        row("unknown class", "\\p{Foo}", ExpressionFault::property, 7);
        row("more than most", "a{3,1}", ExpressionFault::repetition, 6);
        row("braces not closed", "a{", ExpressionFault::repetition, 2);
        row("a count beyond reason", "a{99999999999}", ExpressionFault::repetition, 12);
        row("look-behind without end", "(?<=a+)b", ExpressionFault::lookBehind, 7);
        row("no such group", "(a)\\2", ExpressionFault::reference, 5);
        row("no such named group", "(?<n>a)\\k<m>", ExpressionFault::reference, 12);
        row("nothing to repeat", "*a", ExpressionFault::syntax, 1);
        row("range the wrong way", "[z-a]", ExpressionFault::syntax, 4);
        row("characters count, not bytes", "\uD55C\uAE00(", ExpressionFault::parenthesis, 3);
    }
    void aBadExpressionIsToldWithItsPlace() {
        QFETCH(QString, expression);
        QFETCH(int, fault);
        QFETCH(int, column);
        const auto bad = faultOf(expression.toStdString());
        QVERIFY(bad);
        QCOMPARE(int(bad->fault), fault);
        QCOMPARE(int(bad->column), column);
        QCOMPARE(placesText(findExpression("(abc [abc a\\ a{", expression.toStdString())), QString());
    }
    void aVeryLongOrDeepExpressionIsRefusedOrRead() {
        QVERIFY(faultOf(std::string(1'001, 'a'))->fault == ExpressionFault::tooLong);
        QVERIFY(!faultOf(std::string(1'000, 'a')));
        const std::string deep = std::string(450, '(') + "a" + std::string(450, ')');
        const auto fault = faultOf(deep);
        QCOMPARE(findExpression("a", deep).ranges.size(), std::size_t(fault ? 0 : 1));
    }
    void matchesStandAtTheirCodePoints_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* why, const char* text, const char* expression, const char* found) {
            QTest::newRow(why) << QString::fromUtf8(text) << QString::fromUtf8(expression) << QString::fromUtf8(found);
        };
        row("no expression", "abc", "", "");
        row("no match", "abc", "d", "");
        row("empty text", "", "a*", "");
        row("only empty matches", "abc", "x*", "");
        row("empty matches between others", "abaa", "a*", "0-1 2-4");
        row("any case", "GPU gpu", "Gpu", "0-3 4-7");
        row("case counts when asked for", "GPU gpu", "(?-i)GPU", "0-3");
        row("every line has a start and an end", "ab\nab\r\nab", "^ab$", "0-2 3-5 7-9");
        row("no match goes over a line end", "GPU\nhours", "GPU\\s+hours", "");
        row("a no-break space is white", "5\u00A0GPU", "5\\sGPU", "0-5");
        row("behind emoji, among them", "\U0001F600 5 \U0001F680H800\n\U0001F600 7", "\\d+", "2-3 6-9 12-13");
        row("an emoji itself", "a\U0001F680b", "\\p{So}", "1-2");
        row("letters of any script", "\uC11C\uC6B8 \u0416\u0438", "\\w+", "0-2 3-5");
        row("groups and references", "the the cat", "\\b(\\w+) \\1\\b", "0-7");
    }
    void matchesStandAtTheirCodePoints() {
        QFETCH(QString, text);
        QFETCH(QString, expression);
        QFETCH(QString, found);
        const TextHits hits = findExpression(text.toStdString(), expression.toStdString());
        QCOMPARE(placesText(hits), found);
        QVERIFY(hits.end == SearchEnd::complete);
    }
    void anExplodingExpressionEndsInTime_data() {
        QTest::addColumn<QString>("expression");
        for (const char* expression : {"(a|a)*b", "(.*)*x", "(a+)+$x", ".*.*.*=x", "(?:a?){30}a{30}b", "[^q]*+q",
                                       "((((a{1,100}){1,100}){1,100}){1,100}){1,100}b"})
            QTest::newRow(expression) << QString::fromUtf8(expression);
    }
    void anExplodingExpressionEndsInTime() {
        QFETCH(QString, expression);
        const std::string text = "aaa b\n" + std::string(200'000, 'a');
        QElapsedTimer timer;
        timer.start();
        const TextHits hits = findExpression(text, expression.toStdString(), {}, std::chrono::milliseconds(100));
        QVERIFY2(timer.elapsed() < 1'500, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(hits.end == SearchEnd::tooCostly);
        QVERIFY(hits.searchedTo >= 6 && hits.searchedTo < text.size());
    }
    void whatWasFoundBeforeAnEarlyEndIsKept() {
        const std::string text = "aab\n" + std::string(8'000, 'a');
        const TextHits hits = findExpression(text, "(a|a)*b", {}, std::chrono::milliseconds(100));
        QVERIFY(hits.end == SearchEnd::tooCostly);
        QCOMPARE(placesText(hits), QStringLiteral("0-3"));
        QCOMPARE(hits.searchedTo, std::size_t(4));
    }
    void aNewRequestStopsItInTheMiddleOfAMatch() {
        std::stop_source stop;
        std::thread later([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            stop.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        const TextHits hits =
            findExpression(std::string(8'000, 'a'), "(a|a)*b", stop.get_token(), std::chrono::minutes(5));
        later.join();
        QVERIFY(timer.elapsed() < 2'000);
        QVERIFY(hits.end == SearchEnd::cancelled);
    }
    void aLineWithoutEndIsSearchedInBlocks() {
        std::string text;
        while (text.size() < 3 * longestBlock)
            text += "word 2048 ";
        const TextHits hits = findExpression(text, "\\b2048\\b");
        QCOMPARE(hits.ranges.size(), text.size() / 10);
        const TextHits unbroken = findExpression(std::string(2 * longestBlock + 1, 'x'), "x+");
        QCOMPARE(placesText(unbroken), QStringLiteral("0-8192 8192-16384 16384-16385"));
    }
    void moreMatchesThanAnybodyWantsAreCutAndSaidToBe() {
        const TextHits hits = findExpression(std::string(mostHits + 10, 'e'), "e");
        QCOMPARE(hits.ranges.size(), mostHits);
        QVERIFY(hits.end == SearchEnd::tooMany);
    }
};

const Registered<TestFindExpression> registered("find_expression");

} // namespace assay::test

#include "tst_find_expression.moc"
