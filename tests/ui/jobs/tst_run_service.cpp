// RunService with a scripted simulator: what is computed, in which order, and what is shown.
#include "tests/test.h"
#include "ui/jobs/run_service.h"

#include <QtCore/QSemaphore>

#include <atomic>
#include <mutex>

namespace assay::test {

namespace {

struct Call {
    std::string scenario;
    std::string text;
    std::uint64_t samples;
    Errors errors;
};

/// Records its calls; the run's digest is the first input's text, so that a test sees which values a run is of.
class Script {
public:
    Simulator simulator() {
        return [this](const Model& model, const Scenario& scenario, const RunOptions& options,
                      std::span<const RunPtr> upstream,
                      std::stop_token stop) { return run(model, scenario, options, upstream, stop); };
    }
    std::vector<Call> calls() {
        const std::scoped_lock lock(m_mutex);
        return m_calls;
    }
    std::size_t count(const std::string& scenario, Errors errors) {
        const std::vector<Call> all = calls();
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Call& call) {
            return call.scenario == scenario && call.errors == errors;
        }));
    }
    std::atomic<bool> blockUntilStopped = false;

private:
    Result<Run> run(const Model& model, const Scenario& scenario, const RunOptions& options,
                    std::span<const RunPtr> upstream, const std::stop_token& stop) {
        std::string text = scenario.inputs.empty() ? std::string() : scenario.inputs[0].text;
        for (const RunPtr& taken : upstream)
            text += "<" + taken->scenario.value + "=" + taken->chip;
        {
            const std::scoped_lock lock(m_mutex);
            m_calls.push_back({scenario.id.value, text, options.samples, options.errors});
        }
        while (blockUntilStopped && !stop.stop_requested())
            QThread::yieldCurrentThread();
        if (text == "bad")
            return Error(ErrorCode::chipsMixed, scenario.id.value, {"H800", "A100"});
        Run result;
        result.scenario = scenario.id;
        result.model = model.id;
        result.samples = options.samples;
        result.chip = text;
        return result;
    }
    std::mutex m_mutex;
    std::vector<Call> m_calls;
};

Scenario scenario(const std::string& id, const std::string& text) {
    Scenario made;
    made.id = {id};
    made.title = id;
    made.model = {"m"};
    made.inputs = {ScenarioInput{{"price"}, text, {}}};
    return made;
}

Document documentOf(const std::vector<Scenario>& scenarios) {
    Document document;
    Model model;
    model.id = {"m"};
    document.models.emplace_back(model);
    for (const Scenario& each : scenarios)
        document.scenarios.emplace_back(each);
    return document;
}

Scenario taking(const std::string& id, const std::string& reference) {
    Scenario made = scenario(id, "");
    made.inputs[0].basis.kind = BasisKind::scenario;
    made.inputs[0].basis.reference = reference;
    return made;
}

std::string digest(const RunService& service, const std::string& id) {
    const RunPtr run = service.run({id});
    return run ? run->chip : "none";
}

} // namespace

class TestRunService : public Test {
    Q_OBJECT
private slots:
    void errorIsKeptAndTheOldRunGoes() {
        Script script;
        DocumentStore store;
        store.reset(documentOf({scenario("a", "1")}));
        RunService service(store, script.simulator());
        QTRY_VERIFY(service.isCurrent({"a"}));
        QVERIFY(store.apply({}, documentOf({scenario("a", "bad")})));
        QTRY_VERIFY(service.error({"a"}));
        QCOMPARE(service.error({"a"})->code, ErrorCode::chipsMixed);
        QVERIFY(!service.run({"a"}));
        QTRY_VERIFY(!service.isBusy());
        store.undoStack().undo();
        QVERIFY(!service.error({"a"}));
        QCOMPARE(digest(service, "a"), std::string("1"));
    }
    void everyScenarioGetsItsRunInOrder() {
        Script script;
        DocumentStore store;
        store.reset(documentOf({scenario("a", "1"), scenario("b", "2"), scenario("c", "3")}));
        RunService service(store, script.simulator());
        QTRY_COMPARE(service.runs().size(), std::size_t{3});
        QCOMPARE(service.runs()[2]->chip, std::string("3"));
        QCOMPARE(script.calls().front().samples, std::uint64_t{131072});
    }
    void aCatalogueRowThatChangesRunsWhatStandsOnItAgain() {
        const auto rate = [](const char* number) {
            return Row(CatalogueRow{CatalogueRowId{"electricity/kr.2025"},
                                    {{"region", "kr"}, {"year", "2025"}, {"usd_per_kwh", number}, {"source", "s"}},
                                    {}});
        };
        Scenario onRow = scenario("a", "1");
        onRow.inputs[0].basis = Basis{BasisKind::catalogue, {}, "electricity/kr.2025/usd_per_kwh", {}};
        Document document = documentOf({onRow, scenario("b", "2")});
        document.models[0] = Row(Model{.id = {"m"}, .inputs = {ModelInput{.id = {"price"}, .unit = "USD/(kW*h)"}}});
        document.catalogueRows = {rate("0.1")};
        Script script;
        DocumentStore store;
        store.reset(document);
        RunService service(store, script.simulator());
        QTRY_VERIFY(service.isCurrent({"a"}) && service.isCurrent({"b"}) && !service.isBusy());
        const std::size_t others = script.count("b", Errors::skip), own = script.count("a", Errors::skip);
        document.catalogueRows = {rate("0.2")};
        QVERIFY(store.apply({}, document));
        QVERIFY(!service.isCurrent({"a"}));
        QVERIFY(service.isCurrent({"b"}));
        QTRY_VERIFY(service.isCurrent({"a"}) && !service.isBusy());
        QVERIFY(script.count("a", Errors::skip) > own);
        QCOMPARE(script.count("b", Errors::skip), others);
        store.undoStack().undo();
        QVERIFY(service.isCurrent({"a"})); // that run is still at hand
    }
    void focusIsComputedFirstAndGetsStandardErrors() {
        Script script;
        DocumentStore store;
        RunService service(store, script.simulator());
        service.setFocus({"c"});
        store.reset(documentOf({scenario("a", "1"), scenario("b", "2"), scenario("c", "3")}));
        QTRY_COMPARE(script.count("c", Errors::byScrambles), std::size_t{1});
        QCOMPARE(script.calls().front().scenario, std::string("c"));
        QCOMPARE(script.calls().back().errors, Errors::byScrambles);
        QCOMPARE(script.count("a", Errors::byScrambles), std::size_t{0});
    }
    void aHundredQuickChangesEndWithTheFinalValue() {
        Script script;
        DocumentStore store;
        RunService service(store, script.simulator());
        for (int i = 1; i <= 100; ++i)
            QVERIFY(store.apply({}, documentOf({scenario("a", std::to_string(i))})));
        QTRY_VERIFY(!service.isBusy() && service.isCurrent({"a"}));
        QCOMPARE(digest(service, "a"), std::string("100"));
    }
    void staleRunIsStoppedAndNeverShown() {
        Script script;
        script.blockUntilStopped = true;
        DocumentStore store;
        store.reset(documentOf({scenario("a", "old")}));
        RunService service(store, script.simulator());
        QTRY_COMPARE(script.calls().size(), std::size_t{1});
        QStringList shown;
        connect(&service, &RunService::runsChanged, this,
                [&] { shown << QString::fromStdString(digest(service, "a")); });
        QVERIFY(store.apply({}, documentOf({scenario("a", "new")})));
        script.blockUntilStopped = false;
        QTRY_COMPARE(shown, QStringList{QStringLiteral("new")});
    }
    void gestureComputesTheFirstSamplesOfTheTouchedScenarioOnly() {
        Script script;
        DocumentStore store;
        store.reset(documentOf({scenario("a", "1"), scenario("b", "2")}));
        RunService service(store, script.simulator());
        QTRY_VERIFY(!service.isBusy());
        const std::size_t before = script.calls().size();
        service.beginGesture({"b"});
        QVERIFY(store.apply({}, documentOf({scenario("a", "1"), scenario("b", "3")})));
        QVERIFY(service.isFramePending());
        QTRY_COMPARE(digest(service, "b"), std::string("3"));
        QTRY_VERIFY(!service.isBusy());
        QCOMPARE(script.calls().size(), before + 1);
        QCOMPARE(script.calls().back().samples, RunService::dragSamples);
        QVERIFY(!service.isCurrent({"b"}));
        QVERIFY(!service.isFramePending());
        service.endGesture();
        QTRY_VERIFY(service.isCurrent({"b"}));
        QCOMPARE(service.run({"b"})->samples, std::uint64_t{131072});
        QCOMPARE(digest(service, "a"), std::string("1"));
    }
    void dragShowsFramesEvenWhenTheHandIsFaster() {
        Script script;
        DocumentStore store;
        store.reset(documentOf({scenario("a", "0")}));
        RunService service(store, script.simulator());
        QTRY_VERIFY(!service.isBusy());
        service.beginGesture({"a"});
        int frames = 0;
        connect(&service, &RunService::runsChanged, this, [&] {
            ++frames;
            if (frames < 20) // the hand moves again before each frame is drawn
                QVERIFY(store.apply({}, documentOf({scenario("a", std::to_string(frames))})));
        });
        QVERIFY(store.apply({}, documentOf({scenario("a", "start")})));
        QTRY_COMPARE(digest(service, "a"), std::string("19"));
        QCOMPARE(frames, 20);
    }
    void bigRunShowsItsFirstSamplesFirst() {
        Script script;
        DocumentStore store;
        Scenario big = scenario("a", "1");
        big.samples = std::uint64_t{1} << 20;
        store.reset(documentOf({big}));
        RunService service(store, script.simulator());
        QTRY_VERIFY(service.isCurrent({"a"}));
        QCOMPARE(script.calls().size(), std::size_t{2});
        QCOMPARE(script.calls()[0].samples, RunService::dragSamples);
        QCOMPARE(script.calls()[1].samples, std::uint64_t{1} << 20);
    }
    void undoAndDuplicateComputeNothing() {
        Script script;
        DocumentStore store;
        store.reset(documentOf({scenario("a", "1")}));
        RunService service(store, script.simulator());
        QTRY_VERIFY(service.isCurrent({"a"}));
        QVERIFY(store.apply({}, documentOf({scenario("a", "2")})));
        QTRY_VERIFY(service.isCurrent({"a"}));
        store.undoStack().undo();
        QVERIFY(service.isCurrent({"a"}));
        QCOMPARE(digest(service, "a"), std::string("1"));
        QVERIFY(store.apply({}, documentOf({scenario("a", "1"), scenario("copy", "1")})));
        QVERIFY(service.isCurrent({"copy"}));
        QCOMPARE(service.run({"copy"})->scenario, ScenarioId{"copy"});
        QCOMPARE(script.calls().size(), std::size_t{2});
    }
    void noteOrTitleComputesNothing() {
        Script script;
        DocumentStore store;
        store.reset(documentOf({scenario("a", "1")}));
        RunService service(store, script.simulator());
        QTRY_VERIFY(service.isCurrent({"a"}));
        Scenario renamed = scenario("a", "1");
        renamed.title = "other";
        renamed.inputs[0].basis.note = "why";
        QVERIFY(store.apply({}, documentOf({renamed})));
        QVERIFY(service.isCurrent({"a"}));
        QCOMPARE(script.calls().size(), std::size_t{1});
    }
    void takingFromOneThatCantRunSaysItsReason() {
        Script script;
        DocumentStore store;
        store.reset(documentOf({taking("b", "a/out"), scenario("a", "bad")}));
        RunService service(store, script.simulator());
        QTRY_VERIFY(!service.isBusy() && service.error({"b"}));
        QCOMPARE(service.error({"b"})->code, ErrorCode::chipsMixed);
        QCOMPARE(script.calls().size(), std::size_t{1});
        QVERIFY(store.apply({}, documentOf({taking("b", "a/out"), scenario("a", "1")})));
        QTRY_COMPARE(digest(service, "b"), std::string("<a=1"));
        QVERIFY(!service.error({"b"}));
    }
    void aCircleIsSaidAndTheOthersRun() {
        Script script;
        DocumentStore store;
        store.reset(documentOf({taking("a", "b/out"), taking("b", "a/out"), scenario("c", "1")}));
        RunService service(store, script.simulator());
        service.setFocus({"a"});
        QTRY_VERIFY(!service.isBusy() && service.run({"c"}));
        for (const char* each : {"a", "b"}) {
            QVERIFY(service.error({each}));
            QVERIFY(*service.error({each}) == Error(ErrorCode::formulaCycle, {}, {"a, b"}));
        }
        QCOMPARE(script.calls().size(), std::size_t{1});
        QVERIFY(store.apply({}, documentOf({taking("a", "b/out"), scenario("b", "2"), scenario("c", "1")})));
        QTRY_COMPARE(digest(service, "a"), std::string("<b=2"));
    }
    void upstreamRunsFirstAndIsHandedOn() {
        Script script;
        DocumentStore store;
        RunService service(store, script.simulator());
        service.setFocus({"c"});
        store.reset(documentOf({taking("c", "b/out"), taking("b", "a/out"), scenario("z", "9"), scenario("a", "1")}));
        QTRY_VERIFY(service.isCurrent({"z"}) && service.isCurrent({"c"}));
        QCOMPARE(digest(service, "c"), std::string("<b=<a=1"));
        const std::vector<Call> calls = script.calls();
        QCOMPARE(calls[0].scenario + calls[1].scenario + calls[2].scenario + calls[3].scenario, std::string("abcz"));
    }
    void changingTheUpstreamRunsTheDependentAgain() {
        Script script;
        DocumentStore store;
        store.reset(documentOf({taking("b", "a/out"), scenario("a", "1"), scenario("z", "9")}));
        RunService service(store, script.simulator());
        QTRY_VERIFY(service.isCurrent({"z"}));
        const std::size_t before = script.calls().size();
        QVERIFY(store.apply({}, documentOf({taking("b", "a/out"), scenario("a", "2"), scenario("z", "9")})));
        QVERIFY(!service.isCurrent({"b"}));
        QTRY_COMPARE(digest(service, "b"), std::string("<a=2"));
        QTRY_VERIFY(!service.isBusy());
        QCOMPARE(script.calls().size(), before + 2);
        store.undoStack().undo();
        QVERIFY(service.isCurrent({"b"}));
        QCOMPARE(digest(service, "b"), std::string("<a=1"));
        QVERIFY(store.apply({}, documentOf({taking("b", "z/out"), scenario("a", "1"), scenario("z", "9")})));
        QTRY_COMPARE(digest(service, "b"), std::string("<z=9"));
    }
    void dragOfADependentTakesTheUpstreamAsItIs() {
        Script script;
        DocumentStore store;
        Scenario dependent = taking("b", "a/out");
        dependent.inputs.push_back(ScenarioInput{{"other"}, "1", {}});
        store.reset(documentOf({scenario("a", "1"), dependent}));
        RunService service(store, script.simulator());
        QTRY_VERIFY(!service.isBusy() && service.isCurrent({"b"}));
        const std::size_t before = script.calls().size();
        service.beginGesture({"b"});
        dependent.inputs[1].text = "2";
        QVERIFY(store.apply({}, documentOf({scenario("a", "1"), dependent})));
        QTRY_VERIFY(!service.isBusy() && service.run({"b"})->samples == RunService::dragSamples);
        QCOMPARE(script.calls().size(), before + 1);
        QCOMPARE(digest(service, "b"), std::string("<a=1"));
        service.endGesture();
        QTRY_VERIFY(service.isCurrent({"b"}));
    }
    void removedScenarioLosesItsRun() {
        Script script;
        DocumentStore store;
        store.reset(documentOf({scenario("a", "1"), scenario("b", "2")}));
        RunService service(store, script.simulator());
        QTRY_COMPARE(service.runs().size(), std::size_t{2});
        QVERIFY(store.apply({}, documentOf({scenario("b", "2")})));
        QCOMPARE(service.runs().size(), std::size_t{1});
        QVERIFY(!service.run({"a"}));
    }
    void cacheForgetsTheOldestFirst() {
        RunCache cache(3 * 100 * sizeof(double));
        const auto runOf = [](int size) {
            Run run;
            run.outputs.resize(1);
            run.outputs[0].samples = std::make_shared<const Samples>(size);
            return std::make_shared<const Run>(run);
        };
        cache.insert("a", runOf(100));
        cache.insert("b", runOf(100));
        cache.insert("c", runOf(100));
        QVERIFY(cache.find("a"));
        cache.insert("d", runOf(100));
        QVERIFY(!cache.find("b"));
        QVERIFY(cache.find("a") && cache.find("c") && cache.find("d"));
        QCOMPARE(cache.bytes(), 300 * sizeof(double));
    }
    void keyKeepsNeighbouringTextsApart() {
        Scenario one = scenario("a", "1");
        one.inputs = {ScenarioInput{{"x"}, "1 to 2", {}}, ScenarioInput{{"y"}, "3", {}}};
        Scenario two = one;
        two.inputs = {ScenarioInput{{"x"}, "1", {}}, ScenarioInput{{"y"}, "to 2 3", {}}};
        Scenario reordered = one;
        std::swap(reordered.inputs[0], reordered.inputs[1]);
        QVERIFY(runKey("m", one, {}) != runKey("m", two, {}));
        QCOMPARE(runKey("m", one, {}), runKey("m", reordered, {}));
        Scenario linked = one;
        linked.inputs[0].basis = Basis{BasisKind::scenario, {}, "1 to 2", {}};
        QVERIFY(runKey("m", one, {}) != runKey("m", linked, {}));
        QVERIFY(runKey("m", linked, {}, {"k"}) != runKey("m", linked, {}, {"l"}));
        RunOptions seeded;
        seeded.seed = 2;
        QVERIFY(runKey("m", one, {}) != runKey("m", one, seeded));
    }
};

const Registered<TestRunService> registered("run_service");

} // namespace assay::test

#include "tst_run_service.moc"
