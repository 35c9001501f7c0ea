// Scenarios linked to each other: paired sample by sample, in the right order, circles and strangers refused.
#include "core/scenario/simulate_all.h"
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

namespace assay::test {

class TestSimulateAll : public Test {
    Q_OBJECT

    static Rows<Model> models() {
        return {Row(makeModel({{"x", "h", "1 to 2"}, {"z", "1", "3"}}, {{"y", "h", "x * z"}}))};
    }

    static Scenario linked(const char* id, const char* reference) {
        Scenario scenario = makeScenario(id);
        Basis basis;
        basis.kind = BasisKind::scenario;
        basis.reference = reference;
        scenario.inputs.push_back(ScenarioInput{VariableId{"x"}, "", basis});
        return scenario;
    }

    static Result<std::vector<RunPtr>> runAll(const Rows<Scenario>& scenarios) {
        return simulateAll(models(), scenarios, runOptions(2000), SampleCounts::asAsked);
    }

private slots:
    void badLinksAreRefused_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* first, const char* second, ErrorCode code) {
            QTest::newRow(name) << QString(first) << QString(second) << static_cast<int>(code);
        };
        row("circle", "b/y", "a/y", ErrorCode::formulaCycle);
        row("itself", "a/y", "a/y", ErrorCode::formulaCycle);
        row("nobody", "nobody/y", "a/y", ErrorCode::idUnknown);
        row("no output named", "b", "a/y", ErrorCode::fieldValue);
    }
    void badLinksAreRefused() {
        QFETCH(QString, first);
        QFETCH(QString, second);
        const auto runs = runAll({Row(linked("a", qPrintable(first))), Row(linked("b", qPrintable(second)))});
        QVERIFY(!runs);
        QTEST(static_cast<int>(runs.error().code), "code");
    }

    void unknownOutputAndModelAreNamed() {
        const auto output = runAll({Row(makeScenario("a")), Row(linked("b", "a/w"))});
        QVERIFY(!output && output.error().code == ErrorCode::outputUnknown);
        Scenario stranger = makeScenario("a");
        stranger.model = ModelId{"other"};
        const auto model = runAll({Row(stranger)});
        QVERIFY(!model && model.error().code == ErrorCode::modelUnknown);
    }

    void linkedSamplesArePaired() {
        const auto runs = runAll({Row(linked("b", "a/y")), Row(makeScenario("a"))});
        QVERIFY(runs.has_value());
        QCOMPARE((*runs)[0]->scenario.value, std::string("b")); // in the scenarios' order, though a ran first
        const std::vector<double>&b = *(*runs)[0]->outputs[0].samples, &a = *(*runs)[1]->outputs[0].samples;
        for (std::size_t i = 0; i < a.size(); ++i)
            QVERIFY(b[i] == 3 * a[i]);
        QVERIFY((*runs)[0]->outputs[0].sensitivity[0].rankCorrelation > 0.9999999);
    }

    void eachMayHaveItsOwnCount() {
        Scenario longer = makeScenario("a"), shorter = linked("b", "a/y");
        longer.samples = 3000;
        shorter.samples = 1000;
        const auto runs = simulateAll(models(), {Row(longer), Row(shorter)}, runOptions(1), SampleCounts::ownOfEach);
        QVERIFY(runs && (*runs)[0]->samples == 3000 && (*runs)[1]->samples == 1000);
        shorter.samples = 4000;
        const auto tooFew = simulateAll(models(), {Row(longer), Row(shorter)}, runOptions(1), SampleCounts::ownOfEach);
        QVERIFY(!tooFew && tooFew.error().code == ErrorCode::sampleCount);
    }
};

const Registered<TestSimulateAll> registered("simulate_all");

} // namespace assay::test

#include "tst_simulate_all.moc"
