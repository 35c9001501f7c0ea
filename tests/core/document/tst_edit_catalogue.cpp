// The project's own catalogue rows: what doesn't fit is refused, inputs follow what a row says, and a row that goes
// leaves the shipped one or a name.
#include "core/catalog/cell.h"
#include "core/catalog/check_row.h"
#include "core/document/bind_catalogue.h"
#include "core/document/edit.h"
#include "core/document/stale.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "tests/test.h"

namespace assay::test {

namespace {

const ScenarioId scenario{"s"};
const CatalogueRowId h800{"gpus/h800_sxm5_80gb"}, mine{"gpus/my_chip"};

CatalogueRow with(const CatalogueRow& row, const std::string& column, const std::string& text) {
    std::vector<CatalogueCell> cells = row.cells;
    std::erase_if(cells, [&](const CatalogueCell& cell) { return cell.column == column; });
    cells.push_back({column, text});
    return orderedRow(catalogOf(row.id), std::move(cells));
}

CatalogueRow copyOf(const CatalogueRowId& id) { return copiedRow(catalogOf(id), rowAt(id.value, Catalogs()).value()); }

CatalogueRow myChip(const std::string& peak) {
    return orderedRow("gpus", {{"chip_id", "my_chip"},
                               {"chip", "My chip"},
                               {"chip_family", "Mine"},
                               {"bf16_dense_tflops", peak},
                               {"source", "a data sheet"}});
}

Document emptyScenario(Document document = newDocument("p")) {
    Scenario made;
    made.id = scenario;
    made.title = "S";
    made.model = ModelId{"training-compute"};
    return addScenario(document, *shippedModel(made.model), made).value();
}

/// A scenario whose peak stands on a chip of the project's own.
Document withOwnPeak() {
    const Document document = addCatalogueRow(emptyScenario(), myChip("500")).value();
    return bindCatalogue(document, scenario, VariableId{"peak"}, "gpus/my_chip/bf16_dense_tflops").value();
}

ScenarioInput inputOf(const Document& document, const char* input) {
    return currentInput(document, scenario, VariableId{input}).value();
}

/// An input of the model whose default stands on a cell of a shipped row, with that cell.
struct BoundDefault {
    ModelInput input;
    CatalogCell cell;
};
BoundDefault boundDefault(const Document& document) {
    for (const ModelInput& input : document.models[0]->inputs)
        if (input.basis.starts_with("catalogue "))
            if (const Result<CatalogCell> cell = findCell(input.basis.substr(10)))
                return {input, *cell};
    return {};
}

} // namespace

class TestEditCatalogue : public Test {
    Q_OBJECT
private slots:
    void whatDoesNotFitIsRefused() {
        const Document document = newDocument("p");
        QCOMPARE(addCatalogueRow(document, with(myChip("500"), "tdp_w", "lots")).error().code, ErrorCode::cellValue);
        QCOMPARE(setCatalogueRow(document, myChip("500")).error().code, ErrorCode::idUnknown);
        QCOMPARE(removeCatalogueRow(document, mine).error().code, ErrorCode::idUnknown);
        const Document added = addCatalogueRow(document, myChip("500")).value();
        QCOMPARE(addCatalogueRow(added, myChip("600")).error().code, ErrorCode::idTaken);
        QCOMPARE(setCatalogueRow(added, with(myChip("500"), "source", "")).error().code, ErrorCode::cellMissing);
    }
    void anOwnRowIsABasisThatSaysWhoseItIs() {
        const ScenarioInput given = inputOf(withOwnPeak(), "peak");
        QCOMPARE(given.text, std::string("500 TFLOP/(s*GPU)"));
        QCOMPARE(given.basis.reference, std::string("gpus/my_chip/bf16_dense_tflops"));
        QCOMPARE(given.basis.note, std::string("My chip (row of this project; not verified): a data sheet"));
    }
    void inputsFollowARowThatChanges() {
        const Document changed = setCatalogueRow(withOwnPeak(), myChip("750")).value();
        QCOMPARE(inputOf(changed, "peak").text, std::string("750 TFLOP/(s*GPU)"));
        QVERIFY(staleInputs(changed).empty());
        const Document read = setCatalogueRow(changed, with(myChip("750"), "verified", "yes")).value();
        QCOMPARE(inputOf(read, "peak").basis.note, std::string("My chip (row of this project): a data sheet"));
        QCOMPARE(inputOf(read, "peak").text, inputOf(changed, "peak").text);
    }
    void anInputByHandFollowsNothing() {
        Document document = withOwnPeak();
        ScenarioInput peak = inputOf(document, "peak");
        peak.text = "400";
        peak.basis = Basis{BasisKind::assumption, {}, {}, "by hand"};
        document = setInput(document, scenario, peak).value();
        const Document changed = setCatalogueRow(document, myChip("750")).value();
        QCOMPARE(inputOf(changed, "peak").text, std::string("400"));
        QVERIFY(staleInputs(changed).empty());
        QVERIFY(changed.scenarios[0].sameObject(document.scenarios[0]));
    }
    void anotherNumberThanTheRowsIsStaleAndKept() {
        Document document = withOwnPeak();
        ScenarioInput peak = inputOf(document, "peak");
        peak.text = "400 TFLOP/(s*GPU)"; // a merge can leave this behind
        document = setInput(document, scenario, peak).value();
        const std::vector<StaleInput> found = staleInputs(document);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].reason, StaleReason::rowChanged);
        QCOMPARE(found[0].was, std::string("400 TFLOP/(s*GPU)"));
        QCOMPARE(found[0].now, std::string("500 TFLOP/(s*GPU)"));
        const Document changed = setCatalogueRow(document, myChip("750")).value();
        QCOMPARE(inputOf(changed, "peak").text, std::string("400 TFLOP/(s*GPU)"));
    }
    void aRowThatIsDeletedIsNamedAndItsValueKept() {
        const Document gone = removeCatalogueRow(withOwnPeak(), mine).value();
        QCOMPARE(inputOf(gone, "peak").text, std::string("500 TFLOP/(s*GPU)"));
        const std::vector<StaleInput> found = staleInputs(gone);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].reason, StaleReason::rowGone);
        QCOMPARE(found[0].was, std::string("gpus/my_chip/bf16_dense_tflops"));
        QVERIFY(checkReferences(gone));
    }
    void aCellThatIsTakenOutIsNamedToo() {
        const Document emptied =
            setCatalogueRow(withOwnPeak(), with(with(myChip("500"), "tdp_w", "350"), "bf16_dense_tflops", "")).value();
        QCOMPARE(inputOf(emptied, "peak").text, std::string("500 TFLOP/(s*GPU)"));
        QCOMPARE(staleInputs(emptied).at(0).reason, StaleReason::rowGone);
    }
    void aCorrectedRowWinsAndNamesWhatIsShipped() {
        Document document =
            bindCatalogue(emptyScenario(), scenario, VariableId{"peak"}, "gpus/h800_sxm5_80gb/bf16_dense_tflops")
                .value();
        const ScenarioInput shipped = inputOf(document, "peak");
        document = addCatalogueRow(document, with(copyOf(h800), "bf16_dense_tflops", "900")).value();
        const ScenarioInput corrected = inputOf(document, "peak");
        QCOMPARE(corrected.text, std::string("900 TFLOP/(s*GPU)"));
        QVERIFY2(corrected.basis.note.find("corrected in this project; shipped: 989 TFLOP/(s*GPU); not verified")
                     != std::string::npos,
                 corrected.basis.note.c_str());
        document = removeCatalogueRow(document, h800).value();
        QCOMPARE(inputOf(document, "peak"), shipped);
    }
    void defaultsOnACorrectedRowFollowItAndGoBack() {
        const Document before = emptyScenario();
        const BoundDefault on = boundDefault(before);
        QVERIFY(!on.cell.reference.empty());
        const CatalogueRowId row{on.cell.row.reference};
        const Document document = addCatalogueRow(before, with(copyOf(row), on.cell.column, "0.123")).value();
        const ScenarioInput given = currentInput(document, scenario, on.input.id).value();
        QCOMPARE(given.basis.kind, BasisKind::catalogue);
        QCOMPARE(given.basis.reference, on.cell.reference);
        QVERIFY(given.text != on.input.defaultText);
        QVERIFY(staleInputs(document).empty());
        const Document back = removeCatalogueRow(document, row).value();
        QVERIFY(back == before);
        const Document later = resetInput(document, scenario, on.input.id).value();
        QCOMPARE(staleInputs(later).at(0).reason, StaleReason::rowChanged); // the model's default is the shipped one
    }
    void anInputOnAWholeRowFollowsTheCellItIsFromAndKeepsItsChip() {
        Document document = emptyScenario();
        const Basis basis{BasisKind::catalogue, {}, h800.value, "read in the row"};
        document = setInput(document, scenario, {VariableId{"peak"}, "989 TFLOP/(s*H800)", basis}).value();
        document = addCatalogueRow(document, with(copyOf(h800), "bf16_dense_tflops", "900")).value();
        QCOMPARE(inputOf(document, "peak").text, std::string("900 TFLOP/(s*H800)"));
        QCOMPARE(inputOf(document, "peak").basis, basis); // the analyst's own note
        document = setInput(document, scenario, {VariableId{"peak"}, "1000 TFLOP/(s*H800)", basis}).value();
        document = setCatalogueRow(document, with(copyOf(h800), "bf16_dense_tflops", "800")).value();
        QCOMPARE(inputOf(document, "peak").text, std::string("1000 TFLOP/(s*H800)")); // no number of the row
    }
    void aNewScenarioBeginsWithTheProjectsRows() {
        const BoundDefault on = boundDefault(emptyScenario());
        const CatalogueRowId row{on.cell.row.reference};
        const Document rows = addCatalogueRow(newDocument("p"), with(copyOf(row), on.cell.column, "0.123")).value();
        const Document document = emptyScenario(rows);
        QCOMPARE(document.scenarios[0]->inputs.size(), std::size_t(1));
        QCOMPARE(document.scenarios[0]->inputs[0].basis.reference, on.cell.reference);
        QVERIFY(emptyScenario().scenarios[0]->inputs.empty());
    }
    void rowsAreReadBackAsTheyWere() {
        Document document = withOwnPeak();
        document = addCatalogueRow(document, with(copyOf(h800), "tdp_w", "800")).value();
        const std::string bytes = writeProject(document);
        const Document again = readProject(bytes, "f").value();
        QVERIFY(again == document);
        QCOMPARE(writeProject(again), bytes);
    }
    void aRowOfANewerVersionSurvives() {
        Document document = withOwnPeak();
        document.extra["version"] = "\"1.9\"";
        CatalogueRow newer{CatalogueRowId{"cars/mini"}, {{"wheels", "4"}}, {{"mood", "1"}}};
        document.catalogueRows.push_back(Row(newer));
        const Result<Document> again = readProject(writeProject(document), "f");
        QVERIFY2(again, again ? "" : again.error().place.c_str());
        QCOMPARE(*find(again->catalogueRows, newer.id), newer);
    }
    void aFileWithARowThatDoesNotFitIsRefusedAtItsPlace() {
        std::string bytes = writeProject(withOwnPeak());
        bytes.replace(bytes.find("\"500\""), 5, "\"lots\"");
        const Result<Document> again = readProject(bytes, "f");
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::cellValue);
        QVERIFY2(again.error().place.starts_with("f:"), again.error().place.c_str());
    }
};

const Registered<TestEditCatalogue> registered("edit_catalogue");

} // namespace assay::test

#include "tst_edit_catalogue.moc"
