// Every limit of the table, reached: an error that names it, and what is just below it passes.
#include "core/catalog/check_row.h"
#include "core/chart/ticks.h"
#include "core/dist/sobol.h"
#include "core/document/edit.h"
#include "core/io/importer.h"
#include "core/io/json_reader.h"
#include "core/io/limits.h"
#include "core/io/project_file.h"
#include "core/scenario/formula.h"
#include "core/scenario/simulate.h"
#include "tests/core/documents.h"
#include "tests/test.h"

#include <QtCore/QTemporaryDir>

#include <cstring>
#include <filesystem>
#include <fstream>

namespace assay::test {

namespace {

std::uint64_t mostOf(std::string_view id) {
    for (const ProgramLimit& limit : limits())
        if (limit.id == id)
            return limit.most;
    return 0;
}

std::string nested(std::uint64_t depth) { return std::string(depth, '[') + "1" + std::string(depth, ']'); }
std::string brackets(std::uint64_t depth) { return std::string(depth, '(') + "1" + std::string(depth, ')'); }

Document withSamples(std::uint64_t samples) {
    Document document = fullDocument();
    Scenario scenario = *document.scenarios[0];
    scenario.samples = samples;
    document.scenarios[0] = Row(scenario);
    return document;
}

Document withStream(int stream) {
    Document document = fullDocument();
    Model model = *document.models[0];
    model.inputs[0].stream = stream;
    document.models[0] = Row(model);
    return document;
}

bool says(const Error& error, std::uint64_t most) {
    for (const std::string& detail : error.details)
        if (detail.find(std::to_string(most)) != std::string::npos)
            return true;
    return false;
}

} // namespace

class TestLimits : public Test {
    Q_OBJECT
private slots:
    void everyLimitIsTestedHere() {
        QStringList ids;
        for (const ProgramLimit& limit : limits()) {
            ids += QString::fromUtf8(limit.id.data(), qsizetype(limit.id.size()));
            QVERIFY(limit.most > 0 && !limit.what.empty());
        }
        QCOMPARE(
            ids.join(u' '),
            QStringLiteral(
                "project-size json-depth original-size folder-files text-size kept-original-size kept-originals html-elements "
                "html-attributes html-depth pdf-pages catalogue-rows catalogue-cell chart-ticks samples streams formula-length "
                "formula-depth")); // pdf-pages: tst_pdf
    }
    void anHtmlPageIsCutAtItsDepth() {
        const auto page = [](std::uint64_t depth) { // below html and body
            std::string text;
            for (std::uint64_t i = 0; i < depth; ++i)
                text += "<div>";
            return importBytes("<html><body><p>first</p>" + text + "deep", "a.html").value().warnings;
        };
        const std::uint64_t most = mostOf("html-depth");
        QVERIFY(page(most - 10).empty());
        QCOMPARE(page(most), std::vector<std::string>{"cut-at-depth:" + std::to_string(most)});
    }
    void anAxisHasNoMoreTicks() {
        const Axis axis{AxisKind::linear, {}, "1", 0, 1e6, {}};
        QVERIFY(makeTicks(axis, 1000000).size() <= mostOf("chart-ticks") && !makeTicks(axis, 50).empty());
    }
    void aFileThatIsTooLargeIsNotRead_data() {
        QTest::addColumn<bool>("project");
        QTest::newRow("a project") << true;
        QTest::newRow("an original") << false;
    }
    void aFileThatIsTooLargeIsNotRead() { // holes: nothing is written
        QFETCH(bool, project);
        QTemporaryDir dir;
        const std::filesystem::path path = std::filesystem::path(dir.path().toStdString()) / "large.txt";
        std::ofstream(path) << "";
        std::filesystem::resize_file(path, mostOf(project ? "project-size" : "original-size") + 1);
        const Error error = project ? openProject(path).error() : importFile(path).error();
        QCOMPARE(error.code, project ? ErrorCode::cannotRead : ErrorCode::tooLarge);
        QCOMPARE(error.details,
                 project ? std::vector<std::string>{std::strerror(EFBIG)} : std::vector<std::string>({"201", "200"}));
    }
    void depthOfAFile() {
        const std::uint64_t most = mostOf("json-depth");
        QVERIFY(readJson(nested(most), "f"));
        const Error error = readJson(nested(most + 1), "f").error();
        QCOMPARE(error.code, ErrorCode::jsonLimit);
        QVERIFY(says(error, most));
    }
    void catalogueRowsOfAProject() {
        const std::uint64_t most = mostOf("catalogue-rows");
        Document document = fullDocument();
        const CatalogueRow first = *document.catalogueRows[0];
        while (document.catalogueRows.size() < most) {
            std::vector<CatalogueCell> cells = first.cells;
            cells[0].text = "chip_" + std::to_string(document.catalogueRows.size());
            document.catalogueRows.push_back(Row(orderedRow("gpus", cells)));
        }
        QVERIFY(checkReferences(document));
        std::vector<CatalogueCell> cells = first.cells;
        cells[0].text = "one_more";
        const Error error = addCatalogueRow(document, orderedRow("gpus", cells)).error();
        QCOMPARE(error.code, ErrorCode::tooManyRows);
        QVERIFY(says(error, most));
    }
    void lengthOfACatalogueCell() {
        const std::uint64_t most = mostOf("catalogue-cell");
        std::vector<CatalogueCell> cells = fullDocument().catalogueRows[0]->cells;
        cells.push_back({"note", std::string(most, 'x')});
        QVERIFY(checkCatalogueRow(orderedRow("gpus", cells)));
        cells.back().text += 'x';
        const Error error = checkCatalogueRow(orderedRow("gpus", cells)).error();
        QCOMPARE(error.code, ErrorCode::cellValue);
        QVERIFY(says(error, most));
    }
    void samplesOfAScenario() {
        const std::uint64_t most = mostOf("samples");
        QVERIFY(checkReferences(withSamples(most)));
        for (const std::uint64_t wrong : {std::uint64_t{0}, most + 1, std::uint64_t{1'000'000'000'000}}) {
            const Error error = checkReferences(withSamples(wrong)).error();
            QCOMPARE(error.code, ErrorCode::sampleCount);
            QVERIFY(says(error, most));
        }
    }
    void streamsOfAModel() {
        const int most = static_cast<int>(mostOf("streams"));
        QVERIFY(checkReferences(withStream(most)));
        QVERIFY(says(checkReferences(withStream(most + 1)).error(), std::uint64_t(most)));
    }
    void lengthOfAFormula() {
        const std::uint64_t most = mostOf("formula-length");
        QVERIFY(parseFormula(std::string(most - 1, ' ') + "1"));
        const Error error = parseFormula(std::string(most, ' ') + "1").error();
        QCOMPARE(error.code, ErrorCode::formulaSyntax);
        QVERIFY(says(error, most));
    }
    void depthOfAFormula() {
        const std::uint64_t most = mostOf("formula-depth");
        QVERIFY(parseFormula(brackets(most - 1)));
        const Error error = parseFormula(brackets(most + 1)).error();
        QCOMPARE(error.code, ErrorCode::formulaSyntax);
        QVERIFY(says(error, most));
    }
};

const Registered<TestLimits> registered("limits");

} // namespace assay::test

#include "tst_limits.moc"
