// The files inside the program: the sample project is sound, canonical and anchored; its models are those we ship.
#include "core/base/resources.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "tests/test.h"

namespace assay::test {

class TestShippedFiles : public Test {
    Q_OBJECT
private slots:
    void theSampleProjectReadsAndIsCanonical() {
        const Result<Document> sample = readProject(sampleProject(), "sample");
        QVERIFY2(sample, sample ? "" : sample.error().place.c_str());
        const std::string written = writeProject(*sample);
        const std::string_view shipped = sampleProject();
        const auto differ = std::mismatch(written.begin(), written.end(), shipped.begin(), shipped.end());
        QVERIFY2(differ.first == written.end() && differ.second == shipped.end(),
                 written.substr(std::size_t(differ.first - written.begin()), 80).c_str());
    }
    void everyQuoteOfTheSampleStandsWhereItsAnchorSays() {
        const Document sample = readProject(sampleProject(), "sample").value();
        for (const Row<Claim>& claim : sample.claims)
            for (const Mention& mention : claim->mentions)
                QVERIFY2(isAnchored(*find(sample.sources, mention.anchor.source), mention.anchor),
                         mention.id.value.c_str());
    }
    void theSamplesModelsAreTheShippedOnes() {
        for (const Row<Model>& model : readProject(sampleProject(), "sample").value().models) {
            const Model* shipped = shippedModel(model->id);
            QVERIFY2(shipped != nullptr && *shipped == *model, model->id.value.c_str());
        }
    }
    void shippedModelsReadBackAndCarryStreams() {
        for (const Resource& resource : resources()) {
            if (!resource.path.starts_with("models/"))
                continue;
            const Result<Model> model = readModel(resource.content, std::string(resource.path));
            QVERIFY2(model, model ? "" : model.error().place.c_str());
            QVERIFY(readModel(writeModel(*model), "again").value() == *model);
            QVERIFY(resource.content.find("\"stream\"") != std::string_view::npos);
        }
        QVERIFY(shippedModels().size() >= 20);
        QVERIFY(shippedModel(ModelId{"none"}) == nullptr);
    }
    void aBrokenModelFileIsRefusedWithItsPlace_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("place");
        const auto model = [](const char* inputs, const char* more) {
            return QByteArray("{\"id\": \"m\", \"title\": \"M\", \"version\": 1,\n\"inputs\": [") + inputs
                   + "],\n\"formulas\": [{\"id\": \"f\", \"unit\": \"USD\", \"formula\": \"a\"}],\n\"outputs\": [\"f\"]"
                   + more + "}";
        };
        const char* input = "{\"id\": \"a\", \"unit\": \"USD\", \"default\": \"1\"}";
        QTest::newRow("no title") << QByteArray("{\"id\": \"m\"}") << ErrorCode::fieldMissing << QByteArray("f:1:1");
        QTest::newRow("unknown key") << model(input, ",\n\"colour\": 1") << ErrorCode::fieldUnknown
                                     << QByteArray("f:5:1");
        QTest::newRow("unknown key of an input")
            << model("{\"id\": \"a\", \"unit\": \"USD\", \"default\": \"1\", \"x\": 1}", "") << ErrorCode::fieldUnknown
            << QByteArray("f:2:55");
        QTest::newRow("input without default")
            << model("{\"id\": \"a\", \"unit\": \"USD\"}", "") << ErrorCode::fieldMissing << QByteArray("f:2:12");
        QTest::newRow("scale of another kind")
            << model("{\"id\": \"a\", \"unit\": \"USD\", \"default\": \"1\", \"scale\": \"cubic\"}", "")
            << ErrorCode::fieldValue << QByteArray("f:2:64");
    }
    void aBrokenModelFileIsRefusedWithItsPlace() {
        QFETCH(QByteArray, text);
        QFETCH(ErrorCode, code);
        QFETCH(QByteArray, place);
        const Result<Model> model = readModel(text.toStdString(), "f");
        QVERIFY(!model);
        QCOMPARE(model.error().code, code);
        QCOMPARE(QByteArray::fromStdString(model.error().place), place);
    }
    void aModelWithoutStreamsGetsThemInFileOrder() {
        const Model model =
            readModel(
                "{\"id\": \"m\", \"title\": \"M\", \"version\": 1, \"inputs\": ["
                "{\"id\": \"a\", \"unit\": \"USD\", \"default\": \"1\"}, {\"id\": \"b\", \"unit\": \"USD\", \"default\": \"1\", \"stream\": 1},"
                "{\"id\": \"c\", \"unit\": \"USD\", \"default\": \"1\"}], \"formulas\": [{\"id\": \"f\", \"unit\": \"USD\", "
                "\"formula\": \"a + b + c\"}], \"outputs\": [\"f\"]}",
                "f")
                .value();
        QCOMPARE(model.inputs[0].stream, 2);
        QCOMPARE(model.inputs[1].stream, 1);
        QCOMPARE(model.inputs[2].stream, 3);
    }
};

const Registered<TestShippedFiles> registered("shipped_files");

} // namespace assay::test

#include "tst_shipped_files.moc"
