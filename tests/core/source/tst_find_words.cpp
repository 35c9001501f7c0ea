// Words are found however they are spaced, quoted or capitalised, at the right code points.
#include "core/source/find_words.h"
#include "core/source/search_text.h"
#include "tests/core/source/hits_text.h"
#include "tests/test.h"

#include <QtCore/QElapsedTimer>

namespace assay::test {

class TestFindWords : public Test {
    Q_OBJECT
private slots:
    void wordsAreFoundWhereTheyStand_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("anywhere");
        QTest::addColumn<QString>("whole");
        const auto row = [](const char* why, const char* text, const char* wanted, const char* anywhere,
                            const char* whole) {
            QTest::newRow(why) << QString::fromUtf8(text) << QString::fromUtf8(wanted) << QString::fromUtf8(anywhere)
                               << QString::fromUtf8(whole);
        };
        row("nothing wanted", "words", "", "", "");
        row("not there", "words", "other", "", "");
        row("longer than the text", "ab", "abc", "", "");
        row("empty text", "", "a", "", "");
        row("inside a word", "microchips", "chip", "5-9", "");
        row("a chip's name is one word", "the H800 and h 800", "H", "1-2 4-5 13-14", "13-14");
        row("inside a number", "50,000 and 50", "50", "0-2 11-13", "11-13");
        row("before a full stop", "in 50.", "50", "3-5", "3-5");
        row("decimals", "5.6 and 5", "5", "0-1 8-9", "8-9");
        row("any case", "gpu GPU Gpu", "GPU", "0-3 4-7 8-11", "0-3 4-7 8-11");
        row("any case, Greek and Cyrillic", "\u03A9\u0416", "\u03C9\u0436", "0-2", "0-2");
        row("a sharp s is one character", "Stra\u00DFe stra\u00DFe", "STRA\u00DFE", "0-6 7-13", "0-6 7-13");
        row("over a line end", "GPU\r\n hours", "gpu hours", "0-11", "0-11");
        row("a no-break space", "50\u00A0000\u202F$", "50 000 $", "0-8", "0-8");
        row("a soft hyphen", "Deep\u00ADSeek", "DeepSeek", "0-9", "0-9");
        row("a curly apostrophe", "it doesn\u2019t", "doesn't", "3-10", "3-10");
        row("curly quotation marks", "\u201Cobviously\u201D", "\"obviously\"", "0-11", "0-11");
        row("an en dash", "30\u201340%", "30-40%", "0-6", "0-6");
        row("full-width letters and digits", "\uFF28\uFF18\uFF10\uFF10", "H800", "0-4", "0-4");
        row("behind an emoji", "\U0001F600 H800", "H800", "2-6", "2-6");
        row("Korean needs no spaces", "\uC11C\uC6B8\uC5D0\uC11C", "\uC11C\uC6B8", "0-2", "0-2");
        row("Chinese needs no spaces", "\u5927\u8BED\u8A00", "\u8BED\u8A00", "1-3", "1-3");
        row("never overlapping", "aaaa", "aa", "0-2 2-4", "");
        row("a whole word behind a part of one", "chips chip", "chip", "0-4 6-10", "6-10");
    }
    void wordsAreFoundWhereTheyStand() {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        QFETCH(QString, anywhere);
        QFETCH(QString, whole);
        const ComparisonForm form = searchForm(text.toStdString());
        QCOMPARE(placesText(findWords(form, wanted.toStdString(), WordEnds::any)), anywhere);
        QCOMPARE(placesText(findWords(form, wanted.toStdString(), WordEnds::whole)), whole);
    }
    void moreHitsThanAnybodyWantsAreCutAndSaidToBe() {
        const ComparisonForm form = searchForm(std::string(mostHits + 10, 'e'));
        const TextHits hits = findWords(form, "e", WordEnds::any);
        QCOMPARE(hits.ranges.size(), mostHits);
        QVERIFY(hits.end == SearchEnd::tooMany);
        QCOMPARE(hits.searchedTo, mostHits);
        const TextHits all = findWords(searchForm(std::string(mostHits, 'e')), "e", WordEnds::any);
        QCOMPARE(all.ranges.size(), mostHits);
        QVERIFY(all.end == SearchEnd::complete);
    }
    void oneTextServesEveryKindOfSearch() {
        SearchText text("About 50,000 chips; microchips cost $5.6 million.", "en");
        QCOMPARE(placesText(text.find(SearchKind::words, "chips")), QStringLiteral("13-18 25-30"));
        QCOMPARE(placesText(text.find(SearchKind::wholeWords, "chips")), QStringLiteral("13-18"));
        QCOMPARE(placesText(text.find(SearchKind::expression, "m\\w+n")), QStringLiteral("41-48"));
        QCOMPARE(placesText(text.find(SearchKind::quantity, "USD 5M..7M")), QStringLiteral("36-48"));
        QCOMPARE(placesText(text.find(SearchKind::quantity, "50k GPUs")), QStringLiteral("6-18"));
        QCOMPARE(placesText(text.find(SearchKind::quantity, "chips")), QString());
        QCOMPARE(placesText(text.find(SearchKind::expression, "(chips")), QString());
    }
    void fiveMegabytesAreSearchedAtOnce() {
        std::string text;
        while (text.size() < (std::size_t{5} << 20))
            text += "The lab said that it used 2,048 H800 GPUs for about two months, no more than that.\n";
        SearchText ready(text, "en");
        QCOMPARE(ready.find(SearchKind::words, "not there").ranges.size(), std::size_t(0));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(ready.find(SearchKind::words, "h800 gpus").ranges.size() > 60'000);
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed()))); // 10 ms without sanitizers
    }
};

const Registered<TestFindWords> registered("find_words");

} // namespace assay::test

#include "tst_find_words.moc"
