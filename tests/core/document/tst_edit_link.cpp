// Links and own types of link: what leads in a circle or stands there already is refused, and nothing else.
#include "core/base/error_code.h"
#include "core/claims/provenance.h"
#include "core/document/check.h"
#include "core/document/edit.h"
#include "core/io/project_file.h"
#include "tests/core/documents.h"
#include "tests/test.h"

#include <QtCore/QElapsedTimer>

namespace assay::test {

namespace {

Document withClaims(int count) {
    Document document = fullDocument();
    document.links.clear();
    const Claim first = *document.claims[0];
    for (int i = 3; i <= count; ++i) {
        Claim claim = first;
        claim.id = {"c" + std::to_string(i)};
        claim.mentions[0].id = {"m" + std::to_string(i)};
        document.claims.push_back(Row(std::move(claim)));
    }
    return document;
}

Link linkOf(const std::string& id, const std::string& from, LinkType type, const std::string& to) {
    return Link{.id = {id}, .from = {from}, .to = {to}, .type = type};
}

Link doubts(const std::string& id, const std::string& from, const std::string& to) {
    return Link{.id = {id}, .from = {from}, .to = {to}, .type = LinkType::own, .own = LinkTypeId{"doubts"}};
}

Document linked(Document document, const std::vector<Link>& links) {
    for (const Link& link : links)
        document = addLink(document, link).value();
    return document;
}

} // namespace

class TestEditLink : public Test {
    Q_OBJECT
private slots:
    void aLinkThatCannotBeIsRefused_data() {
        QTest::addColumn<Link>("link");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* why, Link link, ErrorCode code, const char* says) {
            QTest::newRow(why) << std::move(link) << code << QString::fromUtf8(says);
        };
        row("to itself", linkOf("l9", "c1", LinkType::disputes, "c1"), ErrorCode::linkCircle, "c1");
        row("the way back", linkOf("l9", "c1", LinkType::repeats, "c2"), ErrorCode::linkCircle, "c1, c2");
        row("the way back by another type", linkOf("l9", "c1", LinkType::derivedFrom, "c3"), ErrorCode::linkCircle,
            "c1, c2, c3");
        row("there already", linkOf("l9", "c2", LinkType::repeats, "c1"), ErrorCode::linkThere, "c2 repeats c1");
        row("a symmetric one turned round", linkOf("l9", "c3", LinkType::contradicts, "c1"), ErrorCode::linkThere,
            "c3 contradicts c1");
        row("an own symmetric one turned round", doubts("l9", "c3", "c2"), ErrorCode::linkThere,
            "c3 casts doubt on c2");
        row("a claim that is not there", linkOf("l9", "c1", LinkType::disputes, "x"), ErrorCode::idDangling, "claim");
        Link own = doubts("l9", "c1", "c2");
        own.own = LinkTypeId{"x"};
        row("a type that is not there", own, ErrorCode::idDangling, "link type");
        own.own.reset();
        row("an own type without the type", own, ErrorCode::fieldMissing, "own");
    }
    void aLinkThatCannotBeIsRefused() {
        QFETCH(Link, link);
        QFETCH(ErrorCode, code);
        QFETCH(QString, says);
        const Document document = linked(
            withClaims(3), {linkOf("l1", "c2", LinkType::repeats, "c1"), linkOf("l2", "c3", LinkType::quotes, "c2"),
                            linkOf("l3", "c1", LinkType::contradicts, "c3"), doubts("l4", "c2", "c3")});
        const Result<Document> next = addLink(document, link);
        QVERIFY(!next);
        QCOMPARE(next.error().code, code);
        QCOMPARE(QString::fromStdString(next.error().details.at(0)), says);
    }
    void disputesMayGoBothWays() {
        const Document document = linked(withClaims(2), {linkOf("l1", "c2", LinkType::disputes, "c1"),
                                                         linkOf("l2", "c1", LinkType::disputes, "c2"),
                                                         linkOf("l3", "c1", LinkType::repeats, "c2")});
        QCOMPARE(document.links.size(), std::size_t(3));
    }
    void aLinkBetweenMentionsIsAnotherThanOneBetweenClaims() {
        Link between = linkOf("l2", "c2", LinkType::repeats, "c1");
        between.fromMention = {"m2"};
        between.toMention = {"m1"};
        const Document document = linked(withClaims(2), {linkOf("l1", "c2", LinkType::repeats, "c1"), between});
        QVERIFY(readProject(writeProject(document), "f").value() == document);
        between.id = {"l9"};
        QCOMPARE(addLink(document, between).error().code, ErrorCode::linkThere);
    }
    void aLinkIsChangedInPlace() {
        const Document document = linked(withClaims(2), {linkOf("l1", "c2", LinkType::repeats, "c1")});
        Link link = *document.links[0];
        link.type = LinkType::derivedFrom;
        link.formula = "c1 * 2";
        link.note = "two of them";
        const Document next = setLink(document, link).value();
        QCOMPARE(*next.links[0], link);
        link.to = {"c2"};
        QCOMPARE(setLink(next, link).error().code, ErrorCode::linkCircle);
        QVERIFY(removeLink(next, {"l1"}).value().links.empty());
    }
    void ownTypesHaveOneTitleEachAndStayWhileTheyAreUsed() {
        Document document = withClaims(2);
        QCOMPARE(setLinkType(document, OwnLinkType{.id = {"x"}}).error().code, ErrorCode::nameEmpty);
        QCOMPARE(setLinkType(document, OwnLinkType{.id = {"x"}, .title = "casts doubt on"}).error().code,
                 ErrorCode::idTaken);
        document = linked(setLinkType(document, OwnLinkType{.id = {"builds"}, .title = "builds on"}).value(),
                          {doubts("l1", "c1", "c2")});
        QCOMPARE(removeLinkType(document, {"doubts"}).error().code, ErrorCode::stillUsed);
        QCOMPARE(removeLinkType(document, {"builds"}).value().linkTypes.size(), std::size_t(1));
        QCOMPARE(linkWords(document, *document.links[0]), std::string("c1 casts doubt on c2"));
    }
    void aFileWithACircleIsReadAndSaysSo() {
        Document document = withClaims(3);
        document.links = {Row(linkOf("l1", "c1", LinkType::repeats, "c2")),
                          Row(linkOf("l2", "c2", LinkType::repeats, "c3")),
                          Row(linkOf("l3", "c3", LinkType::repeats, "c1"))};
        const Document read = readProject(writeProject(document), "f").value();
        int circles = 0;
        for (const Finding& finding : check(read))
            if (finding.reason.find("in a circle") != std::string::npos) {
                ++circles;
                QCOMPARE(finding.claims.size(), std::size_t(3));
            }
        QCOMPARE(circles, 1);
    }
    void aChainOfManyClaimsIsFollowedInBoundedTime() {
        const int count = 20000;
        Document document = withClaims(count);
        for (int i = 2; i < count; ++i)
            document.links.push_back(Row(linkOf("k" + std::to_string(i), "c" + std::to_string(i + 1), LinkType::repeats,
                                                "c" + std::to_string(i))));
        QElapsedTimer timer;
        timer.start();
        const Result<Document> next =
            addLink(document, linkOf("last", "c2", LinkType::repeats, "c" + std::to_string(count)));
        QCOMPARE(next.error().code, ErrorCode::linkCircle);
        QVERIFY(next.error().details.at(0).size() < 200);
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }
};

const Registered<TestEditLink> registered("edit_link");

} // namespace assay::test

Q_DECLARE_METATYPE(assay::Link)

#include "tst_edit_link.moc"
