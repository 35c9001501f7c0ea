// A search through all sources: what is found where and with which words around it, where it ends, and that a text that
// changed is made ready again.
#include "core/document/search_sources.h"
#include "tests/test.h"

#include <QtCore/QElapsedTimer>

namespace assay::test {
namespace {

Rows<Source> sources(const std::vector<std::string>& texts) {
    Rows<Source> rows;
    for (const std::string& text : texts)
        rows.push_back(Row(Source{.id = {"s" + std::to_string(rows.size() + 1)}, .language = "en", .text = text}));
    return rows;
}

/// "s1: before[words]behind | ...", a source a line.
QString shown(const FoundInSources& found) {
    QStringList lines;
    for (const SourceHits& source : found.sources) {
        QStringList hits;
        for (const SourceHit& hit : source.hits)
            hits += QString::fromStdString(hit.before + "[" + hit.words + "]" + hit.behind);
        lines += QString::fromStdString(source.source.value) + QStringLiteral(": ") + hits.join(QStringLiteral(" | "));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class TestSearchSources : public Test {
    Q_OBJECT
private slots:
    void hitsAreGroupedBySource() {
        SourceSearch search;
        const auto rows = sources({"One line.\nIt cost $5.6 million.\nEnd", "nothing", "six million dollars, USD 6M"});
        const FoundInSources found = search.find(rows, SearchKind::quantity, "USD 5M..7M");
        QCOMPARE(shown(found), QStringLiteral("s1: It cost [$5.6 million].\n"
                                              "s3: [six million dollars], USD 6M | six million dollars, [USD 6M]"));
        QCOMPARE(found.count, std::size_t(3));
        QCOMPARE(found.end, SearchEnd::complete);
        QCOMPARE(shown(search.find(rows, SearchKind::words, "LINE")), QStringLiteral("s1: One [line]."));
        QCOMPARE(shown(search.find(rows, SearchKind::wholeWords, "mil")), QString());
        QCOMPARE(shown(search.find(rows, SearchKind::expression, "^n\\w+$")), QStringLiteral("s2: [nothing]"));
        QCOMPARE(shown(search.find(rows, SearchKind::expression, "(")), QString());
    }
    void placesAreCodePointsAndWordsAroundAreCut() {
        SourceSearch search;
        const std::string whale = "\xF0\x9F\x90\xB3";
        std::string line;
        for (int i = 0; i < 60; ++i)
            line += whale;
        const FoundInSources found = search.find(sources({line + "x" + line}), SearchKind::words, "x");
        const SourceHit& hit = found.sources.at(0).hits.at(0);
        QCOMPARE(hit.range, (TextRange{60, 61}));
        QCOMPARE(hit.before.size(), std::size_t(40 * 4));
        QCOMPARE(hit.behind.size(), std::size_t(40 * 4));
    }
    void aTextThatBecameAnotherIsReadAgain() {
        SourceSearch search;
        QCOMPARE(search.find(sources({"old"}), SearchKind::words, "new").count, std::size_t(0));
        QCOMPARE(search.find(sources({"new"}), SearchKind::words, "new").count, std::size_t(1));
        QCOMPARE(search.find(sources({}), SearchKind::words, "new").count, std::size_t(0));
    }
    void tooManyHitsEndTheSearch() {
        SourceSearch search;
        const FoundInSources found =
            search.find(sources({std::string(3'000, 'e'), std::string(3'000, 'e'), "e"}), SearchKind::words, "e");
        QCOMPARE(found.end, SearchEnd::tooMany);
        QCOMPARE(found.count, SourceSearch::mostListed);
        QCOMPARE(found.sourcesLeft, std::size_t(2));
    }
    void anExplodingExpressionEndsForAllSourcesTogether() {
        SourceSearch search;
        std::vector<std::string> texts(40, std::string(4'000, 'a'));
        QElapsedTimer timer;
        timer.start();
        const FoundInSources found =
            search.find(sources(texts), SearchKind::expression, "(a|a)*b", {}, std::chrono::milliseconds(100));
        QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(found.end, SearchEnd::tooCostly);
        QVERIFY(found.sourcesLeft > 0);
    }
    void itStopsWhenAsked() {
        SourceSearch search;
        std::stop_source stop;
        stop.request_stop();
        const FoundInSources found = search.find(sources({"a", "a", "a"}), SearchKind::words, "a", stop.get_token());
        QCOMPARE(found.end, SearchEnd::cancelled);
        QVERIFY(found.sources.size() <= 1);
    }
};

const Registered<TestSearchSources> registered("search_sources");

} // namespace assay::test

#include "tst_search_sources.moc"
