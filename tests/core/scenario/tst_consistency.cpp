// Consistency: verdicts at their cut-offs, what is not compared and why, weak bounds, drivers, originators.
#include "core/scenario/consistency.h"

#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {

namespace {

Claim claim(const char* id, Quantity quantity, const char* subject = "Model A") {
    Claim made;
    made.id = ClaimId{id};
    made.subject = subject;
    made.attribute = AttributeId{"hours"};
    made.quantity = std::move(quantity);
    return made;
}

Quantity range(double low, double high, const char* unit = "H800*h") {
    Quantity quantity;
    quantity.low = low;
    quantity.high = high;
    quantity.bound = Bound::range;
    quantity.unit = unit;
    return quantity;
}

Quantity number(double value, double half) {
    Quantity quantity = range(value - half, value + half);
    quantity.value = value;
    quantity.bound = Bound::equal;
    return quantity;
}

Quantity over(double value) {
    Quantity quantity;
    quantity.value = quantity.low = value;
    quantity.bound = Bound::greater;
    quantity.unit = "H800*h";
    return quantity;
}

/// hours = base * factor, base uniform over 0 .. 100, factor next to 1.
struct Stage {
    Rows<Claim> claims;
    Rows<Attribute> attributes{Row(Attribute{
        AttributeId{"hours"}, "GPU-hours", "GPU*h", {}, {OutputLink{VariableId{"hours"}, "whole run", {}}}, {}})};
    Rows<Speaker> speakers;
    Rows<Scenario> scenarios{Row(makeScenario("s"))};
    std::string output = "hours";

    std::vector<ClaimPlace> places(std::uint64_t samples = 1 << 14) const {
        const Model model = makeModel({{"base", "H800*h", "uniform(0, 100)"}, {"factor", "1", "uniform(0.999, 1.001)"}},
                                      {{output, "H800*h", "base * factor"}});
        std::vector<RunPtr> runs;
        for (const Row<Scenario>& scenario : scenarios)
            runs.push_back(std::make_shared<const Run>(simulate(model, *scenario, runOptions(samples)).value()));
        return compareClaims(gatherEvidence({}, speakers, attributes, claims, {}), scenarios, runs);
    }
};

ClaimPlace placeOf(const Claim& one) {
    Stage stage;
    stage.claims = {Row(one)};
    return stage.places().at(0);
}

Mention said(const char* id, const char* speaker, SpeakerRole role = SpeakerRole::estimator) {
    Mention mention;
    mention.id = MentionId{id};
    mention.chain = {Utterance{SpeakerId{speaker}, role}};
    return mention;
}

} // namespace

class TestConsistency : public Test {
    Q_OBJECT

private slots:
    void whatIsNotLikeIsNotCompared_data() {
        QTest::addColumn<Claim>("claim");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const Claim& claim, const char* reason) {
            QTest::newRow(name) << claim << QString(reason);
        };
        row("another chip", claim("c", range(1, 2, "A100*h")), "A100*h is not H800*h");
        row("chips of any kind", claim("c", range(1, 2, "GPU*h")), "GPU*h is not H800*h");
        row("a currency", claim("c", range(1, 2, "USD")), "USD is not H800*h");
        Claim scoped = claim("c", range(1, 2));
        scoped.scope = "one stage";
        row("another scope", scoped, "the claim is about \"one stage\", the output about \"whole run\"");
        Claim other = claim("c", range(1, 2));
        other.attribute = AttributeId{"cost"};
        row("an attribute without a row", other, "the scenario has no output that is its attribute");
    }
    void whatIsNotLikeIsNotCompared() {
        QFETCH(Claim, claim);
        QFETCH(QString, reason);
        const ClaimPlace place = placeOf(claim);
        QCOMPARE(place.place, Place::notComparable);
        QCOMPARE(QString::fromStdString(place.reason), reason);
        QVERIFY(place.output.empty() && place.driver.empty());
    }

    void scenarioIsAboutTheSubjectsOfItsClaims() {
        Stage stage;
        const Claim own = claim("own", number(50, 1)), version = claim("version", number(50, 1), "Model A-2");
        const Claim rival = claim("rival", number(50, 1), "Model B");
        stage.claims = {Row(own), Row(version), Row(rival)};
        QCOMPARE(stage.places().at(2).place, Place::inside); // it stands on no claim: it is about anything
        Scenario scenario = *stage.scenarios[0];
        scenario.inputs = {
            ScenarioInput{VariableId{"base"}, "uniform(0, 100)", Basis{BasisKind::claims, {own.id}, {}, {}}}};
        stage.scenarios = {Row(scenario)};
        const std::vector<ClaimPlace> places = stage.places();
        QCOMPARE(places.at(0).place, Place::inside);
        QCOMPARE(places.at(1).place, Place::inside);
        QCOMPARE(places.at(2).place, Place::notComparable);
        QCOMPARE(places.at(2).reason, std::string("the scenario is not about Model B"));
    }

    void scenarioWithoutTheOutputIsNotCompared() {
        Stage stage;
        stage.claims = {Row(claim("c", number(50, 1)))};
        stage.output = "other";
        QCOMPARE(stage.places().at(0).place, Place::notComparable);
        QCOMPARE(stage.places().at(0).reason, std::string("the scenario has no output that is GPU-hours"));
    }

    void claimsWithoutAValueAreLeftOut() {
        Stage stage;
        Claim words = claim("words", number(50, 1));
        words.quantity.reset();
        stage.claims = {Row(words)};
        QVERIFY(stage.places().empty());
    }

    void verdictsFollowTheCutOffs_data() {
        QTest::addColumn<Claim>("claim");
        QTest::addColumn<int>("place");
        QTest::addColumn<double>("percentile");
        QTest::addColumn<double>("coverage");
        const auto row = [](const char* name, Quantity quantity, Place place, double percentile, double coverage) {
            QTest::newRow(name) << claim("c", std::move(quantity)) << static_cast<int>(place) << percentile << coverage;
        };
        row("in the middle", number(50, 1), Place::inside, 0.5, 0.02);
        row("reaches into the middle half", number(20, 6), Place::inside, 0.2, 0.12);
        row("just outside the middle half", number(20, 4), Place::tail, 0.2, 0.08);
        row("in the upper tail", number(97, 1), Place::tail, 0.97, 0.02);
        row("beyond P99", number(99.9, 0.1), Place::excluded, 0.999, 0.002);
        row("beyond all samples", number(200, 1), Place::excluded, 1, 0);
        row("a range by its end nearest the median", range(80, 90), Place::tail, 0.8, 0.1);
        row("a bound by its end", over(95), Place::tail, 0.95, 0.05);
        row("a bound that is met", over(10), Place::inside, 0.1, 0.9);
    }
    void verdictsFollowTheCutOffs() {
        QFETCH(Claim, claim);
        QFETCH(int, place);
        QFETCH(double, percentile);
        QFETCH(double, coverage);
        const ClaimPlace found = placeOf(claim);
        QCOMPARE(static_cast<int>(found.place), place);
        QVERIFY(std::abs(found.percentile - percentile) < 2e-3);
        QVERIFY(std::abs(found.coverage - coverage) < 2e-3);
        QCOMPARE(found.output, VariableId{"hours"});
    }

    void bareBoundsAreWeak_data() {
        QTest::addColumn<Claim>("claim");
        QTest::addColumn<bool>("isWeak");
        QTest::newRow("a bound below nearly all") << claim("c", over(2)) << true;
        QTest::newRow("a bound through the middle") << claim("c", over(50)) << false;
        QTest::newRow("wider than tenfold around all") << claim("c", range(0.5, 1000)) << true;
        QTest::newRow("a number that holds all is precise") << claim("c", range(90, 110)) << false;
    }
    void bareBoundsAreWeak() {
        QFETCH(Claim, claim);
        QFETCH(bool, isWeak);
        QCOMPARE(placeOf(claim).isWeak, isWeak);
    }

    void lastBitsDoNotDecide() {
        Stage stage;
        stage.claims = {Row(claim("c", number(50, 0)))};
        stage.scenarios = {Row(makeScenario("s", {{"base", "50.00000000001"}, {"factor", "1"}}))};
        const ClaimPlace place = stage.places(64).at(0);
        QCOMPARE(place.place, Place::inside);
        QCOMPARE(place.percentile, 1.0);
        QVERIFY(place.driver.empty()); // nothing can move
    }

    void driverIsTheInputThatMoves() {
        QCOMPARE(placeOf(claim("c", over(90))).driver, VariableId{"base"});
        QCOMPARE(placeOf(claim("c", number(1e6, 1))).driver, VariableId{"base"}); // no sample: the strongest input
    }

    void oneOriginatorCountsOnce() {
        Rows<Speaker> speakers;
        for (const char* id : {"wang", "epoch", "press"})
            speakers.push_back(Row(Speaker{SpeakerId{id}, id, {}, true, {}}));
        speakers.push_back(Row(Speaker{SpeakerId{"insiders"}, "insiders", {}, false, {}}));
        Rows<Claim> claims;
        for (const char* id : {"c1", "c2", "c3", "c4"}) {
            Claim one = claim(id, number(50, 1));
            const std::string name(id);
            one.mentions = {said(id, name == "c3" ? "epoch" : name == "c4" ? "insiders" : "wang")};
            claims.push_back(Row(one));
        }
        const Evidence evidence = gatherEvidence({}, speakers, {}, claims, {});
        const std::vector<std::vector<ClaimId>> groups = claimsByOriginator(
            evidence, {ClaimId{"c1"}, ClaimId{"c2"}, ClaimId{"c3"}, ClaimId{"c4"}, ClaimId{"nobody"}});
        QCOMPARE(groups.size(), std::size_t{3});
        QCOMPARE(groups[0], (std::vector<ClaimId>{ClaimId{"c1"}, ClaimId{"c2"}}));
        QCOMPARE(groups[2], (std::vector<ClaimId>{ClaimId{"c4"}}));
    }

    void placesHaveTheWordsOfTheContract() {
        QCOMPARE(placeText(Place::inside), std::string_view("inside"));
        QCOMPARE(placeText(Place::tail), std::string_view("tail"));
        QCOMPARE(placeText(Place::excluded), std::string_view("excluded"));
        QCOMPARE(placeText(Place::notComparable), std::string_view("not-comparable"));
    }
};

const Registered<TestConsistency> registered("consistency");

} // namespace assay::test

#include "tst_consistency.moc"
