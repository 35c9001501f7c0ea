// Rows of a project against the columns of the catalogues: what is wrong is named with what is allowed; every shipped
// row would be allowed.
#include "core/catalog/check_row.h"
#include "tests/test.h"

namespace assay::test {

namespace {

using Cells = std::vector<std::pair<std::string, std::string>>;

CatalogueRow rowOf(const std::string& id, const Cells& cells) {
    CatalogueRow row{CatalogueRowId{id}, {}, {}};
    for (const auto& [column, text] : cells)
        row.cells.push_back({column, text});
    return row;
}

Cells chip() {
    return {
        {"chip_id", "my_chip"}, {"chip", "My chip"}, {"chip_family", "Mine"}, {"tdp_w", "350"}, {"source", "sheet"}};
}

Cells rate() {
    return {{"date", "2025-01-20"}, {"base_currency", "USD"},        {"quote_currency", "KRW"},
            {"frequency", "daily"}, {"rate_quote_per_base", "1450"}, {"source", "own note"}};
}

Cells price() {
    return {{"price_id", "p1"},      {"chip", "H800"},         {"price_date", "2025-01"}, {"kind", "rental"},
            {"unit", "USD/(GPU*h)"}, {"price_low_usd", "2.1"}, {"source", "an offer"}};
}

/// The cells with one of them changed; an empty text takes it out.
Cells with(Cells cells, const std::string& column, const std::string& text) {
    std::erase_if(cells, [&](const auto& cell) { return cell.first == column; });
    if (!text.empty())
        cells.push_back({column, text});
    return cells;
}

QString said(const Error& error) {
    QStringList details;
    for (const std::string& detail : error.details)
        details += QString::fromStdString(detail);
    return details.join(QStringLiteral(" | "));
}

} // namespace

class TestCheckRow : public Test {
    Q_OBJECT
private slots:
    void whatDoesNotFitIsNamed_data() {
        QTest::addColumn<CatalogueRow>("row");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("expected");
        const auto wrong = [](const char* why, const std::string& id, const Cells& cells, ErrorCode code,
                              const char* expected) {
            QTest::newRow(why) << rowOf(id, cells) << code << QString::fromUtf8(expected);
        };
        const std::string mine = "gpus/my_chip", won = "fx/2025-01-20.KRW.daily";
        const char* gpus = "GPUs and other accelerators";
        wrong("no such catalogue", "cars/mini", chip(), ErrorCode::idUnknown, "catalogue | cars");
        wrong("no such column", mine, with(chip(), "colour", "red"), ErrorCode::idUnknown,
              "column of GPUs and other accelerators | colour");
        wrong("no source", mine, with(chip(), "source", ""), ErrorCode::cellMissing,
              (std::string("source | ") + gpus).c_str());
        wrong("no name for people", mine, with(chip(), "chip", ""), ErrorCode::cellMissing,
              (std::string("chip | ") + gpus).c_str());
        wrong("a chip of no family", mine, with(chip(), "chip_family", ""), ErrorCode::cellMissing,
              (std::string("chip_family | ") + gpus).c_str());
        wrong("words for a number", mine, with(chip(), "tdp_w", "lots"), ErrorCode::cellValue,
              "tdp_w | lots | a plain number in W/GPU, such as 1234.5 or 1.2e6");
        wrong("a number with its unit", mine, with(chip(), "tdp_w", "350 W"), ErrorCode::cellValue,
              "tdp_w | 350 W | a plain number in W/GPU, such as 1234.5 or 1.2e6");
        wrong("a number with separators", mine, with(chip(), "tdp_w", "1,350"), ErrorCode::cellValue,
              "tdp_w | 1,350 | a plain number in W/GPU, such as 1234.5 or 1.2e6");
        wrong("a number that is none", mine, with(chip(), "tdp_w", "nan"), ErrorCode::cellValue,
              "tdp_w | nan | a plain number in W/GPU, such as 1234.5 or 1.2e6");
        wrong("a day that is none", mine, with(chip(), "launch_date", "2025-02-30"), ErrorCode::cellValue,
              "launch_date | 2025-02-30 | a date such as 2025-01-27, 2025-01 or 2025");
        wrong("another word of trust", mine, with(chip(), "verified", "maybe"), ErrorCode::cellValue,
              "verified | maybe | yes, secondary, no");
        wrong("a mark on no column", mine, with(chip(), "unverified_fields", "tdp_w;colour"), ErrorCode::cellValue,
              "unverified_fields | tdp_w;colour | names of columns joined by ;");
        wrong("an id with a slash", "gpus/my/chip", with(chip(), "chip_id", "my/chip"), ErrorCode::cellValue,
              "chip_id | my/chip | a word without spaces and /");
        wrong("an id that is not its key's", "gpus/other", chip(), ErrorCode::fieldValue,
              "id | gpus/other | gpus/my_chip");
        wrong("a column twice", mine, {{"chip_id", "my_chip"}, {"chip_id", "b"}}, ErrorCode::idTaken, "cell | chip_id");
        wrong("a rate of a month by its name", "fx/2025-01.KRW.daily", with(rate(), "date", "2025-01"),
              ErrorCode::cellValue, "date | 2025-01 | a day such as 2025-01-27");
        wrong("a rate to another base", won, with(rate(), "base_currency", "EUR"), ErrorCode::cellValue,
              "base_currency | EUR | USD");
        wrong("a currency nobody knows", "fx/2025-01-20.XYZ.daily", with(rate(), "quote_currency", "XYZ"),
              ErrorCode::cellValue, "quote_currency | XYZ | what makes a unit of $quote_currency/USD");
        wrong("a price in no unit", "prices/p1", with(price(), "unit", "dollars each"), ErrorCode::cellValue,
              "unit | dollars each | a unit such as USD/(GPU*h), USD, GPU or 1");
        wrong("a power of ten where the column has one", "revenue/end_market.FY1.all",
              {{"basis", "end_market"},
               {"period_type", "year"},
               {"fiscal_label", "FY1"},
               {"region_or_market", "all"},
               {"period_start_date", "2025-01-01"},
               {"period_end_date", "2025-12-31"},
               {"published_date", "2026-01-15"},
               {"revenue_usd_million", "2e3"},
               {"source", "s"}},
              ErrorCode::cellValue, "revenue_usd_million | 2e3 | a plain number in e6 USD, such as 1234.5");
    }
    void whatDoesNotFitIsNamed() {
        QFETCH(CatalogueRow, row);
        QFETCH(ErrorCode, code);
        QFETCH(QString, expected);
        const Result<> sound = checkCatalogueRow(row);
        QVERIFY(!sound);
        QCOMPARE(sound.error().code, code);
        QCOMPARE(said(sound.error()), expected);
        QCOMPARE(sound.error().place, row.id.value);
    }
    void whatFitsIsTaken() {
        QVERIFY(checkCatalogueRow(rowOf("gpus/my_chip", chip())));
        QVERIFY(checkCatalogueRow(rowOf("gpus/my_chip", with(chip(), "launch_date", "2025"))));
        QVERIFY(checkCatalogueRow(rowOf("fx/2025-01-20.KRW.daily", rate())));
        QVERIFY(checkCatalogueRow(rowOf("prices/p1", price())));
    }
    void whatANewerVersionMayHaveIsReadAndNotEdited() {
        for (const CatalogueRow& row :
             {rowOf("cars/mini", {{"wheels", "4"}}), rowOf("gpus/my_chip", with(chip(), "colour", "red"))}) {
            QVERIFY(checkKnownCells(row));
            QVERIFY(!checkCatalogueRow(row));
        }
        QVERIFY(!checkKnownCells(rowOf("gpus/my_chip", with(chip(), "tdp_w", "lots"))));
    }
    void everyShippedRowCouldBeAProjects() {
        for (const std::string_view name : catalogNames())
            for (const TableRow& row : Catalogs().rows(name)) {
                const CatalogueRow copy = copiedRow(name, row);
                const Result<> sound = checkCatalogueRow(copy);
                QVERIFY2(sound, sound ? "" : (copy.id.value + ": " + said(sound.error()).toStdString()).c_str());
                QCOMPARE(cellText(copy, "verified"), std::string("no"));
            }
    }
    void cellsAreTrimmedPutInOrderAndNamed() {
        const CatalogueRow row =
            orderedRow("gpus", {{"source", " sheet\n"}, {"note", "  "}, {"tdp_w", "350 "}, {"chip_id", " my_chip"}});
        QCOMPARE(row, rowOf("gpus/my_chip", {{"chip_id", "my_chip"}, {"tdp_w", "350"}, {"source", "sheet"}}));
    }
};

const Registered<TestCheckRow> registered("check_row");

} // namespace assay::test

#include "tst_check_row.moc"
