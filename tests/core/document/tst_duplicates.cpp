// Sources that are there already, or nearly: found among those of the project and those that come together.
#include "core/document/duplicates.h"

#include "core/document/edit.h"
#include "core/document/new_version.h"
#include "tests/core/documents.h"
#include "tests/test.h"

#include <QtCore/QElapsedTimer>

namespace assay::test {
namespace {

std::string story(const std::string& word, int sentences = 40) {
    std::string text;
    for (int i = 0; i < sentences; ++i)
        text += "Sentence " + std::to_string(i) + " of the " + word + " says that " + std::to_string(i * 17)
                + " chips were there. ";
    return text;
}

Source source(const char* id, const std::string& text, const char* url = "") {
    return Source{.id = {id}, .title = id, .url = url, .text = text};
}

Document project() {
    Document document = newDocument("t");
    Source digest = source("digest", story("digest"));
    digest.digestOf = "a long work";
    document.sources = {Row(source("paper", story("paper"), "https://example.org/paper")), Row(digest)};
    return document;
}

Rows<Source> rows(const std::vector<Source>& sources) {
    Rows<Source> all;
    for (const Source& each : sources)
        all.push_back(Row(each));
    return all;
}

} // namespace

class TestDuplicates : public Test {
    Q_OBJECT
private slots:
    void newOnesAreNoDuplicates() {
        QVERIFY(findDuplicates(project(), rows({source("a", story("moon")), source("b", story("sun"))})).empty());
        QVERIFY(findDuplicates(project(), rows({})).empty());
        QVERIFY(findDuplicates(newDocument("t"), rows({source("a", story("moon"))})).empty());
    }
    void theSameTextIsFound() {
        const auto found = findDuplicates(project(), rows({source("a", story("moon")), source("b", story("paper"))}));
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(found[0] == (Duplicate{.imported = 1, .source = SourceId{"paper"}, .alike = 1.0, .isSame = true}));
    }
    void theSameOriginalIsFoundWhateverWasReadFromIt() {
        Document document = project();
        Source original = *document.sources[0];
        original.sha256 = std::string(64, 'a');
        document.sources[0] = Row(original);
        Source came = source("a", "Other words.");
        came.sha256 = original.sha256;
        QVERIFY(findDuplicates(document, rows({came})).at(0).isSame);
    }
    void aDigestIsNoDuplicateOfItsWorkButOfItself() {
        QVERIFY(findDuplicates(project(), rows({source("a", story("digest") + "More.")})).empty());
        QVERIFY(findDuplicates(project(), rows({source("a", story("digest"))})).at(0).source == SourceId{"digest"});
    }
    void nearlyTheSameIsFoundWithItsShare() {
        const auto found =
            findDuplicates(project(), rows({source("a", "Breaking news today, dear readers. " + story("paper"))}));
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(!found[0].isSame && found[0].alike > 0.9 && found[0].alike < 1.0);
        QVERIFY(found[0].source == SourceId{"paper"});
    }
    void thoseThatComeTogetherAreCompared() {
        const auto found = findDuplicates(
            project(), rows({source("a", story("moon")), source("b", story("sun")), source("c", story("moon"))}));
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(found[0]
                == (Duplicate{.imported = 2, .source = std::nullopt, .earlier = 0, .alike = 1.0, .isSame = true}));
    }
    void aNewerTextOfTheSameAddressIsAVersion() {
        const Source newer = source("a", story("paper") + "Corrected.", "https://example.org/paper");
        QVERIFY(findDuplicates(project(), rows({newer})).empty());
        QVERIFY(addImported(project(), newer)->older == SourceId{"paper"});
        const Source same = source("a", story("paper"), "https://example.org/paper");
        QVERIFY(findDuplicates(project(), rows({same})).at(0).isSame);
    }
    void whatIsSaidToBeAVersionIsComparedWithNothing() {
        QVERIFY(findDuplicates(project(), rows({source("a", story("paper"))}), {0}).empty());
    }
    void originalsHaveRoomUntilTheProjectIsFull() {
        Document document = project();
        Source large = source("large", "text");
        large.original.assign(mostOriginals - 4, 'A');
        document.sources.push_back(Row(std::move(large)));
        Source came = source("a", "text");
        came.original = "AAAA";
        QVERIFY(hasRoomForOriginal(document, came));
        came.original += "AAAA";
        QVERIFY(!hasRoomForOriginal(document, came));
    }
    void aThousandSourcesAreBounded() {
        Document document = newDocument("t");
        for (int i = 0; i < 1000; ++i)
            document.sources.push_back(
                Row(source(("s" + std::to_string(i)).c_str(), story("work" + std::to_string(i), 10))));
        QElapsedTimer timer;
        timer.start();
        const auto found =
            findDuplicates(document, rows({source("a", story("work500", 10)), source("b", story("moon", 10))}));
        QVERIFY(found.size() == 1 && found[0].source == SourceId{"s500"});
        QVERIFY2(timer.elapsed() < 4000, std::to_string(timer.elapsed()).c_str()); // with sanitizers
    }
};

const Registered<TestDuplicates> registered("duplicates");

} // namespace assay::test

#include "tst_duplicates.moc"
