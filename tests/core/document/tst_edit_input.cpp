// Edits of a scenario's inputs: texts are read, units checked, claims become texts with themselves as the basis.
#include "core/document/edit.h"
#include "tests/core/documents.h"
#include "tests/test.h"

namespace assay::test {
namespace {

const ScenarioId second{"second"};

Document withQuantity(Quantity quantity) {
    Document document = fullDocument();
    Claim claim = *document.claims[0];
    claim.quantity = std::move(quantity);
    document.claims[0] = Row(std::move(claim));
    return document;
}

Quantity valueOf(double value, const std::string& unit) {
    return Quantity{
        .text = "text", .value = value, .low = value, .high = value, .bound = Bound::equal, .unit = unit, .digits = 2};
}

} // namespace

class TestEditInput : public Test {
    Q_OBJECT
private slots:
    void textsThatDoNotFitAreRefused_data() {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("unknown input") << "x"
                                       << "1" << ErrorCode::inputUnknown;
        QTest::newRow("other dimension") << "price"
                                         << "2 USD" << ErrorCode::inputUnit;
        QTest::newRow("other currency") << "price"
                                        << "2 KRW/(GPU*h)" << ErrorCode::inputUnit;
        QTest::newRow("a claim, not an input") << "share"
                                               << "~20%" << ErrorCode::inputNeedsInterval;
        QTest::newRow("ends the wrong way round") << "price"
                                                  << "3 to 1" << ErrorCode::intervalReversed;
        QTest::newRow("no text") << "price"
                                 << "" << ErrorCode::inputSyntax;
    }
    void textsThatDoNotFitAreRefused() {
        QFETCH(QString, input);
        QFETCH(QString, text);
        QFETCH(ErrorCode, code);
        const Result<Document> next =
            setInput(fullDocument(), second, ScenarioInput{VariableId{input.toStdString()}, text.toStdString(), {}});
        QVERIFY(!next);
        QCOMPARE(next.error().code, code);
        if (code == ErrorCode::inputUnit)
            QCOMPARE(next.error().place, input.toStdString());
    }
    void textsThatFitAreKeptAsTyped_data() {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("text");
        QTest::newRow("a bare number") << "price"
                                       << "2";
        QTest::newRow("an interval") << "price"
                                     << "1.5 to 3";
        QTest::newRow("a chip in place of GPU") << "gpu_hours"
                                                << "2.788M H800*h";
        QTest::newRow("a rate for a chip") << "price"
                                           << "2 USD/(H800*h)";
        QTest::newRow("per cent as a share") << "share"
                                             << "20%";
        QTest::newRow("a distribution") << "price"
                                        << "lognormal(1.3, 3.2)";
    }
    void textsThatFitAreKeptAsTyped() {
        QFETCH(QString, input);
        QFETCH(QString, text);
        const ScenarioInput typed{VariableId{input.toStdString()}, text.toStdString(), Basis{.note = "why"}};
        const Result<Document> next = setInput(fullDocument(), second, typed);
        QVERIFY2(next, next ? "" : next.error().place.c_str());
        QCOMPARE(currentInput(*next, second, typed.input).value(), typed);
        const Document back = resetInput(*next, second, typed.input).value();
        QVERIFY(currentInput(back, second, typed.input)->text != typed.text || text == "20%" || text == "1.5 to 3");
    }
    void anInputThatIsNotSetIsTheModelsDefault() {
        const ScenarioInput input = currentInput(fullDocument(), second, VariableId{"share"}).value();
        QCOMPARE(input.text, std::string("20%"));
        QCOMPARE(input.basis.kind, BasisKind::assumption);
        const Document reset = resetInput(fullDocument(), second, VariableId{"price"}).value();
        QCOMPARE(currentInput(reset, second, VariableId{"price"})->text, std::string("1.5 to 3"));
        QCOMPARE(currentInput(reset, second, VariableId{"price"})->basis.note, std::string("a note"));
    }
    void aClaimBecomesTheTextWithItselfAsBasis_data() {
        QTest::addColumn<Quantity>("quantity");
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("text");
        QTest::newRow("value and unit") << valueOf(2, "USD/(GPU*h)") << "price"
                                        << "2 USD/(GPU*h)";
        QTest::newRow("chips fit a GPU input") << valueOf(2788000, "H800*h") << "gpu_hours"
                                               << "2,788,000 H800*h";
        QTest::newRow("per cent fits a share") << valueOf(20, "%") << "share"
                                               << "20%";
        QTest::newRow("a bare number fits a share") << valueOf(0.25, "") << "share"
                                                    << "0.25";
        QTest::newRow("no digit is lost") << valueOf(0.1 + 0.2, "1") << "share"
                                          << "0.30000000000000004";
        Quantity range{.text = "30-40%", .low = 30, .high = 40, .bound = Bound::range, .unit = "%"};
        QTest::newRow("a range is an interval") << range << "share"
                                                << "30 to 40%";
    }
    void aClaimBecomesTheTextWithItselfAsBasis() {
        QFETCH(Quantity, quantity);
        QFETCH(QString, input);
        QFETCH(QString, text);
        const VariableId id{input.toStdString()};
        const Result<Document> next = bindClaim(withQuantity(quantity), second, id, ClaimId{"c1"});
        QVERIFY2(next, next ? "" : next.error().place.c_str());
        const ScenarioInput bound = currentInput(*next, second, id).value();
        QCOMPARE(QString::fromStdString(bound.text), text);
        QCOMPARE(bound.basis.kind, BasisKind::claims);
        QCOMPARE(bound.basis.claims, std::vector<ClaimId>{ClaimId{"c1"}});
    }
    void aClaimThatDoesNotFitIsRefused_data() {
        QTest::addColumn<Quantity>("quantity");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("other dimension") << valueOf(2, "USD") << ErrorCode::inputUnit;
        QTest::newRow("no unit") << valueOf(2, "") << ErrorCode::inputUnit;
        QTest::newRow("GPU-hours are not a price") << valueOf(2, "H800*h") << ErrorCode::inputUnit;
        QTest::newRow("a lower bound alone")
            << Quantity{.text = ">2", .low = 2, .bound = Bound::greater, .unit = "USD/(GPU*h)"}
            << ErrorCode::inputNeedsInterval;
        QTest::newRow("an upper bound alone")
            << Quantity{.text = "<2", .high = 2, .bound = Bound::less, .unit = "USD/(GPU*h)"}
            << ErrorCode::inputNeedsInterval;
        QTest::newRow("no number") << Quantity{.text = "some", .bound = Bound::unsure, .unit = "USD/(GPU*h)"}
                                   << ErrorCode::fieldMissing;
    }
    void aClaimThatDoesNotFitIsRefused() {
        QFETCH(Quantity, quantity);
        QFETCH(ErrorCode, code);
        const Result<Document> next = bindClaim(withQuantity(quantity), second, VariableId{"price"}, ClaimId{"c1"});
        QVERIFY(!next);
        QCOMPARE(next.error().code, code);
    }
    void aBoundAsksForTheOtherEnd() {
        const Quantity quantity{
            .text = "over 2 dollars", .value = 2, .low = 2, .bound = Bound::greater, .unit = "USD/(GPU*h)"};
        const Error error = bindClaim(withQuantity(quantity), second, VariableId{"price"}, ClaimId{"c1"}).error();
        QCOMPARE(error.details, (std::vector<std::string>{"over 2 dollars", "2 to 4 USD/(GPU*h)"}));
    }
    void aScenarioBringsItsModelAlong() {
        Document document = newDocument("t");
        const Model model = *fullDocument().models[0];
        const Document next = addScenario(document, model, Scenario{.id = {"s"}, .title = "S"}).value();
        QCOMPARE(*next.models[0], model);
        QCOMPARE(next.scenarios[0]->model, model.id);
        QCOMPARE(addScenario(next, model, Scenario{.id = {"t"}, .title = "T"})->models.size(), std::size_t(1));
    }
};

const Registered<TestEditInput> registered("edit_input");

} // namespace assay::test

#include "tst_edit_input.moc"
