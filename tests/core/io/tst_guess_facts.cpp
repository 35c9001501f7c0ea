// What a text tells of itself: titles, dates, authors, publishers and addresses that are plain, and nothing that is
// not.
#include "core/io/guess_facts.h"

#include "core/io/written_date.h"
#include "core/source/quiet_lines.h"
#include "tests/test.h"

namespace assay::test {
namespace {

const std::string paragraph = "The lab said on Monday that it had used 2,048 chips, which is less than others use.\n";

Source factsOf(const std::string& text) {
    Source source;
    source.text = text;
    source.quiet = quietLines(text);
    guessFacts(source);
    return source;
}

} // namespace

class TestGuessFacts : public Test {
    Q_OBJECT
private slots:
    void titlesArePlainOrNotTaken_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("title");
        const auto row = [](const char* why, const char* head, const char* title) {
            QTest::newRow(why) << QByteArray(head) << QByteArray(title);
        };
        row("a paragraph comes first", "It began with a plain sentence.\nThis Looks Like a Headline\n", "");
        row("two words", "Line one\n", "");
        row("no text behind it", "", "");
        row("an address", "https://example.org/a-b-c\n", "");
        row("a by-line", "By Jane Doe and John Roe\n", "");
        row("the first line", "A small lab and its chips\n\n", "A small lab and its chips");
        row("below furniture", "Skip to content\nMenu\nText Size\n\nA small lab and its chips\n",
            "A small lab and its chips");
        row("below the date of display",
            "Today : Apr 26, 2025\nTechnology\n28 January 2025\n\nA small lab and its chips\n",
            "A small lab and its chips");
        row("a question in quotation marks", "\u201cHow many chips are there?\u201d\n",
            "\u201cHow many chips are there?\u201d");
        row("Chinese", "\u516c\u53f8\u62e5\u6709\u4e94\u4e07\u5757\u82af\u7247\n",
            "\u516c\u53f8\u62e5\u6709\u4e94\u4e07\u5757\u82af\u7247");
    }
    void titlesArePlainOrNotTaken() {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, title);
        QCOMPARE(QByteArray::fromStdString(factsOf(head.toStdString() + paragraph).title), title);
    }
    void datesOfPublicationAreTold_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("date");
        const auto row = [](const char* why, const char* head, const char* date) {
            QTest::newRow(why) << QByteArray(head) << QByteArray(date);
        };
        row("the date of display", "Today : Apr 26, 2025\n", "");
        row("alone above everything", "28 January 2025\nA small lab and its chips\n", "");
        row("two that differ", "A small lab\n28 January 2025\n29 January 2025\n", "");
        row("inside a sentence", "A small lab\nIt began on 28 January 2025 in the south.\n", "");
        row("updated", "A small lab\nUpdated: 28 January 2025\n", "");
        row("of display and of publication", "Today : Apr 26, 2025\nTechnology\n28 January 2025\n", "2025-01-28");
        row("labelled", "A small lab\nPublished: Jan. 28, 2025 10:30 a.m. EST\n", "2025-01-28");
        row("labelled counts before others", "A small lab\n29 January 2025\nPosted on 28 January 2025\n", "2025-01-28");
        row("behind a by-line", "A small lab\nBy Jane Doe | January 28, 2025\n", "2025-01-28");
        row("Korean", "\uc791\uc740 \uc5f0\uad6c\uc18c\n\uc785\ub825 2025.01.28 09:10\n", "2025-01-28");
        row("Chinese", "\u82af\u7247\n\u53d1\u5e03\u65f6\u95f4\uff1a2025\u5e741\u670828\u65e5 10:00\n", "2025-01-28");
    }
    void datesOfPublicationAreTold() {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, date);
        QCOMPARE(QByteArray::fromStdString(factsOf(head.toStdString() + paragraph).published), date);
    }
    void writtenDatesAreRead_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("date");
        for (const char* none :
             {"", "2025", "January 2025", "01/02/2025", "31 February 2025", "28 January 1800",
              "28 January 2025 and more words", "2025-13-01", "2025-01/28", "12:30", "Monday", "5 GPUs 2025"})
            QTest::newRow(*none == '\0' ? "nothing" : none) << QByteArray(none) << QByteArray();
        for (const char* day : {"28 January 2025", "28th January, 2025", "January 28, 2025", "Jan. 28, 2025",
                                "JAN 28 2025", "Tuesday, January 28, 2025", "2025-01-28", "2025-01-28T10:00:00Z",
                                "2025.01.28", "2025. 1. 28.", "2025/1/28 9:05", "2025\ub144 1\uc6d4 28\uc77c",
                                "2025\u5e741\u670828\u65e5", "28 January 2025 at 10:30 GMT", "2025-01-28 (Tue) 10:30"})
            QTest::newRow(day) << QByteArray(day) << QByteArray("2025-01-28");
    }
    void writtenDatesAreRead() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, date);
        QCOMPARE(QByteArray::fromStdString(writtenDate(text.toStdString()).value_or("")), date);
    }
    void authorsPublisherAndAddressAreTold() {
        const Source source =
            factsOf("A small lab and its chips\nBy Jane Doe and John van Roe | January 28, 2025\n"
                    "https://example.org/chips\n"
                    + paragraph + "\u00a9 2025 The Paper (paper.example). All rights reserved.\nTop\n");
        QCOMPARE(source.authors, (std::vector<std::string>{"Jane Doe", "John van Roe"}));
        QCOMPARE(source.publisher, std::string("The Paper"));
        QCOMPARE(source.url, std::string("https://example.org/chips"));
        QCOMPARE(source.language, std::string("en"));
        QVERIFY(factsOf("A small lab and its chips\nBy the end of 2024 it was over\n" + paragraph).authors.empty());
        QVERIFY(factsOf(paragraph + "The sign \u00a9 2025 Somebody.\n" + paragraph).publisher.empty());
    }
    void whatIsKnownStays() {
        Source source;
        source.text = "A small lab and its chips\n" + paragraph;
        source.title = "Mine";
        source.language = "de";
        guessFacts(source);
        QCOMPARE(source.title, std::string("Mine"));
        QCOMPARE(source.language, std::string("de"));
    }
};

const Registered<TestGuessFacts> registered("guess_facts");

} // namespace assay::test

#include "tst_guess_facts.moc"
