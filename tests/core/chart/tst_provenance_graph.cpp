// Provenance: who was first, what bad chains and links do to it, and that lanes hold still.
#include "core/chart/builders.h"
#include "core/chart/provenance_plan.h"
#include "core/chart/ticks.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/core/chart/provenance_fixture.h"
#include "tests/test.h"

#include <algorithm>
#include <set>

namespace assay::test {
namespace {

struct Planned {
    explicit Planned(const ChartContext& context)
        : evidence(
            gatherEvidence(context.sources, context.speakers, context.attributes, context.claims, context.links)),
          subject(provenanceSubject(context, evidence)),
          graph(provenanceGraph(evidence, subject)),
          plan(provenancePlan(graph)) {}

    std::vector<std::string> lanes() const {
        std::vector<std::string> keys;
        for (const std::size_t lane : plan.laneOrder)
            keys.push_back(graph.lanes[lane].key);
        return keys;
    }
    /// The only node of that speaker.
    std::size_t nodeOf(const std::string& speaker) const {
        for (std::size_t i = 0; i < graph.nodes.size(); ++i)
            if (graph.lanes[graph.nodes[i].lane].key == speaker)
                return i;
        return graph.nodes.size();
    }
    bool hasEdge(const std::string& from, const std::string& to, EdgeKind kind) const {
        const ProvenanceEdge wanted{nodeOf(from), nodeOf(to), kind};
        return std::find(graph.edges.begin(), graph.edges.end(), wanted) != graph.edges.end();
    }
    std::vector<std::string> first() const {
        std::vector<std::string> keys;
        for (const ProvenanceNode& node : graph.nodes)
            if (node.first)
                keys.push_back(graph.lanes[node.lane].key);
        std::sort(keys.begin(), keys.end());
        return keys;
    }

    Evidence evidence;
    ProvenanceSubject subject;
    ProvenanceGraph graph;
    ProvenancePlan plan;
};

using Names = std::vector<std::string>;

/// Of the lanes that both have, pairs that stand the other way round.
std::size_t turnedPairs(const Names& before, const Names& after) {
    std::size_t turned = 0;
    for (std::size_t i = 0; i < before.size(); ++i)
        for (std::size_t j = i + 1; j < before.size(); ++j) {
            const auto a = std::find(after.begin(), after.end(), before[i]);
            const auto b = std::find(after.begin(), after.end(), before[j]);
            turned += a != after.end() && b != after.end() && b < a ? 1 : 0;
        }
    return turned;
}

/// What six mentions of one number look like: one voice, carried by a channel, endorsed by one, speculated by others.
ChartContext sixMentions() {
    ChartContext context =
        contextOf({{{"c1"}, "2025-01-27", {"wang", "cnbc", "chai"}, 50000, "2025-01-23"},
                   {{"c2"}, "2025-01-27", {"wang", "cnbc", "chai"}, 50000, "2025-01-23"},
                   {{"c3"}, "2025-01-28", {"wang", "poster?", "musk+", "asiae"}, 50000, "2025-01-23"},
                   {{"c4"}, "2025-01", {"wang", "cnbc", "musk+", "aftermarket"}},
                   {{"c5"}, "2025-01-28", {"wang", "cnbc", "page"}},
                   {{"c6"}, "2025-01-28", {"insiders?", "page"}},
                   {{"other"}, "2025-01-31", {"semi"}}});
    for (const char* claim : {"c2", "c3", "c4", "c5"})
        addLink(context, claim, LinkType::repeats, "c1");
    addLink(context, "c6", LinkType::repeats, "c5");
    addLink(context, "other", LinkType::disputes, "c1");
    return context;
}

} // namespace

class TestProvenanceGraph : public Test {
    Q_OBJECT
private slots:
    void withoutWordsThereIsNothingToShow() {
        const Result<ChartSpec> none = buildProvenance({});
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::chartEmpty);
        ChartContext wordless = contextOf({{{"c1"}, "2025-01-01", {"a"}}});
        Claim claim = *wordless.claims[0];
        claim.mentions.clear();
        wordless.claims = {Row<Claim>(claim)};
        QVERIFY(!buildProvenance(wordless));
    }

    void badChainsAndLinksAreBoundedAndCounted_data() {
        QTest::addColumn<ChartContext>("context");
        QTest::addColumn<int>("circles");
        QTest::addColumn<int>("edges");
        ChartContext links = contextOf({{{"c1"}, "2025-01-01", {"a"}}, {{"c2"}, "2025-01-02", {"b"}}});
        addLink(links, "c1", LinkType::repeats, "c2");
        addLink(links, "c2", LinkType::repeats, "c1");
        QTest::newRow("links in a circle") << links << 1 << 2;
        ChartContext self = contextOf({{{"c1"}, "2025-01-01", {"a"}}});
        addLink(self, "c1", LinkType::quotes, "c1");
        QTest::newRow("a link to itself") << self << 0 << 0;
        ChartContext lost = contextOf({{{"c1"}, "2025-01-01", {"a"}}});
        addLink(lost, "c1", LinkType::repeats, "nobody");
        QTest::newRow("a link to nothing") << lost << 0 << 0;
        QTest::newRow("a speaker twice in a chain")
            << contextOf({{{"c1"}, "2025-01-01", {"a", "b", "a", "paper"}}}) << 1 << 3;
        QTest::newRow("a speaker who quotes himself")
            << contextOf({{{"c1"}, "2025-01-01", {"a", "a", "paper"}}}) << 1 << 1;
        QTest::newRow("a chain of endorsers") << contextOf({{{"c1"}, "2025-01-01", {"a+", "b+", "paper"}}}) << 0 << 3;
        QTest::newRow("nobody named") << contextOf({{{"c1"}, "2025-01-01", {}}}) << 0 << 0;
        QTest::newRow("no source's date") << contextOf({{{"c1"}, "", {"a", "paper"}}}) << 0 << 1;
        QTest::newRow("an unreadable date") << contextOf({{{"c1"}, "last week", {"a", "paper"}}}) << 0 << 1;
        ChartContext gone = contextOf({{{"c1"}, "2025-01-01", {"a", "paper"}}});
        gone.sources.clear();
        gone.speakers.clear();
        QTest::newRow("source and speakers lost") << gone << 0 << 1;
    }
    void badChainsAndLinksAreBoundedAndCounted() {
        QFETCH(ChartContext, context);
        QFETCH(int, circles);
        QFETCH(int, edges);
        const Planned planned(context);
        QCOMPARE(int(planned.graph.circles), circles);
        QCOMPARE(int(planned.graph.edges.size()), edges);
        const Result<ChartSpec> spec = buildProvenance(context);
        QVERIFY(spec.has_value());
        const bool says = std::any_of(spec->notes.begin(), spec->notes.end(), [](const std::string& note) {
            return note.find("in a circle") != std::string::npos;
        });
        QCOMPARE(says, circles > 0);
    }

    void aLongChainOfLinksIsWalkedToItsEnd() {
        std::vector<Heard> all;
        for (int i = 0; i < 400; ++i)
            all.push_back({{"c" + std::to_string(i)}, "2025-01-01", {"speaker" + std::to_string(i)}});
        ChartContext context = contextOf(all);
        for (int i = 1; i < 400; ++i)
            addLink(context, all[std::size_t(i)].claim.value.c_str(), LinkType::repeats,
                    all[std::size_t(i - 1)].claim.value.c_str());
        context.chosen = {{"c399"}};
        QCOMPARE(Planned(context).first(), Names{"speaker0"});
    }

    void moreMentionsThanAPictureHoldsAreCounted() {
        const ChartContext context = oneFamily(manyHeard(mostMentions + 40, 30));
        const Planned planned(context);
        QCOMPARE(planned.subject.left, std::size_t(40));
        QVERIFY(buildProvenance(context)->notes.back().find("40 further mentions") != std::string::npos);
    }

    void sixMentionsGoBackToOneSpeaker() {
        const ChartSpec spec = buildProvenance(sixMentions()).value();
        QCOMPARE(spec.title, std::string("50K GPUs: 6 mentions go back to one speaker, Name of wang"));
        const Planned planned(sixMentions());
        QCOMPARE(planned.first(), (Names{"semi", "wang"}));
        QCOMPARE(isoDayOf(planned, "wang"), std::string("2025-01-23")); // by the claims' as-of date
        QVERIFY(planned.hasEdge("wang", "cnbc", EdgeKind::carries));
        QVERIFY(planned.hasEdge("wang", "insiders", EdgeKind::repeats));
        QVERIFY(planned.hasEdge("semi", "wang", EdgeKind::opposes));
        QVERIFY(planned.hasEdge("poster", "musk", EdgeKind::endorses));
        QVERIFY(planned.hasEdge("poster", "asiae", EdgeKind::carries)); // the words did not come by the endorser
        QVERIFY(!planned.hasEdge("musk", "asiae", EdgeKind::carries));
        QCOMPARE(planned.graph.implied, std::size_t(4)); // c2 to c5: the same voice already
    }

    void endorsersAndStrangersAreDrawnApart() {
        const ChartSpec spec = buildProvenance(sixMentions()).value();
        std::set<std::pair<Shape, Fill>> looks;
        for (const Dot& dot : marksOf<Dot>(spec))
            looks.emplace(dot.shape, dot.fill);
        QVERIFY(looks.count({Shape::star, Fill::solid}) && looks.count({Shape::circle, Fill::hollow})
                && looks.count({Shape::diamond, Fill::hatched}) && looks.count({Shape::circle, Fill::solid}));
        std::set<std::tuple<Dash, Cap, InkRole>> lines;
        for (const Curve& curve : marksOf<Curve>(spec))
            lines.emplace(curve.dash, curve.cap, curve.ink.role);
        QCOMPARE(lines.size(), std::size_t(4)); // carries, endorses, repeats, opposes
        QCOMPARE(std::count_if(spec.key.begin(), spec.key.end(),
                               [](const KeyEntry& entry) { return entry.line.has_value(); }),
                 std::ptrdiff_t(4));
    }

    void everyKindOfLinkIsDrawnAsItsOwn_data() {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("edge");
        QTest::addColumn<bool>("isFromTheLinked"); // words run from whom the link leads to
        const auto row = [](const char* name, LinkType type, EdgeKind edge, bool isFromTheLinked) {
            QTest::newRow(name) << int(type) << int(edge) << isFromTheLinked;
        };
        row("repeats", LinkType::repeats, EdgeKind::repeats, true);
        row("quotes", LinkType::quotes, EdgeKind::repeats, true);
        row("derived from", LinkType::derivedFrom, EdgeKind::derives, true);
        row("converts", LinkType::converts, EdgeKind::derives, true);
        row("endorses", LinkType::endorses, EdgeKind::endorses, true);
        row("disputes", LinkType::disputes, EdgeKind::opposes, false);
        row("contradicts", LinkType::contradicts, EdgeKind::opposes, false);
        row("corrects", LinkType::corrects, EdgeKind::opposes, false);
        row("the project's own", LinkType::own, EdgeKind::relates, false);
    }
    void everyKindOfLinkIsDrawnAsItsOwn() {
        QFETCH(int, type);
        QFETCH(int, edge);
        QFETCH(bool, isFromTheLinked);
        ChartContext context = contextOf({{{"c1"}, "2025-01-01", {"a"}}, {{"c2"}, "2025-01-02", {"b"}}});
        addLink(context, "c2", LinkType(type), "c1");
        context.chosen = {{"c1"}};
        const Planned planned(context);
        QCOMPARE(planned.graph.edges.size(), std::size_t(1));
        QVERIFY(isFromTheLinked ? planned.hasEdge("a", "b", EdgeKind(edge))
                                : planned.hasEdge("b", "a", EdgeKind(edge)));
        QCOMPARE(marksOf<Curve>(buildProvenance(context).value()).size(), std::size_t(1));
    }

    void aLinkThatMeansOneMentionLeadsFromIt() {
        ChartContext context =
            contextOf({{{"c1"}, "2025-01-01", {"a"}}, {{"c2"}, "2025-01-02", {"b"}}, {{"other"}, "2025-01-03", {"d"}}});
        Claim claim = *context.claims[1];
        claim.mentions.push_back(context.claims[2]->mentions[0]);
        context.claims = {context.claims[0], Row<Claim>(claim)};
        Link link{{"l"}, {"c2"}, {"c1"}, LinkType::repeats};
        context.links = {Row<Link>(link)};
        QVERIFY(Planned(context).hasEdge("a", "b", EdgeKind::repeats)); // the earliest stands for the claim
        link.fromMention = claim.mentions[1].id;
        context.links = {Row<Link>(link)};
        QVERIFY(Planned(context).hasEdge("a", "d", EdgeKind::repeats));
    }

    void everyNodeIsARowWithItsWords() {
        const ChartSpec spec = buildProvenance(sixMentions()).value();
        QCOMPARE(spec.data.size(), Planned(sixMentions()).graph.nodes.size());
        std::size_t words = 0;
        for (const Datum& datum : spec.data) {
            QCOMPARE(datum.cells.size(), spec.columns.size());
            QVERIFY(!datum.ids.claims.empty());
            words += datum.ids.mention.empty() ? 0 : 1;
            QCOMPARE(datum.ids.mention.empty(), datum.tip.find("50,000 ") == std::string::npos);
        }
        QCOMPARE(words, std::size_t(7));
        QVERIFY(std::is_sorted(spec.data.begin(), spec.data.end(),
                               [](const Datum& a, const Datum& b) { return a.at.x < b.at.x; }));
    }

    void aMonthIsABarAndStartsWithItsOrigin() {
        const Planned planned(sixMentions());
        const double day = planned.plan.nodes[planned.nodeOf("aftermarket")].day;
        QVERIFY(day > *dayOf("2025-01-23") && day <= *dayOf("2025-01-31"));
        const ChartSpec spec = buildProvenance(sixMentions()).value();
        std::vector<Span> bars = marksOf<Span>(spec);
        QCOMPARE(bars.size(), std::size_t(2));
        QVERIFY(bars[0].cap == Cap::bar);
        QCOMPARE(bars[1].to.x, *dayOf("2025-02-01"));
    }

    void whatAnEndorserSaidFirstIsNotPublishedBefore() {
        const Planned planned(contextOf({{{"c1"}, "2025-01", {"musk+", "aftermarket"}, 50000, "2025-01-27"}}));
        QVERIFY(planned.plan.nodes[planned.nodeOf("aftermarket")].day > *dayOf("2025-01-27"));
    }

    void mentionsWithoutADateStandInAColumnOfTheirOwn() {
        const ChartContext context = oneFamily({{{"c1"}, "2025-01-05", {"a", "paper"}}, {{"c2"}, "", {"a", "blog"}}});
        const Planned planned(context);
        QCOMPARE(planned.plan.undated, std::size_t(1));
        const NodePlace& blog = planned.plan.nodes[planned.nodeOf("blog")];
        QVERIFY(!blog.isDated && blog.day > planned.plan.low && blog.day < planned.plan.dated);
        QVERIFY(planned.plan.nodes[planned.nodeOf("a")].day >= planned.plan.dated);
        const ChartSpec spec = buildProvenance(context).value();
        const std::vector<Rule> rules = marksOf<Rule>(spec);
        QCOMPARE(std::count_if(rules.begin(), rules.end(),
                               [](const Rule& rule) { return rule.label == "without a date: 1 mention"; }),
                 std::ptrdiff_t(1));
        QCOMPARE(spec.x.ticksFrom, std::optional(planned.plan.dated));
        QVERIFY(!buildProvenance(oneFamily({{{"c1"}, "2025-01-05", {"a"}}}))->x.ticksFrom);
    }

    void aBurstOfOneDayStaysInItsLane() {
        std::vector<Heard> all;
        for (int i = 0; i < 60; ++i)
            all.push_back({{"c" + std::to_string(i)}, "2025-01-27", {"origin", "paper"}});
        const Planned planned(oneFamily(all));
        std::set<double> places;
        for (const NodePlace& place : planned.plan.nodes) {
            QVERIFY(std::abs(place.lane - std::round(place.lane)) <= 0.4 + 1e-12);
            places.insert(place.lane);
        }
        QCOMPARE(places.size(), std::size_t(61)); // each one's own
    }

    void theChosenClaimBringsWhatItIsLinkedTo() {
        ChartContext context = sixMentions();
        QCOMPARE(Planned(context).subject.claims.size(), std::size_t(7));
        Claim lone = *context.claims[0];
        lone.id = {"lone"};
        lone.mentions[0].id = {"m-lone"};
        context.claims.push_back(Row<Claim>(lone));
        context.chosen = {{"lone"}};
        QCOMPARE(Planned(context).subject.claims.size(), std::size_t(1));
        addLink(context, "lone", LinkType::derivedFrom, "c6");
        QCOMPARE(Planned(context).subject.claims.size(), std::size_t(2)); // one step of derivation
        context.chosen = {{"c1"}};
        QCOMPARE(Planned(context).subject.claims.size(), std::size_t(8));
        context.form = wholeQuantity;
        context.attribute = AttributeId{"gpu-stock"};
        QCOMPARE(Planned(context).subject.claims.size(), std::size_t(8));
        context.attribute = AttributeId{"colour"};
        QVERIFY(!buildProvenance(context));
    }

    void wordsFlowDownwardsAndCrossLittle_data() {
        QTest::addColumn<int>("mentions");
        QTest::addColumn<int>("publications");
        QTest::newRow("a score in a few papers") << 20 << 6;
        QTest::newRow("a hundred") << 100 << 25;
        QTest::newRow("many papers") << 160 << 120;
    }
    void wordsFlowDownwardsAndCrossLittle() {
        QFETCH(int, mentions);
        QFETCH(int, publications);
        const Planned planned(oneFamily(manyHeard(std::size_t(mentions), std::size_t(publications))));
        ProvenancePlan asWritten = planned.plan; // lanes as the document names the speakers
        for (std::size_t i = 0; i < planned.graph.nodes.size(); ++i)
            asWritten.nodes[i].lane = static_cast<double>(planned.graph.nodes[i].lane);
        const std::size_t crossings = countCrossings(planned.graph, planned.plan);
        const std::size_t before = countCrossings(planned.graph, asWritten);
        QVERIFY2(crossings * 10 <= before * 9, qPrintable(QStringLiteral("%1 of %2").arg(crossings).arg(before)));
    }

    void oneMentionMoreLeavesTheLanesInOrder_data() {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("chain");
        QTest::addColumn<int>("percent"); // of pairs of lanes that may turn
        QTest::newRow("the latest, in a paper known") << "2025-12-28"
                                                      << "origin0 paper3" << 5;
        QTest::newRow("the latest, in a new paper") << "2025-12-28"
                                                    << "origin0 relay1 news" << 5;
        QTest::newRow("in the midst") << "2025-06-15"
                                      << "origin1 relay2 news" << 5;
        QTest::newRow("without a date") << ""
                                        << "origin2 news" << 5;
        QTest::newRow("from a new voice") << "2025-08-08"
                                          << "stranger paper5" << 5;
        QTest::newRow("the earliest") << "2025-01-01"
                                      << "origin0 news" << 15; // everybody it names appears earlier
    }
    void oneMentionMoreLeavesTheLanesInOrder() {
        QFETCH(QString, date);
        QFETCH(QString, chain);
        QFETCH(int, percent);
        std::vector<Heard> all = manyHeard(100, 25);
        const Planned before(oneFamily(all));
        Heard more{{"more"}, date.toStdString(), {}};
        for (const QString& name : chain.split(QLatin1Char(' ')))
            more.chain.push_back(name.toStdString());
        all.push_back(more);
        const Planned after(oneFamily(all));
        const std::size_t lanes = before.plan.laneOrder.size(), pairs = lanes * (lanes - 1) / 2;
        const std::size_t turned = turnedPairs(before.lanes(), after.lanes());
        QVERIFY2(turned * 100 <= pairs * std::size_t(percent),
                 qPrintable(QStringLiteral("%1 of %2").arg(turned).arg(pairs)));
        for (std::size_t i = 0; i < before.graph.nodes.size(); ++i)
            if (before.graph.nodes[i].kind == NodeKind::words && before.plan.nodes[i].isDated)
                QCOMPARE(after.plan.nodes[i].day, before.plan.nodes[i].day);
    }

    void theSameClaimsGiveTheSamePicture() {
        const ChartContext context = oneFamily(manyHeard(100, 25));
        QVERIFY(*buildProvenance(context) == *buildProvenance(context));
    }

private:
    static std::string isoDayOf(const Planned& planned, const char* speaker) {
        return isoDay(planned.plan.nodes[planned.nodeOf(speaker)].day);
    }
};

const Registered<TestProvenanceGraph> registered("provenance_graph");

} // namespace assay::test

#include "tst_provenance_graph.moc"
