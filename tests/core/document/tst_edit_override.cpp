// The analyst's verdicts in a document: edits refuse what says nothing, a cell is set once, what it names takes it
// along, and a verdict made on another computed state is noted.
#include "core/document/edit_override.h"

#include "core/document/check_runs.h"
#include "core/document/diff.h"
#include "core/document/edit.h"
#include "core/document/merge.h"
#include "core/document/rename_row.h"

#include "tests/core/documents.h"
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

namespace assay::test {

namespace {

/// cost is uniform over 0 .. 100; c1 says 45 to 55: inside.
Document document() {
    Scenario scenario = makeScenario("s");
    scenario.samples = 1024;
    const Model model = makeModel({{"x", "USD", "uniform(0, 100)"}}, {{"cost", "USD", "x"}});
    Document empty;
    empty.project.id = "p";
    Document made = addScenario(empty, model, scenario).value();
    made.attributes = {
        Row(Attribute{AttributeId{"cost"}, "cost", "USD", {}, {OutputLink{VariableId{"cost"}, {}, {}}}, {}})};
    made.sources = {Row(Source{.id = SourceId{"paper"}, .title = "Paper", .text = "45 to 55 dollars"})};
    Claim claim{.id = ClaimId{"c1"}, .subject = "A", .attribute = AttributeId{"cost"}};
    claim.quantity = Quantity{"45 to 55 dollars", std::nullopt, 45, 55, Bound::range, "USD", 2};
    claim.mentions = {Mention{MentionId{"m1"}, Anchor{SourceId{"paper"}, 0, 16, "45 to 55 dollars", "", ""}, {}}};
    made.claims = {Row(claim)};
    claim.id = ClaimId{"c2"};
    claim.mentions[0].id = MentionId{"m2"};
    made.claims.push_back(Row(claim));
    return made;
}

MatrixPlace cell(std::vector<const char*> claims = {"c1"}, const char* scenario = "s") {
    MatrixPlace place{ScenarioId{scenario}, {}};
    for (const char* claim : claims)
        place.claims.push_back(ClaimId{claim});
    return place;
}

OwnVerdict verdict(Place place = Place::excluded, const char* reason = "another run") {
    return {place, Place::inside, reason};
}

Document withOverride() { return setOverride(document(), cell(), verdict()).value(); }

/// The same with x so that c1 is excluded.
Document elsewhere(Document made) {
    return setInput(made, ScenarioId{"s"}, ScenarioInput{VariableId{"x"}, "uniform(1000, 1100)", {}}).value();
}

} // namespace

class TestEditOverride : public Test {
    Q_OBJECT

private slots:
    void whatSaysNothingIsNotTaken_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("verdict");
        const auto row = [](const char* name, ErrorCode code, const char* claim, const char* scenario,
                            const char* reason, Place place) {
            QTest::newRow(name) << static_cast<int>(code) << QString::fromUtf8(claim) << QString::fromUtf8(scenario)
                                << QString::fromUtf8(reason) << static_cast<int>(place);
        };
        row("no claim", ErrorCode::nothingSelected, "", "s", "why", Place::tail);
        row("an unknown claim", ErrorCode::idUnknown, "c9", "s", "why", Place::tail);
        row("an unknown scenario", ErrorCode::idUnknown, "c1", "t", "why", Place::tail);
        row("no reason", ErrorCode::fieldMissing, "c1", "s", "", Place::tail);
        row("a reason of spaces", ErrorCode::fieldMissing, "c1", "s", " \n", Place::tail);
        row("what is computed anyway", ErrorCode::fieldValue, "c1", "s", "why", Place::inside);
    }
    void whatSaysNothingIsNotTaken() {
        QFETCH(int, code);
        QFETCH(QString, claim);
        QFETCH(QString, scenario);
        QFETCH(QString, reason);
        QFETCH(int, verdict);
        MatrixPlace place{ScenarioId{scenario.toStdString()}, {}};
        if (!claim.isEmpty())
            place.claims = {ClaimId{claim.toStdString()}};
        const Result<Document> next =
            setOverride(document(), place, {static_cast<Place>(verdict), Place::inside, reason.toStdString()});
        QVERIFY(!next);
        QCOMPARE(static_cast<int>(next.error().code), code);
    }
    void nothingToTakeBack() { QCOMPARE(removeOverride(document(), cell()).error().code, ErrorCode::idUnknown); }

    void referencesAreChecked_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("field");
        QTest::newRow("a scenario that is not there") << static_cast<int>(ErrorCode::idDangling) << "scenario";
        QTest::newRow("a claim that is not there") << static_cast<int>(ErrorCode::idDangling) << "claim";
        QTest::newRow("no reason") << static_cast<int>(ErrorCode::fieldMissing) << "reason";
        QTest::newRow("no id") << static_cast<int>(ErrorCode::nameEmpty) << "id";
        QTest::newRow("an id given twice") << static_cast<int>(ErrorCode::idTaken) << "";
    }
    void referencesAreChecked() {
        QFETCH(int, code);
        QFETCH(QString, field);
        Document made = withOverride();
        Override broken = *made.overrides[0];
        if (field == QStringLiteral("scenario"))
            broken.scenario.value = "nowhere";
        if (field == QStringLiteral("claim"))
            broken.claim.value = "nothing";
        if (field == QStringLiteral("reason"))
            broken.reason.clear();
        if (field == QStringLiteral("id"))
            broken.id.value.clear();
        if (field.isEmpty())
            made.overrides.push_back(Row(broken));
        made.overrides[0] = Row(broken);
        QCOMPARE(static_cast<int>(checkReferences(made).error().code), code);
    }

    void aCellIsSetChangedAndTakenBack() {
        const Document with = withOverride();
        QCOMPARE(with.overrides.size(), std::size_t{1});
        const Override* own = findOverride(with.overrides, ScenarioId{"s"}, ClaimId{"c1"});
        QVERIFY(own && own->verdict == Place::excluded && own->computed == Place::inside);
        QCOMPARE(own->id.value, std::string("s/c1"));
        QVERIFY(findOverride(with.overrides, ScenarioId{"s"}, ClaimId{"c2"}) == nullptr);
        const Document changed = setOverride(with, cell(), verdict(Place::tail, "on second thought")).value();
        QCOMPARE(changed.overrides.size(), std::size_t{1});
        QCOMPARE(changed.overrides[0]->reason, std::string("on second thought"));
        QVERIFY(removeOverride(changed, cell()).value() == document());
    }

    void allClaimsOfACellAreSetTogether() {
        const Document with = setOverride(document(), cell({"c1", "c2"}), verdict()).value();
        QCOMPARE(with.overrides.size(), std::size_t{2});
        QVERIFY(removeOverride(with, cell({"c1", "c2"})).value() == document());
        QCOMPARE(removeOverride(with, cell({"c2"})).value().overrides.size(), std::size_t{1});
    }

    void aSecondOneThatAMergeLeftGoesWhenTheCellIsSet() {
        Document two = withOverride();
        Override second = *two.overrides[0];
        second.id.value = "s/c1-2";
        second.reason = "theirs";
        two.overrides.push_back(Row(second));
        QVERIFY(checkReferences(two));
        QCOMPARE(findOverride(two.overrides, ScenarioId{"s"}, ClaimId{"c1"})->reason, std::string("another run"));
        QCOMPARE(setOverride(two, cell(), verdict(Place::tail)).value().overrides.size(), std::size_t{1});
        QVERIFY(removeOverride(two, cell()).value().overrides.empty());
    }

    void overridesGoWithTheirClaimAndTheirScenario() {
        const Document with = withOverride();
        QVERIFY(removeClaims(with, {ClaimId{"c1"}}).value().overrides.empty());
        QCOMPARE(removeClaims(with, {ClaimId{"c2"}}).value().overrides.size(), std::size_t{1});
        QVERIFY(removeScenario(with, ScenarioId{"s"}).value().overrides.empty());
    }

    void aRenamedRowIsFollowed() {
        const Document claims = withRenamedRow(withOverride(), "claim", "c1", "c7");
        QCOMPARE(claims.overrides[0]->claim.value, std::string("c7"));
        const Document scenarios = withRenamedRow(withOverride(), "scenario", "s", "t");
        QCOMPARE(scenarios.overrides[0]->scenario.value, std::string("t"));
        QVERIFY(checkReferences(claims) && checkReferences(scenarios));
    }

    void diffTellsWhatWasSet() {
        const std::vector<Change> added = diff(document(), withOverride());
        QCOMPARE(added.size(), std::size_t{1});
        QCOMPARE(added[0].what, std::string("override"));
        QCOMPARE(added[0].after, std::string("c1 against s: excluded instead of inside: another run"));
        const std::vector<Change> changed =
            diff(withOverride(), setOverride(withOverride(), cell(), verdict(Place::tail)).value());
        QCOMPARE(changed.size(), std::size_t{1});
        QCOMPARE(changed[0].field, std::string("verdict"));
        QCOMPARE(changed[0].before + " " + changed[0].after, std::string("excluded tail"));
    }

    void bothSidesOfAMergeAreKept() {
        const Document base = withOverride();
        const Document ours = setOverride(base, cell(), verdict(Place::tail)).value();
        const Document theirs = setOverride(base, cell(), verdict(Place::notComparable)).value();
        const Merged merged = merge(base, ours, theirs).value();
        QCOMPARE(merged.conflicts.size(), std::size_t{1});
        QCOMPARE(merged.conflicts[0].what + "/" + merged.conflicts[0].field, std::string("override/verdict"));
        QCOMPARE(merged.document.overrides[0]->verdict, Place::excluded); // as in base until somebody decides
        const Document both = merge(document(), ours, theirs).value().document;
        QCOMPARE(both.overrides.size(), std::size_t{2}); // set on both sides: two, and a conflict over the id
        QCOMPARE(both.conflicts.size(), std::size_t{1});
    }
    void aClaimThatOneSideDeletedComesBackForTheOthersVerdict() {
        const Document ours = removeClaims(document(), {ClaimId{"c1"}}).value();
        const Merged merged = merge(document(), ours, withOverride()).value();
        QVERIFY(find(merged.document.claims, ClaimId{"c1"}) != nullptr);
        QCOMPARE(merged.document.overrides.size(), std::size_t{1});
        QCOMPARE(merged.conflicts.size(), std::size_t{1});
    }

    void theComputedPlaceIsThatOfTheRun() {
        for (const auto& [made, place] :
             {std::pair(document(), Place::inside), std::pair(elsewhere(document()), Place::excluded)}) {
            const RunPtr run = runOf(made);
            QCOMPARE(computedPlace(made, run, ClaimId{"c1"}).value(), place);
        }
        QCOMPARE(computedPlace(document(), nullptr, ClaimId{"c1"}).error().code, ErrorCode::idUnknown);
        QCOMPARE(computedPlace(document(), runOf(document()), ClaimId{"c9"}).error().code, ErrorCode::idUnknown);
    }

    void onlyAVerdictOnAnotherComputedStateIsNoted() {
        QVERIFY(findingsOfRuns(document()).empty());
        QVERIFY(findingsOfRuns(withOverride()).empty());
        const std::vector<Finding> findings = findingsOfRuns(elsewhere(withOverride()));
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0].verdict, Verdict::note);
        QCOMPARE(findings[0].claims, std::vector<ClaimId>{ClaimId{"c1"}});
        for (const char* words : {"made when inside was computed", "now excluded is", "another run"})
            QVERIFY2(findings[0].reason.find(words) != std::string::npos, findings[0].reason.c_str());
    }

private:
    static RunPtr runOf(const Document& made) {
        return std::make_shared<const Run>(simulate(*made.models[0], *made.scenarios[0], runOptions(1024)).value());
    }
};

const Registered<TestEditOverride> registered("edit_override");

} // namespace assay::test

#include "tst_edit_override.moc"
