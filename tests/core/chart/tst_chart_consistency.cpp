// The matrix of claims and scenarios: what is in it, what its cells say and lead to, and when there is nothing to show.
#include "core/chart/chart.h"

#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <algorithm>

namespace assay::test {

namespace {

Claim claim(const char* id, const char* speaker, double low, double high, const char* unit = "H800*h") {
    Claim made;
    made.id = ClaimId{id};
    made.subject = "A";
    made.attribute = AttributeId{"hours"};
    Quantity quantity;
    quantity.low = low;
    quantity.high = high;
    quantity.bound = Bound::range;
    quantity.unit = unit;
    quantity.text = id;
    made.quantity = quantity;
    Mention mention;
    mention.id = MentionId{id};
    mention.chain = {Utterance{SpeakerId{speaker}, SpeakerRole::estimator}};
    made.mentions = {mention};
    return made;
}

/// hours uniform over 0 .. 100 in one scenario, over 1000 .. 1100 in another; a third has no such output.
ChartContext context() {
    ChartContext made;
    const Model model = makeModel({{"x", "H800*h", "uniform(0, 100)"}}, {{"hours", "H800*h", "x"}});
    Model other = makeModel({{"x", "USD", "1 to 2"}}, {{"cost", "USD", "x"}});
    other.id = ModelId{"other"};
    made.models = {Row(model), Row(other)};
    Scenario third = makeScenario("third");
    third.model = other.id;
    made.scenarios = {Row(makeScenario("low")), Row(makeScenario("high", {{"x", "uniform(1000, 1100)"}})), Row(third)};
    for (const Row<Scenario>& scenario : made.scenarios)
        made.runs.push_back(std::make_shared<const Run>(
            simulate(scenario->id.value == "third" ? other : model, *scenario, runOptions(4096)).value()));
    made.attributes = {
        Row(Attribute{AttributeId{"hours"}, "GPU-hours", "GPU*h", {}, {OutputLink{VariableId{"hours"}, {}, {}}}, {}})};
    for (const char* id : {"ann", "bob"})
        made.speakers.push_back(Row(Speaker{SpeakerId{id}, id, {}, true, {}}));
    made.claims = {Row(claim("first", "ann", 45, 55)), Row(claim("second", "ann", 45, 55)),
                   Row(claim("rival", "bob", 90, 95)), Row(claim("dollars", "bob", 1, 2, "USD"))};
    return made;
}

/// The analyst's verdict on a cell that was computed as `computed` when it was made.
ChartContext withOverride(const char* claim, const char* scenario, Place verdict, Place computed) {
    ChartContext made = context();
    made.overrides.push_back(Row(Override{OverrideId{std::string(scenario) + "/" + claim},
                                          ScenarioId{scenario},
                                          ClaimId{claim},
                                          verdict,
                                          computed,
                                          "another scope",
                                          {}}));
    return made;
}

bool hasStar(const ChartSpec& spec, const char* claim, const char* scenario) {
    return std::any_of(spec.marks.begin(), spec.marks.end(), [&](const Mark& mark) {
        const auto* dot = std::get_if<Dot>(&mark);
        if (dot == nullptr || dot->shape != Shape::star || dot->datum < 0)
            return false;
        const MarkIds& ids = spec.data[static_cast<std::size_t>(dot->datum)].ids;
        return ids.claims.front() == ClaimId{claim} && ids.scenario == ScenarioId{scenario};
    });
}

bool hasWords(const ChartSpec& spec, const char* words) {
    return std::any_of(spec.marks.begin(), spec.marks.end(), [&](const Mark& mark) {
        const auto* label = std::get_if<Label>(&mark);
        return label != nullptr && label->text == words;
    });
}

ChartSpec built(const ChartContext& from) { return findChart("consistency")->build(from).value(); }

std::string cellOf(const ChartSpec& spec, const char* claim, const char* scenario, std::size_t column) {
    for (const Datum& datum : spec.data)
        if (datum.ids.claims.front() == ClaimId{claim} && datum.ids.scenario == ScenarioId{scenario})
            return datum.cells.at(column).text;
    return "not there";
}

} // namespace

class TestChartConsistency : public Test {
    Q_OBJECT

private slots:
    void withoutALikeClaimItIsEmpty() {
        ChartContext bare = context();
        bare.attributes.clear();
        const Result<ChartSpec> spec = findChart("consistency")->build(bare);
        QVERIFY(!spec);
        QCOMPARE(spec.error().code, ErrorCode::chartEmpty);
    }

    void runsThatAreNotThereYetAreNotShown() {
        ChartContext waiting = context();
        waiting.runs.clear();
        QCOMPARE(findChart("consistency")->build(waiting).error().code, ErrorCode::chartEmpty);
    }

    void oneVoiceSayingOneThingIsOneRow() {
        const ChartSpec spec = built(context());
        QCOMPARE(spec.y.categories.size(), std::size_t{2});
        QVERIFY(std::any_of(spec.data.begin(), spec.data.end(), [](const Datum& datum) {
            return datum.ids.claims == std::vector<ClaimId>{ClaimId{"first"}, ClaimId{"second"}};
        }));
        QVERIFY(spec.y.categories[0].note.find("2 times") != std::string::npos
                || spec.y.categories[1].note.find("2 times") != std::string::npos);
    }

    void onlyWhatCanBeComparedIsInIt() {
        const ChartSpec spec = built(context());
        QCOMPARE(spec.x.categories.size(), std::size_t{2}); // the third scenario has no such output
        QCOMPARE(spec.notes.size(), std::size_t{1});
        QVERIFY(spec.notes[0].starts_with("1 further claim"));
    }

    void cellsSayTheVerdictAndLeadToTheWords() {
        const ChartSpec spec = built(context());
        QCOMPARE(cellOf(spec, "first", "low", 5), std::string("inside"));
        QCOMPARE(cellOf(spec, "rival", "low", 5), std::string("tail"));
        QCOMPARE(cellOf(spec, "first", "high", 5), std::string("excluded"));
        for (const Datum& datum : spec.data) {
            QVERIFY(!datum.ids.claims.empty() && !datum.ids.scenario.empty() && !datum.tip.empty());
            QCOMPARE(datum.cells.size(), spec.columns.size());
        }
    }

    void everyVerdictHasItsOwnColourShapeAndWord() {
        const ChartSpec spec = built(context());
        QCOMPARE(spec.key.size(), std::size_t{3});
        for (std::size_t i = 0; i < spec.key.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                QVERIFY(!(spec.key[i].ink == spec.key[j].ink));
                QVERIFY(spec.key[i].shape != spec.key[j].shape);
                QVERIFY(spec.key[i].text != spec.key[j].text);
            }
    }

    void titleCountsWhatIsExcluded() {
        QCOMPARE(built(context()).title, std::string("2 of 2 claims are excluded by at least one scenario"));
        ChartContext fitting = context();
        fitting.claims = {Row(claim("first", "ann", 45, 55))};
        fitting.scenarios.erase(fitting.scenarios.begin() + 1);
        QCOMPARE(built(fitting).title, std::string("The one claim that can be compared fits"));
    }

    void columnsCountVoicesNotClaims() { QCOMPARE(built(context()).x.categories[1].note, std::string("2 excluded")); }

    void withoutOverridesNothingSaysSo() {
        const ChartSpec spec = built(context());
        QVERIFY(!hasStar(spec, "rival", "low"));
        QCOMPARE(cellOf(spec, "rival", "low", 10), std::string());
        QVERIFY(std::none_of(spec.footer.begin(), spec.footer.end(), [](const std::string& part) {
            return part.find("analyst") != std::string::npos || part.find("Stale") != std::string::npos;
        }));
    }

    void whatTheAnalystSetStandsBesideWhatIsComputed() {
        const ChartSpec spec = built(withOverride("rival", "low", Place::excluded, Place::tail));
        QCOMPARE(cellOf(spec, "rival", "low", 5), std::string("excluded"));
        QCOMPARE(cellOf(spec, "rival", "low", 9), std::string("tail"));
        const std::string sentence = "computed: tail, set by the analyst to excluded: another scope";
        QCOMPARE(cellOf(spec, "rival", "low", 10), sentence);
        QVERIFY(hasStar(spec, "rival", "low") && !hasStar(spec, "first", "low"));
        QVERIFY(hasWords(spec, "excluded, set") && hasWords(spec, "computed: tail"));
        QCOMPARE(spec.key.back().text, std::string("set by the analyst"));
        QCOMPARE(spec.key.back().shape, Shape::star);
        QCOMPARE(spec.footer.back(), std::string("1 verdict set by the analyst"));
        QVERIFY(spec.altText.find(sentence) != std::string::npos);
        const bool isTold = std::any_of(spec.data.begin(), spec.data.end(), [&](const Datum& datum) {
            return datum.tip.find(sentence) != std::string::npos
                   && datum.tip.find("of the samples") != std::string::npos;
        });
        QVERIFY(isTold);
    }

    void aVerdictOnAnotherComputedStateSaysSo() {
        const ChartSpec spec = built(withOverride("rival", "low", Place::excluded, Place::inside));
        QCOMPARE(
            cellOf(spec, "rival", "low", 10),
            std::string("computed: tail, set by the analyst to excluded: another scope (made when it was inside)"));
        QVERIFY(hasWords(spec, "computed now: tail"));
        QCOMPARE(spec.footer.back(),
                 std::string("1 verdict set by the analyst, 1 when the computed state was another"));
    }

    void titleAndHeadsCountTheAnalystsVerdicts() {
        ChartContext eased = withOverride("rival", "high", Place::inside, Place::excluded);
        const ChartSpec spec = built(eased);
        QCOMPARE(spec.title, std::string("1 of 2 claims is excluded by at least one scenario"));
        QCOMPARE(spec.x.categories[1].note, std::string("1 excluded"));
    }

    void theMostDiagnosticRowComesFirstByTheAnalystsVerdicts() {
        ChartContext even = context(); // both rows tell the scenarios apart by one pair of verdicts
        even.claims = {Row(claim("rival", "bob", 90, 95)), Row(claim("first", "ann", 45, 55))};
        QCOMPARE(built(even).y.categories[0].shortLabel, std::string("rival"));
        even.overrides = withOverride("rival", "low", Place::excluded, Place::tail).overrides; // now it does not
        QCOMPARE(built(even).y.categories[0].shortLabel, std::string("first"));
    }

    void claimsThatAreSetApartStandInRowsOfTheirOwn() {
        const ChartSpec spec = built(withOverride("second", "low", Place::tail, Place::inside));
        QCOMPARE(spec.y.categories.size(), std::size_t{3});
        QVERIFY(hasStar(spec, "second", "low") && !hasStar(spec, "first", "low"));
    }

    void whatCannotBeComputedCanBeSet() {
        const ChartSpec spec = built(withOverride("first", "third", Place::excluded, Place::notComparable));
        QCOMPARE(spec.x.categories.size(), std::size_t{3});
        QCOMPARE(cellOf(spec, "first", "third", 5), std::string("excluded"));
        QCOMPARE(cellOf(spec, "first", "third", 9), std::string("not-comparable"));
        QCOMPARE(cellOf(spec, "first", "third", 6), std::string());
        QVERIFY(cellOf(spec, "first", "third", 8).find("no output") != std::string::npos);
    }
    void whatIsSetToNotComparableIsStillThere() {
        ChartContext apart = withOverride("rival", "low", Place::notComparable, Place::tail);
        const ChartSpec spec = built(apart);
        QVERIFY(hasStar(spec, "rival", "low"));
        QVERIFY(hasWords(spec, "not comparable, set"));
        apart.claims = {apart.claims[2]};
        apart.scenarios = {apart.scenarios[0]};
        QCOMPARE(built(apart).y.categories.size(), std::size_t{1}); // or nobody could take it back
    }

    void staleScenariosAreNamedInTheFooter() {
        ChartContext stale = context();
        stale.stale = {ScenarioId{"third"}};
        const auto says = [](const ChartSpec& spec) {
            return std::any_of(spec.footer.begin(), spec.footer.end(), [](const std::string& part) {
                return part == "Stale, what its inputs stand on has changed: high";
            });
        };
        QVERIFY(!says(built(stale))); // it is not in the picture
        stale.stale = {ScenarioId{"high"}};
        QVERIFY(says(built(stale)));
    }

    void bandsAreDrawnInsteadOfDensities() {
        ChartContext banded = context();
        const Model model =
            makeModel({{"x", "H800*h", "lognormal(1e6, 3e6)"}, {"price", "USD/(H800*h)", "interval(1, 3)"}},
                      {{"rental_cost", "USD", "x * price"}});
        banded.models = {Row(model)};
        banded.scenarios = {Row(makeScenario("low"))};
        banded.runs = {std::make_shared<const Run>(simulate(model, *banded.scenarios[0], runOptions(4096)).value())};
        const ChartSpec spec = findChart("cost-by-scenario")->build(banded).value();
        const auto isArea = [](const Mark& mark) { return std::holds_alternative<Area>(mark); };
        QVERIFY(std::none_of(spec.marks.begin(), spec.marks.end(), isArea));
        QVERIFY(std::any_of(spec.notes.begin(), spec.notes.end(), [](const std::string& note) {
            return note.find("interval without a shape") != std::string::npos;
        }));
    }
};

const Registered<TestChartConsistency> registered("chart_consistency");

} // namespace assay::test

#include "tst_chart_consistency.moc"
