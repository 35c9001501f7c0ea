// Assertions in a document: edits refuse what cannot be checked; findings of those that fail, nearly fail or hold.
#include "core/document/check_assertions.h"
#include "core/document/check_runs.h"
#include "core/document/diff.h"
#include "core/document/edit.h"

#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

namespace assay::test {

namespace {

Document document() {
    Scenario scenario = makeScenario("s");
    scenario.samples = 1024;
    const Model model =
        makeModel({{"x", "USD", "normal(10, 2)"}}, {{"hidden", "USD", "x"}, {"cost", "USD", "x * 2"}}, {"cost"});
    return addScenario(newDocument("test"), model, scenario).value();
}

Assertion assertion(const char* text, const char* scenario = "s") {
    return {AssertionId{"a1"}, ScenarioId{scenario}, text, {}, {}};
}

/// An assertion that the run misses by far less than its standard error (about 1e-3).
std::string nearMiss() {
    const Document all = document();
    const Run run = simulate(*all.models[0], *all.scenarios[0], runOptions(1024)).value();
    return "mean(cost) >= " + QByteArray::number(run.outputs[0].mean + 1e-6, 'g', 15).toStdString();
}

AssertionResult resultOf(const char* text) {
    const Document next = addAssertion(document(), assertion(text)).value();
    return checkAssertions(next, runsToCheck(next)).at(0);
}

} // namespace

class TestEditAssertion : public Test {
    Q_OBJECT

private slots:
    void whatCannotBeCheckedIsNotTaken_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* text, const char* scenario, ErrorCode code) {
            QTest::newRow(name) << QString(text) << QString(scenario) << static_cast<int>(code);
        };
        row("words", "it is cheap", "s", ErrorCode::assertionSyntax);
        row("no such scenario", "mean(cost) >= 1", "t", ErrorCode::idUnknown);
        row("no such output", "mean(price) >= 1", "s", ErrorCode::outputUnknown);
        row("a formula that is no output", "mean(hidden) >= 1", "s", ErrorCode::outputUnknown);
        row("another unit", "mean(cost) >= 1 h", "s", ErrorCode::inputUnit);
    }
    void whatCannotBeCheckedIsNotTaken() {
        QFETCH(QString, text);
        QFETCH(QString, scenario);
        QFETCH(int, code);
        const Assertion wrong = assertion(text.toUtf8().constData(), scenario.toUtf8().constData());
        const Result<Document> added = addAssertion(document(), wrong);
        QVERIFY(!added);
        QCOMPARE(static_cast<int>(added.error().code), code);
        const Document with = addAssertion(document(), assertion("mean(cost) >= 1")).value();
        QVERIFY(!setAssertion(with, wrong));
    }

    void idsAreKnownAndUnique() {
        const Document with = addAssertion(document(), assertion("mean(cost) >= 1")).value();
        QCOMPARE(addAssertion(with, assertion("mean(cost) >= 2")).error().code, ErrorCode::idTaken);
        QCOMPARE(removeAssertion(document(), AssertionId{"a1"}).error().code, ErrorCode::idUnknown);
        QCOMPARE(setAssertion(document(), assertion("mean(cost) >= 1")).error().code, ErrorCode::idUnknown);
        QCOMPARE(freeAssertionId(with), std::string("a2"));
        QVERIFY(removeAssertion(with, AssertionId{"a1"}).value().assertions.empty());
    }

    void anAssertionOfNoScenarioIsDangling() {
        Document broken = document();
        broken.assertions.push_back(Row(assertion("mean(cost) >= 1", "nowhere")));
        QCOMPARE(checkReferences(broken).error().code, ErrorCode::idDangling);
    }

    void assertionsGoWithTheirScenario() {
        const Document with = addAssertion(document(), assertion("mean(cost) >= 1")).value();
        QVERIFY(removeScenario(with, ScenarioId{"s"}).value().assertions.empty());
    }

    void diffNamesTheAssertion() {
        const Document with = addAssertion(document(), assertion("mean(cost) >= 1")).value();
        const Document changed = setAssertion(with, assertion("mean(cost) >= 2")).value();
        const std::vector<Change> added = diff(document(), with), edited = diff(with, changed);
        QVERIFY(std::any_of(added.begin(), added.end(), [](const Change& change) {
            return change.kind == "added" && change.what == "assertion" && change.after == "s: mean(cost) >= 1";
        }));
        QCOMPARE(edited.size(), std::size_t{1});
        QCOMPARE(edited[0].field, std::string("text"));
        QCOMPARE(edited[0].after, std::string("mean(cost) >= 2"));
    }

    void statesFollowTheSamples_data() {
        // cost is normal(20, 4)
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("state");
        const auto row = [](const char* name, const char* text, AssertionState state) {
            QTest::newRow(name) << QString(text) << static_cast<int>(state);
        };
        row("far outside", "mean(cost) >= 30", AssertionState::fails);
        row("a share far outside", "P(cost < 20) in 0.7..0.8", AssertionState::fails);
        row("outside by less than its standard error", nearMiss().c_str(), AssertionState::withinError);
        row("inside", "mean(cost) in 19..21", AssertionState::holds);
        row("a share inside", "P(cost < 20 USD) in 40%..60%", AssertionState::holds);
    }
    void statesFollowTheSamples() {
        QFETCH(QString, text);
        QFETCH(int, state);
        QCOMPARE(static_cast<int>(resultOf(text.toUtf8().constData()).state), state);
    }

    void failuresAreErrorsAndNearMissesNotes() {
        Document all = document();
        int number = 0;
        for (const std::string& text :
             {std::string("mean(cost) >= 30"), nearMiss(), std::string("mean(cost) in 19..21")}) {
            Assertion next = assertion(text.c_str());
            next.id = AssertionId{"a" + std::to_string(++number)};
            all = addAssertion(all, next).value();
        }
        const std::vector<Finding> findings = assertionFindings(all, checkAssertions(all, runsToCheck(all)));
        QCOMPARE(findings.size(), std::size_t{2});
        QCOMPARE(findings[0].verdict, Verdict::error);
        QCOMPARE(findings[1].verdict, Verdict::note);
        QCOMPARE(findings[0].kind, FindingKind::assertion);
        QVERIFY(findings[0].reason.find("mean(cost) >= 30") != std::string::npos);
        QVERIFY(findings[0].reason.find("at least $30") != std::string::npos);
        QVERIFY(findings[0].id != findings[1].id);
    }

    void whatAModelNoLongerHasIsUnreadable() {
        Document changed = addAssertion(document(), assertion("mean(cost) >= 1")).value();
        Assertion other = assertion("mean(price) >= 1");
        changed.assertions[0] = Row(other);
        const AssertionResult result = checkAssertions(changed, runsToCheck(changed)).at(0);
        QCOMPARE(result.state, AssertionState::unreadable);
        QCOMPARE(assertionFindings(changed, {result}).at(0).verdict, Verdict::error);
    }

    void withoutARunItWaits() {
        const Document with = addAssertion(document(), assertion("mean(cost) >= 30")).value();
        const AssertionResult result = checkAssertion(with, *with.assertions[0], nullptr, {});
        QCOMPARE(result.state, AssertionState::waiting);
        QVERIFY(assertionFindings(with, {result}).empty());
    }
};

const Registered<TestEditAssertion> registered("edit_assertion");

} // namespace assay::test

#include "tst_edit_assertion.moc"
