// Titles of charts in a document: written, replaced, given back, and following their scenario.
#include "core/document/edit.h"
#include "core/document/merge.h"
#include "core/document/rename_row.h"
#include "core/io/project_file.h"
#include "tests/core/documents.h"
#include "tests/test.h"

namespace assay::test {

class TestChartTitle : public Test {
    Q_OBJECT
private slots:
    void aPictureWithoutANameIsRefused() {
        QCOMPARE(setChartTitle(fullDocument(), "", "T").error().code, ErrorCode::nameEmpty);
    }
    void twoTitlesOfOnePictureAreRefused() {
        Document document = fullDocument();
        document.project.chartTitles.push_back(document.project.chartTitles.front());
        QCOMPARE(checkReferences(document).error().code, ErrorCode::idTaken);
    }
    void aTitleIsSetReplacedAndGivenBack() {
        Document document = fullDocument();
        const std::vector<ChartTitle> before = document.project.chartTitles;
        document = *setChartTitle(document, "gpu-hours", "First");
        document = *setChartTitle(document, "gpu-hours", "Second");
        QVERIFY((document.project.chartTitles.back() == ChartTitle{"gpu-hours", "Second"}));
        QCOMPARE(document.project.chartTitles.size(), before.size() + 1);
        QVERIFY(setChartTitle(document, "gpu-hours", "")->project.chartTitles == before);
        QVERIFY(setChartTitle(fullDocument(), "gpu-hours", "")->project.chartTitles == before);
    }
    void aTitleIsKeptInTheFile() {
        const Document document = *setChartTitle(fullDocument(), "gpu-hours", "Two <b>lines\nand \u7d22");
        const Result<Document> read = readProject(writeProject(document), "f");
        QVERIFY(read.has_value());
        QVERIFY(*read == document);
    }
    void aTitleGoesWithItsScenario() {
        QVERIFY(removeScenario(fullDocument(), ScenarioId{"second"})->project.chartTitles.empty());
    }
    void aTitleFollowsARenamedScenario() {
        const Document renamed = withRenamedRow(fullDocument(), "scenario", "second", "third");
        QCOMPARE(renamed.project.chartTitles.front().id, std::string("tornado--third"));
        const Document other = withRenamedRow(fullDocument(), "scenario", "as-disclosed", "third");
        QCOMPARE(other.project.chartTitles.front().id, std::string("tornado--second"));
    }
    void titlesOfTwoChartsMergeWithoutAConflict() {
        const Document base = fullDocument();
        const Result<Merged> merged =
            merge(base, *setChartTitle(base, "gpu-hours", "Hours"), *setChartTitle(base, "scatter", "Dots"));
        QVERIFY(merged.has_value());
        QVERIFY(merged->conflicts.empty());
        QCOMPARE(merged->document.project.chartTitles.size(), std::size_t(3));
    }
};

const Registered<TestChartTitle> registered("chart_title");

} // namespace assay::test

#include "tst_chart_title.moc"
