// Findings on catalogue rows: what is not used is named, what is corrected is said with both numbers, and an input
// whose row is gone says what it uses.
#include "core/catalog/cell.h"
#include "core/catalog/check_row.h"
#include "core/document/bind_catalogue.h"
#include "core/document/check.h"
#include "core/document/check_catalogue.h"
#include "core/document/edit.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "tests/test.h"

namespace assay::test {

namespace {

QString reasons(const Document& document) {
    QStringList texts;
    for (const Finding& finding : catalogueFindings(document))
        texts += QString::fromStdString(finding.reason);
    return texts.join(QLatin1Char('\n'));
}

Document withRow(CatalogueRow row) {
    Document document = newDocument("p");
    document.catalogueRows.push_back(Row(std::move(row)));
    return document;
}

/// The shipped H800 with one cell changed.
CatalogueRow h800(const std::string& column, const std::string& text) {
    std::vector<CatalogueCell> cells = copiedRow("gpus", rowAt("gpus/h800_sxm5_80gb", Catalogs()).value()).cells;
    std::erase_if(cells, [&](const CatalogueCell& cell) { return cell.column == column || cell.column == "source"; });
    cells.push_back({column, text});
    cells.push_back({"source", "measured"});
    return orderedRow("gpus", std::move(cells));
}

} // namespace

class TestCheckCatalogue : public Test {
    Q_OBJECT
private slots:
    void whatNoCatalogueTakesIsNamed() {
        QCOMPARE(reasons(withRow({CatalogueRowId{"cars/mini"}, {{"wheels", "4"}}, {}})),
                 QStringLiteral("There is no catalogue for the project's row cars/mini: it is kept and not used."));
        CatalogueRow row = h800("tdp_w", "700");
        row.cells.push_back({"colour", "red"});
        QVERIFY(reasons(withRow(row))
                    .contains(QStringLiteral(
                        "has a column colour that the catalogue does not have: it is kept and not used.")));
    }
    void aCorrectionIsSaidWithBothNumbers_data() {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* why, const char* column, const char* text, const char* expected) {
            QTest::newRow(why) << QString::fromLatin1(column) << QString::fromLatin1(text)
                               << QString::fromLatin1(expected);
        };
        row("another number", "tdp_w", "800", "tdp_w is 800 W/GPU instead of 700 W/GPU");
        row("a number taken out", "tdp_w", "", "tdp_w is left open instead of 700 W/GPU");
        row("the same number", "tdp_w", "700.0", "no value differs");
    }
    void aCorrectionIsSaidWithBothNumbers() {
        QFETCH(QString, column);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(reasons(withRow(h800(column.toStdString(), text.toStdString()))),
                 QStringLiteral("The project corrects the shipped catalogue row gpus/h800_sxm5_80gb: ") + expected
                     + QStringLiteral(". Source: measured (not verified)."));
    }
    void aRowOfItsOwnIsNoFinding() {
        QVERIFY(
            reasons(withRow(orderedRow("electricity",
                                       {{"region", "kr"}, {"year", "2025"}, {"usd_per_kwh", "0.1"}, {"source", "s"}})))
                .isEmpty());
    }
    void anInputWhoseRowIsGoneSaysWhatItUses() {
        Document document = newDocument("p");
        Scenario scenario;
        scenario.id = ScenarioId{"s"};
        scenario.title = "S";
        document = addScenario(document, *shippedModel(ModelId{"training-compute"}), scenario).value();
        CatalogueRow row = h800("chip_id", "my_h800");
        document = addCatalogueRow(document, row).value();
        document = bindCatalogue(document, scenario.id, VariableId{"peak"}, "gpus/my_h800/bf16_dense_tflops").value();
        QVERIFY(reasons(document).isEmpty());
        const CatalogueRow open = orderedRow(
            "gpus", {{"chip_id", "my_h800"}, {"chip", "Mine"}, {"chip_family", "H800"}, {"source", "measured"}});
        QCOMPARE(reasons(setCatalogueRow(document, open).value()),
                 QStringLiteral("Scenario \"S\", input peak: the catalogues have no value in the cell "
                                "gpus/my_h800/bf16_dense_tflops; the value typed beside it is still used."));
        document = removeCatalogueRow(document, row.id).value();
        QCOMPARE(reasons(document), QStringLiteral("Scenario \"S\", input peak: the catalogues have no row "
                                                   "gpus/my_h800/bf16_dense_tflops; the value typed beside it is "
                                                   "still used."));
        const std::vector<Finding> all = check(document);
        QVERIFY(std::any_of(all.begin(), all.end(),
                            [](const Finding& finding) { return finding.kind == FindingKind::spec; }));
    }
    void theSampleHasNone() { QVERIFY(reasons(readProject(sampleProject(), "sample").value()).isEmpty()); }
};

const Registered<TestCheckCatalogue> registered("check_catalogue");

} // namespace assay::test

#include "tst_check_catalogue.moc"
