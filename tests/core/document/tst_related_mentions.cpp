// Mentions that belong together: of one claim, by links, by a link between two mentions; pairs of two sources, and the
// wordings of one utterance.
#include "core/base/utf8.h"
#include "core/document/edit.h"
#include "core/document/related_mentions.h"
#include "tests/test.h"

namespace assay::test {
namespace {

const char* const talk =
    "On CNBC he said: \u201CMy understanding is that they have about 50,000 H100s.\u201D Then more.";
const char* const paper =
    "He said \"they have 50,000 H100s\" on air. The run cost $5.6 million.\nThey have 50,000 H100s.";
const char* const blog = "They have \u201C50,000 Nvidia H100s\u201D, it was said. The run cost $6 million.";

Mention at(const Document& document, const char* id, const char* source, const std::string& quote,
           std::size_t nth = 0) {
    return Mention{.id = {id}, .anchor = anchorOfQuote(*find(document.sources, SourceId{source}), quote, nth).value()};
}

Document threeSources() {
    Document d = newDocument("t");
    d.sources = {Row(Source{.id = {"paper"}, .published = "2025-01-27", .text = paper}),
                 Row(Source{.id = {"talk"}, .published = "2025-01-24", .text = talk}),
                 Row(Source{.id = {"blog"}, .text = blog})};
    Claim stock{.id = {"stock"}};
    stock.mentions = {at(d, "p1", "paper", "50,000 H100s"), at(d, "t1", "talk", "50,000 H100s"),
                      at(d, "p2", "paper", "50,000 H100s", 1)};
    Claim said{.id = {"said"}}, cost{.id = {"cost"}}, other{.id = {"other"}};
    said.mentions = {at(d, "b1", "blog", "50,000 Nvidia H100s")};
    cost.mentions = {at(d, "p3", "paper", "$5.6 million")};
    other.mentions = {at(d, "b2", "blog", "$6 million"), at(d, "t2", "talk", "CNBC")};
    d.claims = {Row(stock), Row(said), Row(cost), Row(other)};
    d.links = {
        Row(Link{.id = {"l1"}, .from = {"said"}, .to = {"stock"}, .type = LinkType::quotes, .toMention = {"t1"}}),
        Row(Link{.id = {"l2"}, .from = {"other"}, .to = {"cost"}, .type = LinkType::disputes}),
        Row(Link{.id = {"l3"}, .from = {"gone"}, .to = {"cost"}})};
    return d;
}

QString shown(const std::vector<RelatedMention>& related) {
    QStringList all;
    for (const RelatedMention& each : related)
        all += QString::fromStdString(each.mention.value)
               + (each.link ? QLatin1Char('/') + QString::number(int(*each.link)) : QString());
    return all.join(QLatin1Char(' '));
}

QString shown(const std::vector<MentionPair>& pairs) {
    QStringList all;
    for (const MentionPair& pair : pairs)
        all += QString::fromStdString(pair.left.value + "-" + pair.right.value)
               + (pair.link ? QStringLiteral("*") : QString());
    return all.join(QLatin1Char(' '));
}

} // namespace

class TestRelatedMentions : public Test {
    Q_OBJECT
private slots:
    void aMentionLeadsToItsClaimsOtherSourcesAndToLinkedClaims() {
        const auto related = relatedMentions(threeSources(), {"paper"});
        QCOMPARE(related.size(), std::size_t(3));
        QCOMPARE(shown(related.at({"p1"})), QStringLiteral("t1"));
        QCOMPARE(shown(related.at({"p2"})), QStringLiteral("t1"));
        QCOMPARE(shown(related.at({"p3"})), QStringLiteral("b2/2 t2/2"));
    }
    void aLinkToOneMentionIsOfThatMentionAlone() {
        const auto related = relatedMentions(threeSources(), {"talk"});
        QCOMPARE(shown(related.at({"t1"})), QStringLiteral("p1 p2 b1/7"));
        QCOMPARE(shown(relatedMentions(threeSources(), {"blog"}).at({"b1"})), QStringLiteral("t1/7"));
    }
    void pairsAreInTheOrderOfTheLeftText() {
        QCOMPARE(shown(mentionPairs(threeSources(), {"paper"}, {"talk"})), QStringLiteral("p1-t1 p3-t2* p2-t1"));
        QCOMPARE(shown(mentionPairs(threeSources(), {"talk"}, {"paper"})), QStringLiteral("t2-p3* t1-p1 t1-p2"));
        QCOMPARE(shown(mentionPairs(threeSources(), {"paper"}, {"blog"})), QStringLiteral("p3-b2*"));
        QCOMPARE(shown(mentionPairs(threeSources(), {"paper"}, {"gone"})), QString());
    }
    void theClosestSourceHasMostInCommon() {
        QVERIFY(closestSource(threeSources(), {"paper"}) == SourceId{"talk"});
        Document alone = threeSources();
        alone.claims.erase(alone.claims.begin() + 1, alone.claims.end());
        alone.links.clear();
        QVERIFY(!closestSource(alone, {"blog"}));
    }
    void wordingsAreTheQuotationElseTheSentence() {
        const std::vector<Wording> wordings = wordingsOf(threeSources(), {"stock"});
        QCOMPARE(wordings.size(), std::size_t(4)); // with the claim that quotes it
        QCOMPARE(wordings[0].words, std::string("My understanding is that they have about 50,000 H100s."));
        QVERIFY(wordings[0].isQuotation);
        QCOMPARE(wordings[1].words, std::string("they have 50,000 H100s"));
        QVERIFY(wordings[1].isQuotation);
        QCOMPARE(wordings[2].words, std::string("They have 50,000 H100s."));
        QVERIFY(!wordings[2].isQuotation);
        QCOMPARE(wordings[3].words, std::string("50,000 Nvidia H100s"));
        QCOMPARE(wordings[3].source.value, std::string("blog")); // no date: last
        QVERIFY(wordingsOf(threeSources(), {"gone"}).empty());
    }
    void aMentionOffItsTextGivesItsQuoteAlone() {
        Document document = threeSources();
        Claim cost = *document.claims[2];
        cost.mentions.front().anchor.start = 4'000;
        cost.mentions.front().anchor.end = 4'010;
        document.claims[2] = Row(cost);
        QCOMPARE(wordingsOf(document, {"cost"}).front().words, std::string("$5.6 million"));
    }
    void aClaimWithVeryManyMentionsIsBounded() {
        Document document = threeSources();
        Claim stock = *document.claims[0];
        for (int i = 0; i < 500; ++i) {
            Mention mention = stock.mentions[1];
            mention.id = {"x" + std::to_string(i)};
            stock.mentions.push_back(mention);
        }
        document.claims[0] = Row(stock);
        QCOMPARE(relatedMentions(document, {"paper"}).at({"p1"}).size(), mostRelated);
    }
};

const Registered<TestRelatedMentions> registered("related_mentions");

} // namespace assay::test

#include "tst_related_mentions.moc"
