// ChartArea and ExportDialog: charts follow the selection and set it; a file written is the picture chosen.
#include "core/base/atomic_file.h"
#include "core/document/chart_context.h"
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/picture_record.h"
#include "ui/text/paths.h"
#include "ui/views/chart_area.h"
#include "ui/views/export_dialog.h"

#include <QtCore/QDir>
#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabBar>

namespace assay::test {

namespace {

ChartSpec anySpec() {
    ChartSpec spec;
    spec.chart = "cost-by-scenario";
    spec.title = "A title";
    spec.altText = "What is to be seen";
    spec.columns = {"Scenario", "Median"};
    Datum datum;
    datum.cells = {Cell{"As, disclosed", std::nullopt}, Cell{"$5.6M", 5.576e6}};
    spec.data = {datum};
    return spec;
}

struct Dialog {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    bool chosen = choose(); ///< before the dialog reads them
    ScriptedQuestions questions;
    ExportDialog dialog{anySpec(), {}, questions, settings};

    bool choose() {
        settings.setValue(QStringLiteral("export/folder"), folder.path());
        settings.setValue(QStringLiteral("export/width"), 320);
        settings.setValue(QStringLiteral("export/height"), 200);
        return true;
    }
    template <class T>
    T* part(const char* name) {
        return dialog.findChild<T*>(QString::fromLatin1(name));
    }
};

struct Charts : PanelBench {
    Charts()
        : settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          area(store, selection, runs, questions, settings) {
        area.resize(640, 480);
        area.show();
    }
    QTemporaryDir folder;
    QSettings settings;
    ChartArea area;
};

} // namespace

class TestChartExport : public Test {
    Q_OBJECT
private slots:
    void unwritableTargetSaysWhyAndTheDialogStays() {
        Dialog bench;
        bench.dialog.show();
        bench.part<QLineEdit>("export.file")->setText(QStringLiteral("/no/such/folder/chart.png"));
        QSignalSpy exported(&bench.dialog, &ExportDialog::exported);
        bench.dialog.exportNow();
        auto* message = bench.part<QLabel>("export.message");
        QTRY_VERIFY(message->isVisible());
        QVERIFY2(message->text().contains(QStringLiteral("/no/such/folder/chart.png")), qPrintable(message->text()));
        QVERIFY(bench.dialog.isVisible());
        QCOMPARE(exported.count(), 0);
        QVERIFY(bench.part<QPushButton>("export.export")->isEnabled());
    }
    void tooBigAPictureIsRefusedWithItsSize() {
        Dialog bench;
        bench.dialog.show();
        bench.part<QDoubleSpinBox>("export.width")->setValue(16000);
        bench.part<QDoubleSpinBox>("export.height")->setValue(16000);
        bench.dialog.exportNow();
        QVERIFY(bench.part<QLabel>("export.message")->text().contains(QStringLiteral("16000x16000")));
    }
    void existingFileIsReplacedOnlyWhenAskedAgain() {
        Dialog bench;
        const std::filesystem::path target = bench.dialog.target();
        QVERIFY(writeFile(target, "precious", Backup::none));
        bench.dialog.exportNow();
        QCOMPARE(*readFile(target), std::string("precious"));
        QCOMPARE(bench.part<QPushButton>("export.export")->text(), QStringLiteral("&Replace"));
        bench.dialog.exportNow();
        QTRY_VERIFY(*readFile(target) != "precious");
    }
    void proposedNameIsTheChartsAndFree() {
        Dialog first;
        QCOMPARE(first.dialog.target().filename().string(), std::string("cost-by-scenario.png"));
        QVERIFY(writeFile(first.dialog.target(), "there", Backup::none));
        ExportDialog second(anySpec(), {}, first.questions, first.settings);
        QCOMPARE(second.target().filename().string(), std::string("cost-by-scenario-2.png"));
    }
    void enterWritesThePictureThatWasChosen() {
        Dialog bench;
        bench.dialog.show();
        bench.part<QComboBox>("export.scale")->setCurrentIndex(1);
        QSignalSpy exported(&bench.dialog, &ExportDialog::exported);
        QTest::keyClick(&bench.dialog, Qt::Key_Return);
        QTRY_COMPARE(exported.count(), 1);
        const QImage image(exported[0][0].toString());
        QCOMPARE(image.size(), QSize(640, 400));
        QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("A title"));
        QVERIFY(!bench.dialog.isVisible());
        ExportDialog again(anySpec(), {}, bench.questions, bench.settings);
        QCOMPARE(again.choice().render.size, QSize(320, 200));
        QCOMPARE(again.choice().render.scale, 2.0);
    }
    void otherFormatsChangeTheName_data() {
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArray>("opening");
        QTest::newRow("svg") << 1 << QByteArray("<?xml");
        QTest::newRow("pdf") << 2 << QByteArray("%PDF");
        QTest::newRow("csv quotes a comma") << 3 << QByteArray("Scenario,Median\r\n\"As, disclosed\",5576000");
    }
    void otherFormatsChangeTheName() {
        QFETCH(int, format);
        QFETCH(QByteArray, opening);
        Dialog bench;
        bench.part<QComboBox>("export.format")->setCurrentIndex(format);
        QSignalSpy exported(&bench.dialog, &ExportDialog::exported);
        bench.dialog.exportNow();
        QTRY_COMPARE(exported.count(), 1);
        const QString path = exported[0][0].toString();
        QVERIFY2(path.endsWith(QString::fromLatin1(QTest::currentDataTag()).left(3)), qPrintable(path));
        QVERIFY(QByteArray::fromStdString(*readFile(toPath(path))).startsWith(opening));
    }
    void chartOfTheSampleAppearsAndIsCopied() {
        Charts bench;
        QTRY_VERIFY_WITH_TIMEOUT(!bench.runs.isBusy() && bench.area.spec(), 20000);
        QTest::qWait(50); // the chart of the last run
        QCOMPARE(bench.area.spec()->chart, std::string("cost-by-scenario"));
        QSignalSpy done(&bench.area, &ChartArea::done);
        bench.area.copyChart();
        QTRY_COMPARE(done.count(), 1);
        const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
        QVERIFY(copied->hasImage());
        QVERIFY(copied->hasFormat(QStringLiteral("image/svg+xml")));
        QVERIFY(copied->data(QStringLiteral("text/csv")).startsWith("Scenario,"));
        QVERIFY(recordIn(copied->data(QStringLiteral("image/png"))));
        QVERIFY(recordIn(copied->data(QStringLiteral("image/svg+xml"))));
        QCOMPARE(copied->text(), QString::fromStdString(bench.area.spec()->altText));
    }
    void aPresetSetsSizeResolutionAndTheme() {
        Dialog bench;
        auto* preset = bench.part<QComboBox>("export.preset");
        for (int i = 1; i < preset->count(); ++i) {
            preset->setCurrentIndex(i);
            emit preset->activated(i);
            QCOMPARE(presetOf(bench.dialog.choice()), i - 1);
            QCOMPARE(preset->currentIndex(), i);
            QVERIFY(renderChart(anySpec(), bench.dialog.choice().render).has_value());
        }
        bench.part<QDoubleSpinBox>("export.width")->stepUp();
        QCOMPARE(preset->currentIndex(), 0);
    }
    void aUnitChangesNoSize() {
        Dialog bench;
        auto* unit = bench.part<QComboBox>("export.unit");
        auto* width = bench.part<QDoubleSpinBox>("export.width");
        width->setValue(1234);
        for (const int each : {1, 2, 0}) {
            unit->setCurrentIndex(each);
            QCOMPARE(bench.dialog.choice().render.size.width(), 1234);
        }
        unit->setCurrentIndex(1);
        width->setValue(254);
        QCOMPARE(bench.dialog.choice().render.size.width(), 960); // 10 in at 96
        unit->setCurrentIndex(2);
        QCOMPARE(width->value(), 10.0);
    }
    void sixHundredDotsAnInch() {
        Dialog bench;
        bench.part<QComboBox>("export.scale")->setCurrentIndex(5);
        const QImage image = *paintChart(anySpec(), bench.dialog.choice().render);
        QCOMPARE(image.size(), QSize(2000, 1250)); // 320 x 200 at 96
        QCOMPARE(std::lround(image.dotsPerMeterX() * 0.0254), 600L);
    }
    void thePlotAloneHasNoTitle() {
        Dialog bench;
        bench.part<QComboBox>("export.format")->setCurrentIndex(1);
        const auto title = [&] {
            const QByteArray svg = *renderChart(anySpec(), bench.dialog.choice().render);
            return svg.contains(">A title</text>");
        };
        QVERIFY(title());
        bench.part<QComboBox>("export.surroundings")->setCurrentIndex(1);
        QVERIFY(!title());
        bench.part<QComboBox>("export.surroundings")->setCurrentIndex(0);
        bench.part<QCheckBox>("export.outlines")->setChecked(true);
        QVERIFY(!renderChart(anySpec(), bench.dialog.choice().render)->contains("<text"));
    }
    void aRunIsLeftOutWhenAsked() {
        Charts charts;
        QTRY_VERIFY_WITH_TIMEOUT(charts.area.spec(), 20000);
        QTemporaryDir folder;
        const ExportSource source{charts.store.document(), {}};
        for (const Carried carried : {Carried::nothing, Carried::run}) {
            ExportDialog dialog(*charts.area.spec(), source, charts.questions, charts.settings);
            dialog.findChild<QCheckBox*>(QStringLiteral("export.run"))->setChecked(carried == Carried::run);
            const QString path = folder.filePath(QString::number(static_cast<int>(carried)) + QStringLiteral(".png"));
            dialog.findChild<QLineEdit*>(QStringLiteral("export.file"))->setText(path);
            QSignalSpy exported(&dialog, &ExportDialog::exported);
            dialog.exportNow();
            QTRY_COMPARE(exported.count(), 1);
            const QByteArray png = QByteArray::fromStdString(*readFile(toPath(path)));
            QCOMPARE(recordIn(png).has_value(), carried == Carried::run);
        }
    }
    void allChartsGoIntoAFolderOrNoneDoes() {
        Charts charts;
        QTRY_VERIFY_WITH_TIMEOUT(!charts.runs.isBusy() && charts.area.spec(), 20000);
        QTemporaryDir folder;
        ExportSource source{charts.store.document(), {}};
        source.context = chartContext(charts.store.document(), charts.runs.runs());
        charts.settings.setValue(QStringLiteral("export/format"), static_cast<int>(ImageFormat::csv));
        ExportDialog dialog(*charts.area.spec(), source, charts.questions, charts.settings);
        QSignalSpy all(&dialog, &ExportDialog::allExported);
        const QString taken = folder.filePath(QStringLiteral("gpu-hours.csv"));
        QVERIFY(writeFile(toPath(taken), "precious", Backup::none));
        charts.questions.paths = {toPath(folder.path()), toPath(folder.path())};
        dialog.exportAll();
        auto* message = dialog.findChild<QLabel*>(QStringLiteral("export.message"));
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(QStringLiteral("gpu-hours.csv")), 20000);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("gpu-hours.csv")});
        QCOMPARE(*readFile(toPath(taken)), std::string("precious"));
        QVERIFY(QFile::remove(taken));
        dialog.exportAll();
        QTRY_COMPARE_WITH_TIMEOUT(all.count(), 1, 20000);
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(files.size(), all[0][0].toInt());
        QVERIFY(files.contains(QStringLiteral("gpu-hours.csv")));
        QVERIFY(files.contains(QStringLiteral("tornado--from-compute.csv")));
    }
    void aFormIsChosenAndBelongsToItsChart() {
        Charts bench;
        QTRY_VERIFY_WITH_TIMEOUT(!bench.runs.isBusy() && bench.area.spec(), 20000);
        auto* box = bench.area.findChild<QComboBox*>(QStringLiteral("chart.choice.form"));
        QCOMPARE(box->count(), 4);
        const int dots = box->findData(QStringLiteral("dots-20"));
        emit box->activated(dots);
        QTRY_VERIFY(bench.area.spec());
        QTRY_COMPARE(bench.area.spec()->form, std::string("dots-20"));
        QCOMPARE(box->currentIndex(), dots);
        bench.area.showChart(QStringLiteral("tornado"));
        QVERIFY(box->isHidden());
        bench.area.showChart(QStringLiteral("cost-by-scenario"));
        QTRY_VERIFY(bench.area.spec() && bench.area.spec()->form == "dots-20");
    }
    void aTitleIsWrittenUndoneAndGivenBack() {
        Charts bench;
        QTRY_VERIFY_WITH_TIMEOUT(!bench.runs.isBusy() && bench.area.spec(), 20000);
        const std::string generated = bench.area.spec()->title;
        bench.area.editTitle(); // cancelled
        QVERIFY(bench.store.document().project.chartTitles.empty());
        bench.questions.lines = {QStringLiteral("  Mine <2%  "), QString()};
        bench.area.editTitle();
        QTRY_COMPARE(bench.area.spec()->title, std::string("Mine <2%"));
        bench.store.undoStack().undo();
        QTRY_COMPARE(bench.area.spec()->title, generated);
        bench.store.undoStack().redo();
        QTRY_COMPARE(bench.area.spec()->finding, generated);
        bench.area.editTitle();
        QTRY_COMPARE(bench.area.spec()->title, generated);
    }
    void digitsPickTheChart() {
        Charts bench;
        const int last = std::min(9, static_cast<int>(chartKinds().size()));
        QTest::keyClick(&bench.area, static_cast<Qt::Key>(Qt::Key_0 + last));
        QCOMPARE(bench.area.chart(), std::string(chartKinds()[static_cast<std::size_t>(last - 1)].id));
        QTest::keyClick(&bench.area, Qt::Key_1);
        QCOMPARE(bench.area.chart(), std::string(chartKinds()[0].id));
    }
    void clickOnAMarkSelectsWhatItStandsOn() {
        Charts bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.area.spec(), 20000);
        QSignalSpy words(&bench.selection, &Selection::wordsWanted);
        auto* view = bench.area.findChild<ChartView*>(QStringLiteral("chart.0"));
        emit view->markClicked(MarkIds{{"from-compute"}, {"utilisation"}, {}, {ClaimId{"v3-tokens"}}});
        QCOMPARE(bench.selection.now().scenario, std::optional(ScenarioId{"from-compute"}));
        QCOMPARE(bench.selection.now().input, std::optional(VariableId{"utilisation"}));
        QCOMPARE(bench.selection.claim(), std::optional(ClaimId{"v3-tokens"}));
        QCOMPARE(words.count(), 1);
    }
    void emptyProjectSaysWhatIsMissing() {
        Charts bench;
        bench.store.reset({});
        auto* sentence = bench.area.findChild<QLabel*>(QStringLiteral("chartEmptySentence"));
        QTRY_VERIFY(!sentence->text().isEmpty() && !sentence->text().startsWith(QStringLiteral("Computing")));
        QVERIFY(!bench.area.spec());
        bench.area.exportChart(); // nothing to export: no dialog, no crash
        QVERIFY(!bench.area.findChild<ExportDialog*>());
    }
    void theEmptyChartsButtonIsWhatHelps_data() {
        QTest::addColumn<QString>("chart");
        QTest::addColumn<Document>("document");
        QTest::addColumn<int>("remedy");
        const auto row = [](const char* why, const char* chart, const Document& document, Remedy remedy) {
            QTest::newRow(why) << QString::fromLatin1(chart) << document << static_cast<int>(remedy);
        };
        Document read;
        read.sources = {Row(Source{.id = {"s"}, .title = "S", .text = "Words."})};
        Document fixed = *readProject(sampleProject(), "sample");
        fixed.scenarios.erase(fixed.scenarios.begin() + 1, fixed.scenarios.end());
        const Scenario scenario = *fixed.scenarios[0];
        for (const ModelInput& input : find(fixed.models, scenario.model)->inputs)
            fixed = *setInput(fixed, scenario.id, ScenarioInput{input.id, "1", {}});
        row("no scenario", "cost-by-scenario", {}, Remedy::newScenario);
        row("no scenario of that model", "singapore-heat-map", read, Remedy::newScenario);
        row("nothing to read", "claims-over-time", {}, Remedy::importSource);
        row("no claim", "claims-over-time", read, Remedy::readSource);
        row("no scenario to look into", "tornado", read, Remedy::newScenario);
        row("every input is a fixed number", "tornado", fixed, Remedy::showInputs);
        row("nothing to compare with", "scenario-difference", fixed, Remedy::newScenario);
    }
    void theEmptyChartsButtonIsWhatHelps() {
        QFETCH(QString, chart);
        QFETCH(Document, document);
        QFETCH(int, remedy);
        Charts bench;
        bench.store.reset(document);
        bench.selection.selectScenario(ScenarioId{"as-disclosed"});
        QTRY_VERIFY_WITH_TIMEOUT(!bench.runs.isBusy(), 20000);
        bench.area.showChart(chart);
        auto* button = bench.area.findChild<QPushButton*>(QStringLiteral("chartEmptyButton"));
        QTRY_COMPARE(button->text(), remedyText(static_cast<Remedy>(remedy)));
        QList<Remedy> wanted;
        connect(&bench.area, &ChartArea::remedyWanted, this, [&](Remedy each) { wanted += each; });
        button->click();
        QCOMPARE(wanted, QList<Remedy>{static_cast<Remedy>(remedy)});
    }
    void aChartThatTheScenarioDoesNotFitShowsTheFirstThatDoes() {
        Charts bench;
        bench.area.showChart(QStringLiteral("singapore-heat-map"));
        QTRY_VERIFY_WITH_TIMEOUT(!bench.runs.isBusy() && bench.area.spec(), 20000);
        auto* choice = bench.area.findChild<QComboBox*>(QStringLiteral("chart.choice.scenario"));
        QCOMPARE(choice->currentData().toString(), QStringLiteral("singapore-january-2025"));
        QCOMPARE(bench.area.spec()->data.front().ids.scenario.value, std::string("singapore-january-2025"));
        QCOMPARE(bench.selection.now().scenario->value, std::string("as-disclosed"));
    }
    void theChoicesShowWhatTheChartChose() {
        Charts bench;
        bench.selection.selectScenario(ScenarioId{"from-compute"});
        bench.area.showChart(QStringLiteral("scatter"));
        QTRY_VERIFY_WITH_TIMEOUT(!bench.runs.isBusy() && bench.area.spec(), 20000);
        const MarkIds& ids = bench.area.spec()->data.front().ids;
        const auto chosen = [&](const char* box) {
            return bench.area.findChild<QComboBox*>(QLatin1String(box))->currentData().toString().toStdString();
        };
        QCOMPARE(chosen("chart.choice.output"), ids.output.value);
        QCOMPARE(chosen("chart.choice.input"), ids.input.value);
    }
    void theScenarioToCompareWithIsChosen() {
        Charts bench;
        bench.selection.selectScenario(ScenarioId{"as-disclosed"});
        bench.area.showChart(QStringLiteral("scenario-difference"));
        const auto box = [&](const char* name) { return bench.area.findChild<QComboBox*>(QLatin1String(name)); };
        const auto pick = [&](const char* name, const char* entry) {
            const int index = box(name)->findData(QString::fromLatin1(entry));
            QVERIFY2(index >= 0, entry);
            emit box(name)->activated(index);
        };
        const auto shown = [&] {
            const ChartSpec* spec = bench.area.spec();
            return spec ? spec->data[0].ids.output.value + ": " + spec->data[1].ids.scenario.value : std::string();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!bench.runs.isBusy() && bench.area.spec(), 20000);
        QCOMPARE(shown(), std::string("programme_cost: owned-cluster"));
        const int others = box("chart.choice.against")->count();
        QVERIFY(others >= 1);
        pick("chart.choice.output", "rental_cost");
        QTRY_VERIFY(box("chart.choice.against")->count() > others);
        pick("chart.choice.against", "fifty-thousand-h100");
        QTRY_COMPARE(shown(), std::string("rental_cost: fifty-thousand-h100"));
        QCOMPARE(box("chart.choice.against")->currentData().toString(), QStringLiteral("fifty-thousand-h100"));
        bench.area.showChart(QStringLiteral("scatter"));
        QVERIFY(box("chart.choice.against")->isHidden());
    }
    void aThresholdIsLiveAndBelongsToItsChart() {
        Charts bench;
        QTRY_VERIFY_WITH_TIMEOUT(!bench.runs.isBusy() && bench.area.spec(), 20000);
        auto* view = bench.area.findChild<ChartView*>(QStringLiteral("chart.0"));
        QTest::keyClick(view, Qt::Key_X);
        QTRY_VERIFY(bench.area.spec()->threshold);
        emit view->thresholdMoved(2e7);
        QTRY_COMPARE(bench.area.spec()->threshold, std::optional(2e7));
        QVERIFY(bench.area.spec()->data[0].tip.find("P(> $20M) = ") != std::string::npos);
        bench.area.showChart(QStringLiteral("gpu-hours")); // other values: a line of its own
        QTRY_VERIFY(bench.area.spec() && bench.area.spec()->chart == "gpu-hours");
        QVERIFY(!bench.area.spec()->threshold);
        bench.area.showChart(QStringLiteral("cost-by-scenario"));
        QTRY_VERIFY(bench.area.spec() && bench.area.spec()->threshold);
        QTest::keyClick(view, Qt::Key_X);
        QTRY_VERIFY(!bench.area.spec()->threshold);
    }
    void hiddenChartsAreNotBuilt() {
        Charts bench;
        QTRY_VERIFY_WITH_TIMEOUT(bench.area.spec(), 20000);
        bench.area.hide();
        QSignalSpy changed(&bench.area, &ChartArea::chartChanged);
        bench.store.reset({});
        QTRY_VERIFY(!bench.runs.isBusy());
        QCoreApplication::processEvents();
        QCOMPARE(changed.count(), 0);
        bench.area.show();
        QTRY_VERIFY(changed.count() > 0);
    }
};

const Registered<TestChartExport> registered("chart_export");

} // namespace assay::test

#include "tst_chart_export.moc"
