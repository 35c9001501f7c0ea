// Catalogue rows and cells by reference: what is missing is named, what is unverified says so, and every table is
// sound.
#include "core/catalog/catalog.h"
#include "core/catalog/cell.h"
#include "core/catalog/table.h"
#include "core/dist/distribution.h"
#include "core/units/unit.h"
#include "tests/test.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace assay::test {

class TestCell : public Test {
    Q_OBJECT
private slots:
    void whatIsNotThereIsNamed_data() {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* reason, const char* reference, const char* kind, const char* named) {
            QTest::newRow(reason) << QString::fromUtf8(reference) << QString::fromUtf8(kind)
                                  << QString::fromUtf8(named);
        };
        const char *value = "catalogue value", *rate = "fx/2025-01-20.KRW.daily/rate_quote_per_base";
        row("no such catalogue", "chips/h100/tdp_w", "catalogue", "chips");
        row("nothing", "", "catalogue", "");
        row("a chip that isn't there", "gpus/h900/tdp_w", "catalogue row", "gpus/h900/tdp_w");
        row("a holiday has no rate", rate, "catalogue row", rate);
        row("no such column", "gpus/h20/colour", value, "gpus/h20/colour");
        row("a column of words", "gpus/h20/vendor", value, "gpus/h20/vendor");
        row("no column", "gpus/h20", value, "gpus/h20/");
        row("an empty cell is not zero", "gpus/a100_sxm4_40gb/fp8_dense_tflops", "known value in the catalogue",
            "gpus/a100_sxm4_40gb/fp8_dense_tflops");
    }
    void whatIsNotThereIsNamed() {
        QFETCH(QString, reference);
        QFETCH(QString, kind);
        QFETCH(QString, named);
        const Result<CatalogCell> cell = findCell(reference.toStdString());
        QVERIFY(!cell);
        QCOMPARE(cell.error().code, ErrorCode::idUnknown);
        QCOMPARE(QString::fromStdString(cell.error().details.at(0)), kind);
        QCOMPARE(QString::fromStdString(cell.error().details.at(1)), named);
    }
    void cellIsTypedIntoAnInput_data() {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("text"); // empty: refused
        QTest::newRow("watt into dollars") << "gpus/h20/tdp_w"
                                           << "USD"
                                           << "";
        QTest::newRow("won per dollar into dollars") << "fx/2025-01-27.KRW.daily/rate_quote_per_base"
                                                     << "USD"
                                                     << "";
        QTest::newRow("as it stands") << "gpus/h800_sxm5_80gb/bf16_dense_tflops"
                                      << "TFLOP/(s*GPU)"
                                      << "989 TFLOP/(s*GPU)";
        QTest::newRow("into another prefix") << "gpus/h800_sxm5_80gb/bf16_dense_tflops"
                                             << "PFLOP/(s*GPU)"
                                             << "0.989 PFLOP/(s*GPU)";
        QTest::newRow("a fraction is no per cent") << "utilisation/deepseek_v3_bf16/middle"
                                                   << "%"
                                                   << "34.6 %";
        QTest::newRow("millions are kept") << "revenue/billing_location.FY2025.total/revenue_usd_million"
                                           << "USD"
                                           << "130497e6 USD";
        QTest::newRow("unit of the row: per hour")
            << "prices/h800_variant_not_stated-2024-12-27-rental_assumed/price_low_usd"
            << "USD/(GPU*h)"
            << "2 USD/(GPU*h)";
        QTest::newRow("rate of a currency") << "fx/2025-01-27.KRW.daily/rate_quote_per_base"
                                            << "KRW/USD"
                                            << "1433.83 KRW/USD";
        QTest::newRow("hours per trillion tokens") << "runs/deepseek_v3/gpu_hours_per_trillion_tokens"
                                                   << "GPU*h/Ttoken"
                                                   << "180000 GPU*h/Ttoken";
    }
    void cellIsTypedIntoAnInput() {
        QFETCH(QString, reference);
        QFETCH(QString, unit);
        QFETCH(QString, text);
        const Result<CatalogCell> cell = findCell(reference.toStdString());
        const Result<std::string> typed = cell ? inputText(*cell, unit.toStdString()) : cell.error();
        QCOMPARE(typed.has_value(), !text.isEmpty());
        if (typed) {
            QCOMPARE(QString::fromStdString(*typed), text);
            const Result<InputValue> read = readInput(*typed, unit.toStdString());
            QVERIFY(read.has_value());
            const double value = std::get<Fixed>(read->distribution.shape).value;
            QVERIFY(std::abs(value / toBase(cell->value, parseUnit(cell->unit).value()) - 1) < 1e-12);
        }
    }
    void unverifiedLooksUnverified_data() {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("trust");
        QTest::newRow("recalled row") << "gpus/rtx_4090_d/bf16_dense_tflops"
                                      << "no";
        QTest::newRow("recalled cell of a sound row") << "gpus/mi300x/fp8_dense_tflops"
                                                      << "no";
        QTest::newRow("retold row") << "gpus/h800_sxm5_80gb/bf16_dense_tflops"
                                    << "secondary";
        QTest::newRow("recalled cell of a retold row") << "gpus/h800_sxm5_80gb/interconnect_total_gbyte_per_s"
                                                       << "no";
        QTest::newRow("recalled threshold") << "export-rules/rule-2023-10-17-3a090b-1600/density_low"
                                            << "no";
        QTest::newRow("recalled utilisation") << "utilisation/deepseek_v3_mfu_causal/middle"
                                              << "no";
        QTest::newRow("recalled purchase prices of SemiAnalysis")
            << "prices/h20-2025-01-31-purchase_estimate/price_low_usd"
            << "no";
        QTest::newRow("read in a filing") << "revenue/billing_location.FY2025.total/revenue_usd_million"
                                          << "yes";
        QTest::newRow("read on the page of the bank") << "fx/2025-01-27.KRW.daily/rate_quote_per_base"
                                                      << "yes";
    }
    void unverifiedLooksUnverified() {
        QFETCH(QString, reference);
        QFETCH(QString, trust);
        const Result<CatalogCell> cell = findCell(reference.toStdString());
        QVERIFY2(cell.has_value(), qPrintable(reference));
        QCOMPARE(QString::fromUtf8(trustText(cell->row.trust).data()), trust);
        QVERIFY(!cell->row.source.empty() && !cell->row.label.empty() && !cell->row.vintage.empty());
    }
    void basisIsARowOrOneValueOfIt() {
        QVERIFY(!findBasis("gpus/h900") && !findBasis("gpus/h20/colour") && !findBasis(""));
        QCOMPARE(findBasis("gpus/mi300x")->trust, Trust::verified);
        QCOMPARE(findBasis("gpus/mi300x/fp8_dense_tflops")->trust, Trust::unverified);
    }
    void nothingRecalledIsCalledVerified() {
        for (const std::string_view name : catalogNames())
            for (const std::string& reference : catalogRows(name)) {
                const CatalogEntry entry = findEntry(reference).value();
                if (entry.source.find("recalled") != std::string::npos)
                    QVERIFY2(entry.trust == Trust::unverified, reference.c_str());
                if (entry.source.find("as retold") != std::string::npos)
                    QVERIFY2(entry.trust != Trust::verified, reference.c_str());
            }
    }
    void filingsAreNotKnownBeforeTheirDay() {
        QCOMPARE(findEntry("revenue/billing_location.FY2025Q3.singapore")->published, std::string("2024-11-20"));
        QCOMPARE(findEntry("revenue/billing_location.FY2025.singapore")->published, std::string("2025-02-26"));
        for (const RevenueRow& row : revenueRows())
            QVERIFY2(row.published > row.end, (row.label + row.region).c_str());
    }
    void everyTableIsSound() {
        for (const std::string_view name : catalogNames()) {
            const CatalogTable& table = *catalogTable(name);
            QVERIFY2(!table.title.empty() && !table.vintage.empty() && !table.note.empty(), table.title.c_str());
            const std::vector<std::string> references = catalogRows(name);
            QVERIFY2(std::set<std::string>(references.begin(), references.end()).size() == table.rows.size(),
                     table.title.c_str());
            for (const std::string& reference : references) {
                const CatalogEntry entry = findEntry(reference).value();
                QVERIFY2(!entry.label.empty() && !entry.source.empty(), reference.c_str());
                QVERIFY2(std::count(reference.begin(), reference.end(), '/') == 1, reference.c_str());
            }
        }
    }
    void everyValueIsANumberInAUnitWeKnow() {
        for (const std::string_view name : catalogNames())
            for (const std::string& reference : catalogRows(name))
                for (const CatalogCell& cell : valueCells(reference).value()) {
                    QVERIFY2(parseUnit(cell.unit).has_value(), (cell.reference + " " + cell.unit).c_str());
                    QVERIFY2(inputText(cell, cell.unit).has_value(), cell.reference.c_str());
                    QVERIFY2(cell.value >= 0, cell.reference.c_str());
                }
    }
    void cellsOfACatalogueAreThoseOfItsRows() {
        QVERIFY(catalogCells("chips").empty());
        std::vector<std::string> listed;
        for (const CatalogCell& cell : catalogCells("gpus"))
            listed.push_back(cell.reference);
        std::vector<std::string> found;
        for (const std::string& reference : catalogRows("gpus"))
            for (const CatalogCell& cell : valueCells(reference).value())
                found.push_back(cell.reference);
        QVERIFY(listed == found && listed.size() > 200);
    }
    void marksInTheFilesAreTheThreeWords() {
        for (const std::string_view name : catalogNames()) {
            const CatalogTable& table = *catalogTable(name);
            for (const auto& cells : table.rows) {
                const std::string mark = CatalogRow(table, cells).text("verified");
                QVERIFY2(mark == "yes" || mark == "secondary" || mark == "no", mark.c_str());
            }
        }
    }
    void marksNameColumnsThatAreThere() {
        for (const std::string_view name : catalogNames()) {
            const CatalogTable& table = *catalogTable(name);
            if (std::find(table.columns.begin(), table.columns.end(), "unverified_fields") == table.columns.end())
                continue;
            for (const auto& cells : table.rows)
                for (const QString& field : QString::fromStdString(CatalogRow(table, cells).text("unverified_fields"))
                                                .split(u';', Qt::SkipEmptyParts))
                    QVERIFY2(std::find(table.columns.begin(), table.columns.end(), field.toStdString())
                                 != table.columns.end(),
                             qPrintable(field));
        }
    }
    void h100EquivalentsDependOnTheMeasure() {
        QVERIFY(std::abs(findCell("equivalents/h20.dense_8bit/ratio")->value - 0.1496) < 1e-4);
        QVERIFY(std::abs(findCell("equivalents/h20.memory_bandwidth/ratio")->value - 1.19) < 5e-3);
        QVERIFY(std::abs(findCell("equivalents/b200_epoch.dense_8bit/ratio")->value - 2.5265) < 1e-4);
    }
    void verifiedRowsAreCounted() {
        for (const Catalog& catalog : catalogs())
            QVERIFY2(catalog.verified <= catalog.rows, catalog.title.c_str());
        const auto all = catalogs();
        const auto electricity =
            std::find_if(all.begin(), all.end(), [](const Catalog& c) { return c.id == "electricity"; });
        QVERIFY(electricity != all.end() && electricity->verified == electricity->rows && electricity->rows == 16);
    }
};

const Registered<TestCell> registered("cell");

} // namespace assay::test

#include "tst_cell.moc"
