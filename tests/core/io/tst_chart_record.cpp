// What a picture carries: it reads back, it is bounded, and a stranger's record can neither break the project nor hide
// what differs.
#include "core/chart/chart.h"
#include "core/document/chart_context.h"
#include "core/document/edit.h"
#include "core/io/chart_record.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "core/scenario/simulate.h"
#include "tests/test.h"

namespace assay::test {
namespace {

const Document& sample() {
    static const Document document = readProject(sampleProject(), "sample").value();
    return document;
}

std::vector<RunPtr> runsOf(const Document& document) {
    std::vector<RunPtr> runs;
    for (const Row<Scenario>& scenario : document.scenarios) {
        RunOptions options;
        options.seed = document.project.seed;
        options.samples = 1024;
        if (const auto run = simulate(*find(document.models, scenario->model), *scenario, options))
            runs.push_back(std::make_shared<const Run>(*run));
    }
    return runs;
}

ChartRecord recordOfCosts() {
    const std::vector<RunPtr> runs = runsOf(sample());
    const ChartSpec spec = buildChart(*findChart("cost-by-scenario"), chartContext(sample(), runs)).value();
    return chartRecord(sample(), spec, runs);
}

Scenario recorded(const char* id) { return *find(sample().scenarios, ScenarioId{id}); }

} // namespace

class TestChartRecord : public Test {
    Q_OBJECT
private slots:
    void foreignTextIsRefused_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("code");
        const auto row = [](const char* why, const QByteArray& json, ErrorCode code) {
            QTest::newRow(why) << json << static_cast<int>(code);
        };
        row("nothing", "", ErrorCode::jsonSyntax);
        row("no JSON", "<img src=x>", ErrorCode::jsonSyntax);
        row("a list", "[]", ErrorCode::fieldType);
        row("no project", R"({"chart": "c"})", ErrorCode::fieldMissing);
        row("a key twice", R"({"project": "a", "project": "b", "chart": "c"})", ErrorCode::jsonDuplicateKey);
        row("a number for a text", R"({"project": 1, "chart": "c"})", ErrorCode::fieldType);
        row("no UTF-8", "{\"project\": \"\xff\", \"chart\": \"c\"}", ErrorCode::notUtf8);
        row("too deep", QByteArray(40, '[') + QByteArray(40, ']'), ErrorCode::jsonLimit);
        row("too long", "\"" + QByteArray(2 << 20, 'a') + "\"", ErrorCode::jsonLimit);
        row("a very long id", "{\"project\": \"" + QByteArray(5000, 'a') + "\", \"chart\": \"c\"}",
            ErrorCode::jsonLimit);
        QByteArray many;
        for (int i = 0; i < 1001; ++i)
            many += QByteArray(i > 0 ? "," : "") + R"({"id": "s", "model": "m"})";
        row("very many scenarios", R"({"project": "p", "chart": "c", "scenarios": [)" + many + "]}",
            ErrorCode::jsonLimit);
    }
    void foreignTextIsRefused() {
        QFETCH(QByteArray, json);
        QFETCH(int, code);
        const Result<ChartRecord> record = readChartRecord(json.toStdString(), "f.png");
        QVERIFY(!record);
        QCOMPARE(static_cast<int>(record.error().code), code);
    }

    void aRecordReadsBack() {
        const ChartRecord record = recordOfCosts();
        QCOMPARE(record.project, sample().project.id);
        QCOMPARE(record.chart, std::string("cost-by-scenario"));
        QCOMPARE(record.digest.size(), std::size_t(32));
        QVERIFY(record.scenarios.size() >= 4);
        const Result<ChartRecord> read = readChartRecord(writeChartRecord(record), "f");
        QVERIFY(read.has_value());
        QVERIFY(*read == record);
    }
    void aNewerRecordIsRead() {
        const Result<ChartRecord> record = readChartRecord(R"({"project": "p", "chart": "c", "mood": "good"})", "f");
        QVERIFY(record.has_value());
        QCOMPARE(record->project, std::string("p"));
    }
    void notesStayAtHome() {
        Document document = sample();
        Scenario scenario = recorded("as-disclosed");
        scenario.note = "secret-note";
        scenario.inputs.front().basis.note = "secret-basis";
        document = setScenario(document, scenario).value();
        const std::vector<RunPtr> runs = runsOf(document);
        const ChartSpec spec = buildChart(*findChart("cost-by-scenario"), chartContext(document, runs)).value();
        const std::string json = writeChartRecord(chartRecord(document, spec, runs));
        QVERIFY(json.find("as-disclosed") != std::string::npos);
        QVERIFY(json.find("secret") == std::string::npos);
    }
    void aChartOfOneScenarioNamesIt() {
        const std::vector<RunPtr> runs = runsOf(sample());
        ChartContext context = chartContext(sample(), runs);
        context.scenario = ScenarioId{"from-compute"};
        const ChartRecord record = chartRecord(sample(), buildChart(*findChart("tornado"), context).value(), runs);
        QCOMPARE(record.scenario, std::optional(ScenarioId{"from-compute"}));
    }

    void aScenarioIsTheSameUntilAnInputChanges() {
        Scenario scenario = recorded("from-compute");
        QVERIFY(recordedState(sample(), scenario) == RecordedState::same);
        scenario.title = "another name";
        QVERIFY(recordedState(sample(), scenario) == RecordedState::same);
        const Model& model = *find(sample().models, scenario.model);
        scenario.inputs = {ScenarioInput{model.inputs.front().id, "12345", {}}};
        QVERIFY(recordedState(sample(), scenario) == RecordedState::differs);
        scenario.id = ScenarioId{"never-was"};
        QVERIFY(recordedState(sample(), scenario) == RecordedState::gone);
    }
    void anInputLeftOutIsTheModelsDefault() {
        Scenario scenario = recorded("as-disclosed");
        Document document = sample();
        const Model& model = *find(document.models, scenario.model);
        scenario.inputs.clear();
        document = setScenario(document, scenario).value();
        for (const ModelInput& input : model.inputs)
            scenario.inputs.push_back({input.id, input.defaultText, {}});
        QVERIFY(recordedState(document, scenario) == RecordedState::same);
    }

    void aRecordedScenarioIsAddedWithItsInputs() {
        Scenario scenario = recorded("as-disclosed");
        const Result<Document> next = addRecordedScenario(sample(), scenario, "From a picture");
        QVERIFY(next.has_value());
        QCOMPARE(next->scenarios.size(), sample().scenarios.size() + 1);
        const Scenario& added = *next->scenarios.back();
        QCOMPARE(added.title, std::string("From a picture"));
        scenario.id = added.id;
        QVERIFY(recordedState(*next, scenario) == RecordedState::same);
    }
    void aStrangersScenarioIsCheckedLikeAnyEdit_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char* why, const char* model, const char* input, const char* text, ErrorCode code) {
            QTest::newRow(why) << QString::fromLatin1(model) << QString::fromLatin1(input) << QString::fromLatin1(text)
                               << static_cast<int>(code);
        };
        row("a model nobody has", "evil", "hours", "1", ErrorCode::modelUnknown);
        row("an input nobody has", "training-compute", "evil", "1", ErrorCode::inputUnknown);
    }
    void aStrangersScenarioIsCheckedLikeAnyEdit() {
        QFETCH(QString, model);
        QFETCH(QString, input);
        QFETCH(QString, text);
        QFETCH(int, code);
        Scenario scenario = recorded("as-disclosed");
        scenario.model = ModelId{model == QStringLiteral("evil") ? "evil" : scenario.model.value};
        scenario.inputs = {ScenarioInput{VariableId{input.toStdString()}, text.toStdString(), {}}};
        const Result<Document> next = addRecordedScenario(sample(), scenario, "T");
        QVERIFY(!next);
        QCOMPARE(static_cast<int>(next.error().code), code);
    }
    void claimsThatAreGoneAreNoBasis() {
        Scenario scenario = recorded("as-disclosed");
        scenario.inputs.resize(1);
        scenario.inputs[0].basis = Basis{BasisKind::claims, {ClaimId{"never-was"}}, "", ""};
        const Result<Document> next = addRecordedScenario(sample(), scenario, "T");
        QVERIFY(next.has_value());
        QVERIFY(next->scenarios.back()->inputs[0].basis == Basis{});
    }
};

const Registered<TestChartRecord> registered("chart_record");

} // namespace assay::test

#include "tst_chart_record.moc"
