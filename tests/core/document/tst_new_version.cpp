// A newer text of a source: what is not plainly found stays on the old words and is listed; nothing is lost, and one
// edit does it all.
#include "core/base/utf8.h"
#include "core/document/check.h"
#include "core/document/edit.h"
#include "core/document/new_version.h"
#include "tests/test.h"

namespace assay::test {
namespace {

const std::string oldText = "The lab says the final run cost $5.6 million.\n\n"
                            "An executive put its stock at 50,000 H100 chips.\nA shop lost about 17% in one day.\n"
                            "The seller counts 2,048 servers in its hall, all of them new.\n";
const std::string newText = "Corrected on Friday. The lab says the final run cost $5.6 million.\n\n"
                            "An executive put its stock at 10,000 H100 chips.\nA shop lost about 17% in one day.\n";

Document withMentions(const std::string& text, const std::vector<std::string>& quotes) {
    Document document;
    document.project.id = "p";
    document.attributes = {Row(Attribute{.id = {"a"}, .title = "a", .unit = "1"})};
    const Source source{.id = {"news"},
                        .title = "News",
                        .publisher = "The Times",
                        .authors = {"A. Reporter"},
                        .url = "https://example.org/story/",
                        .language = "en",
                        .text = text};
    document.sources = {Row(source)};
    int number = 0;
    for (const std::string& quote : quotes) {
        const std::string id = std::to_string(++number);
        document.claims.push_back(
            Row(Claim{.id = {"c" + id},
                      .subject = "s",
                      .attribute = {"a"},
                      .mentions = {Mention{.id = {"m" + id}, .anchor = anchorOfQuote(source, quote).value()}}}));
    }
    return document;
}

Document oldDocument() {
    return withMentions(oldText, {"$5.6 million", "50,000 H100 chips", "about 17%", "2,048 servers in its hall"});
}

NewVersion newVersion() { return addNewVersion(oldDocument(), {"news"}, Source{.text = newText}).value(); }

const Anchor& anchorOf(const Document& document, std::size_t claim) {
    return document.claims[claim]->mentions.front().anchor;
}

} // namespace

class TestNewVersion : public Test {
    Q_OBJECT
private slots:
    void aTextReadAnewTakesItsPlaceUntilAClaimStandsOnIt() {
        Document document = oldDocument();
        const std::size_t count = document.sources.size();
        const auto anew =
            replaceText(document, {"news"}, Source{.id = {"x"}, .title = "Story", .text = newText}).value();
        QVERIFY(anew.older == SourceId{"news"} && anew.document.sources.size() == count + 1); // claims stand on it
        document.claims.clear();
        const auto replaced =
            replaceText(document, {"news"}, Source{.id = {"x"}, .title = "Story", .text = newText}).value();
        QVERIFY(replaced.older.empty() && replaced.source == SourceId{"news"});
        QCOMPARE(replaced.document.sources.size(), count);
        QCOMPARE(find(replaced.document.sources, SourceId{"news"})->text, newText);
        QVERIFY(checkReferences(replaced.document));
        QCOMPARE(replaceText(document, {"nobody"}, Source{.text = newText}).error().code, ErrorCode::idUnknown);
        QCOMPARE(replaceText(document, {"news"}, *find(document.sources, SourceId{"news"})).error().code,
                 ErrorCode::fieldValue);
    }
    void theSameTextOrAnUnknownSourceIsRefused() {
        const auto same = addNewVersion(oldDocument(), {"news"}, Source{.text = oldText});
        QVERIFY(!same);
        QCOMPARE(same.error().code, ErrorCode::fieldValue);
        const auto unknown = addNewVersion(oldDocument(), {"nobody"}, Source{.text = newText});
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::idUnknown);
    }
    void whatIsNotPlainlyFoundStaysOnTheOldWords() {
        const Document before = oldDocument();
        const NewVersion version = newVersion();
        QCOMPARE(version.carried, std::size_t(2));
        QCOMPARE(version.left, std::size_t(2));
        for (const std::size_t stays : {1, 3})
            QCOMPARE(version.document.claims[stays], before.claims[stays]);
        for (const std::size_t moves : {0, 2}) {
            const Anchor& anchor = anchorOf(version.document, moves);
            QCOMPARE(anchor.source, version.source);
            QCOMPARE(anchor.quote, anchorOf(before, moves).quote);
            QVERIFY(isAnchored(*find(version.document.sources, version.source), anchor));
        }
    }
    void dismissedNumbersMoveOverWhereTheyStillStand() {
        Document document = newDocument("t");
        document.sources = {Row(Source{.id = {"s"},
                                       .text = "It had 5 GPUs on Monday, it said. Then 7 chips came to Lisbon.",
                                       .dismissed = {{7, 13}, {39, 46}}})};
        const NewVersion version =
            addNewVersion(document, {"s"},
                          Source{.text = "News. It had 5 GPUs on Monday, it said. Then 9 chips came to Lisbon."})
                .value();
        QVERIFY((find(version.document.sources, version.source)->dismissed == std::vector<TextRange>{{13, 19}}));
        QCOMPARE(version.document.sources.front(), document.sources.front());
    }
    void theOldSourceIsKeptAndItsFactsGoOn() {
        const NewVersion version = newVersion();
        QCOMPARE(version.document.sources.size(), std::size_t(2));
        QCOMPARE(version.document.sources.front(), oldDocument().sources.front());
        const Source& newer = *find(version.document.sources, version.source);
        QVERIFY(newer.replaces == SourceId{"news"});
        QCOMPARE(newer.title, std::string("News"));
        QCOMPARE(newer.publisher, std::string("The Times"));
        QCOMPARE(newer.authors, std::vector<std::string>{"A. Reporter"});
        QCOMPARE(newer.url, std::string("https://example.org/story/"));
        QVERIFY(newer.published.empty()); // the newer one's date is not known
        QVERIFY(checkReferences(version.document));
    }
    void whatStaysIsListedWithItsReason() {
        const NewVersion version = newVersion();
        const std::vector<LeftMention> left = leftMentions(version.document);
        QCOMPARE(left.size(), std::size_t(2));
        QCOMPARE(left[0].claim, ClaimId{"c2"});
        QVERIFY(left[0].found.state == AnchorState::numberChanged);
        QCOMPARE(left[0].now, std::string("10,000 H100 chips"));
        QVERIFY(left[0].finding.verdict == Verdict::conflict);
        QVERIFY2(left[0].finding.reason.find("50,000") != std::string::npos
                     && left[0].finding.reason.find("10,000") != std::string::npos,
                 left[0].finding.reason.c_str());
        QVERIFY(left[1].found.state == AnchorState::orphan);
        QCOMPARE(left[1].now, std::string());
        QCOMPARE(left[1].quote, std::string("2,048 servers in its hall"));
        QCOMPARE(leftMentions(version.document, version.source).size(), std::size_t(2));
        QVERIFY(leftMentions(version.document, SourceId{"news"}).empty());
    }
    void aDocumentWithoutVersionsHasNoneToReview() { QVERIFY(leftMentions(oldDocument()).empty()); }
    void theFindingsSayThemToo() {
        const NewVersion version = newVersion();
        int found = 0;
        for (const Finding& finding : check(version.document))
            found += finding.id.value.starts_with("version ") ? 1 : 0;
        QCOMPARE(found, 2);
    }
    void aDecisionHoldsUntilAnotherVersionComes() {
        NewVersion version = newVersion();
        const Finding finding = leftMentions(version.document).front().finding;
        const Document decidedOn = decide(version.document, finding, FindingStatus::dismissed).value();
        QVERIFY(leftMentions(decidedOn).front().finding.status == FindingStatus::dismissed);
        const NewVersion third = addNewVersion(decidedOn, {"news"}, Source{.text = "Again. " + newText}).value();
        QCOMPARE(third.older, version.source); // the newest is replaced, whichever was named
        QVERIFY(leftMentions(third.document).front().finding.status == FindingStatus::open);
        QCOMPARE(leftMentions(third.document).front().newer, third.source);
        QCOMPARE(third.carried, std::size_t(2));
    }
    void aMentionMovesWhereTheAnalystSays() {
        const NewVersion version = newVersion();
        const LeftMention left = leftMentions(version.document).front();
        const Document moved =
            moveMention(version.document, left.claim, left.mention, left.newer, left.found.start, left.found.end)
                .value();
        QCOMPARE(anchorOf(moved, 1).quote, std::string("10,000 H100 chips"));
        QCOMPARE(leftMentions(moved).size(), std::size_t(1));
        QVERIFY(!moveMention(version.document, left.claim, left.mention, left.newer, 5, 5));
        QVERIFY(!moveMention(version.document, left.claim, left.mention, left.newer, 5, 5'000));
        QVERIFY(!moveMention(version.document, {"c9"}, left.mention, left.newer, 5, 9));
        QVERIFY(!moveMention(version.document, left.claim, {"m9"}, left.newer, 5, 9));
        QVERIFY(!moveMention(version.document, left.claim, left.mention, {"s9"}, 5, 9));
    }
    void equalWordsInSeveralPlacesGoWhereTheirSurroundingsAre_data() {
        QTest::addColumn<QString>("newer");
        QTest::addColumn<int>("carried");
        QTest::newRow("both sides agree") << "New: the lab spent $5 million on chips. The shop spent $5 million on "
                                             "staff. Later $5 million came."
                                          << 1;
        QTest::newRow("the surroundings are others")
            << "Somebody had $5 million in May and nobody knew; others took $5 million in June." << 0;
    }
    void equalWordsInSeveralPlacesGoWhereTheirSurroundingsAre() {
        QFETCH(QString, newer);
        QFETCH(int, carried);
        const Document document = withMentions("The lab spent $5 million on chips. The shop had none.", {"$5 million"});
        const NewVersion version = addNewVersion(document, {"news"}, Source{.text = newer.toStdString()}).value();
        QCOMPARE(int(version.carried), carried);
        QCOMPARE(int(leftMentions(version.document).size()), 1 - carried);
    }
    void theAddressTellsTheOlderVersion_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("no address") << ""
                                    << "new" << false;
        QTest::newRow("another page") << "https://example.org/story2"
                                      << "new" << false;
        QTest::newRow("the same text is no newer one")
            << "https://example.org/story/" << QString::fromStdString(oldText) << false;
        QTest::newRow("the same address") << "https://example.org/story/"
                                          << "new" << true;
        QTest::newRow("only scheme, slash and place differ") << "http://example.org/story#top"
                                                             << "new" << true;
        QTest::newRow("another query is another page") << "https://example.org/story?page=2"
                                                       << "new" << false;
    }
    void theAddressTellsTheOlderVersion() {
        QFETCH(QString, url);
        QFETCH(QString, text);
        QFETCH(bool, isThere);
        const auto older = olderVersionOf(oldDocument(), Source{.url = url.toStdString(), .text = text.toStdString()});
        QCOMPARE(older.has_value(), isThere);
    }
    void anImportStandsByItselfOrFollowsItsAddress() {
        const NewVersion alone = addImported(oldDocument(), Source{.title = "Other", .text = "new"}).value();
        QVERIFY(alone.older.empty());
        QCOMPARE(alone.document.sources.size(), std::size_t(2));
        QVERIFY(!find(alone.document.sources, alone.source)->replaces);
        const NewVersion next =
            addImported(oldDocument(), Source{.url = "https://example.org/story", .text = newText}).value();
        QCOMPARE(next.older, SourceId{"news"});
        QCOMPARE(next.carried, std::size_t(2));
    }
    void aDigestIsNoOlderVersionOfItsWork() {
        Document document = oldDocument();
        Source digest = *document.sources.front();
        digest.digestOf = "The story";
        document.sources.front() = Row(digest);
        QVERIFY(!olderVersionOf(document, Source{.url = digest.url, .text = "new"}));
    }
    void sourcesThatReplaceEachOtherInACircleEnd() {
        Document document = newVersion().document;
        Source first = *document.sources.front();
        first.replaces = document.sources.back()->id;
        document.sources.front() = Row(first);
        const SourceId newest = newestVersion(document, {"news"});
        QVERIFY(find(document.sources, newest) != nullptr);
        QVERIFY(leftMentions(document).size() <= 4);
    }
};

const Registered<TestNewVersion> registered("new_version");

} // namespace assay::test

#include "tst_new_version.moc"
