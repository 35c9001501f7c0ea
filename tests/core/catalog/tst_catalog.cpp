// The catalogues read whole, keep their marks, and give the published figures.
#include "core/catalog/catalog.h"
#include "core/catalog/table.h"
#include "core/units/unit.h"
#include "tests/test.h"

#include <algorithm>
#include <set>

namespace assay::test {

namespace {

bool isMark(const std::string& verified) { return verified == "yes" || verified == "secondary" || verified == "no"; }

} // namespace

class TestCatalog : public Test {
    Q_OBJECT
private slots:
    void unknownTableIsNone() { QVERIFY(catalogTable("nothing") == nullptr); }
    void unknownColumnIsAProgrammingMistake() {
        const CatalogTable& table = *catalogTable("gpus");
        QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                                 static_cast<void>(CatalogRow(table, table.rows.front()).text("price_in_guilders")));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                                 static_cast<void>(CatalogRow(table, table.rows.front()).number("chip")));
    }
    void everyCatalogHasAVintageAndRows() {
        for (const Catalog& catalog : catalogs()) {
            QVERIFY(!catalog.title.empty() && !catalog.note.empty());
            QVERIFY(catalog.vintage.size() >= 7);
            QVERIFY2(catalog.rows >= 6, catalog.title.c_str());
        }
    }
    void everyRowHasASourceAndAMarkOfTrust() {
        for (const GpuRow& row : gpuRows())
            QVERIFY2(!row.origin.source.empty() && isMark(row.origin.verified), row.id.c_str());
        for (const RevenueRow& row : revenueRows())
            QVERIFY2(!row.origin.source.empty() && isMark(row.origin.verified), (row.label + row.region).c_str());
    }
    void emptyCellIsNotZero() {
        QVERIFY(!findGpu("a100_sxm4_40gb")->fp8Tflops); // the A100 has no FP8
        QCOMPARE(findGpu("a100_sxm4_40gb")->bf16Tflops.value(), 312.0);
    }
    void unknownChipIsNotFound() {
        QVERIFY(!findGpu("h900"));
        QVERIFY(!findChip("H900"));
        QVERIFY(!h100Equivalents("H900"));
        QVERIFY(!findRevenue("billing_location", "FY2022", "singapore")); // inside "other" in that year
    }
    void everyKindOfGpuWithUnitsOfItsOwnIsInTheCatalogue() {
        for (const char* kind : {"A100", "A800", "H100", "H800", "H20", "H200"}) {
            QVERIFY2(findChip(kind), kind);
            QVERIFY2(isChip(kind), kind);
        }
    }
    void chipIsItsFastestVariant() {
        QCOMPARE(findChip("H100")->id, std::string("h100_sxm5_80gb"));
        QCOMPARE(findChip("H800")->id, std::string("h800_sxm5_80gb"));
    }
    void h800ComputesLikeTheH100AndLinksWorse() {
        const GpuRow* h800 = findChip("H800");
        const GpuRow* h100 = findChip("H100");
        QCOMPARE(h800->fp8Tflops, h100->fp8Tflops);
        QCOMPARE(h800->int8Tops, h100->int8Tops);
        QVERIFY(std::abs(1 - *h800->interconnectGbytePerSecond / *h100->interconnectGbytePerSecond - 0.556)
                < 0.001); // 400 against 900 GB/s
    }
    void h100EquivalentsAreThoseOfEpoch_data() { // epoch-research/ai-chip-counts, csv_export
        QTest::addColumn<QString>("chip");
        QTest::addColumn<double>("units");
        QTest::addColumn<double>("expected");
        QTest::newRow("A100") << "A100" << 195341.0 << 61593.0;
        QTest::newRow("H20") << "H20" << 200372.0 << 29969.0;
        QTest::newRow("H800 is one") << "H800" << 1000.0 << 1000.0;
    }
    void h100EquivalentsAreThoseOfEpoch() {
        QFETCH(QString, chip);
        QFETCH(double, units);
        QFETCH(double, expected);
        QVERIFY(std::abs(units * h100Equivalents(chip.toStdString()).value() - expected) <= 1);
    }
    void singaporeSharesAreThePublishedOnes_data() { // Nvidia 10-Q and 10-K, geography notes
        QTest::addColumn<QString>("label");
        QTest::addColumn<double>("percent");
        QTest::newRow("third quarter of fiscal 2025") << "FY2025Q3" << 21.9;
        QTest::newRow("third quarter of fiscal 2024") << "FY2024Q3" << 14.9;
        QTest::newRow("first quarter of fiscal 2026") << "FY2026Q1" << 20.5;
        QTest::newRow("fiscal 2025") << "FY2025" << 18.1;
        QTest::newRow("nine months of fiscal 2025") << "FY2025M9" << 19.0;
    }
    void singaporeSharesAreThePublishedOnes() {
        QFETCH(QString, label);
        QFETCH(double, percent);
        const RevenueRow* part = findRevenue("billing_location", label.toStdString(), "singapore");
        const RevenueRow* total = findRevenue("billing_location", label.toStdString(), "total");
        QVERIFY(part && total);
        QVERIFY(std::abs(100 * part->millionUsd / total->millionUsd - percent) < 0.05);
    }
    void regionsAddUpToTheTotalOfTheirPeriod() {
        std::set<std::string> labels;
        for (const RevenueRow& row : revenueRows())
            if (row.basis == "billing_location" && row.label != "FY2023Q3"
                && row.label != "FY2026Q2") // known in part only
                labels.insert(row.label);
        for (const std::string& label : labels) {
            double regions = 0, total = 0;
            for (const RevenueRow& row : revenueRows())
                if (row.basis == "billing_location" && row.label == label)
                    (row.region == "total" ? total : regions) += row.millionUsd;
            QVERIFY2(std::abs(regions - total) < 0.5, label.c_str());
        }
    }
};

const Registered<TestCatalog> registered("catalog");

} // namespace assay::test

#include "tst_catalog.moc"
