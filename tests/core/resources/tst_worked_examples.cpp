// Published worked examples, from a file of inputs and expected outputs: the shipped models reproduce each one to the
// digits given there.
#include "core/io/model_file.h"
#include "core/scenario/simulate.h"
#include "tests/paths.h"
#include "tests/test.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <cmath>
#include <set>

namespace assay::test {

namespace {

QJsonArray examples() {
    QFile file(sourcePath(QStringLiteral("tests/data/worked_examples.json")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).array();
}

Scenario scenarioOf(const QJsonObject& example) {
    Scenario scenario;
    scenario.id = ScenarioId{"worked-example"};
    scenario.model = ModelId{example.value(QStringLiteral("model")).toString().toStdString()};
    const QJsonObject inputs = example.value(QStringLiteral("inputs")).toObject();
    for (auto input = inputs.begin(); input != inputs.end(); ++input)
        scenario.inputs.push_back(
            ScenarioInput{VariableId{input.key().toStdString()}, input.value().toString().toStdString(), {}});
    return scenario;
}

/// Whether the output is the expected number in every sample; else what is wrong.
QString faultOf(const OutputSummary* output, double expected, double tolerance) {
    if (output == nullptr)
        return QStringLiteral("no such output");
    if (output->flagged > 0 || std::abs(output->p95 - output->p5) > 1e-9 * std::abs(output->p50))
        return QStringLiteral("it depends on inputs that the example does not give");
    if (std::abs(output->p50 - expected) > tolerance * std::abs(expected))
        return QStringLiteral("%1 instead of %2").arg(output->p50, 0, 'g', 12).arg(expected, 0, 'g', 12);
    return {};
}

} // namespace

class TestWorkedExamples : public Test {
    Q_OBJECT
private slots:
    void exampleComesOut_data() {
        QTest::addColumn<QJsonObject>("example");
        for (const QJsonValue& value : examples()) {
            const QJsonObject example = value.toObject();
            QTest::newRow(qPrintable(example.value(QStringLiteral("example")).toString())) << example;
        }
    }
    void exampleComesOut() {
        QFETCH(QJsonObject, example);
        const Scenario scenario = scenarioOf(example);
        const Model* model = shippedModel(scenario.model);
        QVERIFY2(model, scenario.model.value.c_str());
        RunOptions options;
        options.samples = 64; // the outputs looked at are fixed
        const Result<Run> run = simulate(*model, scenario, options);
        QVERIFY2(run, run ? "" : (run.error().place + " " + run.error().details.front()).c_str());
        const QJsonObject outputs = example.value(QStringLiteral("outputs")).toObject();
        QVERIFY(!outputs.isEmpty());
        for (auto output = outputs.begin(); output != outputs.end(); ++output) {
            const QString fault =
                faultOf(findOutput(*run, VariableId{output.key().toStdString()}), output.value().toDouble(),
                        example.value(QStringLiteral("tolerance")).toDouble());
            QVERIFY2(fault.isEmpty(), qPrintable(output.key() + QStringLiteral(": ") + fault));
        }
    }
    void everyExampleHasASourceAndANameOfItsOwn() {
        std::set<QString> names;
        for (const QJsonValue& value : examples()) {
            const QJsonObject example = value.toObject();
            const QString name = example.value(QStringLiteral("example")).toString();
            QVERIFY2(names.insert(name).second, qPrintable(name));
            QVERIFY2(!example.value(QStringLiteral("source")).toString().isEmpty(), qPrintable(name));
        }
        QVERIFY(names.size() >= 60);
    }
    void everyModelHasAnExample() {
        std::set<std::string> shown{"cost-range", "gpu-hours", "training-compute"}; // theirs are in tst_shipped_models
        for (const QJsonValue& value : examples())
            shown.insert(value.toObject().value(QStringLiteral("model")).toString().toStdString());
        for (const Model& model : shippedModels())
            QVERIFY2(shown.count(model.id.value) == 1, model.id.value.c_str());
    }
};

const Registered<TestWorkedExamples> registered("worked_examples");

} // namespace assay::test

#include "tst_worked_examples.moc"
