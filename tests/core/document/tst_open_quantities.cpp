// What is offered as a claim: numbers that no mention touches and that nobody waved away; what was is kept in the
// source.
#include "core/document/edit.h"
#include "core/document/merge.h"
#include "core/document/open_quantities.h"
#include "core/io/project_file.h"
#include "tests/test.h"

namespace assay::test {

namespace {

const std::string threeNumbers = "It had 5 GPUs, 6 GPUs and 7 GPUs."; // at 7, 15 and 26

Document withMentions(const std::vector<TextRange>& places, const SourceId& source = {"s"}) {
    Document document = newDocument("t");
    document.sources = {Row(Source{.id = {"s"}, .text = threeNumbers}), Row(Source{.id = {"other"}, .text = "x"})};
    if (places.empty())
        return document;
    Claim claim;
    claim.id = {"c"};
    for (const TextRange& place : places) {
        const MentionId id{"m" + std::to_string(claim.mentions.size())};
        claim.mentions.push_back(
            Mention{.id = id, .anchor = {.source = source, .start = place.start, .end = place.end, .quote = "q"}});
    }
    document.claims = {Row(claim)};
    return document;
}

QString starts(const std::vector<FoundQuantity>& quantities) {
    QStringList all;
    for (const FoundQuantity& found : quantities)
        all << QString::number(found.start);
    return all.join(QLatin1Char(' '));
}

Document without(const Document& document, TextRange words) { return dismissQuantity(document, {"s"}, words).value(); }
Document with(const Document& document, TextRange words) { return offerQuantity(document, {"s"}, words).value(); }

} // namespace

class TestOpenQuantities : public Test {
    Q_OBJECT
private slots:
    void mentionedOnesAreLeftOut() {
        const std::vector<FoundQuantity> found = findQuantities(threeNumbers);
        QCOMPARE(starts(found), QStringLiteral("7 15 26"));
        const auto open = [&](const Document& document) { return starts(sortQuantities(document, {"s"}, found).open); };
        QCOMPARE(open(withMentions({})), QStringLiteral("7 15 26"));
        QCOMPARE(open(withMentions({{0, 8}})), QStringLiteral("15 26"));
        QCOMPARE(open(withMentions({{20, 22}, {0, 30}})), QStringLiteral(""));
        QCOMPARE(open(withMentions({{13, 15}})), QStringLiteral("7 15 26"));
        QCOMPARE(open(withMentions({{0, 40}}, {"other"})), QStringLiteral("7 15 26"));
    }
    void aDismissedOneIsKeptInTheSourceAndOfferedAgain() {
        const std::vector<FoundQuantity> found = findQuantities(threeNumbers);
        const Document whole = withMentions({});
        const Document two = without(without(whole, {26, 32}), {7, 13});
        const Document read = readProject(writeProject(two), "f").value();
        QVERIFY(read == two);
        const SortedQuantities sorted = sortQuantities(read, {"s"}, found);
        QCOMPARE(starts(sorted.open), QStringLiteral("15"));
        QCOMPARE(starts(sorted.dismissed), QStringLiteral("7 26"));
        QCOMPARE(without(two, {7, 13}), two);
        QCOMPARE(with(two, {8, 9}), without(whole, {26, 32}));
        QCOMPARE(with(two, {0, 40}), whole);
        QCOMPARE(with(two, {13, 26}), two);
    }
    void aClaimOfADismissedNumberCountsMore() {
        const std::vector<FoundQuantity> found = findQuantities(threeNumbers);
        const SortedQuantities sorted = sortQuantities(without(withMentions({{7, 8}}), {7, 13}), {"s"}, found);
        QCOMPARE(starts(sorted.open), QStringLiteral("15 26"));
        QCOMPARE(starts(sorted.dismissed), QString());
    }
    void quietWordsAreNeverOffered() {
        const std::vector<FoundQuantity> found = findQuantities(threeNumbers);
        Document document = withMentions({});
        Source source = *document.sources.front();
        source.quiet = {{0, 13}, {26, 33}};
        document.sources.front() = Row(source);
        QCOMPARE(starts(sortQuantities(document, {"s"}, found).open), QStringLiteral("15"));
        QCOMPARE(starts(sortQuantities(without(document, {7, 13}), {"s"}, found).dismissed), QString());
    }
    void nothingIsDismissedInAnUnknownSourceOrWithoutWords() {
        QCOMPARE(dismissQuantity(withMentions({}), {"gone"}, {1, 2}).error().code, ErrorCode::idUnknown);
        QCOMPARE(offerQuantity(withMentions({}), {"gone"}, {1, 2}).error().code, ErrorCode::idUnknown);
        QCOMPARE(dismissQuantity(withMentions({}), {"s"}, {4, 4}).error().code, ErrorCode::fieldValue);
    }
    void aFileWithRangesInDisorderIsRefused_data() {
        QTest::addColumn<QString>("ranges");
        const auto range = [](int start, int end) {
            return QStringLiteral("{\"start\": %1, \"end\": %2}").arg(start).arg(end);
        };
        QTest::newRow("empty range") << range(4, 4);
        QTest::newRow("ends before it starts") << range(5, 4);
        QTest::newRow("not by start") << range(5, 6) + QLatin1Char(',') + range(1, 2);
        QTest::newRow("twice the same") << range(5, 6) + QLatin1Char(',') + range(5, 6);
    }
    void aFileWithRangesInDisorderIsRefused() {
        QFETCH(QString, ranges);
        const QString file = QStringLiteral("{\"format\": \"assay-project\", \"version\": \"1.0\",\n\"project\": "
                                            "{\"id\": \"p\"},\n\"sources\": [{\"id\": \"s\", \"dismissed\": [%1]}]}")
                                 .arg(ranges);
        const Result<Document> read = readProject(file.toStdString(), "f");
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::fieldValue);
        QCOMPARE(QString::fromStdString(read.error().place), QStringLiteral("f:3:13"));
    }
    void twoAnalystsDismissalsAreJoined() {
        const Document base = without(withMentions({}), {7, 13});
        const Document ours = with(without(base, {15, 21}), {7, 13}); // takes the old one back
        const Document theirs = without(without(base, {26, 32}), {15, 21});
        const Merged merged = merge(base, ours, theirs).value();
        QVERIFY(merged.conflicts.empty());
        QVERIFY(
            (find(merged.document.sources, SourceId{"s"})->dismissed == std::vector<TextRange>{{15, 21}, {26, 32}}));
        QCOMPARE(merge(base, theirs, ours).value().document, merged.document);
    }
};

const Registered<TestOpenQuantities> registered("open_quantities");

} // namespace assay::test

#include "tst_open_quantities.moc"
