// A project's rows over the shipped ones: theirs win by id, the shipped value stays in sight, and whoever asks without
// a project sees none of them.
#include "core/catalog/catalog.h"
#include "core/catalog/cell.h"
#include "core/catalog/check_row.h"
#include "core/catalog/rates.h"
#include "tests/test.h"

namespace assay::test {

namespace {

CatalogueRow changed(const char* reference, const std::string& column, const std::string& text) {
    const std::string catalog(catalogOf(CatalogueRowId{reference}));
    const CatalogueRow row = copiedRow(catalog, rowAt(reference, Catalogs()).value());
    std::vector<CatalogueCell> cells = row.cells;
    std::erase_if(cells, [&](const CatalogueCell& cell) { return cell.column == column; });
    cells.push_back({column, text});
    return orderedRow(catalog, std::move(cells));
}

/// An H800 of 800 W, a chip of the project's own, and a rate for a holiday.
Catalogs own() {
    return Catalogs({Row(orderedRow("gpus", {{"chip_id", "my_chip"},
                                             {"chip", "My chip"},
                                             {"chip_family", "Mine"},
                                             {"bf16_dense_tflops", "500"},
                                             {"int8_dense_tops", "1979"},
                                             {"tdp_w", "350"},
                                             {"source", "a data sheet"}})),
                     Row(changed("gpus/h800_sxm5_80gb", "tdp_w", "800")),
                     Row(orderedRow("fx", {{"date", "2025-01-20"},
                                           {"base_currency", "USD"},
                                           {"quote_currency", "KRW"},
                                           {"frequency", "daily"},
                                           {"rate_quote_per_base", "1450"},
                                           {"source", "own note"}})),
                     Row(CatalogueRow{CatalogueRowId{"cars/mini"}, {{"wheels", "4"}}, {}})});
}

} // namespace

class TestCatalogs : public Test {
    Q_OBJECT
private slots:
    void whatIsNotThereIsNotThereEither() {
        QVERIFY(!findEntry("gpus/your_chip", own()) && !findEntry("cars/mini", own()));
        QVERIFY(!findCell("gpus/my_chip/memory_gbyte", own())); // not known is not zero
        QVERIFY(!findEntry("gpus/my_chip"));                    // of no project
        QVERIFY(own().rows("cars").empty() && !rowAt("gpus", own()) && !rowAt("", own()));
        QVERIFY(Catalogs(Rows<CatalogueRow>()).own() == nullptr);
    }
    void aRowOfTheProjectIsLikeAnyOther() {
        const Catalogs catalogs = own();
        const CatalogCell cell = findCell("gpus/my_chip/tdp_w", catalogs).value();
        QCOMPARE(cell.value, 350.0);
        QCOMPARE(cell.unit, std::string("W/GPU"));
        QCOMPARE(cell.row.label, std::string("My chip"));
        QCOMPARE(cell.row.trust, Trust::unverified); // nobody said it was
        QCOMPARE(cell.row.origin, RowOrigin::own);
        QVERIFY(cell.shipped.empty());
        QCOMPARE(findGpu("my_chip", catalogs)->bf16Tflops.value(), 500.0);
        QCOMPARE(h100Equivalents("Mine", catalogs).value(), 1.0);
        QCOMPARE(findGpu("my_chip", catalogs)->origin.verified, std::string("no"));
        QVERIFY(findGpu("my_chip", catalogs)->origin.origin == RowOrigin::own);
        QVERIFY(!findGpu("my_chip") && gpuRows(catalogs).size() == gpuRows().size() + 1);
    }
    void aCorrectedRowStandsInTheShippedOnesPlaceAndNamesItsValue() {
        const Catalogs catalogs = own();
        const CatalogCell cell = findCell("gpus/h800_sxm5_80gb/tdp_w", catalogs).value();
        QCOMPARE(cell.value, 800.0);
        QCOMPARE(cell.row.origin, RowOrigin::corrected);
        QCOMPARE(cell.row.trust, Trust::unverified);
        QCOMPARE(cell.shipped, std::string("700 W/GPU"));
        QCOMPARE(findCell("gpus/h800_sxm5_80gb/tdp_w")->value, 700.0);
        QCOMPARE(findGpu("h800_sxm5_80gb", catalogs)->tdpWatt.value(), 800.0);
        const std::vector<std::string> shipped = catalogRows("gpus"), merged = catalogRows("gpus", catalogs);
        QCOMPARE(merged.size(), shipped.size() + 1);
        QVERIFY(std::equal(shipped.begin(), shipped.end(), merged.begin())); // new ones come after
        QCOMPARE(merged.back(), std::string("gpus/my_chip"));
    }
    void theShippedValueIsSaidInItsUnit() {
        const Catalogs catalogs(
            {Row(changed("revenue/billing_location.FY2025.singapore", "revenue_usd_million", "20000"))});
        const CatalogCell cell =
            findCell("revenue/billing_location.FY2025.singapore/revenue_usd_million", catalogs).value();
        QCOMPARE(cell.value, 2e10);
        QCOMPARE(cell.shipped, std::string("23,684,000,000 USD"));
        QCOMPARE(findRevenue("billing_location", "FY2025", "singapore", catalogs)->millionUsd, 20000.0);
        QCOMPARE(findRevenue("billing_location", "FY2025", "singapore")->millionUsd, 23684.0);
    }
    void aRateForAHolidayIsUsedOnItsDay() {
        QVERIFY(rateOn("USD", "KRW", "2025-01-20")->kind != RateKind::daily);
        const DatedRate rate = rateOn("USD", "KRW", "2025-01-20", own()).value();
        QCOMPARE(rate.kind, RateKind::daily);
        QCOMPARE(rate.rate, 1450.0);
        QCOMPARE(rate.source, std::string("own note"));
    }
    void cataloguesCountTheirRows() {
        const std::vector<Catalog> shipped = catalogs(), merged = catalogs(own());
        for (std::size_t i = 0; i < shipped.size(); ++i) {
            const bool isGpus = shipped[i].id == "gpus", isRates = shipped[i].id == "fx";
            QCOMPARE(shipped[i].own, std::size_t(0));
            QCOMPARE(merged[i].own, std::size_t(isGpus ? 2 : isRates ? 1 : 0));
            QCOMPARE(merged[i].rows, shipped[i].rows + (isGpus || isRates ? 1 : 0));
        }
    }
    void aCopyKeepsWhatItGaveOut() {
        Catalogs copy;
        std::span<const GpuRow> rows;
        {
            const Catalogs catalogs = own();
            rows = gpuRows(catalogs);
            copy = catalogs;
        }
        QCOMPARE(rows.back().id, std::string("my_chip"));
    }
};

const Registered<TestCatalogs> registered("catalogs");

} // namespace assay::test

#include "tst_catalogs.moc"
