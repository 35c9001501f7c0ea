// A catalogue value as an input's basis: refused when it is not there or in another unit, typed in the input's unit,
// marked when it is not verified.
#include "core/document/bind_catalogue.h"
#include "core/document/edit.h"
#include "core/io/model_file.h"
#include "tests/test.h"

namespace assay::test {

namespace {

Document withScenario() {
    Scenario scenario;
    scenario.id = ScenarioId{"s"};
    scenario.title = "S";
    scenario.model = ModelId{"training-compute"};
    return addScenario(newDocument("p"), *shippedModel(scenario.model), scenario).value();
}

Result<ScenarioInput> bound(const char* input, const char* reference) {
    const Result<Document> document = bindCatalogue(withScenario(), ScenarioId{"s"}, VariableId{input}, reference);
    if (!document)
        return document.error();
    return currentInput(*document, ScenarioId{"s"}, VariableId{input});
}

} // namespace

class TestBindCatalogue : public Test {
    Q_OBJECT
private slots:
    void whatCannotBeTakenIsRefused_data() {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("reference");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* reason, const char* input, const char* reference, ErrorCode code) {
            QTest::newRow(reason) << QString::fromUtf8(input) << QString::fromUtf8(reference) << code;
        };
        row("a chip that isn't there", "peak", "gpus/h900/bf16_dense_tflops", ErrorCode::idUnknown);
        row("a cell that is empty", "peak", "gpus/a100_sxm4_40gb/fp8_dense_tflops", ErrorCode::idUnknown);
        row("another unit", "peak", "gpus/h20/tdp_w", ErrorCode::inputUnit);
        row("an input that isn't there", "colour", "gpus/h20/tdp_w", ErrorCode::inputUnknown);
    }
    void whatCannotBeTakenIsRefused() {
        QFETCH(QString, input);
        QFETCH(QString, reference);
        QFETCH(ErrorCode, code);
        const Result<ScenarioInput> given = bound(qPrintable(input), qPrintable(reference));
        QVERIFY(!given);
        QCOMPARE(given.error().code, code);
    }
    void aScenarioThatIsGoneIsNamed() {
        const Result<Document> document =
            bindCatalogue(withScenario(), ScenarioId{"t"}, VariableId{"peak"}, "gpus/h20/bf16_dense_tflops");
        QVERIFY(!document && document.error().code == ErrorCode::idUnknown);
    }
    void valueComesInTheInputsUnitWithItsRow() {
        const ScenarioInput given = bound("utilisation", "utilisation/default_unknown/middle").value();
        QCOMPARE(given.text, std::string("37.5 %"));
        QCOMPARE(given.basis.kind, BasisKind::catalogue);
        QCOMPARE(given.basis.reference, std::string("utilisation/default_unknown/middle"));
        QVERIFY(given.basis.note.find("Cottier") != std::string::npos);
        QVERIFY(given.basis.note.find("verified") == std::string::npos);
    }
    void unverifiedIsSaidInTheNote() {
        const ScenarioInput recalled = bound("peak", "gpus/rtx_4090_d/bf16_dense_tflops").value();
        QVERIFY(recalled.basis.note.find("(not verified)") != std::string::npos);
        const ScenarioInput retold = bound("peak", "gpus/h800_sxm5_80gb/bf16_dense_tflops").value();
        QVERIFY(retold.basis.note.find("(read only in a retelling)") != std::string::npos);
    }
};

const Registered<TestBindCatalogue> registered("bind_catalogue");

} // namespace assay::test

#include "tst_bind_catalogue.moc"
